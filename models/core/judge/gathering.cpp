// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/judge/gathering.h"

#include "models/core/documents/rulechange.h"
#include "models/core/judge/commandreason.h"
#include "models/core/judge/judgement.h"
#include "models/core/judge/quorum.h"
#include "models/core/judge/valuechecks.h"
#include "models/core/judge/verifier.h"
#include "models/core/rules/seating.h"

#include <algorithm>

namespace packwarden {

namespace {

constexpr int harmfulLayer = 3;

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

std::optional<CommandKind> commandOf(const CapabilityId &capability)
{
    const auto kind = commandFromName(capability.text());
    return kind == CommandKind::Tighten || kind == CommandKind::Routine ? std::nullopt : kind;
}

/// The seats that the verifier of commands asks for, from its own judgement over an unsigned command.
Result<QList<SeatFinding>> seatsOfCommand(CommandKind kind, const PackState &state)
{
    PackState asked = underRulesAlone(state);
    asked.lock.locked = kind == CommandKind::TheftUnlock;
    Command command;
    command.kind = kind;
    command.head.id = QByteArray(16, '\0');
    command.head.created = asked.now;
    command.head.expires = asked.now + DocumentHead::clockTolerance;
    command.head.author = QByteArray(32, '\0');
    command.head.title = QStringLiteral("-");
    command.head.reason = QStringLiteral("-");
    qint64 revision = asked.lifeCycleRevision;
    if (kind == CommandKind::TheftLock || kind == CommandKind::TheftUnlock)
        revision = asked.lock.revision;
    if (kind == CommandKind::TheftUnlock)
        command.lock = asked.lock.document = QByteArray(32, '\0');
    if (kind == CommandKind::ReplaceComponent) {
        command.slot = command.component = QStringLiteral("module-1");
        asked.components = {{command.slot, {command.component, command.component, 0}}};
        revision = 0;
    }
    command.packs = {{asked.serial, revision}};
    const CoseSign document{QByteArray(contenttype::command), command.encode(), {}};
    const Verdict verdict = verifyCommand(document.encode(), asked);
    if (verdict.seats.isEmpty())
        return verdict.refusal.value_or(Error{Code::OutsidePolicy, commandName(kind)});
    return verdict.seats;
}

/// An amendment of the charter asks for the foundation's seats, filled by role.
QList<SeatFinding> seatsOfAmendment(const CapabilityId &capability, int layer, const PackState &state)
{
    QList<SeatFinding> seats;
    for (const Seat &seat : state.foundation.amendments.value(capability.text())) {
        SeatFinding finding{
            capability, std::max(harmfulLayer, layer), {seating::fillerOf(seat, state.charter, state.now)}, false, -1};
        finding.byRole = true;
        seats.append(finding);
    }
    return seats;
}

/// What the pack looks at before it looks at people.
std::optional<Error> checkFrame(const CapabilityId &capability, Asking asking, const PackState &state)
{
    if (state.silicon.prohibited.contains(capability))
        return Error{Code::Prohibited, capability.text()};
    if (!state.silicon.layers.contains(capability))
        return Error{Code::Malformed, capability.text()};
    const auto kind = commandOf(capability);
    const bool isLock = kind == CommandKind::TheftLock;
    const bool isUnlock = kind == CommandKind::TheftUnlock;
    // What only reads or serves is done in a session that a locked pack or one without a clock still opens.
    const bool strict
        = asking != Asking::Session || parameterOf(capability, state) || capability.text() == QLatin1String("activate");
    if (state.clockUncertain && strict && !isLock)
        return Error{Code::TimeUncertain, state.serial.text()};
    if (const auto problem = judgement::checkInService(state))
        return problem;
    if (isUnlock && !state.lock.locked)
        return Error{Code::WrongState, QStringLiteral("not locked"), CommandReason::NotLocked};
    if (state.lock.locked && strict && !isLock && !isUnlock)
        return Error{Code::TheftLocked, state.serial.text()};
    return std::nullopt;
}

Gathering gatherInSession(
    const CapabilityId &capability, int layer, const QList<Actor> &people, const PackState &state, bool beyond)
{
    Gathering result;
    const bool isWrite = parameterOf(capability, state);
    if (auto seats = requiredSeats(capability, layer, beyond, beyond, state); seats.ok())
        result.seats = *seats;
    else if (isWrite)
        result.refusal = seats.error();
    if (isWrite && beyond && !result.refusal)
        result.refusal = Error{Code::OutsidePolicy, capability.text()};
    if (result.refusal)
        return result;
    result.refusal = Error{Code::SignerNotAuthorised, capability.text()};
    for (int i = 0; i < people.size(); ++i) {
        const Actor &one = people.at(i);
        const auto alone = isWrite             ? judgeAlone(one, capability, layer, state)
            : grantFor(one, capability, state) ? Result<>::success()
                                               : Result<>(Code::SignerNotAuthorised, one.leaf.commonName);
        if (!alone.ok()) {
            result.refusal = alone.error();
            continue;
        }
        for (SeatFinding &seat : result.seats)
            seat.filledBy = i;
        result.refusal.reset();
        break;
    }
    return result;
}

SignatureFinding approvalOf(const Actor &actor)
{
    SignatureFinding finding;
    finding.leaf = actor.leaf;
    finding.rootSha256 = actor.rootSha256;
    finding.position = actor.position;
    return finding;
}

Gathering gatherForDocument(
    const QList<SeatFinding> &seats, const QList<Actor> &people, const PackState &state, Writer writer, bool exempt);

/// Each kind of author in each seat. The others are looked for around him; then just those who sit, with him as the
/// author, are judged.
Gathering gatherSeated(const QList<SeatFinding> &seats, const QList<Actor> &people, const PackState &state, bool exempt)
{
    QSet<Seat> kinds;
    for (const Actor &one : people)
        kinds.insert({one.position, one.role});
    Gathering last{Error{Code::AuthorIsApprover, {}}, seats, -1};
    for (const Seat &kind : std::as_const(kinds)) {
        for (int s = 0; s < seats.size(); ++s) {
            QList<SeatFinding> held = seats;
            // The places of a group keep their numbers: what another could fill stays, as a place of nobody.
            for (Seat &candidate : held[s].candidates)
                candidate = candidate == kind ? kind : Seat();
            const Gathering around = gatherForDocument(held, people, state, Writer::SomebodyElse, exempt);
            if (!around.isEnough())
                continue;
            QList<Actor> sitting{people.at(around.seats.at(s).filledBy)};
            QList<int> numbers{around.seats.at(s).filledBy};
            for (const SeatFinding &seat : around.seats) {
                if (!numbers.contains(seat.filledBy)) {
                    numbers.append(seat.filledBy);
                    sitting.append(people.at(seat.filledBy));
                }
            }
            last = gatherForDocument(seats, sitting, state, Writer::OneOfThem, exempt);
            if (!last.isEnough())
                continue;
            for (SeatFinding &seat : last.seats)
                seat.filledBy = numbers.at(seat.filledBy);
            last.author = numbers.at(last.author);
            return last;
        }
    }
    return last;
}

Gathering gatherForDocument(
    const QList<SeatFinding> &seats, const QList<Actor> &people, const PackState &state, Writer writer, bool exempt)
{
    QList<SignatureFinding> approvals;
    for (const Actor &one : people.mid(0, CoseSign::maxSignatures))
        approvals.append(approvalOf(one));
    const auto attempt = [&](const Author &author, int index) {
        Gathering result{{}, seats, index};
        QList<SignatureFinding> signatures = approvals;
        Effort effort;
        result.refusal = fillSeats(result.seats, signatures, author, state, effort,
            exempt ? FoundationFloor::Exempt : FoundationFloor::Counts);
        return result;
    };
    Gathering byOther = attempt({}, -1);
    // Who would not be enough with another author is not enough as the author.
    if (writer == Writer::SomebodyElse || !byOther.isEnough())
        return byOther;
    if (writer == Writer::OneSeated)
        return gatherSeated(seats, people.mid(0, approvals.size()), state, exempt);
    Gathering best;
    for (int i = 0; i < approvals.size(); ++i) {
        const SignatureFinding &one = approvals.at(i);
        best = attempt({one.rootSha256, one.leaf.person, one.leaf.spkiSha256}, i);
        if (best.isEnough())
            return best;
    }
    byOther.refusal = best.refusal.value_or(Error{Code::AuthorIsApprover, {}});
    return byOther;
}

} // namespace

Asking askingFor(const CapabilityId &capability, const PackState &state)
{
    if (commandOf(capability))
        return Asking::Command;
    const int layer = layerFor(capability, state);
    if (parameterOf(capability, state)) {
        const auto seats = requiredSeats(capability, layer, false, false, state);
        const Foundation::LayerRule floor = state.foundation.layers.value(layer, {0, 0});
        const bool alone
            = layer < harmfulLayer && floor.seats == 1 && floor.parties == 1 && seats.ok() && seats->size() == 1;
        return alone ? Asking::Session : Asking::Request;
    }
    return layer < harmfulLayer ? Asking::Session : Asking::Rules;
}

Gathering gather(
    const CapabilityId &capability, const QList<Actor> &people, const PackState &state, Writer writer, bool beyond)
{
    Asking asking = askingFor(capability, state);
    if (beyond && asking == Asking::Session && parameterOf(capability, state))
        asking = Asking::Request;
    const int layer = layerFor(capability, state);
    const auto problem = checkFrame(capability, asking, state);
    Gathering result;
    if (asking == Asking::Session) {
        result = gatherInSession(capability, layer, people, state, beyond);
    } else {
        const auto kind = commandOf(capability);
        Result<QList<SeatFinding>> seats = seatsOfAmendment(capability, layer, state);
        if (kind)
            seats = seatsOfCommand(*kind, state);
        else if (seats->isEmpty())
            seats = requiredSeats(capability, layer, beyond, beyond, state);
        if (seats.ok())
            result = gatherForDocument(*seats, people, state, writer, kind == CommandKind::TheftLock);
        else
            result.refusal = seats.error();
    }
    if (problem)
        result.refusal = problem;
    return result;
}

Result<Actor> supposedActor(
    const QByteArray &rootSha256, const RoleId &roleId, const QString &person, const PackState &state)
{
    const Role *role = state.policy.role(roleId);
    const QList<PositionId> positions = state.charter.positionsOfRoot(rootSha256, state.memo.get());
    const bool issuable = role && std::any_of(positions.begin(), positions.end(), [&](const PositionId &position) {
        return state.charter.inForce(position, state.now) && state.charter.mayIssue.value(roleId).contains(position)
            && state.policy.issuers.value(roleId).contains(position);
    });
    if (!issuable)
        return {Code::RoleNotIssuable, QStringLiteral("%1: %2").arg(person, roleId.text())};
    if (!state.charter.inForce(role->position, state.now))
        return {Code::SignerNotAuthorised, role->position.text()};
    Actor actor;
    actor.leaf.commonName = actor.leaf.person = person;
    actor.leaf.role = roleId.text();
    // A key that nobody else has.
    actor.leaf.spkiSha256 = rootSha256 + person.toUtf8();
    actor.rootSha256 = rootSha256;
    actor.role = roleId;
    actor.position = role->position;
    return actor;
}

PackState underRulesAlone(const PackState &state)
{
    PackState bare = state;
    bare.lifeCycle = LifeCycle::InService;
    bare.lock = {};
    bare.clockUncertain = false;
    bare.components.clear();
    bare.grantUses.clear();
    bare.condition.clear();
    bare.withdrawals.clear();
    bare.receipts.clear();
    return bare;
}

} // namespace packwarden
