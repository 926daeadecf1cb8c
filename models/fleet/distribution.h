// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

namespace packwarden {

/// How the numbers of a column lie: how many packs in each of equal parts between the least and the most.
struct Distribution
{
    static constexpr int parts = 12;
    int known = 0;
    int unknown = 0;
    qint64 least = 0; ///< of those that are known; as the numbers
    qint64 median = 0; ///< the lower one of two in the middle
    qint64 most = 0;
    QList<int> counts; ///< parts of them; one where all are the same; empty: none is known
    int highest = 0; ///< of counts
    bool operator==(const Distribution &) const = default;

    static Distribution of(QList<qint64> numbers, int unknown);
};

} // namespace packwarden
