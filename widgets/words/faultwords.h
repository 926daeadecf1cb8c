// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/linkvalues.h"
#include "widgets/style/theme.h"

#include <QCoreApplication>

namespace packwarden {

/// Faults, and what holds a current down, in words.
class FaultWords final
{
    Q_DECLARE_TR_FUNCTIONS(packwarden::FaultWords)
public:
    /// "Cell 38: voltage too low"
    static QString name(const FaultId &id);
    /// "3.641 V, below 3.650 V"; empty where nothing was measured.
    static QString measured(FaultCode code, FaultQuantity quantity, qint64 value, qint64 threshold);
    static QString severity(FaultSeverity severity);
    static Status status(FaultSeverity severity);
    /// What to do about it.
    static QString advice(FaultCode code);
    /// "Charging held to 40 A: cell 37 at 4.19 V." Empty where nothing holds the current that flows, or would flow.
    static QString held(const PackTelemetry &telemetry);
};

} // namespace packwarden
