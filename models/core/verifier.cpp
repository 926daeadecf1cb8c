// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verifier.h"

#include "ids.h"
#include "judgement.h"

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

/// What is known of one change beside its numbers.
struct ChangeFacts
{
    const ParameterDefinition *definition = nullptr;
    int layer = 4;
    bool beyondSoftLimit = false;
    bool beyondStep = false;
};

QString numbers(const ParameterId &parameter, Milli value, const Range &range)
{
    return QStringLiteral("%1 = %2, allowed %3..%4")
        .arg(parameter.text(), formatQuantity(value), formatQuantity(range.min), formatQuantity(range.max));
}

/// A capability may move inward in the onion, never outward: the stricter of the two layers holds.
int layerOf(const ParameterDefinition &definition, const PackState &state)
{
    return std::max(definition.layer, state.silicon.layers.value(definition.capability, 4));
}

std::optional<Error> checkCrossRules(
    const QList<ParameterChange> &changes, const QMap<ParameterId, StoredValue> &after, const PackState &state)
{
    // Base and overlay of each side in every combination: any of them may be in force one day.
    const auto valuesOf = [&](const ParameterId &id) {
        const StoredValue stored = after.value(id);
        QList<Milli> values{stored.base};
        if (stored.overlay && state.now < stored.overlayEnds)
            values.append(*stored.overlay);
        return values;
    };
    for (const CrossRule &rule : state.policy.crossRules) {
        const auto touches = [&](const ParameterChange &change) {
            return change.parameter == rule.lower || change.parameter == rule.upper;
        };
        if (std::none_of(changes.begin(), changes.end(), touches))
            continue;
        for (Milli lower : valuesOf(rule.lower)) {
            for (Milli upper : valuesOf(rule.upper)) {
                if (lower.value + rule.gap.value > upper.value)
                    return Error{Code::CrossRule,
                        QStringLiteral("%1 + %2 > %3")
                            .arg(rule.lower.text(), formatQuantity(rule.gap), rule.upper.text())};
            }
        }
    }
    return std::nullopt;
}

/// Values and rules, in the order of the refusal reasons; facts has one entry for each change.
std::optional<Error> checkValues(
    const QList<ParameterChange> &changes, const PackState &state, QList<ChangeFacts> &facts)
{
    facts.clear();
    for (const ParameterChange &change : changes) {
        ChangeFacts fact;
        fact.definition = state.silicon.parameter(change.parameter);
        if (!fact.definition || fact.definition->unit != change.unit)
            return Error{Code::Malformed, QStringLiteral("%1 in %2").arg(change.parameter.text(), change.unit)};
        fact.layer = layerOf(*fact.definition, state);
        facts.append(fact);
    }
    for (const ParameterChange &change : changes) {
        const StoredValue stored = state.values.value(change.parameter);
        if (stored.revision != change.revision || stored.inForce(state.now) != change.from)
            return Error{Code::StaleBase,
                QStringLiteral("%1: revision %2 is now %3")
                    .arg(change.parameter.text())
                    .arg(change.revision)
                    .arg(stored.revision)};
    }
    for (qsizetype i = 0; i < changes.size(); ++i) {
        const Range silicon = facts.at(i).definition->silicon;
        if (!silicon.contains(changes.at(i).to))
            return Error{Code::AboveSiliconLimit, numbers(changes.at(i).parameter, changes.at(i).to, silicon)};
    }
    for (const ChangeFacts &fact : facts) {
        if (state.silicon.prohibited.contains(fact.definition->capability))
            return Error{Code::Prohibited, fact.definition->capability.text()};
    }
    for (qsizetype i = 0; i < changes.size(); ++i) {
        const auto range = state.charter.ranges.constFind(changes.at(i).parameter);
        if (range != state.charter.ranges.constEnd() && !range->contains(changes.at(i).to))
            return Error{Code::OutsideCharter, numbers(changes.at(i).parameter, changes.at(i).to, *range)};
    }
    for (qsizetype i = 0; i < changes.size(); ++i) {
        const ParameterChange &change = changes.at(i);
        const auto soft = state.policy.softLimits.constFind(change.parameter);
        facts[i].beyondSoftLimit = soft != state.policy.softLimits.constEnd() && !soft->contains(change.to);
        const Milli step = state.policy.steps.value(change.parameter, Milli{INT64_MAX});
        facts[i].beyondStep = std::abs(change.to.value - change.from.value) > step.value;
    }
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
    Verdict verdict;
    const auto refuse = [&](const Error &error) {
        // The first that fails is reported; what is found later only fills the picture.
        if (!verdict.refusal)
            verdict.refusal = error;
        return verdict;
    };
    const auto document = CoseSign::decode(bytes);
    if (!document.ok())
        return refuse(document.error());
    verdict.payloadSha256 = sha256(document->payload);
    if (document->contentType != contenttype::request)
        return refuse({Code::UnknownType, QString::fromLatin1(document->contentType.left(100))});
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
    if (const auto crossed = checkCrossRules(changes, valuesAfter(*request, state), state))
        refuse(*crossed);
    for (QList<SeatFinding> &group : seats.value()) {
        const auto missing = fillSeats(group, verdict.signatures, author.ok() ? *author : Author{}, state);
        verdict.seats += group;
        if (missing)
            refuse(*missing);
    }
    return verdict;
}

QMap<ParameterId, StoredValue> valuesAfter(const ChangeRequest &request, const PackState &state)
{
    QMap<ParameterId, StoredValue> after = state.values;
    if (const PackChanges *changes = request.forPack(state.serial)) {
        for (const ParameterChange &change : changes->changes) {
            StoredValue &stored = after[change.parameter];
            ++stored.revision;
            if (request.periodEnd) {
                stored.overlay = change.to;
                stored.overlayEnds = *request.periodEnd;
            } else {
                stored.base = change.to;
                stored.overlay.reset();
                stored.overlayEnds = 0;
            }
        }
    }
    return after;
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
        judgement.refusal = checkCrossRules(changes, valuesWith(changes, state), state);
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

Result<Receipt> verifyReceipt(const QByteArray &bytes, const CoseSign &document, const PackSerial &serial,
    const Charter &charter, const QList<CrlEntry> &crls)
{
    const auto invalid = [](const QString &why) {
        return Error{Code::ReceiptInvalid, why};
    };
    const auto signedReceipt = CoseSign1::decode(bytes);
    if (!signedReceipt.ok() || signedReceipt->contentType != contenttype::receipt)
        return invalid(QStringLiteral("not a receipt"));
    const auto leaf = Certificate::fromDer(signedReceipt->chain.constFirst());
    if (!leaf.ok() || !signedReceipt->verifies())
        return invalid(QStringLiteral("signature"));
    if (leaf->packSerial != serial.text())
        return invalid(QStringLiteral("signed by %1").arg(leaf->packSerial));
    QList<Certificate> intermediates;
    for (const QByteArray &der : signedReceipt->chain.mid(1)) {
        if (const auto certificate = Certificate::fromDer(der); certificate.ok())
            intermediates.append(*certificate);
    }
    const auto root = Certificate::fromDer(
        charter.positions.value(PositionId::fromTrusted(QStringLiteral("manufacturer"))).rootDer);
    if (!root.ok())
        return invalid(QStringLiteral("no manufacturer in the charter"));
    // A receipt is kept for years: it is judged at its own time, or at the newest list's if that came later.
    qint64 at = signedReceipt->at;
    for (const CrlEntry &entry : crls) {
        if (isListOf(entry.crl, *root))
            at = std::max(at, entry.crl.thisUpdate);
    }
    if (const auto chain = validateChain(*leaf, intermediates, {{*root}, crls}, ChainPurpose::Device, at, INT32_MAX);
        !chain.ok())
        return invalid(QStringLiteral("%1: %2").arg(codeName(chain.code()), chain.error().detail));
    auto receipt = Receipt::decode(signedReceipt->payload);
    if (!receipt.ok())
        return receipt.error();
    if (receipt->document != sha256(document.payload) || receipt->serial != serial)
        return invalid(QStringLiteral("for another document"));
    const auto request = ChangeRequest::decode(document.payload);
    const PackChanges *changes = request.ok() ? request->forPack(serial) : nullptr;
    if (!changes || changes->changes.size() != receipt->applied.size())
        return invalid(QStringLiteral("other values than requested"));
    for (const ParameterChange &change : changes->changes) {
        const auto same = [&](const AppliedValue &v) {
            return v.parameter == change.parameter && v.value == change.to && v.revision == change.revision + 1;
        };
        if (std::none_of(receipt->applied.begin(), receipt->applied.end(), same))
            return invalid(QStringLiteral("%1 was not applied").arg(change.parameter.text()));
    }
    return receipt;
}

} // namespace packwarden
