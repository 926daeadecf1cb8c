// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/answers/peopleable.h"

#include "models/permissions/policyroles.h"

#include <algorithm>
#include <limits>

namespace packwarden {

namespace {

using Outcome = WhatIfAnswer::Outcome;

bool isPerson(const Certificate &certificate)
{
    return !certificate.isAuthority && !certificate.person.isEmpty();
}

void collect(QList<RoleId> &roles, const QList<Seat> &seats)
{
    for (const Seat &seat : seats) {
        if (!roles.contains(seat.role))
            roles.append(seat.role);
    }
}

/// What a role may do under a policy, whoever holds it.
struct Standing
{
    Outcome outcome = Outcome::Refused;
    bool isVeto = false;
    int others = 0;
};

Standing standingOf(const RoleId &role, const CapabilityId &capability, const PackState &state)
{
    WhatIfQuestion question;
    question.capability = capability;
    question.role = role;
    const WhatIfAnswer answer = whatIf(question, state);
    Standing standing;
    standing.outcome = answer.outcome;
    standing.others = int(answer.missing.size());
    if (answer.outcome == Outcome::Refused || !answer.actor)
        return standing;
    // Who signs only beyond a soft limit need not be asked within it.
    const QList<SeatFinding> seats = gather(capability, {}, state, Writer::SomebodyElse).seats;
    const Seat own{answer.actor->position, role};
    standing.isVeto = std::any_of(
        seats.begin(), seats.end(), [&](const SeatFinding &seat) { return seat.candidates == QList<Seat>{own}; });
    return standing;
}

std::optional<RoleChange::Kind> kindOf(const Standing &before, const Standing &after)
{
    using Kind = RoleChange::Kind;
    if (before.outcome != after.outcome) {
        if (after.outcome == Outcome::Allowed)
            return Kind::CanAlone;
        if (after.outcome == Outcome::Refused)
            return Kind::CannotAnyMore;
        return before.outcome == Outcome::Refused ? Kind::CanWithOthers : Kind::OnlyWithOthers;
    }
    if (after.outcome != Outcome::WithOthers)
        return {};
    if (before.isVeto != after.isVeto)
        return after.isVeto ? Kind::MustBeAsked : Kind::NeedNotBeAsked;
    if (before.others != after.others)
        return after.others < before.others ? Kind::FewerOthers : Kind::MoreOthers;
    return {};
}

bool isWithinList(const QStringList &small, const QStringList &large)
{
    return large.isEmpty() || (!small.isEmpty() && std::all_of(small.begin(), small.end(), [&](const QString &word) {
        return large.contains(word);
    }));
}

/// Does one grant allow all that the other allows? The clause that it rests on is no condition.
bool covers(const Grant &large, const Grant &small)
{
    const auto most = [](qint64 limit) {
        return limit == 0 ? std::numeric_limits<qint64>::max() : limit;
    };
    return large.from <= small.from && most(large.until) >= most(small.until) && most(large.uses) >= most(small.uses)
        && isWithinList(small.states, large.states) && isWithinList(small.purposes, large.purposes)
        && (large.group.isEmpty() || large.group == small.group)
        && std::max(large.hours, 1) >= std::max(small.hours, 1);
}

bool covers(const QList<Grant> &large, const QList<Grant> &small)
{
    return std::all_of(small.begin(), small.end(), [&](const Grant &one) {
        return std::any_of(large.begin(), large.end(), [&](const Grant &other) { return covers(other, one); });
    });
}

QList<Grant> grantsOf(const RoleId &role, const CapabilityId &capability, const Policy &policy)
{
    QList<Grant> grants;
    std::copy_if(policy.grants.begin(), policy.grants.end(), std::back_inserter(grants),
        [&](const Grant &grant) { return grant.role == role && grant.capability == capability; });
    return grants;
}

/// Of a role that can do as much as before, and with as many others.
std::optional<RoleChange::Kind> conditionsKind(const QList<Grant> &before, const QList<Grant> &after)
{
    using Kind = RoleChange::Kind;
    const bool wider = covers(after, before);
    const bool narrower = covers(before, after);
    if (wider && narrower)
        return {};
    return wider ? Kind::FewerConditions : narrower ? Kind::MoreConditions : Kind::OtherConditions;
}

} // namespace

QList<AblePerson> PeopleAble::able() const
{
    QList<AblePerson> list;
    std::copy_if(people.begin(), people.end(), std::back_inserter(list),
        [](const AblePerson &person) { return person.isAble(); });
    return list;
}

QString partyOf(const PositionId &position, const Charter &charter)
{
    return charter.positions.value(position).party;
}

QList<RoleId> rolesTakingPart(const CapabilityId &capability, const PackState &state)
{
    QList<RoleId> roles;
    for (const SeatFinding &seat : gather(capability, {}, state, Writer::SomebodyElse).seats)
        collect(roles, seat.candidates);
    const SeatRule rule = state.policy.seats.value(capability);
    for (const auto &extra : {rule.beyondSoftLimit, rule.beyondStep}) {
        if (extra)
            collect(roles, {*extra});
    }
    for (const Grant &grant : state.policy.grants) {
        const Role *role = state.policy.role(grant.role);
        if (grant.capability == capability && role)
            collect(roles, {{role->position, role->id}});
    }
    return roles;
}

PeopleAble peopleAble(const CapabilityId &capability, const RoleId &role, const QList<Certificate> &known,
    const PackState &given, qint64 now)
{
    const PackState state = given.memo.get() ? given : given.remembering();
    PeopleAble result;
    const QList<RoleId> wanted = role.isEmpty() ? rolesTakingPart(capability, state) : QList<RoleId>{role};
    QSet<RoleId> served;
    for (const Certificate &leaf : known) {
        if (!isPerson(leaf))
            continue;
        ++result.keysKnown;
        const auto parsed = RoleId::parse(leaf.role);
        if (!parsed.ok() || !wanted.contains(*parsed))
            continue;
        WhatIfQuestion question;
        question.capability = capability;
        question.leaf = leaf;
        question.known = known;
        question.now = now;
        AblePerson person;
        person.leaf = leaf;
        person.role = *parsed;
        person.answer = whatIf(question, state);
        const Role *held = state.policy.role(*parsed);
        person.position = held ? held->position : PositionId();
        person.party = partyOf(person.position, state.charter);
        if (person.isAble())
            served.insert(*parsed);
        result.people.append(person);
    }
    const auto order = [](const AblePerson &person) {
        return std::tuple(person.party, int(person.answer.outcome), person.leaf.commonName, person.leaf.sha256);
    };
    std::sort(result.people.begin(), result.people.end(),
        [&order](const AblePerson &left, const AblePerson &right) { return order(left) < order(right); });
    std::copy_if(wanted.begin(), wanted.end(), std::back_inserter(result.strangers),
        [&](const RoleId &each) { return !served.contains(each); });
    return result;
}

QList<RoleChange> roleChanges(const CapabilityId &capability, const Policy &before, const Policy &after,
    const QList<Certificate> &known, const PackState &given)
{
    PackState was = given.memo.get() ? given : given.remembering();
    PackState becomes = was;
    was.policy = before;
    becomes.policy = after;
    becomes.charter = policyroles::charterFor(after, before, was.charter);
    QList<RoleId> roles = rolesTakingPart(capability, was);
    for (const RoleId &role : rolesTakingPart(capability, becomes)) {
        if (!roles.contains(role))
            roles.append(role);
    }
    QList<RoleChange> changes;
    for (const RoleId &role : std::as_const(roles)) {
        const Standing then = standingOf(role, capability, was);
        const Standing now = standingOf(role, capability, becomes);
        RoleChange change;
        change.grantsBefore = grantsOf(role, capability, before);
        change.grantsAfter = grantsOf(role, capability, after);
        auto kind = kindOf(then, now);
        if (!kind)
            kind = conditionsKind(change.grantsBefore, change.grantsAfter);
        if (!kind)
            continue;
        change.role = role;
        const Role *held = after.role(role) ? after.role(role) : before.role(role);
        change.position = held ? held->position : PositionId();
        change.kind = *kind;
        change.othersBefore = then.others;
        change.othersAfter = now.others;
        const PackState &judging = after.role(role) ? becomes : was;
        for (const Certificate &leaf : known) {
            const int layer = judging.silicon.layers.value(capability, 4);
            if (isPerson(leaf) && leaf.role == role.text()
                && judgeActor(leaf, issuersOf(leaf, known), layer, judging).ok())
                change.people.append(leaf);
        }
        changes.append(change);
    }
    return changes;
}

QMap<RoleId, int> keyHolders(const Policy &policy, const Charter &charter, const QList<Certificate> &known, qint64 now)
{
    // By name alone: this counts, and decides nothing.
    QHash<QByteArray, QSet<QByteArray>> namesOfParty; ///< of a root: itself and the authorities below it
    const auto namesUnder = [&](const PositionId &position) -> const QSet<QByteArray> & {
        const QByteArray rootDer = charter.positions.value(position).rootDer;
        auto found = namesOfParty.find(rootDer);
        if (found == namesOfParty.end()) {
            QSet<QByteArray> names;
            if (const auto root = Certificate::fromDer(rootDer); root.ok()) {
                names.insert(root->subjectDer);
                for (const Certificate &certificate : known) {
                    if (certificate.isAuthority && certificate.issuerDer == root->subjectDer)
                        names.insert(certificate.subjectDer);
                }
            }
            found = namesOfParty.insert(rootDer, names);
        }
        return *found;
    };
    QMap<RoleId, int> holders;
    for (const Certificate &certificate : known) {
        const Role *role = certificate.person.isEmpty() ? nullptr : policy.role(RoleId::fromTrusted(certificate.role));
        if (role && certificate.notBefore <= now && now <= certificate.notAfter
            && namesUnder(role->position).contains(certificate.issuerDer))
            ++holders[role->id];
    }
    return holders;
}

} // namespace packwarden
