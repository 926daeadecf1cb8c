// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/signoffs/signoffownvalue.h"

namespace packwarden {

class Workspace;

namespace ownvalue {

/// What the one who is signed in found, held against what the document proposes.
enum class Comparison {
    Agrees,
    Missing, ///< one was not given; nothing is recorded
    Differs, ///< recorded; one attempt is left
    DiffersAgain, ///< recorded; that was the last attempt, and is a rejection
    Spent, ///< the last attempt was before
};
/// Counts the attempts that the audit has of this person, and records one that differs: neither of the two values is
/// written down, so that those who read it do not learn the proposed one. AuditUnwritable, AuditDamaged.
Result<Comparison> compare(
    Workspace &workspace, const SignoffJudgement &judgement, const QSet<ParameterId> &wanted, const Values &values);

} // namespace ownvalue

} // namespace packwarden
