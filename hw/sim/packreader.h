// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "packmemory.h"

#include <optional>

namespace packwarden {
class Clock;
}

namespace packwarden::sim {

/// What a pack tells about itself: the data identifiers of service 22 and the documents of service 35. Public reading
/// only. The memory and the clock must outlive it.
class PackReader final
{
public:
    PackReader(const PackMemory &memory, const Clock &clock);

    /// The value of a data identifier; none if the pack has no such identifier.
    std::optional<QByteArray> dataIdentifier(quint16 did) const;
    /// A document by kind and index in its list (receipts: 0 is the newest); none past the end or for a kind that
    /// cannot be read.
    std::optional<QByteArray> document(int kind, int index) const;

private:
    QByteArray counters() const;
    QByteArray receiptList() const;

    const PackMemory &m_memory;
    const Clock &m_clock;
};

} // namespace packwarden::sim
