// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/ids.h"
#include "models/core/pki/csr.h"
#include "models/core/pki/openkey.h"
#include "tests/models/core/pki/certificateforge.h"
#include "tests/support/testworld.h"

#include <openssl/x509.h>

#include <QTemporaryDir>
#include <QtTest>

#include <functional>

using namespace packwarden;
using test::TestWorld;
namespace forge = test::forge;
using forge::Asn1;

using Edit = std::function<void(Asn1 &)>;
Q_DECLARE_METATYPE(Edit)

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
    void oneKeyOneIdentity();
    void oneEncoding_data();
    void oneEncoding();
    void oneEncodingOfRequests_data();
    void oneEncodingOfRequests();
    void oneEncodingOfLists_data();
    void oneEncodingOfLists();
    void oneLeafOneKind_data();
    void oneLeafOneKind();

private:
    /// The same key, certified by the leasing root's authority and by nobody but the forge.
    QByteArray leafOf(const QByteArray &names)
    {
        forge::CertificateSpec spec;
        spec.commonName = "Anna";
        spec.from = TestWorld::now - TestWorld::day;
        spec.until = TestWorld::now + 30 * TestWorld::day;
        spec.extensions = forge::with(forge::leafExtensions(), "subjectAltName", names);
        return forge::certificate(spec, m_world.privateKey(QStringLiteral("leasing.asset-manager")),
            m_world.root(QStringLiteral("leasing")).der, m_world.rootKey(QStringLiteral("leasing")));
    }

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
    // Read twice, parsed once; what is refused is refused beside it.
    QCOMPARE(Certificate::fromDer(leaf.der)->parsed, Certificate::fromDer(leaf.der)->parsed);
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

namespace {

// The parts of a TBSCertificate (RFC 5280, 4.1).
constexpr int serial = 1;
constexpr int algorithm = 2;
constexpr int subject = 5;
constexpr int keyInfo = 6;
constexpr int extensions = 7;

/// Adds an extension; critical: the bytes of its BOOLEAN, none: left out.
void addExtension(Asn1 &list, const QByteArray &oid, const QByteArray &value, const QByteArray &critical = {})
{
    Asn1 extension{0x30, {}, {{0x06, oid, {}}}};
    if (!critical.isEmpty())
        extension.parts.append({0x01, critical, {}});
    extension.parts.append({0x04, value, {}});
    list.parts.append(extension);
}

/// The RSAPublicKey inside of a SubjectPublicKeyInfo, changed.
void editKey(Asn1 &info, const Edit &edit)
{
    Asn1 key = Asn1::read(info.at({1}).bytes.mid(1));
    edit(key);
    info.at({1}).bytes = '\0' + key.encode();
}

/// What can be written in two ways in a key info, wherever it stands.
QList<std::pair<const char *, Edit>> keyEdits()
{
    return {{"key without NULL",
                [](Asn1 &info) {
                    info.at({0}).parts.removeLast();
                }},
        {"key with odd parameters",
            [](Asn1 &info) {
                info.at({0, 1}) = {0x04, "odd", {}};
            }},
        {"key in a long length",
            [](Asn1 &info) {
                editKey(info, [](Asn1 &key) { key.form = Asn1::Form::LongLength; });
            }},
        {"key in an indefinite length",
            [](Asn1 &info) {
                editKey(info, [](Asn1 &key) { key.form = Asn1::Form::Indefinite; });
            }},
        {"exponent in a long length",
            [](Asn1 &info) {
                editKey(info, [](Asn1 &key) { key.at({1}).form = Asn1::Form::LongLength; });
            }},
        {"padded modulus",
            [](Asn1 &info) {
                editKey(info, [](Asn1 &key) { key.at({0}).bytes.prepend('\0'); });
            }},
        {"padded exponent",
            [](Asn1 &info) {
                editKey(info, [](Asn1 &key) { key.at({1}).bytes.prepend('\0'); });
            }},
        {"negative modulus",
            [](Asn1 &info) {
                editKey(info, [](Asn1 &key) { key.at({0}).bytes.remove(0, 1); });
            }},
        {"a byte after the key",
            [](Asn1 &info) {
                info.at({1}).bytes += '\0';
            }},
        {"a third number in the key",
            [](Asn1 &info) {
                editKey(info, [](Asn1 &key) { key.parts.append({0x02, QByteArray(1, 1), {}}); });
            }},
        {"key info in a long length",
            [](Asn1 &info) {
                info.form = Asn1::Form::LongLength;
            }},
        {"key bits in a long length", [](Asn1 &info) {
             info.at({1}).form = Asn1::Form::LongLength;
         }}};
}

} // namespace

void TestCertificate::oneKeyOneIdentity()
{
    const auto x509 = [](const QByteArray &der) {
        const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
        return d2i_X509(nullptr, &at, long(der.size()));
    };
    for (const Certificate &certificate :
        {m_world.root(QStringLiteral("leasing")), m_world.key(QStringLiteral("leasing.asset-manager"))->leaf()}) {
        X509 *parsed = x509(certificate.der);
        unsigned char *info = nullptr;
        const int size = i2d_PUBKEY(X509_get0_pubkey(parsed), &info);
        QCOMPARE(certificate.spkiSha256, sha256(QByteArray(reinterpret_cast<char *>(info), size)));
        OPENSSL_free(info);
        X509_free(parsed);
    }
    const auto again = Certificate::fromDer(leafOf("URI:urn:packwarden:person:other,URI:urn:packwarden:role:owner"));
    QVERIFY(again.ok());
    QCOMPARE(again->spkiSha256, m_world.key(QStringLiteral("leasing.asset-manager"))->leaf().spkiSha256);
}

void TestCertificate::oneEncoding_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *name, const Edit &edit, bool good = false) {
        QTest::newRow(name) << edit << good;
    };
    row(
        "good: signed again as it was", [](Asn1 &) {}, true);
    row(
        "good: an unknown extension",
        [](Asn1 &c) {
            addExtension(c.at({0, extensions, 0}), "\x2b\x06\x01", QByteArray("\x04\x01x", 3));
        },
        true);
    for (const auto &[name, edit] : keyEdits())
        row(name, [edit = edit](Asn1 &c) { edit(c.at({0, keyInfo})); });
    row("the whole in a long length", [](Asn1 &c) { c.form = Asn1::Form::LongLength; });
    row("the whole in an indefinite length", [](Asn1 &c) { c.form = Asn1::Form::Indefinite; });
    row("content in a long length", [](Asn1 &c) { c.at({0}).form = Asn1::Form::LongLength; });
    row("content in an indefinite length", [](Asn1 &c) { c.at({0}).form = Asn1::Form::Indefinite; });
    row("signature in a long length", [](Asn1 &c) { c.at({2}).form = Asn1::Form::LongLength; });
    row("subject in a long length", [](Asn1 &c) { c.at({0, subject}).form = Asn1::Form::LongLength; });
    row("a part after the signature", [](Asn1 &c) { c.parts.append({0x05, {}, {}}); });
    row("padded serial number", [](Asn1 &c) { c.at({0, serial}).bytes.prepend('\0'); });
    row("negative serial number", [](Asn1 &c) { c.at({0, serial}).bytes = QByteArray("\x85\x01", 2); });
    row("names of a subject out of order", [](Asn1 &c) {
        Asn1 &set = c.at({0, subject, 0});
        set.parts.append(c.at({0, subject, 1, 0}));
        std::sort(
            set.parts.begin(), set.parts.end(), [](const Asn1 &a, const Asn1 &b) { return a.encode() > b.encode(); });
    });
    row("version 1 written out", [](Asn1 &c) {
        c.at({0, 0, 0}).bytes = QByteArray(1, '\0');
        c.at({0}).parts.removeLast();
    });
    row("not critical written out", [](Asn1 &c) {
        addExtension(c.at({0, extensions, 0}), "\x2b\x06\x01", QByteArray("\x04\x01x", 3), QByteArray(1, '\0'));
    });
    row("critical, but not by FF", [](Asn1 &c) { c.at({0, extensions, 0, 0, 1}).bytes = QByteArray(1, '\1'); });
    row("no authority written out", [](Asn1 &c) {
        Asn1 &list = c.at({0, extensions, 0});
        list.parts.removeFirst();
        addExtension(list, "\x55\x1d\x13", QByteArray("\x30\x03\x01\x01\x00", 5), QByteArray(1, '\xff'));
    });
    row("key usage with bits that are not set", [](Asn1 &c) {
        Asn1 &list = c.at({0, extensions, 0});
        list.parts.removeIf([](const Asn1 &one) { return one.parts.first().bytes == "\x55\x1d\x0f"; });
        addExtension(list, "\x55\x1d\x0f", QByteArray("\x03\x02\x00\x80", 4), QByteArray(1, '\xff'));
    });
    row("an extension that is no DER", [](Asn1 &c) {
        addExtension(c.at({0, extensions, 0}), "\x2b\x06\x01", QByteArray("\x30\x80\x00\x00", 4));
    });
    row("an object identifier with a leading 80", [](Asn1 &c) {
        addExtension(c.at({0, extensions, 0}), QByteArray("\x2b\x80\x01", 3), QByteArray("\x05\x00", 2));
    });
    row("signature algorithm without NULL", [](Asn1 &c) {
        c.at({0, algorithm}).parts.removeLast();
        c.at({1}).parts.removeLast();
    });
    row("signature algorithm with odd parameters", [](Asn1 &c) {
        c.at({0, algorithm, 1}) = {0x02, QByteArray(1, 5), {}};
        c.at({1, 1}) = {0x02, QByteArray(1, 5), {}};
    });
    row("NULL inside, none outside", [](Asn1 &c) { c.at({1}).parts.removeLast(); });
    row("NULL outside, none inside", [](Asn1 &c) { c.at({0, algorithm}).parts.removeLast(); });
    row("another algorithm inside", [](Asn1 &c) { c.at({0, algorithm, 0}).bytes.back() = '\x0c'; });
    row("a constructed string", [](Asn1 &c) {
        c.at({0, subject, 0, 0, 1}) = {0x2c, {}, {c.at({0, subject, 0, 0, 1})}};
    });
    row("signature bits that are not used", [](Asn1 &c) { c.at({2}).tag = 0x23; });
}

/// Leaf, authority and root are read by the same function; an edited twin of a good one is refused as each of them.
void TestCertificate::oneEncoding()
{
    QFETCH(Edit, edit);
    QFETCH(bool, good);
    const QString leasing = QStringLiteral("leasing");
    m_world.key(QStringLiteral("courier.fleet-manager"));
    const std::pair<QByteArray, pki::PrivateKey> certificates[]
        = {{m_world.key(QStringLiteral("leasing.asset-manager"))->leaf().der, m_world.rootKey(leasing)},
            {m_world.root(QStringLiteral("courier-issuer")).der, m_world.rootKey(QStringLiteral("courier"))},
            {m_world.root(leasing).der, m_world.rootKey(leasing)}};
    for (const auto &[der, key] : certificates) {
        Asn1 tree = Asn1::read(der);
        edit(tree);
        const auto read = Certificate::fromDer(forge::signedAgain(tree, key));
        QCOMPARE(read.ok(), good);
        if (!good)
            QVERIFY2(QList<Code>({Code::NotCanonical, Code::Malformed, Code::Algorithm}).contains(read.code()),
                qPrintable(codeName(read.code())));
    }
}

void TestCertificate::oneEncodingOfRequests_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *name, const Edit &edit, bool good = false) {
        QTest::newRow(name) << edit << good;
    };
    row(
        "good: signed again as it was", [](Asn1 &) {}, true);
    for (const auto &[name, edit] : keyEdits())
        row(name, [edit = edit](Asn1 &c) { edit(c.at({0, 2})); });
    row("the whole in a long length", [](Asn1 &c) { c.form = Asn1::Form::LongLength; });
    row("content in an indefinite length", [](Asn1 &c) { c.at({0}).form = Asn1::Form::Indefinite; });
    // RFC 4055, 5: to be read with and without. It goes into no certificate.
    row(
        "good: signature algorithm without NULL", [](Asn1 &c) { c.at({1}).parts.removeLast(); }, true);
    row("padded version", [](Asn1 &c) { c.at({0, 0}).bytes.prepend('\0'); });
}

void TestCertificate::oneEncodingOfRequests()
{
    QFETCH(Edit, edit);
    QFETCH(bool, good);
    const pki::PrivateKey key = m_world.privateKey(QStringLiteral("stranger-leaf"));
    const auto made = pki::makeSigningRequest(
        key, {QStringLiteral("Anna"), {}}, {QStringLiteral("a"), QStringLiteral("b"), {}, false});
    Asn1 tree = Asn1::read(*made);
    edit(tree);
    const QByteArray der = forge::signedAgain(tree, key);
    QByteArray pem = "-----BEGIN CERTIFICATE REQUEST-----\n" + der.toBase64();
    for (qsizetype at = pem.indexOf('\n') + 65; at < pem.size(); at += 65)
        pem.insert(at, '\n');
    pem += "\n-----END CERTIFICATE REQUEST-----\n";
    for (const QByteArray &bytes : {der, pem}) {
        const auto read = pki::readSigningRequest(bytes);
        QCOMPARE(read.ok(), good);
        if (good)
            QCOMPARE(read->spkiSha256, pki::readSigningRequest(*made)->spkiSha256);
        else
            QVERIFY2(QList<Code>({Code::NotCanonical, Code::Malformed, Code::Algorithm}).contains(read.code()),
                qPrintable(codeName(read.code())));
    }
}

void TestCertificate::oneEncodingOfLists_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<bool>("good");
    QTest::newRow("good: signed again as it was") << Edit([](Asn1 &) {}) << true;
    QTest::newRow("the whole in a long length") << Edit([](Asn1 &c) { c.form = Asn1::Form::LongLength; }) << false;
    QTest::newRow("content in an indefinite length")
        << Edit([](Asn1 &c) { c.at({0}).form = Asn1::Form::Indefinite; }) << false;
    QTest::newRow("padded version") << Edit([](Asn1 &c) { c.at({0, 0}).bytes.prepend('\0'); }) << false;
}

void TestCertificate::oneEncodingOfLists()
{
    QFETCH(Edit, edit);
    QFETCH(bool, good);
    Asn1 tree = Asn1::read(m_world.crl(QStringLiteral("leasing")).crl.der);
    edit(tree);
    const auto read = Crl::fromDer(forge::signedAgain(tree, m_world.rootKey(QStringLiteral("leasing"))));
    QCOMPARE(read.ok(), good);
    if (!good)
        QVERIFY2(
            read.code() == Code::NotCanonical || read.code() == Code::Malformed, qPrintable(codeName(read.code())));
}

void TestCertificate::oneLeafOneKind_data()
{
    QTest::addColumn<QByteArray>("names");
    QTest::addColumn<bool>("good");
    const QByteArray person = "URI:urn:packwarden:person:anna";
    const QByteArray role = "URI:urn:packwarden:role:asset-manager";
    const QByteArray pack = "URI:urn:packwarden:pack:SDB-TEST-0001";
    QTest::newRow("good: a person in a role") << person + ',' + role << true;
    QTest::newRow("good: a pack") << pack << true;
    QTest::newRow("good: a person and names of another kind") << person + ',' + role + ",email:a@b.example" << true;
    QTest::newRow("person, role and pack") << person + ',' + role + ',' + pack << false;
    QTest::newRow("pack first") << pack + ',' + role + ',' + person << false;
    QTest::newRow("person and pack") << person + ',' + pack << false;
    QTest::newRow("role and pack") << role + ',' + pack << false;
    QTest::newRow("two people") << person + ",URI:urn:packwarden:person:otto," + role << false;
    QTest::newRow("one person twice") << person + ',' + person + ',' + role << false;
    QTest::newRow("two roles") << person + ',' + role + ",URI:urn:packwarden:role:owner" << false;
    QTest::newRow("two packs") << pack + ",URI:urn:packwarden:pack:SDB-TEST-0002" << false;
}

void TestCertificate::oneLeafOneKind()
{
    QFETCH(QByteArray, names);
    QFETCH(bool, good);
    const auto leaf = Certificate::fromDer(leafOf(names));
    QCOMPARE(
        leaf.ok() ? QString() : QString(codeName(leaf.code())), good ? QString() : QString(codeName(Code::Malformed)));
}

QTEST_GUILESS_MAIN(TestCertificate)
#include "tst_certificate.moc"
