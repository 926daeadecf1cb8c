// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/packmodules.h"

#include <QList>
#include <QString>

namespace packwarden::sim {

/// How the cells of a chemistry behave: open-circuit voltage over state of charge, and an equivalent circuit of R0 in
/// series with one RC pair. For one cell of the rated capacity; physics only, so in floating point.
struct CellChemistry
{
    QList<double> openCircuitVolts; ///< at 0, 10, ... 100 %
    double seriesOhmAmpHours; ///< R0 x capacity
    double polarisationOhmAmpHours; ///< R1 x capacity
    double timeConstant; ///< R1 x C1, s
    double heatPerAmpHour; ///< J/(K Ah)

    /// "NMC" or "LFP"; NMC for an unknown name.
    static CellChemistry of(const QString &name);
    double openCircuit(double soc) const; ///< soc 0..1; held at the ends
};

/// All cells of a pack in series, each with its own spread of capacity, resistance and charge. Deterministic: the same
/// seed and the same steps give the same values.
class CellModel final
{
public:
    CellModel(const QString &chemistry, int cells, int modules, double capacityAmpHours, double startSoc, quint32 seed);

    /// amps: positive while charging. Cells that balance are bled by balancingAmps besides.
    void step(double seconds, double amps);
    static constexpr double balancingAmps = 0.15;

    /// A cell that lost capacity and gained resistance, as shares of what it had.
    void weaken(int cell, double capacity, double resistance);
    /// All cells, as after years: capacity falls by this share, resistance rises by twice the loss.
    void age(double capacity);
    /// Kelvin above (or below) the usual surroundings; of one module.
    void warm(int module, double kelvin) { m_surplus[module] = kelvin; }
    /// Surroundings of this temperature instead of the usual ones; after warm().
    void chill(int module, double celsius) { m_surplus[module] += celsius - m_ambient.at(module); }
    double capacityShare() const; ///< of all cells against the rated one

    int cellCount() const { return int(m_cells.size()); }
    int moduleCount() const { return m_modules; }
    double cellVolts(int cell) const { return m_cells.at(cell).volts; }
    double cellSoc(int cell) const { return m_cells.at(cell).soc; }
    double cellOhms(int cell) const { return m_cells.at(cell).seriesOhms; }
    bool isBalancing(int cell) const { return m_cells.at(cell).balancing; }
    void setBalancing(int cell, bool on) { m_cells[cell].balancing = on; }
    double moduleCelsius(int module) const { return m_temperatures.at(module); }
    double packVolts() const;
    double packSoc() const; ///< mean of the cells
    double chargeThroughput() const { return m_throughput; } ///< Ah, both directions

private:
    struct Cell
    {
        double capacity = 0; ///< Ah
        double seriesOhms = 0;
        double polarisationOhms = 0;
        double soc = 0;
        double polarisationVolts = 0;
        double volts = 0;
        bool balancing = false;
    };

    int moduleOf(int cell) const { return moduleOfCell(cell + 1, int(m_cells.size()), m_modules) - 1; } ///< from 0

    CellChemistry m_chemistry;
    double m_capacity;
    int m_modules;
    QList<Cell> m_cells;
    QList<double> m_temperatures;
    QList<double> m_ambient; ///< of each module: the middle of a pack is warmer
    QList<double> m_surplus; ///< K, of each module
    double m_throughput = 0;
};

} // namespace packwarden::sim
