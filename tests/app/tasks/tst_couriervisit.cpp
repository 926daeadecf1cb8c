// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tasks/courier.h"
#include "app/tasks/statementdesk.h"
#include "hw/can/memorywire.h"
#include "hw/sim/simulatednode.h"
#include "models/audit/auditstore.h"
#include "models/core/base/whendone.h"
#include "models/core/documents/withdrawal.h"
#include "models/signoffs/documentfolder.h"
#include "models/trust/trustbook.h"
#include "models/workspace/workspace.h"
#include "tests/hw/sim/support/tester.h"
#include "tests/hw/support/testticker.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

const QString serial = QStringLiteral("SDB-TEST-0001");
const QString owner = QStringLiteral("leasing.asset-manager");
const QString author = QStringLiteral("courier.fleet-manager");
const QString specialist = QStringLiteral("celldata.specialist");

} // namespace

/// A console visits the simulated pack: what it brings arrives, what it takes along is kept.
class TestCourierVisit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void bringsAListOnce();
    void bringsAWithdrawal();
    void takesReceiptsHeadsAndAStatement();
    void aPackThatIsGoneEndsTheVisit();
    void nothingIsBroughtWithoutTrust();
    void answersToOthersAreNotItsOwn();
    void eachQuestionHasItsAnswer();

private:
    Result<> visit();
    QString keep(const DocumentFile &file);
    DocumentFile request(const QStringList &approvers, const char *id);
    DeliveryResult deliver(const QByteArray &document);
    const sim::PackContents &pack() const { return m_node->pack().memory().contents(); }

    CryptoRuntime m_crypto;
    TestWorld m_world;
    std::optional<PackState> m_state;
    std::unique_ptr<QTemporaryDir> m_folder;
    TestTicker m_ticker;
    std::unique_ptr<MemoryWire> m_wire;
    std::unique_ptr<TestPack> m_pack;
    std::unique_ptr<MemoryPort> m_port;
    std::unique_ptr<sim::SimulatedNode> m_node;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<PackLink> m_link;
    std::unique_ptr<PackRequests> m_requests;
    std::unique_ptr<StatementDesk> m_statements;
    std::unique_ptr<Courier> m_courier;
    QList<Result<>> m_visits; ///< how they ended
    int m_carried = 0;
};

void TestCourierVisit::initTestCase()
{
    m_state = servicedPack(m_world);
}

void TestCourierVisit::init()
{
    cleanup(); // an init that failed has none
    m_carried = 0;
    m_visits.clear();
    m_folder = std::make_unique<QTemporaryDir>();
    m_wire = std::make_unique<MemoryWire>(&m_ticker);
    m_pack = std::make_unique<TestPack>(m_world, *m_state, TestPack::Agreed::ByAll);
    m_port = std::make_unique<MemoryPort>(*m_wire);
    m_node = std::make_unique<sim::SimulatedNode>(*m_port, std::move(m_pack->pack));
    m_port->open();
    auto opened = Workspace::open(m_folder->path(), m_pack->clock);
    QVERIFY(opened.ok());
    m_workspace = std::move(opened).value();
    m_link = std::make_unique<PackLink>(
        [this](const QString &, QObject *parent) { return new MemoryPort(*m_wire, parent); }, m_pack->clock);
    m_requests = std::make_unique<PackRequests>(*m_link);
    m_statements = std::make_unique<StatementDesk>(*m_workspace, *m_requests);
    m_courier = std::make_unique<Courier>(*m_workspace, *m_requests, *m_statements);
    connect(
        m_courier.get(), &Courier::carried, this, [this](const QString &, CourierLoad::Kind, const Result<> &result) {
            QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(codeName(result.code()) + result.error().detail));
            ++m_carried;
        });
    connect(m_courier.get(), &Courier::visited, this,
        [this](const QString &, const Result<> &result) { m_visits.append(result); });
    QSignalSpy telemetry(m_link.get(), &PackLink::telemetry);
    m_link->open(QStringLiteral("memory:0"));
    const auto named = [&] {
        return !telemetry.isEmpty()
            && telemetry.constLast().constFirst().value<QList<PackTelemetry>>().value(0).serial == serial;
    };
    QTRY_VERIFY(named());
    QSignalSpy facts(m_link.get(), &PackLink::factsRead);
    QSignalSpy rules(m_link.get(), &PackLink::rulesRead);
    m_link->readFacts(serial);
    m_link->readRules(serial);
    QTRY_COMPARE_WITH_TIMEOUT(rules.size(), 1, 30'000);
    TrustBook &trust = m_workspace->trust();
    QVERIFY(trust.pin(rules.constFirst().constFirst().value<PackRules>(), {}).ok());
    QVERIFY(trust.learn(facts.constFirst().constFirst().value<PackFacts>()).ok());
    QVERIFY(trust.learn(rules.constFirst().constFirst().value<PackRules>()).ok());
}

void TestCourierVisit::cleanup()
{
    m_courier.reset();
    m_statements.reset();
    m_requests.reset();
    m_link.reset();
    m_workspace.reset();
    m_node.reset();
    m_port.reset();
    m_pack.reset();
    m_wire.reset();
    m_folder.reset();
}

Result<> TestCourierVisit::visit()
{
    m_visits.clear();
    m_courier->visit(serial);
    if (!waitFor([this] { return m_visits.size() == 1; }, 30'000))
        return {Code::Internal, QStringLiteral("no end")};
    return m_visits.constFirst();
}

DocumentFile TestCourierVisit::request(const QStringList &approvers, const char *id)
{
    ChangeRequest made
        = m_world.request(m_node->pack().memory().state(TestWorld::now), QStringLiteral("soc.max"), 95'000);
    made.head.id = QByteArray(id).leftJustified(16, ' ');
    DocumentFile file;
    file.document = m_world.sign(made, author, approvers);
    return file;
}

QString TestCourierVisit::keep(const DocumentFile &file)
{
    QFile out(m_folder->filePath(QStringLiteral("file.pwreq")));
    if (!out.open(QIODevice::WriteOnly) || out.write(file.encode()) < 0)
        return {};
    out.close();
    const auto path = importDocument(*m_workspace, out.fileName());
    return path.ok() ? *path : QString();
}

DeliveryResult TestCourierVisit::deliver(const QByteArray &document)
{
    QSignalSpy delivered(m_link.get(), &PackLink::delivered);
    m_link->deliver(serial, documentkind::request, document, 1);
    if (!waitFor([&] { return delivered.size() == 1; }, 30'000))
        return {};
    return delivered.constFirst().constFirst().value<DeliveryResult>();
}

void TestCourierVisit::bringsAListOnce()
{
    const CrlEntry newer = m_world.crl(QStringLiteral("leasing"), {}, 2);
    QVERIFY(!pack().crls.contains(encodeCrlEntry(newer)));
    QVERIFY(m_workspace->trust().learn(newer).ok());
    const Result<> first = visit();
    QVERIFY2(first.ok(), first.ok() ? "" : qPrintable(codeName(first.code()) + u' ' + first.error().detail));
    QCOMPARE(m_carried, 1);
    QVERIFY(pack().crls.contains(encodeCrlEntry(newer)));
    QVERIFY(m_workspace->trust().pack(PackSerial::fromTrusted(serial))->rules.crls.contains(encodeCrlEntry(newer)));
    QVERIFY(visit().ok());
    QCOMPARE(m_carried, 1);
    // Nothing was refused on the way.
    QVERIFY(pack().refusalCounts.isEmpty());
}

void TestCourierVisit::bringsAWithdrawal()
{
    DocumentFile file = request({owner, specialist}, "withdrawn");
    const auto head = ChangeRequest::decode(file.document.payload)->head;
    const auto word = CoseSign1::make(contenttype::withdrawal, Withdrawal{file.payloadSha256(), head.expires}.encode(),
        *m_world.key(owner), TestWorld::now - 5);
    QVERIFY(word.ok());
    file.withdrawals.append(word->encode());
    QVERIFY(!keep(file).isEmpty());
    QVERIFY(visit().ok());
    QCOMPARE(m_carried, 1);
    // Another copy, without the withdrawal, is void there from now on.
    const DeliveryResult late = deliver(file.document.encode());
    QVERIFY(!late.applied);
    QCOMPARE(late.error.code, Code::Withdrawn);
    QVERIFY(visit().ok());
    QCOMPARE(m_carried, 1);
}

void TestCourierVisit::takesReceiptsHeadsAndAStatement()
{
    const DocumentFile file = request({owner, specialist}, "delivered");
    const QString path = keep(file);
    QVERIFY(!path.isEmpty());
    // Another console delivers it, and keeps the receipt to itself.
    const DeliveryResult result = deliver(file.document.encode());
    QVERIFY2(result.applied, qPrintable(result.error.detail));
    QVERIFY(m_workspace->trust().pack(PackSerial::fromTrusted(serial))->statement.isEmpty());
    const qint64 before = m_workspace->audit().head().count;
    const Result<> visited = visit();
    QVERIFY2(visited.ok(), visited.ok() ? "" : qPrintable(codeName(visited.code()) + u' ' + visited.error().detail));
    QFile kept(path);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    const auto now = DocumentFile::decode(kept.readAll());
    QVERIFY(now.ok());
    QCOMPARE(now->receipts, QList{result.receipt});
    QVERIFY(!m_workspace->trust().pack(PackSerial::fromTrusted(serial))->statement.isEmpty());
    QVERIFY(m_workspace->audit().head().count > before);
    // Again: nothing is new.
    const qint64 after = m_workspace->audit().head().count;
    QVERIFY(visit().ok());
    QCOMPARE(m_workspace->audit().head().count, after);
}

void TestCourierVisit::aPackThatIsGoneEndsTheVisit()
{
    m_courier->visit(QStringLiteral("SDB-TEST-0002"));
    m_courier->visit(QStringLiteral("no serial"));
    m_courier->visit(serial);
    QTRY_COMPARE_WITH_TIMEOUT(m_visits.size(), 3, 30'000);
    // What is no serial is told at once, and who is gone holds up nobody.
    QVERIFY(!m_visits.at(0).ok());
    QCOMPARE(m_visits.at(1).code(), Code::PackUnreachable);
    QVERIFY(m_visits.at(2).ok());
    QCOMPARE(m_carried, 0);
}

void TestCourierVisit::nothingIsBroughtWithoutTrust()
{
    QTemporaryDir folder;
    auto empty = Workspace::open(folder.path(), m_pack->clock);
    QVERIFY(empty.ok());
    Courier stranger(**empty, *m_requests, *m_statements);
    connect(&stranger, &Courier::visited, this,
        [this](const QString &, const Result<> &result) { m_visits.append(result); });
    stranger.visit(serial);
    QCOMPARE(m_visits.size(), 1);
    QCOMPARE(m_visits.constFirst().code(), Code::UnknownIssuer);
}

void TestCourierVisit::answersToOthersAreNotItsOwn()
{
    QSignalSpy answered(m_link.get(), &PackLink::answered);
    // Somebody else asks and delivers in the middle of the visit.
    m_courier->visit(serial);
    m_link->ask(serial, PackQuestion::Counters, 1);
    m_link->ask(QStringLiteral("SDB-TEST-0002"), PackQuestion::Knowledge, 2);
    m_link->deliver(QStringLiteral("SDB-TEST-0002"), documentkind::crl, "x", 3);
    QTRY_COMPARE_WITH_TIMEOUT(m_visits.size(), 1, 30'000);
    QVERIFY(m_visits.constFirst().ok());
    QVERIFY(answered.size() >= 2);
}

/// One result for each future, whatever else is asked; none for one that is cancelled, or whose asker is gone.
void TestCourierVisit::eachQuestionHasItsAnswer()
{
    const QString stranger = QStringLiteral("SDB-TEST-0009");
    QStringList told;
    auto asker = std::make_unique<QObject>();
    const auto tell = [&told](const char *who) {
        return [&told, who](const auto &answer) {
            using Answer = std::decay_t<decltype(answer)>;
            QString word = QStringLiteral("done");
            if constexpr (std::is_same_v<Answer, PackAnswer>)
                word = answer.ok() ? word : QString(codeName(answer.error.code));
            else if constexpr (std::is_same_v<Answer, Result<PackFacts>>)
                word = answer.ok() ? word : QString(codeName(answer.code()));
            else
                word = answer.done ? word : QString(codeName(answer.error.code));
            told.append(QStringLiteral("%1 %2").arg(QLatin1String(who), word));
        };
    };
    whenDone(this, m_requests->ask(serial, PackQuestion::Counters), tell("counters"));
    whenDone(this, m_requests->ask(stranger, PackQuestion::Counters), tell("stranger"));
    auto cancelled = m_requests->ask(serial, PackQuestion::Lock);
    whenDone(this, cancelled, tell("cancelled"));
    cancelled.cancel();
    whenDone(asker.get(), m_requests->ask(serial, PackQuestion::Heads), tell("gone"));
    asker.reset();
    whenDone(this, m_requests->readFacts(serial), tell("facts"));
    whenDone(this, m_requests->readFacts(stranger), tell("stranger's facts"));
    whenDone(this, m_requests->act(serial, actions::clearFaults()), tell("act"));
    m_link->ask(serial, PackQuestion::Counters, 1); // somebody asks the link itself
    whenDone(this, m_requests->statement(serial, QByteArray(32, 'n')), tell("statement"));
    QTRY_VERIFY_WITH_TIMEOUT(told.contains(QLatin1String("statement done")), 30'000);
    told.sort();
    QCOMPARE(told,
        (QStringList{QStringLiteral("act not-signed-in"), QStringLiteral("counters done"), QStringLiteral("facts done"),
            QStringLiteral("statement done"), QStringLiteral("stranger pack-unreachable"),
            QStringLiteral("stranger's facts pack-unreachable")}));
}

QTEST_GUILESS_MAIN(TestCourierVisit)
#include "tst_couriervisit.moc"
