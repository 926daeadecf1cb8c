// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/rules/rules.h"

#include <optional>

namespace packwarden {

/// One kind of rule and what it says to the question whether somebody may do something.
struct RuleVote
{
    enum class Rule { Silicon, Foundation, Charter, Contract, Policy, Certificate, Revocation, State };
    enum class Stand {
        For,
        Needs, ///< more than this one: other signatures, a fresher list
        Against,
        Silent, ///< not asked, or nothing is known here
    };
    Rule rule = Rule::Silicon;
    Stand stand = Stand::For;
    std::optional<Error> error; ///< why not
    QString name; ///< contract
    int clause = 0;
    QString text; ///< the clause's sentence; the condition that does not hold
    qint64 when = 0; ///< a date that decides; Unix seconds
    int seats = 0; ///< of the foundation
    int parties = 0;
    QList<Seat> others; ///< who must sign besides, by the charter
    bool operator==(const RuleVote &) const = default;
};

} // namespace packwarden
