// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/clock.h"
#include "models/core/base/wholefile.h"
#include "models/core/cbor/cbor.h"
#include "models/core/documents/documentfile.h"
#include "models/core/pki/openkey.h"
#include "models/core/pki/token.h"
#include "models/trust/trustbook.h"
#include "models/trust/trustfiles.h"
#include "tests/models/support/modelworld.h"
#include "tests/support/softtoken.h"
#include "tests/system/keys/keydesk.h"

#include <QtTest>

using namespace packwarden;
using test::KeyDesk;
using test::Said;
using test::SoftToken;
using test::TestWorld;

namespace {

const QString secret = QStringLiteral("a passphrase of the desk");

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

QStringList words(const char *text)
{
    return s(text).split(u' ');
}

} // namespace

/// Two parties make their keys, one in files and one on tokens, certify their people, take back what they gave, and say
/// so in lists; every step by packwardenctl alone, each judged by openssl. The steps build on each other, in this
/// order.
class TestKeys final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void rootsAreMade();
    void aKeyIsNeverOverwritten();
    void badSecretsAreRefused();
    void somebodyAsksAndIsCertified();
    void whatIsNotAProofIsRefused();
    void withoutACharterNothingIsIssued();
    void onlyIssuableRolesAreIssued();
    void anAuthorityIssuesToo();
    void aTokenIsCertifiedAndSigns();
    void aTokenIssues();
    void aPinInAUriLeavesNoTrace_data();
    void aPinInAUriLeavesNoTrace();
    void whatComesFromOutsideForgesNoLine_data();
    void whatComesFromOutsideForgesNoLine();
    void aTokenSaysNoCleanly();
    void listsGoOnFromTheOneKnown();
    void renewalInBulkIsAllOrNothing();
    void compromiseRevokesWhatDerives();
    void aCompromisedAuthorityTakesItsPeopleAlong();
    void reachIsToldFromMemory();
    void everythingIsListed();

private:
    Said ctl(const char *store, const QStringList &arguments, const QString &with = secret)
    {
        return m_desk.ctl(s(store), arguments, with);
    }
    QString token(const char *label) const { return m_token.uri(s(label), QStringLiteral("01")); }
    QString pin() const { return QLatin1String(SoftToken::pin); }
    Certificate certificate(const char *file) const
    {
        const auto read = Certificate::fromPem(m_desk.read(s(file)));
        return read.ok() ? *read : Certificate{};
    }
    /// Pins a charter in which these two roots stand for owner and cell data company.
    void pinRules(const char *store);
    Workspace &open(const char *store);
    void person(const char *id, const char *role, const char *issuer);
    bool verifies(const char *leaf, const char *root, const QString &list = {}) const;

    CryptoRuntime m_crypto;
    SystemClock m_clock;
    KeyDesk m_desk;
    SoftToken m_token;
    std::unique_ptr<TestWorld> m_world;
    std::unique_ptr<Workspace> m_workspace;
    PackState m_pack;
};

// The argument may be a call: it is made once.
#define DONE(call)                                                                                                     \
    do {                                                                                                               \
        const Said made = call;                                                                                        \
        QVERIFY2(made.exitCode == 0, (made.all + made.errors).constData());                                            \
    } while (false)
#define REFUSED(said, why)                                                                                             \
    do {                                                                                                               \
        QCOMPARE((said).reason(), QStringLiteral(why));                                                                \
        QCOMPARE((said).exitCode, 1);                                                                                  \
    } while (false)

void TestKeys::initTestCase()
{
    QVERIFY2(m_token.isThere(), "SoftHSM2 is needed");
    for (const char *label : {"celldata-root", "specialist"})
        QVERIFY(!m_token.add(s(label), QStringLiteral("01")).isEmpty());
    m_world = std::make_unique<TestWorld>();
}

void TestKeys::rootsAreMade()
{
    const Said file = ctl("safe",
        words("keys new --root --organisation Leasing -o leasing-root.p12 --certificate leasing-root.pem --name")
            << s("Leasing root"));
    DONE(file);
    QCOMPARE(file.records, 1);
    const Said onToken = ctl("safe",
        words("keys new --root --organisation CellData --certificate celldata-root.pem --name")
            << s("Cell data root") << s("--token") << token("celldata-root"),
        pin());
    DONE(onToken);
    QCOMPARE(onToken.records, 1);
    for (const char *root : {"leasing-root.pem", "celldata-root.pem"}) {
        QVERIFY(verifies(root, root));
        QVERIFY(certificate(root).isAuthority);
    }
    // The file is protected as formats.md promises, by openssl's own account.
    QByteArray said;
    QCOMPARE(m_desk.openssl(QStringList{s("pkcs12"), s("-in"), s("leasing-root.p12"), s("-info"), s("-noout"),
                                s("-passin"), s("pass:") + secret},
                 &said),
        0);
    QVERIFY2(said.contains("AES-256-CBC") && said.contains("Iteration 600000") && said.contains("MAC: sha256"), said);
    QCOMPARE(QFile::permissions(m_desk.path(s("leasing-root.p12"))) & (QFile::ReadGroup | QFile::ReadOther),
        QFile::Permissions());
    for (const char *store : {"leasing", "celldata"})
        pinRules(store);
}

void TestKeys::aKeyIsNeverOverwritten()
{
    const QByteArray before = m_desk.read(s("leasing-root.p12"));
    const Said again = ctl("safe", words("keys new --root --name x -o leasing-root.p12"));
    REFUSED(again, "file-unwritable");
    QCOMPARE(again.records, 1);
    QCOMPARE(m_desk.read(s("leasing-root.p12")), before);
}

void TestKeys::badSecretsAreRefused()
{
    const Said empty = ctl("safe", words("keys new -o empty.p12"), QString());
    REFUSED(empty, "wrong-passphrase");
    QVERIFY(!QFile::exists(m_desk.path(s("empty.p12"))));
    const Said wrong = ctl("safe", words("keys crl --unpinned --key leasing-root.p12 -o x.crl"), s("wrong"));
    REFUSED(wrong, "wrong-passphrase");
    QCOMPARE(wrong.records, 1);
    QVERIFY(!wrong.all.contains("wrong\""));
    // Case 44: others may read the file; it is used, and said.
    const QString path = m_desk.path(s("leasing-root.p12"));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    const Said exposed = ctl("safe", words("keys list --key leasing-root.p12"));
    DONE(exposed);
    QVERIFY2(exposed.errors.contains("can be read by others"), exposed.errors);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    QVERIFY(!ctl("safe", words("keys list --key leasing-root.p12")).errors.contains("others"));
}

/// Makes a key, asks, is certified under the pinned charter, and installs: <id>.p12, <id>.csr, <id>.pem.
void TestKeys::person(const char *id, const char *role, const char *issuer)
{
    const QString file = s(id);
    DONE(ctl("own", words("keys new -o") << file + s(".p12")));
    DONE(ctl("own",
        words("keys request --organisation Leasing --key")
            << file + s(".p12") << s("--person") << file << s("--role") << s(role) << s("--name")
            << s("Holder of ") + file << s("-o") << file + s(".csr")));
    const Said issued = ctl(
        "leasing", words("keys issue") << file + s(".csr") << s("-o") << file + s(".pem") << s("--key") << s(issuer));
    DONE(issued);
    QCOMPARE(issued.records, 1);
    DONE(ctl("own", words("keys install") << file + s(".pem") << s("--key") << file + s(".p12")));
}

void TestKeys::somebodyAsksAndIsCertified()
{
    person("leasing.one", "asset-manager", "leasing-root.p12");
    QVERIFY(verifies("leasing.one.pem", "leasing-root.pem"));
    QByteArray said;
    QCOMPARE(m_desk.openssl(words("req -in leasing.one.csr -noout -verify -text"), &said), 0);
    QVERIFY2(said.contains("urn:packwarden:role:asset-manager"), said);
    QCOMPARE(certificate("leasing.one.pem").role, s("asset-manager"));
    // The key speaks for him now, and openssl finds both in the file.
    const auto key = openKey(m_desk.path(s("leasing.one.p12")), secret);
    QVERIFY2(key.ok(), key.ok() ? "" : qPrintable(key.error().detail));
    QCOMPARE((*key)->leaf(), certificate("leasing.one.pem"));
    // Another's certificate is not installed.
    DONE(ctl("own", words("keys new -o other.p12")));
    const Said foreign = ctl("own", words("keys install leasing.one.pem --key other.p12"));
    REFUSED(foreign, "key-unusable");
    QCOMPARE(foreign.records, 1);
    QCOMPARE(openKey(m_desk.path(s("other.p12")), secret).code(), Code::KeyUnusable);
}

void TestKeys::whatIsNotAProofIsRefused()
{
    QByteArray der = QByteArray::fromBase64(m_desk.read(s("leasing.one.csr"))
                                                .replace("-----BEGIN CERTIFICATE REQUEST-----", "")
                                                .replace("-----END CERTIFICATE REQUEST-----", ""));
    der[der.size() - 3] = char(der.at(der.size() - 3) ^ 1);
    QVERIFY(m_desk.write(s("forged.csr"), der));
    const Said forged = ctl("leasing", words("keys issue forged.csr -o forged.pem --key leasing-root.p12"));
    REFUSED(forged, "signature-invalid");
    QCOMPARE(forged.records, 1);
    const Said nothing = ctl("leasing", words("keys issue none.csr -o forged.pem --key leasing-root.p12"));
    REFUSED(nothing, "file-unreadable");
    QCOMPARE(nothing.records, 1);
    QVERIFY(!QFile::exists(m_desk.path(s("forged.pem"))));
    QCOMPARE(ctl("leasing", words("keys issue -o forged.pem --key leasing-root.p12")).exitCode, 2);
}

void TestKeys::withoutACharterNothingIsIssued()
{
    const QStringList issue = words("keys issue leasing.one.csr -o unpinned.pem --key leasing-root.p12");
    const Said refused = ctl("safe", issue);
    REFUSED(refused, "unknown-issuer");
    QCOMPARE(refused.records, 1);
    QVERIFY(!QFile::exists(m_desk.path(s("unpinned.pem"))));
    // For a first charter, somebody has to say so.
    DONE(ctl("safe", issue + words("--unpinned")));
    QVERIFY(verifies("unpinned.pem", "leasing-root.pem"));
    // An offline root takes the rules from a file.
    DocumentFile file;
    file.document = *CoseSign::decode(open("leasing").trust().pinned().charterDocument);
    QVERIFY(m_desk.write(s("rules.pwchr"), file.encode()));
    DONE(ctl("safe", words("keys issue leasing.one.csr -o by-file.pem --key leasing-root.p12 --charter rules.pwchr")));
    DONE(ctl("own", words("keys request --key other.p12 --person a --role specialist --name A -o specialist.csr")));
    const Said byFile
        = ctl("safe", words("keys issue specialist.csr -o no.pem --key leasing-root.p12 --charter rules.pwchr"));
    REFUSED(byFile, "role-not-issuable");
}

void TestKeys::onlyIssuableRolesAreIssued()
{
    const Said refused = ctl("leasing", words("keys issue specialist.csr -o no.pem --key leasing-root.p12"));
    REFUSED(refused, "role-not-issuable");
    QCOMPARE(refused.records, 1);
    QVERIFY(!QFile::exists(m_desk.path(s("no.pem"))));
    // A person's key issues nothing.
    const Said byPerson = ctl("leasing", words("keys issue leasing.one.csr -o no.pem --key leasing.one.p12"));
    REFUSED(byPerson, "key-unusable");
    // Nothing outlives its issuer.
    const Said tooLong
        = ctl("leasing", words("keys issue leasing.one.csr -o no.pem --key leasing-root.p12 --days 6000"));
    REFUSED(tooLong, "certificate-expired");
    QCOMPARE(tooLong.records, 1);
    QVERIFY(!QFile::exists(m_desk.path(s("no.pem"))));
}

void TestKeys::anAuthorityIssuesToo()
{
    DONE(ctl("own", words("keys new -o desk.p12")));
    DONE(ctl("own", words("keys request --authority --key desk.p12 --organisation Leasing --name Desk -o desk.csr")));
    DONE(ctl("leasing", words("keys issue desk.csr -o desk.pem --key leasing-root.p12")));
    DONE(ctl("own", words("keys install desk.pem --key desk.p12")));
    person("leasing.two", "asset-manager", "desk.p12");
    QCOMPARE(
        m_desk.openssl(words("verify -x509_strict -CAfile leasing-root.pem -untrusted desk.pem leasing.two.pem")), 0);
    // The chain travels with the certificate.
    QCOMPARE((*openKey(m_desk.path(s("leasing.two.p12")), secret))->chain().size(), 2);
    // No authority below an authority.
    const Said deeper = ctl("leasing", words("keys issue desk.csr -o deeper.pem --key desk.p12"));
    REFUSED(deeper, "key-unusable");
}

void TestKeys::aTokenIsCertifiedAndSigns()
{
    const QStringList onToken{s("--token"), token("specialist")};
    DONE(ctl("own",
        words("keys request --person celldata.one --role specialist --name S --organisation CellData -o token.csr")
            + onToken,
        pin()));
    QCOMPARE(m_desk.openssl(words("req -in token.csr -noout -verify")), 0);
    DONE(ctl("celldata", words("keys issue token.csr -o token.pem --token") << token("celldata-root"), pin()));
    QVERIFY(verifies("token.pem", "celldata-root.pem"));
    DONE(ctl("own", words("keys install token.pem") + onToken, pin()));

    // A document, signed by a file's key as the author and by the token's as an approver.
    ChangeRequest request = m_world->request(m_pack, s("soc.max"), 95000);
    request.head.created = m_clock.now() - 60;
    request.head.expires = m_clock.now() + 7 * TestWorld::day;
    request.head.author = certificate("leasing.one.pem").sha256;
    DocumentFile file;
    file.document = {QByteArray(contenttype::request), request.encode(), {}};
    QVERIFY(m_desk.write(s("change.pwreq"), file.encode()));
    DONE(ctl("leasing", words("request sign change.pwreq --meaning author --key leasing.one.p12")));
    // This store was never told in which layer the value is, so the technical seat finds its own, as in layer 4.
    QCOMPARE(ctl("celldata", words("request sign change.pwreq") + onToken, pin()).exitCode, 1);
    DONE(ctl("celldata", words("request sign change.pwreq --own-value soc.max=95") + onToken, pin()));
    const auto signedFile = DocumentFile::decode(m_desk.read(s("change.pwreq")));
    QVERIFY(signedFile.ok());
    QCOMPARE(signedFile->document.signatures.size(), 2);
    int byToken = 0;
    for (const CoseSignature &signature : signedFile->document.signatures) {
        QVERIFY(signedFile->document.verifies(signature));
        byToken += signature.chain.constFirst() == certificate("token.pem").der ? 1 : 0;
    }
    QCOMPARE(byToken, 1);
    QVERIFY(QFile::copy(m_desk.path(s("change.pwreq")), open("leasing").requestsFolder() + s("/change.pwreq")));
}

void TestKeys::aTokenIssues()
{
    const QStringList root{s("--token"), token("celldata-root")};
    const Said list = ctl("celldata", words("keys crl --number 1 -o celldata.crl") + root, pin());
    DONE(list);
    QCOMPARE(list.records, 1);
    QVERIFY(verifies("token.pem", "celldata-root.pem", s("celldata.crl")));
    const Said revoked = ctl("celldata", words("keys revoke token.pem -o celldata-2.crl") + root, pin());
    DONE(revoked);
    QCOMPARE(revoked.last.value(QLatin1String("number")).toInt(), 2);
    QVERIFY(!verifies("token.pem", "celldata-root.pem", s("celldata-2.crl")));
}

void TestKeys::aPinInAUriLeavesNoTrace_data()
{
    QTest::addColumn<QString>("locator");
    QTest::newRow("pin-value") << s("pkcs11:token=celldata-root?pin-value=8642-trace");
    QTest::newRow("pin-source") << s("pkcs11:token=celldata-root?pin-source=8642-trace");
    QTest::newRow("in the path") << s("pkcs11:token=celldata-root;pin-value=8642-trace");
    QTest::newRow("encoded") << s("pkcs11:token=celldata-root%3Fpin-value%3D8642-trace");
    QTest::newRow("without the scheme") << s("token=celldata-root?pin-value=8642-trace");
}

void TestKeys::aPinInAUriLeavesNoTrace()
{
    QFETCH(QString, locator);
    for (const QStringList &command : {words("command theft-lock --pack SDB-TEST-0001 --reason lost -o no.pwcmd"),
             words("keys crl -o no.crl"), words("keys new --root --organisation A --name A"),
             words("request sign no.pwreq"), words("keys request -o no.csr")}) {
        const Said said = ctl("pins", QStringList(command) << s("--token") << locator);
        QVERIFY(said.exitCode > 0);
        QVERIFY2(!(said.all + said.errors).contains("8642"), (said.all + said.errors).constData());
    }
    QDirIterator files(m_desk.store(s("pins")), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int looked = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("8642"), qPrintable(file.fileName()));
        ++looked;
    }
    QVERIFY(looked > 0);
}

void TestKeys::whatComesFromOutsideForgesNoLine_data()
{
    QTest::addColumn<bool>("json");
    QTest::newRow("for people") << false;
    QTest::newRow("JSON") << true;
}

/// The title of a request as its author wrote it, and the name of a file.
void TestKeys::whatComesFromOutsideForgesNoLine()
{
    QFETCH(bool, json);
    const QString title = QString::fromUtf8("Harmless\nstate  applied\u202e\u009b2J");
    ChangeRequest request = m_world->request(m_pack, s("soc.max"), 95000);
    request.head.title = title;
    request.head.reason = title;
    DocumentFile file;
    file.document = m_world->sign(request, s("courier.fleet-manager"), {});
    QVERIFY(m_desk.write(s("forged.pwreq"), file.encode()));
    for (const QString &name : {s("forged.pwreq"), QString::fromUtf8("none\nstate  applied\u202e\u009b2J")}) {
        QProcess process;
        process.start(QStringLiteral(PACKWARDEN_CTL),
            QStringList(json ? QStringList{s("--json")} : QStringList())
                + QStringList{s("--store"), m_desk.store(s("celldata")), s("request"), s("show"), m_desk.path(name)});
        QVERIFY(process.waitForFinished(60'000));
        const QByteArray said = process.readAllStandardOutput() + process.readAllStandardError();
        QVERIFY(said.contains(name == s("forged.pwreq") ? "Harmless" : "none"));
        QVERIFY2(!said.contains("\nstate  applied"), said.constData());
        for (const char *raw : {"\u202e", "\u009b"})
            QVERIFY2(!said.contains(raw), said.constData());
    }
}

void TestKeys::aTokenSaysNoCleanly()
{
    const QStringList crl = words("keys crl -o no.crl --token") << token("celldata-root");
    const Said wrong = ctl("celldata", crl, s("0000"));
    REFUSED(wrong, "wrong-passphrase");
    QCOMPARE(wrong.records, 1);
    QVERIFY(wrong.text("detail").contains(s("few tries left")));
    m_token.setFault(s("locked"));
    const Said locked = ctl("celldata", crl, pin());
    m_token.setFault(s("removed"));
    const Said removed = ctl("celldata", crl, pin());
    m_token.setFault(s("device-error"));
    const Said failing = ctl("celldata", crl, pin());
    m_token.setFault(s("wrong-bytes"));
    const Said lying = ctl("celldata", crl, pin());
    m_token.setFault({});
    for (const Said &said : {locked, removed, failing, lying}) {
        REFUSED(said, "key-unusable");
        QCOMPARE(said.records, 1);
    }
    QVERIFY(locked.text("detail").contains(s("PIN locked")));
    QVERIFY(!QFile::exists(m_desk.path(s("no.crl"))));
    const Said onTheLine = ctl("celldata", words("keys crl -o no.crl --token pkcs11:token=a?pin-value=4711"), pin());
    REFUSED(onTheLine, "malformed");
    QVERIFY(!onTheLine.text("detail").contains(s("4711")));
    QCOMPARE(ctl("celldata", crl + words("--key leasing-root.p12"), pin()).exitCode, 2);
    DONE(ctl("celldata", words("keys crl -o celldata-3.crl --token") << token("celldata-root"), pin()));
}

void TestKeys::listsGoOnFromTheOneKnown()
{
    const QString key = s("--key leasing-root.p12");
    const Said first = ctl("leasing", words("keys crl --key leasing-root.p12 -o leasing.crl"));
    REFUSED(first, "version-rollback");
    QCOMPARE(first.records, 1);
    QVERIFY(!QFile::exists(m_desk.path(s("leasing.crl"))));
    DONE(ctl("leasing", words("keys crl --key leasing-root.p12 -o leasing.crl --number 40")));
    const Said next = ctl("leasing", words("keys crl --key leasing-root.p12 -o leasing.crl"));
    DONE(next);
    QCOMPARE(next.last.value(QLatin1String("number")).toInt(), 41);
    QByteArray said;
    m_desk.openssl(words("crl -inform DER -in leasing.crl -noout -text -verify -CAfile leasing-root.pem"), &said);
    QVERIFY2(said.contains("verify OK") && said.contains("41"), said);
    // A desk that never saw it goes on from the file, and keeps what was revoked.
    DONE(ctl("leasing", words("keys revoke unpinned.pem --key leasing-root.p12 -o leasing.crl")));
    const Said blind = ctl("safe", words("keys crl --unpinned --key leasing-root.p12 -o blind.crl"));
    REFUSED(blind, "version-rollback");
    const Said byFile
        = ctl("safe", words("keys crl --unpinned --key leasing-root.p12 -o by-file.crl --previous leasing.crl"));
    DONE(byFile);
    QCOMPARE(byFile.last.value(QLatin1String("number")).toInt(), 43);
    QCOMPARE(byFile.last.value(QLatin1String("revoked")).toInt(), 1);
    const Said foreign
        = ctl("safe", words("keys crl --unpinned --key leasing-root.p12 -o no.crl --previous celldata.crl"));
    REFUSED(foreign, "unknown-issuer");
    // Only the issuer takes back, and only an issuer makes lists.
    const Said notMine = ctl("leasing", words("keys revoke token.pem --key leasing-root.p12 -o no.crl"));
    REFUSED(notMine, "unknown-issuer");
    QCOMPARE(notMine.records, 1);
    const Said byPerson = ctl("leasing", words("keys crl --key leasing.one.p12 -o no.crl"));
    REFUSED(byPerson, "key-unusable");
    QVERIFY(!QFile::exists(m_desk.path(s("no.crl"))));
}

void TestKeys::renewalInBulkIsAllOrNothing()
{
    person("leasing.three", "asset-manager", "leasing-root.p12");
    QDir().mkdir(m_desk.path(s("renewed")));
    const Said renewed = ctl(
        "leasing", words("keys renew leasing.one.pem leasing.three.pem -o renewed --key leasing-root.p12 --days 500"));
    DONE(renewed);
    QCOMPARE(renewed.records, 2);
    QCOMPARE(renewed.list("issued").size(), 2);
    for (const QJsonValue &issued : renewed.list("issued")) {
        const QString file = issued[QLatin1String("file")].toString();
        QVERIFY(verifies(qPrintable(file), "leasing-root.pem"));
    }
    const auto again = Certificate::fromPem(m_desk.read(
        s("renewed/") + QFileInfo(renewed.list("issued").at(0)[QLatin1String("file")].toString()).fileName()));
    QCOMPARE(again->spkiSha256, certificate("leasing.one.pem").spkiSha256);
    QVERIFY(again->notAfter > certificate("leasing.one.pem").notAfter);
    // A revoked one among them, or another issuer's: none is renewed.
    QDir().mkdir(m_desk.path(s("none")));
    for (const auto &[file, why] : {std::pair("unpinned.pem", "certificate-revoked"), std::pair("token.pem", "")}) {
        const Said refused
            = ctl("leasing", words("keys renew leasing.one.pem -o none --key leasing-root.p12") << s(file));
        QCOMPARE(refused.exitCode, 1);
        QVERIFY(qstrlen(why) == 0 || refused.reason() == s(why));
        QCOMPARE(refused.records, 1);
        QVERIFY(QDir(m_desk.path(s("none"))).isEmpty());
    }
}

void TestKeys::compromiseRevokesWhatDerives()
{
    const Said fallen = ctl("leasing", words("keys compromised leasing.one --key leasing-root.p12 -o compromised.crl"));
    DONE(fallen);
    QCOMPARE(fallen.records, 1);
    // His certificate, the renewed one, and the one made without rules elsewhere is not known here.
    QCOMPARE(fallen.list("certificates").size(), 2);
    QCOMPARE(fallen.list("pending").size(), 1);
    QVERIFY(fallen.list("pending").at(0)[QLatin1String("file")].toString().endsWith(s("change.pwreq")));
    QVERIFY(!verifies("leasing.one.pem", "leasing-root.pem", s("compromised.crl")));
    QVERIFY(verifies("leasing.three.pem", "leasing-root.pem", s("compromised.crl")));
    const Said nobody = ctl("leasing", words("keys compromised nobody --key leasing-root.p12 -o no.crl"));
    REFUSED(nobody, "unknown-issuer");
    QCOMPARE(nobody.records, 1);
    const Said foreign = ctl("leasing", words("keys compromised token.pem --key leasing-root.p12 -o no.crl"));
    REFUSED(foreign, "unknown-issuer");
    QVERIFY(!QFile::exists(m_desk.path(s("no.crl"))));
}

void TestKeys::aCompromisedAuthorityTakesItsPeopleAlong()
{
    const Said fallen = ctl("leasing", words("keys compromised desk.pem --key leasing-root.p12 -o desk-gone.crl"));
    DONE(fallen);
    QCOMPARE(fallen.list("certificates").at(0)[QLatin1String("name")].toString(), s("Desk"));
    QCOMPARE(fallen.list("voided").size(), 1);
    QCOMPARE(fallen.list("voided").at(0)[QLatin1String("person")].toString(), s("leasing.two"));
    // What it issued is issued no more.
    const Said after = ctl("leasing", words("keys issue leasing.two.csr -o no.pem --key desk.p12"));
    REFUSED(after, "certificate-revoked");
}

void TestKeys::reachIsToldFromMemory()
{
    // One pack has the newest list, one an older, one none.
    TrustBook &trust = open("leasing").trust();
    const auto list = [&](const char *file) {
        return encodeCrlEntry({*Crl::fromDer(m_desk.read(s(file))), {}});
    };
    const QList<QList<QByteArray>> held{{list("desk-gone.crl")}, {list("leasing.crl")}, {}};
    for (int i = 0; i < held.size(); ++i) {
        PackState pack = m_pack;
        pack.serial = PackSerial::fromTrusted(QStringLiteral("SDB-TEST-000%1").arg(i + 1));
        PackRules rules = test::rulesOf(*m_world, pack);
        rules.crls = held.at(i);
        QVERIFY(trust.learn(test::factsOf(pack)).ok());
        QVERIFY(trust.learn(rules).ok());
    }
    m_workspace.reset();
    const Said said = ctl("leasing", words("keys reach leasing.one.pem"));
    DONE(said);
    QCOMPARE(said.records, 0);
    QCOMPARE(said.last.value(QLatin1String("know")).toInt(), 1);
    QCOMPARE(said.last.value(QLatin1String("of")).toInt(), 3);
    QCOMPARE(said.last.value(QLatin1String("opens")).toInt(), 1);
    const Said plain = ctl("leasing", words("keys reach leasing.three.pem"));
    QCOMPARE(plain.last.value(QLatin1String("know")).toInt(), 0);
    QCOMPARE(plain.last.value(QLatin1String("opens")).toInt(), 2);
}

void TestKeys::everythingIsListed()
{
    const Said said = ctl("leasing", words("keys list"));
    DONE(said);
    QMap<QString, QStringList> states;
    for (const QJsonValue &known : said.list("certificates"))
        states[known[QLatin1String("person")].toString()].append(known[QLatin1String("state")].toString());
    QCOMPARE(states.value(s("leasing.one")), (QStringList{s("certificate-revoked"), s("certificate-revoked")}));
    QVERIFY(states.value(s("leasing.three")).contains(s("valid")));
    QVERIFY(said.list("lists").size() >= 1);
}

void TestKeys::pinRules(const char *store)
{
    m_pack = m_world->pack();
    for (auto &[position, root] : std::map<QString, Certificate>{
             {s("owner"), certificate("leasing-root.pem")}, {s("cell-data"), certificate("celldata-root.pem")}})
        m_pack.charter.positions[PositionId::fromTrusted(position)].rootDer = root.der;
    // The rest of the world has a fixed time, here it is now.
    for (Position &position : m_pack.charter.positions)
        position.from = 0;
    m_pack.policy.charterSha256 = m_pack.charter.bodySha256();
    m_pack.crls.clear();
    // Nobody of this test holds the keys that would sign such a charter: it is put where a pinned one lies.
    const PackRules rules = test::rulesOf(*m_world, m_pack);
    const auto pinned = PinnedRules::fromDocuments(rules.charterDocument, rules.policyDocument);
    QVERIFY(pinned.ok());
    const QString folder = open(store).folder() + s("/trust");
    m_workspace.reset();
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(wholefile::write(folder + s("/pinned.cbor"), trustfiles::encode(*pinned)).ok());
}

Workspace &TestKeys::open(const char *store)
{
    m_workspace.reset();
    auto opened = Workspace::open(m_desk.store(s(store)), m_clock);
    if (!opened.ok())
        qFatal("no store: %s", qPrintable(opened.error().detail));
    m_workspace = std::move(opened).value();
    return *m_workspace;
}

/// By openssl alone. list: DER.
bool TestKeys::verifies(const char *leaf, const char *root, const QString &list) const
{
    QStringList arguments = words("verify -x509_strict -CAfile") << s(root);
    if (!list.isEmpty()) {
        if (m_desk.openssl({s("crl"), s("-inform"), s("DER"), s("-in"), list, s("-out"), list + s(".pem")}) != 0)
            return false;
        arguments << s("-crl_check_all") << s("-CRLfile") << list + s(".pem");
    }
    return m_desk.openssl(arguments << s(leaf)) == 0;
}

QTEST_GUILESS_MAIN(TestKeys)
#include "tst_keys.moc"
