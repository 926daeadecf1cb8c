// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/packstate.h"

namespace packwarden::bench {

constexpr int rolesPerParty = 10;
constexpr int bigCapabilities = 250;

/// Ten roles for each of the charter's positions, and 250 capabilities of all layers, each with seats of its layer and
/// six grants. Returns the capabilities that were added.
QList<CapabilityId> addBigRules(PackState &pack);

} // namespace packwarden::bench
