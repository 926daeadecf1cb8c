// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/clock.h"

namespace packwarden::test {

/// A clock that stands until a test moves it.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(qint64 unixSeconds = 1'780'000'000)
        : m_microseconds(unixSeconds * 1'000'000)
    {
    }
    qint64 now() const override { return m_microseconds / 1'000'000; }
    qint64 nowMicroseconds() const override { return m_microseconds; }
    qint64 monotonicMilliseconds() const override { return m_monotonic; }
    void advance(qint64 milliseconds)
    {
        m_microseconds += milliseconds * 1000;
        m_monotonic += milliseconds;
    }

private:
    qint64 m_microseconds;
    qint64 m_monotonic = 1;
};

} // namespace packwarden::test
