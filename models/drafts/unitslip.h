// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/packstate.h"

namespace packwarden {

/// What somebody probably meant who typed a value that no pack would take: the same figure in another unit, for
/// another count of cells, with the decimal sign elsewhere. Only ever told, never put into the field.
struct UnitSlip
{
    enum class Kind { Thousandth, Thousandfold, Tenth, Tenfold, Hundredfold, PerCell, PerPack, Fahrenheit };
    Kind kind = Kind::Thousandth;
    Milli meant;
    bool operator==(const UnitSlip &) const = default;
};

/// Empty for a value within the silicon limits, and where nothing that is likely falls within the charter's range; the
/// likeliest first. cells: in series; 0: not known.
QList<UnitSlip> unitSlips(Milli typed, const ParameterInfo &info, int cells);

} // namespace packwarden
