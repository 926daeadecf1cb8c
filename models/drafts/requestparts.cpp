// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drafts/requestparts.h"

#include <QMultiHash>

#include <algorithm>

namespace packwarden::requestparts {

namespace {

constexpr qsizetype togetherBytes = 14; ///< of the id; then the number, and how many

/// As the title of a part ends.
QString endOfTitle(int number, int of)
{
    return QStringLiteral(" (part %1 of %2)").arg(number).arg(of);
}

qsizetype bytesOf(const ChangeRequest &request)
{
    return request.encode().size();
}

} // namespace

Result<QList<ChangeRequest>> split(const ChangeRequest &whole)
{
    if (bytesOf(whole) <= maxPayload)
        return QList<ChangeRequest>{whole};
    ChangeRequest bare = whole;
    bare.packs.clear();
    // The longest end of a title; a list of many packs has a longer head than one of none.
    constexpr qsizetype listHead = 8;
    bare.head.title += endOfTitle(maxParts, maxParts);
    const qsizetype bareBytes = bytesOf(bare);
    const qsizetype before = bareBytes + listHead;
    QList<QList<PackChanges>> groups;
    qsizetype used = maxPayload;
    for (const PackChanges &pack : whole.packs) {
        ChangeRequest one = bare;
        one.packs = {pack};
        const qsizetype more = bytesOf(one) - bareBytes;
        if (before + more > maxPayload)
            return {Code::TooLarge, pack.serial.text()};
        if (used + more > maxPayload) {
            groups.append(QList<PackChanges>());
            used = before;
        }
        groups.last().append(pack);
        used += more;
    }
    if (groups.size() > maxParts)
        return {Code::TooLarge, QString::number(groups.size())};
    QList<ChangeRequest> parts;
    for (qsizetype i = 0; i < groups.size(); ++i) {
        ChangeRequest part = whole;
        part.packs = groups.at(i);
        part.head.title += endOfTitle(int(i) + 1, int(groups.size()));
        part.head.id = whole.head.id.left(togetherBytes) + char(i + 1) + char(groups.size());
        parts.append(part);
    }
    return parts;
}

std::optional<Part> partOf(const DocumentHead &head)
{
    if (head.id.size() != togetherBytes + 2)
        return {};
    const int number = quint8(head.id.at(togetherBytes));
    const int of = quint8(head.id.at(togetherBytes + 1));
    // An id is random where a request is whole: the title must say the same.
    if (number < 1 || of < 2 || number > of || !head.title.endsWith(endOfTitle(number, of)))
        return {};
    Part part;
    part.number = number;
    part.of = of;
    part.together = sha256(head.id.left(togetherBytes) + head.author + QByteArray::number(head.created) + ' '
        + head.title.chopped(endOfTitle(number, of).size()).toUtf8());
    return part;
}

QList<Kind> kindsOf(const QList<PackChanges> &packs)
{
    QList<Kind> kinds;
    QMultiHash<qint64, qsizetype> places; ///< in kinds, by the first value: each of thousands of packs may have its own
    for (const PackChanges &pack : packs) {
        QList<ParameterChange> changes = pack.changes;
        for (ParameterChange &change : changes)
            change.revision = 0;
        const qint64 first = changes.isEmpty() ? 0 : changes.constFirst().from.value;
        const auto [begin, end] = places.equal_range(first);
        const auto same = std::find_if(begin, end, [&](qsizetype place) {
            return kinds.at(place).hardware == pack.hardware && kinds.at(place).changes == changes;
        });
        if (same != end) {
            kinds[*same].packs.append(pack.serial);
            continue;
        }
        places.insert(first, kinds.size());
        kinds.append({pack.hardware, changes, {pack.serial}});
    }
    std::stable_sort(
        kinds.begin(), kinds.end(), [](const Kind &a, const Kind &b) { return a.packs.size() > b.packs.size(); });
    return kinds;
}

} // namespace packwarden::requestparts
