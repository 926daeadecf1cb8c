// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/judge/actor.h"

#include "models/core/base/breakable.h"

#include <algorithm>

namespace packwarden {

namespace {

GrantUse useOf(const Actor &actor, const Grant &grant)
{
    return {actor.rootSha256, actor.leaf.person, grant.capability,
        broken("count-by-grant") ? sha256(grant.role.text().toUtf8()) : grant.useSha256()};
}

/// How often he has used the grant. What was counted before grants were told apart counts for each of them.
qint64 usesOf(const Actor &actor, const Grant &grant, const PackState &state)
{
    return state.grantUses.value(useOf(actor, grant))
        + state.grantUses.value({actor.rootSha256, actor.leaf.person, grant.capability});
}

/// The role still belongs to a position that has a party, and it is the position in which he was accepted.
bool isInOffice(const Actor &actor, const PackState &state)
{
    const Role *role = state.policy.role(actor.role);
    return role && role->position == actor.position && state.charter.inForce(actor.position, state.now);
}

bool holds(const Grant &grant, const Actor &actor, const PackState &state, const QString &purpose)
{
    if (grant.role != actor.role || state.now < grant.from || (grant.until != 0 && state.now >= grant.until))
        return false;
    if (!grant.states.isEmpty() && !state.condition.isEmpty() && !grant.states.contains(state.condition))
        return false;
    if (!grant.group.isEmpty() && !state.policy.groups.value(grant.group).contains(state.serial))
        return false;
    if (!purpose.isEmpty() && !grant.purposes.isEmpty() && !grant.purposes.contains(purpose))
        return false;
    return grant.uses == 0 || usesOf(actor, grant, state) < grant.uses;
}

} // namespace

qint64 chainTime(const QList<Certificate> &chain, const PackState &state)
{
    qint64 at = state.now;
    if (!state.clockUncertain)
        return at;
    QList<Certificate> issuers = state.anchors().roots;
    for (const Certificate &certificate : chain) {
        at = std::max(at, certificate.notBefore);
        issuers.append(certificate);
    }
    for (const CrlEntry &entry : state.crls) {
        const auto names = [&](const Certificate &certificate) {
            return certificate.issuerDer == entry.crl.issuerDer;
        };
        if (std::any_of(chain.begin(), chain.end(), names)
            && std::any_of(
                issuers.begin(), issuers.end(), [&](const Certificate &issuer) { return isListOf(entry.crl, issuer); }))
            at = std::max(at, entry.crl.thisUpdate);
    }
    return at;
}

Result<Actor> judgeActorWithin(
    const Certificate &leaf, const QList<Certificate> &intermediates, qint64 crlGrace, const PackState &state)
{
    const qint64 at = state.clockUncertain ? chainTime(QList<Certificate>{leaf} + intermediates, state) : state.now;
    const auto root = validateChain(leaf, intermediates, state.anchors(), ChainPurpose::Person, at, crlGrace);
    if (!root.ok())
        return root.error();
    const Error notIssuable{Code::RoleNotIssuable, QStringLiteral("%1: %2").arg(leaf.commonName, leaf.role)};
    const auto roleId = RoleId::parse(leaf.role);
    const Role *role = roleId.ok() ? state.policy.role(*roleId) : nullptr;
    if (!role || leaf.person.isEmpty())
        return notIssuable;
    const QList<PositionId> positions = state.charter.positionsOfRoot(root->sha256, state.memo.get());
    const bool issuable = std::any_of(positions.begin(), positions.end(), [&](const PositionId &position) {
        return state.charter.inForce(position, at) && state.charter.mayIssue.value(*roleId).contains(position)
            && state.policy.issuers.value(*roleId).contains(position);
    });
    if (!issuable)
        return notIssuable;
    if (!state.charter.inForce(role->position, at))
        return {Code::SignerNotAuthorised, role->position.text()};
    return Actor{leaf, root->sha256, *roleId, role->position};
}

Result<Actor> judgeActor(
    const Certificate &leaf, const QList<Certificate> &intermediates, int layer, const PackState &state)
{
    return judgeActorWithin(leaf, intermediates, state.charter.crlGrace.value(layer), state);
}

const Grant *grantFor(
    const Actor &actor, const CapabilityId &capability, const PackState &state, const QString &purpose)
{
    if (!isInOffice(actor, state) || !state.charter.mayHold.value(capability).contains(actor.role)
        || state.silicon.prohibited.contains(capability))
        return nullptr;
    const auto &grants = state.policy.grants;
    const auto it = std::find_if(grants.begin(), grants.end(),
        [&](const Grant &grant) { return grant.capability == capability && holds(grant, actor, state, purpose); });
    return it == grants.end() ? nullptr : &*it;
}

QSet<CapabilityId> capabilitiesOf(const Actor &actor, const PackState &state)
{
    QSet<CapabilityId> all;
    for (const Grant &grant : state.policy.grants) {
        if (grant.role == actor.role && grantFor(actor, grant.capability, state))
            all.insert(grant.capability);
    }
    return all;
}

void countUse(const Actor &actor, const Grant &grant, PackState &state)
{
    if (grant.uses > 0)
        ++state.grantUses[useOf(actor, grant)];
}

} // namespace packwarden
