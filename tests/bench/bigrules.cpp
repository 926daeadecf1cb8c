// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/bigrules.h"

namespace packwarden::bench {

QList<CapabilityId> addBigRules(PackState &pack)
{
    QList<Seat> seats;
    for (const PositionId &position : pack.charter.positions.keys()) {
        for (int i = 0; i < rolesPerParty; ++i) {
            const auto role = RoleId::fromTrusted(QStringLiteral("%1-role-%2").arg(position.text()).arg(i));
            pack.policy.roles.append({role, position, role.text()});
            pack.policy.issuers.insert(role, {position});
            pack.charter.mayIssue.insert(role, {position});
            seats.append({position, role});
        }
    }
    QList<CapabilityId> added;
    for (int c = 0; c < bigCapabilities; ++c) {
        const auto id = CapabilityId::fromTrusted(QStringLiteral("set-limit-%1").arg(c));
        const int layer = 1 + c % 4;
        pack.silicon.layers.insert(id, layer);
        QList<Seat> taking;
        for (int i = 0; i < 6; ++i) {
            // Of another company each; of all its roles in turn.
            const Seat seat = seats.at(i * rolesPerParty + (c + i) % rolesPerParty);
            taking.append(seat);
            pack.charter.mayHold[id].insert(seat.role);
            Grant grant;
            grant.role = seat.role;
            grant.capability = id;
            grant.contract = QStringLiteral("C-1");
            grant.clause = 1;
            pack.policy.grants.append(grant);
        }
        SeatRule rule;
        if (layer >= 3) {
            rule.all = {taking.at(0)};
            rule.groups = {{layer - 2, taking.mid(1)}};
        } else {
            rule.groups = {{1, taking}};
        }
        pack.policy.seats.insert(id, rule);
        added.append(id);
    }
    return added;
}

} // namespace packwarden::bench
