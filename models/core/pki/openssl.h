// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>

namespace packwarden {
struct Certificate;
struct Crl;
struct ParsedCertificate;
struct ParsedCrl;
} // namespace packwarden

/// Private to core's sources: owners for OpenSSL's objects, and DER in and out.
namespace packwarden::ssl {

template <auto Free> struct Deleter
{
    template <typename T> void operator()(T *object) const { Free(object); }
};

using X509Ptr = std::unique_ptr<X509, Deleter<X509_free>>;
using X509ReqPtr = std::unique_ptr<X509_REQ, Deleter<X509_REQ_free>>;
using X509CrlPtr = std::unique_ptr<X509_CRL, Deleter<X509_CRL_free>>;
using EvpKeyPtr = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>>;
using BioPtr = std::unique_ptr<BIO, Deleter<BIO_free_all>>;
using BigNumPtr = std::unique_ptr<BIGNUM, Deleter<BN_free>>;

/// Any i2d_ function's DER.
template <typename T> QByteArray der(int (*i2d)(const T *, unsigned char **), const T *object)
{
    const int size = i2d(object, nullptr);
    if (size <= 0)
        return {};
    QByteArray bytes(size, Qt::Uninitialized);
    auto *at = reinterpret_cast<unsigned char *>(bytes.data());
    i2d(object, &at);
    return bytes;
}

/// The object of this very value: its own if its bytes are still the same, else parsed anew. Null for what does not
/// parse.
std::shared_ptr<const ParsedCertificate> parsedOf(const Certificate &certificate);
std::shared_ptr<const ParsedCrl> parsedOf(const Crl &crl);

/// Null for what does not parse or has trailing bytes.
X509Ptr parseCertificate(const QByteArray &der);
X509CrlPtr parseCrl(const QByteArray &der);
/// The octets of the value, in two's complement (X.690, 8.3).
QByteArray integerBytes(const ASN1_INTEGER *number);
/// The number that integerBytes gives these octets of; the caller's. Null for none.
ASN1_INTEGER *integerOf(const QByteArray &bytes);
qint64 unixTime(const ASN1_TIME *time);
/// The first value of a kind in a name, as text.
QString nameField(const X509_NAME *name, int nid);
/// Names are shown and kept in records: why this one is none of ours. Empty for a good one.
QString nameFault(const QString &name);
inline bool isPlain(const QString &name)
{
    return nameFault(name).isEmpty();
}
/// RSA of 3072 to 4096 bits with e = 65537.
bool isAllowedKey(EVP_PKEY *key);
/// SHA-256 of the SubjectPublicKeyInfo, made anew from modulus and exponent: the key, however somebody encoded it.
/// Empty if this is not how it was encoded.
QByteArray keyIdentity(const X509_PUBKEY *encoded);
/// sha256WithRSAEncryption with NULL (RFC 4055, 5) and nothing else.
bool isAllowedSignature(const X509_ALGOR *algorithm);
/// The DER inside of the first PEM block of this name; empty if there is none, or an encrypted one.
QByteArray derOfPem(const QByteArray &pem, const char *name);

/// The packwarden URNs of a subject alternative name.
struct Urns
{
    QString person;
    QString role;
    QString packSerial;
    /// False for two of a kind, for ids outside their grammar, and for a pack's serial beside a person or role.
    bool read(const GENERAL_NAMES *names);
};

/// The newest error of OpenSSL's queue, which is emptied.
QString lastError();

} // namespace packwarden::ssl

namespace packwarden {

struct ParsedCertificate
{
    QByteArray der;
    ssl::X509Ptr x509;
};

struct ParsedCrl
{
    QByteArray der;
    ssl::X509CrlPtr crl;
};

} // namespace packwarden
