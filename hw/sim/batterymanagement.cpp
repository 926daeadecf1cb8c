// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "batterymanagement.h"

#include <algorithm>
#include <cmath>

namespace packwarden::sim {

namespace {

constexpr double longestStep = 1.0; ///< s of the model

double startSoc(quint32 seed)
{
    return 0.52 + 0.06 * double(seed % 5);
}

double valueOf(const QMap<ParameterId, Milli> &values, const char *id, double otherwise)
{
    const auto it = values.constFind(ParameterId::fromTrusted(QString::fromLatin1(id)));
    return it == values.constEnd() ? otherwise : double(it->value) / 1000;
}

/// A limit that falls from 1 to 0 as the distance to the edge falls from width to 0.
double taper(double distance, double width)
{
    return std::clamp(distance / width, 0.0, 1.0);
}

struct Hold
{
    double share;
    const char *cause;
    int cell;
};

CurrentLimit limitOf(double amps, std::initializer_list<Hold> holds)
{
    Hold strictest{1.0, "none", 0};
    for (const Hold &hold : holds) {
        if (hold.share < strictest.share)
            strictest = hold;
    }
    return {int(std::lround(amps * strictest.share * 1000)), QString::fromLatin1(strictest.cause), strictest.cell};
}

} // namespace

const QList<BatteryManagement::Phase> &BatteryManagement::phases()
{
    static const QList<Phase> list{
        {"discharging", 90, -0.45}, {"ready", 12, 0}, {"charging", 120, 0.32}, {"standby", 18, 0}};
    return list;
}

BatteryManagement::BatteryManagement(const PackConfiguration &configuration, quint32 seed)
    : m_configuration(configuration)
    , m_cells(configuration.chemistry, configuration.cells, configuration.modules,
          double(configuration.capacity) / 1000, startSoc(seed), seed)
    , m_phaseTime(double(seed % 4) * 60)
{
}

double BatteryManagement::demand() const
{
    double total = 0;
    for (const Phase &phase : phases())
        total += phase.seconds;
    double at = std::fmod(m_phaseTime, total);
    for (const Phase &phase : phases()) {
        if (at < phase.seconds) {
            const double amps = phase.share * double(m_configuration.capacity) / 1000;
            // A van in traffic: the load swings, and it feeds back a little now and then.
            return phase.share < 0 ? amps * (0.55 + 0.6 * std::sin(at / 5.0) + 0.15 * std::sin(at * 1.7)) : amps;
        }
        at -= phase.seconds;
    }
    return 0;
}

void BatteryManagement::advance(double seconds, const QMap<ParameterId, Milli> &values)
{
    while (seconds > 0) {
        const double step = std::min(seconds, longestStep);
        seconds -= step;
        m_phaseTime += step;
        updateLimits(values);
        const double wanted = demand();
        m_amps = std::clamp(wanted, -double(m_discharge.milliamps) / 1000, double(m_charge.milliamps) / 1000);
        m_cells.step(step, m_amps);
        updateBalancing(valueOf(values, "balance.delta", 10) / 1000);
    }
    double total = 0;
    for (const Phase &phase : phases())
        total += phase.seconds;
    double at = std::fmod(m_phaseTime, total);
    for (const Phase &phase : phases()) {
        if (at < phase.seconds) {
            m_state = QString::fromLatin1(phase.state);
            break;
        }
        at -= phase.seconds;
    }
    // Held to nothing by a limit is ready, not charging.
    if (m_amps == 0 && m_state != QLatin1String("standby"))
        m_state = QStringLiteral("ready");
}

void BatteryManagement::updateLimits(const QMap<ParameterId, Milli> &values)
{
    int lowest = 0;
    int highest = 0;
    for (int i = 1; i < m_cells.cellCount(); ++i) {
        if (m_cells.cellVolts(i) < m_cells.cellVolts(lowest))
            lowest = i;
        if (m_cells.cellVolts(i) > m_cells.cellVolts(highest))
            highest = i;
    }
    double coldest = 1000;
    double hottest = -1000;
    for (int i = 0; i < m_cells.moduleCount(); ++i) {
        coldest = std::min(coldest, m_cells.moduleCelsius(i));
        hottest = std::max(hottest, m_cells.moduleCelsius(i));
    }
    const double soc = m_cells.packSoc() * 100;
    const double top = std::min(valueOf(values, "soc.max", 100), valueOf(values, "charge.target", 100));
    constexpr double volts = 0.04;
    constexpr double percent = 1.5;
    constexpr double kelvin = 5;
    m_charge = limitOf(valueOf(values, "charge.current.max", 0),
        {{taper(top - soc, percent), "state-of-charge", 0},
            {taper(valueOf(values, "cell.voltage.max", 0) - m_cells.cellVolts(highest), volts), "cell-voltage",
                highest + 1},
            {taper(valueOf(values, "charge.temperature.max", 45) - hottest, kelvin), "temperature", 0},
            {taper(coldest - valueOf(values, "charge.temperature.min", 0), kelvin), "temperature", 0}});
    m_discharge = limitOf(valueOf(values, "discharge.current.max", 0),
        {{taper(soc - valueOf(values, "soc.min", 0), percent), "state-of-charge", 0},
            {taper(m_cells.cellVolts(lowest) - valueOf(values, "cell.voltage.min", 0), volts), "cell-voltage",
                lowest + 1},
            {taper(valueOf(values, "cell.temperature.max", 60) - hottest, kelvin), "temperature", 0}});
}

void BatteryManagement::updateBalancing(double deltaVolts)
{
    double lowest = m_cells.cellVolts(0);
    for (int i = 1; i < m_cells.cellCount(); ++i)
        lowest = std::min(lowest, m_cells.cellVolts(i));
    // Under load the voltages say more of the resistances than of the charge.
    const bool calm = m_amps >= 0;
    for (int i = 0; i < m_cells.cellCount(); ++i)
        m_cells.setBalancing(i, calm && m_cells.cellVolts(i) > lowest + deltaVolts);
}

PackCondition BatteryManagement::condition() const
{
    PackCondition c;
    c.state = m_state;
    c.contactorsClosed = m_state != QLatin1String("standby");
    c.packMillivolts = int(std::lround(m_cells.packVolts() * 1000));
    c.packMilliamps = int(std::lround(m_amps * 1000));
    c.socMilliPercent = int(std::lround(m_cells.packSoc() * 100'000));
    c.cycles = int(m_cells.chargeThroughput() / 2 / (double(m_configuration.capacity) / 1000));
    c.charge = m_charge;
    c.discharge = m_discharge;
    for (int i = 0; i < m_cells.cellCount(); ++i) {
        c.cellTenthMillivolts.append(int(std::lround(m_cells.cellVolts(i) * 10'000)));
        c.balancing.append(m_cells.isBalancing(i));
        c.cellMicroohms.append(int(std::lround(m_cells.cellOhms(i) * 1'000'000)));
    }
    for (int i = 0; i < m_cells.moduleCount(); ++i)
        c.moduleMilliCelsius.append(int(std::lround(m_cells.moduleCelsius(i) * 1000)));
    return c;
}

} // namespace packwarden::sim
