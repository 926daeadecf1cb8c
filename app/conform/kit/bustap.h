// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCanBusFrame>
#include <QElapsedTimer>
#include <QMutex>
#include <QObject>
#include <QQueue>
#include <QTimer>
#include <QWaitCondition>

#include <optional>

namespace packwarden {
class CanPort;
}

namespace packwarden::conform {

/// The bus for a thread that waits: frames come and go through queues, as the port lives in another thread. Made in the
/// port's thread and dies there, after the waiting thread has ended. now(), send(), next() and forget() are for one
/// other thread. Times are microseconds of now(). Bounded: the oldest of what nobody took is forgotten.
class BusTap final : public QObject
{
    Q_OBJECT

public:
    struct Heard
    {
        QCanBusFrame frame;
        qint64 at = 0;
    };

    explicit BusTap(CanPort &port, QObject *parent = nullptr);

    qint64 now() const { return m_clock.nsecsElapsed() / 1000; }
    /// In this order, as fast as the interface takes them. What it does not take for a quarter of a second it never
    /// will, as virtual buses with remote frames: that frame is dropped.
    void send(const QList<QCanBusFrame> &frames);
    /// The next frame of the bus, whoever sent it; nothing if none came until then, or the bus is gone.
    std::optional<Heard> next(qint64 until);
    /// What was heard until now is of no interest.
    void forget();
    bool isLost() const;

private:
    static constexpr qsizetype most = 200'000;
    static constexpr qint64 patience = 250'000;

    void take(const QList<QCanBusFrame> &frames);
    void flush();
    void portStateChanged();

    CanPort &m_port;
    QElapsedTimer m_clock;
    QTimer m_retry;
    mutable QMutex m_mutex;
    QWaitCondition m_came;
    QQueue<Heard> m_heard;
    QQueue<QCanBusFrame> m_toSend;
    qint64 m_refusedSince = -1;
    bool m_lost = false;
};

} // namespace packwarden::conform
