// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/sim/memory/packmemory.h"

#include <functional>
#include <optional>

namespace packwarden {
class Clock;
}

namespace packwarden::sim {

class ActivationGuard;

/// What a pack tells about itself: the data identifiers of service 22, without the session's own (0110), and the
/// documents of service 35. What it is given must outlive it.
class PackReader final
{
public:
    PackReader(
        const PackMemory &memory, const Clock &clock, const ActivationGuard &guard, std::function<PackState()> state);

    /// Only for those who may read cells in detail: 0111 and 0112.
    static bool isDetailed(quint16 did);
    /// The value of a data identifier; none if the pack has no such identifier.
    std::optional<QByteArray> dataIdentifier(quint16 did) const;
    /// A document by kind and index in its list (receipts: 0 is the newest); none past the end or for a kind that
    /// cannot be read.
    std::optional<QByteArray> document(int kind, int index) const;
    /// What core judges by, now.
    PackState state() const { return m_state(); }

private:
    std::optional<QByteArray> identification(quint16 did) const;
    std::optional<QByteArray> parameter(quint16 did) const;
    QByteArray counters() const;
    QByteArray receiptList() const;
    QByteArray knowledge() const;

    const PackMemory &m_memory;
    const Clock &m_clock;
    const ActivationGuard &m_guard;
    std::function<PackState()> m_state;
};

} // namespace packwarden::sim
