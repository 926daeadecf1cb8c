// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/sim/battery/batterymanagement.h"
#include "hw/sim/memory/packmemory.h"

#include <optional>

namespace packwarden {
class Clock;
}

namespace packwarden::sim {

/// What lock and activation let the battery do. What ends is stored at once and takes effect at standstill: no
/// security action opens contactors under load. Until then it is pending, and charging from outside is refused.
/// The lease of an activation counts running time. Each minute of it is taken from the memory before it begins, so that
/// a loss of power costs up to a minute and never gives one; its end is stored at once.
/// Times are monotonic milliseconds. The memory and the clock must outlive it. One thread.
class ActivationGuard final
{
public:
    static constexpr int chargedSeconds = 60; ///< of the lease, in advance
    static constexpr int standstillSeconds = 30; ///< of current under C/20, in the battery's own time

    ActivationGuard(PackMemory &memory, const Clock &clock);

    /// Counts the lease, and lets what is pending take effect once the battery has rested for long enough.
    void advance(qint64 now, double restSeconds);
    Permission permission() const;
    /// Stored as ended or locked, or to be reset, while the contactors are still closed.
    bool isPending() const { return m_closed && (!isWanted() || m_reset); }
    bool isActive() const { return isWanted(); }
    qint64 secondsLeft() const;

    /// A reset takes effect at standstill, too.
    void requestReset(bool hard) { m_reset = hard; }
    /// The reset whose time has come (hard or not), once.
    std::optional<bool> takeReset(double restSeconds);

    LockInfo lockInfo() const; ///< DID 0107
    QString lockWord() const; ///< of BspStatus: "inactive", "active", "locked", "pending"
    QString activationWord() const; ///< of PackStatus: "inactive", "active", "ending"

private:
    bool isWanted() const;
    void count(qint64 passed);
    void charge();
    void end();

    PackMemory &m_memory;
    const Clock &m_clock;
    Activation m_seen; ///< as last stored: a new one starts counting anew
    std::optional<qint64> m_advanced;
    qint64 m_charged = 0; ///< ms of running time that the memory does not hold any more; less than 0: not stored yet
    QString m_purpose; ///< for which the contactors were closed
    bool m_closed = false;
    std::optional<bool> m_reset;
};

} // namespace packwarden::sim
