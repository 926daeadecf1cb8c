// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditstore.h"

#include "models/audit/auditindex.h"
#include "models/audit/auditrows.h"
#include "models/audit/auditschema.h"
#include "models/audit/audittree.h"
#include "models/core/base/clock.h"
#include "models/core/base/merkle.h"
#include "models/core/cbor/cbor.h"
#include "models/core/cose/checkpoint.h"
#include "models/support/database.h"
#include "models/support/modelslog.h"

#include <QFile>
#include <QSqlQuery>
#include <QVariant>

namespace packwarden {

namespace {

constexpr int reserveBytes = 64 * 1024;

Error unwritable(const Error &error)
{
    return {Code::AuditUnwritable, error.detail};
}

QString reservePath(const QString &path)
{
    return path + QStringLiteral(".reserve");
}

} // namespace

AuditStore::AuditStore(std::unique_ptr<Database> database, const QString &path, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_database(std::move(database))
    , m_path(path)
    , m_clock(clock)
{
    m_minute.setSingleShot(true);
    m_minute.setInterval(int(AuditRefusals::minute));
    connect(&m_minute, &QTimer::timeout, this, [this] {
        if (!flush(false).ok())
            qCWarning(auditLog, "repeated refusals could not be recorded");
        if (!m_refusals.isEmpty())
            m_minute.start();
    });
}

AuditStore::~AuditStore()
{
    // Those who listen may be half gone.
    blockSignals(true);
    if (!isReadOnly() && !flush().ok())
        qCWarning(auditLog, "repeated refusals could not be recorded");
}

void AuditStore::keepReserve()
{
    QFile reserve(reservePath(m_path));
    if (reserve.exists() || isReadOnly())
        return;
    // Written, not merely sized: a hole would reserve nothing.
    if (!reserve.open(QIODevice::WriteOnly) || reserve.write(QByteArray(reserveBytes, '\0')) != reserveBytes
        || !reserve.flush()) {
        reserve.remove();
        return;
    }
    reserve.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

/// What a failed statement means for the store. Called before anything else runs on the connection.
Error AuditStore::troubled(const Error &error)
{
    switch (m_database->trouble()) {
    case Database::Trouble::Full:
        m_full = true;
        break;
    case Database::Trouble::InputOutput:
        // What the kernel holds now may differ from what the disk holds: nothing more until all was read again.
    case Database::Trouble::ReadOnly:
    case Database::Trouble::CannotOpen:
        setAccess(Access::Storage, error.detail);
        break;
    case Database::Trouble::Corrupt:
        setAccess(Access::Damaged, error.detail);
        return {Code::AuditDamaged, error.detail};
    default:
        break;
    }
    return unwritable(error);
}

/// Inside a transaction: do the records since our last look follow from it?
Result<> AuditStore::catchUp()
{
    QSqlQuery query(m_database->handle());
    query.setForwardOnly(true);
    query.prepare(
        QStringLiteral("SELECT %1 FROM records WHERE seq >= ? ORDER BY seq").arg(QLatin1String(auditschema::columns)));
    query.addBindValue(m_known.count);
    if (!query.exec())
        return {Code::AuditUnwritable, QStringLiteral("unreadable")};
    LogHead head = m_known;
    bool good = true;
    bool found = m_known.count == 0;
    while (good && query.next()) {
        const AuditRecord record = auditrows::read(query);
        if (!found) {
            good = found = record.seq == m_known.count && record.hash == m_known.hash
                && record.computeHash(m_logId) == m_known.hash;
            continue;
        }
        good = record.seq == head.count + 1 && record.prev == head.hash && record.hash == record.computeHash(m_logId);
        head.count = record.seq;
        head.hash = record.hash;
    }
    if (!good || !found) {
        setAccess(Access::Damaged, QString::number(head.count));
        return {Code::AuditDamaged, QString::number(head.count)};
    }
    m_known = head;
    return Result<>::success();
}

Result<LogHead> AuditStore::append(const AuditActor &actor, const AuditEntry &entry)
{
    if (isReadOnly())
        return {Code::AuditUnwritable, QStringLiteral("read-only: %1").arg(m_reason)};
    const qint64 now = m_clock.monotonicMilliseconds();
    if (auto due = flush(false); !due.ok())
        return due.error();
    if (m_refusals.repeats(actor, entry, now, m_clock.nowMicroseconds()))
        return m_known;
    // Only what was begun may use the reserve, for its outcome.
    const bool outcome
        = entry.detail.contains(QLatin1String("id")) && entry.outcome != QLatin1String(auditoutcome::begun);
    auto done = write({{actor, entry}}, outcome);
    if (done.ok()) {
        m_refusals.recorded(actor, entry, done->count, now);
        if (!m_refusals.isEmpty() && !m_minute.isActive())
            m_minute.start();
    }
    return done;
}

Result<LogHead> AuditStore::appendTogether(const Entries &entries)
{
    if (isReadOnly())
        return {Code::AuditUnwritable, QStringLiteral("read-only: %1").arg(m_reason)};
    return entries.isEmpty() ? m_known : write(entries, false);
}

Result<> AuditStore::flush(bool all)
{
    Entries due;
    for (const auto &summary : m_refusals.take(m_clock.monotonicMilliseconds(), all))
        due.append({summary.actor, summary.entry});
    const auto done = due.isEmpty() ? Result<LogHead>(m_known) : write(due, false);
    return done.ok() ? Result<>::success() : Result<>(done.error());
}

Result<LogHead> AuditStore::write(const Entries &entries, bool useReserve)
{
    m_full = false;
    auto done = tryWrite(entries);
    if (!done.ok() && useReserve && m_full && QFile::remove(reservePath(m_path)))
        done = tryWrite(entries);
    if (!done.ok())
        reconnect();
    if (done.ok()) {
        keepReserve();
        Q_EMIT appended(done->count);
    }
    return done;
}

/// A connection that failed may keep its locks, and what it believes to be in the file.
void AuditStore::reconnect()
{
    if (m_access != Access::Storage)
        return;
    if (auto fresh = Database::open(m_path, Database::Mode::ReadWrite); fresh.ok())
        m_database = std::move(fresh).value();
}

Result<LogHead> AuditStore::tryWrite(const Entries &entries)
{
    Transaction transaction(*m_database);
    if (!transaction.begun().ok())
        return troubled(transaction.begun().error());
    if (auto followed = catchUp(); !followed.ok())
        return followed.error();
    const auto inserted = insertRecords(entries);
    if (!inserted.ok())
        return troubled(inserted.error());
    if (inserted->count / merkle::perStep != m_known.count / merkle::perStep) {
        if (auto grown = AuditTree::grow(*m_database, inserted->count); !grown.ok())
            return grown.code() == Code::AuditDamaged ? grown.error() : troubled(grown.error());
    }
    if (auto done = transaction.commit(); !done.ok())
        return troubled(done.error());
    m_known = *inserted;
    return m_known;
}

/// Inside a transaction: the next records, and the head that they make.
Result<LogHead> AuditStore::insertRecords(const Entries &entries)
{
    QSqlQuery query(m_database->handle());
    query.prepare(QStringLiteral("INSERT INTO records(%1) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                      .arg(QLatin1String(auditschema::columns)));
    auditindex::Writer index(*m_database);
    LogHead head = m_known;
    for (const auto &[actor, entry] : entries) {
        AuditRecord record{head.count + 1, m_clock.nowMicroseconds(), actor, entry.action, entry.subject, entry.outcome,
            cbor::encode(entry.detail), head.hash, {}};
        record.hash = record.computeHash(m_logId);
        auditrows::bind(query, record);
        if (auto inserted = m_database->run(query); !inserted.ok())
            return inserted.error();
        const RecordBytes bytes(record);
        if (auto found = index.add(bytes.view()); !found.ok())
            return found.error();
        head.count = record.seq;
        head.hash = record.hash;
    }
    return head;
}

Result<> AuditStore::addCheckpoint(const QByteArray &signedBytes)
{
    if (isReadOnly())
        return {Code::AuditUnwritable, QStringLiteral("read-only: %1").arg(m_reason)};
    const auto opened = Checkpoint::open(signedBytes);
    if (!opened.ok())
        return opened.error();
    const auto ours = record(opened->head.count);
    if (opened->head.logId != m_logId || !ours || ours->hash != opened->head.hash)
        return {Code::DifferentDocument, QString::number(opened->head.count)};
    if (!opened->root.isEmpty()) {
        const auto root = AuditTree(*m_database).root(opened->head.count);
        if (!root.ok())
            return root.error();
        if (*root != opened->root)
            return {Code::DifferentDocument, QString::number(opened->head.count)};
    }
    auto done = writeCheckpoint(opened->head.count, opened->carrier.at, signedBytes);
    if (!done.ok())
        reconnect();
    return done;
}

Result<> AuditStore::writeCheckpoint(qint64 seq, qint64 at, const QByteArray &signedBytes)
{
    Transaction transaction(*m_database);
    if (!transaction.begun().ok())
        return troubled(transaction.begun().error());
    QSqlQuery query(m_database->handle());
    query.prepare(QStringLiteral("INSERT INTO checkpoints(seq, at, signed) VALUES(?, ?, ?)"));
    query.addBindValue(seq);
    query.addBindValue(at);
    query.addBindValue(signedBytes);
    if (auto inserted = m_database->run(query); !inserted.ok())
        return troubled(inserted.error());
    if (auto done = transaction.commit(); !done.ok())
        return troubled(done.error());
    return Result<>::success();
}

void AuditStore::setVerdict(const AuditVerdict &verdict)
{
    if (verdict.problem && verdict.problem->code == Code::AuditDamaged) {
        // What the file itself showed once stays, whatever a later verdict rests on.
        const bool byWord = !verdict.accusers.isEmpty();
        m_accused = byWord && (m_accused || m_access != Access::Damaged);
        setAccess(Access::Damaged, verdict.problem->detail);
        return;
    }
    if (!verdict.intact() || !(m_access == Access::Storage || (m_access == Access::Damaged && m_accused)))
        return;
    // A new connection holds nothing of what failed.
    auto fresh = Database::open(m_path, Database::Mode::ReadWrite);
    if (!fresh.ok())
        return;
    m_database = std::move(fresh).value();
    m_accused = false;
    m_access = Access::Storage;
    setAccess(Access::Writable);
    if (auto ready = setUp(); !ready.ok())
        setAccess(Access::Storage, ready.error().detail);
    probe();
    if (auto upgraded = upgrade({}); !upgraded.ok())
        setAccess(Access::Storage, upgraded.error().detail);
}

void AuditStore::setAccess(Access access, const QString &reason)
{
    // Damage stays damage, and the first cause is the one to show.
    if (m_access == access || m_access == Access::Damaged)
        return;
    m_access = access;
    m_reason = reason;
    qCInfo(auditLog) << (isReadOnly() ? "read-only from now on:" : "writable again:") << m_path << reason;
    Q_EMIT readOnlyChanged(isReadOnly());
}

} // namespace packwarden
