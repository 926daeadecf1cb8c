// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/sim/battery/faultdetector.h"

#include <functional>

namespace packwarden::sim {

/// The fault memory of a pack. It keeps the newest faults, each with its status bits, how often and when it came, and a
/// freeze frame of the last time. Survives a restart: encode() goes into the pack's rewritable slot.
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

    /// Of a pack that starts: what failed in the cycle before is pending, nothing has failed in this one yet.
    static Result<FaultMemory> start(const QByteArray &stored);
    QByteArray encode() const;

    /// Takes over what is there now; frame gives the pack at this instant. True where something came or went.
    bool take(const QMap<FaultId, FaultFinding> &active, qint64 now,
        const std::function<FreezeFrame(const FaultFinding &)> &frame);
    const QList<Fault> &faults() const { return m_faults; }
    int activeCount() const;

    /// Forgets all. What is still there comes again at once, as new.
    void clear() { m_faults.clear(); }

private:
    Fault *find(const FaultId &id);
    void makeRoom();

    QList<Fault> m_faults; ///< newest first
};

} // namespace packwarden::sim
