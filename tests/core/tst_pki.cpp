// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csr.h"
#include "ids.h"
#include "testworld.h"

#define OPENSSL_SUPPRESS_DEPRECATED
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
