// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

/// Private to core's sources: the distinguished encoding rules of ASN.1 (X.690, 10 and 11) as far as certificates,
/// lists and requests use them. Whatever has two encodings here has two hashes, and then one key would count as
/// several.
namespace packwarden::der {

/// Is this one value, encoded in the one form that DER allows, with everything in it? The values of extensions are
/// looked into as well. A BOOLEAN that is false is refused: in X.509 it is always the default, which DER leaves out.
bool isCanonical(QByteArrayView bytes);

/// The SubjectPublicKeyInfo of an RSA key (RFC 3279, 2.3.1), from modulus and exponent (big-endian, no leading zeros).
QByteArray rsaKeyInfo(const QByteArray &modulus, const QByteArray &exponent);

} // namespace packwarden::der
