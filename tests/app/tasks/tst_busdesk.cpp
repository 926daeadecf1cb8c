// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tasks/busdesk.h"
#include "hw/can/memorywire.h"
#include "hw/link/portfactory.h"
#include "hw/sim/simulatednode.h"
#include "models/audit/auditstore.h"
#include "models/packs/packsmodel.h"
#include "models/trust/trustbook.h"
#include "models/workspace/workspace.h"
#include "tests/hw/sim/support/tester.h"
#include "tests/support/goingclock.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

const QString one = s("SDB-TEST-0001");
const QString two = s("SDB-TEST-0002");
const QString left = s("memory:0");
const QString right = s("memory:1");
constexpr int patience = 30'000;
constexpr PackRounds::Timings quick{20, 50, 100, 800, 30'000, 900};

/// A pack on a wire.
struct Node
{
    Node(TestWorld &world, MemoryWire &wire, const QString &serial, int number)
        : parts(world, servicedPack(world, serial), TestPack::Agreed::ByAll, number)
        , port(wire)
        , node(port, std::move(parts.pack))
    {
        port.open();
    }
    TestPack parts;
    MemoryPort port;
    sim::SimulatedNode node;
};

} // namespace

/// Several buses of one desk, each a wire in memory.
class TestBusDesk final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void thePacksOfAllBusesAreServedTogether();
    void aBusThatDiesLeavesTheOthers();
    void aPackThatMovesIsTheSamePack();
    void twoDevicesOfOneSerialAreAnAlarm_data();
    void twoDevicesOfOneSerialAreAnAlarm();
    void oneInterfaceIsOpenedOnce();
    void whatIsLeftOpenIsNotTouched();

private:
    BusDesk::Link makeLink();
    bool isProved(const QString &serial) const
    {
        return m_workspace->trust().snapshot().proved.contains(PackSerial::fromTrusted(serial));
    }
    int opened(const QString &bus) const { return int(m_opened.count(bus)); }

    CryptoRuntime m_crypto;
    TestWorld m_world;
    GoingClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MemoryWire> m_left;
    std::unique_ptr<MemoryWire> m_right;
    QStringList m_opened; ///< devices of the ports that were made
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<BusDesk> m_desk;
    std::unique_ptr<PacksModel> m_packs;
};

BusDesk::Link TestBusDesk::makeLink()
{
    LinkTimings timings;
    timings.packGoneAfter = quick.gone;
    timings.reconnect = 100;
    const auto link = std::make_shared<PackLink>(
        [this](const QString &device, QObject *parent) -> CanPort * {
            m_opened.append(device);
            if (!device.startsWith(s("memory:")))
                return makeGuestPort(device, parent);
            auto *port = new MemoryPort(device == left ? *m_left : *m_right, parent);
            port->setAsksInFd(true);
            return port;
        },
        m_clock, timings);
    return {link.get(), nullptr, link};
}

void TestBusDesk::init()
{
    cleanup();
    m_folder = std::make_unique<QTemporaryDir>();
    m_left = std::make_unique<MemoryWire>();
    m_right = std::make_unique<MemoryWire>();
    m_opened.clear();
    m_workspace = Workspace::open(m_folder->path(), m_clock).value();
    m_desk = std::make_unique<BusDesk>(
        *m_workspace, [this] { return makeLink(); }, quick);
    m_packs = std::make_unique<PacksModel>();
    // What the console does with it.
    connect(
        m_desk.get(), &BusDesk::heard, m_packs.get(), [this](const QString &bus, const QList<PackTelemetry> &packs) {
            for (const PackTelemetry &pack : packs)
                m_packs->setTelemetry(pack, bus);
        });
    connect(m_desk.get(), &BusDesk::factsRead, m_packs.get(), [this](const QString &bus, const PackFacts &facts) {
        m_packs->setFacts(facts, bus);
        (void)m_workspace->trust().learnNews(facts);
    });
    connect(&m_desk->trust(), &TrustDesk::firstOffered, &m_desk->trust(), &TrustDesk::accept);
}

void TestBusDesk::cleanup()
{
    m_desk.reset();
    m_packs.reset();
    m_workspace.reset();
    m_left.reset();
    m_right.reset();
    m_folder.reset();
}

void TestBusDesk::thePacksOfAllBusesAreServedTogether()
{
    const Node first(m_world, *m_left, one, 0x10);
    const Node second(m_world, *m_right, two, 0x10); // the same node of another bus
    m_desk->use({left, right});
    QCOMPARE(m_desk->buses(), (QStringList{left, right}));
    QTRY_VERIFY_WITH_TIMEOUT(isProved(one) && isProved(two) && m_desk->troubles().isEmpty(), patience);
    QCOMPARE(m_packs->rowCount(), 2);
    QCOMPARE(m_packs->bus(m_packs->rowOfSerial(one)), left);
    QCOMPARE(m_packs->bus(m_packs->rowOfSerial(two)), right);
    QCOMPARE(m_desk->bus(0).state.packs, 1);
    // Each is asked where it is.
    for (const QString &serial : {one, two}) {
        const auto answer = m_desk->requests().ask(serial, PackQuestion::Counters);
        QTRY_VERIFY_WITH_TIMEOUT(answer.isFinished(), patience);
        QCOMPARE(answer.result().serial.text(), serial);
        QVERIFY(answer.result().as<PackCounters>());
        QVERIFY(m_desk->isPresent(serial));
    }
    // Nobody of this name is on any bus.
    const auto none = m_desk->requests().ask(s("SDB-TEST-0009"), PackQuestion::Counters);
    QTRY_VERIFY_WITH_TIMEOUT(none.isFinished(), patience);
    QCOMPARE(none.result().error.code, Code::PackUnreachable);
}

void TestBusDesk::aBusThatDiesLeavesTheOthers()
{
    auto first = std::make_unique<Node>(m_world, *m_left, one, 0x10);
    const Node second(m_world, *m_right, two, 0x11);
    const QString nowhere = s("nosuch:can0");
    m_desk->use({left, nowhere, right});
    QTRY_VERIFY_WITH_TIMEOUT(isProved(one) && isProved(two), patience);
    // Of a kind of interface that this computer does not have.
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->bus(1).state.condition, BusCondition::Failed, patience);
    QVERIFY(!m_desk->bus(1).state.detail.isEmpty());
    QSignalSpy changed(m_desk.get(), &BusDesk::stateChanged);
    first.reset();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->bus(0).state.condition, BusCondition::Silent, patience);
    QVERIFY(!isProved(one) && isProved(two));
    QVERIFY(!m_desk->isPresent(one) || !m_desk->bus(0).state.packs);
    QCOMPARE(m_desk->bus(2).state.condition, BusCondition::Connected);
    const auto answer = m_desk->requests().ask(two, PackQuestion::Counters);
    QTRY_VERIFY_WITH_TIMEOUT(answer.isFinished(), patience);
    QVERIFY(answer.result().ok());
}

void TestBusDesk::aPackThatMovesIsTheSamePack()
{
    auto first = std::make_unique<Node>(m_world, *m_left, one, 0x10);
    const Node second(m_world, *m_left, two, 0x11);
    m_desk->use({left, right});
    QTRY_VERIFY_WITH_TIMEOUT(isProved(one) && isProved(two), patience);
    const QString hardware = m_packs->facts(m_packs->rowOfSerial(one)).hardware;
    QVERIFY(!hardware.isEmpty());
    first = std::make_unique<Node>(m_world, *m_right, one, 0x12);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->busOf(one), right, patience);
    QTRY_VERIFY_WITH_TIMEOUT(isProved(one), patience);
    QCOMPARE(m_packs->rowCount(), 2);
    QCOMPARE(m_packs->bus(m_packs->rowOfSerial(one)), right);
    QCOMPARE(m_packs->facts(m_packs->rowOfSerial(one)).hardware, hardware);
    QVERIFY(!m_workspace->trust().doubt(PackSerial::fromTrusted(one)));
    const auto answer = m_desk->requests().ask(one, PackQuestion::Counters);
    QTRY_VERIFY_WITH_TIMEOUT(answer.isFinished(), patience);
    QVERIFY(answer.result().ok());
}

void TestBusDesk::twoDevicesOfOneSerialAreAnAlarm_data()
{
    QTest::addColumn<bool>("sameBus");
    QTest::newRow("on two buses") << false;
    QTest::newRow("at two nodes of one bus") << true;
}

void TestBusDesk::twoDevicesOfOneSerialAreAnAlarm()
{
    QFETCH(bool, sameBus);
    const Node first(m_world, *m_left, one, 0x10);
    m_desk->use({left, right});
    QTRY_VERIFY_WITH_TIMEOUT(isProved(one), patience);
    const auto serial = PackSerial::fromTrusted(one);
    QVERIFY(!m_workspace->trust().doubt(serial));
    const Node twin(m_world, sameBus ? *m_left : *m_right, one, 0x12);
    QTRY_VERIFY_WITH_TIMEOUT(m_workspace->trust().doubt(serial), patience);
    const Contradiction shown = m_workspace->trust().doubt(serial)->shown.constFirst();
    QCOMPARE(shown.kind, Contradiction::Kind::Place);
    QCOMPARE(shown.known, s("memory:0, node 10"));
    QCOMPARE(shown.shown, sameBus ? s("memory:0, node 12") : s("memory:1, node 12"));
    // The first one is shown and asked, and it left a record.
    QCOMPARE(m_packs->bus(m_packs->rowOfSerial(one)), left);
    QCOMPARE(m_packs->index(m_packs->rowOfSerial(one), 0).data(PacksModel::NodeRole).toInt(), 0x10);
    AuditFilter filter;
    filter.action = QLatin1String(auditaction::contradiction);
    QCOMPARE(m_workspace->audit().count(filter), 1);
}

void TestBusDesk::oneInterfaceIsOpenedOnce()
{
    m_desk->use({left, left, left + s("?listen"), right});
    QCOMPARE(m_desk->buses(), (QStringList{left, right}));
    QTRY_COMPARE(opened(left), 1);
    QCOMPARE(opened(left + s("?listen")), 0);
}

void TestBusDesk::whatIsLeftOpenIsNotTouched()
{
    const Node first(m_world, *m_left, one, 0x10);
    m_desk->use({left});
    QTRY_VERIFY_WITH_TIMEOUT(isProved(one), patience);
    m_desk->use({left, right});
    QTRY_COMPARE(opened(right), 1);
    QCOMPARE(opened(left), 1);
    QVERIFY(isProved(one));
    m_desk->use({left}, left); // closed and opened
    QTRY_COMPARE(opened(left), 2);
    QVERIFY(!isProved(one));
    QTRY_VERIFY_WITH_TIMEOUT(isProved(one), patience);
    m_desk->use({right});
    QVERIFY(!isProved(one));
    QCOMPARE(m_desk->busOf(one), QString());
    QCOMPARE(m_desk->count(), 1);
}

QTEST_GUILESS_MAIN(TestBusDesk)
#include "tst_busdesk.moc"
