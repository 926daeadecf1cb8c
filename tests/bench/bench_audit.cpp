// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditrows.h"
#include "models/audit/auditschema.h"
#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/core/cbor/cbor.h"
#include "models/core/pki/signingkey.h"
#include "models/support/database.h"
#include "tests/bench/figure.h"

#include <openssl/evp.h>
#include <sqlite3.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <algorithm>
#include <cstring>
#include <vector>

using namespace packwarden;

namespace {

const AuditActor actor{
    QStringLiteral("leasing.asset-manager"), QStringLiteral("leasing"), QStringLiteral("asset-manager")};

AuditEntry entryOf(int i)
{
    return {QString::fromLatin1(auditaction::signRequest), QStringLiteral("4f1c 22ab 9001 %1").arg(i),
        QString::fromLatin1(auditoutcome::done), {{QStringLiteral("pack"), QStringLiteral("SDB-TEST-0001")}}};
}

void must(bool good, const char *what)
{
    if (!good)
        qFatal("%s", what);
}

/// The same table, index and pragmas, and one prepared statement of SQLite's own interface.
class RawStore final
{
public:
    explicit RawStore(const QString &path)
    {
        must(sqlite3_open(QFile::encodeName(path).constData(), &m_database) == SQLITE_OK, "raw store");
        run("PRAGMA journal_mode=DELETE");
        run("PRAGMA synchronous=EXTRA");
        run("PRAGMA trusted_schema=OFF");
        run(auditschema::statements().value(QStringLiteral("records")).toUtf8().constData());
        run(auditschema::statements().value(QStringLiteral("records_by_subject")).toUtf8().constData());
        const QByteArray insert
            = QByteArray("INSERT INTO records(") + auditschema::columns + ") VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        must(sqlite3_prepare_v2(m_database, insert.constData(), -1, &m_insert, nullptr) == SQLITE_OK, "raw insert");
    }
    ~RawStore()
    {
        sqlite3_finalize(m_insert);
        sqlite3_close(m_database);
    }
    Q_DISABLE_COPY_MOVE(RawStore)

    void append(int i)
    {
        const AuditEntry entry = entryOf(i);
        const QByteArray detail = cbor::encode(entry.detail);
        const QByteArray hash(32, 'h');
        run("BEGIN IMMEDIATE");
        sqlite3_bind_int64(m_insert, 1, ++m_seq);
        sqlite3_bind_int64(m_insert, 2, 1'780'000'000'000'000 + i);
        int column = 2;
        QList<QByteArray> texts;
        for (const QString &text : {actor.person, actor.party, actor.role, entry.action, entry.subject, entry.outcome})
            texts.append(text.toUtf8());
        for (const QByteArray &text : std::as_const(texts))
            sqlite3_bind_text(m_insert, ++column, text.constData(), int(text.size()), SQLITE_STATIC);
        for (const QByteArray &blob : {detail, hash, hash})
            sqlite3_bind_blob(m_insert, ++column, blob.constData(), int(blob.size()), SQLITE_TRANSIENT);
        must(sqlite3_step(m_insert) == SQLITE_DONE, "raw step");
        sqlite3_reset(m_insert);
        run("COMMIT");
    }

private:
    void run(const char *sql) { must(sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr) == SQLITE_OK, sql); }

    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_insert = nullptr;
    qint64 m_seq = 0;
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void measureAppend(const QString &folder, const Clock &clock)
{
    auto opened = AuditStore::open(folder + QStringLiteral("/audit.db"), clock);
    must(opened.ok(), "store");
    AuditStore &store = **opened;
    RawStore raw(folder + QStringLiteral("/raw.db"));
    std::vector<double> mine;
    std::vector<double> floor;
    constexpr int appends = 1000;
    for (int i = 0; i < appends; ++i) {
        QElapsedTimer timer;
        timer.start();
        must(store.append(actor, entryOf(i)).ok(), "append");
        mine.push_back(double(timer.nsecsElapsed()) / 1e9);
        timer.start();
        raw.append(i);
        floor.push_back(double(timer.nsecsElapsed()) / 1e9);
    }
    bench::print("audit append", median(mine) * 1e6, "us", "one row into the same table by SQLite alone, same pragmas",
        median(mine) / median(floor), 1.2);
}

/// Every column of every row by SQLite's own interface, and one digest per row: what nobody can do without.
double rawReading(const QString &path, qint64 bytes)
{
    sqlite3 *database = nullptr;
    sqlite3_stmt *statement = nullptr;
    must(sqlite3_open(QFile::encodeName(path).constData(), &database) == SQLITE_OK, "raw open");
    const QByteArray sql = QByteArray("SELECT ") + auditschema::columns + " FROM records ORDER BY seq";
    must(sqlite3_prepare_v2(database, sql.constData(), -1, &statement, nullptr) == SQLITE_OK, "raw select");
    EVP_MD *digest = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    std::vector<unsigned char> block(size_t(bytes), 'x');
    const double start = bench::processorSeconds();
    while (sqlite3_step(statement) == SQLITE_ROW) {
        for (int column = 0; column < 2; ++column)
            block[size_t(column)] = static_cast<unsigned char>(sqlite3_column_int64(statement, column));
        for (int column = 2; column < 11; ++column) {
            const auto *content = static_cast<const unsigned char *>(sqlite3_column_blob(statement, column));
            if (const int size = sqlite3_column_bytes(statement, column); size > 0)
                block[size_t(column)] = content[size - 1];
        }
        must(EVP_DigestInit_ex2(context, digest, nullptr) == 1
                && EVP_DigestUpdate(context, block.data(), block.size()) == 1
                && EVP_DigestFinal_ex(context, block.data(), nullptr) == 1,
            "digest");
    }
    const double taken = bench::processorSeconds() - start;
    EVP_MD_CTX_free(context);
    EVP_MD_free(digest);
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return taken;
}

void measureVerification(const QString &folder, const Clock &clock)
{
    constexpr int count = 300'000;
    const QString path = folder + QStringLiteral("/long.db");
    QByteArray logId;
    AuditRecord record;
    {
        auto opened = AuditStore::open(path, clock);
        must(opened.ok(), "store");
        logId = (*opened)->head().logId;
        record = (*opened)->page({}, 0, 1).constFirst();
    }
    // Filled in one go, as appending durably would take minutes.
    qint64 bytes = 0;
    {
        auto database = Database::open(path, Database::Mode::ReadWrite);
        must(database.ok(), "database");
        Transaction transaction(**database);
        QSqlQuery query((*database)->handle());
        query.prepare(QStringLiteral("INSERT INTO records(%1) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                          .arg(QLatin1String(auditschema::columns)));
        for (int i = 0; i < count; ++i) {
            const AuditEntry entry = entryOf(i);
            record = {record.seq + 1, record.timeUs + 1, actor, entry.action, entry.subject, entry.outcome,
                cbor::encode(entry.detail), record.hash, {}};
            record.hash = record.computeHash(logId);
            auditrows::bind(query, record);
            must((*database)->run(query).ok(), "insert");
        }
        must(transaction.commit().ok(), "commit");
        bytes = 16 + 32 + record.detail.size() + 160;
    }
    std::vector<double> mine;
    std::vector<double> floor;
    for (int round = 0; round < 5; ++round) {
        double start = bench::processorSeconds();
        const AuditVerdict verdict = verifyAudit(path);
        mine.push_back(bench::processorSeconds() - start);
        must(verdict.intact() && verdict.checked > count, "intact");
        floor.push_back(rawReading(path, bytes));
    }
    bench::print("audit verification", count / median(mine), "records/s",
        "SQLite alone reading these rows, and SHA-256 over as many bytes; goal of the value: 1000000",
        median(mine) / median(floor));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const CryptoRuntime crypto;
    const SystemClock clock;
    const QTemporaryDir folder;
    measureAppend(folder.path(), clock);
    measureVerification(folder.path(), clock);
    return 0;
}
