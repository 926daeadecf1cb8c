// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/documents/filebounds.h"
#include "models/core/documents/looker.h"

#include <algorithm>

namespace packwarden::filebounds {

namespace {

using places::Standing;

SeenList lookAt(const QByteArray &bytes, Looker &looker)
{
    const auto entry = looker.mayLook() ? decodeCrlEntry(bytes) : Result<CrlEntry>(Code::TooLarge);
    if (!entry.ok())
        return {};
    for (const Certificate &root : looker.roots()) {
        if (isListOf(entry->crl, root))
            return {*entry, root, root.sha256};
    }
    const Certificate *authority = entry->authorityDer.isEmpty() ? nullptr : looker.memo().find(entry->authorityDer);
    if (!authority)
        return {*entry, {}, {}};
    const Certificate issuer = *authority;
    const QByteArray root = looker.rootAbove(issuer).sha256;
    return {*entry, issuer, root.isEmpty() || !isListOf(entry->crl, issuer) ? QByteArray() : root};
}

} // namespace

Lists lookAtLists(QList<QByteArray> entries, Looker &looker)
{
    std::sort(entries.begin(), entries.end());
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
    Lists lists{entries, {}, {}};
    QHash<QByteArray, int> newest;
    for (int i = 0; i < entries.size(); ++i) {
        const SeenList seen = lookAt(entries.at(i), looker);
        lists.seen.append(seen);
        lists.standings.append({seen.entry.crl.der.isEmpty() ? junk : stranger, {}, entries.at(i)});
        if (seen.root.isEmpty())
            continue;
        // A root's own list first; then by issuer, whatever the list says.
        const QByteArray issuer
            = (seen.issuer.sha256 == seen.root ? '0' : '1') + seen.issuer.spkiSha256 + seen.issuer.subjectDer;
        const int before = newest.value(seen.root + issuer, -1);
        const bool isNewer = before < 0 || seen.entry.crl.number > lists.seen.at(before).entry.crl.number;
        if (isNewer)
            newest.insert(seen.root + issuer, i);
        if (isNewer && before >= 0)
            lists.standings[before] = {superseded, {}, entries.at(before)};
        lists.standings[i] = isNewer ? Standing{0, seen.root, issuer} : Standing{superseded, {}, entries.at(i)};
    }
    return lists;
}

QList<CrlEntry> newestLists(const QList<QByteArray> &entries, const QList<Certificate> &roots, int most)
{
    Looker looker(roots);
    const Lists lists = lookAtLists(entries, looker);
    QList<CrlEntry> kept;
    for (int index : places::inTurn(lists.standings)) {
        if (lists.standings.at(index).rank > 0 || kept.size() >= most)
            break;
        kept.append(lists.seen.at(index).entry);
    }
    return kept;
}

} // namespace packwarden::filebounds
