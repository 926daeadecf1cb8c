// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/conform/kit/bustap.h"

#include <QDeadlineTimer>

namespace packwarden::conform {

PortTap::PortTap(CanPort &port, QObject *parent)
    : QObject(parent)
    , m_port(port)
    , m_retry(m_ticker)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(1);
    connect(&m_retry, &Alarm::timeout, this, &PortTap::flush);
    connect(&port, &CanPort::framesReceived, this, &PortTap::take);
    connect(&port, &CanPort::stateChanged, this, &PortTap::portStateChanged);
}

void PortTap::send(const QList<QCanBusFrame> &frames)
{
    if (frames.isEmpty())
        return;
    const QMutexLocker lock(&m_mutex);
    m_toSend.append(frames);
    QMetaObject::invokeMethod(this, &PortTap::flush, Qt::QueuedConnection);
}

std::optional<BusTap::Heard> PortTap::next(qint64 until)
{
    QMutexLocker lock(&m_mutex);
    while (m_heard.isEmpty()) {
        const qint64 left = until - now();
        if (left <= 0 || m_lost)
            return std::nullopt;
        m_came.wait(&m_mutex, QDeadlineTimer(std::chrono::microseconds(left), Qt::PreciseTimer));
    }
    return m_heard.dequeue();
}

void PortTap::forget()
{
    const QMutexLocker lock(&m_mutex);
    m_heard.clear();
}

bool PortTap::isLost() const
{
    const QMutexLocker lock(&m_mutex);
    return m_lost;
}

void PortTap::take(const QList<QCanBusFrame> &frames)
{
    const QMutexLocker lock(&m_mutex);
    const qint64 at = now();
    for (const QCanBusFrame &frame : frames)
        m_heard.enqueue({frame, at});
    while (m_heard.size() > most)
        m_heard.dequeue();
    m_came.wakeAll();
}

void PortTap::flush()
{
    const QMutexLocker lock(&m_mutex);
    while (!m_toSend.isEmpty()) {
        const bool taken = m_port.send(m_toSend.head());
        if (!taken && m_refusedSince < 0)
            m_refusedSince = now();
        if (!taken && now() - m_refusedSince < patience) {
            m_retry.start();
            return;
        }
        m_refusedSince = -1;
        m_toSend.dequeue();
    }
}

void PortTap::portStateChanged()
{
    const QMutexLocker lock(&m_mutex);
    m_lost = m_port.state() == CanPort::State::Failed || m_port.state() == CanPort::State::Closed;
    if (m_lost)
        m_toSend.clear();
    m_came.wakeAll();
}

} // namespace packwarden::conform
