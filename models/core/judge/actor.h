// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/packstate.h"

namespace packwarden {

/// The time by which a chain is judged: now. While the clock is uncertain now is only a floor under the true time, so
/// what proves to be later counts too: the lists held for this chain and the certificates' own beginnings. A revoked
/// chain stays revoked, and one that had ended by then has ended.
qint64 chainTime(const QList<Certificate> &chain, const PackState &state);

/// Somebody whose certificate was accepted by a pack: person, role and party.
struct Actor
{
    Certificate leaf;
    QByteArray rootSha256;
    RoleId role;
    PositionId position;
    bool operator==(const Actor &) const = default;
};

/// Accepts a leaf and its intermediates for acting in a layer, by the state's roots, lists, charter and policy, now.
/// The chain's reasons; RoleNotIssuable (this root may not issue that role); SignerNotAuthorised (the position of the
/// role has no party in force, or the chain is of another purpose).
Result<Actor> judgeActor(
    const Certificate &leaf, const QList<Certificate> &intermediates, int layer, const PackState &state);
/// The same with the grace itself: seconds past nextUpdate.
Result<Actor> judgeActorWithin(
    const Certificate &leaf, const QList<Certificate> &intermediates, qint64 crlGrace, const PackState &state);

/// The grant by which a role may use a capability now, or nullptr: in the charter's rights, and its dates, states,
/// group, purpose and uses all hold. purpose: empty where none is asked.
const Grant *grantFor(
    const Actor &actor, const CapabilityId &capability, const PackState &state, const QString &purpose = {});

/// All capabilities that the actor may use now (DID 0110).
QSet<CapabilityId> capabilitiesOf(const Actor &actor, const PackState &state);

/// Counts a use of the grant that authorised what succeeded, where it limits them. stateAfter does it for documents;
/// whoever carries out a signed action does it himself.
void countUse(const Actor &actor, const Grant &grant, PackState &state);

} // namespace packwarden
