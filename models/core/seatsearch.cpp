// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "seatsearch.h"

#include "breakable.h"

#include <bit>

namespace packwarden {

namespace {

/// What is shown may be less than the most: a search for a screen ends early.
constexpr std::size_t maxShownSituations = 20'000;

} // namespace

SeatSearch::SeatSearch(const QList<SeatFinding> &seats, const QList<SignatureFinding> &signatures,
    const QList<int> &usable, const QSet<int> &authors, const Charter &charter)
    : m_seats(seats)
{
    QStringList parties;
    for (int index : usable.mid(0, CoseSign::maxSignatures)) {
        const SignatureFinding &mine = signatures.at(index);
        Candidate candidate;
        candidate.index = index;
        candidate.isAuthor = authors.contains(index);
        // The party is the one in the signer's position, whatever root certified him.
        const QString party = charter.positions.value(mine.position).party;
        if (!parties.contains(party))
            parties.append(party);
        candidate.party = 1U << parties.indexOf(party);
        for (int other = 0; other < usable.size() && other < CoseSign::maxSignatures; ++other) {
            const SignatureFinding &theirs = signatures.at(usable.at(other));
            const bool sameRoot = theirs.rootSha256 == mine.rootSha256;
            if (sameRoot && !broken("one-root-one-seat"))
                candidate.sameRoot |= 1U << other;
            if (broken("one-person-one-seat"))
                continue;
            if (theirs.leaf.spkiSha256 == mine.leaf.spkiSha256 || (sameRoot && theirs.leaf.person == mine.leaf.person))
                candidate.sameVoter |= 1U << other;
        }
        m_candidates.append(candidate);
    }
    for (const SeatFinding &seat : seats) {
        QList<quint32> fits;
        for (const Candidate &candidate : m_candidates) {
            const SignatureFinding &mine = signatures.at(candidate.index);
            const Seat place{mine.position, RoleId::fromTrusted(mine.leaf.role)};
            quint32 places = 0;
            for (int i = 0; i < seat.candidates.size() && i < 32; ++i) {
                if (seat.candidates.at(i) == place)
                    places |= 1U << i;
            }
            fits.append(places);
        }
        m_fits.append(fits);
    }
}

QList<int> SeatSearch::fill(const SeatTerms &terms)
{
    m_terms = terms;
    m_seen.clear();
    m_filled.clear();
    return place({}) ? m_filled : QList<int>();
}

QList<int> SeatSearch::fillMost(const SeatTerms &terms)
{
    m_terms = terms;
    m_seen.clear();
    m_filled.clear();
    m_best = QList<int>(m_seats.size(), -1);
    m_fewestEmpty = int(m_seats.size());
    placeMost({});
    return m_best;
}

bool SeatSearch::hasRepeated(const SeatTerms &terms) const
{
    for (int c = 0; c < m_candidates.size(); ++c) {
        const Candidate &candidate = m_candidates.at(c);
        if (((candidate.sameVoter | (terms.onePerRoot ? candidate.sameRoot : 0U)) & ~(1U << c)) != 0)
            return true;
    }
    return false;
}

QList<std::pair<int, SeatSearch::Situation>> SeatSearch::nextOf(const Situation &now) const
{
    QList<std::pair<int, Situation>> next;
    const int group = m_seats.at(now.seat).group;
    const bool sameGroup = group >= 0 && now.seat + 1 < m_seats.size() && m_seats.at(now.seat + 1).group == group;
    for (int c = 0; c < m_candidates.size(); ++c) {
        const Candidate &candidate = m_candidates.at(c);
        const quint32 barred = candidate.sameVoter | (m_terms.onePerRoot ? candidate.sameRoot : 0U);
        if (barred & now.used)
            continue;
        quint32 places = m_fits.at(now.seat).at(c);
        if (group >= 0)
            places &= ~now.places;
        for (; places != 0; places &= places - 1) {
            Situation then = now;
            ++then.seat;
            then.used |= 1U << c;
            then.places = sameGroup ? now.places | (places & -places) : 0U;
            then.parties |= candidate.party;
            then.somebodyElse = now.somebodyElse || !candidate.isAuthor;
            next.append({candidate.index, then});
        }
    }
    return next;
}

bool SeatSearch::place(const Situation &now)
{
    if (now.seat == m_seats.size())
        return (std::popcount(now.parties) >= m_terms.parties || broken("parties"))
            && (now.somebodyElse || !m_terms.notAuthorAlone);
    if (!m_seen.insert(now).second)
        return false;
    for (const auto &[index, then] : nextOf(now)) {
        m_filled.append(index);
        if (place(then))
            return true;
        m_filled.removeLast();
    }
    return false;
}

bool SeatSearch::placeMost(const Situation &now)
{
    if (now.empty >= m_fewestEmpty)
        return false;
    if (now.seat == m_seats.size()) {
        m_best = m_filled;
        m_fewestEmpty = now.empty;
        return now.empty == 0;
    }
    if (m_seen.size() >= maxShownSituations || !m_seen.insert(now).second)
        return false;
    for (const auto &[index, then] : nextOf(now)) {
        m_filled.append(index);
        if (placeMost(then))
            return true;
        m_filled.removeLast();
    }
    Situation left = now;
    ++left.seat;
    ++left.empty;
    const int group = m_seats.at(now.seat).group;
    if (group < 0 || left.seat == m_seats.size() || m_seats.at(left.seat).group != group)
        left.places = 0;
    m_filled.append(-1);
    if (placeMost(left))
        return true;
    m_filled.removeLast();
    return false;
}

} // namespace packwarden
