// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pki/filenote.h"
#include "models/core/pki/openssl.h"

/// Private to core's sources: why Packwarden cannot use what is good elsewhere, in words that help.
namespace packwarden::pki {

/// Nothing for a key that ssl::isAllowedKey takes.
std::optional<FileNote> whyNotUsable(EVP_PKEY *key);
/// "ecdsa-with-SHA256", "rsassaPss with SHA384"; the digits of an algorithm that OpenSSL does not know.
QString nameOf(const X509_ALGOR *algorithm);
/// Does a signature of this kind still prove that its maker holds the RSA key: PKCS #1 v1.5 or PSS, with SHA-256,
/// SHA-384 or SHA-512?
bool isStrongProof(const X509_ALGOR *algorithm);

/// The error of Certificate::fromDer with a note why, where the algorithms are the reason.
Error explained(const Error &error, const QByteArray &der);

} // namespace packwarden::pki
