// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pki.h"

namespace packwarden {

constexpr qint64 listLifetime = 30LL * 24 * 3600; ///< seconds, from now to nextUpdate

/// An issuer's next complete list: one number after the one held, all that was revoked before and these certificates.
/// An issuing authority's list carries its certificate. UnknownIssuer for a certificate of another issuer, KeyUnusable
/// where the key is no issuer's.
Result<CrlEntry> nextList(const Certificate &issuer, const pki::PrivateKey &key, const QList<Certificate> &revoked,
    const QList<CrlEntry> &held, qint64 now);

/// Are these two lists of the same issuer?
bool isSameIssuer(const CrlEntry &a, const CrlEntry &b);

} // namespace packwarden
