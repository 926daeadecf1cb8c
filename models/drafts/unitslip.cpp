// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drafts/unitslip.h"

#include <optional>

namespace packwarden {

namespace {

/// Whole thousandths only: what would have to be rounded was not meant.
std::optional<qint64> divided(qint64 value, qint64 by)
{
    return value % by == 0 ? std::optional(value / by) : std::nullopt;
}

} // namespace

QList<UnitSlip> unitSlips(Milli typed, const ParameterInfo &info, int cells)
{
    using Kind = UnitSlip::Kind;
    QList<UnitSlip> slips;
    if (info.definition.silicon.contains(typed))
        return slips;
    const qint64 value = typed.value;
    const auto add = [&](Kind kind, std::optional<qint64> meant) {
        if (meant && info.charter.contains(Milli{*meant}))
            slips.append({kind, Milli{*meant}});
    };
    add(Kind::Thousandth, divided(value, 1000));
    add(Kind::Thousandfold, value * 1000);
    if (info.definition.unit == QLatin1String("%"))
        add(Kind::Hundredfold, value * 100);
    if (info.definition.unit == QStringLiteral("\u00B0C"))
        add(Kind::Fahrenheit, divided((value - 32000) * 5, 9));
    if (info.definition.unit == QLatin1String("V") && cells > 1) {
        add(Kind::PerCell, divided(value, cells));
        add(Kind::PerPack, value * cells);
    }
    add(Kind::Tenth, divided(value, 10));
    add(Kind::Tenfold, value * 10);
    return slips;
}

} // namespace packwarden
