// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/uds/documenttransfer.h"
#include "hw/uds/udsclient.h"
#include "tests/hw/support/testticker.h"
#include "tests/hw/uds/scriptedpack.h"

#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

constexpr quint8 node = 0x10;

QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

/// Short waits, so that silence is cheap to test.
UdsTimings quick()
{
    UdsTimings timings;
    timings.p2 = 60;
    timings.p2Star = 250;
    timings.keepAlive = 40;
    timings.busyWait = 5;
    timings.maxPending = 5;
    return timings;
}

} // namespace

class UdsClientTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void positive();
    void negative();
    void pendingThenAnswer();
    void pendingWithoutEnd();
    void case91_pendingSoOften_data();
    void case91_pendingSoOften();
    void case91_lateAnswerIsNotTheNext();
    void busyThenAnswer();
    void silence();
    void retries();
    void answersOfOthersAreIgnored();
    void longAnswersOfOthersDoNotHoldItUp_data();
    void longAnswersOfOthersDoNotHoldItUp();
    void oneAtATime();
    void cancelled();
    void keepAlive();
    void keepAliveDuringRequests();
    void busLost();
    void everyFrameLostOnce();
    void fullQueueOfTheInterface();
    void largestMessage();
    void case85_slowRetrieval_data();
    void case85_slowRetrieval();
    void upload();
    void readBack();
    void readBackRefused();
    void lostBlockIsRepeated();

private:
    /// Records the answers in order.
    UdsClient::Callback keep()
    {
        return [this](const UdsAnswer &answer) {
            m_answers.append(answer);
        };
    }

    TestTicker m_ticker;
    std::unique_ptr<MemoryWire> m_wire;
    std::unique_ptr<ScriptedPack> m_pack;
    std::unique_ptr<MemoryPort> m_port;
    std::unique_ptr<UdsClient> m_client;
    QList<UdsAnswer> m_answers;
};

void UdsClientTest::init()
{
    m_wire = std::make_unique<MemoryWire>(&m_ticker);
    m_pack = std::make_unique<ScriptedPack>(*m_wire, node);
    m_port = std::make_unique<MemoryPort>(*m_wire);
    m_port->open();
    m_client = std::make_unique<UdsClient>(*m_port, node, quick());
    m_answers.clear();
    QTRY_COMPARE(m_port->state(), CanPort::State::Open);
    QTRY_COMPARE(m_pack->port().state(), CanPort::State::Open);
}

void UdsClientTest::cleanup()
{
    m_client.reset();
    m_port.reset();
    m_pack.reset();
    m_wire.reset();
}

void UdsClientTest::positive()
{
    m_pack->setAnswer([](const QByteArray &) { return QList{hex("62F18C534442")}; });
    m_client->readData(0xF18C, keep());
    QVERIFY(m_answers.isEmpty());
    QTRY_COMPARE(m_answers.size(), 1);
    QVERIFY(m_answers.first().ok());
    QCOMPARE(m_answers.first().data, QByteArray("SDB"));
    QCOMPARE(m_pack->requests(), QList{hex("22F18C")});
}

void UdsClientTest::negative()
{
    m_pack->setAnswer([](const QByteArray &) { return QList{hex("7F2231")}; });
    m_client->readData(0x0100, keep());
    QTRY_COMPARE(m_answers.size(), 1);
    QVERIFY(!m_answers.first().ok());
    QCOMPARE(m_answers.first().negative, quint8(0x31));
    QCOMPARE(m_answers.first().error, (Error{Code::NegativeResponse, QStringLiteral("22 31")}));
}

void UdsClientTest::pendingThenAnswer()
{
    Alarm worked(m_ticker);
    worked.setSingleShot(true);
    connect(&worked, &Alarm::timeout, this, [this] { m_pack->say(hex("71010201AA")); });
    m_pack->setAnswer([&](const QByteArray &) {
        // The work takes longer than P2, but not than P2*.
        worked.start(120);
        return QList{hex("7F3178"), hex("7F3178")};
    });
    m_client->routine(0x01, 0x0201, hex("01"), keep());
    QTRY_COMPARE(m_answers.size(), 1);
    QVERIFY(m_answers.first().ok());
    QCOMPARE(m_answers.first().data, hex("AA"));
    QCOMPARE(m_pack->requests(), QList{hex("3101020101")});
}

void UdsClientTest::pendingWithoutEnd()
{
    m_pack->setAnswer([](const QByteArray &) { return QList<QByteArray>(10, hex("7F3178")); });
    m_client->routine(0x01, 0x0201, {}, keep());
    QTRY_COMPARE(m_answers.size(), 1);
    QCOMPARE(m_answers.first().error.code, Code::PackUnreachable);
    m_client->routine(0x01, 0x0202, {}, keep());
    m_pack->setAnswer([](const QByteArray &) { return QList{hex("7F3178")}; });
    QTRY_COMPARE(m_answers.size(), 2); // after P2*
    QCOMPARE(m_answers.last().error, (Error{Code::PackUnreachable, QStringLiteral("P2*")}));
}

void UdsClientTest::case91_pendingSoOften_data()
{
    QTest::addColumn<int>("times");
    QTest::addColumn<bool>("answered");
    QTest::newRow("case 91: at once") << 0 << true;
    QTest::newRow("case 91: once") << 1 << true;
    QTest::newRow("case 91: as often as is patient") << 24 << true;
    QTest::newRow("case 91: once more") << 25 << false;
    QTest::newRow("case 91: 50 times") << 50 << false;
}

void UdsClientTest::case91_pendingSoOften()
{
    QFETCH(int, times);
    QFETCH(bool, answered);
    UdsTimings timings = quick();
    timings.maxPending = 24;
    UdsClient client(*m_port, node, timings);
    m_pack->setAnswer(
        [times](const QByteArray &) { return QList<QByteArray>(times, hex("7F3178")) + QList{hex("71010201AA")}; });
    client.routine(0x01, 0x0201, {}, keep());
    QTRY_COMPARE(m_answers.size(), 1);
    QCOMPARE(m_answers.first().ok(), answered);
    if (!answered)
        QCOMPARE(m_answers.first().error, (Error{Code::PackUnreachable, QStringLiteral("pending without end")}));
    // What was left of the answers is nobody's.
    letPass(20);
    QCOMPARE(m_answers.size(), 1);
    QCOMPARE(m_pack->requests().size(), 1);
}

void UdsClientTest::case91_lateAnswerIsNotTheNext()
{
    // The answer to the first request comes after its time, while the second one waits: of the same service, but of
    // another identifier.
    m_pack->setAnswer([this](const QByteArray &request) -> QList<QByteArray> {
        if (request == hex("2E0101AA"))
            return {};
        m_pack->say(hex("6E0101"));
        return {hex("6E0102")};
    });
    m_client->request(hex("2E0101AA"), keep());
    m_client->request(hex("2E0102BB"), keep());
    QTRY_COMPARE(m_answers.size(), 2);
    QVERIFY(!m_answers.first().ok());
    QVERIFY(m_answers.last().ok());
    QCOMPARE(m_answers.last().data, hex("0102"));
}

void UdsClientTest::busyThenAnswer()
{
    m_pack->setAnswer([this](const QByteArray &) {
        return QList{m_pack->requests().size() < 3 ? hex("7F3121") : hex("7101020100")};
    });
    m_client->routine(0x01, 0x0201, {}, keep());
    QTRY_COMPARE(m_answers.size(), 1);
    QVERIFY(m_answers.first().ok());
    QCOMPARE(m_pack->requests().size(), 3);
    m_pack->setAnswer([](const QByteArray &) { return QList{hex("7F3121")}; });
    m_client->routine(0x01, 0x0201, {}, keep());
    QTRY_COMPARE(m_answers.size(), 2);
    QCOMPARE(m_answers.last().negative, nrc::busyRepeatRequest);
}

void UdsClientTest::silence()
{
    m_client->routine(0x01, 0x0201, {}, keep());
    QTRY_COMPARE(m_answers.size(), 1);
    QCOMPARE(m_answers.first().error, (Error{Code::PackUnreachable, QStringLiteral("P2")}));
    QCOMPARE(m_pack->requests().size(), 1); // what may change something is never sent twice by itself
}

void UdsClientTest::retries()
{
    m_pack->setAnswer([this](const QByteArray &) {
        return m_pack->requests().size() < 3 ? QList<QByteArray>() : QList{hex("620100A0")};
    });
    m_client->readData(0x0100, keep());
    QTRY_COMPARE(m_answers.size(), 1);
    QVERIFY(m_answers.first().ok());
    QCOMPARE(m_pack->requests().size(), 3);
}

void UdsClientTest::answersOfOthersAreIgnored()
{
    m_pack->setAnswer([](const QByteArray &) {
        return QList{hex("62010155"), hex("7F3178"), hex("7F2E22"), hex("7101020100"), hex("7F22"), hex("620100A0")};
    });
    m_client->readData(0x0100, keep());
    QTRY_COMPARE(m_answers.size(), 1);
    QVERIFY(m_answers.first().ok());
    QCOMPARE(m_answers.first().data, hex("A0"));
    m_pack->say(hex("620100A0")); // unasked
    letPass(20);
    QCOMPARE(m_answers.size(), 1);
}

void UdsClientTest::longAnswersOfOthersDoNotHoldItUp_data()
{
    QTest::addColumn<int>("others"); // answers to other testers, of many frames each
    QTest::addColumn<bool>("isAnswered");
    QTest::newRow("one, then the answer") << 1 << true;
    QTest::newRow("one, and no answer") << 1 << false;
    QTest::newRow("several, and no answer") << 5 << false;
}

/// What the pack sends to another tester stops the wait for the start of an answer; it goes on behind it.
void UdsClientTest::longAnswersOfOthersDoNotHoldItUp()
{
    QFETCH(int, others);
    QFETCH(bool, isAnswered);
    m_pack->setAnswer([&](const QByteArray &) {
        QList<QByteArray> said(others, hex("620106") + QByteArray(200, 'x'));
        if (isAnswered)
            said.append(hex("620100A0"));
        return said;
    });
    m_client->readData(0x0100, keep());
    const qint64 asked = m_ticker.milliseconds();
    QTRY_COMPARE(m_answers.size(), 1);
    QCOMPARE(m_answers.first().ok(), isAnswered);
    if (!isAnswered)
        QCOMPARE(m_answers.first().error, (Error{Code::PackUnreachable, QStringLiteral("P2")}));
    QVERIFY2(m_ticker.milliseconds() - asked < 1000, qPrintable(QString::number(m_ticker.milliseconds() - asked)));
}

void UdsClientTest::oneAtATime()
{
    m_pack->setAnswer([](const QByteArray &request) { return QList{hex("62") + request.mid(1) + request.mid(2)}; });
    for (quint16 did : {0x0101, 0x0102, 0x0103})
        m_client->readData(did, keep());
    QTRY_COMPARE(m_answers.size(), 3);
    QCOMPARE(m_pack->requests(), (QList{hex("220101"), hex("220102"), hex("220103")}));
    for (int i = 0; i < 3; ++i)
        QCOMPARE(m_answers.at(i).data, QByteArray(1, char(i + 1)));
    QVERIFY(m_client->isIdle());
}

void UdsClientTest::cancelled()
{
    m_client->readData(0x0100, keep());
    m_client->readData(0x0101, keep());
    QTRY_COMPARE(m_pack->requests().size(), 1);
    m_client->cancel();
    QVERIFY(m_client->isIdle());
    m_pack->say(hex("62010055"));
    letPass(100); // beyond P2: nothing may come any more
    QVERIFY(m_answers.isEmpty());
    m_pack->setAnswer([](const QByteArray &) { return QList{hex("620102AA")}; });
    m_client->readData(0x0102, keep());
    QTRY_COMPARE(m_answers.size(), 1);
    QVERIFY(m_answers.first().ok());
}

void UdsClientTest::keepAlive()
{
    m_pack->setAnswer([](const QByteArray &request) {
        return request.startsWith(char(0x10)) ? QList{hex("50") + request.mid(1) + hex("003201F4")}
                                              : QList<QByteArray>();
    });
    m_client->startSession(0x02, keep());
    QTRY_COMPARE(m_answers.size(), 1);
    QCOMPARE(m_client->session(), quint8(0x02));
    QTRY_VERIFY(m_pack->requests().count(hex("3E80")) >= 3);
    m_client->startSession(0x01, keep());
    QTRY_COMPARE(m_answers.size(), 2);
    const auto before = m_pack->requests().count(hex("3E80"));
    letPass(120);
    QCOMPARE(m_pack->requests().count(hex("3E80")), before);
}

void UdsClientTest::keepAliveDuringRequests()
{
    m_pack->setAnswer([](const QByteArray &request) {
        if (request.startsWith(char(0x10)))
            return QList{hex("50") + request.mid(1) + hex("003201F4")};
        return request == hex("3E80") ? QList<QByteArray>() : QList{hex("62") + request.mid(1) + QByteArray(40, 'x')};
    });
    m_client->startSession(0x02, keep());
    int left = 200;
    Alarm soon(m_ticker);
    soon.setSingleShot(true);
    std::function<void(const UdsAnswer &)> again = [&](const UdsAnswer &answer) {
        m_answers.append(answer);
        if (--left > 0)
            soon.start(left % 3);
    };
    connect(&soon, &Alarm::timeout, this, [&] { m_client->readData(0x0100, again); });
    m_client->readData(0x0100, again);
    QTRY_COMPARE(left, 0);
    for (const UdsAnswer &answer : std::as_const(m_answers))
        QVERIFY(answer.ok());
    QVERIFY(m_pack->requests().contains(hex("3E80")));
    QCOMPARE(m_pack->requests().count(hex("220100")), 200);
}

void UdsClientTest::busLost()
{
    m_pack->setAnswer([this](const QByteArray &) {
        QTimer::singleShot(0, m_wire.get(), [this] { m_wire->setBroken(true); });
        return QList{hex("620100") + QByteArray(400, 'x')};
    });
    m_client->request(hex("220100"), keep());
    QTRY_COMPARE(m_answers.size(), 1);
    QVERIFY(!m_answers.first().ok());
    m_wire->setBroken(false);
    m_pack->port().open();
    m_port->open();
    m_pack->setAnswer([](const QByteArray &) { return QList{hex("620100AA")}; });
    m_client->readData(0x0100, keep());
    QTRY_COMPARE(m_answers.size(), 2);
    QVERIFY(m_answers.last().ok());
}

void UdsClientTest::everyFrameLostOnce()
{
    UdsTimings patient = quick();
    patient.p2 = 600; // so that the retries outlast the N_Bs of a pack whose first frame was lost
    m_client = std::make_unique<UdsClient>(*m_port, node, patient);
    const QByteArray value(30, 'v');
    m_pack->setAnswer([&](const QByteArray &) { return QList{hex("62F18C") + value}; });
    m_client->readData(0xF18C, keep());
    QTRY_COMPARE(m_answers.size(), 1);
    const auto frames = m_wire->log().size();
    QCOMPARE(frames, 1 + 1 + 1 + 4); // request, FF, FC, CF
    for (qsizetype lost = 0; lost < frames; ++lost) {
        m_answers.clear();
        m_wire->clearLog();
        m_wire->setFault([lost](const QCanBusFrame &frame, qsizetype index) {
            return index == lost ? QList<QCanBusFrame>() : QList{frame};
        });
        m_client->readData(0xF18C, keep());
        // A lost FC costs the pack its N_Bs of a second, a lost last frame ours of N_Cr; then it is asked again.
        QTRY_COMPARE_WITH_TIMEOUT(m_answers.size(), 1, 8000);
        QVERIFY2(m_answers.first().ok(), qPrintable(QString::number(lost) + m_answers.first().error.detail));
        QCOMPARE(m_answers.first().data, value);
    }
}

void UdsClientTest::fullQueueOfTheInterface()
{
    // An interface that takes no frame now: they are offered again, in order, and nothing is lost.
    m_pack->setAnswer([this](const QByteArray &request) {
        m_pack->port().refuseNext(3);
        return QList{hex("71") + request.mid(1, 3) + request.mid(4)};
    });
    const QByteArray record(90, 'r');
    m_port->refuseNext(2);
    m_client->routine(0x01, 0x0201, record, keep());
    QTRY_COMPARE(m_answers.size(), 1);
    QVERIFY2(m_answers.first().ok(), qPrintable(m_answers.first().error.detail));
    QCOMPARE(m_answers.first().data, record);
    // One that takes none at all ends in N_TIMEOUT_A.
    m_port->refuseNext(1'000'000);
    m_client->routine(0x01, 0x0201, record, keep());
    QTRY_COMPARE(m_answers.size(), 2);
    QCOMPARE(m_answers.last().error, (Error{Code::PackUnreachable, QStringLiteral("N_TIMEOUT_A")}));
}

void UdsClientTest::case85_slowRetrieval_data()
{
    QTest::addColumn<bool>("answering");
    QTest::newRow("case 85: one frame of the answer now and then") << true;
    QTest::newRow("case 85: one frame of the request asked for now and then") << false;
}

/// Always in time for N_Cr and N_Bs, and never at an end: the message has a deadline of its own.
void UdsClientTest::case85_slowRetrieval()
{
    QFETCH(bool, answering);
    UdsTimings timings;
    timings.message = 600;
    m_client = std::make_unique<UdsClient>(*m_port, node, timings);
    m_pack->port().close(); // a pack of raw frames instead
    MemoryPort raw(*m_wire);
    raw.open();
    QTRY_COMPARE(raw.state(), CanPort::State::Open);
    const auto say = [&](const QByteArray &payload) {
        QCanBusFrame frame(0x18DAF100u | node, payload);
        frame.setExtendedFrameFormat(true);
        QVERIFY(raw.send(frame));
    };
    Alarm slow(m_ticker);
    quint8 sequence = 0;
    connect(&slow, &Alarm::timeout, this, [&] {
        if (answering)
            say(sequence == 0 ? hex("1FFF62F18C313233") : QByteArray(1, char(0x20 | (sequence & 0xF))) + "1234567");
        else
            say(hex("300100")); // one frame, please
        ++sequence;
    });
    slow.start(50);
    const qint64 began = m_ticker.milliseconds();
    if (answering)
        m_client->readData(0xF18C, keep());
    else
        m_client->routine(0x01, 0x0201, QByteArray(2000, 'r'), keep());
    QTRY_COMPARE_WITH_TIMEOUT(m_answers.size(), 1, 3000);
    QVERIFY(m_ticker.milliseconds() - began >= 500);
    QVERIFY(sequence >= 5);
    QCOMPARE(m_answers.first().error, (Error{Code::TransferFailed, QStringLiteral("too slow")}));
    // What still comes of it disturbs nothing.
    slow.stop();
    say(QByteArray(1, char(0x20 | (sequence & 0xF))) + "1234567");
    raw.close();
    m_pack->port().open();
    QTRY_COMPARE(m_pack->port().state(), CanPort::State::Open);
    m_pack->setAnswer([](const QByteArray &) { return QList{hex("62F18C") + "SDB"}; });
    m_client->readData(0xF18C, keep());
    QTRY_COMPARE(m_answers.size(), 2);
    QVERIFY2(m_answers.last().ok(), qPrintable(m_answers.last().error.detail));
}

void UdsClientTest::largestMessage()
{
    const QByteArray value(65535 - 3, 'v');
    m_pack->setAnswer([&](const QByteArray &) { return QList{hex("620109") + value}; });
    m_client->readData(0x0109, keep());
    QTRY_COMPARE_WITH_TIMEOUT(m_answers.size(), 1, 20'000);
    QCOMPARE(m_answers.first().data, value);
}

void UdsClientTest::upload()
{
    QByteArray stored;
    m_pack->setAnswer([&](const QByteArray &request) -> QList<QByteArray> {
        switch (quint8(request.at(0))) {
        case 0x34:
            return {hex("74200102")}; // 258: 256 bytes of data
        case 0x36:
            stored += request.mid(2);
            return {hex("76") + request.mid(1, 1)};
        default:
            return {hex("77")};
        }
    });
    const QByteArray document(1000, 'd');
    DocumentTransfer transfer(*m_client);
    QList<qint64> progress;
    std::optional<Result<QByteArray>> outcome;
    transfer.upload(
        document, [&](qint64 done, qint64) { progress.append(done); },
        [&](const Result<QByteArray> &result) { outcome = result; });
    QTRY_VERIFY(outcome);
    QVERIFY(outcome->ok());
    QCOMPARE(stored, document);
    QCOMPARE(m_pack->requests().first(), hex("34004400000000000003E8"));
    QCOMPARE(m_pack->requests().last(), hex("37"));
    QCOMPARE(progress, (QList<qint64>{0, 256, 512, 768, 1000}));
}

void UdsClientTest::readBack()
{
    const QByteArray document(9000, 'r');
    m_pack->setAnswer([&](const QByteArray &request) -> QList<QByteArray> {
        switch (quint8(request.at(0))) {
        case 0x35:
            return {hex("75200FFF")};
        case 0x36:
            return {hex("76") + request.mid(1, 1) + document.mid((quint8(request.at(1)) - 1) * 4093, 4093)};
        default:
            return {hex("77")};
        }
    });
    DocumentTransfer transfer(*m_client);
    std::optional<Result<QByteArray>> outcome;
    transfer.read(documentkind::receipt, 2, [&](const Result<QByteArray> &result) { outcome = result; });
    QTRY_VERIFY(outcome);
    QVERIFY(outcome->ok());
    QCOMPARE(**outcome, document);
    QCOMPARE(m_pack->requests().first(), hex("35004409000002FFFFFFFF"));
}

void UdsClientTest::readBackRefused()
{
    m_pack->setAnswer([](const QByteArray &) { return QList{hex("7F3531")}; });
    DocumentTransfer transfer(*m_client);
    std::optional<Result<QByteArray>> outcome;
    transfer.read(documentkind::crl, 5, [&](const Result<QByteArray> &result) { outcome = result; });
    QTRY_VERIFY(outcome);
    QCOMPARE(outcome->error(), (Error{Code::NegativeResponse, QStringLiteral("35 31")}));
    m_pack->setAnswer([](const QByteArray &) { return QList{hex("75200002")}; }); // no room for data
    outcome.reset();
    transfer.read(documentkind::crl, 0, [&](const Result<QByteArray> &result) { outcome = result; });
    QTRY_VERIFY(outcome);
    QCOMPARE(outcome->error().code, Code::UnexpectedAnswer);
}

void UdsClientTest::lostBlockIsRepeated()
{
    QMap<int, QByteArray> blocks;
    bool swallow = true;
    m_pack->setAnswer([&](const QByteArray &request) -> QList<QByteArray> {
        switch (quint8(request.at(0))) {
        case 0x34:
            return {hex("74200102")};
        case 0x36:
            blocks.insert(quint8(request.at(1)), request.mid(2)); // the same counter again is a repetition
            if (quint8(request.at(1)) == 2 && std::exchange(swallow, false))
                return {};
            return {hex("76") + request.mid(1, 1)};
        default:
            return {hex("77")};
        }
    });
    DocumentTransfer transfer(*m_client);
    std::optional<Result<QByteArray>> outcome;
    transfer.upload(
        QByteArray(600, 'd'), [](qint64, qint64) {}, [&](const Result<QByteArray> &result) { outcome = result; });
    QTRY_VERIFY(outcome);
    QVERIFY(outcome->ok());
    QVERIFY(!swallow);
    QCOMPARE(blocks.keys(), (QList<int>{1, 2, 3}));
}

QTEST_GUILESS_MAIN(UdsClientTest)
#include "tst_udsclient.moc"
