// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "verifier.h"

#include <set>

/// Private to core: tries the ways in which signatures can fill seats, until one meets all terms.
namespace packwarden {

/// What all who fill seats must meet together, beside that no person and no key counts twice.
struct SeatTerms
{
    bool onePerRoot = false; ///< layers 3 and 4
    int parties = 0; ///< at least so many different ones; 0: not asked
    bool notAuthorAlone = true;
};

/// Exact, where the order of the signatures or of the seats would mislead a cheaper search: two people of one party may
/// leave the other party without a seat, and of a group "at least k of" no place is filled twice. At most 16
/// signatures, and no situation is looked at twice.
class SeatSearch final
{
public:
    /// usable: indices of signatures that could fill a seat; authors: those of them that are the author's.
    SeatSearch(const QList<SeatFinding> &seats, const QList<SignatureFinding> &signatures, const QList<int> &usable,
        const QSet<int> &authors, const Charter &charter);

    /// The signature of each seat, all filled; empty if there is no such way.
    QList<int> fill(const SeatTerms &terms);
    /// Some of the seats, for people to see what is missing: -1 where it stays empty.
    QList<int> fillMost(const SeatTerms &terms);
    /// Do two of the signatures stand in each other's way, whatever they fill?
    bool hasRepeated(const SeatTerms &terms) const;

private:
    struct Situation
    {
        int seat = 0;
        quint32 used = 0; ///< candidates that fill a seat
        quint32 places = 0; ///< of the group of this seat that are filled
        quint32 parties = 0;
        bool somebodyElse = false;
        int empty = 0;
        auto operator<=>(const Situation &) const = default;
    };
    struct Candidate
    {
        int index = 0; ///< of the signature
        quint32 sameVoter = 0; ///< candidates of the same person or key
        quint32 sameRoot = 0;
        quint32 party = 0; ///< one bit
        bool isAuthor = false;
    };

    bool place(const Situation &now);
    bool placeMost(const Situation &now);
    QList<std::pair<int, Situation>> nextOf(const Situation &now) const;

    QList<SeatFinding> m_seats;
    QList<Candidate> m_candidates;
    QList<QList<quint32>> m_fits; ///< by seat and candidate: places of the seat that it fits
    SeatTerms m_terms;
    std::set<Situation> m_seen;
    QList<int> m_filled;
    QList<int> m_best;
    int m_fewestEmpty = 0;
};

} // namespace packwarden
