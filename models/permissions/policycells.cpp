// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/permissions/policycells.h"

#include "models/trust/trustbook.h"

#include <algorithm>

namespace packwarden {

PolicyFrame PolicyFrame::of(const TrustBook &trust, qint64 now)
{
    PolicyFrame frame;
    frame.charter = trust.charter();
    for (const PackSerial &serial : trust.snapshot().packs.examples()) {
        const auto state = trust.snapshot().stateOf(serial, now);
        if (!state.ok())
            continue;
        frame.foundation = state->foundation;
        if (!frame.silicon.contains(state->silicon))
            frame.silicon.append(state->silicon);
    }
    return frame;
}

int PolicyFrame::layer(const CapabilityId &capability) const
{
    int layer = 0;
    for (const SiliconLimits &kind : silicon)
        layer = std::max(layer, kind.layers.value(capability, 0));
    return layer;
}

bool PolicyFrame::isProhibited(const CapabilityId &capability) const
{
    return std::any_of(silicon.begin(), silicon.end(),
        [&](const SiliconLimits &kind) { return kind.prohibited.contains(capability); });
}

QList<CapabilityId> PolicyFrame::capabilities() const
{
    QSet<CapabilityId> all;
    for (const SiliconLimits &kind : silicon) {
        for (auto it = kind.layers.keyBegin(); it != kind.layers.keyEnd(); ++it)
            all.insert(*it);
        all.unite(kind.prohibited);
    }
    QList<CapabilityId> list = all.values();
    const auto key = [this](const CapabilityId &id) {
        return std::tuple(isProhibited(id), layer(id), id.text());
    };
    std::sort(list.begin(), list.end(),
        [&key](const CapabilityId &left, const CapabilityId &right) { return key(left) < key(right); });
    return list;
}

namespace {

bool names(const QList<Seat> &seats, const RoleId &role)
{
    return std::any_of(seats.begin(), seats.end(), [&](const Seat &seat) { return seat.role == role; });
}

bool isAnyOneKey(const SeatRule &rule)
{
    return rule.all.isEmpty() && rule.groups.size() == 1 && rule.groups.constFirst().atLeast == 1;
}

/// The clause of the company's own contract that says what others' clauses say of this capability; none is made up.
void findBasis(Grant &grant, const Policy &policy, const Policy &base)
{
    const auto sentence = [&base](const QString &contract, int clause) {
        return base.contracts.value(contract).clauses.value(clause);
    };
    const Role *role = policy.role(grant.role);
    const auto isOfCompany = [&](const RoleId &other) {
        const Role *known = base.role(other);
        return other == grant.role || (role && known && known->position == role->position);
    };
    for (const Grant &own : base.grants) {
        if (!isOfCompany(own.role))
            continue;
        for (const Grant &other : base.grants) {
            if (other.capability != grant.capability)
                continue;
            const QMap<int, QString> clauses = base.contracts.value(own.contract).clauses;
            const QString wanted = sentence(other.contract, other.clause);
            const int clause = clauses.key(wanted, -1);
            if (clause >= 0 && !wanted.isEmpty()) {
                grant.contract = own.contract;
                grant.clause = clause;
                return;
            }
        }
    }
}

void takeSeat(SeatRule &rule, const Seat &seat, CellState state)
{
    switch (state) {
    case CellState::MustSign:
        rule.all.append(seat);
        break;
    case CellState::Alone:
    case CellState::OneOf:
        if (rule.groups.isEmpty())
            rule.groups.append(SeatGroup{1, {}});
        rule.groups.first().of.append(seat);
        break;
    case CellState::Extra:
        rule.beyondSoftLimit = seat;
        rule.beyondStep = seat;
        break;
    default:
        break;
    }
}

} // namespace

void policycells::removeRole(SeatRule &rule, const RoleId &role)
{
    const auto is = [&](const Seat &seat) {
        return seat.role == role;
    };
    rule.all.removeIf(is);
    for (SeatGroup &group : rule.groups)
        group.of.removeIf(is);
    rule.groups.removeIf([](const SeatGroup &group) { return group.of.isEmpty(); });
    for (SeatGroup &group : rule.groups)
        group.atLeast = std::min(group.atLeast, int(group.of.size()));
    if (rule.beyondSoftLimit && rule.beyondSoftLimit->role == role)
        rule.beyondSoftLimit.reset();
    if (rule.beyondStep && rule.beyondStep->role == role)
        rule.beyondStep.reset();
}

CellState cellState(const Policy &policy, const PolicyFrame &frame, const CapabilityId &capability, const RoleId &role)
{
    if (frame.isProhibited(capability))
        return CellState::Prohibited;
    const auto found = policy.seats.constFind(capability);
    if (found == policy.seats.constEnd())
        return CellState::None;
    if (names(found->all, role))
        return CellState::MustSign;
    for (const SeatGroup &group : found->groups) {
        if (names(group.of, role))
            return isAnyOneKey(*found) ? CellState::Alone : CellState::OneOf;
    }
    const bool extra = (found->beyondSoftLimit && found->beyondSoftLimit->role == role)
        || (found->beyondStep && found->beyondStep->role == role);
    return extra ? CellState::Extra : CellState::None;
}

bool policycells::canSet(const Policy &policy, const PolicyFrame &frame, const PolicyCell &cell, CellState state)
{
    if (!policy.role(cell.role) || frame.isProhibited(cell.capability) || state == CellState::Prohibited)
        return false;
    SeatRule rule = policy.seats.value(cell.capability);
    removeRole(rule, cell.role);
    if (state == CellState::Alone)
        return rule.all.isEmpty() && (rule.groups.isEmpty() || isAnyOneKey(rule));
    // Of several where nobody must sign and one is enough, each is alone.
    if (state == CellState::OneOf)
        return !rule.all.isEmpty() || (!rule.groups.isEmpty() && !isAnyOneKey(rule));
    return true;
}

Policy policycells::with(const Policy &policy, const Policy &base, const PolicyCell &cell, CellState state)
{
    Policy after = policy;
    SeatRule rule = after.seats.value(cell.capability);
    // Where any one key was enough, one that must sign, or one of several, stands beside those who could act alone.
    removeRole(rule, cell.role);
    takeSeat(rule, {after.role(cell.role)->position, cell.role}, state);
    if (rule == SeatRule())
        after.seats.remove(cell.capability);
    else
        after.seats.insert(cell.capability, rule);
    const auto same = [&](const Grant &grant) {
        return grant.role == cell.role && grant.capability == cell.capability;
    };
    if (state == CellState::None) {
        after.grants.removeIf(same);
    } else if (std::none_of(after.grants.begin(), after.grants.end(), same)) {
        Grant grant;
        grant.role = cell.role;
        grant.capability = cell.capability;
        const auto before = std::find_if(base.grants.begin(), base.grants.end(), same);
        if (before != base.grants.end())
            grant = *before;
        else
            findBasis(grant, after, base);
        after.grants.append(grant);
    }
    return after;
}

} // namespace packwarden
