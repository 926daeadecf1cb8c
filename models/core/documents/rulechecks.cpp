// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/breakable.h"
#include "models/core/documents/rulechange.h"
#include "models/core/documents/rulefault.h"
#include "models/core/rules/seating.h"

#include <algorithm>

namespace packwarden {

namespace {

constexpr int maxSeats = 16;

using seating::Prospect;

template <typename Ids> bool areKnown(const Ids &positions, const Charter &charter)
{
    return std::all_of(positions.begin(), positions.end(),
        [&](const PositionId &position) { return charter.positions.contains(position); });
}

template <typename Ids> bool areRoles(const Ids &roles, const Prospect &prospect)
{
    return std::all_of(roles.begin(), roles.end(), [&](const RoleId &role) { return prospect.isRole(role); });
}

using What = RuleFault::What;

Error malformed(What what, const QString &subject)
{
    return RuleFault{what, subject}.error();
}

/// A root is a certificate that answers for itself, and one company's alone.
std::optional<Error> checkPositions(const Charter &charter, const Prospect &prospect)
{
    QMap<QByteArray, QString> partyOfKey;
    for (auto it = charter.positions.begin(); it != charter.positions.end(); ++it) {
        const Position &place = *it;
        const auto root = Certificate::fromDer(place.rootDer);
        if (!root.ok() || !root->isAuthority || !isIssuedBy(*root, *root))
            return malformed(What::Root, it.key().text());
        if (place.party.isEmpty())
            return malformed(What::Party, it.key().text());
        if (!broken("one-root-one-party") && partyOfKey.value(root->spkiSha256, place.party) != place.party)
            return malformed(What::Party, it.key().text());
        partyOfKey.insert(root->spkiSha256, place.party);
        if (place.until != 0 && place.until <= place.from)
            return malformed(What::Dates, it.key().text());
        if (!prospect.isRoleAt({it.key(), place.signatory}) || charter.mayIssue.value(place.signatory).isEmpty())
            return malformed(What::Signatory, it.key().text());
    }
    return std::nullopt;
}

std::optional<Error> checkGrants(const Policy &policy, const SiliconLimits &silicon, const Prospect &prospect)
{
    for (const Grant &grant : policy.grants) {
        const QString name = grant.role.text() + u'/' + grant.capability.text();
        if (!prospect.isRole(grant.role) || !silicon.layers.contains(grant.capability))
            return malformed(What::Grant, name);
        if (grant.until != 0 && grant.until <= grant.from)
            return malformed(What::Dates, name);
        if (!grant.group.isEmpty() && !policy.groups.contains(grant.group))
            return malformed(What::Group, name);
        if (!grant.contract.isEmpty() && !policy.contracts.value(grant.contract).clauses.contains(grant.clause))
            return malformed(What::Basis, name);
    }
    return std::nullopt;
}

std::optional<Error> checkSeatRule(
    const CapabilityId &capability, const SeatRule &rule, const SiliconLimits &silicon, Prospect &prospect)
{
    QList<Seat> named = rule.all;
    qsizetype count = rule.all.size();
    bool sound = silicon.layers.contains(capability);
    for (const SeatGroup &group : rule.groups) {
        const QSet<Seat> different(group.of.begin(), group.of.end());
        sound = sound && group.atLeast >= 1 && group.atLeast <= different.size() && different.size() == group.of.size();
        count += group.atLeast;
        named += group.of;
    }
    for (const auto &extra : {rule.beyondSoftLimit, rule.beyondStep}) {
        if (extra)
            named.append(*extra);
    }
    const QSet<Seat> all(rule.all.begin(), rule.all.end());
    sound = sound && count >= 1 && count <= maxSeats && all.size() == rule.all.size()
        && std::all_of(named.begin(), named.end(), [&](const Seat &seat) { return prospect.isRoleAt(seat); });
    if (!sound || !prospect.canBeFilled(capability, rule, silicon.layers.value(capability, 4)))
        return malformed(What::Seats, capability.text());
    return std::nullopt;
}

/// theft-lock and tighten make a pack stricter: one seat in every layer. Tighten has no seats of its own.
bool isExempt(const CapabilityId &capability)
{
    return capability.text() == QLatin1String("theft-lock");
}

std::optional<Error> checkWithinCharter(const Policy &policy, const Charter &charter)
{
    const auto laxer = [](What what, const QString &subject) {
        return RuleFault{what, subject}.error(Code::LaxerThanCharter);
    };
    for (const Grant &grant : policy.grants) {
        if (!charter.mayHold.value(grant.capability).contains(grant.role) && !broken("rights-of-charter"))
            return laxer(What::Grant, grant.role.text() + u'/' + grant.capability.text());
    }
    for (auto it = policy.issuers.begin(); it != policy.issuers.end(); ++it) {
        if (!charter.mayIssue.value(it.key()).contains(it.value()))
            return laxer(What::Issuers, it.key().text());
    }
    for (auto it = charter.mandatorySeats.begin(); it != charter.mandatorySeats.end(); ++it) {
        const auto rule = policy.seats.constFind(it.key());
        for (const Seat &seat : *it) {
            if (rule != policy.seats.constEnd() && !rule->all.contains(seat) && !broken("mandatory-seats"))
                return Error{Code::LaxerThanCharter, QStringLiteral("%1 without %2").arg(it.key().text(), seat.text())};
        }
    }
    for (auto it = policy.softLimits.begin(); it != policy.softLimits.end(); ++it) {
        const auto range = charter.ranges.constFind(it.key());
        if (range != charter.ranges.constEnd() && (it->min < range->min || it->max > range->max))
            return laxer(What::SoftLimits, it.key().text());
    }
    return std::nullopt;
}

} // namespace

Result<> checkCharter(const Charter &charter, const Policy &policy, const Foundation &foundation)
{
    const Prospect prospect(policy, charter);
    if (auto problem = checkPositions(charter, prospect))
        return *problem;
    for (auto it = charter.mayIssue.begin(); it != charter.mayIssue.end(); ++it) {
        if (!prospect.isRole(it.key()) || !areKnown(*it, charter))
            return malformed(What::Issuers, it.key().text());
    }
    for (auto it = charter.mayHold.begin(); it != charter.mayHold.end(); ++it) {
        if (!areRoles(*it, prospect))
            return malformed(What::Rights, it.key().text());
    }
    for (auto it = charter.mandatorySeats.begin(); it != charter.mandatorySeats.end(); ++it) {
        const QSet<Seat> different(it->begin(), it->end());
        const bool sound = !it->isEmpty() && different.size() == it->size()
            && std::all_of(it->begin(), it->end(), [&](const Seat &seat) {
                   return prospect.isRoleAt(seat) && charter.mayHold.value(it.key()).contains(seat.role);
               });
        if (!sound)
            return malformed(What::MandatorySeats, it.key().text());
    }
    if (!areKnown(charter.authorMayFill, charter))
        return Error{Code::Malformed, QStringLiteral("authorMayFill")};
    if (!areRoles(charter.timekeepers, prospect))
        return Error{Code::Malformed, QStringLiteral("timekeepers")};
    for (auto it = charter.successors.begin(); it != charter.successors.end(); ++it) {
        if (it.key() == *it || !prospect.isRoleAt(*it) || !charter.positions.contains(it->position))
            return malformed(What::Successor, it.key().text());
    }
    for (auto it = foundation.amendments.begin(); it != foundation.amendments.end(); ++it) {
        if (it->isEmpty())
            return Error{Code::Malformed, QStringLiteral("foundation")};
    }
    return Result<>::success();
}

Result<> checkPolicy(
    const Policy &policy, const Charter &charter, const Foundation &foundation, const SiliconLimits &silicon)
{
    Prospect prospect(policy, charter);
    for (const Role &role : policy.roles) {
        if (!charter.positions.contains(role.position))
            return malformed(What::Position, role.id.text());
    }
    for (auto it = policy.issuers.begin(); it != policy.issuers.end(); ++it) {
        if (!prospect.isRole(it.key()) || !areKnown(*it, charter))
            return malformed(What::Issuers, it.key().text());
    }
    if (auto problem = checkGrants(policy, silicon, prospect))
        return *problem;
    for (auto it = policy.seats.begin(); it != policy.seats.end(); ++it) {
        if (silicon.prohibited.contains(it.key()))
            continue;
        if (auto problem = checkSeatRule(it.key(), *it, silicon, prospect))
            return *problem;
    }
    for (const Grant &grant : policy.grants) {
        if (silicon.prohibited.contains(grant.capability) && !broken("prohibited"))
            return {Code::Prohibited, grant.capability.text()};
    }
    for (auto it = policy.seats.begin(); it != policy.seats.end(); ++it) {
        if (silicon.prohibited.contains(it.key()))
            return {Code::Prohibited, it.key().text()};
    }
    if (auto problem = checkWithinCharter(policy, charter))
        return *problem;
    for (auto it = policy.seats.begin(); it != policy.seats.end(); ++it) {
        const Foundation::LayerRule floor = foundation.layers.value(silicon.layers.value(it.key(), 4));
        if (!isExempt(it.key()) && !broken("foundation-floor") && !prospect.meetsFloor(*it, floor))
            return RuleFault{What::Seats, it.key().text()}.error(Code::LaxerThanCharter);
    }
    return Result<>::success();
}

Result<> checkReachable(const Policy &policy, const Charter &charter, const Foundation &foundation, qint64 now)
{
    // Rules that run out lock out as surely as rules that nobody meets today: every date in them is looked at.
    Prospect prospect(policy, charter);
    const QString amend = amendmentName(Amendment::Amend);
    std::optional<qint64> first = prospect.emptyFrom(foundation.amendments.value(amend), now);
    QString what = amend;
    for (const QLatin1String name : {QLatin1String("change-policy"), QLatin1String("change-policy-physical")}) {
        const auto capability = CapabilityId::fromTrusted(name);
        const auto rule = policy.seats.constFind(capability);
        const std::optional<qint64> empty
            = rule == policy.seats.constEnd() ? std::optional(now) : prospect.emptyFrom(capability, *rule, now);
        if (empty && (!first || *empty < *first)) {
            first = empty;
            what = name;
        }
    }
    return first ? Result<>(Code::WouldLockOut, what) : Result<>::success();
}

} // namespace packwarden
