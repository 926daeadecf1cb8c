// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auditstore.h"
#include "modelworld.h"
#include "revocation.h"
#include "session.h"
#include "trustbook.h"

#include <QSignalSpy>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

class TestTrustBook final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void whatIsPinnedSurvivesARestart();
    void anotherCharterIsRefused();
    void anotherPolicyIsRefused();
    void theRehearsalStandsOnWhatThePackSaid();
    void aReceiptMovesTheValueOnce();
    void theNextListIsKept();
    void whatIsNoNextListIsRefused();
    void signingInIsRecordedBothWays();
    void anIdentityIsItsPartysByTheCharter();

private:
    /// The pack as its answers tell it: with the documents that its rules came by, and without what it never says.
    PackState asRead() const
    {
        const PackRules rules = rulesOf(*m_world, m_pack);
        PackState state = m_pack;
        state.charterDocument = sha256(CoseSign::decode(rules.charterDocument)->payload);
        state.policyDocument = sha256(CoseSign::decode(rules.policyDocument)->payload);
        state.manufacturerRoot.clear();
        return state;
    }

    CryptoRuntime m_crypto;
    std::unique_ptr<TestWorld> m_world;
    PackState m_pack;
};

void TestTrustBook::initTestCase()
{
    m_world = std::make_unique<TestWorld>();
    m_pack = m_world->pack();
}

void TestTrustBook::whatIsPinnedSurvivesARestart()
{
    Desk desk(*m_world, m_pack);
    const TrustSnapshot before = desk.workspace().trust().snapshot();
    QVERIFY(!before.pinned.charterFingerprint().isEmpty());
    desk.reopen();
    const TrustBook &after = desk.workspace().trust();
    QVERIFY(after.problems().isEmpty());
    QVERIFY(after.pinned() == before.pinned);
    QCOMPARE(after.packs(), QList<PackSerial>{m_pack.serial});
    QVERIFY(*after.pack(m_pack.serial) == before.packs.value(m_pack.serial));
}

void TestTrustBook::anotherCharterIsRefused()
{
    Desk desk(*m_world, m_pack);
    PackState other = m_pack;
    other.charter.ranges.clear();
    other.policy.charterSha256 = other.charter.bodySha256();
    const PackRules rules = rulesOf(*m_world, other);
    const auto compared = desk.workspace().trust().compare(rules);
    QVERIFY(!compared.ok());
    QCOMPARE(compared.code(), Code::WrongCharter);
    QVERIFY(!desk.workspace().trust().pin(rules, {}).ok());
    QVERIFY(!desk.workspace().trust().learn(rules).ok());
    QVERIFY(desk.workspace().trust().compare(rulesOf(*m_world, m_pack)).ok());
}

void TestTrustBook::anotherPolicyIsRefused()
{
    Desk desk(*m_world, m_pack);
    PackState other = m_pack;
    other.policy.version = 2;
    PackRules rules = rulesOf(*m_world, m_pack);
    rules.policyDocument = rulesOf(*m_world, other).policyDocument;
    const auto compared = desk.workspace().trust().compare(rules);
    QVERIFY(!compared.ok());
    QCOMPARE(compared.code(), Code::VersionJump);
}

void TestTrustBook::theRehearsalStandsOnWhatThePackSaid()
{
    Desk desk(*m_world, m_pack);
    const auto state = desk.workspace().trust().snapshot().stateOf(m_pack.serial, TestWorld::now);
    QVERIFY(state.ok());
    QVERIFY(*state == asRead());
}

void TestTrustBook::aReceiptMovesTheValueOnce()
{
    Desk desk(*m_world, m_pack);
    TrustBook &trust = desk.workspace().trust();
    const ParameterId id = ParameterId::fromTrusted(QStringLiteral("soc.max"));
    Receipt receipt;
    receipt.serial = m_pack.serial;
    receipt.applied = {{id, Milli{95000}, 2}};
    QVERIFY(trust.learn(receipt, std::nullopt).ok());
    const auto value = [&] {
        return trust.snapshot().stateOf(m_pack.serial, TestWorld::now)->values.value(id);
    };
    QCOMPARE(value().base.value, 95000);
    QCOMPARE(value().revision, 2);
    receipt.applied = {{id, Milli{80000}, 1}};
    QVERIFY(trust.learn(receipt, std::nullopt).ok());
    QCOMPARE(value().base.value, 95000);
}

void TestTrustBook::theNextListIsKept()
{
    Desk desk(*m_world, m_pack);
    const QString leasing = QStringLiteral("leasing");
    const Certificate first = m_world->key(QStringLiteral("leasing.asset-manager"))->leaf();
    const Certificate second = m_world->key(QStringLiteral("leasing.asset-manager-2"))->leaf();
    const auto next = [&](const QList<Certificate> &revoked) {
        return nextList(m_world->root(leasing), m_world->rootKey(leasing),
            {revoked, desk.workspace().trust().snapshot().newestLists(TestWorld::now), {}, 0, TestWorld::now});
    };
    const auto one = next({first});
    QVERIFY(one.ok());
    QCOMPARE(one->crl.number, m_world->crl(leasing).crl.number + 1);
    QVERIFY(one->authorityDer.isEmpty());
    QVERIFY(desk.workspace().trust().learn(*one).ok());
    // What was revoked stays so, also when the same is said again, and after a restart.
    desk.reopen();
    QVERIFY(desk.workspace().trust().crls().contains(encodeCrlEntry(*one)));
    const auto two = next({second, first});
    QVERIFY(two.ok());
    QCOMPARE(two->crl.number, one->crl.number + 1);
    QCOMPARE(two->crl.revokedSerials.size(), 2);
    QVERIFY(desk.workspace().trust().learn(*two).ok());
    QCOMPARE(next({})->crl.revokedSerials.size(), 2);
    QCOMPARE(desk.workspace().trust().snapshot().lists.size(), 1);
    // What the pack would say is told by the lists that the pack holds.
    QVERIFY(*desk.workspace().trust().snapshot().stateOf(m_pack.serial, TestWorld::now) == asRead());
}

void TestTrustBook::whatIsNoNextListIsRefused()
{
    Desk desk(*m_world, m_pack);
    TrustBook &trust = desk.workspace().trust();
    const QString leasing = QStringLiteral("leasing");
    const auto person = m_world->key(QStringLiteral("leasing.asset-manager"));
    const auto held = trust.snapshot().newestLists(TestWorld::now);
    const auto strange = nextList(m_world->root(leasing), m_world->rootKey(leasing),
        {{m_world->key(QStringLiteral("celldata.specialist"))->leaf()}, held, {}, 0, TestWorld::now});
    QVERIFY(!strange.ok());
    QCOMPARE(strange.code(), Code::UnknownIssuer);
    const auto byPerson = nextList(person->leaf(), m_world->privateKey(QStringLiteral("leasing.asset-manager")),
        {{}, held, {}, 0, TestWorld::now});
    QVERIFY(!byPerson.ok());
    QCOMPARE(byPerson.code(), Code::KeyUnusable);
    // Made without knowing the one before, or under a root that nobody pinned.
    const auto first = nextList(m_world->root(leasing), m_world->rootKey(leasing), {{}, {}, {}, 1, TestWorld::now});
    QVERIFY(first.ok());
    QCOMPARE(trust.learn(*first).code(), Code::VersionRollback);
    const QString stranger = QStringLiteral("stranger");
    const auto foreign = nextList(m_world->root(stranger), m_world->rootKey(stranger), {{}, {}, {}, 1, TestWorld::now});
    QVERIFY(foreign.ok());
    QCOMPARE(trust.learn(*foreign).code(), Code::UnknownIssuer);
    QVERIFY(trust.snapshot().lists.isEmpty());
}

void TestTrustBook::signingInIsRecordedBothWays()
{
    Desk desk(*m_world, m_pack);
    Session &session = desk.workspace().session();
    QSignalSpy failed(&session, &Session::signInFailed);
    session.signIn(desk.keyFile(QStringLiteral("celldata.specialist")), QStringLiteral("wrong"));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20000);
    QVERIFY(!session.isSignedIn());
    AuditFilter filter;
    filter.action = QLatin1String(auditaction::signIn);
    QCOMPARE(
        desk.workspace().audit().page(filter, 0, 9).constFirst().outcome, QString(codeName(Code::WrongPassphrase)));
    QVERIFY(desk.signIn(QStringLiteral("celldata.specialist")));
    QCOMPARE(desk.workspace().audit().count(filter), 2);
    QCOMPARE(desk.workspace().audit().page(filter, 0, 9).constFirst().outcome, QLatin1String(auditoutcome::done));
    session.signOut();
    QVERIFY(!session.isSignedIn());
    filter.action = QLatin1String(auditaction::signOut);
    QCOMPARE(desk.workspace().audit().count(filter), 1);
}

void TestTrustBook::anIdentityIsItsPartysByTheCharter()
{
    Desk desk(*m_world, m_pack);
    QVERIFY(desk.signIn(QStringLiteral("leasing.asset-manager")));
    const Identity identity = desk.workspace().session().identity();
    QCOMPARE(identity.position.text(), QStringLiteral("owner"));
    QCOMPARE(identity.party, QStringLiteral("leasing"));
    QCOMPARE(identity.role.text(), QStringLiteral("asset-manager"));
}

QTEST_GUILESS_MAIN(TestTrustBook)
#include "tst_trustbook.moc"
