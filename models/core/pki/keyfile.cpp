// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/wholefile.h"
#include "models/core/pki/keybags.h"
#include "models/core/pki/pki.h"
#include "models/core/pki/x509build.h"

#include <openssl/err.h>

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
    auto bags = openKeyBags(file.get(), secret);
    if (!bags.ok())
        return {bags.code(),
            bags.error().detail.isEmpty() ? path : QStringLiteral("%1: %2").arg(path, bags.error().detail)};
    if (!bags->key)
        return {Code::KeyUnusable, path};
    QList<Certificate> certificates;
    bool hasLeaf = false;
    for (const ssl::X509Ptr &x509 : bags->certificates) {
        const auto certificate = Certificate::fromDer(ssl::der(i2d_X509, x509.get()));
        const bool isLeaf = !hasLeaf && X509_check_private_key(x509.get(), bags->key.get()) == 1;
        ERR_clear_error();
        if (!certificate.ok()) {
            if (isLeaf)
                return certificate.error();
            continue;
        }
        hasLeaf = hasLeaf || isLeaf;
        certificates.insert(isLeaf ? 0 : certificates.size(), *certificate);
    }
    const PrivateKey result = PrivateKey::adopt(bags->key.release());
    if (chain && !hasLeaf)
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
