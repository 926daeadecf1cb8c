// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/sim/simulatedpack.h"

#include <QElapsedTimer>
#include <QObject>
#include <QQueue>
#include <QTimer>

namespace packwarden {
class CanPort;
class IsoTpSocket;
} // namespace packwarden

namespace packwarden::sim {

/// Puts a pack on a bus: telemetry by a timer, diagnostics by ISO-TP. Lives in the thread of the port, which must
/// outlive it.
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
    qint64 now() const { return m_clock.elapsed(); }

    CanPort &m_port;
    std::unique_ptr<SimulatedPack> m_pack;
    IsoTpSocket *m_socket;
    QElapsedTimer m_clock;
    QTimer m_tick;
    QQueue<QByteArray> m_answers;
    QList<QCanBusFrame> m_refused; ///< telemetry that the interface had no room for
};

} // namespace packwarden::sim
