// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <memory>

class QSocketNotifier;

namespace packwarden {

/// SIGTERM, SIGINT and SIGHUP as a call from the event loop of the thread that made it (signalfd(2): no handler, no
/// global).
class TerminationWatch final
{
public:
    explicit TerminationWatch(std::function<void()> asked);
    ~TerminationWatch();
    TerminationWatch(const TerminationWatch &) = delete;
    TerminationWatch &operator=(const TerminationWatch &) = delete;
    /// Blocks the signals, to be called before the first thread is started.
    static void block();

private:
    int m_descriptor;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace packwarden
