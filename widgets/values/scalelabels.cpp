// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/values/scalelabels.h"

#include <algorithm>
#include <numeric>

namespace packwarden {

QList<QRectF> placeLabels(const QList<ScaleLabel> &labels, double available, double gap, double lineHeight)
{
    QList<qsizetype> order(labels.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
        [&](qsizetype a, qsizetype b) { return labels.at(a).centre < labels.at(b).centre; });
    QList<QRectF> places(labels.size());
    QList<double> ends; // of each line
    for (const qsizetype i : order) {
        const ScaleLabel &label = labels.at(i);
        const double left = std::clamp(label.centre - label.width / 2, 0.0, std::max(0.0, available - label.width));
        qsizetype line = 0;
        while (line < ends.size() && left < ends.at(line) + gap)
            ++line;
        if (line == ends.size())
            ends.append(0);
        ends[line] = left + label.width;
        places[i] = QRectF(left, double(line) * lineHeight, label.width, lineHeight);
    }
    return places;
}

QList<double> placeOnLine(const QList<ScaleLabel> &labels, double available, double gap)
{
    QList<qsizetype> order(labels.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
        [&](qsizetype a, qsizetype b) { return labels.at(a).centre < labels.at(b).centre; });
    QList<double> lefts(labels.size());
    double from = 0;
    for (const qsizetype i : std::as_const(order)) {
        lefts[i] = std::max(from, labels.at(i).centre - labels.at(i).width / 2);
        from = lefts.at(i) + labels.at(i).width + gap;
    }
    double until = available;
    for (auto i = order.crbegin(); i != order.crend(); ++i) {
        lefts[*i] = std::min(lefts.at(*i), until - labels.at(*i).width);
        until = lefts.at(*i) - gap;
    }
    return lefts;
}

} // namespace packwarden
