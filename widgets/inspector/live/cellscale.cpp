// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/live/cellscale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace packwarden {

namespace {

double channelLuminance(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

} // namespace

QColor cellColour(double position)
{
    static const std::array<QRgb, 9> stops
        = {0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c, 0x28ae80, 0x5ec962, 0xaddc30, 0xfde725};
    const double at = std::clamp(position, 0.0, 1.0) * double(stops.size() - 1);
    const auto index = std::min(static_cast<size_t>(at), stops.size() - 2);
    const double part = at - double(index);
    const auto mix = [part](int a, int b) {
        return int(std::lround(a + (b - a) * part));
    };
    const QRgb a = stops[index];
    const QRgb b = stops[index + 1];
    return QColor(mix(qRed(a), qRed(b)), mix(qGreen(a), qGreen(b)), mix(qBlue(a), qBlue(b)));
}

QColor inkOn(const QColor &ground)
{
    const double luminance = 0.2126 * channelLuminance(ground.redF()) + 0.7152 * channelLuminance(ground.greenF())
        + 0.0722 * channelLuminance(ground.blueF());
    // The luminance at which black and white have the same contrast (WCAG 2.1, 1.4.3).
    return luminance > 0.179 ? QColor(Qt::black) : QColor(Qt::white);
}

int roundSpread(int largestDeviation)
{
    for (const int step : {8, 12, 16, 24, 32, 48, 64, 100, 150, 200, 300, 500, 1000}) {
        if (largestDeviation <= step)
            return step;
    }
    return 2000;
}

} // namespace packwarden
