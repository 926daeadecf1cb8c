// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cellmodel.h"
#include "packstate.h"

namespace packwarden::sim {

/// What holds a current down. The words are those of the DBC.
struct CurrentLimit
{
    int milliamps = 0;
    QString cause; ///< "none", "cell-voltage", "temperature", "state-of-charge"
    int cell = 0; ///< from 1; 0: no single cell
    bool operator==(const CurrentLimit &) const = default;
};

/// What the battery management knows and does at one moment, as broadcast. Integers in thousandths.
struct PackCondition
{
    QString state; ///< "standby", "ready", "charging", "discharging"
    bool contactorsClosed = false;
    int packMillivolts = 0;
    int packMilliamps = 0; ///< positive: charging
    int socMilliPercent = 0;
    int cycles = 0;
    CurrentLimit charge;
    CurrentLimit discharge;
    QList<int> cellTenthMillivolts;
    QList<bool> balancing;
    QList<int> cellMicroohms;
    QList<int> moduleMilliCelsius;
    bool operator==(const PackCondition &) const = default;
};

/// The BMS of the simulated pack: it obeys the parameters in force, balances, and follows a small drive profile
/// (standby, drive, ready, charge) so that something happens. --speed scales its time and nothing else.
class BatteryManagement final
{
public:
    BatteryManagement(const PackConfiguration &configuration, quint32 seed);

    /// values: parameter -> value in force.
    void advance(double seconds, const QMap<ParameterId, Milli> &values);
    PackCondition condition() const;
    const CellModel &cells() const { return m_cells; }

private:
    struct Phase
    {
        const char *state;
        double seconds;
        double share; ///< of the capacity per hour; negative: discharging
    };
    static const QList<Phase> &phases();

    double demand() const;
    void updateLimits(const QMap<ParameterId, Milli> &values);
    void updateBalancing(double deltaVolts);

    PackConfiguration m_configuration;
    CellModel m_cells;
    double m_phaseTime = 0; ///< s into the whole profile
    double m_amps = 0;
    QString m_state;
    CurrentLimit m_charge;
    CurrentLimit m_discharge;
};

} // namespace packwarden::sim
