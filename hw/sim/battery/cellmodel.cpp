// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/battery/cellmodel.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace packwarden::sim {

namespace {

constexpr double secondsPerHour = 3600;
constexpr double warmingTime = 900; ///< s, of a module towards its surroundings
constexpr double resistanceSlope = -0.008; ///< per kelvin around 25 °C: cold cells resist more

/// The distributions of the standard library may differ between implementations; the generator may not.
double uniform(std::mt19937 &generator, double spread)
{
    return spread * (2.0 * double(generator()) / double(std::mt19937::max()) - 1.0);
}

} // namespace

CellChemistry CellChemistry::of(const QString &name)
{
    if (name == QLatin1String("LFP"))
        return {{2.60, 3.10, 3.21, 3.25, 3.28, 3.29, 3.30, 3.32, 3.33, 3.34, 3.42}, 0.075, 0.060, 40, 72};
    return {{3.00, 3.42, 3.52, 3.59, 3.64, 3.69, 3.78, 3.88, 3.97, 4.06, 4.18}, 0.080, 0.050, 30, 66};
}

double CellChemistry::openCircuit(double soc) const
{
    const double position = std::clamp(soc, 0.0, 1.0) * double(openCircuitVolts.size() - 1);
    const qsizetype below = std::min<qsizetype>(qsizetype(position), openCircuitVolts.size() - 2);
    const double share = position - double(below);
    return openCircuitVolts.at(below) * (1 - share) + openCircuitVolts.at(below + 1) * share;
}

CellModel::CellModel(
    const QString &chemistry, int cells, int modules, double capacityAmpHours, double startSoc, quint32 seed)
    : m_chemistry(CellChemistry::of(chemistry))
    , m_capacity(capacityAmpHours)
    , m_modules(std::max(1, modules))
{
    std::mt19937 generator(seed);
    for (int i = 0; i < cells; ++i) {
        Cell cell;
        cell.capacity = capacityAmpHours * (1 + uniform(generator, 0.012));
        cell.seriesOhms = m_chemistry.seriesOhmAmpHours / capacityAmpHours * (1 + uniform(generator, 0.08));
        cell.polarisationOhms = m_chemistry.polarisationOhmAmpHours / capacityAmpHours * (1 + uniform(generator, 0.08));
        cell.soc = std::clamp(startSoc + uniform(generator, 0.006), 0.0, 1.0);
        cell.volts = m_chemistry.openCircuit(cell.soc);
        m_cells.append(cell);
    }
    for (int module = 0; module < m_modules; ++module) {
        const double fromMiddle = std::abs(2.0 * (module + 0.5) / m_modules - 1.0);
        m_ambient.append(23.5 + 2.5 * (1 - fromMiddle) + uniform(generator, 0.3));
    }
    m_temperatures = m_ambient;
    m_surplus = QList<double>(m_modules, 0.0);
}

void CellModel::weaken(int cell, double capacity, double resistance)
{
    Cell &weak = m_cells[cell];
    weak.capacity *= capacity;
    weak.seriesOhms *= resistance;
    weak.polarisationOhms *= resistance;
}

void CellModel::age(double capacity)
{
    for (int i = 0; i < m_cells.size(); ++i)
        weaken(i, capacity, 1 + 2 * (1 - capacity));
}

double CellModel::capacityShare() const
{
    double least = m_cells.isEmpty() ? 0 : m_cells.constFirst().capacity;
    for (const Cell &cell : m_cells)
        least = std::min(least, cell.capacity);
    return least / m_capacity; // in series the smallest decides
}

void CellModel::step(double seconds, double amps)
{
    QList<double> heat(m_modules, 0.0); // W
    QList<double> mass(m_modules, 0.0); // J/K
    for (int i = 0; i < m_cells.size(); ++i) {
        Cell &cell = m_cells[i];
        const int module = moduleOf(i);
        const double cellAmps = amps - (cell.balancing ? balancingAmps : 0.0);
        cell.soc = std::clamp(cell.soc + cellAmps * seconds / secondsPerHour / cell.capacity, 0.0, 1.0);
        const double warm = 1 + resistanceSlope * (m_temperatures.at(module) - 25);
        const double target = cellAmps * cell.polarisationOhms * warm;
        // The exact solution of the RC pair for a constant current, so that long steps are stable, too.
        cell.polarisationVolts
            = target + (cell.polarisationVolts - target) * std::exp(-seconds / m_chemistry.timeConstant);
        const double drop = cellAmps * cell.seriesOhms * warm + cell.polarisationVolts;
        cell.volts = m_chemistry.openCircuit(cell.soc) + drop;
        heat[module] += cellAmps * drop;
        mass[module] += m_chemistry.heatPerAmpHour * cell.capacity;
    }
    for (int module = 0; module < m_modules; ++module) {
        if (mass.at(module) <= 0)
            continue;
        const double settled
            = m_ambient.at(module) + m_surplus.at(module) + heat.at(module) / mass.at(module) * warmingTime;
        m_temperatures[module] = settled + (m_temperatures.at(module) - settled) * std::exp(-seconds / warmingTime);
    }
    m_throughput += std::abs(amps) * seconds / secondsPerHour;
}

double CellModel::packVolts() const
{
    double sum = 0;
    for (const Cell &cell : m_cells)
        sum += cell.volts;
    return sum;
}

double CellModel::packSoc() const
{
    double sum = 0;
    for (const Cell &cell : m_cells)
        sum += cell.soc;
    return m_cells.isEmpty() ? 0 : sum / double(m_cells.size());
}

} // namespace packwarden::sim
