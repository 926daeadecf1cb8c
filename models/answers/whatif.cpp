// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/answers/whatif.h"

#include "models/answers/rulevotes.h"
#include "models/core/judge/valuechecks.h"

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
    RuleVote key = RuleVotes::of(Rule::Certificate);
    RuleVote lists = RuleVotes::of(Rule::Revocation);
    if (!question.leaf) {
        lists.stand = Stand::Silent;
        if (!subject.judged.ok())
            key = RuleVotes::against(key, subject.judged.error());
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
        key = RuleVotes::against(key, subject.judged.error());
    else if (!isDated)
        key = RuleVotes::against(key,
            {state.now < leaf.notBefore ? Code::CertificateNotYetValid : Code::CertificateExpired, leaf.commonName});
    // A key that has ended may have been revoked before: looked at when it was good last.
    const Result<Actor> dated
        = isDated ? subject.judged : judgedAt(std::clamp(state.now, leaf.notBefore, leaf.notAfter - 1));
    if (!dated.ok() && isAboutRevocation(dated.code()))
        lists = RuleVotes::against(lists, dated.error());
    else if (!dated.ok())
        lists.stand = Stand::Silent;
    else if (isListOld)
        lists.stand = Stand::Needs;
    if (subject.judged.ok() && layer >= harmfulLayer) {
        const bool ownRoot = state.charter.positionsOfRoot(subject.judged->rootSha256, state.memo.get())
                                 .contains(subject.judged->position);
        if (!ownRoot || leaf.issuerGeneratedKey)
            key = RuleVotes::against(key, {Code::SignerNotAuthorised, leaf.commonName});
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
    RuleVote vote = RuleVotes::of(Rule::State);
    PackState unprohibited = state;
    unprohibited.silicon.prohibited.remove(question.capability);
    const auto problem = gather(question.capability, {}, unprohibited).refusal;
    if (problem && ruleOf(problem->code) == Rule::State)
        return RuleVotes::against(vote, *problem);
    if (answer.outcome == Outcome::Refused && answer.refusal
        && ruleOfRefusal(*answer.refusal, question.capability, state) == Rule::State)
        return RuleVotes::against(vote, *answer.refusal);
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
    const RuleVotes votes(question.capability, question.purpose, answer.actor.value_or(subject.claimed), state);
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
        vote = RuleVotes::against(vote, *answer.refusal);
    }
    return answer;
}

} // namespace packwarden
