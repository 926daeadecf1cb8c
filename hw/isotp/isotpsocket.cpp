// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/isotp/isotpsocket.h"

#include "hw/can/linklog.h"

namespace packwarden {

namespace {

constexpr quint32 physicalBase = 0x18DA0000;
constexpr quint32 functionalToAll = 0x18DB33F1;
constexpr quint32 consoleNode = 0xF1;

} // namespace

IsoTpSocket::IsoTpSocket(CanPort &port, const isotp::Config &config, QObject *parent)
    : QObject(parent)
    , m_port(port)
    , m_channel(config)
    , m_ticker(port.ticker())
    , m_timer(m_ticker)
    , m_foreignAt(now())
{
    connect(&m_timer, &Alarm::timeout, this, &IsoTpSocket::deadline);
    connect(&m_port, &CanPort::framesReceived, this, &IsoTpSocket::framesReceived);
    connect(&m_port, &CanPort::stateChanged, this, &IsoTpSocket::portStateChanged);
    adoptPort();
}

isotp::Config IsoTpSocket::console(quint8 node)
{
    isotp::Config config;
    config.transmitId = physicalBase | quint32(node) << 8 | consoleNode;
    config.receiveId = physicalBase | consoleNode << 8 | node;
    return config;
}

isotp::Config IsoTpSocket::pack(quint8 node)
{
    isotp::Config config = console(node);
    std::swap(config.transmitId, config.receiveId);
    config.functionalId = functionalToAll;
    config.format = isotp::Format::AsAsked;
    return config;
}

void IsoTpSocket::adoptPort()
{
    m_channel.setBurst(m_port.burst());
    if (m_channel.config().format != isotp::Format::AsAsked)
        m_channel.setFormat(m_port.asksInFd() ? isotp::Format::Fd : isotp::Format::Classic);
}

bool IsoTpSocket::send(const QByteArray &message)
{
    isotp::Output output;
    const bool taken = m_channel.send(message, now(), output);
    apply(output);
    return taken;
}

void IsoTpSocket::cancel()
{
    isotp::Output output;
    m_channel.cancel(output);
    apply(output);
}

void IsoTpSocket::dropReception()
{
    m_channel.dropReception();
    apply({});
}

void IsoTpSocket::framesReceived(const QList<QCanBusFrame> &frames)
{
    for (const QCanBusFrame &frame : frames) {
        // Our own frames do not come back, so what bears our address is another tester's.
        const bool sentByAnother = frame.frameId() == m_channel.config().transmitId;
        const bool forAnother = !m_listening && !isSending() && frame.frameId() == m_channel.config().receiveId;
        if (sentByAnother)
            ++m_foreignFrames;
        if (sentByAnother || forAnother) {
            m_foreignAt = now();
            continue;
        }
        if (frame.frameId() != m_channel.config().receiveId && frame.frameId() != m_channel.config().functionalId)
            continue;
        isotp::Output output;
        m_channel.receive(frame, now(), output);
        apply(output);
    }
}

void IsoTpSocket::portStateChanged()
{
    if (m_port.state() == CanPort::State::Open) {
        adoptPort(); // it may be another interface than before
        return;
    }
    isotp::Output output;
    m_channel.busLost(output);
    apply(output);
}

void IsoTpSocket::deadline()
{
    isotp::Output output;
    m_channel.advance(now(), output);
    apply(output);
}

void IsoTpSocket::apply(const isotp::Output &output)
{
    bool refused = false;
    for (const QCanBusFrame &frame : output.frames) {
        refused = refused || !m_port.send(frame);
        if (refused) {
            qCDebug(linkLog) << "frame refused by the interface:" << Qt::hex << frame.frameId();
            m_channel.refused(frame, now());
        }
    }
    // The timer is set before anything is told: a listener may send at once, which sets it again.
    // One that is due too early does no harm: each frame of a message puts the deadline off, and to set a timer takes
    // longer than to look at a frame.
    if (const auto next = m_channel.nextDeadline(); !next) {
        m_timer.stop();
    } else if (!m_timer.isActive() || *next < m_timer.due()) {
        m_timer.startAt(*next);
    }
    if (output.receptionStarted)
        Q_EMIT receptionStarted();
    for (isotp::NResult result : output.confirmations)
        Q_EMIT sendFinished(result);
    for (isotp::NResult result : output.receiveFailures)
        Q_EMIT receiveFailed(result);
    for (const isotp::Message &message : output.messages)
        Q_EMIT received(message.bytes, message.functional);
}

} // namespace packwarden
