// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testworld.h"

#include "cbor.h"
#include "ids.h"

#include <QtTest>

using namespace packwarden;
using test::TestWorld;

class TestDocumentFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void roundTrip();
    void mergeIsASet();
    void foreignFilesAreRefused();
    void twinChainsAreOneSignature();
    void rulesRoundTrip();
    void tableShowsReachableLimits();
    void invalidThresholds_data();
    void invalidThresholds();

private:
    DocumentFile signedBy(const QStringList &approvers)
    {
        DocumentFile file;
        file.document = m_world.sign(m_request, QStringLiteral("courier.fleet-manager"), approvers);
        file.crls = {encodeCrlEntry(m_world.crl(QStringLiteral("leasing")))};
        return file;
    }

    CryptoRuntime m_crypto;
    TestWorld m_world;
    ChangeRequest m_request;
};

void TestDocumentFile::initTestCase()
{
    m_request = m_world.request(m_world.pack(), QStringLiteral("soc.max"), 95000);
}

void TestDocumentFile::roundTrip()
{
    DocumentFile file = signedBy({QStringLiteral("leasing.asset-manager")});
    file.attachments.insert(QStringLiteral("report.pdf"), "bytes");
    const QByteArray bytes = file.encode();
    const auto decoded = DocumentFile::decode(bytes);
    QVERIFY2(decoded.ok(), decoded.ok() ? "" : qPrintable(decoded.error().detail));
    QCOMPARE(decoded->encode(), bytes);
    QCOMPARE(decoded->document.payload, file.document.payload);
    QCOMPARE(decoded->fingerprint().size(), 39);
    for (qsizetype size = 0; size < bytes.size(); size += 97)
        QVERIFY(!DocumentFile::decode(bytes.left(size)).ok());
    QVERIFY(!DocumentFile::decode(bytes + '\0').ok());
}

void TestDocumentFile::mergeIsASet()
{
    const DocumentFile a = signedBy({QStringLiteral("leasing.asset-manager")});
    DocumentFile b = signedBy({QStringLiteral("celldata.specialist")});
    b.receipts = {"r2", "r1", "r2"};
    const DocumentFile c = signedBy({QStringLiteral("platform.platform-engineer")});
    const auto merge = [](const DocumentFile &x, const DocumentFile &y) {
        return DocumentFile::merge(x, y).value();
    };
    const QByteArray ab = merge(a, b).encode();
    QCOMPARE(merge(b, a).encode(), ab);
    QCOMPARE(merge(merge(a, b), c).encode(), merge(a, merge(b, c)).encode());
    QCOMPARE(merge(merge(a, b), b).encode(), ab);
    QCOMPARE(merge(a, a).encode(), a.encode());
    QCOMPARE(DocumentFile::decode(ab)->document.signatures.size(), 3);
}

void TestDocumentFile::foreignFilesAreRefused()
{
    const DocumentFile a = signedBy({});
    DocumentFile b = a;
    ChangeRequest other = m_request;
    other.head.reason = QStringLiteral("Because of something else");
    b.document = m_world.sign(other, QStringLiteral("courier.fleet-manager"), {});
    QCOMPARE(DocumentFile::merge(a, b).code(), Code::DifferentDocument);
}

void TestDocumentFile::twinChainsAreOneSignature()
{
    const DocumentFile a = signedBy({});
    DocumentFile b = a;
    b.document.signatures[0].chain.append(m_world.root(QStringLiteral("courier")).der);
    const auto ab = DocumentFile::merge(a, b);
    QCOMPARE(ab->document.signatures.size(), 1);
    QCOMPARE(ab->encode(), DocumentFile::merge(b, a)->encode());
    // A chain that does not start with the leaf it names never displaces one that does.
    DocumentFile bad = a;
    bad.document.signatures[0].chain = {QByteArray("\x00", 1)};
    QCOMPARE(DocumentFile::merge(a, bad)->document.signatures.at(0).chain, a.document.signatures.at(0).chain);
    QCOMPARE(DocumentFile::merge(bad, a)->document.signatures.at(0).chain, a.document.signatures.at(0).chain);
}

void TestDocumentFile::rulesRoundTrip()
{
    const PackState pack = m_world.pack();
    QVERIFY(*SiliconLimits::fromCbor(pack.silicon.toCbor()) == pack.silicon);
    QVERIFY(*Foundation::fromCbor(pack.foundation.toCbor()) == pack.foundation);
    CharterChange change{m_request.head, Amendment::First, {}, pack.charter, {m_request.head, {}, pack.policy}};
    QVERIFY(cbor::checkCanonical(change.encode()).ok());
    const auto charter = CharterChange::decode(change.encode());
    QVERIFY2(charter.ok(), charter.ok() ? "" : qPrintable(charter.error().detail));
    QVERIFY(*charter == change);
    // A policy for another charter does not ride along.
    change.policy.policy.charterSha256 = QByteArray(32, 'x');
    QCOMPARE(CharterChange::decode(change.encode()).code(), Code::WrongCharter);
    QVERIFY(*ParameterInfo::decodeTable(ParameterInfo::encodeTable(ParameterInfo::tableOf(pack)))
        == ParameterInfo::tableOf(pack));
    const PackConfiguration configuration{QStringLiteral("NMC"), 96, 2, 8, 120000, 16};
    QVERIFY(*PackConfiguration::decode(configuration.encode()) == configuration);
}

void TestDocumentFile::tableShowsReachableLimits()
{
    PackState pack = m_world.pack();
    const ParameterId socMax = ParameterId::fromTrusted(QStringLiteral("soc.max"));
    const auto row = [&] {
        return ParameterInfo::tableOf(pack).constFirst();
    };
    QCOMPARE(row().definition.id.text(), socMax.text());
    QVERIFY(row().charter == (Range{Milli{50000}, Milli{97000}}));
    pack.charter.ranges[socMax] = {Milli{10000}, Milli{120000}};
    QVERIFY(row().charter == (Range{Milli{20000}, Milli{100000}}));
    pack.policy.softLimits[socMax] = {Milli{5000}, Milli{99000}};
    QVERIFY(row().soft == (Range{Milli{20000}, Milli{99000}}));
}

void TestDocumentFile::invalidThresholds_data()
{
    QTest::addColumn<int>("atLeast");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("1") << 1 << true;
    QTest::newRow("3, all of them") << 3 << true;
    QTest::newRow("0") << 0 << false;
    QTest::newRow("-1") << -1 << false;
    QTest::newRow("4 of 3") << 4 << false;
    QTest::newRow("2^31 - 1") << INT32_MAX << false;
}

void TestDocumentFile::invalidThresholds()
{
    QFETCH(int, atLeast);
    QFETCH(bool, accepted);
    Policy policy = m_world.pack().policy;
    policy.seats[CapabilityId::fromTrusted(QStringLiteral("set-cell-voltage-max"))].groups[0].atLeast = atLeast;
    QCOMPARE(Policy::fromRules(policy.rulesToCbor(), 1).ok(), accepted);
}

QTEST_GUILESS_MAIN(TestDocumentFile)
#include "tst_documentfile.moc"
