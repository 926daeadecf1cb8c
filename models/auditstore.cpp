// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auditstore.h"

#include "auditrows.h"
#include "auditschema.h"
#include "cbor.h"
#include "clock.h"
#include "database.h"
#include "ids.h"
#include "request.h"

#include <QFile>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace packwarden {

namespace {

/// WHERE clause of a filter, with its values bound in order.
QString where(const AuditFilter &filter, QVariantList &values)
{
    QStringList terms;
    if (!filter.action.isEmpty()) {
        terms.append(QStringLiteral("action = ?"));
        values.append(filter.action);
    }
    if (!filter.subject.isEmpty()) {
        terms.append(QStringLiteral("subject = ?"));
        values.append(filter.subject);
    }
    if (!filter.text.isEmpty()) {
        terms.append(QStringLiteral(
            "instr(lower(actor || ' ' || party || ' ' || role || ' ' || action || ' ' || subject || ' ' || outcome), "
            "lower(?)) > 0"));
        values.append(filter.text);
    }
    return terms.isEmpty() ? QString() : QStringLiteral(" WHERE ") + terms.join(QStringLiteral(" AND "));
}

/// Rolls back unless it was committed.
class Transaction final
{
public:
    explicit Transaction(Database &database)
        : m_database(database)
        , m_begun(database.run(QStringLiteral("BEGIN IMMEDIATE")))
    {
    }
    ~Transaction()
    {
        if (m_begun.ok() && !m_committed && !m_database.run(QStringLiteral("ROLLBACK")).ok())
            qWarning("audit: a rollback failed");
    }
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    const Result<> &begun() const { return m_begun; }
    Result<> commit()
    {
        auto done = m_database.run(QStringLiteral("COMMIT"));
        m_committed = done.ok();
        return done;
    }

private:
    Database &m_database;
    Result<> m_begun;
    bool m_committed = false;
};

Error unwritable(const Error &error)
{
    return {Code::AuditUnwritable, error.detail};
}

} // namespace

AuditStore::AuditStore(std::unique_ptr<Database> database, const QString &path, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_database(std::move(database))
    , m_path(path)
    , m_clock(clock)
{
}

AuditStore::~AuditStore() = default;

Result<std::unique_ptr<AuditStore>> AuditStore::open(const QString &path, const Clock &clock, QObject *parent)
{
    auto database = Database::open(path, Database::Mode::ReadWrite);
    if (!database.ok())
        return unwritable(database.error());
    auto store = std::unique_ptr<AuditStore>(new AuditStore(std::move(database).value(), path, clock, parent));
    if (auto ready = store->prepare(); !ready.ok())
        return ready.error();
    return store;
}

Result<> AuditStore::prepare()
{
    for (const char *pragma : {"PRAGMA journal_mode=DELETE", "PRAGMA synchronous=EXTRA"}) {
        if (auto run = m_database->run(QLatin1String(pragma)); !run.ok())
            return {Code::AuditDamaged, run.error().detail};
    }
    {
        // Two processes may make the store at the same time: only what is seen inside the transaction counts.
        Transaction transaction(*m_database);
        if (!transaction.begun().ok())
            return unwritable(transaction.begun().error());
        const auto objects = m_database->value(QStringLiteral("SELECT count(*) FROM sqlite_master"));
        if (!objects.ok())
            return {Code::AuditDamaged, objects.error().detail};
        if (objects->toInt() == 0) {
            if (auto made = create(); !made.ok())
                return unwritable(made.error());
            if (auto done = transaction.commit(); !done.ok())
                return unwritable(done.error());
        }
    }
    const auto application = m_database->value(QStringLiteral("PRAGMA application_id"));
    const auto logId = m_database->value(QStringLiteral("SELECT value FROM meta WHERE key = 'log_id'"));
    if (!application.ok() || application->toLongLong() != auditschema::applicationId)
        return {Code::AuditDamaged, QStringLiteral("application id")};
    if (!logId.ok() || logId->toByteArray().size() != 16)
        return {Code::AuditDamaged, QStringLiteral("meta")};
    m_logId = logId->toByteArray();
    m_readOnly = !auditschema::isOurs(*m_database);
    m_known = head();
    if (m_known.count == 0 && !m_readOnly) {
        const QCborMap detail{{QLatin1String("log"), m_logId}, {QLatin1String("schema"), auditschema::version}};
        const auto first = append({},
            {QLatin1String(auditaction::storeCreated), QString::fromLatin1(m_logId.toHex()),
                QLatin1String(auditoutcome::done), detail});
        if (!first.ok())
            return first.error();
    }
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
        if (!query.exec())
            return {Code::AuditUnwritable, query.lastError().text()};
    }
    return Result<>::success();
}

LogHead AuditStore::head() const
{
    LogHead head{m_logId, 0, QByteArray(32, '\0')};
    QSqlQuery query(m_database->handle());
    if (query.exec(QStringLiteral("SELECT seq, hash FROM records ORDER BY seq DESC LIMIT 1")) && query.next()) {
        head.count = query.value(0).toLongLong();
        head.hash = query.value(1).toByteArray();
    }
    return head;
}

Result<LogHead> AuditStore::append(const AuditActor &actor, const AuditEntry &entry)
{
    if (m_readOnly)
        return {Code::AuditUnwritable, QStringLiteral("read-only")};
    Transaction transaction(*m_database);
    if (!transaction.begun().ok())
        return unwritable(transaction.begun().error());
    const LogHead before = head();
    // The log only grows while we look at it; a shorter or another one was tampered with.
    if (before.count < m_known.count || (before.count == m_known.count && before.hash != m_known.hash)) {
        setReadOnly(true);
        return {Code::AuditDamaged, QString::number(m_known.count)};
    }
    AuditRecord record{before.count + 1, m_clock.nowMicroseconds(), actor, entry.action, entry.subject, entry.outcome,
        cbor::encode(entry.detail), before.hash, {}};
    record.hash = record.computeHash(m_logId);
    QSqlQuery query(m_database->handle());
    query.prepare(QStringLiteral("INSERT INTO records(%1) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                      .arg(QLatin1String(auditschema::columns)));
    auditrows::bind(query, record);
    if (!query.exec())
        return {Code::AuditUnwritable, query.lastError().text()};
    query.finish();
    if (auto done = transaction.commit(); !done.ok())
        return unwritable(done.error());
    m_known = {m_logId, record.seq, record.hash};
    Q_EMIT appended(record.seq);
    return m_known;
}

Result<int> AuditStore::witness(const AuditActor &actor, const CoseSign &document)
{
    int added = 0;
    for (const CoseSignature &signature : document.signatures) {
        if (signature.log.logId == m_logId || !document.verifies(signature))
            continue;
        const QCborMap detail{{QLatin1String("log"), signature.log.logId},
            {QLatin1String("count"), signature.log.count}, {QLatin1String("hash"), signature.log.hash},
            {QLatin1String("signed"), document.toBeSigned(signature)},
            {QLatin1String("signature"), signature.signature}, {QLatin1String("leaf"), signature.chain.constFirst()}};
        auto seen = witnessHead(actor, QString::fromLatin1(signature.log.logId.toHex()), signature.log, detail);
        if (!seen.ok())
            return seen.error();
        added += *seen ? 1 : 0;
    }
    return added;
}

Result<> AuditStore::witnessReceipt(const AuditActor &actor, const QByteArray &bytes)
{
    const auto carrier = CoseSign1::decode(bytes);
    if (!carrier.ok())
        return carrier.error();
    const auto receipt = Receipt::decode(carrier->payload);
    if (!receipt.ok())
        return receipt.error();
    const LogHead head{{}, receipt->logCount, receipt->logHash};
    const auto seen = witnessHead(actor, receipt->serial.text(), head,
        {{QLatin1String("count"), head.count}, {QLatin1String("hash"), head.hash}, {QLatin1String("signed"), bytes}});
    return seen.ok() ? Result<>::success() : Result<>(seen.error());
}

Result<bool> AuditStore::witnessHead(
    const AuditActor &actor, const QString &log, const LogHead &head, const QCborMap &detail)
{
    // Two heads of one length with different hashes are evidence, so the hash is part of the name.
    const QString subject
        = QStringLiteral("%1#%2#%3").arg(log).arg(head.count).arg(QString::fromLatin1(head.hash.left(8).toHex()));
    if (count({{}, QLatin1String(auditaction::witnessHead), subject}) > 0)
        return false;
    const auto done
        = append(actor, {QLatin1String(auditaction::witnessHead), subject, QLatin1String(auditoutcome::done), detail});
    if (!done.ok())
        return done.error();
    return true;
}

void AuditStore::setVerdict(const AuditVerdict &verdict)
{
    if (verdict.problem && verdict.problem->code == Code::AuditDamaged)
        setReadOnly(true);
}

void AuditStore::setReadOnly(bool readOnly)
{
    if (m_readOnly == readOnly)
        return;
    m_readOnly = readOnly;
    Q_EMIT readOnlyChanged(readOnly);
}

qint64 AuditStore::count(const AuditFilter &filter) const
{
    QVariantList values;
    QSqlQuery query(m_database->handle());
    query.prepare(QStringLiteral("SELECT count(*) FROM records") + where(filter, values));
    for (const QVariant &value : values)
        query.addBindValue(value);
    return query.exec() && query.next() ? query.value(0).toLongLong() : 0;
}

QList<AuditRecord> AuditStore::page(const AuditFilter &filter, qint64 offset, int limit) const
{
    QVariantList values;
    QSqlQuery query(m_database->handle());
    query.setForwardOnly(true);
    query.prepare(QStringLiteral("SELECT %1 FROM records%2 ORDER BY seq DESC LIMIT ? OFFSET ?")
                      .arg(QLatin1String(auditschema::columns), where(filter, values)));
    for (const QVariant &value : values)
        query.addBindValue(value);
    query.addBindValue(limit);
    query.addBindValue(offset);
    QList<AuditRecord> records;
    if (query.exec()) {
        while (query.next())
            records.append(auditrows::read(query));
    }
    return records;
}

} // namespace packwarden
