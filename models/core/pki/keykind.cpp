// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pki/keykind.h"

#include <openssl/asn1t.h>
#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/rsa.h>

#include <memory>

namespace packwarden::pki {

namespace {

QString textOf(const ASN1_OBJECT *object)
{
    const int nid = OBJ_obj2nid(object);
    if (nid != NID_undef)
        return QString::fromLatin1(OBJ_nid2ln(nid));
    char digits[128] = "";
    OBJ_obj2txt(digits, sizeof digits, object, 1);
    return QString::fromLatin1(digits);
}

/// The hash of RSASSA-PSS (RFC 4055, 3.1): SHA-1 where nothing is said.
int hashOfPss(const X509_ALGOR *algorithm)
{
    const std::unique_ptr<RSA_PSS_PARAMS, void (*)(RSA_PSS_PARAMS *)> parameters(
        static_cast<RSA_PSS_PARAMS *>(ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(RSA_PSS_PARAMS), algorithm->parameter)),
        RSA_PSS_PARAMS_free);
    ERR_clear_error();
    if (!parameters)
        return NID_undef;
    return parameters->hashAlgorithm ? OBJ_obj2nid(parameters->hashAlgorithm->algorithm) : NID_sha1;
}

FileNote note(FileNote::What what, const QString &argument)
{
    return {what, argument};
}

QString curveOf(EVP_PKEY *key)
{
    char name[64] = "";
    EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_GROUP_NAME, name, sizeof name, nullptr);
    ERR_clear_error();
    return *name ? QStringLiteral("EC (%1)").arg(QLatin1String(name)) : QStringLiteral("EC");
}

} // namespace

std::optional<FileNote> whyNotUsable(EVP_PKEY *key)
{
    if (ssl::isAllowedKey(key))
        return std::nullopt;
    if (!key)
        return note(FileNote::What::KeyKind, QStringLiteral("unknown"));
    switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_RSA: {
        const int bits = EVP_PKEY_get_bits(key);
        if (bits < 3072 || bits > 4096)
            return note(FileNote::What::KeySize, QString::number(bits));
        BIGNUM *e = nullptr;
        EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_RSA_E, &e);
        const ssl::BigNumPtr exponent(e);
        char *digits = exponent ? BN_bn2dec(exponent.get()) : nullptr;
        const QString text = QString::fromLatin1(digits);
        OPENSSL_free(digits);
        return note(FileNote::What::KeyExponent, text);
    }
    case EVP_PKEY_RSA_PSS:
        return note(FileNote::What::KeyKind, QStringLiteral("RSASSA-PSS"));
    case EVP_PKEY_EC:
        return note(FileNote::What::KeyKind, curveOf(key));
    default: {
        const char *name = EVP_PKEY_get0_type_name(key);
        return note(FileNote::What::KeyKind, name ? QString::fromLatin1(name) : QStringLiteral("unknown"));
    }
    }
}

QString nameOf(const X509_ALGOR *algorithm)
{
    QString name = textOf(algorithm->algorithm);
    if (OBJ_obj2nid(algorithm->algorithm) != NID_rsassaPss)
        return name;
    const int hash = hashOfPss(algorithm);
    return hash == NID_undef ? name : QStringLiteral("%1 with %2").arg(name, QLatin1String(OBJ_nid2sn(hash)));
}

bool isStrongProof(const X509_ALGOR *algorithm)
{
    switch (OBJ_obj2nid(algorithm->algorithm)) {
    case NID_sha256WithRSAEncryption:
    case NID_sha384WithRSAEncryption:
    case NID_sha512WithRSAEncryption:
        return true;
    case NID_rsassaPss: {
        const int hash = hashOfPss(algorithm);
        return hash == NID_sha256 || hash == NID_sha384 || hash == NID_sha512;
    }
    default:
        return false;
    }
}

Error explained(const Error &error, const QByteArray &der)
{
    const auto x509 = error.code == Code::Algorithm ? ssl::parseCertificate(der) : ssl::X509Ptr();
    if (!x509)
        return error;
    if (const auto why = whyNotUsable(X509_get0_pubkey(x509.get())); why)
        return why->error(error.code, error.detail);
    return note(FileNote::What::CertificateSignature, nameOf(X509_get0_tbs_sigalg(x509.get())))
        .error(error.code, error.detail);
}

} // namespace packwarden::pki
