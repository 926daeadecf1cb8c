// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/link/packsession.h"
#include "tests/hw/support/testticker.h"
#include "tests/hw/uds/provingpack.h"
#include "tests/support/fixedclock.h"

#include <QPromise>
#include <QSignalSpy>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

const QString serial = QStringLiteral("SDB-TEST-0001");

QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

UdsTimings quick()
{
    UdsTimings timings;
    timings.p2 = 150;
    timings.otherTester = 0;
    timings.busyWait = 10;
    timings.disturbedWait = 1;
    return timings;
}

} // namespace

/// The console's side of service 29: who it believes, what it lets out, and what it makes of a pack's refusals.
class TestAuthenticator final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void provesBothSides();
    void usesAnAuthoritysCertificate();
    void stopsBeforeItsOwnProof_data();
    void stopsBeforeItsOwnProof();
    void repeatedChallengeIsRefused();
    void lateAnswerIsNotTaken();
    void refusals_data();
    void refusals();
    void noFallback();
    void anotherConsoleBetweenCertificateAndProof();
    void anotherSendsInBetween_data();
    void anotherSendsInBetween();
    void aPauseCanBeCancelled();
    void keysThatDoNotSign_data();
    void keysThatDoNotSign();
    void cancelWhileTheKeyWorks();
    void withoutCredentialNothingIsSent();
    void rightsComeBackByThemselves();
    void renewsSilently();
    void renewalThatFailsIsSaid();
    void deauthenticates();
    void anotherPackInItsPlace();

private:
    void make(const UdsTimings &timings = quick());
    Credential credential(const QString &person = QStringLiteral("service.technician"));
    /// The error of one attempt; nothing if it succeeded.
    std::optional<Error> authenticate();

    CryptoRuntime m_crypto;
    TestWorld m_world;
    DeviceTrust m_trust;
    FixedClock m_clock{TestWorld::now};
    TestTicker m_ticker;
    std::unique_ptr<MemoryWire> m_wire;
    std::unique_ptr<ProvingPack> m_pack;
    std::unique_ptr<MemoryPort> m_port;
    std::unique_ptr<PackSession> m_session;
    std::shared_ptr<ChallengeMemory> m_challenges;
    int m_signatures = 0;
};

void TestAuthenticator::initTestCase()
{
    m_trust = {m_world.root(QStringLiteral("manufacturer")), m_world.pack().crls};
}

void TestAuthenticator::init()
{
    m_wire = std::make_unique<MemoryWire>(&m_ticker);
    m_pack = std::make_unique<ProvingPack>(*m_wire, m_world);
    SessionInfo info;
    info.authenticated = true;
    info.person = QStringLiteral("service.technician");
    m_pack->values.insert(0x0110, info.encode());
    m_port = std::make_unique<MemoryPort>(*m_wire);
    m_port->open();
    QTRY_COMPARE(m_port->state(), CanPort::State::Open);
    m_challenges = std::make_shared<ChallengeMemory>();
    m_signatures = 0;
    make();
}

void TestAuthenticator::make(const UdsTimings &timings)
{
    m_session = std::make_unique<PackSession>(*m_port, 0x10, m_clock, timings, m_challenges);
}

void TestAuthenticator::cleanup()
{
    m_session.reset();
    m_port.reset();
    m_pack.reset();
    m_wire.reset();
}

Credential TestAuthenticator::credential(const QString &person)
{
    const auto key = m_world.key(person);
    Credential made;
    for (const Certificate &certificate : key->chain())
        made.chain.append(certificate.der);
    made.sign = [this, key](const QByteArray &bytes) {
        ++m_signatures;
        QPromise<Result<QByteArray>> promise;
        promise.start();
        promise.addResult(key->sign(bytes));
        promise.finish();
        return promise.future();
    };
    made.trust = m_trust;
    return made;
}

std::optional<Error> TestAuthenticator::authenticate()
{
    QSignalSpy done(m_session.get(), &PackSession::authenticated);
    QSignalSpy failed(m_session.get(), &PackSession::authenticationFailed);
    m_session->authenticate(PackSerial::fromTrusted(serial), credential());
    const bool ended = waitFor([&] { return done.size() + failed.size() == 1; }, 10'000);
    if (!ended)
        return Error{Code::Internal, QStringLiteral("no end")};
    return failed.isEmpty() ? std::nullopt : std::optional(failed.constFirst().at(1).value<Error>());
}

void TestAuthenticator::provesBothSides()
{
    QSignalSpy done(m_session.get(), &PackSession::authenticated);
    const auto failure = authenticate();
    QVERIFY2(!failure, failure ? qPrintable(codeName(failure->code) + failure->detail) : "");
    QVERIFY(m_pack->isOpen());
    QCOMPARE(m_signatures, 1);
    QCOMPARE(done.constFirst().at(0).toString(), serial);
    QCOMPARE(done.constFirst().at(1).value<SessionInfo>().person, QStringLiteral("service.technician"));
    QCOMPARE(m_pack->requests().constFirst(), hex("1003"));
}

void TestAuthenticator::usesAnAuthoritysCertificate()
{
    QSignalSpy done(m_session.get(), &PackSession::authenticated);
    m_session->authenticate(PackSerial::fromTrusted(serial), credential(QStringLiteral("courier.fleet-manager")));
    QTRY_COMPARE(done.size(), 1);
    const auto authority = m_world.key(QStringLiteral("courier.fleet-manager"))->chain().constLast();
    QVERIFY(m_pack->requests().at(1).contains(authority.der));
}

void TestAuthenticator::stopsBeforeItsOwnProof_data()
{
    using Lie = std::function<void(ProvingPack &, TestWorld &, Credential &)>;
    QTest::addColumn<Lie>("lie");
    QTest::addColumn<Code>("code");
    const auto leaf = [](TestWorld &world, const char *party, const char *name, const char *pack) {
        const QString issuer = QLatin1String(party);
        return pki::issueLeaf(world.root(issuer), world.rootKey(issuer), world.privateKey(QStringLiteral("device")),
            {QLatin1String(name), {}}, {{}, {}, QLatin1String(pack), false},
            {TestWorld::now - TestWorld::day, TestWorld::now + TestWorld::day})
            ->der;
    };
    const auto chainOf = [](const QByteArray &der) {
        return QList<QByteArray>{der};
    };
    QTest::newRow("case 108: certificate under another party's root") << Lie([=](auto &pack, auto &world, auto &) {
        pack.chain = chainOf(leaf(world, "leasing", "pack", "SDB-TEST-0001"));
    }) << Code::UnknownIssuer;
    QTest::newRow("case 108: certificate of another pack") << Lie([=](auto &pack, auto &world, auto &) {
        pack.chain = chainOf(leaf(world, "manufacturer", "pack", "SDB-TEST-0002"));
    }) << Code::WrongPack;
    QTest::newRow("case 108: a person's certificate") << Lie([=](auto &pack, auto &world, auto &) {
        pack.chain = chainOf(world.key(QStringLiteral("leasing.asset-manager"))->leaf().der);
    }) << Code::WrongPack;
    QTest::newRow("case 108: certificate revoked") << Lie([](auto &pack, auto &world, auto &credential) {
        credential.trust.crls = {world.crl(QStringLiteral("manufacturer"), {pack.key->leaf()}, 2)};
    }) << Code::CertificateRevoked;
    QTest::newRow("case 108: no list of the manufacturer")
        << Lie([](auto &, auto &, auto &credential) { credential.trust.crls.clear(); }) << Code::CrlStale;
    QTest::newRow("case 108: no certificate")
        << Lie([](auto &pack, auto &, auto &) { pack.chain.clear(); }) << Code::Malformed;
    QTest::newRow("case 108: no DER") << Lie([](auto &pack, auto &, auto &) { pack.chain = {QByteArray("rubbish")}; })
                                      << Code::Malformed;
    QTest::newRow("case 108: DER, but no certificate")
        << Lie([](auto &pack, auto &, auto &) { pack.chain = {hex("3003020101")}; }) << Code::Malformed;
    QTest::newRow("case 108: four certificates")
        << Lie([](auto &pack, auto &, auto &) { pack.chain = QList<QByteArray>(4, pack.chain.constFirst()); })
        << Code::Malformed;
    QTest::newRow("case 108: proof by another key")
        << Lie([](auto &pack, auto &world, auto &) { pack.key = world.key(QStringLiteral("leasing.asset-manager")); })
        << Code::SignatureInvalid;
    QTest::newRow("case 97: proof of an earlier session") << Lie([](auto &pack, auto &, auto &) {
        pack.proofOver = [](authentication::Exchange exchange) {
            exchange.challengeClient = QByteArray(32, 'e');
            return authentication::serverProof(exchange);
        };
    }) << Code::SignatureInvalid;
    QTest::newRow("case 99: proof of another pack relayed") << Lie([](auto &pack, auto &, auto &) {
        pack.proofOver = [](authentication::Exchange exchange) {
            exchange.serial = PackSerial::fromTrusted(QStringLiteral("SDB-TEST-0002"));
            return authentication::serverProof(exchange);
        };
    }) << Code::SignatureInvalid;
    QTest::newRow("case 100: the words of a console")
        << Lie([](auto &pack, auto &, auto &) { pack.proofOver = authentication::clientProof; })
        << Code::SignatureInvalid;
    QTest::newRow("proof for another session") << Lie([](auto &pack, auto &, auto &) {
        pack.proofOver = [](authentication::Exchange exchange) {
            exchange.session = 1;
            return authentication::serverProof(exchange);
        };
    }) << Code::SignatureInvalid;
    QTest::newRow("proof for another person") << Lie([](auto &pack, auto &, auto &) {
        pack.proofOver = [](authentication::Exchange exchange) {
            exchange.clientLeaf = QByteArray(32, 'x');
            return authentication::serverProof(exchange);
        };
    }) << Code::SignatureInvalid;
    QTest::newRow("case 100: own challenge sent back") << Lie([](auto &pack, auto &, auto &) {
        pack.twist = [&pack](const QByteArray &answer) {
            const QByteArray own = pack.requests().constLast().right(32);
            return answer.left(5) + own + answer.mid(37);
        };
    }) << Code::UnexpectedAnswer;
    QTest::newRow("case 98: challenge of zeroes") << Lie([](auto &pack, auto &, auto &) {
        pack.challenge = [] {
            return QByteArray(32, '\0');
        };
    }) << Code::UnexpectedAnswer;
    for (int size : {0, 1, 16, 31, 33, 64}) {
        QTest::addRow("case 98: challenge of %d bytes", size) << Lie([size](auto &pack, auto &, auto &) {
            pack.challenge = [size] {
                return QByteArray(size, 's');
            };
        }) << Code::UnexpectedAnswer;
    }
    const auto twisted = [](auto change) {
        return Lie([change](auto &pack, auto &, auto &) { pack.twist = change; });
    };
    QTest::newRow("not said that a proof is needed")
        << twisted([](QByteArray answer) { return answer.replace(2, 1, hex("12")); }) << Code::UnexpectedAnswer;
    QTest::newRow("cut short") << twisted([](const QByteArray &answer) { return answer.chopped(1); })
                               << Code::UnexpectedAnswer;
    QTest::newRow("cut in the certificate")
        << twisted([](const QByteArray &answer) { return answer.left(200); }) << Code::UnexpectedAnswer;
    QTest::newRow("nothing but the return value")
        << twisted([](const QByteArray &answer) { return answer.left(3); }) << Code::UnexpectedAnswer;
    QTest::newRow("not even that") << twisted([](const QByteArray &answer) { return answer.left(2); })
                                   << Code::UnexpectedAnswer;
    QTest::newRow("more behind it") << twisted([](const QByteArray &answer) { return answer + '\0'; })
                                    << Code::UnexpectedAnswer;
    QTest::newRow("a key that nobody asked for")
        << twisted([](const QByteArray &answer) { return answer.chopped(2) + hex("0001AA"); })
        << Code::UnexpectedAnswer;
}

void TestAuthenticator::stopsBeforeItsOwnProof()
{
    using Lie = std::function<void(ProvingPack &, TestWorld &, Credential &)>;
    QFETCH(Lie, lie);
    QFETCH(Code, code);
    Credential mine = credential();
    lie(*m_pack, m_world, mine);
    QSignalSpy failed(m_session.get(), &PackSession::authenticationFailed);
    m_session->authenticate(PackSerial::fromTrusted(serial), mine);
    QTRY_COMPARE(failed.size(), 1);
    const auto error = failed.constFirst().at(1).value<Error>();
    QVERIFY2(error.code == code, qPrintable(codeName(error.code) + u' ' + error.detail));
    // The key was not touched, and nothing of it left.
    QCOMPARE(m_signatures, 0);
    QCOMPARE(m_pack->count("2903"), 0);
    // And the pack is left in its default session.
    QTRY_COMPARE(m_pack->requests().constLast(), hex("1001"));
}

void TestAuthenticator::repeatedChallengeIsRefused()
{
    QVERIFY(!authenticate());
    m_pack->challenge = [] {
        return QByteArray(31, 's') + '\1';
    };
    // case 98, also over a new session of the same link.
    make();
    const auto failure = authenticate();
    QVERIFY(failure);
    QCOMPARE(*failure, (Error{Code::UnexpectedAnswer, QStringLiteral("69 02 repeated")}));
    QCOMPARE(m_signatures, 1);
    ChallengeMemory memory;
    for (int i = 0; i < ChallengeMemory::most + 10; ++i)
        QVERIFY(memory.remember(QByteArray::number(i)));
    QVERIFY(!memory.remember(QByteArray::number(ChallengeMemory::most)));
    QVERIFY(memory.remember(QByteArray::number(0))); // forgotten: it is bounded
}

void TestAuthenticator::lateAnswerIsNotTaken()
{
    // case 91: the answer to a first attempt comes while the second one waits for its own.
    m_pack->instead.insert(hex("2902"), {});
    QByteArray late;
    m_pack->twist = [&late](const QByteArray &answer) {
        return std::exchange(late, answer).isEmpty() ? answer : late;
    };
    const auto silent = authenticate();
    QVERIFY(silent);
    QCOMPARE(silent->code, Code::PackUnreachable);
    // An answer to what nobody asks any more is passed by.
    m_pack->node().say(hex("690211"));
    m_pack->node().say(hex("7F2950"));
    letPass(50);
    QVERIFY(!authenticate());
    // A whole answer of before, given to a new question, has a proof over the old challenge.
    m_pack->twist = [&late](const QByteArray &) {
        return late;
    };
    m_challenges = std::make_shared<ChallengeMemory>();
    make();
    const auto stale = authenticate();
    QVERIFY(stale);
    QCOMPARE(stale->code, Code::SignatureInvalid);
    QCOMPARE(m_signatures, 1);
}

void TestAuthenticator::refusals_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("nrc");
    QTest::addColumn<Code>("code");
    const auto row = [](const char *name, const char *request, int nrc, Code code) {
        QTest::addRow("%s", name) << hex(request) << nrc << code;
    };
    row("50 validity", "2902", 0x50, Code::CertificateExpired);
    row("51 signature", "2902", 0x51, Code::SignatureInvalid);
    row("52 chain", "2902", 0x52, Code::UnknownIssuer);
    row("53 type", "2902", 0x53, Code::Malformed);
    row("54 format", "2902", 0x54, Code::Malformed);
    row("55 content", "2902", 0x55, Code::Malformed);
    row("case 107: 56 scope", "2902", 0x56, Code::RoleNotIssuable);
    row("57 revoked", "2902", 0x57, Code::CertificateRevoked);
    row("58 proof", "2903", 0x58, Code::SignatureInvalid);
    row("case 102: 29 unknown", "2902", 0x11, Code::NegativeResponse);
    row("case 102: 29 02 unknown", "2902", 0x12, Code::NegativeResponse);
    row("case 102: not in this session", "2902", 0x7F, Code::NegativeResponse);
    row("conditions", "2902", 0x22, Code::NegativeResponse);
    row("no session 03", "1003", 0x12, Code::NegativeResponse);
    row("59 is none of them", "2902", 0x59, Code::NegativeResponse);
}

void TestAuthenticator::refusals()
{
    QFETCH(QByteArray, request);
    QFETCH(int, nrc);
    QFETCH(Code, code);
    m_pack->instead.insert(request, {hex("7F") + request.left(1) + char(nrc)});
    const auto failure = authenticate();
    QVERIFY(failure);
    QCOMPARE(failure->code, code);
    const QString detail = QString::fromLatin1(request.left(1).toHex() + ' ' + QByteArray(1, char(nrc)).toHex());
    QCOMPARE(failure->detail, detail);
    // What the pack refused is over: an action does not try again by itself.
    QSignalSpy acted(m_session.get(), &PackSession::acted);
    m_session->act(PackSerial::fromTrusted(serial), hex("14FFFFFF"), 1);
    QTRY_COMPARE(acted.size(), 1);
    QCOMPARE(acted.constFirst().constFirst().value<ActionResult>().error.code, Code::NotSignedIn);
}

void TestAuthenticator::noFallback()
{
    m_pack->instead.insert(hex("2902"), {hex("7F2911")});
    QVERIFY(authenticate());
    QTRY_COMPARE(m_pack->requests().constLast(), hex("1001"));
    // case 102: no other way in is tried.
    QCOMPARE(m_pack->requests().size(), 3);
    QCOMPARE(m_pack->count("27"), 0);
    QCOMPARE(m_signatures, 0);
}

void TestAuthenticator::anotherConsoleBetweenCertificateAndProof()
{
    m_pack->instead.insert(hex("2903"), {hex("7F2924")});
    QVERIFY(!authenticate());
    QCOMPARE(m_pack->count("2902"), 2);
    QCOMPARE(m_pack->count("2903"), 2);
    // It does not go on for ever.
    m_pack->challenge = [i = 0]() mutable {
        return QByteArray(31, 't') + char(++i);
    };
    m_pack->twist = [this](const QByteArray &answer) {
        m_pack->instead.insert(hex("2903"), {hex("7F2924")});
        return answer;
    };
    const auto failure = authenticate();
    QVERIFY(failure);
    QCOMPARE(*failure, (Error{Code::NegativeResponse, QStringLiteral("29 24")}));
    QCOMPARE(m_pack->count("2903"), 5);
}

/// What the pack says while a stranger sends in the console's name.
void TestAuthenticator::anotherSendsInBetween_data()
{
    QTest::addColumn<QByteArray>("request"); // to which the pack answers
    QTest::addColumn<QList<QByteArray>>("answers"); // in turn; an empty one: as it should, "-": not at all
    QTest::addColumn<bool>("stranger");
    QTest::addColumn<int>("begun");
    QTest::addColumn<Error>("error"); // Internal: it succeeds
    using Answers = QList<QByteArray>;
    const QByteArray certificate = hex("2902");
    const QByteArray proof = hex("2903");
    const auto of = [](const char *bytes, int times) {
        return Answers(times, hex(bytes));
    };
    const Error none{};
    const auto disturbed = [](const char *why) {
        return Error{Code::BusUnavailable, QStringLiteral("disturbed: ") + QLatin1String(why)};
    };
    QTest::newRow("refused once, by garbage of another") << certificate << of("7F2954", 1) << true << 2 << none;
    QTest::newRow("refused three times") << certificate << of("7F2954", 3) << true << 4 << none;
    QTest::newRow("refused each time") << certificate << of("7F2954", 9) << true << 4 << disturbed("malformed 29 54");
    QTest::newRow("refused, and nobody else is there")
        << certificate << of("7F2954", 9) << false << 1 << Error{Code::Malformed, QStringLiteral("29 54")};
    QTest::newRow("wrong length each time")
        << certificate << of("7F2913", 9) << true << 4 << disturbed("negative-response 29 13");
    QTest::newRow("no answer each time") << certificate << Answers(9, "-") << true << 4
                                         << disturbed("pack-unreachable P2");
    QTest::newRow("no answer once") << certificate << Answers(1, "-") << true << 2 << none;
    QTest::newRow("an answer for the other") << certificate << of("690211", 1) << true << 2 << none;
    QTest::newRow("the proof refused once: the challenge was another's")
        << proof << of("7F2958", 1) << true << 2 << none;
    QTest::newRow("the proof refused each time")
        << proof << of("7F2958", 9) << true << 4 << disturbed("signature-invalid 29 58");
    QTest::newRow("another's certificate refused") << certificate << of("7F2950", 1) << true << 2 << none;
    QTest::newRow("this one's, each time for the same reason")
        << certificate << of("7F2957", 9) << true << 4 << Error{Code::CertificateRevoked, QStringLiteral("29 57")};
    QTest::newRow("once for each reason")
        << certificate << Answers{hex("7F2950"), hex("7F2952"), hex("7F2956"), hex("7F2957")} << true << 4
        << disturbed("certificate-revoked 29 57");
    QTest::newRow("a verdict, and nobody else is there")
        << certificate << of("7F2957", 9) << false << 1 << Error{Code::CertificateRevoked, QStringLiteral("29 57")};
}

void TestAuthenticator::anotherSendsInBetween()
{
    QFETCH(QByteArray, request);
    QFETCH(QList<QByteArray>, answers);
    QFETCH(bool, stranger);
    QFETCH(int, begun);
    QFETCH(Error, error);
    MemoryPort other(*m_wire);
    other.open();
    QTRY_COMPARE(other.state(), CanPort::State::Open);
    m_pack->disturb = [&](const QByteArray &asked) -> std::optional<QList<QByteArray>> {
        if (!asked.startsWith(request) || answers.isEmpty())
            return std::nullopt;
        if (stranger)
            other.send(QCanBusFrame(0x18DA10F1, hex("023E80")));
        const QByteArray answer = answers.takeFirst();
        return answer == "-" ? QList<QByteArray>() : QList<QByteArray>{answer};
    };
    const auto failure = authenticate();
    if (error == Error{}) {
        QVERIFY2(!failure, failure ? qPrintable(codeName(failure->code) + u' ' + failure->detail) : "");
        QVERIFY(m_pack->isOpen());
    } else {
        QVERIFY(failure);
        QVERIFY2(*failure == error, qPrintable(codeName(failure->code) + u' ' + failure->detail));
    }
    QCOMPARE(m_pack->count("1003"), begun);
}

void TestAuthenticator::aPauseCanBeCancelled()
{
    UdsTimings timings = quick();
    timings.disturbedWait = 60'000;
    make(timings);
    MemoryPort other(*m_wire);
    other.open();
    QTRY_COMPARE(other.state(), CanPort::State::Open);
    m_pack->disturb = [&](const QByteArray &asked) -> std::optional<QList<QByteArray>> {
        if (!asked.startsWith(hex("2902")))
            return std::nullopt;
        other.send(QCanBusFrame(0x18DA10F1, hex("023E80")));
        return QList<QByteArray>{hex("7F2954")};
    };
    m_session->authenticate(PackSerial::fromTrusted(serial), credential());
    QTRY_COMPARE(m_pack->count("2902"), 1);
    letPass(1000); // in the midst of the pause
    m_session.reset();
    QCOMPARE(m_pack->count("1003"), 1);
}

void TestAuthenticator::keysThatDoNotSign_data()
{
    using Sign = std::function<QFuture<Result<QByteArray>>(const QByteArray &)>;
    QTest::addColumn<Sign>("sign");
    QTest::addColumn<Code>("code");
    const auto promise = [](auto fill) {
        return Sign([fill](const QByteArray &) {
            auto made = std::make_shared<QPromise<Result<QByteArray>>>();
            made->start();
            const auto future = made->future();
            fill(made);
            return future;
        });
    };
    QTest::newRow("refused") << promise([](auto made) {
        made->addResult(Result<QByteArray>(Code::KeyUnusable, QStringLiteral("token gone")));
        made->finish();
    }) << Code::KeyUnusable;
    QTest::newRow("signed out meanwhile") << promise([](auto made) {
        made->addResult(Result<QByteArray>(Code::NotSignedIn));
        made->finish();
    }) << Code::NotSignedIn;
    QTest::newRow("given up") << promise([](auto made) { made->future().cancel(); }) << Code::KeyUnusable;
    QTest::newRow("never answers") << promise([](auto made) {
        static QList<decltype(made)> kept;
        kept.append(made);
    }) << Code::KeyUnusable;
    QTest::newRow("no key at all") << Sign() << Code::NotSignedIn;
}

void TestAuthenticator::keysThatDoNotSign()
{
    using Sign = std::function<QFuture<Result<QByteArray>>(const QByteArray &)>;
    QFETCH(Sign, sign);
    QFETCH(Code, code);
    UdsTimings timings = quick();
    timings.signingPatience = 200;
    make(timings);
    Credential mine = credential();
    mine.sign = sign;
    QSignalSpy failed(m_session.get(), &PackSession::authenticationFailed);
    m_session->authenticate(PackSerial::fromTrusted(serial), mine);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.constFirst().at(1).value<Error>().code, code);
    QCOMPARE(m_pack->count("2903"), 0);
}

void TestAuthenticator::cancelWhileTheKeyWorks()
{
    Credential mine = credential();
    auto promise = std::make_shared<QPromise<Result<QByteArray>>>();
    promise->start();
    mine.sign = [&](const QByteArray &) {
        ++m_signatures;
        return promise->future();
    };
    QSignalSpy failed(m_session.get(), &PackSession::authenticationFailed);
    m_session->authenticate(PackSerial::fromTrusted(serial), mine);
    QTRY_COMPARE(m_signatures, 1);
    m_session->cancel();
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.constFirst().at(1).value<Error>().code, Code::Cancelled);
    // What comes too late is not sent.
    promise->addResult(Result<QByteArray>(QByteArray(384, 's')));
    promise->finish();
    letPass(100);
    QCOMPARE(m_pack->count("2903"), 0);
    QVERIFY(!authenticate());
}

void TestAuthenticator::withoutCredentialNothingIsSent()
{
    QSignalSpy acted(m_session.get(), &PackSession::acted);
    m_session->act(PackSerial::fromTrusted(serial), hex("14FFFFFF"), 9);
    QTRY_COMPARE(acted.size(), 1);
    QCOMPARE(acted.constFirst().constFirst().value<ActionResult>().error.code, Code::NotSignedIn);
    QCOMPARE(acted.constFirst().at(1).toULongLong(), 9u);
    letPass(50);
    QCOMPARE(m_pack->requests().size(), 0);
}

void TestAuthenticator::rightsComeBackByThemselves()
{
    m_pack->guarded.insert(0x0111, PackLogRecord::encodeList({}));
    QSignalSpy answered(m_session.get(), &PackSession::answered);
    const auto ask = [&] {
        answered.clear();
        m_session->ask(PackSerial::fromTrusted(serial), PackQuestion::Changes, 1);
        const bool ended = waitFor([&] { return answered.size() == 1; }, 10'000);
        return !ended ? PackAnswer() : answered.value(0).value(0).value<PackAnswer>();
    };
    // Without a credential the refusal is the answer.
    QCOMPARE(ask().error.code, Code::NotSignedIn);
    QVERIFY(!authenticate());
    QVERIFY(ask().ok());
    QCOMPARE(m_pack->count("2902"), 1);
    // case 104: S3, a reset or another console ended them.
    m_pack->endSession();
    QVERIFY(ask().ok());
    QCOMPARE(m_pack->count("2902"), 2);
    // The pack that goes on refusing is believed.
    m_pack->instead.insert(hex("220111"), {hex("7F2234")});
    m_pack->endSession();
    m_pack->twist = [this](const QByteArray &answer) {
        m_pack->instead.insert(hex("220111"), {hex("7F2234")});
        return answer;
    };
    QCOMPARE(ask().error.code, Code::NotSignedIn);
    QCOMPARE(m_pack->count("2902"), 3);
}

void TestAuthenticator::renewsSilently()
{
    UdsTimings timings = quick();
    timings.renewAfter = 100;
    make(timings);
    QSignalSpy done(m_session.get(), &PackSession::authenticated);
    QSignalSpy failed(m_session.get(), &PackSession::authenticationFailed);
    QVERIFY(!authenticate());
    QTRY_VERIFY(m_pack->count("2903") >= 3);
    QVERIFY(m_pack->isOpen());
    QCOMPARE(done.size(), 1);
    QCOMPARE(failed.size(), 0);
    // Before the pack's fifteen minutes are over.
    QVERIFY(UdsTimings().renewAfter < 15 * 60 * 1000 - 60'000);
}

void TestAuthenticator::renewalThatFailsIsSaid()
{
    UdsTimings timings = quick();
    timings.renewAfter = 100;
    make(timings);
    QSignalSpy failed(m_session.get(), &PackSession::authenticationFailed);
    QVERIFY(!authenticate());
    m_pack->instead.insert(hex("2902"), {hex("7F2957")});
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.constFirst().at(1).value<Error>().code, Code::CertificateRevoked);
    letPass(250);
    QCOMPARE(failed.size(), 1);
}

void TestAuthenticator::deauthenticates()
{
    QVERIFY(!authenticate());
    QSignalSpy ended(m_session.get(), &PackSession::deauthenticated);
    m_session->deauthenticate(PackSerial::fromTrusted(serial));
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(m_pack->count("2900"), 1);
    QVERIFY(!m_pack->isOpen());
    QCOMPARE(m_pack->requests().constLast(), hex("1001"));
    // case 104: and the credential is gone.
    QSignalSpy acted(m_session.get(), &PackSession::acted);
    m_session->act(PackSerial::fromTrusted(serial), hex("14FFFFFF"), 1);
    QTRY_COMPARE(acted.size(), 1);
    QCOMPARE(acted.constFirst().constFirst().value<ActionResult>().error.code, Code::NotSignedIn);
    QCOMPARE(m_signatures, 1);
    // Twice is as good as once.
    m_session->deauthenticate(PackSerial::fromTrusted(serial));
    QTRY_COMPARE(ended.size(), 2);
}

void TestAuthenticator::anotherPackInItsPlace()
{
    QVERIFY(!authenticate());
    m_session->dropCredential();
    QSignalSpy acted(m_session.get(), &PackSession::acted);
    m_session->act(PackSerial::fromTrusted(serial), hex("14FFFFFF"), 1);
    QTRY_COMPARE(acted.size(), 1);
    QCOMPARE(acted.constFirst().constFirst().value<ActionResult>().error.code, Code::NotSignedIn);
    QCOMPARE(m_pack->count("14"), 0);
}

QTEST_GUILESS_MAIN(TestAuthenticator)
#include "tst_authenticator.moc"
