// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/judge/seatoffer.h"

#include "models/core/judge/actor.h"
#include "models/core/judge/quorum.h"
#include "models/core/judge/seatsearch.h"

#include <algorithm>

namespace packwarden {

namespace {

const DocumentHead *headOf(const Verdict &verdict)
{
    return verdict.request ? &verdict.request->head
        : verdict.command  ? &verdict.command->head
        : verdict.policy   ? &verdict.policy->head
        : verdict.charter  ? &verdict.charter->head
                           : nullptr;
}

PackState comingOf(const Verdict &verdict, const PackState &state)
{
    PackState coming = state;
    if (verdict.policy)
        coming.policy = verdict.policy->policy;
    if (verdict.charter) {
        coming.charter = verdict.charter->charter;
        coming.policy = verdict.charter->policy.policy;
        coming.crls += verdict.heard;
    }
    return coming;
}

/// Seats that are judged together. A party that comes new agrees for itself.
bool areTogether(const SeatFinding &one, const SeatFinding &other)
{
    return one.capability == other.capability && one.byRole == other.byRole && one.byComing == other.byComing
        && !(one.byRole && one.byComing);
}

QList<QList<SeatFinding>> groupsOf(const QList<SeatFinding> &seats)
{
    QList<QList<SeatFinding>> groups;
    for (const SeatFinding &seat : seats) {
        const auto group = std::find_if(groups.begin(), groups.end(),
            [&](const QList<SeatFinding> &each) { return areTogether(each.constFirst(), seat); });
        if (group == groups.end())
            groups.append({seat});
        else
            group->append(seat);
    }
    return groups;
}

/// One person before the seats of one group.
class Applicant final
{
public:
    Applicant(const QList<Certificate> &chain, const Verdict &verdict, qint64 crlGrace)
        : m_chain(chain)
        , m_verdict(verdict)
        , m_crlGrace(crlGrace)
    {
    }

    /// Why no seat more of the group would be filled; none if one would.
    std::optional<Error> whyNot(const QList<SeatFinding> &seats, const PackState &state) const
    {
        const auto actor = judgeActorWithin(m_chain.constFirst(), m_chain.mid(1), m_crlGrace, state);
        if (!actor.ok())
            return actor.error();
        SignatureFinding mine;
        mine.leaf = actor->leaf;
        mine.rootSha256 = actor->rootSha256;
        mine.position = actor->position;
        const Author author = authorOr(mine);
        const SeatFinding &first = seats.constFirst();
        if (auto problem = whyNoSeat(mine, first, author, state))
            return problem;
        const bool isAuthors = isOf(author, mine);
        // His own seat is never the only one.
        if (isAuthors && seats.size() == 1)
            return Error{Code::AuthorIsApprover, mine.leaf.commonName};
        QList<SignatureFinding> signatures = m_verdict.signatures;
        QList<int> usable;
        QSet<int> authors;
        for (int i = 0; i < signatures.size(); ++i) {
            const SignatureFinding &one = signatures.at(i);
            if (one.meaning != Meaning::Approve || one.problem || whyNoSeat(one, first, author, state))
                continue;
            usable.append(i);
            if (isOf(author, one))
                authors.insert(i);
        }
        const int before = filled(seats, signatures, usable, authors, state);
        usable.append(int(signatures.size()));
        if (isAuthors)
            authors.insert(int(signatures.size()));
        signatures.append(mine);
        if (filled(seats, signatures, usable, authors, state) > before)
            return std::nullopt;
        return Error{Code::SignerRepeated, mine.leaf.commonName};
    }

private:
    /// Of a document that its author has not signed yet, he himself is known by his certificate alone.
    Author authorOr(const SignatureFinding &mine) const
    {
        const DocumentHead *head = headOf(m_verdict);
        for (const SignatureFinding &one : m_verdict.signatures) {
            if (head && one.meaning == Meaning::Author && !one.problem && one.leaf.sha256 == head->author)
                return {one.rootSha256, one.leaf.person, one.leaf.spkiSha256};
        }
        if (head && mine.leaf.sha256 == head->author)
            return {mine.rootSha256, mine.leaf.person, mine.leaf.spkiSha256};
        return {};
    }

    static int filled(const QList<SeatFinding> &seats, const QList<SignatureFinding> &signatures,
        const QList<int> &usable, const QSet<int> &authors, const PackState &state)
    {
        Effort effort;
        SeatTerms terms;
        terms.onePerRoot = seats.constFirst().layer >= 3;
        SeatSearch search(seats, signatures, usable, authors, state.charter, effort);
        if (const QList<int> all = search.fill(terms); !all.isEmpty())
            return int(all.size());
        const QList<int> by = search.fillMost(terms);
        // As at the pack, the author fills nothing where no other does.
        if (std::all_of(by.begin(), by.end(), [&](int index) { return authors.contains(index); }))
            return 0;
        return int(std::count_if(by.begin(), by.end(), [](int index) { return index >= 0; }));
    }

    const QList<Certificate> &m_chain;
    const Verdict &m_verdict;
    qint64 m_crlGrace = 0;
};

} // namespace

SeatOffer seatsOpenTo(const QList<Certificate> &chain, const Verdict &verdict, const PackState &state)
{
    SeatOffer offer;
    const auto role = chain.isEmpty() ? Result<RoleId>(Code::Malformed) : RoleId::parse(chain.constFirst().role);
    if (!role.ok())
        return offer;
    int layer = 1;
    for (const SeatFinding &seat : verdict.seats)
        layer = std::max(layer, seat.layer);
    const bool areRules = verdict.policy || verdict.charter;
    const Applicant applicant(chain, verdict, areRules ? 0 : state.charter.crlGrace.value(layer));
    const PackState coming = comingOf(verdict, state);
    std::optional<Error> problem;
    for (const QList<SeatFinding> &group : groupsOf(verdict.seats)) {
        const PackState &asked = group.constFirst().byComing ? coming : state;
        const Role *held = asked.policy.role(*role);
        const Seat mine{held ? held->position : PositionId(), *role};
        QList<SeatFinding> empty;
        std::copy_if(group.begin(), group.end(), std::back_inserter(empty),
            [](const SeatFinding &seat) { return seat.filledBy < 0; });
        const auto isMine = [&](const SeatFinding &seat) {
            return seat.candidates.contains(mine);
        };
        if (empty.isEmpty() || std::none_of(group.begin(), group.end(), isMine))
            continue;
        const auto why = applicant.whyNot(group, asked);
        QList<SeatFinding> open;
        std::copy_if(empty.begin(), empty.end(), std::back_inserter(open), isMine);
        // Another may move to an empty seat, from one that this person then takes.
        if (!why)
            offer.seats += open.isEmpty() ? empty : open;
        else if (!problem && !open.isEmpty())
            problem = why;
    }
    if (offer.seats.isEmpty())
        offer.whyNot = problem;
    return offer;
}

} // namespace packwarden
