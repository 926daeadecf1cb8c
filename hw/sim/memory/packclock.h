// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/sim/memory/packcontents.h"
#include "models/core/base/clock.h"

#include <algorithm>

namespace packwarden::sim {

/// A pack's own clock: the quartz below it, set by a time document if ever, never below the floor that its memory
/// holds. Dates in documents never move it. The clock below must outlive it.
class PackClock final : public Clock
{
public:
    /// As the memory holds it. An uncertain clock starts at the floor: that much is sure.
    PackClock(const Clock &below, const PackContents &held)
        : m_below(below)
        , m_floor(held.clockFloor)
        , m_offset(held.clockUncertain ? held.clockFloor - below.now() : held.clockOffset)
    {
    }
    qint64 now() const override { return std::max(m_below.now() + m_offset, m_floor); }
    qint64 nowMicroseconds() const override
    {
        return std::max(m_below.nowMicroseconds() + m_offset * 1'000'000, m_floor * 1'000'000);
    }
    qint64 monotonicMilliseconds() const override { return m_below.monotonicMilliseconds(); }

    /// What the offset would be if it were this time now.
    qint64 offsetFor(qint64 time) const { return time - m_below.now(); }
    /// Follows the memory: after every write that moved its floor or offset.
    void follow(qint64 floor, qint64 offset)
    {
        m_floor = std::max(m_floor, floor);
        m_offset = offset;
    }
    void raiseFloor(qint64 floor) { m_floor = std::max(m_floor, floor); }

private:
    const Clock &m_below;
    qint64 m_floor;
    qint64 m_offset; ///< seconds between the quartz and the pack's time
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
