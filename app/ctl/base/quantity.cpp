// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/quantity.h"

namespace packwarden::ctl {

Result<Milli> readQuantity(const QString &text)
{
    auto quantity = parseQuantity(text, true);
    if (quantity.ok())
        return quantity;
    const QString what = quantity.error().detail;
    if (what.startsWith(QLatin1String("grouping: ")))
        return {Code::NotAQuantity,
            QStringLiteral("\"%1\" may be meant in two ways; write %2 or %3")
                .arg(text, what.section(u' ', 1, 1), what.section(u' ', 2, 2))};
    const QString why = what == QLatin1String("empty") ? QStringLiteral("there is no number")
        : what == QLatin1String("digits")              ? QStringLiteral("1 to 6 digits may stand before the point")
        : what == QLatin1String("decimals")            ? QStringLiteral("1 to 3 digits may stand after the point")
        : what == QLatin1String("sign")                ? QStringLiteral("no sign may stand there")
                                        : QStringLiteral("digits alone, with one point where needed, and no unit");
    return {Code::NotAQuantity, QStringLiteral("\"%1\": %2").arg(text, why)};
}

} // namespace packwarden::ctl
