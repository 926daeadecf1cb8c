// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/can/qtcanport.h"
#include "hw/link/linkthread.h"
#include "hw/link/packlink.h"
#include "hw/link/portfactory.h"
#include "hw/uds/udsclient.h"
#include "models/core/base/clock.h"
#include "tests/vcan/kernelpeer.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace packwarden;
using namespace packwarden::vcan;

namespace {

// The machine may be an emulated one.
constexpr int patience = 60'000; // milliseconds
const QString tester = QStringLiteral("18DA10F1");
const QString pack = QStringLiteral("18DAF110");
const QString vcan0 = QStringLiteral("socketcan:vcan0");

struct Run
{
    int code = -1;
    QByteArray out;
    QByteArray err;
    QJsonObject last() const { return QJsonDocument::fromJson(out.trimmed().split('\n').constLast()).object(); }
};

Run run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    Run result;
    if (process.waitForFinished(patience))
        result.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    else
        process.kill();
    process.waitForFinished(1000);
    result.out = process.readAllStandardOutput();
    result.err = process.readAllStandardError();
    return result;
}

bool link(const QString &words)
{
    const Run done = run(QStringLiteral("ip"), QStringLiteral("link %1").arg(words).split(u' '));
    if (done.code != 0)
        qWarning("ip link %s: %s", qPrintable(words), done.err.constData());
    return done.code == 0;
}

/// What `isotprecv` writes: bytes in hex with spaces.
QByteArray bytesOf(const QByteArray &text)
{
    return QByteArray::fromHex(text.simplified().replace(' ', QByteArray()));
}

} // namespace

/// In a machine whose kernel has vcan0 (guest.sh). Simulator and console are the programs themselves.
class VcanTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void kernelToolsReadTheSerial_data();
    void kernelToolsReadTheSerial();
    void aQuestionInAnotherAddressIsNotAnswered();
    void consoleReadsAndWrites_data();
    void consoleReadsAndWrites();
    void clientReadsAKernelResponder_data();
    void clientReadsAKernelResponder();
    void clientDoesNotHearAnotherFormat();
    void theRateIsTheCards();
    void errorFrames_data();
    void errorFrames();
    void interfaceDownAndUp_data();
    void interfaceDownAndUp();

private:
    QTemporaryDir m_folder;
    QProcess m_simulator;
};

void VcanTest::initTestCase()
{
    // Where there is no vcan0 all must fail: nothing here may be skipped.
    const Run interface = run(
        QStringLiteral("ip"), {QStringLiteral("link"), QStringLiteral("show"), QStringLiteral("vcan0")});
    QVERIFY2(interface.code == 0, "no vcan0 here: run ./test --vcan, or this program by guest.sh");
    const QDir world(QStringLiteral(PACKWARDEN_VCAN_WORLD));
    QDirIterator files(
        world.filePath(QStringLiteral("packs")), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int copied = 0;
    while (files.hasNext()) {
        const QString path = files.next();
        const QString target = m_folder.filePath(world.relativeFilePath(path));
        QVERIFY(QDir().mkpath(QFileInfo(target).absolutePath()) && QFile::copy(path, target));
        ++copied;
    }
    QVERIFY2(copied > 0, "no packs in the demo world");
    m_simulator.setProcessChannelMode(QProcess::MergedChannels);
    m_simulator.start(QStringLiteral(PACKWARDEN_SIM),
        {QStringLiteral("--bus"), vcan0, QStringLiteral("--packs"), QStringLiteral("1"), QStringLiteral("--state"),
            m_folder.filePath(QStringLiteral("packs"))});
    QByteArray said;
    while (!said.contains("ready") && m_simulator.waitForReadyRead(patience))
        said += m_simulator.readAll();
    QVERIFY2(said.contains("ready"), said.constData());
}

void VcanTest::cleanupTestCase()
{
    m_simulator.terminate();
    QVERIFY(m_simulator.waitForFinished(patience));
    QCOMPARE(m_simulator.exitCode(), 0);
}

void VcanTest::kernelToolsReadTheSerial_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("classic") << QStringList();
    QTest::newRow("CAN FD, 64") << QStringList{QStringLiteral("-L"), QStringLiteral("72:64:0")};
    QTest::newRow("CAN FD, 8") << QStringList{QStringLiteral("-L"), QStringLiteral("72:8:0")};
    QTest::newRow("CAN FD with the faster rate") << QStringList{QStringLiteral("-L"), QStringLiteral("72:64:1")};
}

void VcanTest::kernelToolsReadTheSerial()
{
    QFETCH(QStringList, options);
    QProcess receiver;
    const QStringList ends = options
        + QStringList{QStringLiteral("-s"), tester, QStringLiteral("-d"), pack, QStringLiteral("-p"),
            QStringLiteral("CC:CC"), QStringLiteral("vcan0")};
    receiver.start(QStringLiteral("isotprecv"), ends);
    QVERIFY(receiver.waitForStarted(patience));
    // Until its socket listens, an answer passes it by; so the question comes again.
    QByteArray answer;
    for (int attempt = 0; attempt < 20 && answer.isEmpty(); ++attempt) {
        QProcess sender;
        sender.start(QStringLiteral("isotpsend"), ends);
        QVERIFY(sender.waitForStarted(patience));
        sender.write("22 F1 8C\n");
        sender.closeWriteChannel();
        QVERIFY(sender.waitForFinished(patience));
        QCOMPARE(sender.exitCode(), 0);
        receiver.waitForFinished(1000);
        answer = receiver.readAllStandardOutput();
    }
    QCOMPARE(bytesOf(answer), QByteArray::fromHex("62F18C") + "SDB-DEMO-0001");
}

void VcanTest::aQuestionInAnotherAddressIsNotAnswered()
{
    QProcess receiver;
    receiver.start(QStringLiteral("isotprecv"),
        {QStringLiteral("-s"), QStringLiteral("18DA11F1"), QStringLiteral("-d"), QStringLiteral("18DAF111"),
            QStringLiteral("vcan0")});
    QVERIFY(receiver.waitForStarted(patience));
    const Run sent = run(QStringLiteral("bash"),
        {QStringLiteral("-c"), QStringLiteral("echo 22 F1 8C | isotpsend -s 18DA11F1 -d 18DAF111 vcan0")});
    QCOMPARE(sent.code, 0);
    QVERIFY(!receiver.waitForFinished(2000));
    QCOMPARE(receiver.readAllStandardOutput(), QByteArray());
    receiver.kill();
    receiver.waitForFinished(patience);
}

void VcanTest::consoleReadsAndWrites_data()
{
    QTest::addColumn<QString>("bus");
    QTest::addColumn<QString>("minutes");
    QTest::newRow("classic") << vcan0 << QStringLiteral("41");
    QTest::newRow("CAN FD") << QStringLiteral("socketcan:vcan0?fd") << QStringLiteral("42");
}

void VcanTest::consoleReadsAndWrites()
{
    QFETCH(QString, bus);
    QTemporaryDir store;
    const QDir world(QStringLiteral(PACKWARDEN_VCAN_WORLD));
    const QString log = store.filePath(QStringLiteral("bus.log"));
    const QStringList common{QStringLiteral("--json"), QStringLiteral("--bus"), bus, QStringLiteral("--store"),
        store.filePath(QStringLiteral("store"))};
    const QString serial = QStringLiteral("SDB-DEMO-0001");
    const Run list
        = run(QStringLiteral(PACKWARDEN_CTL), common + QStringList{QStringLiteral("pack"), QStringLiteral("list")});
    QVERIFY2(list.code == 0, list.out + list.err);
    QVERIFY2(list.out.contains("SDB-DEMO-0001"), list.out);
    // Signed both ways, in messages of many frames; then a wrong name, which nobody answers to.
    const QStringList technician{QStringLiteral("--key"), world.filePath(QStringLiteral("keys/service-technician.p12")),
        QStringLiteral("--passphrase-file"), world.filePath(QStringLiteral("keys/passphrase"))};
    const Run statement = run(QStringLiteral(PACKWARDEN_CTL),
        common + technician
            + QStringList{
                QStringLiteral("--record"), log, QStringLiteral("pack"), QStringLiteral("repository"), serial});
    QVERIFY2(statement.code == 0, statement.out + statement.err);
    QFile recorded(log);
    QVERIFY(recorded.open(QIODevice::ReadOnly));
    const QByteArray frames = recorded.readAll();
    QCOMPARE(frames.contains("18DAF110##"), bus.endsWith(QLatin1String("?fd")));
    QCOMPARE(frames.contains("18DAF110#1"), !bus.endsWith(QLatin1String("?fd")));
    const Run stranger = run(QStringLiteral(PACKWARDEN_CTL),
        common + QStringList{QStringLiteral("pack"), QStringLiteral("show"), QStringLiteral("SDB-DEMO-0009")});
    QVERIFY(stranger.code != 0);
}

void VcanTest::clientReadsAKernelResponder_data()
{
    QTest::addColumn<bool>("fd");
    QTest::addColumn<int>("length");
    for (const bool fd : {false, true}) {
        for (const int length : {1, 4, 5, 59, 60, 64, 500, 4092, 4093, 8000})
            QTest::addRow("%s, %d bytes", fd ? "CAN FD" : "classic", length) << fd << length;
    }
}

void VcanTest::clientReadsAKernelResponder()
{
    QFETCH(bool, fd);
    QFETCH(int, length);
    QByteArray value(length, Qt::Uninitialized);
    std::generate(value.begin(), value.end(), [n = 0]() mutable { return char(n++ * 7); });
    constexpr quint8 node = 0x55;
    KernelResponder responder("vcan0", {0x18DAF155, 0x18DA55F1}, fd,
        [&](const QByteArray &request) { return char(request.at(0) | 0x40) + request.mid(1) + value; });
    QVERIFY2(responder.isOpen(), qPrintable(responder.why()));
    QtCanPort port(fd ? vcan0 + QStringLiteral("?fd") : vcan0);
    port.open();
    QTRY_COMPARE_WITH_TIMEOUT(port.state(), CanPort::State::Open, patience);
    UdsTimings timings;
    timings.p2 = 5000;
    UdsClient client(port, node, timings);
    std::optional<UdsAnswer> answer;
    client.readData(0xF18C, [&](const UdsAnswer &given) { answer = given; });
    QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), patience);
    QVERIFY2(answer->ok(), qPrintable(answer->error.detail));
    QCOMPARE(answer->data, value);
    // The other way: a request of as many frames, which the kernel puts together.
    answer.reset();
    client.request(QByteArray("\x2E\xF1\x8C", 3) + value, [&](const UdsAnswer &given) { answer = given; });
    QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), patience);
    QVERIFY2(answer->ok(), qPrintable(answer->error.detail));
    QCOMPARE(answer->data, QByteArray("\xF1\x8C", 2) + value + value);
}

void VcanTest::clientDoesNotHearAnotherFormat()
{
    // A kernel end of classic CAN does not take CAN FD frames, and ours says in words that nobody answered.
    KernelResponder responder(
        "vcan0", {0x18DAF155, 0x18DA55F1}, false, [](const QByteArray &) { return QByteArray("\x62"); });
    QVERIFY(responder.isOpen());
    QtCanPort port(vcan0 + QStringLiteral("?fd"));
    port.open();
    QTRY_COMPARE_WITH_TIMEOUT(port.state(), CanPort::State::Open, patience);
    UdsClient client(port, 0x55);
    std::optional<UdsAnswer> answer;
    client.readData(0xF18C, [&](const UdsAnswer &given) { answer = given; });
    QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), patience);
    QVERIFY(!answer->ok());
    QCOMPARE(answer->error.code, Code::PackUnreachable);
}

/// The kernel as the judge of what is read of its answers.
void VcanTest::theRateIsTheCards()
{
    QVERIFY(!bitRatesOf(QStringLiteral("vcan0")));
    for (const int rate : {250'000, 125'000}) {
        QVERIFY(link(QStringLiteral("set can0 down")));
        QVERIFY(link(QStringLiteral("set can0 type can bitrate %1").arg(rate)));
        QVERIFY(link(QStringLiteral("set can0 up")));
        QCOMPARE(bitRatesOf(QStringLiteral("can0")), std::optional(BitRates{rate, 0}));
        QtCanPort port(QStringLiteral("socketcan:can0"));
        port.open();
        QTRY_COMPARE_WITH_TIMEOUT(port.state(), CanPort::State::Open, patience);
        QCOMPARE(port.bitRates(), std::optional(BitRates{rate, 0}));
    }
}

void VcanTest::errorFrames_data()
{
    QTest::addColumn<QString>("frame"); // as cansend takes it: flag and class of the error, then the details
    QTest::addColumn<int>("kind");
    QTest::newRow("case 87: bus-off") << QStringLiteral("20000040#0000000000000000") << int(BusTrouble::Kind::BusOff);
    QTest::newRow("case 87: error passive")
        << QStringLiteral("20000004#0020000000000000") << int(BusTrouble::Kind::ErrorPassive);
    QTest::newRow("case 87: a violation")
        << QStringLiteral("20000008#0000000000000000") << int(BusTrouble::Kind::ErrorFrames);
}

void VcanTest::errorFrames()
{
    // From an interface's driver to the words of the title bar, through the kernel and Qt.
    QFETCH(QString, frame);
    QFETCH(int, kind);
    const SystemClock clock;
    PackLink console(&makeGuestPort, clock);
    BusFigures figures;
    connect(&console, &PackLink::busFiguresChanged, this, [&](const BusFigures &now) { figures = now; });
    console.open(vcan0);
    QTRY_VERIFY_WITH_TIMEOUT(figures.heard > 10, patience);
    QCOMPARE(figures.errorFrames, 0);
    QVERIFY(!figures.worst());
    QCOMPARE(run(QStringLiteral("cansend"), {QStringLiteral("vcan0"), frame}).code, 0);
    QTRY_VERIFY_WITH_TIMEOUT(figures.worst(), patience);
    QCOMPARE(int(figures.worst()->kind), kind);
    QCOMPARE(figures.errorFrames, 1);
    // The driver says when the controller has started anew; ten seconds later all is well.
    QCOMPARE(
        run(QStringLiteral("cansend"), {QStringLiteral("vcan0"), QStringLiteral("20000100#0000000000000000")}).code, 0);
    QTRY_COMPARE_WITH_TIMEOUT(figures.controller, BusFigures::Controller::Active, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!figures.worst(), patience);
}

void VcanTest::interfaceDownAndUp_data()
{
    QTest::addColumn<QStringList>("away");
    QTest::addColumn<QStringList>("back");
    QTest::addColumn<QString>("cause");
    const QString up = QStringLiteral("set vcan0 up");
    QTest::newRow("case 87: pulled") << QStringList{QStringLiteral("set vcan0 down")} << QStringList{up}
                                     << QStringLiteral("the interface vcan0 is down");
    QTest::newRow("case 87: unplugged") << QStringList{QStringLiteral("delete vcan0")}
                                        << QStringList{QStringLiteral("add dev vcan0 type vcan"),
                                               QStringLiteral("set vcan0 mtu 72"), up}
                                        << QStringLiteral("there is no interface vcan0");
}

void VcanTest::interfaceDownAndUp()
{
    QFETCH(QStringList, away);
    QFETCH(QStringList, back);
    QFETCH(QString, cause);
    const SystemClock clock;
    PackLink console(&makeGuestPort, clock);
    BusState bus;
    connect(&console, &PackLink::busStateChanged, this, [&](const BusState &state) { bus = state; });
    QString serial;
    qint64 heardAt = 0;
    connect(&console, &PackLink::telemetry, this, [&](const QList<PackTelemetry> &packs) {
        serial = packs.constFirst().serial;
        heardAt = packs.constFirst().heardAt;
    });
    console.open(vcan0);
    QTRY_COMPARE_WITH_TIMEOUT(bus.packs, 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(serial, QStringLiteral("SDB-DEMO-0001"), patience);
    for (const QString &words : away)
        QVERIFY(link(words));
    QTRY_COMPARE_WITH_TIMEOUT(bus.condition, BusCondition::Failed, patience);
    QCOMPARE(bus.detail, cause);
    for (const QString &words : back)
        QVERIFY(link(words));
    // Simulator and console come back by themselves, and the pack answers.
    QTRY_COMPARE_WITH_TIMEOUT(bus.condition, BusCondition::Connected, patience);
    QTRY_COMPARE_WITH_TIMEOUT(bus.packs, 1, patience);
    // That a bus is there again says nothing of the pack: it is asked once it is heard, and named anew where it was
    // away for long enough.
    const qint64 returned = clock.monotonicMilliseconds();
    QTRY_VERIFY_WITH_TIMEOUT(heardAt > returned && !serial.isEmpty(), patience);
    // A virtual bus has no bit rate: where the machine stands still for a moment, frames of a long answer overrun the
    // queue of the socket, which a CAN bus is too slow for. The answer is refused whole then, and asked for again.
    constexpr int attempts = 5;
    QSignalSpy facts(&console, &PackLink::factsRead);
    QSignalSpy failures(&console, &PackLink::readFailed);
    for (int i = 0; i < attempts && facts.isEmpty(); ++i) {
        console.readFacts(serial);
        QTRY_VERIFY_WITH_TIMEOUT(facts.size() + failures.size() > i, patience);
    }
    for (const QList<QVariant> &failure : std::as_const(failures)) {
        const Error error = failure.value(1).value<Error>();
        qInfo("%s", qPrintable(error.detail));
        QCOMPARE(error.code, Code::TransferFailed);
    }
    QCOMPARE(facts.size(), 1);
}

QTEST_GUILESS_MAIN(VcanTest)
#include "tst_vcan.moc"
