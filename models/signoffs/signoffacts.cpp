// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/signoffs/signoffacts.h"

#include "models/signoffs/signoffdocument.h"
#include "models/workspace/session.h"

#include <algorithm>

namespace packwarden {

namespace {

/// One pack that is ready or refuses does not keep the seats of the others from being filled.
bool isOpen(SignoffState state)
{
    return state == SignoffState::Draft || state == SignoffState::Collecting || state == SignoffState::RefusedByPack
        || state == SignoffState::Unjudged;
}

bool isOver(SignoffState state)
{
    return state == SignoffState::Applied || state == SignoffState::Expired || state == SignoffState::Withdrawn;
}

bool mayReject(const SignoffDocument &document, const Identity &me)
{
    const SignoffState state = document.state();
    return state != SignoffState::Rejected && state != SignoffState::PartlyApplied
        && document.judgement().seatCandidates.contains({me.position, me.role}) && !document.hasSigned(Meaning::Approve)
        && !document.hasSigned(Meaning::Author);
}

} // namespace

bool isDeliverable(const SignoffJudgement &judgement)
{
    switch (judgement.state) {
    case SignoffState::Ready:
    case SignoffState::PartlyApplied:
        return true;
    case SignoffState::RefusedByPack:
        // It may go again once what the pack lacked is there, and not while a seat is empty.
        return !judgement.isSeatMissing();
    case SignoffState::Collecting:
        // Rules go to each pack for itself.
        return judgement.content && judgement.content->areRules()
            && std::any_of(judgement.packs.begin(), judgement.packs.end(),
                [](const PackJudgement &pack) { return !pack.unknown && !pack.receipt && pack.verdict.accepted(); });
    default:
        return false;
    }
}

std::optional<Error> whyNotDelivered(const SignoffDocument &document)
{
    const SignoffJudgement &judgement = document.judgement();
    if (!judgement.content) {
        Error error = judgement.problem.value_or(Error{Code::Malformed, {}});
        error.reason = Kept::Unreadable;
        return error;
    }
    if (document.file().document.signatures.isEmpty())
        return Error{Code::BelowQuorum, QStringLiteral("not signed by its author"), Kept::Unsigned};
    if (judgement.state == SignoffState::Rejected) {
        const VoiceFinding *voice = judgement.heard(VoiceFinding::Kind::Rejection);
        return Error{Code::WrongState, QStringLiteral("rejected by %1: %2").arg(voice->leaf.commonName, voice->reason),
            Kept::Rejected};
    }
    if (judgement.state == SignoffState::Withdrawn)
        return Error{Code::Withdrawn, {}, Kept::Withdrawn};
    return std::nullopt;
}

SignoffActs actsOf(const SignoffDocument &document, const Session &session)
{
    const SignoffJudgement &judgement = document.judgement();
    SignoffActs acts;
    acts.isOpen = isOpen(judgement.state);
    acts.deliver = isDeliverable(judgement);
    acts.ask = !acts.deliver && !document.isBusy() && judgement.state != SignoffState::Applied
        && !judgement.packs.isEmpty() && !whyNotDelivered(document);
    if (document.isBusy())
        return acts;
    if (acts.isOpen)
        acts.sign = judgement.own.wanted;
    if (!session.isSignedIn() || !judgement.content || isOver(judgement.state))
        return acts;
    acts.reject = mayReject(document, session.identity());
    acts.withdraw = document.hasSigned(Meaning::Author) || document.hasSigned(Meaning::Approve);
    return acts;
}

} // namespace packwarden
