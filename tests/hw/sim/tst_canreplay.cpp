// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/can/memorywire.h"
#include "hw/can/recordingport.h"
#include "hw/link/packlink.h"
#include "hw/link/portfactory.h"
#include "hw/recording/canrecorder.h"
#include "hw/recording/canreplay.h"
#include "hw/sim/simulatednode.h"
#include "tests/hw/sim/support/testpack.h"
#include "tests/hw/support/testticker.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

const QString serial = QStringLiteral("SDB-TEST-0001");

PackTelemetry firstOf(const QSignalSpy &telemetry)
{
    return telemetry.isEmpty() ? PackTelemetry()
                               : telemetry.constLast().constFirst().value<QList<PackTelemetry>>().value(0);
}

} // namespace

/// A session of the console with a pack, recorded while it ran, and what can be made of the recording: the same.
class TestCanReplay final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everythingIsInIt();
    void classicAndFdAreHeard();
    void drivesTheLink();
    void case95_aForeignCar();
    void answersNothingButTheSerial();
    void endsAndIsNotOpenedAgain();
    void goesOnWhereItWas();
    void fastAsItCanBeRead();
    void tellsWhatIsInIt_data();
    void tellsWhatIsInIt();
    void whatIsNoRecordingEnds_data();
    void whatIsNoRecordingEnds();
    void filesThatAreNone_data();
    void filesThatAreNone();

private:
    void record(const QString &path, bool fd);
    QString device() const { return QStringLiteral("replay:") + m_path; }

    CryptoRuntime m_crypto;
    TestWorld m_world;
    SystemClock m_clock;
    QTemporaryDir m_folder;
    QString m_path;
    PackTelemetry m_last; ///< as the console had it at the end
    QByteArray m_document;
    qint64 m_frames = 0;
};

/// The console finds a pack, reads it, and delivers a document: all of it goes into the recording.
void TestCanReplay::record(const QString &path, bool fd)
{
    TestTicker ticker;
    const TickerClock clock(ticker);
    MemoryWire wire(&ticker);
    TestPack made(m_world);
    MemoryPort packPort(wire);
    const PackState state = made.pack->memory().state(TestWorld::now);
    sim::SimulatedNode node(packPort, std::move(made.pack));
    packPort.open();
    CanRecorder recorder(clock);
    QVERIFY(recorder.start(path).ok());
    const auto port = [&](const QString &, QObject *parent) {
        auto *inner = new MemoryPort(wire);
        inner->setAsksInFd(fd);
        return new RecordingPort(
            inner, [&](const QList<QCanBusFrame> &frames) { recorder.take(frames, "can0"); }, parent);
    };
    PackLink link(port, clock);
    QSignalSpy telemetry(&link, &PackLink::telemetry);
    QSignalSpy delivered(&link, &PackLink::delivered);
    link.open(QStringLiteral("memory:0"));
    QTRY_COMPARE(firstOf(telemetry).serial, serial);
    m_document = m_world.signedBytes(m_world.request(state, QStringLiteral("soc.max"), 95000),
        {QStringLiteral("leasing.asset-manager"), QStringLiteral("celldata.specialist")});
    link.deliver(serial, documentkind::request, m_document, 1);
    QTRY_COMPARE_WITH_TIMEOUT(delivered.size(), 1, 10'000);
    QVERIFY(delivered.first().first().value<DeliveryResult>().applied);
    QTRY_COMPARE(firstOf(telemetry).cells.size(), 96);
    letPass(2500); // who sees it played asks for the serial again in this time
    recorder.stop(); // before anything else is heard
    m_last = firstOf(telemetry);
    m_frames = recorder.frames();
}

void TestCanReplay::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_path = m_folder.filePath(QStringLiteral("session.log"));
    record(m_path, false);
}

void TestCanReplay::everythingIsInIt()
{
    CanLogReader reader;
    QVERIFY(reader.open(m_path).ok());
    BusListener listener;
    QList<BusListener::Talk> talks;
    qint64 frames = 0;
    while (const auto logged = reader.next()) {
        ++frames;
        talks += listener.feed(logged->frame, logged->microseconds);
    }
    QCOMPARE(reader.skipped(), 0);
    QCOMPARE(frames, m_frames);
    QCOMPARE(listener.broken(), 0);
    QCOMPARE(listener.serial(0x10), serial);
    const PackTelemetry pack = listener.telemetry().packs().value(0x10);
    QCOMPARE(pack.serial, serial);
    QCOMPARE(pack.lostFrames, 0);
    QCOMPARE(pack.cells.size(), 96);
    // Each request has its answer, and the document can be put together again from the blocks.
    QByteArray uploaded;
    QByteArray asked;
    int exchanges = 0;
    for (const BusListener::Talk &talk : std::as_const(talks)) {
        QCOMPARE(talk.node, 0x10);
        if (talk.request) {
            asked = talk.message;
            continue;
        }
        const bool negative = quint8(talk.message.at(0)) == 0x7F;
        QCOMPARE(quint8(talk.message.at(negative ? 1 : 0)), quint8(asked.at(0) + (negative ? 0 : 0x40)));
        ++exchanges;
        if (asked.startsWith('\x36') && asked.size() > 2 && !negative)
            uploaded += asked.mid(2);
    }
    QVERIFY(exchanges > 8);
    QCOMPARE(uploaded, m_document);
}

void TestCanReplay::classicAndFdAreHeard()
{
    const QString path = m_folder.filePath(QStringLiteral("fd.log"));
    record(path, true);
    CanLogReader reader;
    QVERIFY(reader.open(path).ok());
    BusListener listener;
    QByteArray uploaded;
    int longest = 0;
    while (const auto logged = reader.next()) {
        longest = qMax(longest, int(logged->frame.payload().size()));
        for (const BusListener::Talk &talk : listener.feed(logged->frame, logged->microseconds)) {
            if (talk.request && talk.message.startsWith('\x36') && talk.message.size() > 2)
                uploaded += talk.message.mid(2);
        }
    }
    QCOMPARE(longest, 64);
    QCOMPARE(listener.broken(), 0);
    QCOMPARE(uploaded, m_document);
}

/// What shows a bus shows a recording, by the same decoding: PackLink knows no difference.
void TestCanReplay::drivesTheLink()
{
    PackLink link(&makeGuestPort, m_clock);
    QSignalSpy telemetry(&link, &PackLink::telemetry);
    QSignalSpy bus(&link, &PackLink::busStateChanged);
    link.open(device());
    const auto ended = [&] {
        return !bus.isEmpty() && bus.constLast().constFirst().value<BusState>().condition == BusCondition::Failed;
    };
    QTRY_VERIFY_WITH_TIMEOUT(ended(), 20'000);
    QCOMPARE(bus.constLast().constFirst().value<BusState>().detail, QStringLiteral("the recording has ended"));
    const PackTelemetry pack = firstOf(telemetry);
    QCOMPARE(pack.serial, serial);
    QCOMPARE(pack.lostFrames, 0);
    QCOMPARE(pack.cells.size(), 96);
    QCOMPARE(pack.lifeCycle, QStringLiteral("in-service"));
    QVERIFY(qAbs(pack.packMillivolts - m_last.packMillivolts) < 2000);
}

void TestCanReplay::case95_aForeignCar()
{
    // A car without any of our packs: short identifiers, some of them diagnostics of its own, frames of CAN FD, remote
    // and error frames, and long identifiers that nearly are ours. Nobody is found in it, and nobody is asked.
    const QString path = m_folder.filePath(QStringLiteral("car.log"));
    QFile log(path);
    QVERIFY(log.open(QIODevice::WriteOnly));
    for (int i = 0; i < 3000; ++i) {
        const QByteArray time = QByteArray("(") + QByteArray::number(1'700'000'000 + i / 4000) + '.'
            + QByteArray::number(i % 4000 * 250).rightJustified(6, '0') + ") can0 ";
        static const char *const frames[]
            = {"0C9#84000D3C00000000", "1E9#0000", "7DF#02010C0000000000", "7E8#04410C1AF8000000",
                "18FEF100#FFFFFFFFFFFFFFFF", "18FF10F0#0102030405060708", "3D1##1112233445566778899AABB", "123#R",
                "20000004#000C000000000000", "18DAF180#1014620000000000", "0000070F#", "CF00400#FFFFFF6813FFFFFF"};
        log.write(time + frames[i % int(std::size(frames))] + '\n');
    }
    log.close();
    PackLink link(&makeGuestPort, m_clock);
    QSignalSpy telemetry(&link, &PackLink::telemetry);
    BusState bus;
    BusFigures figures;
    connect(&link, &PackLink::busStateChanged, this, [&](const BusState &state) { bus = state; });
    connect(&link, &PackLink::busFiguresChanged, this, [&](const BusFigures &now) { figures = now; });
    link.open(QStringLiteral("replay:") + path);
    QTRY_COMPARE_WITH_TIMEOUT(bus.condition, BusCondition::Failed, 20'000);
    QCOMPARE(bus.detail, QStringLiteral("the recording has ended"));
    QVERIFY(telemetry.isEmpty());
    QCOMPARE(bus.packs, 0);
    QVERIFY(figures.heard > 1000);
    QCOMPARE(figures.lost, 0);
    QCOMPARE(figures.sent, 0);
}

void TestCanReplay::answersNothingButTheSerial()
{
    CanReplay port(device(), 10);
    port.open();
    QTRY_COMPARE(port.state(), CanPort::State::Open);
    QSignalSpy heard(&port, &CanPort::framesReceived);
    QTRY_VERIFY(!heard.isEmpty());
    for (const auto &call : heard) {
        for (const QCanBusFrame &frame : call.first().value<QList<QCanBusFrame>>())
            QVERIFY(frame.frameId() >> 16 == 0x18FF);
    }
    QCanBusFrame request(0x18DA10F1, QByteArray::fromHex("021001CCCCCCCCCC"));
    request.setExtendedFrameFormat(true);
    QVERIFY(port.send(request));
    request.setFrameId(0x18DA55F1);
    QVERIFY(port.send(request));
    QTRY_COMPARE(port.state(), CanPort::State::Failed);
    for (const auto &call : heard) {
        for (const QCanBusFrame &frame : call.first().value<QList<QCanBusFrame>>())
            QVERIFY(frame.frameId() >> 16 == 0x18FF);
    }
    QVERIFY(!port.send(request));
}

void TestCanReplay::endsAndIsNotOpenedAgain()
{
    CanReplay port(device(), 0);
    QSignalSpy heard(&port, &CanPort::framesReceived);
    port.open();
    QTRY_COMPARE(port.state(), CanPort::State::Failed);
    const auto batches = heard.size();
    port.open();
    QCOMPARE(port.state(), CanPort::State::Opening);
    QTRY_COMPARE(port.state(), CanPort::State::Failed);
    QCOMPARE(port.detail(), QStringLiteral("the recording has ended"));
    QCOMPARE(heard.size(), batches);
}

void TestCanReplay::goesOnWhereItWas()
{
    CanReplay port(device(), 0);
    qint64 frames = 0;
    connect(&port, &CanPort::framesReceived, this, [&](const QList<QCanBusFrame> &batch) { frames += batch.size(); });
    QSignalSpy heard(&port, &CanPort::framesReceived);
    port.open();
    QTRY_VERIFY(!heard.isEmpty());
    const qint64 before = frames;
    port.close();
    QCOMPARE(port.state(), CanPort::State::Closed);
    QVERIFY(!waitFor([&] { return frames != before; }, 20));
    port.open();
    QTRY_COMPARE(port.state(), CanPort::State::Failed);
    qint64 telemetry = 0;
    CanLogReader reader;
    QVERIFY(reader.open(m_path).ok());
    while (const auto logged = reader.next())
        telemetry += logged->frame.frameId() >> 16 == 0x18FF ? 1 : 0;
    QCOMPARE(frames, telemetry);
}

void TestCanReplay::fastAsItCanBeRead()
{
    // A pause of an hour in the recording, and time that runs backwards, hold nothing up.
    const QString path = m_folder.filePath(QStringLiteral("pause.log"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("(1000.000000) can0 18FF0010#0102030405060708\n(4600.000000) can0 18FF0010#0102030405060709\n"
               "(900.000000) can0 18FF0010#010203040506070A\n");
    file.close();
    CanReplay port(QStringLiteral("replay:") + path, 0);
    qint64 frames = 0;
    connect(&port, &CanPort::framesReceived, this, [&](const QList<QCanBusFrame> &batch) { frames += batch.size(); });
    port.open();
    QTRY_COMPARE(port.state(), CanPort::State::Failed);
    QCOMPARE(frames, 3);
}

void TestCanReplay::tellsWhatIsInIt_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("choice");
    QTest::addColumn<int>("frames");
    QTest::addColumn<QString>("told"); // while it plays
    QTest::addColumn<QString>("end");
    const QByteArray first = "(1000.000000) can0 123#01\n";
    const QByteArray second = "(1000.100000) can1 123#02\n";
    const QByteArray later = "(1600.000000) can0 123#03\n(1600.100000) can0 123#04\n";
    const QByteArray before = "(900.000000) can0 123#05\n(900.100000) can0 123#06\n";
    const QString over = QStringLiteral("the recording has ended");
    QTest::newRow("one interface") << first + "(1000.100000) can0 123#02\n" << QString() << 2 << QString() << over;
    QTest::newRow("two, the first is played")
        << first + second + first << QString() << 2 << QStringLiteral("interfaces: can0 can1") << over;
    QTest::newRow("two, the other is asked for") << first + second + first << QStringLiteral("?interface=can1") << 1
                                                 << QStringLiteral("interfaces: can1 can0") << over;
    QTest::newRow("one that is not there") << first + second << QStringLiteral("?interface=can7") << 0 << QString()
                                           << QStringLiteral(": no frame of can7 in it, but of can0 can1");
    QTest::newRow("a pause of ten minutes")
        << first + later << QString() << 3 << QStringLiteral("pause skipped: 595 s") << over;
    QTest::newRow("the clock set back") << first + before << QString() << 3 << QStringLiteral("clock set back: 100 s")
                                        << over;
}

/// A pause costs seconds and not its length, a step back nothing; two buses do not become one.
void TestCanReplay::tellsWhatIsInIt()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, choice);
    QFETCH(const int, frames);
    QFETCH(const QString, told);
    QFETCH(const QString, end);
    const QString path = m_folder.filePath(QStringLiteral("told.log"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    CanReplay port(QStringLiteral("replay:") + path + choice, 100);
    int heard = 0;
    QStringList details;
    connect(&port, &CanPort::framesReceived, this, [&](const QList<QCanBusFrame> &some) { heard += int(some.size()); });
    connect(&port, &CanPort::stateChanged, this, [&](CanPort::State state) {
        if (state == CanPort::State::Open)
            details.append(port.detail());
    });
    port.open();
    QTRY_COMPARE_WITH_TIMEOUT(port.state(), CanPort::State::Failed, 10'000);
    QCOMPARE(heard, frames);
    QVERIFY2(port.detail().endsWith(end), qPrintable(port.detail()));
    QVERIFY2(told.isEmpty() || details.contains(told), qPrintable(details.join(u'|')));
    // The same as values.
    const ReplayState values = port.replay().value_or(ReplayState());
    QCOMPARE(values.hasEnded, port.detail() == QLatin1String("the recording has ended"));
    QCOMPARE(values.leftOut.size(), told.startsWith(QLatin1String("interfaces")) ? 1 : 0);
    QCOMPARE(values.pauseShortened, told.startsWith(QLatin1String("pause")) ? 595 : 0);
    QCOMPARE(values.clockSetBack, told.startsWith(QLatin1String("clock")) ? 100 : 0);
}

void TestCanReplay::whatIsNoRecordingEnds_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("frames");
    QTest::addColumn<QString>("why"); // empty: it ends as recordings do
    const QByteArray frame = "(1780000000.000000) can0 123#01\n";
    const QByteArray garbage(CanLogReader::mostSkipped, 'x');
    const QString noFrame = QStringLiteral(": 1048576 bytes without a frame");
    QByteArray lines;
    while (lines.size() < CanLogReader::mostSkipped)
        lines += "no frame\n";
    QTest::newRow("zeroes") << QByteArray(2 * CanLogReader::mostSkipped, '\0') << 0
                            << noFrame + QStringLiteral(": no text, so no recording of candump");
    QTest::newRow("one long line") << garbage + garbage + '\n' + frame << 0
                                   << noFrame + QStringLiteral(": a text without frames; record with candump -L");
    QTest::newRow("many lines") << frame + lines + lines + frame << 1 << noFrame;
    QTest::newRow("many empty lines") << frame + QByteArray(2 * CanLogReader::mostSkipped, '\n') << 1 << noFrame;
    QTest::newRow("much in between, each time too little")
        << lines.left(900'000) + '\n' + frame + lines.left(900'000) + '\n' + frame << 2 << QString();
    QTest::newRow("a frame at the end of a long line") << QByteArray(511, 'x') + frame + frame << 1 << QString();
    QTest::newRow("a long line and its end") << QByteArray(100'000, 'x') + '\n' + frame << 1 << QString();
    QTest::newRow("no end of line") << frame + frame.chopped(1) << 2 << QString();
    QTest::newRow("no end of line, and cut off") << frame + frame.chopped(2) << 1 << QString();
}

void TestCanReplay::whatIsNoRecordingEnds()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, frames);
    QFETCH(QString, why);
    const QString path = m_folder.filePath(QStringLiteral("none.log"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    CanLogReader reader;
    QVERIFY(reader.open(path).ok());
    int read = 0;
    while (reader.next())
        ++read;
    QCOMPARE(read, frames);
    QCOMPARE(reader.problem().has_value(), !why.isEmpty());
    if (reader.problem()) {
        QCOMPARE(reader.problem()->code, Code::Malformed);
        QCOMPARE(reader.problem()->detail, path + why);
    }
    // Played, it ends with the same reason.
    CanReplay port(QStringLiteral("replay:") + path, 0);
    port.open();
    QTRY_COMPARE(port.state(), CanPort::State::Failed);
    QCOMPARE(port.detail(), why.isEmpty() ? QStringLiteral("the recording has ended") : path + why);
    QCOMPARE(port.replay()->hasEnded, why.isEmpty());
}

void TestCanReplay::filesThatAreNone_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("no such file") << QStringLiteral("/nowhere/at/all.log");
    QTest::newRow("a folder") << QStringLiteral("/");
}

void TestCanReplay::filesThatAreNone()
{
    QFETCH(QString, path);
    CanReplay port(QStringLiteral("replay:") + path);
    port.open();
    QTRY_COMPARE(port.state(), CanPort::State::Failed);
    QVERIFY(!port.detail().isEmpty());
}

QTEST_GUILESS_MAIN(TestCanReplay)
#include "tst_canreplay.moc"
