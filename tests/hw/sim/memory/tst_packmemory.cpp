// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/memory/packlock.h"
#include "models/core/cbor/cbor.h"
#include "tests/hw/sim/support/testpack.h"

#include <QTemporaryDir>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

/// The memory of a pack: the old state or the new one after a stop at any write; damage is named.
class TestPackMemory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesAStopAtEveryWrite_data();
    void survivesAStopAtEveryWrite();
    void provisioningStopsAreNoticed();
    void damageIsNamed_data();
    void damageIsNamed();
    void exchangedSlotsAreNoticed();
    void contentsRoundTrip();
    void oldMemoriesLoad();
    void diskLayerReplacesAndSyncs();
    void onePackOneProcess();
    void clockNeverFallsBelowItsFloor();

private:
    QByteArray document(TestPack &pack)
    {
        return m_world.signedBytes(m_world.request(pack.state(), QStringLiteral("soc.max"), 95000),
            {QStringLiteral("leasing.asset-manager"), QStringLiteral("celldata.specialist")});
    }

    CryptoRuntime m_crypto;
    TestWorld m_world;
};

void TestPackMemory::survivesAStopAtEveryWrite_data()
{
    QTest::addColumn<int>("last");
    QTest::addColumn<int>("loss");
    using Last = MemoryFiles::Last;
    using Loss = MemoryFiles::Loss;
    QTest::newRow("before the call, killed") << int(Last::NoEffect) << int(Loss::None);
    QTest::newRow("amid the call, killed") << int(Last::HalfEffect) << int(Loss::None);
    QTest::newRow("after the call, killed") << int(Last::FullEffect) << int(Loss::None);
    QTest::newRow("before the call, power lost") << int(Last::NoEffect) << int(Loss::Unsynced);
    QTest::newRow("amid the call, power lost") << int(Last::HalfEffect) << int(Loss::Unsynced);
    QTest::newRow("after the call, power lost") << int(Last::FullEffect) << int(Loss::Unsynced);
}

void TestPackMemory::survivesAStopAtEveryWrite()
{
    QFETCH(int, last);
    QFETCH(int, loss);
    int stops = 0;
    int oldStates = 0;
    int newStates = 0;
    for (int k = 0;; ++k) {
        TestPack pack(m_world);
        const QByteArray bytes = document(pack);
        const sim::PackContents before = pack.contents();
        pack.files.dieAfter(k, MemoryFiles::Last(last));
        const QStringList answers = pack.deliver(bytes);
        const bool dead = pack.files.isDead();
        const bool acknowledged = answers.value(1).startsWith(QStringLiteral("71"));
        pack.files.reboot(MemoryFiles::Loss(loss));
        pack.boot();
        const StoredValue value = pack.contents().values.value(ParameterId::fromTrusted(QStringLiteral("soc.max")));
        if (value.revision == 1) {
            ++oldStates;
            QVERIFY(!acknowledged);
            sim::PackContents expected = before;
            ++expected.boots;
            QCOMPARE(pack.contents(), expected);
        } else {
            ++newStates;
            QCOMPARE(value.base, Milli{95000});
            QCOMPARE(pack.contents().receipts.size(), 1);
            QCOMPARE(pack.contents().logCount(), qint64(1));
        }
        // Whatever it was, delivering again ends in the same state.
        const QString again = pack.deliver(bytes).value(1);
        QVERIFY2(again.startsWith(value.revision == 1 ? QStringLiteral("7101020100") : QStringLiteral("7101020101")),
            qPrintable(again));
        QCOMPARE(pack.contents().receipts.size(), 1);
        if (!dead)
            break;
        ++stops;
    }
    QCOMPARE(stops, 4); // write, sync, rename, syncFolder
    QVERIFY(oldStates > 0);
    QVERIFY(newStates > 0);
}

void TestPackMemory::provisioningStopsAreNoticed()
{
    TestPack made(m_world);
    // Every slot missing in turn, as if the making had stopped there.
    for (const QString &path : made.files.paths()) {
        TestPack pack(m_world);
        pack.files.remove(path);
        const auto started = pack.tryBoot();
        QVERIFY(!started.ok());
        QCOMPARE(started.code(), Code::FileUnreadable);
        QVERIFY(started.error().detail.contains(path));
    }
}

void TestPackMemory::damageIsNamed_data()
{
    QTest::addColumn<QString>("slot");
    for (const char *slot : {"identity", "silicon", "foundation", "device-key", "device-chain", "state"})
        QTest::newRow(slot) << QString::fromLatin1(slot);
}

void TestPackMemory::damageIsNamed()
{
    QFETCH(QString, slot);
    TestPack pack(m_world);
    const QString path = TestPack::folder() + u'/' + slot;
    const QByteArray good = pack.files.content(path);
    QVERIFY(!good.isEmpty());
    for (qsizetype i = 0; i < good.size(); i += good.size() / 40 + 1) {
        QByteArray bad = good;
        bad[i] = char(bad.at(i) ^ 0x10);
        pack.files.setContent(path, bad);
        const auto started = pack.tryBoot();
        QVERIFY2(!started.ok(), qPrintable(QString::number(i)));
        QVERIFY(started.error().detail.contains(slot));
    }
    for (const QByteArray &bad : {QByteArray(), good.left(good.size() / 2), good + '\0'}) {
        pack.files.setContent(path, bad);
        QVERIFY(!pack.tryBoot().ok());
    }
    pack.files.setContent(path, good);
    QVERIFY(pack.tryBoot().ok());
}

void TestPackMemory::exchangedSlotsAreNoticed()
{
    TestPack pack(m_world);
    TestPack other(m_world);
    // A well-formed slot under another name, and the silicon limits of another making.
    const QString silicon = TestPack::folder() + QStringLiteral("/silicon");
    pack.files.setContent(silicon, pack.files.content(TestPack::folder() + QStringLiteral("/foundation")));
    QVERIFY(!pack.tryBoot().ok());

    sim::PackParts parts;
    parts.identity = other.pack->memory().identity();
    parts.silicon = other.pack->memory().silicon();
    parts.silicon.parameters[2].silicon.max = Milli{6000};
    parts.foundation = other.pack->memory().foundation();
    parts.deviceKeyPem = m_world.privateKey(QStringLiteral("device")).toPem();
    parts.deviceChain = other.pack->memory().deviceChain();
    parts.contents = other.contents();
    MemoryFiles forged;
    QVERIFY(sim::PackMemory::create(forged, TestPack::folder(), parts).ok());
    other.files.setContent(silicon, forged.content(silicon));
    const auto started = other.tryBoot();
    QVERIFY(!started.ok());
    QVERIFY(started.error().detail.contains(QStringLiteral("silicon")));
}

void TestPackMemory::contentsRoundTrip()
{
    TestPack pack(m_world);
    sim::PackContents contents = pack.contents();
    contents.addRefusal(TestWorld::now, {Code::BelowQuorum, QStringLiteral("owner/asset-manager")}, sha256("x"));
    contents.addChange(TestWorld::now, QStringLiteral("request"), QStringLiteral("why"), sha256("y"));
    contents.receipts.append({sha256("y"), "receipt"});
    contents.values[ParameterId::fromTrusted(QStringLiteral("soc.max"))].overlay = Milli{-5};
    const auto decoded = sim::PackContents::decode(contents.encode());
    QVERIFY(decoded.ok());
    QCOMPARE(*decoded, contents);
    for (int i = 0; i < sim::PackContents::maxRecords + 10; ++i)
        contents.addRefusal(TestWorld::now + i * 100, {Code::Expired, {}}, sha256("x"));
    QCOMPARE(int(contents.refusals.size()), sim::PackContents::maxRecords);
}

/// What an older pack wrote: uses counted by the capability, and nothing of how far its clock was told ahead.
void TestPackMemory::oldMemoriesLoad()
{
    sim::PackContents held;
    const auto activate = CapabilityId::fromTrusted(QStringLiteral("activate"));
    const QString person = QStringLiteral("courier.driver");
    held.grantUses.insert({QByteArray(32, 'r'), person, activate}, 2);
    const auto old = cbor::decode(held.encode());
    QVERIFY(old.ok() && !old->toMap().contains(QLatin1String("toldAhead")));
    const QCborMap use = old->toMap().value(QLatin1String("grantUses")).toArray().at(0).toMap();
    QVERIFY(use.contains(QLatin1String("capability")) && !use.contains(QLatin1String("grant")));
    auto loaded = sim::PackContents::decode(held.encode());
    QVERIFY(loaded.ok());
    QCOMPARE(*loaded, held);
    held.grantUses.insert({QByteArray(32, 'r'), person, activate, QByteArray(32, 'g')}, 1);
    held.toldAhead = 86400;
    loaded = sim::PackContents::decode(held.encode());
    QVERIFY(loaded.ok());
    QCOMPARE(*loaded, held);
    // Half of a name is none.
    held.grantUses = {{{QByteArray(32, 'r'), person, activate, QByteArray(31, 'g')}, 1}};
    QVERIFY(!sim::PackContents::decode(held.encode()).ok());
}

void TestPackMemory::diskLayerReplacesAndSyncs()
{
    QTemporaryDir dir;
    sim::DiskFiles files;
    const QString name = QStringLiteral("state");
    QVERIFY(sim::replaceFile(files, dir.path(), name, "old").ok());
    QVERIFY(sim::replaceFile(files, dir.path(), name, "new").ok());
    QCOMPARE(*files.read(dir.filePath(name)), QByteArray("new"));
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList{name});
    QCOMPARE(QFile::permissions(dir.filePath(name)) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QCOMPARE(sim::replaceFile(files, dir.filePath(QStringLiteral("absent")), name, "x").code(), Code::FileUnwritable);
    QCOMPARE(files.read(dir.filePath(QStringLiteral("absent"))).code(), Code::FileUnreadable);
}

void TestPackMemory::onePackOneProcess()
{
    QTemporaryDir dir;
    {
        const auto first = sim::PackLock::take(dir.path());
        QVERIFY(first.ok());
        QCOMPARE(sim::PackLock::take(dir.path()).code(), Code::WrongState);
    }
    QVERIFY(sim::PackLock::take(dir.path()).ok());
}

void TestPackMemory::clockNeverFallsBelowItsFloor()
{
    TestPack pack(m_world);
    pack.clock.advance(120'000);
    pack.pack->advance(pack.clock.monotonicMilliseconds());
    QCOMPARE(pack.contents().clockFloor, TestWorld::now + 120);
    const qint64 generation = pack.pack->memory().generation();
    pack.clock.advance(30'000);
    pack.pack->advance(pack.clock.monotonicMilliseconds());
    QCOMPARE(pack.pack->memory().generation(), generation);

    const FixedClock earlier(TestWorld::now - 1'000'000);
    auto started = sim::SimulatedPack::start(pack.files, TestPack::folder(), earlier, {});
    QVERIFY(started.ok());
    const QList<QByteArray> answers = (*started)->uds().receive(QByteArray::fromHex("220101"), false, 1);
    const auto info = LifeCycleInfo::decode(answers.value(0).mid(3));
    QVERIFY(info.ok());
    QCOMPARE(info->now, TestWorld::now + 120);
    QCOMPARE(info->floor, TestWorld::now + 120);
}

QTEST_GUILESS_MAIN(TestPackMemory)
#include "tst_packmemory.moc"
