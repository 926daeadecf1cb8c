// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/ids.h"
#include "models/core/cbor/cbor.h"
#include "models/core/cose/cose.h"
#include "tests/support/testworld.h"

#include <openssl/bn.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <QtTest>

#include <memory>

using namespace packwarden;
using test::TestWorld;

namespace {

/// A key that brings more than its chain along.
class LadenKey final : public SigningKey
{
public:
    LadenKey(std::shared_ptr<SigningKey> key, const QList<Certificate> &chain)
        : m_key(std::move(key))
        , m_chain(chain)
    {
    }
    Result<QByteArray> sign(const QByteArray &bytes) const override { return m_key->sign(bytes); }
    QList<Certificate> chain() const override { return m_chain; }

private:
    std::shared_ptr<SigningKey> m_key;
    QList<Certificate> m_chain;
};

} // namespace

class TestCose final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void signatureIsBoundToPurposeAndPayload();
    void headersThatAreRefused_data();
    void headersThatAreRefused();
    void contentTypesOutsideAscii_data();
    void contentTypesOutsideAscii();
    void tooManySignatures();
    void noSignatureThatCannotBeRead_data();
    void noSignatureThatCannotBeRead();
    void everyBitCounts();
    void oneSignatureHasOneForm_data();
    void oneSignatureHasOneForm();
    void sign1();

private:
    QByteArray plusModulus(const QByteArray &signature, const QByteArray &certificate) const;

    CryptoRuntime m_crypto;
    TestWorld m_world;
};

void TestCose::roundTrip()
{
    const PackState pack = m_world.pack();
    const CoseSign document = m_world.sign(m_world.request(pack, QStringLiteral("soc.max"), 95000),
        QStringLiteral("courier.fleet-manager"), {QStringLiteral("leasing.asset-manager")});
    const auto decoded = CoseSign::decode(document.encode());
    QVERIFY(decoded.ok());
    QVERIFY(*decoded == document);
    QCOMPARE(decoded->encode(), document.encode());
    QCOMPARE(decoded->signatures.at(0).chain.size(), 2);
    for (const CoseSignature &signature : decoded->signatures)
        QVERIFY(decoded->verifies(signature));
}

void TestCose::signatureIsBoundToPurposeAndPayload()
{
    CoseSign document{"application/vnd.packwarden.request+cbor", cbor::encode(QCborMap{{1, 2}}), {}};
    const auto key = m_world.key(QStringLiteral("leasing.asset-manager"));
    const LogHead log{QByteArray(16, 'l'), 3, QByteArray(32, 'h')};
    QVERIFY(document.addSignature(*key, Meaning::Approve, 5, log).ok());
    QVERIFY(document.verifies(document.signatures.constFirst()));
    CoseSign other = document;
    other.contentType = contenttype::policy;
    QVERIFY(!other.verifies(other.signatures.constFirst()));
    other = document;
    other.payload = cbor::encode(QCborMap{{1, 3}});
    QVERIFY(!other.verifies(other.signatures.constFirst()));
    // An "author" cannot be made an "approve" afterwards: the meaning is signed.
    other = document;
    other.signatures[0].protectedHeader.replace("approve", "authorX");
    QVERIFY(!other.verifies(other.signatures.constFirst()));
    // Another leaf put in front of the chain.
    other = document;
    other.signatures[0].chain[0] = m_world.key(QStringLiteral("celldata.specialist"))->leaf().der;
    QVERIFY(!other.verifies(other.signatures.constFirst()));
}

void TestCose::headersThatAreRefused_data()
{
    QTest::addColumn<QCborMap>("header");
    QTest::addColumn<bool>("accepted");
    const QCborArray x5t{-16, QByteArray(32, 'x')};
    const QCborArray log{QByteArray(16, 'l'), 1, QByteArray(32, 'h')};
    const QCborMap good{{1, -257}, {34, x5t}, {QStringLiteral("at"), 5},
        {QStringLiteral("meaning"), QStringLiteral("approve")}, {QStringLiteral("log"), log}};
    const auto with = [&](const QCborValue &key, const QCborValue &value) {
        QCborMap map = good;
        map.remove(key);
        map.insert(key, value);
        return map;
    };
    QTest::newRow("good") << good << true;
    QTest::newRow("ES256") << with(1, -7) << false;
    QTest::newRow("PS256") << with(1, -37) << false;
    QTest::newRow("SHA-1 RSA") << with(1, -65535) << false;
    QTest::newRow("algorithm as text") << with(1, QStringLiteral("RS256")) << false;
    QTest::newRow("SHA-1 thumbprint") << with(34, QCborArray{-14, QByteArray(20, 'x')}) << false;
    QTest::newRow("short thumbprint") << with(34, QCborArray{-16, QByteArray(16, 'x')}) << false;
    QTest::newRow("unknown meaning") << with(QStringLiteral("meaning"), QStringLiteral("witness")) << false;
    QTest::newRow("time as text") << with(QStringLiteral("at"), QStringLiteral("5")) << false;
    QTest::newRow("negative time") << with(QStringLiteral("at"), -5) << false;
    QTest::newRow("short log id") << with(QStringLiteral("log"), QCborArray{QByteArray("x"), 1, QByteArray(32, 'h')})
                                  << false;
    QTest::newRow("unknown header") << with(QStringLiteral("crit"), 1) << false;
}

void TestCose::headersThatAreRefused()
{
    QFETCH(QCborMap, header);
    QFETCH(bool, accepted);
    CoseSign document{"application/vnd.packwarden.request+cbor", "x", {}};
    CoseSignature signature;
    signature.protectedHeader = cbor::encode(header);
    signature.chain = {"certificate"};
    signature.signature = "signature";
    document.signatures.append(signature);
    const auto decoded = CoseSign::decode(document.encode());
    QCOMPARE(decoded.ok(), accepted);
}

void TestCose::contentTypesOutsideAscii_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("good") << QStringLiteral("application/vnd.packwarden.request+cbor") << true;
    QTest::newRow("byte order mark inside") << QStringLiteral("application/\ufeffvnd.packwarden.request+cbor") << false;
    QTest::newRow("no Latin letter") << QStringLiteral("application/vnd.packwarden.r\u0435quest+cbor") << false;
    QTest::newRow("Latin 1") << QStringLiteral("application/vnd.packwarden.r\u00e9quest+cbor") << false;
    QTest::newRow("a blank") << QStringLiteral("application/vnd.packwarden.request+cbor ") << false;
    QTest::newRow("empty") << QString() << false;
}

/// Found by the fuzzer: they were read as other bytes than they came in.
void TestCose::contentTypesOutsideAscii()
{
    QFETCH(QString, type);
    QFETCH(bool, accepted);
    const QByteArray header = cbor::encode(QCborMap{{3, type}});
    const QByteArray bytes
        = cbor::encode(QCborValue(QCborTag(98), QCborArray{header, QCborMap(), QByteArray("x"), QCborArray()}));
    const auto decoded = CoseSign::decode(bytes);
    QCOMPARE(decoded.ok(), accepted);
    if (accepted)
        QCOMPARE(decoded->encode(), bytes);
}

void TestCose::tooManySignatures()
{
    CoseSign document = m_world.sign(
        m_world.request(m_world.pack(), QStringLiteral("soc.max"), 95000), QStringLiteral("courier.fleet-manager"), {});
    while (document.signatures.size() < CoseSign::maxSignatures)
        document.signatures.append(document.signatures.constFirst());
    QVERIFY(CoseSign::decode(document.encode()).ok());
    document.signatures.append(document.signatures.constFirst());
    QCOMPARE(CoseSign::decode(document.encode()).code(), Code::TooLarge);
    document.signatures.resize(1);
    document.payload = QByteArray(CoseSign::maxBytes, 'x');
    QCOMPARE(CoseSign::decode(document.encode()).code(), Code::TooLarge);
}

void TestCose::noSignatureThatCannotBeRead_data()
{
    QTest::addColumn<int>("certificates");
    QTest::newRow("as many as fit") << int(CoseSign::maxChain);
    QTest::newRow("one more") << int(CoseSign::maxChain) + 1;
    QTest::newRow("many more") << 3 * int(CoseSign::maxChain);
}

/// What is made can be read: refused before it is signed, and the document stays as it was.
void TestCose::noSignatureThatCannotBeRead()
{
    QFETCH(const int, certificates);
    const bool good = certificates <= CoseSign::maxChain;
    const auto own = m_world.key(QStringLiteral("courier.fleet-manager"));
    QList<Certificate> chain = own->chain();
    while (chain.size() < certificates)
        chain.append(m_world.root(QStringLiteral("courier")));
    const LadenKey key(own, chain);
    CoseSign document{QByteArray(contenttype::request), cbor::encode(QCborMap{{1, 2}}), {}};
    const auto made = document.addSignature(key, Meaning::Author, 5, {QByteArray(16, 'l'), 3, QByteArray(32, 'h')});
    const auto word = CoseSign1::make(contenttype::withdrawal, "x", key, 5);
    QCOMPARE(made.ok(), good);
    QCOMPARE(word.ok(), good);
    QVERIFY(CoseSign::decode(document.encode()).ok());
    QCOMPARE(document.signatures.size(), good ? 1 : 0);
    if (good) {
        QVERIFY(CoseSign1::decode(word->encode()).ok());
        return;
    }
    QCOMPARE(made.error(), (Error{Code::TooLarge, QStringLiteral("x5chain")}));
    QCOMPARE(word.error(), made.error());
}

void TestCose::everyBitCounts()
{
    // One bit flipped anywhere in a signed request: refused, whatever it hits. The header of the outer array, the
    // payload, the protected headers, the certificates and the signatures all belong to what is judged.
    const PackState pack = m_world.pack();
    const QByteArray good = m_world.signedBytes(m_world.request(pack, QStringLiteral("soc.max"), 95000),
        {QStringLiteral("leasing.asset-manager"), QStringLiteral("celldata.specialist")});
    QVERIFY(verifyRequest(good, pack).accepted());
    // Every seventh byte, with another bit each time, keeps the run short.
    for (qsizetype at = 0; at < good.size(); at += 7) {
        QByteArray bad = good;
        bad[at] = char(bad.at(at) ^ (1 << (at % 8)));
        QVERIFY2(!verifyRequest(bad, pack).accepted(), qPrintable(QString::number(at)));
    }
}

/// The same number modulo n, in as many bytes if it fits.
QByteArray TestCose::plusModulus(const QByteArray &signature, const QByteArray &certificate) const
{
    const auto *at = reinterpret_cast<const unsigned char *>(certificate.constData());
    const std::unique_ptr<X509, decltype(&X509_free)> x509(d2i_X509(nullptr, &at, long(certificate.size())), X509_free);
    BIGNUM *modulus = nullptr;
    if (EVP_PKEY_get_bn_param(X509_get0_pubkey(x509.get()), "n", &modulus) != 1)
        return {};
    BIGNUM *number
        = BN_bin2bn(reinterpret_cast<const unsigned char *>(signature.constData()), int(signature.size()), nullptr);
    BN_add(number, number, modulus);
    QByteArray bytes(BN_num_bytes(number), '\0');
    BN_bn2bin(number, reinterpret_cast<unsigned char *>(bytes.data()));
    BN_free(number);
    BN_free(modulus);
    return bytes;
}

void TestCose::oneSignatureHasOneForm_data()
{
    QTest::addColumn<QString>("change");
    QTest::newRow("as it was made") << QString();
    QTest::newRow("case 26: with the modulus added, in as many bytes") << QStringLiteral("modulus");
    QTest::newRow("case 26: a zero in front") << QStringLiteral("zero");
    QTest::newRow("case 26: a zero behind") << QStringLiteral("behind");
}

void TestCose::oneSignatureHasOneForm()
{
    // Another form of a good signature would be another document to those who count by bytes.
    QFETCH(QString, change);
    const PackState pack = m_world.pack();
    const CoseSign others = m_world.sign(m_world.request(pack, QStringLiteral("soc.max"), 95000),
        QStringLiteral("courier.fleet-manager"), {QStringLiteral("leasing.asset-manager")});
    const auto specialist = m_world.key(QStringLiteral("celldata.specialist"));
    CoseSign document;
    QByteArray twin;
    // How many signatures are small enough that the sum has no more bytes hangs on the key: every second one, or one
    // of a thousand.
    for (int attempt = 1; attempt <= 20'000; ++attempt) {
        document = others;
        const LogHead log{QByteArray(16, 'l'), attempt, QByteArray(32, 'h')};
        QVERIFY(document.addSignature(*specialist, Meaning::Approve, TestWorld::now - 28, log).ok());
        const CoseSignature &last = document.signatures.constLast();
        twin = plusModulus(last.signature, last.chain.constFirst());
        if (twin.size() == last.signature.size())
            break;
    }
    QVERIFY(verifyRequest(document.encode(), pack).accepted());
    CoseSignature &last = document.signatures.last();
    QCOMPARE(twin.size(), last.signature.size());
    if (change == QLatin1String("modulus"))
        last.signature = twin;
    else if (change == QLatin1String("zero"))
        last.signature.prepend('\0');
    else if (change == QLatin1String("behind"))
        last.signature.append('\0');
    QCOMPARE(document.verifies(last), change.isEmpty());
    QCOMPARE(verifyRequest(document.encode(), pack).accepted(), change.isEmpty());
}

void TestCose::sign1()
{
    const auto key = m_world.deviceKey();
    const auto document = CoseSign1::make(contenttype::receipt, "payload", *key, 77);
    QVERIFY(document.ok());
    const auto decoded = CoseSign1::decode(document->encode());
    QVERIFY(decoded.ok());
    QVERIFY(*decoded == *document);
    QVERIFY(decoded->verifies());
    CoseSign1 other = *decoded;
    other.payload = "Payload";
    QVERIFY(!other.verifies());
    // A COSE_Sign is no COSE_Sign1 and the other way round.
    QVERIFY(!CoseSign::decode(document->encode()).ok());
}

QTEST_GUILESS_MAIN(TestCose)
#include "tst_cose.moc"
