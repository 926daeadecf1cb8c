// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/rules/rules.h"

namespace packwarden {

class TrustBook;

/// What a cell of the matrix says: how one role takes part in one capability.
enum class CellState {
    None, ///< no part in it
    Alone, ///< this key is enough
    MustSign, ///< one of those who all must sign
    OneOf, ///< one of a group of which some must sign
    Extra, ///< signs only beyond a soft limit or a largest step
    Prohibited, ///< by the silicon: nobody, ever
};

/// The rules that a policy is drafted under; no pack takes one that is laxer.
struct PolicyFrame
{
    Charter charter;
    Foundation foundation;
    QList<SiliconLimits> silicon; ///< one of each kind of pack known here
    bool operator==(const PolicyFrame &) const = default;

    /// What is pinned and what is known of packs.
    static PolicyFrame of(const TrustBook &trust, qint64 now);
    int layer(const CapabilityId &capability) const; ///< the innermost of all kinds of pack; 0: none knows it
    bool isProhibited(const CapabilityId &capability) const;
    QList<CapabilityId> capabilities() const; ///< by layer, prohibited ones last, then by name
};

/// A place of the matrix.
struct PolicyCell
{
    CapabilityId capability;
    RoleId role;
    bool operator==(const PolicyCell &) const = default;
};

CellState cellState(const Policy &policy, const PolicyFrame &frame, const CapabilityId &capability, const RoleId &role);

/// Pure edits of the cells of a policy: seats and grants together.
namespace policycells {

/// May the cell say this? A prohibited capability has no other state; alone excludes those who must sign, one of
/// several needs them.
bool canSet(const Policy &policy, const PolicyFrame &frame, const PolicyCell &cell, CellState state);
/// The policy with that state in the cell; canSet must hold. A right that comes new takes its conditions from base
/// where that had it, and else its clause from the contract of its company.
Policy with(const Policy &policy, const Policy &base, const PolicyCell &cell, CellState state);
/// The role takes no part in the rule any more.
void removeRole(SeatRule &rule, const RoleId &role);

} // namespace policycells

} // namespace packwarden
