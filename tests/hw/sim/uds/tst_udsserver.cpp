// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/factory/factory.h"
#include "models/core/cbor/cbor.h"
#include "models/core/pki/csr.h"
#include "tests/hw/sim/support/testpack.h"

#include <QSet>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

/// The UDS server by tables: each service with its refused twins in the order of checks of hw/PROTOCOL.md.
class TestUdsServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data();
    void answers();
    void sessionEndsAfterS3();
    void longMessagesKeepTheSession();
    void transferRefusals();
    void repeatedBlockIsTakenOnce();
    void oneUploadAtATime();
    void readsBackByBlocks();
    void routineNeedsAnUpload();
    void busyWhileWorking();
    void parameterTableAndValues();
    void identifiesABlankPack();
    void case88_anotherTesterEndsTheSession();
    void case89_receiptsAreOfOnePack();
    void case90_refusalIsNotFinal();
    void case93_bitErrorIsCaughtByTheHash();

private:
    CryptoRuntime m_crypto;
    TestWorld m_world;
};

void TestUdsServer::answers_data()
{
    QTest::addColumn<QByteArray>("session");
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<bool>("functional");
    QTest::addColumn<QStringList>("expected");
    const auto row
        = [](const char *name, const char *session, const char *request, bool functional, const char *expected) {
              const QString answer = QString::fromLatin1(expected);
              QTest::newRow(name) << QByteArray(session) << QByteArray(request) << functional
                                  << (answer.isEmpty() ? QStringList() : QStringList{answer});
          };
    row("default session", "1001", "1001", false, "5001003201f4");
    row("programming session", "1001", "1002", false, "5002003201f4");
    row("extended session", "1001", "1003", false, "5003003201f4");
    row("session without answer", "1001", "1082", false, "");
    row("unknown session", "1001", "1004", false, "7f1012");
    row("session 0", "1001", "1000", false, "7f1012");
    row("session too short", "1001", "10", false, "7f1013");
    row("session too long", "1001", "100200", false, "7f1013");
    row("unknown session is told before its length", "1001", "100700", false, "7f1012");
    row("tester present", "1001", "3e00", false, "7e00");
    row("tester present without answer", "1001", "3e80", false, "");
    row("tester present to all", "1001", "3e80", true, "");
    row("tester present sub-function", "1001", "3e01", false, "7f3e12");
    row("tester present too short", "1001", "3e", false, "7f3e13");
    row("tester present too long", "1001", "3e0000", false, "7f3e13");
    row("unknown service", "1001", "2701", false, "7f2711");
    row("unknown service to all", "1001", "2701", true, "");
    row("positive answer as request", "1001", "5001", false, "7f5011");
    row("serial", "1001", "22f18c", false, "62f18c5344422d544553542d30303031");
    row("serial to all", "1001", "22f18c", true, "62f18c5344422d544553542d30303031");
    row("hardware", "1001", "22f191", false, "62f1916e6d632d3936733270");
    row("part number", "1001", "22f187", false, "62f18750572d54455354");
    row("date", "1001", "22f18b", false, "62f18b323032362d30352d3238");
    row("two identifiers", "1001", "220201f187", false, "62020100015f90f18750572d54455354");
    row("a value", "1001", "220203", false, "62020300001068");
    row("unknown identifier", "1001", "22abcd", false, "7f2231");
    row("unknown identifier to all", "1001", "22abcd", true, "");
    row("known beside unknown", "1001", "22abcd0203", false, "62020300001068");
    row("identifier too short", "1001", "22f1", false, "7f2213");
    row("identifier of odd length", "1001", "22f18cf1", false, "7f2213");
    row("length error to all is told", "1001", "22f1", true, "7f2213");
    row("17 identifiers", "1001", "2202010201020102010201020102010201020102010201020102010201020102010201", false,
        "7f2213");
    row("routine outside its session", "1001", "31010201", false, "7f317f");
    row("routine outside its session to all", "1001", "31010201", true, "");
    row("session comes before length", "1001", "31", false, "7f317f");
    row("routine too short", "1002", "310102", false, "7f3113");
    row("routine sub-function", "1002", "31020201", false, "7f3112");
    row("sub-function comes before range", "1002", "3102ffff", false, "7f3112");
    row("unknown routine", "1002", "31019999", false, "7f3131");
    row("routine without its record", "1002", "31010201", false, "7f3113");
    row("results too long", "1002", "3103020100", false, "7f3113");
    row("routine 0201 in the extended session", "1003", "31010201", false, "7f3131");
    row("signing request in the extended session", "1003", "31010211", false, "7f3131");
    row("signing request", "1002", "3101021100", false, "7f3113");
    row("identify without its record", "1002", "31010210", false, "7f3113");
    row("statement without its nonce", "1003", "31010240", false, "7f3113");
    row("results of the statement", "1003", "31030240", false, "7f3112");
    row("reason where nothing was refused", "1003", "31030200", false, "7f3131");
    row("start of the reason", "1003", "31010200", false, "7f3112");
    row("write outside its sessions", "1001", "2e020400061a80", false, "7f2e7f");
    row("write too short", "1003", "2e0204", false, "7f2e13");
    row("write by nobody", "1003", "2e020400061a80", false, "7f2e34");
    row("write of an unknown identifier by nobody", "1003", "2effff00", false, "7f2e34");
    row("clear faults by nobody", "1001", "14ffffff", false, "7f1434");
    row("clear faults too short", "1001", "14ffff", false, "7f1413");
    row("reset by nobody", "1001", "1101", false, "7f1134");
    row("reset of another kind", "1001", "1102", false, "7f1112");
    row("reset too short", "1001", "11", false, "7f1113");
    row("activate by nobody", "1003", "3101020201", false, "7f3134");
    row("activate by nobody, too long", "1003", "310102020100", false, "7f3134");
    row("activate outside its sessions", "1001", "3101020201", false, "7f317f");
    row("deactivate by nobody", "1002", "31010203", false, "7f3134");
    row("results before any start", "1002", "31030201", false, "7f3124");
    row("start before any upload", "1002", "31010201010000000000000000000000000000000000000000000000000000000000000000",
        false, "7f3124");
    row("download outside its session", "1003", "3400440000000000000010", false, "7f347f");
    row("download", "1002", "3400440000000000000010", false, "74200fff");
    row("download too short", "1002", "340044", false, "7f3413");
    row("download with short address", "1002", "34004400000000000010", false, "7f3413");
    row("download compressed", "1002", "3410440000000000000010", false, "7f3431");
    row("download with other widths", "1002", "34002200000010", false, "7f3431");
    row("download elsewhere", "1002", "3400440000000100000010", false, "7f3431");
    row("download of nothing", "1002", "3400440000000000000000", false, "7f3431");
    row("download over 128 KiB", "1002", "3400440000000000020001", false, "7f3431");
    row("download of 128 KiB", "1002", "3400440000000000020000", false, "74200fff");
    row("download of 4 GiB", "1002", "34004400000000ffffffff", false, "7f3431");
    row("upload of silicon limits", "1002", "3500440a000000ffffffff", false, "75200fff");
    row("upload of a request", "1002", "35004401000000ffffffff", false, "7f3531");
    row("upload of a secret", "1002", "3500440c000000ffffffff", false, "7f3531");
    row("upload of a receipt that is not there", "1002", "35004409000000ffffffff", false, "7f3531");
    row("upload past the end of the list", "1002", "3500440a000001ffffffff", false, "7f3531");
    row("upload longer than it is", "1002", "3500440a00000000ffffff", false, "7f3531");
    row("transfer before its request", "1002", "360100", false, "7f3624");
    row("transfer too short", "1002", "36", false, "7f3613");
    row("exit before any transfer", "1002", "37", false, "7f3724");
    row("exit too long", "1002", "3700", false, "7f3713");
    row("exit outside its session", "1001", "37", false, "7f377f");
}

void TestUdsServer::answers()
{
    QFETCH(QByteArray, session);
    QFETCH(QByteArray, request);
    QFETCH(bool, functional);
    QFETCH(QStringList, expected);
    TestPack pack(m_world);
    const sim::PackContents before = pack.contents();
    pack.askHex(session.constData());
    QCOMPARE(pack.askHex(request.constData(), functional), expected);
    QCOMPARE(pack.contents(), before);
}

void TestUdsServer::sessionEndsAfterS3()
{
    TestPack pack(m_world);
    pack.askHex("1002");
    QCOMPARE(pack.askHex("3400440000000000000010").value(0), QStringLiteral("74200fff"));
    pack.clock.advance(sim::UdsServer::s3Milliseconds);
    pack.askHex("3e80");
    QCOMPARE(pack.pack->uds().session(), 2);
    pack.clock.advance(sim::UdsServer::s3Milliseconds + 1);
    QCOMPARE(pack.askHex("36010102").value(0), QStringLiteral("7f367f"));
    QCOMPARE(pack.pack->uds().session(), 1);
    pack.askHex("1002");
    QCOMPARE(pack.askHex("36010102").value(0), QStringLiteral("7f3624"));
}

void TestUdsServer::longMessagesKeepTheSession()
{
    TestPack pack(m_world);
    pack.askHex("1002");
    pack.clock.advance(4000);
    pack.pack->uds().keepAlive(pack.clock.monotonicMilliseconds());
    pack.clock.advance(4000);
    pack.pack->uds().advance(pack.clock.monotonicMilliseconds());
    QCOMPARE(pack.pack->uds().session(), 2);
}

void TestUdsServer::transferRefusals()
{
    TestPack pack(m_world);
    pack.askHex("1002");
    pack.askHex("3400440000000000000004");
    QCOMPARE(pack.askHex("3601").value(0), QStringLiteral("7f3613"));
    QCOMPARE(pack.askHex("3602aabb").value(0), QStringLiteral("7f3673"));
    QCOMPARE(pack.askHex("3600aabb").value(0), QStringLiteral("7f3673"));
    QCOMPARE(pack.askHex("3601aabb").value(0), QStringLiteral("7601"));
    QCOMPARE(pack.askHex("37").value(0), QStringLiteral("7f3724"));
    QCOMPARE(pack.askHex("3602aabbcc").value(0), QStringLiteral("7f3631"));
    QCOMPARE(pack.ask(QByteArray::fromHex("3602") + QByteArray(4094, 'x')).value(0), QStringLiteral("7f3613"));
    QCOMPARE(pack.askHex("3602aabb").value(0), QStringLiteral("7602"));
    QCOMPARE(pack.askHex("3603aa").value(0), QStringLiteral("7f3624"));
    QCOMPARE(pack.askHex("37").value(0), QStringLiteral("77"));
    QCOMPARE(pack.askHex("37").value(0), QStringLiteral("7f3724"));
}

void TestUdsServer::repeatedBlockIsTakenOnce()
{
    TestPack pack(m_world);
    const QByteArray document = m_world.signedBytes(m_world.request(pack.state(), QStringLiteral("soc.max"), 95000),
        {QStringLiteral("leasing.asset-manager"), QStringLiteral("celldata.specialist")});
    pack.askHex("1002");
    QByteArray length = QByteArray::fromHex("00000000");
    length[2] = char(document.size() >> 8);
    length[3] = char(document.size());
    pack.ask(QByteArray::fromHex("34004400000000") + length);
    constexpr int blockLength = 1000;
    for (int i = 0; i * blockLength < document.size(); ++i) {
        const QByteArray block = QByteArray(1, char(0x36)) + char(i + 1) + document.mid(i * blockLength, blockLength);
        const QStringList first = pack.ask(block);
        QVERIFY(first.value(0).startsWith(QStringLiteral("76")));
        QCOMPARE(pack.ask(block), first);
    }
    QCOMPARE(pack.askHex("37").value(0), QStringLiteral("77"));
    QVERIFY(pack.ask(pack.applyRequest(document)).value(1).startsWith(QStringLiteral("7101020100")));
}

void TestUdsServer::oneUploadAtATime()
{
    TestPack pack(m_world);
    pack.askHex("1002");
    pack.askHex("3400440000000000000004");
    QCOMPARE(pack.askHex("3400440000000000000004").value(0), QStringLiteral("7f3422"));
    QCOMPARE(pack.askHex("3500440a000000ffffffff").value(0), QStringLiteral("7f3522"));
    // The range comes before the conditions.
    QCOMPARE(pack.askHex("3400440000000100000004").value(0), QStringLiteral("7f3431"));
    pack.askHex("1002");
    QCOMPARE(pack.askHex("3400440000000000000004").value(0), QStringLiteral("74200fff"));
}

void TestUdsServer::readsBackByBlocks()
{
    TestPack pack(m_world);
    pack.askHex("1002");
    const auto charter = pack.readDocument(3, 0);
    QVERIFY(charter);
    QVERIFY(charter->size() > 4093);
    QCOMPARE(*charter, pack.contents().charterDocument);
    QCOMPARE(pack.readDocument(2, 0).value_or(QByteArray()), pack.contents().policyDocument);
    QCOMPARE(pack.readDocument(10, 0).value_or(QByteArray()), cbor::encode(pack.state().silicon.toCbor()));
    QCOMPARE(pack.readDocument(11, 0).value_or(QByteArray()), cbor::encode(pack.state().foundation.toCbor()));
    QList<QByteArray> crls;
    while (const auto entry = pack.readDocument(4, int(crls.size())))
        crls.append(*entry);
    QCOMPARE(crls, pack.contents().crls);

    QCOMPARE(pack.askHex("3500440a00000000000005").value(0), QStringLiteral("75200fff"));
    const QString block = pack.askHex("3601").value(0);
    QCOMPARE(block.size(), 2 * (2 + 5));
    QCOMPARE(pack.askHex("3603").value(0), QStringLiteral("7f3673"));
    QCOMPARE(pack.askHex("360100").value(0), QStringLiteral("7f3613"));
    QCOMPARE(pack.askHex("3601").value(0), block);
    QCOMPARE(pack.askHex("3602").value(0), QStringLiteral("7602"));
    QCOMPARE(pack.askHex("3602").value(0), QStringLiteral("7602"));
    QCOMPARE(pack.askHex("3603").value(0), QStringLiteral("7f3624"));
    QCOMPARE(pack.askHex("37").value(0), QStringLiteral("77"));
}

void TestUdsServer::routineNeedsAnUpload()
{
    TestPack pack(m_world);
    const QByteArray document("not a document");
    QVERIFY(pack.upload(document));
    QByteArray wrongKind = pack.applyRequest(document);
    wrongKind[4] = 9;
    QCOMPARE(pack.ask(wrongKind), QStringList{QStringLiteral("7f3131")});
    QByteArray wrongHash = pack.applyRequest(document + 'x');
    QCOMPARE(pack.ask(wrongHash), (QStringList{QStringLiteral("7f3178"), QStringLiteral("7f3122")}));
    QCOMPARE(pack.reason(), QStringLiteral("malformed"));
    // The upload was used up.
    QCOMPARE(pack.ask(pack.applyRequest(document)), QStringList{QStringLiteral("7f3124")});
    pack.askHex("1002");
    QCOMPARE(pack.askHex("31030201"), QStringList{QStringLiteral("7f3124")});
}

/// case 91: one response pending, one final answer, and no other request in between.
void TestUdsServer::busyWhileWorking()
{
    TestPack pack(m_world);
    const QByteArray document("not a document");
    QVERIFY(pack.upload(document));
    const qint64 now = pack.clock.monotonicMilliseconds();
    sim::UdsServer &uds = pack.pack->uds();
    QCOMPARE(uds.receive(pack.applyRequest(document), false, now), QList<QByteArray>{QByteArray::fromHex("7f3178")});
    QVERIFY(uds.hasWork());
    QCOMPARE(uds.receive(QByteArray::fromHex("22f18c"), false, now), QList<QByteArray>{QByteArray::fromHex("7f2221")});
    QCOMPARE(uds.receive(QByteArray::fromHex("1001"), false, now), QList<QByteArray>{QByteArray::fromHex("7f1021")});
    QCOMPARE(uds.receive(QByteArray::fromHex("3e80"), true, now), QList<QByteArray>());
    // After a response pending the final answer always comes.
    pack.clock.advance(60'000);
    QCOMPARE(uds.work(pack.clock.monotonicMilliseconds()), QList<QByteArray>{QByteArray::fromHex("7f3122")});
    QVERIFY(!uds.hasWork());
    QCOMPARE(uds.work(now), QList<QByteArray>());
    QCOMPARE(uds.session(), 2);
}

void TestUdsServer::parameterTableAndValues()
{
    TestPack pack(m_world);
    const auto read = [&](const char *did) {
        return QByteArray::fromHex(pack.askHex((QByteArray("22") + did).constData()).value(0).toLatin1()).mid(3);
    };
    const auto table = ParameterInfo::decodeTable(read("0109"));
    QVERIFY(table.ok());
    QCOMPARE(*table, ParameterInfo::tableOf(pack.state()));
    const auto configuration = PackConfiguration::decode(read("0100"));
    QVERIFY(configuration.ok());
    QCOMPARE(configuration->cells, 96);
    const auto lifeCycle = LifeCycleInfo::decode(read("0101"));
    QVERIFY(lifeCycle.ok());
    QCOMPARE(lifeCycle->state, LifeCycle::InService);
    QCOMPARE(lifeCycle->now, TestWorld::now);
    QVERIFY(!lifeCycle->clockUncertain);
    const auto policy = RulesVersion::decode(read("0103"));
    const auto charter = RulesVersion::decode(read("0104"));
    QVERIFY(policy.ok() && charter.ok());
    QCOMPARE(policy->version, qint64(1));
    QCOMPARE(charter->sha256, sha256(CoseSign::decode(pack.contents().charterDocument)->payload));
    QVERIFY(policy->sha256 != charter->sha256);
}

void TestUdsServer::identifiesABlankPack()
{
    TestPack pack(m_world); // only for its clock and files
    const QString folder = QStringLiteral("blank");
    const auto board = sim::factory::makeBoard(QStringLiteral("nmc-96s2p"), 0x20);
    QVERIFY(board.ok());
    QVERIFY(sim::factory::makeBlank(pack.files, folder, *board, TestWorld::now).ok());
    auto started = sim::SimulatedPack::start(pack.files, folder, pack.clock, {});
    QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error().detail));
    pack.pack = std::move(started).value();
    QCOMPARE(pack.pack->node(), 0x20);
    QCOMPARE(pack.askHex("22f18c"), QStringList{QStringLiteral("7f2231")});
    QCOMPARE(pack.askHex("22f191"), QStringList{QStringLiteral("62f1916e6d632d3936733270")});
    pack.askHex("1002");
    const auto last = [&](const QByteArray &request) {
        return pack.ask(request).constLast();
    };
    const QByteArray identify = QByteArray::fromHex("31010210");
    QCborMap record{{QStringLiteral("serial"), QStringLiteral("SDB-TEST-0009")},
        {QStringLiteral("hardware"), QStringLiteral("nmc-96s2p")}, {QStringLiteral("partNumber"), QStringLiteral("P")},
        {QStringLiteral("manufactured"), QStringLiteral("2026-11-22")},
        {QStringLiteral("root"), m_world.root(QStringLiteral("manufacturer")).der}};
    const QByteArray good = cbor::encode(record);
    QCOMPARE(last(QByteArray::fromHex("31010211")), QStringLiteral("7f3122"));
    QCOMPARE(last(identify + '\xff'), QStringLiteral("7f3131"));
    QCOMPARE(last(identify + good + 'x'), QStringLiteral("7f3131"));
    record[QStringLiteral("hardware")] = QStringLiteral("lfp-100s1p");
    QCOMPARE(last(identify + cbor::encode(record)), QStringLiteral("7f3122"));
    record.remove(QStringLiteral("hardware"));
    QCOMPARE(last(identify + cbor::encode(record)), QStringLiteral("7f3131"));
    QCOMPARE(pack.askHex("22f18c"), QStringList{QStringLiteral("7f2231")});

    const QByteArray answer = QByteArray::fromHex(last(identify + good).toLatin1());
    QVERIFY(answer.startsWith(QByteArray::fromHex("71010210")));
    const auto asked = pki::readSigningRequest(answer.mid(4));
    QVERIFY(asked.ok());
    QCOMPARE(asked->name.packSerial, QStringLiteral("SDB-TEST-0009"));
    QCOMPARE(pack.askHex("22f18c"), QStringList{QStringLiteral("62f18c5344422d544553542d30303039")});
    const auto again
        = pki::readSigningRequest(QByteArray::fromHex(last(QByteArray::fromHex("31010211")).toLatin1()).mid(4));
    QCOMPARE(again->spkiSha256, asked->spkiSha256);
    record.insert(QStringLiteral("hardware"), QStringLiteral("nmc-96s2p"));
    record[QStringLiteral("serial")] = QStringLiteral("SDB-TEST-0010");
    QCOMPARE(last(identify + cbor::encode(record)), QStringLiteral("7f3122"));
    // Without a certificate it proves nothing and says nothing signed.
    QCOMPARE(last(QByteArray::fromHex("31010240") + QByteArray(32, 'n')), QStringLiteral("7f3122"));
}

void TestUdsServer::case88_anotherTesterEndsTheSession()
{
    // CAN has no sender: who opens a session anew ends what the other had begun, whole, and nothing is mixed.
    TestPack pack(m_world);
    const QStringList signers{QStringLiteral("leasing.asset-manager"), QStringLiteral("celldata.specialist")};
    const QByteArray first
        = m_world.signedBytes(m_world.request(pack.state(), QStringLiteral("soc.max"), 95000), signers);
    QVERIFY(pack.upload(first));
    const QByteArray second
        = m_world.signedBytes(m_world.request(pack.state(), QStringLiteral("soc.min"), 12000), signers);
    QVERIFY(pack.upload(second));
    QCOMPARE(pack.ask(pack.applyRequest(first)), (QStringList{QStringLiteral("7f3178"), QStringLiteral("7f3122")}));
    QCOMPARE(pack.reason(), QStringLiteral("malformed"));
    QVERIFY(pack.deliver(second).value(1).startsWith(QStringLiteral("7101020100")));
    QVERIFY(pack.deliver(first).value(1).startsWith(QStringLiteral("7101020100")));
}

void TestUdsServer::case89_receiptsAreOfOnePack()
{
    TestPack near(m_world);
    TestPack far(m_world, m_world.pack(QStringLiteral("SDB-TEST-0002")));
    ChangeRequest request = m_world.request(near.state(), QStringLiteral("soc.max"), 95000);
    request.packs.append({far.pack->serial(), request.packs.constFirst().hardware, request.packs.constFirst().changes});
    const QByteArray document = m_world.signedBytes(
        request, {QStringLiteral("leasing.asset-manager"), QStringLiteral("celldata.specialist")});
    QVERIFY(far.deliver(document).value(1).startsWith(QStringLiteral("7101020100")));
    const QByteArray receipt = far.contents().receipts.constFirst().receipt;
    const auto judged = [&](const PackSerial &serial) {
        return verifyReceipt(receipt, *CoseSign::decode(document), serial, near.state().charter, near.state().crls)
            .ok();
    };
    QVERIFY(judged(far.pack->serial()));
    QVERIFY(!judged(near.pack->serial()));
}

void TestUdsServer::case90_refusalIsNotFinal()
{
    TestPack pack(m_world);
    const ChangeRequest request = m_world.request(pack.state(), QStringLiteral("soc.max"), 95000);
    const QString owner = QStringLiteral("leasing.asset-manager");
    QCOMPARE(pack.deliver(m_world.signedBytes(request, {owner})).value(1), QStringLiteral("7f3122"));
    QCOMPARE(pack.reason(), QStringLiteral("below-quorum"));
    const QByteArray whole = m_world.signedBytes(request, {owner, QStringLiteral("celldata.specialist")});
    QVERIFY(pack.deliver(whole).value(1).startsWith(QStringLiteral("7101020100")));
}

void TestUdsServer::case93_bitErrorIsCaughtByTheHash()
{
    TestPack pack(m_world);
    const QByteArray document = m_world.signedBytes(m_world.request(pack.state(), QStringLiteral("soc.max"), 95000),
        {QStringLiteral("leasing.asset-manager"), QStringLiteral("celldata.specialist")});
    const auto values = pack.contents().values;
    for (qsizetype at = 0; at < document.size(); at += 97) {
        QByteArray damaged = document;
        damaged[at] = char(damaged.at(at) ^ 4);
        QVERIFY(pack.upload(damaged));
        QCOMPARE(pack.ask(pack.applyRequest(document)).value(1), QStringLiteral("7f3122"));
        QCOMPARE(pack.reason(), QStringLiteral("malformed"));
        QCOMPARE(pack.contents().values, values);
    }
    QVERIFY(pack.deliver(document).value(1).startsWith(QStringLiteral("7101020100")));
}

QTEST_GUILESS_MAIN(TestUdsServer)
#include "tst_udsserver.moc"
