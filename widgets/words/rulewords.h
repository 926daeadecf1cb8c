// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/rules/rulesdiff.h"

#include <QCoreApplication>

namespace packwarden {

/// Rules, what differs between them and why some cannot hold, in sentences. What is not known shows as it is.
class RuleWords final
{
    Q_DECLARE_TR_FUNCTIONS(packwarden::RuleWords)
public:
    /// "Changed: who signs to set max SoC: owner, asset manager (was: ...)"
    static QString difference(const RuleDifference &difference);
    /// The place of a difference: "Technician may set max SoC".
    static QString place(const RulePlace &place);
    /// One side of a difference at that place, with names, days and units for people.
    static QString value(const RulePlace &place, const QString &text);
    /// The detail of Malformed where it names a rule that cannot hold ("seats of set-soc-max"); else empty.
    static QString unsound(const QString &detail);
};

} // namespace packwarden
