// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signingkey.h"

#include "pki.h"

#include <QFileInfo>
#include <QtCrypto>

namespace packwarden {

class CryptoRuntime::Private
{
public:
    QCA::Initializer initializer;
};

CryptoRuntime::CryptoRuntime()
    : d(std::make_unique<Private>())
{
}

CryptoRuntime::~CryptoRuntime() = default;

Result<> CryptoRuntime::check() const
{
    for (const char *feature : {"rsa", "sha256", "pkcs12", "cert", "random"}) {
        if (!QCA::isSupported(feature))
            return {Code::KeyUnusable, QStringLiteral("QCA has no %1").arg(QLatin1String(feature))};
    }
    return Result<>::success();
}

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

} // namespace

Result<std::shared_ptr<SigningKey>> openKeyFile(const QString &path, const QString &passphrase)
{
    QList<Certificate> chain;
    auto key = pki::readKeyFile(path, passphrase, &chain);
    if (!key.ok())
        return key.error();
    // The root is pinned where a signature is judged; carrying it would only make documents longer.
    while (chain.size() > 1 && chain.constLast().subjectDer == chain.constLast().issuerDer)
        chain.removeLast();
    auto signer = pki::makeSigningKey(*key, chain);
    if (!signer)
        return {Code::KeyUnusable, path};
    return signer;
}

std::shared_ptr<SigningKey> pki::makeSigningKey(const PrivateKey &key, const QList<Certificate> &chain)
{
    QCA::ConvertResult converted = QCA::ErrorDecode;
    const QByteArray pem = key.toPem();
    auto native = QCA::PrivateKey::fromPEM(QString::fromLatin1(pem), {}, &converted);
    if (converted != QCA::ConvertGood || !native.isRSA() || chain.isEmpty())
        return {};
    return std::make_shared<MemoryKey>(std::move(native), chain);
}

} // namespace packwarden
