// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testworld.h"

#include "ids.h"
#include "intake.h"

#include <QtTest>

#include <functional>

using namespace packwarden;
using test::TestWorld;

/// Revocation lists and withdrawals on their way into a pack.
class TestIntake final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lists_data();
    void lists();
    void aNewListTakesEffect();
    void withdrawals_data();
    void withdrawals();
    void aWithdrawalCountsForItsPeople();
    void boundedPerPerson();

private:
    QByteArray withdrawal(const QString &who, const QByteArray &document,
        qint64 expires = TestWorld::now + TestWorld::day, const char *type = contenttype::withdrawal)
    {
        return CoseSign1::make(type, Withdrawal{document, expires}.encode(), *m_world.key(who), TestWorld::now)
            ->encode();
    }

    CryptoRuntime m_crypto;
    TestWorld m_world;
    std::map<QString, std::pair<std::function<QByteArray()>, std::function<void(PackState &)>>> m_rows;
};

void TestIntake::lists_data()
{
    QTest::addColumn<QString>("expected");
    const QString leasing = QStringLiteral("leasing");
    const auto row = [&](
                         const char *name, const char *expected, const std::function<CrlEntry()> &make,
                         const std::function<void(PackState &)> &prepare = [](PackState &) {}) {
        m_rows[QLatin1String(name)] = {[make] { return encodeCrlEntry(make()); }, prepare};
        QTest::newRow(name) << QString(QLatin1String(expected));
    };
    row("the next number", "", [=, this] { return m_world.crl(leasing, {}, 2); });
    row("the same list again", "", [=, this] { return m_world.crl(leasing); });
    row("1000 ahead", "", [=, this] { return m_world.crl(leasing, {}, 1001); });
    row("1001 ahead", "version-jump", [=, this] { return m_world.crl(leasing, {}, 1002); });
    row("an older number", "version-rollback", [=, this] { return m_world.crl(leasing, {}, 0); });
    row("the same number, other content", "version-rollback",
        [=, this] { return m_world.crl(leasing, {m_world.key(QStringLiteral("leasing.asset-manager"))->leaf()}, 1); });
    row(
        "an issuer's first, any number", "", [=, this] { return m_world.crl(leasing, {}, 70000); },
        [](PackState &pack) { pack.crls.clear(); });
    row("from the future", "not-yet-valid",
        [=, this] { return m_world.crl(leasing, {}, 2, TestWorld::now + 60, TestWorld::now + 120); });
    row(
        "from the future, clock uncertain", "",
        [=, this] { return m_world.crl(leasing, {}, 2, TestWorld::now + 60, TestWorld::now + 120); },
        [](PackState &pack) { pack.clockUncertain = true; });
    row("45 days", "",
        [=, this] { return m_world.crl(leasing, {}, 2, TestWorld::now, TestWorld::now + 45 * TestWorld::day); });
    row("46 days", "crl-stale",
        [=, this] { return m_world.crl(leasing, {}, 2, TestWorld::now, TestWorld::now + 46 * TestWorld::day); });
    row("of a stranger", "unknown-issuer", [this] { return m_world.crl(QStringLiteral("stranger"), {}, 2); });
    row("forged under the issuer's name", "unknown-issuer", [=, this] {
        return CrlEntry{*pki::issueCrl(m_world.root(leasing), m_world.rootKey(QStringLiteral("stranger")), 2,
                            {TestWorld::now, TestWorld::now + TestWorld::day}, {}),
            {}};
    });
    row("of an issuing authority", "", [this] {
        m_world.key(QStringLiteral("courier.fleet-manager"));
        return m_world.crl(QStringLiteral("courier-issuer"), {}, 2);
    });
    row("of an authority, without its certificate", "unknown-issuer", [this] {
        m_world.key(QStringLiteral("courier.fleet-manager"));
        return CrlEntry{m_world.crl(QStringLiteral("courier-issuer"), {}, 2).crl, {}};
    });
    row(
        "of an authority that is revoked", "certificate-revoked",
        [this] {
            m_world.key(QStringLiteral("courier.fleet-manager"));
            return m_world.crl(QStringLiteral("courier-issuer"), {}, 2);
        },
        [this](PackState &pack) {
            pack.crls = {m_world.crl(QStringLiteral("courier"), {m_world.root(QStringLiteral("courier-issuer"))}, 2)};
        });
    row("with a leaf as the authority", "unknown-issuer", [=, this] {
        return CrlEntry{
            m_world.crl(leasing, {}, 2).crl, m_world.key(QStringLiteral("courier.fleet-manager"))->leaf().der};
    });
}

void TestIntake::lists()
{
    QFETCH(QString, expected);
    const auto &[make, prepare] = m_rows.at(QLatin1String(QTest::currentDataTag()));
    PackState pack = m_world.pack();
    prepare(pack);
    const PackState before = pack;
    const auto taken = takeCrl(make(), pack);
    QCOMPARE(taken.ok() ? QString() : QString(codeName(taken.code())), expected);
    QVERIFY(pack == before);
    if (taken.ok())
        QVERIFY(taken->size() <= std::max<qsizetype>(pack.crls.size(), 1));
}

void TestIntake::aNewListTakesEffect()
{
    PackState pack = m_world.pack();
    const QByteArray document = m_world.signedBytes(m_world.request(pack, QStringLiteral("soc.max"), 95000),
        {QStringLiteral("leasing.asset-manager"), QStringLiteral("celldata.specialist")});
    QVERIFY(verifyRequest(document, pack).accepted());
    const auto taken = takeCrl(encodeCrlEntry(m_world.crl(QStringLiteral("celldata"),
                                   {m_world.key(QStringLiteral("celldata.specialist"))->leaf()}, 2)),
        pack);
    QVERIFY(taken.ok());
    pack.crls = *taken;
    QCOMPARE(verifyRequest(document, pack).refusal->code, Code::CertificateRevoked);
}

void TestIntake::withdrawals_data()
{
    QTest::addColumn<QString>("expected");
    const QByteArray document(32, 'd');
    const QString leasing = QStringLiteral("leasing.asset-manager");
    const auto row = [&](
                         const char *name, const char *expected, const std::function<QByteArray()> &make,
                         const std::function<void(PackState &)> &prepare = [](PackState &) {}) {
        m_rows[QLatin1String(name)] = {make, prepare};
        QTest::newRow(name) << QString(QLatin1String(expected));
    };
    row("by a person", "", [=, this] { return withdrawal(leasing, document); });
    row(
        "clock uncertain", "", [=, this] { return withdrawal(leasing, document); },
        [](PackState &pack) { pack.clockUncertain = true; });
    row("expired", "expired", [=, this] { return withdrawal(leasing, document, TestWorld::now); });
    row("for ever", "malformed",
        [=, this] { return withdrawal(leasing, document, TestWorld::now + 91 * TestWorld::day); });
    row("a rejection", "unknown-type",
        [=, this] { return withdrawal(leasing, document, TestWorld::now + 1000, contenttype::rejection); });
    row("by a stranger", "unknown-issuer",
        [=, this] { return withdrawal(QStringLiteral("stranger.asset-manager"), document); });
    row(
        "by a revoked person", "certificate-revoked", [=, this] { return withdrawal(leasing, document); },
        [=, this](PackState &pack) {
            pack.crls = {m_world.crl(QStringLiteral("leasing"), {m_world.key(leasing)->leaf()}, 2)};
        });
    row("changed", "signature-invalid", [=, this] {
        CoseSign1 changed = *CoseSign1::decode(withdrawal(leasing, document));
        changed.payload = Withdrawal{QByteArray(32, 'e'), TestWorld::now + 1000}.encode();
        return changed.encode();
    });
}

void TestIntake::withdrawals()
{
    QFETCH(QString, expected);
    const auto &[make, prepare] = m_rows.at(QLatin1String(QTest::currentDataTag()));
    PackState pack = m_world.pack();
    prepare(pack);
    const auto taken = takeWithdrawal(make(), pack);
    QCOMPARE(taken.ok() ? QString() : QString(codeName(taken.code())), expected);
}

void TestIntake::aWithdrawalCountsForItsPeople()
{
    PackState pack = m_world.pack();
    const QByteArray document = m_world.signedBytes(m_world.request(pack, QStringLiteral("soc.max"), 95000),
        {QStringLiteral("leasing.asset-manager"), QStringLiteral("celldata.specialist")});
    const QByteArray payload = sha256(CoseSign::decode(document)->payload);
    for (const char *who : {"courier.fleet-manager", "leasing.asset-manager", "celldata.specialist"}) {
        pack.withdrawals = *takeWithdrawal(withdrawal(QLatin1String(who), payload), m_world.pack());
        QCOMPARE(verifyRequest(document, pack).refusal->code, Code::Withdrawn);
    }
    pack.withdrawals = *takeWithdrawal(withdrawal(QStringLiteral("service.technician"), payload), m_world.pack());
    QVERIFY(verifyRequest(document, pack).accepted());
    pack.withdrawals
        = *takeWithdrawal(withdrawal(QStringLiteral("leasing.asset-manager"), QByteArray(32, 'x')), m_world.pack());
    QVERIFY(verifyRequest(document, pack).accepted());
}

void TestIntake::boundedPerPerson()
{
    PackState pack = m_world.pack();
    for (int i = 0; i < maxWithdrawalsPerPerson; ++i)
        pack.withdrawals = *takeWithdrawal(
            withdrawal(QStringLiteral("leasing.asset-manager"), QByteArray(32, char('a' + i)), TestWorld::now + 100),
            pack);
    QCOMPARE(takeWithdrawal(withdrawal(QStringLiteral("leasing.asset-manager"), QByteArray(32, 'Z')), pack).code(),
        Code::TooLarge);
    // Others are not kept out, and what is known already is no more.
    QVERIFY(takeWithdrawal(withdrawal(QStringLiteral("celldata.specialist"), QByteArray(32, 'Z')), pack).ok());
    QVERIFY(takeWithdrawal(
        withdrawal(QStringLiteral("leasing.asset-manager"), QByteArray(32, 'a'), TestWorld::now + 100), pack)
                .ok());
    pack.now += 200;
    pack.crls = {m_world.crl(QStringLiteral("leasing"))};
    QCOMPARE(takeWithdrawal(withdrawal(QStringLiteral("leasing.asset-manager"), QByteArray(32, 'Z')), pack)->size(), 1);
}

QTEST_GUILESS_MAIN(TestIntake)
#include "tst_intake.moc"
