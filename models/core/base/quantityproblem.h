// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace packwarden {

/// Why a text is no quantity; reason of the errors of parseQuantity.
enum class QuantityProblem {
    Empty,
    Sign, ///< no sign, or a sign where none may be
    Character, ///< anything but digits and one decimal sign
    Digits, ///< before the decimal sign
    Decimals, ///< after it
    Grouping, ///< a comma that may part thousands; the detail names both numbers
};

} // namespace packwarden
