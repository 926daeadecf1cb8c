// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drafts/draftpacks.h"

#include <algorithm>

namespace packwarden {

const ParameterInfo *parameterIn(const QList<ParameterInfo> &table, const ParameterId &id)
{
    const auto found
        = std::find_if(table.begin(), table.end(), [&](const ParameterInfo &one) { return one.definition.id == id; });
    return found == table.end() ? nullptr : &*found;
}

QList<ParameterInfo> commonParameters(
    const KnownPacks &known, const QList<PackSerial> &packs, const StillAsked &stillAsked)
{
    QList<ParameterInfo> common;
    for (qsizetype i = 0; i < packs.size() && stillAsked(); ++i) {
        const auto pack = known.find(packs.at(i));
        if (!pack)
            return {};
        const QList<ParameterInfo> &here = pack->facts.parameters;
        if (i == 0) {
            common = here;
            continue;
        }
        qsizetype place = 0;
        common.removeIf([&](const ParameterInfo &one) {
            // Packs of one kind have them in the same order.
            const bool isThere = place < here.size() && here.at(place).definition.id == one.definition.id;
            ++place;
            return !isThere && !parameterIn(here, one.definition.id);
        });
    }
    return common;
}

} // namespace packwarden
