// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/judge/quorum.h"

#include "models/core/base/breakable.h"
#include "models/core/judge/actor.h"
#include "models/core/judge/refusaldetail.h"
#include "models/core/judge/seatsearch.h"
#include "models/core/rules/seating.h"

#include <algorithm>
#include <iterator>

namespace packwarden {

namespace {

bool isHarmful(int layer)
{
    return layer >= 3;
}

QString describe(const QList<SeatFinding> &seats)
{
    OpenSeats open;
    for (const SeatFinding &seat : seats) {
        if (seat.filledBy < 0)
            open.seats.append(seat.candidates);
    }
    return open.text();
}

} // namespace

bool isOf(const Author &author, const SignatureFinding &signature)
{
    return signature.leaf.spkiSha256 == author.spkiSha256
        || (signature.rootSha256 == author.rootSha256 && signature.leaf.person == author.person);
}

std::optional<Error> whyNoSeat(
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
        const bool ownRoot
            = state.charter.positionsOfRoot(signature.rootSha256, state.memo.get()).contains(signature.position);
        if ((!ownRoot && !broken("own-root")) || (signature.leaf.issuerGeneratedKey && !broken("issuer-made-key")))
            return notAuthorised;
    }
    if (!broken("author-is-no-approver") && isOf(author, signature)
        && (seat.layer == 4 || !state.charter.authorMayFill.contains(signature.position)))
        return Error{Code::AuthorIsApprover, signature.leaf.commonName};
    return std::nullopt;
}

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
    for (int g = 0; g < rule->groups.size(); ++g) {
        const SeatGroup &group = rule->groups.at(g);
        // One list for all seats of the group. Two places of one successor stay two: each asks for somebody.
        const QList<Seat> places = fillers(group.of);
        for (int i = 0; i < group.atLeast; ++i)
            seats.append({capability, layer, places, false, -1, g});
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
    if (seats.isEmpty())
        return {Code::OutsidePolicy, capability.text()};
    return seats;
}

std::optional<Error> fillSeats(QList<SeatFinding> &seats, QList<SignatureFinding> &signatures, const Author &author,
    const PackState &state, Effort &effort, FoundationFloor floor, const QSet<int> &others)
{
    QList<int> usable;
    std::optional<Error> firstProblem;
    for (int i = 0; i < signatures.size(); ++i) {
        const SignatureFinding &signature = signatures.at(i);
        // The author's own was looked at before; those of other authors are ignored, good or bad.
        if (signature.meaning != Meaning::Approve)
            continue;
        const std::optional<Error> problem = signature.problem
            ? std::optional(Error{*signature.problem, signature.detail})
            : whyNoSeat(signature, seats.constFirst(), author, state);
        if (!problem)
            usable.append(i);
        else if (!firstProblem && !others.contains(i))
            firstProblem = problem;
    }
    const auto isAuthors = [&](int index) {
        return isOf(author, signatures.at(index));
    };
    QSet<int> authors;
    std::copy_if(usable.begin(), usable.end(), std::inserter(authors, authors.end()), isAuthors);
    // The foundation's floor for the layer, whatever the policy says. Where it says nothing, nothing is enough.
    const Foundation::LayerRule rule = state.foundation.layers.value(seats.constFirst().layer, {0, 0});
    const bool counts = floor == FoundationFloor::Counts;
    const bool enoughSeats = !counts || (rule.seats >= 1 && seats.size() >= rule.seats);
    SeatTerms terms;
    terms.onePerRoot = isHarmful(seats.constFirst().layer);
    terms.parties = counts ? rule.parties : 0;
    SeatSearch search(seats, signatures, usable, authors, state.charter, effort);
    const auto show = [&](const QList<int> &filled) {
        for (int s = 0; s < filled.size(); ++s)
            seats[s].filledBy = filled.at(s);
    };
    if (const QList<int> filled = search.fill(terms); enoughSeats && !filled.isEmpty()) {
        show(filled);
        for (int index : filled)
            signatures[index].counted = true;
        return std::nullopt;
    }
    show(search.fillMost(terms));
    // The author's own seat is never the only one: somebody else has to do, or nobody did.
    const bool authorAlone = std::all_of(seats.cbegin(), seats.cend(),
        [&](const SeatFinding &seat) { return seat.filledBy >= 0 && isAuthors(seat.filledBy); });
    for (SeatFinding &seat : seats)
        seat.filledBy = authorAlone ? -1 : seat.filledBy;
    SeatTerms eased = terms;
    eased.notAuthorAlone = false;
    if (enoughSeats && !search.fill(eased).isEmpty())
        return Error{Code::AuthorIsApprover, describe(seats)};
    if (effort.isExhausted())
        return Error{Code::TooComplex, seats.constFirst().capability.text()};
    if (firstProblem)
        return firstProblem;
    // Enough approvals, but some are the same voter's again.
    if (search.hasRepeated(terms) && usable.size() >= seats.size())
        return Error{Code::SignerRepeated, describe(seats)};
    return Error{Code::BelowQuorum, describe(seats)};
}

} // namespace packwarden
