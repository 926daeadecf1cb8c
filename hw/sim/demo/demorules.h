// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/sim/demo/demoworld.h"
#include "models/core/rules/rules.h"

namespace packwarden::sim {

/// The demo's foundation, charter and policy, version 1, made from resources/demo. The policy names the charter.
struct DemoRules
{
    Foundation foundation;
    Charter charter;
    Policy policy;
    QMap<QString, QByteArray> contractTexts; ///< by contract id; the policy holds their SHA-256

    /// roots: party id -> root certificate. from: Unix seconds since which positions and grants hold. Malformed.
    static Result<DemoRules> make(const DemoWorld &world, const QMap<QString, Certificate> &roots, qint64 from);
};

} // namespace packwarden::sim
