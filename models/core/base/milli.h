// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <compare>

namespace packwarden {

/// A quantity as an integer count of thousandths of its unit (4.25 V is 4250). No floating point between the editor
/// and the pack. The unit belongs to the parameter and stands beside the number.
struct Milli
{
    qint64 value = 0;
    auto operator<=>(const Milli &) const = default;
};

/// The one grammar for every typed quantity: an optional "-" (only if allowNegative), 1 to 6 ASCII digits, then
/// optionally one "." or "," and 1 to 3 ASCII digits. The same in every locale. Anything else, also surrounding blanks,
/// is refused as a whole with NotAQuantity; the detail says why: "empty", "character", "digits", "decimals", "sign", or
/// "grouping: 4250 4.250" with both numbers that a person may have meant: "4,250" is some thousand to some and four to
/// others. A leading 0 begins no thousands, so "0,250" is good.
Result<Milli> parseQuantity(const QString &text, bool allowNegative);

/// Shortest form of the grammar with the given decimal sign, at least minDecimals decimals: 4250 -> "4.25".
QString formatQuantity(Milli quantity, QChar decimalSign = u'.', int minDecimals = 0);

} // namespace packwarden
