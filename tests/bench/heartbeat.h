// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <vector>

namespace packwarden::bench {

/// How late a timer of this thread is, by the clock on the wall, in milliseconds.
class Heartbeat final
{
public:
    static constexpr int beatMilliseconds = 4;

    Heartbeat();
    void start();
    /// The lateness that 99 of 100 beats keep. Ends the program where it has hardly beaten.
    double late99() const;
    double latest() const;

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    std::vector<double> m_late;
};

} // namespace packwarden::bench
