// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cose/cose.h"
#include "models/core/pack/packstate.h"

namespace packwarden {

/// Structured values of data identifiers as deterministic CBOR, for both sides. Decoders: NotCanonical, Malformed.

/// DID 0102: one slot of the key repository.
struct RepositorySlot
{
    QString name; ///< "identity", "silicon", "device-key", ...
    QString kind; ///< "write-once-read-many", "write-once-read-never", "write-until-protected", "rewritable"
    QString state; ///< "empty", "written", "protected"
    qint64 size = 0;
    QByteArray sha256; ///< of what may be read; empty otherwise
    bool operator==(const RepositorySlot &) const = default;

    static QByteArray encodeMap(const QList<RepositorySlot> &slotList);
    static Result<QList<RepositorySlot>> decodeMap(const QByteArray &bytes);
};

/// DID 0105.
struct PackCounters
{
    qint64 boots = 0;
    qint64 failedAuthentications = 0;
    QMap<QString, qint64> refusals; ///< reason -> how often
    QMap<QString, qint64> prevented; ///< guard -> "prevented n times"
    bool operator==(const PackCounters &) const = default;

    QByteArray encode() const;
    static Result<PackCounters> decode(const QByteArray &bytes);
};

/// DID 0106: the highest head of a person's or party's audit among the signers that a pack counted. The signature that
/// carried it is not kept; the SHA-256 of its document is.
struct WitnessedHead
{
    QByteArray rootSha256;
    LogHead head;
    QByteArray document; ///< SHA-256 of the payload whose signature carried it
    bool conflict = false; ///< evidence: another head of the same log and count was seen
    bool operator==(const WitnessedHead &) const = default;

    static QByteArray encodeList(const QList<WitnessedHead> &heads);
    static Result<QList<WitnessedHead>> decodeList(const QByteArray &bytes);
};

/// DID 0107.
struct LockInfo
{
    QString state; ///< "inactive", "active", "theft-locked"
    bool pending = false; ///< takes effect at standstill
    qint64 until = 0; ///< active: when the lease ends if the pack runs on
    QString purpose;
    qint64 revision = 0; ///< of the theft lock
    QByteArray document; ///< of the theft lock
    QByteArray rootSha256; ///< by whom
    QString person;
    bool operator==(const LockInfo &) const = default;

    QByteArray encode() const;
    static Result<LockInfo> decode(const QByteArray &bytes);
};

/// DID 0108.
QByteArray encodeComponents(const QMap<QString, Component> &components);
Result<QMap<QString, Component>> decodeComponents(const QByteArray &bytes);

/// DID 0110.
struct SessionInfo
{
    bool authenticated = false;
    QString person;
    QString party;
    QStringList roles;
    QStringList capabilities;
    qint64 secondsLeft = 0;
    bool operator==(const SessionInfo &) const = default;

    QByteArray encode() const;
    static Result<SessionInfo> decode(const QByteArray &bytes);
};

/// DIDs 0111 (changes) and 0112 (refusals): the BSP's own audit, oldest first, each with the hash of the one before.
struct PackLogRecord
{
    qint64 number = 0; ///< counts from 1 without gaps; the first given may be later, when older ones were overwritten
    qint64 at = 0;
    QString action; ///< "request", "charter", "activate", "write", ... or the reason of a refusal
    QString detail;
    QByteArray document; ///< SHA-256, or empty
    qint64 count = 1; ///< coalesced refusals
    QByteArray hash; ///< SHA-256 over this record and the hash of the one before
    bool operator==(const PackLogRecord &) const = default;

    static QByteArray encodeList(const QList<PackLogRecord> &records);
    static Result<QList<PackLogRecord>> decodeList(const QByteArray &bytes);
    /// hash of record = SHA-256(previous hash || deterministic CBOR of [number, at, action, detail, document, count]).
    QByteArray hashAfter(const QByteArray &previous) const;
};

/// DID 0114: what the pack knows, so that a console brings only what is newer.
struct PackKnowledge
{
    struct List
    {
        QByteArray issuerSpki; ///< SHA-256 of the issuer's SubjectPublicKeyInfo
        QString issuer; ///< common name, for people
        qint64 number = 0;
        qint64 nextUpdate = 0;
        bool operator==(const List &) const = default;
    };
    QList<List> lists;
    QList<QByteArray> withdrawals; ///< SHA-256 of the payloads withdrawn
    QByteArray nonce; ///< for a time document
    bool operator==(const PackKnowledge &) const = default;

    QByteArray encode() const;
    static Result<PackKnowledge> decode(const QByteArray &bytes);
};

} // namespace packwarden
