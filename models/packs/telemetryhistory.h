// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/linkvalues.h"

#include <QBitArray>

#include <optional>

namespace packwarden {

/// What a pack said: its figures, every cell and sensor, for the last hour twice a second, before that for a working
/// day every ten seconds. Memory is bounded: 255 cells take under 7 MB. A time without data is a gap and stays one.
class TelemetryHistory final
{
public:
    struct Sample
    {
        qint64 at = 0; ///< Unix milliseconds
        PackFigures known; ///< which of the figures the pack had told
        int milliamps = 0;
        int packMillivolts = 0;
        int socMilliPercent = 0;
        int sohMilliPercent = 0;
        QString state;
        bool contactorsClosed = false;
        bool hasStatus = false; ///< the pack had told its state or voltage
        double meanMillivolts = 0; ///< of the valid cells
        int minMillivolts = 0; ///< of the valid cells; min > max: there were none
        int maxMillivolts = -1;
        QList<qint16> millivolts; ///< of each cell; -1: no reading
        QList<qint16> deciCelsius; ///< of each sensor
        QBitArray balancing; ///< of each cell
        bool afterGap = false; ///< nothing was heard for a while before it
        bool hasCells() const { return minMillivolts <= maxMillivolts; }
    };
    static constexpr qint64 interval = 500; ///< ms
    static constexpr qint64 gapAfter = 2000; ///< ms
    static constexpr int fineCapacity = 7200;
    static constexpr int merged = 20; ///< fine samples that become one coarse one
    static constexpr int coarseCapacity = 2880;

    /// heardAt of the telemetry decides whether there is anything new, and the order. unixMilliseconds: of that moment;
    /// where the clock was set meanwhile, what was heard before is told in the new time. True if a sample was added.
    bool append(const PackTelemetry &telemetry, qint64 unixMilliseconds);
    const QList<Sample> &samples() const { return m_samples; } ///< oldest first
    /// Counts how often the clock was set: former times are other ones then.
    int clockChanges() const { return m_clockChanges; }
    qint64 lastAt() const { return m_samples.isEmpty() ? 0 : m_samples.constLast().at; }
    /// The pack as it was then, as far as it is kept: without resistances, limits and faults. pack: how it is built.
    static PackTelemetry telemetryAt(const Sample &sample, const PackTelemetry &pack);
    /// The sample nearest to a time, unless that time is in a gap or outside.
    const Sample *nearest(qint64 at) const;
    /// A cell against the mean, mV; nothing without a reading. cell: from 1.
    static std::optional<double> fromMean(const Sample &sample, int cell);

private:
    void followClock(qint64 offset);
    void merge();

    QList<Sample> m_samples;
    int m_coarse = 0; ///< so many of the oldest are coarse
    qint64 m_heardAt = 0;
    qint64 m_offset = 0; ///< from the monotonic clock to Unix time
    int m_clockChanges = 0;
};

} // namespace packwarden
