// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "documentgate.h"
#include "packactions.h"
#include "packclock.h"
#include "packreader.h"
#include "telemetry.h"
#include "udsserver.h"

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

    /// Moves the cells to now (monotonic milliseconds), lets end what is at its end, raises the clock's floor once a
    /// minute, and gives the frames that are due.
    QList<QCanBusFrame> advance(qint64 now);

private:
    QMap<ParameterId, Milli> valuesInForce() const;
    PackState state() const { return m_memory.state(m_clock.now(), m_condition.state); }
    UdsAuthentication::Pack authenticationParts(const Options &options);
    UdsServer::Pack serverParts();
    Result<QByteArray> identify(const QByteArray &record);
    void activateAsDriver();
    void advanceModel(qint64 now, qint64 passed);
    void raiseFloor();
    BspStatus bspStatus() const;

    PackMemory m_memory;
    PackClock m_clock;
    BatteryManagement m_battery;
    ActivationGuard m_guard;
    FaultMemory m_faults;
    UdsAuthentication m_authentication;
    PackActions m_actions;
    PackReader m_reader;
    DocumentGate m_gate;
    UdsServer m_uds;
    Telemetry m_telemetry;
    PackCondition m_condition;
    int m_speed;
    std::optional<qint64> m_advanced;
};

} // namespace packwarden::sim
