// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/documents/documentfile.h"
#include "models/core/pki/certificate.h"

namespace packwarden {

/// What has to be revoked so that a person cannot act in a role any more, and what stays valid all the same.
struct RevocationScope
{
    QList<Certificate> revoked; ///< by the issuer of the certificate that was chosen, which is among them
    QList<Certificate> staying; ///< of the same person or key: of another role, or of another issuer
    bool operator==(const RevocationScope &) const = default;
};

/// All certificates of the chosen one's issuer that have the same key, or the same person in the same role. What has
/// expired or stands on one of the lists already is left out of both; the chosen certificate is always revoked.
RevocationScope revocationScope(
    const Certificate &chosen, const QList<Certificate> &known, const QList<CrlEntry> &lists, qint64 now);

} // namespace packwarden
