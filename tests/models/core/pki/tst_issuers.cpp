// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/ids.h"
#include "models/core/judge/intake.h"
#include "tests/support/testworld.h"

#include <QtTest>

using namespace packwarden;
using test::TestWorld;

/// Issuers that speak for what is not theirs: under another's name, after their time, about another's devices.
class TestIssuers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aListUnderABorrowedName_data();
    void aListUnderABorrowedName();
    void aBorrowedNameReplacesNothing();
    void anEndedPositionStillIssuing_data();
    void anEndedPositionStillIssuing();
    void aForeignListDatesNoReceipt_data();
    void aForeignListDatesNoReceipt();

private:
    /// An authority of the courier that calls itself what the leasing company's root is called.
    Certificate borrower()
    {
        const Certificate root = m_world.root(leasing);
        return *pki::issueAuthority(m_world.root(QStringLiteral("courier")), m_world.rootKey(QStringLiteral("courier")),
            m_world.privateKey(QStringLiteral("stranger")), {root.commonName, root.organisation},
            {TestWorld::now - TestWorld::day, TestWorld::now + TestWorld::day});
    }
    /// Its list, which also names the key of the one whose name is borrowed: nothing but the signature tells them
    /// apart.
    CrlEntry borrowed(qint64 number)
    {
        return {*pki::issueCrl(m_world.root(leasing), m_world.privateKey(QStringLiteral("stranger")), number,
                    {TestWorld::now, TestWorld::now + TestWorld::day}, {}),
            borrower().der};
    }
    QByteArray document(PackState &pack)
    {
        return m_world.signedBytes(m_world.request(pack, QStringLiteral("soc.max"), 95000),
            {QStringLiteral("leasing.asset-manager"), QStringLiteral("celldata.specialist")});
    }

    const QString leasing = QStringLiteral("leasing");
    CryptoRuntime m_crypto;
    TestWorld m_world;
};

void TestIssuers::aListUnderABorrowedName_data()
{
    QTest::addColumn<bool>("revoked");
    QTest::addColumn<bool>("newer");
    QTest::addColumn<bool>("alone");
    QTest::addColumn<QString>("reason");
    QTest::newRow("beside the true list") << false << false << false << QString();
    QTest::newRow("newer than the true list") << false << true << false << QString();
    QTest::newRow("beside the true list that revokes")
        << true << false << false << QStringLiteral("certificate-revoked");
    QTest::newRow("newer than the true list that revokes")
        << true << true << false << QStringLiteral("certificate-revoked");
    QTest::newRow("instead of the true list") << false << true << true << QStringLiteral("crl-stale");
}

/// Case 34: it neither hides the true list nor stands in for it, wherever it lies among the lists.
void TestIssuers::aListUnderABorrowedName()
{
    QFETCH(bool, revoked);
    QFETCH(bool, newer);
    QFETCH(bool, alone);
    QFETCH(QString, reason);
    const auto person = m_world.key(QStringLiteral("leasing.asset-manager"));
    const CrlEntry honest = m_world.crl(leasing, revoked ? QList<Certificate>{person->leaf()} : QList<Certificate>{}, 2,
        newer ? TestWorld::now - TestWorld::day : TestWorld::now);
    const CrlEntry other = borrowed(newer ? 9 : 1);
    QCOMPARE(other.crl.issuerDer, honest.crl.issuerDer);
    const QList<QList<CrlEntry>> orders
        = alone ? QList<QList<CrlEntry>>{{other}} : QList<QList<CrlEntry>>{{honest, other}, {other, honest}};
    for (const QList<CrlEntry> &lists : orders) {
        const QList<Certificate> roots{m_world.root(leasing), m_world.root(QStringLiteral("courier"))};
        // Also where the borrower's certificate is sent along.
        for (const QList<Certificate> &sent : {QList<Certificate>{}, QList<Certificate>{borrower()}}) {
            const auto root
                = validateChain(person->leaf(), sent, {roots, lists}, ChainPurpose::Person, TestWorld::now, 0);
            QCOMPARE(root.ok() ? QString() : QString(codeName(root.code())), reason);
        }
    }
}

void TestIssuers::aBorrowedNameReplacesNothing()
{
    PackState pack = m_world.pack();
    pack.crls = *takeCrl(
        encodeCrlEntry(m_world.crl(leasing, {m_world.key(QStringLiteral("leasing.asset-manager"))->leaf()}, 2)), pack);
    const auto taken = takeCrl(encodeCrlEntry(borrowed(3)), pack);
    QVERIFY(taken.ok());
    QCOMPARE(taken->size(), pack.crls.size() + 1);
    for (const CrlEntry &entry : pack.crls)
        QVERIFY(taken->contains(entry));
    pack.crls = *taken;
    QCOMPARE(verifyRequest(document(pack), pack).refusal->code, Code::CertificateRevoked);
    // And it does not block the true issuer's next list.
    QVERIFY(takeCrl(encodeCrlEntry(m_world.crl(leasing, {}, 3)), pack).ok());
    // Without its certificate it is nobody's.
    QCOMPARE(takeCrl(encodeCrlEntry({borrowed(3).crl, {}}), m_world.pack()).code(), Code::UnknownIssuer);
}

void TestIssuers::anEndedPositionStillIssuing_data()
{
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("until");
    QTest::addColumn<bool>("good");
    QTest::newRow("in force") << qint64(0) << qint64(0) << true;
    QTest::newRow("for a second yet") << qint64(0) << TestWorld::now + 1 << true;
    QTest::newRow("ended this second") << qint64(0) << TestWorld::now << false;
    QTest::newRow("ended long ago") << qint64(0) << TestWorld::now - 100 * TestWorld::day << false;
    QTest::newRow("not begun") << TestWorld::now + 1 << qint64(0) << false;
}

/// The platform may certify specialists for the cell data company; its right ends with its position, the
/// specialist's position does not.
void TestIssuers::anEndedPositionStillIssuing()
{
    QFETCH(qint64, from);
    QFETCH(qint64, until);
    QFETCH(bool, good);
    PackState pack = m_world.pack();
    const PositionId platform = PositionId::fromTrusted(QStringLiteral("platform"));
    const RoleId specialist = RoleId::fromTrusted(QStringLiteral("specialist"));
    pack.charter.mayIssue[specialist].insert(platform);
    pack.policy.issuers[specialist].insert(platform);
    pack.charter.positions[platform].from = from;
    pack.charter.positions[platform].until = until;
    pack.policy.charterSha256 = pack.charter.bodySha256();
    const auto key = m_world.makeKey({QStringLiteral("platform"), QStringLiteral("celldata.guest"),
        QStringLiteral("specialist"), QStringLiteral("stranger-leaf")});
    CoseSign signedBoth = m_world.sign(m_world.request(pack, QStringLiteral("soc.max"), 95000),
        QStringLiteral("courier.fleet-manager"), {QStringLiteral("leasing.asset-manager")});
    QVERIFY(
        signedBoth.addSignature(*key, Meaning::Approve, TestWorld::now, {QByteArray(16, 'l'), 1, QByteArray(32, 'h')})
            .ok());
    const Verdict verdict = verifyRequest(signedBoth.encode(), pack);
    int seen = 0;
    for (const SignatureFinding &finding : verdict.signatures) {
        if (finding.leaf.person != QLatin1String("celldata.guest"))
            continue;
        ++seen;
        QCOMPARE(finding.problem == Code::RoleNotIssuable, !good);
    }
    QCOMPARE(seen, 1);
    // Another party's root fills no seat of this layer, in force or not.
    QVERIFY(!verdict.accepted());
}

void TestIssuers::aForeignListDatesNoReceipt_data()
{
    QTest::addColumn<QString>("party");
    QTest::addColumn<qint64>("thisUpdate");
    QTest::addColumn<bool>("good");
    const qint64 before = TestWorld::now + TestWorld::day;
    const qint64 after = TestWorld::now + 4001 * TestWorld::day;
    QTest::newRow("the manufacturer's list, in the device's time") << QStringLiteral("manufacturer") << before << true;
    QTest::newRow("the manufacturer's list, after the device's time")
        << QStringLiteral("manufacturer") << after << false;
    QTest::newRow("another party's list, after the device's time") << leasing << after << true;
    QTest::newRow("a stranger's list, after the device's time") << QStringLiteral("stranger") << after << true;
}

/// A receipt is judged at its own time or the manufacturer's newest list's; nobody else's list moves that.
void TestIssuers::aForeignListDatesNoReceipt()
{
    QFETCH(QString, party);
    QFETCH(qint64, thisUpdate);
    QFETCH(bool, good);
    PackState pack = m_world.pack();
    const CoseSign request = *CoseSign::decode(document(pack));
    Receipt receipt;
    receipt.document = sha256(request.payload);
    receipt.serial = pack.serial;
    receipt.applied = {{ParameterId::fromTrusted(QStringLiteral("soc.max")), Milli{95000}, 2}};
    receipt.at = TestWorld::now;
    receipt.logHash = QByteArray(32, 'h');
    const auto carried = CoseSign1::make(contenttype::receipt, receipt.encode(), *m_world.deviceKey(), TestWorld::now);
    QVERIFY(carried.ok());
    QList<CrlEntry> lists = pack.crls;
    lists.append(m_world.crl(party, {}, 2, thisUpdate, thisUpdate + TestWorld::day));
    const auto verified = verifyReceipt(carried->encode(), request, pack.serial, pack.charter, lists);
    QVERIFY2(verified.ok() == good, verified.ok() ? "" : qPrintable(verified.error().detail));
}

QTEST_GUILESS_MAIN(TestIssuers)
#include "tst_issuers.moc"
