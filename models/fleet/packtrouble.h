// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

namespace packwarden {

/// Why a pack does not know everything that this console has for it.
struct PackTrouble
{
    enum class Why {
        NotOnBus, ///< no console brings it anything now
        Waiting, ///< its turn comes within seconds
        Busy, ///< it is being visited
        Refuses, ///< it refused, or did not answer; it is tried again later
    };
    Why why = Why::NotOnBus;
    Error error = {}; ///< of Refuses
    bool operator==(const PackTrouble &) const = default;
};

} // namespace packwarden
