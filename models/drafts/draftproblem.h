// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

namespace packwarden {

/// What a draft still lacks, or asks for that makes no sense; reason of the errors of RequestDraft, CommandDraft and
/// CharterDraft, beside what the pack's verifier says. Nothing of it is ever sent.
enum class DraftProblem {
    Unchanged, ///< the pack holds this value
    UnchangedEverywhere, ///< all of the packs do
    NoReason, ///< why it is asked for was not said
    NotLocked, ///< there is no theft-lock to end
    SeveralLocks, ///< different documents locked these packs
    UnknownSlot, ///< the pack has not told of such a part
    ComponentId, ///< not as it may stand on a label
    Position, ///< taken, or empty
    Root, ///< no certificate that signed itself and may issue others
    Party, ///< the company's short name
    PartyName,
    Signatory, ///< the role that signs for it
    SignatoryTitle,
    SameParty, ///< that is in the position
    SameRoot, ///< that the position has
    OtherParty, ///< another position has this company or this root, otherwise
};

/// Malformed, OutsideCharter, WrongState; detail: in English.
Error draftError(DraftProblem problem);

} // namespace packwarden
