// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drafts/typednumber.h"

namespace packwarden {

TypedNumber TypedNumber::read(const QString &text, bool allowNegative)
{
    TypedNumber typed{text, {}, {}};
    if (text.isEmpty())
        return typed;
    if (const auto parsed = parseQuantity(text, allowNegative); parsed.ok())
        typed.value = *parsed;
    else
        typed.problem = parsed.error();
    return typed;
}

} // namespace packwarden
