// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace packwarden::test {

/// Tokens of SoftHSM2 in a temporary folder, set up by its own tool and OpenSC's. Sets the environment that the module
/// reads, so one per process; programs started from here see the same tokens.
class SoftToken final
{
public:
    SoftToken();

    static constexpr char pin[] = "4711-secret";
    /// False, with the reason on the log, where SoftHSM2 is not installed.
    bool isThere() const { return !m_module.isEmpty(); }
    /// A new token with one RSA key of this id. Returns the token's serial number, empty on failure.
    QString add(const QString &label, const QString &keyId, int bits = 3072);
    /// Puts a key and, unless it is empty, a certificate on a token that was added before, as OpenSC's tool does it.
    struct Load
    {
        QByteArray keyPem;
        QByteArray certificateDer;
        QString keyId;
        QString keyLabel;
        bool alwaysAuthenticate = false; ///< CKA_ALWAYS_AUTHENTICATE: the PIN for each signature
        bool isPrivate = false; ///< the certificate is seen only after a login
    };
    bool load(const QString &serial, const Load &load);
    /// A token without anything on it. Returns its serial number, empty on failure.
    QString addEmpty(const QString &label);
    /// "pkcs11:token=<label>;id=%<keyId>?module-path=...", through the module that can be made to fail.
    QString uri(const QString &label, const QString &keyId) const;
    QString module() const { return m_module; }
    /// See faultytoken.cpp; empty: none.
    void setFault(const QString &word);

private:
    /// What OpenSC's tool said, logged in at this token; empty if it failed.
    QString tool(const QString &serial, const QStringList &arguments) const;

    QTemporaryDir m_folder;
    QString m_module;
};

} // namespace packwarden::test
