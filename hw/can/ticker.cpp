// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/can/ticker.h"

#include <QTimer>

#include <chrono>

namespace packwarden {

namespace {

constexpr qint64 milli = 1000; // microseconds

class TimerWake final : public Ticker::Wake
{
public:
    TimerWake(const Ticker &ticker, std::function<void()> call)
        : m_ticker(ticker)
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.callOnTimeout(std::move(call));
    }
    void at(qint64 microseconds) override
    {
        const qint64 left = (microseconds - m_ticker.now() + milli - 1) / milli;
        m_timer.start(std::chrono::milliseconds(std::max<qint64>(0, left)));
    }
    void cancel() override { m_timer.stop(); }

private:
    const Ticker &m_ticker;
    QTimer m_timer;
};

} // namespace

qint64 MachineTicker::now() const
{
    using namespace std::chrono;
    return duration_cast<microseconds>(steady_clock::now().time_since_epoch()).count();
}

std::unique_ptr<Ticker::Wake> MachineTicker::wake(std::function<void()> call)
{
    return std::make_unique<TimerWake>(*this, std::move(call));
}

Alarm::Alarm(Ticker &ticker, QObject *parent)
    : QObject(parent)
    , m_ticker(ticker)
    , m_wake(ticker.wake([this] { ring(); }))
{
}

void Alarm::start()
{
    start(m_interval);
}

void Alarm::start(int milliseconds)
{
    m_interval = milliseconds;
    m_once = false;
    wakeAt(m_ticker.now() + milliseconds * milli);
}

void Alarm::startAt(qint64 microseconds)
{
    m_once = true;
    wakeAt(microseconds);
}

void Alarm::stop()
{
    m_active = false;
    m_wake->cancel();
}

void Alarm::wakeAt(qint64 microseconds)
{
    m_active = true;
    m_due = microseconds;
    m_wake->at(microseconds);
}

void Alarm::ring()
{
    if (m_singleShot || m_once)
        m_active = false;
    else // what was missed is not made up for
        wakeAt(std::max(m_due + m_interval * milli, m_ticker.now()));
    Q_EMIT timeout(); // last: whoever hears it may end this object
}

} // namespace packwarden
