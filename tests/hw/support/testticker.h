// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/can/ticker.h"
#include "models/core/base/clock.h"
#include "tests/support/patience.h"

#include <map>

namespace packwarden::test {

/// The time of a bus in memory: it stands while the test computes, and while the test waits (QTRY_VERIFY and the like)
/// it jumps from one thing that is due to the next. What waits a minute takes no longer than what happens in it.
class TestTicker final : public Ticker, public PassingTime
{
public:
    qint64 now() const override { return m_now; }
    std::unique_ptr<Wake> wake(std::function<void()> call) override
    {
        return std::make_unique<Waiting>(*this, std::move(call));
    }

    qint64 milliseconds() const override { return m_now / milli; }
    bool pass(qint64 untilMilliseconds) override { return passMicroseconds(untilMilliseconds * milli); }
    /// As pass().
    bool passMicroseconds(qint64 until)
    {
        const auto next = m_due.begin();
        if (next == m_due.end() || next->first.first > until) {
            m_now = std::max(m_now, until);
            return false;
        }
        if (next->first.first > m_now) {
            m_now = next->first.first;
            m_atOnce = 0;
        } else if (++m_atOnce > mostAtOnce) {
            m_now += milli; // whoever asks for now again and again keeps a machine busy, but does not stop its time
            m_atOnce = 0;
        }
        next->second->ring(); // takes itself out
        return true;
    }

private:
    static constexpr qint64 milli = 1000; // microseconds
    static constexpr int mostAtOnce = 100;
    using Key = std::pair<qint64, quint64>; ///< when, and which was asked for first

    class Waiting final : public Wake
    {
    public:
        Waiting(TestTicker &ticker, std::function<void()> call)
            : m_ticker(ticker)
            , m_call(std::move(call))
        {
        }
        ~Waiting() override { cancel(); }
        void at(qint64 microseconds) override
        {
            cancel();
            m_key = {std::max(microseconds, m_ticker.m_now), ++m_ticker.m_asked};
            m_ticker.m_due.emplace(*m_key, this);
        }
        void cancel() override
        {
            if (m_key)
                m_ticker.m_due.erase(*m_key);
            m_key.reset();
        }
        void ring()
        {
            cancel();
            const auto call = m_call; // it may end this object
            call();
        }

    private:
        TestTicker &m_ticker;
        std::function<void()> m_call;
        std::optional<Key> m_key;
    };

    qint64 m_now = 0;
    int m_atOnce = 0; ///< things done since it moved
    quint64 m_asked = 0;
    std::map<Key, Waiting *> m_due;
};

/// A clock that goes on with a bus. The ticker must outlive it.
class TickerClock final : public Clock
{
public:
    explicit TickerClock(const Ticker &ticker, qint64 unixSeconds = 1'780'000'000)
        : m_ticker(ticker)
        , m_began(unixSeconds * 1'000'000)
    {
    }
    qint64 now() const override { return nowMicroseconds() / 1'000'000; }
    qint64 nowMicroseconds() const override { return m_began + m_ticker.now(); }
    qint64 monotonicMilliseconds() const override { return 1 + m_ticker.now() / 1000; }

private:
    const Ticker &m_ticker;
    qint64 m_began;
};

} // namespace packwarden::test
