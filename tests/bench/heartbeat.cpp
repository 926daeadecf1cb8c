// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/heartbeat.h"

#include "tests/bench/figure.h"

#include <algorithm>

namespace packwarden::bench {

Heartbeat::Heartbeat()
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(beatMilliseconds);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
        m_late.push_back(std::max(0.0, double(m_since.nsecsElapsed()) / 1e6 - beatMilliseconds));
        m_since.start();
    });
}

void Heartbeat::start()
{
    m_since.start();
    m_timer.start();
}

double Heartbeat::late99() const
{
    must(m_late.size() > 100, "the heart did not beat");
    return percentile(m_late, 0.99);
}

double Heartbeat::latest() const
{
    return percentile(m_late, 1);
}

} // namespace packwarden::bench
