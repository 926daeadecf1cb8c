// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"
#include "models/core/cose/cose.h"

#include <optional>

namespace packwarden {

class Session;
class SignoffDocument;
struct SignoffJudgement;

/// What the one who is signed in may do with a document now: one answer for window and command line. Nothing may be
/// done while it is being signed.
struct SignoffActs
{
    bool isOpen = false; ///< seats may still be filled
    std::optional<Meaning> sign; ///< the signature that is theirs to give
    bool reject = false; ///< they could fill a seat, and have not signed
    bool withdraw = false; ///< they wrote or signed it
    bool deliver = false; ///< every pack would apply it, or one of rules; or one that refused lacks no signature now
    bool ask = false; ///< a pack would most likely refuse, and may be asked all the same: it says why
};
SignoffActs actsOf(const SignoffDocument &document, const Session &session);

/// Would a delivery serve its purpose, by all that is known here?
bool isDeliverable(const SignoffJudgement &judgement);

/// Why a document does not leave here, whatever a pack would say of it. What was rejected or taken back stays: a pack
/// that has not heard of it would apply it. Reasons: Kept.
enum class Kept {
    Unsigned,
    Rejected, ///< detail: by whom, and why
    Unreadable, ///< code and detail say why
    Withdrawn, ///< packs are brought the withdrawal
};
std::optional<Error> whyNotDelivered(const SignoffDocument &document);

} // namespace packwarden
