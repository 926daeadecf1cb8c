// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pki/filenote.h"
#include "models/core/pki/openssl.h"

/// Private to core's sources: what it takes to get from a passphrase to a key, looked at before it is begun.
namespace packwarden::pki {

/// The parameters of PBES2 and of PBMAC1 have one form (RFC 8018, A.4 and A.5): a derivation, and what is done with its
/// key.
struct Scheme
{
    X509_ALGOR *derivation = nullptr;
    X509_ALGOR *use = nullptr;
    std::shared_ptr<void> owner;
};
std::optional<Scheme> schemeOf(const X509_ALGOR *algorithm);

/// Iterations of PBKDF2. Nothing for another derivation: scrypt bounds neither time nor memory.
std::optional<qint64> iterationsOfPbkdf2(const X509_ALGOR *derivation);
/// Iterations of the encryption of a part of a PKCS#12, or of a private key.
std::optional<qint64> iterationsOfEncryption(const X509_ALGOR *algorithm);
/// -1 for what fits no number.
qint64 valueOf(const ASN1_INTEGER *number);

/// What this OpenSSL lacks to open it. Nothing if it has all.
std::optional<FileNote> whatIsMissing(const X509_ALGOR *algorithm);

/// The integrity check of RFC 9579 over these bytes. All versions of OpenSSL before 3.4 lack it.
bool isPbmac1Of(
    const X509_ALGOR *algorithm, const QByteArray &passphrase, const QByteArray &bytes, const ASN1_OCTET_STRING *mac);

} // namespace packwarden::pki
