// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/conform/kit/kit.h"

#include "models/core/base/wholefile.h"
#include "models/core/pki/openkey.h"

namespace packwarden::conform {

Result<Kit> Kit::open(const QString &folder)
{
    constexpr qint64 maxBytes = 1024;
    const auto passphrase = wholefile::read(folder + QStringLiteral("/keys/passphrase"), maxBytes);
    if (!passphrase.ok())
        return passphrase.error();
    return Kit(folder, QString::fromUtf8(*passphrase).trimmed());
}

std::shared_ptr<SigningKey> Kit::person(const QString &name)
{
    if (!m_people.contains(name)) {
        const auto key = openKeyFile(QStringLiteral("%1/keys/%2.p12").arg(m_folder, name), m_passphrase);
        m_people.insert(name, key.ok() ? *key : nullptr);
    }
    return m_people.value(name);
}

std::optional<Kit::Issuer> Kit::issuer(const QString &name)
{
    if (!m_issuers.contains(name)) {
        QList<Certificate> chain;
        const auto key = pki::readKeyFile(QStringLiteral("%1/keys/%2.p12").arg(m_folder, name), m_passphrase, &chain);
        if (!key.ok() || chain.isEmpty())
            return std::nullopt;
        m_issuers.insert(name, {*key, chain});
    }
    return m_issuers.value(name);
}

std::shared_ptr<SigningKey> Kit::certified(const QString &holder, const Leaf &leaf)
{
    const auto by = issuer(leaf.issuer);
    const auto own = issuer(holder);
    if (!by || !own)
        return nullptr;
    const auto made = pki::issueLeaf(by->chain.constFirst(), by->key, own->key, {leaf.person, leaf.issuer},
        {leaf.person, leaf.role, {}, leaf.issuerGenerated}, leaf.validity);
    if (!made.ok())
        return nullptr;
    QList<Certificate> chain{*made};
    // The root is pinned and is not sent.
    if (by->chain.size() > 1)
        chain.append(by->chain.constFirst());
    return pki::makeSigningKey(own->key, chain);
}

} // namespace packwarden::conform
