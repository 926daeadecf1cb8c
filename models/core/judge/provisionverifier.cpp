// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/judge/judgement.h"
#include "models/core/judge/verifier.h"

#include <algorithm>

namespace packwarden {

namespace {

/// Each step has one place in the order, and happens once.
bool isNext(ProvisionStep step, const PackState &state)
{
    const bool hasFoundation = !state.foundation.layers.isEmpty();
    const bool hasDevice = !state.deviceChain.isEmpty();
    switch (step) {
    case ProvisionStep::Pair:
        return state.lifeCycle == LifeCycle::Identified;
    case ProvisionStep::Limits:
        return state.lifeCycle == LifeCycle::Paired;
    case ProvisionStep::Foundation:
        return state.lifeCycle == LifeCycle::Limited && !hasFoundation;
    case ProvisionStep::DeviceCertificate:
        return state.lifeCycle == LifeCycle::Limited && hasFoundation && !hasDevice;
    case ProvisionStep::Protect:
        return state.lifeCycle == LifeCycle::Chartered && !state.isProtected;
    case ProvisionStep::Seal:
        return state.lifeCycle == LifeCycle::Chartered && state.isProtected;
    }
    return false;
}

TrustAnchors makerOf(const PackState &state)
{
    const auto root = Certificate::fromDer(state.manufacturerRoot);
    return {root.ok() ? QList<Certificate>{*root} : QList<Certificate>{}, state.crls};
}

Result<CellDataSheet> readSheet(const QByteArray &bytes, const PackState &state)
{
    const auto sheet = CoseSign1::decode(bytes);
    if (!sheet.ok())
        return sheet.error();
    if (sheet->contentType != contenttype::datasheet)
        return {Code::UnknownType, QString::fromLatin1(sheet->contentType.left(100))};
    auto chain = judgement::readChain(sheet->chain);
    if (!chain.ok())
        return chain.error();
    const Certificate leaf = chain.value().takeFirst();
    if (!sheet->verifies())
        return {Code::SignatureInvalid, leaf.commonName};
    if (const auto root = validateChain(leaf, *chain, makerOf(state), ChainPurpose::Person, state.now, 0); !root.ok())
        return root.error();
    if (leaf.person.isEmpty())
        return {Code::SignerNotAuthorised, leaf.commonName};
    return CellDataSheet::decode(sheet->payload);
}

Error above(const ParameterId &parameter, const Range &range)
{
    return {Code::AboveSiliconLimit,
        QStringLiteral("%1: %2..%3").arg(parameter.text(), formatQuantity(range.min), formatQuantity(range.max))};
}

bool isWithin(const Range &inner, const Range &outer)
{
    return outer.contains(inner.min) && outer.contains(inner.max);
}

/// Sheet within chemistry, limits within the sheet, and nothing of a cell's that nobody bounds.
std::optional<Error> checkLimits(const ProvisionDocument &document, const PackState &state)
{
    const auto sheet = readSheet(document.datasheet, state);
    if (!sheet.ok())
        return sheet.error();
    const auto chemistry = chemistryBounds(sheet->chemistry);
    if (chemistry.isEmpty())
        return Error{Code::AboveSiliconLimit, sheet->chemistry.left(100)};
    for (auto it = sheet->bounds.begin(); it != sheet->bounds.end(); ++it) {
        if (chemistry.contains(it.key()) && !isWithin(*it, chemistry.value(it.key())))
            return above(it.key(), *it);
    }
    QSet<ParameterId> ids;
    QSet<int> numbers;
    for (const ParameterDefinition &definition : document.silicon.parameters) {
        if (ids.contains(definition.id) || numbers.contains(definition.number))
            return Error{Code::Malformed, definition.id.text()};
        ids.insert(definition.id);
        numbers.insert(definition.number);
        const auto bound = sheet->bounds.constFind(definition.id);
        const bool bounded = bound != sheet->bounds.constEnd();
        if (bounded ? !isWithin(definition.silicon, *bound) : chemistry.contains(definition.id))
            return above(definition.id, definition.silicon);
    }
    for (auto it = chemistry.begin(); it != chemistry.end(); ++it) {
        if (!ids.contains(it.key()))
            return Error{Code::Malformed, it.key().text()};
    }
    if (document.silicon.hardware.isEmpty())
        return Error{Code::Malformed, QStringLiteral("hardware")};
    return std::nullopt;
}

std::optional<Error> checkFoundation(const Foundation &foundation)
{
    for (int layer = 1; layer <= 4; ++layer) {
        const Foundation::LayerRule rule = foundation.layers.value(layer, {0, 0});
        if (rule.seats < 1 || rule.parties < 1)
            return Error{Code::Malformed, QStringLiteral("layer %1").arg(layer)};
    }
    for (const Amendment kind : {Amendment::Amend, Amendment::AdmitParty, Amendment::RemoveParty, Amendment::RotateRoot,
             Amendment::Handover, Amendment::TransferOwnership}) {
        if (foundation.amendments.value(amendmentName(kind)).isEmpty())
            return Error{Code::Malformed, amendmentName(kind)};
    }
    return std::nullopt;
}

std::optional<Error> checkDevice(const ProvisionDocument &document, const PackState &state)
{
    auto chain = judgement::readChain(document.deviceChain);
    if (!chain.ok())
        return chain.error();
    const Certificate leaf = chain.value().takeFirst();
    if (const auto root = validateChain(leaf, *chain, makerOf(state), ChainPurpose::Device, state.now, 0); !root.ok())
        return root.error();
    if (leaf.packSerial != state.serial.text())
        return Error{Code::WrongPack, QStringLiteral("%1: %2").arg(state.serial.text(), leaf.packSerial)};
    return std::nullopt;
}

/// Whole, and still in the hands of somebody.
std::optional<Error> checkSeal(const PackState &state)
{
    const std::pair<const char *, bool> parts[] = {{"components", !state.components.isEmpty()},
        {"silicon", !state.silicon.parameters.isEmpty()}, {"dataSheet", !state.dataSheet.isEmpty()},
        {"foundation", !checkFoundation(state.foundation)}, {"deviceChain", !state.deviceChain.isEmpty()},
        {"charter", !state.charterDocument.isEmpty() && !state.charter.positions.isEmpty()},
        {"policy", !state.policy.roles.isEmpty()}};
    for (const auto &[name, present] : parts) {
        if (!present)
            return Error{Code::WrongState, QLatin1String(name)};
    }
    for (auto it = state.components.begin(); it != state.components.end(); ++it) {
        if (it->state() != QLatin1String("ok"))
            return Error{Code::WrongState, QStringLiteral("%1: %2").arg(it.key(), it->state())};
    }
    if (auto reachable = checkReachable(state.policy, state.charter, state.foundation, state.now); !reachable.ok())
        return reachable.error();
    return std::nullopt;
}

std::optional<Error> checkBody(const ProvisionDocument &document, const PackState &state)
{
    switch (document.step) {
    case ProvisionStep::Limits:
        return checkLimits(document, state);
    case ProvisionStep::Foundation:
        return checkFoundation(document.foundation);
    case ProvisionStep::DeviceCertificate:
        return checkDevice(document, state);
    case ProvisionStep::Seal:
        return checkSeal(state);
    case ProvisionStep::Pair:
    case ProvisionStep::Protect:
        break;
    }
    return std::nullopt;
}

/// Different people with different keys, each counted once.
std::optional<Error> countPeople(QList<SignatureFinding> &signatures, int needed)
{
    int counted = 0;
    bool repeated = false;
    std::optional<Error> firstProblem;
    for (SignatureFinding &signature : signatures) {
        if (signature.problem) {
            if (!firstProblem)
                firstProblem = Error{*signature.problem, signature.detail};
            continue;
        }
        if (signature.meaning != Meaning::Approve)
            continue;
        const bool known = std::any_of(signatures.begin(), signatures.end(), [&](const SignatureFinding &other) {
            return other.counted
                && (other.leaf.person == signature.leaf.person || other.leaf.spkiSha256 == signature.leaf.spkiSha256);
        });
        repeated = repeated || known;
        signature.counted = !known;
        counted += known ? 0 : 1;
    }
    if (counted >= needed)
        return std::nullopt;
    if (firstProblem)
        return firstProblem;
    return Error{
        repeated ? Code::SignerRepeated : Code::BelowQuorum, QStringLiteral("%1 of %2").arg(counted).arg(needed)};
}

} // namespace

Verdict verifyProvision(const QByteArray &bytes, const PackState &state)
{
    if (!state.memo.get())
        return verifyProvision(bytes, state.remembering());
    Verdict verdict;
    const auto refuse = [&](const Error &error) {
        verdict.refusal = error;
        return verdict;
    };
    const auto document = judgement::open(bytes, contenttype::provision, verdict);
    if (!document)
        return verdict;
    const auto step = ProvisionDocument::decode(document->payload);
    if (!step.ok())
        return refuse(step.error());
    verdict.provision = *step;
    if (state.receipts.contains(verdict.payloadSha256)) {
        verdict.alreadyApplied = true;
        return verdict;
    }
    for (const CoseSignature &signature : document->signatures)
        verdict.signatures.append(judgement::judgeMaker(*document, signature, state));
    if (const auto author = judgement::findAuthor(step->head, verdict.signatures); !author.ok())
        return refuse(author.error());
    if (const auto problem = judgement::checkHead(step->head, verdict, state))
        return refuse(*problem);
    if (step->serial != state.serial)
        return refuse({Code::WrongPack, QStringLiteral("%1: %2").arg(state.serial.text(), step->serial.text())});
    if (!isNext(step->step, state))
        return refuse({Code::WrongState, lifeCycleName(state.lifeCycle)});
    const auto problem = checkBody(*step, state);
    const auto missing = countPeople(verdict.signatures, ProvisionDocument::approvalsNeeded(step->step));
    // Who may still change the rules is asked last: it is the last reason of the list.
    if (problem && (problem->code != Code::WouldLockOut || !missing))
        return refuse(*problem);
    if (missing)
        return refuse(*missing);
    return verdict;
}

} // namespace packwarden
