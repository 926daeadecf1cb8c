// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/documents/documentfile.h"
#include "models/core/pack/packanswers.h"

#include <QSet>

namespace packwarden {

struct SignoffJudgement;
struct TrustSnapshot;

/// Every console is a courier: it brings a pack what that does not know yet and takes along what it says, for all
/// parties. Pure; what is judged here is only whether bringing it makes sense, the pack decides for itself.

/// What a pack said of itself when the courier came.
struct CourierVisit
{
    PackSerial serial;
    PackKnowledge knowledge; ///< DID 0114
    LockInfo lock; ///< DID 0107
    QSet<QByteArray> brought = {}; ///< SHA-256 of the withdrawals that this console brought and the pack took
};

struct CourierLoad
{
    enum class Kind { List, Withdrawal, Lock };
    Kind kind = Kind::List;
    QByteArray bytes; ///< as the pack takes it: an encoded CRL entry, a COSE_Sign1, a COSE_Sign
    QByteArray document; ///< SHA-256 of the payload that is withdrawn, or that locks
    bool operator==(const CourierLoad &) const = default;
};

/// What this pack should hear of, in the order in which it helps: the newest lists that it has in an older number or
/// not at all, withdrawals of documents that name it (a pack does not tell whose it has, so each console brings what it
/// did not bring before), theft locks and unlocks that are complete. What the pack would
/// refuse by all that is known here is left at home: a refusal is a mark in its memory. Nothing for a pack that was
/// never read, or holds other rules than those pinned.
QList<CourierLoad> courierLoads(
    const CourierVisit &visit, const QList<DocumentFile> &files, const TrustSnapshot &trust, qint64 now);

/// Names the locks that are complete and the withdrawals that count; another name, and packs may lack something. Empty:
/// there are none.
QByteArray nameOfLoads(const QList<SignoffJudgement> &judgements);

/// Is this document due to the pack: complete, in force, taken back by no one, a document that the pack would apply by
/// all that is known of it, and not proved to be applied? Locks are not among them: they are loads of each visit.
bool isDueTo(const SignoffJudgement &judgement, const PackSerial &serial);

/// The newest number known here of each list, by the SHA-256 of the issuer's SubjectPublicKeyInfo.
QHash<QByteArray, qint64> newestListNumbers(const TrustSnapshot &trust, qint64 now);

/// The lists that a pack says it knows, encoded, if every one of them is known here in the same number.
std::optional<QList<QByteArray>> knownListsOf(const PackKnowledge &knowledge, const TrustSnapshot &trust);

/// Copies of those files that gain a receipt by what the pack keeps, with it: whoever delivered the document.
QList<DocumentFile> courierReceipts(const PackSerial &serial, const QList<QByteArray> &receipts,
    const QList<DocumentFile> &files, const TrustSnapshot &trust);

} // namespace packwarden
