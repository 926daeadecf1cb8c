// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

namespace packwarden {

/// What a store has not learnt yet; reason of errors that say so.
enum class TrustLack {
    NothingPinned, ///< no rules
    NoPackKnown, ///< rules, and no pack that holds them
    NoKeyKnown, ///< a pack, and no key that may start it
};

/// UnknownIssuer. more: what follows in the detail.
inline Error nothingPinned(const char *more = "")
{
    return {Code::UnknownIssuer, QStringLiteral("nothing is pinned") + QLatin1String(more), TrustLack::NothingPinned};
}

} // namespace packwarden
