// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/battery/faultdetector.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace packwarden::sim {

namespace {

using Findings = QMap<FaultId, FaultFinding>;

// Thousandths of V, °C, A. What the parameters in force allow is a matter of limits; a fault is what passes them.
constexpr qint64 cellMargin = 25;
constexpr qint64 kelvinMargin = 2'000;
constexpr qint64 kelvinToStop = 8'000;
constexpr qint64 coldest = -25'000;
constexpr qint64 spreadAllowed = 150;
constexpr qint64 driftAllowed = 15'000;
constexpr qint64 insulationWarning = 500; // kOhm
constexpr qint64 insulationStop = 100;
// An active fault ends only this far inside its threshold.
constexpr qint64 cellHysteresis = 15;
constexpr qint64 kelvinHysteresis = 2'000;
constexpr qint64 insulationHysteresis = 50;

std::optional<qint64> valueOf(const QMap<ParameterId, Milli> &values, const char *id)
{
    const auto it = values.constFind(ParameterId::fromTrusted(QString::fromLatin1(id)));
    return it == values.constEnd() ? std::nullopt : std::optional(it->value);
}

std::optional<Range> siliconOf(const SiliconLimits &silicon, const char *id)
{
    const ParameterDefinition *definition = silicon.parameter(ParameterId::fromTrusted(QString::fromLatin1(id)));
    return definition ? std::optional(definition->silicon) : std::nullopt;
}

class Search
{
public:
    Search(const FaultDetector::Inputs &inputs, const Findings &active)
        : m_in(inputs)
        , m_active(active)
    {
    }

    Findings all()
    {
        cells();
        sensors();
        current();
        pack();
        return m_found;
    }

private:
    void add(FaultCode code, int place, FaultSeverity severity, FaultQuantity quantity, qint64 value, qint64 threshold)
    {
        const FaultId id{code, place};
        m_found.insert(id, {id, severity, quantity, value, threshold});
    }
    /// Beyond the threshold, or not yet far enough back inside it.
    bool above(FaultCode code, int place, qint64 value, qint64 threshold, qint64 hysteresis) const
    {
        return value > threshold - (m_active.contains({code, place}) ? hysteresis : 0);
    }
    bool below(FaultCode code, int place, qint64 value, qint64 threshold, qint64 hysteresis) const
    {
        return value < threshold + (m_active.contains({code, place}) ? hysteresis : 0);
    }

    void cells()
    {
        const auto top = valueOf(m_in.values, "cell.voltage.max");
        const auto bottom = valueOf(m_in.values, "cell.voltage.min");
        const auto silicon = siliconOf(m_in.silicon, "cell.voltage.max");
        const auto siliconLow = siliconOf(m_in.silicon, "cell.voltage.min");
        qint64 lowest = INT64_MAX;
        qint64 highest = INT64_MIN;
        int lowestCell = 0;
        const QList<int> &volts = m_in.condition.cellTenthMillivolts;
        for (int i = 0; i < volts.size(); ++i) {
            if (volts.at(i) < 0) {
                add(FaultCode::SenseWireOpen, i + 1, FaultSeverity::Derated, FaultQuantity::Voltage, 0, 0);
                continue;
            }
            const qint64 milli = volts.at(i) / 10;
            highest = std::max(highest, milli);
            if (milli < lowest) {
                lowest = milli;
                lowestCell = i + 1;
            }
            if (top && above(FaultCode::CellOverVoltage, i + 1, milli, *top + cellMargin, cellHysteresis)) {
                const bool stop = silicon && milli > silicon->max.value;
                add(FaultCode::CellOverVoltage, i + 1, stop ? FaultSeverity::Stopped : FaultSeverity::Derated,
                    FaultQuantity::Voltage, milli, *top);
            }
            if (bottom && below(FaultCode::CellUnderVoltage, i + 1, milli, *bottom - cellMargin, cellHysteresis)) {
                const bool stop = siliconLow && milli < siliconLow->min.value;
                add(FaultCode::CellUnderVoltage, i + 1, stop ? FaultSeverity::Stopped : FaultSeverity::Derated,
                    FaultQuantity::Voltage, milli, *bottom);
            }
        }
        // Under load the voltages say more of the resistances than of the charge.
        const bool calm = std::abs(m_in.condition.packMilliamps) < 5'000;
        const FaultId spread{FaultCode::Imbalance, lowestCell};
        if (lowestCell > 0 && (calm || m_active.contains(spread))
            && above(FaultCode::Imbalance, lowestCell, highest - lowest, spreadAllowed, 3 * cellHysteresis))
            add(FaultCode::Imbalance, lowestCell, FaultSeverity::Warning, FaultQuantity::Voltage, highest - lowest,
                spreadAllowed);
    }

    void sensors()
    {
        QList<int> all = m_in.condition.moduleMilliCelsius;
        if (all.isEmpty())
            return;
        QList<int> sorted = all;
        std::sort(sorted.begin(), sorted.end());
        const qint64 median = sorted.at(sorted.size() / 2);
        const auto top = valueOf(m_in.values, "cell.temperature.max");
        for (int i = 0; i < all.size(); ++i) {
            const qint64 celsius = all.at(i);
            if (top && above(FaultCode::OverTemperature, i + 1, celsius, *top + kelvinMargin, kelvinHysteresis)) {
                const bool stop = celsius > *top + kelvinToStop;
                add(FaultCode::OverTemperature, i + 1, stop ? FaultSeverity::Stopped : FaultSeverity::Derated,
                    FaultQuantity::Temperature, celsius, *top);
            }
            if (below(FaultCode::UnderTemperature, i + 1, celsius, coldest, kelvinHysteresis))
                add(FaultCode::UnderTemperature, i + 1, FaultSeverity::Derated, FaultQuantity::Temperature, celsius,
                    coldest);
            // Fewer than three neighbours cannot tell which one is wrong.
            if (all.size() >= 4
                && above(FaultCode::SensorDrift, i + 1, std::abs(celsius - median), driftAllowed, kelvinHysteresis))
                add(FaultCode::SensorDrift, i + 1, FaultSeverity::Warning, FaultQuantity::Temperature, celsius, median);
        }
    }

    void current()
    {
        const qint64 amps = m_in.condition.packMilliamps;
        const auto over = [](qint64 amount, const CurrentLimit &limit) {
            return amount > limit.milliamps + limit.milliamps / 10 + 2'000;
        };
        if (amps > 0 && over(amps, m_in.condition.charge))
            add(FaultCode::ChargeOverCurrent, 0, FaultSeverity::Stopped, FaultQuantity::Current, amps,
                m_in.condition.charge.milliamps);
        if (amps < 0 && over(-amps, m_in.condition.discharge))
            add(FaultCode::DischargeOverCurrent, 0, FaultSeverity::Stopped, FaultQuantity::Current, -amps,
                m_in.condition.discharge.milliamps);
    }

    void pack()
    {
        const qint64 ohms = m_in.condition.insulationKiloOhm;
        if (below(FaultCode::Insulation, 0, ohms, insulationWarning, insulationHysteresis))
            add(FaultCode::Insulation, 0, ohms < insulationStop ? FaultSeverity::Stopped : FaultSeverity::Warning,
                FaultQuantity::Resistance, ohms, ohms < insulationStop ? insulationStop : insulationWarning);
        if (!m_in.badComponents.isEmpty())
            add(FaultCode::ComponentMissing, 0, FaultSeverity::Stopped, FaultQuantity::Voltage, 0, 0);
        if (m_in.condition.contactorsWelded)
            add(FaultCode::Contactor, 0, FaultSeverity::Stopped, FaultQuantity::Current, m_in.condition.packMilliamps,
                0);
    }

    const FaultDetector::Inputs &m_in;
    const Findings &m_active;
    Findings m_found;
};

} // namespace

const QMap<FaultId, FaultFinding> &FaultDetector::advance(double seconds, const Inputs &inputs)
{
    const Findings found = Search(inputs, m_active).all();
    for (auto it = found.begin(); it != found.end(); ++it) {
        m_gone.remove(it.key());
        if (const auto active = m_active.find(it.key()); active != m_active.end()) {
            const FaultSeverity before = active->severity;
            *active = *it;
            active->severity = std::max(before, it->severity);
        } else if ((m_seen[it.key()] += seconds) >= confirmAfter) {
            m_seen.remove(it.key());
            m_active.insert(it.key(), *it);
        }
    }
    for (auto it = m_seen.begin(); it != m_seen.end();)
        it = found.contains(it.key()) ? std::next(it) : m_seen.erase(it);
    for (auto it = m_active.begin(); it != m_active.end();) {
        const bool ended = !found.contains(it.key()) && (m_gone[it.key()] += seconds) >= endAfter;
        if (ended)
            m_gone.remove(it.key());
        it = ended ? m_active.erase(it) : std::next(it);
    }
    return m_active;
}

} // namespace packwarden::sim
