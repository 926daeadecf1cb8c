// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditindex.h"
#include "models/audit/auditmodel.h"
#include "models/audit/auditrows.h"
#include "models/audit/auditschema.h"
#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/core/base/ids.h"
#include "models/core/cbor/cbor.h"
#include "models/core/pki/signingkey.h"
#include "models/support/database.h"
#include "tests/bench/figure.h"
#include "tests/models/support/auditvandal.h"
#include "tests/models/support/bigstore.h"

#include <openssl/evp.h>
#include <sqlite3.h>

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <sys/resource.h>

#include <algorithm>
#include <cstring>
#include <functional>
#include <memory>
#include <vector>

using namespace packwarden;
using test::TestWorld;

namespace {

const AuditActor actor{
    QStringLiteral("leasing.asset-manager"), QStringLiteral("leasing"), QStringLiteral("asset-manager")};

AuditEntry entryOf(int i)
{
    return {QString::fromLatin1(auditaction::signRequest), QStringLiteral("4f1c 22ab 9001 %1").arg(i),
        QString::fromLatin1(auditoutcome::done), {{QStringLiteral("pack"), QStringLiteral("SDB-TEST-0001")}}};
}

/// The same tables, indices and pragmas, and prepared statements of SQLite's own interface.
class RawStore final
{
public:
    explicit RawStore(const QString &path)
    {
        bench::must(sqlite3_open(QFile::encodeName(path).constData(), &m_database) == SQLITE_OK, "raw store");
        run("PRAGMA journal_mode=DELETE");
        run("PRAGMA synchronous=EXTRA");
        run("PRAGMA trusted_schema=OFF");
        for (const char *table : {"records", "packs", "texts"})
            run(auditschema::statements().value(QLatin1String(table)).toUtf8().constData());
        for (const QString &statement : auditschema::statements()) {
            if (statement.startsWith(QLatin1String("CREATE INDEX")) && statement.contains(QLatin1String(" ON records")))
                run(statement.toUtf8().constData());
        }
        const QByteArray insert
            = QByteArray("INSERT INTO records(") + auditschema::columns + ") VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        m_insert = prepared(insert.constData());
        m_pack = prepared("INSERT OR IGNORE INTO packs(pack, seq) VALUES('SDB-TEST-0001', ?)");
        m_text = prepared("INSERT OR IGNORE INTO texts(place, text) VALUES(?, ?)");
    }
    ~RawStore()
    {
        for (sqlite3_stmt *statement : {m_insert, m_pack, m_text})
            sqlite3_finalize(statement);
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
        bench::must(sqlite3_step(m_insert) == SQLITE_DONE, "raw step");
        sqlite3_reset(m_insert);
        sqlite3_bind_int64(m_pack, 1, m_seq);
        bench::must(sqlite3_step(m_pack) == SQLITE_DONE, "raw pack");
        sqlite3_reset(m_pack);
        for (int place = 0; place < texts.size(); ++place) {
            sqlite3_bind_int(m_text, 1, place);
            sqlite3_bind_text(m_text, 2, texts.at(place).constData(), int(texts.at(place).size()), SQLITE_STATIC);
            bench::must(sqlite3_step(m_text) == SQLITE_DONE, "raw text");
            sqlite3_reset(m_text);
        }
        run("COMMIT");
    }

private:
    void run(const char *sql)
    {
        bench::must(sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr) == SQLITE_OK, sql);
    }

    sqlite3_stmt *prepared(const char *sql)
    {
        sqlite3_stmt *statement = nullptr;
        bench::must(sqlite3_prepare_v2(m_database, sql, -1, &statement, nullptr) == SQLITE_OK, sql);
        return statement;
    }

    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_insert = nullptr;
    sqlite3_stmt *m_pack = nullptr;
    sqlite3_stmt *m_text = nullptr;
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
    bench::must(opened.ok(), "store");
    AuditStore &store = **opened;
    RawStore raw(folder + QStringLiteral("/raw.db"));
    std::vector<double> mine;
    std::vector<double> floor;
    constexpr int appends = 1000;
    for (int i = 0; i < appends; ++i) {
        QElapsedTimer timer;
        timer.start();
        bench::must(store.append(actor, entryOf(i)).ok(), "append");
        mine.push_back(double(timer.nsecsElapsed()) / 1e9);
        timer.start();
        raw.append(i);
        floor.push_back(double(timer.nsecsElapsed()) / 1e9);
    }
    bench::print("audit append", median(mine) * 1e6, "us",
        "the same rows into the same tables by SQLite alone, same pragmas", median(mine) / median(floor), 1.2);
}

/// Every column of every row by SQLite's own interface, and one digest per row: what nobody can do without.
double rawReading(const QString &path, qint64 bytes)
{
    sqlite3 *database = nullptr;
    sqlite3_stmt *statement = nullptr;
    bench::must(sqlite3_open(QFile::encodeName(path).constData(), &database) == SQLITE_OK, "raw open");
    const QByteArray sql = QByteArray("SELECT ") + auditschema::columns + " FROM records ORDER BY seq";
    bench::must(sqlite3_prepare_v2(database, sql.constData(), -1, &statement, nullptr) == SQLITE_OK, "raw select");
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
        bench::must(EVP_DigestInit_ex2(context, digest, nullptr) == 1
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
        bench::must(opened.ok(), "store");
        logId = (*opened)->head().logId;
        record = (*opened)->page({}, 0, 1).constFirst();
    }
    // Filled in one go, as appending durably would take minutes.
    qint64 bytes = 0;
    {
        auto database = Database::open(path, Database::Mode::ReadWrite);
        bench::must(database.ok(), "database");
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
            bench::must((*database)->run(query).ok(), "insert");
        }
        bench::must(auditindex::fill(**database, {}).ok(), "index");
        bench::must(transaction.commit().ok(), "commit");
        bytes = 16 + 32 + record.detail.size() + 160;
    }
    std::vector<double> mine;
    std::vector<double> floor;
    for (int round = 0; round < 5; ++round) {
        double start = bench::processorSeconds();
        const AuditVerdict verdict = verifyAudit(path);
        mine.push_back(bench::processorSeconds() - start);
        bench::must(verdict.intact() && verdict.checked > count, "intact");
        floor.push_back(rawReading(path, bytes));
    }
    bench::print("audit verification", count / median(mine), "records/s",
        "SQLite alone reading these rows, and SHA-256 over as many bytes; goal of the value: 1000000",
        median(mine) / median(floor));
}

/// Of this thread: what it would take on an idle machine, where all that is read lies in memory.
double spentOn(const std::function<void()> &work)
{
    const double start = bench::processorSeconds();
    work();
    return bench::processorSeconds() - start;
}

/// The longest of several, each on another place.
double worstOf(int times, const std::function<void(int)> &work)
{
    double worst = 0;
    for (int i = 0; i < times; ++i)
        worst = std::max(worst, spentOn([&] { work(i); }));
    return worst;
}

constexpr double atOnce = 0.1; ///< seconds: an answer that seems to come at once

/// What the page of the audit does, by its model: what takes the window's thread, and how long until all is there.
class Page final
{
public:
    explicit Page(AuditStore &store)
        : m_store(store)
    {
    }

    /// Until the first rows are there.
    void open()
    {
        m_model = std::make_unique<AuditModel>(m_store);
        while (m_model->isSearching() && m_model->rowCount() == 0)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        look(0);
    }
    void findAll()
    {
        while (m_model->isSearching())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    /// As a view does: a screen of rows, every cell.
    void look(int row)
    {
        for (int each = row; each < std::min(row + 40, m_model->rowCount()); ++each) {
            for (int column = 0; column < AuditModel::ColumnCount; ++column)
                m_model->data(m_model->index(each, column), AuditModel::ValueRole);
        }
    }
    struct Answer
    {
        double held = 0; ///< seconds of the window's thread at a time
        double shown = 0; ///< of all threads, until the first rows were there or it was known that there are none
        double whole = 0; ///< of all threads, until all was found
        int rows = 0;
    };
    Answer ask(const AuditFilter &filter)
    {
        Answer answer;
        const double start = bench::processSeconds();
        const auto since = [start] {
            return bench::processSeconds() - start;
        };
        answer.held = spentOn([&] { m_model->setFilter(filter); });
        while (m_model->isSearching()) {
            if (answer.shown == 0 && m_model->rowCount() > 0)
                answer.shown = since();
            const double each = spentOn([] { QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents); });
            answer.held = std::max(answer.held, each);
        }
        answer.whole = since();
        if (answer.shown == 0)
            answer.shown = answer.whole;
        answer.held = std::max(answer.held, spentOn([this] { look(0); }));
        answer.rows = m_model->rowCount();
        return answer;
    }
    int rows() const { return m_model->rowCount(); }
    const AuditModel &model() const { return *m_model; }

private:
    AuditStore &m_store;
    std::unique_ptr<AuditModel> m_model;
};

/// A figure of a long audit beside the same of a short one.
void printPair(const char *name, double big, double small, double goal = atOnce)
{
    const QByteArray against = "the same with 1,000 records: " + QByteArray::number(small * 1000, 'g', 3)
        + " ms; goal of the value: " + QByteArray::number(goal * 1000) + " ms";
    bench::print(name, big * 1000, "ms", against.constData(), big / std::max(small, 1e-6));
}

AuditFilter filterOf(const char *which)
{
    AuditFilter filter;
    const QByteArrayView word(which);
    if (word == QByteArrayView("action"))
        filter.action = QLatin1String(auditaction::signRequest);
    else if (word == QByteArrayView("refused"))
        filter.outcome = QLatin1String(AuditFilter::refusedOutcomes);
    else if (word == QByteArrayView("person"))
        filter.person = QStringLiteral("leasing.asset-manager-4");
    else if (word == QByteArrayView("pack"))
        filter.pack = QStringLiteral("SDB-FLEET-07919");
    else if (word == QByteArrayView("text"))
        filter.text = QStringLiteral("celldata");
    else if (word == QByteArrayView("rare text"))
        filter.text = QStringLiteral("nothing has this");
    else if (word == QByteArrayView("day"))
        filter.fromUs = (TestWorld::now - 150 * TestWorld::day) * 1'000'000;
    else if (word == QByteArrayView("text of one document"))
        filter.text = fingerprintText(sha256("77")).section(u' ', 0, 0);
    else if (word == QByteArrayView("pack, person and action")) {
        filter.pack = QStringLiteral("SDB-FLEET-07919");
        filter.person = QStringLiteral("celldata.specialist-1");
        filter.action = QLatin1String(auditaction::deliverRequest);
    } else if (word == QByteArrayView("pack, text and day")) {
        filter.pack = QStringLiteral("SDB-FLEET-07919");
        filter.text = QStringLiteral("deliver");
        filter.fromUs = (TestWorld::now - 150 * TestWorld::day) * 1'000'000;
    }
    if (word == QByteArrayView("day"))
        filter.untilUs = filter.fromUs + TestWorld::day * 1'000'000;
    return filter;
}

void measurePage(AuditStore &big, AuditStore &small)
{
    Page bigPage(big);
    Page smallPage(small);
    printPair("audit page, open", spentOn([&] { bigPage.open(); }), spentOn([&] { smallPage.open(); }));
    printPair("audit page, all rows", spentOn([&] { bigPage.findAll(); }), spentOn([&] { smallPage.findAll(); }));
    const auto jumps = [](Page &page) {
        return worstOf(20, [&page](int i) { page.look(int(qint64(page.rows()) * i / 20)); });
    };
    printPair("audit page, jump to anywhere", jumps(bigPage), jumps(smallPage));
    printPair("audit page, to a record by its number",
        worstOf(20, [&](int i) { bigPage.model().rowOf(big.head().count * i / 20 + 1); }),
        worstOf(20, [&](int i) { smallPage.model().rowOf(small.head().count * i / 20 + 1); }));
    for (const char *which : {"action", "refused", "person", "pack", "text", "rare text", "text of one document", "day",
             "pack, person and action", "pack, text and day"}) {
        const Page::Answer mine = bigPage.ask(filterOf(which));
        const Page::Answer theirs = smallPage.ask(filterOf(which));
        const QByteArray name
            = QByteArray("audit page, filter by ") + which + " (" + QByteArray::number(mine.rows) + " rows)";
        printPair((name + ", window held").constData(), mine.held, theirs.held);
        printPair((name + ", first rows").constData(), mine.shown, theirs.shown);
        printPair((name + ", all rows").constData(), mine.whole, theirs.whole);
    }
    bigPage.ask({});
    smallPage.ask({});
    const auto append = [](AuditStore &store) {
        return worstOf(20, [&store](int i) { bench::must(store.append(actor, entryOf(i)).ok(), "append"); });
    };
    printPair("audit page, a record more", append(big), append(small));
}

void measureProofs(AuditStore &big, AuditStore &small)
{
    const auto prove = [](AuditStore &store) {
        return worstOf(20, [&store](int i) {
            const auto proof = store.inclusion(1 + (store.head().count - 30) * i / 20);
            bench::must(proof.ok() && proof->verify().ok(),
                qPrintable(proof.ok() ? QStringLiteral("proof") : proof.error().detail));
        });
    };
    printPair("audit, proof of one record", prove(big), prove(small));
    const auto root = [](AuditStore &store) {
        return worstOf(5, [&store](int) { bench::must(store.checkpoint().ok(), "root"); });
    };
    printPair("audit, root of a checkpoint", root(big), root(small));
}

/// A store of the first version of the schema, as those of today's users are.
void measureUpgrade(const QString &path, const Clock &clock)
{
    bench::must(test::vandal::makeOlder(path, 1), "made old");
    const double taken = spentOn([&] { bench::must(AuditStore::open(path, clock).ok(), "upgrade"); });
    bench::print("audit, upgrade of a store of the first version", taken * 1000, "ms", "opening it again",
        taken / spentOn([&] { bench::must(AuditStore::open(path, clock).ok(), "open"); }));
}

/// Of the processor, for programs that were started here and have ended.
double childrenSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    const auto seconds = [](const timeval &time) {
        return double(time.tv_sec) + double(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// `packwardenctl audit list`, all of it, in both forms; and how soon it ends when its reader does.
void measureList(const QString &program, const QString &folder, qint64 records)
{
    for (const char *form : {"", "--json"}) {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        QStringList arguments{QStringLiteral("--store"), folder, QStringLiteral("audit"), QStringLiteral("list")};
        if (*form)
            arguments.append(QLatin1String(form));
        qint64 lines = 0;
        // What the program spends; it writes into a pipe that is read at once.
        const double before = childrenSeconds();
        process.start(program, arguments);
        while (process.waitForReadyRead(-1))
            lines += process.readAll().count('\n');
        process.waitForFinished(-1);
        const double taken = childrenSeconds() - before;
        bench::must(lines >= records, "lines");
        bench::print(*form ? "audit list, as JSON" : "audit list", double(lines) / taken, "records/s",
            "100,000 records/s", 100'000 / (double(lines) / taken), 1);
    }
    QProcess process;
    process.start(QStringLiteral("sh"),
        {QStringLiteral("-c"), QStringLiteral("\"$1\" --store \"$2\" audit list | head -1"), QStringLiteral("sh"),
            program, folder});
    const double before = childrenSeconds();
    process.waitForFinished(-1);
    bench::print("audit list, its reader ends after one line", (childrenSeconds() - before) * 1000, "ms", "nothing", 0);
}

void measureLong(const QString &folder, qint64 records, const QString &program)
{
    // As in the product: the audit of a workspace.
    TestWorld world;
    test::bigstore::BusyClock clock;
    const QString path = folder + QStringLiteral("/audit.db");
    auto big = AuditStore::open(path, clock);
    auto small = AuditStore::open(folder + QStringLiteral("/small.db"), clock);
    bench::must(big.ok() && small.ok(), "stores");
    const double taken = spentOn([&] { test::bigstore::addRecords(**big, world, records); });
    bench::print("audit, making a long one", double(records) / taken, "records/s", "a million in a minute",
        1e6 / 60 / (double(records) / taken), 1);
    test::bigstore::addRecords(**small, world, 1000);
    bench::print("audit, disk", double(QFileInfo(path).size()) / double(records), "bytes a record", "a short one",
        double(QFileInfo(path).size()) / double(records) / (double(QFileInfo((*small)->path()).size()) / 1000));
    measurePage(**big, **small);
    measureProofs(**big, **small);
    if (!program.isEmpty())
        measureList(program, folder, records);
    const double verified = spentOn([&] { bench::must(verifyAudit(path).intact(), "intact"); });
    bench::print("audit, verification with nodes and checkpoints", double(records) / verified, "records/s",
        "1,000,000 records/s", 1e6 / (double(records) / verified));
    big.value().reset();
    measureUpgrade(path, clock);
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
    const QStringList arguments = QCoreApplication::arguments();
    QDir(folder.path()).mkpath(QStringLiteral("store"));
    measureLong(folder.filePath(QStringLiteral("store")), arguments.value(2, QStringLiteral("1000000")).toLongLong(),
        arguments.value(1));
    return 0;
}
