// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditstore.h"
#include "models/core/cose/checkpoint.h"
#include "models/support/database.h"
#include "models/workspace/auditverifier.h"
#include "tests/models/audit/faultyvfs.h"
#include "tests/models/support/auditvandal.h"
#include "tests/models/support/modelworld.h"

#include <QFile>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

using namespace packwarden;
using namespace packwarden::test;

namespace {

constexpr int appends = 3; ///< of a scenario
constexpr int tooMany = 2000; ///< operations that no scenario reaches

QString subject(int i)
{
    return QStringLiteral("REQ %1").arg(i);
}

/// Without the sync of QFile::copy: there are thousands.
void copy(const QString &from, const QString &to)
{
    QFile source(from);
    QFile target(to);
    if (source.open(QIODevice::ReadOnly) && (!target.open(QIODevice::WriteOnly) || target.write(source.readAll()) < 0))
        qFatal("no copy");
}

Result<LogHead> appendOne(AuditStore &store, int i)
{
    return store.append({QStringLiteral("ann"), QStringLiteral("leasing"), QStringLiteral("asset-manager")},
        {QLatin1String(auditaction::mergeRequest), subject(i), QLatin1String(auditoutcome::done),
            {{QLatin1String("filler"), QByteArray(3000, 'x')}}});
}

} // namespace

/// The audit when the program is killed, the power fails, the disk fails or fills up, at every operation on a file
/// (cases 110 to 115 and 120 to 122 of the attack catalogue). What was acknowledged is there, and what is there
/// verifies.
class TestAuditCrash final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void killedAtEveryOperation_data();
    void killedAtEveryOperation();
    void killedAgainWhileRecovering_data();
    void killedAgainWhileRecovering();
    void errorsAtEveryOperation_data();
    void errorsAtEveryOperation();
    void aFailedSyncStopsTheStore();
    void aFullDiskRefusesButOutcomesHaveRoom();
    void aReadOnlyFileIsShown();
    void whatIsNoStoreIsNeverOverwritten_data();
    void whatIsNoStoreIsNeverOverwritten();
    void aStoreBegunAnewPointsAtTheOldOne();
    void twoProcessesShareOneChain();

private:
    struct Ran
    {
        bool completed = false; ///< reached its end
        int acknowledged = 0; ///< appends that returned
    };
    enum class From {
        Nothing,
        Store,
        OlderStore, ///< of the first version of the schema
        SecondStore, ///< of the second
    };
    QString place(From from);
    Ran child(const QString &path, const FaultyVfs::Plan &plan, int records = appends);
    Ran scenario(const QString &path, int records, int acknowledge);
    void check(const QString &path, qint64 before, const Ran &ran);
    qint64 records(const QString &path);

    CryptoRuntime m_crypto;
    FixedClock m_clock;
    std::unique_ptr<FaultyVfs> m_vfs;
    QTemporaryDir m_folder;
    QString m_base; ///< a store of a few records
    QString m_older; ///< the same with so many records that a tree keeps a node, of the first version
    QString m_second; ///< likewise, of the second
    qint64 m_olderCount = 0;
    LogHead m_baseHead;
    QByteArray m_checkpoint; ///< of the base
    quint32 m_seed = 20260101;
    int m_places = 0;
};

void TestAuditCrash::initTestCase()
{
    bool given = false;
    const uint seed = qEnvironmentVariable("PACKWARDEN_SEED").toUInt(&given);
    if (given)
        m_seed = seed;
    qInfo("seed %u (PACKWARDEN_SEED repeats it)", m_seed);
    m_vfs = std::make_unique<FaultyVfs>();
    m_base = m_folder.filePath(QStringLiteral("base.db"));
    const auto store = AuditStore::open(m_base, m_clock);
    QVERIFY(store.ok());
    for (int i = 100; i < 103; ++i)
        QVERIFY(appendOne(**store, i).ok());
    m_baseHead = (*store)->head();
    m_older = m_folder.filePath(QStringLiteral("older.db"));
    for (const char *tail : {"", ".id", ".reserve"})
        copy(m_base + QLatin1String(tail), m_older + QLatin1String(tail));
    {
        const auto older = AuditStore::open(m_older, m_clock);
        AuditStore::Entries entries;
        for (int i = 0; i < 260; ++i)
            entries.append({AuditActor(), {QStringLiteral("older"), QString::number(i), QStringLiteral("done"), {}}});
        QVERIFY(older.ok() && (*older)->appendTogether(entries).ok());
        m_olderCount = (*older)->head().count;
    }
    m_second = m_folder.filePath(QStringLiteral("second.db"));
    for (const char *tail : {"", ".id", ".reserve"})
        copy(m_older + QLatin1String(tail), m_second + QLatin1String(tail));
    QVERIFY(vandal::makeOlder(m_older, 1));
    QVERIFY(vandal::makeOlder(m_second, 2));
    TestWorld world;
    m_checkpoint = CoseSign1::make(contenttype::checkpoint, Checkpoint{m_baseHead, {}}.encode(),
        *world.key(QStringLiteral("leasing.asset-manager")), TestWorld::now)
                       ->encode();
}

void TestAuditCrash::cleanup()
{
    m_vfs->set({});
    m_vfs->setReadOnlyFiles(false);
}

/// A folder of its own, with a copy of the base store or with nothing.
QString TestAuditCrash::place(From from)
{
    const QString folder = m_folder.filePath(QString::number(++m_places));
    if (!QDir().mkpath(folder))
        qFatal("no folder");
    const QString path = folder + QStringLiteral("/audit.db");
    for (const char *tail : {"", ".id", ".reserve"}) {
        if (from != From::Nothing)
            copy((from == From::Store               ? m_base
                         : from == From::OlderStore ? m_older
                                                    : m_second)
                    + QLatin1String(tail),
                path + QLatin1String(tail));
    }
    return path;
}

/// Opens, or makes, a store and works with it; a byte goes to `acknowledge` for each append that returned.
TestAuditCrash::Ran TestAuditCrash::scenario(const QString &path, int records, int acknowledge)
{
    Ran ran;
    const auto store = AuditStore::open(path, m_clock);
    if (!store.ok())
        return ran;
    for (int i = 0; i < records; ++i) {
        if (!appendOne(**store, i).ok())
            return ran;
        ++ran.acknowledged;
        if (acknowledge >= 0 && write(acknowledge, "a", 1) != 1)
            return ran;
        if (i == 0 && !(*store)->addCheckpoint(m_checkpoint).ok() && (*store)->head().logId == m_baseHead.logId)
            return ran;
    }
    ran.completed = true;
    return ran;
}

/// The same in a process that may not live long.
TestAuditCrash::Ran TestAuditCrash::child(const QString &path, const FaultyVfs::Plan &plan, int records)
{
    int pipes[2] = {-1, -1};
    if (pipe(pipes) != 0)
        qFatal("no pipe");
    const pid_t process = fork();
    if (process == 0) {
        close(pipes[0]);
        m_vfs->set(plan);
        _exit(scenario(path, records, pipes[1]).completed ? 0 : 1);
    }
    close(pipes[1]);
    Ran ran;
    char byte = 0;
    while (read(pipes[0], &byte, 1) == 1)
        ++ran.acknowledged;
    close(pipes[0]);
    int status = 0;
    waitpid(process, &status, 0);
    ran.completed = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    if (WIFSIGNALED(status) || (WIFEXITED(status) && WEXITSTATUS(status) == 1))
        qFatal("the process ended otherwise: %d", status);
    return ran;
}

qint64 TestAuditCrash::records(const QString &path)
{
    const AuditVerdict verdict = verifyAudit(path);
    return verdict.intact() ? verdict.checked : -1;
}

/// A valid chain with everything that was acknowledged, at most one record more, and room for the next.
void TestAuditCrash::check(const QString &path, qint64 before, const Ran &ran)
{
    const auto store = AuditStore::open(path, m_clock);
    QVERIFY2(store.ok(), qPrintable(store.ok() ? QString() : store.error().detail));
    QVERIFY(!(*store)->isReadOnly());
    const AuditVerdict verdict = verifyAudit(path);
    QVERIFY2(verdict.intact(), qPrintable(verdict.intact() ? QString() : verdict.problem->detail));
    QVERIFY2(verdict.checked == before + ran.acknowledged || verdict.checked == before + ran.acknowledged + 1,
        qPrintable(QStringLiteral("%1 records, %2 before, %3 acknowledged")
                       .arg(verdict.checked)
                       .arg(before)
                       .arg(ran.acknowledged)));
    const auto all = (*store)->page({}, 0, 1000);
    for (int i = 0; i < ran.acknowledged; ++i)
        QCOMPARE(all.at(all.size() - 1 - int(before) - i).subject, subject(i));
    QVERIFY(appendOne(**store, 99).ok());
    QCOMPARE(records(path), verdict.checked + 1);
}

void TestAuditCrash::killedAtEveryOperation_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("fault");
    const auto row = [](const char *name, From from, FaultyVfs::Fault fault) {
        QTest::newRow(name) << int(from) << int(fault);
    };
    row("case 110: killed while a store is made", From::Nothing, FaultyVfs::Fault::Exit);
    row("case 110: killed while a store is written", From::Store, FaultyVfs::Fault::Exit);
    row("killed while an older store is upgraded", From::OlderStore, FaultyVfs::Fault::Exit);
    row("killed while a store of the second version is upgraded", From::SecondStore, FaultyVfs::Fault::Exit);
    row("case 112: power cut while a store is made", From::Nothing, FaultyVfs::Fault::PowerCut);
    row("case 112: power cut while a store is written", From::Store, FaultyVfs::Fault::PowerCut);
    row("power cut while an older store is upgraded", From::OlderStore, FaultyVfs::Fault::PowerCut);
    row("power cut while a store of the second version is upgraded", From::SecondStore, FaultyVfs::Fault::PowerCut);
}

void TestAuditCrash::killedAtEveryOperation()
{
    QFETCH(int, from);
    QFETCH(int, fault);
    qint64 k = 1;
    for (;; ++k) {
        QVERIFY(k < tooMany);
        const QString path = place(From(from));
        const Ran ran = child(path, {FaultyVfs::Fault(fault), k, false, false, m_seed, nullptr});
        // The upgrade is a record itself.
        const qint64 before = From(from) == From::Nothing ? 1
            : From(from) == From::Store                   ? m_baseHead.count
                                                          : m_olderCount + 1;
        check(path, before, ran);
        if (QTest::currentTestFailed()) {
            qWarning("at operation %lld, seed %u", k, m_seed);
            return;
        }
        if (ran.completed)
            break;
    }
    qInfo("%lld operations", k - 1);
    QVERIFY(k > 20);
}

void TestAuditCrash::killedAgainWhileRecovering_data()
{
    QTest::addColumn<int>("fault");
    QTest::newRow("case 111: killed again") << int(FaultyVfs::Fault::Exit);
    QTest::newRow("case 111: power cut again") << int(FaultyVfs::Fault::PowerCut);
}

void TestAuditCrash::killedAgainWhileRecovering()
{
    QFETCH(int, fault);
    int compound = 0;
    for (qint64 k = 1;; ++k) {
        QVERIFY(k < tooMany);
        const QString crashed = place(From::Store);
        const Ran first = child(crashed, {FaultyVfs::Fault(fault), k, false, false, m_seed, nullptr});
        if (first.completed)
            break;
        const bool hot = QFile::exists(crashed + QStringLiteral("-journal"));
        // Without a journal there is nothing to recover from: that is the plain case again.
        for (qint64 j = 1; hot && j < tooMany; ++j) {
            const QString path = place(From::Nothing);
            for (const char *tail : {"", "-journal", ".id", ".reserve"})
                copy(crashed + QLatin1String(tail), path + QLatin1String(tail));
            const Ran second = child(path, {FaultyVfs::Fault(fault), j, false, false, m_seed + 1, nullptr}, 0);
            // What the first life acknowledged is still there; the second may have added.
            const auto store = AuditStore::open(path, m_clock);
            QVERIFY(store.ok() && !(*store)->isReadOnly());
            const qint64 now = records(path);
            const qint64 least = m_baseHead.count + first.acknowledged + second.acknowledged;
            QVERIFY2(now >= least && now <= least + 2,
                qPrintable(QStringLiteral("k %1 j %2 seed %3: %4 records, at least %5")
                               .arg(k)
                               .arg(j)
                               .arg(m_seed)
                               .arg(now)
                               .arg(least)));
            ++compound;
            if (second.completed)
                break;
        }
    }
    qInfo("%d second crashes", compound);
    QVERIFY(compound > 20);
}

void TestAuditCrash::errorsAtEveryOperation_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<bool>("persistent");
    QTest::newRow("case 110: one input/output error") << int(FaultyVfs::Fault::InputOutput) << false;
    QTest::newRow("case 110: input/output errors from then on") << int(FaultyVfs::Fault::InputOutput) << true;
    QTest::newRow("case 114: full once") << int(FaultyVfs::Fault::Full) << false;
    QTest::newRow("case 114: full from then on") << int(FaultyVfs::Fault::Full) << true;
}

void TestAuditCrash::errorsAtEveryOperation()
{
    QFETCH(int, fault);
    QFETCH(bool, persistent);
    int failures = 0;
    for (qint64 k = 1; k < tooMany; ++k) {
        const QString path = place(From::Store);
        auto store = AuditStore::open(path, m_clock);
        QVERIFY(store.ok());
        m_vfs->set({FaultyVfs::Fault(fault), k, persistent, false, m_seed, nullptr});
        int acknowledged = 0;
        for (int i = 0; i < appends; ++i) {
            const auto done = appendOne(**store, acknowledged);
            if (done.ok()) {
                ++acknowledged;
                continue;
            }
            ++failures;
            QCOMPARE(done.code(), Code::AuditUnwritable);
            QVERIFY(!done.error().detail.isEmpty());
            // What people read is SQLite's word, without the names of calls of the driver.
            QVERIFY2(!done.error().detail.contains(QStringLiteral("Unable to")), qPrintable(done.error().detail));
            // After an error of the disk nothing is written until all was read again; a full disk only refuses.
            QCOMPARE((*store)->access(),
                FaultyVfs::Fault(fault) == FaultyVfs::Fault::Full ? AuditStore::Access::Writable
                                                                  : AuditStore::Access::Storage);
        }
        const bool reached = m_vfs->operations() >= k;
        m_vfs->set({});
        // I7: the fault is lifted, and it goes on without a restart.
        (*store)->setVerdict(verifyAudit(path));
        QVERIFY(!(*store)->isReadOnly());
        QVERIFY(appendOne(**store, acknowledged).ok());
        store.value().reset();
        check(path, m_baseHead.count, {true, acknowledged + 1});
        QCOMPARE(records(path), m_baseHead.count + acknowledged + 2); // nothing that was refused
        if (QTest::currentTestFailed()) {
            qWarning("at operation %lld", k);
            return;
        }
        if (!reached)
            break;
    }
    qInfo("%d refusals", failures);
    QVERIFY(failures > 10);
}

/// Case 113: what the kernel holds after a failed fsync is not what the disk holds.
void TestAuditCrash::aFailedSyncStopsTheStore()
{
    const QString path = place(From::Store);
    auto store = AuditStore::open(path, m_clock);
    QVERIFY(store.ok());
    QSignalSpy told(store->get(), &AuditStore::readOnlyChanged);
    m_vfs->set({FaultyVfs::Fault::InputOutput, 1, false, true, m_seed, nullptr});
    QVERIFY(!appendOne(**store, 0).ok());
    QCOMPARE(told.size(), 1);
    QCOMPARE((*store)->access(), AuditStore::Access::Storage);
    QVERIFY((*store)->readOnlyReason().contains(QLatin1String("disk I/O")));
    const qint64 operations = m_vfs->operations();
    const auto refused = appendOne(**store, 0); // the disk works again, and still nothing is written
    QCOMPARE(refused.code(), Code::AuditUnwritable);
    QVERIFY(!(*store)->addCheckpoint(m_checkpoint).ok());
    QCOMPARE(m_vfs->operations(), operations);
    AuditVerifier verifier(**store);
    QSignalSpy finished(&verifier, &AuditVerifier::finished);
    verifier.start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE((*store)->access(), AuditStore::Access::Writable);
    QCOMPARE(told.size(), 2);
    QVERIFY(appendOne(**store, 0).ok());
    QCOMPARE(records(path), m_baseHead.count + 1);
}

/// Case 114: nothing begins without room for its record; what was begun has room for its outcome.
void TestAuditCrash::aFullDiskRefusesButOutcomesHaveRoom()
{
    const QString path = place(From::Store);
    auto store = AuditStore::open(path, m_clock);
    QVERIFY(store.ok());
    const auto deliver = [&](const char *id, const QString &outcome) {
        return (*store)->append({},
            {QLatin1String(auditaction::deliverRequest), QStringLiteral("doc"), outcome,
                {{QLatin1String("id"), QByteArray(id)}}});
    };
    const QString begun = QLatin1String(auditoutcome::begun);
    const QString done = QLatin1String(auditoutcome::done);
    QVERIFY(deliver("one", begun).ok());
    const QByteArray reserve = QFile::encodeName(path + QStringLiteral(".reserve"));
    QVERIFY(QFile::exists(QFile::decodeName(reserve)));
    // Full until the reserve is given up.
    m_vfs->set({FaultyVfs::Fault::Full, 1, true, false, m_seed, reserve.constData()});
    QCOMPARE(deliver("two", begun).code(), Code::AuditUnwritable);
    QCOMPARE(appendOne(**store, 0).code(), Code::AuditUnwritable);
    QVERIFY(QFile::exists(QFile::decodeName(reserve)));
    QVERIFY(deliver("one", done).ok());
    QVERIFY((*store)->unresolved().isEmpty());
    m_vfs->set({});
    QVERIFY(appendOne(**store, 0).ok());
    QVERIFY(QFile::exists(QFile::decodeName(reserve))); // kept for the next time
    QCOMPARE(records(path), m_baseHead.count + 3);
}

/// Case 115: shown with its reason, refused to be written.
void TestAuditCrash::aReadOnlyFileIsShown()
{
    const QString path = place(From::Store);
    m_vfs->setReadOnlyFiles(true);
    auto store = AuditStore::open(path, m_clock);
    QVERIFY2(store.ok(), qPrintable(store.ok() ? QString() : store.error().detail));
    QVERIFY((*store)->isReadOnly());
    QCOMPARE((*store)->access(), AuditStore::Access::Storage);
    QVERIFY((*store)->readOnlyReason().contains(QLatin1String("readonly")));
    QCOMPARE((*store)->count({}), m_baseHead.count);
    QCOMPARE(appendOne(**store, 0).code(), Code::AuditUnwritable);
    QVERIFY(verifyAudit(path).intact());
    // A verification alone makes no file writable.
    (*store)->setVerdict(verifyAudit(path));
    QVERIFY((*store)->isReadOnly());
    m_vfs->setReadOnlyFiles(false);
    (*store)->setVerdict(verifyAudit(path));
    QVERIFY(!(*store)->isReadOnly());
    QVERIFY(appendOne(**store, 0).ok());

    m_vfs->setReadOnlyFiles(true);
    const auto none = AuditStore::open(place(From::Nothing), m_clock);
    QVERIFY(!none.ok());
    QCOMPARE(none.code(), Code::AuditUnwritable);
}

void TestAuditCrash::whatIsNoStoreIsNeverOverwritten_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("refused"); // else it opens, to be read only
    const auto row = [](const char *name, const char *what, bool refused = true) {
        QTest::newRow(name) << QString::fromLatin1(what) << refused;
    };
    row("case 120: emptied", "empty");
    row("case 120: gone", "gone");
    row("case 120: cut to half", "half", false);
    row("case 120: cut to nine tenths", "most", false);
    row("case 120: cut by a page", "page", false);
    row("case 120: random bytes", "random");
    row("case 120: a folder", "folder");
    row("case 120: another application's", "application");
    row("case 120: of a newer version", "newer");
    row("case 120: all records removed", "cleared");
    row("case 121: a view in place of a table", "view", false);
    row("case 121: a trigger of the same name", "trigger", false);
    row("case 121: a table more", "table", false);
}

void TestAuditCrash::whatIsNoStoreIsNeverOverwritten()
{
    QFETCH(QString, what);
    QFETCH(bool, refused);
    const QString path = place(From::Store);
    const auto sql = [&](const QStringList &statements) {
        const auto database = Database::open(path, Database::Mode::ReadWrite);
        for (const QString &statement : statements)
            QVERIFY2((*database)->run(statement).ok(), qPrintable(statement));
    };
    QFile file(path);
    const qint64 size = file.size();
    if (what == QLatin1String("empty"))
        QVERIFY(file.resize(0));
    else if (what == QLatin1String("gone"))
        QVERIFY(file.remove());
    else if (what == QLatin1String("half"))
        QVERIFY(file.resize(size / 2));
    else if (what == QLatin1String("most"))
        QVERIFY(file.resize(size * 9 / 10));
    else if (what == QLatin1String("page"))
        QVERIFY(file.resize(size - 4096));
    else if (what == QLatin1String("random"))
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(randomBytes(5000)) == 5000);
    else if (what == QLatin1String("folder"))
        QVERIFY(file.remove() && QDir().mkdir(path));
    else if (what == QLatin1String("application"))
        sql({QStringLiteral("PRAGMA application_id=1")});
    else if (what == QLatin1String("newer"))
        sql({QStringLiteral("PRAGMA user_version=99")});
    else if (what == QLatin1String("cleared"))
        sql({QStringLiteral("DROP TRIGGER records_no_delete"), QStringLiteral("DELETE FROM records"),
            QStringLiteral("CREATE TRIGGER records_no_delete BEFORE DELETE ON records BEGIN SELECT RAISE(ABORT, "
                           "'append only'); END")});
    else if (what == QLatin1String("view"))
        sql({QStringLiteral("ALTER TABLE records RENAME TO hidden"),
            QStringLiteral("CREATE VIEW records AS SELECT * FROM hidden WHERE seq < 3")});
    else if (what == QLatin1String("trigger"))
        sql({QStringLiteral("DROP TRIGGER records_no_delete"),
            QStringLiteral("CREATE TRIGGER records_no_delete AFTER INSERT ON records BEGIN DELETE FROM records WHERE "
                           "seq = new.seq; END")});
    else
        sql({QStringLiteral("CREATE TABLE more(a)")});
    file.close();
    const auto bytes = [&] {
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = bytes();
    file.close();

    const auto store = AuditStore::open(path, m_clock);
    if (refused) {
        QVERIFY(!store.ok());
        QVERIFY(store.code() == Code::AuditDamaged || store.code() == Code::AuditUnwritable);
        QVERIFY(!store.error().detail.isEmpty());
    } else if (store.ok()) {
        // What SQLite reads of it may look whole: then writing, or verifying, finds it.
        const auto done = appendOne(**store, 0);
        QVERIFY(!done.ok());
        QVERIFY(!verifyAudit(path).intact());
    } else {
        QCOMPARE(store.code(), Code::AuditDamaged);
    }
    QVERIFY(!verifyAudit(path).intact());
    QCOMPARE(bytes(), before);
}

/// After damage: the old file is kept as it is, and the new store's first record says what it was.
void TestAuditCrash::aStoreBegunAnewPointsAtTheOldOne()
{
    const QString path = place(From::Store);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() - 3000) && file.write("damage") == 6);
    file.close();
    QVERIFY(!verifyAudit(path).intact());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray old = file.readAll();
    file.close();
    const auto anew = AuditStore::startAnew(path, m_clock);
    QVERIFY2(anew.ok(), qPrintable(anew.ok() ? QString() : anew.error().detail));
    QVERIFY((*anew)->head().logId != m_baseHead.logId);
    QCOMPARE((*anew)->head().count, 1);
    const QCborMap first = QCborValue::fromCbor((*anew)->page({}, 0, 1).constFirst().detail).toMap();
    const QCborMap was = first.value(QLatin1String("before")).toMap();
    QCOMPARE(was.value(QLatin1String("log")).toByteArray(), m_baseHead.logId);
    QCOMPARE(was.value(QLatin1String("file")).toByteArray(), sha256(old));
    const QDir folder = QFileInfo(path).dir();
    const QStringList kept = folder.entryList({QStringLiteral("audit.db.damaged-*")}, QDir::Files);
    QCOMPARE(kept.size(), 1);
    QFile saved(folder.filePath(kept.constFirst()));
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), old);
    QVERIFY(appendOne(**anew, 0).ok());
    QCOMPARE(records(path), 2);
}

/// Case 122: two programs, one store; gapless, and nobody starves.
void TestAuditCrash::twoProcessesShareOneChain()
{
    constexpr int each = 100;
    const QString path = place(From::Store);
    QList<pid_t> processes;
    for (int p = 0; p < 2; ++p) {
        const pid_t process = fork();
        if (process == 0) {
            const auto store = AuditStore::open(path, m_clock);
            for (int i = 0; store.ok() && i < each; ++i) {
                if (!appendOne(**store, i).ok())
                    _exit(1);
            }
            _exit(store.ok() ? 0 : 2);
        }
        processes.append(process);
    }
    for (const pid_t process : std::as_const(processes)) {
        int status = 0;
        QCOMPARE(waitpid(process, &status, 0), process);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 0);
    }
    QCOMPARE(records(path), m_baseHead.count + 2 * each);
}

QTEST_GUILESS_MAIN(TestAuditCrash)
#include "tst_auditcrash.moc"
