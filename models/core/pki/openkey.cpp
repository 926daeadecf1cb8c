// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pki/openkey.h"

#include "models/core/pki/openssl.h"
#include "models/core/pki/token.h"

#include <QtCrypto>

namespace packwarden {

namespace {

class MemoryKey final : public SigningKey
{
public:
    MemoryKey(QCA::PrivateKey key, QList<Certificate> chain)
        : m_key(std::move(key))
        , m_chain(std::move(chain))
    {
    }

    Result<QByteArray> sign(const QByteArray &bytes) const override
    {
        QCA::PrivateKey key = m_key;
        const QByteArray signature = key.signMessage(bytes, QCA::EMSA3_SHA256);
        if (!verifyRs256(leaf(), bytes, signature))
            return {Code::KeyUnusable, leaf().commonName};
        return signature;
    }

    QList<Certificate> chain() const override { return m_chain; }

private:
    QCA::PrivateKey m_key;
    QList<Certificate> m_chain;
};

/// A key that stays where it is, on a token.
class TokenKey final : public SigningKey
{
public:
    TokenKey(pki::PrivateKey key, QList<Certificate> chain)
        : m_key(std::move(key))
        , m_chain(std::move(chain))
    {
    }

    Result<QByteArray> sign(const QByteArray &bytes) const override
    {
        auto *key = static_cast<EVP_PKEY *>(m_key.native());
        const std::unique_ptr<EVP_MD_CTX, ssl::Deleter<EVP_MD_CTX_free>> context(EVP_MD_CTX_new());
        const auto *data = reinterpret_cast<const unsigned char *>(bytes.constData());
        std::size_t size = std::size_t(EVP_PKEY_get_size(key));
        QByteArray signature(qsizetype(size), '\0');
        const bool made = EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key) == 1
            && EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, data,
                   std::size_t(bytes.size()))
                == 1;
        const QString reason = ssl::lastError();
        signature.resize(made ? qsizetype(size) : 0);
        // A token that gives wrong bytes without an error is not unheard of.
        if (!made || !verifyRs256(leaf(), bytes, signature))
            return {Code::KeyUnusable, QStringLiteral("%1: %2").arg(leaf().commonName, reason)};
        return signature;
    }

    QList<Certificate> chain() const override { return m_chain; }

private:
    pki::PrivateKey m_key;
    QList<Certificate> m_chain;
};

Result<std::shared_ptr<SigningKey>> signer(
    const Result<pki::PrivateKey> &key, QList<Certificate> chain, const QString &locator)
{
    if (!key.ok())
        return key.error();
    // The root is pinned where a signature is judged; carrying it would only make documents longer.
    while (chain.size() > 1 && chain.constLast().subjectDer == chain.constLast().issuerDer)
        chain.removeLast();
    // A document could not be read with a longer one in it; no path of a pack goes over more (FORMATS.md).
    constexpr qsizetype longest = 3;
    while (chain.size() > longest)
        chain.removeLast();
    auto made = pki::makeSigningKey(*key, chain);
    if (!made)
        return {Code::KeyUnusable, locator};
    return made;
}

} // namespace

Result<std::shared_ptr<SigningKey>> openKeyFile(const QString &path, const QString &passphrase, const QString &which)
{
    QList<Certificate> chain;
    const auto key = pki::readKeyFile(path, passphrase, &chain, which);
    return signer(key, chain, path);
}

Result<std::shared_ptr<SigningKey>> openKey(const QString &locator, const QString &secret, const QString &which)
{
    QList<Certificate> chain;
    const auto key = pki::readKey(locator, secret, &chain, which);
    return signer(key, chain, locator);
}

std::shared_ptr<SigningKey> pki::makeSigningKey(const PrivateKey &key, const QList<Certificate> &chain)
{
    if (chain.isEmpty())
        return {};
    const QByteArray pem = key.toPem();
    if (pem.isEmpty())
        return std::make_shared<TokenKey>(key, chain);
    QCA::ConvertResult converted = QCA::ErrorDecode;
    auto native = QCA::PrivateKey::fromPEM(QString::fromLatin1(pem), {}, &converted);
    if (converted != QCA::ConvertGood || !native.isRSA())
        return {};
    return std::make_shared<MemoryKey>(std::move(native), chain);
}

} // namespace packwarden
