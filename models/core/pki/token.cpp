// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pki/token.h"

#include "models/core/base/wholefile.h"
#include "models/core/pki/keyoption.h"
#include "models/core/pki/pkifile.h"
#include "models/core/pki/tokenreason.h"
#include "models/core/pki/x509build.h"

#include <libp11.h>

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/ui.h>

#include <QFile>
#include <QUrl>

namespace packwarden::pki {

using build::failed;

namespace {

/// The values of PKCS#11 that tell one failed login from another.
constexpr int pinIncorrect = 0xa0;
constexpr int pinLengthRange = 0xa2;
constexpr int pinLocked = 0xa4;

bool fits(const QString &wanted, const char *is)
{
    return wanted.isEmpty() || wanted == QString::fromUtf8(is).trimmed();
}

bool fits(const TokenUri &uri, const PKCS11_TOKEN &token)
{
    return fits(uri.token, token.label) && fits(uri.serial, token.serialnr) && fits(uri.model, token.model)
        && fits(uri.manufacturer, token.manufacturer);
}

bool isOf(const Certificate &certificate, EVP_PKEY *key)
{
    const auto x509 = ssl::parseCertificate(certificate.der);
    const bool same = x509 && EVP_PKEY_eq(X509_get0_pubkey(x509.get()), key) == 1;
    ERR_clear_error();
    return same;
}

using UiMethodPtr = std::unique_ptr<UI_METHOD, ssl::Deleter<UI_destroy_method>>;

/// Answers what libp11 asks for a key that wants its PIN for each signature (CKA_ALWAYS_AUTHENTICATE) with the PIN that
/// was given for the token. OpenSSL's own method would ask on the terminal.
int givePin(UI *ui, UI_STRING *asked)
{
    const auto type = UI_get_string_type(asked);
    if (type != UIT_PROMPT && type != UIT_VERIFY)
        return 1;
    const auto *pin = static_cast<const QByteArray *>(UI_get0_user_data(ui));
    return pin && UI_set_result(ui, asked, pin->constData()) == 0 ? 1 : 0;
}

UiMethodPtr makePinMethod()
{
    const auto silent = [](UI *) {
        return 1;
    };
    const auto writeNothing = [](UI *, UI_STRING *) {
        return 1;
    };
    UiMethodPtr method(UI_create_method("PIN"));
    UI_method_set_opener(method.get(), silent);
    UI_method_set_writer(method.get(), writeNothing);
    UI_method_set_reader(method.get(), givePin);
    UI_method_set_closer(method.get(), silent);
    return method;
}

/// A module with one token of it, logged in. Keys that came from it must go before it does.
class Token final
{
public:
    Token() = default;
    ~Token()
    {
        if (m_slots)
            PKCS11_release_all_slots(m_context, m_slots, m_count);
        if (m_loaded)
            PKCS11_CTX_unload(m_context);
        if (m_context)
            PKCS11_CTX_free(m_context);
        OPENSSL_cleanse(m_pin.data(), std::size_t(m_pin.size()));
        ERR_clear_error();
    }
    Token(const Token &) = delete;
    Token &operator=(const Token &) = delete;

    Result<> open(const TokenUri &uri, const QString &pin, bool writable);
    Result<PKCS11_KEY *> key(const TokenUri &uri) const;
    QList<Certificate> certificates() const;
    /// Why the token's certificate of this key is none of ours, where it has one.
    Error faultOfCertificate(EVP_PKEY *key) const;
    PKCS11_TOKEN *native() const { return m_slot->token; }
    QString label() const { return QString::fromUtf8(native()->label).trimmed(); }

private:
    Result<> find(const TokenUri &uri);
    Result<> logIn();
    QString naming(const PKCS11_KEY &key, const TokenUri &uri, const QList<Certificate> &held) const;

    UiMethodPtr m_method = makePinMethod();
    QByteArray m_pin; ///< for as long as a key may ask for it again
    PKCS11_CTX *m_context = nullptr;
    PKCS11_SLOT *m_slots = nullptr;
    PKCS11_SLOT *m_slot = nullptr;
    unsigned m_count = 0;
    bool m_loaded = false;
};

Result<> Token::open(const TokenUri &uri, const QString &pin, bool writable)
{
    // p11-kit's own library is a module too: it stands for all that are registered.
    const QString module = uri.modulePath.isEmpty() ? QStringLiteral("libp11-kit.so.0") : uri.modulePath;
    // A module is loaded by its path, and loading waits at a pipe.
    if (auto good = wholefile::check(module); !good.ok())
        return good;
    m_pin = pin.toUtf8();
    m_context = PKCS11_CTX_new();
    if (m_context)
        PKCS11_set_ui_method(m_context, m_method.get(), &m_pin);
    m_loaded = m_context && PKCS11_CTX_load(m_context, QFile::encodeName(module).constData()) == 0;
    if (!m_loaded)
        return failed(qUtf8Printable(module));
    if (auto found = find(uri); !found.ok())
        return found;
    if (PKCS11_open_session(m_slot, writable ? 1 : 0) != 0)
        return failed("token");
    return logIn();
}

Result<> Token::find(const TokenUri &uri)
{
    if (PKCS11_enumerate_slots(m_context, &m_slots, &m_count) != 0)
        return failed("token");
    QStringList serials;
    for (unsigned i = 0; i < m_count; ++i) {
        const PKCS11_TOKEN *token = m_slots[i].token;
        // A slot without a token, and one that was never set up, are shown as well.
        if (!token || !token->initialized || !fits(uri, *token))
            continue;
        m_slot = &m_slots[i];
        serials.append(QStringLiteral(";serial=") + QString::fromUtf8(token->serialnr).trimmed());
    }
    // Labels are no proof: where two fit, a person has to say which.
    if (serials.size() > 1)
        return {Code::KeyUnusable,
            QStringLiteral("several tokens fit; add to the URI one of %1").arg(serials.join(QStringLiteral(", "))),
            TokenReason::SeveralTokens};
    if (serials.isEmpty())
        return {Code::KeyUnusable, QStringLiteral("no such token: %1").arg(uri.token), TokenReason::NotThere};
    return Result<>::success();
}

Result<> Token::logIn()
{
    const PKCS11_TOKEN *token = m_slot->token;
    if (token->userPinLocked)
        return {Code::KeyUnusable, QStringLiteral("%1: PIN locked").arg(label()), TokenReason::PinLocked};
    if (!token->loginRequired)
        return Result<>::success();
    if (m_pin.isEmpty() && !token->secureLogin)
        return {Code::WrongPassphrase, QStringLiteral("%1: no PIN").arg(label()), TokenReason::PinMissing};
    // Where the token has a pin pad, the PIN is not for us to know.
    const bool in = PKCS11_login(m_slot, 0, token->secureLogin ? nullptr : m_pin.constData()) == 0;
    const int reason = in ? 0 : ERR_GET_REASON(ERR_peek_last_error());
    if (in)
        return Result<>::success();
    const Error problem = failed("token");
    if (reason == pinLocked)
        return {Code::KeyUnusable, QStringLiteral("%1: PIN locked").arg(label()), TokenReason::PinLocked};
    if (reason < pinIncorrect || reason > pinLengthRange)
        return problem;
    // All that PKCS#11 tells of the retry counter are these flags, and they are new now.
    QString left;
    std::any tries;
    PKCS11_SLOT *fresh = nullptr;
    unsigned count = 0;
    if (PKCS11_enumerate_slots(m_context, &fresh, &count) == 0) {
        for (unsigned i = 0; i < count; ++i) {
            const PKCS11_TOKEN *now = fresh[i].token;
            if (!now || PKCS11_get_slotid_from_slot(&fresh[i]) != PKCS11_get_slotid_from_slot(m_slot))
                continue;
            const auto say = [&](TokenReason said, const char *words) {
                tries = said;
                left = QLatin1String(words);
            };
            if (now->userPinLocked)
                say(TokenReason::LockedNow, ": PIN locked now");
            else if (now->userPinFinalTry)
                say(TokenReason::OneTryLeft, ": one try left");
            else if (now->userPinCountLow)
                say(TokenReason::FewTriesLeft, ": few tries left");
        }
        PKCS11_release_all_slots(m_context, fresh, count);
    }
    return {Code::WrongPassphrase, label() + left, tries};
}

/// What, added to the URI, names this key alone among those of its token, and in brackets what people know it by.
QString Token::naming(const PKCS11_KEY &key, const TokenUri &uri, const QList<Certificate> &held) const
{
    const QByteArray id(reinterpret_cast<const char *>(key.id), qsizetype(key.id_len));
    QString attribute;
    if (uri.id.isEmpty() && !id.isEmpty()) {
        attribute = QStringLiteral(";id=");
        for (const char octet : id)
            attribute += u'%' + QString::fromLatin1(QByteArray(1, octet).toHex());
    } else {
        attribute = QStringLiteral(";object=")
            + QString::fromLatin1(QUrl::toPercentEncoding(QString::fromUtf8(key.label ? key.label : "")));
    }
    QStringList about{QString::fromUtf8(key.label ? key.label : "")};
    EVP_PKEY *native = PKCS11_get_private_key(const_cast<PKCS11_KEY *>(&key));
    ERR_clear_error();
    if (const auto chain = native ? chainOf(PrivateKey::adopt(native), held) : QList<Certificate>(); !chain.isEmpty())
        about.append(chain.constFirst().commonName);
    about.removeAll(QString());
    return about.isEmpty() ? attribute : QStringLiteral("%1 (%2)").arg(attribute, about.join(QStringLiteral(", ")));
}

Result<PKCS11_KEY *> Token::key(const TokenUri &uri) const
{
    PKCS11_KEY *keys = nullptr;
    unsigned count = 0;
    if (PKCS11_enumerate_keys(native(), &keys, &count) != 0)
        return failed("token");
    QList<PKCS11_KEY *> fitting;
    for (unsigned i = 0; i < count; ++i) {
        const QByteArray id(reinterpret_cast<const char *>(keys[i].id), qsizetype(keys[i].id_len));
        if ((uri.id.isEmpty() || id == uri.id) && fits(uri.object, keys[i].label ? keys[i].label : ""))
            fitting.append(&keys[i]);
    }
    if (fitting.size() == 1)
        return fitting.constFirst();
    // A person says which is meant; so all that could be are named.
    const bool none = fitting.isEmpty();
    QStringList names;
    const QList<Certificate> held = certificates();
    constexpr qsizetype most = 16;
    for (unsigned i = 0; i < count && names.size() < most; ++i) {
        if (none || fitting.contains(&keys[i]))
            names.append(naming(keys[i], none ? TokenUri() : uri, held));
    }
    QString detail = QStringLiteral("%1: %2 keys fit").arg(label()).arg(fitting.size());
    if (!names.isEmpty()) {
        detail += none ? QStringLiteral("; the token has ") : QStringLiteral("; add to the URI one of ");
        detail += names.join(QStringLiteral(", "));
    }
    const TokenReason reason = !none ? TokenReason::SeveralKeys
        : names.isEmpty()            ? TokenReason::NoKey
                                     : TokenReason::OtherKeys;
    return {Code::KeyUnusable, detail, reason};
}

QList<Certificate> Token::certificates() const
{
    PKCS11_CERT *found = nullptr;
    unsigned count = 0;
    QList<Certificate> all;
    if (PKCS11_enumerate_certs(native(), &found, &count) != 0)
        count = 0;
    for (unsigned i = 0; i < count; ++i) {
        if (auto certificate = Certificate::fromDer(ssl::der(i2d_X509, found[i].x509)); certificate.ok())
            all.append(*certificate);
    }
    ERR_clear_error();
    return all;
}

Error Token::faultOfCertificate(EVP_PKEY *key) const
{
    PKCS11_CERT *found = nullptr;
    unsigned count = 0;
    Error fault{Code::KeyUnusable, QStringLiteral("%1: no certificate").arg(label()), TokenReason::NoCertificate};
    if (PKCS11_enumerate_certs(native(), &found, &count) != 0)
        count = 0;
    for (unsigned i = 0; i < count; ++i) {
        const bool own = EVP_PKEY_eq(X509_get0_pubkey(found[i].x509), key) == 1;
        const auto read = own ? Certificate::fromDer(ssl::der(i2d_X509, found[i].x509)) : Result<Certificate>(fault);
        if (own && !read.ok())
            fault = read.error().at(label());
    }
    ERR_clear_error();
    return fault;
}

} // namespace

Result<PrivateKey> readTokenKey(const TokenUri &uri, const QString &pin, QList<Certificate> *chain)
{
    auto token = std::make_shared<Token>();
    if (auto opened = token->open(uri, pin, false); !opened.ok())
        return opened.error();
    const auto found = token->key(uri);
    if (!found.ok())
        return found.error();
    EVP_PKEY *key = PKCS11_get_private_key(*found);
    if (!key)
        return failed("token");
    const PrivateKey result = PrivateKey::adopt(key, token);
    if (!ssl::isAllowedKey(key))
        return {Code::Algorithm, token->label()};
    if (chain) {
        *chain = chainOf(result, token->certificates());
        if (chain->isEmpty())
            return token->faultOfCertificate(key);
    }
    return result;
}

Result<> storeOnToken(const TokenUri &uri, const QString &pin, const QList<Certificate> &chain)
{
    Token token;
    if (auto opened = token.open(uri, pin, true); !opened.ok())
        return opened;
    const auto found = token.key(uri);
    if (!found.ok())
        return found.error();
    const ssl::EvpKeyPtr key(PKCS11_get_private_key(*found));
    if (!key || chain.isEmpty() || !isOf(chain.constFirst(), key.get()))
        return {Code::KeyUnusable, QStringLiteral("%1: the certificate is of another key").arg(uri.token),
            TokenReason::OtherCertificate};
    const QList<Certificate> held = token.certificates();
    for (const Certificate &certificate : chain) {
        if (held.contains(certificate))
            continue;
        const auto x509 = ssl::parseCertificate(certificate.der);
        const bool own = certificate == chain.constFirst();
        QByteArray label = certificate.commonName.toUtf8();
        QByteArray id = own ? QByteArray(reinterpret_cast<const char *>((*found)->id), qsizetype((*found)->id_len))
                            : certificate.spkiSha256.left(20);
        if (PKCS11_store_certificate(token.native(), x509.get(), label.data(),
                reinterpret_cast<unsigned char *>(id.data()), std::size_t(id.size()), nullptr)
            != 0)
            return failed("token");
    }
    return Result<>::success();
}

Result<PrivateKey> readKey(
    const QString &locator, const QString &secret, QList<Certificate> *chain, const QString &which)
{
    if (holdsPin(locator))
        return {Code::Malformed, QStringLiteral("pin in the URI"), TokenReason::PinInUri};
    if (!isTokenUri(locator))
        return readKeyFile(locator, secret, chain, which);
    const auto uri = TokenUri::parse(namingKey(locator, which));
    if (!uri.ok())
        return uri.error();
    return readTokenKey(*uri, secret, chain);
}

} // namespace packwarden::pki
