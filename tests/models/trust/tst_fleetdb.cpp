// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/wholefile.h"
#include "models/core/pack/statement.h"
#include "models/support/damagedfile.h"
#include "models/support/database.h"
#include "models/trust/fleetbook.h"
#include "models/trust/fleetschema.h"
#include "models/trust/fleettakeover.h"
#include "models/trust/pastwords.h"
#include "models/trust/reach.h"
#include "models/trust/startoutlook.h"
#include "models/trust/trustfiles.h"
#include "tests/models/audit/faultyvfs.h"
#include "tests/models/support/modelworld.h"

#include <QTest>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace packwarden;
using namespace packwarden::test;

namespace {

/// What goes on while the program is killed.
enum class Scene { TakingOver, Learning, Upgrading, Grouping };

constexpr int tooMany = 2000; ///< operations that no scenario reaches

PackSerial serialOf(int i)
{
    return PackSerial::fromTrusted(QStringLiteral("SDB-FLEET-%1").arg(i, 4, 10, QLatin1Char('0')));
}

} // namespace

/// What is known of packs: kept once, read when it is asked for, taken over from older stores, and whole whatever
/// happens to the program or the disk.
class TestFleetDb final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void whatIsKeptIsReadBack_data();
    void whatIsKeptIsReadBack();
    void whatCouldNotBeReadBackIsNotKept_data();
    void whatCouldNotBeReadBackIsNotKept();
    void whatPacksShareIsKeptOnce();
    void copiesKeepWhatTheyHad();
    void supposingChangesNothing();
    void questionsAboutMany();
    void oneAnswerForASituation();
    void anOlderStoreIsTakenOver();
    void aFileThatWasLeftBehindIsOlder();
    void whatIsCancelledGoesOn();
    void anEarlierVersionIsUpgraded_data();
    void anEarlierVersionIsUpgraded();
    void pastWordsAreThoseThatShowAChange_data();
    void pastWordsAreThoseThatShowAChange();
    void pastWordsAreBounded();
    void pastWordsGoWithTheirPack();
    void anEarlierVersionThatCannotBeWrittenIsRead();
    void whatIsNoFleetOfOurs_data();
    void whatIsNoFleetOfOurs();
    void whatIsDamagedIsKept_data();
    void whatIsDamagedIsKept();
    void itIsForItsOwner();
    void aReadOnlyStoreIsReadAllTheSame();
    void killedAtEveryOperation_data();
    void killedAtEveryOperation();
    void errorsAtEveryOperation_data();
    void errorsAtEveryOperation();

private:
    /// A pack of this number, with the rules that all share; small: without documents.
    KnownPack pack(int i, bool small = false) const;
    QString place() { return m_folder.filePath(QString::number(++m_places)); }
    QString olderStore(int packs);
    /// As an earlier version left it, with packs 0 to packs - 1.
    QString earlierVersion(int packs, int version = 1);
    /// What pack 1 said at a moment.
    QByteArray word(int at, qint64 revision) const;
    std::shared_ptr<FleetDb> open(const QString &store, QStringList *problems = nullptr);
    qint64 number(const QString &store, const QString &sql) const;
    void checkWhole(const QString &store) const;

    CryptoRuntime m_crypto;
    FixedClock m_clock{TestWorld::now};
    std::unique_ptr<TestWorld> m_world;
    PackState m_pack;
    PackRules m_rules;
    KnownPack m_known;
    std::unique_ptr<FaultyVfs> m_vfs;
    QTemporaryDir m_folder;
    int m_places = 0;
};

void TestFleetDb::initTestCase()
{
    m_world = std::make_unique<TestWorld>();
    m_pack = m_world->pack();
    m_rules = rulesOf(*m_world, m_pack);
    m_known.facts = factsOf(m_pack);
    m_known.rules = m_rules;
    m_known.readAt = TestWorld::now;
    m_known.siliconSha256 = sha256(m_rules.silicon);
    m_known.foundationSha256 = sha256(m_rules.foundation);
    m_known.statement = statementOf(*m_world, m_pack);
    m_vfs = std::make_unique<FaultyVfs>();
}

void TestFleetDb::cleanup()
{
    m_vfs->set({});
    m_vfs->setReadOnlyFiles(false);
}

KnownPack TestFleetDb::pack(int i, bool small) const
{
    KnownPack known = m_known;
    known.facts.serial = serialOf(i);
    known.rules.serial = serialOf(i);
    known.readAt = TestWorld::now - i;
    if (small) {
        known.rules = {};
        known.rules.serial = serialOf(i);
        known.statement.clear();
    }
    return known;
}

QString TestFleetDb::olderStore(int packs)
{
    const QString store = place();
    if (!QDir().mkpath(store + QStringLiteral("/trust")))
        qFatal("no folder");
    for (int i = 0; i < packs; ++i) {
        QFile file(QStringLiteral("%1/trust/%2.pack").arg(store, serialOf(i).text()));
        if (!file.open(QIODevice::WriteOnly) || file.write(trustfiles::encode(pack(i, true))) < 0)
            qFatal("no pack");
    }
    return store;
}

QString TestFleetDb::earlierVersion(int packs, int version)
{
    const QString store = place();
    QList<KnownPack> all;
    for (int i = 0; i < packs; ++i)
        all.append(pack(i));
    if (!open(store)->keep(all).ok())
        qFatal("no pack");
    const auto database = Database::open(store + QStringLiteral("/fleet.db"), Database::Mode::ReadWrite);
    QStringList sql{QStringLiteral("DROP TABLE past_words"), QStringLiteral("PRAGMA user_version=%1").arg(version)};
    if (version < 2)
        sql << QStringLiteral("DROP TABLE rollout_packs") << QStringLiteral("DROP TABLE rollouts")
            << QStringLiteral("DROP TABLE views") << QStringLiteral("DROP TABLE group_packs")
            << QStringLiteral("DROP TABLE pack_groups");
    for (const QString &each : std::as_const(sql)) {
        if (!(*database)->run(each).ok())
            qFatal("no earlier version");
    }
    return store;
}

std::shared_ptr<FleetDb> TestFleetDb::open(const QString &store, QStringList *problems)
{
    QDir().mkpath(store);
    auto opened = openFleet(store);
    if (!opened.ok())
        qFatal("no fleet: %s", qPrintable(opened.error().detail));
    if (problems)
        *problems = opened->problems;
    return opened->database;
}

qint64 TestFleetDb::number(const QString &store, const QString &sql) const
{
    const auto database = Database::open(store + QStringLiteral("/fleet.db"), Database::Mode::ReadWrite);
    const auto value = database.ok() ? (*database)->value(sql) : Result<QVariant>(database.error());
    return value.ok() ? value->toLongLong() : -1;
}

/// No broken page, nothing that is referred to and gone, nothing that nobody refers to.
void TestFleetDb::checkWhole(const QString &store) const
{
    const auto database = Database::open(store + QStringLiteral("/fleet.db"), Database::Mode::ReadWrite);
    QVERIFY(database.ok());
    for (const char *sql : {"SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
             "SELECT count(*) FROM pragma_foreign_key_check",
             "SELECT count(*) FROM packs WHERE id NOT IN (SELECT pack FROM words)",
             "SELECT count(*) FROM holdings WHERE id NOT IN (SELECT holding FROM packs WHERE holding IS NOT NULL)",
             "SELECT count(*) FROM blobs WHERE id NOT IN (SELECT silicon FROM holdings UNION SELECT foundation FROM "
             "holdings UNION SELECT charter FROM holdings UNION SELECT policy FROM holdings UNION SELECT list FROM "
             "holding_lists UNION SELECT parameters FROM packs WHERE parameters IS NOT NULL)"}) {
        const auto found = (*database)->value(QLatin1String(sql));
        QVERIFY2(found.ok() && found->toInt() == 0, sql);
    }
}

void TestFleetDb::whatIsKeptIsReadBack_data()
{
    QTest::addColumn<KnownPack>("known");
    QTest::newRow("all of it") << pack(1);
    KnownPack overlay = pack(2);
    overlay.facts.parameters[0].stored.overlay = Milli{-7};
    overlay.facts.parameters[0].stored.overlayEnds = TestWorld::now + 5;
    overlay.facts.parameters[1].stored.base = Milli{-123456789};
    overlay.facts.parameters[1].stored.revision = 77;
    QTest::newRow("a value for a time") << overlay;
    KnownPack contradicted = pack(3);
    contradicted.contradictions = {{Contradiction::Kind::Log, QStringLiteral("9"), QStringLiteral("\u00e4\n2"), 12},
        {Contradiction::Kind::Hardware, {}, QStringLiteral("b"), 1}};
    QTest::newRow("contradictions") << contradicted;
    KnownPack word;
    word.facts.serial = serialOf(4);
    word.rules.serial = serialOf(4);
    word.statement = m_known.statement;
    word.siliconSha256 = QByteArray(32, 's');
    QTest::newRow("a word alone") << word;
    KnownPack rules = pack(5);
    rules.readAt = 0;
    rules.facts = {};
    rules.facts.serial = serialOf(5);
    rules.statement.clear();
    QTest::newRow("rules alone") << rules;
    KnownPack bare = pack(6);
    bare.rules.crls.clear();
    bare.rules.policyDocument = bare.rules.charterDocument;
    bare.facts.parameters.clear();
    QTest::newRow("no lists, no parameters, one document") << bare;
    KnownPack partial = pack(7);
    partial.rules.foundation.clear();
    QTest::newRow("no foundation") << partial;
}

void TestFleetDb::whatIsKeptIsReadBack()
{
    QFETCH(const KnownPack, known);
    const QString store = place();
    const PackSerial serial = known.facts.serial;
    {
        const auto fleet = open(store);
        QVERIFY(fleet->keep({pack(0), known}).ok());
        QVERIFY(fleet->find(serial)->pack == known);
    }
    const auto fleet = open(store);
    QCOMPARE(fleet->count(), 2);
    const auto entry = fleet->find(serial);
    QVERIFY(entry);
    QVERIFY(entry->pack == known);
    QCOMPARE(entry->held->key, HeldRules::keyOf(known.rules));
    QVERIFY(fleet->remove(serial).ok());
    QVERIFY(!fleet->find(serial));
    QVERIFY(fleet->find(serialOf(0))->pack == pack(0));
    checkWhole(store);
}

void TestFleetDb::whatCouldNotBeReadBackIsNotKept_data()
{
    QTest::addColumn<KnownPack>("known");
    QTest::addColumn<Code>("code");
    KnownPack known = pack(1);
    known.facts.node = 256;
    QTest::newRow("a node that none has") << known << Code::Malformed;
    known = pack(1);
    known.facts.hardware = QString(5000, u'x');
    QTest::newRow("a long name") << known << Code::Malformed;
    known = pack(1);
    known.facts.policy.version = -1;
    QTest::newRow("a version below none") << known << Code::Malformed;
    known = pack(1);
    known.rules.charterDocument = QByteArray(5 * 1024 * 1024, 'x');
    QTest::newRow("more than is kept of a pack") << known << Code::TooLarge;
    known = pack(1);
    known.facts.serial = {};
    QTest::newRow("no serial") << known << Code::Malformed;
}

void TestFleetDb::whatCouldNotBeReadBackIsNotKept()
{
    QFETCH(const KnownPack, known);
    QFETCH(const Code, code);
    const QString store = place();
    const auto fleet = open(store);
    QVERIFY(fleet->keep({pack(1)}).ok());
    const auto kept = fleet->keep({pack(2), known});
    QVERIFY(!kept.ok());
    QCOMPARE(kept.code(), code);
    // All or none.
    QCOMPARE(fleet->serials(), QList<PackSerial>{serialOf(1)});
    QVERIFY(fleet->find(serialOf(1))->pack == pack(1));
    checkWhole(store);
}

void TestFleetDb::whatPacksShareIsKeptOnce()
{
    const QString store = place();
    const auto fleet = open(store);
    QList<KnownPack> packs;
    for (int i = 0; i < 50; ++i)
        packs.append(pack(i));
    QVERIFY(fleet->keep(packs).ok());
    const QString blobs = QStringLiteral("SELECT count(*) FROM blobs");
    const qint64 shared = number(store, blobs);
    // Limits, foundation, charter, policy, parameter table, and each list.
    QCOMPARE(shared, 5 + m_rules.crls.size());
    QCOMPARE(number(store, QStringLiteral("SELECT count(*) FROM holdings")), 1);
    QVERIFY(fleet->find(serialOf(1))->held == fleet->find(serialOf(2))->held);
    // Another list comes, and goes when no pack holds it any more.
    const QByteArray list = encodeCrlEntry(m_world->crl(QStringLiteral("leasing"), {}, 2));
    KnownPack newer = pack(7);
    newer.rules.crls[0] = list;
    QVERIFY(fleet->keep({newer}).ok());
    QVERIFY(fleet->lists().contains(list));
    QCOMPARE(number(store, blobs), shared + 1);
    QCOMPARE(fleet->holdings().size(), 2);
    QVERIFY(fleet->keep({pack(7)}).ok());
    QVERIFY(!fleet->lists().contains(list));
    QCOMPARE(number(store, blobs), shared);
    QVERIFY(fleet->clear().ok());
    QCOMPARE(number(store, blobs), 0);
    checkWhole(store);
}

void TestFleetDb::copiesKeepWhatTheyHad()
{
    KnownPacks present(open(place()));
    QVERIFY(present.keep(pack(1)).ok());
    const KnownPacks first = present;
    KnownPack changed = pack(1);
    changed.facts.node = 0x44;
    QVERIFY(present.keep(changed).ok());
    QVERIFY(present.keep(pack(2)).ok());
    const KnownPacks second = present;
    changed.facts.node = 0x45;
    QVERIFY(present.keep(changed).ok());
    QVERIFY(present.remove(serialOf(2)).ok());
    for (int again = 0; again < 2; ++again) {
        QCOMPARE(first.value(serialOf(1)).facts.node, pack(1).facts.node);
        QVERIFY(!first.contains(serialOf(2)));
        QCOMPARE(second.value(serialOf(1)).facts.node, 0x44);
        QVERIFY(second.value(serialOf(2)) == pack(2));
        QCOMPARE(present.value(serialOf(1)).facts.node, 0x45);
        QVERIFY(!present.contains(serialOf(2)));
        // And whatever comes later.
        for (int node = 1; node < 200; ++node) {
            KnownPack later = pack(1);
            later.facts.node = node;
            QVERIFY(present.keep(later).ok());
        }
        changed.facts.node = 0x45;
        QVERIFY(present.keep(changed).ok());
    }
}

void TestFleetDb::supposingChangesNothing()
{
    KnownPacks present(open(place()));
    QVERIFY(present.keep(pack(1)).ok());
    KnownPacks supposed = present;
    KnownPack locked = pack(1);
    locked.contradictions = {{Contradiction::Kind::Log, {}, {}, 1}};
    supposed.suppose(locked);
    supposed.suppose(pack(9));
    QCOMPARE(supposed.serials(), (QList<PackSerial>{serialOf(1), serialOf(9)}));
    FleetDb::Which contradicted;
    contradicted.isContradicted = true;
    QCOMPARE(supposed.lines(contradicted).size(), 1);
    QVERIFY(supposed.value(serialOf(1)) == locked);
    QVERIFY(supposed.held(supposed.lines().at(1).holding));
    QVERIFY(present.value(serialOf(1)) == pack(1));
    QCOMPARE(present.lines(contradicted).size(), 0);
    QCOMPARE(present.size(), 1);
}

void TestFleetDb::questionsAboutMany()
{
    const auto fleet = open(place());
    QList<KnownPack> packs;
    for (int i = 0; i < 30; ++i)
        packs.append(pack(i));
    packs[3].facts.policy.version = 9;
    packs[4].contradictions = {{Contradiction::Kind::Log, {}, {}, 1}};
    packs[5].statement.clear();
    packs[6] = pack(6, true);
    QVERIFY(fleet->keep(packs).ok());
    FleetDb::Which which;
    QCOMPARE(fleet->lines(which).size(), 30);
    which.atMost = 7;
    QList<PackSerial> paged;
    for (;;) {
        const QList<PackLine> page = fleet->lines(which);
        for (const PackLine &line : page)
            paged.append(line.serial);
        if (page.size() < which.atMost)
            break;
        which.after = page.constLast().serial;
    }
    QCOMPARE(paged, fleet->serials());
    FleetDb::Which older;
    older.policyBelow = 9;
    QCOMPARE(fleet->lines(older).size(), 29);
    FleetDb::Which contradicted;
    contradicted.isContradicted = true;
    QCOMPARE(fleet->lines(contradicted).size(), 1);
    QCOMPARE(fleet->lines(contradicted).constFirst().serial, serialOf(4));
    FleetDb::Which one;
    one.only = serialOf(6);
    QCOMPARE(fleet->lines(one).size(), 1);
    QVERIFY(!fleet->lines(one).constFirst().holdsRules);
    QCOMPARE(fleet->shown().count, 2);
    QCOMPARE(fleet->shown().oldest, serialOf(6));
    QVERIFY(fleet->isProved(sha256(m_rules.silicon), sha256(m_rules.foundation)));
    QVERIFY(!fleet->isProved(sha256(m_rules.silicon), QByteArray(32, 'x')));
    QCOMPARE(fleet->bytesOf(sha256(m_rules.silicon)), m_rules.silicon);
    const QByteArray payload = sha256(CoseSign::decode(m_rules.policyDocument)->payload);
    QCOMPARE(fleet->documentOf(payload), m_rules.policyDocument);
    QVERIFY(fleet->documentOf(QByteArray(32, 'x')).isEmpty());
}

/// What is worked out once for packs in the same situation is what each would be told alone.
void TestFleetDb::oneAnswerForASituation()
{
    TrustSnapshot trust;
    trust.pinned = *PinnedRules::fromDocuments(m_rules.charterDocument, m_rules.policyDocument);
    trust.packs = KnownPacks(open(place()));
    QList<KnownPack> packs;
    for (int i = 0; i < 24; ++i)
        packs.append(pack(i));
    packs[1].facts.lifeCycle.clockUncertain = true;
    packs[2].facts.lifeCycle.state = LifeCycle::Decommissioned;
    packs[3].contradictions = {{Contradiction::Kind::Rules, {}, {}, 1}};
    packs[4].readAt = 0;
    packs[4].facts = {};
    packs[4].facts.serial = serialOf(4);
    packs[5].statement = statementOf(*m_world, m_pack, [](Statement &said) { said.lock.locked = true; });
    packs[6].rules.crls.clear();
    packs[7].statement = QByteArray("no word");
    packs[8].statement = statementOf(*m_world, m_pack, [](Statement &said) {
        said.components = {{QStringLiteral("board"), {QStringLiteral("A"), QStringLiteral("B"), 1}}};
    });
    packs[9] = pack(9, true);
    packs[10].facts.lifeCycle.clockUncertain = true;
    packs[11].rules.silicon = QByteArray("no limits");
    packs[12].statement.clear();
    // A grant that holds for a group of packs alone.
    PackState grouped = m_pack;
    const CapabilityId activate = CapabilityId::fromTrusted(QStringLiteral("activate"));
    Grant grant;
    grant.role = RoleId::fromTrusted(QStringLiteral("fleet-manager"));
    grant.capability = activate;
    grant.contract = QStringLiteral("C-1");
    grant.clause = 1;
    grant.from = 0;
    grant.group = QStringLiteral("even");
    grouped.charter.mayHold[activate].insert(grant.role);
    grouped.policy.grants.append(grant);
    for (int i = 13; i < 24; i += 2)
        grouped.policy.groups[grant.group].insert(serialOf(i));
    grouped.policy.charterSha256 = grouped.charter.bodySha256();
    const PackRules rules = rulesOf(*m_world, grouped);
    for (int i = 13; i < 24; ++i) {
        packs[i].rules = rules;
        packs[i].rules.serial = serialOf(i);
    }
    for (const KnownPack &known : std::as_const(packs))
        QVERIFY(trust.packs.keep(known).ok());
    StartQuestion question;
    question.trust = trust;
    question.at = TestWorld::now + TestWorld::day;
    for (const char *person : {"courier.fleet-manager", "leasing.asset-manager"}) {
        for (const Certificate &certificate : m_world->key(QString::fromLatin1(person))->chain())
            question.known.append(certificate);
    }
    const QList<StartOutlook> together = startOutlook(question);
    QCOMPARE(together.size(), packs.size());
    QVERIFY(startOutlooks(question).judged.size() < packs.size());
    QSet<int> answers;
    for (const StartOutlook &outlook : together) {
        StartQuestion one = question;
        one.packs = {outlook.serial};
        const StartOutlook alone = startOutlook(one).constFirst();
        QVERIFY2(outlook == alone,
            qPrintable(QStringLiteral("%1: %2 and %3")
                           .arg(outlook.serial.text(), outlook.reason.detail, alone.reason.detail)));
        answers.insert(int(outlook.answer));
    }
    QCOMPARE(answers.size(), 3);
    // The same of a key that is revoked on some.
    const QList<PackReach> reach = reachOf(question.known.constFirst(), trust, question.known, TestWorld::now);
    QCOMPARE(reach.size(), packs.size());
    for (const PackReach &each : reach)
        QCOMPARE(each.readAt, trust.packs.value(each.serial).readAt);
    QVERIFY(!reach.at(6).number);
    QVERIFY(reach.at(0).number);
}

void TestFleetDb::anOlderStoreIsTakenOver()
{
    const int packs = 150; // some batches
    const QString store = olderStore(packs);
    const QString odd = store + QStringLiteral("/trust/SDB-ODD-0001.pack");
    QVERIFY(wholefile::write(odd, QByteArray("no pack")).ok());
    QCOMPARE(olderPacks(store), packs + 1);
    TakeoverProgress progress;
    const auto fleet = openFleet(store, &progress);
    QVERIFY(fleet.ok());
    QCOMPARE(progress.done, packs + 1);
    // What cannot be read stays where it is, and is told.
    QCOMPARE(fleet->problems, QStringList{odd});
    QCOMPARE(olderPacks(store), 1);
    QCOMPARE(fleet->database->count(), packs);
    for (int i = 0; i < packs; ++i)
        QVERIFY(fleet->database->find(serialOf(i))->pack == pack(i, true));
    checkWhole(store);
}

void TestFleetDb::aFileThatWasLeftBehindIsOlder()
{
    const QString store = olderStore(2);
    {
        const auto fleet = open(store);
        KnownPack newer = pack(1, true);
        newer.facts.node = 0x55;
        QVERIFY(fleet->keep({newer}).ok());
    }
    // As if the program had been killed before it removed the file.
    QVERIFY(wholefile::write(
        QStringLiteral("%1/trust/%2.pack").arg(store, serialOf(1).text()), trustfiles::encode(pack(1, true)))
                .ok());
    const auto fleet = open(store);
    QCOMPARE(fleet->find(serialOf(1))->pack.facts.node, 0x55);
    QCOMPARE(olderPacks(store), 0);
}

void TestFleetDb::whatIsCancelledGoesOn()
{
    const QString store = olderStore(3);
    TakeoverProgress progress;
    progress.cancelled = true;
    const auto cancelled = openFleet(store, &progress);
    QVERIFY(!cancelled.ok());
    QCOMPARE(cancelled.code(), Code::Cancelled);
    QCOMPARE(olderPacks(store), 3);
    QCOMPARE(open(store)->count(), 3);
}

void TestFleetDb::anEarlierVersionIsUpgraded_data()
{
    QTest::addColumn<int>("version");
    for (int version = 1; version < fleetschema::version; ++version)
        QTest::addRow("version %d", version) << version;
}

void TestFleetDb::anEarlierVersionIsUpgraded()
{
    QFETCH(const int, version);
    const QString store = earlierVersion(3, version);
    QStringList problems;
    {
        const auto fleet = open(store, &problems);
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u' ')));
        QCOMPARE(fleet->count(), 3);
        for (int i = 0; i < 3; ++i)
            QVERIFY(fleet->find(serialOf(i))->pack == pack(i));
        FleetBook book(store);
        QCOMPARE(book.groups(), QList<PackGroup>());
        QVERIFY(book.keep(PackGroup{QStringLiteral("a"), {}, {}, {serialOf(1)}}).ok());
    }
    QCOMPARE(number(store, QStringLiteral("PRAGMA user_version")), fleetschema::version);
    QCOMPARE(open(store, &problems)->count(), 3);
    QVERIFY(problems.isEmpty());
    QCOMPARE(FleetBook(store).groups().size(), 1);
    checkWhole(store);
}

QByteArray TestFleetDb::word(int at, qint64 revision) const
{
    PackState state = m_pack;
    return statementOf(*m_world, state, [&](Statement &said) {
        said.at = TestWorld::now + at;
        said.logCount = quint64(1000 + at);
        said.values[ParameterId::fromTrusted(QStringLiteral("soc.max"))].revision = revision;
    });
}

void TestFleetDb::pastWordsAreThoseThatShowAChange_data()
{
    QTest::addColumn<QList<int>>("revisions"); // of the words that come one after another
    QTest::addColumn<QList<int>>("kept"); // which of them are kept beside the last one
    const auto row = [](const char *name, const QList<int> &revisions, const QList<int> &kept) {
        QTest::newRow(name) << revisions << kept;
    };
    row("one word", {1}, {});
    row("nothing changes: the first", {1, 1, 1, 1, 1}, {0});
    row("a change: what was said last before it, and first", {1, 1, 1, 2}, {0, 2});
    row("one word between two changes", {1, 2, 3}, {0, 1});
    row("there and back", {1, 1, 1, 2, 2, 2, 1, 1}, {0, 2, 3, 5, 6});
}

void TestFleetDb::pastWordsAreThoseThatShowAChange()
{
    QFETCH(const QList<int>, revisions);
    QFETCH(const QList<int>, kept);
    const QString store = place();
    const auto fleet = open(store);
    QList<QByteArray> words;
    for (int i = 0; i < revisions.size(); ++i) {
        KnownPack known = pack(1);
        known.statement = word(i, revisions.at(i));
        words.append(known.statement);
        QVERIFY(fleet->keep({known}).ok());
        QVERIFY(fleet->keep({known}).ok()); // news of the pack without a word of it
    }
    QList<QByteArray> wanted;
    for (const int i : kept)
        wanted.append(words.at(i));
    QCOMPARE(pastwords::of(store, serialOf(1)), wanted);
    QCOMPARE(pastwords::of(store, serialOf(2)), QList<QByteArray>());
    QVERIFY(fleet->find(serialOf(1))->pack.statement == words.constLast());
    checkWhole(store);
}

void TestFleetDb::pastWordsAreBounded()
{
    const QString store = place();
    const auto fleet = open(store);
    const int many = pastwords::mostOfPack + 10;
    QList<QByteArray> words;
    for (int i = 0; i <= many; ++i) {
        KnownPack known = pack(1);
        known.statement = word(i, i);
        words.append(known.statement);
        QVERIFY(fleet->keep({known}).ok());
    }
    const QList<QByteArray> kept = pastwords::of(store, serialOf(1));
    QCOMPARE(kept.size(), pastwords::mostOfPack);
    QCOMPARE(kept.constLast(), words.at(many - 1)); // the oldest went
    QCOMPARE(kept.constFirst(), words.at(many - pastwords::mostOfPack));
    // Of a whole store: those of long ago go, of whichever pack they are.
    {
        const auto database = Database::open(store + QStringLiteral("/fleet.db"), Database::Mode::ReadWrite);
        QVERIFY((*database)
                    ->run(QStringLiteral("UPDATE sqlite_sequence SET seq = %1 WHERE name = 'past_words'")
                              .arg(pastwords::mostOfAll + 20))
                    .ok());
    }
    KnownPack other = pack(2);
    other.statement = word(1, 1);
    QVERIFY(fleet->keep({other}).ok());
    other.statement = word(2, 2);
    QVERIFY(fleet->keep({other}).ok());
    QCOMPARE(pastwords::of(store, serialOf(2)).size(), 1);
    QVERIFY(pastwords::of(store, serialOf(1)).size() < pastwords::mostOfPack);
}

void TestFleetDb::pastWordsGoWithTheirPack()
{
    const QString store = place();
    const auto fleet = open(store);
    for (const int i : {1, 2}) {
        for (const int revision : {1, 2}) {
            KnownPack known = pack(i);
            known.statement = word(revision, revision);
            QVERIFY(fleet->keep({known}).ok());
        }
    }
    QVERIFY(fleet->remove(serialOf(1)).ok());
    QCOMPARE(pastwords::of(store, serialOf(1)), QList<QByteArray>());
    QCOMPARE(pastwords::of(store, serialOf(2)).size(), 1);
    QVERIFY(fleet->clear().ok());
    QCOMPARE(pastwords::of(store, serialOf(2)), QList<QByteArray>());
    QCOMPARE(pastwords::of(store + QStringLiteral("/none"), serialOf(2)), QList<QByteArray>());
}

void TestFleetDb::anEarlierVersionThatCannotBeWrittenIsRead()
{
    const QString store = earlierVersion(2);
    m_vfs->setReadOnlyFiles(true);
    const auto fleet = open(store);
    QCOMPARE(fleet->count(), 2);
    FleetBook book(store);
    QCOMPARE(book.groups(), QList<PackGroup>());
    const auto kept = book.keep(PackGroup{QStringLiteral("a"), {}, {}, {}});
    QVERIFY(!kept.ok());
    QCOMPARE(kept.code(), Code::FileUnwritable);
}

void TestFleetDb::whatIsNoFleetOfOurs_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<bool>("refused");
    QTest::newRow("of a newer version") << QStringLiteral("PRAGMA user_version=%1").arg(fleetschema::version + 1)
                                        << true;
    QTest::newRow("of a newer version, with another shape")
        << QStringLiteral("PRAGMA user_version=%1;CREATE TABLE later(x)").arg(fleetschema::version + 1) << true;
    QTest::newRow("another application") << QStringLiteral("PRAGMA application_id=7") << false;
    QTest::newRow("a foreign table") << QStringLiteral("CREATE TABLE notes(x)") << false;
    QTest::newRow("a foreign trigger") << QStringLiteral(
        "CREATE TRIGGER t AFTER UPDATE ON packs BEGIN DELETE FROM packs; END")
                                       << false;
    QTest::newRow("a table of the present version in an earlier one")
        << QStringLiteral("PRAGMA user_version=1") << false;
    QTest::newRow("an index is gone") << QStringLiteral("DROP INDEX packs_by_limits") << false;
    QTest::newRow("no database") << QString() << false;
}

void TestFleetDb::whatIsNoFleetOfOurs()
{
    QFETCH(const QString, sql);
    QFETCH(const bool, refused);
    const QString store = place();
    const QString path = store + QStringLiteral("/fleet.db");
    QVERIFY(open(store)->keep({pack(1)}).ok());
    if (sql.isEmpty())
        QVERIFY(wholefile::write(path, QByteArray(5000, 'x')).ok());
    else {
        const auto database = Database::open(path, Database::Mode::ReadWrite);
        for (const QString &one : sql.split(QStringLiteral(";CREATE")))
            QVERIFY(
                (*database)->run(one.startsWith(QLatin1String(" TABLE")) ? QStringLiteral("CREATE") + one : one).ok());
    }
    const QByteArray before = *wholefile::read(path, 1 << 24);
    const auto opened = openFleet(store);
    QCOMPARE(opened.ok(), !refused);
    if (refused) {
        QCOMPARE(opened.code(), Code::FileUnreadable);
        QCOMPARE(*wholefile::read(path, 1 << 24), before);
        return;
    }
    // It is set aside whole, and packs are learnt anew.
    QCOMPARE(opened->problems.size(), 1);
    QCOMPARE(*wholefile::read(opened->problems.constFirst(), 1 << 24), before);
    QCOMPARE(opened->database->count(), 0);
    QVERIFY(opened->database->keep({pack(1)}).ok());
    QStringList problems;
    QCOMPARE(open(store, &problems)->count(), 1);
    QVERIFY(problems.isEmpty());
}

void TestFleetDb::whatIsDamagedIsKept_data()
{
    QTest::addColumn<QStringList>("there"); // beside the file and its journal
    QTest::addColumn<QString>("kept");
    QTest::newRow("the first") << QStringList{} << QStringLiteral("book.db.damaged-1");
    QTest::newRow("another before it") << QStringList{QStringLiteral("book.db.damaged-1")}
                                       << QStringLiteral("book.db.damaged-2");
    QTest::newRow("a journal of another before it")
        << QStringList{QStringLiteral("book.db.damaged-1-journal")} << QStringLiteral("book.db.damaged-2");
}

/// File and journal go together, over nothing that is there already, and their place is free.
void TestFleetDb::whatIsDamagedIsKept()
{
    QFETCH(const QStringList, there);
    QFETCH(const QString, kept);
    const QString folder = place();
    QVERIFY(QDir().mkpath(folder));
    const QString path = folder + QStringLiteral("/book.db");
    QVERIFY(wholefile::write(path, "pages").ok());
    QVERIFY(wholefile::write(path + QStringLiteral("-journal"), "half").ok());
    for (const QString &name : there)
        QVERIFY(wholefile::write(folder + u'/' + name, "older").ok());
    const auto moved = damagedfile::setAside(path);
    QVERIFY(moved.ok());
    QCOMPARE(*moved, folder + u'/' + kept);
    QVERIFY(!QFile::exists(path) && !QFile::exists(path + QStringLiteral("-journal")));
    QCOMPARE(wholefile::read(*moved, 100).value(), QByteArray("pages"));
    QCOMPARE(wholefile::read(*moved + QStringLiteral("-journal"), 100).value(), QByteArray("half"));
    for (const QString &name : there)
        QCOMPARE(wholefile::read(folder + u'/' + name, 100).value(), QByteArray("older"));
    // A link that leads nowhere is in the way like a file.
    const QString next = folder + QStringLiteral("/next.db");
    QVERIFY(QFile::link(folder + QStringLiteral("/nowhere"), next + QStringLiteral(".damaged-1")));
    QVERIFY(wholefile::write(next, "pages").ok());
    const auto beside = damagedfile::setAside(next);
    QVERIFY(beside.ok());
    QCOMPARE(*beside, next + QStringLiteral(".damaged-2"));
    // A name that cannot be made longer: refused, and all is where it was.
    const QString longest = folder + u'/' + QString(250, u'x');
    QFile file(longest);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(damagedfile::setAside(longest).code(), Code::FileUnwritable);
    QVERIFY(QFile::exists(longest));
}

void TestFleetDb::itIsForItsOwner()
{
    const mode_t before = umask(0);
    const QString store = place();
    open(store);
    umask(before);
    struct stat found = {};
    QCOMPARE(stat(QFile::encodeName(store + QStringLiteral("/fleet.db")).constData(), &found), 0);
    QCOMPARE(int(found.st_mode & 0777), 0600);
}

void TestFleetDb::aReadOnlyStoreIsReadAllTheSame()
{
    const QString store = olderStore(2);
    QVERIFY(open(store)->keep({pack(5)}).ok());
    m_vfs->setReadOnlyFiles(true);
    const auto fleet = open(store);
    QCOMPARE(fleet->count(), 3);
    const auto kept = fleet->keep({pack(6)});
    QVERIFY(!kept.ok());
    QCOMPARE(kept.code(), Code::FileUnwritable);
    QCOMPARE(fleet->count(), 3);
}

void TestFleetDb::killedAtEveryOperation_data()
{
    QTest::addColumn<Scene>("scene");
    QTest::addColumn<int>("fault");
    for (const auto &[fault, word] :
        {std::pair(FaultyVfs::Fault::Exit, "killed"), std::pair(FaultyVfs::Fault::PowerCut, "power cut")}) {
        QTest::addRow("%s while an older store is taken over", word) << Scene::TakingOver << int(fault);
        QTest::addRow("%s while it is learnt", word) << Scene::Learning << int(fault);
        QTest::addRow("%s while an earlier version is upgraded", word) << Scene::Upgrading << int(fault);
        QTest::addRow("%s while groups change", word) << Scene::Grouping << int(fault);
    }
}

void TestFleetDb::killedAtEveryOperation()
{
    QFETCH(const Scene, scene);
    const bool takesOver = scene == Scene::TakingOver;
    QFETCH(const int, fault);
    const int older = 70; // two batches
    KnownPack changed = pack(1);
    changed.facts.node = 0x66;
    changed.statement = word(1, 7);
    changed.rules.crls.removeLast();
    const PackGroup groupBefore{QStringLiteral("Berlin"), {}, QStringLiteral("soc<20"), {serialOf(1)}};
    const PackGroup groupAfter{QStringLiteral("Bonn"), {}, QStringLiteral("soc<30"), {serialOf(2), serialOf(3)}};
    qint64 k = 1;
    for (bool completed = false; !completed; ++k) {
        QVERIFY(k < tooMany);
        const QString store = takesOver ? olderStore(older) : scene == Scene::Upgrading ? earlierVersion(3) : place();
        if (scene == Scene::Learning || scene == Scene::Grouping)
            QVERIFY(open(store)->keep({pack(1), pack(2)}).ok());
        if (scene == Scene::Grouping)
            QVERIFY(FleetBook(store).keep(groupBefore).ok());
        const pid_t process = fork();
        if (process == 0) {
            m_vfs->set({FaultyVfs::Fault(fault), k, false, false, quint32(k), nullptr});
            const auto fleet = openFleet(store);
            const bool good = fleet.ok()
                && (takesOver || scene == Scene::Upgrading
                    || (scene == Scene::Grouping && FleetBook(store).keep(groupAfter, groupBefore.name).ok())
                    || (scene == Scene::Learning && fleet->database->keep({changed}).ok()
                        && fleet->database->remove(serialOf(2)).ok()));
            _exit(good ? 0 : 1);
        }
        int status = 0;
        waitpid(process, &status, 0);
        QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) != 1);
        completed = WEXITSTATUS(status) == 0;
        const int left = olderPacks(store);
        QStringList problems;
        const auto fleet = open(store, &problems);
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u' ')));
        if (takesOver) {
            QCOMPARE(fleet->count(), older);
            for (int i = 0; i < older; ++i)
                QVERIFY(fleet->find(serialOf(i))->pack == pack(i, true));
            QCOMPARE(olderPacks(store), 0);
            QVERIFY(!completed || left == 0);
        } else if (scene == Scene::Upgrading) {
            QCOMPARE(fleet->count(), 3);
            for (int i = 0; i < 3; ++i)
                QVERIFY(fleet->find(serialOf(i))->pack == pack(i));
            QCOMPARE(number(store, QStringLiteral("PRAGMA user_version")), fleetschema::version);
            QVERIFY(FleetBook(store).keep(groupBefore).ok());
        } else if (scene == Scene::Grouping) {
            const QList<PackGroup> groups = FleetBook(store).groups();
            QCOMPARE(groups.size(), 1);
            QVERIFY(groups.constFirst() == groupAfter || (!completed && groups.constFirst() == groupBefore));
        } else {
            const KnownPack now = fleet->find(serialOf(1))->pack;
            QVERIFY(now == changed || now == pack(1));
            // The word of before is kept with the new one, or neither.
            QCOMPARE(pastwords::of(store, serialOf(1)),
                now == changed ? QList<QByteArray>{pack(1).statement} : QList<QByteArray>());
            const auto second = fleet->find(serialOf(2));
            QVERIFY(!second || second->pack == pack(2));
            QVERIFY(second || now == changed); // in this order
            QVERIFY(!completed || (!second && now == changed));
        }
        checkWhole(store);
        if (QTest::currentTestFailed()) {
            qWarning("at operation %lld", k);
            return;
        }
        QDir(store).removeRecursively();
    }
    QVERIFY(k > 10);
}

void TestFleetDb::errorsAtEveryOperation_data()
{
    QTest::addColumn<bool>("takesOver");
    QTest::addColumn<int>("fault");
    QTest::newRow("the disk is full while an older store is taken over") << true << int(FaultyVfs::Fault::Full);
    QTest::newRow("the disk is full while it is learnt") << false << int(FaultyVfs::Fault::Full);
    QTest::newRow("the disk fails while an older store is taken over") << true << int(FaultyVfs::Fault::InputOutput);
    QTest::newRow("the disk fails while it is learnt") << false << int(FaultyVfs::Fault::InputOutput);
}

void TestFleetDb::errorsAtEveryOperation()
{
    QFETCH(const bool, takesOver);
    QFETCH(const int, fault);
    const int older = 70;
    KnownPack changed = pack(1);
    changed.facts.node = 0x66;
    bool refused = false;
    qint64 k = 1;
    for (bool completed = false; !completed; ++k) {
        QVERIFY(k < tooMany);
        const QString store = takesOver ? olderStore(older) : place();
        QDir().mkpath(store);
        const auto learning = takesOver ? nullptr : open(store);
        if (learning)
            QVERIFY(learning->keep({pack(1)}).ok() && !learning->lists().isEmpty());
        m_vfs->set({FaultyVfs::Fault(fault), k, true, false, 1, nullptr});
        if (takesOver)
            completed = openFleet(store).ok();
        else {
            completed = learning->keep({changed}).ok();
            // What cannot be read now is not taken for unknown, and no list is forgotten for it.
            const auto look = learning->look(serialOf(1));
            QVERIFY(look.ok() ? (*look)->pack == (completed ? changed : pack(1)) : look.code() == Code::FileUnreadable);
            QCOMPARE(learning->lists().size(), m_rules.crls.size());
        }
        refused = refused || !completed;
        m_vfs->set({});
        if (learning)
            QVERIFY(learning->find(serialOf(1))->pack == (completed ? changed : pack(1)));
        // There is room again: it goes on, and nothing is lost.
        if (takesOver) {
            const auto fleet = open(store);
            QCOMPARE(fleet->count(), older);
            for (int i = 0; i < older; ++i)
                QVERIFY(fleet->find(serialOf(i))->pack == pack(i, true));
        } else
            QVERIFY(learning->keep({changed}).ok());
        checkWhole(store);
        if (QTest::currentTestFailed()) {
            qWarning("at operation %lld", k);
            return;
        }
        QDir(store).removeRecursively();
    }
    QVERIFY(refused);
}

QTEST_GUILESS_MAIN(TestFleetDb)
#include "tst_fleetdb.moc"
