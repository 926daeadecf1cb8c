// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/rules/rules.h"

namespace packwarden {

/// One difference between two sets of rules. What differs is named by its place ("grant driver activate"), both sides
/// by a text of stable words and numbers; screens choose their own sentences by place.
struct RuleDifference
{
    enum class Kind { New, Changed, Removed };
    Kind kind = Kind::Changed;
    QString place;
    QString before; ///< empty if new
    QString after; ///< empty if removed
    bool operator==(const RuleDifference &) const = default;
};

/// In the order of the places. Versions and the hash of the charter are not rules.
QList<RuleDifference> differences(const Policy &before, const Policy &after);
QList<RuleDifference> differences(const Charter &before, const Charter &after);

} // namespace packwarden
