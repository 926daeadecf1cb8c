// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/can/memorywire.h"
#include "hw/link/packlink.h"
#include "hw/sim/simulatednode.h"
#include "models/core/pack/statement.h"
#include "tests/hw/sim/support/tester.h"
#include "tests/hw/support/testticker.h"

#include <QPromise>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace packwarden;
using namespace packwarden::test;

namespace {

const QString serial = QStringLiteral("SDB-TEST-0001");
const QString technician = QStringLiteral("service.technician");
const QString fleetManager = QStringLiteral("courier.fleet-manager");

/// A console at the wire, with somebody's key on a thread of its own.
struct Desk
{
    Desk(MemoryWire &wire, const Clock &clock)
        : link([&wire](const QString &, QObject *parent) { return new MemoryPort(wire, parent); }, clock)
    {
        QObject::connect(&link, &PackLink::acted, &link,
            [this](const ActionResult &result, quint64 id) { results.insert(id, result); });
        QObject::connect(
            &link, &PackLink::answered, &link, [this](const PackAnswer &answer) { answers.append(answer); });
        QObject::connect(&link, &PackLink::telemetry, &link, [this](const QList<PackTelemetry> &packs) {
            found = found || (!packs.isEmpty() && packs.constFirst().serial == serial);
        });
        QObject::connect(&link, &PackLink::authenticated, &link,
            [this](const QString &, const SessionInfo &info) { session = info; });
        QObject::connect(&link, &PackLink::authenticationFailed, &link,
            [this](const QString &, const Error &error) { failures.append(error); });
        worker.setMaxThreadCount(1);
        link.open(QStringLiteral("memory:0"));
    }
    ~Desk() { worker.waitForDone(); }

    void authenticate(const std::shared_ptr<SigningKey> &key, const DeviceTrust &trust)
    {
        Credential credential;
        for (const Certificate &certificate : key->chain())
            credential.chain.append(certificate.der);
        credential.trust = trust;
        credential.sign = [this, key](const QByteArray &bytes) {
            auto promise = std::make_shared<QPromise<Result<QByteArray>>>();
            promise->start();
            const auto future = promise->future();
            worker.start([promise, key, bytes] {
                promise->addResult(key->sign(bytes));
                promise->finish();
            });
            return future;
        };
        link.authenticate(serial, credential);
    }

    PackLink link;
    QThreadPool worker;
    QMap<quint64, ActionResult> results;
    QList<PackAnswer> answers;
    QList<Error> failures;
    SessionInfo session;
    bool found = false;
};

} // namespace

/// Consoles' own links against the simulated pack: authentication, signed actions, questions; and two at once.
class TestConsoles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void actsInSomebodysName();
    void refusedByRole();
    void refusedWithItsReason();
    void strangersAreTurnedAway_data();
    void strangersAreTurnedAway();
    void allQuestions();
    void statementOverMyNonce();
    void deliveryBetweenActions();
    void case88_twoConsolesTakeTurns();

private:
    ActionResult act(const QByteArray &request);

    CryptoRuntime m_crypto;
    TestWorld m_world;
    std::optional<PackState> m_state;
    DeviceTrust m_trust;
    TestTicker m_ticker;
    std::unique_ptr<MemoryWire> m_wire;
    std::unique_ptr<TestPack> m_pack;
    std::unique_ptr<MemoryPort> m_port;
    std::unique_ptr<sim::SimulatedNode> m_node;
    std::unique_ptr<Desk> m_desk;
    quint64 m_id = 0;
};

void TestConsoles::initTestCase()
{
    m_state = servicedPack(m_world);
    m_trust = {m_world.root(QStringLiteral("manufacturer")), m_state->crls};
}

void TestConsoles::init()
{
    m_wire = std::make_unique<MemoryWire>(&m_ticker);
    m_pack = std::make_unique<TestPack>(m_world, *m_state);
    m_port = std::make_unique<MemoryPort>(*m_wire);
    m_node = std::make_unique<sim::SimulatedNode>(*m_port, std::move(m_pack->pack));
    m_port->open();
    m_desk = std::make_unique<Desk>(*m_wire, m_pack->clock);
    QTRY_VERIFY(m_desk->found);
}

void TestConsoles::cleanup()
{
    m_desk.reset();
    m_node.reset();
    m_port.reset();
    m_pack.reset();
    m_wire.reset();
}

ActionResult TestConsoles::act(const QByteArray &request)
{
    const quint64 id = ++m_id;
    m_desk->link.act(serial, request, id);
    const bool ended = waitFor([&] { return m_desk->results.contains(id); }, 20'000);
    return ended ? m_desk->results.value(id) : ActionResult();
}

void TestConsoles::actsInSomebodysName()
{
    m_desk->authenticate(m_world.key(technician), m_trust);
    QTRY_VERIFY(m_desk->session.authenticated);
    QCOMPARE(m_desk->session.person, technician);
    QVERIFY(m_desk->session.capabilities.contains(QStringLiteral("self-test")));
    QVERIFY(act(actions::selfTest()).done);
    QVERIFY(act(actions::balance()).done);
    QVERIFY(act(actions::clearFaults()).done);
    const ActionResult set = act(actions::setParameter(4, Milli{400'000}));
    QVERIFY2(set.done, qPrintable(codeName(set.error.code) + set.error.detail));
    const ParameterId interval = ParameterId::fromTrusted(QStringLiteral("service.interval"));
    QCOMPARE(m_node->pack().memory().state(TestWorld::now).value(interval), Milli{400'000});
    QVERIFY(m_desk->failures.isEmpty());
}

void TestConsoles::refusedByRole()
{
    // case 107
    m_desk->authenticate(m_world.key(fleetManager), m_trust);
    QTRY_VERIFY(m_desk->session.authenticated);
    const ActionResult result = act(actions::selfTest());
    QVERIFY(!result.done);
    QCOMPARE(codeName(result.error.code), codeName(Code::SignerNotAuthorised));
    QVERIFY(act(actions::activate(QStringLiteral("drive"))).done);
    QVERIFY(act(actions::deactivate()).done);
}

void TestConsoles::refusedWithItsReason()
{
    m_desk->authenticate(m_world.key(technician), m_trust);
    const ActionResult beyond = act(actions::setParameter(4, Milli{2'000'000'000}));
    QVERIFY(!beyond.done);
    QCOMPARE(codeName(beyond.error.code), codeName(Code::AboveSiliconLimit));
    // Layer 4 is changed by documents only.
    const ActionResult layer4 = act(actions::setParameter(3, Milli{4150}));
    QVERIFY(!layer4.done);
    QCOMPARE(m_node->pack().memory().state(TestWorld::now).values, m_state->values);
}

void TestConsoles::strangersAreTurnedAway_data()
{
    QTest::addColumn<TestWorld::Leaf>("leaf");
    QTest::addColumn<Code>("code");
    const QString key = QStringLiteral("service.technician");
    const auto leaf = [&](const char *party, const char *role) {
        TestWorld::Leaf made;
        made.party = QLatin1String(party);
        made.person = key;
        made.role = QLatin1String(role);
        made.keyName = key;
        return made;
    };
    TestWorld::Leaf old = leaf("service", "technician");
    old.until = TestWorld::now - 60;
    QTest::newRow("case 34: expired") << old << Code::CertificateExpired;
    QTest::newRow("case 33: unknown root") << leaf("stranger", "technician") << Code::UnknownIssuer;
    QTest::newRow("case 107: a role that is not for this party")
        << leaf("leasing", "technician") << Code::RoleNotIssuable;
}

void TestConsoles::strangersAreTurnedAway()
{
    QFETCH(TestWorld::Leaf, leaf);
    QFETCH(Code, code);
    m_desk->authenticate(m_world.makeKey(leaf), m_trust);
    QTRY_COMPARE(m_desk->failures.size(), 1);
    QCOMPARE(codeName(m_desk->failures.constFirst().code), codeName(code));
    QCOMPARE(act(actions::selfTest()).error.code, Code::NotSignedIn);
}

void TestConsoles::allQuestions()
{
    m_desk->authenticate(m_world.key(technician), m_trust);
    QTRY_VERIFY(m_desk->session.authenticated);
    const QList<PackQuestion> questions{PackQuestion::Knowledge, PackQuestion::Heads, PackQuestion::Repository,
        PackQuestion::Lock, PackQuestion::Components, PackQuestion::Counters, PackQuestion::Session,
        PackQuestion::Changes, PackQuestion::Refusals, PackQuestion::Faults};
    for (PackQuestion question : questions)
        m_desk->link.ask(serial, question, ++m_id);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->answers.size(), questions.size(), 20'000);
    for (const PackAnswer &answer : std::as_const(m_desk->answers))
        QVERIFY2(answer.ok(), qPrintable(QString::number(int(answer.question)) + answer.error.detail));
    QCOMPARE(m_desk->answers.at(0).as<PackKnowledge>()->lists.size(), m_state->crls.size());
    QCOMPARE(m_desk->answers.at(3).as<LockInfo>()->state, QStringLiteral("inactive"));
    QVERIFY(m_desk->answers.at(6).as<SessionInfo>()->authenticated);
    // Given back, the pack's own audit is closed.
    QSignalSpy ended(&m_desk->link, &PackLink::deauthenticated);
    m_desk->link.deauthenticate(serial);
    QTRY_COMPARE(ended.size(), 1);
    m_desk->link.ask(serial, PackQuestion::Changes, ++m_id);
    QTRY_COMPARE(m_desk->answers.size(), questions.size() + 1);
    QCOMPARE(m_desk->answers.constLast().error.code, Code::NotSignedIn);
}

void TestConsoles::statementOverMyNonce()
{
    const QByteArray nonce(32, 'n');
    m_desk->link.statement(serial, nonce, 1);
    QTRY_VERIFY(m_desk->results.contains(1));
    const ActionResult made = m_desk->results.value(1);
    QVERIFY2(made.done, qPrintable(made.error.detail));
    const auto statement = verifyStatement(made.data, nonce, m_state->charter, m_state->crls);
    QVERIFY2(statement.ok(), statement.ok() ? "" : qPrintable(statement.error().detail));
    QCOMPARE(statement->values, m_state->values);
    QCOMPARE(statement->version, 2);
    QCOMPARE(statement->siliconSha256, m_state->silicon.sha256());
    QCOMPARE(statement->foundationSha256, m_state->foundation.sha256());
    QVERIFY(!verifyStatement(made.data, QByteArray(32, 'm'), m_state->charter, m_state->crls).ok());
    // A nonce of another length is none.
    m_desk->link.statement(serial, nonce.chopped(1), 2);
    QTRY_VERIFY(m_desk->results.contains(2));
    QVERIFY(!m_desk->results.value(2).done);
}

void TestConsoles::deliveryBetweenActions()
{
    m_desk->authenticate(m_world.key(technician), m_trust);
    QVERIFY(act(actions::selfTest()).done);
    QSignalSpy delivered(&m_desk->link, &PackLink::delivered);
    const PackState state = m_node->pack().memory().state(TestWorld::now);
    const QByteArray bytes = m_world.signedBytes(m_world.request(state, QStringLiteral("soc.max"), 95'000),
        {QStringLiteral("leasing.asset-manager"), QStringLiteral("celldata.specialist")});
    m_desk->link.deliver(serial, documentkind::request, bytes, 1);
    QTRY_COMPARE_WITH_TIMEOUT(delivered.size(), 1, 20'000);
    const auto result = delivered.constFirst().constFirst().value<DeliveryResult>();
    QVERIFY2(result.applied, qPrintable(result.error.detail));
    // Entering the programming session ended the rights; they come back by themselves.
    QVERIFY(act(actions::selfTest()).done);
    QSignalSpy read(&m_desk->link, &PackLink::documentsRead);
    m_desk->link.readDocuments(serial, documentkind::receipt, 2);
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(read.constFirst().constFirst().value<PackDocuments>().list, QList{result.receipt});
    QVERIFY(act(actions::selfTest()).done);
    QVERIFY(m_desk->failures.isEmpty());
}

void TestConsoles::case88_twoConsolesTakeTurns()
{
    Desk other(*m_wire, m_pack->clock);
    QTRY_VERIFY(other.found);
    const QByteArray before = m_node->pack().memory().contents().receipts.isEmpty() ? QByteArray() : "receipts";
    QVERIFY(before.isEmpty());
    m_desk->authenticate(m_world.key(technician), m_trust);
    other.authenticate(m_world.key(fleetManager), m_trust);
    QSignalSpy delivered(&other.link, &PackLink::delivered);
    constexpr int rounds = 3;
    for (int i = 0; i < rounds; ++i) {
        m_desk->link.act(serial, actions::setParameter(4, Milli{400'000 + i}), quint64(i));
        other.link.act(serial, actions::activate(QStringLiteral("drive")), quint64(i));
    }
    const PackState state = m_node->pack().memory().state(TestWorld::now);
    const QByteArray bytes = m_world.signedBytes(m_world.request(state, QStringLiteral("soc.max"), 95'000),
        {QStringLiteral("leasing.asset-manager"), QStringLiteral("celldata.specialist")});
    other.link.deliver(serial, documentkind::request, bytes, 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->results.size(), rounds, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(other.results.size(), rounds, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(delivered.size(), 1, 60'000);
    for (const auto &results : {m_desk->results, other.results}) {
        for (const ActionResult &one : results)
            QVERIFY2(one.done, qPrintable(codeName(one.error.code) + u' ' + one.error.detail));
    }
    QVERIFY(delivered.constFirst().constFirst().value<DeliveryResult>().applied);
    QVERIFY(m_desk->failures.isEmpty());
    QVERIFY(other.failures.isEmpty());
    // Each was carried out once, in its own name.
    m_desk->link.ask(serial, PackQuestion::Changes, 9);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->answers.size(), 1, 20'000);
    const auto *changes = m_desk->answers.constFirst().as<QList<PackLogRecord>>();
    QVERIFY(changes);
    QMap<QString, int> count;
    for (const PackLogRecord &record : *changes)
        ++count[record.action];
    QVERIFY2(count.value(QStringLiteral("write")) == rounds && count.value(QStringLiteral("activate")) == rounds,
        qPrintable(count.keys().join(u' ')));
}

QTEST_GUILESS_MAIN(TestConsoles)
#include "tst_consoles.moc"
