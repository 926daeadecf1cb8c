// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/unitflow.h"
#include "models/core/judge/verdict.h"

#include <QHash>

#include <functional>

/// Private to core: finds a way in which signatures fill seats and meet all terms.
namespace packwarden {

/// What all who fill seats must meet together, beside that no person and no key counts twice.
struct SeatTerms
{
    bool onePerRoot = false; ///< layers 3 and 4
    int parties = 0; ///< at least so many different ones; 0: not asked
    bool notAuthorAlone = true;
};

/// Exact, where the order of the signatures or of the seats would mislead a cheaper search: two people of one party may
/// leave the other party without a seat, and of a group "at least k of" no place is filled twice.
///
/// A team is a largest set of signatures of which no two stand in each other's way; of 16 there are at most 324 (Moon
/// and Moser), and mostly there is one. Within a team a signature counts by its position and role alone, so whether it
/// fills the seats is a question of flow: party, kind (position and role), place of a group, seat. Its cost is
/// polynomial in seats and places.
class SeatSearch final
{
public:
    /// usable: indices of signatures that could fill a seat, of which the first 16 are looked at; authors: those of
    /// them that are the author's.
    SeatSearch(const QList<SeatFinding> &seats, const QList<SignatureFinding> &signatures, const QList<int> &usable,
        const QSet<int> &authors, const Charter &charter, Effort &effort);

    /// The signature of each seat, all filled; empty if there is no such way or the effort is spent.
    QList<int> fill(const SeatTerms &terms);
    /// As many of the seats as can be filled at once, whatever the parties and the author, for people to see what is
    /// missing: -1 where a seat stays empty.
    QList<int> fillMost(const SeatTerms &terms);
    /// Do two of the signatures stand in each other's way, whatever they fill?
    bool hasRepeated(const SeatTerms &terms) const;

private:
    struct Candidate
    {
        int index = 0; ///< of the signature
        quint32 sameVoter = 0; ///< candidates of the same person or key
        quint32 sameRoot = 0;
        int kind = 0;
        bool isAuthor = false;
    };
    struct Kind
    {
        int node = 0;
        int party = 0;
        int supply = 0; ///< edge from the party
        int forced = 0; ///< edge from the unit that must flow
    };
    /// A unit that went from a kind to a seat.
    struct Arrival
    {
        int edge = 0;
        int seat = 0;
        int kind = 0;
    };
    using Team = quint32; ///< one bit for each candidate

    void addCandidates(const QList<SignatureFinding> &signatures, const QList<int> &usable, const QSet<int> &authors,
        const Charter &charter);
    void addSeats(const QList<SeatFinding> &seats);
    quint32 barredBy(int candidate, const SeatTerms &terms) const;
    Team everybody() const;
    using Trial = std::function<bool(Team)>;
    /// Tries each team until one is enough.
    bool anyTeam(const SeatTerms &terms, const Trial &isEnough);
    bool extend(Team chosen, Team open, Team past, const QList<Team> &barred, const Trial &isEnough);
    /// Makes ready for this team: how many of each kind it has. forced: a kind of which one must fill a seat, or -1.
    void begin(Team team, int forced);
    bool fillsAll(Team team, int parties, int forced);
    bool fillsAll(Team team, const SeatTerms &terms);
    int fillInTurn(Team team);
    QList<int> filledBy(Team team) const;

    Effort &m_effort;
    QList<Candidate> m_candidates;
    UnitFlow m_flow;
    int m_source = 0;
    int m_sink = 0;
    int m_forced = 0; ///< edge from the source
    QList<int> m_parties; ///< edge from the source, by party
    QList<Kind> m_kinds;
    QHash<Seat, int> m_kindOf;
    QList<int> m_ends; ///< edge into the sink, by seat
    QList<Arrival> m_arrivals;
};

} // namespace packwarden
