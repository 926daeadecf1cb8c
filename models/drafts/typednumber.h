// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/milli.h"

#include <QString>

#include <optional>

namespace packwarden {

/// What was typed into a field for one quantity, and what it says: read once for each change of the text, by whoever
/// judges it. A field shows what it is told and reads nothing itself. Pure.
struct TypedNumber
{
    QString text; ///< exactly as typed
    std::optional<Milli> value; ///< none while the text is no quantity
    std::optional<Error> problem; ///< NotAQuantity; none while nothing was typed

    static TypedNumber read(const QString &text, bool allowNegative);
};

} // namespace packwarden
