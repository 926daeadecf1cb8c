// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "faultdetector.h"
#include "udsreply.h"

namespace packwarden::sim {

/// The fault memory of a pack and the reports of service 19 (ISO 14229-1, 12.3) over it. It keeps the newest faults,
/// each with its status bits, how often and when it came, and a freeze frame of the last time. Survives a restart:
/// encode() goes into the pack's rewritable slot.
class FaultMemory final
{
public:
    struct Fault
    {
        FaultId id;
        quint8 status = 0;
        int count = 0; ///< how often it came
        qint64 first = 0; ///< Unix seconds
        qint64 last = 0;
        QByteArray frame; ///< FreezeFrame of the last time
        bool operator==(const Fault &) const = default;
    };
    static constexpr int maxFaults = 16;
    static constexpr quint8 isoFormat = 0x01; ///< ISO_14229-1_DTCFormat
    static constexpr quint8 extendedRecord = 0x01; ///< count 2, first 4, last 4 (Unix seconds)

    /// Of a pack that starts: what failed in the cycle before is pending, nothing has failed in this one yet.
    static Result<FaultMemory> start(const QByteArray &stored);
    QByteArray encode() const;

    /// Takes over what is there now; frame gives the pack at this instant. True where something came or went.
    bool take(const QMap<FaultId, FaultFinding> &active, qint64 now,
        const std::function<FreezeFrame(const FaultFinding &)> &frame);
    const QList<Fault> &faults() const { return m_faults; }
    int activeCount() const;

    /// 01, 02, 0A: anybody; 04, 06: who reads cells in detail.
    static bool knows(quint8 report);
    static bool isPublic(quint8 report);
    /// The bytes after the sub-function.
    static int recordLength(quint8 report);
    /// requestOutOfRange for a fault or a record that is not there.
    UdsReply report(quint8 report, const QByteArray &record) const;
    /// Forgets all. What is still there comes again at once, as new.
    void clear() { m_faults.clear(); }

private:
    Fault *find(const FaultId &id);
    void makeRoom();

    QList<Fault> m_faults; ///< newest first
};

} // namespace packwarden::sim
