// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pki/keycost.h"

#include "models/core/pki/keykind.h"

#include <openssl/asn1t.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/hmac.h>
#include <openssl/x509.h>

#include <array>

namespace packwarden::pki {

namespace {

template <typename T> std::shared_ptr<T> unpacked(const X509_ALGOR *algorithm, const ASN1_ITEM *item, void (*free)(T *))
{
    std::shared_ptr<T> parameters(
        static_cast<T *>(ASN1_TYPE_unpack_sequence(item, algorithm->parameter)), [free](T *object) { free(object); });
    ERR_clear_error();
    return parameters;
}

/// The hash within an HMAC; null for what is none.
const EVP_MD *hashOfHmac(int nid)
{
    int hash = NID_undef;
    if (EVP_PBE_find(EVP_PBE_TYPE_PRF, nid, nullptr, &hash, nullptr) != 1)
        return nullptr;
    return EVP_get_digestbynid(hash);
}

bool isFetched(const char *cipher)
{
    const std::unique_ptr<EVP_CIPHER, ssl::Deleter<EVP_CIPHER_free>> fetched(
        EVP_CIPHER_fetch(nullptr, cipher, nullptr));
    ERR_clear_error();
    return fetched != nullptr;
}

} // namespace

qint64 valueOf(const ASN1_INTEGER *number)
{
    std::int64_t value = 0;
    return number && ASN1_INTEGER_get_int64(&value, number) == 1 ? value : -1;
}

std::optional<Scheme> schemeOf(const X509_ALGOR *algorithm)
{
    const auto parameters = unpacked<PBE2PARAM>(algorithm, ASN1_ITEM_rptr(PBE2PARAM), PBE2PARAM_free);
    if (!parameters)
        return std::nullopt;
    return Scheme{parameters->keyfunc, parameters->encryption, parameters};
}

std::optional<qint64> iterationsOfPbkdf2(const X509_ALGOR *derivation)
{
    if (OBJ_obj2nid(derivation->algorithm) != NID_id_pbkdf2)
        return std::nullopt;
    const auto parameters = unpacked<PBKDF2PARAM>(derivation, ASN1_ITEM_rptr(PBKDF2PARAM), PBKDF2PARAM_free);
    return parameters ? std::optional(valueOf(parameters->iter)) : std::nullopt;
}

std::optional<qint64> iterationsOfEncryption(const X509_ALGOR *algorithm)
{
    const int nid = OBJ_obj2nid(algorithm->algorithm);
    if (nid == NID_pbes2) {
        const auto scheme = schemeOf(algorithm);
        return scheme ? iterationsOfPbkdf2(scheme->derivation) : std::nullopt;
    }
    int type = 0;
    // PBES1 and PKCS#12's own: what OpenSSL knows as encryption by passphrase, all with the same parameters.
    if (EVP_PBE_find(EVP_PBE_TYPE_OUTER, nid, &type, nullptr, nullptr) != 1)
        return std::nullopt;
    const auto parameters = unpacked<PBEPARAM>(algorithm, ASN1_ITEM_rptr(PBEPARAM), PBEPARAM_free);
    return parameters ? std::optional(valueOf(parameters->iter)) : std::nullopt;
}

std::optional<FileNote> whatIsMissing(const X509_ALGOR *algorithm)
{
    const int nid = OBJ_obj2nid(algorithm->algorithm);
    const auto scheme = nid == NID_pbes2 ? schemeOf(algorithm) : std::nullopt;
    int cipher = NID_undef;
    if (scheme)
        cipher = OBJ_obj2nid(scheme->use->algorithm);
    else
        EVP_PBE_find(EVP_PBE_TYPE_OUTER, nid, &cipher, nullptr, nullptr);
    const QString name = nameOf(scheme ? scheme->use : algorithm);
    const char *known = cipher > 0 ? OBJ_nid2sn(cipher) : nullptr;
    if (known && isFetched(known))
        return std::nullopt;
    // OpenSSL knows the names also of what its modules lack.
    const bool legacy = known && EVP_get_cipherbyname(known);
    return FileNote{legacy ? FileNote::What::LegacyCipher : FileNote::What::UnknownCipher, name};
}

bool isPbmac1Of(
    const X509_ALGOR *algorithm, const QByteArray &passphrase, const QByteArray &bytes, const ASN1_OCTET_STRING *mac)
{
    const auto scheme = schemeOf(algorithm);
    const auto derivation
        = scheme ? unpacked<PBKDF2PARAM>(scheme->derivation, ASN1_ITEM_rptr(PBKDF2PARAM), PBKDF2PARAM_free) : nullptr;
    if (!derivation || derivation->salt->type != V_ASN1_OCTET_STRING)
        return false;
    const EVP_MD *prf = hashOfHmac(derivation->prf ? OBJ_obj2nid(derivation->prf->algorithm) : NID_hmacWithSHA1);
    const EVP_MD *hash = hashOfHmac(OBJ_obj2nid(scheme->use->algorithm));
    std::array<unsigned char, EVP_MAX_MD_SIZE> key{};
    const qint64 size = derivation->keylength ? valueOf(derivation->keylength) : EVP_MD_get_size(hash);
    const qint64 iterations = valueOf(derivation->iter);
    if (!prf || !hash || size < 1 || size > qint64(key.size()) || iterations < 1 || iterations > INT_MAX)
        return false;
    const ASN1_OCTET_STRING *salt = derivation->salt->value.octet_string;
    std::array<unsigned char, EVP_MAX_MD_SIZE> made{};
    unsigned madeSize = 0;
    const bool done = PKCS5_PBKDF2_HMAC(passphrase.constData(), int(passphrase.size()), salt->data, salt->length,
                          int(iterations), prf, int(size), key.data())
            == 1
        && HMAC(hash, key.data(), int(size), reinterpret_cast<const unsigned char *>(bytes.constData()),
            std::size_t(bytes.size()), made.data(), &madeSize);
    OPENSSL_cleanse(key.data(), key.size());
    ERR_clear_error();
    return done && mac && mac->length == int(madeSize) && CRYPTO_memcmp(mac->data, made.data(), madeSize) == 0;
}

} // namespace packwarden::pki
