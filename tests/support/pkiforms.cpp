// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/pkiforms.h"

#include <QStringEncoder>

#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/asn1t.h>
#include <openssl/ec.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <array>

namespace packwarden::test::forms {

namespace {

template <typename T> QByteArray derOf(int (*i2d)(const T *, unsigned char **), T *object, void (*free)(T *))
{
    unsigned char *out = nullptr;
    const int size = i2d(object, &out);
    const QByteArray der(reinterpret_cast<const char *>(out), std::max(size, 0));
    OPENSSL_free(out);
    free(object);
    return der;
}

template <typename T> T *parsed(T *(*d2i)(T **, const unsigned char **, long), const QByteArray &der)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    return d2i(nullptr, &at, long(der.size()));
}

EVP_PKEY *native(const pki::PrivateKey &key)
{
    return static_cast<EVP_PKEY *>(key.native());
}

/// PBMAC1 (RFC 9579) over the content of the file, in place of its integrity check.
void setPbmac1(PKCS12 *file, const QByteArray &secret, int iterations)
{
    // Where the content is not to be had from the structure, it is what the usual check is about: the outer PKCS#7.
    const QByteArray whole = [file] {
        unsigned char *out = nullptr;
        const int size = i2d_PKCS12(file, &out);
        const QByteArray der(reinterpret_cast<const char *>(out), size);
        OPENSSL_free(out);
        return der;
    }();
    const auto *at = reinterpret_cast<const unsigned char *>(whole.constData());
    long size = 0;
    int tag = 0;
    int type = 0;
    ASN1_get_object(&at, &size, &tag, &type, long(whole.size()));
    ASN1_INTEGER_free(d2i_ASN1_INTEGER(nullptr, &at, size));
    const auto *end = reinterpret_cast<const unsigned char *>(whole.constData()) + whole.size();
    PKCS7 *outer = d2i_PKCS7(nullptr, &at, end - at);

    std::array<unsigned char, 16> salt{7, 3, 9};
    X509_ALGOR *derivation = PKCS5_pbkdf2_set(iterations, salt.data(), int(salt.size()), NID_hmacWithSHA256, 32);
    std::array<unsigned char, 32> key{};
    std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
    unsigned macSize = 0;
    PKCS5_PBKDF2_HMAC(secret.constData(), int(secret.size()), salt.data(), int(salt.size()), iterations, EVP_sha256(),
        int(key.size()), key.data());
    HMAC(EVP_sha256(), key.data(), int(key.size()), outer->d.data->data, std::size_t(outer->d.data->length), mac.data(),
        &macSize);
    PKCS7_free(outer);

    const ASN1_OCTET_STRING *value = nullptr;
    const X509_ALGOR *algorithm = nullptr;
    PKCS12_get0_mac(&value, &algorithm, nullptr, nullptr, file);
    PBE2PARAM *parameters = PBE2PARAM_new();
    X509_ALGOR_free(parameters->keyfunc);
    parameters->keyfunc = derivation;
    X509_ALGOR_set0(parameters->encryption, OBJ_nid2obj(NID_hmacWithSHA256), V_ASN1_NULL, nullptr);
    ASN1_STRING *packed = ASN1_item_pack(parameters, ASN1_ITEM_rptr(PBE2PARAM), nullptr);
    PBE2PARAM_free(parameters);
    X509_ALGOR_set0(const_cast<X509_ALGOR *>(algorithm), OBJ_nid2obj(NID_pbmac1), V_ASN1_SEQUENCE, packed);
    ASN1_OCTET_STRING_set(const_cast<ASN1_OCTET_STRING *>(value), mac.data(), int(macSize));
}

} // namespace

QByteArray pem(const QByteArray &label, const QByteArray &der, int width)
{
    const QByteArray base64 = der.toBase64();
    QByteArray text = "-----BEGIN " + label + "-----\n";
    const qsizetype step = width > 0 ? width : base64.size();
    for (qsizetype at = 0; at < base64.size(); at += step)
        text += base64.mid(at, step) + '\n';
    return text + "-----END " + label + "-----\n";
}

QByteArray utf16(const QByteArray &text, bool bigEndian, bool mark)
{
    QStringEncoder encode(bigEndian ? QStringConverter::Utf16BE : QStringConverter::Utf16LE,
        mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encode(QString::fromUtf8(text));
}

QByteArray pkcs7(const QList<Certificate> &certificates, const QList<Crl> &lists)
{
    PKCS7 *file = PKCS7_new();
    PKCS7_set_type(file, NID_pkcs7_signed);
    PKCS7_content_new(file, NID_pkcs7_data);
    // Nothing is signed, and there is no content that would be (RFC 2315, 9.1).
    PKCS7_set_detached(file, 1);
    for (const Certificate &certificate : certificates) {
        X509 *x509 = parsed(d2i_X509, certificate.der);
        PKCS7_add_certificate(file, x509);
        X509_free(x509);
    }
    for (const Crl &list : lists) {
        X509_CRL *crl = parsed(d2i_X509_CRL, list.der);
        PKCS7_add_crl(file, crl);
        X509_CRL_free(crl);
    }
    return derOf(i2d_PKCS7, file, PKCS7_free);
}

QByteArray withTrust(const Certificate &certificate)
{
    X509 *x509 = parsed(d2i_X509, certificate.der);
    X509_add1_trust_object(x509, OBJ_nid2obj(NID_client_auth));
    return derOf(i2d_X509_AUX, x509, X509_free);
}

pki::PrivateKey ecKey()
{
    return pki::PrivateKey::adopt(EVP_EC_gen("P-256"));
}

QByteArray requestSigned(const QByteArray &der, const pki::PrivateKey &key, const char *hash, bool pss)
{
    X509_REQ *request = parsed(d2i_X509_REQ, der);
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    EVP_PKEY_CTX *padding = nullptr;
    EVP_DigestSignInit_ex(context, &padding, hash, nullptr, nullptr, native(key), nullptr);
    if (pss)
        EVP_PKEY_CTX_set_rsa_padding(padding, RSA_PKCS1_PSS_PADDING);
    X509_REQ_sign_ctx(request, context);
    EVP_MD_CTX_free(context);
    return derOf(i2d_X509_REQ, request, X509_REQ_free);
}

QByteArray certificateSigned(const QByteArray &der, const pki::PrivateKey &key, const char *hash)
{
    X509 *x509 = parsed(d2i_X509, der);
    X509_sign(x509, native(key), EVP_get_digestbyname(hash));
    return derOf(i2d_X509, x509, X509_free);
}

QByteArray listSigned(const QByteArray &der, const pki::PrivateKey &key, const char *hash)
{
    X509_CRL *crl = parsed(d2i_X509_CRL, der);
    X509_CRL_sign(crl, native(key), EVP_get_digestbyname(hash));
    return derOf(i2d_X509_CRL, crl, X509_CRL_free);
}

QByteArray listRevoking(const QByteArray &der, const pki::PrivateKey &key, int count)
{
    X509_CRL *crl = parsed(d2i_X509_CRL, der);
    for (int i = 0; i < count; ++i) {
        ASN1_INTEGER *serial = ASN1_INTEGER_new();
        ASN1_INTEGER_set_int64(serial, 1'000'000'000 + i);
        X509_REVOKED *revoked = X509_REVOKED_new();
        X509_REVOKED_set_serialNumber(revoked, serial);
        X509_REVOKED_set_revocationDate(revoked, const_cast<ASN1_TIME *>(X509_CRL_get0_lastUpdate(crl)));
        X509_CRL_add0_revoked(crl, revoked);
        ASN1_INTEGER_free(serial);
    }
    X509_CRL_sort(crl);
    X509_CRL_sign(crl, native(key), EVP_sha256());
    return derOf(i2d_X509_CRL, crl, X509_CRL_free);
}

QByteArray sealedPem(const pki::PrivateKey &key, const QByteArray &secret, bool oldForm)
{
    BIO *bio = BIO_new(BIO_s_mem());
    const auto *bytes = reinterpret_cast<const unsigned char *>(secret.constData());
    if (oldForm)
        PEM_write_bio_PrivateKey_traditional(
            bio, native(key), EVP_aes_256_cbc(), bytes, int(secret.size()), nullptr, nullptr);
    else
        PEM_write_bio_PKCS8PrivateKey(
            bio, native(key), EVP_aes_256_cbc(), secret.constData(), int(secret.size()), nullptr, nullptr);
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    const QByteArray text(data, size);
    BIO_free_all(bio);
    return text;
}

QByteArray KeyFile::der() const
{
    const int used = cipher == 0 ? NID_aes_256_cbc : cipher;
    STACK_OF(PKCS12_SAFEBAG) *certificateBags = nullptr;
    for (const Certificate &certificate : certificates) {
        X509 *x509 = parsed(d2i_X509, certificate.der);
        PKCS12_add_cert(&certificateBags, x509);
        X509_free(x509);
    }
    STACK_OF(PKCS12_SAFEBAG) *keyBags = nullptr;
    for (const Entry &entry : keys) {
        PKCS12_SAFEBAG *bag = PKCS12_add_key(&keyBags, native(entry.key), 0, iterations, used, secret.constData());
        if (!entry.name.isEmpty())
            PKCS12_add_friendlyname_utf8(bag, entry.name.toUtf8().constData(), -1);
    }
    STACK_OF(PKCS7) *parts = nullptr;
    if (certificateBags)
        PKCS12_add_safe(&parts, certificateBags, used, iterations, secret.constData());
    if (keyBags)
        PKCS12_add_safe(&parts, keyBags, -1, 0, nullptr);
    PKCS12 *file = PKCS12_add_safes(parts, 0);
    if (mac != Mac::None)
        PKCS12_set_mac(
            file, (macSecret.isEmpty() ? secret : macSecret).constData(), -1, nullptr, 0, iterations, EVP_sha256());
    if (mac == Mac::Pbmac1)
        setPbmac1(file, secret, iterations);
    sk_PKCS7_pop_free(parts, PKCS7_free);
    sk_PKCS12_SAFEBAG_pop_free(certificateBags, PKCS12_SAFEBAG_free);
    sk_PKCS12_SAFEBAG_pop_free(keyBags, PKCS12_SAFEBAG_free);
    return derOf(i2d_PKCS12, file, PKCS12_free);
}

} // namespace packwarden::test::forms
