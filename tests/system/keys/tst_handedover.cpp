// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/ids.h"
#include "models/core/base/wholefile.h"
#include "models/core/documents/documentfile.h"
#include "models/core/pki/pkifile.h"
#include "models/trust/trustfiles.h"
#include "models/workspace/workspace.h"
#include "tests/models/support/modelworld.h"
#include "tests/support/pkiforms.h"
#include "tests/system/keys/keydesk.h"

#include <QDir>
#include <QtTest>

using namespace packwarden;
using pki::FileNote;
using test::KeyDesk;
using test::Said;
using test::TestWorld;
namespace forms = test::forms;
using What = pki::FileNote::What;

namespace {

const QString secret = QStringLiteral("words of the desk");
/// The same letters, composed and decomposed.
const QString umlauts = QStringLiteral("Schl\u00FCssel \u00FCber \u00D6l");

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

QStringList words(const char *text)
{
    return s(text).split(u' ');
}

} // namespace

/// Files of other programs at the command line: what is taken does its work, and what is refused says why, leaves its
/// record and changes nothing.
class TestHandedOver final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void requests_data();
    void requests();
    void certificates_data();
    void certificates();
    void lists_data();
    void lists();
    void keys_data();
    void keys();
    void theOneThatIsMeantIsRevoked_data();
    void theOneThatIsMeantIsRevoked();
    void documentsOutliveTheirSigners_data();
    void documentsOutliveTheirSigners();
    void commasBelongToNames_data();
    void commasBelongToNames();

private:
    Said ctl(const QStringList &arguments, const QString &with = secret)
    {
        return m_desk.ctl(QStringLiteral("store%1").arg(++m_stores), arguments, with);
    }
    /// The note at the end of what was refused; exactly one record is left.
    void isRefused(const Said &said, const QString &why);
    void pinRules(const QString &store);
    pki::PrivateKey key(const char *name) { return m_world.privateKey(s(name)); }
    QByteArray keyFile(const QList<forms::KeyFile::Entry> &keys, const QList<Certificate> &certificates) const
    {
        forms::KeyFile file{keys, certificates};
        file.secret = secret.toUtf8();
        return file.der();
    }

    CryptoRuntime m_crypto;
    SystemClock m_clock;
    KeyDesk m_desk;
    TestWorld m_world;
    int m_stores = 0;
    Certificate m_root;
    Certificate m_authority;
    Certificate m_leaf;
    Certificate m_other;
    pki::PrivateKey m_own;
};

void TestHandedOver::isRefused(const Said &said, const QString &why)
{
    QCOMPARE(said.exitCode, 1);
    QCOMPARE(said.records, 1);
    QVERIFY2(said.text("detail").endsWith(why), said.all.constData());
    QVERIFY(!why.isEmpty());
}

/// Real time, as packwardenctl has it.
void TestHandedOver::initTestCase()
{
    const qint64 now = m_clock.now();
    const pki::Validity years{now - 3600, now + 1000 * TestWorld::day};
    m_own = key("courier.fleet-manager");
    m_root = *pki::issueRoot(m_world.rootKey(s("courier")), {s("Desk Root"), s("Desk")}, years);
    m_authority = *pki::issueAuthority(
        m_root, m_world.rootKey(s("courier")), key("courier-issuer"), {s("Desk Authority"), s("Desk")}, years);
    const auto leaf = [&](const pki::PrivateKey &held, const char *name, const char *person) {
        return *pki::issueLeaf(m_authority, key("courier-issuer"), held, {s(name), s("Desk")},
            {s(person), s("fleet-manager"), {}, false}, {now - 3600, now + 500 * TestWorld::day});
    };
    m_leaf = leaf(m_own, "Person of the desk", "desk.person");
    m_other = leaf(key("celldata.specialist"), "Somebody else", "desk.other");
    QVERIFY(pki::writeKeyFile(m_desk.path(s("issuer.p12")), key("courier-issuer"), {m_authority, m_root}, secret).ok());
}

void TestHandedOver::requests_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("why"); // empty: certified
    const QByteArray der = *pki::makeSigningRequest(
        m_own, {s("Person of the desk"), s("Desk")}, {s("desk.person"), s("fleet-manager"), {}, false});
    const QByteArray pem = forms::pem("NEW CERTIFICATE REQUEST", der);
    const auto row = [](const char *name, const QByteArray &bytes, const QString &why = {}) {
        QTest::newRow(name) << bytes << why;
    };
    row("as certtool prints it",
        "PKCS #10 Certificate Request Information:\n\tVersion: 1\n\nSelf signature: verified\n\n" + pem);
    row("UTF-16", forms::utf16(pem, false, true));
    row("SHA-384", forms::pem("CERTIFICATE REQUEST", forms::requestSigned(der, m_own, "SHA384")));
    row("DER with a line end", der + '\n');
    row("cut short", pem.left(300), FileNote{What::Damaged, s("NEW CERTIFICATE REQUEST")}.text());
    row("SHA-1", forms::requestSigned(der, m_own, "SHA1"),
        FileNote{What::ProofHash, s("sha1WithRSAEncryption")}.text());
    row("a list instead", forms::pem("X509 CRL", m_world.crl(s("courier")).crl.der),
        FileNote{What::NotWanted, {}, pki::FileKind::List, pki::FileKind::Request}.text());
}

void TestHandedOver::requests()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, why);
    QVERIFY(m_desk.write(s("antrag.p10"), bytes));
    QFile::remove(m_desk.path(s("made.pem")));
    const Said said = ctl(words("keys issue antrag.p10 --unpinned --key issuer.p12 -o made.pem"));
    if (!why.isEmpty()) {
        isRefused(said, why);
        QVERIFY(!QFile::exists(m_desk.path(s("made.pem"))));
        return;
    }
    QVERIFY2(said.exitCode == 0, said.all.constData());
    const auto made = pki::readChainFile(m_desk.path(s("made.pem")), m_own);
    QVERIFY(made.ok());
    QCOMPARE(*made, (QList<Certificate>{made->constFirst(), m_authority}));
}

void TestHandedOver::certificates_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("keyFile");
    QTest::addColumn<QString>("why"); // empty: installed
    const QByteArray waiting = keyFile({{m_own, {}}}, {});
    const auto row = [&](const char *name, const QByteArray &bytes, const QString &why = {}) {
        QTest::newRow(name) << bytes << waiting << why;
    };
    const QByteArray chain = forms::pkcs7({m_root, m_leaf, m_authority});
    row("DER, as Windows sends it", m_leaf.der);
    row("P7B in DER", chain);
    row("P7B in PEM and CRLF", forms::pem("PKCS7", chain).replace("\n", "\r\n"));
    row("P7B in UTF-16", forms::utf16(forms::pem("PKCS7", chain), false, true));
    row("the old label", forms::pem("X509 CERTIFICATE", m_leaf.der));
    row("TRUSTED CERTIFICATE", forms::pem("TRUSTED CERTIFICATE", forms::withTrust(m_leaf)));
    row("the root first, a stranger between", m_root.toPem() + m_other.toPem() + m_authority.toPem() + m_leaf.toPem());
    row("of another key", m_other.toPem() + m_authority.toPem(),
        FileNote{What::ForeignCertificates, m_other.commonName + s("; ") + m_authority.commonName}.text());
    row("P7B cut short", chain.left(500), FileNote{What::Damaged, s("DER")}.text());
    row("SHA-384", forms::certificateSigned(m_leaf.der, key("courier-issuer"), "SHA384"),
        FileNote{What::CertificateSignature, s("sha384WithRSAEncryption")}.text());
    QTest::newRow("into a file with two keys")
        << m_leaf.toPem() << keyFile({{m_own, s("a")}, {key("celldata.specialist"), s("b")}}, {})
        << FileNote{What::NotRewritable, {}}.text();
    QTest::newRow("into PEM") << m_leaf.toPem() << forms::sealedPem(m_own, secret.toUtf8())
                              << FileNote{What::NotRewritable, {}}.text();
}

void TestHandedOver::certificates()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, keyFile);
    QFETCH(const QString, why);
    QVERIFY(m_desk.write(s("sent"), bytes) && m_desk.write(s("own.p12"), keyFile));
    const Said said = ctl(words("keys install sent --key own.p12"));
    if (!why.isEmpty()) {
        isRefused(said, why);
        QCOMPARE(m_desk.read(s("own.p12")), keyFile);
        return;
    }
    QVERIFY2(said.exitCode == 0, said.all.constData());
    QList<Certificate> chain;
    QVERIFY(pki::readKeyFile(m_desk.path(s("own.p12")), secret, &chain).ok());
    QCOMPARE(chain.constFirst(), m_leaf);
    QVERIFY(!chain.contains(m_other));
    if (chain.size() > 1)
        QCOMPARE(chain, (QList<Certificate>{m_leaf, m_authority, m_root}));
}

void TestHandedOver::lists_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("why");
    const qint64 now = m_clock.now();
    const auto list = pki::issueCrl(
        m_authority, key("courier-issuer"), 41, {now - 3600, now + TestWorld::day}, {m_other.serialNumber});
    const auto former = pki::issueCrl(m_authority, key("courier-issuer"), 40, {now - 3600, now + TestWorld::day}, {});
    const auto foreign = m_world.crl(s("leasing")).crl;
    const QByteArray pem = forms::pem("X509 CRL", list->der);
    const auto row = [](const char *name, const QByteArray &bytes, const QString &why = {}) {
        QTest::newRow(name) << bytes << why;
    };
    row("DER", list->der);
    row("PEM", pem);
    row("text and PEM", "Certificate Revocation List (CRL):\n        Version 2 (0x1)\n" + pem);
    row("P7B with its authority", forms::pkcs7({m_authority}, {*list}));
    row("among those of others, not the newest last",
        forms::pem("X509 CRL", foreign.der) + pem + forms::pem("X509 CRL", former->der));
    row("of another issuer", forms::pem("X509 CRL", foreign.der), s("the previous list"));
    row("SHA-384", forms::listSigned(list->der, key("courier-issuer"), "SHA384"),
        FileNote{What::ListSignature, s("sha384WithRSAEncryption")}.text());
    row("a certificate instead", m_authority.toPem(),
        FileNote{What::NotWanted, {}, pki::FileKind::Certificates, pki::FileKind::List}.text());
    row("cut short", pem.left(pem.size() / 2), FileNote{What::Damaged, s("X509 CRL")}.text());
}

void TestHandedOver::lists()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, why);
    QVERIFY(m_desk.write(s("liste"), bytes));
    QFile::remove(m_desk.path(s("next.crl")));
    const Said said = ctl(words("keys crl --unpinned --previous liste --key issuer.p12 -o next.crl"));
    if (!why.isEmpty()) {
        isRefused(said, why);
        QVERIFY(!QFile::exists(m_desk.path(s("next.crl"))));
        return;
    }
    QVERIFY2(said.exitCode == 0, said.all.constData());
    const auto next = pki::readListFile(m_desk.path(s("next.crl")));
    QVERIFY(next.ok());
    QCOMPARE(next->constFirst().crl.number, 42);
    QCOMPARE(next->constFirst().crl.revokedSerials, QList<QByteArray>{m_other.serialNumber});
}

void TestHandedOver::keys_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("passphrase");
    QTest::addColumn<QString>("which");
    QTest::addColumn<QString>("reason"); // empty: opened
    QTest::addColumn<QString>("why");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &passphrase = secret,
                         const QString &which = {}, const char *reason = "", const QString &why = {}) {
        QTest::newRow(name) << bytes << passphrase << which << s(reason) << why;
    };
    const QList<Certificate> all{m_root, m_world.root(s("leasing")), m_other, m_authority, m_leaf};
    const QList<forms::KeyFile::Entry> two{{key("celldata.specialist"), s("other")}, {m_own, s("mine")}};
    row("any order, others between", keyFile({{m_own, {}}}, all));
    row("two keys, chosen by name", keyFile(two, all), secret, m_leaf.commonName);
    row("two keys, chosen as the file calls it", keyFile(two, all), secret, s("mine"));
    row("two keys, chosen by fingerprint", keyFile(two, all), secret, fingerprintText(m_leaf.spkiSha256));
    const auto choice = [](const Certificate &certificate) {
        return QStringLiteral("%1 [%2]").arg(certificate.commonName, fingerprintText(certificate.spkiSha256).left(9));
    };
    const QString offered = choice(m_other) + s("; ") + choice(m_leaf);
    row("two keys, none chosen", keyFile(two, all), secret, {}, "key-unusable",
        FileNote{What::SeveralKeys, offered}.text());
    row("two keys, one chosen that is not there", keyFile(two, all), secret, s("somebody"), "key-unusable",
        FileNote{What::NoSuchKey, offered}.text());
    forms::KeyFile file{{{m_own, {}}}, all};
    file.secret = umlauts.toUtf8();
    row("umlauts composed, typed decomposed", file.der(), umlauts.normalized(QString::NormalizationForm_D));
    file.secret = umlauts.normalized(QString::NormalizationForm_D).toUtf8();
    row("umlauts decomposed, typed composed", file.der(), umlauts);
    row("no umlauts typed", file.der(), s("Schlussel uber Ol"), {}, "wrong-passphrase", s(".p12"));
    file.secret = secret.toUtf8();
    file.mac = forms::KeyFile::Mac::Pbmac1;
    row("PBMAC1", file.der());
    row("PBMAC1, another passphrase", file.der(), s("other words"), {}, "wrong-passphrase", s(".p12"));
    file.mac = forms::KeyFile::Mac::None;
    row("no MAC", file.der(), secret, {}, "key-unusable", FileNote{What::NoIntegrity, {}}.text());
    row("a Java keystore", QByteArray::fromHex("feedfeed0000000200000001"), secret, {}, "key-unusable",
        FileNote{What::NotWanted, {}, pki::FileKind::JavaKeystore, pki::FileKind::KeyStore}.text());
}

void TestHandedOver::keys()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, passphrase);
    QFETCH(const QString, which);
    QFETCH(const QString, reason);
    QFETCH(const QString, why);
    QVERIFY(m_desk.write(s("file.p12"), bytes));
    QStringList arguments = words("keys list --key file.p12");
    if (!which.isEmpty())
        arguments << s("--key-name") << which;
    const Said said = ctl(arguments, passphrase);
    QCOMPARE(said.reason(), reason);
    if (!reason.isEmpty()) {
        QCOMPARE(said.exitCode, 1);
        QVERIFY2(said.text("detail").endsWith(why), said.all.constData());
        return;
    }
    QStringList names;
    for (const QJsonValue &certificate : said.list("certificates"))
        names.append(certificate[s("name")].toString());
    QCOMPARE(names, (QStringList{m_leaf.commonName, m_authority.commonName, m_root.commonName}));
}

void TestHandedOver::theOneThatIsMeantIsRevoked_data()
{
    QTest::addColumn<QList<Certificate>>("file");
    QTest::addColumn<bool>("good");
    QTest::newRow("leaf, authority, root") << QList<Certificate>{m_leaf, m_authority, m_root} << true;
    QTest::newRow("root first") << QList<Certificate>{m_root, m_authority, m_leaf} << true;
    QTest::newRow("two people") << QList<Certificate>{m_leaf, m_other} << false;
}

void TestHandedOver::theOneThatIsMeantIsRevoked()
{
    QFETCH(const QList<Certificate>, file);
    QFETCH(const bool, good);
    QByteArray text;
    for (const Certificate &certificate : file)
        text += certificate.toPem();
    QVERIFY(m_desk.write(s("whom.pem"), text));
    QFile::remove(m_desk.path(s("next.crl")));
    const Said said = ctl(words("keys revoke whom.pem --unpinned --number 7 --key issuer.p12 -o next.crl"));
    if (!good) {
        isRefused(said, FileNote{What::SeveralHolders, m_leaf.commonName + s("; ") + m_other.commonName}.text());
        QVERIFY(!QFile::exists(m_desk.path(s("next.crl"))));
        return;
    }
    QVERIFY2(said.exitCode == 0, said.all.constData());
    QCOMPARE(pki::readListFile(m_desk.path(s("next.crl")))->constFirst().crl.revokedSerials,
        QList<QByteArray>{m_leaf.serialNumber});
}

/// Nobody of this test holds the keys that would sign such a charter: it is put where a pinned one lies.
void TestHandedOver::pinRules(const QString &store)
{
    PackState pack = m_world.pack();
    for (Position &position : pack.charter.positions)
        position.from = 0;
    pack.policy.charterSha256 = pack.charter.bodySha256();
    pack.crls.clear();
    const PackRules rules = test::rulesOf(m_world, pack);
    const auto pinned = PinnedRules::fromDocuments(rules.charterDocument, rules.policyDocument);
    QVERIFY(pinned.ok());
    QVERIFY(Workspace::open(m_desk.store(store), m_clock).ok());
    const QString folder = m_desk.store(store) + s("/trust");
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(wholefile::write(folder + s("/pinned.cbor"), trustfiles::encode(*pinned)).ok());
}

void TestHandedOver::documentsOutliveTheirSigners_data()
{
    QTest::addColumn<QList<Certificate>>("certificates");
    QTest::newRow("the chain") << QList<Certificate>{m_leaf, m_authority, m_root};
    QTest::newRow("the root first") << QList<Certificate>{m_root, m_authority, m_leaf};
    QTest::newRow("more than a document holds") << QList<Certificate>{m_world.root(s("leasing")), m_root, m_other,
        m_leaf, m_world.root(s("celldata")), m_authority, m_world.root(s("platform"))};
}

/// A document that was signed with any key file can be opened again, with its author's signature in it.
void TestHandedOver::documentsOutliveTheirSigners()
{
    QFETCH(const QList<Certificate>, certificates);
    const QString store = QStringLiteral("store%1").arg(++m_stores);
    pinRules(store);
    QVERIFY(m_desk.write(s("author.p12"), keyFile({{m_own, {}}}, certificates)));
    QVERIFY(m_desk.write(s("buyer.pem"), m_world.root(s("buyer")).toPem()));
    QVERIFY(m_desk.write(s("buyer.crl"), m_world.crl(s("buyer")).crl.der));
    QFile::remove(m_desk.path(s("sale.pwchr")));
    const Said made = m_desk.ctl(store,
        words("charter transfer-ownership --party buyer --name Buyer --root-certificate buyer.pem --crl buyer.crl "
              "--reason sold --key author.p12 -o sale.pwchr"),
        secret);
    QVERIFY2(QFile::exists(m_desk.path(s("sale.pwchr"))), made.all.constData());
    const auto file = DocumentFile::decode(m_desk.read(s("sale.pwchr")));
    QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().detail));
    QCOMPARE(file->document.signatures.size(), 1);
    QCOMPARE(file->document.signatures.constFirst().chain, (QList<QByteArray>{m_leaf.der, m_authority.der}));
    const Said verified = m_desk.ctl(store, words("audit verify"), secret);
    QVERIFY2(verified.exitCode == 0, verified.all.constData());
}

void TestHandedOver::commasBelongToNames_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *name, const QString &argument, bool good = true) {
        QTest::newRow(name) << argument << good;
    };
    row("a comma in the name", QStringLiteral("Pr\u00FCfliste, M\u00FCller & S\u00F6hne.crl"));
    row("two, and a folder", s("a,b/c, d.crl"));
    row("list and authority", s("plain.crl,authority.pem"));
    row("both with commas", QStringLiteral("Pr\u00FCfliste, M\u00FCller & S\u00F6hne.crl,auth, new.pem"));
    row("an authority that is not there", s("plain.crl,nobody.pem"), false);
    row("a list that is not there", s("nothing, here.crl"), false);
    row("an authority that is none", s("plain.crl,leaf.pem"), false);
}

void TestHandedOver::commasBelongToNames()
{
    QFETCH(const QString, argument);
    QFETCH(const bool, good);
    const QString store = QStringLiteral("store%1").arg(++m_stores);
    pinRules(store);
    const qint64 now = m_clock.now();
    const auto list = pki::issueCrl(m_authority, key("courier-issuer"), 1, {now - 3600, now + TestWorld::day}, {})->der;
    QVERIFY(QDir(m_desk.path({})).mkpath(s("a,b")));
    for (const QString &name :
        {s("plain.crl"), s("a,b/c, d.crl"), QStringLiteral("Pr\u00FCfliste, M\u00FCller & S\u00F6hne.crl")})
        QVERIFY(m_desk.write(name, list));
    QVERIFY(m_desk.write(s("authority.pem"), m_authority.toPem())
        && m_desk.write(s("auth, new.pem"), m_root.toPem() + m_authority.toPem())
        && m_desk.write(s("leaf.pem"), m_leaf.toPem()) && m_desk.write(s("buyer.pem"), m_world.root(s("buyer")).toPem())
        && m_desk.write(s("author.p12"), keyFile({{m_own, {}}}, {m_leaf, m_authority})));
    QFile::remove(m_desk.path(s("sale.pwchr")));
    const Said said = m_desk.ctl(store,
        words("charter transfer-ownership --party buyer --name Buyer --root-certificate buyer.pem --reason sold --key "
              "author.p12 -o sale.pwchr --crl")
            << argument,
        secret);
    QCOMPARE(QFile::exists(m_desk.path(s("sale.pwchr"))), good);
    if (!good) {
        QCOMPARE(said.exitCode, 1);
        QVERIFY(!said.text("detail").isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestHandedOver)
#include "tst_handedover.moc"
