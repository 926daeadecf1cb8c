// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"
#include "models/core/pki/openssl.h"

#include <openssl/pkcs12.h>

#include <vector>

/// Private to core's sources.
namespace packwarden::pki {

/// What a key file (PKCS#12, RFC 7292) holds: its first key, and its certificates in the order of the file.
struct KeyBags
{
    ssl::EvpKeyPtr key;
    std::vector<ssl::X509Ptr> certificates;
};

/// Every key derivation is looked at before it is begun, also of parts that lie within encrypted parts, for once begun
/// it cannot be ended. WrongPassphrase; KeyUnusable with "key derivation" (not PBKDF2 and not one of PKCS#12's own), "N
/// iterations", "integrity" (no check of it) or "contents". Any thread.
Result<KeyBags> openKeyBags(PKCS12 *file, const QByteArray &passphrase);

} // namespace packwarden::pki
