// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules.h"

/// Private to core: could the seats that rules ask for be filled by anybody at all?
namespace packwarden::seating {

struct Rules
{
    const Policy &policy;
    const Charter &charter;
    const SiliconLimits &silicon;
    /// By the parties and grants of this moment, and only by grants that neither run out nor hold for some packs alone.
    /// Without it dates and conditions are not asked.
    std::optional<qint64> at;
};

/// Is there a filling of all seats, those beyond soft limits and steps included? Layers 3 and 4: one seat for each
/// root.
bool canBeFilled(const CapabilityId &capability, const SeatRule &rule, const Rules &rules);
/// The same for the seats of an amendment, which ask for no grant.
bool amendmentCanBeFilled(const QList<Seat> &seats, const Policy &policy, const Charter &charter, qint64 at);
/// Can the rule be met with as many seats and parties as the foundation asks of the layer?
bool meetsFloor(const SeatRule &rule, const Foundation::LayerRule &floor, const Charter &charter);
/// Who fills the seat at that time: its successor while its own position has no party in force.
Seat fillerOf(const Seat &seat, const Charter &charter, qint64 at);

} // namespace packwarden::seating
