// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace packwarden {

/// The time by which all that hangs on a bus waits: that of the machine, or one that a test lets pass. Microseconds of
/// a monotonic clock. Used in one thread; outlives all that was made by it.
class Ticker
{
public:
    /// Calls back at a later time. Forgotten with this object.
    class Wake
    {
    public:
        virtual ~Wake() = default;
        /// Once, from the event loop, at this time or soon after it; takes the place of what was asked before.
        virtual void at(qint64 microseconds) = 0;
        virtual void cancel() = 0;
    };

    virtual ~Ticker() = default;
    virtual qint64 now() const = 0;
    virtual std::unique_ptr<Wake> wake(std::function<void()> call) = 0;
};

/// Steady clock and event loop; without a state, so each port may have its own. A call comes up to a millisecond late.
class MachineTicker final : public Ticker
{
public:
    qint64 now() const override;
    std::unique_ptr<Wake> wake(std::function<void()> call) override;
};

/// A QTimer by the time of a Ticker: milliseconds, repeating unless it is told otherwise, and without drift.
class Alarm final : public QObject
{
    Q_OBJECT

public:
    explicit Alarm(Ticker &ticker, QObject *parent = nullptr);

    void setSingleShot(bool singleShot) { m_singleShot = singleShot; }
    void setInterval(int milliseconds) { m_interval = milliseconds; }
    void start();
    void start(int milliseconds);
    /// Once, at this time of the ticker.
    void startAt(qint64 microseconds);
    void stop();
    bool isActive() const { return m_active; }
    /// Microseconds of the ticker, while it is active.
    qint64 due() const { return m_due; }

Q_SIGNALS:
    void timeout();

private:
    void ring();
    void wakeAt(qint64 microseconds);

    Ticker &m_ticker;
    std::unique_ptr<Ticker::Wake> m_wake;
    qint64 m_due = 0;
    int m_interval = 0;
    bool m_singleShot = false;
    bool m_once = false; ///< by startAt()
    bool m_active = false;
};

} // namespace packwarden
