// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/documents/amendment.h"
#include "models/core/documents/rulechange.h"

#include <algorithm>

namespace packwarden {

namespace {

/// All that two sets of rules say about one capability, and nothing else of them, so that they can be compared.
struct View
{
    Policy policy;
    Charter charter;
    bool operator==(const View &) const = default;
};

QSet<Seat> seatsIn(const SeatRule &rule, const QList<Seat> &mandatory)
{
    QSet<Seat> seats(rule.all.begin(), rule.all.end());
    for (const SeatGroup &group : rule.groups)
        seats += QSet<Seat>(group.of.begin(), group.of.end());
    for (const auto &extra : {rule.beyondSoftLimit, rule.beyondStep}) {
        if (extra)
            seats.insert(*extra);
    }
    seats += QSet<Seat>(mandatory.begin(), mandatory.end());
    return seats;
}

template <typename Id, typename T> void keep(const QMap<Id, T> &from, const Id &id, QMap<Id, T> &to)
{
    if (const auto it = from.constFind(id); it != from.constEnd())
        to.insert(id, *it);
}

void viewGrants(const CapabilityId &capability, const Policy &policy, View &view, QSet<RoleId> &roles)
{
    for (const Grant &grant : policy.grants) {
        if (grant.capability != capability)
            continue;
        view.policy.grants.append(grant);
        roles.insert(grant.role);
        if (!grant.group.isEmpty())
            view.policy.groups.insert(grant.group, policy.groups.value(grant.group));
    }
    std::sort(view.policy.grants.begin(), view.policy.grants.end(), [](const Grant &a, const Grant &b) {
        const auto key = [](const Grant &g) {
            return std::tie(
                g.role, g.contract, g.clause, g.from, g.until, g.uses, g.states, g.group, g.purposes, g.hours);
        };
        return key(a) < key(b);
    });
}

void viewParameters(const CapabilityId &capability, const Policy &policy, const Charter &charter,
    const SiliconLimits &silicon, View &view)
{
    QSet<ParameterId> parameters;
    for (const ParameterDefinition &definition : silicon.parameters) {
        if (definition.capability != capability)
            continue;
        parameters.insert(definition.id);
        keep(policy.softLimits, definition.id, view.policy.softLimits);
        keep(policy.steps, definition.id, view.policy.steps);
        keep(charter.ranges, definition.id, view.charter.ranges);
    }
    for (const CrossRule &rule : policy.crossRules) {
        if (parameters.contains(rule.lower) || parameters.contains(rule.upper))
            view.policy.crossRules.append(rule);
    }
    std::sort(view.policy.crossRules.begin(), view.policy.crossRules.end(), [](const CrossRule &a, const CrossRule &b) {
        return std::tie(a.lower, a.upper, a.gap) < std::tie(b.lower, b.upper, b.gap);
    });
}

/// The terms of positions whose term gets shorter by a new charter, as one of the two charters has them.
using Terms = QMap<PositionId, Position>;

Terms termsOf(const Charter &charter, const QList<PositionId> &shortened)
{
    Terms terms;
    for (const PositionId &position : shortened) {
        Position term;
        term.from = charter.positions.value(position).from;
        term.until = charter.positions.value(position).until;
        terms.insert(position, term);
    }
    return terms;
}

View viewOf(const CapabilityId &capability, const Policy &policy, const Charter &charter, const SiliconLimits &silicon,
    const Terms &terms)
{
    View view;
    QSet<RoleId> roles = charter.mayHold.value(capability);
    viewGrants(capability, policy, view, roles);
    viewParameters(capability, policy, charter, silicon, view);
    keep(policy.seats, capability, view.policy.seats);
    keep(charter.mandatorySeats, capability, view.charter.mandatorySeats);
    keep(charter.mayHold, capability, view.charter.mayHold);
    for (const Seat &seat : seatsIn(policy.seats.value(capability), charter.mandatorySeats.value(capability))) {
        roles.insert(seat.role);
        keep(terms, seat.position, view.charter.positions);
        keep(charter.successors, seat, view.charter.successors);
        if (charter.authorMayFill.contains(seat.position))
            view.charter.authorMayFill.insert(seat.position);
    }
    for (const RoleId &role : std::as_const(roles)) {
        keep(policy.issuers, role, view.policy.issuers);
        keep(charter.mayIssue, role, view.charter.mayIssue);
        if (const Role *known = policy.role(role)) {
            view.policy.roles.append({known->id, known->position, {}});
            keep(terms, known->position, view.charter.positions);
        }
    }
    std::sort(
        view.policy.roles.begin(), view.policy.roles.end(), [](const Role &a, const Role &b) { return a.id < b.id; });
    keep(charter.crlGrace, silicon.layers.value(capability, 4), view.charter.crlGrace);
    return view;
}

void addNamed(const Policy &policy, const Charter &charter, QSet<CapabilityId> &all)
{
    for (const Grant &grant : policy.grants)
        all.insert(grant.capability);
    const auto seats = policy.seats.keys() + charter.mandatorySeats.keys() + charter.mayHold.keys();
    all += QSet<CapabilityId>(seats.begin(), seats.end());
}

} // namespace

QSet<CapabilityId> touchedCapabilities(const Policy &before, const Policy &after, const Charter &charterBefore,
    const Charter &charterAfter, const SiliconLimits &silicon)
{
    QSet<CapabilityId> all;
    for (auto it = silicon.layers.begin(); it != silicon.layers.end(); ++it)
        all.insert(it.key());
    addNamed(before, charterBefore, all);
    addNamed(after, charterAfter, all);
    const QList<PositionId> shortened = amendment::shortened(charterBefore, charterAfter);
    const Terms termsBefore = termsOf(charterBefore, shortened);
    const Terms termsAfter = termsOf(charterAfter, shortened);
    QSet<CapabilityId> touched;
    for (const CapabilityId &capability : std::as_const(all)) {
        if (viewOf(capability, before, charterBefore, silicon, termsBefore)
            != viewOf(capability, after, charterAfter, silicon, termsAfter))
            touched.insert(capability);
    }
    return touched;
}

} // namespace packwarden
