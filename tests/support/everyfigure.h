// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/linkvalues.h"

namespace packwarden::test {

/// Of a pack that was heard for a while.
constexpr PackFigures everyFigure = PackFigures::fromInt(2 * PackFigures::Int(PackFigure::RefusedRequests) - 1);

} // namespace packwarden::test
