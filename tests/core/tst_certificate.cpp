// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testworld.h"

#include "ids.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace packwarden;
using test::TestWorld;

/// Chains, lists and key files. A revoked signer must be refused: the one thing that plain QCA gets wrong.
class TestCertificate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void facts();
    void goodChains();
    void refusedChains();
    void lists();
    void keyFiles();
    void namesAreChecked();

private:
    Result<Certificate> judge(const SigningKey &key, const TrustAnchors &anchors, qint64 at = TestWorld::now,
        qint64 grace = 0, ChainPurpose purpose = ChainPurpose::Person)
    {
        return validateChain(key.leaf(), key.chain().mid(1), anchors, purpose, at, grace);
    }

    CryptoRuntime m_crypto;
    TestWorld m_world;
};

void TestCertificate::facts()
{
    const Certificate leaf = m_world.key(QStringLiteral("leasing.asset-manager"))->leaf();
    QCOMPARE(leaf.person, QStringLiteral("leasing.asset-manager"));
    QCOMPARE(leaf.role, QStringLiteral("asset-manager"));
    QVERIFY(!leaf.isAuthority);
    QVERIFY(!leaf.issuerGeneratedKey);
    QCOMPARE(leaf.serialNumber.size(), 16);
    QCOMPARE(Certificate::fromPem(leaf.toPem())->der, leaf.der);
    QVERIFY(m_world.root(QStringLiteral("leasing")).isAuthority);
    QVERIFY(!Certificate::fromDer(leaf.der + QByteArray(1, '\0')).ok());
    QVERIFY(!Certificate::fromDer(leaf.der.chopped(1)).ok());
    QVERIFY(!Certificate::fromDer({}).ok());
}

void TestCertificate::goodChains()
{
    const TrustAnchors anchors = m_world.pack().anchors();
    const auto direct = judge(*m_world.key(QStringLiteral("leasing.asset-manager")), anchors);
    QVERIFY2(direct.ok(), direct.ok() ? "" : qPrintable(direct.error().detail));
    QCOMPARE(direct->sha256, m_world.root(QStringLiteral("leasing")).sha256);
    const auto byAuthority = judge(*m_world.key(QStringLiteral("courier.fleet-manager")), anchors);
    QVERIFY2(byAuthority.ok(), byAuthority.ok() ? "" : qPrintable(byAuthority.error().detail));
    QCOMPARE(byAuthority->sha256, m_world.root(QStringLiteral("courier")).sha256);
}

void TestCertificate::refusedChains()
{
    const PackState pack = m_world.pack();
    const auto leasing = m_world.key(QStringLiteral("leasing.asset-manager"));
    const auto expectCode = [&](const Result<Certificate> &result, Code code) {
        QVERIFY(!result.ok());
        QCOMPARE(codeName(result.code()), codeName(code));
    };
    // A root that nobody pinned, and one of the same name with another key.
    const auto stranger = m_world.makeKey({QStringLiteral("stranger"), QStringLiteral("stranger.asset-manager"),
        QStringLiteral("asset-manager"), QStringLiteral("stranger")});
    expectCode(judge(*stranger, pack.anchors()), Code::UnknownIssuer);
    const auto lookAlike = pki::issueRoot(m_world.privateKey(QStringLiteral("stranger")),
        {QStringLiteral("leasing root"), QStringLiteral("leasing")}, {TestWorld::now - 1000, TestWorld::now + 1000000});
    const auto forged = pki::issueLeaf(*lookAlike, m_world.privateKey(QStringLiteral("stranger")),
        m_world.privateKey(QStringLiteral("stranger-leaf")), {QStringLiteral("forged"), {}},
        {QStringLiteral("leasing.asset-manager"), QStringLiteral("asset-manager"), {}, false},
        {TestWorld::now - 1000, TestWorld::now + 1000000});
    QVERIFY(!validateChain(*forged, {}, pack.anchors(), ChainPurpose::Person, TestWorld::now, 0).ok());
    // The self-signed root sent along in the chain does not become an anchor.
    QVERIFY(!validateChain(*forged, {*lookAlike}, pack.anchors(), ChainPurpose::Person, TestWorld::now, 0).ok());

    TrustAnchors earlier = pack.anchors();
    earlier.crls = {m_world.crl(QStringLiteral("leasing"), {}, 1, TestWorld::now - 9 * TestWorld::day)};
    expectCode(judge(*leasing, earlier, TestWorld::now - 2 * TestWorld::day), Code::CertificateNotYetValid);
    TrustAnchors later = pack.anchors();
    later.crls
        = {m_world.crl(QStringLiteral("leasing"), {}, 2, TestWorld::now, TestWorld::now + 4000 * TestWorld::day)};
    expectCode(judge(*leasing, later, TestWorld::now + 366 * TestWorld::day), Code::CertificateExpired);
    expectCode(judge(*leasing, pack.anchors(), TestWorld::now, 0, ChainPurpose::Device), Code::Malformed);
    // A leaf as an issuer.
    const auto fromLeaf = pki::issueLeaf(leasing->leaf(), m_world.privateKey(QStringLiteral("leasing.asset-manager")),
        m_world.privateKey(QStringLiteral("stranger-leaf")), {QStringLiteral("child"), {}},
        {QStringLiteral("x"), QStringLiteral("asset-manager"), {}, false},
        {TestWorld::now - 1000, TestWorld::now + 1000000});
    QVERIFY(!validateChain(*fromLeaf, {leasing->leaf()}, pack.anchors(), ChainPurpose::Person, TestWorld::now, 0).ok());
}

void TestCertificate::lists()
{
    const auto leasing = m_world.key(QStringLiteral("leasing.asset-manager"));
    const QString party = QStringLiteral("leasing");
    TrustAnchors anchors{{m_world.root(party)}, {}};
    const auto code = [&](qint64 at = TestWorld::now, qint64 grace = 0) {
        const auto result = judge(*leasing, anchors, at, grace);
        return result.ok() ? QString() : QString(codeName(result.code()));
    };
    QCOMPARE(code(), QStringLiteral("crl-stale"));
    anchors.crls = {m_world.crl(party)};
    QCOMPARE(code(), QString());
    anchors.crls = {m_world.crl(party, {leasing->leaf()})};
    QCOMPARE(code(), QStringLiteral("certificate-revoked"));
    anchors.crls = {m_world.crl(QStringLiteral("celldata"))};
    QCOMPARE(code(), QStringLiteral("crl-stale"));
    // Past nextUpdate: within the grace it counts, beyond it does not; a revocation counts for ever.
    anchors.crls = {m_world.crl(party, {}, 1, TestWorld::now - 40 * TestWorld::day, TestWorld::now - TestWorld::day)};
    QCOMPARE(code(), QStringLiteral("crl-stale"));
    QCOMPARE(code(TestWorld::now, TestWorld::day + 10), QString());
    QCOMPARE(code(TestWorld::now, TestWorld::day - 10), QStringLiteral("crl-stale"));
    anchors.crls = {m_world.crl(
        party, {leasing->leaf()}, 1, TestWorld::now - 40 * TestWorld::day, TestWorld::now - TestWorld::day)};
    QCOMPARE(code(TestWorld::now, TestWorld::day + 10), QStringLiteral("certificate-revoked"));
    // A list from the future.
    anchors.crls = {m_world.crl(party, {}, 1, TestWorld::now + 10, TestWorld::now + TestWorld::day)};
    QCOMPARE(code(), QStringLiteral("crl-stale"));
    // Signed by another key under the issuer's name.
    const auto forged = pki::issueCrl(m_world.root(party), m_world.rootKey(QStringLiteral("celldata")), 9,
        {TestWorld::now - 10, TestWorld::now + TestWorld::day}, {});
    anchors.crls = {{*forged, {}}};
    QCOMPARE(code(), QStringLiteral("crl-stale"));
}

void TestCertificate::keyFiles()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("key.p12"));
    const auto key = m_world.key(QStringLiteral("leasing.asset-manager"));
    QVERIFY(pki::writeKeyFile(path, m_world.privateKey(QStringLiteral("leasing.asset-manager")),
        {key->leaf(), m_world.root(QStringLiteral("leasing"))}, QStringLiteral("secret \u00fc"))
                .ok());
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const auto opened = openKeyFile(path, QStringLiteral("secret \u00fc"));
    QVERIFY(opened.ok());
    QCOMPARE((*opened)->chain(), QList<Certificate>{key->leaf()});
    const auto signature = (*opened)->sign("bytes");
    QVERIFY(signature.ok());
    QVERIFY(verifyRs256(key->leaf(), "bytes", *signature));
    QVERIFY(!verifyRs256(key->leaf(), "Bytes", *signature));
    QCOMPARE(openKeyFile(path, QStringLiteral("wrong")).code(), Code::WrongPassphrase);
    QCOMPARE(openKeyFile(path, QString()).code(), Code::WrongPassphrase);
    QCOMPARE(openKeyFile(folder.filePath(QStringLiteral("none.p12")), {}).code(), Code::FileUnreadable);
    QFile broken(path);
    QVERIFY(broken.open(QIODevice::ReadWrite));
    broken.resize(broken.size() / 2);
    QCOMPARE(openKeyFile(path, QStringLiteral("secret")).code(), Code::KeyUnusable);
}

void TestCertificate::namesAreChecked()
{
    const pki::PrivateKey key = m_world.privateKey(QStringLiteral("device"));
    const Certificate root = m_world.root(QStringLiteral("leasing"));
    const pki::Validity validity{TestWorld::now, TestWorld::now + 1000};
    const auto issue = [&](const pki::LeafName &name) {
        return pki::issueLeaf(
            root, m_world.rootKey(QStringLiteral("leasing")), key, {QStringLiteral("x"), {}}, name, validity)
            .ok();
    };
    QVERIFY(issue({QStringLiteral("a.b"), QStringLiteral("role"), {}, false}));
    QVERIFY(!issue({QStringLiteral("a,URI:urn:packwarden:role:owner"), QStringLiteral("role"), {}, false}));
    for (const QString &name : {QStringLiteral("a\u0007b"), QStringLiteral("a\u202Eb"), QString(201, u'a')}) {
        const auto odd = pki::issueLeaf(root, m_world.rootKey(QStringLiteral("leasing")), key, {name, {}},
            {QStringLiteral("a"), QStringLiteral("b"), {}, false}, validity);
        QVERIFY(!odd.ok());
    }
    QVERIFY(!issue({QStringLiteral("a"), {}, {}, false}));
    QVERIFY(!issue({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("SDB-1"), false}));
    QVERIFY(issue({{}, {}, QStringLiteral("SDB-1"), false}));
}

QTEST_GUILESS_MAIN(TestCertificate)
#include "tst_certificate.moc"
