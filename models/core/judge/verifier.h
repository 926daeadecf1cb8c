// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/judge/verdict.h"

namespace packwarden {

/// The one verifier, used by the pack to decide and by the console to rehearse. Pure: bytes and state in, verdict out.
/// document: COSE_Sign bytes as delivered.
Verdict verifyRequest(const QByteArray &document, const PackState &state);
/// A policy: seats for policy, by the rules held and by the new ones, and the present seats of all it touches.
Verdict verifyPolicy(const QByteArray &document, const PackState &state);
/// A charter, as uploaded (CharterUpload). The foundation's seats for the amendment, an approval under every new root,
/// and what verifyPolicy asks for the policy inside where it changes more than the party behind a position.
Verdict verifyCharter(const QByteArray &upload, const PackState &state);
/// For whoever holds no rules yet: are these the charter and the policy in force that their own parties signed, by
/// their own roots and these lists? A first charter by the signatory of every position; a later one by the foundation's
/// seats for its kind as it fills them; a policy that did not come with the charter by its seats for policy. This shows
/// that nobody made them up alone, not whose they are: that, people compare by fingerprint. The reasons of
/// verifyCharter.
Result<> verifyPinned(const QByteArray &charterDocument, const QByteArray &policyDocument, const QList<CrlEntry> &lists,
    const SiliconLimits &silicon, const Foundation &foundation);
Verdict verifyCommand(const QByteArray &document, const PackState &state);
/// A step of provisioning, before the seal, by people under the manufacturer's root.
Verdict verifyProvision(const QByteArray &document, const PackState &state);
/// Any of the above by the content type of the bytes: what a console asks about a file. lists: the file's, for
/// charters.
Verdict verifyDocument(const CoseSign &document, const QList<QByteArray> &lists, const PackState &state);

/// What an accepted verdict makes of a state: values with their revisions, rules, lock, components, life cycle. The one
/// place that says what a document does; the pack stores what changed here, whole. Receipts are the caller's.
PackState stateAfter(const Verdict &verdict, const PackState &state);
/// The values that a receipt for it must name, read back from the state after it: those of a request or of a tighten,
/// none for anything else.
QList<AppliedValue> readBack(const Verdict &verdict, const PackState &after);
/// The values after a change request.
QMap<ParameterId, StoredValue> valuesAfter(const ChangeRequest &request, const PackState &state);

/// Would this value pass silicon limits, charter and cross rules, and which extra seats does it need? For the editor
/// and for policy rehearsal; the same code that the verifier runs on every change.
struct ValueJudgement
{
    std::optional<Error> refusal;
    bool beyondSoftLimit = false;
    bool beyondStep = false;
};
ValueJudgement judgeValue(const ParameterId &parameter, Milli to, const PackState &state);

/// The seats that a request for these parameters would need, with the roles that may fill them.
QList<SeatFinding> seatsNeeded(const QList<ParameterChange> &changes, const PackState &state);

/// Checks a receipt: signed by the named pack's device key, whose chain ends in the root of the charter's manufacturer
/// (no other party's root can speak for a pack), for this document of any kind, and its read-back is what that asks.
/// ReceiptInvalid with a detail otherwise.
Result<Receipt> verifyReceipt(const QByteArray &receipt, const CoseSign &document, const PackSerial &serial,
    const Charter &charter, const QList<CrlEntry> &crls);

} // namespace packwarden
