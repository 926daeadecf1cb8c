// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/simulatednode.h"

#include "hw/can/canport.h"
#include "hw/isotp/isotpsocket.h"
#include "hw/sim/uds/udsserver.h"
#include "models/core/base/breakable.h"

namespace packwarden::sim {

namespace {

constexpr int tickMilliseconds = 5;
/// From a response pending to the work, which holds up this thread: by then the frame has left, also where the bus is a
/// socket of this process that the event loop must write, read and pass on.
constexpr int workMilliseconds = 10;
constexpr qsizetype mostRefused = 256;

} // namespace

SimulatedNode::SimulatedNode(CanPort &port, std::unique_ptr<SimulatedPack> pack, QObject *parent)
    : QObject(parent)
    , m_port(port)
    , m_pack(std::move(pack))
    , m_socket(new IsoTpSocket(port, IsoTpSocket::pack(quint8(m_pack->node())), this))
    , m_ticker(port.ticker())
    , m_began(m_ticker.now())
    , m_tick(m_ticker)
    , m_late(m_ticker)
    , m_work(m_ticker)
{
    connect(m_socket, &IsoTpSocket::received, this, &SimulatedNode::receive);
    connect(m_socket, &IsoTpSocket::receptionStarted, this, [this] { m_pack->uds().keepAlive(now()); });
    connect(m_socket, &IsoTpSocket::sendFinished, this, [this] {
        m_pack->uds().keepAlive(now());
        sendNext();
    });
    connect(&m_port, &CanPort::framesReceived, this, [this](const QList<QCanBusFrame> &frames) {
        for (const QCanBusFrame &frame : frames)
            m_pack->hear(frame, now());
    });
    m_tick.setInterval(tickMilliseconds);
    connect(&m_tick, &Alarm::timeout, this, &SimulatedNode::tick);
    m_tick.start();
    m_late.setSingleShot(true);
    connect(&m_late, &Alarm::timeout, this, &SimulatedNode::sendNext);
    m_work.setSingleShot(true);
    connect(&m_work, &Alarm::timeout, this, &SimulatedNode::work);
}

SimulatedNode::~SimulatedNode() = default;

qint64 SimulatedNode::now() const
{
    constexpr qint64 milli = 1000; // microseconds
    return (m_ticker.now() - m_began) / milli;
}

void SimulatedNode::tick()
{
    QList<QCanBusFrame> frames = std::exchange(m_refused, {}) + m_pack->advance(now());
    if (m_port.state() != CanPort::State::Open)
        return;
    while (!frames.isEmpty() && m_port.send(frames.constFirst()))
        frames.removeFirst();
    m_refused = frames.mid(std::max<qsizetype>(0, frames.size() - mostRefused));
}

void SimulatedNode::receive(const QByteArray &request, bool functional)
{
    // One exchange at a time: who asks while an answer is on its way is not heard, or answers would pile up. Only a
    // TesterPresent that wants no answer is.
    if (m_pack->isSilent())
        return;
    const bool busy = m_socket->isSending() || !m_answers.isEmpty();
    if (busy && request != QByteArray::fromHex("3E80"))
        return;
    for (const QByteArray &answer : m_pack->uds().receive(request, functional, now()))
        m_answers.enqueue(answer);
    if (broken("p2")) {
        m_late.start(4 * UdsServer::p2Milliseconds);
        return;
    }
    sendNext();
}

void SimulatedNode::sendNext()
{
    if (m_socket->isSending())
        return;
    if (m_answers.isEmpty()) {
        // Only now is the response pending on the wire, and the work may take its time.
        if (m_pack->uds().hasWork() && !m_work.isActive())
            m_work.start(workMilliseconds);
        return;
    }
    m_socket->send(m_answers.dequeue());
}

void SimulatedNode::work()
{
    for (const QByteArray &answer : m_pack->uds().work(now()))
        m_answers.enqueue(answer);
    sendNext();
}

} // namespace packwarden::sim
