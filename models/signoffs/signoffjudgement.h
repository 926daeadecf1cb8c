// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/judge/seatoffer.h"
#include "models/core/judge/verifier.h"
#include "models/signoffs/documentcontent.h"
#include "models/signoffs/packjudgement.h"
#include "models/signoffs/signoffvoices.h"
#include "models/trust/trustbook.h"

namespace packwarden {

class AuditStore;
class ReceiptBook;

enum class SignoffState {
    Unreadable, ///< the request in the file cannot be read
    Unjudged, ///< no pack that it names is known here
    Draft, ///< its author has not signed it yet
    Collecting, ///< seats are missing
    Ready, ///< every pack would apply it
    PartlyApplied,
    Applied, ///< a verified receipt of every pack
    RefusedByPack, ///< the last delivery was refused (unsigned word of the bus)
    Withdrawn, ///< by its author or a signer
    Rejected, ///< by somebody who could have signed it; packs are not told
    Expired,
    Stale, ///< overtaken: a value or its revision is no longer what the request starts from
    Refused, ///< the rehearsal refuses it for another reason, see PackJudgement
};

/// Seats of several rights that one signature fills, or would fill: people count, and see, such places.
struct SeatPlace
{
    QList<Seat> candidates; ///< in a fixed order
    int filledBy = -1; ///< index into the signatures, -1: missing
    int seats = 1; ///< how many rights ask for it
    bool extra = false; ///< beyond a soft limit or step
    bool operator==(const SeatPlace &) const = default;
};
/// Places for the seats of a verdict: as few as there are signatures to get.
QList<SeatPlace> placesOf(const QList<SeatFinding> &seats);

/// What the one who looks has to do with a document.
struct OwnPart
{
    std::optional<Meaning> wanted; ///< the signature that is theirs to give
    SeatOffer offer; ///< by their approval
};

/// Everything a screen shows of a document, made by parsing exactly the signed bytes.
struct SignoffJudgement
{
    SignoffState state = SignoffState::Unreadable;
    std::optional<Error> problem; ///< of an unreadable document, or the first pack's refusal
    std::optional<DocumentContent> content; ///< absent while unreadable
    std::optional<ChangeRequest> request; ///< content's, where it is one
    QByteArray payloadSha256;
    QString fingerprint;
    QList<PackJudgement> packs;
    QList<SeatFinding> seats; ///< of the first pack that could be judged
    QList<SignatureFinding> signatures; ///< likewise
    QList<Seat> seatCandidates; ///< whoever could fill a seat on any of the packs
    QList<VoiceFinding> voices; ///< withdrawals and rejections, good or not
    QSet<ParameterId> hidden; ///< proposed values that the one who looks may not see yet, see signoffownvalue.h
    bool isAuthorMissing = false; ///< the author has not signed yet: no pack can say anything else of it
    OwnPart own; ///< empty while nobody is signed in; see ownPart
    /// Seats may still be filled, as far as this console knows.
    bool isOpen() const { return state == SignoffState::Draft || state == SignoffState::Collecting; }
    /// It is open, and the one who looks has a signature to give.
    bool isWanted() const { return isOpen() && own.wanted.has_value(); }
    QList<SeatPlace> places() const { return placesOf(seats); }
    int placesFilled() const;
    /// The author's seat, if he has signed and could sit somewhere.
    std::optional<Seat> authorSeat() const;
    /// Would a pack that has not applied it refuse it for an empty seat, which a further signature fills?
    bool isSeatMissing() const;
    int receipts() const;
    /// The one whose word it is that the document is withdrawn or rejected; null if nobody heard said so.
    const VoiceFinding *heard(VoiceFinding::Kind kind) const;
};

/// What packs answered to deliveries from this console, by SHA-256 of the delivered COSE_Sign: a document that got
/// another signature since is another one.
using RefusedDeliveries = QHash<QByteArray, QMap<PackSerial, Error>>;

/// Read from the audit, which is where outcomes are kept. Looks at the newest thousand deliveries.
RefusedDeliveries refusedDeliveries(const AuditStore &audit);

/// Rehearses the document on every pack that it names, within the bounds of filebounds.h; rules on every pack whose
/// state is known. Pure; run it on a worker for many documents, with one memo for all of them.
/// receipts: more than the file carries; null: none.
SignoffJudgement judgeSignoff(const DocumentFile &file, const TrustSnapshot &trust, const RefusedDeliveries &refused,
    qint64 now, const MemoHandle &memo = {}, const ReceiptBook *receipts = nullptr);

/// chain: of the one who looks, leaf first; empty while nobody is signed in. By what is known of the packs.
OwnPart ownPart(
    const SignoffJudgement &judgement, const QList<Certificate> &chain, const TrustSnapshot &trust, qint64 now);

/// REQ-<short id>_<pack or n-packs>_<what>_<m>of<n>.pwreq (POL-, CHR-, CMD- with their own endings); layer 4 names no
/// value, and neither does any other.
QString suggestedFileName(const SignoffJudgement &judgement);

/// What a pack receives: the document, of a charter with the newest lists under its roots.
QByteArray deliveredBytes(const DocumentFile &file);

} // namespace packwarden

Q_DECLARE_METATYPE(packwarden::SignoffJudgement)
