// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pki/pki.h"

#include "models/core/base/ids.h"
#include "models/core/pki/x509build.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

namespace packwarden::pki {

namespace build {

EVP_PKEY *nativeOf(const PrivateKey &key)
{
    return static_cast<EVP_PKEY *>(key.native());
}

Error failed(const char *what)
{
    return {Code::KeyUnusable, QStringLiteral("%1: %2").arg(QLatin1String(what), ssl::lastError())};
}

namespace {

bool setSerial(X509 *x509)
{
    // 128 random bits; the first bit cleared keeps the DER integer positive, the second set keeps its length.
    const auto random = tryRandomBytes(16);
    if (!random.ok())
        return false;
    QByteArray bytes = *random;
    bytes[0] = char((bytes.at(0) & 0x3f) | 0x40);
    const ssl::BigNumPtr number(
        BN_bin2bn(reinterpret_cast<const unsigned char *>(bytes.constData()), int(bytes.size()), nullptr));
    return BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(x509)) != nullptr;
}

} // namespace

bool setName(X509_NAME *name, const Subject &subject)
{
    const auto add = [name](const char *field, const QString &text) {
        const QByteArray utf8 = text.toUtf8();
        return text.isEmpty()
            || X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8,
                   reinterpret_cast<const unsigned char *>(utf8.constData()), int(utf8.size()), -1, 0)
            == 1;
    };
    return add("O", subject.organisation) && add("CN", subject.commonName);
}

namespace {

bool addPolicy(X509 *x509, const char *oid)
{
    CERTIFICATEPOLICIES *policies = CERTIFICATEPOLICIES_new();
    POLICYINFO *policy = POLICYINFO_new();
    policy->policyid = OBJ_txt2obj(oid, 1);
    sk_POLICYINFO_push(policies, policy);
    const bool good = policy->policyid && X509_add1_ext_i2d(x509, NID_certificate_policies, policies, 0, 0) == 1;
    CERTIFICATEPOLICIES_free(policies);
    return good;
}

bool addExtension(X509 *x509, X509 *issuer, int nid, const QByteArray &value)
{
    // The text form of this one wants a configuration database.
    if (nid == NID_certificate_policies)
        return addPolicy(x509, value.constData());
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, x509, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData());
    const bool good = extension && X509_add_ext(x509, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return good;
}

} // namespace

Result<Certificate> issue(const Certificate *issuer, const PrivateKey &issuerKey, EVP_PKEY *subjectKey,
    const Subject &subject, Validity validity, const QList<Extension> &extensions)
{
    const ssl::X509Ptr x509(X509_new());
    const auto parent = issuer ? ssl::parseCertificate(issuer->der) : ssl::X509Ptr();
    X509 *const parentOrSelf = parent ? parent.get() : x509.get();
    bool good = X509_set_version(x509.get(), X509_VERSION_3) == 1 && setSerial(x509.get())
        && ASN1_TIME_set(X509_getm_notBefore(x509.get()), time_t(validity.from)) != nullptr
        && ASN1_TIME_set(X509_getm_notAfter(x509.get()), time_t(validity.until)) != nullptr
        && setName(X509_get_subject_name(x509.get()), subject)
        && X509_set_issuer_name(x509.get(), X509_get_subject_name(parentOrSelf)) == 1
        && X509_set_pubkey(x509.get(), subjectKey) == 1;
    for (const Extension &extension : extensions)
        good = good && addExtension(x509.get(), parentOrSelf, extension.nid, extension.value);
    // One's own signature is checked at once: a token may give wrong bytes without an error.
    if (!good || X509_sign(x509.get(), nativeOf(issuerKey), EVP_sha256()) <= 0
        || X509_verify(x509.get(), nativeOf(issuerKey)) != 1)
        return failed("certificate");
    return Certificate::fromDer(ssl::der(i2d_X509, x509.get()));
}

QList<Extension> authorityExtensions(const char *basicConstraints)
{
    return {{NID_basic_constraints, basicConstraints}, {NID_key_usage, "critical,keyCertSign,cRLSign"},
        {NID_subject_key_identifier, "hash"}, {NID_authority_key_identifier, "keyid:always"}};
}

Result<QByteArray> namesOf(const LeafName &name)
{
    const bool device = !name.packSerial.isEmpty();
    if (device == (!name.person.isEmpty() || !name.role.isEmpty()))
        return {Code::NotAnIdentifier, name.person};
    if (device) {
        if (!PackSerial::parse(name.packSerial).ok())
            return {Code::NotAnIdentifier, name.packSerial};
        return "URI:urn:packwarden:pack:" + name.packSerial.toLatin1();
    }
    // The same grammar as for roles, so that no id can smuggle a comma into OpenSSL's extension syntax.
    if (!RoleId::parse(name.person).ok() || !RoleId::parse(name.role).ok())
        return {Code::NotAnIdentifier, name.person};
    return "URI:urn:packwarden:person:" + name.person.toLatin1() + ",URI:urn:packwarden:role:" + name.role.toLatin1();
}

Result<QList<Extension>> leafExtensions(const LeafName &name)
{
    const auto names = namesOf(name);
    if (!names.ok())
        return names.error();
    QList<Extension> extensions{{NID_basic_constraints, "critical,CA:FALSE"},
        {NID_key_usage, "critical,digitalSignature"},
        {NID_ext_key_usage, name.packSerial.isEmpty() ? "clientAuth" : "serverAuth"},
        {NID_subject_key_identifier, "hash"}, {NID_authority_key_identifier, "keyid:always"},
        {NID_subject_alt_name, *names}};
    if (name.issuerGeneratedKey)
        extensions.append({NID_certificate_policies, issuerGeneratedKeyOid});
    return extensions;
}

} // namespace build

using build::authorityExtensions;
using build::failed;
using build::issue;
using build::nativeOf;

PrivateKey PrivateKey::adopt(void *evpKey, const std::shared_ptr<void> &base)
{
    PrivateKey result;
    result.m_key = std::shared_ptr<void>(evpKey, [base](void *p) { EVP_PKEY_free(static_cast<EVP_PKEY *>(p)); });
    return result;
}

Result<PrivateKey> PrivateKey::generate(int bits)
{
    EVP_PKEY *key = EVP_RSA_gen(unsigned(bits));
    if (!key)
        return failed("key generation");
    return adopt(key);
}

Result<PrivateKey> PrivateKey::fromPem(const QByteArray &pem)
{
    const ssl::BioPtr bio(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    // An empty passphrase instead of OpenSSL's question on the terminal.
    EVP_PKEY *key = PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, const_cast<char *>(""));
    if (!key)
        return failed("private key");
    return adopt(key);
}

QByteArray PrivateKey::toPem() const
{
    const ssl::BioPtr bio(BIO_new(BIO_s_mem()));
    if (PEM_write_bio_PKCS8PrivateKey(bio.get(), nativeOf(*this), nullptr, nullptr, 0, nullptr, nullptr) != 1) {
        ERR_clear_error();
        return {};
    }
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, qsizetype(size));
}

Result<Certificate> issueRoot(const PrivateKey &key, const Subject &subject, Validity validity)
{
    return issue(nullptr, key, nativeOf(key), subject, validity, authorityExtensions("critical,CA:TRUE,pathlen:1"));
}

Result<Certificate> issueAuthority(const Certificate &root, const PrivateKey &rootKey, const PrivateKey &subjectKey,
    const Subject &subject, Validity validity)
{
    return issue(
        &root, rootKey, nativeOf(subjectKey), subject, validity, authorityExtensions("critical,CA:TRUE,pathlen:0"));
}

Result<Certificate> issueLeaf(const Certificate &issuer, const PrivateKey &issuerKey, const PrivateKey &subjectKey,
    const Subject &subject, const LeafName &name, Validity validity)
{
    const auto extensions = build::leafExtensions(name);
    if (!extensions.ok())
        return extensions.error();
    return issue(&issuer, issuerKey, nativeOf(subjectKey), subject, validity, *extensions);
}

Result<Crl> issueCrl(const Certificate &issuer, const PrivateKey &issuerKey, qint64 number, Validity validity,
    const QList<QByteArray> &revokedSerials)
{
    const auto authority = ssl::parseCertificate(issuer.der);
    const ssl::X509CrlPtr crl(X509_CRL_new());
    using TimePtr = std::unique_ptr<ASN1_TIME, ssl::Deleter<ASN1_TIME_free>>;
    const TimePtr from(ASN1_TIME_set(nullptr, time_t(validity.from)));
    const TimePtr until(ASN1_TIME_set(nullptr, time_t(validity.until)));
    bool good = authority && X509_CRL_set_version(crl.get(), X509_CRL_VERSION_2) == 1
        && X509_CRL_set_issuer_name(crl.get(), X509_get_subject_name(authority.get())) == 1
        && X509_CRL_set1_lastUpdate(crl.get(), from.get()) == 1
        && X509_CRL_set1_nextUpdate(crl.get(), until.get()) == 1;
    for (const QByteArray &serial : revokedSerials) {
        X509_REVOKED *revoked = X509_REVOKED_new();
        ASN1_INTEGER *integer = ssl::integerOf(serial);
        good = good && integer && X509_REVOKED_set_serialNumber(revoked, integer) == 1
            && X509_REVOKED_set_revocationDate(revoked, from.get()) == 1
            && X509_CRL_add0_revoked(crl.get(), revoked) == 1;
        ASN1_INTEGER_free(integer);
    }
    X509_CRL_sort(crl.get());
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, authority.get(), nullptr, nullptr, crl.get(), 0);
    X509_EXTENSION *keyId = X509V3_EXT_conf_nid(nullptr, &context, NID_authority_key_identifier, "keyid:always");
    good = good && keyId && X509_CRL_add_ext(crl.get(), keyId, -1) == 1;
    X509_EXTENSION_free(keyId);
    ASN1_INTEGER *crlNumber = ASN1_INTEGER_new();
    good = good && ASN1_INTEGER_set_int64(crlNumber, number) == 1
        && X509_CRL_add1_ext_i2d(crl.get(), NID_crl_number, crlNumber, 0, 0) == 1;
    ASN1_INTEGER_free(crlNumber);
    if (!good || X509_CRL_sign(crl.get(), nativeOf(issuerKey), EVP_sha256()) <= 0
        || X509_CRL_verify(crl.get(), nativeOf(issuerKey)) != 1)
        return failed("CRL");
    return Crl::fromDer(ssl::der(i2d_X509_CRL, crl.get()));
}

} // namespace packwarden::pki
