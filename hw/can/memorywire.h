// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/can/canport.h"

namespace packwarden {

class MemoryPort;

/// A CAN bus inside the process, for tests: every port hears what the others send, in one order, by the event loop.
/// One thread. The ports must not outlive the wire, nor the wire the ticker by which they wait (none: the machine's).
class MemoryWire final : public QObject
{
    Q_OBJECT

public:
    /// What becomes of frame number index (from 0, over all ports): itself, nothing (lost), several (repeated),
    /// another.
    using Fault = std::function<QList<QCanBusFrame>(const QCanBusFrame &frame, qsizetype index)>;

    explicit MemoryWire(Ticker *ticker = nullptr, QObject *parent = nullptr)
        : QObject(parent)
        , m_ticker(ticker)
    {
    }
    void setFault(Fault fault) { m_fault = std::move(fault); }
    /// As if the interface was pulled: all ports fail, and opening fails until it is restored.
    void setBroken(bool broken);
    bool isBroken() const { return m_broken; }
    /// Everything that was sent, before faults.
    const QList<QCanBusFrame> &log() const { return m_log; }
    void clearLog() { m_log.clear(); }

private:
    friend class MemoryPort;
    void transmit(MemoryPort *from, const QCanBusFrame &frame);

    Ticker *m_ticker;
    QList<MemoryPort *> m_ports;
    QList<QCanBusFrame> m_log;
    Fault m_fault;
    bool m_broken = false;
};

class MemoryPort final : public CanPort
{
    Q_OBJECT

public:
    explicit MemoryPort(MemoryWire &wire, QObject *parent = nullptr);
    ~MemoryPort() override;

    void open() override;
    void close() override;
    bool send(const QCanBusFrame &frame) override;
    QString interfaceName() const override { return QStringLiteral("memory:0"); }
    bool asksInFd() const override { return m_fd; }
    Ticker &ticker() override { return m_wire.m_ticker ? *m_wire.m_ticker : CanPort::ticker(); }
    /// Before open().
    void setAsksInFd(bool fd) { m_fd = fd; }
    /// The next count calls of send() are refused, as by a full queue.
    void refuseNext(int count) { m_refuse = count; }

private:
    friend class MemoryWire;
    void deliver(const QCanBusFrame &frame);
    void flush();

    MemoryWire &m_wire;
    QList<QCanBusFrame> m_inbox;
    int m_refuse = 0;
    bool m_fd = false;
};

} // namespace packwarden
