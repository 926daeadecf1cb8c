// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/judge/access.h"

#include "models/core/base/breakable.h"
#include "models/core/base/ids.h"
#include "models/core/judge/judgement.h"
#include "models/core/judge/quorum.h"
#include "models/core/judge/valuechecks.h"
#include "models/core/judge/verifier.h"

#include <algorithm>
#include <array>

namespace packwarden {

namespace {

constexpr std::array purposes = {"drive", "charge", "feed-back"};

/// The authorities that the pack has heard of: each list brought its own along.
QList<Certificate> knownAuthorities(const PackState &state)
{
    QList<Certificate> authorities;
    for (const CrlEntry &entry : state.crls) {
        if (entry.authorityDer.isEmpty())
            continue;
        if (const auto authority = Certificate::fromDer(entry.authorityDer); authority.ok())
            authorities.append(*authority);
    }
    return authorities;
}

bool hasFreshList(const Certificate &issuer, qint64 grace, const PackState &state)
{
    return std::any_of(state.crls.begin(), state.crls.end(), [&](const CrlEntry &entry) {
        return state.now <= entry.crl.nextUpdate + grace && isListOf(entry.crl, issuer);
    });
}

bool isRevoked(const Certificate &authority, const Certificate &root, const PackState &state)
{
    return std::any_of(state.crls.begin(), state.crls.end(), [&](const CrlEntry &entry) {
        return entry.crl.revokedSerials.contains(authority.serialNumber) && isListOf(entry.crl, root);
    });
}

/// Has the owner been heard of lately? His root, and every authority of his that may still speak.
std::optional<Error> checkOwner(qint64 grace, const PackState &state)
{
    const PositionId owner = PositionId::fromTrusted(QStringLiteral("owner"));
    const auto root = Certificate::fromDer(state.charter.positions.value(owner).rootDer);
    if (!root.ok() || !state.charter.inForce(owner, state.now))
        return Error{Code::SignerNotAuthorised, owner.text()};
    if (!hasFreshList(*root, grace, state))
        return Error{Code::CrlStale, root->commonName};
    for (const Certificate &authority : knownAuthorities(state)) {
        if (authority.notAfter >= state.now && isIssuedBy(authority, *root) && !isRevoked(authority, *root, state)
            && !hasFreshList(authority, grace, state))
            return Error{Code::CrlStale, authority.commonName};
    }
    return std::nullopt;
}

} // namespace

Result<> judgeAlone(const Actor &actor, const CapabilityId &capability, int layer, const PackState &state)
{
    const Foundation::LayerRule floor = state.foundation.layers.value(layer, {0, 0});
    const auto seats = requiredSeats(capability, layer, false, false, state);
    if (!seats.ok())
        return seats.error();
    // Where more than one key is needed only a document will do.
    if (layer > 2 || floor.seats != 1 || floor.parties != 1 || seats->size() != 1)
        return {Code::OutsidePolicy, capability.text()};
    if (!seats->constFirst().candidates.contains(Seat{actor.position, actor.role})
        || !grantFor(actor, capability, state))
        return {Code::SignerNotAuthorised, actor.leaf.commonName};
    return Result<>::success();
}

Result<Grant> judgeWrite(const Actor &actor, const ParameterId &parameter, Milli to, const PackState &state)
{
    if (state.clockUncertain)
        return {Code::TimeUncertain, state.serial.text()};
    const ParameterDefinition *definition = state.silicon.parameter(parameter);
    if (!definition)
        return {Code::Malformed, parameter.text()};
    const int layer = layerOf(*definition, state);
    // A revocation counts from the moment it comes, also within a session.
    if (auto again = judgeActor(actor.leaf, knownAuthorities(state), layer, state); !again.ok())
        return again.error();
    if (const auto problem = judgement::checkInService(state))
        return *problem;
    if (state.lock.locked)
        return {Code::TheftLocked, state.serial.text()};
    const ValueJudgement value = judgeValue(parameter, to, state);
    if (value.refusal && value.refusal->code != Code::CrossRule)
        return *value.refusal;
    const Result<> alone = judgeAlone(actor, definition->capability, layer, state);
    if (!alone.ok() && alone.code() != Code::SignerNotAuthorised)
        return alone.error();
    if (value.beyondSoftLimit)
        return {Code::OutsidePolicy, parameter.text()};
    if (value.beyondStep)
        return {Code::StepTooLarge, parameter.text()};
    if (value.refusal)
        return *value.refusal;
    if (!alone.ok())
        return alone.error();
    return *grantFor(actor, definition->capability, state);
}

Result<Lease> judgeActivation(const Actor &actor, const QString &purpose, const PackState &state)
{
    if (state.clockUncertain)
        return {Code::TimeUncertain, state.serial.text()};
    // The driver's whole chain again, as of now, with the authorities that the lists brought along.
    const qint64 grace = state.charter.crlGrace.value(1);
    const auto driver = judgeActorWithin(actor.leaf, knownAuthorities(state), grace, state);
    if (!driver.ok())
        return driver.error();
    if (const auto problem = checkOwner(grace, state))
        return *problem;
    if (const auto problem = judgement::checkInService(state))
        return *problem;
    if (state.lock.locked)
        return {Code::TheftLocked, state.serial.text()};
    for (auto it = state.components.begin(); it != state.components.end(); ++it) {
        if (it->state() != QLatin1String("ok"))
            return {Code::Prohibited, QStringLiteral("%1: %2").arg(it.key(), it->state())};
    }
    const bool known = std::any_of(
        purposes.begin(), purposes.end(), [&](const char *name) { return purpose == QLatin1String(name); });
    const Grant *grant = grantFor(*driver, CapabilityId::fromTrusted(QStringLiteral("activate")), state, purpose);
    if (!known || !grant)
        return {Code::SignerNotAuthorised, QStringLiteral("%1: %2").arg(actor.leaf.commonName, purpose)};
    return Lease{qint64(std::max(1, grant->hours)) * 3600, *grant};
}

} // namespace packwarden
