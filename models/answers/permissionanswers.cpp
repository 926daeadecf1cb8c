// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/answers/permissionanswers.h"

#include "models/permissions/policyroles.h"

#include <algorithm>

namespace packwarden {

namespace {

PackState frameAlone(const PermissionGround &ground)
{
    PackState state;
    state.serial = PackSerial::fromTrusted(QStringLiteral("RULES-ALONE"));
    state.charter = ground.frame.charter;
    state.foundation = ground.frame.foundation;
    state.silicon = ground.frame.silicon.value(0);
    for (const ParameterDefinition &each : std::as_const(state.silicon.parameters))
        state.values.insert(each.id, {each.defaultValue, 0, {}, 0});
    state.crls = ground.trust.newestLists(ground.now);
    return underRulesAlone(state);
}

/// Is a key that the pack takes revoked by what is known here? A pack hears of it when somebody brings it the list.
bool isRevokedHere(const Certificate &leaf, const PermissionGround &ground, const PackState &state)
{
    PackState told = state;
    told.now = ground.now;
    told.crls = ground.trust.newestLists(ground.now);
    const auto actor = judgeActor(leaf, issuersOf(leaf, ground.known), 4, told);
    return !actor.ok() && actor.code() == Code::CertificateRevoked;
}

} // namespace

Result<JudgedPack> judgedPack(const PermissionGround &ground, const Policy &policy)
{
    JudgedPack judged;
    const QList<PackSerial> serials
        = ground.pack.isEmpty() ? ground.trust.packs.serials() : QList<PackSerial>{ground.pack};
    Error why{Code::PackUnreachable, ground.pack.text()};
    for (const PackSerial &serial : serials) {
        auto state = ground.trust.stateOf(serial, ground.now);
        if (!state.ok()) {
            why = state.error();
            continue;
        }
        judged.state = state->remembering();
        judged.readAt = ground.trust.packs.value(serial).readAt;
        judged.held = judged.state.policy;
        judged.state.policy = policy;
        judged.state.charter = policyroles::charterFor(policy, ground.saved, judged.state.charter);
        return judged;
    }
    if (!ground.pack.isEmpty() || ground.frame.silicon.isEmpty())
        return why;
    judged.state = frameAlone(ground).remembering();
    judged.state.now = ground.now;
    judged.state.policy = policy;
    judged.state.charter = policyroles::charterFor(policy, ground.saved, judged.state.charter);
    judged.held = ground.saved;
    return judged;
}

CellAnswer answerCell(const PermissionGround &ground, const CapabilityId &capability, const RoleId &role)
{
    CellAnswer answer;
    answer.capability = capability;
    answer.role = role;
    const auto judged = judgedPack(ground, ground.draft);
    if (!judged.ok()) {
        answer.unknown = judged.error();
        return answer;
    }
    const PackState &state = judged->state;
    answer.readAt = judged->readAt;
    if (judged->readAt > 0)
        answer.pack = state.serial;
    answer.heldVersion = judged->held.version;
    answer.able = peopleAble(capability, role, ground.known, state, ground.now);
    for (AblePerson &person : answer.able.people)
        person.isRevokedHere = person.isAble() && isRevokedHere(person.leaf, ground, state);
    const auto sameRules = [](Policy one, const Policy &other) {
        one.version = other.version;
        one.charterSha256 = other.charterSha256;
        return one == other;
    };
    if (!sameRules(ground.draft, ground.saved))
        answer.changes = roleChanges(capability, ground.saved, ground.draft, ground.known, state);
    answer.isHeldOther = !sameRules(judged->held, ground.saved);
    if (answer.isHeldOther)
        answer.heldChanges = roleChanges(capability, judged->held, ground.draft, ground.known, state);
    answer.fewest = smallestCoalition(capability, ground.known, state);
    PackState saved = state;
    saved.policy = ground.saved;
    answer.fewestSaved
        = saved.policy == state.policy ? answer.fewest : smallestCoalition(capability, ground.known, saved);
    if (!role.isEmpty()) {
        answer.why.emplace();
        WhatIfQuestion &question = answer.why->asked.question;
        question.capability = capability;
        question.role = role;
        question.known = ground.known;
        if (!answer.able.people.isEmpty()) {
            question.leaf = answer.able.people.constFirst().leaf;
            answer.why->isRevokedHere = answer.able.people.constFirst().isRevokedHere;
        }
        answer.why->answer = whatIf(question, state);
    }
    return answer;
}

WhatIfTold answerWhatIf(const PermissionGround &ground, const WhatIfAsked &asked)
{
    WhatIfTold told;
    told.asked = asked;
    const auto judged = judgedPack(ground, asked.isUnsaved ? ground.draft : ground.saved);
    if (!judged.ok()) {
        told.unknown = judged.error();
        return told;
    }
    PackState state = judged->state;
    told.readAt = judged->readAt;
    if (judged->readAt > 0)
        told.pack = state.serial;
    state.now = asked.at > 0 ? asked.at : ground.now;
    WhatIfQuestion question = asked.question;
    question.known = ground.known;
    question.now = ground.now;
    told.answer = whatIf(question, state);
    told.isRevokedHere = question.leaf && told.answer.outcome != WhatIfAnswer::Outcome::Refused
        && isRevokedHere(*question.leaf, ground, state);
    state.policy = asked.isUnsaved ? ground.saved : ground.draft;
    told.other = whatIf(question, state).outcome;
    return told;
}

QList<Coalition> answerTable(const PermissionGround &ground, bool isUnsaved)
{
    const auto judged = judgedPack(ground, isUnsaved ? ground.draft : ground.saved);
    return judged.ok() ? smallestCoalitions({3, 4}, ground.known, judged->state) : QList<Coalition>();
}

PermissionAnswers::PermissionAnswers(QObject *parent)
    : QObject(parent)
{
    m_worker.setMaxThreadCount(1);
}

PermissionAnswers::~PermissionAnswers()
{
    for (NewestAnswer &each : m_newest)
        each.forget();
    m_worker.waitForDone();
}

void PermissionAnswers::askCell(const PermissionGround &ground, const CapabilityId &capability, const RoleId &role)
{
    m_newest[Cell].ask(
        m_worker, this, [ground, capability, role] { return answerCell(ground, capability, role); },
        [this](const CellAnswer &answer) { Q_EMIT cellAnswered(answer); });
}

void PermissionAnswers::askWhatIf(const PermissionGround &ground, const WhatIfAsked &asked)
{
    m_newest[What].ask(
        m_worker, this, [ground, asked] { return answerWhatIf(ground, asked); },
        [this](const WhatIfTold &told) { Q_EMIT whatIfAnswered(told); });
}

void PermissionAnswers::askTable(const PermissionGround &ground, bool isUnsaved)
{
    m_newest[Table].ask(
        m_worker, this, [ground, isUnsaved] { return answerTable(ground, isUnsaved); },
        [this](const QList<Coalition> &table) { Q_EMIT tableAnswered(table); });
}

} // namespace packwarden
