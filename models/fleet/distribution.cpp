// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/fleet/distribution.h"

#include <algorithm>

namespace packwarden {

Distribution Distribution::of(QList<qint64> numbers, int unknown)
{
    Distribution all;
    all.known = int(numbers.size());
    all.unknown = unknown;
    if (numbers.isEmpty())
        return all;
    const auto [least, most] = std::minmax_element(numbers.begin(), numbers.end());
    all.least = *least;
    all.most = *most;
    // Numbers from outside may be far apart: the parts are counted by division, never by a difference that overflows.
    const double width = (double(all.most) - double(all.least)) / parts;
    all.counts.resize(all.least == all.most ? 1 : parts);
    for (const qint64 number : std::as_const(numbers)) {
        const double place = width > 0 ? (double(number) - double(all.least)) / width : 0;
        ++all.counts[std::clamp<qsizetype>(qsizetype(place), 0, all.counts.size() - 1)];
    }
    all.highest = *std::max_element(all.counts.begin(), all.counts.end());
    const auto middle = numbers.begin() + (numbers.size() - 1) / 2;
    std::nth_element(numbers.begin(), middle, numbers.end());
    all.median = *middle;
    return all;
}

} // namespace packwarden
