// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tasks/courier.h"
#include "app/tasks/packrounds.h"
#include "app/tasks/statementdesk.h"
#include "app/tasks/trustdesk.h"
#include "hw/can/memorywire.h"
#include "hw/sim/simulatednode.h"
#include "models/core/documents/rulechange.h"
#include "models/rules/rulebytes.h"
#include "models/trust/trustbook.h"
#include "models/workspace/workspace.h"
#include "tests/hw/sim/support/tester.h"
#include "tests/support/goingclock.h"

#include <QPromise>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

const QString one = QStringLiteral("SDB-TEST-0001");
const QString two = QStringLiteral("SDB-TEST-0002");
const QString driver = QStringLiteral("courier.fleet-manager");
constexpr int patience = 30'000;
constexpr PackRounds::Timings quick{20, 50, 100, 60'000, 30'000, 2000};
} // namespace

/// What a console learns reaches the packs on its bus, and what they learn elsewhere reaches the console, while both
/// run on.
class TestPackRounds final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void whatIsKnownByItsHashIsNotReadAgain();
    void whatTwoPacksHoldIsReadFromOne();
    void aFirstPackThatShowsNothingDoesNotHoldUpTheNext();
    void aRevokedDriverIsRefusedByEveryPack();
    void whatNeedsNoVisitGetsNone();
    void aPackThatRefusesIsLeftAlone();
    void whatAnotherConsoleChangedIsFollowed();
    void anOldMemoryIsFoundWhenThePackComesBack();
    void twoConsolesGetOnWithOnePack();

private:
    struct Pack
    {
        std::unique_ptr<TestPack> parts;
        std::unique_ptr<MemoryPort> port;
        std::unique_ptr<sim::SimulatedNode> node;
        const sim::PackContents &contents() const { return node->pack().memory().contents(); }
    };
    Pack pack(const QString &serial, int node);
    void startRounds();
    /// The rules of the packs with another limit, signed by all who must.
    QByteArray nextPolicy();
    DeliveryResult deliverPolicy(const QString &serial, const QByteArray &document);
    ActionResult activate(const QString &serial);
    Error refusalOf(const QString &serial);
    int visits(int node) const;
    /// What was asked of it by RequestUpload (35), by kind.
    QMap<int, int> uploads(int node) const;
    TrustBook &trust() { return m_workspace->trust(); }
    bool holds(const Pack &pack, const CrlEntry &list) const
    {
        return pack.contents().crls.contains(encodeCrlEntry(list));
    }

    CryptoRuntime m_crypto;
    TestWorld m_world;
    GoingClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MemoryWire> m_wire;
    Pack m_one;
    Pack m_two;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<PackLink> m_link;
    std::unique_ptr<PackRequests> m_requests;
    std::unique_ptr<StatementDesk> m_statements;
    std::unique_ptr<Courier> m_courier;
    std::unique_ptr<TrustDesk> m_trust;
    std::unique_ptr<PackRounds> m_rounds;
};

TestPackRounds::Pack TestPackRounds::pack(const QString &serial, int node)
{
    Pack made;
    made.parts = std::make_unique<TestPack>(m_world, servicedPack(m_world, serial), TestPack::Agreed::ByAll, node);
    made.port = std::make_unique<MemoryPort>(*m_wire);
    made.node = std::make_unique<sim::SimulatedNode>(*made.port, std::move(made.parts->pack));
    made.port->open();
    return made;
}

void TestPackRounds::initTestCase()
{
    servicedPack(m_world); // keys take their time
}

void TestPackRounds::init()
{
    cleanup();
    m_folder = std::make_unique<QTemporaryDir>();
    m_wire = std::make_unique<MemoryWire>();
    m_one = pack(one, 0x10);
    m_two = pack(two, 0x11);
    auto opened = Workspace::open(m_folder->path(), m_clock);
    QVERIFY(opened.ok());
    m_workspace = std::move(opened).value();
    LinkTimings timings;
    timings.packGoneAfter = quick.gone;
    // In long frames: a document is read in a second.
    m_link = std::make_unique<PackLink>(
        [this](const QString &, QObject *parent) {
            auto *port = new MemoryPort(*m_wire, parent);
            port->setAsksInFd(true);
            return port;
        },
        m_clock, timings);
    m_requests = std::make_unique<PackRequests>(*m_link);
    m_statements = std::make_unique<StatementDesk>(*m_workspace, *m_requests);
    m_courier = std::make_unique<Courier>(*m_workspace, *m_requests, *m_statements);
    m_trust = std::make_unique<TrustDesk>(*m_workspace, *m_statements);
    startRounds();
    connect(m_link.get(), &PackLink::factsRead, this, [this](const PackFacts &facts) { (void)trust().learn(facts); });
    // Somebody compares the fingerprints of the first rules, once.
    connect(m_trust.get(), &TrustDesk::firstOffered, m_trust.get(), &TrustDesk::accept);
    m_link->open(QStringLiteral("memory:0"));
    const auto isProved = [this](const QString &serial) {
        const auto known = trust().pack(PackSerial::fromTrusted(serial));
        return known && known->readAt > 0 && known->areLimitsProved();
    };
    QTRY_VERIFY_WITH_TIMEOUT(isProved(one) && isProved(two) && m_rounds->troubles().isEmpty(), patience);
}

void TestPackRounds::startRounds()
{
    m_rounds = std::make_unique<PackRounds>(*m_workspace, *m_requests, *m_statements, *m_trust, *m_courier, quick);
}

void TestPackRounds::cleanup()
{
    m_rounds.reset();
    m_trust.reset();
    m_courier.reset();
    m_statements.reset();
    m_requests.reset();
    m_link.reset();
    m_workspace.reset();
    m_one = {};
    m_two = {};
    m_wire.reset();
    m_folder.reset();
}

ActionResult TestPackRounds::activate(const QString &serial)
{
    QSignalSpy acted(m_link.get(), &PackLink::acted);
    m_link->act(serial, actions::activate(QStringLiteral("drive")), 7);
    (void)QTest::qWaitFor([&] { return !acted.isEmpty(); }, patience);
    return acted.isEmpty() ? ActionResult() : acted.constFirst().constFirst().value<ActionResult>();
}

/// What the pack says to the driver who authenticates; Internal: it took him.
Error TestPackRounds::refusalOf(const QString &serial)
{
    const auto key = m_world.key(driver);
    Credential credential;
    for (const Certificate &certificate : key->chain())
        credential.chain.append(certificate.der);
    credential.sign = [key](const QByteArray &bytes) {
        QPromise<Result<QByteArray>> promise;
        promise.start();
        promise.addResult(key->sign(bytes));
        promise.finish();
        return promise.future();
    };
    credential.trust = {m_world.root(QStringLiteral("manufacturer")), {m_world.crl(QStringLiteral("manufacturer"))}};
    QSignalSpy authenticated(m_link.get(), &PackLink::authenticated);
    QSignalSpy failed(m_link.get(), &PackLink::authenticationFailed);
    m_link->authenticate(serial, credential);
    (void)QTest::qWaitFor([&] { return !authenticated.isEmpty() || !failed.isEmpty(); }, patience);
    return failed.isEmpty() ? Error{Code::Internal, {}} : failed.constFirst().at(1).value<Error>();
}

/// How often a courier asked a pack what it knows (22 0114).
int TestPackRounds::visits(int node) const
{
    int count = 0;
    for (const QCanBusFrame &frame : m_wire->log()) {
        if (frame.payload().startsWith(QByteArray::fromHex("03220114")) && int(frame.frameId() >> 8 & 0xFF) == node)
            ++count;
    }
    return count;
}

QMap<int, int> TestPackRounds::uploads(int node) const
{
    QMap<int, int> kinds;
    for (const QCanBusFrame &frame : m_wire->log()) {
        const QByteArray bytes = frame.payload();
        const auto at = bytes.indexOf(QByteArray::fromHex("350044"));
        if (at >= 0 && int(frame.frameId() >> 8 & 0xFF) == node && (frame.frameId() & 0xFF) == 0xF1)
            ++kinds[quint8(bytes.at(at + 3))];
    }
    return kinds;
}

/// One pack of a company was read; of the next one its word says what it holds.
void TestPackRounds::whatIsKnownByItsHashIsNotReadAgain()
{
    // The first contact: one shows all, the other one nothing of it. A policy that is within the charter is not read.
    const QMap<int, int> first = uploads(0x10);
    const QMap<int, int> second = uploads(0x11);
    const auto both = [&](int kind) {
        return first.value(kind) + second.value(kind);
    };
    for (const int kind : {documentkind::silicon, documentkind::foundation, documentkind::charter})
        QCOMPARE(both(kind), 1);
    QCOMPARE(both(documentkind::policy), trust().pinned().isOneDocument() ? 0 : 1);
    QVERIFY(first.isEmpty() || second.isEmpty());
    const PackRules rules = trust().pack(PackSerial::fromTrusted(one))->rules;
    PackRules others = trust().pack(PackSerial::fromTrusted(two))->rules;
    others.serial = rules.serial;
    QCOMPARE(others, rules);
    // The bus was away: both are asked for their word, and for nothing that is known.
    m_wire->clearLog();
    m_rounds->forget();
    QTRY_VERIFY_WITH_TIMEOUT(visits(0x10) > 0 && visits(0x11) > 0 && m_rounds->troubles().isEmpty(), patience);
    QCOMPARE(uploads(0x10), (QMap<int, int>()));
    QCOMPARE(uploads(0x11), (QMap<int, int>()));
    // The twin: one that cannot give its word over our number is read, whatever it says of hashes.
    m_wire->setFault([](const QCanBusFrame &frame, qsizetype) {
        QCanBusFrame changed = frame;
        QByteArray bytes = frame.payload();
        const auto at = bytes.indexOf(QByteArray::fromHex("31010240"));
        if (at >= 0 && (frame.frameId() >> 8 & 0xFF) == 0x11) {
            bytes[at + 3] = char(0x7F);
            changed.setPayload(bytes);
        }
        return QList<QCanBusFrame>{changed};
    });
    m_wire->clearLog();
    m_rounds->forget();
    QTRY_VERIFY_WITH_TIMEOUT(uploads(0x11).contains(documentkind::crl), patience);
    for (const int kind : {documentkind::silicon, documentkind::foundation, documentkind::charter})
        QCOMPARE(uploads(0x11).value(kind), 1);
    QCOMPARE(uploads(0x10), (QMap<int, int>()));
}

/// Another console brought both the same rules while this one was not there: both are asked at once, and shown by one.
void TestPackRounds::whatTwoPacksHoldIsReadFromOne()
{
    const qint64 before = trust().policy().version;
    m_rounds.reset();
    const QByteArray document = nextPolicy();
    for (const QString &serial : {one, two}) {
        const DeliveryResult result = deliverPolicy(serial, document);
        QVERIFY2(result.applied, qPrintable(QString(codeName(result.error.code)) + result.error.detail));
    }
    m_wire->clearLog();
    startRounds();
    QTRY_COMPARE_WITH_TIMEOUT(trust().policy().version, before + 1, patience);
    const auto holdsIt = [&](const QString &serial) {
        return rulebytes::payloadHash(trust().pack(PackSerial::fromTrusted(serial))->rules.policyDocument)
            == rulebytes::payloadHash(document);
    };
    QTRY_VERIFY_WITH_TIMEOUT(holdsIt(one) && holdsIt(two) && m_rounds->troubles().isEmpty(), patience);
    QCOMPARE(uploads(0x10).value(documentkind::policy) + uploads(0x11).value(documentkind::policy), 1);
    QVERIFY(trust().contradictory().isEmpty());
}

void TestPackRounds::aRevokedDriverIsRefusedByEveryPack()
{
    for (const QString &serial : {one, two}) {
        QCOMPARE(refusalOf(serial).code, Code::Internal); // the twin: nobody revoked him yet
        QVERIFY(activate(serial).done);
        QSignalSpy out(m_link.get(), &PackLink::deauthenticated);
        m_link->deauthenticate(serial);
        QTRY_COMPARE_WITH_TIMEOUT(out.size(), 1, patience);
    }
    const CrlEntry list = m_world.crl(QStringLiteral("courier-issuer"), {m_world.key(driver)->leaf()}, 2);
    QVERIFY(!holds(m_one, list) && !holds(m_two, list));
    m_wire->clearLog();
    QVERIFY(trust().learn(list).ok());
    QTRY_VERIFY_WITH_TIMEOUT(holds(m_one, list) && holds(m_two, list), patience);
    for (const QString &serial : {one, two})
        QCOMPARE(refusalOf(serial).code, Code::CertificateRevoked);
    // The console knows that they know, and leaves them in peace.
    const auto knows = [&](const QString &serial) {
        return trust().pack(PackSerial::fromTrusted(serial))->rules.crls.contains(encodeCrlEntry(list));
    };
    QTRY_VERIFY_WITH_TIMEOUT(knows(one) && knows(two) && m_rounds->troubles().isEmpty(), patience);
    QTest::qWait(20 * quick.rest);
    m_wire->clearLog();
    QTest::qWait(20 * quick.rest);
    QCOMPARE(visits(0x10) + visits(0x11), 0);
}

void TestPackRounds::whatNeedsNoVisitGetsNone()
{
    QTest::qWait(20 * quick.rest);
    m_wire->clearLog();
    // A word of a pack, proof that ends, a change of what is known: none of it is for the packs.
    trust().forgetProof();
    (void)m_statements->ask(one);
    m_link->readFacts(two);
    QTest::qWait(20 * quick.rest);
    QCOMPARE(visits(0x10) + visits(0x11), 0);
    m_rounds->bringNow(); // the twin: a person who does not want to wait
    QTRY_VERIFY_WITH_TIMEOUT(visits(0x10) > 0 && visits(0x11) > 0, patience);
}

void TestPackRounds::aPackThatRefusesIsLeftAlone()
{
    QSignalSpy failed(m_rounds.get(), &PackRounds::failed);
    // It gives no word, and its repository has no silicon limits any more: the console asks for kind 10, the pack hears
    // of a kind that there is not, and answers 31.
    int asked = 0;
    m_wire->setFault([&asked](const QCanBusFrame &frame, qsizetype) {
        QCanBusFrame changed = frame;
        QByteArray bytes = frame.payload();
        const auto at = bytes.indexOf(QByteArray::fromHex("3500440a"));
        if (at >= 0 && (frame.frameId() >> 8 & 0xFF) == 0x10) {
            ++asked;
            bytes[at + 3] = char(0x7F);
            changed.setPayload(bytes);
        }
        const auto word = bytes.indexOf(QByteArray::fromHex("31010240"));
        if (word >= 0 && (frame.frameId() >> 8 & 0xFF) == 0x10) {
            bytes[word + 3] = char(0x7F);
            changed.setPayload(bytes);
        }
        return QList<QCanBusFrame>{changed};
    });
    const CrlEntry list = m_world.crl(QStringLiteral("leasing"), {}, 2);
    QVERIFY(trust().learn(list).ok());
    m_rounds->forget(); // the bus was away: all packs are read again
    QTRY_VERIFY_WITH_TIMEOUT(!failed.isEmpty(), patience);
    // Nor does it hold up the other one; and what it is known to lack it gets all the same.
    QTRY_VERIFY_WITH_TIMEOUT(holds(m_one, list) && holds(m_two, list), patience);
    QTest::qWait(15 * quick.retry);
    // At 0, 1, 3, 7 and 15 times the first pause, and the time that each round takes.
    QVERIFY2(asked >= 2 && asked <= 6, qPrintable(QString::number(asked)));
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.constFirst().at(0).toString(), one);
    QCOMPARE(failed.constFirst().at(1).value<Error>().code, Code::NegativeResponse);
    QCOMPARE(m_rounds->troubles().value(one).why, PackTrouble::Why::Refuses);
    // Repaired, it is read as soon as somebody wants that.
    m_wire->setFault({});
    m_rounds->bringNow();
    QTRY_VERIFY_WITH_TIMEOUT(m_rounds->troubles().isEmpty(), patience);
    QCOMPARE(failed.size(), 1);
}

QByteArray TestPackRounds::nextPolicy()
{
    DocumentHead head;
    head.id = QByteArray(16, 'f');
    head.created = TestWorld::now - 60;
    head.expires = TestWorld::now + TestWorld::day;
    head.author = m_world.key(driver)->leaf().sha256;
    head.title = QStringLiteral("Next rules");
    head.reason = QStringLiteral("Agreed");
    PolicyChange change{head, {rulebytes::payloadHash(m_one.contents().policyDocument)}, trust().policy()};
    ++change.policy.version;
    change.policy.softLimits[ParameterId::fromTrusted(QStringLiteral("soc.max"))].max = Milli{94000};
    CoseSign document{QByteArray(contenttype::policy), change.encode(), {}};
    const LogHead log{QByteArray(16, 'l'), 1, QByteArray(32, 'h')};
    bool isSigned = document.addSignature(*m_world.key(driver), Meaning::Author, TestWorld::now - 30, log).ok();
    for (const char *person : {"leasing.asset-manager", "celldata.specialist"})
        isSigned
            = document
                  .addSignature(*m_world.key(QString::fromLatin1(person)), Meaning::Approve, TestWorld::now - 20, log)
                  .ok()
            && isSigned;
    return isSigned ? document.encode() : QByteArray();
}

DeliveryResult TestPackRounds::deliverPolicy(const QString &serial, const QByteArray &document)
{
    QSignalSpy delivered(m_link.get(), &PackLink::delivered);
    m_link->deliver(serial, documentkind::policy, document, 1);
    (void)QTest::qWaitFor([&] { return !delivered.isEmpty(); }, patience);
    return delivered.isEmpty() ? DeliveryResult() : delivered.constFirst().constFirst().value<DeliveryResult>();
}

void TestPackRounds::whatAnotherConsoleChangedIsFollowed()
{
    const qint64 before = trust().policy().version;
    const DeliveryResult result = deliverPolicy(one, nextPolicy());
    QVERIFY2(result.applied, qPrintable(QString(codeName(result.error.code)) + result.error.detail));
    // The pack's telemetry tells of another version; nobody asks it for anything.
    QTRY_COMPARE_WITH_TIMEOUT(trust().policy().version, before + 1, patience);
    QVERIFY(trust().contradictory().isEmpty());
    // The other pack still holds the one before, and is still known.
    QTRY_VERIFY_WITH_TIMEOUT(m_rounds->troubles().isEmpty(), patience);
    QVERIFY(trust().snapshot().stateOf(PackSerial::fromTrusted(two), m_clock.now()).ok());
    QCOMPARE(trust().snapshot().stateOf(PackSerial::fromTrusted(two), m_clock.now())->policy.version, before);
}

void TestPackRounds::anOldMemoryIsFoundWhenThePackComesBack()
{
    const PackSerial serial = PackSerial::fromTrusted(one);
    const auto records = [&] {
        return trust().pack(serial)->lastWord()->logCount;
    };
    // Each list that it takes is a record of its log. Put back, it lacks two and takes one.
    for (int number = 2; number < 4; ++number) {
        QVERIFY(trust().learn(m_world.crl(QStringLiteral("leasing"), {}, number)).ok());
        QTRY_COMPARE_WITH_TIMEOUT(records(), number - 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_rounds->troubles().isEmpty(), patience);
    }
    QVERIFY(trust().contradictory().isEmpty());
    // Its memory of before is put back while it is off.
    m_one = {};
    QTest::qWait(quick.gone + 1000);
    m_one = pack(one, 0x10);
    QTRY_COMPARE_WITH_TIMEOUT(trust().contradictory(), QList<PackSerial>{serial}, patience);
    QCOMPARE(trust().pack(serial)->contradictions.constFirst().kind, Contradiction::Kind::Log);
    QVERIFY(!trust().snapshot().proved.contains(serial));
    // The twin was not touched.
    QVERIFY(trust().snapshot().stateOf(PackSerial::fromTrusted(two), m_clock.now()).ok());
}

namespace {

/// Everything of a console that talks with packs, with a store of its own.
struct SecondConsole
{
    SecondConsole(MemoryWire &wire, const Clock &clock)
        : link(
            [&wire](const QString &, QObject *parent) {
                auto *port = new MemoryPort(wire, parent);
                port->setAsksInFd(true);
                return port;
            },
            clock)
    {
        auto opened = Workspace::open(folder.path(), clock);
        if (!opened.ok())
            qFatal("no store");
        workspace = std::move(opened).value();
        requests = std::make_unique<PackRequests>(link);
        statements = std::make_unique<StatementDesk>(*workspace, *requests);
        courier = std::make_unique<Courier>(*workspace, *requests, *statements);
        trust = std::make_unique<TrustDesk>(*workspace, *statements);
        rounds = std::make_unique<PackRounds>(*workspace, *requests, *statements, *trust, *courier, quick);
        QObject::connect(&link, &PackLink::factsRead, courier.get(),
            [this](const PackFacts &facts) { (void)workspace->trust().learn(facts); });
        QObject::connect(trust.get(), &TrustDesk::firstOffered, trust.get(), &TrustDesk::accept);
        link.open(QStringLiteral("memory:0"));
    }

    QTemporaryDir folder;
    PackLink link;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<PackRequests> requests;
    std::unique_ptr<StatementDesk> statements;
    std::unique_ptr<Courier> courier;
    std::unique_ptr<TrustDesk> trust;
    std::unique_ptr<PackRounds> rounds;
};

} // namespace

/// Of two packs on a bus that are new to a console, the one that is asked first refuses to show its charter.
void TestPackRounds::aFirstPackThatShowsNothingDoesNotHoldUpTheNext()
{
    m_wire->setFault([](const QCanBusFrame &frame, qsizetype) {
        QCanBusFrame changed = frame;
        QByteArray bytes = frame.payload();
        const auto at = bytes.indexOf(QByteArray::fromHex("35004403"));
        if (at >= 0 && (frame.frameId() >> 8 & 0xFF) == 0x10) {
            bytes[at + 3] = char(0x7F);
            changed.setPayload(bytes);
        }
        return QList<QCanBusFrame>{changed};
    });
    const SecondConsole second(*m_wire, m_clock);
    QTRY_VERIFY_WITH_TIMEOUT(!second.workspace->trust().isEmpty(), patience);
    // By its word the first one is known, too: what it does not show was shown by the other.
    QTRY_VERIFY_WITH_TIMEOUT(second.workspace->trust().pack(PackSerial::fromTrusted(one))
            && second.workspace->trust().pack(PackSerial::fromTrusted(one))->areLimitsProved(),
        patience);
}

/// Ten minutes by ./test --long, a third of one otherwise: both ask, both bring lists, and what fails because the other
/// one was talking is tried again by itself.
void TestPackRounds::twoConsolesGetOnWithOnePack()
{
    SecondConsole second(*m_wire, m_clock);
    QTRY_VERIFY_WITH_TIMEOUT(!second.workspace->trust().isEmpty() && second.rounds->troubles().isEmpty(), patience);
    const qint64 lasts = qEnvironmentVariableIsEmpty("PACKWARDEN_LONG") ? 20'000 : 600'000;
    const auto newest = [](TrustBook &book) {
        qint64 number = 0;
        for (const CrlEntry &entry : book.snapshot().newestLists(TestWorld::now + 600))
            number = std::max(number, entry.crl.number);
        return number;
    };
    QElapsedTimer since;
    since.start();
    qint64 number = 1;
    int lists = 0;
    while (since.elapsed() < lasts) {
        // One of them has news in turn, while the other one asks for this and that.
        const bool first = ++number % 2 == 0;
        TrustBook &teller = first ? trust() : second.workspace->trust();
        PackLink &asker = first ? second.link : *m_link;
        const CrlEntry list = m_world.crl(QStringLiteral("leasing"), {}, number);
        QVERIFY(teller.learn(list).ok());
        asker.readFacts(one);
        asker.ask(one, PackQuestion::Repository, 1);
        asker.readFacts(two);
        QTRY_VERIFY_WITH_TIMEOUT(holds(m_one, list) && holds(m_two, list), patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_rounds->troubles().isEmpty() && second.rounds->troubles().isEmpty(), patience);
        ++lists;
    }
    QVERIFY(lists > 0);
    // Who was told nothing meanwhile hears of the last list at the next visit.
    m_rounds->bringNow();
    second.rounds->bringNow();
    QTRY_VERIFY_WITH_TIMEOUT(newest(trust()) == number && newest(second.workspace->trust()) == number, patience);
    for (TrustBook *book : {&trust(), &second.workspace->trust()}) {
        QVERIFY(book->contradictory().isEmpty());
        QVERIFY(book->doubtful().isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestPackRounds)
#include "tst_packrounds.moc"
