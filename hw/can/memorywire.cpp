// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/can/memorywire.h"

#include <QTimer>

namespace packwarden {

void MemoryWire::setBroken(bool broken)
{
    m_broken = broken;
    if (!broken)
        return;
    for (MemoryPort *port : std::as_const(m_ports))
        port->setState(CanPort::State::Failed, QStringLiteral("interface gone"));
}

void MemoryWire::transmit(MemoryPort *from, const QCanBusFrame &frame)
{
    const qsizetype index = m_log.size();
    m_log.append(frame);
    const QList<QCanBusFrame> arriving = m_fault ? m_fault(frame, index) : QList<QCanBusFrame>{frame};
    for (MemoryPort *port : std::as_const(m_ports)) {
        if (port == from || port->state() != CanPort::State::Open)
            continue;
        for (const QCanBusFrame &one : arriving)
            port->deliver(one);
    }
}

MemoryPort::MemoryPort(MemoryWire &wire, QObject *parent)
    : CanPort(parent)
    , m_wire(wire)
{
    m_wire.m_ports.append(this);
}

MemoryPort::~MemoryPort()
{
    m_wire.m_ports.removeOne(this);
}

void MemoryPort::open()
{
    if (state() == State::Opening || state() == State::Open)
        return;
    setState(State::Opening);
    QTimer::singleShot(0, this, [this] {
        if (state() != State::Opening)
            return;
        if (m_wire.isBroken())
            setState(State::Failed, QStringLiteral("interface gone"));
        else
            setState(State::Open);
    });
}

void MemoryPort::close()
{
    m_inbox.clear();
    setState(State::Closed);
}

bool MemoryPort::send(const QCanBusFrame &frame)
{
    if (state() != State::Open)
        return false;
    if (m_refuse > 0) {
        --m_refuse;
        return false;
    }
    m_wire.transmit(this, frame);
    return true;
}

void MemoryPort::deliver(const QCanBusFrame &frame)
{
    if (m_inbox.isEmpty())
        QTimer::singleShot(0, this, &MemoryPort::flush);
    m_inbox.append(frame);
}

void MemoryPort::flush()
{
    QList<QCanBusFrame> batch;
    batch.swap(m_inbox);
    if (state() == State::Open)
        CanPort::deliver(batch);
}

} // namespace packwarden
