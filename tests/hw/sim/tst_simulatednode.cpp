// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/can/memorywire.h"
#include "hw/link/packlink.h"
#include "hw/link/packsession.h"
#include "hw/sim/simulatednode.h"
#include "hw/uds/udsclient.h"
#include "tests/hw/sim/support/testpack.h"
#include "tests/hw/support/testticker.h"

#include <QSignalSpy>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

const QString serial = QStringLiteral("SDB-TEST-0001");

} // namespace

/// The console's own link against the simulated pack, over a wire in memory: telemetry, reading, delivery.
class TestSimulatedNode final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void linkFindsThePack();
    void linkReadsFactsAndRules();
    void linkDeliversAndGetsTheReceipt();
    void linkHearsTheReason();
    void flexibleDataRate();
    void survivesABrokenBus();
    void ignoresForeignFrames();
    void case88_twoConsolesOnOnePack();

private:
    DeliveryResult deliver(const QStringList &approvers, qint64 to = 95000);

    CryptoRuntime m_crypto;
    TestWorld m_world;
    TestTicker m_ticker;
    std::unique_ptr<MemoryWire> m_wire;
    std::unique_ptr<TestPack> m_testPack;
    std::unique_ptr<MemoryPort> m_packPort;
    std::unique_ptr<sim::SimulatedNode> m_node;
    std::unique_ptr<PackLink> m_link;
};

void TestSimulatedNode::init()
{
    m_wire = std::make_unique<MemoryWire>(&m_ticker);
    m_testPack = std::make_unique<TestPack>(m_world);
    m_packPort = std::make_unique<MemoryPort>(*m_wire);
    m_node = std::make_unique<sim::SimulatedNode>(*m_packPort, std::move(m_testPack->pack));
    m_packPort->open();
    m_link = std::make_unique<PackLink>(
        [this](const QString &, QObject *parent) { return new MemoryPort(*m_wire, parent); }, m_testPack->clock);
    QSignalSpy telemetry(m_link.get(), &PackLink::telemetry);
    m_link->open(QStringLiteral("memory:0"));
    const auto named = [&] {
        return !telemetry.isEmpty()
            && telemetry.constLast().constFirst().value<QList<PackTelemetry>>().value(0).serial == serial;
    };
    QTRY_VERIFY(named());
}

void TestSimulatedNode::cleanup()
{
    m_link.reset();
    m_node.reset();
    m_packPort.reset();
    m_testPack.reset();
    m_wire.reset();
}

void TestSimulatedNode::linkFindsThePack()
{
    QSignalSpy telemetry(m_link.get(), &PackLink::telemetry);
    QTRY_VERIFY(telemetry.size() > 5);
    const PackTelemetry heard = telemetry.constLast().constFirst().value<QList<PackTelemetry>>().constFirst();
    QCOMPARE(heard.node, 0x10);
    QCOMPARE(heard.cells.size(), 96);
    QVERIFY(heard.packMillivolts > 300'000);
    QCOMPARE(heard.lostFrames, qint64(0));
    QCOMPARE(heard.lifeCycle, QStringLiteral("in-service"));
}

void TestSimulatedNode::linkReadsFactsAndRules()
{
    QSignalSpy facts(m_link.get(), &PackLink::factsRead);
    QSignalSpy rules(m_link.get(), &PackLink::rulesRead);
    QSignalSpy failed(m_link.get(), &PackLink::readFailed);
    m_link->readFacts(serial);
    m_link->readRules(serial);
    QTRY_COMPARE(facts.size(), 1);
    QTRY_COMPARE(rules.size(), 1);
    QCOMPARE(failed.size(), 0);
    const auto read = facts.constFirst().constFirst().value<PackFacts>();
    QCOMPARE(read.serial.text(), serial);
    QCOMPARE(read.hardware, QStringLiteral("nmc-96s2p"));
    QCOMPARE(read.lifeCycle.state, LifeCycle::InService);
    QCOMPARE(read.parameters, ParameterInfo::tableOf(m_node->pack().memory().state(TestWorld::now)));
    const auto rulesRead = rules.constFirst().constFirst().value<PackRules>();
    QCOMPARE(rulesRead.charterDocument, m_node->pack().memory().contents().charterDocument);
    QCOMPARE(rulesRead.policyDocument, m_node->pack().memory().contents().policyDocument);
    QCOMPARE(rulesRead.crls, m_node->pack().memory().contents().crls);
}

DeliveryResult TestSimulatedNode::deliver(const QStringList &approvers, qint64 to)
{
    const PackState state = m_node->pack().memory().state(TestWorld::now);
    const QByteArray bytes = m_world.signedBytes(m_world.request(state, QStringLiteral("soc.max"), to), approvers);
    QSignalSpy delivered(m_link.get(), &PackLink::delivered);
    m_link->deliver(serial, documentkind::request, bytes, 7);
    if (!waitFor([&] { return !delivered.isEmpty(); }, 10'000))
        return {};
    return delivered.constFirst().constFirst().value<DeliveryResult>();
}

void TestSimulatedNode::linkDeliversAndGetsTheReceipt()
{
    const DeliveryResult result
        = deliver({QStringLiteral("leasing.asset-manager"), QStringLiteral("celldata.specialist")});
    QVERIFY2(result.applied, qPrintable(result.error.detail));
    QCOMPARE(result.receipt, m_node->pack().memory().contents().receipts.constFirst().receipt);
    QCOMPARE(m_node->pack().memory().state(TestWorld::now).value(ParameterId::fromTrusted(QStringLiteral("soc.max"))),
        Milli{95000});
}

void TestSimulatedNode::linkHearsTheReason()
{
    const DeliveryResult result = deliver({QStringLiteral("leasing.asset-manager")});
    QVERIFY(!result.applied);
    QCOMPARE(result.error.code, Code::BelowQuorum);
    QVERIFY(result.error.detail.contains(QStringLiteral("cell-data/specialist")));
    const DeliveryResult outside
        = deliver({QStringLiteral("leasing.asset-manager"), QStringLiteral("celldata.specialist")}, 98000);
    QCOMPARE(outside.error.code, Code::OutsideCharter);
}

/// A console that asks in CAN FD frames is answered in them, while telemetry and other consoles stay classic.
void TestSimulatedNode::flexibleDataRate()
{
    m_link.reset();
    m_wire->clearLog();
    const auto fdPort = [this](const QString &, QObject *parent) {
        auto *port = new MemoryPort(*m_wire, parent);
        port->setAsksInFd(true);
        return port;
    };
    m_link = std::make_unique<PackLink>(fdPort, m_testPack->clock);
    QSignalSpy telemetry(m_link.get(), &PackLink::telemetry);
    m_link->open(QStringLiteral("memory:0"));
    const auto named = [&] {
        return !telemetry.isEmpty()
            && telemetry.constLast().constFirst().value<QList<PackTelemetry>>().value(0).serial == serial;
    };
    QTRY_VERIFY(named());
    const DeliveryResult result
        = deliver({QStringLiteral("leasing.asset-manager"), QStringLiteral("celldata.specialist")});
    QVERIFY2(result.applied, qPrintable(result.error.detail));
    qsizetype longest = 0;
    for (const QCanBusFrame &frame : m_wire->log()) {
        const bool diagnostic = frame.frameId() >> 16 == 0x18DA;
        QCOMPARE(frame.hasFlexibleDataRateFormat(), diagnostic);
        QCOMPARE(frame.hasBitrateSwitch(), diagnostic);
        longest = qMax(longest, frame.payload().size());
    }
    QCOMPARE(longest, 64);

    MemoryPort port(*m_wire);
    port.open();
    QTRY_COMPARE(port.state(), CanPort::State::Open);
    UdsClient classic(port, 0x10);
    std::optional<UdsAnswer> answer;
    m_wire->clearLog();
    classic.readData(0xF18C, [&](const UdsAnswer &one) { answer = one; });
    QTRY_VERIFY(answer);
    QCOMPARE(answer->data, serial.toLatin1());
}

void TestSimulatedNode::survivesABrokenBus()
{
    m_wire->setBroken(true);
    QCOMPARE(m_packPort->state(), CanPort::State::Failed);
    m_wire->setBroken(false);
    m_packPort->open();
    const auto delivered = [&] {
        return deliver({QStringLiteral("leasing.asset-manager"), QStringLiteral("celldata.specialist")}).applied;
    };
    QTRY_VERIFY_WITH_TIMEOUT(delivered(), 15'000);
}

void TestSimulatedNode::ignoresForeignFrames()
{
    MemoryPort stranger(*m_wire);
    stranger.open();
    QTRY_COMPARE(stranger.state(), CanPort::State::Open);
    for (quint32 id : {0x18DA10F1u, 0x18DA11F1u, 0x18DB33F1u, 0x18DAF110u, 0x18FF0010u, 0x7FFu}) {
        for (const char *hex : {"", "00", "ff", "1fffffffffff", "2155", "3000", "0710", "10000000ffffffff"}) {
            QCanBusFrame frame(id, QByteArray::fromHex(hex));
            frame.setExtendedFrameFormat(id > 0x7FF);
            stranger.send(frame);
        }
    }
    const DeliveryResult result
        = deliver({QStringLiteral("leasing.asset-manager"), QStringLiteral("celldata.specialist")});
    QVERIFY2(result.applied, qPrintable(result.error.detail));
}

void TestSimulatedNode::case88_twoConsolesOnOnePack()
{
    PackLink other(
        [this](const QString &, QObject *parent) { return new MemoryPort(*m_wire, parent); }, m_testPack->clock);
    QSignalSpy heard(&other, &PackLink::telemetry);
    other.open(QStringLiteral("memory:0"));
    const auto named = [&] {
        return !heard.isEmpty()
            && heard.constLast().constFirst().value<QList<PackTelemetry>>().value(0).serial == serial;
    };
    QTRY_VERIFY(named());
    const PackState state = m_node->pack().memory().state(TestWorld::now);
    const QStringList signers{QStringLiteral("leasing.asset-manager"), QStringLiteral("celldata.specialist")};
    QSignalSpy first(m_link.get(), &PackLink::delivered);
    QSignalSpy second(&other, &PackLink::delivered);
    m_link->deliver(serial, documentkind::request,
        m_world.signedBytes(m_world.request(state, QStringLiteral("soc.max"), 95000), signers), 1);
    other.deliver(serial, documentkind::request,
        m_world.signedBytes(m_world.request(state, QStringLiteral("soc.min"), 12000), signers), 2);
    QTRY_COMPARE_WITH_TIMEOUT(first.size(), 1, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(second.size(), 1, 30'000);
    const auto values = m_node->pack().memory().contents().values;
    const auto applied = [](const QSignalSpy &spy) {
        return spy.constFirst().constFirst().value<DeliveryResult>().applied;
    };
    // Who lost his turn is told so; whatever was said to be applied is there, and nothing else.
    QCOMPARE(values.value(ParameterId::fromTrusted(QStringLiteral("soc.max"))).revision, applied(first) ? 2 : 1);
    QCOMPARE(values.value(ParameterId::fromTrusted(QStringLiteral("soc.min"))).revision, applied(second) ? 2 : 1);
    QVERIFY(applied(first) || applied(second));
}

QTEST_GUILESS_MAIN(TestSimulatedNode)
#include "tst_simulatednode.moc"
