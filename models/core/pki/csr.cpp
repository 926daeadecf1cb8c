// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pki/csr.h"

#include "models/core/base/ids.h"
#include "models/core/base/printable.h"
#include "models/core/pki/contentfault.h"
#include "models/core/pki/der.h"
#include "models/core/pki/keykind.h"
#include "models/core/pki/x509build.h"

#include <openssl/err.h>
#include <openssl/pem.h>

namespace packwarden::pki {

using build::failed;
using build::nativeOf;

namespace {

struct ExtensionsDeleter
{
    void operator()(STACK_OF(X509_EXTENSION) * stack) const { sk_X509_EXTENSION_pop_free(stack, X509_EXTENSION_free); }
};
using ExtensionsPtr = std::unique_ptr<STACK_OF(X509_EXTENSION), ExtensionsDeleter>;

Result<QByteArray> make(const PrivateKey &key, const Subject &subject, const QList<build::Extension> &wanted)
{
    const ssl::X509ReqPtr request(X509_REQ_new());
    const ExtensionsPtr extensions(sk_X509_EXTENSION_new_null());
    bool good = X509_REQ_set_version(request.get(), X509_REQ_VERSION_1) == 1
        && build::setName(X509_REQ_get_subject_name(request.get()), subject)
        && X509_REQ_set_pubkey(request.get(), nativeOf(key)) == 1;
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, nullptr, nullptr, request.get(), nullptr, 0);
    for (const build::Extension &extension : wanted) {
        X509_EXTENSION *made = X509V3_EXT_conf_nid(nullptr, &context, extension.nid, extension.value.constData());
        good = good && made && sk_X509_EXTENSION_push(extensions.get(), made) > 0;
        if (!good)
            X509_EXTENSION_free(made);
    }
    good = good && X509_REQ_add_extensions(request.get(), extensions.get()) == 1;
    if (!good || X509_REQ_sign(request.get(), nativeOf(key), EVP_sha256()) <= 0)
        return failed("certificate request");
    return ssl::der(i2d_X509_REQ, request.get());
}

/// Null for what does not parse or has trailing bytes.
ssl::X509ReqPtr parse(const QByteArray &bytes)
{
    const auto *at = reinterpret_cast<const unsigned char *>(bytes.constData());
    const auto *end = at + bytes.size();
    ssl::X509ReqPtr request(d2i_X509_REQ(nullptr, &at, long(bytes.size())));
    ERR_clear_error();
    return at == end ? std::move(request) : ssl::X509ReqPtr();
}

/// Why nobody should be certified under this name. Empty for a good one.
QString subjectFault(const X509_NAME *name, const Subject &subject)
{
    if (subject.commonName.isEmpty())
        return QStringLiteral("no common name");
    for (const QString &text : {subject.commonName, subject.organisation}) {
        if (QString fault = ssl::nameFault(text); !fault.isEmpty())
            return fault;
        // What RFC 5280 (A.1) lets a name have; a character beyond the BMP is one, too.
        constexpr qsizetype most = 64;
        if (text.toUcs4().size() > most)
            return QStringLiteral("more than %1 characters").arg(most);
    }
    if (isBlank(subject.commonName))
        return QStringLiteral("nothing of the common name can be seen");
    // Which of two would be meant is for the holder to say.
    for (const auto &[nid, what] :
        {std::pair{NID_commonName, "common names"}, std::pair{NID_organizationName, "organisations"}}) {
        const int first = X509_NAME_get_index_by_NID(name, nid, -1);
        if (first >= 0 && X509_NAME_get_index_by_NID(name, nid, first) >= 0)
            return QStringLiteral("two %1, one of them %2").arg(QLatin1String(what), ssl::nameField(name, nid));
    }
    return {};
}

/// What is wished for among the extensions. False where it contradicts itself.
bool readWishes(X509_REQ *x509, SigningRequest &request)
{
    const ExtensionsPtr extensions(X509_REQ_get_extensions(x509));
    int critical = 0;
    auto *constraints
        = static_cast<BASIC_CONSTRAINTS *>(X509V3_get_d2i(extensions.get(), NID_basic_constraints, &critical, nullptr));
    bool good = constraints || critical == -1;
    request.isAuthority = constraints && constraints->ca != 0;
    BASIC_CONSTRAINTS_free(constraints);
    auto *names
        = static_cast<GENERAL_NAMES *>(X509V3_get_d2i(extensions.get(), NID_subject_alt_name, &critical, nullptr));
    good = good && (names || critical == -1);
    ssl::Urns urns;
    good = good && (!names || urns.read(names));
    GENERAL_NAMES_free(names);
    request.name = {urns.person, urns.role, urns.packSerial, false};
    ERR_clear_error();
    return good && (request.isAuthority ? request.name == LeafName{} : build::namesOf(request.name).ok());
}

/// Is this key allowed to certify at all, and so that a chain can pass?
Result<> checkIssuer(const Certificate &issuer, const PrivateKey &issuerKey, bool issuesAuthority, Validity validity)
{
    const auto x509 = ssl::parseCertificate(issuer.der);
    const bool fits = x509 && EVP_PKEY_eq(X509_get0_pubkey(x509.get()), nativeOf(issuerKey)) == 1;
    ERR_clear_error();
    if (!fits || !issuer.isAuthority || (X509_get_key_usage(x509.get()) & KU_KEY_CERT_SIGN) == 0)
        return {Code::KeyUnusable, issuer.commonName};
    if (issuesAuthority && X509_get_pathlen(x509.get()) == 0)
        return {Code::KeyUnusable, QStringLiteral("%1: path length").arg(issuer.commonName)};
    if (validity.from >= validity.until || validity.from < issuer.notBefore || validity.until > issuer.notAfter)
        return {Code::CertificateExpired, issuer.commonName};
    return Result<>::success();
}

} // namespace

QByteArray SigningRequest::toPem() const
{
    QByteArray pem = "-----BEGIN CERTIFICATE REQUEST-----\n";
    const QByteArray base64 = der.toBase64();
    for (qsizetype at = 0; at < base64.size(); at += 64)
        pem += base64.mid(at, 64) + '\n';
    return pem + "-----END CERTIFICATE REQUEST-----\n";
}

Result<QByteArray> makeSigningRequest(const PrivateKey &key, const Subject &subject, const LeafName &name)
{
    const auto names = build::namesOf(name);
    if (!names.ok())
        return names.error();
    return make(key, subject, {{NID_subject_alt_name, *names}});
}

Result<QByteArray> makeAuthorityRequest(const PrivateKey &key, const Subject &subject)
{
    return make(key, subject, {{NID_basic_constraints, "critical,CA:TRUE"}});
}

Result<SigningRequest> readSigningRequest(const QByteArray &bytes)
{
    constexpr int maxBytes = 16 * 1024;
    if (bytes.size() > maxBytes)
        return {Code::TooLarge, QStringLiteral("certificate request")};
    SigningRequest request;
    request.der = bytes.startsWith("-----BEGIN") ? ssl::derOfPem(bytes, PEM_STRING_X509_REQ) : bytes;
    const auto x509 = parse(request.der);
    if (!x509)
        return {Code::Malformed, QStringLiteral("certificate request")};
    if (!der::isCanonical(request.der))
        return {Code::NotCanonical, QStringLiteral("certificate request")};
    const X509_NAME *subject = X509_REQ_get_subject_name(x509.get());
    request.subject = {ssl::nameField(subject, NID_commonName), ssl::nameField(subject, NID_organizationName)};
    if (const QString fault = subjectFault(subject, request.subject); !fault.isEmpty())
        return ContentFault{ContentFault::What::Name, fault}.error();
    if (!readWishes(x509.get(), request))
        return {Code::Malformed, QStringLiteral("subject alternative name")};
    EVP_PKEY *key = X509_REQ_get0_pubkey(x509.get());
    if (const auto note = whyNotUsable(key); note)
        return note->error(Code::Algorithm, request.subject.commonName);
    // The proof is for the issuer alone and goes into no certificate: what proves the key is enough.
    const X509_ALGOR *algorithm = nullptr;
    X509_REQ_get0_signature(x509.get(), nullptr, &algorithm);
    if (!isStrongProof(algorithm))
        return FileNote{FileNote::What::ProofHash, nameOf(algorithm)}.error(
            Code::Algorithm, request.subject.commonName);
    request.spkiSha256 = ssl::keyIdentity(X509_REQ_get_X509_PUBKEY(x509.get()));
    if (request.spkiSha256.isEmpty())
        return {Code::NotCanonical, QStringLiteral("certificate request")};
    const bool proved = X509_REQ_verify(x509.get(), key) == 1;
    ERR_clear_error();
    if (!proved)
        return {Code::SignatureInvalid, request.subject.commonName};
    return request;
}

Result<Certificate> issueFromRequest(
    const Certificate &issuer, const PrivateKey &issuerKey, const SigningRequest &request, Validity validity)
{
    const auto read = readSigningRequest(request.der);
    if (!read.ok())
        return read.error();
    if (auto good = checkIssuer(issuer, issuerKey, read->isAuthority, validity); !good.ok())
        return good.error();
    const auto extensions = read->isAuthority
        ? Result<QList<build::Extension>>(build::authorityExtensions("critical,CA:TRUE,pathlen:0"))
        : build::leafExtensions(read->name);
    if (!extensions.ok())
        return extensions.error();
    const auto x509 = parse(read->der);
    return build::issue(&issuer, issuerKey, X509_REQ_get0_pubkey(x509.get()), read->subject, validity, *extensions);
}

Result<Certificate> renewLeaf(
    const Certificate &issuer, const PrivateKey &issuerKey, const Certificate &former, Validity validity)
{
    if (former.isAuthority || !isIssuedBy(former, issuer))
        return {Code::UnknownIssuer, former.commonName};
    if (auto good = checkIssuer(issuer, issuerKey, false, validity); !good.ok())
        return good.error();
    const auto extensions
        = build::leafExtensions({former.person, former.role, former.packSerial, former.issuerGeneratedKey});
    if (!extensions.ok())
        return extensions.error();
    const auto x509 = ssl::parseCertificate(former.der);
    return build::issue(&issuer, issuerKey, X509_get0_pubkey(x509.get()), {former.commonName, former.organisation},
        validity, *extensions);
}

} // namespace packwarden::pki
