// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/can/canport.h"

namespace packwarden {

class BusHealth;
class Clock;

/// A port that tells a BusHealth what passes it, both ways, also what it may not pass on. Owns the port behind it;
/// health and clock must outlive it.
class BusHealthPort final : public CanPort
{
    Q_OBJECT

public:
    BusHealthPort(CanPort *port, BusHealth &health, const Clock &clock, QObject *parent = nullptr);

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
    void hear(const QList<QCanBusFrame> &frames);

    CanPort *m_port;
    BusHealth &m_health;
    const Clock &m_clock;
};

} // namespace packwarden
