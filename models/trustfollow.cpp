// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trustfollow.h"

#include "intake.h"
#include "rulebytes.h"
#include "verifier.h"

namespace packwarden {

namespace {

/// A pack that still holds what is pinned here.
Result<PackState> holderOf(
    const TrustSnapshot &trust, const PackRules &shown, const QMap<ParameterId, StoredValue> &values, qint64 now)
{
    PackState state;
    state.serial = shown.serial;
    state.lifeCycle = LifeCycle::InService;
    state.charter = trust.pinned.charter;
    state.policy = trust.pinned.policy;
    state.charterDocument = rulebytes::payloadHash(trust.pinned.charterDocument);
    state.policyDocument = rulebytes::payloadHash(trust.pinned.policyDocument);
    state.values = values;
    state.now = now;
    const auto silicon = rulebytes::decode<SiliconLimits>(shown.silicon);
    if (!silicon.ok())
        return silicon.error();
    const auto foundation = rulebytes::decode<Foundation>(shown.foundation);
    if (!foundation.ok())
        return foundation.error();
    state.silicon = *silicon;
    state.foundation = *foundation;
    state.crls = trust.newestLists(now);
    for (const QByteArray &entry : shown.crls) {
        // What is older, or under a root that is not pinned yet, is left out.
        if (auto taken = takeCrl(entry, state); taken.ok())
            state.crls = *taken;
    }
    return state;
}

} // namespace

Result<PinnedRules> followRules(
    const TrustSnapshot &trust, const PackRules &shown, const QMap<ParameterId, StoredValue> &values, qint64 now)
{
    auto state = holderOf(trust, shown, values, now);
    if (!state.ok())
        return state.error();
    if (rulebytes::payloadHash(shown.charterDocument) != state->charterDocument) {
        const Verdict charter = verifyCharter(CharterUpload{shown.charterDocument, shown.crls}.encode(), *state);
        if (charter.refusal)
            return *charter.refusal;
        state = stateAfter(charter, *state);
    }
    if (rulebytes::payloadHash(shown.policyDocument) != state->policyDocument) {
        const Verdict policy = verifyPolicy(shown.policyDocument, *state);
        if (policy.refusal)
            return *policy.refusal;
    }
    return PinnedRules::fromDocuments(shown.charterDocument, shown.policyDocument);
}

} // namespace packwarden
