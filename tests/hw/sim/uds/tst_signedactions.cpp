// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/uds/documentkind.h"
#include "models/core/pack/statement.h"
#include "tests/hw/sim/support/tester.h"

#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

const QString technician = QStringLiteral("service.technician");
const QString fleetManager = QStringLiteral("courier.fleet-manager");
const QByteArray selfTest = QByteArray::fromHex("31010220");

/// service.interval (0204) to 400.000
const QByteArray writeInterval = QByteArray::fromHex("2e020400061a80");

PackCounters countersOf(Tester &tester)
{
    return PackCounters::decode(hex(tester.lastHex("220105").toLatin1()).mid(3)).value();
}

} // namespace

/// The tail of what changes something: who said it, once, to this pack; and what the pack then checks, in which order.
class TestSignedActions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void case103_anotherNodeSpeaksInTheSession();
    void sequenceCountsUp();
    void forgersHaveTwoVerificationsASecond();
    void revokedMeanwhile();
    void orderOfChecks_data();
    void orderOfChecks();
    void refusedAndDoneLeaveOneRecord();
    void statementOverANonce();

private:
    CryptoRuntime m_crypto;
    TestWorld m_world;
};

void TestSignedActions::case103_anotherNodeSpeaksInTheSession()
{
    TestPack pack(m_world, servicedPack(m_world));
    Tester tester(pack, m_world.key(technician));
    Tester intruder(pack, m_world.key(fleetManager));
    QVERIFY(tester.authenticate());
    const sim::PackContents before = pack.contents();
    QCOMPARE(intruder.last(writeInterval), s("7f2e13"));
    intruder.exchange = tester.exchange;
    QCOMPARE(intruder.act(writeInterval, 1), s("7f2e58"));
    QCOMPARE(pack.contents().values, before.values);
    QCOMPARE(tester.act(writeInterval), s("6e0204"));
    QCOMPARE(pack.contents().values.value(ParameterId::fromTrusted(s("service.interval"))),
        (StoredValue{Milli{400'000}, 2, {}, 0}));
    // What he overheard is of no use again, and neither is his tail behind something else.
    QCOMPARE(intruder.last(tester.actionBytes(writeInterval, 1)), s("7f2e24"));
    QByteArray changed = tester.actionBytes(writeInterval, 2);
    changed[6] = char(changed.at(6) ^ 1);
    QCOMPARE(intruder.last(changed), s("7f2e58"));
    pack.clock.advance(1000); // two of the kind in a second, and the pack takes its time
    QCOMPARE(tester.act(writeInterval, 2), s("6e0204"));
}

void TestSignedActions::sequenceCountsUp()
{
    TestPack pack(m_world, servicedPack(m_world));
    Tester tester(pack, m_world.key(technician));
    QVERIFY(tester.authenticate());
    const QByteArray balance = hex("31010230");
    QCOMPARE(tester.act(balance, 0), s("7f3124"));
    QCOMPARE(tester.act(balance, 2), s("7f3124"));
    QCOMPARE(tester.act(balance, 1), s("71010230"));
    QCOMPARE(tester.act(balance, 1), s("7f3124"));
    // Refused is said all the same: the number is spent.
    QCOMPARE(tester.act(hex("3101020201"), 2), s("7f3133"));
    QCOMPARE(tester.act(balance, 2), s("7f3124"));
    QCOMPARE(tester.act(balance, 3), s("71010230"));
    // A signature that does not hold spends nothing.
    QByteArray wrong = tester.actionBytes(balance, 4);
    wrong[wrong.size() - 1] = char(wrong.at(wrong.size() - 1) ^ 1);
    QCOMPARE(tester.last(wrong), s("7f3158"));
    QCOMPARE(tester.act(balance, 4), s("71010230"));
    // A new authentication begins at one again.
    QVERIFY(tester.authenticate());
    QCOMPARE(tester.act(balance, 5), s("7f3124"));
    QCOMPARE(tester.act(balance, 1), s("71010230"));
}

void TestSignedActions::forgersHaveTwoVerificationsASecond()
{
    TestPack pack(m_world, servicedPack(m_world));
    Tester tester(pack, m_world.key(technician));
    Tester forger(pack, m_world.key(fleetManager));
    QVERIFY(tester.authenticate());
    forger.exchange = tester.exchange;
    QCOMPARE(forger.act(writeInterval, 1), s("7f2e58"));
    QCOMPARE(forger.act(writeInterval, 1), s("7f2e58"));
    QCOMPARE(forger.act(writeInterval, 1), s("7f2e21"));
    QCOMPARE(tester.act(writeInterval, 1), s("7f2e21"));
    pack.clock.advance(1000);
    QCOMPARE(tester.act(writeInterval, 1), s("6e0204"));
    QCOMPARE(countersOf(tester).refusals.value(s("signature-invalid")), qint64(2));
    // Nobody is locked out, and honest actions have no limit.
    for (int i = 2; i < 8; ++i)
        QCOMPARE(tester.act(writeInterval, i), s("6e0204"));
}

void TestSignedActions::revokedMeanwhile()
{
    TestPack pack(m_world, servicedPack(m_world));
    Tester tester(pack, m_world.key(technician));
    tester.lastHex("1002");
    pack.clock.advance(1000);
    QVERIFY(tester.begin().startsWith(s("690211")));
    QCOMPARE(tester.last(tester.proof()), s("6903120000"));
    QVERIFY(tester.session().authenticated);
    // deliver() opens the programming session anew, so the list comes by the gate as another console would bring it.
    const QByteArray list = encodeCrlEntry(m_world.crl(s("service"), {m_world.key(technician)->leaf()}, 2));
    const QByteArray announce = hex("340044000000000000") + char(list.size() >> 8) + char(list.size());
    QCOMPARE(tester.last(announce), s("74200fff"));
    QCOMPARE(tester.last(hex("3601") + list), s("7601"));
    QCOMPARE(tester.lastHex("37"), s("77"));
    QCOMPARE(tester.last(pack.applyRequest(list, documentkind::crl)), s("710102010000000000"));
    QVERIFY(!tester.session().authenticated);
    QCOMPARE(tester.lastHex("220111"), s("7f2234"));
    QCOMPARE(tester.act(selfTest), s("7f3134"));
    QCOMPARE(tester.reason(), s("certificate-revoked"));
}

void TestSignedActions::orderOfChecks_data()
{
    QTest::addColumn<QString>("person");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("sequence");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QString &person, const char *body, int sequence, const char *answer,
                         const char *reason) {
        QTest::newRow(name) << person << hex(body) << sequence << QString::fromLatin1(answer)
                            << QString::fromLatin1(reason);
    };
    row("write: done", technician, "2e020400061a80", 1, "6e0204", "");
    row("write: sequence before range", technician, "2e02ff00061a80", 2, "7f2e24", "");
    row("write: unknown identifier", technician, "2e02ff00061a80", 1, "7f2e31", "malformed");
    row("write: an identifier that is only read", technician, "2ef18c00061a80", 1, "7f2e31", "malformed");
    row("write: a parameter of layer 3", fleetManager, "2e020100015f90", 1, "7f2e31", "outside-policy");
    row("write: a parameter of layer 4", technician, "2e020300001068", 1, "7f2e31", "outside-policy");
    row("write: above the silicon limit", technician, "2e02047fffffff", 1, "7f2e31", "above-silicon-limit");
    row("write: negative", technician, "2e0204ffffffff", 1, "7f2e31", "above-silicon-limit");
    row("self test: done", technician, "31010220", 1, "71010220a2", "");
    row("self test: another role", fleetManager, "31010220", 1, "7f3133", "signer-not-authorised");
    row("balance: done", technician, "31010230", 1, "71010230", "");
    row("balance: another role", fleetManager, "31010230", 1, "7f3133", "signer-not-authorised");
    row("isolate: module 0", technician, "3101023100", 1, "7f3131", "malformed");
    row("isolate: module 9 of 8", technician, "3101023109", 1, "7f3131", "malformed");
    row("isolate: range before capability", fleetManager, "3101023109", 1, "7f3131", "malformed");
    row("isolate: another role", fleetManager, "3101023108", 1, "7f3133", "signer-not-authorised");
    row("isolate: done", technician, "3101023108", 1, "71010231", "");
    row("clear faults: done", technician, "14ffffff", 1, "54", "");
    row("clear faults: a group that there is not", technician, "14000001", 1, "7f1431", "malformed");
    row("clear faults: another role", fleetManager, "14ffffff", 1, "7f1433", "signer-not-authorised");
    row("reset: done", technician, "1103", 1, "5103", "");
    row("reset: another role", fleetManager, "1101", 1, "7f1133", "signer-not-authorised");
    row("reset: another kind", technician, "1102", 1, "7f1112", "");
    row("activate: no purpose", fleetManager, "3101020200", 1, "7f3131", "malformed");
    row("activate: fourth purpose", fleetManager, "3101020204", 1, "7f3131", "malformed");
    row("activate: another role", technician, "3101020201", 1, "7f3133", "signer-not-authorised");
    row("activate: done", fleetManager, "3101020201", 1, "7101020200001c20", "");
    row("deactivate: inactive", fleetManager, "31010203", 1, "7f3122", "wrong-state");
    row("deactivate: another role", technician, "31010203", 1, "7f3133", "signer-not-authorised");
    row("stop instead of start", technician, "31020220", 1, "7f3112", "");
    row("results of an action", technician, "31030220", 1, "7f3112", "");
}

void TestSignedActions::orderOfChecks()
{
    QFETCH(QString, person);
    QFETCH(QByteArray, body);
    QFETCH(int, sequence);
    QFETCH(QString, answer);
    QFETCH(QString, reason);
    TestPack pack(m_world, servicedPack(m_world));
    Tester tester(pack, m_world.key(person));
    tester.lastHex("1003");
    const sim::PackContents before = pack.contents();
    // Nobody yet: authentication comes before length, sequence, range and capability.
    const QString service = QString::fromLatin1(body.left(1).toHex());
    if (!answer.endsWith(s("12")))
        QCOMPARE(tester.last(body), s("7f%1").arg(service) + s("34"));
    QCOMPARE(pack.contents(), before);
    QVERIFY(tester.authenticate());
    if (!answer.endsWith(s("12"))) {
        QCOMPARE(tester.last(body), s("7f%1").arg(service) + s("13"));
        QCOMPARE(tester.last(tester.actionBytes(body, 1).chopped(1)), s("7f%1").arg(service) + s("13"));
    }
    const QString heard = tester.act(body, sequence);
    QVERIFY2(heard.startsWith(answer), qPrintable(heard));
    if (!reason.isEmpty()) {
        QCOMPARE(tester.reason(), reason);
        QCOMPARE(pack.contents().values, before.values);
        QCOMPARE(pack.contents().changes, before.changes);
        QCOMPARE(pack.contents().activation, before.activation);
    } else if (!heard.startsWith(s("7f")) && body.at(0) != 0x11) {
        QCOMPARE(tester.lastHex("31030200"), s("7f3131"));
    }
}

void TestSignedActions::refusedAndDoneLeaveOneRecord()
{
    TestPack pack(m_world, servicedPack(m_world));
    Tester tester(pack, m_world.key(technician));
    QVERIFY(tester.authenticate());
    QCOMPARE(tester.act(writeInterval), s("6e0204"));
    QCOMPARE(tester.act(hex("2e02047fffffff")), s("7f2e31"));
    QCOMPARE(tester.act(selfTest).left(8), s("71010220"));
    const auto changes = PackLogRecord::decodeList(hex(tester.lastHex("220111").toLatin1()).mid(3));
    QVERIFY(changes.ok());
    QCOMPARE(changes->size(), 2);
    QCOMPARE(changes->at(0).action, s("write"));
    QCOMPARE(changes->at(0).detail, s("service/service.technician: service.interval 500000 to 400000"));
    QCOMPARE(changes->at(0).document, sha256(writeInterval));
    QCOMPARE(changes->at(1).action, s("self-test"));
    QByteArray previous(32, '\0');
    for (const PackLogRecord &record : *changes) {
        QCOMPARE(record.hash, record.hashAfter(previous));
        previous = record.hash;
    }
    const auto refusals = PackLogRecord::decodeList(hex(tester.lastHex("220112").toLatin1()).mid(3));
    QVERIFY(refusals.ok());
    QCOMPARE(refusals->size(), 1);
    QCOMPARE(refusals->at(0).action, s("above-silicon-limit"));
    QCOMPARE(countersOf(tester).refusals.value(s("above-silicon-limit")), qint64(1));
}

void TestSignedActions::statementOverANonce()
{
    TestPack pack(m_world, servicedPack(m_world));
    Tester tester(pack, m_world.key(technician));
    const QByteArray nonce = randomBytes(32);
    const QByteArray ask = hex("31010240") + nonce;
    QCOMPARE(tester.last(ask), s("7f317f"));
    for (const char *session : {"1002", "1003"}) {
        tester.lastHex(session);
        QCOMPARE(tester.last(ask.chopped(1)), s("7f3113"));
        const QByteArray answer = QByteArray::fromHex(tester.last(ask).toLatin1());
        QVERIFY(answer.startsWith(hex("71010240")));
        const PackState state = pack.state();
        const auto statement = verifyStatement(answer.mid(4), nonce, state.charter, state.crls);
        QVERIFY2(statement.ok(), statement.ok() ? "" : qPrintable(statement.error().detail));
        QCOMPARE(statement->serial, state.serial);
        QCOMPARE(statement->values, state.values);
        QVERIFY(!verifyStatement(answer.mid(4), randomBytes(32), state.charter, state.crls).ok());
    }
}

QTEST_GUILESS_MAIN(TestSignedActions)
#include "tst_signedactions.moc"
