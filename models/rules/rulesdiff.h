// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/rules/rules.h"

namespace packwarden {

/// What differs: the kind of rule, and which one of it.
struct RulePlace
{
    enum class What {
        AuthorMayFill, ///< alone
        Clause, ///< one: the contract; two: its number
        Contract,
        CrossRule, ///< one, two: the lower and the upper parameter
        Grant, ///< one: the role; two: the capability
        Group, ///< of packs
        Issuers, ///< of keys of a role
        ListGrace, ///< of a layer
        MandatorySeats, ///< of a capability, by the charter
        Position,
        Range, ///< of a parameter, by the charter
        Rights, ///< to a capability, by the charter
        Role,
        Seats, ///< of a capability
        SoftLimit, ///< of a parameter
        Step, ///< likewise
        Successor, ///< of a seat
        Timekeepers, ///< alone
    };
    What what = What::Grant;
    QString one = {};
    QString two = {};

    /// "grant driver activate": the stable word for files and the command line.
    QString text() const;
    bool operator==(const RulePlace &) const = default;
    friend bool operator<(const RulePlace &a, const RulePlace &b) { return a.text() < b.text(); }
};

/// One difference between two sets of rules, both sides by a text of stable words and numbers; screens choose their own
/// sentences by place.
struct RuleDifference
{
    enum class Kind { New, Changed, Removed };
    Kind kind = Kind::Changed;
    RulePlace place;
    QString before; ///< empty if new
    QString after; ///< empty if removed
    bool operator==(const RuleDifference &) const = default;
};

/// In the order of the places' texts. Versions and the hash of the charter are not rules.
QList<RuleDifference> differences(const Policy &before, const Policy &after);
QList<RuleDifference> differences(const Charter &before, const Charter &after);

} // namespace packwarden
