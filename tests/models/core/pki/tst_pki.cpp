// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/ids.h"
#include "models/core/pki/csr.h"
#include "models/core/pki/filenote.h"
#include "tests/support/testworld.h"

#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/pkcs12.h>
#include <openssl/rand.h>

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace packwarden;
using test::TestWorld;

Q_DECLARE_METATYPE(packwarden::pki::Subject)
Q_DECLARE_METATYPE(packwarden::pki::LeafName)

namespace {

const pki::LeafName person{QStringLiteral("leasing.newcomer"), QStringLiteral("asset-manager"), {}, false};
const pki::Subject subject{QStringLiteral("Newcomer"), QStringLiteral("Leasing")};
const pki::Validity year{TestWorld::now, TestWorld::now + 365 * TestWorld::day};

/// OpenSSL's generator, failing at the given call and from there on, as an entropy source that breaks would.
class BrokenGenerator final
{
public:
    explicit BrokenGenerator(int goodCalls)
    {
        s_left = goodCalls;
        RAND_set_rand_method(&s_method);
    }
    ~BrokenGenerator() { RAND_set_rand_method(RAND_OpenSSL()); }
    BrokenGenerator(const BrokenGenerator &) = delete;
    BrokenGenerator &operator=(const BrokenGenerator &) = delete;

private:
    static int bytes(unsigned char *out, int count)
    {
        if (--s_left < 0)
            return 0;
        return RAND_OpenSSL()->bytes(out, count);
    }
    static int status() { return 0; }

    inline static int s_left = 0;
    inline static const RAND_METHOD s_method{nullptr, &bytes, nullptr, nullptr, &bytes, &status};
};

constexpr int fewIterations = 65536;
/// The same as it is encoded, and many more in the same room.
const QByteArray few = QByteArray::fromHex("0203010000");
const QByteArray many = QByteArray::fromHex("02037FFFFF");
constexpr int tripleDes = NID_pbe_WithSHA1And3_Key_TripleDES_CBC;

QByteArray derOf(PKCS12 *file)
{
    unsigned char *out = nullptr;
    const int size = i2d_PKCS12(file, &out);
    const QByteArray der(reinterpret_cast<const char *>(out), size);
    OPENSSL_free(out);
    PKCS12_free(file);
    return der;
}

PKCS12 *fileOf(const QByteArray &der)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    return d2i_PKCS12(nullptr, &at, long(der.size()));
}

/// A key file by OpenSSL itself, whose parts have these iterations each.
QByteArray keyFileOf(const pki::PrivateKey &key, const Certificate &leaf, int cipher, int iterations = fewIterations)
{
    const auto *at = reinterpret_cast<const unsigned char *>(leaf.der.constData());
    X509 *x509 = d2i_X509(nullptr, &at, long(leaf.der.size()));
    PKCS12 *file = PKCS12_create("secret", "key", static_cast<EVP_PKEY *>(key.native()), x509, nullptr, cipher, cipher,
        iterations, iterations, 0);
    X509_free(x509);
    return derOf(file);
}

/// A key with many iterations, which only shows when the part around it has been decrypted.
QByteArray hiddenKeyFileOf(const pki::PrivateKey &key, const QByteArray &iterations)
{
    PKCS8_PRIV_KEY_INFO *plain = EVP_PKEY2PKCS8(static_cast<EVP_PKEY *>(key.native()));
    PKCS12_SAFEBAG *bag
        = PKCS12_SAFEBAG_create_pkcs8_encrypt(tripleDes, "secret", -1, nullptr, 0, fewIterations, plain);
    unsigned char *out = nullptr;
    const int size = i2d_PKCS12_SAFEBAG(bag, &out);
    QByteArray der(reinterpret_cast<const char *>(out), size);
    OPENSSL_free(out);
    PKCS12_SAFEBAG_free(bag);
    der.replace(few, iterations);
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    STACK_OF(PKCS12_SAFEBAG) *bags = sk_PKCS12_SAFEBAG_new_null();
    sk_PKCS12_SAFEBAG_push(bags, d2i_PKCS12_SAFEBAG(nullptr, &at, long(der.size())));
    STACK_OF(PKCS7) *parts = sk_PKCS7_new_null();
    sk_PKCS7_push(parts, PKCS12_pack_p7encdata(tripleDes, "secret", -1, nullptr, 0, 1000, bags));
    PKCS12 *file = PKCS12_init(NID_pkcs7_data);
    PKCS12_pack_authsafes(file, parts);
    PKCS12_set_mac(file, "secret", -1, nullptr, 0, 1000, EVP_sha256());
    sk_PKCS7_pop_free(parts, PKCS7_free);
    sk_PKCS12_SAFEBAG_pop_free(bags, PKCS12_SAFEBAG_free);
    return derOf(file);
}

/// The same file with another number in its integrity check; as PBMAC1 (RFC 9579) where it is to be.
QByteArray withMac(const QByteArray &der, qint64 iterations, bool pbmac1)
{
    PKCS12 *file = fileOf(der);
    const ASN1_INTEGER *number = nullptr;
    const X509_ALGOR *algorithm = nullptr;
    PKCS12_get0_mac(nullptr, &algorithm, nullptr, &number, file);
    if (!pbmac1) {
        ASN1_INTEGER_set_int64(const_cast<ASN1_INTEGER *>(number), iterations);
        return derOf(file);
    }
    PBE2PARAM *parameters = PBE2PARAM_new();
    X509_ALGOR_free(parameters->keyfunc);
    parameters->keyfunc = PKCS5_pbkdf2_set(int(iterations), nullptr, 0, NID_hmacWithSHA256, 32);
    X509_ALGOR_set0(parameters->encryption, OBJ_nid2obj(NID_hmacWithSHA256), V_ASN1_NULL, nullptr);
    ASN1_STRING *packed = ASN1_item_pack(parameters, ASN1_ITEM_rptr(PBE2PARAM), nullptr);
    PBE2PARAM_free(parameters);
    X509_ALGOR_set0(const_cast<X509_ALGOR *>(algorithm), OBJ_nid2obj(NID_pbmac1), V_ASN1_SEQUENCE, packed);
    return derOf(file);
}

} // namespace

/// What people ask issuers for, and what issuers make of it.
class TestPki final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requests_data();
    void requests();
    void foreignRequests_data();
    void foreignRequests();
    void issuing();
    void issuersMayNot_data();
    void issuersMayNot();
    void renewing();
    void aGeneratorThatFailsEndsIt_data();
    void aGeneratorThatFailsEndsIt();
    void keysNeedAGenerator();
    void aKeyFileIsBounded_data();
    void aKeyFileIsBounded();
    void keyFilesOfOthersAreRead_data();
    void keyFilesOfOthersAreRead();

private:
    QByteArray openssl(const QStringList &arguments, const QByteArray &input = {}, int *status = nullptr);
    pki::PrivateKey newcomer() { return m_world.privateKey(QStringLiteral("stranger-leaf")); }
    Certificate leasing() { return m_world.root(QStringLiteral("leasing")); }

    CryptoRuntime m_crypto;
    TestWorld m_world;
};

QByteArray TestPki::openssl(const QStringList &arguments, const QByteArray &input, int *status)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("openssl"), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(20000))
        return {};
    if (status)
        *status = process.exitCode();
    return process.readAll();
}

void TestPki::requests_data()
{
    QTest::addColumn<pki::Subject>("who");
    QTest::addColumn<pki::LeafName>("name");
    QTest::addColumn<bool>("good");
    const auto s = [](const char *text) {
        return QString::fromLatin1(text);
    };
    QTest::newRow("a person") << subject << person << true;
    QTest::newRow("a pack") << pki::Subject{s("SDB-TEST-0001"), {}} << pki::LeafName{{}, {}, s("SDB-TEST-0001"), false}
                            << true;
    QTest::newRow("no name at all") << subject << pki::LeafName{} << false;
    QTest::newRow("a person without a role") << subject << pki::LeafName{s("a"), {}, {}, false} << false;
    QTest::newRow("a role without a person") << subject << pki::LeafName{{}, s("a"), {}, false} << false;
    QTest::newRow("person and pack") << subject << pki::LeafName{s("a"), s("b"), s("SDB-1"), false} << false;
    QTest::newRow("a second URN by a comma")
        << subject << pki::LeafName{s("a,URI:urn:packwarden:role:owner"), s("b"), {}, false} << false;
    QTest::newRow("a common name that turns the line")
        << pki::Subject{QStringLiteral("a\u202Eb"), {}} << person << false;
    QTest::newRow("no common name") << pki::Subject{} << person << false;
}

void TestPki::requests()
{
    QFETCH(pki::Subject, who);
    QFETCH(pki::LeafName, name);
    QFETCH(bool, good);
    const auto made = pki::makeSigningRequest(newcomer(), who, name);
    const auto read = made.ok() ? pki::readSigningRequest(*made) : Result<pki::SigningRequest>(made.error());
    QCOMPARE(read.ok(), good);
    if (!good)
        return;
    QCOMPARE(read->subject.commonName, who.commonName);
    QCOMPARE(read->subject.organisation, who.organisation);
    QVERIFY(read->name == name);
    QVERIFY(!read->isAuthority);
    // The armoured form is the same request, and a stranger's program finds the proof in it.
    QCOMPARE(pki::readSigningRequest(read->toPem())->der, *made);
    int status = -1;
    const QByteArray words
        = openssl({QStringLiteral("req"), QStringLiteral("-noout"), QStringLiteral("-verify"), QStringLiteral("-text")},
            read->toPem(), &status);
    QCOMPARE(status, 0);
    QVERIFY2(words.contains("verify OK") && words.contains("urn:packwarden:"), words.constData());
    // One bit anywhere, and neither takes it for a proof.
    for (qsizetype at = 8; at < made->size(); at += 37) {
        QByteArray changed = *made;
        changed[at] = char(changed.at(at) ^ 0x10);
        QVERIFY2(!pki::readSigningRequest(changed).ok(), qPrintable(QString::number(at)));
    }
    QVERIFY(!pki::readSigningRequest(*made + '\0').ok());
    QVERIFY(!pki::readSigningRequest(made->chopped(1)).ok());
}

void TestPki::foreignRequests_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("reason"); // empty: taken
    const QString san = QStringLiteral("subjectAltName=URI:urn:packwarden:person:a,URI:urn:packwarden:role:b");
    const auto row = [](const char *name, const QStringList &arguments, const char *reason) {
        QTest::newRow(name) << arguments << QString::fromLatin1(reason);
    };
    const auto rsa = [](int bits) {
        return QStringList{QStringLiteral("-newkey"), QStringLiteral("rsa:%1").arg(bits)};
    };
    const QStringList extension{QStringLiteral("-addext"), san};
    row("made by openssl", rsa(3072) + extension, "");
    row("a key that is too short", rsa(2048) + extension, "algorithm");
    row("signed with SHA-1", rsa(3072) + extension + QStringList{QStringLiteral("-sha1")}, "algorithm");
    row("an elliptic curve",
        QStringList{QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
            QStringLiteral("ec_paramgen_curve:P-256")}
            + extension,
        "algorithm");
    row("no name", rsa(3072), "malformed");
    row("two roles",
        rsa(3072) + QStringList{QStringLiteral("-addext"), san + QStringLiteral(",URI:urn:packwarden:role:c")},
        "malformed");
    row("a person who would be an authority",
        rsa(3072) + extension + QStringList{QStringLiteral("-addext"), QStringLiteral("basicConstraints=CA:TRUE")},
        "malformed");
}

void TestPki::foreignRequests()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, reason);
    QTemporaryDir folder;
    int status = -1;
    const QByteArray words = openssl(
        QStringList{QStringLiteral("req"), QStringLiteral("-new"), QStringLiteral("-nodes"), QStringLiteral("-keyout"),
            folder.filePath(QStringLiteral("key.pem")), QStringLiteral("-subj"), QStringLiteral("/O=x/CN=a"),
            QStringLiteral("-out"), folder.filePath(QStringLiteral("request.pem"))}
            + arguments,
        {}, &status);
    QVERIFY2(status == 0, words.constData());
    QFile file(folder.filePath(QStringLiteral("request.pem")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto read = pki::readSigningRequest(file.readAll());
    QCOMPARE(read.ok() ? QString() : QString(codeName(read.code())), reason);
}

void TestPki::issuing()
{
    const auto request = pki::readSigningRequest(*pki::makeSigningRequest(newcomer(), subject, person));
    const auto leaf = pki::issueFromRequest(leasing(), m_world.rootKey(QStringLiteral("leasing")), *request, year);
    QVERIFY(leaf.ok());
    QCOMPARE(leaf->person, person.person);
    QCOMPARE(leaf->role, person.role);
    QCOMPARE(leaf->commonName, subject.commonName);
    QCOMPARE(leaf->spkiSha256, request->spkiSha256);
    QVERIFY(!leaf->issuerGeneratedKey);
    const auto root
        = validateChain(*leaf, {}, m_world.pack().anchors(), ChainPurpose::Person, TestWorld::now + TestWorld::day, 0);
    QVERIFY2(root.ok(), root.ok() ? "" : qPrintable(root.error().detail));
    QCOMPARE(root->sha256, leasing().sha256);

    const auto wish
        = pki::readSigningRequest(*pki::makeAuthorityRequest(newcomer(), {QStringLiteral("Desk"), QString()}));
    QVERIFY(wish.ok() && wish->isAuthority && wish->name == pki::LeafName{});
    const auto authority = pki::issueFromRequest(leasing(), m_world.rootKey(QStringLiteral("leasing")), *wish, year);
    QVERIFY(authority.ok() && authority->isAuthority && isIssuedBy(*authority, leasing()));
    const auto below = pki::issueFromRequest(*authority, newcomer(), *request, year);
    QVERIFY(below.ok() && isIssuedBy(*below, *authority));
    QVERIFY(below->serialNumber != leaf->serialNumber);
}

void TestPki::issuersMayNot_data()
{
    QTest::addColumn<QString>("issuer");
    QTest::addColumn<QString>("issuerKey");
    QTest::addColumn<bool>("authority");
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("until");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const char *issuer, const char *key, bool authority, qint64 from,
                         qint64 until, const char *reason) {
        QTest::newRow(name) << QString::fromLatin1(issuer) << QString::fromLatin1(key) << authority << from << until
                            << QString::fromLatin1(reason);
    };
    constexpr qint64 day = TestWorld::day;
    constexpr qint64 now = TestWorld::now;
    row("a root", "root", "leasing-root", false, now, now + day, "");
    row("case 33: the right name with a different key", "root", "stranger", false, now, now + day, "key-unusable");
    row("case 35: a person as an issuer", "person", "leasing.asset-manager", false, now, now + day, "key-unusable");
    row("case 35: an authority under an authority", "authority", "courier-issuer", true, now, now + day,
        "key-unusable");
    row("beyond the issuer's own end", "root", "leasing-root", false, now, now + 4001 * day, "certificate-expired");
    row("before the issuer's beginning", "root", "leasing-root", false, now - 401 * day, now, "certificate-expired");
    row("ending before it begins", "root", "leasing-root", false, now, now - day, "certificate-expired");
}

void TestPki::issuersMayNot()
{
    QFETCH(QString, issuer);
    QFETCH(QString, issuerKey);
    QFETCH(bool, authority);
    QFETCH(qint64, from);
    QFETCH(qint64, until);
    QFETCH(QString, reason);
    const QMap<QString, Certificate> issuers{{QStringLiteral("root"), leasing()},
        {QStringLiteral("person"), m_world.key(QStringLiteral("leasing.asset-manager"))->leaf()},
        {QStringLiteral("authority"), m_world.key(QStringLiteral("courier.fleet-manager"))->chain().at(1)}};
    const auto der = authority ? pki::makeAuthorityRequest(newcomer(), subject)
                               : pki::makeSigningRequest(newcomer(), subject, person);
    const auto issued = pki::issueFromRequest(
        issuers.value(issuer), m_world.privateKey(issuerKey), *pki::readSigningRequest(*der), {from, until});
    QCOMPARE(issued.ok() ? QString() : QString(codeName(issued.code())), reason);
}

void TestPki::renewing()
{
    const Certificate former = m_world.key(QStringLiteral("leasing.asset-manager"))->leaf();
    const pki::PrivateKey root = m_world.rootKey(QStringLiteral("leasing"));
    const pki::Validity next{TestWorld::now + 300 * TestWorld::day, TestWorld::now + 700 * TestWorld::day};
    const auto renewed = pki::renewLeaf(leasing(), root, former, next);
    QVERIFY(renewed.ok());
    QCOMPARE(renewed->spkiSha256, former.spkiSha256);
    QCOMPARE(renewed->person, former.person);
    QCOMPARE(renewed->role, former.role);
    QCOMPARE(renewed->notAfter, next.until);
    QVERIFY(renewed->serialNumber != former.serialNumber);
    // Another party's people are not ours to renew, nor is an authority a leaf.
    const Certificate foreign = m_world.key(QStringLiteral("celldata.specialist"))->leaf();
    QCOMPARE(pki::renewLeaf(leasing(), root, foreign, next).code(), Code::UnknownIssuer);
    QCOMPARE(pki::renewLeaf(leasing(), root, leasing(), next).code(), Code::UnknownIssuer);
    // The mark of a key that its issuer made does not wash off.
    const auto marked
        = m_world.makeKey({QStringLiteral("leasing"), QStringLiteral("leasing.driver"), QStringLiteral("driver"),
            QStringLiteral("stranger-leaf"), TestWorld::now - TestWorld::day, TestWorld::now + TestWorld::day, true});
    QVERIFY(pki::renewLeaf(leasing(), root, marked->leaf(), next)->issuerGeneratedKey);
}

void TestPki::aGeneratorThatFailsEndsIt_data()
{
    QTest::addColumn<int>("goodCalls");
    QTest::newRow("case 46: at once") << 0;
    QTest::newRow("case 46: at the second call") << 1;
    QTest::newRow("case 46: at the fifth call") << 4;
}

/// No key, no serial number, no nonce: an error each time, and never a predictable value.
void TestPki::aGeneratorThatFailsEndsIt()
{
    QFETCH(int, goodCalls);
    const pki::PrivateKey root = m_world.rootKey(QStringLiteral("leasing"));
    const Certificate issuer = leasing();
    const auto request = pki::readSigningRequest(*pki::makeSigningRequest(newcomer(), subject, person));
    {
        const BrokenGenerator broken(goodCalls);
        for (int i = 0; i < goodCalls; ++i)
            QVERIFY(tryRandomBytes(16).ok());
        QCOMPARE(tryRandomBytes(16).code(), Code::KeyUnusable);
        QCOMPARE(pki::PrivateKey::generate().code(), Code::KeyUnusable);
        QCOMPARE(pki::issueFromRequest(issuer, root, *request, year).code(), Code::KeyUnusable);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("key.p12"));
        QCOMPARE(pki::writeKeyFile(path, root, {issuer}, QStringLiteral("secret")).code(), Code::KeyUnusable);
        QVERIFY(!QFile::exists(path));
    }
    {
        // A generator that dies half-way through a key leaves no key either.
        const BrokenGenerator broken(goodCalls);
        QCOMPARE(pki::PrivateKey::generate().code(), Code::KeyUnusable);
    }
    // The fault lifted, everything works again (I7).
    QVERIFY(tryRandomBytes(16).ok());
    QVERIFY(pki::issueFromRequest(issuer, root, *request, year).ok());
}

/// Each of these kept a thread busy for as long as its file asked for, and no thread can be ended.
void TestPki::aKeyFileIsBounded_data()
{
    QTest::addColumn<QByteArray>("der");
    QTest::addColumn<QString>("why"); // empty: it opens
    const pki::PrivateKey key = m_world.rootKey(QStringLiteral("leasing"));
    const QByteArray pbes2 = keyFileOf(key, leasing(), NID_aes_256_cbc);
    const QByteArray pbes1 = keyFileOf(key, leasing(), tripleDes);
    const auto nth = [](QByteArray der, int n, const QByteArray &from, const QByteArray &to) {
        qsizetype at = -1;
        while (n-- > 0)
            at = der.indexOf(from, at + 1);
        PKCS12 *file = at < 0 ? nullptr : fileOf(der.replace(at, from.size(), to));
        // Whoever makes such a file makes its integrity check as well.
        if (!file || PKCS12_set_mac(file, "secret", -1, nullptr, 0, 1000, EVP_sha256()) != 1)
            return QByteArray();
        return derOf(file);
    };
    const auto note = [](pki::FileNote::What what, const char *argument) {
        return pki::FileNote{what, QLatin1String(argument)}.text();
    };
    const auto tooMany = [&](const char *iterations) {
        return note(pki::FileNote::What::TooManyIterations, iterations);
    };
    const QString most = tooMany("8388607");
    const QString damaged = note(pki::FileNote::What::Damaged, "PKCS#12");
    const auto derivation = [&](const char *name) {
        return note(pki::FileNote::What::KeyDerivation, name);
    };
    QTest::newRow("PBES2") << pbes2 << QString();
    QTest::newRow("PBES2, certificates") << nth(pbes2, 1, few, many) << most;
    QTest::newRow("PBES2, key") << nth(pbes2, 2, few, many) << most;
    QTest::newRow("PBES2, a negative number") << nth(pbes2, 2, few, QByteArray::fromHex("0203800000")) << damaged;
    QTest::newRow("PBES2, no number") << nth(pbes2, 2, few, QByteArray::fromHex("0403010000")) << derivation("PBKDF2");
    QTest::newRow("PBES2, another derivation")
        << nth(pbes2, 2, QByteArray::fromHex("2A864886F70D01050C"), QByteArray::fromHex("2A864886F70D01050D"))
        << derivation("PBES2");
    QTest::newRow("PBES1") << pbes1 << QString();
    QTest::newRow("PBES1, certificates") << nth(pbes1, 1, few, many) << most;
    QTest::newRow("PBES1, key") << nth(pbes1, 2, few, many) << most;
    QTest::newRow("integrity") << withMac(pbes2, INT_MAX, false) << tooMany("2147483647");
    QTest::newRow("integrity, larger than any number")
        << withMac(pbes2, INT64_MAX, false) << tooMany("9223372036854775807");
    QTest::newRow("integrity, none") << withMac(pbes2, 0, false) << damaged;
    QTest::newRow("PBMAC1") << withMac(pbes2, INT_MAX, true) << tooMany("2147483647");
    QTest::newRow("a key within an encrypted part") << hiddenKeyFileOf(key, few) << QString();
    QTest::newRow("the same with many iterations") << hiddenKeyFileOf(key, many) << most;
    QTest::newRow("each of them good, all of them not")
        << keyFileOf(key, leasing(), tripleDes, 1'700'000) << tooMany("1700000");
}

void TestPki::aKeyFileIsBounded()
{
    QFETCH(QByteArray, der);
    QFETCH(QString, why);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("key.p12"));
    QFile file(path);
    QVERIFY(!der.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(der) == der.size());
    file.close();
    const auto key = pki::readKeyFile(path, QStringLiteral("secret"));
    QCOMPARE(key.ok(), why.isEmpty());
    if (!key.ok()) {
        QCOMPARE(key.code(), Code::KeyUnusable);
        QCOMPARE(key.error().detail, path + QStringLiteral(": ") + why);
    }
}

void TestPki::keyFilesOfOthersAreRead_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<Code>("code"); // Internal: it opens
    const auto row = [](const char *options, Code code = Code::Internal) {
        QTest::newRow(options) << QString::fromLatin1(options).split(u' ', Qt::SkipEmptyParts) << code;
    };
    row("");
    row("-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1");
    row("-keypbe AES-128-CBC -certpbe AES-256-CBC -macalg sha512 -iter 10000");
    row("-keypbe NONE -certpbe NONE");
    row("-noiter -nomaciter");
    row("-nomac", Code::KeyUnusable);
}

/// Leaf first, then its issuers.
void TestPki::keyFilesOfOthersAreRead()
{
    QFETCH(QStringList, options);
    QFETCH(Code, code);
    QTemporaryDir folder;
    const auto write = [&](const char *name, const QByteArray &bytes) {
        QFile file(folder.filePath(QLatin1String(name)));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    const auto key = m_world.key(QStringLiteral("courier.fleet-manager"));
    const QList<Certificate> chain = key->chain();
    QCOMPARE(chain.size(), 2);
    QVERIFY(write("key.pem", m_world.privateKey(QStringLiteral("courier.fleet-manager")).toPem()));
    // In another order than that of the chain.
    QVERIFY(write("all.pem", chain.constLast().toPem() + chain.constFirst().toPem()));
    int status = -1;
    const QByteArray said = openssl(
        QStringList{QStringLiteral("pkcs12"), QStringLiteral("-export"), QStringLiteral("-inkey"),
            folder.filePath(QStringLiteral("key.pem")), QStringLiteral("-in"),
            folder.filePath(QStringLiteral("all.pem")), QStringLiteral("-out"),
            folder.filePath(QStringLiteral("key.p12")), QStringLiteral("-passout"), QStringLiteral("pass:secret")}
            + options,
        {}, &status);
    QVERIFY2(status == 0, said.constData());
    QList<Certificate> read;
    const QString path = folder.filePath(QStringLiteral("key.p12"));
    const auto opened = pki::readKeyFile(path, QStringLiteral("secret"), &read);
    if (code != Code::Internal) {
        QCOMPARE(opened.code(), code);
        return;
    }
    QVERIFY2(opened.ok(), opened.ok() ? "" : qPrintable(opened.error().detail));
    QCOMPARE(read, chain);
    QCOMPARE(pki::readKeyFile(path, QStringLiteral("Secret")).code(), Code::WrongPassphrase);
}

void TestPki::keysNeedAGenerator()
{
    // Where nobody can handle the error, the process ends rather than go on with a predictable value.
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--without-randomness")});
    QVERIFY(child.waitForFinished(20000));
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);
    QVERIFY(!child.readAllStandardOutput().contains("bytes"));
    QVERIFY(child.readAllStandardError().contains("random generator"));
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().contains(QStringLiteral("--without-randomness"))) {
        const BrokenGenerator broken(0);
        QTextStream(stdout) << "bytes " << randomBytes(16).toHex() << Qt::endl;
        return 0;
    }
    TestPki test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_pki.moc"
