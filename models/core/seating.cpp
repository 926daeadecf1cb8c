// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "seating.h"

#include "breakable.h"

#include <algorithm>
#include <functional>

namespace packwarden::seating {

namespace {

/// What each seat could take, one unit for at most one seat: the most seats that can be filled at once.
int mostFilled(const QList<QSet<QByteArray>> &options)
{
    QMap<QByteArray, int> takenBy;
    QSet<QByteArray> visited;
    const std::function<bool(int)> place = [&](int seat) {
        for (const QByteArray &unit : options.at(seat)) {
            if (visited.contains(unit))
                continue;
            visited.insert(unit);
            if (!takenBy.contains(unit) || place(takenBy.value(unit))) {
                takenBy.insert(unit, seat);
                return true;
            }
        }
        return false;
    };
    int filled = 0;
    for (int seat = 0; seat < options.size(); ++seat) {
        visited.clear();
        filled += place(seat) ? 1 : 0;
    }
    return filled;
}

QList<QList<Seat>> slotsOf(const SeatRule &rule, bool withExtras)
{
    QList<QList<Seat>> places;
    for (const Seat &seat : rule.all)
        places.append({seat});
    for (const SeatGroup &group : rule.groups)
        places += QList<QList<Seat>>(group.atLeast, group.of);
    if (withExtras) {
        if (rule.beyondSoftLimit)
            places.append({*rule.beyondSoftLimit});
        if (rule.beyondStep && rule.beyondStep != rule.beyondSoftLimit)
            places.append({*rule.beyondStep});
    }
    return places;
}

bool holdsGrant(const RoleId &role, const CapabilityId &capability, const Rules &rules)
{
    if (!rules.charter.mayHold.value(capability).contains(role))
        return false;
    const auto &grants = rules.policy.grants;
    return std::any_of(grants.begin(), grants.end(), [&](const Grant &grant) {
        if (grant.role != role || grant.capability != capability)
            return false;
        return !rules.at
            || (*rules.at >= grant.from && (grant.until == 0 || *rules.at < grant.until) && grant.uses == 0
                && grant.group.isEmpty());
    });
}

/// May somebody certify the role for this position; in the harmful layers, under the root of its own party?
bool canBeCertified(const Seat &seat, bool ownRoot, const Policy &policy, const Charter &charter)
{
    const QByteArray root = charter.positions.value(seat.position).rootDer;
    const QSet<PositionId> issuers = policy.issuers.value(seat.role) & charter.mayIssue.value(seat.role);
    return std::any_of(issuers.begin(), issuers.end(), [&](const PositionId &issuer) {
        return charter.positions.contains(issuer) && (!ownRoot || charter.positions.value(issuer).rootDer == root);
    });
}

} // namespace

Seat fillerOf(const Seat &seat, const Charter &charter, qint64 at)
{
    return charter.inForce(seat.position, at) && !broken("successors") ? seat : charter.successors.value(seat, seat);
}

bool canBeFilled(const CapabilityId &capability, const SeatRule &rule, const Rules &rules)
{
    const bool harmful = rules.silicon.layers.value(capability, 4) >= 3;
    QList<QSet<QByteArray>> options;
    for (const QList<Seat> &candidates : slotsOf(rule, true)) {
        QSet<QByteArray> roots;
        for (const Seat &candidate : candidates) {
            const Seat seat = rules.at ? fillerOf(candidate, rules.charter, *rules.at) : candidate;
            if (holdsGrant(seat.role, capability, rules) && canBeCertified(seat, harmful, rules.policy, rules.charter)
                && (!rules.at || rules.charter.inForce(seat.position, *rules.at)))
                roots.insert(rules.charter.positions.value(seat.position).rootDer);
        }
        // In layers 1 and 2 a seat needs a person of its own, and a party may have any number of people.
        if (roots.isEmpty())
            return false;
        options.append(roots);
    }
    return !harmful || mostFilled(options) == options.size();
}

bool amendmentCanBeFilled(const QList<Seat> &seats, const Policy &policy, const Charter &charter, qint64 at)
{
    QList<QSet<QByteArray>> options;
    for (const Seat &named : seats) {
        const Seat seat = fillerOf(named, charter, at);
        const Role *role = policy.role(seat.role);
        if (!role || role->position != seat.position || !charter.inForce(seat.position, at)
            || !canBeCertified(seat, true, policy, charter))
            return false;
        options.append({charter.positions.value(seat.position).rootDer});
    }
    return mostFilled(options) == options.size();
}

bool meetsFloor(const SeatRule &rule, const Foundation::LayerRule &floor, const Charter &charter)
{
    QList<QSet<QByteArray>> options;
    for (const QList<Seat> &candidates : slotsOf(rule, false)) {
        QSet<QByteArray> parties;
        for (const Seat &seat : candidates)
            parties.insert(charter.positions.value(seat.position).party.toUtf8());
        options.append(parties);
    }
    return floor.seats >= 1 && options.size() >= floor.seats && mostFilled(options) >= floor.parties;
}

} // namespace packwarden::seating
