// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/sim/battery/cellmodel.h"
#include "models/core/pack/packstate.h"

#include <QSet>

#include <optional>
#include <utility>

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
    QString state; ///< "standby", "ready", "charging", "discharging", "fault"
    bool contactorsClosed = false;
    bool contactorsWelded = false; ///< closed although they should be open
    int packMillivolts = 0;
    int packMilliamps = 0; ///< positive: charging
    int socMilliPercent = 0;
    int cycles = 0;
    CurrentLimit charge;
    CurrentLimit discharge;
    int insulationKiloOhm = 0;
    int healthMilliPercent = 0;
    QList<int> cellTenthMillivolts; ///< -1: not measured
    QList<bool> balancing;
    QList<int> cellMicroohms;
    QList<int> moduleMilliCelsius;
    bool operator==(const PackCondition &) const = default;
};

/// What lock and activation let the battery do. Without contactors it stands by; nothing flows.
struct Permission
{
    bool contactors = true;
    bool charging = true; ///< from outside
    bool discharging = true;
    bool operator==(const Permission &) const = default;
};

/// What the battery does because of its faults. Shares of the limits; cell: the one that asks for most, 0: none.
struct FaultReaction
{
    bool stop = false; ///< contactors open: harm is worse than a van that stops
    double charge = 1;
    double discharge = 1;
    int cell = 0;
    bool operator==(const FaultReaction &) const = default;
};

/// What the vehicle is about to do with its power.
struct VehicleRequest
{
    QString direction; ///< "none", "forward", "reverse", as in the DBC
    int speed = 0; ///< m/h; positive: forward
    bool operator==(const VehicleRequest &) const = default;
};

/// Abuse that was folded back.
struct Prevented
{
    QString guard;
    int wantedMilliamps = 0; ///< positive: charging
    int coldestMilliCelsius = 0;
    int speed = 0; ///< m/h; 0 where the vehicle says nothing
};

/// What is wrong with the pack and its sensors; cells and modules from 0.
struct Disturbances
{
    QSet<int> openWires; ///< cells whose voltage cannot be measured
    QMap<int, double> sensorOffset; ///< K that a module's sensor reads too much
    int insulationKiloOhm = 2500;
    bool welded = false;
};

/// The BMS of the simulated pack: it obeys the parameters in force, balances, and follows a small drive profile
/// (standby, drive, ready, charge) so that something happens. --speed scales its time and nothing else.
class BatteryManagement final
{
public:
    static constexpr double standstill = 30; ///< s of rest

    BatteryManagement(const PackConfiguration &configuration, quint32 seed);

    /// values: parameter -> value in force. What would reduce the discharge is followed at standstill.
    void advance(double seconds, const QMap<ParameterId, Milli> &values, const Permission &permission = {});
    PackCondition condition() const;
    /// Seconds, in the battery's own time, for which the current has been under C/20 by now.
    double restSeconds() const { return m_rest; }
    /// Balances down to a quarter of the usual difference for half an hour.
    void balanceNow() { m_balanceFor = 1800; }
    /// From 1 to the number of modules. A pack with an isolated module keeps its contactors open until reset().
    void isolate(int module) { m_isolated.insert(module); }
    const QSet<int> &isolatedModules() const { return m_isolated; }
    void reset();
    const CellModel &cells() const { return m_cells; }
    CellModel &cells() { return m_cells; }
    Disturbances &disturbances() { return m_disturbances; }
    void react(const FaultReaction &reaction) { m_reaction = reaction; }
    /// What the vehicle said last; nullopt: nothing that still holds.
    void request(const std::optional<VehicleRequest> &request) { m_request = request; }
    /// The abuse that was folded back since the last call, one entry for each time it began: "cold-power" (full power
    /// wanted from a cold pack), "frozen-charge" (charging wanted below what the cells stand), "reverse-at-speed" (the
    /// vehicle asks for the other direction while it rolls; a quarter is given to it then).
    QList<Prevented> takePrevented() { return std::exchange(m_prevented, {}); }

private:
    struct Phase
    {
        const char *state;
        double seconds;
        double share; ///< of the capacity per hour; negative: discharging
    };
    static const QList<Phase> &phases();

    double demand(const Permission &permission) const;
    const Phase &phase(double *into = nullptr) const;
    void follow(const QMap<ParameterId, Milli> &values);
    void updateLimits(const Permission &permission);
    bool reversesAtSpeed() const;
    void watchAbuse(double seconds, double wanted);
    double celsius(int module) const; ///< as measured
    void updateBalancing(double deltaVolts);

    PackConfiguration m_configuration;
    CellModel m_cells;
    double m_phaseTime = 0; ///< s into the whole profile
    double m_amps = 0;
    double m_rest = standstill; ///< nothing flowed before the start
    double m_balanceFor = 0; ///< s
    QSet<int> m_isolated;
    Disturbances m_disturbances;
    FaultReaction m_reaction;
    double m_coldest = 25;
    QMap<QString, double> m_abuse; ///< guard -> s since it was last seen; there: it goes on
    QList<Prevented> m_prevented;
    std::optional<VehicleRequest> m_request;
    QMap<ParameterId, Milli> m_values; ///< obeyed now
    bool m_closed = false;
    QString m_state;
    CurrentLimit m_charge;
    CurrentLimit m_discharge;
};

} // namespace packwarden::sim
