// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pki/certificate.h"
#include "models/core/pki/chainmemo.h"
#include "models/core/pki/openssl.h"

#include <openssl/err.h>
#include <openssl/x509_vfy.h>

#include <algorithm>

namespace packwarden {

namespace {

using StorePtr = std::unique_ptr<X509_STORE, ssl::Deleter<X509_STORE_free>>;
using ContextPtr = std::unique_ptr<X509_STORE_CTX, ssl::Deleter<X509_STORE_CTX_free>>;

struct StackDeleter
{
    void operator()(STACK_OF(X509) * stack) const { sk_X509_pop_free(stack, X509_free); }
    void operator()(STACK_OF(X509_CRL) * stack) const { sk_X509_CRL_pop_free(stack, X509_CRL_free); }
};
using CertificatesPtr = std::unique_ptr<STACK_OF(X509), StackDeleter>;
using CrlsPtr = std::unique_ptr<STACK_OF(X509_CRL), StackDeleter>;

Code codeOf(int error)
{
    switch (error) {
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return Code::CertificateNotYetValid;
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return Code::CertificateExpired;
    case X509_V_ERR_CERT_REVOKED:
        return Code::CertificateRevoked;
    case X509_V_ERR_UNABLE_TO_GET_CRL:
    case X509_V_ERR_UNABLE_TO_GET_CRL_ISSUER:
    case X509_V_ERR_CRL_HAS_EXPIRED:
    case X509_V_ERR_CRL_NOT_YET_VALID:
    case X509_V_ERR_CRL_SIGNATURE_FAILURE:
    case X509_V_ERR_CRL_PATH_VALIDATION_ERROR:
    case X509_V_ERR_KEYUSAGE_NO_CRL_SIGN:
    case X509_V_ERR_UNHANDLED_CRITICAL_CRL_EXTENSION:
    case X509_V_ERR_DIFFERENT_CRL_SCOPE:
        return Code::CrlStale;
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
    case X509_V_ERR_UNABLE_TO_DECRYPT_CERT_SIGNATURE:
        return Code::SignatureInvalid;
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_CERT_UNTRUSTED:
    case X509_V_ERR_SUBJECT_ISSUER_MISMATCH:
        return Code::UnknownIssuer;
    default:
        return Code::Malformed;
    }
}

/// A list past its nextUpdate still counts within the grace of the layer.
struct Grace
{
    qint64 at = 0;
    qint64 seconds = 0;
};

int tolerateGrace(int ok, X509_STORE_CTX *context)
{
    if (ok || X509_STORE_CTX_get_error(context) != X509_V_ERR_CRL_HAS_EXPIRED)
        return ok;
    const auto *grace = static_cast<const Grace *>(X509_STORE_CTX_get_app_data(context));
    const X509_CRL *crl = X509_STORE_CTX_get0_current_crl(context);
    if (!grace || !crl || grace->at > ssl::unixTime(X509_CRL_get0_nextUpdate(crl)) + grace->seconds)
        return 0;
    X509_STORE_CTX_set_error(context, X509_V_OK);
    return 1;
}

/// What a person's or device's leaf must say beyond RFC 5280.
bool hasLeafProfile(X509 *leaf, ChainPurpose purpose)
{
    constexpr uint32_t keyUsage = KU_DIGITAL_SIGNATURE;
    const uint32_t extended = purpose == ChainPurpose::Person ? XKU_SSL_CLIENT : XKU_SSL_SERVER;
    const uint32_t flags = X509_get_extension_flags(leaf);
    return (flags & EXFLAG_CA) == 0 && (flags & EXFLAG_KUSAGE) != 0 && (flags & EXFLAG_XKUSAGE) != 0
        && X509_get_key_usage(leaf) == keyUsage && X509_get_extended_key_usage(leaf) == extended;
}

/// OpenSSL chooses lists by name and date before it looks at the signature: one of another authority under the same
/// name would shut out the true one. Lists of names that are not in the chain are not looked at.
bool belongs(
    const Crl &crl, const Certificate &leaf, const QList<Certificate> &intermediates, const TrustAnchors &anchors)
{
    const auto named = [&](const Certificate &certificate) {
        return certificate.issuerDer == crl.issuerDer;
    };
    if (!named(leaf) && std::none_of(intermediates.begin(), intermediates.end(), named))
        return false;
    // Where several bear the name of the list, it must be of the one who issued something here: another of that name
    // may have been sent along.
    const auto bearsName = [&](const Certificate &issuer) {
        return issuer.subjectDer == crl.issuerDer;
    };
    const auto bearers = std::count_if(intermediates.begin(), intermediates.end(), bearsName)
        + std::count_if(anchors.roots.begin(), anchors.roots.end(), bearsName);
    const auto signedIt = [&](const Certificate &issuer) {
        if (!bearsName(issuer) || !(anchors.memo ? anchors.memo->isListOf(crl, issuer) : isListOf(crl, issuer)))
            return false;
        const auto issued = [&](const Certificate &certificate) {
            return named(certificate) && isIssuedBy(certificate, issuer);
        };
        return bearers == 1 || issued(leaf) || std::any_of(intermediates.begin(), intermediates.end(), issued);
    };
    return std::any_of(intermediates.begin(), intermediates.end(), signedIt)
        || std::any_of(anchors.roots.begin(), anchors.roots.end(), signedIt);
}

/// OpenSSL counts references to certificates that it is given to hold.
X509 *shared(const ParsedCertificate &parsed)
{
    X509 *x509 = parsed.x509.get();
    X509_up_ref(x509);
    return x509;
}

Result<Certificate> validatePath(const Certificate &leaf, const QList<Certificate> &intermediates,
    const TrustAnchors &anchors, ChainPurpose purpose, qint64 at, qint64 crlGrace)
{
    const StorePtr store(X509_STORE_new());
    for (const Certificate &root : anchors.roots) {
        if (const auto parsed = ssl::parsedOf(root))
            X509_STORE_add_cert(store.get(), parsed->x509.get());
    }
    const CertificatesPtr untrusted(sk_X509_new_null());
    for (const Certificate &certificate : intermediates) {
        if (const auto parsed = ssl::parsedOf(certificate))
            sk_X509_push(untrusted.get(), shared(*parsed));
    }
    const CrlsPtr crls(sk_X509_CRL_new_null());
    for (const CrlEntry &entry : anchors.crls) {
        if (!belongs(entry.crl, leaf, intermediates, anchors))
            continue;
        if (const auto parsed = ssl::parsedOf(entry.crl)) {
            X509_CRL_up_ref(parsed->crl.get());
            sk_X509_CRL_push(crls.get(), parsed->crl.get());
        }
    }
    const auto parsedLeaf = ssl::parsedOf(leaf);
    X509 *x509 = parsedLeaf ? parsedLeaf->x509.get() : nullptr;
    const ContextPtr context(X509_STORE_CTX_new());
    if (!x509 || !context || X509_STORE_CTX_init(context.get(), store.get(), x509, untrusted.get()) != 1)
        return {Code::Malformed, leaf.commonName};
    X509_STORE_CTX_set0_crls(context.get(), crls.get());
    X509_VERIFY_PARAM *parameters = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_flags(
        parameters, X509_V_FLAG_X509_STRICT | X509_V_FLAG_CRL_CHECK | X509_V_FLAG_CRL_CHECK_ALL);
    X509_VERIFY_PARAM_set_time(parameters, time_t(at));
    X509_VERIFY_PARAM_set_depth(parameters, 2);
    Grace grace{at, crlGrace};
    X509_STORE_CTX_set_app_data(context.get(), &grace);
    X509_STORE_CTX_set_verify_cb(context.get(), tolerateGrace);
    const bool good = X509_verify_cert(context.get()) == 1;
    const int error = X509_STORE_CTX_get_error(context.get());
    ERR_clear_error();
    if (!good || error != X509_V_OK)
        return {codeOf(error),
            QStringLiteral("%1: %2").arg(leaf.commonName, QLatin1String(X509_verify_cert_error_string(error)))};
    if (!hasLeafProfile(x509, purpose))
        return {Code::Malformed, QStringLiteral("%1: key usage").arg(leaf.commonName)};
    STACK_OF(X509) *path = X509_STORE_CTX_get0_chain(context.get());
    const X509 *top = sk_X509_value(path, sk_X509_num(path) - 1);
    for (const Certificate &root : anchors.roots) {
        const auto parsed = ssl::parsedOf(root);
        if (parsed && X509_cmp(parsed->x509.get(), top) == 0)
            return root;
    }
    return {Code::UnknownIssuer, leaf.commonName};
}

} // namespace

bool isIssuedBy(const Certificate &certificate, const Certificate &issuer)
{
    const auto child = ssl::parsedOf(certificate);
    const auto parent = ssl::parsedOf(issuer);
    const bool good = child && parent && X509_check_issued(parent->x509.get(), child->x509.get()) == X509_V_OK
        && X509_verify(child->x509.get(), X509_get0_pubkey(parent->x509.get())) == 1;
    ERR_clear_error();
    return good;
}

bool isListOf(const Crl &crl, const Certificate &issuer)
{
    if (!issuer.isAuthority || crl.issuerDer != issuer.subjectDer)
        return false;
    const auto list = ssl::parsedOf(crl);
    const auto authority = ssl::parsedOf(issuer);
    const bool good = list && authority && (X509_get_key_usage(authority->x509.get()) & KU_CRL_SIGN) != 0
        && X509_CRL_verify(list->crl.get(), X509_get0_pubkey(authority->x509.get())) == 1;
    ERR_clear_error();
    return good;
}

Result<Certificate> validateChain(const Certificate &leaf, const QList<Certificate> &intermediates,
    const TrustAnchors &anchors, ChainPurpose purpose, qint64 at, qint64 crlGrace)
{
    if (anchors.memo) {
        if (const auto root = anchors.memo->rootOf(leaf, intermediates, anchors, purpose, at, crlGrace))
            return *root;
    }
    const auto root = validatePath(leaf, intermediates, anchors, purpose, at, crlGrace);
    if (anchors.memo && root.ok())
        anchors.memo->keep(leaf, intermediates, anchors, purpose, at, crlGrace, *root);
    return root;
}

} // namespace packwarden
