// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pki/keybags.h"

#include "models/core/pki/pki.h"

#include <openssl/asn1t.h>
#include <openssl/err.h>

#include <optional>

namespace packwarden::pki {

namespace {

template <typename T, auto Free> using Owned = std::unique_ptr<T, ssl::Deleter<Free>>;
using Bags = std::unique_ptr<STACK_OF(PKCS12_SAFEBAG), void (*)(STACK_OF(PKCS12_SAFEBAG) *)>;

Bags owned(STACK_OF(PKCS12_SAFEBAG) * bags)
{
    return Bags(bags, [](STACK_OF(PKCS12_SAFEBAG) * all) { sk_PKCS12_SAFEBAG_pop_free(all, PKCS12_SAFEBAG_free); });
}

Error unusable(const QString &why)
{
    ERR_clear_error();
    return {Code::KeyUnusable, why};
}

template <typename T>
std::unique_ptr<T, void (*)(T *)> unpacked(const X509_ALGOR *algorithm, const ASN1_ITEM *item, void (*free)(T *))
{
    return {static_cast<T *>(ASN1_TYPE_unpack_sequence(item, algorithm->parameter)), free};
}

qint64 valueOf(const ASN1_INTEGER *iterations)
{
    std::int64_t value = 0;
    return iterations && ASN1_INTEGER_get_int64(&value, iterations) == 1 ? value : -1;
}

/// Of PBKDF2 (RFC 8018, A.2). Nothing for another derivation: scrypt bounds neither time nor memory.
std::optional<qint64> iterationsOfPbkdf2(const X509_ALGOR *algorithm)
{
    if (OBJ_obj2nid(algorithm->algorithm) != NID_id_pbkdf2)
        return std::nullopt;
    const auto parameters = unpacked<PBKDF2PARAM>(algorithm, ASN1_ITEM_rptr(PBKDF2PARAM), PBKDF2PARAM_free);
    return parameters ? std::optional(valueOf(parameters->iter)) : std::nullopt;
}

/// PBES2 and PBMAC1 have parameters of one form: a derivation, and what is done with its key.
std::optional<qint64> iterationsOfScheme(const X509_ALGOR *algorithm)
{
    const auto parameters = unpacked<PBE2PARAM>(algorithm, ASN1_ITEM_rptr(PBE2PARAM), PBE2PARAM_free);
    return parameters ? iterationsOfPbkdf2(parameters->keyfunc) : std::nullopt;
}

/// Of the encryption of a part.
std::optional<qint64> iterationsOf(const X509_ALGOR *algorithm)
{
    const int nid = OBJ_obj2nid(algorithm->algorithm);
    if (nid == NID_pbes2)
        return iterationsOfScheme(algorithm);
    int type = 0;
    // PBES1 and PKCS#12's own: what OpenSSL knows as encryption by passphrase, all with the same parameters.
    if (EVP_PBE_find(EVP_PBE_TYPE_OUTER, nid, &type, nullptr, nullptr) != 1)
        return std::nullopt;
    const auto parameters = unpacked<PBEPARAM>(algorithm, ASN1_ITEM_rptr(PBEPARAM), PBEPARAM_free);
    return parameters ? std::optional(valueOf(parameters->iter)) : std::nullopt;
}

class Opening final
{
public:
    explicit Opening(const QByteArray &passphrase)
        : m_passphrase(passphrase)
    {
    }

    Result<> checkIntegrity(PKCS12 *file)
    {
        const ASN1_INTEGER *iterations = nullptr;
        const X509_ALGOR *algorithm = nullptr;
        PKCS12_get0_mac(nullptr, &algorithm, nullptr, &iterations, file);
        if (!algorithm)
            return unusable(QStringLiteral("integrity"));
        const bool scheme = OBJ_obj2nid(algorithm->algorithm) == NID_pbmac1;
        // Without a number it is one (RFC 7292, 4).
        const qint64 own = iterations ? valueOf(iterations) : 1;
        if (auto good = spend(scheme ? iterationsOfScheme(algorithm) : std::optional(own)); !good.ok())
            return good;
        if (PKCS12_verify_mac(file, m_passphrase.constData(), int(m_passphrase.size())) == 1)
            return Result<>::success();
        ERR_clear_error();
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
        if (auto good = spend(iterationsOf(content->algorithm)); !good.ok())
            return good;
        return take(owned(PKCS12_unpack_p7encdata(part, m_passphrase.constData(), int(m_passphrase.size()))).get(), 0);
    }

    KeyBags result;

private:
    Result<> spend(const std::optional<qint64> &iterations)
    {
        if (!iterations)
            return unusable(QStringLiteral("key derivation"));
        if (*iterations < 1 || *iterations > maxKeyFileIterations - m_spent)
            return unusable(QStringLiteral("%1 iterations").arg(*iterations));
        m_spent += *iterations;
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

    Result<> take(const PKCS12_SAFEBAG *bag, int depth)
    {
        switch (PKCS12_SAFEBAG_get_nid(bag)) {
        case NID_keyBag:
            return takeKey(PKCS12_SAFEBAG_get0_p8inf(bag));
        case NID_pkcs8ShroudedKeyBag: {
            if (result.key)
                return Result<>::success();
            const X509_ALGOR *algorithm = nullptr;
            X509_SIG_get0(PKCS12_SAFEBAG_get0_pkcs8(bag), &algorithm, nullptr);
            if (auto good = spend(iterationsOf(algorithm)); !good.ok())
                return good;
            const Owned<PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free> key(
                PKCS12_decrypt_skey(bag, m_passphrase.constData(), int(m_passphrase.size())));
            return takeKey(key.get());
        }
        case NID_certBag:
            if (PKCS12_SAFEBAG_get_bag_nid(bag) == NID_x509Certificate) {
                ssl::X509Ptr certificate(PKCS12_SAFEBAG_get1_cert(bag));
                if (!certificate)
                    return unusable(QStringLiteral("contents"));
                result.certificates.push_back(std::move(certificate));
            }
            return Result<>::success();
        case NID_safeContentsBag:
            return take(PKCS12_SAFEBAG_get0_safes(bag), depth + 1);
        default:
            return Result<>::success();
        }
    }

    Result<> takeKey(const PKCS8_PRIV_KEY_INFO *key)
    {
        if (!result.key)
            result.key.reset(key ? EVP_PKCS82PKEY(key) : nullptr);
        return result.key ? Result<>::success() : Result<>(unusable(QStringLiteral("contents")));
    }

    QByteArray m_passphrase;
    qint64 m_spent = 0;
};

} // namespace

Result<KeyBags> openKeyBags(PKCS12 *file, const QByteArray &passphrase)
{
    Opening opening(passphrase);
    if (auto good = opening.checkIntegrity(file); !good.ok())
        return good.error();
    const std::unique_ptr<STACK_OF(PKCS7), void (*)(STACK_OF(PKCS7) *)> parts(
        PKCS12_unpack_authsafes(file), [](STACK_OF(PKCS7) * all) { sk_PKCS7_pop_free(all, PKCS7_free); });
    if (!parts)
        return unusable(QStringLiteral("contents"));
    for (int i = 0; i < sk_PKCS7_num(parts.get()); ++i) {
        if (auto good = opening.take(sk_PKCS7_value(parts.get(), i)); !good.ok())
            return good.error();
    }
    ERR_clear_error();
    return std::move(opening.result);
}

} // namespace packwarden::pki
