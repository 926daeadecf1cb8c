// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auditrecord.h"
#include "cose.h"

#include <QObject>

#include <memory>

namespace packwarden {

class Clock;
class Database;

/// The append-only record of every security action here: audit.db. Belongs to the thread that opened it; append() is
/// synchronous and durable when it returns (about 1 ms), so that no action takes effect without its record. Several
/// processes may write one store: each append reads the head inside its own BEGIN IMMEDIATE.
/// hash = SHA-256(00 || CBOR [log id, seq, time, actor, party, role, action, subject, outcome, detail, prev]).
class AuditStore final : public QObject
{
    Q_OBJECT
public:
    ~AuditStore() override;

    /// Opens, or makes, the store. AuditDamaged if the file is no audit of ours, AuditUnwritable if it cannot be
    /// opened.
    static Result<std::unique_ptr<AuditStore>> open(const QString &path, const Clock &clock, QObject *parent = nullptr);

    /// AuditUnwritable (also in a read-only store); nothing is recorded then. Returns the new head.
    Result<LogHead> append(const AuditActor &actor, const AuditEntry &entry);
    /// Appends the heads of other logs which the document's verifying signatures carry, with the signed bytes; each
    /// once. Returns how many were new.
    Result<int> witness(const AuditActor &actor, const CoseSign &document);
    /// The same for the head of a pack's own log in its receipt (COSE_Sign1). The receipt was verified by the caller.
    Result<> witnessReceipt(const AuditActor &actor, const QByteArray &receipt);

    LogHead head() const;
    QString path() const { return m_path; }
    bool isReadOnly() const { return m_readOnly; }
    /// What verifyAudit found: damage makes the store read-only.
    void setVerdict(const AuditVerdict &verdict);

    qint64 count(const AuditFilter &filter) const;
    /// Newest first.
    QList<AuditRecord> page(const AuditFilter &filter, qint64 offset, int limit) const;

Q_SIGNALS:
    void appended(qint64 seq);
    void readOnlyChanged(bool readOnly);

private:
    AuditStore(std::unique_ptr<Database> database, const QString &path, const Clock &clock, QObject *parent);
    Result<> prepare();
    Result<> create();
    Result<bool> witnessHead(const AuditActor &actor, const QString &log, const LogHead &head, const QCborMap &detail);
    void setReadOnly(bool readOnly);

    std::unique_ptr<Database> m_database;
    QString m_path;
    const Clock &m_clock;
    QByteArray m_logId;
    LogHead m_known; ///< as of our last look
    bool m_readOnly = false;
};

} // namespace packwarden
