// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signoffownvalue.h"

#include "signoffjudgement.h"

#include <algorithm>

namespace packwarden::ownvalue {

namespace {

constexpr int physicalHarm = 4;

/// What is known of a parameter: on the pack itself, else on any pack that has it.
const ParameterDefinition *definitionOf(
    const ParameterId &parameter, const PackSerial &serial, const TrustSnapshot &trust)
{
    const auto find = [&](const KnownPack &pack) -> const ParameterDefinition * {
        for (const ParameterInfo &info : pack.facts.parameters) {
            if (info.definition.id == parameter)
                return &info.definition;
        }
        return nullptr;
    };
    if (const auto own = trust.packs.constFind(serial); own != trust.packs.cend()) {
        if (const ParameterDefinition *definition = find(*own))
            return definition;
    }
    for (const KnownPack &pack : trust.packs) {
        if (const ParameterDefinition *definition = find(pack))
            return definition;
    }
    return nullptr;
}

/// The seats that are technical for this change; none outside layer 4. Of a parameter that nobody here has heard of,
/// whatever is mandatory anywhere.
QList<Seat> technicalSeats(const ParameterId &parameter, const PackSerial &serial, const TrustSnapshot &trust)
{
    const Charter &charter = trust.pinned.charter;
    const ParameterDefinition *definition = definitionOf(parameter, serial, trust);
    if (definition)
        return definition->layer >= physicalHarm ? charter.mandatorySeats.value(definition->capability) : QList<Seat>();
    QList<Seat> all;
    for (const QList<Seat> &seats : charter.mandatorySeats)
        all += seats;
    return all;
}

template <typename Wanted>
QSet<ParameterId> parametersWhere(const SignoffJudgement &judgement, const TrustSnapshot &trust, Wanted isWanted)
{
    QSet<ParameterId> found;
    if (!judgement.request)
        return found;
    for (const PackChanges &pack : judgement.request->packs) {
        for (const ParameterChange &change : pack.changes) {
            if (isWanted(technicalSeats(change.parameter, pack.serial, trust)))
                found.insert(change.parameter);
        }
    }
    return found;
}

bool isOpen(SignoffState state)
{
    return state == SignoffState::Unjudged || state == SignoffState::Draft || state == SignoffState::Collecting
        || state == SignoffState::Refused || state == SignoffState::RefusedByPack;
}

} // namespace

QSet<ParameterId> wanted(const SignoffJudgement &judgement, const TrustSnapshot &trust, const Identity &signer)
{
    if (!judgement.request || judgement.request->head.author == signer.leaf.sha256)
        return {};
    const Seat mine{signer.position, signer.role};
    return parametersWhere(judgement, trust, [&](const QList<Seat> &seats) { return seats.contains(mine); });
}

QSet<ParameterId> hidden(
    const SignoffJudgement &judgement, const TrustSnapshot &trust, const std::optional<Identity> &signedIn)
{
    if (!judgement.request || !isOpen(judgement.state))
        return {};
    if (!signedIn)
        return parametersWhere(judgement, trust, [](const QList<Seat> &seats) { return !seats.isEmpty(); });
    const bool hasApproved
        = std::any_of(judgement.signatures.begin(), judgement.signatures.end(), [&](const SignatureFinding &signature) {
              return signature.meaning == Meaning::Approve && signature.leaf == signedIn->leaf;
          });
    return hasApproved ? QSet<ParameterId>() : wanted(judgement, trust, *signedIn);
}

bool agree(const SignoffJudgement &judgement, const QSet<ParameterId> &wanted, const Values &values)
{
    if (std::any_of(wanted.begin(), wanted.end(), [&](const ParameterId &id) { return !values.contains(id); }))
        return false;
    for (const PackChanges &pack : judgement.request ? judgement.request->packs : QList<PackChanges>()) {
        for (const ParameterChange &change : pack.changes) {
            if (wanted.contains(change.parameter) && values.value(change.parameter) != change.to)
                return false;
        }
    }
    return true;
}

} // namespace packwarden::ownvalue
