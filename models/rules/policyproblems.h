// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/rules/rules.h"

#include <variant>

namespace packwarden {

/// What is wrong or odd about a policy, seen from the people who must live with it. Errors would be refused by the
/// pack; warnings are for whoever edits it. Pure; cost grows with grants times capabilities.
struct PolicyProblem
{
    enum class Kind {
        Refused, ///< by the pack's own rules; error says why
        NoContractBasis, ///< the grant names no contract, or a clause that the contract does not have
        IssuerIsUser, ///< the position that issues a role's keys is the one that uses them, in layers 3 and 4
        OnePartyFillsAllSeats, ///< no second pair of eyes
        RoleHoldsEverything, ///< a role that may do all that any role may
        NobodyHolds, ///< a capability that no role may use now
        SeatCannotBeFilled, ///< a seat whose role holds no grant in force, or whose position is vacant
        ConditionNeverHolds, ///< dates that exclude each other, a group without packs, purposes of another capability
        GrantEnds, ///< within 30 days
        GrantTwice, ///< the same role and capability without any difference
        UnknownParameter, ///< a limit or rule for what no known pack has
        CrossRuleAgainstLimits, ///< can never hold within the charter's ranges
        HiddenCharacter, ///< a name or clause that turns or hides the text around it; detail: the code point
        DoneByOneKey, ///< the row names several, but a pack does this in a session, by one key that holds the right
    };
    /// Which condition of the grant can never hold.
    enum class Condition { Dates, Group, Purposes };
    /// What a kind is about beyond role and capability.
    using About = std::variant<std::monostate, qint64, PositionId, ParameterId, Seat, CrossRule, Condition>;

    Kind kind = Kind::Refused;
    bool blocks = false;
    std::optional<Error> error; ///< of Refused
    RoleId role; ///< what it is about, as far as it applies
    CapabilityId capability;
    QString detail; ///< seat, parameter, group or contract concerned, as the command line says it
    /// IssuerIsUser: the position; SeatCannotBeFilled: the seat; ConditionNeverHolds: which; GrantEnds: when;
    /// UnknownParameter: which; CrossRuleAgainstLimits: the rule. Nothing for the others.
    About about = {};
    bool operator==(const PolicyProblem &) const = default;
};

/// silicon: of each kind of pack that is known; may be empty, then what depends on it is not judged.
QList<PolicyProblem> findProblems(const Policy &policy, const Charter &charter, const Foundation &foundation,
    const QList<SiliconLimits> &silicon, qint64 now);

/// A stable word for a kind ("no-contract-basis"), for --json.
QLatin1String problemName(PolicyProblem::Kind kind);

} // namespace packwarden
