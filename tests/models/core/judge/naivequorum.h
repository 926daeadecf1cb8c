// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

/// A second judgement over seats, for tests alone, from FORMATS.md ("Signatures and seats") and nothing else: no type
/// and no thought of core. It tries every way to hand the votes to the seats and asks of each whether it is allowed.
namespace packwarden::test::naive {

struct Place
{
    std::string position;
    std::string role;
    auto operator<=>(const Place &) const = default;
};

/// "At least k of these places."
struct KOf
{
    int k = 1;
    std::vector<Place> places;
};

/// One signature that verifies over the bytes.
struct Vote
{
    std::string root; ///< in which the chain ends; empty: in none that is pinned, or the chain is no good today
    std::string person;
    std::string key;
    std::string role;
    bool approves = true; ///< false: signs as the author
    bool keyFromIssuer = false;
};

/// What charter, policy and foundation say about one capability today.
struct Book
{
    int layer = 4;
    std::vector<Place> policySeats;
    std::vector<Place> charterSeats; ///< mandatory ones
    std::vector<KOf> groups;
    std::vector<Place> extras; ///< for a passed soft limit or step
    std::map<Place, Place> successors;
    std::map<std::string, std::string> rootOf; ///< position -> root
    std::map<std::string, std::string> partyOf; ///< position -> company
    std::set<std::string> vacant; ///< positions without a party in force
    std::map<std::string, std::string> positionOfRole;
    std::map<std::string, std::set<std::string>> charterIssuers; ///< role -> positions
    std::map<std::string, std::set<std::string>> policyIssuers;
    std::set<std::string> mayHold; ///< roles, by the charter
    std::set<std::string> granted; ///< roles, by a grant of the policy that holds today
    std::set<std::string> authorMayFill; ///< positions
    int leastSeats = 1;
    int leastParties = 1;
};

/// Can the votes fill the seats of the capability? author: an index into votes.
bool quorate(const Book &book, const std::vector<Vote> &votes, std::size_t author);

/// Is the vote by somebody whom these rules let sign at all?
bool isTrusted(const Book &book, const Vote &vote);

} // namespace packwarden::test::naive
