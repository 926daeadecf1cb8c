// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>

#include <algorithm>
#include <numeric>
#include <tuple>

/// Private to core's sources: who gets one of few places.
namespace packwarden::places {

struct Standing
{
    int rank = 0; ///< 0 has its places by party; all others come after, by rank
    QByteArray party;
    QByteArray order; ///< within rank and party; no two have the same
    QByteArray person = {}; ///< within the party, who have their places in turn, too; empty: each stands for itself
};

/// The indices of all, those first that have a place first: every party's first, every party's second, and so on;
/// within a party every person's first, every person's second. The first n of a set are the first n of every larger
/// one, as far as they are in it: so whoever is left out of a part is left out of the whole.
inline QList<int> inTurn(const QList<Standing> &all)
{
    QList<int> indices(all.size());
    std::iota(indices.begin(), indices.end(), 0);
    const auto plain = [&](int i) {
        return std::tie(all.at(i).rank, all.at(i).party, all.at(i).order);
    };
    std::sort(indices.begin(), indices.end(), [&](int a, int b) { return plain(a) < plain(b); });
    QList<int> turns(all.size(), 0);
    QList<int> ownTurns(all.size(), 0);
    QHash<std::pair<QByteArray, QByteArray>, int> said;
    for (int i : std::as_const(indices)) {
        const Standing &one = all.at(i);
        if (one.rank == 0 && !one.person.isEmpty())
            ownTurns[i] = said[{one.party, one.person}]++;
    }
    std::sort(indices.begin(), indices.end(), [&](int a, int b) {
        return std::tie(all.at(a).rank, all.at(a).party, ownTurns.at(a), all.at(a).order)
            < std::tie(all.at(b).rank, all.at(b).party, ownTurns.at(b), all.at(b).order);
    });
    QHash<QByteArray, int> taken;
    for (int i : std::as_const(indices)) {
        if (all.at(i).rank == 0)
            turns[i] = taken[all.at(i).party]++;
    }
    std::sort(indices.begin(), indices.end(), [&](int a, int b) {
        return std::tie(all.at(a).rank, turns.at(a), all.at(a).order)
            < std::tie(all.at(b).rank, turns.at(b), all.at(b).order);
    });
    return indices;
}

} // namespace packwarden::places
