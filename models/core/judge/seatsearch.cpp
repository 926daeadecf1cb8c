// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/judge/seatsearch.h"

#include "models/core/base/breakable.h"

#include <algorithm>
#include <bit>

namespace packwarden {

SeatSearch::SeatSearch(const QList<SeatFinding> &seats, const QList<SignatureFinding> &signatures,
    const QList<int> &usable, const QSet<int> &authors, const Charter &charter, Effort &effort)
    : m_effort(effort)
    , m_source(m_flow.addNode())
    , m_sink(m_flow.addNode())
{
    addCandidates(signatures, usable.mid(0, CoseSign::maxSignatures), authors, charter);
    addSeats(seats);
}

void SeatSearch::addCandidates(const QList<SignatureFinding> &signatures, const QList<int> &usable,
    const QSet<int> &authors, const Charter &charter)
{
    const int forced = m_flow.addNode();
    m_forced = m_flow.addEdge(m_source, forced, 0);
    QHash<QString, int> parties;
    QList<int> nodes; // by party
    for (int index : usable) {
        const SignatureFinding &mine = signatures.at(index);
        Candidate candidate;
        candidate.index = index;
        candidate.isAuthor = authors.contains(index);
        for (qsizetype other = 0; other < usable.size(); ++other) {
            const SignatureFinding &theirs = signatures.at(usable.at(other));
            const bool sameRoot = theirs.rootSha256 == mine.rootSha256;
            if (sameRoot && !broken("one-root-one-seat"))
                candidate.sameRoot |= 1U << other;
            if (broken("one-person-one-seat"))
                continue;
            if (theirs.leaf.spkiSha256 == mine.leaf.spkiSha256 || (sameRoot && theirs.leaf.person == mine.leaf.person))
                candidate.sameVoter |= 1U << other;
        }
        const Seat seat{mine.position, RoleId::fromTrusted(mine.leaf.role)};
        if (!m_kindOf.contains(seat)) {
            // The party is the one in the signer's position, whatever root certified him.
            const QString name = charter.positions.value(mine.position).party;
            if (!parties.contains(name)) {
                parties.insert(name, int(nodes.size()));
                nodes.append(m_flow.addNode());
                m_parties.append(m_flow.addEdge(m_source, nodes.constLast(), 0));
            }
            Kind kind;
            kind.node = m_flow.addNode();
            kind.party = parties.value(name);
            kind.supply = m_flow.addEdge(nodes.at(kind.party), kind.node, 0);
            kind.forced = m_flow.addEdge(forced, kind.node, 0);
            m_kindOf.insert(seat, int(m_kinds.size()));
            m_kinds.append(kind);
        }
        candidate.kind = m_kindOf.value(seat);
        m_candidates.append(candidate);
    }
}

void SeatSearch::addSeats(const QList<SeatFinding> &seats)
{
    QMap<std::pair<int, int>, int> places; // group and kind -> node
    QList<int> counts(m_kinds.size(), 0); // places of this seat, by kind
    const Seat *counted = nullptr;
    for (qsizetype s = 0; s < seats.size(); ++s) {
        const SeatFinding &seat = seats.at(s);
        const int node = m_flow.addNode();
        m_ends.append(m_flow.addEdge(node, m_sink, 0));
        // The seats of a group share one list.
        if (counted != seat.candidates.constData()) {
            counted = seat.candidates.constData();
            counts = QList<int>(m_kinds.size(), 0);
            m_effort.spend(seat.candidates.size());
            for (const Seat &place : seat.candidates) {
                if (const auto kind = m_kindOf.constFind(place); kind != m_kindOf.constEnd())
                    ++counts[*kind];
            }
        }
        for (int kind = 0; kind < m_kinds.size(); ++kind) {
            if (counts.at(kind) == 0)
                continue;
            int from = m_kinds.at(kind).node;
            if (seat.group >= 0) {
                const std::pair key(seat.group, kind);
                if (!places.contains(key)) {
                    places.insert(key, m_flow.addNode());
                    m_flow.addEdge(from, places.value(key), counts.at(kind));
                }
                from = places.value(key);
            }
            m_arrivals.append({m_flow.addEdge(from, node, 1), int(s), kind});
        }
    }
}

SeatSearch::Team SeatSearch::everybody() const
{
    return (Team(1) << m_candidates.size()) - 1;
}

quint32 SeatSearch::barredBy(int candidate, const SeatTerms &terms) const
{
    const Candidate &one = m_candidates.at(candidate);
    return (one.sameVoter | (terms.onePerRoot ? one.sameRoot : 0U)) | Team(1) << candidate;
}

bool SeatSearch::hasRepeated(const SeatTerms &terms) const
{
    for (int c = 0; c < m_candidates.size(); ++c) {
        if ((barredBy(c, terms) & ~(Team(1) << c)) != 0)
            return true;
    }
    return false;
}

bool SeatSearch::anyTeam(const SeatTerms &terms, const Trial &isEnough)
{
    QList<Team> barred;
    for (int c = 0; c < m_candidates.size(); ++c)
        barred.append(barredBy(c, terms));
    return extend(0, everybody(), 0, barred, isEnough);
}

/// All largest teams, each once (Bron and Kerbosch, with the pivot of Tomita). open: who may still come in; past: who
/// may too, but whose teams were all tried.
bool SeatSearch::extend(Team chosen, Team open, Team past, const QList<Team> &barred, const Trial &isEnough)
{
    if (!m_effort.spend(m_candidates.size()))
        return false;
    if ((open | past) == 0)
        return isEnough(chosen);
    // Every team has this one or somebody whom he bars.
    Team next = open;
    for (int c = 0; c < m_candidates.size(); ++c) {
        if (((open | past) >> c & 1) != 0 && std::popcount(open & barred.at(c)) < std::popcount(next))
            next = open & barred.at(c);
    }
    for (; next != 0; next &= next - 1) {
        const int c = std::countr_zero(next);
        const Team others = ~barred.at(c);
        if (extend(chosen | Team(1) << c, open & others, past & others, barred, isEnough))
            return true;
        open &= ~(Team(1) << c);
        past |= Team(1) << c;
    }
    return false;
}

void SeatSearch::begin(Team team, int forced)
{
    m_flow.clear();
    QList<int> members(m_kinds.size(), 0);
    for (int c = 0; c < m_candidates.size(); ++c) {
        if ((team >> c & 1) != 0)
            ++members[m_candidates.at(c).kind];
    }
    m_flow.setCapacity(m_forced, forced >= 0 ? 1 : 0);
    for (int kind = 0; kind < m_kinds.size(); ++kind) {
        m_flow.setCapacity(m_kinds.at(kind).supply, members.at(kind) - (kind == forced ? 1 : 0));
        m_flow.setCapacity(m_kinds.at(kind).forced, kind == forced ? 1 : 0);
    }
}

/// As many parties as can come to a seat at once come there first; what fills the other seats takes no party away
/// again, and no other way of filling has more of them.
bool SeatSearch::fillsAll(Team team, int parties, int forced)
{
    begin(team, forced);
    int filled = 0;
    const auto pushAll = [&] {
        while (filled < m_ends.size() && m_flow.push(m_source, m_sink, m_effort))
            ++filled;
    };
    for (int end : std::as_const(m_ends))
        m_flow.setCapacity(end, 1);
    for (int party : std::as_const(m_parties))
        m_flow.setCapacity(party, 0);
    if (forced >= 0)
        pushAll();
    if (forced >= 0 && filled == 0)
        return false;
    for (int party = 0; party < m_parties.size(); ++party)
        m_flow.setCapacity(m_parties.at(party), forced >= 0 && m_kinds.at(forced).party == party ? 0 : 1);
    pushAll();
    const int different = filled;
    for (int party : std::as_const(m_parties))
        m_flow.setCapacity(party, int(m_candidates.size()));
    pushAll();
    return filled == m_ends.size() && (different >= parties || broken("parties"));
}

bool SeatSearch::fillsAll(Team team, const SeatTerms &terms)
{
    if (!fillsAll(team, terms.parties, -1))
        return false;
    QSet<int> others; // kinds of which the team has somebody else than the author
    QSet<int> indices;
    for (int c = 0; c < m_candidates.size(); ++c) {
        if ((team >> c & 1) != 0 && !m_candidates.at(c).isAuthor) {
            others.insert(m_candidates.at(c).kind);
            indices.insert(m_candidates.at(c).index);
        }
    }
    const QList<int> filled = filledBy(team);
    if (!terms.notAuthorAlone
        || std::any_of(filled.begin(), filled.end(), [&](int index) { return indices.contains(index); }))
        return true;
    return std::any_of(others.begin(), others.end(), [&](int kind) { return fillsAll(team, terms.parties, kind); });
}

/// No seat before stays empty for one after it.
int SeatSearch::fillInTurn(Team team)
{
    begin(team, -1);
    for (int party : std::as_const(m_parties))
        m_flow.setCapacity(party, int(m_candidates.size()));
    for (int end : std::as_const(m_ends))
        m_flow.setCapacity(end, 0);
    int filled = 0;
    for (qsizetype seat = 0; seat < m_ends.size() && filled < std::popcount(team); ++seat) {
        m_flow.setCapacity(m_ends.at(seat), 1);
        filled += m_flow.push(m_source, m_sink, m_effort) ? 1 : 0;
    }
    return filled;
}

QList<int> SeatSearch::filledBy(Team team) const
{
    // Of one kind somebody else goes before the author.
    QList<QList<int>> members(m_kinds.size());
    for (const bool author : {true, false}) {
        for (qsizetype c = m_candidates.size() - 1; c >= 0; --c) {
            if ((team >> c & 1) != 0 && m_candidates.at(c).isAuthor == author)
                members[m_candidates.at(c).kind].append(m_candidates.at(c).index);
        }
    }
    QList<int> filled(m_ends.size(), -1);
    for (const Arrival &arrival : m_arrivals) {
        if (m_flow.flow(arrival.edge) > 0)
            filled[arrival.seat] = members[arrival.kind].takeLast();
    }
    return filled;
}

QList<int> SeatSearch::fill(const SeatTerms &terms)
{
    QList<int> filled;
    // If all of them together are not enough, no team is.
    if (m_ends.size() > m_candidates.size() || !fillsAll(everybody(), 0, -1))
        return filled;
    anyTeam(terms, [&](Team team) {
        if (!fillsAll(team, terms))
            return false;
        filled = filledBy(team);
        return true;
    });
    return filled;
}

QList<int> SeatSearch::fillMost(const SeatTerms &terms)
{
    QList<int> best(m_ends.size(), -1);
    const int most = fillInTurn(everybody());
    int filled = 0;
    anyTeam(terms, [&](Team team) {
        if (const int now = fillInTurn(team); now > filled) {
            filled = now;
            best = filledBy(team);
        }
        return filled == most;
    });
    return best;
}

} // namespace packwarden
