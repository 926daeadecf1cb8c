// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>

namespace packwarden {

/// A perceptually even, colour-blind-safe scale (viridis). position: 0 to 1, clamped.
QColor cellColour(double position);
/// Black or white, whichever reads better on the ground.
QColor inkOn(const QColor &ground);
/// A round half-range for deviations in millivolts: never under 8, so that noise does not fill the scale.
int roundSpread(int largestDeviation);

} // namespace packwarden
