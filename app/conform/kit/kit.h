// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pki/certificate.h"
#include "models/core/pki/pki.h"
#include "models/core/pki/signingkey.h"

#include <QMap>

#include <optional>

namespace packwarden::conform {

/// The keys of the world that the pack under test was made in: the folder of `packwarden-sim provision --demo`. With
/// them a tester can do what is right, and forge what is nearly right.
class Kit final
{
public:
    /// FileUnreadable where the folder has no keys and no passphrase.
    static Result<Kit> open(const QString &folder);

    /// "service-technician"; null where it cannot be opened. Keys are opened once.
    std::shared_ptr<SigningKey> person(const QString &name);
    /// A key of the same person and certificate's key, certified anew by this issuer ("service-issuer",
    /// "service-root").
    struct Leaf
    {
        QString issuer;
        QString person;
        QString role;
        pki::Validity validity;
        bool issuerGenerated = false;
    };
    /// The key is that of holder ("service-technician").
    std::shared_ptr<SigningKey> certified(const QString &holder, const Leaf &leaf);
    struct Issuer
    {
        pki::PrivateKey key;
        QList<Certificate> chain; ///< own certificate first, root last
    };
    std::optional<Issuer> issuer(const QString &name);

private:
    explicit Kit(const QString &folder, const QString &passphrase)
        : m_folder(folder)
        , m_passphrase(passphrase)
    {
    }

    QString m_folder;
    QString m_passphrase;
    QMap<QString, std::shared_ptr<SigningKey>> m_people;
    QMap<QString, Issuer> m_issuers;
};

} // namespace packwarden::conform
