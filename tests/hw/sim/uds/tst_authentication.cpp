// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/uds/documentkind.h"
#include "tests/hw/sim/support/tester.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace packwarden;
using namespace packwarden::test;

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

const QString technician = QStringLiteral("service.technician");
const QString fleetManager = QStringLiteral("courier.fleet-manager");
const QByteArray selfTest = QByteArray::fromHex("31010220");

PackCounters countersOf(Tester &tester)
{
    return PackCounters::decode(hex(tester.lastHex("220105").toLatin1()).mid(3)).value();
}

} // namespace

/// Service 29, rights, and the tail of signed actions, against people who try. Cases by their numbers.
class TestAuthentication final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void provesBothWays();
    void certificates_data();
    void certificates();
    void oneCauseForTheRevoked();
    void staleListsAreThePacksFault();
    void form_data();
    void form();
    void case46_noRandomNumbers_data();
    void case46_noRandomNumbers();
    void case97_replayedProof();
    void case98_challengesNeverRepeat();
    void case99_relayToAnotherPack();
    void case100_reflection();
    void case101_failuresCountAndLockNobodyOut();
    void strangersHaveTwoVerificationsASecond();
    void case102_noOtherWayIn();
    void case104_rightsEnd_data();
    void case104_rightsEnd();
    void case105_maximumAge();
    void case106_outOfOrder_data();
    void case106_outOfOrder();
    void case107_scope_data();
    void case107_scope();

private:
    CryptoRuntime m_crypto;
    TestWorld m_world;
};

void TestAuthentication::provesBothWays()
{
    TestPack pack(m_world, servicedPack(m_world));
    Tester tester(pack, m_world.key(technician));
    QCOMPARE(tester.session(), SessionInfo());
    QVERIFY(tester.authenticate());
    const auto device = Certificate::fromDer(tester.serverCertificates);
    QVERIFY(device.ok());
    QCOMPARE(device->packSerial, s("SDB-TEST-0001"));
    QVERIFY(verifyRs256(*device, authentication::serverProof(tester.exchange), tester.serverProof));
    const SessionInfo session = tester.session();
    QVERIFY(session.authenticated);
    QCOMPARE(session.person, technician);
    QCOMPARE(session.party, s("service"));
    QCOMPARE(session.roles, QStringList{s("technician")});
    QCOMPARE(session.capabilities,
        (QStringList{s("balance"), s("clear-faults"), s("isolate-module"), s("read-cells"), s("reset"), s("self-test"),
            s("set-service-interval")}));
    QCOMPARE(session.secondsLeft, qint64(15 * 60));
    QCOMPARE(tester.lastHex("2900"), s("690010"));
    QCOMPARE(tester.session(), SessionInfo());
}

void TestAuthentication::certificates_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QString>("answer");
    constexpr qint64 now = TestWorld::now;
    constexpr qint64 day = TestWorld::day;
    const auto leaf = [&](const char *party, const char *person, const char *role,
                          qint64 from = TestWorld::now - TestWorld::day,
                          qint64 until = TestWorld::now + TestWorld::day) {
        return m_world.makeKey({s(party), s(person), s(role), s("leasing.asset-manager"), from, until})->leaf().der;
    };
    const QByteArray good = leaf("leasing", "ann", "asset-manager");
    const auto row = [](const char *name, const QByteArray &sent, const char *answer) {
        QTest::newRow(name) << sent << QString::fromLatin1(answer);
    };
    row("good", good, "690211");
    row("50: not yet valid", leaf("leasing", "ann", "asset-manager", now + 60, now + day), "7f2950");
    row("50: expired", leaf("leasing", "ann", "asset-manager", now - day, now - 1), "7f2950");
    QByteArray forged = good;
    forged[forged.size() - 1] = char(forged.at(forged.size() - 1) ^ 1);
    row("51: another signature", forged, "7f2951");
    const pki::PrivateKey key = m_world.privateKey(s("leasing.asset-manager"));
    const auto stranger = pki::issueRoot(key, {s("Stranger"), s("stranger")}, {now - day, now + day});
    const auto under = [&](const Certificate &root, const pki::LeafName &name) {
        const auto made = pki::issueLeaf(root, key, key, {s("ann"), s("leasing")}, name, {now - 60, now + 3600});
        return made.ok() ? made->der : QByteArray();
    };
    row("52, case 33: unknown root", under(*stranger, {s("ann"), s("asset-manager"), {}, false}), "7f2952");
    row("52: intermediate missing", m_world.key(fleetManager)->leaf().der, "7f2952");
    row("53: a pack", m_world.deviceKey()->leaf().der, "7f2953");
    row("53: a root", m_world.root(s("leasing")).der, "7f2953");
    row("54: not a certificate", QByteArray(400, 'x'), "7f2954");
    row("54: nothing", {}, "7f2954");
    row("54: cut off", good.chopped(1), "7f2954");
    row("54: something after it", good + 'x', "7f2954");
    row("54: DER with nothing in it", hex("30820000"), "7f2954");
    row("54, case 42: four certificates", good + good + good + good, "7f2954");
    row("54, case 42: 60 KiB in one", hex("3082ea60") + QByteArray(0xEA60, '\0'), "7f2954");
    row("56: a role that this party may not issue", leaf("leasing", "ann", "specialist"), "7f2956");
    row("56: a role that nobody knows", leaf("leasing", "ann", "emperor"), "7f2956");
}

void TestAuthentication::certificates()
{
    QFETCH(QByteArray, sent);
    QFETCH(QString, answer);
    TestPack pack(m_world, servicedPack(m_world));
    Tester tester(pack, m_world.key(technician));
    const QString heard = tester.last(Tester::certificateRequest(sent, randomBytes(32)));
    QVERIFY2(heard.startsWith(answer), qPrintable(heard.left(20)));
    const bool failed = answer.startsWith(s("7f"));
    QCOMPARE(countersOf(tester).failedAuthentications, qint64(failed ? 1 : 0));
    // What was refused leaves nothing to prove.
    if (failed)
        QCOMPARE(tester.last(Tester::proofRequest(QByteArray(384, 'p'))), s("7f2924"));
}

void TestAuthentication::oneCauseForTheRevoked()
{
    TestPack pack(m_world, servicedPack(m_world));
    Tester tester(pack, m_world.key(technician));
    const CrlEntry list = m_world.crl(s("service"), {m_world.key(technician)->leaf()}, 2);
    QCOMPARE(pack.deliver(encodeCrlEntry(list), documentkind::crl).constLast(), s("710102010000000000"));
    QCOMPARE(tester.begin(), s("7f2957"));
    QCOMPARE(countersOf(tester).refusals.value(s("certificate-revoked")), qint64(1));
}

void TestAuthentication::staleListsAreThePacksFault()
{
    TestPack pack(m_world, servicedPack(m_world));
    Tester tester(pack, m_world.key(technician));
    // Lists run for 30 days, and layer 1 waits 14 more.
    pack.clock.advance(43 * TestWorld::day * 1000);
    QVERIFY(tester.begin().startsWith(s("690211")));
    pack.clock.advance(2 * TestWorld::day * 1000);
    QCOMPARE(tester.begin(), s("7f2922"));
    QCOMPARE(countersOf(tester).failedAuthentications, qint64(0));
}

void TestAuthentication::form_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QString>("answer");
    const auto row = [](const char *name, const QByteArray &request, const char *answer) {
        QTest::newRow(name) << request << QString::fromLatin1(answer);
    };
    const QByteArray good = Tester::certificateRequest("c", QByteArray(32, 'r'));
    row("deauthenticate without rights", hex("2900"), "690010");
    row("deauthenticate too long", hex("290000"), "7f2913");
    row("configuration", hex("2908"), "690802");
    row("configuration without answer", hex("2988"), "");
    row("configuration too long", hex("290800"), "7f2913");
    row("nothing", hex("29"), "7f2913");
    row("02 alone", hex("2902"), "7f2913");
    row("02 cut off", good.chopped(1), "7f2913");
    row("02 with something after it", good + 'x', "7f2913");
    row("02, case 98: short challenge", Tester::certificateRequest("c", QByteArray(31, 'r')), "7f2913");
    row("02: long challenge", Tester::certificateRequest("c", QByteArray(33, 'r')), "7f2913");
    row("02: another configuration", QByteArray(good).replace(2, 1, "\1"), "7f2931");
    row("02: lengths beyond the message", hex("290200ffff0000"), "7f2913");
    row("03 alone", hex("2903"), "7f2913");
    row("03 with a key after the proof", hex("2903000170000161"), "7f2913");
    row("03 of nothing", hex("290300000000"), "7f2913");
    for (int sub : {0x01, 0x04, 0x05, 0x06, 0x07, 0x09, 0x0A, 0x7F}) {
        const QByteArray request = QByteArray(1, char(0x29)) + char(sub);
        row(qPrintable(s("sub-function %1").arg(sub, 2, 16)), request, "7f2912");
        row(qPrintable(s("sub-function %1 without answer").arg(sub, 2, 16)),
            QByteArray(1, char(0x29)) + char(sub | 0x80), "7f2912");
    }
}

void TestAuthentication::form()
{
    QFETCH(QByteArray, request);
    QFETCH(QString, answer);
    TestPack pack(m_world, servicedPack(m_world));
    const sim::PackContents before = pack.contents();
    QCOMPARE(pack.ask(request).value(0), answer);
    QCOMPARE(pack.contents(), before);
}

void TestAuthentication::case46_noRandomNumbers_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("case 46: the generator fails") << 0;
    QTest::newRow("case 46: a short read") << 1;
    QTest::newRow("case 98: all zero") << 2;
    QTest::newRow("case 98: the same again") << 3;
}

void TestAuthentication::case46_noRandomNumbers()
{
    QFETCH(int, kind);
    TestPack pack(m_world, servicedPack(m_world));
    pack.options.random = [kind](int count) -> Result<QByteArray> {
        switch (kind) {
        case 0:
            return {Code::KeyUnusable, s("RAND_bytes")};
        case 1:
            return QByteArray(count - 1, 'r');
        case 2:
            return QByteArray(count, '\0');
        default:
            return QByteArray(count, 'r');
        }
    };
    pack.boot();
    Tester tester(pack, m_world.key(technician));
    if (kind == 3)
        QVERIFY(tester.begin().startsWith(s("690211")));
    QCOMPARE(tester.begin(), s("7f2959"));
    QCOMPARE(tester.last(Tester::proofRequest(QByteArray(384, 'p'))), s("7f2924"));
    QVERIFY(!tester.session().authenticated);
}

void TestAuthentication::case97_replayedProof()
{
    TestPack pack(m_world, servicedPack(m_world));
    Tester tester(pack, m_world.key(technician));
    QVERIFY(tester.authenticate());
    const QByteArray old = tester.proof();
    QCOMPARE(tester.lastHex("2900"), s("690010"));
    QCOMPARE(tester.last(old), s("7f2924"));
    pack.clock.advance(1000);
    QVERIFY(tester.begin().startsWith(s("690211")));
    QCOMPARE(tester.last(old), s("7f2958"));
    QVERIFY(!tester.session().authenticated);
    pack.clock.advance(1000);
    QVERIFY(tester.begin().startsWith(s("690211")));
    QCOMPARE(tester.last(tester.proof()), s("6903120000"));
}

void TestAuthentication::case98_challengesNeverRepeat()
{
    constexpr int many = 1'000'000;
    std::vector<std::pair<quint64, quint64>> seen;
    seen.reserve(many);
    for (int i = 0; i < many; ++i) {
        const auto challenge = tryRandomBytes(authentication::challengeSize);
        QVERIFY(challenge.ok() && challenge->size() == authentication::challengeSize);
        std::pair<quint64, quint64> half;
        memcpy(&half.first, challenge->constData(), sizeof(quint64));
        memcpy(&half.second, challenge->constData() + 24, sizeof(quint64));
        seen.push_back(half);
    }
    std::sort(seen.begin(), seen.end());
    QVERIFY(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
    // And those of a pack, of which each comes by the same way.
    TestPack pack(m_world, servicedPack(m_world));
    Tester tester(pack, m_world.key(technician));
    QSet<QByteArray> challenges;
    for (int i = 0; i < 50; ++i) {
        pack.clock.advance(1000);
        QVERIFY(tester.begin().startsWith(s("690211")));
        QCOMPARE(tester.exchange.challengeServer.size(), 32);
        QVERIFY(!challenges.contains(tester.exchange.challengeServer));
        challenges.insert(tester.exchange.challengeServer);
    }
}

void TestAuthentication::case99_relayToAnotherPack()
{
    TestPack near(m_world, servicedPack(m_world));
    TestPack far(m_world, servicedPack(m_world, s("SDB-TEST-0002")));
    Tester relayed(far, m_world.key(technician));
    QVERIFY(relayed.begin().startsWith(s("690211")));
    // The victim believes to speak to the near pack: its serial is in what he signs.
    relayed.exchange.serial = near.pack->serial();
    QCOMPARE(relayed.last(relayed.proof()), s("7f2958"));
    far.clock.advance(1000);
    QVERIFY(relayed.begin().startsWith(s("690211")));
    QCOMPARE(relayed.last(relayed.proof()), s("6903120000"));
    // And what is signed for one pack moves nothing on the other.
    Tester tester(near, m_world.key(technician));
    QVERIFY(tester.authenticate());
    QCOMPARE(tester.last(relayed.actionBytes(selfTest, 1)), s("7f3158"));
}

void TestAuthentication::case100_reflection()
{
    TestPack pack(m_world, servicedPack(m_world));
    Tester tester(pack, m_world.key(technician));
    QVERIFY(tester.begin().startsWith(s("690211")));
    QCOMPARE(tester.last(Tester::proofRequest(tester.serverProof)), s("7f2958"));
    // The right keys over the wrong side of the exchange.
    pack.clock.advance(1000);
    QVERIFY(tester.begin().startsWith(s("690211")));
    const auto side = m_world.key(technician)->sign(authentication::serverProof(tester.exchange));
    QCOMPARE(tester.last(Tester::proofRequest(*side)), s("7f2958"));
    pack.clock.advance(1000);
    QVERIFY(tester.begin().startsWith(s("690211")));
    tester.exchange.session = 3;
    QCOMPARE(tester.last(tester.proof()), s("7f2958"));
}

void TestAuthentication::case101_failuresCountAndLockNobodyOut()
{
    constexpr int attempts = 100;
    TestPack pack(m_world, servicedPack(m_world));
    Tester tester(pack, m_world.key(technician));
    for (int i = 0; i < attempts; ++i) {
        pack.clock.advance(1000);
        QVERIFY(tester.begin().startsWith(s("690211")));
        QCOMPARE(tester.last(Tester::proofRequest(QByteArray(384, char(i)))), s("7f2958"));
    }
    QCOMPARE(countersOf(tester).failedAuthentications, qint64(attempts));
    pack.boot();
    QCOMPARE(countersOf(tester).failedAuthentications, qint64(attempts));
    QVERIFY(pack.contents().refusals.size() <= attempts / 60 + 2); // the same within a minute counts up
    QVERIFY(tester.authenticate());
}

void TestAuthentication::strangersHaveTwoVerificationsASecond()
{
    TestPack pack(m_world, servicedPack(m_world));
    Tester tester(pack, m_world.key(technician));
    const QByteArray wrong = Tester::certificateRequest(QByteArray(400, 'x'), QByteArray(32, 'r'));
    QCOMPARE(tester.last(wrong), s("7f2954"));
    QCOMPARE(tester.last(wrong), s("7f2954"));
    QCOMPARE(tester.last(wrong), s("7f2921"));
    pack.clock.advance(999);
    QCOMPARE(tester.last(wrong), s("7f2921"));
    pack.clock.advance(1);
    QCOMPARE(tester.last(wrong), s("7f2954"));
    QCOMPARE(countersOf(tester).failedAuthentications, qint64(3));
    // Too fast is not wrong: the exchange that waits stays.
    pack.clock.advance(1000);
    QVERIFY(tester.begin().startsWith(s("690211")));
    pack.clock.advance(500);
    QVERIFY(tester.begin().startsWith(s("690211")));
    QCOMPARE(tester.last(tester.proof()), s("7f2921"));
    pack.clock.advance(500);
    QCOMPARE(tester.last(tester.proof()), s("6903120000"));
}

void TestAuthentication::case102_noOtherWayIn()
{
    TestPack pack(m_world, servicedPack(m_world));
    for (const char *session : {"1001", "1002", "1003"}) {
        pack.askHex(session);
        for (const char *request : {"2701", "2702", "270100000000", "2711"})
            QCOMPARE(pack.askHex(request), QStringList{s("7f2711")});
    }
}

void TestAuthentication::case104_rightsEnd_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("wait");
    QTest::addColumn<bool>("ends");
    QTest::newRow("S3 has not run out") << QByteArray() << sim::UdsServer::s3Milliseconds << false;
    QTest::newRow("case 104: S3 timeout") << QByteArray() << sim::UdsServer::s3Milliseconds + 1 << true;
    QTest::newRow("case 104: deAuthenticate") << hex("2900") << 0 << true;
    QTest::newRow("case 104: deAuthenticate without answer") << hex("2980") << 0 << true;
    QTest::newRow("case 104: default session") << hex("1001") << 0 << true;
    QTest::newRow("case 104: programming session") << hex("1002") << 0 << true;
    QTest::newRow("case 104: the same session again") << hex("1003") << 0 << true;
    QTest::newRow("case 104: session without answer") << hex("1083") << 0 << true;
    QTest::newRow("case 104: reset") << hex("1101") << 0 << true;
    QTest::newRow("unknown session") << hex("1007") << 0 << false;
    QTest::newRow("tester present") << hex("3e80") << 0 << false;
    QTest::newRow("unknown service") << hex("27") << 0 << false;
}

void TestAuthentication::case104_rightsEnd()
{
    QFETCH(QByteArray, request);
    QFETCH(int, wait);
    QFETCH(bool, ends);
    TestPack pack(m_world, servicedPack(m_world));
    Tester tester(pack, m_world.key(technician));
    QVERIFY(tester.authenticate());
    QVERIFY(tester.lastHex("220111").startsWith(s("620111")));
    pack.clock.advance(wait);
    if (request.startsWith(hex("1101")))
        QCOMPARE(tester.act(request), s("5101"));
    else if (!request.isEmpty())
        tester.last(request);
    QCOMPARE(tester.session().authenticated, !ends);
    QCOMPARE(tester.lastHex("220111").startsWith(s("620111")), !ends);
    if (ends)
        QCOMPARE(tester.lastHex("220111"), s("7f2234"));
}

void TestAuthentication::case105_maximumAge()
{
    TestPack pack(m_world, servicedPack(m_world));
    Tester tester(pack, m_world.key(technician));
    QVERIFY(tester.authenticate());
    constexpr int step = 2000;
    for (qint64 age = step; age < sim::UdsAuthentication::longestMilliseconds; age += step) {
        pack.clock.advance(step);
        tester.lastHex("3e80");
        if (age % 60'000 == 0)
            QCOMPARE(tester.session().secondsLeft, (sim::UdsAuthentication::longestMilliseconds - age) / 1000);
    }
    QVERIFY(tester.session().authenticated);
    pack.clock.advance(step);
    tester.lastHex("3e80");
    QVERIFY(!tester.session().authenticated);
    QCOMPARE(tester.act(selfTest), s("7f3134"));
    QCOMPARE(pack.pack->uds().session(), 3);
}

void TestAuthentication::case106_outOfOrder_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what :
        {"proof before certificate", "proof twice", "proof after a wrong one", "proof after a wrong length",
            "proof after deAuthenticate", "proof in another session", "proof after a malformed 02"})
        QTest::addRow("case 106: %s", what) << s(what);
}

void TestAuthentication::case106_outOfOrder()
{
    QFETCH(QString, what);
    TestPack pack(m_world, servicedPack(m_world));
    Tester tester(pack, m_world.key(technician));
    QVERIFY(tester.begin().startsWith(s("690211")));
    const QByteArray proof = tester.proof();
    if (what == s("proof before certificate"))
        pack.boot();
    else if (what == s("proof twice"))
        QCOMPARE(tester.last(proof), s("6903120000"));
    else if (what == s("proof after a wrong one"))
        QCOMPARE(tester.last(Tester::proofRequest(QByteArray(384, 'p'))), s("7f2958"));
    else if (what == s("proof after a wrong length"))
        QCOMPARE(tester.last(proof.chopped(1)), s("7f2913"));
    else if (what == s("proof after deAuthenticate"))
        QCOMPARE(tester.lastHex("2900"), s("690010"));
    else if (what == s("proof in another session"))
        tester.lastHex("1003");
    else
        QCOMPARE(tester.lastHex("290200"), s("7f2913"));
    pack.clock.advance(1000);
    QCOMPARE(tester.last(proof), s("7f2924"));
    QVERIFY(!tester.session().authenticated);
    QVERIFY(tester.authenticate());
}

void TestAuthentication::case107_scope_data()
{
    QTest::addColumn<QString>("person");
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QString>("answer");
    const auto row = [](const char *name, const QString &person, const char *request, const char *answer) {
        QTest::newRow(name) << person << hex(request) << QString::fromLatin1(answer);
    };
    row("changes, nobody", {}, "220111", "7f2234");
    row("refusals, nobody", {}, "220112", "7f2234");
    row("changes among others, nobody", {}, "22f18c0111", "7f2234");
    row("changes, another role", fleetManager, "220111", "7f2233");
    row("refusals, another role", fleetManager, "220112", "7f2233");
    row("changes among others, another role", fleetManager, "220111f18c", "7f2233");
    row("changes, his role", technician, "220111", "620111");
    row("refusals, his role", technician, "220112", "620112");
    row("counters, nobody", {}, "220105", "620105");
    row("lock, nobody", {}, "220107", "620107");
    row("heads, nobody", {}, "220106", "620106");
    row("components, nobody", {}, "220108", "620108");
    row("repository, nobody", {}, "220102", "620102");
    row("knowledge, nobody", {}, "220114", "620114");
    row("session, nobody", {}, "220110", "620110");
    row("number of faults, nobody", {}, "1901ff", "59012f010000");
    row("faults, nobody", {}, "1902ff", "59022f");
    row("faults that there can be, nobody", {}, "190a", "590a2f1a0100001a020000");
    row("freeze frame, nobody", {}, "190400000001", "7f1934");
    row("freeze frame, another role", {fleetManager}, "190400000001", "7f1933");
    row("freeze frame, his role", technician, "190400000001", "7f1931");
    row("extended data, nobody", {}, "190600000001", "7f1934");
    row("extended data, his role", technician, "190600000001", "7f1931");
    row("freeze frame, nobody: before its length", {}, "1904", "7f1934");
    row("freeze frame too short", technician, "1904000000", "7f1913");
    row("faults by a mask too few", {}, "1902", "7f1913");
    row("another report", {}, "1903", "7f1912");
    row("report alone", {}, "19", "7f1913");
}

void TestAuthentication::case107_scope()
{
    QFETCH(QString, person);
    QFETCH(QByteArray, request);
    QFETCH(QString, answer);
    TestPack pack(m_world, servicedPack(m_world));
    Tester tester(pack, m_world.key(person.isEmpty() ? technician : person));
    if (!person.isEmpty())
        QVERIFY(tester.authenticate());
    const QString heard = tester.last(request);
    QVERIFY2(heard.startsWith(answer), qPrintable(heard.left(40)));
}

QTEST_GUILESS_MAIN(TestAuthentication)
#include "tst_authentication.moc"
