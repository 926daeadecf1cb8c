// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/can/qtcanport.h"
#include "tests/hw/support/fakecan.h"

#include <QCanBusDevice>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <QTimer>
#include <QtPlugin>

#include <algorithm>

Q_IMPORT_PLUGIN(FakeCanFactory)

using namespace packwarden;

namespace {

int freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

QString device(int port, const QString &host = QStringLiteral("127.0.0.1"))
{
    return QStringLiteral("virtualcan:tcp://%1:%2/can0").arg(host).arg(port);
}

QCanBusFrame frame(quint32 id, const QByteArray &payload)
{
    QCanBusFrame result(id, payload);
    result.setExtendedFrameFormat(true);
    return result;
}

} // namespace

class QtCanPortTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptable();
    void invalidNames_data();
    void invalidNames();
    void noListenerIsNoBus();
    void aStrangerIsNoHub_data();
    void aStrangerIsNoHub();
    void hostAndGuest();
    void framesOneByOneDoNotWaitForEachOther();
    void flexibleDataRate();
    void theRateIsSetBeforeTheBusOpens_data();
    void theRateIsSetBeforeTheBusOpens();
    void closesWhileOpening();

private:
    const int m_bus = freePort(); ///< a process hosts one at most
};

void QtCanPortTest::acceptable()
{
    QVERIFY(CanPort::acceptable(frame(0x18DA10F1, QByteArray(8, 'x'))));
    QVERIFY(CanPort::acceptable(frame(0x18DA10F1, {})));
    QVERIFY(!CanPort::acceptable(frame(0x18DA10F1, QByteArray(9, 'x'))));
    QVERIFY(!CanPort::acceptable(frame(0x3FFFFFFF, QByteArray(8, 'x'))));
    QCanBusFrame standard(0x7FF, QByteArray(1, 'x'));
    QVERIFY(CanPort::acceptable(standard));
    QCanBusFrame remote = frame(1, {});
    remote.setFrameType(QCanBusFrame::RemoteRequestFrame);
    QVERIFY(!CanPort::acceptable(remote));
    QCanBusFrame error(QCanBusFrame::ErrorFrame);
    QVERIFY(!CanPort::acceptable(error));
    QCanBusFrame echo = frame(1, {});
    echo.setLocalEcho(true);
    QVERIFY(!CanPort::acceptable(echo));
    QCanBusFrame fd = frame(1, QByteArray(64, 'x'));
    fd.setFlexibleDataRateFormat(true);
    QVERIFY(CanPort::acceptable(fd));
}

void QtCanPortTest::invalidNames_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"", "virtualcan", "virtualcan:", ":can0", "virtualcan:can7", "virtualcan:can0?fast",
             "can0", "virtualcan:can0?bitrate=250000", "virtualcan:can0?", "virtualcan:can0?fd?fd", "socketcan:?fd",
             "nonsense:can0", "virtualcan:tcp://example.org:1/can0", "socketcan:no-such-interface"})
        QTest::addRow("%s", name) << QString::fromLatin1(name);
}

void QtCanPortTest::invalidNames()
{
    QFETCH(QString, name);
    QtCanPort port(name);
    QSignalSpy states(&port, &CanPort::stateChanged);
    port.open();
    QCOMPARE(port.state(), CanPort::State::Opening);
    QTRY_COMPARE(port.state(), CanPort::State::Failed);
    QCOMPARE(states.size(), 2);
    QVERIFY(!port.detail().isEmpty());
    QVERIFY(!port.send(frame(1, {})));
}

void QtCanPortTest::noListenerIsNoBus()
{
    const int number = freePort();
    QtCanPort port(device(number));
    QElapsedTimer timer;
    timer.start();
    port.open();
    QTRY_COMPARE(port.state(), CanPort::State::Failed);
    QVERIFY(timer.elapsed() < QtCanPort::openTimeout + 500);
    // And it has not become the host by trying.
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost, quint16(number)));
}

void QtCanPortTest::aStrangerIsNoHub_data()
{
    QTest::addColumn<QByteArray>("greeting");
    QTest::newRow("case 94: silent") << QByteArray();
    QTest::newRow("case 94: greets") << QByteArray("220 at your service\r\n");
}

void QtCanPortTest::aStrangerIsNoHub()
{
    QFETCH(QByteArray, greeting);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, &server, [&] { server.nextPendingConnection()->write(greeting); });
    QtCanPort port(device(server.serverPort()));
    port.open();
    QTRY_COMPARE_WITH_TIMEOUT(port.state(), CanPort::State::Failed, QtCanPort::openTimeout + 2000);
    QCOMPARE(port.detail(),
        QStringLiteral("what listens at 127.0.0.1:%1 is no hub of a simulated bus").arg(server.serverPort()));
}

void QtCanPortTest::hostAndGuest()
{
    QtCanPort host(device(m_bus), QtCanPort::Hosting::Allowed);
    host.open();
    QTRY_COMPARE(host.state(), CanPort::State::Open);
    QtCanPort guest(device(m_bus, QStringLiteral("localhost")));
    guest.open();
    QTRY_COMPARE(guest.state(), CanPort::State::Open);
    QSignalSpy heardByHost(&host, &CanPort::framesReceived);
    QSignalSpy heardByGuest(&guest, &CanPort::framesReceived);
    const QCanBusFrame one = frame(0x18DA10F1, QByteArray::fromHex("0322F18C"));
    // The server learns of a guest's channel after the guest calls itself connected: until then it hears nothing.
    QTRY_VERIFY((host.send(one), !heardByGuest.isEmpty()));
    QVERIFY(guest.send(one));
    QTRY_VERIFY(!heardByHost.isEmpty());
    const auto frames = heardByHost.first().first().value<QList<QCanBusFrame>>();
    QCOMPARE(frames.first().frameId(), one.frameId());
    QCOMPARE(frames.first().payload(), one.payload());
    QVERIFY(frames.first().hasExtendedFrameFormat());
    QVERIFY(!guest.send(frame(1, QByteArray(9, 'x'))));
    guest.close();
    QCOMPARE(guest.state(), CanPort::State::Closed);
    guest.open();
    QTRY_COMPARE(guest.state(), CanPort::State::Open);
}

/// A request of two frames and an answer of two, each sent by itself: the system would hold the second one back until
/// the first is acknowledged, which takes it 40 ms each way.
void QtCanPortTest::framesOneByOneDoNotWaitForEachOther()
{
    QtCanPort host(device(m_bus), QtCanPort::Hosting::Allowed);
    QtCanPort guest(device(m_bus));
    host.open();
    QTRY_COMPARE(host.state(), CanPort::State::Open);
    guest.open();
    QTRY_COMPARE(guest.state(), CanPort::State::Open);
    QSignalSpy heardByGuest(&guest, &CanPort::framesReceived);
    QTRY_VERIFY((host.send(frame(3, "hello")), !heardByGuest.isEmpty()));
    QTest::qWait(100); // for what of it is still on its way
    int heard = 0;
    int answers = 0;
    QElapsedTimer timer;
    QList<qint64> took;
    const auto twice = [this](QtCanPort &port) {
        port.send(frame(1, "first"));
        QTimer::singleShot(1, this, [&port] { port.send(frame(2, "second")); });
    };
    connect(&host, &CanPort::framesReceived, this, [&](const QList<QCanBusFrame> &frames) {
        heard += int(frames.size());
        if (heard == 2)
            twice(host);
    });
    connect(&guest, &CanPort::framesReceived, this, [&](const QList<QCanBusFrame> &frames) {
        answers += int(frames.size());
        if (answers == 2)
            took.append(timer.elapsed());
    });
    constexpr int times = 15;
    for (int i = 0; i < times; ++i) {
        heard = answers = 0;
        timer.start();
        twice(guest);
        QTRY_COMPARE(took.size(), i + 1);
    }
    // What the machine does beside it disturbs some of them.
    std::sort(took.begin(), took.end());
    QVERIFY2(took.at(took.size() / 2) < 30, qPrintable(QString::number(took.at(took.size() / 2))));
}

void QtCanPortTest::flexibleDataRate()
{
    QtCanPort host(device(m_bus), QtCanPort::Hosting::Allowed);
    host.open();
    QTRY_COMPARE(host.state(), CanPort::State::Open);
    QVERIFY(!host.asksInFd());
    QtCanPort guest(device(m_bus) + QStringLiteral("?fd"));
    QVERIFY(!guest.asksInFd());
    guest.open();
    QTRY_COMPARE(guest.state(), CanPort::State::Open);
    QVERIFY(guest.asksInFd());
    QSignalSpy heardByHost(&host, &CanPort::framesReceived);
    QSignalSpy heardByGuest(&guest, &CanPort::framesReceived);
    QCanBusFrame fd = frame(0x18DAF110, QByteArray(64, 'x'));
    fd.setFlexibleDataRateFormat(true);
    fd.setBitrateSwitch(true);
    // Who is not to ask in CAN FD frames hears and answers in them all the same.
    QTRY_VERIFY((host.send(fd), !heardByGuest.isEmpty()));
    QVERIFY(guest.send(fd));
    QTRY_VERIFY(!heardByHost.isEmpty());
    for (const QSignalSpy *heard : {&heardByHost, &heardByGuest}) {
        const QCanBusFrame got = heard->first().first().value<QList<QCanBusFrame>>().first();
        QCOMPARE(got.payload(), fd.payload());
        QVERIFY(got.hasFlexibleDataRateFormat() && got.hasBitrateSwitch());
    }
    QVERIFY(!guest.send(frame(1, QByteArray(9, 'x'))));
    fd.setPayload(QByteArray(63, 'x'));
    QVERIFY(!guest.send(fd));
}

void QtCanPortTest::theRateIsSetBeforeTheBusOpens_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("interface");
    QTest::addColumn<int>("bitRate"); // 0: left to the driver
    QTest::addColumn<int>("dataBitRate");
    QTest::addColumn<bool>("fd");
    const auto row = [](const char *name, const char *interface, int rate, int data, bool fd) {
        QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(interface) << rate << data << fd;
    };
    row("fakecan:usb0?bitrate=250000", "usb0", 250'000, 0, false);
    row("fakecan:usb0?bitrate=125k&listen", "usb0", 125'000, 0, false);
    row("fakecan:usb0", "usb0", 0, 0, false);
    row("fakecan:fd?bitrate=500000&databitrate=4M&fd", "fd", 500'000, 4'000'000, true);
    row("fakecan:fd?fd", "fd", 0, 2'000'000, true);
    row("fakecan:fd?databitrate=4M", "fd", 0, 0, false); // asked in classic frames
    row("fakecan:usb0?fd&bitrate=500000", "usb0", 500'000, 0, false); // has no CAN FD
}

void QtCanPortTest::theRateIsSetBeforeTheBusOpens()
{
    QFETCH(const QString, name);
    QFETCH(const int, bitRate);
    QFETCH(const int, dataBitRate);
    QFETCH(const bool, fd);
    test::FakeCan::last() = {};
    QtCanPort port(name);
    port.open();
    QTRY_COMPARE(port.state(), CanPort::State::Open);
    const test::FakeCan &seen = test::FakeCan::last();
    QTEST(seen.interface, "interface");
    QCOMPARE(seen.settings.value(QCanBusDevice::BitRateKey).toInt(), bitRate);
    QCOMPARE(seen.settings.value(QCanBusDevice::DataBitRateKey).toInt(), dataBitRate);
    QCOMPARE(seen.settings.value(QCanBusDevice::CanFdKey).toBool(), fd);
    // What was set is what is told.
    QCOMPARE(port.bitRates().value_or(BitRates()).nominal, bitRate);
}

void QtCanPortTest::closesWhileOpening()
{
    QtCanPort port(device(freePort()));
    port.open();
    port.close();
    QCOMPARE(port.state(), CanPort::State::Closed);
    QVERIFY(!test::waitFor([&] { return port.state() != CanPort::State::Closed; }, 50));
    QtCanPort invalid(QStringLiteral("virtualcan:can7"));
    invalid.open();
    invalid.close();
    QVERIFY(!test::waitFor([&] { return invalid.state() != CanPort::State::Closed; }, 20));
}

QTEST_GUILESS_MAIN(QtCanPortTest)
#include "tst_qtcanport.moc"
