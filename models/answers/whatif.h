// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/answers/rulevote.h"
#include "models/core/judge/gathering.h"

namespace packwarden {

/// May this person, or somebody in this role, do it on this pack at that moment?
struct WhatIfQuestion
{
    CapabilityId capability;
    RoleId role; ///< of somebody whom the role's own company certifies; not asked with a leaf
    std::optional<Certificate> leaf;
    QList<Certificate> known; ///< where issuers are looked for
    QString purpose; ///< of activate; empty: what the role may
    qint64 now = 0; ///< lists that are fresh now are taken to be renewed until the state's moment; 0: they are not
};

struct WhatIfAnswer
{
    enum class Outcome { Allowed, WithOthers, Refused };
    Outcome outcome = Outcome::Refused;
    std::optional<Error> refusal; ///< the pack's reason; of WithOthers what still lacks
    QList<RuleVote> votes; ///< one of each rule, in their order
    QList<SeatFinding> missing; ///< seats that others must fill
    bool needsWriter = false; ///< all seats are filled, but another must write the document
    bool onlyBeyond = false; ///< has a part only beyond a soft limit or a largest step
    std::optional<Actor> actor; ///< as the pack would take him; none: it would not

    const RuleVote &vote(RuleVote::Rule rule) const { return votes.at(int(rule)); }
};

/// Judged by the pack's own code on this state; its clock is the moment. Pure.
WhatIfAnswer whatIf(const WhatIfQuestion &question, const PackState &state);

/// The authorities between a leaf and its root, as far as they are known.
QList<Certificate> issuersOf(Certificate certificate, const QList<Certificate> &known);

/// The rule that a reason for refusing rests on.
RuleVote::Rule ruleOf(Code code);

} // namespace packwarden
