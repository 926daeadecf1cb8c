// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/documents/documentfile.h"
#include "models/core/pki/pkifile.h"
#include "tests/support/pkiforms.h"
#include "tests/support/testworld.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <functional>

using namespace packwarden;
using pki::FileKind;
using pki::FileNote;
using pki::PkiFile;
using test::TestWorld;
namespace forms = test::forms;
using What = pki::FileNote::What;

Q_DECLARE_METATYPE(packwarden::pki::FileKind)

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

/// One object in one form.
using Wrap = std::function<QByteArray(const QByteArray &label, const QByteArray &der)>;

struct Form
{
    const char *name;
    Wrap wrap;
};

QByteArray lines(QByteArray text, const char *end)
{
    return text.replace("\n", end);
}

const QByteArray words
    = "Certificate Request:\n    Data:\n        Version: 1 (0x0)\n        Subject: CN = M\xc3\xbcller\n";
const QByteArray bag
    = "Bag Attributes\n    localKeyID: 0A 7F\n    friendlyName: me: myself\nsubject=CN = x\nissuer=CN = y\n";

/// As programs in the field write them.
QList<Form> goodForms()
{
    const auto as = [](const char *name, auto change) {
        return Form{name, [change](const QByteArray &label, const QByteArray &der) {
                        return QByteArray(change(forms::pem(label, der)));
                    }};
    };
    return {
        as("PEM", [](const QByteArray &pem) { return pem; }),
        as("text in front", [](const QByteArray &pem) { return words + pem; }),
        as("text behind", [](const QByteArray &pem) { return pem + words; }),
        as("bag attributes", [](const QByteArray &pem) { return bag + pem; }),
        as("blank lines in front", [](const QByteArray &pem) { return "\n \n\t\n" + pem; }),
        as("CRLF", [](const QByteArray &pem) { return lines(words + pem, "\r\n"); }),
        as("CR alone", [](const QByteArray &pem) { return lines(words + pem, "\r"); }),
        as("UTF-8 with its mark", [](const QByteArray &pem) { return "\xef\xbb\xbf" + pem; }),
        as("the mark, text and CRLF",
            [](const QByteArray &pem) { return "\xef\xbb\xbf" + lines(words + pem, "\r\n"); }),
        as("UTF-16, little end first", [](const QByteArray &pem) { return forms::utf16(pem, false, true); }),
        as("UTF-16, big end first", [](const QByteArray &pem) { return forms::utf16(words + pem, true, true); }),
        as("UTF-16 without its mark", [](const QByteArray &pem) { return forms::utf16(pem, false, false); }),
        as("UTF-16BE without its mark", [](const QByteArray &pem) { return forms::utf16(pem, true, false); }),
        as("UTF-16 with text and CRLF",
            [](const QByteArray &pem) { return forms::utf16(lines(words + pem, "\r\n"), false, true); }),
        as("no last line end", [](const QByteArray &pem) { return pem.chopped(1); }),
        as("indented", [](const QByteArray &pem) { return "key: |\n  " + lines(pem, "\n  "); }),
        as("blanks at the ends of lines", [](const QByteArray &pem) { return lines(pem, " \n"); }),
        as("line ends written out", [](const QByteArray &pem) { return "\"" + lines(pem, "\\n") + "\""; }),
        as("all in base64 once more", [](const QByteArray &pem) { return pem.toBase64() + '\n'; }),
        as("quoted in an answer", [](const QByteArray &pem) { return "> " + lines(pem, "\n> "); }),
        as("quoted-printable, as mail",
            [](QByteArray pem) {
                const qsizetype body = pem.indexOf('\n');
                return pem.left(body) + pem.mid(body).replace("=", "=3D");
            }),
        as("a header within", [](QByteArray pem) { return pem.replace(pem.indexOf('\n'), 1, "\nComment: x\n\n"); }),
        {"76 letters to a line",
            [](const QByteArray &label, const QByteArray &der) {
                return forms::pem(label, der, 76);
            }},
        {"one line",
            [](const QByteArray &label, const QByteArray &der) {
                return forms::pem(label, der, 0);
            }},
        {"DER",
            [](const QByteArray &, const QByteArray &der) {
                return der;
            }},
        {"DER with a line end",
            [](const QByteArray &, const QByteArray &der) {
                return der + '\n';
            }},
        {"DER with CRLF",
            [](const QByteArray &, const QByteArray &der) {
                return der + "\r\n";
            }},
        {"DER with the old end of files",
            [](const QByteArray &, const QByteArray &der) {
                return der + "\r\n\x1a";
            }},
        {"base64 alone",
            [](const QByteArray &, const QByteArray &der) {
                return der.toBase64();
            }},
        {"base64 in lines",
            [](const QByteArray &, const QByteArray &der) {
                return forms::pem("X", der).replace("-----BEGIN X-----\n", "").replace("-----END X-----\n", "");
            }},
    };
}

/// And what looks like it.
QList<Form> badForms()
{
    const auto as = [](const char *name, auto change) {
        return Form{name, [change](const QByteArray &label, const QByteArray &der) {
                        return QByteArray(change(forms::pem(label, der)));
                    }};
    };
    return {
        as("PEM without its end", [](const QByteArray &pem) { return pem.left(pem.indexOf("-----END")); }),
        as("PEM cut short", [](const QByteArray &pem) { return pem.left(pem.size() / 2); }),
        as("the end of something else",
            [](QByteArray pem) { return pem.replace(pem.indexOf("-----END"), 8, "-----END X"); }),
        as("a foreign letter in the base64", [](QByteArray pem) { return pem.replace(pem.size() / 2, 1, "!"); }),
        as("a line lost", [](QByteArray pem) { return pem.remove(pem.size() / 2, 65); }),
        as("the label alone", [](const QByteArray &pem) { return pem.left(pem.indexOf('\n') + 1); }),
        as("a good one and a broken one",
            [](const QByteArray &pem) { return pem + pem.left(pem.indexOf("-----END")); }),
        {"DER cut short",
            [](const QByteArray &, const QByteArray &der) {
                return der.chopped(1);
            }},
        {"DER with something behind",
            [](const QByteArray &, const QByteArray &der) {
                return der + "x";
            }},
        {"text alone",
            [](const QByteArray &, const QByteArray &) {
                return words;
            }},
        {"nothing",
            [](const QByteArray &, const QByteArray &) {
                return QByteArray();
            }},
        {"blanks",
            [](const QByteArray &, const QByteArray &) {
                return QByteArray(" \r\n\r\n");
            }},
    };
}

} // namespace

/// What people hand over is told by its bytes; what is in it is taken, and the rest is told by its name.
class TestPkiFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anyFormIsRead_data();
    void anyFormIsRead();
    void labelsOfItsKind_data();
    void labelsOfItsKind();
    void whatItIs_data();
    void whatItIs();
    void proofsOfRequests_data();
    void proofsOfRequests();
    void severalInOneFile_data();
    void severalInOneFile();
    void allCertificatesOfAFile();
    void chainsInAnyOrder();
    void whatCannotBeUsedSaysWhy_data();
    void whatCannotBeUsedSaysWhy();
    void notesAreFoundAgain();

private:
    /// Reads what a file of these bytes has of the kind; its DER.
    Result<QByteArray> read(const QString &object, const QByteArray &bytes);
    QString put(const QByteArray &bytes);
    pki::PrivateKey key(const char *name) { return m_world.privateKey(s(name)); }
    QByteArray request(const pki::PrivateKey &key) const
    {
        return *pki::makeSigningRequest(key, {s("Newcomer"), s("Leasing")}, {s("a"), s("b"), {}, false});
    }

    CryptoRuntime m_crypto;
    TestWorld m_world;
    QTemporaryDir m_folder;
    QMap<QString, QByteArray> m_objects; ///< DER of one of each kind
    QList<Certificate> m_chain; ///< leaf, authority, root
};

void TestPkiFile::initTestCase()
{
    m_chain = m_world.key(s("courier.fleet-manager"))->chain();
    m_chain.append(m_world.root(s("courier")));
    QCOMPARE(m_chain.size(), 3);
    m_objects = {{s("request"), request(key("stranger-leaf"))}, {s("certificate"), m_chain.constFirst().der},
        {s("root"), m_chain.constLast().der}, {s("list"), m_world.crl(s("courier")).crl.der}};
}

QString TestPkiFile::put(const QByteArray &bytes)
{
    // No ending says what it is.
    const QString path = m_folder.filePath(s("file"));
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

Result<QByteArray> TestPkiFile::read(const QString &object, const QByteArray &bytes)
{
    const QString path = put(bytes);
    const auto derOf = [](const auto &read) {
        return read.ok() ? Result<QByteArray>(read->der) : Result<QByteArray>(read.error());
    };
    if (object == s("request"))
        return derOf(pki::readRequestFile(path));
    if (object == s("certificate"))
        return derOf(pki::readCertificateFile(path));
    if (object == s("root"))
        return derOf(pki::readRootFile(path));
    const auto lists = pki::readListFile(path);
    return lists.ok() ? Result<QByteArray>(lists->constFirst().crl.der) : Result<QByteArray>(lists.error());
}

void TestPkiFile::anyFormIsRead_data()
{
    QTest::addColumn<QString>("object");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("good");
    const QMap<QString, QByteArray> labels{{s("request"), "CERTIFICATE REQUEST"}, {s("certificate"), "CERTIFICATE"},
        {s("root"), "CERTIFICATE"}, {s("list"), "X509 CRL"}};
    for (auto it = m_objects.cbegin(); it != m_objects.cend(); ++it) {
        for (const Form &form : goodForms())
            QTest::addRow("%s: %s", qPrintable(it.key()), form.name)
                << it.key() << form.wrap(labels.value(it.key()), it.value()) << true;
        for (const Form &form : badForms())
            QTest::addRow("%s: %s", qPrintable(it.key()), form.name)
                << it.key() << form.wrap(labels.value(it.key()), it.value()) << false;
    }
}

void TestPkiFile::anyFormIsRead()
{
    QFETCH(const QString, object);
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, good);
    const auto found = read(object, bytes);
    QVERIFY2(found.ok() == good, found.ok() ? "taken" : qPrintable(found.error().detail));
    if (good) {
        QCOMPARE(*found, m_objects.value(object));
        return;
    }
    QCOMPARE(found.code(), Code::Malformed);
    QVERIFY2(found.error().as<FileNote>(), qPrintable(found.error().detail));
}

void TestPkiFile::labelsOfItsKind_data()
{
    QTest::addColumn<QString>("object");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("good");
    const auto row = [this](const char *object, const char *label, bool good = true) {
        QTest::addRow("%s as %s", object, label) << s(object) << forms::pem(label, m_objects.value(s(object))) << good;
    };
    row("request", "NEW CERTIFICATE REQUEST");
    row("certificate", "X509 CERTIFICATE");
    row("root", "X509 CERTIFICATE");
    row("list", "CRL");
    // The bytes decide, whatever the label says; a label that is nothing of ours is passed over where it is not.
    row("certificate", "CERTIFICATE REQUEST");
    row("certificate", "SOMETHING ELSE");
    const auto whole = [](const char *name, const char *object, const QByteArray &bytes, bool good = true) {
        QTest::newRow(name) << s(object) << bytes << good;
    };
    const QByteArray trusted = forms::withTrust(m_chain.constFirst());
    whole("TRUSTED CERTIFICATE", "certificate", forms::pem("TRUSTED CERTIFICATE", trusted));
    whole("the same as DER", "certificate", trusted);
    const QByteArray chain = forms::pkcs7({m_chain.at(1), m_chain.at(0)});
    whole("PKCS#7 in DER", "certificate", chain);
    whole("PKCS7", "certificate", forms::pem("PKCS7", chain));
    whole("PKCS #7 SIGNED DATA", "certificate", forms::pem("PKCS #7 SIGNED DATA", chain));
    whole("CMS", "certificate", forms::pem("CMS", chain));
    whole("PKCS#7 as CERTIFICATE", "certificate", forms::pem("CERTIFICATE", chain));
    whole("PKCS#7 in UTF-16", "certificate", forms::utf16(forms::pem("PKCS7", chain), false, true));
    whole("PKCS#7 in base64 alone", "certificate", chain.toBase64());
    whole("PKCS#7 with a line end", "certificate", chain + "\r\n");
    whole("PKCS#7 with a list", "list", forms::pkcs7({m_chain.at(1)}, {*Crl::fromDer(m_objects.value(s("list")))}));
    whole("PKCS#7 with nothing", "certificate", forms::pkcs7({}), false);
    whole("PKCS#7 cut short", "certificate", chain.left(chain.size() / 2), false);
    whole("a certificate within JSON", "certificate",
        "{\"pem\": \"" + forms::pem("CERTIFICATE", m_chain.at(0).der).replace("\n", "\\n") + "\"}");
}

void TestPkiFile::labelsOfItsKind()
{
    anyFormIsRead();
}

void TestPkiFile::whatItIs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<FileKind>("kind");
    const auto row = [](const char *name, const QByteArray &bytes, FileKind kind) {
        QTest::newRow(name) << bytes << kind;
    };
    const pki::PrivateKey some = key("stranger-leaf");
    row("nothing", {}, FileKind::Empty);
    row("a certificate", m_chain.at(0).der, FileKind::Certificates);
    row("a request", m_objects.value(s("request")), FileKind::Request);
    row("a list", forms::pem("X509 CRL", m_objects.value(s("list"))), FileKind::List);
    row("PKCS#12", forms::KeyFile{{{some, {}}}, {}}.der(), FileKind::KeyStore);
    row("PKCS#12 in base64", forms::KeyFile{{{some, {}}}, {}}.der().toBase64(), FileKind::KeyStore);
    row("a sealed key", forms::sealedPem(some, "secret"), FileKind::EncryptedKey);
    row("a sealed key of before", forms::sealedPem(some, "secret", true), FileKind::EncryptedKey);
    row("a bare key", some.toPem(), FileKind::PrivateKey);
    row("a bare key beside its certificate", m_chain.at(0).toPem() + some.toPem(), FileKind::PrivateKey);
    row("JKS", QByteArray::fromHex("feedfeed0000000200000002"), FileKind::JavaKeystore);
    row("JCEKS", QByteArray::fromHex("cececece0000000200000001"), FileKind::JavaKeystore);
    row("BKS", QByteArray::fromHex("000000020000001400112233"), FileKind::BouncyCastleKeystore);
    row("OpenSSH", "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk=\n-----END OPENSSH PRIVATE KEY-----\n",
        FileKind::OpenSshKey);
    row("OpenSSH, public", "ssh-rsa AAAAB3NzaC1yc2E me@here\n", FileKind::OpenSshKey);
    row("PuTTY", "PuTTY-User-Key-File-3: ssh-rsa\n", FileKind::PuttyKey);
    row("OpenPGP", "-----BEGIN PGP MESSAGE-----\n\nhQ==\n=abcd\n-----END PGP MESSAGE-----\n", FileKind::PgpData);
    row("SPKAC", "SPKAC=MIICQDCCASgw\nCN=x\n", FileKind::SpkacRequest);
    row("SST", QByteArray("\0\0\0\0CERT", 8), FileKind::WindowsStore);
    row("NSS", "SQLite format 3", FileKind::NssDatabase);
    row("a mail", "From: a@b.example\nSubject: your key\n\nAttached.\n", FileKind::Mail);
    row("a mail with PEM in it", "From: a@b.example\n\nHere:\n" + m_chain.at(0).toPem(), FileKind::Certificates);
    row("JSON", "{\"a\": 1}", FileKind::Json);
    row("a page", "<!DOCTYPE html><html></html>", FileKind::WebPage);
    row("a PDF", "%PDF-1.7\n", FileKind::Pdf);
    row("ZIP", "PK\3\4xxxx", FileKind::Archive);
    row(
        "a document with PEM in an attachment",
        [&] {
            DocumentFile file;
            file.document = {QByteArray(contenttype::request), "x", {}};
            file.attachments.insert(s("a.pem"), m_chain.at(0).toPem());
            return file.encode();
        }(),
        FileKind::PackwardenFile);
    row("words", "hello", FileKind::Unknown);
    row("a configuration", "[req]\nprompt = no\n", FileKind::Unknown);
    row("a sequence of nothing known", QByteArray::fromHex("300602010105000000"), FileKind::Unknown);
}

void TestPkiFile::whatItIs()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const FileKind, kind);
    QCOMPARE(PkiFile::of(bytes).kind, kind);
    if (kind == FileKind::Request)
        return;
    // Who wanted a request is told what this is.
    const auto wrong = read(s("request"), bytes);
    QVERIFY(!wrong.ok());
    const auto *note = wrong.error().as<FileNote>();
    QVERIFY2(note, qPrintable(wrong.error().detail));
    if (note->what == What::NotWanted) {
        QCOMPARE(note->found, kind);
        QCOMPARE(note->wanted, FileKind::Request);
    }
}

void TestPkiFile::proofsOfRequests_data()
{
    QTest::addColumn<QByteArray>("der");
    QTest::addColumn<QString>("why"); // empty: taken
    const auto row
        = [](const char *name, const QByteArray &der, What what = What::NotWanted, const char *is = nullptr) {
              QTest::newRow(name) << der << (is ? FileNote{what, s(is)}.text() : QString());
          };
    const pki::PrivateKey some = key("stranger-leaf");
    const QByteArray plain = request(some);
    row("SHA-256", plain);
    row("SHA-384, as keytool and certtool sign", forms::requestSigned(plain, some, "SHA384"));
    row("SHA-512", forms::requestSigned(plain, some, "SHA512"));
    row("RSASSA-PSS with SHA-256", forms::requestSigned(plain, some, "SHA256", true));
    row("RSASSA-PSS with SHA-512", forms::requestSigned(plain, some, "SHA512", true));
    row("SHA-1", forms::requestSigned(plain, some, "SHA1"), What::ProofHash, "sha1WithRSAEncryption");
    row("MD5", forms::requestSigned(plain, some, "MD5"), What::ProofHash, "md5WithRSAEncryption");
    row("SHA-224", forms::requestSigned(plain, some, "SHA224"), What::ProofHash, "sha224WithRSAEncryption");
    row("RSASSA-PSS with SHA-1", forms::requestSigned(plain, some, "SHA1", true), What::ProofHash,
        "rsassaPss with SHA1");
    row("an elliptic curve", request(forms::ecKey()), What::KeyKind, "EC (prime256v1)");
    row("2048 bits", request(*pki::PrivateKey::generate(2048)), What::KeySize, "2048");
}

void TestPkiFile::proofsOfRequests()
{
    QFETCH(const QByteArray, der);
    QFETCH(const QString, why);
    const auto found = read(s("request"), der);
    QVERIFY2(found.ok() == why.isEmpty(), found.ok() ? "taken" : qPrintable(found.error().detail));
    if (!why.isEmpty()) {
        QCOMPARE(found.code(), Code::Algorithm);
        QCOMPARE(found.error().as<FileNote>()->text(), why);
        return;
    }
    // What was proved is what is certified, with the one signature that packs take; a changed proof is none.
    const auto issued = pki::issueFromRequest(m_world.root(s("leasing")), m_world.rootKey(s("leasing")),
        *pki::readSigningRequest(der), {TestWorld::now, TestWorld::now + TestWorld::day});
    QVERIFY(issued.ok());
    QByteArray changed = der;
    changed.back() = char(changed.back() ^ 1);
    QCOMPARE(read(s("request"), changed).code(), Code::SignatureInvalid);
}

void TestPkiFile::severalInOneFile_data()
{
    QTest::addColumn<QString>("object");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("der"); // empty: refused
    QTest::addColumn<int>("what");
    const auto row = [](const char *name, const char *object, const QList<Certificate> &all, const QByteArray &der,
                         What what = What::NotWanted) {
        QByteArray text;
        for (const Certificate &certificate : all)
            text += certificate.toPem();
        QTest::newRow(name) << s(object) << text << der << int(what);
    };
    const Certificate leaf = m_chain.at(0);
    const Certificate authority = m_chain.at(1);
    const Certificate root = m_chain.at(2);
    const Certificate other = m_world.key(s("leasing.asset-manager"))->leaf();
    const Certificate foreign = m_world.root(s("celldata"));
    row("a leaf in front", "certificate", {leaf, authority, root}, leaf.der);
    row("the root in front", "certificate", {root, authority, leaf}, leaf.der);
    row("a foreign root in front", "certificate", {foreign, root, authority, leaf}, leaf.der);
    row("twice the same", "certificate", {leaf, leaf}, leaf.der);
    row("authority and root", "certificate", {root, authority}, authority.der);
    row("two leaves", "certificate", {leaf, other}, {}, What::SeveralHolders);
    row("two roots where a certificate is wanted", "certificate", {root, foreign}, {}, What::SeveralHolders);
    row("the root of three", "root", {leaf, root, authority}, root.der);
    row("two roots", "root", {root, foreign}, {}, What::SeveralRoots);
    row("no root", "root", {leaf, authority}, {}, What::NoRoot);
    const QByteArray one = forms::pem("CERTIFICATE REQUEST", m_objects.value(s("request")));
    QTest::newRow("two requests") << s("request") << one + one << QByteArray() << int(What::SeveralRequests);
    QTest::newRow("a request and a certificate")
        << s("request") << leaf.toPem() + one << m_objects.value(s("request")) << 0;
    QTest::newRow("certificates in a row, DER") << s("certificate") << root.der + leaf.der << leaf.der << 0;
}

void TestPkiFile::severalInOneFile()
{
    QFETCH(const QString, object);
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, der);
    QFETCH(const int, what);
    const auto found = read(object, bytes);
    QVERIFY2(found.ok() == !der.isEmpty(), found.ok() ? "taken" : qPrintable(found.error().detail));
    if (found.ok())
        QCOMPARE(*found, der);
    else
        QCOMPARE(int(found.error().as<FileNote>()->what), what);
}

void TestPkiFile::allCertificatesOfAFile()
{
    const Certificate leaf = m_chain.at(0);
    const Certificate root = m_chain.at(2);
    const auto both = pki::readCertificatesFile(put("words before\n" + leaf.toPem() + root.toPem()));
    QVERIFY(both.ok());
    QCOMPARE(*both, (QList<Certificate>{leaf, root}));
    QCOMPARE(pki::readCertificatesFile(put("nothing")).code(), Code::Malformed);
    QCOMPARE(
        pki::readCertificatesFile(put(leaf.toPem() + "-----BEGIN CERTIFICATE-----\nAAAA\n")).code(), Code::Malformed);
    // Nothing is left out without a word.
    QByteArray pem;
    QByteArray der;
    for (int i = 0; i < PkiFile::maxItems; ++i) {
        pem += leaf.toPem();
        der += leaf.der;
    }
    QVERIFY(pki::readCertificatesFile(put(pem)).ok() && pki::readCertificatesFile(put(der)).ok());
    for (const QByteArray &more : {pem + root.toPem(), der + root.der}) {
        const auto many = pki::readCertificatesFile(put(more));
        QVERIFY(!many.ok() && many.error().as<FileNote>()->what == What::TooMany);
    }
}

/// In each of the orders the same chain: the leaf that lasts longest, the renewed authority, the root; nothing else.
void TestPkiFile::chainsInAnyOrder()
{
    const pki::PrivateKey own = key("courier.fleet-manager");
    const pki::PrivateKey issuing = key("courier-issuer");
    const Certificate authority = m_chain.at(1);
    const auto renewed = pki::issueAuthority(m_chain.at(2), m_world.rootKey(s("courier")), issuing,
        {authority.commonName, authority.organisation}, {authority.notBefore, authority.notAfter + TestWorld::day});
    // The same name under another key: it signed nothing here.
    const auto impostor = pki::issueAuthority(m_chain.at(2), m_world.rootKey(s("courier")), key("stranger-leaf"),
        {authority.commonName, authority.organisation}, {authority.notBefore, authority.notAfter + 9 * TestWorld::day});
    const auto former = pki::issueLeaf(authority, issuing, own, {s("Former"), {}}, {s("a"), s("b"), {}, false},
        {TestWorld::now - 9 * TestWorld::day, TestWorld::now - TestWorld::day});
    QVERIFY(renewed.ok() && impostor.ok() && former.ok());
    const QList<Certificate> expected{m_chain.at(0), *renewed, m_chain.at(2)};
    QList<Certificate> all{m_chain.at(0), authority, *renewed, *impostor, *former, m_chain.at(2),
        m_world.root(s("leasing")), m_world.key(s("leasing.asset-manager"))->leaf()};
    const auto bySha = [](const Certificate &a, const Certificate &b) {
        return a.sha256 < b.sha256;
    };
    std::sort(all.begin(), all.end(), bySha);
    int orders = 0;
    do {
        QCOMPARE(pki::chainOf(own, all), expected);
        ++orders;
        // Every order of the first ones is enough.
    } while (orders < 720 && std::next_permutation(all.begin(), all.end(), bySha));
    // A root's key that another root certified as well: that one leads to both.
    const auto link
        = pki::issueAuthority(m_world.root(s("leasing")), m_world.rootKey(s("leasing")), m_world.rootKey(s("courier")),
            {m_chain.at(2).commonName, m_chain.at(2).organisation}, {TestWorld::now, TestWorld::now + TestWorld::day});
    QVERIFY(link.ok());
    QCOMPARE(pki::chainOf(own, m_chain + QList<Certificate>{*link}).mid(2), QList<Certificate>{*link});
    QByteArray text;
    for (const Certificate &certificate : std::as_const(all))
        text += certificate.toPem();
    QCOMPARE(*pki::readChainFile(put(text), own), expected);
    QCOMPARE(*pki::readChainFile(put(forms::pkcs7(all)), own), expected);
    QCOMPARE(*pki::readChainFile(put(m_chain.at(0).toPem()), own), QList<Certificate>{m_chain.at(0)});
    const auto stranger = pki::readChainFile(put(text), key("celldata.specialist"));
    QCOMPARE(stranger.code(), Code::KeyUnusable);
    QCOMPARE(stranger.error().as<FileNote>()->what, What::ForeignCertificates);
}

void TestPkiFile::whatCannotBeUsedSaysWhy_data()
{
    QTest::addColumn<QString>("object");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("why");
    const pki::PrivateKey root = m_world.rootKey(s("courier"));
    const pki::PrivateKey issuing = key("courier-issuer");
    const auto row = [](const char *name, const char *object, const QByteArray &bytes, What what, const QString &is) {
        QTest::newRow(name) << s(object) << bytes << FileNote{what, is}.text();
    };
    const QByteArray other = forms::certificateSigned(m_chain.at(0).der, issuing, "SHA384");
    row("a certificate with SHA-384", "certificate", other, What::CertificateSignature, s("sha384WithRSAEncryption"));
    row("the same beside its authority", "certificate", forms::pem("CERTIFICATE", other) + m_chain.at(1).toPem(),
        What::CertificateSignature, s("sha384WithRSAEncryption"));
    row("a root with SHA-512", "root", forms::certificateSigned(m_chain.at(2).der, root, "SHA512"),
        What::CertificateSignature, s("sha512WithRSAEncryption"));
    row("a list with SHA-384", "list", forms::listSigned(m_objects.value(s("list")), root, "SHA384"),
        What::ListSignature, s("sha384WithRSAEncryption"));
    const QByteArray large = forms::listRevoking(m_objects.value(s("list")), root, 6000);
    row("a list that is too long", "list", large, What::ListSize, QString::number(large.size()));
    row("a sealed store", "certificate", forms::KeyFile{{}, m_chain}.der(), What::Passphrase, {});
}

void TestPkiFile::whatCannotBeUsedSaysWhy()
{
    QFETCH(const QString, object);
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, why);
    const auto found = read(object, bytes);
    QVERIFY(!found.ok());
    QVERIFY2(found.error().as<FileNote>(), qPrintable(found.error().detail));
    QCOMPARE(found.error().as<FileNote>()->text(), why);
}

/// A screen says in its own language what an error's detail says in English: nothing may be lost on the way.
void TestPkiFile::notesAreFoundAgain()
{
    QList<FileNote> all;
    for (int what = int(What::Damaged); what <= int(What::Passphrase); ++what) {
        const bool hasArgument = FileNote{What(what), s("ARGUMENT")}.text().contains(s("ARGUMENT"));
        all.append(FileNote{What(what), hasArgument ? s("A: b, c; d") : QString()});
    }
    for (int kind = int(FileKind::Empty); kind <= int(FileKind::Unknown); ++kind) {
        for (const FileKind wanted :
            {FileKind::Certificates, FileKind::Request, FileKind::List, FileKind::KeyStore, FileKind::PackwardenFile})
            all.append(FileNote{What::NotWanted, {}, FileKind(kind), wanted});
    }
    for (const FileNote &note : all) {
        for (const QString &path : {QString(), s("/a/b: c, d.pem"), s("x.p12: Somebody")}) {
            const Error error = note.error(Code::Malformed, path);
            QVERIFY2(error.is(note) && error.at(s("/c")).is(note), qPrintable(error.detail));
            QVERIFY2(error.detail.endsWith(note.text()) && error.detail.startsWith(path), qPrintable(error.detail));
        }
    }
    // Not by what stands in a detail: a file may be named so.
    QVERIFY(!Error({Code::Malformed, all.constFirst().text()}).as<FileNote>());
    QCOMPARE(pki::choices({What::SeveralKeys, s("A [0011]; B [2233]")}), (QStringList{s("A [0011]"), s("B [2233]")}));
}

QTEST_GUILESS_MAIN(TestPkiFile)
#include "tst_pkifile.moc"
