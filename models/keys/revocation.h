// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pki/pki.h"

#include <optional>

namespace packwarden {

constexpr qint64 listLifetime = 30LL * 24 * 3600; ///< seconds, from now to nextUpdate

/// What an issuer's next list is made from.
struct ListPlan
{
    QList<Certificate> revoked; ///< in addition to what was revoked before
    QList<CrlEntry> held; ///< lists that are known here, of whatever issuers
    std::optional<Crl> previous; ///< the issuer's newest list by word of a file, where the store does not know it
    qint64 number = 0; ///< at least; needed for the first list that is known here
    qint64 now = 0;
};

/// An issuer's next complete list: one number after the newest known, all that was revoked before and these
/// certificates. An issuing authority's list carries its certificate. UnknownIssuer for a certificate or a previous
/// list of another issuer, KeyUnusable where the key is no issuer's, VersionRollback where no list is known and no
/// number given (starting again at 1 would be refused by every pack that holds a list, and would forget its
/// revocations), or where the number is not newer.
Result<CrlEntry> nextList(const Certificate &issuer, const pki::PrivateKey &key, const ListPlan &plan);

/// Are these two lists of the same issuer?
bool isSameIssuer(const CrlEntry &a, const CrlEntry &b);

} // namespace packwarden
