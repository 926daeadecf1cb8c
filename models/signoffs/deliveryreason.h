// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace packwarden {

/// Why no delivery begins; reason of errors of Rollout, RolloutKeeper and DocumentDelivery.
enum class DeliveryReason {
    UnderWay, ///< WrongState: another one
    NoPacks, ///< Malformed
    NamedTwice, ///< Malformed: a pack
};

} // namespace packwarden
