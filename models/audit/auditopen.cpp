// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How an AuditStore comes to be: opened, made, or begun anew after damage.

#include "models/audit/auditindex.h"
#include "models/audit/auditrows.h"
#include "models/audit/auditschema.h"
#include "models/audit/auditstore.h"
#include "models/audit/audittree.h"
#include "models/core/base/clock.h"
#include "models/core/base/ids.h"
#include "models/core/base/wholefile.h"
#include "models/support/damagedfile.h"
#include "models/support/database.h"
#include "models/support/modelslog.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QSqlQuery>
#include <QVariant>

namespace packwarden {

namespace {

QString markerPath(const QString &path)
{
    return path + QStringLiteral(".id");
}

/// The log id that was here; empty if none was.
QByteArray readMarker(const QString &path)
{
    constexpr qint64 maxBytes = 64;
    const auto text = wholefile::read(markerPath(path), maxBytes);
    return text.ok() ? QByteArray::fromHex(text->trimmed()) : QByteArray();
}

void writeMarker(const QString &path, const QByteArray &logId)
{
    if (!wholefile::write(markerPath(path), logId.toHex() + '\n', wholefile::Readers::OwnerOnly).ok())
        qCWarning(auditLog, "its id could not be noted");
}

constexpr qint64 maxBytes = qint64(64) << 30; ///< of a store whose hash is noted

/// What can still be told of a store that is given up.
QCborMap lastWords(const QString &path)
{
    QCborMap words;
    QFile file;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (wholefile::open(file, path, maxBytes).ok() && hash.addData(&file))
        words.insert(QLatin1String("file"), hash.result());
    if (const QByteArray marked = readMarker(path); !marked.isEmpty())
        words.insert(QLatin1String("log"), marked);
    const AuditVerdict verdict = verifyAudit(path);
    words.insert(QLatin1String("intact"), verdict.checked);
    if (verdict.problem)
        words.insert(QLatin1String("problem"), verdict.problem->detail);
    const auto database = Database::openToRead(path);
    if (!database.ok() || !auditschema::fault(**database).isEmpty())
        return words;
    if (const auto logId = auditschema::logId(**database); logId.ok())
        words.insert(QLatin1String("log"), *logId);
    QSqlQuery query((*database)->handle());
    if (query.exec(QStringLiteral("SELECT seq, hash FROM records ORDER BY seq DESC LIMIT 1")) && query.next()) {
        words.insert(QLatin1String("count"), query.value(0).toLongLong());
        words.insert(QLatin1String("hash"), query.value(1).toByteArray());
    }
    return words;
}

Result<> damaged(const QString &what)
{
    return {Code::AuditDamaged, what};
}

} // namespace

Result<std::unique_ptr<AuditStore>> AuditStore::open(
    const QString &path, const Clock &clock, QObject *parent, const AuditProgress &progress)
{
    const QFileInfo file(path);
    const auto refused = [&](const Error &error) {
        qCInfo(auditLog) << "not opened:" << path << codeName(error.code) << error.detail;
        return error;
    };
    // SQLite would make a new one of what is gone or empty.
    if (!readMarker(path).isEmpty() && (!file.exists() || file.size() == 0))
        return refused({Code::AuditDamaged, file.exists() ? QStringLiteral("emptied") : QStringLiteral("missing")});
    auto database = Database::open(path, Database::Mode::ReadWrite);
    if (!database.ok())
        return refused(database.error().withCode(Code::AuditUnwritable));
    auto store = std::unique_ptr<AuditStore>(new AuditStore(std::move(database).value(), path, clock, parent));
    if (auto ready = store->prepare({}, progress); !ready.ok())
        return refused(ready.error());
    qCInfo(auditLog) << "opened:" << path << (store->isReadOnly() ? "read-only" : "writable");
    return store;
}

qint64 AuditStore::olderRecords(const QString &path)
{
    const auto database = QFile::exists(path) ? Database::openToRead(path) : Result<std::unique_ptr<Database>>(Error());
    if (!database.ok())
        return 0;
    const auto version = auditschema::versionOf(**database);
    if (!version.ok() || *version == auditschema::version || !auditschema::fault(**database).isEmpty())
        return 0;
    const auto newest = (*database)->value(QStringLiteral("SELECT max(seq) FROM records"));
    return newest.ok() ? newest->toLongLong() : 0;
}

Result<std::unique_ptr<AuditStore>> AuditStore::startAnew(const QString &path, const Clock &clock, QObject *parent)
{
    const QCborMap before = lastWords(path);
    if (const auto kept = damagedfile::setAside(path); !kept.ok())
        return kept.error();
    if (QFile::exists(markerPath(path)) && !QFile::remove(markerPath(path)))
        return {Code::FileUnwritable, markerPath(path)};
    auto database = Database::open(path, Database::Mode::ReadWrite);
    if (!database.ok())
        return database.error().withCode(Code::AuditUnwritable);
    auto store = std::unique_ptr<AuditStore>(new AuditStore(std::move(database).value(), path, clock, parent));
    if (auto ready = store->prepare(before, {}); !ready.ok())
        return ready.error();
    return store;
}

/// The connection as it must be, and the store in it: made if there is nothing at all.
Result<> AuditStore::setUp()
{
    for (const char *pragma : {"PRAGMA journal_mode=DELETE", "PRAGMA synchronous=EXTRA"}) {
        // Another program may have set another journal, and reads: then SQLite does not wait by itself.
        if (auto run = m_database->runPatiently(QLatin1String(pragma)); !run.ok()) {
            if (m_database->trouble() != Database::Trouble::Other
                && m_database->trouble() != Database::Trouble::Corrupt)
                return run.error().withCode(Code::AuditUnwritable);
            return damaged(run.error().detail);
        }
    }
    {
        // Two processes may make the store at the same time: only what is seen inside the transaction counts.
        Transaction transaction(*m_database);
        if (!transaction.begun().ok())
            return transaction.begun().error().withCode(Code::AuditUnwritable);
        const auto objects = m_database->value(QStringLiteral("SELECT count(*) FROM sqlite_master"));
        if (!objects.ok())
            return damaged(objects.error().detail);
        if (objects->toInt() == 0) {
            if (auto made = create(); !made.ok())
                return made.error().withCode(Code::AuditUnwritable);
            if (auto done = transaction.commit(); !done.ok())
                return done.error().withCode(Code::AuditUnwritable);
        }
    }
    return Result<>::success();
}

/// May it be written? A transaction alone does not tell: on a read-only medium SQLite quietly makes it one of reading.
void AuditStore::probe()
{
    if (isReadOnly())
        return;
    if (auto nothing = m_database->run(QStringLiteral("DELETE FROM meta WHERE 0"));
        !nothing.ok() && m_database->trouble() == Database::Trouble::ReadOnly)
        setAccess(Access::Storage, nothing.error().detail);
}

Result<> AuditStore::prepare(const QCborMap &before, const AuditProgress &progress)
{
    if (auto ready = setUp(); !ready.ok())
        return ready;
    // All of it as of one moment, and so that no lock of another program passes for damage.
    if (auto begun = m_database->run(QStringLiteral("BEGIN")); !begun.ok())
        return begun.error().withCode(Code::AuditUnwritable);
    auto inspected = inspect();
    if (auto ended = m_database->run(QStringLiteral("ROLLBACK")); inspected.ok() && !ended.ok())
        return ended.error().withCode(Code::AuditUnwritable);
    if (!inspected.ok())
        return inspected;
    probe();
    if (auto upgraded = upgrade(progress); !upgraded.ok())
        return upgraded;
    return begin(before);
}

/// A store of an earlier version gets what it lacks, all of it or nothing; its records stay as they are, and one says
/// that it was done.
Result<> AuditStore::upgrade(const AuditProgress &progress)
{
    if (isReadOnly())
        return Result<>::success();
    Transaction transaction(*m_database);
    if (!transaction.begun().ok())
        return transaction.begun().error().withCode(Code::AuditUnwritable);
    // Another process may just have done it: only what is seen inside the transaction counts.
    const auto version = auditschema::versionOf(*m_database);
    if (!version.ok())
        return version.error();
    if (*version == auditschema::version)
        return Result<>::success();
    const auto &former = auditschema::statements(*version);
    const auto &all = auditschema::statements();
    QStringList sql;
    for (auto it = all.begin(); it != all.end(); ++it) {
        if (!former.contains(it.key()))
            it->startsWith(QLatin1String("CREATE TABLE")) ? sql.prepend(*it) : sql.append(*it);
    }
    sql.append(QStringLiteral("PRAGMA user_version=%1").arg(auditschema::version));
    // Without room for it the store can still be read.
    const auto stopped = [this](const Error &error) {
        setAccess(Access::Storage, error.detail);
        return Result<>::success();
    };
    for (const QString &statement : std::as_const(sql)) {
        if (auto run = m_database->run(statement); !run.ok())
            return stopped(run.error());
    }
    if (m_known.count == 0) { // a machine stopped before its first record
        const auto done = transaction.commit();
        return done.ok() ? done : stopped(done.error());
    }
    if (auto filled = auditindex::fill(*m_database, progress); !filled.ok())
        return filled.code() == Code::Cancelled ? filled : stopped(filled.error());
    if (auto followed = catchUp(); !followed.ok())
        return stopped(followed.error());
    const auto recorded = insertRecords({{AuditActor(),
        {QLatin1String(auditaction::storeUpgraded), QString::fromLatin1(m_logId.toHex()),
            QLatin1String(auditoutcome::done),
            {{QLatin1String("from"), *version}, {QLatin1String("schema"), auditschema::version}}}}});
    if (!recorded.ok())
        return stopped(recorded.error());
    if (auto grown = AuditTree::grow(*m_database, recorded->count); !grown.ok())
        return stopped(grown.error());
    if (auto done = transaction.commit(); !done.ok())
        return stopped(done.error());
    m_known = *recorded;
    return Result<>::success();
}

/// What is in the file, inside a transaction.
Result<> AuditStore::inspect()
{
    const auto application = m_database->value(QStringLiteral("PRAGMA application_id"));
    if (!application.ok() && m_database->trouble() == Database::Trouble::Busy)
        return application.error().withCode(Code::AuditUnwritable);
    const auto version = auditschema::versionOf(*m_database);
    if (!version.ok())
        return version.error();
    // Nothing but our own tables is asked for anything.
    if (const QString fault = auditschema::fault(*m_database); !fault.isEmpty())
        setAccess(Access::Damaged, fault);
    const auto logId = auditschema::logId(*m_database);
    if (!logId.ok())
        return logId.error();
    m_logId = *logId;
    m_known = {m_logId, 0, QByteArray(32, '\0')};
    const QByteArray marked = readMarker(m_path);
    if (!marked.isEmpty() && marked != m_logId)
        setAccess(Access::Damaged, QStringLiteral("log id"));
    QSqlQuery query(m_database->handle());
    query.setForwardOnly(true);
    if (!query.exec(QStringLiteral("SELECT %1 FROM records ORDER BY seq DESC LIMIT 1")
                        .arg(QLatin1String(auditschema::columns))))
        return damaged(QStringLiteral("unreadable"));
    if (query.next()) {
        const AuditRecord last = auditrows::read(query);
        m_known = {m_logId, last.seq, last.hash};
        if (last.computeHash(m_logId) != last.hash)
            setAccess(Access::Damaged, QString::number(last.seq));
    }
    query.finish();
    // The last record can be whole where others are gone.
    const auto counted = m_database->value(QStringLiteral("SELECT count(*) FROM records"));
    if (!counted.ok())
        setAccess(Access::Damaged, counted.error().detail);
    else if (counted->toLongLong() < m_known.count)
        setAccess(Access::Damaged, QStringLiteral("%1 of %2 records").arg(counted->toLongLong()).arg(m_known.count));
    return Result<>::success();
}

Result<> AuditStore::begin(const QCborMap &before)
{
    if (isReadOnly())
        return Result<>::success();
    if (m_known.count == 0) {
        if (!readMarker(m_path).isEmpty())
            return damaged(QStringLiteral("emptied"));
        QCborMap detail{{QLatin1String("log"), m_logId}, {QLatin1String("schema"), auditschema::version}};
        if (!before.isEmpty())
            detail.insert(QLatin1String("before"), before);
        const auto first = append({},
            {QLatin1String(auditaction::storeCreated), QString::fromLatin1(m_logId.toHex()),
                QLatin1String(auditoutcome::done), detail});
        if (!first.ok())
            return first.error();
    }
    if (readMarker(m_path).isEmpty())
        writeMarker(m_path, m_logId);
    keepReserve();
    return Result<>::success();
}

Result<> AuditStore::create()
{
    QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);
    QStringList sql{QStringLiteral("PRAGMA application_id=%1").arg(auditschema::applicationId),
        QStringLiteral("PRAGMA user_version=%1").arg(auditschema::version)};
    // Tables before what hangs on them.
    QStringList later;
    for (const QString &statement : auditschema::statements())
        (statement.startsWith(QLatin1String("CREATE TABLE")) ? sql : later).append(statement);
    for (const QString &statement : sql + later) {
        if (auto run = m_database->run(statement); !run.ok())
            return run;
    }
    const QList<std::pair<QString, QVariant>> meta{{QStringLiteral("log_id"), randomBytes(16)},
        {QStringLiteral("schema"), auditschema::version}, {QStringLiteral("created"), m_clock.now()}};
    for (const auto &[key, value] : meta) {
        QSqlQuery query(m_database->handle());
        query.prepare(QStringLiteral("INSERT INTO meta(key, value) VALUES(?, ?)"));
        query.addBindValue(key);
        query.addBindValue(value);
        if (auto run = m_database->run(query); !run.ok())
            return run;
    }
    return Result<>::success();
}

} // namespace packwarden
