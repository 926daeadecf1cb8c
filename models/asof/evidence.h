// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/audit/auditrecord.h"
#include "models/core/pack/packstate.h"
#include "models/keys/issuedbook.h"

namespace packwarden {

class Workspace;

/// What something about a past moment is proved by.
struct Proof
{
    enum class Kind {
        Statement, ///< of the pack, signed by it
        Receipt, ///< of the pack, signed by it
        Document, ///< signed by people
        List, ///< of revoked certificates
        Certificate,
        Record, ///< of this console's audit; not signed by others
    };
    Kind kind = Kind::Document;
    /// SHA-256: of a statement, receipt, list and certificate as they are; of a document's payload; of a record, its
    /// hash in the chain.
    QByteArray sha256;
    QString name; ///< title, serial, issuer or record's number
    qint64 at = 0; ///< Unix seconds
    bool operator==(const Proof &) const = default;
};

/// What this store has to say about the past: a value, taken in the workspace's thread, read by any.
struct AsOfGround
{
    CertificateSources sources;
    QList<AuditRecord> records; ///< about the pack
    QList<QByteArray> words; ///< earlier statements of the pack, as this store kept them
    QByteArray logId; ///< of this audit
    qint64 now = 0;

    /// serial: of the pack that is asked about; empty: none.
    static AsOfGround of(Workspace &workspace, const PackSerial &serial);
    const TrustSnapshot &trust() const { return sources.trust; }
};

/// A stretch of time in which a pack held a charter or a policy, by its own signed word.
struct RulesPoint
{
    qint64 version = 0;
    QByteArray document; ///< SHA-256 of the payload that brought it; empty: the word names the version alone
    qint64 from = 0;
    qint64 until = 0;
    bool isBegin = false; ///< it came into force at from, not before
    Proof proof;
};

/// A value as a pack held it at a moment.
struct ValuePoint
{
    ParameterId parameter;
    StoredValue value; ///< revision -1: not known
    qint64 at = 0;
    bool isBegin = false; ///< it was set at that moment
    Proof proof;
};

/// What happened to a pack, wherever it was written down.
struct PastEvent
{
    qint64 at = 0;
    QString what; ///< title of a document, word of an action
    QString log; ///< whose log or word: the serial of the pack, "audit", a person's name
    Proof proof;
    bool operator==(const PastEvent &) const = default;
};

struct PackEvidence
{
    QList<RulesPoint> charters; ///< by from
    QList<RulesPoint> policies; ///< by from
    QList<ValuePoint> values; ///< by at
    QList<PastEvent> events; ///< oldest first
    QHash<QByteArray, QByteArray> documents; ///< charters and policies that are here, by SHA-256 of their payload
};

/// Verifies every receipt and statement of the pack that lies in this store; what does not verify proves nothing and is
/// left out. Reads all documents: for a worker.
PackEvidence evidenceOf(const PackSerial &serial, const AsOfGround &ground);

} // namespace packwarden
