// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/clock.h"
#include "tests/support/testworld.h"

#include <QElapsedTimer>

namespace packwarden::test {

/// The day of the test world, or so many seconds beside it, and time that passes.
class GoingClock final : public Clock
{
public:
    explicit GoingClock(qint64 beside = 0)
        : m_beside(beside)
    {
        m_since.start();
    }
    qint64 now() const override { return nowMicroseconds() / 1'000'000; }
    qint64 nowMicroseconds() const override
    {
        return (TestWorld::now + m_beside) * 1'000'000 + m_since.elapsed() * 1000;
    }
    qint64 monotonicMilliseconds() const override { return 1 + m_since.elapsed(); }

private:
    const qint64 m_beside;
    QElapsedTimer m_since;
};

} // namespace packwarden::test
