// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/can/ticker.h"
#include "hw/sim/simulatedpack.h"

#include <QObject>
#include <QQueue>

namespace packwarden {
class CanPort;
class IsoTpSocket;
} // namespace packwarden

namespace packwarden::sim {

/// Puts a pack on a bus, by the time of its port: telemetry by a timer, diagnostics by ISO-TP. Lives in the thread of
/// the port, which must outlive it.
class SimulatedNode final : public QObject
{
    Q_OBJECT

public:
    SimulatedNode(CanPort &port, std::unique_ptr<SimulatedPack> pack, QObject *parent = nullptr);
    ~SimulatedNode() override;

    const SimulatedPack &pack() const { return *m_pack; }

private:
    void tick();
    void receive(const QByteArray &request, bool functional);
    void sendNext();
    void work();
    qint64 now() const; ///< milliseconds since it was put there

    CanPort &m_port;
    std::unique_ptr<SimulatedPack> m_pack;
    IsoTpSocket *m_socket;
    Ticker &m_ticker;
    qint64 m_began; ///< microseconds of the ticker
    Alarm m_tick;
    Alarm m_late; ///< of a pack that is too slow by intent
    Alarm m_work; ///< begins it
    QQueue<QByteArray> m_answers;
    QList<QCanBusFrame> m_refused; ///< telemetry that the interface had no room for
};

} // namespace packwarden::sim
