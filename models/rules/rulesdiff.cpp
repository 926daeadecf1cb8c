// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/rules/rulesdiff.h"

#include <QDateTime>

#include <algorithm>

namespace packwarden {

namespace {

/// Rules as texts by place: what is compared.
using Flat = QMap<RulePlace, QString>;
using What = RulePlace::What;

const char *wordOf(What what)
{
    switch (what) {
    case What::AuthorMayFill:
        return "author-may-fill";
    case What::Clause:
        return "clause";
    case What::Contract:
        return "contract";
    case What::CrossRule:
        return "cross-rule";
    case What::Grant:
        return "grant";
    case What::Group:
        return "group";
    case What::Issuers:
        return "issuers";
    case What::ListGrace:
        return "list-grace";
    case What::MandatorySeats:
        return "mandatory";
    case What::Position:
        return "position";
    case What::Range:
        return "range";
    case What::Rights:
        return "rights";
    case What::Role:
        return "role";
    case What::Seats:
        return "seats";
    case What::SoftLimit:
        return "soft-limit";
    case What::Step:
        return "step";
    case What::Successor:
        return "successor";
    case What::Timekeepers:
        return "timekeepers";
    }
    Q_UNREACHABLE();
}

template <typename Items> QString sorted(const Items &items)
{
    QStringList texts;
    for (const auto &item : items)
        texts.append(item.text());
    texts.sort();
    return texts.join(QStringLiteral(", "));
}

QString range(const Range &range)
{
    return QStringLiteral("%1..%2").arg(formatQuantity(range.min), formatQuantity(range.max));
}

QString date(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds).toUTC().toString(Qt::ISODate);
}

QString conditions(const Grant &grant)
{
    QStringList texts{QStringLiteral("%1 clause %2").arg(grant.contract).arg(grant.clause)};
    if (grant.from > 0)
        texts.append(QStringLiteral("from %1").arg(date(grant.from)));
    if (grant.until > 0)
        texts.append(QStringLiteral("until %1").arg(date(grant.until)));
    if (grant.uses > 0)
        texts.append(QStringLiteral("uses %1").arg(grant.uses));
    if (!grant.states.isEmpty())
        texts.append(QStringLiteral("states %1").arg(grant.states.join(u' ')));
    if (!grant.group.isEmpty())
        texts.append(QStringLiteral("group %1").arg(grant.group));
    if (!grant.purposes.isEmpty())
        texts.append(QStringLiteral("purposes %1").arg(grant.purposes.join(u' ')));
    if (grant.hours > 0)
        texts.append(QStringLiteral("hours %1").arg(grant.hours));
    return texts.join(QStringLiteral(", "));
}

QString seats(const SeatRule &rule)
{
    QStringList texts;
    if (!rule.all.isEmpty())
        texts.append(sorted(rule.all));
    for (const SeatGroup &group : rule.groups)
        texts.append(QStringLiteral("%1 of (%2)").arg(group.atLeast).arg(sorted(group.of)));
    if (rule.beyondSoftLimit)
        texts.append(QStringLiteral("beyond the soft limit %1").arg(rule.beyondSoftLimit->text()));
    if (rule.beyondStep)
        texts.append(QStringLiteral("beyond the step %1").arg(rule.beyondStep->text()));
    return texts.join(QStringLiteral("; "));
}

/// One role may hold a capability under several conditions, and signed rules may say a thing twice: all of it is
/// compared, and its order says nothing.
void add(Flat &flat, const RulePlace &where, const QString &text)
{
    QStringList all = flat.contains(where) ? flat.value(where).split(QStringLiteral(" | ")) : QStringList();
    all.append(text);
    all.sort();
    flat.insert(where, all.join(QStringLiteral(" | ")));
}

Flat flatten(const Policy &policy)
{
    Flat flat;
    for (const Role &role : policy.roles)
        flat.insert({What::Role, role.id.text()}, QStringLiteral("%1: %2").arg(role.position.text(), role.title));
    for (const Grant &grant : policy.grants) {
        add(flat, {What::Grant, grant.role.text(), grant.capability.text()}, conditions(grant));
    }
    for (auto it = policy.seats.begin(); it != policy.seats.end(); ++it)
        flat.insert({What::Seats, it.key().text()}, seats(*it));
    for (auto it = policy.issuers.begin(); it != policy.issuers.end(); ++it)
        flat.insert({What::Issuers, it.key().text()}, sorted(*it));
    for (auto it = policy.softLimits.begin(); it != policy.softLimits.end(); ++it)
        flat.insert({What::SoftLimit, it.key().text()}, range(*it));
    for (auto it = policy.steps.begin(); it != policy.steps.end(); ++it)
        flat.insert({What::Step, it.key().text()}, formatQuantity(*it));
    for (const CrossRule &rule : policy.crossRules) {
        add(flat, {What::CrossRule, rule.lower.text(), rule.upper.text()}, formatQuantity(rule.gap));
    }
    for (auto it = policy.groups.begin(); it != policy.groups.end(); ++it)
        flat.insert({What::Group, it.key()}, sorted(*it));
    for (auto it = policy.contracts.begin(); it != policy.contracts.end(); ++it) {
        flat.insert({What::Contract, it.key()}, QLatin1String(it->sha256.toHex()));
        for (auto clause = it->clauses.begin(); clause != it->clauses.end(); ++clause)
            flat.insert({What::Clause, it.key(), QString::number(clause.key())}, *clause);
    }
    return flat;
}

Flat flatten(const Charter &charter)
{
    Flat flat;
    for (auto it = charter.positions.begin(); it != charter.positions.end(); ++it) {
        QString text = QStringLiteral("%1 (%2), root %3, signatory %4")
                           .arg(it->partyName, it->party, fingerprintText(sha256(it->rootDer)), it->signatory.text());
        if (it->from > 0)
            text += QStringLiteral(", from %1").arg(date(it->from));
        if (it->until > 0)
            text += QStringLiteral(", until %1").arg(date(it->until));
        flat.insert({What::Position, it.key().text()}, text);
    }
    for (auto it = charter.mayIssue.begin(); it != charter.mayIssue.end(); ++it)
        flat.insert({What::Issuers, it.key().text()}, sorted(*it));
    for (auto it = charter.mandatorySeats.begin(); it != charter.mandatorySeats.end(); ++it)
        flat.insert({What::MandatorySeats, it.key().text()}, sorted(*it));
    for (auto it = charter.mayHold.begin(); it != charter.mayHold.end(); ++it)
        flat.insert({What::Rights, it.key().text()}, sorted(*it));
    flat.insert({What::AuthorMayFill}, sorted(charter.authorMayFill));
    for (auto it = charter.ranges.begin(); it != charter.ranges.end(); ++it)
        flat.insert({What::Range, it.key().text()}, range(*it));
    for (auto it = charter.crlGrace.begin(); it != charter.crlGrace.end(); ++it)
        flat.insert({What::ListGrace, QString::number(it.key())}, QString::number(*it));
    flat.insert({What::Timekeepers}, sorted(charter.timekeepers));
    for (auto it = charter.successors.begin(); it != charter.successors.end(); ++it)
        flat.insert({What::Successor, it.key().text()}, it->text());
    return flat;
}

QList<RuleDifference> compare(const Flat &before, const Flat &after)
{
    using Kind = RuleDifference::Kind;
    QList<RulePlace> places = before.keys() + after.keys();
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    QList<RuleDifference> list;
    for (const RulePlace &where : std::as_const(places)) {
        const QString old = before.value(where);
        const QString now = after.value(where);
        if (!before.contains(where))
            list.append({Kind::New, where, {}, now});
        else if (!after.contains(where))
            list.append({Kind::Removed, where, old, {}});
        else if (old != now)
            list.append({Kind::Changed, where, old, now});
    }
    return list;
}

} // namespace

QString RulePlace::text() const
{
    QString text = QLatin1String(wordOf(what));
    for (const QString &part : {one, two}) {
        if (!part.isEmpty())
            text += u' ' + part;
    }
    return text;
}

QList<RuleDifference> differences(const Policy &before, const Policy &after)
{
    return compare(flatten(before), flatten(after));
}

QList<RuleDifference> differences(const Charter &before, const Charter &after)
{
    return compare(flatten(before), flatten(after));
}

} // namespace packwarden
