// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "telemetryhistory.h"

#include <algorithm>

namespace packwarden {

bool TelemetryHistory::append(const PackTelemetry &telemetry, qint64 unixMilliseconds)
{
    if (telemetry.heardAt == 0 || telemetry.heardAt == m_heardAt)
        return false;
    const qint64 last = m_samples.isEmpty() ? INT64_MIN : m_samples.constLast().at;
    // A clock that was set back must not mix up the order.
    if (!m_samples.isEmpty() && unixMilliseconds - last < interval)
        return false;
    Sample sample{unixMilliseconds, telemetry.packMilliamps, 0, {}, false};
    sample.afterGap = !m_samples.isEmpty() && unixMilliseconds - last > gapAfter;
    sample.millivolts.reserve(telemetry.cells.size());
    double sum = 0;
    int valid = 0;
    for (const CellReading &cell : telemetry.cells) {
        sample.millivolts.append(cell.valid ? qint16(std::clamp(cell.millivolts, 0, int(INT16_MAX))) : qint16(-1));
        sum += cell.valid ? cell.millivolts : 0;
        valid += cell.valid ? 1 : 0;
    }
    sample.meanMillivolts = valid > 0 ? sum / valid : 0;
    m_heardAt = telemetry.heardAt;
    if (m_samples.size() >= capacity)
        m_samples.remove(0, capacity / 10);
    m_samples.append(sample);
    return true;
}

const TelemetryHistory::Sample *TelemetryHistory::nearest(qint64 at) const
{
    if (m_samples.isEmpty() || at < m_samples.constFirst().at || at > m_samples.constLast().at)
        return nullptr;
    const auto after = std::lower_bound(
        m_samples.begin(), m_samples.end(), at, [](const Sample &sample, qint64 time) { return sample.at < time; });
    if (after == m_samples.begin())
        return &*after;
    const auto before = std::prev(after);
    if (after->afterGap && after->at != at)
        return before->at == at ? &*before : nullptr;
    return at - before->at < after->at - at ? &*before : &*after;
}

std::optional<double> TelemetryHistory::fromMean(const Sample &sample, int cell)
{
    if (cell < 1 || cell > sample.millivolts.size() || sample.millivolts.at(cell - 1) < 0)
        return std::nullopt;
    return sample.millivolts.at(cell - 1) - sample.meanMillivolts;
}

} // namespace packwarden
