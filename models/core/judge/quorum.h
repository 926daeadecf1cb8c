// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/effort.h"
#include "models/core/judge/verdict.h"

/// Private to core: which signatures fill which seats.
namespace packwarden {

/// The seats that one capability asks for on this pack, from policy, charter and the extra seats that apply.
/// OutsidePolicy if the policy has no seats for it.
Result<QList<SeatFinding>> requiredSeats(
    const CapabilityId &capability, int layer, bool beyondSoftLimit, bool beyondStep, const PackState &state);

/// Who authored the document: his own approval counts only where the charter lets it.
struct Author
{
    QByteArray rootSha256;
    QString person;
    QByteArray spkiSha256;
};
bool isOf(const Author &author, const SignatureFinding &signature);

/// Why this signature cannot fill a seat of the capability at all; none if it could. SignerNotAuthorised,
/// AuthorIsApprover.
std::optional<Error> whyNoSeat(
    const SignatureFinding &signature, const SeatFinding &seat, const Author &author, const PackState &state);

/// Fills the seats of one capability by a maximum matching: no signature is spent where another would need it.
/// Layers 3 and 4: one seat per root. Layers 1 and 2: one per person and per key.
/// Marks signatures that count, gives approvals that fill nothing a reason, and sets filledBy.
/// Error: none if complete, else why not (the rule of "Refusal reasons" in FORMATS.md); TooComplex if the effort was
/// spent before that could be told.
/// floor: what the foundation asks of the layer counts too; not for what makes a pack stricter (theft-lock, tighten).
/// others: signatures that are good by the other of two sets of rules, and no fault where they fill nothing here.
enum class FoundationFloor { Counts, Exempt };
std::optional<Error> fillSeats(QList<SeatFinding> &seats, QList<SignatureFinding> &signatures, const Author &author,
    const PackState &state, Effort &effort, FoundationFloor floor = FoundationFloor::Counts,
    const QSet<int> &others = {});

} // namespace packwarden
