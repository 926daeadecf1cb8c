// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/dbc/signaltable.h"
#include "models/core/pack/linkvalues.h"

#include <QCanBusFrame>
#include <QHash>

namespace packwarden {

/// Makes PackTelemetry of the broadcasts 0x18FFMMNN (message, node), by the DBC. Pure: frames and time in, values out.
/// At most one entry per node, and a node is 0x10 to 0x6F, so no sender can fill the memory. Cell voltages change a
/// whole sweep at a time, so that no difference is seen between cells that were measured at two moments.
class TelemetryDecoder final
{
public:
    static constexpr int firstNode = 0x10;
    static constexpr int lastNode = 0x6F;

    explicit TelemetryDecoder(Dbc dbc);
    TelemetryDecoder(const TelemetryDecoder &) = delete;
    TelemetryDecoder &operator=(const TelemetryDecoder &) = delete;

    /// The node if the frame was telemetry of the DBC, else 0. heardAt: monotonic milliseconds.
    int feed(const QCanBusFrame &frame, qint64 heardAt);
    const QMap<int, PackTelemetry> &packs() const { return m_packs; }
    void setSerial(int node, const QString &serial);
    void forget(int node);
    void clear();

private:
    struct CellSignal
    {
        int cell = 0; ///< from 0
        SignalPlace place;
    };
    /// A signal of a message that is not multiplexed, and what of a pack it says.
    struct Field
    {
        SignalPlace place;
        std::optional<PackFigure> figure; ///< known from then on, unless the pack calls it invalid
        void (*set)(PackTelemetry &pack, const DbcSignal &signal, qint64 raw);
    };
    /// The signals of a multiplexed message by multiplex value: a name ends in the number of its cell or sensor.
    using Numbered = QHash<qint64, QList<CellSignal>>;

    static Numbered numbered(const SignalTable::Message *message);
    QHash<const SignalTable::Message *, QList<Field>> fields() const;
    void count(int key, const SignalPlace &counter, const FrameWords &words, PackTelemetry &pack);
    void readCells(const QByteArray &payload, qint64 heardAt, PackTelemetry &pack);
    void takeGroup(const QByteArray &payload, qint64 heardAt, PackTelemetry &pack) const;
    void readTemperatures(const QByteArray &payload, PackTelemetry &pack) const;
    void readBalancing(const QByteArray &payload, PackTelemetry &pack) const;
    void readResistances(const QByteArray &payload, PackTelemetry &pack) const;
    void readFault(const QByteArray &payload, qint64 heardAt, PackTelemetry &pack) const;

    SignalTable m_table;
    const SignalTable::Message *m_cells;
    const SignalTable::Message *m_temperatures;
    const SignalTable::Message *m_balancing;
    const SignalTable::Message *m_resistances;
    const SignalTable::Message *m_faultEvent;
    QHash<const SignalTable::Message *, QList<Field>> m_fields;
    Numbered m_cellSignals;
    Numbered m_temperatureSignals;
    Numbered m_balancingSignals;
    Numbered m_resistanceSignals;
    SignalPlace m_sweepCounter;
    QMap<int, PackTelemetry> m_packs;
    /// The frames of the running sweep by multiplex value; at most one for each of the DBC's.
    struct Sweep
    {
        struct Group
        {
            QByteArray payload;
            qint64 heardAt = 0;
        };
        qint64 counter = -1;
        QMap<qint64, Group> groups;
    };
    QHash<int, Sweep> m_sweeps; ///< by node
    QHash<quint32, qint64> m_counters; ///< message and node -> last rolling counter
};

} // namespace packwarden
