// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quorum.h"

#include "access.h"

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
    if (!role.ok()
        || !grantFor({signature.leaf, signature.rootSha256, *role, signature.position}, seat.capability, state))
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
    QList<Seat> single = rule->all;
    for (const Seat &seat : state.charter.mandatorySeats.value(capability)) {
        if (!single.contains(seat))
            single.append(seat);
    }
    for (const Seat &seat : single)
        seats.append({capability, layer, {seat}, false, -1});
    for (const SeatGroup &group : rule->groups) {
        for (int i = 0; i < group.atLeast; ++i)
            seats.append({capability, layer, group.of, false, -1});
    }
    if (beyondSoftLimit) {
        if (!rule->beyondSoftLimit)
            return {Code::OutsidePolicy, capability.text()};
        seats.append({capability, layer, {*rule->beyondSoftLimit}, true, -1});
    }
    if (beyondStep) {
        if (!rule->beyondStep)
            return {Code::StepTooLarge, capability.text()};
        if (!(beyondSoftLimit && rule->beyondStep == rule->beyondSoftLimit))
            seats.append({capability, layer, {*rule->beyondStep}, true, -1});
    }
    return seats;
}

std::optional<Error> fillSeats(QList<SeatFinding> &seats, QList<SignatureFinding> &signatures, const Author &author,
    const PackState &state, FoundationFloor floor)
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
        else if (!firstProblem)
            firstProblem = problem;
    }
    const bool byRoot = isHarmful(seats.constFirst().layer);
    const auto fill = [&](const QList<int> &from) {
        const QList<int> filled = match(seats, votersOf(from, signatures, byRoot), signatures);
        for (int s = 0; s < seats.size(); ++s)
            seats[s].filledBy = filled.at(s);
        return !filled.contains(-1) && (floor == FoundationFloor::Exempt || meetsFoundation(seats, signatures, state));
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
        QList<int> others = usable;
        others.removeIf(isAuthors);
        complete = fill(others);
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
