// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/sim/battery/scenario.h"
#include "hw/sim/battery/telemetry.h"
#include "hw/sim/gate/documentgate.h"
#include "hw/sim/gate/packreader.h"
#include "hw/sim/memory/packclock.h"
#include "hw/sim/uds/packactions.h"
#include "hw/sim/uds/udsserver.h"

#include <random>

namespace packwarden::sim {

class FileLayer;

/// A whole pack without a bus: memory, gate, UDS server, cells and telemetry. Owned by one thread; file layer and
/// clock must outlive it.
class SimulatedPack final
{
public:
    struct Options
    {
        quint32 seed = 1; ///< of the cells; the node is added, so packs differ
        int speed = 1; ///< of the cells alone
        BootFacts boot;
        std::function<Result<QByteArray>(int)> random = tryRandomBytes; ///< of challenges
        QList<Happening> happenings; ///< those of other packs are passed over
        bool activate = false; ///< as if a driver had started it; not where it is locked or not in service
    };

    /// Loads and verifies the memory and counts the boot. Malformed, FileUnreadable with the damaged slot named,
    /// FileUnwritable.
    static Result<std::unique_ptr<SimulatedPack>> start(
        FileLayer &files, const QString &folder, const Clock &clock, const Options &options);

    SimulatedPack(PackMemory memory, const Clock &clock, const Options &options);

    const PackSerial &serial() const { return m_memory.identity().serial; }
    int node() const { return m_memory.board().configuration.node; }
    UdsServer &uds() { return m_uds; }
    const PackMemory &memory() const { return m_memory; }
    const ActivationGuard &guard() const { return m_guard; }
    const BatteryManagement &battery() const { return m_battery; }
    BatteryManagement &battery() { return m_battery; }
    const FaultMemory &faults() const { return m_faults; }

    /// Moves the cells to now (monotonic milliseconds), lets end what is at its end, raises the clock's floor once a
    /// minute, and gives the frames that are due.
    QList<QCanBusFrame> advance(qint64 now);
    /// Any frame of the bus; VehicleRequest of a vehicle is heeded. now: as of advance().
    void hear(const QCanBusFrame &frame, qint64 now);
    /// Neither sends nor answers now.
    bool isSilent() const { return m_silent; }

private:
    QMap<ParameterId, Milli> valuesInForce() const;
    PackState state() const { return m_memory.state(m_clock.now(), m_condition.state); }
    UdsAuthentication::Pack authenticationParts(const Options &options);
    UdsServer::Pack serverParts();
    Result<QByteArray> identify(const QByteArray &record);
    void activateAsDriver();
    void advanceModel(qint64 now, qint64 passed);
    /// Faults that came or went, and abuse that was folded back: told, acted upon, kept.
    void watch(double seconds);
    /// Lets the scenario have its way with cells, sensors, parts and bus.
    void play(double now);
    void lose(QList<QCanBusFrame> &frames);
    void removeComponent(const QString &slot);
    FreezeFrame freeze(const FaultFinding &fault) const;
    void raiseFloor();
    BspStatus bspStatus() const;

    PackMemory m_memory;
    PackClock m_clock;
    BatteryManagement m_battery;
    ActivationGuard m_guard;
    FaultDetector m_detector;
    FaultMemory m_faults;
    UdsAuthentication m_authentication;
    PackActions m_actions;
    PackReader m_reader;
    DocumentGate m_gate;
    UdsServer m_uds;
    Telemetry m_telemetry;
    PackCondition m_condition;
    int m_speed;
    QList<Happening> m_happenings;
    QSet<qsizetype> m_begun; ///< of m_happenings
    std::optional<qint64> m_started;
    std::minstd_rand m_dice; ///< which frames are lost
    double m_lost = 0; ///< share of the frames
    bool m_silent = false;
    std::optional<qint64> m_advanced;
    static constexpr qint64 vehicleHolds = 500; ///< milliseconds, as the DBC says

    const Dbc m_dbc = Dbc::packwarden();
    qint64 m_vehicleHeard = 0; ///< when; it holds for a while
};

} // namespace packwarden::sim
