// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/can/canport.h"

namespace packwarden {

/// A port that hears and never sends: no frame of this program reaches the bus through it. The controller behind it
/// still acknowledges what it hears (ISO 11898-1, 10.11), unless the interface itself is set to listen only. Owns the
/// port behind it.
class ListeningPort final : public CanPort
{
    Q_OBJECT

public:
    explicit ListeningPort(CanPort *port, QObject *parent = nullptr);

    void open() override { m_port->open(); }
    void close() override { m_port->close(); }
    bool send(const QCanBusFrame &) override { return false; }
    QString interfaceName() const override { return m_port->interfaceName(); }
    Ticker &ticker() override { return m_port->ticker(); }
    std::optional<BitRates> bitRates() const override { return m_port->bitRates(); }
    std::optional<ReplayState> replay() const override { return m_port->replay(); }

private:
    CanPort *m_port;
};

} // namespace packwarden
