// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/packstate.h"

/// Private to core: what the rules say about numbers, whoever wants to set them.
namespace packwarden {

/// What is known of one change beside its numbers.
struct ChangeFacts
{
    const ParameterDefinition *definition = nullptr;
    int layer = 4;
    bool beyondSoftLimit = false;
    bool beyondStep = false;
};

/// A capability may move inward in the onion, never outward: the stricter of the two layers holds.
int layerOf(const ParameterDefinition &definition, const PackState &state);

/// Silicon limits, prohibitions and charter for one number, in this order. Which parameter it is: its definition.
std::optional<Error> checkSilicon(const ParameterDefinition &definition, Milli to);
std::optional<Error> checkProhibited(const ParameterDefinition &definition, const PackState &state);
std::optional<Error> checkCharterRange(const ParameterDefinition &definition, Milli to, const PackState &state);

/// Values and rules, in the order of the refusal reasons; facts has one entry for each change.
std::optional<Error> checkValues(
    const QList<ParameterChange> &changes, const PackState &state, QList<ChangeFacts> &facts);

/// The rules between parameters that name any of these, over the values as they would be.
std::optional<Error> checkCrossRules(
    const QList<ParameterId> &changed, const QMap<ParameterId, StoredValue> &after, const PackState &state);

} // namespace packwarden
