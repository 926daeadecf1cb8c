// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "clock.h"

#include <algorithm>

namespace packwarden::sim {

/// A pack's own clock: wall time, never below the floor that its memory holds. Dates in documents never move it.
/// The clock below must outlive it.
class PackClock final : public Clock
{
public:
    explicit PackClock(const Clock &below, qint64 floor = 0)
        : m_below(below)
        , m_floor(floor)
    {
    }
    qint64 now() const override { return std::max(m_below.now(), m_floor); }
    qint64 nowMicroseconds() const override { return std::max(m_below.nowMicroseconds(), m_floor * 1'000'000); }
    qint64 monotonicMilliseconds() const override { return m_below.monotonicMilliseconds(); }

private:
    const Clock &m_below;
    qint64 m_floor;
};

/// Wall time set once at the start (--now), running on from there.
class SetClock final : public Clock
{
public:
    explicit SetClock(qint64 now)
        : m_offset(now - SystemClock().now())
    {
    }
    qint64 now() const override { return m_system.now() + m_offset; }
    qint64 nowMicroseconds() const override { return m_system.nowMicroseconds() + m_offset * 1'000'000; }
    qint64 monotonicMilliseconds() const override { return m_system.monotonicMilliseconds(); }

private:
    SystemClock m_system;
    qint64 m_offset;
};

} // namespace packwarden::sim
