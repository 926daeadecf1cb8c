// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The seats of a judged document: which are empty, how people count them, and which are for the one who looks.

#include "models/signoffs/signoffjudgement.h"

#include <algorithm>

namespace packwarden {

bool SignoffJudgement::isSeatMissing() const
{
    const auto isEmpty = [](const SeatFinding &seat) {
        return seat.filledBy < 0;
    };
    return std::any_of(packs.begin(), packs.end(), [&](const PackJudgement &pack) {
        if (pack.receipt || pack.unknown || !pack.verdict.refusal)
            return false;
        const QList<SeatFinding> &asked = pack.verdict.seats;
        switch (pack.verdict.refusal->code) {
        case Code::BelowQuorum:
            return true;
        case Code::AuthorIsApprover:
        case Code::SignerRepeated:
            // What stands there already does no harm once another has signed.
            return std::any_of(asked.begin(), asked.end(), isEmpty);
        default:
            return false;
        }
    });
}

int SignoffJudgement::placesFilled() const
{
    const QList<SeatPlace> all = places();
    return int(std::count_if(all.begin(), all.end(), [](const SeatPlace &place) { return place.filledBy >= 0; }));
}

std::optional<Seat> SignoffJudgement::authorSeat() const
{
    for (const SignatureFinding &signature : signatures) {
        const auto role = RoleId::parse(signature.leaf.role);
        if (signature.meaning == Meaning::Author && !signature.problem && role.ok())
            return Seat{signature.position, *role};
    }
    return std::nullopt;
}

QList<SeatPlace> placesOf(const QList<SeatFinding> &seats)
{
    struct Known
    {
        SeatPlace place;
        CapabilityId capability; ///< of the last seat in it
        bool byComing = false;
    };
    QList<Known> known;
    for (const SeatFinding &seat : seats) {
        if (seat.candidates.isEmpty())
            continue;
        QList<Seat> candidates = seat.candidates;
        std::sort(candidates.begin(), candidates.end(),
            [](const Seat &one, const Seat &other) { return one.text() < other.text(); });
        // Two seats of the same right are two signatures.
        const auto same = std::find_if(known.begin(), known.end(), [&](const Known &one) {
            return one.place.candidates == candidates && one.place.filledBy == seat.filledBy
                && (one.capability != seat.capability || one.byComing != seat.byComing);
        });
        if (same == known.end()) {
            known.append({{candidates, seat.filledBy, 1, seat.extra}, seat.capability, seat.byComing});
            continue;
        }
        ++same->place.seats;
        same->place.extra = same->place.extra || seat.extra;
        same->capability = seat.capability;
        same->byComing = seat.byComing;
    }
    QList<SeatPlace> places;
    for (const Known &one : std::as_const(known))
        places.append(one.place);
    return places;
}

OwnPart ownPart(
    const SignoffJudgement &judgement, const QList<Certificate> &chain, const TrustSnapshot &trust, qint64 now)
{
    OwnPart own;
    if (chain.isEmpty() || !judgement.content)
        return own;
    const QByteArray &leaf = chain.constFirst().sha256;
    if (judgement.isAuthorMissing && judgement.content->head().author == leaf) {
        own.wanted = Meaning::Author;
        return own;
    }
    const bool approved = std::any_of(judgement.signatures.begin(), judgement.signatures.end(),
        [&](const SignatureFinding &one) { return one.meaning == Meaning::Approve && one.leaf.sha256 == leaf; });
    const auto mine = [&](const Seat &seat) {
        return seat.role.text() == chain.constFirst().role;
    };
    if (approved || std::none_of(judgement.seatCandidates.begin(), judgement.seatCandidates.end(), mine))
        return own;
    for (const PackJudgement &pack : judgement.packs) {
        if (pack.receipt || pack.unknown)
            continue;
        const auto state = trust.stateOf(pack.serial, now);
        if (!state.ok())
            continue;
        own.offer = seatsOpenTo(chain, pack.verdict, *state);
        if (!own.offer.seats.isEmpty()) {
            own.wanted = Meaning::Approve;
            break;
        }
    }
    return own;
}

} // namespace packwarden
