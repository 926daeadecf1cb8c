// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/judge/verifier.h"

#include "models/core/base/ids.h"
#include "models/core/judge/judgement.h"
#include "models/core/judge/valuechecks.h"

#include <algorithm>

namespace packwarden {

namespace {

std::optional<Error> checkFrame(const ChangeRequest &request, const Verdict &verdict, const PackState &state)
{
    if (const auto problem = judgement::checkHead(request.head, verdict, state))
        return problem;
    if (request.periodEnd && *request.periodEnd <= state.now)
        return Error{Code::Expired, QString::number(*request.periodEnd)};
    const PackChanges *changes = request.forPack(state.serial);
    if (!changes) {
        QStringList serials;
        for (const PackChanges &pack : request.packs)
            serials.append(pack.serial.text());
        return Error{Code::WrongPack, QStringLiteral("%1: %2").arg(state.serial.text(), serials.join(u' '))};
    }
    if (changes->hardware != state.silicon.hardware)
        return Error{Code::WrongHardware, QStringLiteral("%1: %2").arg(state.silicon.hardware, changes->hardware)};
    if (const auto problem = judgement::checkInService(state))
        return problem;
    if (state.lock.locked)
        return Error{Code::TheftLocked, state.serial.text()};
    return std::nullopt;
}

/// The seats of all capabilities that the changes touch; soft limits and steps of one capability add up.
Result<QMap<CapabilityId, QList<SeatFinding>>> seatsFor(const QList<ChangeFacts> &facts, const PackState &state)
{
    QMap<CapabilityId, ChangeFacts> needs;
    for (const ChangeFacts &fact : facts) {
        ChangeFacts &need = needs[fact.definition->capability];
        need.layer = need.definition ? std::max(need.layer, fact.layer) : fact.layer;
        need.definition = fact.definition;
        need.beyondSoftLimit = need.beyondSoftLimit || fact.beyondSoftLimit;
        need.beyondStep = need.beyondStep || fact.beyondStep;
    }
    QMap<CapabilityId, QList<SeatFinding>> all;
    for (auto it = needs.begin(); it != needs.end(); ++it) {
        auto seats = requiredSeats(it.key(), it->layer, it->beyondSoftLimit, it->beyondStep, state);
        if (!seats.ok())
            return seats.error();
        all.insert(it.key(), *seats);
    }
    return all;
}

/// Signatures that fit a seat of another capability of the same request: no fault where they fill none of this one.
QSet<int> meantForOthers(const CapabilityId &capability, const QMap<CapabilityId, QList<SeatFinding>> &all,
    const QList<SignatureFinding> &signatures)
{
    QSet<int> others;
    for (auto group = all.begin(); group != all.end(); ++group) {
        if (group.key() == capability)
            continue;
        for (int i = 0; i < signatures.size(); ++i) {
            const auto role = RoleId::parse(signatures.at(i).leaf.role);
            const auto fits = [&](const SeatFinding &seat) {
                return role.ok() && seat.candidates.contains(Seat{signatures.at(i).position, *role});
            };
            if (!signatures.at(i).problem && std::any_of(group->begin(), group->end(), fits))
                others.insert(i);
        }
    }
    return others;
}

QList<ParameterId> parametersOf(const QList<ParameterChange> &changes)
{
    QList<ParameterId> parameters;
    for (const ParameterChange &change : changes)
        parameters.append(change.parameter);
    return parameters;
}

int highestLayer(const ChangeRequest &request, const PackState &state)
{
    int layer = 1;
    if (const PackChanges *changes = request.forPack(state.serial)) {
        for (const ParameterChange &change : changes->changes) {
            const ParameterDefinition *definition = state.silicon.parameter(change.parameter);
            layer = std::max(layer, definition ? layerOf(*definition, state) : 4);
        }
    }
    return layer;
}

} // namespace

Verdict verifyRequest(const QByteArray &bytes, const PackState &state)
{
    if (!state.memo.get())
        return verifyRequest(bytes, state.remembering());
    Verdict verdict;
    const auto refuse = [&](const Error &error) {
        // The first that fails is reported; what is found later only fills the picture.
        if (!verdict.refusal)
            verdict.refusal = error;
        return verdict;
    };
    const auto document = judgement::open(bytes, contenttype::request, verdict);
    if (!document)
        return verdict;
    const auto request = ChangeRequest::decode(document->payload);
    if (!request.ok())
        return refuse(request.error());
    verdict.request = *request;
    if (state.receipts.contains(verdict.payloadSha256)) {
        verdict.alreadyApplied = true;
        return verdict;
    }

    const int layer = highestLayer(*request, state);
    for (const CoseSignature &signature : document->signatures)
        verdict.signatures.append(
            judgement::judgeSignature(*document, signature, state.charter.crlGrace.value(layer), state));
    const auto author = judgement::findAuthor(request->head, verdict.signatures);
    if (!author.ok())
        refuse(author.error());
    if (const auto problem = checkFrame(*request, verdict, state))
        return refuse(*problem);

    QList<ChangeFacts> facts;
    const QList<ParameterChange> changes = request->forPack(state.serial)->changes;
    const auto problem = checkValues(changes, state, facts);
    if (problem)
        refuse(*problem);
    if (problem && (problem->code == Code::Malformed || problem->code == Code::StaleBase))
        return verdict;
    auto seats = seatsFor(facts, state);
    if (!seats.ok())
        return refuse(seats.error());
    if (const auto crossed = checkCrossRules(parametersOf(changes), valuesAfter(*request, state), state))
        refuse(*crossed);
    Effort effort;
    for (auto group = seats.value().begin(); group != seats.value().end(); ++group) {
        const auto missing = fillSeats(*group, verdict.signatures, author.ok() ? *author : Author{}, state, effort,
            FoundationFloor::Counts, meantForOthers(group.key(), *seats, verdict.signatures));
        verdict.seats += *group;
        if (missing)
            refuse(*missing);
    }
    return verdict;
}

namespace {

/// The request that a change of these values would be, as it stands now.
QList<ParameterChange> asOfNow(QList<ParameterChange> changes, const PackState &state)
{
    for (ParameterChange &change : changes) {
        const ParameterDefinition *definition = state.silicon.parameter(change.parameter);
        change.unit = definition ? definition->unit : QString();
        change.from = state.value(change.parameter);
        change.revision = state.values.value(change.parameter).revision;
    }
    return changes;
}

QMap<ParameterId, StoredValue> valuesWith(const QList<ParameterChange> &changes, const PackState &state)
{
    ChangeRequest request;
    request.packs.append({state.serial, state.silicon.hardware, changes});
    return valuesAfter(request, state);
}

} // namespace

ValueJudgement judgeValue(const ParameterId &parameter, Milli to, const PackState &state)
{
    const auto changes = asOfNow({ParameterChange{parameter, {}, {}, 0, to}}, state);
    ValueJudgement judgement;
    QList<ChangeFacts> facts;
    judgement.refusal = checkValues(changes, state, facts);
    if (judgement.refusal)
        return judgement;
    judgement.beyondSoftLimit = facts.constFirst().beyondSoftLimit;
    judgement.beyondStep = facts.constFirst().beyondStep;
    if (const auto seats = seatsFor(facts, state); !seats.ok())
        judgement.refusal = seats.error();
    else
        judgement.refusal = checkCrossRules({parameter}, valuesWith(changes, state), state);
    return judgement;
}

QList<SeatFinding> seatsNeeded(const QList<ParameterChange> &wanted, const PackState &state)
{
    const auto changes = asOfNow(wanted, state);
    QList<ChangeFacts> facts;
    QList<SeatFinding> all;
    const auto problem = checkValues(changes, state, facts);
    if (problem && facts.size() != changes.size())
        return all;
    if (const auto seats = seatsFor(facts, state); seats.ok()) {
        for (const QList<SeatFinding> &group : *seats)
            all += group;
    }
    return all;
}

} // namespace packwarden
