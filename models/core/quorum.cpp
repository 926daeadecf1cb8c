// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quorum.h"

#include "access.h"
#include "seating.h"

#include <algorithm>
#include <functional>

namespace packwarden {

namespace {

bool isHarmful(int layer)
{
    return layer >= 3;
}

bool isAuthor(const SignatureFinding &signature, const Author &author)
{
    return signature.leaf.spkiSha256 == author.spkiSha256
        || (signature.rootSha256 == author.rootSha256 && signature.leaf.person == author.person);
}

/// Why this signature cannot fill a seat of the capability at all; none if it could.
std::optional<Error> whyNot(
    const SignatureFinding &signature, const SeatFinding &seat, const Author &author, const PackState &state)
{
    const Error notAuthorised{Code::SignerNotAuthorised, signature.leaf.commonName};
    const auto role = RoleId::parse(signature.leaf.role);
    if (!role.ok())
        return notAuthorised;
    if (!seat.byRole
        && !grantFor({signature.leaf, signature.rootSha256, *role, signature.position}, seat.capability, state))
        return notAuthorised;
    if (isHarmful(seat.layer)) {
        // The party itself must answer for the person, and nobody else may ever have held the key.
        const bool ownRoot = state.charter.positionsOfRoot(signature.rootSha256).contains(signature.position);
        if (!ownRoot || signature.leaf.issuerGeneratedKey)
            return notAuthorised;
    }
    if (isAuthor(signature, author) && (seat.layer == 4 || !state.charter.authorMayFill.contains(signature.position)))
        return Error{Code::AuthorIsApprover, signature.leaf.commonName};
    return std::nullopt;
}

bool fits(const SignatureFinding &signature, const SeatFinding &seat)
{
    const Seat place{signature.position, RoleId::fromTrusted(signature.leaf.role)};
    return seat.candidates.contains(place);
}

/// The units that may fill one seat each: signatures of one root (layers 3, 4), or of one person or key, are one voter.
QList<QList<int>> votersOf(const QList<int> &usable, const QList<SignatureFinding> &signatures, bool byRoot)
{
    QList<QList<int>> voters;
    for (int index : usable) {
        const SignatureFinding &mine = signatures.at(index);
        const auto same = [&](int other) {
            const SignatureFinding &o = signatures.at(other);
            return (byRoot && o.rootSha256 == mine.rootSha256) || o.leaf.spkiSha256 == mine.leaf.spkiSha256
                || (o.rootSha256 == mine.rootSha256 && o.leaf.person == mine.leaf.person);
        };
        // A signature may join two voters (same person as one, same key as another): they are all one then.
        QList<int> merged{index};
        for (qsizetype v = voters.size() - 1; v >= 0; --v) {
            if (std::any_of(voters.at(v).begin(), voters.at(v).end(), same))
                merged += voters.takeAt(v);
        }
        std::sort(merged.begin(), merged.end());
        voters.append(merged);
    }
    return voters;
}

/// Maximum bipartite matching by augmenting paths. Returns for each seat the index of its signature, or -1.
QList<int> match(
    const QList<SeatFinding> &seats, const QList<QList<int>> &voters, const QList<SignatureFinding> &signatures)
{
    QList<int> voterSeat(voters.size(), -1);
    QList<int> seatSignature(seats.size(), -1);
    QList<bool> visited;
    const std::function<bool(int)> place = [&](int seat) {
        for (int v = 0; v < voters.size(); ++v) {
            if (visited.at(v))
                continue;
            const auto fitting = std::find_if(voters.at(v).begin(), voters.at(v).end(),
                [&](int index) { return fits(signatures.at(index), seats.at(seat)); });
            if (fitting == voters.at(v).end())
                continue;
            visited[v] = true;
            if (voterSeat.at(v) < 0 || place(voterSeat.at(v))) {
                voterSeat[v] = seat;
                seatSignature[seat] = *fitting;
                return true;
            }
        }
        return false;
    };
    for (int seat = 0; seat < seats.size(); ++seat) {
        visited = QList<bool>(voters.size(), false);
        place(seat);
    }
    return seatSignature;
}

/// Among all ways to fill all seats, one with as many parties as the foundation asks for. At most 16 signatures and no
/// situation looked at twice, so it ends soon.
class PartySearch final
{
public:
    PartySearch(const QList<SeatFinding> &seats, const QList<QList<int>> &voters,
        const QList<SignatureFinding> &signatures, const PackState &state)
        : m_seats(seats)
        , m_voters(voters)
        , m_signatures(signatures)
        , m_state(state)
        , m_rule(state.foundation.layers.value(seats.constFirst().layer))
    {
    }
    /// The signature of each seat; empty if there is no such way.
    QList<int> run()
    {
        const bool found = m_rule.seats >= 1 && m_seats.size() >= m_rule.seats && place(0, 0, {});
        return found ? m_filled : QList<int>();
    }

private:
    bool place(int seat, quint32 used, const QStringList &parties)
    {
        if (seat == m_seats.size())
            return parties.size() >= m_rule.parties;
        const auto situation = std::pair(used, parties);
        if (m_seen.contains(situation))
            return false;
        m_seen.insert(situation);
        for (int v = 0; v < m_voters.size(); ++v) {
            if (used & (1U << v))
                continue;
            for (int index : m_voters.at(v)) {
                if (!fits(m_signatures.at(index), m_seats.at(seat)))
                    continue;
                m_filled.append(index);
                if (place(seat + 1, used | (1U << v), with(parties, index)))
                    return true;
                m_filled.removeLast();
            }
        }
        return false;
    }
    QStringList with(QStringList parties, int index) const
    {
        const QString party = m_state.charter.positions.value(m_signatures.at(index).position).party;
        if (!parties.contains(party))
            parties.append(party);
        parties.sort();
        return parties;
    }

    const QList<SeatFinding> &m_seats;
    const QList<QList<int>> &m_voters;
    const QList<SignatureFinding> &m_signatures;
    const PackState &m_state;
    const Foundation::LayerRule m_rule;
    QSet<std::pair<quint32, QStringList>> m_seen;
    QList<int> m_filled;
};

QString describe(const QList<SeatFinding> &seats)
{
    QStringList missing;
    for (const SeatFinding &seat : seats) {
        if (seat.filledBy >= 0)
            continue;
        QStringList names;
        for (const Seat &candidate : seat.candidates)
            names.append(candidate.text());
        missing.append(names.join(u'|'));
    }
    return missing.join(QStringLiteral(", "));
}

/// The foundation's floor for the layer, whatever the policy says.
bool meetsFoundation(const QList<SeatFinding> &seats, const QList<SignatureFinding> &signatures, const PackState &state)
{
    const Foundation::LayerRule rule = state.foundation.layers.value(seats.constFirst().layer);
    QSet<QString> parties;
    int filled = 0;
    for (const SeatFinding &seat : seats) {
        if (seat.filledBy < 0)
            continue;
        ++filled;
        // The party is the one in the signer's position, whatever root certified him.
        parties.insert(state.charter.positions.value(signatures.at(seat.filledBy).position).party);
    }
    return rule.seats >= 1 && filled >= rule.seats && parties.size() >= rule.parties;
}

} // namespace

Result<QList<SeatFinding>> requiredSeats(
    const CapabilityId &capability, int layer, bool beyondSoftLimit, bool beyondStep, const PackState &state)
{
    const auto rule = state.policy.seats.constFind(capability);
    if (rule == state.policy.seats.constEnd())
        return {Code::OutsidePolicy, capability.text()};
    QList<SeatFinding> seats;
    // Where a position has no party in force, its successor fills the seat.
    const auto filler = [&](const Seat &seat) {
        return seating::fillerOf(seat, state.charter, state.now);
    };
    const auto fillers = [&](const QList<Seat> &of) {
        QList<Seat> list;
        for (const Seat &seat : of)
            list.append(filler(seat));
        return list;
    };
    QList<Seat> single = rule->all;
    for (const Seat &seat : state.charter.mandatorySeats.value(capability)) {
        if (!single.contains(seat))
            single.append(seat);
    }
    for (const Seat &seat : single)
        seats.append({capability, layer, {filler(seat)}, false, -1});
    for (const SeatGroup &group : rule->groups) {
        for (int i = 0; i < group.atLeast; ++i)
            seats.append({capability, layer, fillers(group.of), false, -1});
    }
    if (beyondSoftLimit) {
        if (!rule->beyondSoftLimit)
            return {Code::OutsidePolicy, capability.text()};
        seats.append({capability, layer, {filler(*rule->beyondSoftLimit)}, true, -1});
    }
    if (beyondStep) {
        if (!rule->beyondStep)
            return {Code::StepTooLarge, capability.text()};
        if (!(beyondSoftLimit && rule->beyondStep == rule->beyondSoftLimit))
            seats.append({capability, layer, {filler(*rule->beyondStep)}, true, -1});
    }
    return seats;
}

std::optional<Error> fillSeats(QList<SeatFinding> &seats, QList<SignatureFinding> &signatures, const Author &author,
    const PackState &state, FoundationFloor floor, const QSet<int> &others)
{
    QList<int> usable;
    std::optional<Error> firstProblem;
    for (int i = 0; i < signatures.size(); ++i) {
        const SignatureFinding &signature = signatures.at(i);
        std::optional<Error> problem;
        if (signature.problem)
            problem = Error{*signature.problem, signature.detail};
        else if (signature.meaning == Meaning::Approve)
            problem = whyNot(signature, seats.constFirst(), author, state);
        else
            continue;
        if (!problem)
            usable.append(i);
        else if (!firstProblem && !others.contains(i))
            firstProblem = problem;
    }
    const bool byRoot = isHarmful(seats.constFirst().layer);
    const auto fill = [&](const QList<int> &from) {
        const QList<QList<int>> voters = votersOf(from, signatures, byRoot);
        const QList<int> filled = match(seats, voters, signatures);
        for (int s = 0; s < seats.size(); ++s)
            seats[s].filledBy = filled.at(s);
        if (filled.contains(-1) || floor == FoundationFloor::Exempt || meetsFoundation(seats, signatures, state))
            return !filled.contains(-1);
        const QList<int> wider = PartySearch(seats, voters, signatures, state).run();
        for (int s = 0; s < wider.size(); ++s)
            seats[s].filledBy = wider.at(s);
        return !wider.isEmpty();
    };
    const auto isAuthors = [&](int index) {
        return isAuthor(signatures.at(index), author);
    };
    const auto authorAlone = [&] {
        return std::all_of(
            seats.begin(), seats.end(), [&](const SeatFinding &seat) { return isAuthors(seat.filledBy); });
    };
    bool complete = fill(usable);
    if (complete && authorAlone()) {
        // The author's own seat is never the only one: somebody else has to do, or nobody did.
        QList<int> remaining = usable;
        remaining.removeIf(isAuthors);
        complete = fill(remaining);
        if (!complete)
            return Error{Code::AuthorIsApprover, describe(seats)};
    }
    if (complete) {
        for (const SeatFinding &seat : seats)
            signatures[seat.filledBy].counted = true;
        return std::nullopt;
    }
    if (firstProblem)
        return firstProblem;
    // Enough approvals, but some are the same voter's again.
    if (votersOf(usable, signatures, byRoot).size() < usable.size() && usable.size() >= seats.size())
        return Error{Code::SignerRepeated, describe(seats)};
    return Error{Code::BelowQuorum, describe(seats)};
}

} // namespace packwarden
