// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pki/certificate.h"

#include "models/core/base/ids.h"
#include "models/core/base/printable.h"
#include "models/core/pki/contentfault.h"
#include "models/core/pki/der.h"
#include "models/core/pki/openssl.h"
#include "models/core/pki/revokedlist.h"

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <QCache>

#include <algorithm>
#include <ctime>

namespace packwarden {

namespace ssl {

X509Ptr parseCertificate(const QByteArray &der)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    const auto *end = at + der.size();
    X509Ptr certificate(d2i_X509(nullptr, &at, long(der.size())));
    ERR_clear_error();
    return at == end ? std::move(certificate) : X509Ptr();
}

X509CrlPtr parseCrl(const QByteArray &der)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    const auto *end = at + der.size();
    X509CrlPtr crl(d2i_X509_CRL(nullptr, &at, long(der.size())));
    ERR_clear_error();
    return at == end ? std::move(crl) : X509CrlPtr();
}

std::shared_ptr<const ParsedCertificate> parsedOf(const Certificate &certificate)
{
    if (certificate.parsed && certificate.parsed->der == certificate.der)
        return certificate.parsed;
    auto x509 = parseCertificate(certificate.der);
    return x509 ? std::make_shared<const ParsedCertificate>(ParsedCertificate{certificate.der, std::move(x509)})
                : nullptr;
}

std::shared_ptr<const ParsedCrl> parsedOf(const Crl &crl)
{
    if (crl.parsed && crl.parsed->der == crl.der)
        return crl.parsed;
    auto parsed = parseCrl(crl.der);
    return parsed ? std::make_shared<const ParsedCrl>(ParsedCrl{crl.der, std::move(parsed)}) : nullptr;
}

QByteArray integerBytes(const ASN1_INTEGER *number)
{
    const QByteArray whole = der(i2d_ASN1_INTEGER, number);
    if (whole.size() < 2)
        return {};
    const int length = uchar(whole.at(1));
    return whole.mid(length < 0x80 ? 2 : 2 + (length & 0x7f));
}

ASN1_INTEGER *integerOf(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return nullptr;
    QByteArray whole(1, '\x02');
    constexpr int longForm = 0x80;
    if (bytes.size() >= longForm) {
        whole += '\x82';
        whole += char(bytes.size() >> 8);
    }
    whole += char(bytes.size());
    whole += bytes;
    const auto *at = reinterpret_cast<const unsigned char *>(whole.constData());
    return d2i_ASN1_INTEGER(nullptr, &at, long(whole.size()));
}

qint64 unixTime(const ASN1_TIME *time)
{
    std::tm parts{};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1)
        return 0;
    return qint64(timegm(&parts));
}

QString lastError()
{
    const unsigned long code = ERR_peek_last_error();
    ERR_clear_error();
    char text[256] = "";
    if (code != 0)
        ERR_error_string_n(code, text, sizeof text);
    return QString::fromLatin1(text);
}

QString nameField(const X509_NAME *name, int nid)
{
    const int at = X509_NAME_get_index_by_NID(name, nid, -1);
    if (at < 0)
        return {};
    unsigned char *utf8 = nullptr;
    const int size = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    const QString text = size >= 0 ? QString::fromUtf8(reinterpret_cast<char *>(utf8), size) : QString();
    OPENSSL_free(utf8);
    return text;
}

QString nameFault(const QString &name)
{
    constexpr qsizetype most = 200;
    if (name.size() > most)
        return QStringLiteral("more than %1 characters").arg(most);
    if (const auto unfit = unfitForName(name))
        return QStringLiteral("the character %1 has no place in a name").arg(codePoint(*unfit));
    return {};
}

bool isAllowedKey(EVP_PKEY *key)
{
    if (!key || EVP_PKEY_get_base_id(key) != EVP_PKEY_RSA)
        return false;
    const int bits = EVP_PKEY_get_bits(key);
    BIGNUM *e = nullptr;
    EVP_PKEY_get_bn_param(key, "e", &e);
    const bool f4 = e && BN_is_word(e, RSA_F4);
    BN_free(e);
    return bits >= 3072 && bits <= 4096 && f4;
}

QByteArray keyIdentity(const X509_PUBKEY *encoded)
{
    const EVP_PKEY *key = X509_PUBKEY_get0(encoded);
    const auto number = [&](const char *name) {
        BIGNUM *value = nullptr;
        EVP_PKEY_get_bn_param(key, name, &value);
        const BigNumPtr owned(value);
        QByteArray bytes(value ? BN_num_bytes(value) : 0, Qt::Uninitialized);
        if (value)
            BN_bn2bin(value, reinterpret_cast<unsigned char *>(bytes.data()));
        return bytes;
    };
    const QByteArray info = der::rsaKeyInfo(number(OSSL_PKEY_PARAM_RSA_N), number(OSSL_PKEY_PARAM_RSA_E));
    return info == ssl::der(i2d_X509_PUBKEY, encoded) ? sha256(info) : QByteArray();
}

bool isAllowedSignature(const X509_ALGOR *algorithm)
{
    static const QByteArray wanted = QByteArray::fromHex("300d06092a864886f70d01010b0500");
    return ssl::der(i2d_X509_ALGOR, algorithm) == wanted;
}

QByteArray derOfPem(const QByteArray &pem, const char *name)
{
    const ssl::BioPtr bio(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    unsigned char *bytes = nullptr;
    long size = 0;
    // Without a function of ours OpenSSL would ask for the passphrase of an encrypted block on the terminal.
    const auto noPassphrase = [](char *, int, int, void *) {
        return -1;
    };
    QByteArray found;
    if (PEM_bytes_read_bio(&bytes, &size, nullptr, name, bio.get(), noPassphrase, nullptr) == 1)
        found = QByteArray(reinterpret_cast<char *>(bytes), size);
    ERR_clear_error();
    OPENSSL_free(bytes);
    return found;
}

bool Urns::read(const GENERAL_NAMES *names)
{
    bool good = true;
    for (int i = 0; i < sk_GENERAL_NAME_num(names); ++i) {
        const GENERAL_NAME *name = sk_GENERAL_NAME_value(names, i);
        if (name->type != GEN_URI)
            continue;
        const auto *data = ASN1_STRING_get0_data(name->d.uniformResourceIdentifier);
        const QString uri = QString::fromLatin1(
            reinterpret_cast<const char *>(data), ASN1_STRING_length(name->d.uniformResourceIdentifier));
        const std::pair<QLatin1String, QString *> kinds[] = {{QLatin1String("urn:packwarden:person:"), &person},
            {QLatin1String("urn:packwarden:role:"), &role}, {QLatin1String("urn:packwarden:pack:"), &packSerial}};
        for (const auto &[prefix, field] : kinds) {
            if (!uri.startsWith(prefix))
                continue;
            good = good && field->isEmpty() && uri.size() > prefix.size();
            *field = uri.mid(prefix.size());
        }
    }
    good = good && (packSerial.isEmpty() || (person.isEmpty() && role.isEmpty()));
    return good && (person.isEmpty() || RoleId::parse(person).ok()) && (role.isEmpty() || RoleId::parse(role).ok())
        && (packSerial.isEmpty() || PackSerial::parse(packSerial).ok());
}

} // namespace ssl

namespace {

/// Two URNs of a kind, or of two kinds of holder, make a certificate malformed.
bool readNames(X509 *x509, Certificate &certificate)
{
    int critical = 0;
    auto *names = static_cast<GENERAL_NAMES *>(X509_get_ext_d2i(x509, NID_subject_alt_name, &critical, nullptr));
    if (!names)
        return critical == -1;
    ssl::Urns urns;
    const bool good = urns.read(names);
    GENERAL_NAMES_free(names);
    certificate.person = urns.person;
    certificate.role = urns.role;
    certificate.packSerial = urns.packSerial;
    return good;
}

bool hasPolicy(X509 *x509, const char *oid)
{
    auto *policies
        = static_cast<CERTIFICATEPOLICIES *>(X509_get_ext_d2i(x509, NID_certificate_policies, nullptr, nullptr));
    bool found = false;
    for (int i = 0; policies && i < sk_POLICYINFO_num(policies); ++i) {
        char text[128] = "";
        OBJ_obj2txt(text, sizeof text, sk_POLICYINFO_value(policies, i)->policyid, 1);
        found = found || qstrcmp(text, oid) == 0;
    }
    CERTIFICATEPOLICIES_free(policies);
    return found;
}

} // namespace

Result<Certificate> Certificate::fromDer(const QByteArray &bytes)
{
    constexpr int maxBytes = 16 * 1024;
    if (bytes.size() > maxBytes)
        return {Code::TooLarge, QStringLiteral("certificate")};
    // The same few authorities come with every document: what was good is kept, for each thread by itself.
    constexpr int mostKept = 128;
    thread_local QCache<QByteArray, Certificate> kept(mostKept);
    if (const Certificate *same = kept.object(bytes))
        return *same;
    auto x509 = ssl::parseCertificate(bytes);
    if (!x509)
        return {Code::Malformed, QStringLiteral("certificate")};
    // One certificate, one encoding: the bytes are hashed, compared and revoked by.
    if (!der::isCanonical(bytes))
        return {Code::NotCanonical, QStringLiteral("certificate")};
    Certificate c;
    c.der = bytes;
    c.sha256 = packwarden::sha256(bytes);
    c.serialNumber = ssl::integerBytes(X509_get0_serialNumber(x509.get()));
    c.subjectDer = ssl::der(i2d_X509_NAME, X509_get_subject_name(x509.get()));
    c.issuerDer = ssl::der(i2d_X509_NAME, X509_get_issuer_name(x509.get()));
    c.commonName = ssl::nameField(X509_get_subject_name(x509.get()), NID_commonName);
    c.organisation = ssl::nameField(X509_get_subject_name(x509.get()), NID_organizationName);
    c.notBefore = ssl::unixTime(X509_get0_notBefore(x509.get()));
    c.notAfter = ssl::unixTime(X509_get0_notAfter(x509.get()));
    c.isAuthority = X509_check_ca(x509.get()) == 1;
    c.issuerGeneratedKey = hasPolicy(x509.get(), pki::issuerGeneratedKeyOid);
    for (const QString &name : {c.commonName, c.organisation}) {
        if (const QString fault = ssl::nameFault(name); !fault.isEmpty())
            return ContentFault{ContentFault::What::Name, fault}.error();
    }
    if (!readNames(x509.get(), c))
        return {Code::Malformed, QStringLiteral("subject alternative name")};
    if (X509_get_signature_nid(x509.get()) != NID_sha256WithRSAEncryption
        || !ssl::isAllowedKey(X509_get0_pubkey(x509.get())))
        return {Code::Algorithm, c.commonName};
    const X509_ALGOR *outside = nullptr;
    X509_get0_signature(nullptr, &outside, x509.get());
    const X509_ALGOR *inside = X509_get0_tbs_sigalg(x509.get());
    if (X509_ALGOR_cmp(inside, outside) != 0)
        return {Code::Malformed, QStringLiteral("signature algorithm")};
    if (X509_get_version(x509.get()) != X509_VERSION_3)
        return {Code::Malformed, QStringLiteral("certificate")};
    // RFC 5280, 4.1.2.2.
    if (ASN1_STRING_type(X509_get0_serialNumber(x509.get())) != V_ASN1_INTEGER)
        return {
            Code::Malformed, QStringLiteral("certificate: negative serial number %1").arg(serialText(c.serialNumber))};
    c.spkiSha256 = ssl::keyIdentity(X509_get_X509_PUBKEY(x509.get()));
    if (c.spkiSha256.isEmpty() || !ssl::isAllowedSignature(outside))
        return {Code::NotCanonical, QStringLiteral("certificate")};
    c.parsed = std::make_shared<const ParsedCertificate>(ParsedCertificate{bytes, std::move(x509)});
    kept.insert(bytes, new Certificate(c));
    return c;
}

Result<Certificate> Certificate::fromPem(const QByteArray &pem)
{
    return fromDer(ssl::derOfPem(pem, PEM_STRING_X509));
}

QByteArray Certificate::toPem() const
{
    QByteArray pem = "-----BEGIN CERTIFICATE-----\n";
    const QByteArray base64 = der.toBase64();
    for (qsizetype at = 0; at < base64.size(); at += 64)
        pem += base64.mid(at, 64) + '\n';
    return pem + "-----END CERTIFICATE-----\n";
}

Result<Crl> Crl::fromDer(const QByteArray &bytes)
{
    constexpr int maxBytes = 128 * 1024;
    const auto unusable = [](const QString &cause, Code code = Code::Malformed) {
        return ContentFault{ContentFault::What::RevocationList, cause}.error(code);
    };
    if (bytes.size() > maxBytes)
        return unusable(QStringLiteral("more than %1 bytes, about 3600 entries").arg(maxBytes), Code::TooLarge);
    auto x509 = ssl::parseCrl(bytes);
    if (!x509)
        return unusable(QStringLiteral("no list in DER, or bytes behind it"));
    if (!der::isCanonical(bytes))
        return {Code::NotCanonical, QStringLiteral("CRL")};
    Crl crl;
    crl.der = bytes;
    crl.issuerDer = ssl::der(i2d_X509_NAME, X509_CRL_get_issuer(x509.get()));
    crl.thisUpdate = ssl::unixTime(X509_CRL_get0_lastUpdate(x509.get()));
    crl.nextUpdate = ssl::unixTime(X509_CRL_get0_nextUpdate(x509.get()));
    if (const QString fault = ssl::listFault(x509.get()); !fault.isEmpty())
        return unusable(fault);
    if (const int nid = X509_CRL_get_signature_nid(x509.get()); nid != NID_sha256WithRSAEncryption)
        return unusable(QStringLiteral("signed by %1").arg(QLatin1String(OBJ_nid2sn(nid))), Code::Algorithm);
    crl.number = ssl::listNumber(x509.get());
    crl.revokedSerials = ssl::revokedSerials(x509.get());
    crl.parsed = std::make_shared<const ParsedCrl>(ParsedCrl{bytes, std::move(x509)});
    return crl;
}

QString serialText(const QByteArray &serial)
{
    if (serial.isEmpty() || uchar(serial.front()) < 0x80)
        return QString::fromLatin1((serial.size() > 1 && serial.front() == '\0' ? serial.mid(1) : serial).toHex());
    // The magnitude of a number in two's complement: its bits turned, and one more.
    QByteArray magnitude = serial;
    bool carry = true;
    for (qsizetype i = magnitude.size() - 1; i >= 0; --i) {
        magnitude[i] = char(~uchar(magnitude.at(i)) + (carry ? 1 : 0));
        carry = carry && magnitude.at(i) == '\0';
    }
    while (magnitude.size() > 1 && magnitude.front() == '\0')
        magnitude.remove(0, 1);
    return u'-' + QString::fromLatin1(magnitude.toHex());
}

bool verifyRs256(const Certificate &signer, const QByteArray &bytes, const QByteArray &signature)
{
    const auto parsed = ssl::parsedOf(signer);
    EVP_PKEY *key = parsed ? X509_get0_pubkey(parsed->x509.get()) : nullptr;
    // What fromDer made has an allowed key; what was put together otherwise is looked at.
    if (!key || (parsed != signer.parsed && !ssl::isAllowedKey(key)))
        return false;
    const std::unique_ptr<EVP_MD_CTX, ssl::Deleter<EVP_MD_CTX_free>> context(EVP_MD_CTX_new());
    const auto *data = reinterpret_cast<const unsigned char *>(bytes.constData());
    const auto *mark = reinterpret_cast<const unsigned char *>(signature.constData());
    // PKCS #1 v1.5 is what OpenSSL takes for an RSA key unless told otherwise.
    const bool good = context && EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key) == 1
        && EVP_DigestVerify(context.get(), mark, size_t(signature.size()), data, size_t(bytes.size())) == 1;
    ERR_clear_error();
    return good;
}

} // namespace packwarden
