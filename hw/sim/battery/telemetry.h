// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/dbc/dbc.h"
#include "hw/sim/battery/faultdetector.h"

#include <QCanBusFrame>
#include <QHash>

namespace packwarden::sim {

/// What the security processor says of itself in BspStatus. The words are those of the DBC.
struct BspStatus
{
    QString lifeCycle;
    QString lock = QStringLiteral("inactive");
    qint64 policyVersion = 0;
    qint64 refusedRequests = 0;
    QString activation = QStringLiteral("inactive"); ///< sent with the pack's status
    QString clock = QStringLiteral("sure");
    bool operator==(const BspStatus &) const = default;
};

/// Makes the broadcasts of a pack by the DBC: names, scaling and cycle times come from there. Pure: the time and the
/// pack's condition go in, frames come out. The groups of a sweep are spread over its cycle and are of one moment, also
/// where the calls come late: a sweep is then late as a whole.
class Telemetry final
{
public:
    Telemetry(Dbc dbc, const PackConfiguration &configuration);
    Telemetry(const Telemetry &) = delete; // the slots point into the DBC
    Telemetry &operator=(const Telemetry &) = delete;

    /// All frames that are due. now: monotonic milliseconds. A delay is not made up for: nothing is sent twice. A fault
    /// that came or went is told at once, and each that lasts once in a cycle.
    QList<QCanBusFrame> due(qint64 now, const PackCondition &condition, const BspStatus &bsp,
        const QMap<FaultId, FaultFinding> &faults = {});

private:
    struct Place
    {
        int index = 0; ///< of the cell or sensor, from 0
        const DbcSignal *signal = nullptr;
    };
    struct Slot
    {
        const DbcMessage *message = nullptr;
        int group = -1; ///< multiplex value; -1: not multiplexed
        QList<Place> places; ///< of the group
        qint64 offset = 0;
        qint64 next = -1; ///< -1: not scheduled yet
    };

    void addMessage(const DbcMessage &message);
    QMap<QString, qint64> rawValues(const Slot &slot, const PackCondition &condition, const BspStatus &bsp) const;
    QMap<QString, qint64> fixedValues(
        const DbcMessage &message, const PackCondition &condition, const BspStatus &bsp) const;
    QMap<QString, qint64> faultValues(const FaultFinding &fault, bool active) const;
    void addFaults(qint64 now, const QMap<FaultId, FaultFinding> &faults, QList<QCanBusFrame> &frames);
    void addFrame(const DbcMessage &message, QMap<QString, qint64> raw, QList<QCanBusFrame> &frames);
    void newSweep(const PackCondition &condition);
    qint64 cycleOf(const Slot &slot) const;
    /// Earliest first.
    QList<Slot *> dueSlots(qint64 now);

    Dbc m_dbc;
    PackConfiguration m_configuration;
    QList<Slot> m_slots;
    QHash<quint32, qint64> m_counters; ///< message id -> rolling counter of the next frame
    QList<int> m_sweep; ///< cell voltages of the running sweep, tenths of a millivolt
    qint64 m_sweepCounter = -1;
    int m_activeFaults = 0;
    const DbcMessage *m_faultEvent = nullptr;
    QMap<FaultId, FaultFinding> m_told; ///< faults, as they were told of last
    QMap<FaultId, qint64> m_tellAgain; ///< when
};

} // namespace packwarden::sim
