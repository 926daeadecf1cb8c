// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditschema.h"
#include "models/audit/auditstore.h"
#include "models/core/cbor/cbor.h"
#include "models/support/database.h"
#include "models/workspace/auditverifier.h"
#include "tests/models/support/auditvandal.h"
#include "tests/models/support/modelworld.h"

#include <QDir>
#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QSemaphore>
#include <QSignalSpy>
#include <QSqlQuery>
#include <QTest>

#include <thread>

using namespace packwarden;
using namespace packwarden::test;

namespace {

QStringList logged;

void keepLine(QtMsgType, const QMessageLogContext &context, const QString &text)
{
    if (QByteArray(context.category) == "packwarden.audit")
        logged << text;
}

} // namespace

class TestAuditStore final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theHashIsWhatTheFormatSays();
    void anUntouchedStoreVerifies();
    void theFirstRecordIsTheStoreItself();
    void everyTamperedRecordIsNamed_data();
    void everyTamperedRecordIsNamed();
    void aCutEndIsFoundByAHeadThatOthersHold();
    void aRewrittenHistoryIsFoundByAHeadThatOthersHold();
    void aPersonSettlesAFalseHead();
    void triggersRefuseChanges();
    void aDroppedTriggerIsFound();
    void damageMakesTheStoreReadOnly();
    void noRecordAfterTampering_data();
    void noRecordAfterTampering();
    void damageByWordAloneCanEnd_data();
    void damageByWordAloneCanEnd();
    void twoWritersShareOneChain();
    void verificationCanBeCancelled();
    void aForeignDatabaseIsNoStore();
    void otherProgramsHoldIt_data();
    void otherProgramsHoldIt();
    void otherProgramsAddToIt_data();
    void otherProgramsAddToIt();
    void filtersAndPages();
    void whatHappensIsLoggedOnDemand();

private:
    void fill(int records);
    /// As somebody who signed in here carried it away in a signature.
    SeenHead held(const LogHead &head) const;
    void tamper(const QStringList &statements);

    CryptoRuntime m_crypto;
    FixedClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AuditStore> m_store;
    QString m_path;
    QByteArray m_leaf = QByteArray(32, 'k');
};

void TestAuditStore::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("audit.db"));
    auto opened = AuditStore::open(m_path, m_clock);
    QVERIFY(opened.ok());
    m_store = std::move(opened).value();
    fill(9);
}

void TestAuditStore::fill(int records)
{
    for (int i = 0; i < records; ++i) {
        m_clock.advance(1000);
        const auto head
            = m_store->append({QStringLiteral("ann"), QStringLiteral("leasing"), QStringLiteral("asset-manager")},
                {i == 0 ? QLatin1String(auditaction::signIn) : QLatin1String(auditaction::mergeRequest),
                    QStringLiteral("REQ %1").arg(i), QStringLiteral("done"), {{QLatin1String("leaf"), m_leaf}}});
        QVERIFY(head.ok());
    }
}

SeenHead TestAuditStore::held(const LogHead &head) const
{
    SeenHead seen;
    seen.log = QString::fromLatin1(head.logId.toHex());
    seen.head = head;
    seen.carrier = QLatin1String(headcarrier::signature);
    seen.by = QStringLiteral("ann");
    seen.leafSha256 = m_leaf;
    seen.rootSha256 = QByteArray(32, 'r');
    return seen;
}

/// As somebody with the file and SQLite would: the triggers go, the rows are changed, the triggers come back.
void TestAuditStore::tamper(const QStringList &statements)
{
    auto database = Database::open(m_path, Database::Mode::ReadWrite);
    QVERIFY(database.ok());
    QStringList all;
    for (const QString &table : {QStringLiteral("records"), QStringLiteral("meta")}) {
        all.append(QStringLiteral("DROP TRIGGER %1_no_update").arg(table));
        all.append(QStringLiteral("DROP TRIGGER %1_no_delete").arg(table));
    }
    all += statements;
    const auto &ours = auditschema::statements();
    for (auto it = ours.begin(); it != ours.end(); ++it) {
        if (it.key().startsWith(QLatin1String("records_no_")) || it.key().startsWith(QLatin1String("meta_no_")))
            all.append(*it);
    }
    for (const QString &statement : std::as_const(all)) {
        const auto run = (*database)->run(statement);
        QVERIFY2(run.ok(), qPrintable(statement + (run.ok() ? QString() : run.error().detail)));
    }
}

/// Computed by hand: SHA-256 of a zero byte and [log id, seq, time, person, party, role, action, subject, outcome,
/// detail, prev] in deterministic CBOR. Who changes it makes every kept audit a damaged one.
void TestAuditStore::theHashIsWhatTheFormatSays()
{
    const AuditRecord record{300, 1'780'000'000'000'000,
        {QStringLiteral("leasing.asset-manager"), QStringLiteral("leasing"), QStringLiteral("asset-manager")},
        QStringLiteral("request.sign"), QStringLiteral("4f1c"), QStringLiteral("done"), QByteArray::fromHex("a0"),
        QByteArray(32, 'p'), {}};
    QCOMPARE(record.computeHash(QByteArray(16, 'l')).toHex(),
        QByteArray("f9e37a5bfe2398bf4de07bcb11b7bded95eaca7d2c053105b9c3a40b0b1153d0"));
}

void TestAuditStore::anUntouchedStoreVerifies()
{
    const AuditVerdict verdict = verifyAudit(m_path, {{held(m_store->head())}, {}});
    QVERIFY(verdict.intact());
    QCOMPARE(verdict.checked, 10);
    QCOMPARE(verdict.witnessed, 10);
    QCOMPARE(verifyAudit(m_path).witnessed, 0);
}

void TestAuditStore::theFirstRecordIsTheStoreItself()
{
    const auto page = m_store->page({}, 9, 10);
    QCOMPARE(page.size(), 1);
    QCOMPARE(page.constFirst().seq, 1);
    QCOMPARE(page.constFirst().action, QLatin1String(auditaction::storeCreated));
    QCOMPARE(page.constFirst().prev, QByteArray(32, '\0'));
    QCOMPARE(page.constFirst().hash, page.constFirst().computeHash(m_store->head().logId));
}

void TestAuditStore::everyTamperedRecordIsNamed_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<qint64>("record");
    const auto row = [](const char *name, const QStringList &statements, qint64 record) {
        QTest::newRow(name) << statements << record;
    };
    const auto set = [](const char *assignment) {
        return QStringList{QStringLiteral("UPDATE records SET %1 WHERE seq = 5").arg(QLatin1String(assignment))};
    };
    row("time", set("time_us = time_us + 1"), 5);
    row("actor", set("actor = 'bob'"), 5);
    row("party", set("party = 'courier'"), 5);
    row("role", set("role = 'driver'"), 5);
    row("action", set("action = 'request.new'"), 5);
    row("subject", set("subject = 'REQ 9'"), 5);
    row("outcome", set("outcome = 'below-quorum'"), 5);
    row("detail", set("detail = x'a0'"), 5);
    row("prev", set("prev = zeroblob(32)"), 5);
    row("hash", set("hash = zeroblob(32)"), 5);
    row("type of a text", set("actor = CAST(actor AS BLOB)"), 5);
    row("type of a blob", set("detail = CAST(detail AS TEXT)"), 5);
    row("text to null", set("actor = NULL"), 5);
    row("moved between columns", set("actor = 'annleasing', party = ''"), 5);
    row("number", {QStringLiteral("UPDATE records SET seq = 50 WHERE seq = 10")}, 10);
    row("first deleted", {QStringLiteral("DELETE FROM records WHERE seq = 1")}, 1);
    row("middle deleted", {QStringLiteral("DELETE FROM records WHERE seq = 5")}, 5);
    row("middle deleted and closed up",
        {QStringLiteral("DELETE FROM records WHERE seq = 5"),
            QStringLiteral("UPDATE records SET seq = -(seq - 1) WHERE seq > 5"),
            QStringLiteral("UPDATE records SET seq = -seq WHERE seq < 0")},
        5);
    row("two swapped",
        {QStringLiteral("UPDATE records SET seq = -4 WHERE seq = 4"),
            QStringLiteral("UPDATE records SET seq = 4 WHERE seq = 6"),
            QStringLiteral("UPDATE records SET seq = 6 WHERE seq = -4")},
        4);
    row("inserted in the middle",
        {QStringLiteral("UPDATE records SET seq = -(seq + 1) WHERE seq >= 5"),
            QStringLiteral("UPDATE records SET seq = -seq WHERE seq < 0"),
            QStringLiteral("INSERT INTO records SELECT 5, time_us, actor, party, role, action, subject, outcome, "
                           "detail, prev, hash FROM records WHERE seq = 6")},
        6);
    row("inserted at the end",
        {QStringLiteral("INSERT INTO records SELECT 11, time_us, actor, party, role, action, subject, outcome, "
                        "detail, hash, zeroblob(32) FROM records WHERE seq = 10")},
        11);
    row("inserted before the first",
        {QStringLiteral("INSERT INTO records SELECT 0, time_us, actor, party, role, action, subject, outcome, "
                        "detail, prev, hash FROM records WHERE seq = 1")},
        1);
    row("log id", {QStringLiteral("UPDATE meta SET value = zeroblob(16) WHERE key = 'log_id'")}, 1);
}

void TestAuditStore::everyTamperedRecordIsNamed()
{
    QFETCH(QStringList, statements);
    QFETCH(qint64, record);
    QVERIFY(verifyAudit(m_path).intact());
    tamper(statements);
    const AuditVerdict verdict = verifyAudit(m_path);
    QVERIFY(!verdict.intact());
    QCOMPARE(verdict.problem->code, Code::AuditDamaged);
    QCOMPARE(verdict.badRecord, record);
    QCOMPARE(verdict.checked, record - 1);
}

void TestAuditStore::aCutEndIsFoundByAHeadThatOthersHold()
{
    const SeenHead theirs = held(m_store->head());
    tamper({QStringLiteral("DELETE FROM records WHERE seq = 10")});
    QVERIFY(verifyAudit(m_path).intact()); // nobody else knows
    const AuditVerdict verdict = verifyAudit(m_path, {{theirs}, {}});
    QVERIFY(!verdict.intact());
    QCOMPARE(verdict.badRecord, 10);
}

void TestAuditStore::aRewrittenHistoryIsFoundByAHeadThatOthersHold()
{
    LogHead theirs = m_store->head();
    theirs.count = 7;
    const AuditVerdict verdict = verifyAudit(m_path, {{held(theirs)}, {}});
    QVERIFY(!verdict.intact());
    QCOMPARE(verdict.badRecord, 7);
    QCOMPARE(verdict.problem->detail, QStringLiteral("anchor"));
    theirs.logId = QByteArray(16, 'x');
    QVERIFY(verifyAudit(m_path, {{held(theirs)}, {}}).intact()); // of another log
}

void TestAuditStore::aPersonSettlesAFalseHead()
{
    LogHead false7 = m_store->head();
    false7.count = 7;
    const SeenHead told = held(false7);
    LogHead false9 = false7;
    false9.count = 9;
    const AuditVerdict verdict = verifyAudit(m_path, {{told, held(false9)}, {}});
    QVERIFY(!verdict.intact());
    QCOMPARE(verdict.accusers, (QList<AuditAccuser>{{told.by, told.leafSha256, 7}}));
    const auto settle = [&](const QByteArray &leaf) {
        return m_store
            ->append({},
                {QLatin1String(auditaction::settleHead), told.by, QLatin1String(auditoutcome::done),
                    QCborMap{{QLatin1String("leaf"), leaf}}})
            .ok();
    };
    // The twin: another key was settled.
    QVERIFY(settle(QByteArray(32, 'x')));
    QVERIFY(!verifyAudit(m_path, {{told}, {}}).intact());
    QVERIFY(settle(told.leafSha256));
    const AuditVerdict settled = verifyAudit(m_path, {{told, held(false9)}, {}});
    QVERIFY(settled.intact());
    QVERIFY(settled.isDisputed()); // it is not forgotten
    QVERIFY(settled.accusers.isEmpty());
    // What somebody else holds still proves damage.
    SeenHead other = told;
    other.leafSha256 = QByteArray(32, 'y');
    QVERIFY(m_store
                ->append({},
                    {QLatin1String(auditaction::signIn), QStringLiteral("other"), QLatin1String(auditoutcome::done),
                        QCborMap{{QLatin1String("leaf"), other.leafSha256}}})
                .ok());
    QVERIFY(!verifyAudit(m_path, {{other}, {}}).intact());
}

void TestAuditStore::triggersRefuseChanges()
{
    auto database = Database::open(m_path, Database::Mode::ReadWrite);
    QVERIFY(database.ok());
    QVERIFY(!(*database)->run(QStringLiteral("UPDATE records SET actor = 'bob' WHERE seq = 5")).ok());
    QVERIFY(!(*database)->run(QStringLiteral("DELETE FROM records WHERE seq = 10")).ok());
    QVERIFY(!(*database)->run(QStringLiteral("UPDATE meta SET value = 1")).ok());
    QVERIFY(verifyAudit(m_path, {{held(m_store->head())}, {}}).intact());
}

void TestAuditStore::aDroppedTriggerIsFound()
{
    {
        auto database = Database::open(m_path, Database::Mode::ReadWrite);
        QVERIFY(database.ok());
        QVERIFY((*database)->run(QStringLiteral("DROP TRIGGER records_no_update")).ok());
    }
    const AuditVerdict verdict = verifyAudit(m_path);
    QVERIFY(!verdict.intact());
    QCOMPARE(verdict.problem->detail, QStringLiteral("schema: records_no_update is missing"));
    m_store.reset();
    const auto again = AuditStore::open(m_path, m_clock);
    QVERIFY(again.ok());
    QVERIFY((*again)->isReadOnly());
}

void TestAuditStore::damageMakesTheStoreReadOnly()
{
    tamper({QStringLiteral("UPDATE records SET actor = 'bob' WHERE seq = 3")});
    AuditVerifier verifier(*m_store);
    QSignalSpy finished(&verifier, &AuditVerifier::finished);
    QSignalSpy readOnly(m_store.get(), &AuditStore::readOnlyChanged);
    verifier.start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(readOnly.size(), 1);
    const auto refused = m_store->append({}, {QStringLiteral("a"), {}, QStringLiteral("done"), {}});
    QVERIFY(!refused.ok());
    QCOMPARE(refused.code(), Code::AuditUnwritable);
    QCOMPARE(m_store->count({}), 10);
}

/// What happens to the file while the program runs is found before the next record, not only by a verification.
void TestAuditStore::noRecordAfterTampering_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"end cut", "rewritten", "rewritten, one more", "end cut, two others written", "forged end",
             "foreign end", "last record changed"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void TestAuditStore::noRecordAfterTampering()
{
    QFETCH(QString, how);
    const QString forged
        = QStringLiteral("INSERT INTO records SELECT 11, time_us, actor, party, role, action, subject, "
                         "outcome, detail, %1, %2 FROM records WHERE seq = 10");
    if (how == QLatin1String("end cut"))
        tamper({QStringLiteral("DELETE FROM records WHERE seq = 10")});
    else if (how == QLatin1String("forged end"))
        tamper({forged.arg(QStringLiteral("hash"), QStringLiteral("zeroblob(32)"))});
    else if (how == QLatin1String("foreign end"))
        tamper({forged.arg(QStringLiteral("zeroblob(32)"), QStringLiteral("hash"))});
    else if (how == QLatin1String("last record changed"))
        tamper({QStringLiteral("UPDATE records SET actor = 'bob' WHERE seq = 10")});
    else
        QVERIFY(vandal::rewrite(m_path, [&](QList<AuditRecord> &records) {
            if (how.startsWith(QLatin1String("rewritten")))
                records[2].actor.person = QStringLiteral("bob");
            else
                records.removeLast();
            if (how == QLatin1String("rewritten, one more"))
                records.append(records.at(4));
            else if (how.endsWith(QLatin1String("two others written")))
                records += {records.at(4), records.at(5)};
        }));
    QSignalSpy readOnly(m_store.get(), &AuditStore::readOnlyChanged);
    const qint64 before = m_store->count({});
    const auto refused = m_store->append({}, {QStringLiteral("a"), {}, QStringLiteral("done"), {}});
    QVERIFY(!refused.ok());
    QCOMPARE(refused.code(), Code::AuditDamaged);
    QVERIFY(m_store->isReadOnly());
    QCOMPARE(readOnly.size(), 1);
    QCOMPARE(m_store->count({}), before);
    // No verification of the rewritten file makes it good again.
    m_store->setVerdict(verifyAudit(m_path));
    QVERIFY(m_store->isReadOnly());
}

/// Damage by the word of a key ends with a verdict that finds the store in order, which a person's decision lets it be;
/// damage that the file shows does not.
void TestAuditStore::damageByWordAloneCanEnd_data()
{
    QTest::addColumn<QString>("verdicts");
    QTest::addColumn<bool>("writable");
    QTest::newRow("by word, settled") << QStringLiteral("word intact") << true;
    QTest::newRow("by word twice, settled") << QStringLiteral("word word intact") << true;
    QTest::newRow("by word, not settled") << QStringLiteral("word") << false;
    QTest::newRow("by the file") << QStringLiteral("file intact") << false;
    QTest::newRow("by word and then by the file") << QStringLiteral("word file intact") << false;
    QTest::newRow("by the file and then by word") << QStringLiteral("file word intact") << false;
    QTest::newRow("settled, and then by the file") << QStringLiteral("word intact file intact") << false;
}

void TestAuditStore::damageByWordAloneCanEnd()
{
    QFETCH(const QString, verdicts);
    QFETCH(const bool, writable);
    for (const QString &word : verdicts.split(u' ')) {
        AuditVerdict verdict;
        if (word != QLatin1String("intact"))
            verdict.problem = Error{Code::AuditDamaged, QStringLiteral("anchor")};
        if (word == QLatin1String("word"))
            verdict.accusers.append(AuditAccuser{QStringLiteral("ann"), QByteArray(32, 'l'), 1});
        m_store->setVerdict(verdict);
        if (word != QLatin1String("intact"))
            QVERIFY(m_store->isReadOnly());
    }
    QCOMPARE(!m_store->isReadOnly(), writable);
    QCOMPARE(m_store->append({}, {QStringLiteral("a"), {}, QStringLiteral("done"), {}}).ok(), writable);
}

void TestAuditStore::twoWritersShareOneChain()
{
    auto other = AuditStore::open(m_path, m_clock);
    QVERIFY(other.ok());
    for (int i = 0; i < 5; ++i) {
        QVERIFY((*other)->append({}, {QStringLiteral("a"), {}, QStringLiteral("done"), {}}).ok());
        QVERIFY(m_store->append({}, {QStringLiteral("b"), {}, QStringLiteral("done"), {}}).ok());
    }
    const AuditVerdict verdict = verifyAudit(m_path);
    QVERIFY(verdict.intact());
    QCOMPARE(verdict.checked, 20);
}

void TestAuditStore::verificationCanBeCancelled()
{
    fill(250);
    qint64 seen = 0;
    const AuditVerdict verdict = verifyAudit(m_path, {}, [&](qint64 checked, qint64) {
        seen = checked;
        return false;
    });
    QVERIFY(verdict.problem.has_value());
    QCOMPARE(verdict.problem->code, Code::Cancelled);
    QVERIFY(seen > 0);
}

void TestAuditStore::aForeignDatabaseIsNoStore()
{
    const QString path = m_folder->filePath(QStringLiteral("other.db"));
    {
        auto database = Database::open(path, Database::Mode::ReadWrite);
        QVERIFY(database.ok());
        QVERIFY((*database)->run(QStringLiteral("CREATE TABLE t(a)")).ok());
    }
    const auto opened = AuditStore::open(path, m_clock);
    QVERIFY(!opened.ok());
    QCOMPARE(opened.code(), Code::AuditDamaged);
}

/// Off by itself; on, a line for each opening and each loss of access, in which a text from outside stays one line.
void TestAuditStore::whatHappensIsLoggedOnDemand()
{
    logged.clear();
    const QString folder = m_folder->filePath(QStringLiteral("two\nlines"));
    QVERIFY(QDir().mkpath(folder));
    const QString path = folder + QStringLiteral("/audit.db");
    const auto before = qInstallMessageHandler(keepLine);
    const auto openTwice = [&] {
        auto good = AuditStore::open(path, m_clock);
        auto other = AuditStore::open(folder, m_clock); // a folder is no audit
        return good.ok() && !other.ok();
    };
    const bool quiet = openTwice() && logged.isEmpty();
    QLoggingCategory::setFilterRules(QStringLiteral("packwarden.audit=true"));
    const bool told = openTwice();
    QLoggingCategory::setFilterRules({});
    qInstallMessageHandler(before);
    QVERIFY(quiet);
    QVERIFY(told);
    QCOMPARE(logged.size(), 2);
    QVERIFY2(logged[0].startsWith(QStringLiteral("opened:")), qPrintable(logged[0]));
    QVERIFY2(logged[1].startsWith(QStringLiteral("not opened:")), qPrintable(logged[1]));
    for (const QString &line : std::as_const(logged)) {
        QVERIFY2(!line.contains(u'\n'), qPrintable(line));
        QVERIFY2(line.contains(QStringLiteral("two\\nlines")), qPrintable(line));
    }
}

namespace {

/// A program of its own that runs these statements on the file and keeps what they lock, for so many milliseconds or
/// until it is let go.
class OtherProgram final
{
public:
    OtherProgram(const QString &path, const QStringList &statements, int milliseconds)
        : m_thread([=, this] {
            auto database = Database::open(path, Database::Mode::ReadWrite);
            m_good = database.ok();
            for (const QString &statement : statements)
                m_good = m_good && (*database)->value(statement).ok();
            m_holds.release();
            (void)m_end.tryAcquire(1, milliseconds);
        })
    {
        m_holds.acquire();
    }
    ~OtherProgram()
    {
        m_end.release();
        m_thread.join();
    }
    OtherProgram(const OtherProgram &) = delete;
    OtherProgram &operator=(const OtherProgram &) = delete;
    bool isGood() const { return m_good; }

private:
    bool m_good = false;
    QSemaphore m_holds;
    QSemaphore m_end;
    std::thread m_thread;
};

} // namespace

void TestAuditStore::otherProgramsHoldIt_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<int>("milliseconds");
    QTest::addColumn<bool>("works");
    const QStringList exclusive{QStringLiteral("BEGIN EXCLUSIVE")};
    const QStringList reader{QStringLiteral("BEGIN"), QStringLiteral("SELECT count(*) FROM records")};
    const QStringList wal = QStringList{QStringLiteral("PRAGMA journal_mode=WAL")} + reader;
    const int longer = 60'000;
    QTest::newRow("a write lock for a while") << exclusive << 400 << true;
    QTest::newRow("a write lock for longer") << exclusive << longer << false;
    QTest::newRow("a reader for a while") << reader << 400 << true;
    QTest::newRow("a reader, and the journal that it set, for a while") << wal << 400 << true;
    QTest::newRow("a reader, and the journal that it set, for longer") << wal << longer << false;
}

/// It is waited for five seconds, and then said in plain words; never is a lock taken for damage.
void TestAuditStore::otherProgramsHoldIt()
{
    QFETCH(const QStringList, statements);
    QFETCH(const int, milliseconds);
    QFETCH(const bool, works);
    m_store.reset();
    {
        const OtherProgram other(m_path, statements, milliseconds);
        QVERIFY(other.isGood());
        QElapsedTimer waited;
        waited.start();
        const auto opened = AuditStore::open(m_path, m_clock);
        const auto recorded = opened.ok()
            ? (*opened)->append({}, {QLatin1String(auditaction::signIn), {}, QStringLiteral("done"), {}})
            : Result<LogHead>(opened.error());
        QVERIFY2(recorded.ok() == works, recorded.ok() ? "recorded" : qPrintable(recorded.error().detail));
        if (!works) {
            QCOMPARE(recorded.code(), Code::AuditUnwritable);
            QVERIFY2(recorded.error().is(Database::Reason::InUse), qPrintable(recorded.error().detail));
            QVERIFY2(waited.elapsed() >= 4500, "it was not waited");
            QVERIFY(!opened.ok() || (*opened)->access() != AuditStore::Access::Damaged);
        }
    }
    const auto after = AuditStore::open(m_path, m_clock);
    QVERIFY2(after.ok(), after.ok() ? "" : qPrintable(after.error().detail));
    QVERIFY(!(*after)->isReadOnly());
    QVERIFY(verifyAudit(m_path).intact());
}

void TestAuditStore::otherProgramsAddToIt_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("damage"); // empty: none
    QTest::newRow("statistics") << QStringLiteral("ANALYZE") << QString();
    QTest::newRow("room that is given back") << QStringLiteral("VACUUM") << QString();
    QTest::newRow("a table") << QStringLiteral("CREATE TABLE notes(text)")
                             << QStringLiteral("schema: notes is no part of an audit");
    QTest::newRow("an index") << QStringLiteral("CREATE INDEX by_time ON records(time_us)")
                              << QStringLiteral("schema: by_time is no part of an audit");
    QTest::newRow("a view by the name of statistics")
        << QStringLiteral("CREATE VIEW stat1 AS SELECT 1") << QStringLiteral("schema: stat1 is no part of an audit");
    QTest::newRow("a table more columns")
        << QStringLiteral("ALTER TABLE records ADD COLUMN more") << QStringLiteral("schema: records was changed");
    QTest::newRow("an index less") << QStringLiteral("DROP INDEX records_by_subject")
                                   << QStringLiteral("schema: records_by_subject is missing");
}

void TestAuditStore::otherProgramsAddToIt()
{
    QFETCH(const QString, statement);
    QFETCH(const QString, damage);
    m_store.reset();
    {
        auto database = Database::open(m_path, Database::Mode::ReadWrite);
        QVERIFY(database.ok());
        QVERIFY((*database)->run(statement).ok());
    }
    const AuditVerdict verdict = verifyAudit(m_path);
    QCOMPARE(verdict.problem ? verdict.problem->detail : QString(), damage);
    const auto opened = AuditStore::open(m_path, m_clock);
    QVERIFY(opened.ok());
    QCOMPARE((*opened)->isReadOnly(), !damage.isEmpty());
    QCOMPARE((*opened)->readOnlyReason(), damage);
}

void TestAuditStore::filtersAndPages()
{
    AuditFilter filter;
    filter.text = QStringLiteral("LEASING");
    QCOMPARE(m_store->count(filter), 9);
    filter.subject = QStringLiteral("REQ 4");
    QCOMPARE(m_store->count(filter), 1);
    const auto page = m_store->page({}, 2, 3);
    QCOMPARE(page.size(), 3);
    QCOMPARE(page.constFirst().seq, 8);
    filter = {};
    filter.text = QStringLiteral("'; DROP TABLE records; --");
    QCOMPARE(m_store->count(filter), 0);
    QCOMPARE(m_store->count({}), 10);
}

QTEST_GUILESS_MAIN(TestAuditStore)
#include "tst_auditstore.moc"
