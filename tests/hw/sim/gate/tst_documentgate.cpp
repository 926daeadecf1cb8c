// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/uds/documentkind.h"
#include "models/core/documents/withdrawal.h"
#include "tests/hw/sim/support/testpack.h"

#include <QtEndian>
#include <QTest>

using namespace packwarden;
using namespace packwarden::test;

namespace {

const QString owner = QStringLiteral("leasing.asset-manager");
const QString specialist = QStringLiteral("celldata.specialist");
const QString platform = QStringLiteral("platform.platform-engineer");
const QString socMax = QStringLiteral("soc.max");

} // namespace

/// Documents over the wire: applied with a receipt, or refused with the pack's reason and nothing changed.
class TestDocumentGate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appliesAndSignsAReceipt();
    void secondDeliveryGivesTheSameReceipt();
    void refusals_data();
    void refusals();
    void refusalsCoalesce();
    void keepsSixteenReceipts();
    void memoryFailureChangesNothing();
    void temporaryValueEndsByTheClock();
    void aListRevokesASigner();
    void aSignerWhoIsKnownIsJudgedAnew_data();
    void aSignerWhoIsKnownIsJudgedAnew();
    void listsThatAreRefusedChangeNothing();
    void aWithdrawalVoidsADocument();
    void otherKindsAreNotTaken();
    void whatAStrangerSaysIsKeptReadable();

private:
    QByteArray document(TestPack &pack, const QString &parameter, qint64 to, const QStringList &approvers)
    {
        return m_world.signedBytes(m_world.request(pack.state(), parameter, to), approvers);
    }
    QByteArray revocationOf(const QString &who, qint64 number)
    {
        return encodeCrlEntry(m_world.crl(who.section(u'.', 0, 0), {m_world.key(who)->leaf()}, number));
    }
    static int receiptLength(const QString &answer)
    {
        return int(qFromBigEndian<quint32>(QByteArray::fromHex(answer.toLatin1()).constData() + 5));
    }

    CryptoRuntime m_crypto;
    TestWorld m_world;
};

void TestDocumentGate::appliesAndSignsAReceipt()
{
    TestPack pack(m_world);
    const QByteArray bytes = document(pack, socMax, 95000, {owner, specialist});
    const QStringList answers = pack.deliver(bytes);
    QCOMPARE(answers.value(0), QStringLiteral("7f3178"));
    QVERIFY2(answers.value(1).startsWith(QStringLiteral("7101020100")), qPrintable(answers.join(u' ')));
    QCOMPARE(pack.askHex("220201").value(0), QStringLiteral("62020100017318"));

    const auto receipt = pack.readDocument(9, 0);
    QVERIFY(receipt);
    QCOMPARE(int(receipt->size()), receiptLength(answers.at(1)));
    const auto verified = verifyReceipt(
        *receipt, *CoseSign::decode(bytes), pack.pack->serial(), pack.state().charter, pack.state().crls);
    QVERIFY2(verified.ok(), verified.ok() ? "" : qPrintable(verified.error().detail));
    QCOMPARE(verified->applied.size(), 1);
    QCOMPARE(verified->applied.constFirst().value, Milli{95000});
    QCOMPARE(verified->applied.constFirst().revision, qint64(2));
    QCOMPARE(verified->counted.size(), 2);
    QCOMPARE(verified->logCount, qint64(1));
    QCOMPARE(verified->logHash, pack.contents().logHash());
    QVERIFY(!pack.readDocument(9, 1));
    QVERIFY(pack.contents().refusals.isEmpty());

    // What was answered is on the disk: it is there after a start.
    pack.boot();
    QCOMPARE(pack.askHex("220201").value(0), QStringLiteral("62020100017318"));
}

void TestDocumentGate::secondDeliveryGivesTheSameReceipt()
{
    TestPack pack(m_world);
    const QByteArray bytes = document(pack, socMax, 95000, {owner, specialist});
    pack.deliver(bytes);
    const auto receipt = pack.readDocument(9, 0);
    const sim::PackContents before = pack.contents();
    pack.clock.advance(3'600'000);
    const QStringList answers = pack.deliver(bytes);
    QVERIFY2(answers.value(1).startsWith(QStringLiteral("7101020101")), qPrintable(answers.join(u' ')));
    QCOMPARE(pack.readDocument(9, 0), receipt);
    QCOMPARE(receiptLength(answers.at(1)), int(receipt->size()));
    QCOMPARE(pack.contents(), before);
}

void TestDocumentGate::refusals_data()
{
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<qint64>("to");
    QTest::addColumn<QStringList>("approvers");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("reason");
    const QString value = QStringLiteral("7f3131");
    const QString other = QStringLiteral("7f3122");
    const auto row = [](const char *name, const QString &parameter, qint64 to, const QStringList &approvers,
                         const QString &answer, const char *reason) {
        QTest::newRow(name) << parameter << to << approvers << answer << QString::fromLatin1(reason);
    };
    const QString cell = QStringLiteral("cell.voltage.max");
    row("below quorum", socMax, 95000, {owner}, other, "below-quorum");
    row("nobody approves", socMax, 95000, {}, other, "below-quorum");
    row("one signer twice", socMax, 95000, {owner, owner}, other, "signer-repeated");
    row("a role without the right", socMax, 95000, {owner, QStringLiteral("service.technician")}, other,
        "signer-not-authorised");
    row("5.25 V with every signature", cell, 5250, {specialist, owner, platform}, value, "above-silicon-limit");
    row("outside the charter", socMax, 98000, {owner, specialist}, value, "outside-charter");
    row("a step too large", QStringLiteral("soc.min"), 50000, {owner, specialist}, value, "");
}

void TestDocumentGate::refusals()
{
    QFETCH(QString, parameter);
    QFETCH(qint64, to);
    QFETCH(QStringList, approvers);
    QFETCH(QString, answer);
    QFETCH(QString, reason);
    TestPack pack(m_world);
    if (reason.isEmpty()) {
        // soc.min 50 + 20 < soc.max: only a cross rule with soc.max at 60 refuses it.
        QVERIFY(
            pack.deliver(document(pack, socMax, 80000, {owner, specialist})).value(1).startsWith(QStringLiteral("71")));
        QVERIFY(
            pack.deliver(document(pack, socMax, 70000, {owner, specialist})).value(1).startsWith(QStringLiteral("71")));
        QVERIFY(
            pack.deliver(document(pack, socMax, 65000, {owner, specialist})).value(1).startsWith(QStringLiteral("71")));
        reason = QStringLiteral("cross-rule");
    }
    const sim::PackContents before = pack.contents();
    const QByteArray bytes = document(pack, parameter, to, approvers);
    QCOMPARE(pack.deliver(bytes), (QStringList{QStringLiteral("7f3178"), answer}));
    QCOMPARE(pack.reason(), reason);
    // Nothing changed but the counters and the ring of refusals.
    sim::PackContents after = pack.contents();
    QCOMPARE(after.refusals.size(), 1);
    QCOMPARE(after.refusals.constFirst().action, reason);
    QCOMPARE(after.refusals.constFirst().document, sha256(bytes));
    QCOMPARE(after.refusalCounts.value(reason), qint64(1));
    after.refusals = before.refusals;
    after.refusalCounts = before.refusalCounts;
    QCOMPARE(after, before);
}

void TestDocumentGate::refusalsCoalesce()
{
    TestPack pack(m_world);
    const QByteArray bytes = document(pack, socMax, 95000, {owner});
    for (int i = 0; i < 3; ++i)
        pack.deliver(bytes);
    QCOMPARE(pack.contents().refusals.size(), 1);
    QCOMPARE(pack.contents().refusals.constFirst().count, qint64(3));
    pack.clock.advance(61'000);
    pack.deliver(bytes);
    QCOMPARE(pack.contents().refusals.size(), 2);
    QCOMPARE(pack.contents().refusalsEver(), qint64(4));
}

void TestDocumentGate::keepsSixteenReceipts()
{
    TestPack pack(m_world);
    QByteArray first;
    QByteArray second;
    for (int i = 0; i < 17; ++i) {
        const QByteArray bytes = document(pack, socMax, i % 2 ? 90000 : 95000, {owner, specialist});
        if (i == 0)
            first = bytes;
        if (i == 1)
            second = bytes;
        QVERIFY(pack.deliver(bytes).value(1).startsWith(QStringLiteral("7101020100")));
    }
    QCOMPARE(int(pack.contents().receipts.size()), sim::PackContents::maxReceipts);
    QVERIFY(pack.readDocument(9, 15));
    QVERIFY(!pack.readDocument(9, 16));
    QVERIFY(pack.deliver(second).value(1).startsWith(QStringLiteral("7101020101")));
    // The receipt is forgotten, the revision is not.
    QCOMPARE(pack.deliver(first).value(1), QStringLiteral("7f3122"));
    QCOMPARE(pack.reason(), QStringLiteral("stale-base"));
}

void TestDocumentGate::memoryFailureChangesNothing()
{
    TestPack pack(m_world);
    const sim::PackContents before = pack.contents();
    const QByteArray bytes = document(pack, socMax, 95000, {owner, specialist});
    for (int step = 0; step < 3; ++step) {
        pack.files.failOnce(step);
        QCOMPARE(pack.deliver(bytes), (QStringList{QStringLiteral("7f3178"), QStringLiteral("7f3172")}));
        QCOMPARE(pack.contents(), before);
    }
    // The fault is lifted: the same document works, without a restart.
    QVERIFY(pack.deliver(bytes).value(1).startsWith(QStringLiteral("7101020100")));
}

void TestDocumentGate::temporaryValueEndsByTheClock()
{
    TestPack pack(m_world);
    ChangeRequest request = m_world.request(pack.state(), socMax, 95000);
    request.periodEnd = TestWorld::now + 3600;
    QVERIFY(pack.deliver(m_world.signedBytes(request, {owner, specialist}))
                .value(1)
                .startsWith(QStringLiteral("7101020100")));
    QCOMPARE(pack.askHex("220201").value(0), QStringLiteral("62020100017318"));
    pack.clock.advance(3600 * 1000);
    QCOMPARE(pack.askHex("220201").value(0), QStringLiteral("62020100015f90"));
}

void TestDocumentGate::aListRevokesASigner()
{
    TestPack pack(m_world);
    const QByteArray bytes = document(pack, socMax, 95000, {owner, specialist});
    const QByteArray list = revocationOf(specialist, 2);
    QCOMPARE(pack.deliver(list, documentkind::crl).value(1), QStringLiteral("710102010000000000"));
    QCOMPARE(pack.deliver(list, documentkind::crl).value(1), QStringLiteral("710102010100000000"));
    QCOMPARE(pack.deliver(bytes).value(1), QStringLiteral("7f3122"));
    QCOMPARE(pack.reason(), QStringLiteral("certificate-revoked"));
    pack.boot();
    QCOMPARE(pack.deliver(bytes).value(1), QStringLiteral("7f3122"));
    // The list that came can be read and carried on to other packs.
    bool found = false;
    for (int index = 0; const auto held = pack.readDocument(documentkind::crl, index); ++index)
        found = found || *held == list;
    QVERIFY(found);
}

void TestDocumentGate::aSignerWhoIsKnownIsJudgedAnew_data()
{
    QTest::addColumn<bool>("newerList");
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("reason");

    QTest::newRow("nothing happened") << false << 0 << QString();
    QTest::newRow("a newer list revokes") << true << 0 << QStringLiteral("certificate-revoked");
    QTest::newRow("the lists grow old") << false << 30 << QStringLiteral("crl-stale");
}

void TestDocumentGate::aSignerWhoIsKnownIsJudgedAnew()
{
    // The pack has just found these two signers good, and must not go by that.
    QFETCH(bool, newerList);
    QFETCH(int, days);
    QFETCH(QString, reason);
    TestPack pack(m_world);
    const QString applied = QStringLiteral("7101020100");
    QVERIFY(pack.deliver(document(pack, socMax, 95000, {owner, specialist})).value(1).startsWith(applied));
    ChangeRequest next = m_world.request(pack.state(), socMax, 94000);
    next.head.expires = TestWorld::now + 60 * TestWorld::day;
    const QByteArray bytes = m_world.signedBytes(next, {owner, specialist});
    if (newerList)
        QVERIFY(pack.deliver(revocationOf(specialist, 2), documentkind::crl).value(1).startsWith(applied));
    // The author's lists stay fresh: the question is what becomes of those who approve.
    for (const char *party : {"courier", "courier-issuer"}) {
        const CrlEntry fresh
            = m_world.crl(QLatin1String(party), {}, 2, TestWorld::now, TestWorld::now + 31 * TestWorld::day);
        const QStringList answers = pack.deliver(encodeCrlEntry(fresh), documentkind::crl);
        QVERIFY2(answers.constLast().startsWith(applied), qPrintable(pack.reason()));
    }
    pack.clock.advance((days * TestWorld::day + (days > 0 ? 3600 : 0)) * 1000);
    const QString answer = pack.deliver(bytes).value(1);
    if (reason.isEmpty()) {
        QVERIFY2(answer.startsWith(applied), qPrintable(answer));
        return;
    }
    QCOMPARE(answer, QStringLiteral("7f3122"));
    QCOMPARE(pack.reason(), reason);
}

void TestDocumentGate::listsThatAreRefusedChangeNothing()
{
    TestPack pack(m_world);
    QVERIFY(pack.deliver(revocationOf(specialist, 5), documentkind::crl).value(1).startsWith(QStringLiteral("71")));
    const QList<QByteArray> held = pack.contents().crls;
    QCOMPARE(pack.deliver(revocationOf(specialist, 4), documentkind::crl).value(1), QStringLiteral("7f3122"));
    QCOMPARE(pack.reason(), QStringLiteral("version-rollback"));
    QCOMPARE(pack.deliver(encodeCrlEntry(m_world.crl(QStringLiteral("stranger"))), documentkind::crl).value(1),
        QStringLiteral("7f3122"));
    QCOMPARE(pack.reason(), QStringLiteral("unknown-issuer"));
    QCOMPARE(pack.deliver("no list", documentkind::crl).value(1), QStringLiteral("7f3122"));
    QCOMPARE(pack.contents().crls, held);
}

void TestDocumentGate::aWithdrawalVoidsADocument()
{
    TestPack pack(m_world);
    const QByteArray bytes = document(pack, socMax, 95000, {owner, specialist});
    const Withdrawal withdrawal{sha256(CoseSign::decode(bytes)->payload), TestWorld::now + 7 * TestWorld::day};
    const auto by = [&](const QString &who) {
        return CoseSign1::make(contenttype::withdrawal, withdrawal.encode(), *m_world.key(who), TestWorld::now)
            ->encode();
    };
    // Somebody who did not sign it cannot void it.
    QVERIFY(pack.deliver(by(platform), documentkind::withdrawal).value(1).startsWith(QStringLiteral("7101020100")));
    QVERIFY(pack.deliver(by(owner), documentkind::withdrawal).value(1).startsWith(QStringLiteral("7101020100")));
    pack.boot();
    QCOMPARE(pack.deliver(bytes).value(1), QStringLiteral("7f3122"));
    QCOMPARE(pack.reason(), QStringLiteral("withdrawn"));
    TestPack other(m_world);
    QVERIFY(other.deliver(by(platform), documentkind::withdrawal).value(1).startsWith(QStringLiteral("71")));
    QVERIFY(other.deliver(bytes).value(1).startsWith(QStringLiteral("7101020100")));
}

void TestDocumentGate::otherKindsAreNotTaken()
{
    TestPack pack(m_world);
    const sim::PackContents before = pack.contents();
    for (int kind : {0, 9, 10, 11, 12, 255})
        QCOMPARE(
            pack.deliver(document(pack, socMax, 95000, {owner, specialist}), kind).value(0), QStringLiteral("7f3131"));
    QCOMPARE(pack.contents(), before);
}

void TestDocumentGate::whatAStrangerSaysIsKeptReadable()
{
    TestPack pack(m_world);
    for (const QString &detail :
        {QString(QChar(0)), QStringLiteral("a\u202Eb"), QString(199, u'x') + QStringLiteral("\U0001F50B")}) {
        sim::PackContents next = pack.contents();
        next.addRefusal(TestWorld::now, {Code::Malformed, detail}, QByteArray(32, 'd'));
        const auto readBack = sim::PackContents::decode(next.encode());
        QVERIFY(readBack.ok());
        QCOMPARE(*readBack, next);
    }
}

QTEST_GUILESS_MAIN(TestDocumentGate)
#include "tst_documentgate.moc"
