// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pki.h"
#include "wholefile.h"
#include "x509build.h"

#include <openssl/err.h>
#include <openssl/pkcs12.h>

#include <QFile>

namespace packwarden::pki {

using build::failed;
using build::nativeOf;

namespace {

using Pkcs12Ptr = std::unique_ptr<PKCS12, ssl::Deleter<PKCS12_free>>;

} // namespace

Result<> writeKeyFile(const QString &path, const PrivateKey &key, const QList<Certificate> &chain,
    const QString &passphrase, int iterations)
{
    // Whoever finds the file would have the key.
    if (passphrase.isEmpty())
        return {Code::WrongPassphrase, path};
    const auto leaf = chain.isEmpty() ? ssl::X509Ptr() : ssl::parseCertificate(chain.constFirst().der);
    STACK_OF(X509) *others = sk_X509_new_null();
    for (qsizetype i = 1; i < chain.size(); ++i) {
        if (auto x509 = ssl::parseCertificate(chain.at(i).der))
            sk_X509_push(others, x509.release());
    }
    const QByteArray secret = passphrase.toUtf8();
    const QByteArray name = chain.isEmpty() ? QByteArray("key") : chain.constFirst().commonName.toUtf8();
    const Pkcs12Ptr file(PKCS12_create_ex(secret.constData(), name.constData(), nativeOf(key), leaf.get(), others,
        NID_aes_256_cbc, NID_aes_256_cbc, iterations, iterations, 0, nullptr, nullptr));
    sk_X509_pop_free(others, X509_free);
    if (!file || PKCS12_set_mac(file.get(), secret.constData(), -1, nullptr, 0, iterations, EVP_sha256()) != 1)
        return failed("PKCS#12");
    const auto written = wholefile::write(path, ssl::der(i2d_PKCS12, file.get()), wholefile::Readers::OwnerOnly);
    if (!written.ok())
        return written;
    const auto readBack = readKeyFile(path, passphrase);
    if (!readBack.ok())
        return readBack.error();
    if (EVP_PKEY_eq(nativeOf(*readBack), nativeOf(key)) != 1)
        return {Code::KeyUnusable, path};
    return Result<>::success();
}

Result<PrivateKey> readKeyFile(const QString &path, const QString &passphrase, QList<Certificate> *chain)
{
    constexpr qint64 maxBytes = 256 * 1024;
    const auto bytes = wholefile::read(path, maxBytes);
    if (!bytes.ok())
        return bytes.error();
    if (passphrase.isEmpty())
        return {Code::WrongPassphrase, path};
    const auto *at = reinterpret_cast<const unsigned char *>(bytes->constData());
    const Pkcs12Ptr file(d2i_PKCS12(nullptr, &at, long(bytes->size())));
    if (!file) {
        ERR_clear_error();
        return {Code::KeyUnusable, path};
    }
    const QByteArray secret = passphrase.toUtf8();
    EVP_PKEY *key = nullptr;
    X509 *leaf = nullptr;
    STACK_OF(X509) *others = nullptr;
    const bool parsed = PKCS12_parse(file.get(), secret.constData(), &key, &leaf, &others) == 1;
    const bool macFailed = !parsed && ERR_GET_REASON(ERR_peek_last_error()) == PKCS12_R_MAC_VERIFY_FAILURE;
    ERR_clear_error();
    const ssl::X509Ptr ownedLeaf(leaf);
    const PrivateKey result = PrivateKey::adopt(key);
    QList<Certificate> certificates;
    Error problem{Code::KeyUnusable, path};
    if (leaf) {
        if (auto c = Certificate::fromDer(ssl::der(i2d_X509, leaf)); c.ok())
            certificates.append(*c);
        else
            problem = c.error();
    }
    for (int i = 0; i < sk_X509_num(others); ++i) {
        if (auto c = Certificate::fromDer(ssl::der(i2d_X509, sk_X509_value(others, i))); c.ok())
            certificates.append(*c);
    }
    sk_X509_pop_free(others, X509_free);
    if (macFailed)
        return {Code::WrongPassphrase, path};
    if (!parsed || !result.native() || problem.code != Code::KeyUnusable)
        return problem;
    if (chain && (!leaf || certificates.isEmpty()))
        return {Code::KeyUnusable, QStringLiteral("%1: no certificate").arg(path)};
    if (chain)
        *chain = certificates;
    return result;
}

bool isExposed(const QString &path)
{
    return (QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther)) != 0;
}

} // namespace packwarden::pki
