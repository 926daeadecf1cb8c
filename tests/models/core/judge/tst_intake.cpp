// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/ids.h"
#include "models/core/judge/intake.h"
#include "tests/support/testworld.h"

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
    void onePartyTakesNoPlaceOfAnother();
    void aFullMemoryOfBeforeGetsWell();
    void placesBecomeFree_data();
    void placesBecomeFree();
    void certifyingAnothersKeyTakesNoPlace();
    void onePartysWithdrawalsTakeNoPlaceOfAnothers();
    void withdrawalsOfWhoLeftMakePlace();

private:
    /// An authority of this party, by the name of its key; and a list that it signed.
    Certificate authority(const QString &party, const QString &name, qint64 until = TestWorld::now + TestWorld::day)
    {
        return *pki::issueAuthority(m_world.root(party), m_world.rootKey(party),
            m_world.privateKey(QStringLiteral("stranger")), {name, party}, {TestWorld::now - TestWorld::day, until});
    }
    CrlEntry listOf(const Certificate &issuer)
    {
        return {*pki::issueCrl(issuer, m_world.privateKey(QStringLiteral("stranger")), 1,
                    {TestWorld::now - TestWorld::day, TestWorld::now + 20 * TestWorld::day}, {}),
            issuer.der};
    }
    Result<QList<CrlEntry>> take(PackState &pack, const CrlEntry &entry)
    {
        const auto taken = takeCrl(encodeCrlEntry(entry), pack);
        if (taken.ok())
            pack.crls = *taken;
        return taken;
    }
    /// What the service party can fill, filled.
    void fill(PackState &pack)
    {
        for (int i = 0; i < maxListsPerRoot; ++i) {
            if (const auto taken = take(pack, listOf(authority(service, QStringLiteral("office %1").arg(i))));
                !taken.ok())
                QCOMPARE(taken.code(), Code::TooLarge);
        }
    }

    const QString service = QStringLiteral("service");

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

void TestIntake::onePartyTakesNoPlaceOfAnother()
{
    PackState pack = m_world.pack();
    const qsizetype before = pack.crls.size();
    int taken = 0;
    for (int i = 0; i < 60; ++i) {
        const auto lists = take(pack, listOf(authority(service, QStringLiteral("office %1").arg(i))));
        taken += lists.ok() ? 1 : 0;
        if (!lists.ok())
            QCOMPARE(lists.code(), Code::TooLarge);
    }
    QCOMPARE(taken, maxListsPerRoot - 1);
    QCOMPARE(pack.crls.size(), before + taken);
    // Whatever they hold, the others have their places, and every root the one of its own list.
    for (const char *party : {"leasing", "celldata", "platform", "courier", "manufacturer"}) {
        const QString other = QLatin1String(party);
        for (int i = 0; i < maxListsPerRoot - 2; ++i)
            QVERIFY2(take(pack, listOf(authority(other, other + QString::number(i)))).ok(), party);
        QVERIFY2(take(pack, m_world.crl(other, {}, 2)).ok(), party);
    }
    QVERIFY(take(pack, m_world.crl(service, {}, 2)).ok());
    pack.crls.removeIf([&](const CrlEntry &entry) { return isListOf(entry.crl, m_world.root(service)); });
    QVERIFY(take(pack, m_world.crl(service, {}, 2)).ok());
    QCOMPARE(take(pack, listOf(authority(service, QStringLiteral("office 60")))).code(), Code::TooLarge);
}

void TestIntake::aFullMemoryOfBeforeGetsWell()
{
    PackState pack = m_world.pack();
    for (int i = 0; pack.crls.size() < 64; ++i)
        pack.crls.append(listOf(authority(service, QStringLiteral("office %1").arg(i),
            i < 5 ? TestWorld::now + 100 : TestWorld::now + TestWorld::day)));
    QVERIFY(take(pack, listOf(authority(QStringLiteral("leasing"), QStringLiteral("new office")))).ok());
    QVERIFY(take(pack, m_world.crl(QStringLiteral("leasing"), {}, 2)).ok());
    QCOMPARE(pack.crls.size(), 65);
    // Their own places come back as they end.
    const CrlEntry further = listOf(authority(service, QStringLiteral("further office"), TestWorld::now + 40 * 86400));
    QCOMPARE(take(pack, further).code(), Code::TooLarge);
    QVERIFY(take(pack, m_world.crl(service, {}, 2)).ok());
    pack.now += 2 * TestWorld::day;
    QVERIFY(take(pack, further).ok());
    int ofService = 0;
    for (const CrlEntry &entry : std::as_const(pack.crls)) {
        const auto issuer = Certificate::fromDer(entry.authorityDer);
        ofService += issuer.ok() && isIssuedBy(*issuer, m_world.root(service)) ? 1 : 0;
    }
    QCOMPARE(ofService, maxListsPerRoot - 1);
}

void TestIntake::placesBecomeFree_data()
{
    QTest::addColumn<bool>("revoked");
    QTest::addColumn<bool>("expired");
    QTest::addColumn<bool>("uncertain");
    QTest::addColumn<bool>("free");
    QTest::newRow("an authority that is revoked") << true << false << false << true;
    QTest::newRow("an authority that has expired") << false << true << false << true;
    QTest::newRow("expired, as far as a lost clock can tell") << false << true << true << false;
    QTest::newRow("revoked, while the clock is lost") << true << false << true << true;
    QTest::newRow("authorities in use") << false << false << false << false;
}

void TestIntake::placesBecomeFree()
{
    QFETCH(bool, revoked);
    QFETCH(bool, expired);
    QFETCH(bool, uncertain);
    QFETCH(bool, free);
    PackState pack = m_world.pack();
    fill(pack);
    const auto first = std::find_if(pack.crls.begin(), pack.crls.end(), [&](const CrlEntry &entry) {
        const auto issuer = Certificate::fromDer(entry.authorityDer);
        return issuer.ok() && isIssuedBy(*issuer, m_world.root(service));
    });
    QVERIFY(first != pack.crls.end());
    const Certificate office = *Certificate::fromDer(first->authorityDer);
    if (revoked)
        QVERIFY(take(pack, m_world.crl(service, {office}, 2)).ok());
    if (expired)
        pack.now = office.notAfter + 1;
    pack.clockUncertain = uncertain;
    const qsizetype before = pack.crls.size();
    const auto taken = take(
        pack, listOf(authority(service, QStringLiteral("further office"), TestWorld::now + 40 * TestWorld::day)));
    QCOMPARE(taken.ok(), free);
    QCOMPARE(pack.crls.size(), before);
    const bool gone = std::none_of(
        pack.crls.begin(), pack.crls.end(), [&](const CrlEntry &entry) { return entry.authorityDer == office.der; });
    QCOMPARE(gone, free);
}

/// A party can certify the key of another: a list that comes with that certificate stays in the other's place, and the
/// other's is not dropped when the certificate is revoked.
void TestIntake::certifyingAnothersKeyTakesNoPlace()
{
    const QString leasing = QStringLiteral("leasing");
    PackState pack = m_world.pack();
    const auto crossed = [&](const Certificate &other, const pki::PrivateKey &key) {
        return *pki::issueAuthority(m_world.root(service), m_world.rootKey(service), key,
            {other.commonName, other.organisation}, {TestWorld::now - TestWorld::day, TestWorld::now + 86400});
    };
    const Certificate ofRoot = crossed(m_world.root(leasing), m_world.rootKey(leasing));
    QVERIFY(take(pack, {m_world.crl(leasing, {}, 2).crl, ofRoot.der}).ok());
    const auto ownList = [&] {
        return std::count_if(pack.crls.begin(), pack.crls.end(), [&](const CrlEntry &entry) {
            return isListOf(entry.crl, m_world.root(leasing)) && entry.authorityDer.isEmpty() && entry.crl.number == 2;
        });
    };
    QCOMPARE(ownList(), 1);
    // The same with an authority: each root holds the list in a place of its own, and neither goes back.
    m_world.key(QStringLiteral("courier.fleet-manager"));
    const Certificate office = m_world.root(QStringLiteral("courier-issuer"));
    const Certificate ofOffice = crossed(office, m_world.privateKey(QStringLiteral("courier-issuer")));
    const auto officeList = [&](qint64 number, const Certificate &by) {
        return CrlEntry{m_world.crl(QStringLiteral("courier-issuer"), {}, number).crl, by.der};
    };
    QVERIFY(take(pack, officeList(5, ofOffice)).ok());
    QVERIFY(take(pack, officeList(5, office)).ok());
    QCOMPARE(take(pack, officeList(4, office)).code(), Code::VersionRollback);
    QVERIFY(take(pack, m_world.crl(service, {ofOffice, ofRoot}, 2)).ok());
    fill(pack);
    QVERIFY(std::any_of(pack.crls.begin(), pack.crls.end(),
        [&](const CrlEntry &entry) { return entry.authorityDer == office.der && entry.crl.number == 5; }));
    QCOMPARE(ownList(), 1);
}

void TestIntake::onePartysWithdrawalsTakeNoPlaceOfAnothers()
{
    PackState pack = m_world.pack();
    int taken = 0;
    for (int person = 0; person < 2 * maxWithdrawalsPerRoot / maxWithdrawalsPerPerson; ++person) {
        const QString name = QStringLiteral("service.nobody-%1").arg(person);
        const auto key
            = m_world.makeKey({service, name, QStringLiteral("technician"), QStringLiteral("stranger-leaf")});
        for (int i = 0; i < maxWithdrawalsPerPerson; ++i) {
            const auto word = CoseSign1::make(contenttype::withdrawal,
                Withdrawal{sha256(name.toUtf8() + char(i)), TestWorld::now + 80 * TestWorld::day}.encode(), *key,
                TestWorld::now);
            const auto all = takeWithdrawal(word->encode(), pack);
            if (all.ok())
                pack.withdrawals = *all;
            else
                QCOMPARE(all.code(), Code::TooLarge);
            taken += all.ok() ? 1 : 0;
        }
    }
    QCOMPARE(taken, maxWithdrawalsPerRoot);
    for (const char *person : {"leasing.asset-manager", "celldata.specialist", "courier.fleet-manager"})
        QVERIFY2(takeWithdrawal(withdrawal(QLatin1String(person), QByteArray(32, 'Z')), pack).ok(), person);
    // A memory that was filled before there were places of each root.
    const KeptWithdrawal one = pack.withdrawals.constFirst();
    for (int i = 0; pack.withdrawals.size() < 512; ++i)
        pack.withdrawals.append({sha256(QByteArray::number(i)), one.expires, one.rootSha256, one.person});
    QVERIFY(takeWithdrawal(withdrawal(QStringLiteral("leasing.asset-manager"), QByteArray(32, 'Z')), pack).ok());
}

void TestIntake::withdrawalsOfWhoLeftMakePlace()
{
    PackState pack = m_world.pack();
    pack.withdrawals = {{QByteArray(32, 'a'), TestWorld::now + 1000, QByteArray(32, 'r'), QStringLiteral("who.left")}};
    const auto all = takeWithdrawal(withdrawal(QStringLiteral("leasing.asset-manager"), QByteArray(32, 'Z')), pack);
    QVERIFY(all.ok());
    QCOMPARE(all->size(), 1);
    QCOMPARE(all->constFirst().person, QStringLiteral("leasing.asset-manager"));
}

QTEST_GUILESS_MAIN(TestIntake)
#include "tst_intake.moc"
