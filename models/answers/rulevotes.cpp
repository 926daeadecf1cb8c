// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/answers/rulevotes.h"

#include <algorithm>

namespace packwarden {

namespace {

using Rule = RuleVote::Rule;
using Stand = RuleVote::Stand;

QList<Grant> grantsOf(const RoleId &role, const CapabilityId &capability, const Policy &policy)
{
    QList<Grant> list;
    std::copy_if(policy.grants.begin(), policy.grants.end(), std::back_inserter(list),
        [&](const Grant &grant) { return grant.role == role && grant.capability == capability; });
    return list;
}

/// The state in which only this grant decides: charter and silicon have nothing against it.
PackState withOnly(const Grant &grant, const PackState &state)
{
    PackState only = state;
    only.policy.grants = {grant};
    only.charter.mayHold[grant.capability].insert(grant.role);
    only.silicon.prohibited.remove(grant.capability);
    return only;
}

Grant withoutConditions(const Grant &grant)
{
    Grant bare;
    bare.role = grant.role;
    bare.capability = grant.capability;
    bare.contract = grant.contract;
    bare.clause = grant.clause;
    return bare;
}

} // namespace

RuleVotes::RuleVotes(const CapabilityId &capability, const QString &purpose, const Actor &actor, const PackState &state)
    : m_capability(capability)
    , m_purpose(purpose)
    , m_actor(actor)
    , m_state(state)
    , m_open(state)
    , m_grants(grantsOf(actor.role, capability, state.policy))
{
    m_open.charter.positions[actor.position].from = 0;
    m_open.charter.positions[actor.position].until = 0;
}

RuleVote RuleVotes::of(Rule rule)
{
    RuleVote vote;
    vote.rule = rule;
    return vote;
}

RuleVote RuleVotes::against(RuleVote vote, const Error &error)
{
    vote.stand = Stand::Against;
    vote.error = error;
    return vote;
}

RuleVote RuleVotes::silicon() const
{
    RuleVote vote = of(Rule::Silicon);
    if (m_state.silicon.prohibited.contains(m_capability))
        return against(vote, {Code::Prohibited, m_capability.text()});
    if (!m_state.silicon.layers.contains(m_capability))
        return against(vote, {Code::Malformed, m_capability.text()});
    return vote;
}

RuleVote RuleVotes::foundation(int layer) const
{
    RuleVote vote = of(Rule::Foundation);
    const Foundation::LayerRule floor = m_state.foundation.layers.value(layer, {0, 0});
    const bool isExempt = m_capability.text() == QLatin1String("theft-lock");
    vote.seats = isExempt ? 1 : floor.seats;
    vote.parties = isExempt ? 1 : floor.parties;
    if (vote.seats < 1)
        return against(vote, {Code::BelowQuorum, m_capability.text()});
    if (vote.seats > 1 || vote.parties > 1)
        vote.stand = Stand::Needs;
    return vote;
}

RuleVote RuleVotes::charter() const
{
    RuleVote vote = of(Rule::Charter);
    if (!m_state.charter.inForce(m_actor.position, m_state.now)) {
        vote.when = m_state.charter.positions.value(m_actor.position).until;
        return against(vote, {Code::SignerNotAuthorised, m_actor.position.text()});
    }
    PackState granted = m_state;
    Grant given;
    given.role = m_actor.role;
    given.capability = m_capability;
    granted.policy.grants = {given};
    granted.silicon.prohibited.remove(m_capability);
    if (!grantFor(m_actor, m_capability, granted))
        return against(vote, {Code::OutsideCharter, m_actor.role.text()});
    for (const Seat &seat : m_state.charter.mandatorySeats.value(m_capability)) {
        if (seat != Seat{m_actor.position, m_actor.role})
            vote.others.append(seat);
    }
    vote.stand = vote.others.isEmpty() ? Stand::For : Stand::Needs;
    return vote;
}

RuleVote RuleVotes::contract() const
{
    RuleVote vote = of(Rule::Contract);
    if (m_grants.isEmpty())
        return against(vote, {Code::OutsidePolicy, {}});
    for (const Grant &grant : m_grants) {
        Grant dated = withoutConditions(grant);
        dated.from = grant.from;
        dated.until = grant.until;
        vote.name = grant.contract;
        vote.clause = grant.clause;
        vote.text = m_state.policy.contracts.value(grant.contract).clauses.value(grant.clause);
        if (grantFor(m_actor, grant.capability, withOnly(dated, m_open))) {
            vote.when = grant.until;
            return vote;
        }
        vote.when = m_state.now < grant.from ? grant.from : grant.until;
        vote.error = Error{m_state.now < grant.from ? Code::NotYetValid : Code::Expired, grant.contract};
    }
    vote.stand = Stand::Against;
    return vote;
}

RuleVote RuleVotes::policy(bool isAlone) const
{
    RuleVote vote = of(Rule::Policy);
    if (m_grants.isEmpty())
        return against(vote, {Code::SignerNotAuthorised, m_actor.role.text()});
    bool held = false;
    for (const Grant &grant : m_grants) {
        Grant timeless = grant;
        timeless.from = timeless.until = 0;
        held = grantFor(m_actor, grant.capability, withOnly(timeless, m_open), m_purpose);
        if (held)
            break;
        vote.text = failing(timeless);
    }
    if (!held)
        return against(vote, {Code::OutsidePolicy, vote.text});
    vote.text.clear();
    vote.stand = isAlone ? Stand::For : Stand::Needs;
    return vote;
}

/// The word of the one condition that does not hold.
QString RuleVotes::failing(const Grant &grant) const
{
    const auto holdsWithout = [&](auto clear) {
        Grant eased = grant;
        clear(eased);
        return grantFor(m_actor, grant.capability, withOnly(eased, m_open), m_purpose) != nullptr;
    };
    if (holdsWithout([](Grant &eased) { eased.group.clear(); }))
        return QStringLiteral("group");
    if (holdsWithout([](Grant &eased) { eased.states.clear(); }))
        return QStringLiteral("states");
    if (holdsWithout([](Grant &eased) { eased.uses = 0; }))
        return QStringLiteral("uses");
    return QStringLiteral("purposes");
}

RuleVote::Rule ruleOf(Code code)
{
    switch (code) {
    case Code::Prohibited:
    case Code::AboveSiliconLimit:
        return Rule::Silicon;
    case Code::BelowQuorum:
        return Rule::Foundation;
    case Code::OutsideCharter:
        return Rule::Charter;
    case Code::Expired:
    case Code::NotYetValid:
        return Rule::Contract;
    case Code::UnknownIssuer:
    case Code::SignatureInvalid:
    case Code::CertificateNotYetValid:
    case Code::CertificateExpired:
    case Code::RoleNotIssuable:
        return Rule::Certificate;
    case Code::CertificateRevoked:
    case Code::CrlStale:
        return Rule::Revocation;
    case Code::TimeUncertain:
    case Code::WrongState:
    case Code::TheftLocked:
        return Rule::State;
    default:
        return Rule::Policy;
    }
}

} // namespace packwarden
