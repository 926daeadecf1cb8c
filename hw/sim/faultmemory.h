// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "udsreply.h"

#include <QList>

namespace packwarden::sim {

/// The fault memory of a pack and the reports of service 19 (ISO 14229-1, 12.3) over it. The model detects no faults
/// yet, so nothing is ever entered here; the services answer for a memory without entries.
class FaultMemory final
{
public:
    struct Fault
    {
        quint32 code = 0; ///< 24 bits
        quint8 status = 0;
        QByteArray snapshot; ///< freeze frame: identifiers and values, as 22 gives them
        bool operator==(const Fault &) const = default;
    };
    static constexpr quint8 statusAvailable = 0x09; ///< failed now, confirmed
    static constexpr quint8 isoFormat = 0x01; ///< ISO_14229-1_DTCFormat

    /// 01, 02, 0A: anybody; 04, 06: who reads cells in detail.
    static bool knows(quint8 report);
    static bool isPublic(quint8 report);
    /// The bytes after the sub-function.
    static int recordLength(quint8 report);
    /// requestOutOfRange for a fault or a record that is not there.
    UdsReply report(quint8 report, const QByteArray &record) const;
    void clear() { m_faults.clear(); }

private:
    QList<Fault> m_faults;
};

} // namespace packwarden::sim
