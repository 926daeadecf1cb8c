// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cose/cose.h"
#include "models/core/documents/command.h"
#include "models/core/documents/provisioning.h"
#include "models/core/documents/rulechange.h"
#include "models/core/pack/packstate.h"

namespace packwarden {

/// What the verifier found about one signature of a document.
struct SignatureFinding
{
    std::optional<Code> problem; ///< none: valid and trusted
    QString detail;
    Meaning meaning = Meaning::Approve;
    qint64 at = 0;
    Certificate leaf; ///< empty DER if the chain could not be read
    QByteArray rootSha256;
    PositionId position; ///< of the signer's role, once trusted
    bool counted = false; ///< fills a seat
};

/// One seat that a document needs, and who fills it.
struct SeatFinding
{
    CapabilityId capability;
    int layer = 4;
    QList<Seat> candidates; ///< one: mandatory; more: any of these (one of a group of k)
    bool extra = false; ///< needed because a soft limit or step is passed
    int filledBy = -1; ///< index into signatures, -1: missing
    int group = -1; ///< seats of the same "at least k of"; no place of one is filled twice
    bool byRole = false; ///< the foundation's, or of a party that comes new: its role is enough, no grant is asked
    bool byComing = false; ///< asked for and filled by the rules that the document brings
};

/// The whole judgement over a document. Accepted, or the first reason of the fixed order with its detail.
struct Verdict
{
    std::optional<Error> refusal; ///< none: would be applied
    bool alreadyApplied = false; ///< the same document was applied before: the kept receipt is the answer
    QByteArray payloadSha256;
    /// What it is, parsed from exactly the signed bytes; none of them if they cannot be read.
    std::optional<ChangeRequest> request;
    std::optional<PolicyChange> policy;
    std::optional<CharterChange> charter;
    std::optional<Command> command;
    std::optional<ProvisionDocument> provision;
    QList<CrlEntry> heard; ///< that a charter brought along and that newcomers were judged by, also where it is refused
    QList<CrlEntry> lists; ///< that a charter brought along and that were taken in; to be stored with it
    QList<SignatureFinding> signatures;
    QList<SeatFinding> seats; ///< as far as known, also on refusal, so that a screen can show what is missing
    bool accepted() const { return !refusal.has_value(); }
};

} // namespace packwarden
