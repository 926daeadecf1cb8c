// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/can/canport.h"

namespace packwarden {

/// A port that tells what passes it, both ways, in its order: for a recording. Owns the port behind it.
class RecordingPort final : public CanPort
{
    Q_OBJECT

public:
    using Listener = std::function<void(const QList<QCanBusFrame> &frames)>;

    RecordingPort(CanPort *port, Listener listener, QObject *parent = nullptr);

    void open() override { m_port->open(); }
    void close() override { m_port->close(); }
    bool send(const QCanBusFrame &frame) override;
    QString interfaceName() const override { return m_port->interfaceName(); }
    bool asksInFd() const override { return m_port->asksInFd(); }
    int burst() const override { return m_port->burst(); }
    Ticker &ticker() override { return m_port->ticker(); }
    std::optional<BitRates> bitRates() const override { return m_port->bitRates(); }
    std::optional<ReplayState> replay() const override { return m_port->replay(); }

private:
    CanPort *m_port;
    Listener m_listener;
};

} // namespace packwarden
