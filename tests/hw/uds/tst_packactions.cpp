// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/link/packsession.h"
#include "hw/uds/actions.h"
#include "models/core/cbor/cbor.h"
#include "tests/hw/support/testticker.h"
#include "tests/hw/uds/provingpack.h"
#include "tests/support/fixedclock.h"

#include <QPromise>
#include <QSignalSpy>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

const PackSerial serial = PackSerial::fromTrusted(QStringLiteral("SDB-TEST-0001"));

QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

QByteArray reason(const char *word, const char *detail)
{
    return hex("71030200")
        + cbor::encode(QCborMap{{QStringLiteral("reason"), QString::fromLatin1(word)},
            {QStringLiteral("detail"), QString::fromLatin1(detail)}});
}

} // namespace

/// Signed actions, statements, and what a pack can be asked for: each with its refusals.
class TestPackActions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void requests_data();
    void requests();
    void impossibleRequests();
    void acts_data();
    void acts();
    void sequenceCountsUp();
    void refusals_data();
    void refusals();
    void lostSessionIsAskedForOnce_data();
    void lostSessionIsAskedForOnce();
    void unansweredIsNotRepeated();
    void repliesOfTheOther();
    void answers_data();
    void answers();
    void badAnswers_data();
    void badAnswers();
    void wholeLists();
    void statementAndProvisioning();
    void statementRightBehindAnother();
    void deliveryEndsTheRightsAndTheyComeBack();
    void kindsWithoutReceipt_data();
    void kindsWithoutReceipt();
    void cancelEndsAll();

private:
    void authenticate();
    ActionResult act(const QByteArray &request);
    PackAnswer ask(PackQuestion question);

    CryptoRuntime m_crypto;
    TestWorld m_world;
    DeviceTrust m_trust;
    FixedClock m_clock{TestWorld::now};
    TestTicker m_ticker;
    std::unique_ptr<MemoryWire> m_wire;
    std::unique_ptr<ProvingPack> m_pack;
    std::unique_ptr<MemoryPort> m_port;
    std::unique_ptr<PackSession> m_session;
};

void TestPackActions::initTestCase()
{
    m_trust = {m_world.root(QStringLiteral("manufacturer")), m_world.pack().crls};
}

void TestPackActions::init()
{
    m_wire = std::make_unique<MemoryWire>(&m_ticker);
    m_pack = std::make_unique<ProvingPack>(*m_wire, m_world);
    m_pack->values.insert(0x0110, SessionInfo().encode());
    m_port = std::make_unique<MemoryPort>(*m_wire);
    m_port->open();
    QTRY_COMPARE(m_port->state(), CanPort::State::Open);
    UdsTimings timings;
    timings.p2 = 150;
    timings.otherTester = 0;
    m_session = std::make_unique<PackSession>(*m_port, 0x10, m_clock, timings, std::make_shared<ChallengeMemory>());
}

void TestPackActions::cleanup()
{
    m_session.reset();
    m_port.reset();
    m_pack.reset();
    m_wire.reset();
}

void TestPackActions::authenticate()
{
    const auto key = m_world.key(QStringLiteral("service.technician"));
    Credential credential;
    credential.chain = {key->leaf().der};
    credential.sign = [key](const QByteArray &bytes) {
        QPromise<Result<QByteArray>> promise;
        promise.start();
        promise.addResult(key->sign(bytes));
        promise.finish();
        return promise.future();
    };
    credential.trust = m_trust;
    QSignalSpy done(m_session.get(), &PackSession::authenticated);
    m_session->authenticate(serial, credential);
    QTRY_COMPARE(done.size(), 1);
}

ActionResult TestPackActions::act(const QByteArray &request)
{
    QSignalSpy acted(m_session.get(), &PackSession::acted);
    m_session->act(serial, request, 7);
    if (!waitFor([&] { return !acted.isEmpty(); }, 10'000))
        return {};
    return acted.constFirst().constFirst().value<ActionResult>();
}

PackAnswer TestPackActions::ask(PackQuestion question)
{
    QSignalSpy answered(m_session.get(), &PackSession::answered);
    m_session->ask(serial, question, 8);
    if (!waitFor([&] { return !answered.isEmpty(); }, 10'000))
        return {};
    return answered.constFirst().constFirst().value<PackAnswer>();
}

void TestPackActions::requests_data()
{
    QTest::addColumn<QByteArray>("made");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("set") << actions::setParameter(15, Milli{500'000}) << hex("2E020F0007A120");
    QTest::newRow("set below zero") << actions::setParameter(6, Milli{-5'000}) << hex("2E0206FFFFEC78");
    QTest::newRow("set the lowest") << actions::setParameter(0, Milli{-2147483648LL}) << hex("2E020080000000");
    QTest::newRow("clear faults") << actions::clearFaults() << hex("14FFFFFF");
    QTest::newRow("hard reset") << actions::reset(actions::Reset::Hard) << hex("1101");
    QTest::newRow("soft reset") << actions::reset(actions::Reset::Soft) << hex("1103");
    QTest::newRow("drive") << actions::activate(QStringLiteral("drive")) << hex("3101020201");
    QTest::newRow("charge") << actions::activate(QStringLiteral("charge")) << hex("3101020202");
    QTest::newRow("feed back") << actions::activate(QStringLiteral("feed-back")) << hex("3101020203");
    QTest::newRow("deactivate") << actions::deactivate() << hex("31010203");
    QTest::newRow("self test") << actions::selfTest() << hex("31010220");
    QTest::newRow("balance") << actions::balance() << hex("31010230");
    QTest::newRow("isolate") << actions::isolateModule(8) << hex("3101023108");
}

void TestPackActions::requests()
{
    QFETCH(QByteArray, made);
    QFETCH(QByteArray, bytes);
    QCOMPARE(made, bytes);
}

void TestPackActions::impossibleRequests()
{
    QCOMPARE(actions::setParameter(-1, {}), QByteArray());
    QCOMPARE(actions::setParameter(256, {}), QByteArray());
    QCOMPARE(actions::setParameter(1, Milli{2147483648LL}), QByteArray());
    QCOMPARE(actions::setParameter(1, Milli{-2147483649LL}), QByteArray());
    QCOMPARE(actions::activate(QStringLiteral("race")), QByteArray());
    QCOMPARE(actions::purposeOfByte(0), QString());
    QCOMPARE(actions::purposeOfByte(4), QString());
    for (const char *purpose : {"drive", "charge", "feed-back"})
        QCOMPARE(actions::purposeOfByte(*actions::purposeByte(QLatin1String(purpose))), QLatin1String(purpose));
    // What cannot be asked for is not sent.
    authenticate();
    const ActionResult result = act({});
    QVERIFY(!result.done);
    QCOMPARE(result.error.code, Code::Malformed);
    QCOMPARE(m_pack->actions().size(), 0);
}

void TestPackActions::acts_data()
{
    requests_data();
}

void TestPackActions::acts()
{
    QFETCH(QByteArray, bytes);
    authenticate();
    m_pack->perform = [was = m_pack->perform](const QByteArray &action) {
        return QList{QByteArray("\x7F") + action.left(1) + hex("78"), was(action).constFirst() + hex("AABB")};
    };
    const ActionResult result = act(bytes);
    QVERIFY2(result.done, qPrintable(result.error.detail));
    QCOMPARE(result.serial, serial);
    QCOMPARE(result.data, hex("AABB"));
    // The pack of this test checks the signature; the tail is all that was added.
    QCOMPARE(m_pack->actions(), QList{bytes});
}

void TestPackActions::sequenceCountsUp()
{
    authenticate();
    for (int i = 0; i < 3; ++i)
        QVERIFY(act(actions::deactivate()).done);
    // Also past one that was refused after its signature held.
    const auto was = m_pack->perform;
    m_pack->perform = [](const QByteArray &action) {
        return QList{QByteArray("\x7F") + action.left(1) + hex("22")};
    };
    QVERIFY(!act(actions::selfTest()).done);
    m_pack->perform = was;
    QVERIFY(act(actions::selfTest()).done);
    authenticate();
    QVERIFY(act(actions::selfTest()).done);
    QCOMPARE(m_pack->sequences(), (QList<quint16>{1, 2, 3, 4, 5, 1}));
}

void TestPackActions::refusals_data()
{
    QTest::addColumn<int>("nrc");
    QTest::addColumn<QByteArray>("why"); // the answer to 31 03 0200; empty: refused itself
    QTest::addColumn<Error>("error");
    const auto row = [](const char *name, int nrc, const QByteArray &why, Code code, const char *detail) {
        QTest::newRow(name) << nrc << why << Error{code, QString::fromLatin1(detail)};
    };
    row("not of the role", 0x33, reason("signer-not-authorised", "self-test"), Code::SignerNotAuthorised, "self-test");
    row("not of the role, no reason", 0x33, {}, Code::SignerNotAuthorised, "31 33");
    row("out of the charter", 0x31, reason("outside-charter", "power.limit"), Code::OutsideCharter, "power.limit");
    row("out of range, no reason", 0x31, {}, Code::NegativeResponse, "31 31");
    row("locked", 0x22, reason("theft-locked", ""), Code::TheftLocked, "");
    row("conditions, no reason", 0x22, {}, Code::NegativeResponse, "31 22");
    row("case 90: a reason that is none of a pack", 0x22, reason("audit-damaged", ""), Code::UnexpectedAnswer,
        "71 03 0200");
    row("case 90: a reason that is no word", 0x22, reason("because", ""), Code::UnexpectedAnswer, "71 03 0200");
    row("case 90: no CBOR", 0x22, hex("71030200FF"), Code::UnexpectedAnswer, "71 03 0200");
    row("memory failed", 0x72, {}, Code::NegativeResponse, "31 72");
    row("wrong length", 0x13, {}, Code::NegativeResponse, "31 13");
    row("unknown service", 0x11, {}, Code::NegativeResponse, "31 11");
}

void TestPackActions::refusals()
{
    QFETCH(int, nrc);
    QFETCH(QByteArray, why);
    QFETCH(Error, error);
    authenticate();
    m_pack->perform = [nrc](const QByteArray &action) {
        return QList{QByteArray("\x7F") + action.left(1) + char(nrc)};
    };
    if (!why.isEmpty())
        m_pack->instead.insert(hex("31030200"), {why});
    const ActionResult result = act(actions::selfTest());
    QVERIFY(!result.done);
    QCOMPARE(codeName(result.error.code), codeName(error.code));
    QCOMPARE(result.error.detail, error.detail);
    QCOMPARE(m_pack->actions().size(), 1);
    QCOMPARE(m_pack->count("2902"), 1);
}

void TestPackActions::lostSessionIsAskedForOnce_data()
{
    QTest::addColumn<int>("nrc");
    QTest::addColumn<Code>("final");
    QTest::newRow("case 104: not authenticated any more") << 0x34 << Code::NotSignedIn;
    QTest::newRow("case 88: another sequence, by another console") << 0x24 << Code::NegativeResponse;
    QTest::newRow("case 88: another session, by another console") << 0x58 << Code::SignatureInvalid;
    QTest::newRow("session ended") << 0x7F << Code::NegativeResponse;
    QTest::newRow("sub-function not in this session") << 0x7E << Code::NegativeResponse;
}

void TestPackActions::lostSessionIsAskedForOnce()
{
    QFETCH(int, nrc);
    QFETCH(Code, final);
    authenticate();
    const QList<QByteArray> refusal{hex("7F31") + char(nrc)};
    m_pack->instead.insert(hex("31010220"), refusal);
    QVERIFY(act(actions::selfTest()).done);
    QCOMPARE(m_pack->count("2902"), 2);
    QCOMPARE(m_pack->actions().size(), 1);
    // A pack that goes on with it is believed, and is not asked for ever.
    m_pack->perform = [&](const QByteArray &) {
        return refusal;
    };
    m_pack->instead.insert(hex("31010220"), refusal);
    const ActionResult result = act(actions::selfTest());
    QVERIFY(!result.done);
    QCOMPARE(codeName(result.error.code), codeName(final));
    QCOMPARE(m_pack->count("2902"), 3);
    QCOMPARE(m_pack->count("31010220"), 4);
}

void TestPackActions::unansweredIsNotRepeated()
{
    authenticate();
    m_pack->perform = [](const QByteArray &) {
        return QList<QByteArray>();
    };
    const ActionResult result = act(actions::selfTest());
    QVERIFY(!result.done);
    QCOMPARE(result.error.code, Code::PackUnreachable);
    QCOMPARE(m_pack->count("31010220"), 1);
    // Nobody knows whether it was counted: the next one begins anew.
    m_pack->perform = [](const QByteArray &action) {
        return QList{hex("71") + action.mid(1)};
    };
    QVERIFY(act(actions::selfTest()).done);
    QCOMPARE(m_pack->count("2902"), 2);
    QCOMPARE(m_pack->sequences(), (QList<quint16>{1, 1}));
}

void TestPackActions::repliesOfTheOther()
{
    // case 91: answers to something else are passed by.
    authenticate();
    m_pack->perform = [](const QByteArray &) {
        return QList{hex("6E020F"), hex("71010203"), hex("71030220"), hex("7F2E33"), hex("71010220")};
    };
    const ActionResult result = act(actions::selfTest());
    QVERIFY(result.done);
    QCOMPARE(m_pack->count("31010220"), 1);
}

void TestPackActions::answers_data()
{
    QTest::addColumn<PackQuestion>("question");
    QTest::addColumn<quint16>("did");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<PackAnswer>("answer");
    const auto row = [](const char *name, PackQuestion question, quint16 did, const QByteArray &bytes,
                         const PackAnswer::Value &value) {
        QTest::newRow(name) << question << did << bytes << PackAnswer{serial, question, value, {}};
    };
    const QByteArray digest(32, 'd');
    PackKnowledge knowledge;
    knowledge.lists = {{QByteArray(32, 'k'), QStringLiteral("leasing root"), 7, 1'790'000'000}};
    knowledge.withdrawals = {digest};
    knowledge.nonce = QByteArray(32, 'n');
    row("knowledge", PackQuestion::Knowledge, 0x0114, knowledge.encode(), knowledge);
    WitnessedHead head;
    head.rootSha256 = QByteArray(32, 'r');
    head.head = {QByteArray(16, 'l'), 12, QByteArray(32, 'h')};
    head.document = digest;
    const QList<WitnessedHead> heads{head};
    row("heads", PackQuestion::Heads, 0x0106, WitnessedHead::encodeList(heads), heads);
    const QList<RepositorySlot> slotList{
        {QStringLiteral("identity"), QStringLiteral("write-once-read-many"), QStringLiteral("written"), 120, digest}};
    row("repository", PackQuestion::Repository, 0x0102, RepositorySlot::encodeMap(slotList), slotList);
    LockInfo lock;
    lock.state = QStringLiteral("theft-locked");
    lock.pending = true;
    lock.revision = 3;
    lock.document = digest;
    lock.rootSha256 = QByteArray(32, 'r');
    lock.person = QStringLiteral("leasing.asset-manager");
    row("lock", PackQuestion::Lock, 0x0107, lock.encode(), lock);
    const QMap<QString, Component> components{
        {QStringLiteral("cpu"), {QStringLiteral("C-1"), QStringLiteral("C-1"), 1}},
        {QStringLiteral("flash"), {QStringLiteral("F-1"), QString(), 2}}};
    row("components", PackQuestion::Components, 0x0108, encodeComponents(components), components);
    PackCounters counters;
    counters.boots = 4;
    counters.failedAuthentications = 2;
    counters.refusals = {{QStringLiteral("stale-base"), 3}};
    row("counters", PackQuestion::Counters, 0x0105, counters.encode(), counters);
    SessionInfo session;
    session.authenticated = true;
    session.person = QStringLiteral("service.technician");
    session.party = QStringLiteral("service");
    session.roles = {QStringLiteral("technician")};
    session.capabilities = {QStringLiteral("reset")};
    session.secondsLeft = 900;
    row("session", PackQuestion::Session, 0x0110, session.encode(), session);
    PackLogRecord record;
    record.number = 1;
    record.at = 1'780'000'000;
    record.action = QStringLiteral("write");
    record.detail = QStringLiteral("service.interval");
    record.hash = record.hashAfter(QByteArray(32, '\0'));
    const QList<PackLogRecord> records{record};
    row("changes", PackQuestion::Changes, 0x0111, PackLogRecord::encodeList(records), records);
    row("refusals", PackQuestion::Refusals, 0x0112, PackLogRecord::encodeList(records), records);
}

void TestPackActions::answers()
{
    QFETCH(PackQuestion, question);
    QFETCH(quint16, did);
    QFETCH(QByteArray, bytes);
    QFETCH(PackAnswer, answer);
    m_pack->values.insert(did, bytes);
    const PackAnswer got = ask(question);
    QVERIFY2(got.ok(), qPrintable(got.error.detail));
    QCOMPARE(got, answer);
    // The twin: the same without its last byte is not believed.
    m_pack->values.insert(did, bytes.chopped(1));
    const PackAnswer cut = ask(question);
    QVERIFY(!cut.ok());
    QCOMPARE(cut.error.code, Code::UnexpectedAnswer);
    // And one that the pack does not have.
    m_pack->values.remove(did);
    QCOMPARE(ask(question).error.code, Code::NegativeResponse);
}

void TestPackActions::badAnswers_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<int>("faults"); // -1: not believed
    QTest::newRow("none") << hex("590209") << 0;
    QTest::newRow("one") << hex("59020901020309") << 1;
    QTest::newRow("two") << hex("5902090102030900000108") << 2;
    QTest::newRow("no availability mask") << hex("5902") << -1;
    QTest::newRow("cut") << hex("590209010203") << -1;
}

void TestPackActions::badAnswers()
{
    QFETCH(QByteArray, said);
    QFETCH(int, faults);
    m_pack->instead.insert(hex("1902FF"), {said});
    const PackAnswer answer = ask(PackQuestion::Faults);
    const auto *list = answer.as<QList<PackFault>>();
    QCOMPARE(list != nullptr, faults >= 0);
    QVERIFY(answer.as<LockInfo>() == nullptr);
    if (!list) {
        QCOMPARE(answer.error.code, Code::UnexpectedAnswer);
        return;
    }
    QCOMPARE(list->size(), faults);
    if (faults == 2) {
        QCOMPARE(list->constFirst().code, 0x010203u);
        QVERIFY(list->constFirst().isActive() && list->constFirst().isConfirmed());
        QVERIFY(!list->constLast().isActive() && list->constLast().isConfirmed());
    }
}

void TestPackActions::wholeLists()
{
    const QList<QByteArray> receipts{"first", QByteArray(5000, 'r'), "third"};
    int index = 0;
    for (; index < receipts.size(); ++index) {
        const QByteArray request = hex("350044090000") + char(index);
        m_pack->instead.insert(request, {hex("75200FFF")});
    }
    m_pack->instead.insert(hex("35004409000003"), {hex("7F3531")});
    // 36 and 37 come in order: what is read is known from the last 35.
    m_pack->perform = {};
    m_pack->node().setAnswer([&, offset = qsizetype(0), reading = 0](const QByteArray &request) mutable {
        QList<QByteArray> answers{hex("77")};
        switch (quint8(request.at(0))) {
        case 0x10:
            answers = {hex("50") + request.mid(1) + hex("003201F4")};
            break;
        case 0x35:
            reading = request.at(6);
            offset = 0;
            answers = {reading < receipts.size() ? hex("75200FFF") : hex("7F3531")};
            break;
        case 0x36:
            answers = {hex("76") + request.mid(1) + receipts.at(reading).mid(offset, 4093)};
            offset += 4093;
            break;
        default:
            break;
        }
        return answers;
    });
    QSignalSpy read(m_session.get(), &PackSession::documentsRead);
    m_session->readDocuments(serial, documentkind::receipt, 5);
    QTRY_COMPARE(read.size(), 1);
    const auto documents = read.constFirst().constFirst().value<PackDocuments>();
    QVERIFY(documents.ok);
    QCOMPARE(documents.list, receipts);
    QCOMPARE(documents.kind, documentkind::receipt);
    // A list that breaks off is no list.
    m_pack->node().setAnswer([&](const QByteArray &request) -> QList<QByteArray> {
        return {request.startsWith(hex("10")) ? hex("50") + request.mid(1) + hex("003201F4") : hex("7F3522")};
    });
    m_session->readDocuments(serial, documentkind::receipt, 6);
    QTRY_COMPARE(read.size(), 2);
    QVERIFY(!read.constLast().constFirst().value<PackDocuments>().ok);
    QCOMPARE(read.constLast().constFirst().value<PackDocuments>().error.detail, QStringLiteral("35 22"));
}

void TestPackActions::statementAndProvisioning()
{
    QSignalSpy acted(m_session.get(), &PackSession::acted);
    const QByteArray nonce(32, 'n');
    m_pack->instead.insert(hex("31010240") + nonce, {hex("7F3178"), hex("71010240") + QByteArray("signed")});
    m_session->routine(serial, 0x0240, nonce, 0x03, 1);
    QTRY_COMPARE(acted.size(), 1);
    QCOMPARE(acted.constLast().constFirst().value<ActionResult>().data, QByteArray("signed"));
    QVERIFY(m_pack->requests().contains(hex("1003")));
    // Nobody is authenticated, so the pack is left in its default session.
    QTRY_COMPARE(m_pack->requests().constLast(), hex("1001"));
    m_pack->instead.insert(hex("31010210"), {hex("71010210") + QByteArray("csr")});
    m_session->routine(serial, 0x0210, QByteArray("identity"), 0x02, 2);
    QTRY_COMPARE(acted.size(), 2);
    QCOMPARE(acted.constLast().constFirst().value<ActionResult>().data, QByteArray("csr"));
    m_pack->instead.insert(hex("31010210"), {hex("7F3122")});
    m_pack->instead.insert(hex("31030200"), {reason("wrong-state", "identified")});
    m_session->routine(serial, 0x0210, QByteArray("another"), 0x02, 3);
    QTRY_COMPARE(acted.size(), 3);
    const auto refused = acted.constLast().constFirst().value<ActionResult>();
    QVERIFY(!refused.done);
    QCOMPARE(refused.error, (Error{Code::WrongState, QStringLiteral("identified")}));
}

/// The pack is on its way back to the default session then; nothing may be asked of it as if it were not.
void TestPackActions::statementRightBehindAnother()
{
    QSignalSpy acted(m_session.get(), &PackSession::acted);
    const QByteArray first(32, 'n');
    const QByteArray second(32, 'm');
    connect(m_session.get(), &PackSession::acted, this, [&](const ActionResult &, quint64 id) {
        if (id == 1)
            m_session->routine(serial, 0x0240, second, 0x03, 2);
    });
    m_pack->instead.insert(hex("31010240") + first, {hex("71010240") + QByteArray("one")});
    m_pack->instead.insert(hex("31010240") + second, {hex("71010240") + QByteArray("two")});
    m_session->routine(serial, 0x0240, first, 0x03, 1);
    QTRY_COMPARE(acted.size(), 2);
    QCOMPARE(acted.constLast().constFirst().value<ActionResult>().data, QByteArray("two"));
    QTRY_COMPARE(m_pack->requests().constLast(), hex("1001"));
    const QList<QByteArray> expected
        = {hex("1003"), hex("31010240") + first, hex("1001"), hex("1003"), hex("31010240") + second, hex("1001")};
    QCOMPARE(m_pack->requests(), expected);
}

void TestPackActions::deliveryEndsTheRightsAndTheyComeBack()
{
    authenticate();
    QSignalSpy delivered(m_session.get(), &PackSession::delivered);
    m_pack->instead.insert(hex("34"), {hex("7F3431")});
    m_session->deliver(serial, documentkind::crl, "list", 1);
    QTRY_COMPARE(delivered.size(), 1);
    QVERIFY(!m_pack->isOpen());
    QVERIFY(act(actions::selfTest()).done);
    QCOMPARE(m_pack->count("2902"), 2);
}

void TestPackActions::kindsWithoutReceipt_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("receipt");
    QTest::newRow("request") << documentkind::request << true;
    QTest::newRow("policy") << documentkind::policy << true;
    QTest::newRow("charter") << documentkind::charter << true;
    QTest::newRow("list") << documentkind::crl << false;
    QTest::newRow("provisioning") << documentkind::provision << false;
    QTest::newRow("command") << documentkind::command << true;
    QTest::newRow("time") << documentkind::time << false;
    QTest::newRow("withdrawal") << documentkind::withdrawal << false;
}

void TestPackActions::kindsWithoutReceipt()
{
    QFETCH(int, kind);
    QFETCH(bool, receipt);
    m_pack->instead.insert(hex("34"), {hex("74200FFF")});
    m_pack->instead.insert(hex("36"), {hex("7601")});
    m_pack->instead.insert(hex("37"), {hex("77")});
    m_pack->instead.insert(hex("31010201") + char(kind), {hex("7F3178"), hex("710102010000000000")});
    m_pack->instead.insert(hex("35"), {hex("7F3531")});
    QSignalSpy delivered(m_session.get(), &PackSession::delivered);
    m_session->deliver(serial, kind, "bytes", 1);
    QTRY_COMPARE(delivered.size(), 1);
    const auto result = delivered.constFirst().constFirst().value<DeliveryResult>();
    QVERIFY(result.applied);
    // Where there should be one, its absence is said.
    QCOMPARE(result.error.code == Code::ReceiptInvalid, receipt);
    QCOMPARE(m_pack->count("35"), receipt ? 1 : 0);
}

void TestPackActions::cancelEndsAll()
{
    authenticate();
    m_pack->perform = [](const QByteArray &) {
        return QList<QByteArray>();
    };
    QSignalSpy acted(m_session.get(), &PackSession::acted);
    QSignalSpy answered(m_session.get(), &PackSession::answered);
    QSignalSpy read(m_session.get(), &PackSession::documentsRead);
    m_session->act(serial, actions::selfTest(), 1);
    m_session->ask(serial, PackQuestion::Lock, 2);
    m_session->readDocuments(serial, documentkind::receipt, 3);
    m_session->routine(serial, 0x0240, {}, 0x03, 4);
    m_session->cancel();
    QCOMPARE(acted.size(), 2);
    QCOMPARE(acted.constFirst().constFirst().value<ActionResult>().error.code, Code::Cancelled);
    QCOMPARE(answered.size(), 1);
    QCOMPARE(answered.constFirst().constFirst().value<PackAnswer>().error.code, Code::Cancelled);
    QCOMPARE(read.size(), 1);
    letPass(300);
    QCOMPARE(acted.size() + answered.size() + read.size(), 4);
}

QTEST_GUILESS_MAIN(TestPackActions)
#include "tst_packactions.moc"
