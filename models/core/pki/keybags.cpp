// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pki/keybags.h"

#include "models/core/pki/keycost.h"
#include "models/core/pki/keykind.h"
#include "models/core/pki/passphraseforms.h"
#include "models/core/pki/pki.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>

#include <algorithm>

namespace packwarden::pki {

namespace {

template <typename T, auto Free> using Owned = std::unique_ptr<T, ssl::Deleter<Free>>;
using Bags = std::unique_ptr<STACK_OF(PKCS12_SAFEBAG), void (*)(STACK_OF(PKCS12_SAFEBAG) *)>;
using Parts = std::unique_ptr<STACK_OF(PKCS7), void (*)(STACK_OF(PKCS7) *)>;

Bags owned(STACK_OF(PKCS12_SAFEBAG) * bags)
{
    return Bags(bags, [](STACK_OF(PKCS12_SAFEBAG) * all) { sk_PKCS12_SAFEBAG_pop_free(all, PKCS12_SAFEBAG_free); });
}

Parts partsOf(const PKCS12 *file)
{
    return Parts(PKCS12_unpack_authsafes(file), [](STACK_OF(PKCS7) * all) { sk_PKCS7_pop_free(all, PKCS7_free); });
}

Owned<PKCS12, PKCS12_free> parse(const QByteArray &der)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    return Owned<PKCS12, PKCS12_free>(d2i_PKCS12(nullptr, &at, long(der.size())));
}

Error unusable(const QString &why)
{
    ERR_clear_error();
    return {Code::KeyUnusable, why};
}

Error unusable(FileNote::What what, const QString &argument = {})
{
    ERR_clear_error();
    return FileNote{what, argument}.error(Code::KeyUnusable);
}

/// The bytes that the integrity check is about: the content of the outer PKCS#7 (RFC 7292, 4), which is not to be had
/// from a PKCS12.
QByteArray checkedBytes(const QByteArray &keyStore)
{
    const auto *at = reinterpret_cast<const unsigned char *>(keyStore.constData());
    long size = 0;
    int tag = 0;
    int type = 0;
    const auto *end = at + keyStore.size();
    if ((ASN1_get_object(&at, &size, &tag, &type, long(keyStore.size())) & 0x80) != 0)
        return {};
    const Owned<ASN1_INTEGER, ASN1_INTEGER_free> version(d2i_ASN1_INTEGER(nullptr, &at, end - at));
    const Owned<PKCS7, PKCS7_free> outer(version ? d2i_PKCS7(nullptr, &at, end - at) : nullptr);
    ERR_clear_error();
    if (!outer || !PKCS7_type_is_data(outer.get()) || !outer->d.data)
        return {};
    return QByteArray(reinterpret_cast<const char *>(outer->d.data->data), outer->d.data->length);
}

class Opening final
{
public:
    explicit Opening(const QList<QByteArray> &forms)
        : m_forms(forms)
    {
    }

    Result<> take(const QByteArray &keyStore)
    {
        const auto file = parse(keyStore);
        if (!file)
            return unusable(FileNote::What::Damaged, QStringLiteral("PKCS#12"));
        if (auto good = checkIntegrity(file.get(), keyStore); !good.ok())
            return good;
        const Parts parts = partsOf(file.get());
        if (!parts)
            return unusable(QStringLiteral("contents"));
        for (int i = 0; i < sk_PKCS7_num(parts.get()); ++i) {
            if (auto good = take(sk_PKCS7_value(parts.get(), i)); !good.ok())
                return good;
        }
        return Result<>::success();
    }

    Result<> take(const PkiFile::Key &key)
    {
        switch (key.form) {
        case PkiFile::Key::Form::Plain:
            return unusable(FileNote::What::Unprotected);
        case PkiFile::Key::Form::Encrypted: {
            const auto *at = reinterpret_cast<const unsigned char *>(key.bytes.constData());
            const Owned<X509_SIG, X509_SIG_free> sealed(d2i_X509_SIG(nullptr, &at, long(key.bytes.size())));
            const X509_ALGOR *algorithm = nullptr;
            X509_SIG_get0(sealed.get(), &algorithm, nullptr);
            if (auto good = begin(algorithm); !good.ok())
                return good;
            const auto opened
                = tryForms<Owned<PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free>>([&](const QByteArray &form) {
                      return PKCS8_decrypt(sealed.get(), form.constData(), int(form.size()));
                  });
            return opened ? takeKey(opened.get(), {}) : Result<>(Code::WrongPassphrase);
        }
        case PkiFile::Key::Form::EncryptedPem: {
            auto opened = tryForms<ssl::EvpKeyPtr>([&](QByteArray form) {
                const ssl::BioPtr bio(BIO_new_mem_buf(key.bytes.constData(), int(key.bytes.size())));
                return PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, form.data());
            });
            return opened ? takeKey(std::move(opened), {}) : Result<>(Code::WrongPassphrase);
        }
        }
        return Code::Internal;
    }

    KeyBags result;

private:
    /// One form after the other, that which fitted last before the others.
    template <typename Pointer, typename Open> Pointer tryForms(const Open &open)
    {
        for (qsizetype i = 0; i < m_forms.size(); ++i) {
            Pointer opened(open(m_forms.at(i)));
            ERR_clear_error();
            if (opened) {
                m_forms.move(i, 0);
                return opened;
            }
        }
        return Pointer();
    }

    Result<> checkIntegrity(PKCS12 *file, const QByteArray &keyStore)
    {
        const ASN1_INTEGER *iterations = nullptr;
        const X509_ALGOR *algorithm = nullptr;
        const ASN1_OCTET_STRING *mac = nullptr;
        PKCS12_get0_mac(&mac, &algorithm, nullptr, &iterations, file);
        if (!algorithm)
            return unusable(FileNote::What::NoIntegrity);
        const int nid = OBJ_obj2nid(algorithm->algorithm);
        const bool scheme = nid == NID_pbmac1;
        const auto parameters = scheme ? schemeOf(algorithm) : std::nullopt;
        // Without a number it is one (RFC 7292, 4).
        const qint64 own = iterations ? valueOf(iterations) : 1;
        const auto cost = scheme ? (parameters ? iterationsOfPbkdf2(parameters->derivation) : std::nullopt) : own;
        if (!scheme && !EVP_get_digestbynid(nid))
            return unusable(FileNote::What::UnknownIntegrity, nameOf(algorithm));
        if (!cost)
            return unusable(
                FileNote::What::UnknownIntegrity, parameters ? nameOf(parameters->derivation) : nameOf(algorithm));
        if (auto good = spend(*cost); !good.ok())
            return good;
        const QByteArray bytes = scheme ? checkedBytes(keyStore) : QByteArray();
        for (qsizetype i = 0; i < m_forms.size(); ++i) {
            const QByteArray &form = m_forms.at(i);
            const bool good = scheme ? isPbmac1Of(algorithm, form, bytes, mac)
                                     : PKCS12_verify_mac(file, form.constData(), int(form.size())) == 1;
            ERR_clear_error();
            if (good) {
                m_forms.move(i, 0);
                return Result<>::success();
            }
        }
        return Code::WrongPassphrase;
    }

    Result<> take(PKCS7 *part)
    {
        if (PKCS7_type_is_data(part))
            return take(owned(PKCS12_unpack_p7data(part)).get(), 0);
        if (!PKCS7_type_is_encrypted(part))
            return Result<>::success();
        const PKCS7_ENC_CONTENT *content = part->d.encrypted ? part->d.encrypted->enc_data : nullptr;
        if (!content || !content->algorithm)
            return unusable(QStringLiteral("contents"));
        if (auto good = begin(content->algorithm); !good.ok())
            return good;
        for (qsizetype i = 0; i < m_forms.size(); ++i) {
            const QByteArray form = m_forms.at(i);
            if (const Bags bags = owned(PKCS12_unpack_p7encdata(part, form.constData(), int(form.size()))); bags) {
                m_forms.move(i, 0);
                return take(bags.get(), 0);
            }
        }
        // The check of the whole was good, so nothing is damaged.
        return unusable(FileNote::What::TwoPassphrases);
    }

    /// Before a derivation is begun: is all there that it needs, and does it end in time?
    Result<> begin(const X509_ALGOR *algorithm)
    {
        const auto iterations = algorithm ? iterationsOfEncryption(algorithm) : std::nullopt;
        if (!iterations) {
            const auto scheme = algorithm ? schemeOf(algorithm) : std::nullopt;
            return unusable(FileNote::What::KeyDerivation,
                scheme          ? nameOf(scheme->derivation)
                    : algorithm ? nameOf(algorithm)
                                : QString());
        }
        if (const auto missing = whatIsMissing(algorithm); missing)
            return missing->error(Code::KeyUnusable);
        return spend(*iterations);
    }

    Result<> spend(qint64 iterations)
    {
        if (iterations < 1)
            return unusable(FileNote::What::Damaged, QStringLiteral("PKCS#12"));
        if (iterations > maxKeyFileIterations - m_spent)
            return unusable(FileNote::What::TooManyIterations, QString::number(iterations));
        m_spent += iterations;
        return Result<>::success();
    }

    Result<> take(const STACK_OF(PKCS12_SAFEBAG) * bags, int depth)
    {
        constexpr int deepest = 4;
        if (!bags || depth > deepest)
            return unusable(QStringLiteral("contents"));
        for (int i = 0; i < sk_PKCS12_SAFEBAG_num(bags); ++i) {
            if (auto good = take(sk_PKCS12_SAFEBAG_value(bags, i), depth); !good.ok())
                return good;
        }
        return Result<>::success();
    }

    Result<> take(PKCS12_SAFEBAG *bag, int depth)
    {
        switch (PKCS12_SAFEBAG_get_nid(bag)) {
        case NID_keyBag:
            return takeKey(PKCS12_SAFEBAG_get0_p8inf(bag), friendlyName(bag));
        case NID_pkcs8ShroudedKeyBag: {
            const X509_ALGOR *algorithm = nullptr;
            X509_SIG_get0(PKCS12_SAFEBAG_get0_pkcs8(bag), &algorithm, nullptr);
            if (auto good = begin(algorithm); !good.ok())
                return good;
            const auto key = tryForms<Owned<PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free>>(
                [&](const QByteArray &form) { return PKCS12_decrypt_skey(bag, form.constData(), int(form.size())); });
            return key ? takeKey(key.get(), friendlyName(bag)) : Result<>(unusable(FileNote::What::TwoPassphrases));
        }
        case NID_certBag:
            if (PKCS12_SAFEBAG_get_bag_nid(bag) == NID_x509Certificate) {
                const ssl::X509Ptr certificate(PKCS12_SAFEBAG_get1_cert(bag));
                if (!certificate)
                    return unusable(QStringLiteral("contents"));
                result.certificates.append(ssl::der(i2d_X509, certificate.get()));
            }
            return Result<>::success();
        case NID_safeContentsBag:
            return take(PKCS12_SAFEBAG_get0_safes(bag), depth + 1);
        default:
            return Result<>::success();
        }
    }

    static QString friendlyName(PKCS12_SAFEBAG *bag)
    {
        char *name = PKCS12_get_friendlyname(bag);
        QString text = QString::fromUtf8(name);
        OPENSSL_free(name);
        return text;
    }

    Result<> takeKey(const PKCS8_PRIV_KEY_INFO *info, const QString &name)
    {
        if (!info)
            return unusable(QStringLiteral("contents"));
        ssl::EvpKeyPtr key(EVP_PKCS82PKEY(info));
        if (key)
            return takeKey(std::move(key), name);
        // Of an algorithm that OpenSSL does not know; there may be another key beside it.
        const X509_ALGOR *algorithm = nullptr;
        PKCS8_pkey_get0(nullptr, nullptr, nullptr, &algorithm, info);
        result.unknownKey = nameOf(algorithm);
        ERR_clear_error();
        return Result<>::success();
    }

    Result<> takeKey(ssl::EvpKeyPtr key, const QString &name)
    {
        if (!key)
            return unusable(QStringLiteral("contents"));
        const bool known = std::any_of(result.keys.begin(), result.keys.end(),
            [&](const KeyBags::Key &each) { return EVP_PKEY_eq(each.key.get(), key.get()) == 1; });
        ERR_clear_error();
        if (!known)
            result.keys.push_back({std::move(key), name});
        return Result<>::success();
    }

    QList<QByteArray> m_forms;
    qint64 m_spent = 0;
};

} // namespace

Result<KeyBags> openKeyBags(const PkiFile &file, const QString &passphrase)
{
    Opening opening(passphraseForms(passphrase));
    if (!file.keyStore.isEmpty()) {
        if (auto good = opening.take(file.keyStore); !good.ok())
            return good.error();
    }
    for (const PkiFile::Key &key : file.keys) {
        if (auto good = opening.take(key); !good.ok())
            return good.error();
    }
    opening.result.certificates += file.certificates;
    ERR_clear_error();
    return std::move(opening.result);
}

QList<QByteArray> openCertificates(const QByteArray &keyStore)
{
    QList<QByteArray> all;
    qint64 spent = 0;
    const auto file = parse(keyStore);
    const Parts parts = file ? partsOf(file.get()) : Parts(nullptr, [](STACK_OF(PKCS7) *) {});
    for (int i = 0; i < sk_PKCS7_num(parts.get()); ++i) {
        PKCS7 *part = sk_PKCS7_value(parts.get(), i);
        const bool sealed = PKCS7_type_is_encrypted(part) && part->d.encrypted && part->d.encrypted->enc_data;
        const qint64 cost = sealed ? iterationsOfEncryption(part->d.encrypted->enc_data->algorithm).value_or(0) : 0;
        if (!PKCS7_type_is_data(part) && (cost < 1 || cost > maxKeyFileIterations - spent))
            continue;
        spent += cost;
        const Bags bags = owned(sealed ? PKCS12_unpack_p7encdata(part, "", 0) : PKCS12_unpack_p7data(part));
        for (int n = 0; n < sk_PKCS12_SAFEBAG_num(bags.get()); ++n) {
            const PKCS12_SAFEBAG *bag = sk_PKCS12_SAFEBAG_value(bags.get(), n);
            if (PKCS12_SAFEBAG_get_nid(bag) != NID_certBag)
                continue;
            if (const ssl::X509Ptr certificate(PKCS12_SAFEBAG_get1_cert(bag)); certificate)
                all.append(ssl::der(i2d_X509, certificate.get()));
        }
    }
    ERR_clear_error();
    return all;
}

} // namespace packwarden::pki
