// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pki/csr.h"
#include "models/core/pki/keyoption.h"
#include "models/core/pki/openkey.h"
#include "models/core/pki/token.h"
#include "models/core/pki/tokenreason.h"
#include "tests/support/softtoken.h"
#include "tests/support/testworld.h"

#include <QProcess>
#include <QtTest>

using namespace packwarden;
using test::SoftToken;
using test::TestWorld;

/// Keys that stay on a token: signing and issuing with them, and what is said when they cannot be had (case 43).
class TestToken final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void uris_data();
    void uris();
    void nothingSecretIsKept_data();
    void nothingSecretIsKept();
    void whatIsNoSecretIsKept();
    void issuing();
    void signing();
    void notThere_data();
    void notThere();
    void failing_data();
    void failing();
    void alike();
    void tooShortAKey();
    void asRealOnesAre_data();
    void asRealOnesAre();
    void severalKeysAreNamed_data();
    void severalKeysAreNamed();
    void namingAKey_data();
    void namingAKey();
    void ofTwoCertificatesTheOneThatLastsLongest();

private:
    QString uri() const { return m_token.uri(QStringLiteral("root"), QStringLiteral("01")); }
    QString pin() const { return QLatin1String(SoftToken::pin); }
    Result<pki::PrivateKey> read(const QString &text, QList<Certificate> *chain = nullptr)
    {
        return pki::readKey(text, pin(), chain);
    }

    CryptoRuntime m_crypto;
    TestWorld m_world;
    SoftToken m_token;
    Certificate m_root;
    const pki::Validity m_years{TestWorld::now - TestWorld::day, TestWorld::now + 1000 * TestWorld::day};
};

void TestToken::initTestCase()
{
    QVERIFY2(m_token.isThere(), "SoftHSM2 is needed");
    QVERIFY(!m_token.add(QStringLiteral("root"), QStringLiteral("01")).isEmpty());
    // The root certifies itself on the token, and its certificate goes beside it.
    const auto key = read(uri());
    QVERIFY2(key.ok(), key.ok() ? "" : qPrintable(key.error().detail));
    QVERIFY(key->toPem().isEmpty());
    const auto root = pki::issueRoot(*key, {QStringLiteral("token root"), QStringLiteral("Token")}, m_years);
    QVERIFY2(root.ok(), root.ok() ? "" : qPrintable(root.error().detail));
    m_root = *root;
}

void TestToken::uris_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *name, const char *text, bool good) {
        QTest::newRow(name) << QString::fromLatin1(text) << good;
    };
    row("label and id", "pkcs11:token=Leasing%20desk;id=%01%ab", true);
    row("all of it",
        "pkcs11:token=a;serial=1f;manufacturer=b;model=c;object=d;type=private;id=%00?module-path=/usr/lib/m.so", true);
    row("nothing", "pkcs11:", true);
    row("another scheme", "file:/x", false);
    row("a PIN on the command line", "pkcs11:token=a?pin-value=1234", false);
    row("a PIN in a file", "pkcs11:token=a?pin-source=file:/x", false);
    row("case 142: a module by a relative path", "pkcs11:token=a?module-path=lib/m.so", false);
    row("an attribute that nobody knows", "pkcs11:token=a;colour=red", false);
    row("bad escape", "pkcs11:token=%zz", false);
    row("empty", "", false);
}

void TestToken::nothingSecretIsKept_data()
{
    QTest::addColumn<QString>("locator");
    QTest::addColumn<QString>("kept");
    const auto row = [](const char *name, const char *locator, const char *kept) {
        QTest::newRow(name) << QString::fromLatin1(locator) << QString::fromLatin1(kept);
    };
    row("pin-value", "pkcs11:token=a;id=%01?pin-value=1234", "pkcs11:token=a;id=%01");
    row("behind a module", "pkcs11:token=a?module-path=/m.so&pin-value=1234", "pkcs11:token=a");
    row("pin-source", "pkcs11:token=a?pin-source=file:/1234", "pkcs11:token=a");
    row("in capitals", "PKCS11:token=a?PIN-VALUE=1234", "pkcs11:token=a");
    row("before the query", "pkcs11:token=a;pin-value=1234;id=%01", "pkcs11:token=a;id=%01");
    row("no question mark", "pkcs11:token=a&pin-value=1234", "pkcs11:token=a");
    row("a query in another place", "pkcs11:?pin-value=1234;token=a", "pkcs11:");
    row("encoded", "pkcs11:token=a%3Fpin-value%3D1234", "pkcs11:");
    row("encoded twice", "pkcs11:token=a%253Fpin-value%253D1234", "pkcs11:");
    row("the letters encoded", "pkcs11:token=a?%70in-value=1234", "pkcs11:token=a");
    row("its usual misspelling", "pkcs11:token=a;pin=1234", "pkcs11:token=a");
    row("without the scheme", "token=a?pin-value=1234", "?");
    row("behind a space", " pkcs11:token=a?pin-value=1234", "?");
}

void TestToken::nothingSecretIsKept()
{
    QFETCH(QString, locator);
    QFETCH(QString, kept);
    QVERIFY(holdsPin(locator));
    QCOMPARE(withoutSecrets(locator), kept);
    const auto parsed = TokenUri::parse(locator);
    QCOMPARE(parsed.code(), Code::Malformed);
    QCOMPARE(parsed.error().detail, QStringLiteral("pin in the URI"));
    const auto opened = openKey(locator, pin());
    QCOMPARE(opened.code(), Code::Malformed);
    QVERIFY(!opened.error().detail.contains(QStringLiteral("1234")));
}

void TestToken::whatIsNoSecretIsKept()
{
    for (const char *locator :
        {"/home/anna/keys/spinning=1.p12", "pin.p12", "pkcs11:token=Pin%20desk;id=%01", "pkcs11:"}) {
        QVERIFY2(!holdsPin(QString::fromLatin1(locator)), locator);
        QCOMPARE(withoutSecrets(QString::fromLatin1(locator)), QString::fromLatin1(locator));
    }
    // Which library was asked is no matter of the audit.
    QCOMPARE(withoutSecrets(QStringLiteral("pkcs11:token=a?module-path=/m.so")), QStringLiteral("pkcs11:token=a"));
}

void TestToken::uris()
{
    QFETCH(QString, text);
    QFETCH(bool, good);
    const auto parsed = TokenUri::parse(text);
    QCOMPARE(parsed.ok(), good);
    if (!good) {
        QVERIFY(!parsed.error().detail.contains(QLatin1String("1234")));
        return;
    }
    if (text.contains(QLatin1String("Leasing"))) {
        QCOMPARE(parsed->token, QStringLiteral("Leasing desk"));
        QCOMPARE(parsed->id, QByteArray("\x01\xab"));
    }
    if (text.contains(QLatin1String("serial"))) {
        QCOMPARE(parsed->serial, QStringLiteral("1f"));
        QCOMPARE(parsed->manufacturer, QStringLiteral("b"));
        QCOMPARE(parsed->model, QStringLiteral("c"));
        QCOMPARE(parsed->object, QStringLiteral("d"));
        QCOMPARE(parsed->id, QByteArray(1, '\0'));
        QCOMPARE(parsed->modulePath, QStringLiteral("/usr/lib/m.so"));
    }
}

/// A root on a token certifies a person and makes a list; openssl agrees with every step.
void TestToken::issuing()
{
    const auto key = read(uri());
    QVERIFY(key.ok());
    const auto wish
        = pki::readSigningRequest(*pki::makeSigningRequest(m_world.privateKey(QStringLiteral("stranger-leaf")),
            {QStringLiteral("P"), {}}, {QStringLiteral("p"), QStringLiteral("asset-manager"), {}, false}));
    const pki::Validity year{TestWorld::now - TestWorld::day, TestWorld::now + 365 * TestWorld::day};
    const auto leaf = pki::issueFromRequest(m_root, *key, *wish, year);
    QVERIFY2(leaf.ok(), leaf.ok() ? "" : qPrintable(leaf.error().detail));
    const auto list = pki::issueCrl(
        m_root, *key, 1, {TestWorld::now - 10, TestWorld::now + 30 * TestWorld::day}, {QByteArray(16, '\x41')});
    QVERIFY(list.ok());
    const TrustAnchors anchors{{m_root}, {{*list, {}}}};
    QVERIFY(validateChain(*leaf, {}, anchors, ChainPurpose::Person, TestWorld::now, 0).ok());
    const auto revoking = pki::issueCrl(
        m_root, *key, 2, {TestWorld::now - 10, TestWorld::now + 30 * TestWorld::day}, {leaf->serialNumber});
    QCOMPARE(validateChain(*leaf, {}, {{m_root}, {{*revoking, {}}}}, ChainPurpose::Person, TestWorld::now, 0).code(),
        Code::CertificateRevoked);
    // What the key itself asks for: the proof of possession is made on the token.
    const auto own = pki::makeAuthorityRequest(*key, {QStringLiteral("T"), {}});
    QVERIFY(own.ok() && pki::readSigningRequest(*own).ok());

    QTemporaryDir folder;
    const auto save = [&](const char *name, const QByteArray &bytes) {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    QVERIFY(save("root.pem", m_root.toPem()));
    QVERIFY(save("leaf.pem", leaf->toPem()));
    const auto agrees = [&](const Crl &crl) {
        save("list.pem",
            "-----BEGIN X509 CRL-----\n" + crl.der.toBase64().replace('\n', QByteArray())
                + "\n-----END X509 CRL-----\n");
        QProcess process;
        process.setWorkingDirectory(folder.path());
        process.start(QStringLiteral("openssl"),
            {QStringLiteral("verify"), QStringLiteral("-x509_strict"), QStringLiteral("-crl_check_all"),
                QStringLiteral("-attime"), QString::number(TestWorld::now), QStringLiteral("-CAfile"),
                QStringLiteral("root.pem"), QStringLiteral("-CRLfile"), QStringLiteral("list.pem"),
                QStringLiteral("leaf.pem")});
        return process.waitForFinished(20000) && process.exitCode() == 0;
    };
    QVERIFY(agrees(*list));
    QVERIFY(!agrees(*revoking));
}

void TestToken::signing()
{
    // Without a certificate a key speaks for nobody.
    QCOMPARE(openKey(uri(), pin()).code(), Code::KeyUnusable);
    const auto parsed = TokenUri::parse(uri());
    const Certificate foreign = m_world.root(QStringLiteral("leasing"));
    QCOMPARE(pki::storeOnToken(*parsed, pin(), {foreign}).code(), Code::KeyUnusable);
    QVERIFY(pki::storeOnToken(*parsed, pin(), {m_root}).ok());
    QVERIFY(pki::storeOnToken(*parsed, pin(), {m_root}).ok());
    const auto key = openKey(uri(), pin());
    QVERIFY2(key.ok(), key.ok() ? "" : qPrintable(key.error().detail));
    QCOMPARE((*key)->chain(), QList<Certificate>{m_root});
    for (const QByteArray &bytes : {QByteArray("bytes"), QByteArray(100000, 'x'), QByteArray()}) {
        const auto signature = (*key)->sign(bytes);
        QVERIFY(signature.ok());
        QVERIFY(verifyRs256(m_root, bytes, *signature));
        QVERIFY(!verifyRs256(m_root, bytes + "!", *signature));
    }
}

void TestToken::notThere_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<int>("why"); // a TokenReason; -1: none
    const auto row = [&](const char *name, const QString &uri, const QString &secret, const char *fault,
                         const char *reason, const char *detail, int why) {
        QTest::newRow(name) << uri << secret << QString::fromLatin1(fault) << QString::fromLatin1(reason)
                            << QString::fromLatin1(detail) << why;
    };
    const QString missing = m_token.uri(QStringLiteral("other"), QStringLiteral("01"));
    const QString otherKey = m_token.uri(QStringLiteral("root"), QStringLiteral("02"));
    const QString noModule = QStringLiteral("pkcs11:token=root?module-path=/nowhere/module.so");
    row("case 43: no such token", missing, pin(), "", "key-unusable", "other", int(TokenReason::NotThere));
    row("case 43: no such key", otherKey, pin(), "", "key-unusable", "0 keys", int(TokenReason::OtherKeys));
    row("case 43: library missing", noModule, pin(), "", "key-unusable", "/nowhere/module.so", -1);
    row("case 43: wrong PIN", uri(), QStringLiteral("0000"), "", "wrong-passphrase", "few tries left",
        int(TokenReason::FewTriesLeft));
    row("case 43: wrong PIN, retry counter at its end", uri(), QStringLiteral("0000"), "last-try", "wrong-passphrase",
        "one try left", int(TokenReason::OneTryLeft));
    row("case 43: this was one too many", uri(), QStringLiteral("0000"), "locks-now", "key-unusable", "PIN locked",
        int(TokenReason::PinLocked));
    row("case 43: locked PIN", uri(), pin(), "locked", "key-unusable", "PIN locked", int(TokenReason::PinLocked));
    row("case 44: empty PIN", uri(), QString(), "", "wrong-passphrase", "no PIN", int(TokenReason::PinMissing));
    row("case 43: pulled out", uri(), pin(), "removed", "key-unusable", "", int(TokenReason::NotThere));
    row("case 43: device error", uri(), pin(), "device-error-at-login", "key-unusable", "", -1);
}

void TestToken::notThere()
{
    QFETCH(QString, uri);
    QFETCH(QString, secret);
    QFETCH(QString, fault);
    QFETCH(QString, reason);
    QFETCH(QString, detail);
    QFETCH(const int, why);
    m_token.setFault(fault);
    const auto key = pki::readKey(uri, secret);
    m_token.setFault({});
    QVERIFY(!key.ok());
    QCOMPARE(QString(codeName(key.code())), reason);
    QVERIFY2(key.error().detail.contains(detail), qPrintable(key.error().detail));
    QVERIFY(!key.error().detail.contains(pin()));
    const auto *said = key.error().as<TokenReason>();
    QCOMPARE(said ? int(*said) : -1, why);
    // The fault lifted, the key is found again by its id.
    QVERIFY(read(this->uri()).ok());
}

void TestToken::failing_data()
{
    QTest::addColumn<QString>("fault");
    for (const char *word : {"removed", "device-error", "session-gone", "wrong-bytes"})
        QTest::newRow(qPrintable(QStringLiteral("case 43: %1 while signing").arg(QLatin1String(word))))
            << QString::fromLatin1(word);
}

void TestToken::failing()
{
    QFETCH(QString, fault);
    {
        const auto signer = openKey(uri(), pin());
        QVERIFY(signer.ok());
        QVERIFY((*signer)->sign("bytes").ok());
        m_token.setFault(fault);
        const auto signature = (*signer)->sign("bytes");
        m_token.setFault({});
        QVERIFY(!signature.ok());
        QCOMPARE(signature.code(), Code::KeyUnusable);
    }
    {
        const auto issuer = read(uri());
        QVERIFY(issuer.ok());
        m_token.setFault(fault);
        const auto root = pki::issueRoot(*issuer, {QStringLiteral("x"), {}}, m_years);
        const auto list = pki::issueCrl(m_root, *issuer, 1, {TestWorld::now, TestWorld::now + TestWorld::day}, {});
        const auto wish = pki::makeAuthorityRequest(*issuer, {QStringLiteral("T"), {}});
        m_token.setFault({});
        QVERIFY(!root.ok() && !list.ok());
        QCOMPARE(root.code(), Code::KeyUnusable);
        QCOMPARE(list.code(), Code::KeyUnusable);
        QVERIFY(!wish.ok() || pki::readSigningRequest(*wish).code() == Code::SignatureInvalid);
    }
    QVERIFY(openKey(uri(), pin()).ok());
}

void TestToken::alike()
{
    const QString label = QStringLiteral("twin");
    const QString first = m_token.add(label, QStringLiteral("07"));
    const QString second = m_token.add(label, QStringLiteral("07"));
    QVERIFY(!first.isEmpty() && !second.isEmpty() && first != second);
    const QString both = m_token.uri(label, QStringLiteral("07"));
    const auto unclear = read(both);
    QCOMPARE(unclear.code(), Code::KeyUnusable);
    QVERIFY2(unclear.error().detail.contains(QLatin1String("several tokens")), qPrintable(unclear.error().detail));
    QVERIFY(unclear.error().detail.contains(first));
    const auto named = [&](const QString &serial) {
        return read(QString(both).replace(QLatin1String("token=twin"), QStringLiteral("token=twin;serial=") + serial));
    };
    const auto spki = [](const Result<pki::PrivateKey> &key) {
        return pki::readSigningRequest(*pki::makeAuthorityRequest(*key, {QStringLiteral("T"), {}}))->spkiSha256;
    };
    QByteArray ofFirst;
    {
        const auto key = named(first);
        QVERIFY2(key.ok(), key.ok() ? "" : qPrintable(key.error().detail));
        ofFirst = spki(key);
    }
    QVERIFY(spki(named(second)) != ofFirst);
}

void TestToken::tooShortAKey()
{
    QVERIFY(!m_token.add(QStringLiteral("short"), QStringLiteral("01"), 2048).isEmpty());
    QCOMPARE(read(m_token.uri(QStringLiteral("short"), QStringLiteral("01"))).code(), Code::Algorithm);
}

void TestToken::asRealOnesAre_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<bool>("always");
    QTest::addColumn<bool>("isPrivate");
    QTest::addColumn<bool>("others");
    QTest::newRow("the control") << QStringLiteral("plain") << false << false << false;
    QTest::newRow("the PIN for each signature") << QStringLiteral("always") << true << false << false;
    QTest::newRow("a certificate that is seen only after a login")
        << QStringLiteral("hidden") << false << true << false;
    QTest::newRow("all of it") << QStringLiteral("all") << true << true << true;
    QTest::newRow("other people's certificates under its id") << QStringLiteral("guests") << false << false << true;
    QTest::newRow("a label as people write it")
        << QString::fromUtf8("Schl\xC3\xBCssel 1; 100 %/\xC3\xA4") << true << false << false;
}

/// Two signatures by one opened key, and what issuing does with it; nothing is asked on a terminal.
void TestToken::asRealOnesAre()
{
    QFETCH(const QString, label);
    QFETCH(const bool, always);
    QFETCH(const bool, isPrivate);
    QFETCH(const bool, others);
    const auto holder = m_world.key(QStringLiteral("leasing.asset-manager"));
    const QString serial = m_token.addEmpty(label);
    QVERIFY(!serial.isEmpty());
    const QString keyId = QStringLiteral("01");
    if (others)
        QVERIFY(m_token.load(serial, {{}, m_root.der, keyId, QStringLiteral("attestation"), false, false}));
    QVERIFY(m_token.load(serial,
        {m_world.privateKey(QStringLiteral("leasing.asset-manager")).toPem(), holder->leaf().der, keyId,
            QStringLiteral("sign"), always, isPrivate}));
    const QString uri = m_token.uri(QString::fromLatin1(QUrl::toPercentEncoding(label)), keyId);
    const auto key = openKey(uri, pin());
    QVERIFY2(key.ok(), key.ok() ? "" : qPrintable(key.error().detail));
    QCOMPARE((*key)->leaf(), holder->leaf());
    for (const char *bytes : {"first", "second", "third"}) {
        const auto signature = (*key)->sign(bytes);
        QVERIFY2(signature.ok(), signature.ok() ? "" : qPrintable(signature.error().detail));
        QVERIFY(verifyRs256(holder->leaf(), bytes, *signature));
    }
    const auto again = read(uri);
    QVERIFY(again.ok());
    const auto wish = pki::makeAuthorityRequest(*again, {QStringLiteral("T"), {}});
    QVERIFY2(wish.ok() && pki::readSigningRequest(*wish).ok(), wish.ok() ? "" : qPrintable(wish.error().detail));
    // A wrong PIN is told as that, and only where one was given.
    QCOMPARE(openKey(uri, QStringLiteral("0000")).code(), Code::WrongPassphrase);
    QVERIFY(openKey(uri, QString()).error().detail.contains(QLatin1String("no PIN")));
    QVERIFY(openKey(uri, pin()).ok());
}

void TestToken::severalKeysAreNamed_data()
{
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QStringList>("named");
    const auto row = [](const char *name, const char *keys, const char *asked, const QStringList &named) {
        QTest::newRow(name) << QString::fromLatin1(keys) << QString::fromLatin1(asked) << named;
    };
    const auto texts = [](std::initializer_list<const char *> list) {
        QStringList words;
        for (const char *word : list)
            words.append(QString::fromUtf8(word));
        return words;
    };
    row("one", "01:sign", "", {});
    row("two, by their ids", "01:sign 02:login", "", texts({"2 keys fit", ";id=%01 (sign, ", ";id=%02 (login)"}));
    row("two, and one is meant", "01:sign 02:login", ";id=%01", {});
    row("two of one label", "01:key a2:key", ";object=key", texts({"2 keys fit", ";id=%01 (key, ", ";id=%a2 (key)"}));
    row("two of one id", "01:sign 01:login", ";id=%01", texts({"2 keys fit", ";object=sign", ";object=login"}));
    row("another one is meant", "01:sign 02:login", ";id=%07",
        texts({"0 keys fit; the token has ", ";id=%01 (sign, ", ";id=%02 (login)"}));
    row("none at all", "", "", texts({"0 keys fit"}));
    row("no certificate", "02:login", "", texts({"no certificate"}));
}

void TestToken::severalKeysAreNamed()
{
    QFETCH(const QString, keys);
    QFETCH(const QString, asked);
    QFETCH(const QStringList, named);
    const QString label
        = QStringLiteral("several-%1").arg(QLatin1String(QTest::currentDataTag())).replace(u' ', u'-').remove(u',');
    const QString token = label.left(32);
    const QString serial = m_token.addEmpty(token);
    QVERIFY(!serial.isEmpty());
    const auto holder = m_world.key(QStringLiteral("leasing.asset-manager"));
    const QStringList wanted = keys.split(u' ', Qt::SkipEmptyParts);
    for (const QString &one : wanted) {
        const bool first = one.startsWith(QLatin1String("01")) && one == wanted.constFirst();
        const QString name = first ? QStringLiteral("leasing.asset-manager") : QStringLiteral("stranger-leaf");
        QVERIFY(m_token.load(serial,
            {m_world.privateKey(name).toPem(), first ? holder->leaf().der : QByteArray(), one.section(u':', 0, 0),
                one.section(u':', 1), false, false}));
    }
    const auto key = openKey(QStringLiteral("pkcs11:serial=%1%2?%3").arg(serial, asked, uri().section(u'?', 1)), pin());
    QVERIFY2(key.ok() == named.isEmpty(), key.ok() ? "taken" : qPrintable(key.error().detail));
    if (key.ok()) {
        QCOMPARE((*key)->leaf(), holder->leaf());
        return;
    }
    QCOMPARE(key.code(), Code::KeyUnusable);
    for (const QString &word : named)
        QVERIFY2(key.error().detail.contains(word), qPrintable(key.error().detail));
    QVERIFY(!key.error().detail.contains(pin()));
    // Each key that the answer names can be asked for by that name.
    const QList<pki::KeyOption> options = pki::keyOptions(key.error());
    QCOMPARE(options.size(), std::max<qsizetype>(0, named.size() - 1));
    const QString whole = QStringLiteral("pkcs11:serial=%1%2?%3").arg(serial, asked, uri().section(u'?', 1));
    for (const pki::KeyOption &option : options) {
        QVERIFY(!option.words.isEmpty());
        const QString also = named.constFirst().startsWith(u'0') ? pki::withoutKey(whole) : whole;
        const auto one = pki::readKey(also, pin(), nullptr, pki::keyNamedBy(also) + option.which);
        QVERIFY2(one.ok(), one.ok() ? "" : qPrintable(option.which + u' ' + one.error().detail));
    }
}

void TestToken::namingAKey_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<QString>("which");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const char *uri, const char *which, const char *named) {
        QTest::newRow(name) << QString::fromLatin1(uri) << QString::fromLatin1(which) << QString::fromLatin1(named);
    };
    row("nothing", "pkcs11:token=a;id=%01?module-path=/m.so", "", "pkcs11:token=a;id=%01?module-path=/m.so");
    row("an id", "pkcs11:token=a?module-path=/m.so", ";id=%02", "pkcs11:token=a;id=%02?module-path=/m.so");
    row("another id", "pkcs11:token=a;id=%01;serial=5", ";id=%02", "pkcs11:token=a;serial=5;id=%02");
    row("id and label", "pkcs11:token=a;id=%01", ";id=%01;object=b", "pkcs11:token=a;id=%01;object=b");
    row("a label, as people type it", "pkcs11:token=a;object=c", "my key", "pkcs11:token=a;object=my%20key");
    row("a label that looks like a query", "pkcs11:token=a", "x?pin-value=1",
        "pkcs11:token=a;object=x%3Fpin-value%3D1");
    row("the key first", "pkcs11:object=c;token=a", ";id=%02", "pkcs11:token=a;id=%02");
    row("no token named", "pkcs11:?module-path=/m.so", ";id=%02", "pkcs11:id=%02?module-path=/m.so");
}

void TestToken::namingAKey()
{
    QFETCH(const QString, uri);
    QFETCH(const QString, which);
    QFETCH(const QString, named);
    QCOMPARE(pki::namingKey(uri, which), named);
    QCOMPARE(pki::withoutKey(named), pki::withoutKey(uri));
    QVERIFY(pki::keyNamedBy(pki::withoutKey(named)).isEmpty());
    if (which.startsWith(u';'))
        QCOMPARE(pki::keyNamedBy(named), which);
}

/// The rule that files have, too: not the certificate that was made last.
void TestToken::ofTwoCertificatesTheOneThatLastsLongest()
{
    const pki::PrivateKey key = m_world.privateKey(QStringLiteral("stranger-leaf"));
    const auto certificate = [&](const char *name, qint64 from, qint64 until) {
        return *pki::issueRoot(key, {QString::fromLatin1(name), {}},
            {TestWorld::now + from * TestWorld::day, TestWorld::now + until * TestWorld::day});
    };
    const Certificate lasting = certificate("lasting", -300, 400);
    const Certificate newest = certificate("newest", -1, 30);
    for (const auto &order : {QList<Certificate>{lasting, newest}, QList<Certificate>{newest, lasting}}) {
        const QString label = QStringLiteral("twice-") + order.constFirst().commonName;
        const QString serial = m_token.addEmpty(label);
        QVERIFY(m_token.load(
            serial, {key.toPem(), order.at(0).der, QStringLiteral("01"), QStringLiteral("sign"), false, false}));
        QVERIFY(m_token.load(serial, {{}, order.at(1).der, QStringLiteral("01"), QStringLiteral("old"), false, false}));
        QList<Certificate> chain;
        QVERIFY(read(m_token.uri(label, QStringLiteral("01")), &chain).ok());
        QCOMPARE(chain.value(0).commonName, lasting.commonName);
    }
}

QTEST_GUILESS_MAIN(TestToken)
#include "tst_token.moc"
