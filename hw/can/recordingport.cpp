// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/can/recordingport.h"

namespace packwarden {

RecordingPort::RecordingPort(CanPort *port, Listener listener, QObject *parent)
    : CanPort(parent)
    , m_port(port)
    , m_listener(std::move(listener))
{
    m_port->setParent(this);
    connect(m_port, &CanPort::framesReceived, this, [this](const QList<QCanBusFrame> &frames) {
        m_listener(frames);
        Q_EMIT framesReceived(frames);
    });
    connect(m_port, &CanPort::framesRejected, this, &CanPort::framesRejected);
    connect(m_port, &CanPort::stateChanged, this, [this] { setState(m_port->state(), m_port->detail()); });
}

bool RecordingPort::send(const QCanBusFrame &frame)
{
    if (!m_port->send(frame))
        return false;
    m_listener({frame});
    return true;
}

} // namespace packwarden
