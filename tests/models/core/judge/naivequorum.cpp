// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/core/judge/naivequorum.h"

#include <functional>

namespace packwarden::test::naive {

namespace {

template <typename Map, typename Key> bool lists(const Map &map, const Key &key, const std::string &value)
{
    const auto found = map.find(key);
    return found != map.end() && found->second.count(value) > 0;
}

Place standIn(const Book &book, const Place &place)
{
    const auto successor = book.successors.find(place);
    return book.vacant.count(place.position) > 0 && successor != book.successors.end() ? successor->second : place;
}

std::string positionOf(const Book &book, const Vote &vote)
{
    const auto found = book.positionOfRole.find(vote.role);
    return found == book.positionOfRole.end() ? std::string() : found->second;
}

bool byAuthor(const Vote &vote, const Vote &author)
{
    return vote.key == author.key || (vote.root == author.root && vote.person == author.person);
}

/// A seat is filled by ...: every clause that concerns one vote and one place.
bool mayFill(const Book &book, const Vote &vote, const Place &place, const Vote &author)
{
    if (!vote.approves || !isTrusted(book, vote))
        return false;
    const std::string position = positionOf(book, vote);
    if (place.position != position || place.role != vote.role)
        return false;
    if (book.mayHold.count(vote.role) == 0 || book.granted.count(vote.role) == 0)
        return false;
    if (book.layer >= 3 && (vote.keyFromIssuer || book.rootOf.at(position) != vote.root))
        return false;
    if (byAuthor(vote, author) && (book.layer == 4 || book.authorMayFill.count(position) == 0))
        return false;
    return true;
}

/// Every clause that concerns all who fill seats together.
bool agree(const Book &book, const std::vector<Vote> &team, const Vote &author)
{
    std::set<std::pair<std::string, std::string>> persons;
    std::set<std::string> keys;
    std::set<std::string> roots;
    std::set<std::string> parties;
    bool somebodyElse = false;
    for (const Vote &vote : team) {
        if (!persons.insert({vote.root, vote.person}).second || !keys.insert(vote.key).second)
            return false;
        if (!roots.insert(vote.root).second && book.layer >= 3)
            return false;
        parties.insert(book.partyOf.at(positionOf(book, vote)));
        somebodyElse = somebodyElse || !byAuthor(vote, author);
    }
    return somebodyElse && int(team.size()) >= book.leastSeats && int(parties.size()) >= book.leastParties;
}

/// All ways to pick k of the places of every group; each way is a list of places that must all be filled.
std::vector<std::vector<Place>> allChoices(const Book &book)
{
    std::vector<Place> fixed = book.policySeats;
    for (const Place &place : book.charterSeats) {
        bool there = false;
        for (const Place &other : book.policySeats)
            there = there || other == place;
        if (!there)
            fixed.push_back(place);
    }
    fixed.insert(fixed.end(), book.extras.begin(), book.extras.end());
    std::vector<std::vector<Place>> ways{fixed};
    for (const KOf &group : book.groups) {
        std::vector<std::vector<Place>> longer;
        for (const std::vector<Place> &way : ways) {
            for (unsigned mask = 0; mask < (1U << group.places.size()); ++mask) {
                std::vector<Place> one = way;
                int picked = 0;
                for (std::size_t i = 0; i < group.places.size(); ++i) {
                    if ((mask >> i) & 1U) {
                        one.push_back(group.places[i]);
                        ++picked;
                    }
                }
                if (picked == group.k)
                    longer.push_back(one);
            }
        }
        ways = longer;
    }
    return ways;
}

} // namespace

bool isTrusted(const Book &book, const Vote &vote)
{
    const std::string position = positionOf(book, vote);
    if (vote.root.empty() || position.empty() || book.vacant.count(position) > 0)
        return false;
    for (const auto &[issuer, root] : book.rootOf) {
        if (root == vote.root && book.vacant.count(issuer) == 0 && lists(book.charterIssuers, vote.role, issuer)
            && lists(book.policyIssuers, vote.role, issuer))
            return true;
    }
    return false;
}

bool quorate(const Book &book, const std::vector<Vote> &votes, std::size_t author)
{
    for (const std::vector<Place> &places : allChoices(book)) {
        std::vector<bool> used(votes.size(), false);
        std::vector<Vote> team;
        const std::function<bool(std::size_t)> fillFrom = [&](std::size_t seat) {
            if (seat == places.size())
                return agree(book, team, votes[author]);
            for (std::size_t v = 0; v < votes.size(); ++v) {
                if (used[v] || !mayFill(book, votes[v], standIn(book, places[seat]), votes[author]))
                    continue;
                used[v] = true;
                team.push_back(votes[v]);
                if (fillFrom(seat + 1))
                    return true;
                team.pop_back();
                used[v] = false;
            }
            return false;
        };
        if (!places.empty() && fillFrom(0))
            return true;
    }
    return false;
}

} // namespace packwarden::test::naive
