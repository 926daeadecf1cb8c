// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/breakable.h"
#include "models/core/judge/access.h"
#include "models/core/judge/commandcheck.h"
#include "models/core/judge/commandreason.h"
#include "models/core/judge/judgement.h"
#include "models/core/judge/valuechecks.h"
#include "models/core/judge/verifier.h"

#include <algorithm>

namespace packwarden {

namespace {

PositionId position(const char *name)
{
    return PositionId::fromTrusted(QLatin1String(name));
}

bool makesStricter(CommandKind kind)
{
    return kind == CommandKind::TheftLock || kind == CommandKind::Tighten;
}

/// Whose word a command always needs, whatever policy and charter say.
QList<PositionId> positionsNeeded(CommandKind kind)
{
    switch (kind) {
    case CommandKind::TheftLock:
        return {position("owner")};
    case CommandKind::TheftUnlock:
        return {position("owner"), position("platform")};
    case CommandKind::ReplaceComponent:
        return {position("owner"), position("service")};
    case CommandKind::Tighten:
    case CommandKind::Routine:
    case CommandKind::Decommission:
        break;
    }
    return {};
}

CapabilityId capabilityOf(const Command &command, const PackState &state)
{
    if (command.kind != CommandKind::Tighten)
        return CapabilityId::fromTrusted(commandName(command.kind));
    const ParameterDefinition *definition = state.silicon.parameter(command.parameter);
    return definition ? definition->capability : CapabilityId();
}

int layerOfCommand(const Command &command, const PackState &state)
{
    if (command.kind == CommandKind::Decommission)
        return 4;
    if (command.kind != CommandKind::Tighten)
        return state.silicon.layers.value(capabilityOf(command, state), 4);
    const ParameterDefinition *definition = state.silicon.parameter(command.parameter);
    return definition ? layerOf(*definition, state) : 4;
}

/// The revision of what the command touches; nothing if this pack has no such thing.
std::optional<qint64> revisionOf(const Command &command, const PackState &state)
{
    switch (command.kind) {
    case CommandKind::TheftLock:
    case CommandKind::TheftUnlock:
        return state.lock.revision;
    case CommandKind::ReplaceComponent:
        return state.components.contains(command.slot) ? std::optional(state.components.value(command.slot).revision)
                                                       : std::nullopt;
    case CommandKind::Tighten:
        return state.silicon.parameter(command.parameter)
            ? std::optional(state.values.value(command.parameter).revision)
            : std::nullopt;
    case CommandKind::Routine:
    case CommandKind::Decommission:
        break;
    }
    return state.lifeCycleRevision;
}

std::optional<Error> checkFrame(const Command &command, const Verdict &verdict, const PackState &state)
{
    using judgement::ClockNeed;
    const ClockNeed clock = command.kind == CommandKind::TheftLock ? ClockNeed::Any : ClockNeed::Sure;
    if (auto problem = judgement::checkHead(command.head, verdict, state, clock))
        return problem;
    const PackTarget *target = command.forPack(state.serial);
    if (!target) {
        QStringList serials;
        for (const PackTarget &pack : command.packs)
            serials.append(pack.serial.text());
        return Error{Code::WrongPack, QStringLiteral("%1: %2").arg(state.serial.text(), serials.join(u' '))};
    }
    if (auto problem = judgement::checkInService(state))
        return problem;
    if (command.kind == CommandKind::TheftUnlock && !state.lock.locked)
        return Error{Code::WrongState, QStringLiteral("not locked"), CommandReason::NotLocked};
    // A stolen pack only becomes stricter, until its owner and the platform end the lock.
    if (!broken("locked-pack") && state.lock.locked && !makesStricter(command.kind)
        && command.kind != CommandKind::TheftUnlock)
        return Error{Code::TheftLocked, state.serial.text()};
    const auto revision = revisionOf(command, state);
    if (!revision)
        return Error{Code::Malformed, command.slot + command.parameter.text()};
    if (*revision != target->revision)
        return Error{Code::StaleBase, QStringLiteral("revision %1 is now %2").arg(target->revision).arg(*revision)};
    if (command.kind == CommandKind::TheftUnlock && command.lock != state.lock.document && !broken("named-lock"))
        return Error{Code::StaleBase, QStringLiteral("another lock"), CommandReason::AnotherLock};
    return std::nullopt;
}

/// What the command asks for, in itself.
std::optional<Error> checkContent(const Command &command, const PackState &state)
{
    if (command.kind == CommandKind::Routine)
        return Error{Code::OutsidePolicy, QStringLiteral("no catalogue of routines")};
    if (command.kind != CommandKind::Tighten) {
        const CapabilityId capability = capabilityOf(command, state);
        if (state.silicon.prohibited.contains(capability))
            return Error{Code::Prohibited, capability.text()};
        return std::nullopt;
    }
    const ParameterDefinition &definition = *state.silicon.parameter(command.parameter);
    if (auto problem = checkSilicon(definition, command.to))
        return problem;
    if (auto problem = checkProhibited(definition, state))
        return problem;
    if (auto problem = checkCharterRange(definition, command.to, state))
        return problem;
    const Milli current = state.value(command.parameter);
    if (!isStricter(command.to, current, definition) && !broken("only-stricter"))
        return Error{Code::OutsidePolicy, QStringLiteral("not stricter than %1").arg(formatQuantity(current)),
            CommandReason::NotStricter};
    return std::nullopt;
}

/// Adds a seat of the position if none of the seats can be filled by it alone.
bool includePosition(QList<SeatFinding> &seats, const PositionId &needed, const CapabilityId &capability, int layer,
    const PackState &state)
{
    const auto isOf = [&](const Seat &seat) {
        return seat.position == needed;
    };
    if (std::any_of(seats.begin(), seats.end(),
            [&](const SeatFinding &seat) { return std::all_of(seat.candidates.begin(), seat.candidates.end(), isOf); }))
        return true;
    QList<Seat> candidates;
    for (const Role &role : state.policy.roles) {
        if (role.position == needed && state.charter.mayHold.value(capability).contains(role.id))
            candidates.append({role.position, role.id});
    }
    seats.append({capability, layer, candidates, false, -1});
    return !candidates.isEmpty();
}

Result<QList<SeatFinding>> seatsOf(const Command &command, const PackState &state)
{
    const CapabilityId capability = capabilityOf(command, state);
    const int layer = layerOfCommand(command, state);
    auto seats = requiredSeats(capability, layer, false, false, state);
    if (!seats.ok())
        return seats;
    if (command.kind == CommandKind::Tighten) {
        // One seat of those who must always agree to this value and who lose by caution: the owner, and the cells'.
        QList<Seat> candidates;
        for (const SeatFinding &seat : *seats) {
            const bool always = seat.candidates.size() == 1;
            const Seat one = seat.candidates.value(0);
            if (always && (one.position == position("owner") || one.position == position("cell-data"))
                && !candidates.contains(one))
                candidates.append(one);
        }
        if (candidates.isEmpty())
            return {Code::OutsidePolicy, capability.text()};
        return QList<SeatFinding>{{capability, layer, candidates, false, -1}};
    }
    for (const PositionId &needed : positionsNeeded(command.kind)) {
        if (!broken("positions-of-command") && !includePosition(seats.value(), needed, capability, layer, state))
            return {Code::OutsidePolicy, QStringLiteral("%1: %2").arg(capability.text(), needed.text())};
    }
    return seats;
}

/// The rules between parameters, with the value as the command would leave it.
std::optional<Error> checkCrossed(const Command &command, const PackState &state)
{
    if (command.kind != CommandKind::Tighten)
        return std::nullopt;
    Verdict would;
    would.command = command;
    return checkCrossRules({command.parameter}, stateAfter(would, state).values, state);
}

} // namespace

CommandJudgement judgeCommand(const Command &command, const PackState &state)
{
    CommandJudgement judgement;
    judgement.layer = layerOfCommand(command, state);
    judgement.refusal = checkFrame(command, {}, state);
    if (judgement.refusal)
        return judgement;
    judgement.refusal = checkContent(command, state);
    const auto seats = seatsOf(command, state);
    if (seats.ok())
        judgement.seats = *seats;
    else if (!judgement.refusal)
        judgement.refusal = seats.error();
    if (!judgement.refusal)
        judgement.refusal = checkCrossed(command, state);
    return judgement;
}

Verdict verifyCommand(const QByteArray &bytes, const PackState &state)
{
    if (!state.memo.get())
        return verifyCommand(bytes, state.remembering());
    Verdict verdict;
    const auto refuse = [&](const Error &error) {
        // The first that fails is reported; what is found later only fills the picture.
        if (!verdict.refusal)
            verdict.refusal = error;
        return verdict;
    };
    const auto document = judgement::open(bytes, contenttype::command, verdict);
    if (!document)
        return verdict;
    const auto command = Command::decode(document->payload);
    if (!command.ok())
        return refuse(command.error());
    verdict.command = *command;
    if (state.receipts.contains(verdict.payloadSha256)) {
        verdict.alreadyApplied = true;
        return verdict;
    }
    // Where the clock has been lost only the layer with the longest grace can still be heard.
    const bool late = command->kind == CommandKind::TheftLock && state.clockUncertain;
    const qint64 grace = state.charter.crlGrace.value(late ? 1 : layerOfCommand(*command, state));
    for (const CoseSignature &signature : document->signatures)
        verdict.signatures.append(judgement::judgeSignature(*document, signature, grace, state));
    const auto author = judgement::findAuthor(command->head, verdict.signatures);
    if (!author.ok())
        refuse(author.error());
    if (const auto problem = checkFrame(*command, verdict, state))
        return refuse(*problem);
    if (const auto problem = checkContent(*command, state))
        refuse(*problem);
    auto seats = seatsOf(*command, state);
    if (!seats.ok())
        return refuse(seats.error());
    if (const auto crossed = checkCrossed(*command, state))
        refuse(*crossed);
    const auto floor = makesStricter(command->kind) ? FoundationFloor::Exempt : FoundationFloor::Counts;
    Effort effort;
    const auto missing
        = fillSeats(seats.value(), verdict.signatures, author.ok() ? *author : Author{}, state, effort, floor);
    verdict.seats = *seats;
    if (missing)
        refuse(*missing);
    return verdict;
}

} // namespace packwarden
