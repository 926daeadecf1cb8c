// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/documents/rulefault.h"

#include <algorithm>
#include <iterator>

namespace packwarden {

namespace {

using What = RuleFault::What;

struct Words
{
    What what;
    QLatin1String before; ///< what stands before the subject
};

const Words words[] = {
    {What::Seats, QLatin1String("seats of ")},
    {What::MandatorySeats, QLatin1String("mandatory seats of ")},
    {What::Position, QLatin1String("position of ")},
    {What::Issuers, QLatin1String("issuers of ")},
    {What::Basis, QLatin1String("basis of ")},
    {What::Dates, QLatin1String("dates of ")},
    {What::Group, QLatin1String("group of ")},
    {What::Root, QLatin1String("root of ")},
    {What::Party, QLatin1String("party of ")},
    {What::Signatory, QLatin1String("signatory of ")},
    {What::Rights, QLatin1String("rights to ")},
    {What::Successor, QLatin1String("successor of ")},
    {What::SoftLimits, QLatin1String("soft limits of ")},
};

} // namespace

QString RuleFault::text() const
{
    const auto *found
        = std::find_if(std::begin(words), std::end(words), [this](const Words &each) { return each.what == what; });
    return found == std::end(words) ? subject : found->before + subject;
}

std::optional<RuleFault> RuleFault::in(const QString &detail)
{
    for (const Words &each : words) {
        if (detail.startsWith(each.before))
            return RuleFault{each.what, detail.mid(each.before.size())};
    }
    // Identifiers have no blanks.
    if (detail.count(u'/') == 1 && !detail.contains(u' ') && !detail.startsWith(u'/') && !detail.endsWith(u'/'))
        return RuleFault{What::Grant, detail};
    return std::nullopt;
}

Error RuleFault::error(Code code) const
{
    return {code, text()};
}

} // namespace packwarden
