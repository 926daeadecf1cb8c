// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"
#include "models/core/pki/openssl.h"
#include "models/core/pki/pkifile.h"

#include <vector>

/// Private to core's sources.
namespace packwarden::pki {

/// What a key file holds, in the order of the file: PKCS#12 (RFC 7292), or private keys under a passphrase beside
/// certificates.
struct KeyBags
{
    struct Key
    {
        ssl::EvpKeyPtr key;
        QString name; ///< friendlyName; empty where it has none
    };
    std::vector<Key> keys; ///< the same key twice is there once
    QList<QByteArray> certificates; ///< DER
    QString unknownKey; ///< the algorithm of a key that OpenSSL does not know
};

/// Every key derivation is looked at before it is begun, also of parts that lie within encrypted parts, for once begun
/// it cannot be ended; a passphrase beyond ASCII costs it once for each of passphraseForms. WrongPassphrase;
/// KeyUnusable with "N iterations", "contents" or a FileNote. Any thread.
Result<KeyBags> openKeyBags(const PkiFile &file, const QString &passphrase);

/// The certificates of a PKCS#12 that lie open or under an empty passphrase, which is how trust is handed on.
QList<QByteArray> openCertificates(const QByteArray &keyStore);

} // namespace packwarden::pki
