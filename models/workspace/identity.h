// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/audit/auditrecord.h"
#include "models/core/base/ids.h"
#include "models/core/pki/certificate.h"

namespace packwarden {

class TrustBook;

/// Who a key speaks for. Person and role are the leaf's own words; position and party are what the pinned policy and
/// charter make of the role, and are empty while nothing is pinned.
struct Identity
{
    Certificate leaf;
    QString person; ///< "asset-manager"
    QString name; ///< common name, to show
    RoleId role;
    QString roleTitle; ///< "Asset manager"
    PositionId position; ///< "owner"
    QString party; ///< "leasing"
    QString partyName; ///< "Leasing"; the leaf's organisation while nothing is pinned
    bool operator==(const Identity &) const = default;

    static Identity of(const Certificate &leaf, const TrustBook &trust);
    AuditActor actor() const { return {person, party.isEmpty() ? partyName : party, role.text()}; }
};

} // namespace packwarden
