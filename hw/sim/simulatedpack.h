// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "documentgate.h"
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
    };

    /// Loads and verifies the memory and counts the boot. Malformed, FileUnreadable with the damaged slot named,
    /// FileUnwritable.
    static Result<std::unique_ptr<SimulatedPack>> start(
        FileLayer &files, const QString &folder, const Clock &clock, const Options &options);

    SimulatedPack(PackMemory memory, const Clock &clock, const Options &options);

    const PackSerial &serial() const { return m_memory.identity().serial; }
    int node() const { return m_memory.identity().configuration.node; }
    UdsServer &uds() { return m_uds; }
    const PackMemory &memory() const { return m_memory; }

    /// Moves the cells to now (monotonic milliseconds), raises the clock's floor once a minute, and gives the frames
    /// that are due.
    QList<QCanBusFrame> advance(qint64 now);

private:
    QMap<ParameterId, Milli> valuesInForce() const;

    PackMemory m_memory;
    PackClock m_clock;
    PackReader m_reader;
    DocumentGate m_gate;
    UdsServer m_uds;
    BatteryManagement m_battery;
    Telemetry m_telemetry;
    PackCondition m_condition;
    int m_speed;
    std::optional<qint64> m_advanced;
};

} // namespace packwarden::sim
