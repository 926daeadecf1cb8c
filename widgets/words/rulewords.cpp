// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/words/rulewords.h"

#include "models/core/documents/rulefault.h"
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

QString RuleWords::place(const RulePlace &place)
{
    using What = RulePlace::What;
    const QString &one = place.one;
    const QString &two = place.two;
    switch (place.what) {
    case What::Grant:
        return tr("%1 may %2").arg(capital(role(one)), capability(two));
    case What::Role:
        return tr("the role %1").arg(role(one));
    case What::Seats:
        return tr("who signs to %1").arg(capability(one));
    case What::MandatorySeats:
        return tr("who signs to %1 in any case, by the charter").arg(capability(one));
    case What::Issuers:
        return tr("who issues keys of %1").arg(role(one));
    case What::SoftLimit:
        return tr("soft limit of %1").arg(parameter(one));
    case What::Step:
        return tr("largest step of %1").arg(parameter(one));
    case What::CrossRule:
        return tr("gap between %1 and %2").arg(parameter(one), parameter(two));
    case What::Group:
        return tr("packs of the group %1").arg(one);
    case What::Contract:
        return tr("text of the contract %1").arg(one);
    case What::Clause:
        return tr("clause %1 of %2").arg(two, one);
    case What::Range:
        return tr("charter's range of %1").arg(parameter(one));
    case What::Rights:
        return tr("roles that may %1 at all").arg(capability(one));
    case What::Position:
        return tr("party in the place %1").arg(position(one));
    case What::AuthorMayFill:
        return tr("places whose author may sign as one of the seats, too");
    case What::ListGrace:
        return tr("how old a revocation list may be in layer %1").arg(one);
    case What::Timekeepers:
        return tr("roles that may tell a pack the time");
    case What::Successor:
        return tr("who may answer instead of %1").arg(seat(one));
    }
    return place.text();
}

QString RuleWords::value(const RulePlace &place, const QString &text)
{
    using What = RulePlace::What;
    static const QRegularExpression id(QStringLiteral("[a-z][a-z0-9-]*"));
    switch (place.what) {
    case What::ListGrace:
        return text.toLongLong() % 86400 == 0 ? tr("%n day(s)", nullptr, int(text.toLongLong() / 86400))
                                              : tr("%n hour(s)", nullptr, int(text.toLongLong() / 3600));
    case What::Contract:
        return tr("fingerprint %1").arg(text.left(16));
    case What::Issuers:
    case What::AuthorMayFill:
        return replaced(text, id, position);
    case What::Rights:
    case What::Timekeepers:
        return replaced(text, id, role);
    case What::Position: {
        static const QRegularExpression signatory(QStringLiteral("signatory [a-z][a-z0-9-]*"));
        return daysIn(replaced(text, signatory,
            [](const QString &found) { return tr("signed for by its %1").arg(role(found.section(u' ', 1))); }));
    }
    case What::Clause:
        return text;
    case What::CrossRule:
    case What::Grant:
    case What::Group:
    case What::MandatorySeats:
    case What::Range:
    case What::Role:
    case What::Seats:
    case What::SoftLimit:
    case What::Step:
    case What::Successor:
        break;
    }
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
    using What = RuleFault::What;
    const auto fault = RuleFault::in(detail);
    if (!fault)
        return {};
    switch (fault->what) {
    case What::Seats:
    case What::MandatorySeats:
        return tr("It would never be possible to %1: the seats that must sign cannot all be filled.")
            .arg(capability(fault->subject));
    case What::Position:
        return tr("%1 belongs to a position that the charter does not have.").arg(capital(role(fault->subject)));
    case What::Issuers:
        return tr("Keys of %1 would be issued by a company that is no party.").arg(role(fault->subject));
    case What::Basis:
        return tr("%1 may %2 by a clause that no contract has.")
            .arg(capital(role(fault->role())), capability(fault->capability()));
    case What::Dates:
        return fault->capability().isEmpty() ? QString()
                                             : tr("%1 may %2 in a time that ends before it begins.")
                                                   .arg(capital(role(fault->role())), capability(fault->capability()));
    case What::Group:
        return tr("%1 may %2 on packs of a group that does not exist.")
            .arg(capital(role(fault->role())), capability(fault->capability()));
    case What::Root:
    case What::Party:
    case What::Signatory:
    case What::Rights:
    case What::Successor:
    case What::SoftLimits:
    case What::Grant:
        break;
    }
    return {};
}

} // namespace packwarden
