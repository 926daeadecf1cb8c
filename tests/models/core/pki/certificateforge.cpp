// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/core/pki/certificateforge.h"

#include "models/core/base/ids.h"

#include <openssl/conf.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>

namespace packwarden::test::forge {

namespace {

template <auto Free> struct Deleter
{
    template <typename T> void operator()(T *object) const { Free(object); }
};
using X509Ptr = std::unique_ptr<X509, Deleter<X509_free>>;
using CrlPtr = std::unique_ptr<X509_CRL, Deleter<X509_CRL_free>>;
using TimePtr = std::unique_ptr<ASN1_TIME, Deleter<ASN1_TIME_free>>;
using NumberPtr = std::unique_ptr<ASN1_INTEGER, Deleter<ASN1_INTEGER_free>>;
using SigningPtr = std::unique_ptr<EVP_MD_CTX, Deleter<EVP_MD_CTX_free>>;

void must(bool good, const char *what)
{
    if (!good)
        qFatal("cannot forge: %s", what);
}

EVP_PKEY *native(const pki::PrivateKey &key)
{
    return static_cast<EVP_PKEY *>(key.native());
}

X509Ptr parse(const QByteArray &der)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    return X509Ptr(d2i_X509(nullptr, &at, long(der.size())));
}

template <typename T> QByteArray encode(int (*i2d)(const T *, unsigned char **), const T *object)
{
    unsigned char *bytes = nullptr;
    const int size = i2d(object, &bytes);
    must(size > 0, "encoding");
    const QByteArray der(reinterpret_cast<char *>(bytes), size);
    OPENSSL_free(bytes);
    return der;
}

NumberPtr number(const QByteArray &bigEndian)
{
    BIGNUM *value
        = BN_bin2bn(reinterpret_cast<const unsigned char *>(bigEndian.constData()), int(bigEndian.size()), nullptr);
    NumberPtr integer(BN_to_ASN1_INTEGER(value, nullptr));
    BN_free(value);
    return integer;
}

X509_EXTENSION *extensionOf(const Extension &extension, X509V3_CTX *context)
{
    // Some text forms ask for a configuration to look sections up in, even if they name none.
    const std::unique_ptr<CONF, Deleter<NCONF_free>> sections(NCONF_new(nullptr));
    X509V3_set_nconf(context, sections.get());
    X509_EXTENSION *made = X509V3_EXT_conf(nullptr, context, extension.name, extension.value);
    // An issuer without a key identifier is named by its name and number.
    if (!made && extension.name == "authorityKeyIdentifier")
        made = X509V3_EXT_conf(nullptr, context, extension.name, "issuer:always");
    must(made != nullptr, extension.name.constData());
    return made;
}

SigningPtr signing(EVP_PKEY *key, const QByteArray &digest, bool pss)
{
    SigningPtr context(EVP_MD_CTX_new());
    EVP_PKEY_CTX *parameters = nullptr;
    const EVP_MD *md = digest.isEmpty() ? nullptr : EVP_get_digestbyname(digest.constData());
    must(EVP_DigestSignInit(context.get(), &parameters, md, nullptr, key) == 1, "signing");
    if (pss)
        must(EVP_PKEY_CTX_set_rsa_padding(parameters, RSA_PKCS1_PSS_PADDING) == 1
                && EVP_PKEY_CTX_set_rsa_pss_saltlen(parameters, RSA_PSS_SALTLEN_DIGEST) == 1,
            "padding");
    return context;
}

/// Takes one value off the front of DER.
Asn1 takeAsn1(QByteArray &rest)
{
    Asn1 value;
    value.tag = uchar(rest.at(0));
    qsizetype head = 2;
    qsizetype size = uchar(rest.at(1));
    if (size >= 0x80) {
        const qsizetype octets = size & 0x7f;
        size = 0;
        for (qsizetype i = 0; i < octets; ++i)
            size = size << 8 | uchar(rest.at(2 + i));
        head += octets;
    }
    QByteArray content = rest.mid(head, size);
    rest = rest.mid(head + size);
    constexpr unsigned char constructed = 0x20;
    if ((value.tag & constructed) == 0) {
        value.bytes = content;
        return value;
    }
    while (!content.isEmpty())
        value.parts.append(takeAsn1(content));
    return value;
}

} // namespace

Asn1 Asn1::read(const QByteArray &der)
{
    QByteArray rest = der;
    const Asn1 value = takeAsn1(rest);
    must(rest.isEmpty(), "ASN.1");
    return value;
}

QByteArray Asn1::encode() const
{
    QByteArray content = bytes;
    for (const Asn1 &part : parts)
        content += part.encode();
    QByteArray whole(1, char(tag));
    if (form == Form::Indefinite)
        return whole + char(0x80) + content + QByteArray(2, '\0');
    const auto size = quint32(content.size());
    QByteArray octets;
    for (quint32 left = size; left > 0; left >>= 8)
        octets.prepend(char(left & 0xff));
    if (form == Form::LongLength)
        octets.prepend('\0');
    if (size < 0x80 && form == Form::Shortest)
        whole += char(size);
    else
        whole += char(0x80 | octets.size()) + octets;
    return whole + content;
}

Asn1 &Asn1::at(std::initializer_list<int> path)
{
    Asn1 *value = this;
    for (int index : path)
        value = &value->parts[index];
    return *value;
}

QByteArray signedAgain(Asn1 tree, const pki::PrivateKey &key)
{
    const QByteArray content = tree.at({0}).encode();
    const auto *data = reinterpret_cast<const unsigned char *>(content.constData());
    const SigningPtr context = signing(native(key), "SHA256", false);
    size_t size = 0;
    must(EVP_DigestSign(context.get(), nullptr, &size, data, size_t(content.size())) == 1, "signature");
    QByteArray signature(qsizetype(size), '\0');
    must(EVP_DigestSign(
             context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, data, size_t(content.size()))
            == 1,
        "signature");
    tree.at({2}).bytes = '\0' + signature;
    return tree.encode();
}

QList<Extension> leafExtensions(const QByteArray &person, const QByteArray &role)
{
    return {{"basicConstraints", "critical,CA:FALSE"}, {"keyUsage", "critical,digitalSignature"},
        {"extendedKeyUsage", "clientAuth"}, {"subjectKeyIdentifier", "hash"},
        {"authorityKeyIdentifier", "keyid:always"},
        {"subjectAltName", "URI:urn:packwarden:person:" + person + ",URI:urn:packwarden:role:" + role}};
}

QList<Extension> authorityExtensions(const QByteArray &basicConstraints)
{
    return {{"basicConstraints", basicConstraints}, {"keyUsage", "critical,keyCertSign,cRLSign"},
        {"subjectKeyIdentifier", "hash"}, {"authorityKeyIdentifier", "keyid:always"}};
}

QList<Extension> with(QList<Extension> extensions, const QByteArray &name, const QByteArray &value)
{
    extensions.removeIf([&](const Extension &extension) { return extension.name == name; });
    if (!value.isEmpty())
        extensions.append(Extension{name, value});
    return extensions;
}

QByteArray certificate(
    const CertificateSpec &spec, const pki::PrivateKey &key, const QByteArray &issuer, const pki::PrivateKey &issuerKey)
{
    const X509Ptr made(X509_new());
    const X509Ptr parent = issuer.isEmpty() ? X509Ptr() : parse(issuer);
    X509_set_version(made.get(), spec.version - 1);
    QByteArray serial = spec.serial;
    if (serial.isEmpty()) {
        serial = *tryRandomBytes(16);
        serial[0] = char((serial.at(0) & 0x3f) | 0x40);
    }
    X509_set_serialNumber(made.get(), number(serial).get());
    ASN1_TIME_set(X509_getm_notBefore(made.get()), time_t(spec.from));
    ASN1_TIME_set(X509_getm_notAfter(made.get()), time_t(spec.until));
    X509_NAME *subject = X509_get_subject_name(made.get());
    const auto add = [&](const char *field, const QByteArray &value) {
        if (!value.isEmpty())
            must(X509_NAME_add_entry_by_txt(subject, field, MBSTRING_UTF8,
                     reinterpret_cast<const unsigned char *>(value.constData()), int(value.size()), -1, 0)
                    == 1,
                field);
    };
    add("O", spec.organisation);
    add("CN", spec.commonName);
    if (!spec.issuerUnnamed)
        X509_set_issuer_name(made.get(), parent ? X509_get_subject_name(parent.get()) : subject);
    must(X509_set_pubkey(made.get(), native(key)) == 1, "key");
    X509V3_CTX context;
    X509V3_set_ctx(&context, parent ? parent.get() : made.get(), made.get(), nullptr, nullptr, 0);
    for (const Extension &extension : spec.extensions) {
        X509_EXTENSION *value = extensionOf(extension, &context);
        must(X509_add_ext(made.get(), value, -1) == 1, "extension");
        X509_EXTENSION_free(value);
    }
    const SigningPtr signer = signing(parent ? native(issuerKey) : native(key), spec.digest, spec.pss);
    must(X509_sign_ctx(made.get(), signer.get()) > 0, "signature");
    return encode(i2d_X509, made.get());
}

QByteArray list(const ListSpec &spec, const QByteArray &issuer, const pki::PrivateKey &issuerKey)
{
    const CrlPtr made(X509_CRL_new());
    const X509Ptr parent = parse(issuer);
    X509_CRL_set_version(made.get(), 1);
    X509_CRL_set_issuer_name(made.get(), X509_get_subject_name(parent.get()));
    X509_CRL_set1_lastUpdate(made.get(), TimePtr(ASN1_TIME_set(nullptr, time_t(spec.from))).get());
    if (spec.until >= 0)
        X509_CRL_set1_nextUpdate(made.get(), TimePtr(ASN1_TIME_set(nullptr, time_t(spec.until))).get());
    for (const QByteArray &der : spec.revoked) {
        const X509Ptr subject = parse(der);
        X509_REVOKED *entry = X509_REVOKED_new();
        X509_REVOKED_set_serialNumber(entry, X509_get_serialNumber(subject.get()));
        X509_REVOKED_set_revocationDate(entry, TimePtr(ASN1_TIME_set(nullptr, time_t(spec.from))).get());
        X509_CRL_add0_revoked(made.get(), entry);
    }
    X509_CRL_sort(made.get());
    X509V3_CTX context;
    X509V3_set_ctx(&context, parent.get(), nullptr, nullptr, made.get(), 0);
    QList<Extension> extensions = spec.extensions;
    extensions.append(Extension{"authorityKeyIdentifier", "keyid:always"});
    for (const Extension &extension : extensions) {
        X509_EXTENSION *value = extensionOf(extension, &context);
        X509_CRL_add_ext(made.get(), value, -1);
        X509_EXTENSION_free(value);
    }
    if (spec.number >= 0) {
        const NumberPtr value(ASN1_INTEGER_new());
        ASN1_INTEGER_set_int64(value.get(), spec.number);
        X509_CRL_add1_ext_i2d(made.get(), NID_crl_number, value.get(), 0, 0);
    }
    const SigningPtr signer = signing(native(issuerKey), spec.digest, false);
    must(X509_CRL_sign_ctx(made.get(), signer.get()) > 0, "list");
    return encode(i2d_X509_CRL, made.get());
}

pki::PrivateKey rsaKey(int bits, unsigned long exponent)
{
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_id(EVP_PKEY_RSA, nullptr);
    BIGNUM *e = BN_new();
    EVP_PKEY *key = nullptr;
    BN_set_word(e, exponent);
    must(EVP_PKEY_keygen_init(context) == 1 && EVP_PKEY_CTX_set_rsa_keygen_bits(context, bits) == 1
            && EVP_PKEY_CTX_set1_rsa_keygen_pubexp(context, e) == 1 && EVP_PKEY_generate(context, &key) == 1,
        "RSA key");
    BN_free(e);
    EVP_PKEY_CTX_free(context);
    return pki::PrivateKey::adopt(key);
}

pki::PrivateKey curveKey(const char *curve)
{
    return pki::PrivateKey::adopt(EVP_EC_gen(curve));
}

pki::PrivateKey edwardsKey()
{
    return pki::PrivateKey::adopt(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
}

} // namespace packwarden::test::forge
