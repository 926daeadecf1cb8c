// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/audit/auditinclusion.h"
#include "models/audit/auditrefusals.h"
#include "models/audit/auditverdict.h"

#include <QObject>
#include <QTimer>

#include <memory>

class QSqlQuery;

namespace packwarden {

class Clock;
class Database;

/// The append-only record of every security action here: audit.db. Belongs to the thread that opened it; append() is
/// synchronous and durable when it returns (about 1 ms), so that no action takes effect without its record. Several
/// processes may write one store: each append reads the head inside its own BEGIN IMMEDIATE, and checks every record
/// that came since its last look.
/// hash = SHA-256(00 || CBOR [log id, seq, time, actor, party, role, action, subject, outcome, detail, prev]).
/// Beside it: audit.db.id (the log id: a store that was here once is never silently made anew) and audit.db.reserve
/// (space for the outcomes of what was begun before the disk filled up).
class AuditStore final : public QObject
{
    Q_OBJECT
public:
    enum class Access {
        Writable,
        Damaged, ///< for good; startAnew() begins another store. By the word of a key alone, until that is settled
        Storage, ///< the disk failed or is read-only; a verification that finds all intact lifts it
    };

    ~AuditStore() override;

    /// Opens, or makes, the store. AuditDamaged if the file is no audit of ours, or was one and is gone or emptied;
    /// AuditUnwritable if it cannot be opened. What can only be read is opened so, see access(). progress: while a
    /// store of an earlier version is taken over; false leaves it as it was, and is Cancelled.
    static Result<std::unique_ptr<AuditStore>> open(
        const QString &path, const Clock &clock, QObject *parent = nullptr, const AuditProgress &progress = {});
    /// How many records a store of an earlier version has, which open() takes over; 0 for any other file.
    static qint64 olderRecords(const QString &path);
    /// Moves a damaged store aside, as it is, and begins a new one whose first record points at the old head, as far as
    /// that can be read, and at the SHA-256 of the old file. FileUnwritable, and the errors of open().
    static Result<std::unique_ptr<AuditStore>> startAnew(
        const QString &path, const Clock &clock, QObject *parent = nullptr);

    /// AuditUnwritable (also in a read-only store), AuditDamaged; nothing is recorded then. Returns the new head. A
    /// refusal that repeats one of the last minute is counted, not recorded: the count follows as one record.
    Result<LogHead> append(const AuditActor &actor, const AuditEntry &entry);
    /// Several at once, all of them or none, in this order; none is held back as a repetition. Errors of append(). Of
    /// no entries, the head.
    using Entries = QList<std::pair<AuditActor, AuditEntry>>;
    Result<LogHead> appendTogether(const Entries &entries);
    /// Records the counts of refusals that are due; at the end, of all.
    Result<> flush(bool all = true);

    struct Witnessed
    {
        int added = 0;
        QList<SeenHead> conflicts; ///< of those added: they contradict a head that is kept, or our own log
    };
    /// Appends heads seen in files and on packs, each once for its root, log and hash. Heads of this very log are kept
    /// only where somebody else says so; of those that prove nothing only the first few of a call.
    Result<Witnessed> witness(const AuditActor &actor, const QList<SeenHead> &heads);

    /// A COSE_Sign1 over a head of this log, with the root of its tree where it has one. Errors of Checkpoint::open;
    /// DifferentDocument if this is no head of ours; AuditUnwritable.
    Result<> addCheckpoint(const QByteArray &signedBytes);

    /// What left this machine and has no outcome yet, newest first; of one subject, or of all.
    QList<AuditRecord> unresolved(const QString &subject = {}) const;
    /// A pack has just said how this ended: whatever was begun before for the same thing (action, subject, and "pack"
    /// and "document" of the detail) and has no outcome ended so too. "done" holds for every copy of a document, a
    /// refusal for those very bytes. minAge: seconds; what is younger may still be under way. Returns how many.
    Result<int> settle(const AuditActor &actor, const AuditEntry &outcome, qint64 minAge = 0);
    /// The late outcome of one such record: appended with its id.
    Result<LogHead> resolve(
        const AuditActor &actor, const AuditRecord &begun, const QString &outcome, QCborMap detail = {});

    LogHead head() const;
    /// The head with the root of the tree over all records: what a person signs. AuditDamaged.
    Result<Checkpoint> checkpoint() const;
    /// What proves one record by the newest checkpoint over a tree that has it; a few milliseconds, however long the
    /// audit is. AuditDamaged; WrongState: no such record, or no such checkpoint yet.
    Result<AuditInclusion> inclusion(qint64 seq) const;
    QString path() const { return m_path; }
    Access access() const { return m_access; }
    bool isReadOnly() const { return m_access != Access::Writable; }
    QString readOnlyReason() const { return m_reason; } ///< data, not a sentence
    /// What verifyAudit found: damage makes the store read-only; intactness lifts what the disk did, and what was
    /// damage by the word of a key alone (AuditVerdict::accusers) once a record settled that.
    void setVerdict(const AuditVerdict &verdict);

    qint64 count(const AuditFilter &filter) const;
    /// The numbers of what a filter lets pass, newest first, up to upTo and above after.
    QList<qint64> numbers(const AuditFilter &filter, qint64 upTo, qint64 after = 0) const;
    /// These records, newest first; what is not there is left out.
    QList<AuditRecord> records(const QList<qint64> &numbers) const;
    /// Newest first.
    QList<AuditRecord> page(const AuditFilter &filter, qint64 offset, int limit) const;

Q_SIGNALS:
    void appended(qint64 seq);
    void readOnlyChanged(bool readOnly);

private:
    AuditStore(std::unique_ptr<Database> database, const QString &path, const Clock &clock, QObject *parent);
    Result<> prepare(const QCborMap &before, const AuditProgress &progress);
    Result<> inspect();
    Result<> setUp();
    void probe();
    Result<> create();
    Result<> upgrade(const AuditProgress &progress);
    Result<> begin(const QCborMap &before);
    Result<> catchUp();
    Result<LogHead> write(const Entries &entries, bool useReserve);
    Result<LogHead> insertRecords(const Entries &entries);
    Result<LogHead> tryWrite(const Entries &entries);
    Result<> writeCheckpoint(qint64 seq, qint64 at, const QByteArray &signedBytes);
    Error troubled(const Error &error);
    void reconnect();
    void keepReserve();
    bool isNew(const SeenHead &seen, bool *conflict) const;
    void noteDamage(const QSqlQuery &query) const;
    std::optional<AuditRecord> record(qint64 seq) const;
    void setAccess(Access access, const QString &reason = {});

    std::unique_ptr<Database> m_database;
    QString m_path;
    const Clock &m_clock;
    QByteArray m_logId;
    LogHead m_known; ///< as of our last look
    AuditRefusals m_refusals;
    QTimer m_minute;
    Access m_access = Access::Writable;
    bool m_full = false; ///< why the last write failed
    bool m_accused = false; ///< Damaged, but by the word of a key alone
    QString m_reason;
};

} // namespace packwarden
