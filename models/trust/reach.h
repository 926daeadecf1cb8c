// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/trust/trustbook.h"

namespace packwarden {

/// What one pack makes of a certificate, by the lists it held when it was last read.
struct PackReach
{
    PackSerial serial;
    qint64 readAt = 0; ///< Unix seconds
    std::optional<qint64> number; ///< of the list of the certificate's issuer that the pack holds
    bool knows = false; ///< that the certificate, or one above it, is revoked
    std::optional<Error> refusal; ///< why the pack would refuse the key now; none: it still opens the pack
    bool opens() const { return !refusal.has_value(); }
};

/// For every pack that was ever read. known: where issuers are looked for. The longest grace that a pack gives decides
/// whether the key still opens it.
QList<PackReach> reachOf(
    const Certificate &certificate, const TrustSnapshot &trust, const QList<Certificate> &known, qint64 now);

} // namespace packwarden
