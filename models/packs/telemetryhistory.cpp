// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/packs/telemetryhistory.h"

#include <algorithm>

namespace packwarden {

namespace {

constexpr qint64 clockSlack = 1000; // ms; clocks that are kept right by small steps are not "set"

int spreadOf(const TelemetryHistory::Sample &sample)
{
    return sample.maxMillivolts - sample.minMillivolts;
}

} // namespace

bool TelemetryHistory::append(const PackTelemetry &telemetry, qint64 unixMilliseconds)
{
    if (telemetry.heardAt == 0 || telemetry.heardAt == m_heardAt)
        return false;
    followClock(unixMilliseconds - telemetry.heardAt);
    const qint64 at = telemetry.heardAt + m_offset;
    if (!m_samples.isEmpty() && at - m_samples.constLast().at < interval)
        return false;
    Sample sample;
    sample.at = at;
    sample.known = telemetry.known;
    sample.milliamps = telemetry.packMilliamps;
    sample.packMillivolts = telemetry.packMillivolts;
    sample.socMilliPercent = telemetry.socMilliPercent;
    sample.sohMilliPercent = telemetry.sohMilliPercent;
    sample.state = telemetry.state;
    sample.contactorsClosed = telemetry.contactorsClosed;
    sample.hasStatus = !telemetry.state.isEmpty() || telemetry.packMillivolts > 0;
    for (const int celsius : telemetry.temperaturesMilliCelsius)
        sample.deciCelsius.append(qint16(std::clamp(qRound(celsius / 100.0), int(INT16_MIN), int(INT16_MAX))));
    sample.balancing.resize(telemetry.cells.size());
    for (qsizetype i = 0; i < telemetry.cells.size(); ++i)
        sample.balancing.setBit(i, telemetry.cells.at(i).balancing);
    sample.afterGap = !m_samples.isEmpty() && at - m_samples.constLast().at > gapAfter;
    sample.millivolts.reserve(telemetry.cells.size());
    qint64 sum = 0;
    int valid = 0;
    for (const CellReading &cell : telemetry.cells) {
        // A pack whose other messages come all the same says nothing about a cell that was not heard for a while.
        const bool told = cell.valid && telemetry.heardAt - cell.heardAt <= gapAfter;
        const int millivolts = std::clamp(cell.millivolts, 0, int(INT16_MAX));
        sample.millivolts.append(told ? qint16(millivolts) : qint16(-1));
        if (!told)
            continue;
        sample.minMillivolts = valid == 0 ? millivolts : std::min(sample.minMillivolts, millivolts);
        sample.maxMillivolts = std::max(sample.maxMillivolts, millivolts);
        sum += millivolts;
        ++valid;
    }
    sample.meanMillivolts = valid > 0 ? double(sum) / valid : 0;
    m_heardAt = telemetry.heardAt;
    m_samples.append(sample);
    if (m_samples.size() - m_coarse > fineCapacity)
        merge();
    return true;
}

PackTelemetry TelemetryHistory::telemetryAt(const Sample &sample, const PackTelemetry &pack)
{
    PackTelemetry then;
    // What a sample does not keep is not known of that moment.
    then.known = sample.known
        & (PackFigure::Voltage | PackFigure::Current | PackFigure::Charge | PackFigure::Health | PackFigure::State
            | PackFigure::Contactors | PackFigure::LowestCell | PackFigure::HighestCell | PackFigure::LifeCycle
            | PackFigure::Lock);
    then.node = pack.node;
    then.serial = pack.serial;
    then.modules = pack.modules;
    then.lifeCycle = pack.lifeCycle;
    then.lock = pack.lock;
    then.state = sample.state;
    then.contactorsClosed = sample.contactorsClosed;
    then.packMilliamps = sample.milliamps;
    then.packMillivolts = sample.packMillivolts;
    then.socMilliPercent = sample.socMilliPercent;
    then.sohMilliPercent = sample.sohMilliPercent;
    then.heardAt = 1;
    for (const qint16 celsius : sample.deciCelsius)
        then.temperaturesMilliCelsius.append(celsius * 100);
    for (qsizetype i = 0; i < sample.millivolts.size(); ++i) {
        const int millivolts = sample.millivolts.at(i);
        const int cell = int(i) + 1;
        then.cells.append({std::max(millivolts, 0), millivolts >= 0, sample.balancing.testBit(i), 0, 1});
        if (millivolts < 0)
            continue;
        if (then.minCell == 0 || millivolts < then.minCellMillivolts) {
            then.minCell = cell;
            then.minCellMillivolts = millivolts;
        }
        if (then.maxCell == 0 || millivolts > then.maxCellMillivolts) {
            then.maxCell = cell;
            then.maxCellMillivolts = millivolts;
        }
    }
    return then;
}

void TelemetryHistory::followClock(qint64 offset)
{
    const qint64 change = offset - m_offset;
    if (!m_samples.isEmpty()) {
        if (std::abs(change) <= clockSlack)
            return;
        for (Sample &sample : m_samples)
            sample.at += change;
        ++m_clockChanges;
    }
    m_offset = offset;
}

void TelemetryHistory::merge()
{
    const auto first = m_samples.begin() + m_coarse;
    const auto last = first + merged;
    // The one that stays is the one that stands out, so that no excursion is thinned away.
    Sample kept
        = *std::max_element(first, last, [](const Sample &a, const Sample &b) { return spreadOf(a) < spreadOf(b); });
    for (auto it = first; it != last; ++it) {
        kept.afterGap = kept.afterGap || it->afterGap;
        if (!it->hasCells())
            continue;
        kept.minMillivolts = std::min(kept.minMillivolts, it->minMillivolts);
        kept.maxMillivolts = std::max(kept.maxMillivolts, it->maxMillivolts);
    }
    *first = kept;
    m_samples.erase(first + 1, last);
    ++m_coarse;
    if (m_coarse > coarseCapacity) {
        m_samples.removeFirst();
        --m_coarse;
    }
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
