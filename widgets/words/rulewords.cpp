// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/words/rulewords.h"

#include "widgets/words/format.h"
#include "widgets/words/names.h"

#include <QDateTime>
#include <QRegularExpression>

namespace packwarden {

namespace {

QString capital(const QString &text)
{
    return text.left(1).toUpper() + text.mid(1);
}

QString capability(const QString &text)
{
    const auto id = CapabilityId::parse(text);
    return id.ok() ? Names::capability(*id) : text;
}

QString role(const QString &text)
{
    const auto id = RoleId::parse(text);
    return id.ok() ? Names::role(*id) : text;
}

QString parameter(const QString &text)
{
    const auto id = ParameterId::parse(text);
    return id.ok() ? Names::parameter(*id) : text;
}

QString position(const QString &text)
{
    const auto id = PositionId::parse(text);
    return id.ok() ? Names::position(*id) : text;
}

QString seat(const QString &text)
{
    const auto place = PositionId::parse(text.section(u'/', 0, 0));
    const auto who = RoleId::parse(text.section(u'/', 1));
    return place.ok() && who.ok() ? Names::seat({*place, *who}) : text;
}

/// Each match of the pattern replaced by what word makes of it.
template <typename Word> QString replaced(const QString &text, const QRegularExpression &pattern, Word word)
{
    QString out;
    qsizetype from = 0;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        out += text.mid(from, match.capturedStart() - from) + word(match.captured());
        from = match.capturedEnd();
    }
    return out + text.mid(from);
}

QString seatsIn(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("[a-z][a-z0-9-]*/[a-z][a-z0-9-]*"));
    return replaced(text, pattern, seat);
}

QString daysIn(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
    return replaced(text, pattern, [](const QString &day) {
        return format::dateTime(QDateTime::fromString(day, Qt::ISODate).toSecsSinceEpoch());
    });
}

} // namespace

QString RuleWords::place(const QString &place)
{
    const QString kind = place.section(u' ', 0, 0);
    const QString one = place.section(u' ', 1, 1);
    const QString two = place.section(u' ', 2);
    if (kind == QLatin1String("grant"))
        return tr("%1 may %2").arg(capital(role(one)), capability(two));
    if (kind == QLatin1String("role"))
        return tr("the role %1").arg(role(one));
    if (kind == QLatin1String("seats"))
        return tr("who signs to %1").arg(capability(one));
    if (kind == QLatin1String("mandatory"))
        return tr("who signs to %1 in any case, by the charter").arg(capability(one));
    if (kind == QLatin1String("issuers"))
        return tr("who issues keys of %1").arg(role(one));
    if (kind == QLatin1String("soft-limit"))
        return tr("soft limit of %1").arg(parameter(one));
    if (kind == QLatin1String("step"))
        return tr("largest step of %1").arg(parameter(one));
    if (kind == QLatin1String("cross-rule"))
        return tr("gap between %1 and %2").arg(parameter(one), parameter(two));
    if (kind == QLatin1String("group"))
        return tr("packs of the group %1").arg(one);
    if (kind == QLatin1String("contract"))
        return tr("text of the contract %1").arg(one);
    if (kind == QLatin1String("clause"))
        return tr("clause %1 of %2").arg(two, one);
    if (kind == QLatin1String("range"))
        return tr("charter's range of %1").arg(parameter(one));
    if (kind == QLatin1String("rights"))
        return tr("roles that may %1 at all").arg(capability(one));
    if (kind == QLatin1String("position"))
        return tr("party in the place %1").arg(position(one));
    if (kind == QLatin1String("author-may-fill"))
        return tr("places whose author may sign as one of the seats, too");
    if (kind == QLatin1String("list-grace"))
        return tr("how old a revocation list may be in layer %1").arg(one);
    if (kind == QLatin1String("timekeepers"))
        return tr("roles that may tell a pack the time");
    if (kind == QLatin1String("successor"))
        return tr("who may answer instead of %1").arg(seat(one));
    return place;
}

QString RuleWords::value(const QString &place, const QString &text)
{
    const QString kind = place.section(u' ', 0, 0);
    if (kind == QLatin1String("list-grace"))
        return text.toLongLong() % 86400 == 0 ? tr("%n day(s)", nullptr, int(text.toLongLong() / 86400))
                                              : tr("%n hour(s)", nullptr, int(text.toLongLong() / 3600));
    if (kind == QLatin1String("contract"))
        return tr("fingerprint %1").arg(text.left(16));
    if (kind == QLatin1String("issuers") || kind == QLatin1String("author-may-fill")) {
        static const QRegularExpression id(QStringLiteral("[a-z][a-z0-9-]*"));
        return replaced(text, id, position);
    }
    if (kind == QLatin1String("rights") || kind == QLatin1String("timekeepers")) {
        static const QRegularExpression id(QStringLiteral("[a-z][a-z0-9-]*"));
        return replaced(text, id, role);
    }
    if (kind == QLatin1String("position")) {
        static const QRegularExpression signatory(QStringLiteral("signatory [a-z][a-z0-9-]*"));
        return daysIn(replaced(text, signatory,
            [](const QString &found) { return tr("signed for by its %1").arg(role(found.section(u' ', 1))); }));
    }
    if (kind == QLatin1String("clause"))
        return text;
    return daysIn(seatsIn(text));
}

QString RuleWords::difference(const RuleDifference &difference)
{
    const QString what = place(difference.place);
    const QString after = value(difference.place, difference.after);
    const QString before = value(difference.place, difference.before);
    switch (difference.kind) {
    case RuleDifference::Kind::New:
        return tr("New: %1 (%2)").arg(what, after);
    case RuleDifference::Kind::Removed:
        return tr("Removed: %1 (was: %2)").arg(what, before);
    case RuleDifference::Kind::Changed:
        return tr("Changed: %1: %2 (was: %3)").arg(what, after, before);
    }
    return {};
}

QString RuleWords::unsound(const QString &detail)
{
    const QString of = detail.section(QStringLiteral(" of "), 1);
    if (detail.startsWith(QLatin1String("seats of ")) || detail.startsWith(QLatin1String("mandatory seats of ")))
        return tr("Nobody could ever %1: the seats that must sign cannot all be filled.").arg(capability(of));
    if (detail.startsWith(QLatin1String("position of ")))
        return tr("%1 belongs to a position that the charter does not have.").arg(capital(role(of)));
    if (detail.startsWith(QLatin1String("issuers of ")))
        return tr("Keys of %1 would be issued by somebody who is no party.").arg(role(of));
    if (detail.startsWith(QLatin1String("basis of ")))
        return tr("%1 may %2 by a clause that no contract has.")
            .arg(capital(role(of.section(u'/', 0, 0))), capability(of.section(u'/', 1)));
    if (detail.startsWith(QLatin1String("dates of ")) && of.contains(u'/'))
        return tr("%1 may %2 in a time that ends before it begins.")
            .arg(capital(role(of.section(u'/', 0, 0))), capability(of.section(u'/', 1)));
    if (detail.startsWith(QLatin1String("group of ")))
        return tr("%1 may %2 on packs of a group that does not exist.")
            .arg(capital(role(of.section(u'/', 0, 0))), capability(of.section(u'/', 1)));
    return {};
}

} // namespace packwarden
