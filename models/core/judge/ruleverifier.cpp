// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/breakable.h"
#include "models/core/documents/amendment.h"
#include "models/core/documents/documentfile.h"
#include "models/core/judge/intake.h"
#include "models/core/judge/rulejudgement.h"
#include "models/core/judge/verifier.h"
#include "models/core/rules/seating.h"

namespace packwarden {

namespace {

using By = RuleJudgement::By;

/// What the rules must be in themselves and to each other. False if they make no sense, so that nobody can tell what
/// they touch and which seats they have.
bool checkRules(RuleJudgement &judge, const PackState &coming)
{
    bool sound = true;
    for (const Result<> &result : {checkCharter(coming.charter, coming.policy, coming.foundation),
             checkPolicy(coming.policy, coming.charter, coming.foundation, coming.silicon)}) {
        judge.refuse(result);
        sound = sound && (result.ok() || result.code() != Code::Malformed);
    }
    judge.checkValues();
    return sound;
}

/// That somebody can change them again: the last reason, so nothing else may be wrong with the document.
void checkWayBack(RuleJudgement &judge, const PackState &coming)
{
    if (!judge.isRefused() && !broken("lock-out"))
        judge.refuse(checkReachable(coming.policy, coming.charter, coming.foundation, coming.now));
}

/// The lists that came along and that the pack would take under the new charter. The others say nothing: what is stale,
/// held already, or of a stranger is not needed to judge anybody.
Result<QList<CrlEntry>> takeLists(const QList<QByteArray> &entries, PackState &coming, Effort &effort)
{
    // Each is tried with every root and every other list of its name.
    QMap<QByteArray, int> bearers;
    QList<QByteArray> names;
    for (const QByteArray &entry : entries) {
        const auto list = decodeCrlEntry(entry);
        names.append(list.ok() ? list->crl.issuerDer : QByteArray());
    }
    for (const Certificate &root : coming.anchors().roots)
        ++bearers[root.subjectDer];
    for (const CrlEntry &held : std::as_const(coming.crls))
        ++bearers[held.crl.issuerDer];
    for (const QByteArray &name : std::as_const(names))
        ++bearers[name];
    // An authority's list needs its root's, so what was not taken at first may be taken after.
    constexpr int rounds = 2;
    for (const QByteArray &name : std::as_const(names)) {
        if (!effort.spend(rounds * bearers.value(name) * Effort::perSignature))
            return {Code::TooComplex, QStringLiteral("lists")};
    }
    const QList<CrlEntry> held = coming.crls;
    for (int round = 0; round < rounds; ++round) {
        for (const QByteArray &entry : entries) {
            if (const auto lists = takeCrl(entry, coming); lists.ok())
                coming.crls = *lists;
        }
    }
    QList<CrlEntry> taken;
    for (const CrlEntry &entry : std::as_const(coming.crls)) {
        if (!held.contains(entry))
            taken.append(entry);
    }
    return taken;
}

/// Everybody who comes new into a position agrees, by the role that the new charter names for it.
void requireNewcomers(RuleJudgement &judge, const QList<PositionId> &positions, const PackState &coming, Amendment kind)
{
    for (const PositionId &position : positions) {
        if (broken("newcomers-agree"))
            break;
        SeatFinding seat;
        seat.capability = CapabilityId::fromTrusted(amendmentName(kind));
        seat.candidates = {{position, coming.charter.positions.value(position).signatory}};
        seat.byRole = true;
        judge.require({seat}, By::Coming);
    }
}

/// What the foundation asks for this kind of change, by the present rules.
void requireFoundation(RuleJudgement &judge, const PackState &state, Amendment kind)
{
    const QList<Seat> named = state.foundation.amendments.value(amendmentName(kind));
    if (named.isEmpty()) {
        judge.refuse(Error{Code::OutsideCharter, amendmentName(kind)});
        return;
    }
    QList<SeatFinding> seats;
    for (const Seat &place : named) {
        SeatFinding seat;
        seat.capability = CapabilityId::fromTrusted(amendmentName(kind));
        seat.layer = std::max(3, state.silicon.layers.value(seat.capability, 4));
        seat.candidates = {seating::fillerOf(place, state.charter, state.now)};
        seat.byRole = true;
        seats.append(seat);
    }
    if (!broken("foundation-seats"))
        judge.require(seats, By::Present);
}

std::optional<Error> checkLife(const CharterChange &change, const PackState &state)
{
    if (change.amendment != Amendment::First)
        return judgement::checkInService(state);
    // The pack can answer for what it holds before the parties rely on it: foundation and certificate come first.
    if (state.lifeCycle != LifeCycle::Limited || !state.charterDocument.isEmpty() || state.deviceChain.isEmpty())
        return Error{Code::WrongState, lifeCycleName(state.lifeCycle)};
    return std::nullopt;
}

void judgeFirst(RuleJudgement &judge, const CharterChange &change, const PackState &state, const PackState &coming)
{
    judge.checkVersion(change.charter.version, 0);
    judge.checkVersion(change.policy.policy.version, 0);
    if (!change.previous.isEmpty() || !change.policy.previous.isEmpty())
        judge.refuse(Error{Code::StaleBase, amendmentName(change.amendment)});
    const auto maker = PositionId::fromTrusted(QStringLiteral("manufacturer"));
    const bool ours
        = !state.manufacturerRoot.isEmpty() && change.charter.positions.value(maker).rootDer == state.manufacturerRoot;
    if (!ours && !broken("manufacturer-root"))
        judge.refuse(Error{Code::UnknownIssuer, maker.text()});
    requireNewcomers(judge, change.charter.positions.keys(), coming, change.amendment);
}

/// A pack speaks by a certificate under its manufacturer's root. Under another root nobody could believe it any more,
/// and nothing but provisioning changes it.
void checkOwnVoice(RuleJudgement &judge, const PackState &state, const PackState &coming)
{
    const PositionId manufacturer = PositionId::fromTrusted(QStringLiteral("manufacturer"));
    const QByteArray rootDer = coming.charter.positions.value(manufacturer).rootDer;
    if (state.deviceChain.isEmpty() || rootDer == state.charter.positions.value(manufacturer).rootDer)
        return;
    const auto root = Certificate::fromDer(rootDer);
    const auto top = Certificate::fromDer(state.deviceChain.constLast());
    if (!root.ok() || !top.ok() || !isIssuedBy(*top, *root))
        judge.refuse(Error{Code::WouldLockOut, QStringLiteral("certificate of the pack")});
}

void judgeAmendment(
    RuleJudgement &judge, const CharterChange &change, const PackState &state, const PackState &coming, bool sound)
{
    judge.checkVersion(change.charter.version, state.charter.version);
    judge.checkVersion(change.policy.policy.version, state.policy.version);
    judge.checkPrevious(change.previous, state.charterDocument);
    judge.checkPrevious(change.policy.previous, state.policyDocument);
    if (!broken("kind-of-amendment"))
        judge.refuse(amendment::checkKind(change, state.charter, state.policy));
    checkOwnVoice(judge, state, coming);
    requireFoundation(judge, state, change.amendment);
    requireNewcomers(judge, amendment::newlyFilled(state.charter, change.charter), coming, change.amendment);
    if (amendment::isSwap(change.amendment) || !sound)
        return;
    const auto touched
        = touchedCapabilities(state.policy, change.policy.policy, state.charter, change.charter, state.silicon);
    // To end a party by a date takes what it takes to remove it at once, which would change the policy.
    if (amendment::changesPolicy(state.policy, change.policy.policy)
        || !amendment::shortened(state.charter, change.charter).isEmpty())
        judge.requirePolicySeats(touched);
    else
        judge.requireTouched(touched);
}

bool wasApplied(Verdict &verdict, const PackState &state)
{
    verdict.alreadyApplied = state.receipts.contains(verdict.payloadSha256);
    return verdict.alreadyApplied;
}

} // namespace

Verdict verifyPolicy(const QByteArray &bytes, const PackState &state)
{
    if (!state.memo.get())
        return verifyPolicy(bytes, state.remembering());
    Verdict verdict;
    const auto document = judgement::open(bytes, contenttype::policy, verdict);
    if (!document)
        return verdict;
    const auto change = PolicyChange::decode(document->payload);
    if (!change.ok()) {
        verdict.refusal = change.error();
        return verdict;
    }
    verdict.policy = *change;
    if (wasApplied(verdict, state))
        return verdict;
    PackState coming = state;
    coming.policy = change->policy;
    RuleJudgement judge(verdict, *document, state, coming);
    judge.findAuthor(change->head, By::Present);
    if (judge.hasAuthor())
        judge.judgeByComing();
    judge.refuse(judgement::checkHead(change->head, verdict, state));
    judge.refuse(judgement::checkInService(state));
    if (state.lock.locked)
        judge.refuse(Error{Code::TheftLocked, state.serial.text()});
    if (change->policy.charterSha256 != state.charter.bodySha256() && !broken("charter-of-policy"))
        judge.refuse(Error{Code::WrongCharter, QString::number(state.charter.version)});
    judge.checkVersion(change->policy.version, state.policy.version);
    judge.checkPrevious(change->previous, state.policyDocument);
    if (checkRules(judge, coming)) {
        judge.requirePolicySeats(
            touchedCapabilities(state.policy, change->policy, state.charter, state.charter, state.silicon));
    }
    checkWayBack(judge, coming);
    judge.conclude();
    return verdict;
}

Verdict verifyCharter(const QByteArray &bytes, const PackState &state)
{
    if (!state.memo.get())
        return verifyCharter(bytes, state.remembering());
    Verdict verdict;
    const auto upload = CharterUpload::decode(bytes);
    if (!upload.ok()) {
        verdict.refusal = upload.error();
        return verdict;
    }
    const auto document = judgement::open(upload->document, contenttype::charter, verdict);
    if (!document)
        return verdict;
    const auto change = CharterChange::decode(document->payload);
    if (!change.ok()) {
        verdict.refusal = change.error();
        return verdict;
    }
    verdict.charter = *change;
    if (wasApplied(verdict, state))
        return verdict;
    const bool first = change->amendment == Amendment::First;
    PackState coming = state;
    coming.charter = change->charter;
    coming.policy = change->policy.policy;
    RuleJudgement judge(verdict, *document, state, coming);
    const auto life = checkLife(*change, state);
    judge.refuse(life);
    if (!first)
        judge.findAuthor(change->head, By::Present);
    // The document's own roots and lists are listened to where somebody who is known speaks for them, and where a pack
    // waits for its first.
    QList<CrlEntry> lists;
    if (first ? !life : judge.hasAuthor()) {
        const auto taken = takeLists(upload->crls, coming, judge.effort());
        if (!taken.ok())
            judge.refuse(taken.error());
        if (taken.ok() && judge.judgeByComing()) {
            lists = *taken;
            if (first)
                judge.findAuthor(change->head, By::Coming);
        }
    }
    judge.refuse(judgement::checkHead(change->head, verdict, state));
    const bool sound = checkRules(judge, coming);
    if (first)
        judgeFirst(judge, *change, state, coming);
    else
        judgeAmendment(judge, *change, state, coming, sound);
    checkWayBack(judge, coming);
    judge.conclude();
    verdict.heard = lists;
    if (verdict.accepted())
        verdict.lists = lists;
    return verdict;
}

} // namespace packwarden
