// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "whatif.h"

#include "values.h"

#include <algorithm>

namespace packwarden {

namespace {

using Rule = RuleVote::Rule;
using Stand = RuleVote::Stand;
using Outcome = WhatIfAnswer::Outcome;

constexpr int harmfulLayer = 3;

QLatin1String activateWord()
{
    return QLatin1String("activate");
}

const ParameterDefinition *parameterOf(const CapabilityId &capability, const PackState &state)
{
    const auto &all = state.silicon.parameters;
    const auto it = std::find_if(
        all.begin(), all.end(), [&](const ParameterDefinition &one) { return one.capability == capability; });
    return it == all.end() ? nullptr : &*it;
}

int layerFor(const CapabilityId &capability, const PackState &state)
{
    const ParameterDefinition *parameter = parameterOf(capability, state);
    return parameter ? layerOf(*parameter, state) : state.silicon.layers.value(capability, 4);
}

/// A value that passes no limit, if there is one: the question is who, not how much.
Milli harmlessValue(const ParameterDefinition &definition, const PackState &state)
{
    const Milli current = state.value(definition.id);
    const Range charter = state.charter.ranges.value(definition.id, definition.silicon);
    const Range soft = state.policy.softLimits.value(definition.id, charter);
    for (const Milli value : {current, soft.min, soft.max, charter.min, charter.max}) {
        const ValueJudgement judged = judgeValue(definition.id, value, state);
        if (!judged.refusal && !judged.beyondSoftLimit && !judged.beyondStep)
            return value;
    }
    return current;
}

RuleVote voteOf(Rule rule)
{
    RuleVote vote;
    vote.rule = rule;
    return vote;
}

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

/// Each vote is the pack's own judgement with all other rules out of the way.
class Votes final
{
public:
    Votes(const WhatIfQuestion &question, const Actor &actor, const PackState &state)
        : m_question(question)
        , m_actor(actor)
        , m_state(state)
        , m_grants(grantsOf(actor.role, question.capability, state.policy))
    {
        // In office for the votes on grants; whether the position is in force is the charter's vote.
        m_open = state;
        m_open.charter.positions[m_actor.position].from = 0;
        m_open.charter.positions[m_actor.position].until = 0;
    }

    RuleVote silicon() const
    {
        RuleVote vote = voteOf(Rule::Silicon);
        if (m_state.silicon.prohibited.contains(m_question.capability))
            return against(vote, {Code::Prohibited, m_question.capability.text()});
        if (!m_state.silicon.layers.contains(m_question.capability))
            return against(vote, {Code::Malformed, m_question.capability.text()});
        return vote;
    }

    RuleVote foundation(int layer) const
    {
        RuleVote vote = voteOf(Rule::Foundation);
        const Foundation::LayerRule floor = m_state.foundation.layers.value(layer, {0, 0});
        const bool isExempt = m_question.capability.text() == QLatin1String("theft-lock");
        vote.seats = isExempt ? 1 : floor.seats;
        vote.parties = isExempt ? 1 : floor.parties;
        if (vote.seats < 1)
            return against(vote, {Code::BelowQuorum, m_question.capability.text()});
        if (vote.seats > 1 || vote.parties > 1)
            vote.stand = Stand::Needs;
        return vote;
    }

    RuleVote charter() const
    {
        RuleVote vote = voteOf(Rule::Charter);
        if (!m_state.charter.inForce(m_actor.position, m_state.now)) {
            vote.when = m_state.charter.positions.value(m_actor.position).until;
            return against(vote, {Code::SignerNotAuthorised, m_actor.position.text()});
        }
        PackState granted = m_state;
        Grant given;
        given.role = m_actor.role;
        given.capability = m_question.capability;
        granted.policy.grants = {given};
        granted.silicon.prohibited.remove(m_question.capability);
        if (!grantFor(m_actor, m_question.capability, granted))
            return against(vote, {Code::OutsideCharter, m_actor.role.text()});
        for (const Seat &seat : m_state.charter.mandatorySeats.value(m_question.capability)) {
            if (seat != Seat{m_actor.position, m_actor.role})
                vote.others.append(seat);
        }
        vote.stand = vote.others.isEmpty() ? Stand::For : Stand::Needs;
        return vote;
    }

    RuleVote contract() const
    {
        RuleVote vote = voteOf(Rule::Contract);
        if (m_grants.isEmpty())
            return against(vote, {Code::OutsidePolicy, {}});
        for (const Grant &grant : m_grants) {
            Grant dated = withoutConditions(grant);
            dated.from = grant.from;
            dated.until = grant.until;
            name(vote, grant);
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

    RuleVote policy(bool isAlone) const
    {
        RuleVote vote = voteOf(Rule::Policy);
        if (m_grants.isEmpty())
            return against(vote, {Code::SignerNotAuthorised, m_actor.role.text()});
        bool held = false;
        for (const Grant &grant : m_grants) {
            Grant timeless = grant;
            timeless.from = timeless.until = 0;
            held = grantFor(m_actor, grant.capability, withOnly(timeless, m_open), m_question.purpose);
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

    static RuleVote against(RuleVote vote, const Error &error)
    {
        vote.stand = Stand::Against;
        vote.error = error;
        return vote;
    }

private:
    void name(RuleVote &vote, const Grant &grant) const
    {
        vote.name = grant.contract;
        vote.clause = grant.clause;
        vote.text = m_state.policy.contracts.value(grant.contract).clauses.value(grant.clause);
    }

    /// The word of the one condition that does not hold.
    QString failing(const Grant &grant) const
    {
        const auto holdsWithout = [&](auto clear) {
            Grant eased = grant;
            clear(eased);
            return grantFor(m_actor, grant.capability, withOnly(eased, m_open), m_question.purpose) != nullptr;
        };
        if (holdsWithout([](Grant &eased) { eased.group.clear(); }))
            return QStringLiteral("group");
        if (holdsWithout([](Grant &eased) { eased.states.clear(); }))
            return QStringLiteral("states");
        if (holdsWithout([](Grant &eased) { eased.uses = 0; }))
            return QStringLiteral("uses");
        return QStringLiteral("purposes");
    }

    const WhatIfQuestion &m_question;
    Actor m_actor;
    const PackState &m_state;
    PackState m_open;
    QList<Grant> m_grants;
};

/// Whom the question is about, as the pack would take him; and who he claims to be, for the votes of the other rules.
struct Subject
{
    Result<Actor> judged;
    Actor claimed;
};

Subject subjectOf(const WhatIfQuestion &question, int layer, const PackState &state)
{
    if (question.leaf) {
        const auto role = RoleId::parse(question.leaf->role);
        Actor claimed;
        claimed.leaf = *question.leaf;
        claimed.role = role.ok() ? *role : RoleId();
        const Role *known = state.policy.role(claimed.role);
        claimed.position = known ? known->position : PositionId();
        return {judgeActor(*question.leaf, issuersOf(*question.leaf, question.known), layer, state), claimed};
    }
    const Role *role = state.policy.role(question.role);
    const QString somebody = QStringLiteral("somebody");
    Subject subject{{Code::RoleNotIssuable, question.role.text()}, {}};
    subject.claimed.role = question.role;
    if (!role)
        return subject;
    subject.claimed.position = role->position;
    // By the role's own company if it may, else by another that may.
    QList<PositionId> issuers = state.policy.issuers.value(question.role).values();
    std::sort(issuers.begin(), issuers.end());
    issuers.prepend(role->position);
    for (const PositionId &issuer : std::as_const(issuers)) {
        const auto root = Certificate::fromDer(state.charter.positions.value(issuer).rootDer);
        if (!root.ok())
            continue;
        subject.judged = supposedActor(root->sha256, question.role, somebody, state);
        if (subject.judged.ok())
            break;
    }
    return subject;
}

bool isAboutRevocation(Code code)
{
    return code == Code::CertificateRevoked || code == Code::CrlStale;
}

/// What the certificate and the lists say for themselves, each as if the other had nothing against it.
std::pair<RuleVote, RuleVote> votesOnKey(
    const WhatIfQuestion &question, const Subject &subject, int layer, bool isListOld, const PackState &state)
{
    RuleVote key = voteOf(Rule::Certificate);
    RuleVote lists = voteOf(Rule::Revocation);
    if (!question.leaf) {
        lists.stand = Stand::Silent;
        if (!subject.judged.ok())
            key = Votes::against(key, subject.judged.error());
        return {key, lists};
    }
    const Certificate &leaf = *question.leaf;
    key.when = leaf.notAfter;
    const auto judgedAt = [&](qint64 moment) {
        PackState then = state;
        then.now = moment;
        return judgeActor(leaf, issuersOf(leaf, question.known), layer, then);
    };
    const bool isDated = state.now >= leaf.notBefore && state.now < leaf.notAfter;
    if (!subject.judged.ok() && !isAboutRevocation(subject.judged.code()))
        key = Votes::against(key, subject.judged.error());
    else if (!isDated)
        key = Votes::against(key,
            {state.now < leaf.notBefore ? Code::CertificateNotYetValid : Code::CertificateExpired, leaf.commonName});
    // A key that has ended may have been revoked before: looked at when it was good last.
    const Result<Actor> dated
        = isDated ? subject.judged : judgedAt(std::clamp(state.now, leaf.notBefore, leaf.notAfter - 1));
    if (!dated.ok() && isAboutRevocation(dated.code()))
        lists = Votes::against(lists, dated.error());
    else if (!dated.ok())
        lists.stand = Stand::Silent;
    else if (isListOld)
        lists.stand = Stand::Needs;
    if (subject.judged.ok() && layer >= harmfulLayer) {
        const bool ownRoot = state.charter.positionsOfRoot(subject.judged->rootSha256, state.memo.get())
                                 .contains(subject.judged->position);
        if (!ownRoot || leaf.issuerGeneratedKey)
            key = Votes::against(key, {Code::SignerNotAuthorised, leaf.commonName});
    }
    return {key, lists};
}

/// The judgement itself, over one actor.
void judge(const WhatIfQuestion &question, const Actor &actor, const PackState &state, WhatIfAnswer &answer)
{
    const CapabilityId &capability = question.capability;
    const auto refuse = [&](const Error &error) {
        answer.outcome = Outcome::Refused;
        answer.refusal = error;
    };
    if (askingFor(capability, state) == Asking::Session) {
        Gathering alone = gather(capability, {actor}, state);
        if (!alone.isEnough())
            return refuse(*alone.refusal);
        if (question.leaf && capability.text() == activateWord()) {
            const Grant *grant = grantFor(actor, capability, state, question.purpose);
            const QString purpose = !question.purpose.isEmpty() ? question.purpose
                : grant && !grant->purposes.isEmpty()           ? grant->purposes.constFirst()
                                                                : QStringLiteral("drive");
            if (const auto lease = judgeActivation(actor, purpose, state); !lease.ok())
                return refuse(lease.error());
        }
        if (const ParameterDefinition *parameter = parameterOf(capability, state); question.leaf && parameter) {
            const auto written = judgeWrite(actor, parameter->id, harmlessValue(*parameter, state), state);
            if (!written.ok())
                return refuse(written.error());
        }
        answer.outcome = Outcome::Allowed;
        return;
    }
    const auto fills = [](const Gathering &gathering) {
        return std::any_of(
            gathering.seats.begin(), gathering.seats.end(), [](const SeatFinding &seat) { return seat.filledBy >= 0; });
    };
    Gathering found = gather(capability, {actor}, state, Writer::SomebodyElse);
    answer.needsWriter = found.isEnough();
    if (!found.isEnough() && !fills(found)) {
        const Gathering beyond = gather(capability, {actor}, state, Writer::SomebodyElse, true);
        if (fills(beyond)) {
            answer.onlyBeyond = true;
            found = beyond;
        }
    }
    answer.refusal = found.refusal;
    if (!found.isEnough() && (found.refusal->code != Code::BelowQuorum || !fills(found)))
        return refuse(found.refusal->code == Code::BelowQuorum ? Error{Code::SignerNotAuthorised, capability.text()}
                                                               : *found.refusal);
    answer.outcome = Outcome::WithOthers;
    std::copy_if(found.seats.begin(), found.seats.end(), std::back_inserter(answer.missing),
        [](const SeatFinding &seat) { return seat.filledBy < 0; });
}

/// A component that does not belong is a state of the pack, though its reason is called as a prohibition.
Rule ruleOfRefusal(const Error &refusal, const CapabilityId &capability, const PackState &state)
{
    const bool isComponent = refusal.code == Code::Prohibited && !state.silicon.prohibited.contains(capability);
    return isComponent ? Rule::State : ruleOf(refusal.code);
}

RuleVote stateVote(const WhatIfQuestion &question, const WhatIfAnswer &answer, const PackState &state)
{
    RuleVote vote = voteOf(Rule::State);
    PackState unprohibited = state;
    unprohibited.silicon.prohibited.remove(question.capability);
    const auto problem = gather(question.capability, {}, unprohibited).refusal;
    if (problem && ruleOf(problem->code) == Rule::State)
        return Votes::against(vote, *problem);
    if (answer.outcome == Outcome::Refused && answer.refusal
        && ruleOfRefusal(*answer.refusal, question.capability, state) == Rule::State)
        return Votes::against(vote, *answer.refusal);
    return vote;
}

} // namespace

QList<Certificate> issuersOf(Certificate certificate, const QList<Certificate> &known)
{
    QList<Certificate> issuers;
    while (issuers.size() < 2) {
        const auto issuer = std::find_if(known.begin(), known.end(), [&](const Certificate &candidate) {
            return candidate.isAuthority && candidate.issuerDer != candidate.subjectDer
                && candidate.subjectDer == certificate.issuerDer && isIssuedBy(certificate, candidate);
        });
        if (issuer == known.end())
            break;
        certificate = *issuer;
        issuers.append(certificate);
    }
    return issuers;
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

WhatIfAnswer whatIf(const WhatIfQuestion &question, const PackState &given)
{
    PackState state = given.memo.get() ? given : given.remembering();
    const int layer = layerFor(question.capability, state);
    Subject subject = subjectOf(question, layer, state);
    bool isListOld = false;
    const qint64 ahead = question.now > 0 ? state.now - question.now : 0;
    if (ahead > 0) {
        // Lists come and go: what is fresh today is taken to be renewed until then.
        PackState renewed = state;
        for (int each = 1; each <= 4; ++each)
            renewed.charter.crlGrace[each] += ahead;
        isListOld = !subject.judged.ok() && subject.judged.code() == Code::CrlStale;
        state = renewed;
        if (isListOld)
            subject = subjectOf(question, layer, state);
    }
    WhatIfAnswer answer;
    if (subject.judged.ok()) {
        answer.actor = *subject.judged;
        judge(question, *subject.judged, state, answer);
    } else {
        answer.refusal = subject.judged.error();
    }
    const bool isAlone = askingFor(question.capability, state) == Asking::Session;
    const Votes votes(question, answer.actor.value_or(subject.claimed), state);
    // Whether his company still is in its position is the charter's vote.
    PackState inOffice = state;
    if (inOffice.charter.positions.contains(subject.claimed.position))
        inOffice.charter.positions[subject.claimed.position].from
            = inOffice.charter.positions[subject.claimed.position].until = 0;
    const auto [key, lists] = votesOnKey(question, subjectOf(question, layer, inOffice), layer, isListOld, inOffice);
    answer.votes = {votes.silicon(), votes.foundation(layer), votes.charter(), votes.contract(), votes.policy(isAlone),
        key, lists, stateVote(question, answer, state)};
    // The judgement has the last word: what it refuses, some rule must have refused.
    const bool isExplained = std::any_of(
        answer.votes.begin(), answer.votes.end(), [](const RuleVote &vote) { return vote.stand == Stand::Against; });
    if (answer.outcome == Outcome::Refused && answer.refusal && !isExplained) {
        RuleVote &vote = answer.votes[int(ruleOfRefusal(*answer.refusal, question.capability, state))];
        vote = Votes::against(vote, *answer.refusal);
    }
    return answer;
}

} // namespace packwarden
