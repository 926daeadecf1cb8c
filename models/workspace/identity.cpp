// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/workspace/identity.h"

#include "models/trust/trustbook.h"

namespace packwarden {

Identity Identity::of(const Certificate &leaf, const TrustBook &trust)
{
    Identity identity;
    identity.leaf = leaf;
    identity.person = leaf.person;
    identity.name = leaf.commonName;
    identity.partyName = leaf.organisation;
    if (const auto role = RoleId::parse(leaf.role); role.ok())
        identity.role = *role;
    const Role *role = trust.policy().role(identity.role);
    if (!role)
        return identity;
    identity.roleTitle = role->title;
    identity.position = role->position;
    const Position position = trust.charter().positions.value(role->position);
    if (!position.party.isEmpty()) {
        identity.party = position.party;
        identity.partyName = position.partyName;
    }
    return identity;
}

} // namespace packwarden
