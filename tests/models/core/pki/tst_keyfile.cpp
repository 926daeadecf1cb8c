// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/ids.h"
#include "models/core/documents/documentfile.h"
#include "models/core/pki/openkey.h"
#include "models/core/pki/pkifile.h"
#include "tests/support/pkiforms.h"
#include "tests/support/testworld.h"

#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/pkcs12.h>

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace packwarden;
using pki::FileNote;
using test::TestWorld;
namespace forms = test::forms;
using What = pki::FileNote::What;

Q_DECLARE_METATYPE(packwarden::Code)

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

/// "Müller Straße": with the letters composed, and decomposed.
const QString composed = QStringLiteral("M\u00FCller Stra\u00DFe");
const QString decomposed = QStringLiteral("Mu\u0308ller Stra\u00DFe");

} // namespace

/// Key files of other programs, with whatever they put into them.
class TestKeyFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isOpened_data();
    void isOpened();
    void lettersOfPassphrases_data();
    void lettersOfPassphrases();
    void oneOfSeveralKeys_data();
    void oneOfSeveralKeys();
    void documentsCarryTheChainAlone_data();
    void documentsCarryTheChainAlone();
    void theLegacyModuleMayBeMissing();
    void theOldFileStaysUntilTheNewOneOpens();
    void whatMayBeRewritten_data();
    void whatMayBeRewritten();

private:
    QString put(const QByteArray &bytes);
    pki::PrivateKey key(const char *name) { return m_world.privateKey(s(name)); }

    CryptoRuntime m_crypto;
    TestWorld m_world;
    QTemporaryDir m_folder;
    QList<Certificate> m_chain; ///< leaf, authority, root
    pki::PrivateKey m_own;
};

void TestKeyFile::initTestCase()
{
    m_chain = m_world.key(s("courier.fleet-manager"))->chain();
    m_chain.append(m_world.root(s("courier")));
    m_own = key("courier.fleet-manager");
}

QString TestKeyFile::put(const QByteArray &bytes)
{
    const QString path = m_folder.filePath(s("file"));
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

void TestKeyFile::isOpened_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Code>("code"); // Internal: it opens
    QTest::addColumn<int>("what"); // -1: no note
    const auto row = [](const char *name, const QByteArray &bytes, Code code = Code::Internal, int what = -1) {
        QTest::newRow(name) << bytes << code << what;
    };
    const Certificate &leaf = m_chain.at(0);
    const Certificate &authority = m_chain.at(1);
    const Certificate &root = m_chain.at(2);
    const Certificate foreign = m_world.root(s("leasing"));
    const forms::KeyFile usual{{{m_own, {}}}, m_chain};
    const auto with = [&](auto change) {
        forms::KeyFile file = usual;
        change(file);
        return file.der();
    };
    row("PKCS#12", usual.der());
    row("the root first", with([&](auto &file) { file.certificates = {root, authority, leaf}; }));
    row("foreign ones between", with([&](auto &file) {
        file.certificates = {foreign, leaf, m_world.root(s("celldata")), root, authority, foreign};
    }));
    row("in base64", usual.der().toBase64());
    row("with a line end", usual.der() + '\n');
    row("PBMAC1", with([](auto &file) { file.mac = forms::KeyFile::Mac::Pbmac1; }));
    row("3DES", with([](auto &file) { file.cipher = NID_pbe_WithSHA1And3_Key_TripleDES_CBC; }));
    row("RC2 with the legacy module", with([](auto &file) { file.cipher = NID_pbe_WithSHA1And40BitRC2_CBC; }));
    row("the same key twice", with([&](auto &file) { file.keys.append({m_own, s("again")}); }));
    row("an EC key beside it", with([&](auto &file) { file.keys.prepend({forms::ecKey(), s("ec")}); }));
    row("a key without certificate beside it", with([&](auto &file) {
        file.keys.prepend({key("stranger-leaf"), s("waiting")});
    }));
    row("a sealed key and its chain in PEM",
        forms::sealedPem(m_own, "secret") + root.toPem() + leaf.toPem() + authority.toPem());
    row("the same of before, certificates first",
        authority.toPem() + leaf.toPem() + forms::sealedPem(m_own, "secret", true) + root.toPem());
    row("the same in UTF-16",
        forms::utf16(
            forms::sealedPem(m_own, "secret", true) + leaf.toPem() + authority.toPem() + root.toPem(), false, true));

    row("another passphrase", with([](auto &file) { file.secret = "Secret"; }), Code::WrongPassphrase);
    row("PBMAC1, another passphrase", with([](auto &file) {
        file.mac = forms::KeyFile::Mac::Pbmac1;
        file.secret = "Secret";
    }),
        Code::WrongPassphrase);
    row("a sealed key, another passphrase", forms::sealedPem(m_own, "Secret") + leaf.toPem(), Code::WrongPassphrase);
    QByteArray changed = with([](auto &file) { file.mac = forms::KeyFile::Mac::Pbmac1; });
    changed[200] = char(changed.at(200) ^ 1);
    row("PBMAC1, changed since", changed, Code::WrongPassphrase);
    row("one passphrase for the check and another for the key", with([](auto &file) {
        file.secret = "another";
        file.macSecret = "secret";
    }),
        Code::KeyUnusable, int(What::TwoPassphrases));
    row("no integrity check", with([](auto &file) { file.mac = forms::KeyFile::Mac::None; }), Code::KeyUnusable,
        int(What::NoIntegrity));
    row("certificates alone", with([](auto &file) { file.keys.clear(); }), Code::KeyUnusable, int(What::NoKey));
    row("certificates in PEM", leaf.toPem() + root.toPem(), Code::KeyUnusable, int(What::NoKey));
    row("a key alone", with([](auto &file) { file.certificates.clear(); }), Code::KeyUnusable,
        int(What::NoCertificate));
    row("certificates of others", with([&](auto &file) { file.certificates = {foreign}; }), Code::KeyUnusable,
        int(What::NoCertificate));
    row("an EC key", with([&](auto &file) {
        file.keys = {{forms::ecKey(), {}}};
    }),
        Code::Algorithm, int(What::KeyKind));
    row("2048 bits", with([&](auto &file) {
        file.keys = {{*pki::PrivateKey::generate(2048), {}}};
    }),
        Code::Algorithm, int(What::KeySize));
    row("a bare key", m_own.toPem() + leaf.toPem(), Code::KeyUnusable, int(What::Unprotected));
    row("a leaf with SHA-384",
        forms::sealedPem(m_own, "secret")
            + forms::pem("CERTIFICATE", forms::certificateSigned(leaf.der, key("courier-issuer"), "SHA384")),
        Code::Algorithm, int(What::CertificateSignature));
    row("JKS", QByteArray::fromHex("feedfeed0000000200000002"), Code::KeyUnusable, int(What::NotWanted));
    row("a request", *pki::makeAuthorityRequest(m_own, {s("x"), {}}), Code::KeyUnusable, int(What::NotWanted));
    row("cut short", usual.der().left(900), Code::KeyUnusable, int(What::Damaged));
    row("nothing", {}, Code::KeyUnusable, int(What::NotWanted));
}

void TestKeyFile::isOpened()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const Code, code);
    QFETCH(const int, what);
    const QString path = put(bytes);
    QList<Certificate> chain;
    const auto opened = pki::readKeyFile(path, s("secret"), &chain);
    if (code == Code::Internal) {
        QVERIFY2(opened.ok(), opened.ok() ? "" : qPrintable(opened.error().detail));
        QCOMPARE(chain, m_chain);
        return;
    }
    QVERIFY(!opened.ok());
    QCOMPARE(opened.code(), code);
    QVERIFY2(opened.error().detail.startsWith(path), qPrintable(opened.error().detail));
    const auto *note = opened.error().as<FileNote>();
    QVERIFY2((note != nullptr) == (what >= 0), qPrintable(opened.error().detail));
    if (note)
        QCOMPARE(int(note->what), what);
    // A passphrase is to blame only where it may be.
    QVERIFY(code == Code::WrongPassphrase || what >= 0);
}

void TestKeyFile::lettersOfPassphrases_data()
{
    QTest::addColumn<QByteArray>("made"); // what the program that made the file did with the words
    QTest::addColumn<int>("cipher");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("good");
    constexpr int tripleDes = NID_pbe_WithSHA1And3_Key_TripleDES_CBC;
    const QByteArray old = QString::fromLatin1(composed.toUtf8()).toUtf8();
    for (const int cipher : {0, tripleDes}) {
        const char *name = cipher == 0 ? "PBES2" : "3DES";
        const auto row = [&](const char *what, const QByteArray &made, const QString &typed, bool good = true) {
            QTest::addRow("%s: %s", name, what) << made << cipher << typed << good;
        };
        row("the same", composed.toUtf8(), composed);
        row("decomposed, typed composed", decomposed.toUtf8(), composed);
        row("composed, typed decomposed", composed.toUtf8(), decomposed);
        row("both decomposed", decomposed.toUtf8(), decomposed);
        row("two letters of one, as OpenSSL 1.0", old, composed);
        row("the same, typed decomposed", old, decomposed);
        row("Latin-1", composed.toLatin1(), composed);
        row("beyond the BMP", QStringLiteral("\U0001F511 key").toUtf8(), QStringLiteral("\U0001F511 key"));
        row("without its dots", composed.toUtf8(), s("Muller Strasse"), false);
        row("a blank at the end", composed.toUtf8(), composed + u' ', false);
        row("in capitals", composed.toUtf8(), composed.toUpper(), false);
    }
}

void TestKeyFile::lettersOfPassphrases()
{
    QFETCH(const QByteArray, made);
    QFETCH(const int, cipher);
    QFETCH(const QString, typed);
    QFETCH(const bool, good);
    forms::KeyFile file{{{m_own, {}}}, m_chain};
    file.secret = made;
    file.cipher = cipher;
    const auto opened = pki::readKeyFile(put(file.der()), typed);
    QVERIFY2(opened.ok() == good, opened.ok() ? "opened" : qPrintable(opened.error().detail));
    if (!good)
        QCOMPARE(opened.code(), Code::WrongPassphrase);
}

void TestKeyFile::oneOfSeveralKeys_data()
{
    QTest::addColumn<QString>("which");
    QTest::addColumn<QString>("holder"); // empty: refused
    const Certificate one = m_world.key(s("leasing.asset-manager"))->leaf();
    const QString fingerprint = fingerprintText(one.spkiSha256);
    QTest::newRow("not said") << QString() << QString();
    QTest::newRow("by its certificate's name") << one.commonName << one.commonName;
    QTest::newRow("by its own name") << s("alias-one") << one.commonName;
    QTest::newRow("by its fingerprint") << fingerprint << one.commonName;
    QTest::newRow("by the first digits") << fingerprint.left(9) << one.commonName;
    QTest::newRow("by those without a blank") << fingerprint.left(9).remove(u' ').toUpper() << one.commonName;
    QTest::newRow("as it is offered") << QStringLiteral("%1 [%2]").arg(one.commonName, fingerprint.left(9))
                                      << one.commonName;
    QTest::newRow("too few digits") << fingerprint.left(3) << QString();
    QTest::newRow("another name") << s("nobody") << QString();
    QTest::newRow("a name in part") << one.commonName.left(4) << QString();
}

void TestKeyFile::oneOfSeveralKeys()
{
    QFETCH(const QString, which);
    QFETCH(const QString, holder);
    // Three keys; their certificates in an order of their own, with the authorities of two.
    const auto second = m_world.key(s("celldata.specialist"));
    const auto first = m_world.key(s("leasing.asset-manager"));
    const forms::KeyFile file{{{m_own, s("alias; three")}, {key("leasing.asset-manager"), s("alias-one")},
                                  {key("celldata.specialist"), s("alias-two")}},
        QList<Certificate>{m_chain.at(2), second->leaf(), m_chain.at(1), first->leaf(), m_chain.at(0)}};
    const QString path = put(file.der());
    const auto opened = openKeyFile(path, s("secret"), which);
    QVERIFY2(opened.ok() == !holder.isEmpty(), opened.ok() ? "opened" : qPrintable(opened.error().detail));
    if (opened.ok()) {
        QCOMPARE((*opened)->chain(), first->chain());
        return;
    }
    QCOMPARE(opened.code(), Code::KeyUnusable);
    const auto *note = opened.error().as<FileNote>();
    QVERIFY(note && note->what == (which.isEmpty() ? What::SeveralKeys : What::NoSuchKey));
    const QStringList offered = pki::choices(*note);
    QCOMPARE(offered.size(), 3);
    // Each of them, given back, opens the key that it names.
    for (const QString &choice : offered) {
        const auto chosen = openKeyFile(path, s("secret"), choice);
        QVERIFY(chosen.ok());
        QVERIFY(choice.startsWith((*chosen)->leaf().commonName));
    }
}

void TestKeyFile::documentsCarryTheChainAlone_data()
{
    QTest::addColumn<QList<int>>("order"); // of leaf, authority, root and four foreign ones
    QTest::newRow("the chain") << QList<int>{0, 1};
    QTest::newRow("with the root") << QList<int>{0, 1, 2};
    QTest::newRow("the root between") << QList<int>{0, 2, 1};
    QTest::newRow("the root first") << QList<int>{2, 1, 0};
    QTest::newRow("more than a document holds") << QList<int>{3, 0, 4, 1, 5, 2, 6};
}

/// A signature's chain is what a document may hold, whatever else the key's file has, and the document is read again.
void TestKeyFile::documentsCarryTheChainAlone()
{
    QFETCH(const QList<int>, order);
    const QList<Certificate> all = m_chain
        + QList<Certificate>{m_world.root(s("leasing")), m_world.root(s("celldata")), m_world.root(s("platform")),
            m_world.key(s("leasing.asset-manager"))->leaf()};
    forms::KeyFile file{{{m_own, {}}}, {}};
    for (const int index : order)
        file.certificates.append(all.at(index));
    const auto signer = openKeyFile(put(file.der()), s("secret"));
    QVERIFY2(signer.ok(), signer.ok() ? "" : qPrintable(signer.error().detail));
    QCOMPARE((*signer)->chain(), (QList<Certificate>{m_chain.at(0), m_chain.at(1)}));
    DocumentFile document;
    document.document = {QByteArray(contenttype::request), "payload", {}};
    QVERIFY(document.document
                .addSignature(**signer, Meaning::Author, TestWorld::now, {QByteArray(16, '1'), 0, QByteArray(32, '2')})
                .ok());
    const auto bytes = document.readableBytes();
    QVERIFY(bytes.ok() && DocumentFile::decode(*bytes).ok());
}

/// Without it OpenSSL cannot read what old programs wrote. The passphrase is not to blame, and a remedy is named. In a
/// process of its own, as OpenSSL looks for its modules once.
void TestKeyFile::theLegacyModuleMayBeMissing()
{
    const char *opening = "PACKWARDEN_OPEN";
    if (qEnvironmentVariableIsSet(opening)) {
        const auto opened = pki::readKeyFile(qEnvironmentVariable(opening), s("secret"));
        const auto *note = opened.ok() ? nullptr : opened.error().as<FileNote>();
        QTextStream(stdout) << "said: "
                            << (opened.ok()   ? s("opened")
                                       : note ? QString::number(int(note->what))
                                              : opened.error().detail)
                            << Qt::endl;
        return;
    }
    forms::KeyFile file{{{m_own, {}}}, m_chain};
    file.cipher = NID_pbe_WithSHA1And40BitRC2_CBC;
    const QString path = put(file.der());
    for (const bool missing : {false, true}) {
        QProcess child;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QLatin1String(opening), path);
        if (missing)
            environment.insert(s("OPENSSL_MODULES"), s("/nowhere"));
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(), {s("tst_keyfile"), s("theLegacyModuleMayBeMissing")});
        QVERIFY(child.waitForFinished(20000));
        const QString all = QString::fromUtf8(child.readAllStandardOutput());
        const QString said = all.section(s("said: "), 1).section(u'\n', 0, 0);
        QVERIFY2(said == (missing ? QString::number(int(What::LegacyCipher)) : s("opened")), qPrintable(all));
    }
}

/// What would not open again is not written, and what was there stays.
void TestKeyFile::theOldFileStaysUntilTheNewOneOpens()
{
    const QString path = m_folder.filePath(s("kept.p12"));
    QVERIFY(pki::writeKeyFile(path, m_own, m_chain, composed, 1000).ok());
    QList<Certificate> chain;
    QVERIFY(pki::readKeyFile(path, decomposed, &chain).ok());
    QCOMPARE(chain, m_chain);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    file.close();
    // A certificate of another key.
    QCOMPARE(pki::writeKeyFile(path, m_own, {m_world.root(s("leasing"))}, composed, 1000).code(), Code::KeyUnusable);
    // A key that nothing here could use.
    QCOMPARE(pki::writeKeyFile(path, forms::ecKey(), {}, composed, 1000).code(), Code::Algorithm);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), before);
}

void TestKeyFile::whatMayBeRewritten_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("good");
    forms::KeyFile file{{{m_own, {}}}, {}};
    QTest::newRow("a key that waits") << file.der() << true;
    file.certificates = m_chain;
    QTest::newRow("a key with its former certificate") << file.der() << true;
    file.keys.append({key("leasing.asset-manager"), {}});
    QTest::newRow("a second person's key in it") << file.der() << false;
    file.keys = {{m_own, {}}, {forms::ecKey(), {}}};
    QTest::newRow("a key in it that is of no use here") << file.der() << false;
    QTest::newRow("PEM") << forms::sealedPem(m_own, "secret") << false;
}

void TestKeyFile::whatMayBeRewritten()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, good);
    const auto may = pki::checkRewritable(put(bytes), s("secret"));
    QCOMPARE(may.ok(), good);
    if (!good)
        QCOMPARE(may.error().as<FileNote>()->what, What::NotRewritable);
}

QTEST_GUILESS_MAIN(TestKeyFile)
#include "tst_keyfile.moc"
