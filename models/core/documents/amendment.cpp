// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/documents/amendment.h"

#include "models/core/base/breakable.h"

#include <algorithm>

namespace packwarden::amendment {

namespace {

Result<> outside(const QString &what)
{
    return {Code::OutsideCharter, what};
}

QByteArray keyOf(const Position &place)
{
    const auto root = Certificate::fromDer(place.rootDer);
    return root.ok() ? root->spkiSha256 : QByteArray();
}

/// One position gets another party (or only another root), and nothing else changes.
Result<> checkSwap(const CharterChange &change, const Charter &charter, const Policy &policy)
{
    QList<PositionId> changed;
    for (auto it = change.charter.positions.begin(); it != change.charter.positions.end(); ++it) {
        if (!charter.positions.contains(it.key()) || charter.positions.value(it.key()) != *it)
            changed.append(it.key());
    }
    if (changed.size() != 1 || !charter.positions.contains(changed.constFirst()))
        return outside(QStringLiteral("%1 positions change").arg(changed.size()));
    const PositionId id = changed.constFirst();
    const bool owner = change.amendment == Amendment::TransferOwnership;
    const bool operates = change.amendment == Amendment::Handover;
    if ((owner && id.text() != QLatin1String("owner")) || (operates && id.text() != QLatin1String("operator")))
        return outside(id.text());
    const Position before = charter.positions.value(id);
    const Position after = change.charter.positions.value(id);
    // A party is not handed to itself, and a rotation of the root is no way to bring in another party.
    if ((before.party == after.party) != (change.amendment == Amendment::RotateRoot))
        return outside(QStringLiteral("party of %1").arg(id.text()));
    if (keyOf(before) == keyOf(after))
        return outside(QStringLiteral("root of %1").arg(id.text()));
    Charter restored = change.charter;
    Position &place = restored.positions[id];
    place.rootDer = before.rootDer;
    if (change.amendment != Amendment::RotateRoot) {
        place.party = before.party;
        place.partyName = before.partyName;
    }
    restored.version = charter.version;
    if (restored != charter)
        return outside(QStringLiteral("more than %1").arg(id.text()));
    if (changesPolicy(policy, change.policy.policy))
        return outside(QStringLiteral("policy"));
    return Result<>::success();
}

template <typename Key, typename T> bool isWithin(const QMap<Key, QSet<T>> &small, const QMap<Key, QSet<T>> &large)
{
    for (auto it = small.begin(); it != small.end(); ++it) {
        if (!large.value(it.key()).contains(*it))
            return false;
    }
    return true;
}

bool isWithin(const QMap<CapabilityId, QList<Seat>> &small, const QMap<CapabilityId, QList<Seat>> &large)
{
    for (auto it = small.begin(); it != small.end(); ++it) {
        const QList<Seat> seats = large.value(it.key());
        if (!std::all_of(it->begin(), it->end(), [&](const Seat &seat) { return seats.contains(seat); }))
            return false;
    }
    return true;
}

bool isWithin(const Charter &small, const Charter &large)
{
    bool successors = true;
    for (auto it = small.successors.begin(); it != small.successors.end(); ++it)
        successors = successors && large.successors.value(it.key()) == *it;
    return successors && isWithin(small.mayIssue, large.mayIssue)
        && isWithin(small.mandatorySeats, large.mandatorySeats) && isWithin(small.mayHold, large.mayHold)
        && large.authorMayFill.contains(small.authorMayFill) && large.timekeepers.contains(small.timekeepers);
}

template <typename Map> void dropEmpty(Map &map)
{
    map.removeIf([](const auto &entry) { return entry.value().isEmpty(); });
}

/// The charter without all that concerns these positions and their roles.
Charter without(Charter charter, const QSet<PositionId> &positions, const QSet<RoleId> &roles)
{
    charter.version = 0;
    const auto isGone = [&](const Seat &seat) {
        return positions.contains(seat.position) || roles.contains(seat.role);
    };
    charter.positions.removeIf([&](const auto &entry) { return positions.contains(entry.key()); });
    charter.mayIssue.removeIf([&](const auto &entry) { return roles.contains(entry.key()); });
    for (QSet<PositionId> &issuers : charter.mayIssue)
        issuers -= positions;
    for (QSet<RoleId> &holders : charter.mayHold)
        holders -= roles;
    for (QList<Seat> &seats : charter.mandatorySeats) {
        seats.removeIf(isGone);
        std::sort(seats.begin(), seats.end());
    }
    charter.successors.removeIf([&](const auto &entry) { return isGone(entry.key()) || isGone(entry.value()); });
    charter.authorMayFill -= positions;
    charter.timekeepers -= roles;
    dropEmpty(charter.mayIssue);
    dropEmpty(charter.mayHold);
    dropEmpty(charter.mandatorySeats);
    return charter;
}

QSet<RoleId> rolesOf(const QSet<PositionId> &positions, const Policy &policy)
{
    QSet<RoleId> roles;
    for (const Role &role : policy.roles) {
        if (positions.contains(role.position))
            roles.insert(role.id);
    }
    return roles;
}

/// A party comes: nothing but what concerns its position is added, and nothing is taken away.
Result<> checkAdmission(const CharterChange &change, const Charter &charter)
{
    QSet<PositionId> fresh;
    for (auto it = change.charter.positions.begin(); it != change.charter.positions.end(); ++it) {
        if (!charter.positions.contains(it.key()))
            fresh.insert(it.key());
    }
    const QSet<RoleId> roles = rolesOf(fresh, change.policy.policy);
    if (fresh.isEmpty() || !isWithin(charter, change.charter)
        || without(change.charter, fresh, roles) != without(charter, fresh, roles))
        return outside(amendmentName(change.amendment));
    return Result<>::success();
}

/// A party goes or its time ends: nothing but what concerns its position is taken away, and nothing is added.
Result<> checkRemoval(const CharterChange &change, const Charter &charter, const Policy &policy)
{
    QSet<PositionId> gone;
    for (auto it = charter.positions.begin(); it != charter.positions.end(); ++it) {
        const auto after = change.charter.positions.constFind(it.key());
        if (after == change.charter.positions.constEnd()) {
            gone.insert(it.key());
            continue;
        }
        Position ended = *it;
        ended.until = after->until;
        const bool sooner = after->until != 0 && (it->until == 0 || after->until < it->until);
        if (sooner && ended == *after)
            gone.insert(it.key());
    }
    const QSet<RoleId> roles = rolesOf(gone, policy);
    if (gone.isEmpty() || !isWithin(change.charter, charter)
        || without(change.charter, gone, roles) != without(charter, gone, roles))
        return outside(amendmentName(change.amendment));
    return Result<>::success();
}

} // namespace

bool isSwap(Amendment kind)
{
    return kind == Amendment::RotateRoot || kind == Amendment::Handover || kind == Amendment::TransferOwnership;
}

Result<> checkKind(const CharterChange &change, const Charter &charter, const Policy &policy)
{
    switch (change.amendment) {
    case Amendment::RotateRoot:
    case Amendment::Handover:
    case Amendment::TransferOwnership:
        return checkSwap(change, charter, policy);
    case Amendment::AdmitParty:
        return checkAdmission(change, charter);
    case Amendment::RemoveParty:
        return checkRemoval(change, charter, policy);
    case Amendment::First:
    case Amendment::Amend:
        break;
    }
    return Result<>::success();
}

QList<PositionId> newlyFilled(const Charter &before, const Charter &after)
{
    QList<PositionId> positions;
    for (auto it = after.positions.begin(); it != after.positions.end(); ++it) {
        const Position old = before.positions.value(it.key());
        if (old.party != it->party || old.rootDer != it->rootDer)
            positions.append(it.key());
    }
    return positions;
}

QList<PositionId> shortened(const Charter &before, const Charter &after)
{
    const auto end = [](const Position &position) {
        return position.until == 0 ? INT64_MAX : position.until;
    };
    QList<PositionId> positions;
    for (auto was = before.positions.begin(); was != before.positions.end(); ++was) {
        const auto is = after.positions.constFind(was.key());
        const bool stays = is != after.positions.constEnd();
        if (stays && (is->from > was->from || end(*is) < end(*was)) && !broken("terms"))
            positions.append(was.key());
    }
    return positions;
}

bool changesPolicy(const Policy &before, const Policy &after)
{
    Policy same = after;
    same.version = before.version;
    same.charterSha256 = before.charterSha256;
    return same != before;
}

} // namespace packwarden::amendment
