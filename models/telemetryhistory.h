// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "linkvalues.h"

#include <optional>

namespace packwarden {

/// What a pack said over the last hour: its current and every cell, twice a second at most. Memory is bounded: an hour
/// of 255 cells are under 4 MB. A time without data is a gap and stays one.
class TelemetryHistory final
{
public:
    struct Sample
    {
        qint64 at = 0; ///< Unix milliseconds
        int milliamps = 0;
        double meanMillivolts = 0; ///< of the valid cells
        QList<qint16> millivolts; ///< of each cell; -1: no reading
        bool afterGap = false; ///< nothing was heard for a while before it
    };
    static constexpr qint64 interval = 500; ///< ms
    static constexpr qint64 gapAfter = 2000; ///< ms
    static constexpr int capacity = 7200;

    /// heardAt of the telemetry decides whether there is anything new. unixMilliseconds: of that moment. True if a
    /// sample was added.
    bool append(const PackTelemetry &telemetry, qint64 unixMilliseconds);
    const QList<Sample> &samples() const { return m_samples; } ///< oldest first
    /// The sample nearest to a time, unless that time is in a gap or outside.
    const Sample *nearest(qint64 at) const;
    /// A cell against the mean, mV; nothing without a reading. cell: from 1.
    static std::optional<double> fromMean(const Sample &sample, int cell);

private:
    QList<Sample> m_samples;
    qint64 m_heardAt = 0;
};

} // namespace packwarden
