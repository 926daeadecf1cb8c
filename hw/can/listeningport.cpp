// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/can/listeningport.h"

namespace packwarden {

ListeningPort::ListeningPort(CanPort *port, QObject *parent)
    : CanPort(parent)
    , m_port(port)
{
    m_port->setParent(this);
    connect(m_port, &CanPort::framesReceived, this, &CanPort::framesReceived);
    connect(m_port, &CanPort::framesRejected, this, &CanPort::framesRejected);
    connect(m_port, &CanPort::stateChanged, this, [this] { setState(m_port->state(), m_port->detail()); });
}

} // namespace packwarden
