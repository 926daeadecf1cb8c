// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/telemetry/bushealthport.h"

#include "hw/telemetry/bushealth.h"
#include "models/core/base/clock.h"

namespace packwarden {

BusHealthPort::BusHealthPort(CanPort *port, BusHealth &health, const Clock &clock, QObject *parent)
    : CanPort(parent)
    , m_port(port)
    , m_health(health)
    , m_clock(clock)
{
    m_port->setParent(this);
    connect(m_port, &CanPort::framesReceived, this, [this](const QList<QCanBusFrame> &frames) {
        hear(frames);
        Q_EMIT framesReceived(frames);
    });
    connect(m_port, &CanPort::framesRejected, this, &BusHealthPort::hear);
    connect(m_port, &CanPort::stateChanged, this, [this](State state) {
        if (state == State::Open)
            m_health.setBitRates(m_port->bitRates());
        m_health.portState(state, m_clock.monotonicMilliseconds());
        setState(state, m_port->detail());
    });
}

void BusHealthPort::hear(const QList<QCanBusFrame> &frames)
{
    const qint64 now = m_clock.monotonicMilliseconds();
    for (const QCanBusFrame &frame : frames)
        m_health.heard(frame, now);
}

bool BusHealthPort::send(const QCanBusFrame &frame)
{
    const bool taken = m_port->send(frame);
    const qint64 now = m_clock.monotonicMilliseconds();
    if (taken)
        m_health.sent(frame, now);
    else if (state() == State::Open)
        m_health.refused(now);
    return taken;
}

} // namespace packwarden
