// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/audit/audithead.h"
#include "models/audit/auditrecord.h"

#include <QMetaType>

#include <functional>

namespace packwarden {

/// Up to which record somebody's word holds this log in place.
struct AuditAnchor
{
    qint64 count = 0;
    QString by;
    QString carrier; ///< of headcarrier
    bool proved = false; ///< signed, and the signer trusted
    bool operator==(const AuditAnchor &) const = default;
};

/// Something that a person must know of, though every record follows from the one before.
struct AuditFlag
{
    enum class Kind {
        Disputed, ///< somebody names a head that this log does not have, and cannot prove that it had
        Conflict, ///< another log was seen with two histories
        CheckpointInvalid, ///< no checkpoint of this log, or its signature does not verify
        CheckpointUntrusted, ///< signed by a key that was not valid, is revoked or is unknown
        CheckpointUnchecked, ///< signed when the lists known here were too old to say that its key was not revoked
        CheckpointMissing, ///< somebody signed in or signed here, and no checkpoint followed
    };
    Kind kind = Kind::Disputed;
    qint64 record = 0; ///< of this log; of a conflict, the record that keeps the later head
    QString detail; ///< who, which log, which code: data, not a sentence
    bool operator==(const AuditFlag &) const = default;
};

/// A key that signed in here and names a head that this log does not have. Either the log was changed, or whoever
/// holds the key told something false, as anybody who shares a console can.
struct AuditAccuser
{
    QString by;
    QByteArray leafSha256;
    qint64 count = 0; ///< of the first such head
    bool operator==(const AuditAccuser &) const = default;
};

/// The stable word of a kind: "disputed", "conflict", "checkpoint-invalid", ...
QLatin1String flagName(AuditFlag::Kind kind);

/// What a full verification found, and on whose word it relies. AuditDamaged names the first bad record in badRecord.
struct AuditVerdict
{
    /// detail: "hash", "link", "sequence", "anchor", "checkpoint", "meta", "unreadable", "schema", "tree", "index"
    std::optional<Error> problem;
    qint64 badRecord = 0; ///< sequence number of the first record that is missing or does not verify
    qint64 checked = 0; ///< records that verified before it
    qint64 witnessed = 0; ///< records up to here are anchored by signed heads outside of this store, see anchors
    QList<AuditAnchor> anchors; ///< the highest of each witness, highest first
    qint64 checkpointed = 0; ///< records up to here are under a checkpoint by a trusted key
    QList<AuditFlag> flags;
    QList<AuditAccuser> accusers; ///< by whose word alone there is a problem; a person may settle it (settleHead)
    bool intact() const { return !problem.has_value(); }
    bool isDisputed() const;
    /// A checkpoint is damaged, or one is missing that was made when somebody signed. The records may follow from one
    /// another all the same: whoever rewrote them would have had to remove it.
    bool lacksCheckpoints() const;
    qint64 notWitnessed() const { return checked - witnessed; }
    bool operator==(const AuditVerdict &) const = default;
};

/// What is known outside of a store that speaks for it or against it.
struct AuditProof
{
    QList<SeenHead> heads; ///< also of other logs: those are passed over
    std::optional<HeadJudge>
        judge; ///< for checkpoints; without it they are held against the records, but trusted by none
};

/// Called with (checked, total) now and then; returning false cancels (Cancelled).
using AuditProgress = std::function<bool(qint64, qint64)>;

/// Reads every record over a connection of its own and checks every hash, link and number, the checkpoints and the
/// heads that others hold, on the calling thread: use a worker. Only heads that others hold show that the end was cut
/// off, or all of it rewritten. A signed head that contradicts the log is damage if its key signed in here before; else
/// anybody with a key could stop a console by a file, so it is named as a dispute. So is one of a key that a person
/// settled by a record of this log.
AuditVerdict verifyAudit(const QString &path, const AuditProof &proof = {}, const AuditProgress &progress = {});

/// The checks themselves, for records from anywhere, in order.
class AuditChain final
{
public:
    explicit AuditChain(const QByteArray &logId, const AuditProof &proof = {});

    /// False once a record does not follow; the verdict then names it.
    bool take(const AuditRowView &row);
    bool take(const AuditRecord &record);
    void takeCheckpoint(qint64 seq, const QByteArray &signedBytes);
    /// A node of the tree over the records that the store keeps, see audittree.h.
    void takeNode(int steps, qint64 at, const QByteArray &hash);
    void fail(qint64 record, const char *what);
    const AuditVerdict &soFar() const { return m_verdict; }
    /// What the records saw of other logs.
    const HeadLedger &ledger() const { return m_ledger; }
    QByteArray lastHash() const;
    AuditVerdict finish();

private:
    void read(const AuditRowView &row);
    QByteArray hashAt(qint64 seq) const;
    void weigh(const SeenHead &claim);
    void weighCheckpoint(qint64 seq, const QByteArray &signedBytes);
    void contradict(qint64 count, const char *what);
    void weighTree();

    QByteArray m_logId;
    AuditHasher m_hasher;
    AuditProof m_proof;
    AuditVerdict m_verdict;
    QByteArray m_hashes; ///< 32 bytes each
    QList<std::pair<qint64, QByteArray>> m_checkpoints;
    QHash<qint64, QByteArray> m_roots; ///< as checkpoints have them
    QHash<std::pair<int, qint64>, QByteArray> m_nodes; ///< by steps and place; in the end those that are none
    QSet<QByteArray> m_ownLeaves; ///< that signed in here
    QSet<QByteArray> m_settled; ///< leaves whose word a person decided to be no proof
    HeadLedger m_ledger;
    qint64 m_lastSigning = 0;
    qint64 m_lastCheckpoint = 0;
};

} // namespace packwarden

Q_DECLARE_METATYPE(packwarden::AuditVerdict)
