// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/signoffs/otherparts.h"

#include "models/drafts/requestparts.h"

#include <QMap>
#include <QSet>

#include <algorithm>

namespace packwarden {

namespace {

/// What parts of one request have in common: all but the packs and what numbers them.
ChangeRequest common(const ChangeRequest &request)
{
    ChangeRequest bare = request;
    bare.packs.clear();
    bare.head.id.clear();
    bare.head.title.clear(); // partOf has compared it
    return bare;
}

/// What is proposed to a pack, whatever it starts from.
PackChanges proposal(const PackChanges &pack)
{
    PackChanges bare = pack;
    bare.serial = {};
    for (ParameterChange &change : bare.changes) {
        change.from = {};
        change.revision = 0;
    }
    return bare;
}

QList<PackChanges> proposals(const ChangeRequest &request)
{
    QList<PackChanges> all;
    for (const PackChanges &pack : request.packs) {
        if (const PackChanges one = proposal(pack); !all.contains(one))
            all.append(one);
    }
    return all;
}

} // namespace

qsizetype OtherParts::packs() const
{
    qsizetype all = 0;
    for (const Part &part : open)
        all += part.packs.size();
    return all;
}

OtherParts otherParts(const SignoffJudgement &shown, const QList<std::pair<QString, SignoffJudgement>> &known,
    const std::function<bool(const SignoffJudgement &)> &isDue)
{
    OtherParts others;
    const auto own = shown.request ? requestparts::partOf(shown.request->head) : std::nullopt;
    if (!own)
        return others;
    others.number = own->number;
    others.of = own->of;
    QMap<int, QList<const std::pair<QString, SignoffJudgement> *>> found;
    for (const auto &each : known) {
        const auto part = each.second.request ? requestparts::partOf(each.second.request->head) : std::nullopt;
        if (part && part->together == own->together && part->of == own->of && part->number != own->number)
            found[part->number].append(&each);
    }
    const ChangeRequest same = common(*shown.request);
    const QList<PackChanges> proposed = proposals(*shown.request);
    QSet<PackSerial> named;
    for (const PackChanges &pack : shown.request->packs)
        named.insert(pack.serial);
    for (int number = 1; number <= own->of; ++number) {
        if (number == own->number)
            continue;
        if (!found.contains(number)) {
            others.missing.append(number);
            continue;
        }
        const auto &[path, judgement] = *found.value(number).constFirst();
        const QList<PackChanges> &packs = judgement.request->packs;
        // Two documents with one number cannot both be of this request.
        const bool isSame = found.value(number).size() == 1 && common(*judgement.request) == same
            && std::all_of(packs.begin(), packs.end(), [&](const PackChanges &pack) {
                   return proposed.contains(proposal(pack)) && !named.contains(pack.serial);
               });
        if (!isSame) {
            others.differing.append(number);
            continue;
        }
        OtherParts::Part part{number, path, judgement.payloadSha256, judgement.state, {}};
        for (const PackChanges &pack : packs) {
            part.packs.append(pack.serial);
            named.insert(pack.serial);
        }
        if (isDue(judgement))
            others.open.append(part);
    }
    return others;
}

} // namespace packwarden
