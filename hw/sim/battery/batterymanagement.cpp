// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/battery/batterymanagement.h"

#include <algorithm>
#include <cmath>

namespace packwarden::sim {

namespace {

constexpr double longestStep = 1.0; ///< s of the model
constexpr double coldCelsius = 0; ///< below, full power would hurt the cells
constexpr double coldPower = 0.3; ///< what is left of it at -20
constexpr double coldSpan = 20; ///< K
constexpr double abuseEndsAfter = 5; ///< s
constexpr double turningShare = 0.25; ///< of the discharge, while a vehicle asks to turn round at speed
constexpr int rolling = 5000; ///< m/h, above which a vehicle does not turn round
constexpr double healthWhenNew = 98; ///< %, after formation and storage
constexpr double newCapacityShare = 0.99; ///< the smallest of many new cells

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

/// A lower value of these takes discharge away; a higher one of those does.
bool dischargesUpTo(const ParameterId &id)
{
    return id.text() == QLatin1String("discharge.current.max") || id.text() == QLatin1String("cell.temperature.max")
        || id.text() == QLatin1String("power.limit");
}

bool dischargesDownTo(const ParameterId &id)
{
    return id.text() == QLatin1String("soc.min") || id.text() == QLatin1String("cell.voltage.min");
}

/// How much of its power a cold pack gives.
double coldShare(double celsius)
{
    return std::clamp(1 - (1 - coldPower) * (coldCelsius - celsius) / coldSpan, coldPower, 1.0);
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

const BatteryManagement::Phase &BatteryManagement::phase(double *into) const
{
    double total = 0;
    for (const Phase &phase : phases())
        total += phase.seconds;
    double at = std::fmod(m_phaseTime, total);
    qsizetype index = 0;
    while (index + 1 < phases().size() && at >= phases().at(index).seconds)
        at -= phases().at(index++).seconds;
    if (into)
        *into = at;
    return phases().at(index);
}

double BatteryManagement::demand(const Permission &permission) const
{
    double at = 0;
    const Phase &now = phase(&at);
    const double amps = now.share * double(m_configuration.capacity) / 1000;
    if (now.share > 0)
        return permission.charging ? amps : 0;
    if (!permission.discharging)
        return 0;
    // A van in traffic: the load swings, and it feeds back a little now and then.
    return amps * (0.55 + 0.6 * std::sin(at / 5.0) + 0.15 * std::sin(at * 1.7));
}

void BatteryManagement::follow(const QMap<ParameterId, Milli> &values)
{
    if (m_rest >= standstill || !m_closed) {
        m_values = values;
        return;
    }
    // Driving: what takes discharge away waits, so that no change of a value stops a van in traffic.
    for (auto it = values.begin(); it != values.end(); ++it) {
        const auto held = m_values.constFind(it.key());
        const bool reduces = held != m_values.constEnd()
            && ((dischargesUpTo(it.key()) && it.value() < *held) || (dischargesDownTo(it.key()) && it.value() > *held));
        if (!reduces)
            m_values.insert(it.key(), it.value());
    }
}

void BatteryManagement::advance(double seconds, const QMap<ParameterId, Milli> &values, const Permission &permission)
{
    const bool closed = permission.contactors && m_isolated.isEmpty() && !m_reaction.stop;
    follow(values);
    m_closed = closed;
    while (seconds > 0) {
        const double step = std::min(seconds, longestStep);
        seconds -= step;
        if (closed)
            m_phaseTime += step;
        updateLimits(permission);
        const double wanted = closed ? demand(permission) : 0;
        watchAbuse(step, wanted);
        m_amps = std::clamp(wanted, -double(m_discharge.milliamps) / 1000, double(m_charge.milliamps) / 1000);
        m_cells.step(step, m_amps);
        m_rest = std::abs(m_amps) < double(m_configuration.capacity) / 1000 / 20 ? m_rest + step : 0;
        m_balanceFor = std::max(0.0, m_balanceFor - step);
        updateBalancing(valueOf(m_values, "balance.delta", 10) / 1000 * (m_balanceFor > 0 ? 0.25 : 1));
    }
    m_state = m_reaction.stop ? QStringLiteral("fault")
        : closed              ? QString::fromLatin1(phase().state)
                              : QStringLiteral("standby");
    // Held to nothing by a limit is ready, not charging.
    if (m_amps == 0 && (m_state == QLatin1String("charging") || m_state == QLatin1String("discharging")))
        m_state = QStringLiteral("ready");
}

double BatteryManagement::celsius(int module) const
{
    return m_cells.moduleCelsius(module) + m_disturbances.sensorOffset.value(module);
}

void BatteryManagement::watchAbuse(double seconds, double wanted)
{
    for (auto it = m_abuse.begin(); it != m_abuse.end();) {
        *it += seconds;
        it = *it > abuseEndsAfter ? m_abuse.erase(it) : std::next(it);
    }
    const auto prevent = [this, wanted](const QString &guard) {
        if (!m_abuse.contains(guard))
            m_prevented.append({guard, int(std::lround(wanted * 1000)), int(std::lround(m_coldest * 1000)),
                m_request ? m_request->speed : 0});
        m_abuse.insert(guard, 0);
    };
    if (wanted > 0 && m_coldest < valueOf(m_values, "charge.temperature.min", 0))
        prevent(QStringLiteral("frozen-charge"));
    const double full = valueOf(m_values, "discharge.current.max", 0);
    if (wanted < 0 && m_coldest < coldCelsius && -wanted > full * coldShare(m_coldest))
        prevent(QStringLiteral("cold-power"));
    if (m_closed && reversesAtSpeed())
        prevent(QStringLiteral("reverse-at-speed"));
}

bool BatteryManagement::reversesAtSpeed() const
{
    return m_request
        && ((m_request->direction == QLatin1String("reverse") && m_request->speed > rolling)
            || (m_request->direction == QLatin1String("forward") && m_request->speed < -rolling));
}

void BatteryManagement::reset()
{
    m_isolated.clear();
    m_balanceFor = 0;
}

void BatteryManagement::updateLimits(const Permission &permission)
{
    const QMap<ParameterId, Milli> &values = m_values;
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
        coldest = std::min(coldest, celsius(i));
        hottest = std::max(hottest, celsius(i));
    }
    m_coldest = coldest;
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
            {taper(coldest - valueOf(values, "charge.temperature.min", 0), kelvin), "temperature", 0},
            {m_reaction.charge, "fault", m_reaction.cell}});
    m_discharge = limitOf(valueOf(values, "discharge.current.max", 0),
        {{taper(soc - valueOf(values, "soc.min", 0), percent), "state-of-charge", 0},
            {taper(m_cells.cellVolts(lowest) - valueOf(values, "cell.voltage.min", 0), volts), "cell-voltage",
                lowest + 1},
            {taper(valueOf(values, "cell.temperature.max", 60) - hottest, kelvin), "temperature", 0},
            {coldShare(coldest), "temperature", 0}, {m_reaction.discharge, "fault", m_reaction.cell}});
    const CurrentLimit refused{
        0, m_reaction.stop ? QStringLiteral("fault") : QStringLiteral("state"), m_reaction.stop ? m_reaction.cell : 0};
    if (!m_closed || !permission.charging)
        m_charge = refused;
    if (!m_closed || !permission.discharging)
        m_discharge = refused;
    else if (reversesAtSpeed()) {
        // Not nothing: as nobody signs what a vehicle says, one forged frame would leave a van without power in
        // traffic.
        const int little = int(std::lround(valueOf(values, "discharge.current.max", 0) * 1000 * turningShare));
        m_discharge = {std::min(m_discharge.milliamps, little), QStringLiteral("state"), 0};
    }
}

void BatteryManagement::updateBalancing(double deltaVolts)
{
    double lowest = m_cells.cellVolts(0);
    for (int i = 1; i < m_cells.cellCount(); ++i)
        lowest = std::min(lowest, m_cells.cellVolts(i));
    // Under load the voltages say more of the resistances than of the charge.
    const bool calm = m_amps >= 0;
    for (int i = 0; i < m_cells.cellCount(); ++i)
        m_cells.setBalancing(
            i, calm && !m_disturbances.openWires.contains(i) && m_cells.cellVolts(i) > lowest + deltaVolts);
}

PackCondition BatteryManagement::condition() const
{
    PackCondition c;
    c.state = m_state;
    c.contactorsClosed = m_closed && m_state != QLatin1String("standby");
    c.contactorsWelded = m_disturbances.welded && !c.contactorsClosed;
    c.insulationKiloOhm = m_disturbances.insulationKiloOhm;
    c.packMillivolts = int(std::lround(m_cells.packVolts() * 1000));
    c.packMilliamps = int(std::lround(m_amps * 1000));
    c.socMilliPercent = int(std::lround(m_cells.packSoc() * 100'000));
    c.cycles = int(m_cells.chargeThroughput() / 2 / (double(m_configuration.capacity) / 1000));
    c.charge = m_charge;
    c.discharge = m_discharge;
    for (int i = 0; i < m_cells.cellCount(); ++i) {
        c.cellTenthMillivolts.append(
            m_disturbances.openWires.contains(i) ? -1 : int(std::lround(m_cells.cellVolts(i) * 10'000)));
        c.balancing.append(m_cells.isBalancing(i));
        c.cellMicroohms.append(int(std::lround(m_cells.cellOhms(i) * 1'000'000)));
    }
    for (int i = 0; i < m_cells.moduleCount(); ++i)
        c.moduleMilliCelsius.append(int(std::lround(celsius(i) * 1000)));
    // A hundredth of a percent for each full cycle, besides what the cells lost.
    c.healthMilliPercent = int(std::lround(
        std::clamp(healthWhenNew * m_cells.capacityShare() / newCapacityShare - c.cycles * 0.01, 0.0, 100.0) * 1000));
    return c;
}

} // namespace packwarden::sim
