// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/signoffs/signoffownvalue.h"

#include "models/rules/rulebytes.h"
#include "models/signoffs/signoffjudgement.h"

#include <algorithm>

namespace packwarden::ownvalue {

Error error(Problem problem)
{
    switch (problem) {
    case Problem::Missing:
        return {Code::Malformed, QStringLiteral("own-value missing"), problem};
    case Problem::Differs:
        return {Code::Malformed, QStringLiteral("own-value differs"), problem};
    case Problem::Spent:
        return {Code::Malformed, QStringLiteral("own-value differs twice"), problem};
    }
    Q_UNREACHABLE();
}

namespace {

constexpr int physicalHarm = 4;

/// The technical seats of parameters, by the limits that are pinned. Limits are read once for all packs that share
/// them.
class TechnicalSeats final
{
public:
    explicit TechnicalSeats(const TrustSnapshot &trust)
        : m_trust(trust)
    {
        for (const FleetDb::Silicon &each : trust.packs.silicons()) {
            Limits &limits = m_limits[each.sha256];
            limits.proved = limits.proved || each.isProved;
            if (limits.silicon || each.bytes.isEmpty())
                continue;
            if (const auto silicon = rulebytes::decode<SiliconLimits>(each.bytes); silicon.ok())
                limits.silicon = *silicon;
        }
    }

    /// None outside layer 4. The layer is what the pack has signed to have burned in. Of a pack that never did, it is
    /// the strictest of what any pack shows; and where none ever proved anything of the parameter, whatever is
    /// mandatory anywhere: what is shown on a bus frees nobody from finding a value.
    QList<Seat> of(const ParameterId &parameter, const PackSerial &serial) const
    {
        const auto pack = m_trust.packs.find(serial);
        if (pack && pack->contradictions.isEmpty() && pack->areLimitsProved()) {
            const Limits own = m_limits.value(pack->siliconSha256);
            if (own.silicon && own.silicon->parameter(parameter))
                return seatsIn(*own.silicon, parameter);
        }
        QList<Seat> all;
        bool proved = false;
        for (const Limits &limits : m_limits) {
            if (!limits.silicon || !limits.silicon->parameter(parameter))
                continue;
            all += seatsIn(*limits.silicon, parameter);
            proved = proved || limits.proved;
        }
        if (proved)
            return all;
        for (const QList<Seat> &seats : m_trust.pinned.charter.mandatorySeats)
            all += seats;
        return all;
    }

private:
    struct Limits
    {
        std::optional<SiliconLimits> silicon;
        bool proved = false;
    };

    QList<Seat> seatsIn(const SiliconLimits &silicon, const ParameterId &parameter) const
    {
        const ParameterDefinition &definition = *silicon.parameter(parameter);
        const int layer = std::max(definition.layer, silicon.layers.value(definition.capability, physicalHarm));
        return layer >= physicalHarm ? m_trust.pinned.charter.mandatorySeats.value(definition.capability)
                                     : QList<Seat>();
    }

    const TrustSnapshot &m_trust;
    QHash<QByteArray, Limits> m_limits; ///< by SHA-256 of the silicon limits
};

template <typename Wanted>
QSet<ParameterId> parametersWhere(const SignoffJudgement &judgement, const TrustSnapshot &trust, Wanted isWanted)
{
    QSet<ParameterId> found;
    if (!judgement.request)
        return found;
    const TechnicalSeats technical(trust);
    for (const PackChanges &pack : judgement.request->packs) {
        for (const ParameterChange &change : pack.changes) {
            if (isWanted(technical.of(change.parameter, pack.serial)))
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
