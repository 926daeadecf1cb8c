// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/busfigures.h"
#include "models/core/pack/linkvalues.h"

namespace packwarden {

/// One of the buses of a desk, as it is now.
struct BusNow
{
    BusState state;
    BusFigures figures;
    bool operator==(const BusNow &) const = default;
};

} // namespace packwarden
