// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/can/canport.h"

#include <QMutex>
#include <QQueue>
#include <QWaitCondition>

#include <optional>

namespace packwarden::conform {

/// The bus for rules that wait in the middle of a function. Times are microseconds of now().
class BusTap
{
public:
    struct Heard
    {
        QCanBusFrame frame;
        qint64 at = 0;
    };

    virtual ~BusTap() = default;
    virtual qint64 now() const = 0;
    /// In this order, as fast as the interface takes them.
    virtual void send(const QList<QCanBusFrame> &frames) = 0;
    /// The next frame of the bus, whoever sent it; nothing if none came until then, or the bus is gone.
    virtual std::optional<Heard> next(qint64 until) = 0;
    /// What was heard until now is of no interest.
    virtual void forget() = 0;
    virtual bool isLost() const = 0;
};

/// For a thread that waits: frames come and go through queues, as the port lives in another thread. Made in the port's
/// thread and dies there, after the waiting thread has ended. What a BusTap has is for that one other thread. Bounded:
/// the oldest of what nobody took is forgotten. What the interface does not take for a quarter of a second it never
/// will, as virtual buses with remote frames: that frame is dropped.
class PortTap final : public QObject, public BusTap
{
    Q_OBJECT

public:
    explicit PortTap(CanPort &port, QObject *parent = nullptr);

    qint64 now() const override { return m_ticker.now(); }
    void send(const QList<QCanBusFrame> &frames) override;
    std::optional<Heard> next(qint64 until) override;
    void forget() override;
    bool isLost() const override;

private:
    static constexpr qsizetype most = 200'000;
    static constexpr qint64 patience = 250'000;

    void take(const QList<QCanBusFrame> &frames);
    void flush();
    void portStateChanged();

    CanPort &m_port;
    MachineTicker m_ticker; ///< without a state, so both threads may ask it
    Alarm m_retry;
    mutable QMutex m_mutex;
    QWaitCondition m_came;
    QQueue<Heard> m_heard;
    QQueue<QCanBusFrame> m_toSend;
    qint64 m_refusedSince = -1;
    bool m_lost = false;
};

} // namespace packwarden::conform
