// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/dbc/dbc.h"
#include "hw/link/linkthread.h"
#include "hw/link/packsession.h"
#include "models/core/base/clock.h"
#include "models/core/cbor/cbor.h"
#include "models/core/cose/cose.h"
#include "models/core/pack/busaddress.h"
#include "tests/hw/support/testticker.h"
#include "tests/hw/uds/scriptedpack.h"
#include "tests/support/testworld.h"

#include <QSignalSpy>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

const QString serial = QStringLiteral("SDB-TEST-0001");
const QString otherSerial = QStringLiteral("SDB-TEST-0002");

QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

LinkTimings quick()
{
    LinkTimings timings;
    timings.silentAfter = 200;
    timings.reopenAfter = 400;
    timings.reconnect = 50;
    timings.askSerialAgain = 100;
    timings.packGoneAfter = 2000;
    timings.uds.p2 = 80;
    timings.uds.otherTester = 20;
    return timings;
}

/// The answers of a small pack: its serial, sessions, uploads. What routine 0201 says is up to the test.
QList<QByteArray> usualAnswer(const QByteArray &request, const QString &name)
{
    switch (quint8(request.at(0))) {
    case 0x10:
        return {hex("50") + request.mid(1) + hex("003201F4")};
    case 0x22:
        return request == hex("22F18C") ? QList{hex("62F18C") + name.toLatin1()} : QList{hex("7F2231")};
    case 0x34:
        return {hex("74200FFF")};
    case 0x36:
        return {hex("76") + request.mid(1, 1)};
    case 0x37:
        return {hex("77")};
    case 0x3E:
        return {};
    default:
        return {hex("7F") + request.left(1) + hex("11")};
    }
}

} // namespace

class PackLinkTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void findsPacksAndReadsTheirSerials();
    void asksAgainForASerial();
    void listensBeforeItsFirstWord_data();
    void listensBeforeItsFirstWord();
    void listeningSendsNothing_data();
    void listeningSendsNothing();
    void aNewRecordingHasNames();
    void throttleKeepsTheLastValue();
    void silentThenBack();
    void interfaceGoneAndBack();
    void strangerIsUnreachable();
    void anotherPackTakesThePlace();
    void readsIdentifiers();
    void refusalHasThePacksReason();
    void madeUpReasonIsNotBelieved();
    void appliedWithoutReceiptIsSaid();
    void appliedWithItsReceipt();
    void cancelEndsADelivery();
    void closeEndsADelivery();
    void case87_pulledAtEveryFrame();
    void case89_anotherNodeAnswersFirst();
    void overloadIsTheReason_data();
    void overloadIsTheReason();
    void onItsOwnThread();

private:
    void broadcast(int millivolts, int node = 0x10);
    void openAndFind();
    void deliverAndWait(const QByteArray &document);
    /// Telemetry from now on, as from a true pack: a bus without any is opened anew.
    void keepTalking();

    Dbc m_dbc = Dbc::packwarden();
    TestTicker m_ticker;
    TickerClock m_clock{m_ticker};
    std::unique_ptr<MemoryWire> m_wire;
    std::unique_ptr<ScriptedPack> m_pack;
    std::unique_ptr<PackLink> m_link;
    QList<DeliveryResult> m_delivered;
    Alarm m_talk{m_ticker};
    int m_counter = 0;
};

void PackLinkTest::init()
{
    m_wire = std::make_unique<MemoryWire>(&m_ticker);
    m_pack = std::make_unique<ScriptedPack>(*m_wire, 0x10);
    m_pack->setAnswer([](const QByteArray &request) { return usualAnswer(request, serial); });
    m_link = std::make_unique<PackLink>(
        [this](const QString &, QObject *parent) { return new MemoryPort(*m_wire, parent); }, m_clock, quick());
    m_delivered.clear();
    connect(m_link.get(), &PackLink::delivered, this,
        [this](const DeliveryResult &result, quint64) { m_delivered.append(result); });
}

void PackLinkTest::cleanup()
{
    m_talk.disconnect();
    m_talk.stop();
    m_link.reset();
    m_pack.reset();
    m_wire.reset();
}

void PackLinkTest::broadcast(int millivolts, int node)
{
    const DbcMessage &status = *m_dbc.message(QStringLiteral("PackStatus"));
    const auto payload = DbcWriter(status)
                             .milli(QStringLiteral("PackVoltage"), millivolts)
                             .raw(QStringLiteral("RollingCounter"), m_counter++ & 0xFF)
                             .payload();
    QVERIFY(payload.ok());
    QCanBusFrame frame((status.id & ~0xFFu) | quint32(node), *payload);
    frame.setExtendedFrameFormat(true);
    QVERIFY(m_pack->port().send(frame));
}

void PackLinkTest::keepTalking()
{
    connect(&m_talk, &Alarm::timeout, this, [this] { broadcast(383'000); });
    m_talk.start(50);
}

void PackLinkTest::openAndFind()
{
    QSignalSpy telemetry(m_link.get(), &PackLink::telemetry);
    QSignalSpy bus(m_link.get(), &PackLink::busStateChanged);
    m_link->open(QStringLiteral("memory:0"));
    QTRY_COMPARE(
        bus.isEmpty() ? BusCondition::Failed : bus.last().first().value<BusState>().condition, BusCondition::Connected);
    broadcast(380'000);
    QTRY_VERIFY(
        !telemetry.isEmpty() && telemetry.last().first().value<QList<PackTelemetry>>().first().serial == serial);
}

void PackLinkTest::findsPacksAndReadsTheirSerials()
{
    ScriptedPack other(*m_wire, 0x11);
    other.setAnswer([](const QByteArray &request) { return usualAnswer(request, otherSerial); });
    QSignalSpy telemetry(m_link.get(), &PackLink::telemetry);
    QSignalSpy bus(m_link.get(), &PackLink::busStateChanged);
    openAndFind();
    broadcast(390'000, 0x11);
    QTRY_COMPARE(telemetry.last().first().value<QList<PackTelemetry>>().last().serial, otherSerial);
    const auto packs = telemetry.last().first().value<QList<PackTelemetry>>();
    QCOMPARE(packs.size(), 2);
    QCOMPARE(packs.at(0).packMillivolts, 380'000);
    QCOMPARE(packs.at(1).packMillivolts, 390'000);
    QTRY_COMPARE(bus.last().first().value<BusState>().packs, 2);
    QCOMPARE(bus.last().first().value<BusState>().interfaceName, QStringLiteral("memory:0"));
    QVERIFY(!bus.last().first().value<BusState>().simulated);
}

void PackLinkTest::asksAgainForASerial()
{
    int asked = 0;
    m_pack->setAnswer(
        [&](const QByteArray &request) { return ++asked < 6 ? QList<QByteArray>() : usualAnswer(request, serial); });
    QSignalSpy telemetry(m_link.get(), &PackLink::telemetry);
    m_link->open(QStringLiteral("memory:0"));
    QTRY_COMPARE(m_pack->port().state(), CanPort::State::Open);
    Alarm talk(m_ticker);
    connect(&talk, &Alarm::timeout, this, [this] { broadcast(1); });
    talk.start(50);
    QTRY_VERIFY(
        !telemetry.isEmpty() && telemetry.last().first().value<QList<PackTelemetry>>().first().serial == serial);
    QVERIFY(asked >= 6);
}

void PackLinkTest::listensBeforeItsFirstWord_data()
{
    QTest::addColumn<bool>("another");
    QTest::newRow("nobody talks") << false;
    QTest::newRow("a tester talks with the pack when the console comes") << true;
}

/// The pack hears no other request while its answer to another tester is on its way: who comes late listens first.
void PackLinkTest::listensBeforeItsFirstWord()
{
    QFETCH(const bool, another);
    qint64 askedAt = -1;
    m_pack->setAnswer([&](const QByteArray &request) {
        if (request == hex("22F18C") && askedAt < 0)
            askedAt = m_ticker.milliseconds();
        return usualAnswer(request, serial);
    });
    QSignalSpy telemetry(m_link.get(), &PackLink::telemetry);
    m_link->open(QStringLiteral("memory:0"));
    QTRY_COMPARE(m_pack->port().state(), CanPort::State::Open);
    broadcast(380'000);
    const qint64 heardAt = m_ticker.milliseconds();
    qint64 talkedAt = heardAt;
    Alarm talk(m_ticker);
    int left = another ? 5 : 0;
    connect(&talk, &Alarm::timeout, this, [&] {
        QCanBusFrame frame(0x18DAF110, hex("2101020304050607"));
        frame.setExtendedFrameFormat(true);
        QVERIFY(m_pack->port().send(frame));
        talkedAt = m_ticker.milliseconds();
        if (--left == 0)
            talk.stop();
    });
    if (another)
        talk.start(10);
    QTRY_VERIFY(
        !telemetry.isEmpty() && telemetry.last().first().value<QList<PackTelemetry>>().first().serial == serial);
    QVERIFY2(askedAt - talkedAt >= 20, qPrintable(QString::number(askedAt - talkedAt)));
    QCOMPARE(left, 0);
    QVERIFY(!another || talkedAt - heardAt >= 50);
}

/// Packs that are known long since are asked for their serials again, and only those that are there.
void PackLinkTest::listeningSendsNothing_data()
{
    QTest::addColumn<QString>("bus");
    QTest::addColumn<bool>("sends");
    QTest::newRow("only listening") << QStringLiteral("memory:0?listen") << false;
    QTest::newRow("twin: asking") << QStringLiteral("memory:0") << true;
}

void PackLinkTest::listeningSendsNothing()
{
    QFETCH(const QString, bus);
    QFETCH(const bool, sends);
    QSignalSpy telemetry(m_link.get(), &PackLink::telemetry);
    m_link->open(bus);
    keepTalking();
    QTRY_VERIFY(!telemetry.isEmpty());
    QCOMPARE(telemetry.last().first().value<QList<PackTelemetry>>().first().packMillivolts, 383'000);
    if (sends)
        QTRY_COMPARE(telemetry.last().first().value<QList<PackTelemetry>>().first().serial, serial);
    // Whatever is asked for is answered, once, with the reason.
    QSignalSpy failed(m_link.get(), &PackLink::readFailed);
    QSignalSpy answered(m_link.get(), &PackLink::answered);
    QSignalSpy documents(m_link.get(), &PackLink::documentsRead);
    QSignalSpy acted(m_link.get(), &PackLink::acted);
    QSignalSpy fault(m_link.get(), &PackLink::faultRead);
    QSignalSpy refused(m_link.get(), &PackLink::authenticationFailed);
    m_link->nameAll();
    m_link->readFacts(serial);
    m_link->readRules(serial);
    m_link->readDids(serial, {0xF18C});
    m_link->deliver(serial, documentkind::crl, "list", 1);
    m_link->readDocuments(serial, documentkind::receipt, 2);
    m_link->ask(serial, PackQuestion::Knowledge, 3);
    m_link->readFault(serial, 0x1A0700, 4);
    m_link->authenticate(serial, {});
    m_link->act(serial, hex("1101"), 5);
    m_link->statement(serial, QByteArray(32, 'n'), 6);
    m_link->readCertificateRequest(serial, 7);
    m_link->identify(0x10, serial, {}, 8);
    m_link->deauthenticate(serial);
    m_link->cancel(serial);
    // A question of another tester, and an answer to it, which is not ours to acknowledge.
    QCanBusFrame foreign(0x18DAF110, hex("10141122334455"));
    foreign.setExtendedFrameFormat(true);
    QVERIFY(m_pack->port().send(foreign));
    test::letPass(5000);
    // Telemetry is the pack's; whatever else is on the wire was sent by this end, but for that frame.
    const QList<QCanBusFrame> &log = m_wire->log();
    const auto ours = std::count_if(
        log.begin(), log.end(), [](const QCanBusFrame &frame) { return (frame.frameId() & 0xFF) == 0xF1; });
    QCOMPARE(ours > 0, sends);
    if (sends)
        return;
    const Error why{Code::BusUnavailable, BusAddress::listeningDetail()};
    QCOMPARE(failed.size(), 3);
    for (const QList<QVariant> &each : failed)
        QCOMPARE(each.at(1).value<Error>(), why);
    QCOMPARE(m_delivered.size(), 1);
    QCOMPARE(m_delivered.constFirst().error, why);
    QCOMPARE(documents.size(), 1);
    QCOMPARE(documents.constFirst().constFirst().value<PackDocuments>().error, why);
    QCOMPARE(answered.size(), 1);
    QCOMPARE(answered.constFirst().constFirst().value<PackAnswer>().error, why);
    QCOMPARE(fault.size(), 1);
    QCOMPARE(refused.size(), 1);
    QCOMPARE(acted.size(), 4);
    for (const QList<QVariant> &each : acted)
        QCOMPARE(each.constFirst().value<ActionResult>().error, why);
}

void PackLinkTest::aNewRecordingHasNames()
{
    int asked = 0;
    m_pack->setAnswer([&](const QByteArray &request) {
        asked += request == hex("22F18C") ? 1 : 0;
        return usualAnswer(request, serial);
    });
    m_link->nameAll(); // nothing is open
    openAndFind();
    QCOMPARE(asked, 1);
    m_link->nameAll();
    QTRY_COMPARE(asked, 2);
    QSignalSpy bus(m_link.get(), &PackLink::busStateChanged);
    QTRY_VERIFY(!bus.isEmpty() && bus.last().first().value<BusState>().packs == 0);
    m_link->nameAll();
    m_link->readDids(serial, {0xF18C}); // refused, as the pack is gone
    QCoreApplication::processEvents();
    QCOMPARE(asked, 2);
}

void PackLinkTest::throttleKeepsTheLastValue()
{
    openAndFind();
    QSignalSpy telemetry(m_link.get(), &PackLink::telemetry);
    const qint64 began = m_ticker.milliseconds();
    const auto elapsed = [&] {
        return m_ticker.milliseconds() - began;
    };
    int millivolts = 0;
    Alarm talk(m_ticker);
    connect(&talk, &Alarm::timeout, this, [&] {
        for (int i = 0; i < 20; ++i)
            broadcast(millivolts += 20);
    });
    talk.start(1);
    QTRY_VERIFY(elapsed() > 1000);
    talk.stop();
    const int last = millivolts;
    const auto said = [&] {
        return telemetry.last().first().value<QList<PackTelemetry>>().first().packMillivolts;
    };
    QTRY_COMPARE(said(), qMin(last, 1'310'680));
    QVERIFY2(telemetry.size() <= elapsed() / 100 + 2, qPrintable(QString::number(telemetry.size())));
    QVERIFY(telemetry.size() >= 5);
}

void PackLinkTest::silentThenBack()
{
    openAndFind();
    QSignalSpy bus(m_link.get(), &PackLink::busStateChanged);
    const auto condition = [&] {
        return bus.last().first().value<BusState>().condition;
    };
    QTRY_VERIFY(!bus.isEmpty() && condition() == BusCondition::Silent);
    // It opens again on its own, without calling that news, and is back with the first frame.
    letPass(600);
    for (const auto &arguments : std::as_const(bus))
        QVERIFY(arguments.first().value<BusState>().condition != BusCondition::Connecting);
    QTRY_VERIFY((broadcast(381'000), condition() == BusCondition::Connected));
}

void PackLinkTest::interfaceGoneAndBack()
{
    openAndFind();
    QSignalSpy bus(m_link.get(), &PackLink::busStateChanged);
    QSignalSpy telemetry(m_link.get(), &PackLink::telemetry);
    m_wire->setBroken(true);
    QTRY_COMPARE(bus.last().first().value<BusState>().condition, BusCondition::Failed);
    QCOMPARE(bus.last().first().value<BusState>().detail, QStringLiteral("interface gone"));
    letPass(150);
    m_wire->setBroken(false);
    m_pack->port().open();
    QTRY_COMPARE(m_pack->port().state(), CanPort::State::Open);
    QTRY_COMPARE(bus.last().first().value<BusState>().condition, BusCondition::Connected);
    broadcast(382'000);
    QTRY_VERIFY(!telemetry.isEmpty());
    QTRY_COMPARE(telemetry.last().first().value<QList<PackTelemetry>>().first().packMillivolts, 382'000);
}

void PackLinkTest::strangerIsUnreachable()
{
    QSignalSpy failed(m_link.get(), &PackLink::readFailed);
    openAndFind();
    m_link->readFacts(otherSerial);
    m_link->readRules(otherSerial);
    m_link->readDids(QString(), {0x0100});
    m_link->deliver(otherSerial, documentkind::request, "x", 7);
    QCOMPARE(failed.size(), 3);
    QCOMPARE(failed.first().at(1).value<Error>().code, Code::PackUnreachable);
    QCOMPARE(m_delivered.size(), 1);
    QCOMPARE(m_delivered.first().error.code, Code::PackUnreachable);
    // Each question about it is answered once, with its own id.
    QSignalSpy acted(m_link.get(), &PackLink::acted);
    QSignalSpy answered(m_link.get(), &PackLink::answered);
    QSignalSpy documents(m_link.get(), &PackLink::documentsRead);
    QSignalSpy refused(m_link.get(), &PackLink::authenticationFailed);
    QSignalSpy ended(m_link.get(), &PackLink::deauthenticated);
    m_link->act(otherSerial, actions::selfTest(), 1);
    m_link->statement(otherSerial, QByteArray(32, 'n'), 2);
    m_link->readCertificateRequest(otherSerial, 3);
    m_link->ask(otherSerial, PackQuestion::Lock, 4);
    m_link->readDocuments(QStringLiteral("no serial"), documentkind::receipt, 5);
    m_link->authenticate(otherSerial, {});
    m_link->deauthenticate(otherSerial);
    QCOMPARE(acted.size(), 3);
    for (int i = 0; i < acted.size(); ++i) {
        QCOMPARE(acted.at(i).at(0).value<ActionResult>().error.code, Code::PackUnreachable);
        QCOMPARE(acted.at(i).at(1).toULongLong(), quint64(i + 1));
    }
    QCOMPARE(answered.size(), 1);
    QCOMPARE(answered.first().at(0).value<PackAnswer>().error.code, Code::PackUnreachable);
    QCOMPARE(documents.size(), 1);
    QCOMPARE(documents.first().at(0).value<PackDocuments>().error.code, Code::PackUnreachable);
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused.first().at(1).value<Error>().code, Code::PackUnreachable);
    QCOMPARE(ended.size(), 1);
}

void PackLinkTest::anotherPackTakesThePlace()
{
    LinkTimings timings = quick();
    timings.packGoneAfter = 150;
    m_link = std::make_unique<PackLink>(
        [this](const QString &, QObject *parent) { return new MemoryPort(*m_wire, parent); }, m_clock, timings);
    openAndFind();
    QSignalSpy telemetry(m_link.get(), &PackLink::telemetry);
    QSignalSpy bus(m_link.get(), &PackLink::busStateChanged);
    QTRY_VERIFY(!bus.isEmpty() && bus.last().first().value<BusState>().condition == BusCondition::Silent);
    m_pack->setAnswer([](const QByteArray &request) { return usualAnswer(request, otherSerial); });
    broadcast(300'000);
    const auto pack = [&] {
        return telemetry.last().first().value<QList<PackTelemetry>>().first();
    };
    QTRY_VERIFY(!telemetry.isEmpty());
    QCOMPARE(telemetry.first().first().value<QList<PackTelemetry>>().first().serial, QString());
    QTRY_COMPARE(pack().serial, otherSerial);
    QCOMPARE(pack().packMillivolts, 300'000);
}

void PackLinkTest::readsIdentifiers()
{
    openAndFind();
    QSignalSpy read(m_link.get(), &PackLink::didRead);
    QSignalSpy ended(m_link.get(), &PackLink::didsRead);
    QSignalSpy failed(m_link.get(), &PackLink::readFailed);
    m_link->readDids(serial, {0xF18C});
    m_link->readDids(serial, {0xF18C, 0x0100});
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(read.size(), 1);
    QCOMPARE(read.first().at(2).toByteArray(), serial.toLatin1());
    QCOMPARE(ended.size(), 1);
    QCOMPARE(failed.first().at(1).value<Error>(), (Error{Code::NegativeResponse, QStringLiteral("22 31")}));
}

void PackLinkTest::deliverAndWait(const QByteArray &document)
{
    openAndFind();
    keepTalking();
    m_link->deliver(serial, documentkind::request, document, 1);
    QTRY_COMPARE(m_delivered.size(), 1);
    // And the pack is left in its default session.
    QTRY_COMPARE(m_pack->requests().last(), hex("1001"));
    QCOMPARE(m_delivered.first().serial.text(), serial);
}

void PackLinkTest::refusalHasThePacksReason()
{
    m_pack->setAnswer([](const QByteArray &request) -> QList<QByteArray> {
        if (request.startsWith(hex("31010201")))
            return {hex("7F3178"), hex("7F3122")};
        if (request == hex("31030201"))
            return {hex("71030201")
                + cbor::encode(QCborMap{{QStringLiteral("reason"), QStringLiteral("below-quorum")},
                    {QStringLiteral("detail"), QStringLiteral("owner/asset-manager")}})};
        return usualAnswer(request, serial);
    });
    QSignalSpy progress(m_link.get(), &PackLink::deliveryProgress);
    const QByteArray document(5000, 'd');
    deliverAndWait(document);
    QVERIFY(!m_delivered.first().applied);
    QCOMPARE(m_delivered.first().error, (Error{Code::BelowQuorum, QStringLiteral("owner/asset-manager")}));
    QCOMPARE(progress.last().at(1).toLongLong(), 5000);
    QVERIFY(m_pack->requests().contains(hex("3101020101") + sha256(document)));
}

void PackLinkTest::madeUpReasonIsNotBelieved()
{
    m_pack->setAnswer([](const QByteArray &request) -> QList<QByteArray> {
        if (request.startsWith(hex("31010201")))
            return {hex("7F3131")};
        if (request == hex("31030201"))
            return {hex("71030201")
                + cbor::encode(QCborMap{{QStringLiteral("reason"), QStringLiteral("audit-damaged")},
                    {QStringLiteral("detail"), QString()}})};
        return usualAnswer(request, serial);
    });
    deliverAndWait("x");
    QCOMPARE(m_delivered.first().error.code, Code::UnexpectedAnswer);
}

void PackLinkTest::appliedWithoutReceiptIsSaid()
{
    m_pack->setAnswer([](const QByteArray &request) -> QList<QByteArray> {
        if (request.startsWith(hex("31010201")))
            return {hex("710102010000000000")};
        if (request.startsWith(hex("35")))
            return {hex("7F3531")};
        return usualAnswer(request, serial);
    });
    deliverAndWait("x");
    QVERIFY(m_delivered.first().applied);
    QVERIFY(m_delivered.first().receipt.isEmpty());
    QCOMPARE(m_delivered.first().error.code, Code::ReceiptInvalid);
}

void PackLinkTest::appliedWithItsReceipt()
{
    CryptoRuntime crypto;
    TestWorld world;
    const PackState state = world.pack();
    const auto receiptFor = [&](const QByteArray &payload) {
        Receipt receipt;
        receipt.document = sha256(payload);
        receipt.serial = PackSerial::fromTrusted(serial);
        receipt.logHash = QByteArray(32, 'h');
        const auto made = CoseSign1::make(contenttype::receipt, receipt.encode(), *world.deviceKey(), TestWorld::now);
        return made.ok() ? made->encode() : QByteArray();
    };
    const QByteArray document = world.signedBytes(world.request(state, QStringLiteral("soc.max"), 95'000), {});
    const auto decoded = CoseSign::decode(document);
    QVERIFY(decoded.ok());
    // Applied before, and another request since: its receipt is the second of the list.
    const QList<QByteArray> receipts = {receiptFor("another"), receiptFor(decoded->payload)};
    QVERIFY(!receipts.first().isEmpty() && !receipts.last().isEmpty());
    QByteArray reading;
    m_pack->setAnswer([&](const QByteArray &request) -> QList<QByteArray> {
        if (request.startsWith(hex("31010201")))
            return {hex("7F3178"), hex("710102010100000100")};
        if (request.startsWith(hex("35004409"))) {
            const int index = quint8(request.at(6));
            reading = receipts.value(index);
            return {index < receipts.size() ? hex("75200FFF") : hex("7F3531")};
        }
        if (request.startsWith(hex("36")) && request.size() == 2)
            return {hex("76") + request.mid(1) + std::exchange(reading, {})};
        return usualAnswer(request, serial);
    });
    deliverAndWait(document);
    QVERIFY(m_delivered.first().applied);
    QCOMPARE(m_delivered.first().error.detail, QString());
    QCOMPARE(m_delivered.first().receipt, receipts.last());
    QVERIFY(m_pack->requests().contains(hex("3101020101") + sha256(document)));
}

void PackLinkTest::cancelEndsADelivery()
{
    openAndFind();
    keepTalking();
    m_link->deliver(serial, documentkind::request, QByteArray(60000, 'd'), 1);
    m_link->deliver(serial, documentkind::request, "x", 2);
    QTRY_VERIFY(m_pack->requests().size() > 3);
    m_link->cancel(serial);
    QCOMPARE(m_delivered.size(), 2);
    QCOMPARE(m_delivered.first().error.code, Code::Cancelled);
    m_delivered.clear();
    letPass(50);
    QVERIFY(m_delivered.isEmpty());
    QSignalSpy read(m_link.get(), &PackLink::didRead);
    m_link->readDids(serial, {0xF18C});
    QTRY_COMPARE(read.size(), 1);
}

void PackLinkTest::closeEndsADelivery()
{
    openAndFind();
    keepTalking();
    m_link->deliver(serial, documentkind::request, QByteArray(60000, 'd'), 1);
    QTRY_VERIFY(m_pack->requests().size() > 3);
    m_link->close();
    QCOMPARE(m_delivered.size(), 1);
    QCOMPARE(m_delivered.first().error.code, Code::Cancelled);
    m_link->deliver(serial, documentkind::request, "x", 2);
    QCOMPARE(m_delivered.last().error.code, Code::PackUnreachable);
}

void PackLinkTest::case87_pulledAtEveryFrame()
{
    // Case 87: the cable goes at any frame of a delivery: it is told once, nothing is said to be applied that was not,
    // and the next delivery over the mended bus goes through.
    m_pack->setAnswer([](const QByteArray &request) -> QList<QByteArray> {
        if (request.startsWith(hex("31010201")))
            return {hex("710102010000000000")};
        if (request.startsWith(hex("35")))
            return {hex("7F3531")};
        return usualAnswer(request, serial);
    });
    openAndFind();
    connect(&m_talk, &Alarm::timeout, this, [this] {
        if (m_pack->port().state() == CanPort::State::Open)
            broadcast(383'000);
    });
    m_talk.start(50);
    const QByteArray document(150, 'd');
    m_wire->clearLog();
    m_link->deliver(serial, documentkind::request, document, 1);
    QTRY_COMPARE(m_delivered.size(), 1);
    QVERIFY(m_delivered.first().applied);
    // Those of the telemetry in between hardly count.
    const qsizetype frames = m_wire->log().size();
    QVERIFY(frames > 30);
    QList<BusFigures> told;
    connect(m_link.get(), &PackLink::busFiguresChanged, this, [&](const BusFigures &figures) { told.append(figures); });
    int broken = 0;
    for (qsizetype at = 0; at < frames; at += 3) {
        m_delivered.clear();
        qsizetype passed = 0;
        m_wire->setFault([&](const QCanBusFrame &frame, qsizetype) -> QList<QCanBusFrame> {
            if (passed++ == at)
                QTimer::singleShot(0, m_wire.get(), [this] { m_wire->setBroken(true); });
            return {frame};
        });
        m_link->deliver(serial, documentkind::request, document, 2);
        QTRY_VERIFY2(m_delivered.size() == 1, qPrintable(QString::number(at)));
        QTRY_VERIFY(m_wire->isBroken());
        m_wire->setFault({});
        broken += m_delivered.first().applied ? 0 : 1;
        m_wire->setBroken(false);
        m_pack->port().open();
        QTRY_VERIFY(!told.isEmpty() && told.constLast().outages == at / 3 + 1 && !told.constLast().worst());
        QCOMPARE(m_delivered.size(), 1);
    }
    QVERIFY(broken > 5);
    m_delivered.clear();
    m_link->deliver(serial, documentkind::request, document, 3);
    QTRY_COMPARE(m_delivered.size(), 1);
    QVERIFY(m_delivered.first().applied);
}

void PackLinkTest::case89_anotherNodeAnswersFirst()
{
    // Case 89, 90: another node at the pack's address says "applied" before the pack refuses. What it says has no
    // receipt that anybody could verify, and that is told: whoever shows it must not say "applied" without.
    ScriptedPack impostor(*m_wire, 0x10);
    impostor.setAnswer([](const QByteArray &request) -> QList<QByteArray> {
        if (request.startsWith(hex("31010201")))
            return {hex("710102010000000000")};
        return {};
    });
    m_pack->setAnswer([](const QByteArray &request) -> QList<QByteArray> {
        if (request.startsWith(hex("31010201")))
            return {hex("7F3122")};
        if (request.startsWith(hex("35")))
            return {hex("7F3531")};
        return usualAnswer(request, serial);
    });
    openAndFind();
    keepTalking();
    m_link->deliver(serial, documentkind::request, "x", 1);
    QTRY_COMPARE(m_delivered.size(), 1);
    QVERIFY(m_delivered.first().receipt.isEmpty());
    QVERIFY(!m_delivered.first().applied || m_delivered.first().error.code == Code::ReceiptInvalid);
}

void PackLinkTest::overloadIsTheReason_data()
{
    QTest::addColumn<int>("framesPerTick"); // of 20 ms; 80 fill the bus
    QTest::addColumn<bool>("overloaded");
    QTest::newRow("case 86: others take all of the bus") << 90 << true;
    QTest::newRow("case 86: twin: half of it") << 40 << false;
}

void PackLinkTest::overloadIsTheReason()
{
    QFETCH(int, framesPerTick);
    QFETCH(bool, overloaded);
    openAndFind();
    keepTalking();
    QList<BusFigures> told;
    connect(m_link.get(), &PackLink::busFiguresChanged, this, [&](const BusFigures &figures) { told.append(figures); });
    const qint64 began = m_ticker.milliseconds();
    qint64 sent = 0;
    Alarm flood(m_ticker);
    connect(&flood, &Alarm::timeout, this, [&] {
        for (; sent < (m_ticker.milliseconds() - began) * framesPerTick / 20; ++sent)
            m_pack->port().send(QCanBusFrame(quint32(sent % 0x700), QByteArray(8, 'f')));
    });
    flood.start(20);
    QTRY_VERIFY(told.size() >= 4 && told.constLast().loadPermille > (overloaded ? 900 : 300));
    QCOMPARE(told.constLast().worst() != nullptr, overloaded);
    // The packs' answers do not get through any more: flow control after the first frame.
    m_wire->setFault([](const QCanBusFrame &frame, qsizetype) {
        const bool flowControl = frame.frameId() == 0x18DAF110 && frame.payload().startsWith('\x30');
        return flowControl ? QList<QCanBusFrame>() : QList<QCanBusFrame>{frame};
    });
    m_link->deliver(serial, documentkind::request, QByteArray(500, 'd'), 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_delivered.size(), 1, 20'000);
    QVERIFY(!m_delivered.first().applied);
    QCOMPARE(m_delivered.first().error.code, Code::PackUnreachable);
    QVERIFY(m_delivered.first().error.detail.startsWith(serial));
    QCOMPARE(m_delivered.first().error.detail.contains(QLatin1String("; bus overloaded, ")), overloaded);
}

void PackLinkTest::onItsOwnThread()
{
    const SystemClock clock;
    LinkThread thread(clock, quick());
    QVERIFY(thread.link()->thread() != QThread::currentThread());
    QSignalSpy bus(thread.link(), &PackLink::busStateChanged);
    QMetaObject::invokeMethod(thread.link(), [link = thread.link()] { link->open(QStringLiteral("virtualcan:can9")); });
    QTRY_VERIFY(!bus.isEmpty() && bus.last().first().value<BusState>().condition == BusCondition::Failed);
    QVERIFY(bus.last().first().value<BusState>().simulated);
}

QTEST_GUILESS_MAIN(PackLinkTest)
#include "tst_packlink.moc"
