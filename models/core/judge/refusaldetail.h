// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/rules/rules.h"

#include <optional>

namespace packwarden {

// What a refusal says beyond its code. A pack sends code and detail alone, so the detail is the one form of it: written
// and read here.

/// Of AboveSiliconLimit, OutsideCharter and OutsidePolicy: "cell.voltage.max = 5.25, allowed 3.6..4.3".
struct LimitFault
{
    ParameterId parameter;
    Milli value;
    Range allowed;

    QString text() const;
    /// None for a detail that says something else.
    static std::optional<LimitFault> in(const QString &detail);
    bool operator==(const LimitFault &) const = default;
};

/// Of BelowQuorum, AuthorIsApprover and SignerRepeated: the seats that are open, each with all who may fill it:
/// "owner/asset-manager, platform/engineer|cell-data/specialist".
struct OpenSeats
{
    QList<QList<Seat>> seats;

    QString text() const;
    /// None for a detail that says something else.
    static std::optional<OpenSeats> in(const QString &detail);
    bool operator==(const OpenSeats &) const = default;
};

} // namespace packwarden
