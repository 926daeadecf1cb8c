// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tasks/courierservice.h"
#include "hw/can/memorywire.h"
#include "hw/sim/simulatednode.h"
#include "models/core/base/wholefile.h"
#include "models/core/documents/withdrawal.h"
#include "models/core/pack/statement.h"
#include "models/exchange/exchangevisit.h"
#include "models/trust/trustbook.h"
#include "models/workspace/workspace.h"
#include "tests/hw/sim/support/tester.h"
#include "tests/support/goingclock.h"
#include "tests/support/privatepostgres.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

const QString serial = QStringLiteral("SDB-TEST-0001");
constexpr int patience = 60'000;
constexpr qint64 year = 365 * TestWorld::day;
constexpr CourierBus::Timings quick{{20, 50, 100, 60'000, 30'000, 2000}, {5000, 5000, 86'400'000, 3000}};

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// A store that knows the rules of the pack.
struct Station
{
    Station(const PackRules &rules, const PackFacts &facts, qint64 beside = 0)
        : clock(beside)
    {
        workspace = Workspace::open(folder.path(), clock).value();
        TrustBook &trust = workspace->trust();
        if (!trust.pin(rules, {}, Compared::Yes).ok() || !trust.learn(facts).ok() || !trust.learn(rules).ok())
            qFatal("nothing to trust");
    }
    QTemporaryDir folder;
    GoingClock clock;
    std::unique_ptr<Workspace> workspace;
};

/// A courier without a window, on the wire of the pack.
struct Depot : Station
{
    Depot(MemoryWire &wire, const PackRules &rules, const PackFacts &facts, qint64 beside = 0)
        : Station(rules, facts, beside)
    {
        LinkTimings timings;
        timings.packGoneAfter = quick.rounds.gone;
        link = std::make_unique<PackLink>(
            [&wire](const QString &, QObject *parent) {
                auto *port = new MemoryPort(wire, parent);
                port->setAsksInFd(true);
                return port;
            },
            clock, timings);
        service = std::make_unique<CourierService>(
            *workspace, QList<CourierService::Bus>{{QStringLiteral("memory:0"), link.get()}}, quick);
        QObject::connect(service.get(), &CourierService::warned, service.get(),
            [this](const QString &, const Error &error) { warnings.append(codeName(error.code)); });
    }
    CourierStatus status() const { return service->status(); }
    bool isUpToDate() const { return status().here == 1 && status().upToDate == 1; }

    std::unique_ptr<PackLink> link;
    std::unique_ptr<CourierService> service;
    QStringList warnings;
};

} // namespace

/// Couriers without windows, an exchange on a PostgreSQL of this test, and a pack in memory.
class TestCourierService final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void whatIsCompleteComesToThePackAndItsReceiptBack();
    void whatIsNotCompleteStays_data();
    void whatIsNotCompleteStays();
    void twoCouriersAtOnePack();
    void aClockThatIsAYearOff_data();
    void aClockThatIsAYearOff();
    void aHostileExchange_data();
    void aHostileExchange();
    void withoutAnExchangeThePackIsServedAllTheSame();
    void onTwoBusesEachPackIsServed();
    void theStatusIsReadBack();

private:
    /// A desk of another company writes, signs and publishes: the path of its file.
    QString publish(Station &desk, const QStringList &approvers, const char *id);
    /// What came back to the desk.
    DocumentFile fetched(Station &desk, const QString &path);
    int receiptsAt(Station &desk, const QString &path) { return int(fetched(desk, path).receipts.size()); }
    ExchangeAddress address(const char *login) const { return *ExchangeAddress::parse(m_server->address(s(login))); }
    const sim::PackContents &pack() const { return m_node->pack().memory().contents(); }

    CryptoRuntime m_crypto;
    TestWorld m_world;
    std::optional<PackState> m_state;
    std::unique_ptr<PrivatePostgres> m_server;
    std::unique_ptr<MemoryWire> m_wire;
    std::unique_ptr<MemoryWire> m_other; ///< of a second bus
    std::unique_ptr<TestPack> m_pack;
    std::unique_ptr<MemoryPort> m_port;
    std::unique_ptr<sim::SimulatedNode> m_node;
    PackRules m_rules;
    PackFacts m_facts;
};

void TestCourierService::initTestCase()
{
    m_state = servicedPack(m_world);
    m_server = std::make_unique<PrivatePostgres>();
    QVERIFY2(m_server->start(), qPrintable(m_server->said));
}

void TestCourierService::init()
{
    cleanup();
    m_server->sql(s("drop schema if exists packwarden cascade"));
    auto owner = Exchange::open(address("owner"));
    QVERIFY(owner.ok());
    QVERIFY(
        (*owner)->init({{s("depot"), s("courier")}, {s("depot-2"), s("service")}, {s("leasing"), s("leasing")}}).ok());
    m_wire = std::make_unique<MemoryWire>();
    m_other = std::make_unique<MemoryWire>();
    m_pack = std::make_unique<TestPack>(m_world, *m_state, TestPack::Agreed::ByAll);
    m_port = std::make_unique<MemoryPort>(*m_wire);
    m_node = std::make_unique<sim::SimulatedNode>(*m_port, std::move(m_pack->pack));
    m_port->open();
    // What a person would compare once.
    GoingClock clock;
    PackLink link(
        [this](const QString &, QObject *parent) {
            auto *port = new MemoryPort(*m_wire, parent);
            port->setAsksInFd(true);
            return port;
        },
        clock);
    QSignalSpy heard(&link, &PackLink::telemetry);
    QSignalSpy facts(&link, &PackLink::factsRead);
    QSignalSpy rules(&link, &PackLink::rulesRead);
    link.open(s("memory:0"));
    const auto isNamed = [&] {
        return !heard.isEmpty()
            && heard.constLast().constFirst().value<QList<PackTelemetry>>().value(0).serial == serial;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isNamed(), patience);
    link.readFacts(serial);
    link.readRules(serial);
    QTRY_VERIFY_WITH_TIMEOUT(!rules.isEmpty() && !facts.isEmpty(), patience);
    m_rules = rules.constFirst().constFirst().value<PackRules>();
    m_facts = facts.constFirst().constFirst().value<PackFacts>();
}

void TestCourierService::cleanup()
{
    m_node.reset();
    m_port.reset();
    m_pack.reset();
    m_wire.reset();
    m_other.reset();
}

QString TestCourierService::publish(Station &desk, const QStringList &approvers, const char *id)
{
    ChangeRequest made = m_world.request(m_node->pack().memory().state(TestWorld::now), s("soc.max"), 95'000);
    made.head.id = QByteArray(id).leftJustified(16, ' ');
    DocumentFile file;
    file.document = m_world.sign(made, s("courier.fleet-manager"), approvers);
    const QString path = desk.workspace->requestsFolder() + u'/' + QLatin1String(id) + s(".pwreq");
    const auto exchange = Exchange::open(address("leasing"));
    if (!wholefile::write(path, file.encode()).ok() || !exchange.ok()
        || !ExchangeVisit(**exchange, address("leasing"), *desk.workspace).publish(path).ok())
        return {};
    return path;
}

DocumentFile TestCourierService::fetched(Station &desk, const QString &path)
{
    const auto exchange = Exchange::open(address("leasing"));
    if (exchange.ok())
        (void)ExchangeVisit(**exchange, address("leasing"), *desk.workspace).fetch();
    const auto bytes = wholefile::read(path, DocumentFile::maxBytes);
    return bytes.ok() ? DocumentFile::decode(*bytes).value() : DocumentFile();
}

void TestCourierService::whatIsCompleteComesToThePackAndItsReceiptBack()
{
    Station desk(m_rules, m_facts);
    Depot depot(*m_wire, m_rules, m_facts);
    QVERIFY(depot.service->start(m_server->address(s("depot"))).ok());
    QTRY_VERIFY_WITH_TIMEOUT(depot.isUpToDate(), patience);
    const QString path = publish(desk, {s("leasing.asset-manager"), s("celldata.specialist")}, "complete");
    QTRY_COMPARE_WITH_TIMEOUT(receiptsAt(desk, path), 1, patience);
    QCOMPARE(pack().receipts.size(), 1);
    QVERIFY(pack().refusalCounts.isEmpty());
    QCOMPARE(depot.status().counts.documents, 1);
    QCOMPARE(depot.status().counts.refused, 0);
    // What the pack signs of itself since then is at the desk as well.
    const auto isTold = [&] {
        (void)fetched(desk, path);
        const auto word = desk.workspace->trust().pack(PackSerial::fromTrusted(serial))->lastWord();
        const auto heard = depot.workspace->trust().pack(PackSerial::fromTrusted(serial))->lastWord();
        return word && heard && *word == *heard && word->values == m_node->pack().memory().contents().values;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isTold(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(depot.status().counts.told >= 2, patience);
    // The lease is given back.
    QTRY_COMPARE_WITH_TIMEOUT(m_server->sql(s("select count(*) from packwarden.leases")), s("0"), patience);
    QVERIFY2(depot.warnings.isEmpty(), qPrintable(depot.warnings.join(u' ')));
}

void TestCourierService::whatIsNotCompleteStays_data()
{
    QTest::addColumn<QStringList>("approvers");
    QTest::addColumn<bool>("withdrawn");
    QTest::newRow("of the author alone") << QStringList{} << false;
    QTest::newRow("without the specialist") << QStringList{s("leasing.asset-manager")} << false;
    QTest::newRow("taken back") << QStringList{s("leasing.asset-manager"), s("celldata.specialist")} << true;
}

void TestCourierService::whatIsNotCompleteStays()
{
    QFETCH(const QStringList, approvers);
    QFETCH(const bool, withdrawn);
    Station desk(m_rules, m_facts);
    const QString path = publish(desk, approvers, "incomplete");
    if (withdrawn) {
        DocumentFile file = fetched(desk, path);
        const auto head = ChangeRequest::decode(file.document.payload)->head;
        file.withdrawals.append(
            CoseSign1::make(contenttype::withdrawal, Withdrawal{file.payloadSha256(), head.expires}.encode(),
                *m_world.key(s("leasing.asset-manager")), TestWorld::now - 5)
                ->encode());
        QVERIFY(wholefile::write(path, file.encode()).ok());
        const auto exchange = Exchange::open(address("leasing"));
        QVERIFY(ExchangeVisit(**exchange, address("leasing"), *desk.workspace).publish(path).ok());
    }
    Depot depot(*m_wire, m_rules, m_facts);
    QVERIFY(depot.service->start(m_server->address(s("depot"))).ok());
    QTRY_COMPARE_WITH_TIMEOUT(depot.status().documents, 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(depot.isUpToDate() && depot.status().counts.visits > 0, patience);
    if (withdrawn)
        QTRY_COMPARE_WITH_TIMEOUT(depot.status().counts.withdrawals, 1, patience);
    QTest::qWait(0);
    QVERIFY(pack().receipts.isEmpty());
    QVERIFY(pack().refusalCounts.isEmpty());
    QCOMPARE(depot.status().counts.documents, 0);
    QCOMPARE(m_server->sql(s("select count(*) from packwarden.leases")), s("0"));
}

void TestCourierService::twoCouriersAtOnePack()
{
    Station desk(m_rules, m_facts);
    Depot one(*m_wire, m_rules, m_facts);
    Depot two(*m_wire, m_rules, m_facts);
    QVERIFY(one.service->start(m_server->address(s("depot"))).ok());
    QVERIFY(two.service->start(m_server->address(s("depot-2"))).ok());
    QTRY_VERIFY_WITH_TIMEOUT(one.isUpToDate() && two.isUpToDate(), patience);
    const QString path = publish(desk, {s("leasing.asset-manager"), s("celldata.specialist")}, "both");
    QTRY_COMPARE_WITH_TIMEOUT(receiptsAt(desk, path), 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(one.isUpToDate() && two.isUpToDate(), patience);
    // One of them brought it, and the other one did not try (34 00 44); neither pack nor couriers were troubled
    // by the other one.
    QCOMPARE(one.status().counts.documents + two.status().counts.documents, 1);
    const auto log = m_wire->log();
    QCOMPARE(std::count_if(log.begin(), log.end(),
                 [](const QCanBusFrame &frame) {
                     return frame.payload().contains(QByteArray::fromHex("340044")) && (frame.frameId() & 0xFF) == 0xF1;
                 }),
        1);
    QCOMPARE(pack().receipts.size(), 1);
    QVERIFY(pack().refusalCounts.isEmpty());
    QVERIFY2((one.warnings + two.warnings).isEmpty(), qPrintable((one.warnings + two.warnings).join(u' ')));
    for (const Depot *depot : {&one, &two})
        QVERIFY(depot->workspace->trust().contradictory().isEmpty());
}

void TestCourierService::aClockThatIsAYearOff_data()
{
    QTest::addColumn<qint64>("beside");
    QTest::newRow("a year ahead") << year;
    QTest::newRow("a year behind") << -year;
}

void TestCourierService::aClockThatIsAYearOff()
{
    QFETCH(const qint64, beside);
    Station desk(m_rules, m_facts);
    Depot wrong(*m_wire, m_rules, m_facts, beside);
    QVERIFY(wrong.service->start(m_server->address(s("depot"))).ok());
    const QString path = publish(desk, {s("leasing.asset-manager"), s("celldata.specialist")}, "clock");
    QTRY_COMPARE_WITH_TIMEOUT(wrong.status().documents, 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(wrong.status().counts.visits + wrong.status().counts.visitsFailed > 0, patience);
    // It brings less, and nothing that the pack would refuse.
    QVERIFY(pack().refusalCounts.isEmpty());
    QCOMPARE(wrong.status().counts.documents, 0);
    // Nor does it keep another one from it.
    Depot right(*m_wire, m_rules, m_facts);
    QVERIFY(right.service->start(m_server->address(s("depot-2"))).ok());
    QTRY_COMPARE_WITH_TIMEOUT(receiptsAt(desk, path), 1, patience);
    QCOMPARE(right.status().counts.documents, 1);
    QVERIFY(pack().refusalCounts.isEmpty());
    QVERIFY(desk.workspace->trust().contradictory().isEmpty());
}

void TestCourierService::aHostileExchange_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<bool>("brought");
    const auto row = [](const char *name, const char *change, bool brought = false) {
        QTest::newRow(name) << s(change) << brought;
    };
    row("the twin: as it was published", "select 1", true);
    row("a signature kept back",
        "delete from packwarden.parts where id = (select id from packwarden.parts where kind = 'signature' limit 1)");
    row("a bit of every signature",
        "do $$ declare each text; begin for each in select conname from pg_constraint where conrelid = "
        "'packwarden.parts'::regclass and contype = 'c' loop execute 'alter table packwarden.parts drop constraint ' "
        "|| "
        "each; end loop; end $$; update packwarden.parts set content = set_byte(content, octet_length(content) - 1, "
        "255 - "
        "get_byte(content, octet_length(content) - 1))");
    row("the same with new hashes",
        "alter table packwarden.parts drop constraint if exists parts_content_check; update packwarden.parts set "
        "content "
        "= set_byte(content, octet_length(content) - 1, 255 - get_byte(content, octet_length(content) - 1)), id = "
        "sha256(set_byte(content, octet_length(content) - 1, 255 - get_byte(content, octet_length(content) - 1))) "
        "where "
        "kind = 'signature'");
    row("a receipt that no pack signed",
        "insert into packwarden.parts (document, kind, name, id, content, publisher) select id, 'receipt', '', "
        "sha256('x'), "
        "'x', 'courier' from packwarden.documents",
        true);
    row("signatures without end",
        "insert into packwarden.parts (document, kind, name, id, content, publisher) select id, 'signature', '', "
        "sha256(convert_to(n::text, 'UTF8')), convert_to(n::text, 'UTF8'), 'courier' from packwarden.documents, "
        "generate_series(1, 3000) as n",
        true);
    row("no lease for anybody",
        "create or replace function packwarden.take_lease(the_serial text, the_document bytea, the_holder text, "
        "seconds "
        "integer) returns boolean language sql as 'select false'",
        true);
}

void TestCourierService::aHostileExchange()
{
    QFETCH(const QString, change);
    QFETCH(const bool, brought);
    Station desk(m_rules, m_facts);
    const QString path = publish(desk, {s("leasing.asset-manager"), s("celldata.specialist")}, "hostile");
    QVERIFY(!path.isEmpty());
    QVERIFY2(!m_server->sql(change).isNull(), qPrintable(m_server->said));
    Depot depot(*m_wire, m_rules, m_facts);
    QVERIFY(depot.service->start(m_server->address(s("depot"))).ok());
    QTRY_COMPARE_WITH_TIMEOUT(depot.status().documents, 1, patience);
    if (brought)
        QTRY_COMPARE_WITH_TIMEOUT(depot.status().counts.documents, 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(depot.isUpToDate() && depot.status().counts.visits > 0, patience);
    QCOMPARE(pack().receipts.size(), brought ? 1 : 0);
    // Nothing was tried on the pack.
    QVERIFY(pack().refusalCounts.isEmpty());
    QCOMPARE(depot.status().counts.refused, 0);
}

void TestCourierService::withoutAnExchangeThePackIsServedAllTheSame()
{
    Depot depot(*m_wire, m_rules, m_facts);
    ChangeRequest made = m_world.request(m_node->pack().memory().state(TestWorld::now), s("soc.max"), 95'000);
    DocumentFile file;
    file.document
        = m_world.sign(made, s("courier.fleet-manager"), {s("leasing.asset-manager"), s("celldata.specialist")});
    const QString path = depot.workspace->requestsFolder() + s("/by-hand.pwreq");
    QVERIFY(wholefile::write(path, file.encode()).ok());
    // One that is given but is away keeps nothing from the pack either.
    QVERIFY(depot.service->start(s("postgresql:///x?host=/nowhere&user=depot")).ok());
    QTRY_COMPARE_WITH_TIMEOUT(depot.status().counts.documents, 1, patience);
    QCOMPARE(depot.status().exchange.reach, ExchangeState::Reach::Offline);
    QCOMPARE(pack().receipts.size(), 1);
    // After the end nothing more is begun.
    depot.service->stop();
    QVERIFY(!depot.status().isRunning);
}

/// A second bus with a second pack; and the first pack goes over to it.
void TestCourierService::onTwoBusesEachPackIsServed()
{
    TestPack second(m_world, servicedPack(m_world, s("SDB-TEST-0002")), TestPack::Agreed::ByAll, 0x11);
    MemoryPort port(*m_other);
    sim::SimulatedNode node(port, std::move(second.pack));
    port.open();
    Station station(m_rules, m_facts);
    std::vector<std::unique_ptr<PackLink>> links;
    QList<CourierService::Bus> buses;
    for (MemoryWire *wire : {m_wire.get(), m_other.get()}) {
        LinkTimings timings;
        timings.packGoneAfter = quick.rounds.gone;
        links.push_back(std::make_unique<PackLink>(
            [wire](const QString &, QObject *parent) {
                auto *made = new MemoryPort(*wire, parent);
                made->setAsksInFd(true);
                return made;
            },
            station.clock, timings));
        buses.append({QStringLiteral("memory:%1").arg(buses.size()), links.back().get()});
    }
    CourierService service(*station.workspace, buses, quick);
    QVERIFY(station.workspace->trust().learn(m_world.crl(s("leasing"), {}, 2)).ok());
    QVERIFY(service.start({}).ok());
    QTRY_VERIFY_WITH_TIMEOUT(service.status().here == 2 && service.status().upToDate == 2, patience);
    QCOMPARE(service.status().counts.lists, 2);
    QCOMPARE(service.status().buses.at(1).packs, 1);
    // One of them is gone, and only that one.
    m_port->close();
    QTRY_VERIFY_WITH_TIMEOUT(service.status().here == 1, patience);
    QCOMPARE(service.status().buses.at(1).packs, 1);
    // It comes on the other bus, and is the same pack: nothing is brought twice.
    m_node.reset();
    m_port.reset();
    m_pack = std::make_unique<TestPack>(m_world, *m_state, TestPack::Agreed::ByAll);
    m_port = std::make_unique<MemoryPort>(*m_other);
    m_node = std::make_unique<sim::SimulatedNode>(*m_port, std::move(m_pack->pack));
    m_port->open();
    QTRY_VERIFY_WITH_TIMEOUT(service.status().buses.at(1).packs == 2 && service.status().upToDate == 2, patience);
    QVERIFY(pack().refusalCounts.isEmpty());
}

void TestCourierService::theStatusIsReadBack()
{
    Depot depot(*m_wire, m_rules, m_facts);
    QVERIFY(depot.service->start({}).ok());
    QTRY_VERIFY_WITH_TIMEOUT(depot.isUpToDate(), patience);
    const QByteArray bytes = QJsonDocument(depot.status().toJson()).toJson();
    const auto read = CourierStatus::readJson(bytes);
    QVERIFY(read.ok());
    QCOMPARE(read->value(s("here")).toInt(), 1);
    QCOMPARE(read->value(s("buses")).toArray().first()[s("condition")].toString(), s("connected"));
    QCOMPARE(read->value(s("exchange"))[s("reach")].toString(), s("off"));
    for (const QByteArray &odd :
        {QByteArray(), QByteArray("{}"), QByteArray("[1]"), QByteArray("{\"version\":2,\"written\":1}"),
            QByteArray("{\"version\":1,\"written\":\"x\"}"), bytes.left(bytes.size() / 2)})
        QCOMPARE(CourierStatus::readJson(odd).code(), Code::Malformed);
    // A name from outside breaks no line of the figures.
    CourierStatus status = depot.status();
    status.buses.first().device = s("a\"b\\c\n1");
    QVERIFY(status.toPrometheus().contains("packwarden_courier_bus_packs{bus=\"a\\\"b\\\\c\\n1\"} 1\n"));
}

QTEST_GUILESS_MAIN(TestCourierService)
#include "tst_courierservice.moc"
