// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/sim/battery/batterymanagement.h"
#include "models/core/pack/faults.h"

namespace packwarden::sim {

/// A fault that is there now: what was measured, and what it should not pass.
struct FaultFinding
{
    FaultId id;
    FaultSeverity severity = FaultSeverity::Warning;
    FaultQuantity quantity = FaultQuantity::Voltage;
    qint64 value = 0;
    qint64 threshold = 0;
    bool operator==(const FaultFinding &) const = default;
};

/// Finds what is wrong in the measurements. A fault must hold for a while before it counts, and be gone for longer,
/// with some distance to its threshold, before it ends: no flicker. Knows nothing of memory or bus.
class FaultDetector final
{
public:
    struct Inputs
    {
        const PackCondition &condition;
        const QMap<ParameterId, Milli> &values; ///< in force
        const SiliconLimits &silicon;
        QStringList badComponents; ///< missing or foreign
    };
    static constexpr double confirmAfter = 0.5; ///< s
    static constexpr double endAfter = 2.0; ///< s

    /// What is there after so many seconds more, by code and place. A severity only rises while its fault lasts.
    const QMap<FaultId, FaultFinding> &advance(double seconds, const Inputs &inputs);
    const QMap<FaultId, FaultFinding> &active() const { return m_active; }

private:
    QMap<FaultId, FaultFinding> m_active;
    QMap<FaultId, double> m_seen; ///< s for which it has been there, not yet confirmed
    QMap<FaultId, double> m_gone; ///< s for which an active one has not been there
};

} // namespace packwarden::sim
