// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/can/memorywire.h"
#include "hw/isotp/isotpsocket.h"
#include "hw/sim/simulatednode.h"
#include "hw/sim/uds/nrc.h"
#include "tests/hw/sim/support/tester.h"
#include "tests/support/goldenpage.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
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
const QByteArray statement = QByteArray::fromHex("31010240") + QByteArray(32, 'n');

} // namespace

/// The rules that hold for all services: each refusal has its cause, what is suppressed, how long an answer may take,
/// when a session ends, and what a second tester gets.
class TestUdsRules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyNegativeResponse_data();
    void everyNegativeResponse();
    void certificatesHaveCodesOfTheirOwn();
    void examplesOfThePage_data();
    void examplesOfThePage();
    void suppression_data();
    void suppression();
    void finalAnswerAlwaysComes_data();
    void finalAnswerAlwaysComes();
    void whatKeepsASessionOpen_data();
    void whatKeepsASessionOpen();
    void case88_secondTesterWhileWorking();
    void case88_secondTesterInTheSession_data();
    void case88_secondTesterInTheSession();
    void answersInTime();

private:
    /// The state in which a refusal is due, by name.
    void prepare(const QString &state, TestPack &pack, Tester &tester);
    QByteArray workOf(const QString &kind, TestPack &pack, Tester &tester);

    CryptoRuntime m_crypto;
    TestWorld m_world;
};

void TestUdsRules::prepare(const QString &state, TestPack &pack, Tester &tester)
{
    if (state == s("programming")) {
        tester.lastHex("1002");
    } else if (state == s("extended")) {
        tester.lastHex("1003");
    } else if (state == s("announced")) {
        tester.lastHex("1002");
        QCOMPARE(tester.lastHex("3400440000000000000004"), s("74200fff"));
    } else if (state == s("working")) {
        tester.lastHex("1003");
        const qint64 now = pack.clock.monotonicMilliseconds();
        QCOMPARE(pack.pack->uds().receive(statement, false, now), QList<QByteArray>{hex("7f3178")});
    } else if (state == s("authenticated") || state == s("memory fails")) {
        QVERIFY(tester.authenticate());
        if (state == s("memory fails"))
            pack.files.failOnce(1);
    }
}

void TestUdsRules::everyNegativeResponse_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<bool>("isAction");
    const auto row = [](const char *name, int code, const char *state, const QByteArray &request, bool action = false) {
        QTest::addRow("%02X %s", unsigned(code), name) << code << QString::fromLatin1(state) << request << action;
    };
    row("service not supported", sim::nrc::serviceNotSupported, "", hex("2701"));
    row("sub-function not supported", sim::nrc::subFunctionNotSupported, "", hex("1004"));
    row("incorrect length", sim::nrc::incorrectLength, "", hex("3e0000"));
    QByteArray much(1, 0x22);
    for (int i = 0; i < 16; ++i)
        much += hex("0111");
    row("response too long", sim::nrc::responseTooLong, "authenticated", much);
    row("busy, repeat the request", sim::nrc::busyRepeatRequest, "working", hex("22f18c"));
    row("conditions not correct", sim::nrc::conditionsNotCorrect, "announced", hex("3400440000000000000004"));
    row("sequence error", sim::nrc::requestSequenceError, "programming", hex("37"));
    row("out of range", sim::nrc::requestOutOfRange, "", hex("22abcd"));
    row("access denied", sim::nrc::accessDenied, "authenticated", hex("3101020201"), true);
    row("authentication required", sim::nrc::authenticationRequired, "extended", selfTest);
    row("ownership failed", sim::nrc::ownershipFailed, "authenticated", selfTest + hex("0001") + QByteArray(384, 's'));
    row("programming failure", sim::nrc::generalProgrammingFailure, "memory fails", hex("31010230"), true);
    row("wrong block counter", sim::nrc::wrongBlockSequenceCounter, "announced", hex("36020102"));
    row("response pending", sim::nrc::responsePending, "extended", statement);
    row("service not in this session", sim::nrc::serviceNotInSession, "", hex("31010240"));
}

void TestUdsRules::everyNegativeResponse()
{
    QFETCH(int, code);
    QFETCH(QString, state);
    QFETCH(QByteArray, request);
    QFETCH(bool, isAction);
    TestPack pack(m_world, servicedPack(m_world));
    if (code == sim::nrc::responseTooLong) {
        sim::PackContents full = pack.contents();
        for (int i = 0; i < 256; ++i)
            full.addChange(TestWorld::now, s("write"), QString(100, u'x'));
        auto memory = sim::PackMemory::load(pack.files, TestPack::folder());
        QVERIFY(memory.ok() && memory.value().commit(full).ok());
        pack.boot();
    }
    Tester tester(pack, m_world.key(technician));
    prepare(state, pack, tester);
    if (QTest::currentTestFailed())
        return;
    const QByteArray sent = isAction ? tester.actionBytes(request, 1) : request;
    const qint64 now = pack.clock.monotonicMilliseconds();
    const QByteArray expected = QByteArray(1, 0x7F) + request.at(0) + char(code);
    QList<QByteArray> answers = pack.pack->uds().receive(sent, false, now);
    if (code != sim::nrc::responsePending && state != s("working"))
        answers += pack.pack->uds().work(now);
    QVERIFY(!answers.isEmpty());
    QCOMPARE(answers.constLast(), expected);
}

/// 50 to 59 are rows of tst_authentication; here it is held that no other code is known, so none is without a row.
void TestUdsRules::certificatesHaveCodesOfTheirOwn()
{
    QFile header(QStringLiteral(PACKWARDEN_NRC_HEADER));
    QVERIFY(header.open(QIODevice::ReadOnly));
    static const QRegularExpression code(QStringLiteral("quint8 (\\w+) = 0x([0-9A-F]{2});"));
    QMap<int, QString> codes;
    for (auto it = code.globalMatch(QString::fromUtf8(header.readAll())); it.hasNext();) {
        const auto match = it.next();
        codes.insert(match.captured(2).toInt(nullptr, 16), match.captured(1));
    }
    const QList<int> shown{0x00, 0x11, 0x12, 0x13, 0x14, 0x21, 0x22, 0x24, 0x31, 0x33, 0x34, 0x50, 0x51, 0x52, 0x53,
        0x54, 0x55, 0x56, 0x57, 0x58, 0x59, 0x72, 0x73, 0x78, 0x7E, 0x7F};
    QCOMPARE(codes.keys(), shown);
    QCOMPARE(codes.value(0x7E), s("subFunctionNotInSession")); // known to the rule of silence; this pack has no cause
}

void TestUdsRules::examplesOfThePage_data()
{
    QTest::addColumn<QString>("example");
    for (const char *example : {"order-of-checks", "suppression"})
        QTest::newRow(example) << QString::fromLatin1(example);
}

/// hw/PROTOCOL.md: "= REQUEST -> ANSWER", the first one; "*" to all, "-" none. One pack hears all of an example.
void TestUdsRules::examplesOfThePage()
{
    QFETCH(QString, example);
    const QStringList lines = goldenExamples(QStringLiteral(PACKWARDEN_PROTOCOL_PAGE)).value(example);
    QVERIFY(lines.size() >= 10);
    TestPack pack(m_world, servicedPack(m_world));
    for (const QString &line : lines) {
        const QString request = line.section(QStringLiteral(" -> "), 0, 0);
        const QStringList answers = pack.ask(QByteArray::fromHex(request.mid(2).toLatin1()), request.startsWith(u'*'));
        const QString heard = answers.isEmpty()
            ? QStringLiteral("-")
            : QString::fromLatin1(QByteArray::fromHex(answers.constFirst().toLatin1()).toHex(' ').toUpper());
        QCOMPARE(request + QStringLiteral(" -> ") + heard, line);
    }
}

void TestUdsRules::suppression_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<bool>("functional");
    QTest::addColumn<QStringList>("answers");
    const auto row = [](const char *name, const char *state, const QByteArray &request, bool functional,
                         const QStringList &answers) {
        QTest::newRow(name) << QString::fromLatin1(state) << request << functional << answers;
    };
    const QStringList silence;
    row("positive", "", hex("3e00"), false, {s("7e00")});
    row("positive, suppressed", "", hex("3e80"), false, silence);
    row("positive to all", "", hex("3e00"), true, {s("7e00")});
    row("positive to all, suppressed", "", hex("3e80"), true, silence);
    row("session, suppressed", "", hex("1083"), false, silence);
    row("faults, suppressed", "", hex("1981ff"), false, silence);
    row("way of authentication, suppressed", "", hex("2988"), false, silence);
    row("end of rights, suppressed", "", hex("2980"), false, silence);
    row("11 is told to one", "", hex("2701"), false, {s("7f2711")});
    row("11 is not told to all", "", hex("2701"), true, silence);
    row("12 is told, suppressed or not", "", hex("1084"), false, {s("7f1012")});
    row("12 is not told to all", "", hex("1004"), true, silence);
    row("13 is told, suppressed or not", "", hex("3e8000"), false, {s("7f3e13")});
    row("13 is told to all, too", "", hex("3e8000"), true, {s("7f3e13")});
    row("24 is told to all, too", "programming", hex("37"), true, {s("7f3724")});
    row("31 is told to one", "", hex("22abcd"), false, {s("7f2231")});
    row("31 is not told to all", "", hex("22abcd"), true, silence);
    row("34 is told to all, too", "", hex("220111"), true, {s("7f2234")});
    row("7F is told to one, suppressed or not", "", hex("31830201"), false, {s("7f317f")});
    row("7F is not told to all", "", hex("31830201"), true, silence);
    row("21 is told to all, too", "working", hex("3e00"), true, {s("7f3e21")});
    row("suppressed while working", "working", hex("3e80"), true, silence);
    row("no bit where there is no sub-function", "", hex("22f18c"), false, {s("62f18c5344422d544553542d30303031")});
}

void TestUdsRules::suppression()
{
    QFETCH(QString, state);
    QFETCH(QByteArray, request);
    QFETCH(bool, functional);
    QFETCH(QStringList, answers);
    TestPack pack(m_world, servicedPack(m_world));
    Tester tester(pack, m_world.key(technician));
    prepare(state, pack, tester);
    if (QTest::currentTestFailed())
        return;
    QStringList heard;
    for (const QByteArray &answer : pack.pack->uds().receive(request, functional, pack.clock.monotonicMilliseconds()))
        heard.append(QString::fromLatin1(answer.toHex()));
    QCOMPARE(heard, answers);
}

QByteArray TestUdsRules::workOf(const QString &kind, TestPack &pack, Tester &tester)
{
    if (kind == s("certificate")) {
        QByteArray chain;
        for (const Certificate &one : m_world.key(technician)->chain())
            chain += one.der;
        return Tester::certificateRequest(chain, QByteArray(32, 'c'));
    }
    if (kind == s("proof")) {
        tester.begin();
        return tester.proof();
    }
    if (kind == s("action")) {
        tester.authenticate();
        return tester.actionBytes(selfTest, 1);
    }
    if (kind == s("forged action")) {
        tester.authenticate();
        return selfTest + hex("0001") + QByteArray(384, 's');
    }
    if (kind == s("document")) {
        pack.upload("not a document");
        return pack.applyRequest("not a document");
    }
    tester.lastHex("1003");
    return statement;
}

void TestUdsRules::finalAnswerAlwaysComes_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("suppressed");
    const std::pair<const char *, const char *> kinds[] = {{"certificate", "690211"}, {"proof", "6903120000"},
        {"action", "71010220"}, {"forged action", "7f3158"}, {"document", "7f3122"}, {"statement", "71010240"}};
    for (const auto &[kind, answer] : kinds) {
        QTest::addRow("%s", kind) << QString::fromLatin1(kind) << QString::fromLatin1(answer) << false;
        // The tail of an action covers the bit, too, so a tester cannot set it afterwards.
        if (!QByteArray(kind).endsWith("action"))
            QTest::addRow("%s, suppressed", kind) << QString::fromLatin1(kind) << QString::fromLatin1(answer) << true;
    }
}

/// One 78, and one final answer however long it took, suppressed or not; and then the pack is free.
void TestUdsRules::finalAnswerAlwaysComes()
{
    QFETCH(QString, kind);
    QFETCH(QString, answer);
    QFETCH(bool, suppressed);
    TestPack pack(m_world, servicedPack(m_world));
    Tester tester(pack, m_world.key(technician));
    QByteArray request = workOf(kind, pack, tester);
    if (suppressed)
        request[1] = char(quint8(request.at(1)) | 0x80);
    sim::UdsServer &uds = pack.pack->uds();
    const QByteArray pending = QByteArray(1, 0x7F) + request.at(0) + 0x78;
    QCOMPARE(uds.receive(request, false, pack.clock.monotonicMilliseconds()), QList<QByteArray>{pending});
    pack.clock.advance(30'000);
    const QList<QByteArray> answers = uds.work(pack.clock.monotonicMilliseconds());
    QCOMPARE(answers.size(), 1);
    QVERIFY2(
        QString::fromLatin1(answers.constFirst().toHex()).startsWith(answer), answers.constFirst().toHex().left(20));
    QVERIFY(!uds.hasWork());
    QVERIFY(uds.work(pack.clock.monotonicMilliseconds()).isEmpty());
    QCOMPARE(tester.lastHex("3e00"), s("7e00"));
}

void TestUdsRules::whatKeepsASessionOpen_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<bool>("functional");
    QTest::addColumn<int>("gap");
    QTest::addColumn<bool>("keeps");
    const int s3 = sim::UdsServer::s3Milliseconds;
    QTest::newRow("nothing, S3 just not over") << QByteArray() << false << s3 / 2 << true;
    QTest::newRow("nothing, S3 over") << QByteArray() << false << s3 / 2 + 1 << false;
    QTest::newRow("tester present") << hex("3e00") << false << s3 << true;
    QTest::newRow("tester present, suppressed") << hex("3e80") << false << s3 << true;
    QTest::newRow("tester present to all") << hex("3e80") << true << s3 << true;
    QTest::newRow("too late") << hex("3e80") << true << s3 + 1 << false;
    QTest::newRow("a question") << hex("22f18c") << false << s3 << true;
    QTest::newRow("something refused") << hex("2701") << false << s3 << true;
    QTest::newRow("something refused in silence") << hex("2701") << true << s3 << true;
}

void TestUdsRules::whatKeepsASessionOpen()
{
    QFETCH(QByteArray, request);
    QFETCH(bool, functional);
    QFETCH(int, gap);
    QFETCH(bool, keeps);
    TestPack pack(m_world, servicedPack(m_world));
    Tester tester(pack, m_world.key(technician));
    QVERIFY(tester.authenticate());
    for (int i = 0; i < 2; ++i) {
        pack.clock.advance(gap);
        if (!request.isEmpty())
            pack.ask(request, functional);
    }
    pack.pack->uds().advance(pack.clock.monotonicMilliseconds());
    QCOMPARE(pack.pack->uds().session(), keeps ? 3 : 1);
    QCOMPARE(tester.session().authenticated, keeps);
}

/// Another tester's requests while a judgement is under way: 21 for all of them, and the first one's answer comes.
void TestUdsRules::case88_secondTesterWhileWorking()
{
    TestPack pack(m_world, servicedPack(m_world));
    Tester first(pack, m_world.key(technician));
    QVERIFY(first.authenticate());
    const sim::PackContents before = pack.contents();
    sim::UdsServer &uds = pack.pack->uds();
    const qint64 now = pack.clock.monotonicMilliseconds();
    QCOMPARE(uds.receive(statement, false, now), QList<QByteArray>{hex("7f3178")});
    for (int service = 0; service < 256; ++service) {
        for (const char *rest : {"", "00", "01", "03", "01ffff", "0102400000"}) {
            const QByteArray request = QByteArray(1, char(service)) + hex(rest);
            for (bool functional : {false, true}) {
                const QByteArray busy = QByteArray(1, 0x7F) + char(service) + 0x21;
                QCOMPARE(uds.receive(request, functional, now), QList<QByteArray>{busy});
                QVERIFY(uds.hasWork());
            }
        }
    }
    QVERIFY(uds.work(now).value(0).startsWith(hex("71010240")));
    QCOMPARE(pack.contents(), before);
    QVERIFY(first.session().authenticated);
}

void TestUdsRules::case88_secondTesterInTheSession_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<bool>("rights"); ///< those of the first tester, afterwards
    QTest::addColumn<int>("session");
    QTest::newRow("case 88: reads") << hex("22f18c") << true << 3;
    QTest::newRow("case 88: is refused") << hex("2701") << true << 3;
    QTest::newRow("case 88: acts in the other's name")
        << QByteArray(hex("31010230") + hex("0001") + QByteArray(384, 's')) << true << 3;
    QTest::newRow("case 88: opens the same session") << hex("1003") << false << 3;
    QTest::newRow("case 88: opens another session") << hex("1002") << false << 2;
    QTest::newRow("case 88: goes back to the default one") << hex("1001") << false << 1;
    QTest::newRow("case 88: ends the rights") << hex("2900") << false << 3;
    QTest::newRow("case 88: begins to prove himself, badly") << hex("290200") << false << 3;
}

/// CAN has no sender: what a second tester does is as if the first had done it. He may end the first one's rights,
/// but never gets them to act by, and nothing in the pack changes.
void TestUdsRules::case88_secondTesterInTheSession()
{
    QFETCH(QByteArray, request);
    QFETCH(bool, rights);
    QFETCH(int, session);
    TestPack pack(m_world, servicedPack(m_world));
    Tester first(pack, m_world.key(technician));
    Tester second(pack, m_world.key(fleetManager));
    QVERIFY(first.authenticate());
    const auto values = pack.contents().values;
    const auto changes = pack.contents().changes;
    QVERIFY(!second.last(request).isEmpty());
    QCOMPARE(first.session().authenticated, rights);
    QCOMPARE(pack.pack->uds().session(), session);
    QCOMPARE(pack.contents().values, values);
    QCOMPARE(pack.contents().changes, changes);
    pack.clock.advance(1000);
    if (rights)
        QVERIFY(first.act(selfTest).startsWith(s("71010220")));
    // Whoever lost his rights gets them anew.
    QVERIFY(second.authenticate());
    QCOMPARE(second.session().person, fleetManager);
    QVERIFY(first.authenticate());
    QCOMPARE(first.session().person, technician);
}

/// On a bus: an answer, or a response pending, within P2; after that the answer within P2*.
void TestUdsRules::answersInTime()
{
    MemoryWire wire;
    TestPack made(m_world, servicedPack(m_world));
    MemoryPort packPort(wire);
    const sim::SimulatedNode node(packPort, std::move(made.pack));
    packPort.open();
    MemoryPort port(wire);
    port.open();
    QTRY_COMPARE(port.state(), CanPort::State::Open);
    IsoTpSocket console(port, IsoTpSocket::console(0x10));
    QSignalSpy received(&console, &IsoTpSocket::received);
    QElapsedTimer clock;
    qint64 heardAt = 0;
    connect(&port, &CanPort::framesReceived, this, [&](const QList<QCanBusFrame> &frames) {
        const auto answer = std::any_of(frames.begin(), frames.end(), [](const QCanBusFrame &frame) {
            const int kind = quint8(frame.payload().at(0)) >> 4;
            return frame.frameId() == 0x18DAF110 && kind <= 1; // a single frame, or the first of several
        });
        if (answer && heardAt < 0)
            heardAt = clock.elapsed();
    });
    const auto ask = [&](const QByteArray &request) {
        received.clear();
        heardAt = -1;
        clock.start();
        return console.send(request);
    };
    QVERIFY(ask(hex("1003")));
    QTRY_COMPARE(received.size(), 1);
    // A machine that does other things for a moment is not the pack: each has three attempts.
    for (const char *question : {"22f18c", "220100", "220102", "220106", "220109", "220114", "1902ff", "220111"}) {
        qint64 best = INT_MAX;
        for (int attempt = 0; attempt < 3 && best > sim::UdsServer::p2Milliseconds; ++attempt) {
            QVERIFY(ask(hex(question)));
            QTRY_COMPARE(received.size(), 1);
            best = std::min(best, heardAt);
        }
        QVERIFY2(best <= sim::UdsServer::p2Milliseconds, question);
    }
    QVERIFY(ask(statement));
    QTRY_COMPARE_WITH_TIMEOUT(received.size(), 2, sim::UdsServer::p2StarMilliseconds);
    QCOMPARE(received.at(0).at(0).toByteArray(), hex("7f3178"));
    QVERIFY(received.at(1).at(0).toByteArray().startsWith(hex("71010240")));
}

QTEST_GUILESS_MAIN(TestUdsRules)
#include "tst_udsrules.moc"
