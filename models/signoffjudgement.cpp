// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signoffjudgement.h"

#include "auditstore.h"
#include "cbor.h"

#include <algorithm>

namespace packwarden {

namespace {

constexpr int deliveriesLookedAt = 1000;

/// The pack as it stood when it applied the request: what its receipt is to be read against.
PackState before(PackState state, const PackChanges &changes, const Receipt &receipt)
{
    for (const ParameterChange &change : changes.changes)
        state.values.insert(change.parameter, {change.from, change.revision, std::nullopt, 0});
    state.now = receipt.at;
    return state;
}

std::optional<Receipt> findReceipt(const DocumentFile &file, const PackSerial &serial, const TrustSnapshot &trust)
{
    for (const QByteArray &bytes : file.receipts) {
        const auto receipt = verifyReceipt(bytes, file.document, serial, trust.pinned.charter, trust.crlsOf(serial));
        if (receipt.ok())
            return *receipt;
    }
    return std::nullopt;
}

SignoffState stateOf(const SignoffJudgement &judgement, qint64 now)
{
    const auto &packs = judgement.packs;
    const int receipts = judgement.receipts();
    if (receipts == packs.size())
        return SignoffState::Applied;
    if (judgement.heard(VoiceFinding::Kind::Withdrawal))
        return SignoffState::Withdrawn;
    if (receipts > 0)
        return SignoffState::PartlyApplied;
    if (now >= judgement.request->head.expires)
        return SignoffState::Expired;
    if (judgement.heard(VoiceFinding::Kind::Rejection))
        return SignoffState::Rejected;
    const auto refusedFor = [](Code code) {
        return [code](const PackJudgement &pack) {
            return !pack.unknown && pack.verdict.refusal && pack.verdict.refusal->code == code;
        };
    };
    if (std::any_of(packs.begin(), packs.end(), refusedFor(Code::StaleBase)))
        return SignoffState::Stale;
    if (std::any_of(packs.begin(), packs.end(), [](const PackJudgement &pack) { return pack.lastRefusal.has_value(); }))
        return SignoffState::RefusedByPack;
    if (std::all_of(packs.begin(), packs.end(), [](const PackJudgement &pack) { return pack.unknown.has_value(); }))
        return SignoffState::Unjudged;
    if (std::all_of(packs.begin(), packs.end(),
            [](const PackJudgement &pack) { return !pack.unknown && pack.verdict.accepted(); }))
        return SignoffState::Ready;
    if (judgement.signatures.isEmpty())
        return SignoffState::Draft;
    if (std::any_of(packs.begin(), packs.end(), refusedFor(Code::BelowQuorum))) {
        const bool approved = std::any_of(judgement.signatures.begin(), judgement.signatures.end(),
            [](const SignatureFinding &signature) { return signature.meaning == Meaning::Approve; });
        return approved ? SignoffState::Collecting : SignoffState::Draft;
    }
    if (std::any_of(packs.begin(), packs.end(),
            [](const PackJudgement &pack) { return !pack.unknown && pack.verdict.refusal.has_value(); }))
        return SignoffState::Refused;
    return SignoffState::Unjudged;
}

/// What packs would know of the file's withdrawals, once they are carried there.
QList<KeptWithdrawal> keptBy(const SignoffJudgement &judgement)
{
    QList<KeptWithdrawal> kept;
    for (const VoiceFinding &voice : judgement.voices) {
        if (voice.kind == VoiceFinding::Kind::Withdrawal && voice.heard())
            kept.append(
                {judgement.payloadSha256, judgement.request->head.expires, voice.rootSha256, voice.leaf.person});
    }
    return kept;
}

} // namespace

int SignoffJudgement::seatsFilled() const
{
    return int(std::count_if(seats.begin(), seats.end(), [](const SeatFinding &seat) { return seat.filledBy >= 0; }));
}

int SignoffJudgement::receipts() const
{
    return int(
        std::count_if(packs.begin(), packs.end(), [](const PackJudgement &pack) { return pack.receipt.has_value(); }));
}

const VoiceFinding *SignoffJudgement::heard(VoiceFinding::Kind kind) const
{
    const auto voice = std::find_if(
        voices.begin(), voices.end(), [&](const VoiceFinding &one) { return one.kind == kind && one.heard(); });
    return voice == voices.end() ? nullptr : &*voice;
}

RefusedDeliveries refusedDeliveries(const AuditStore &audit)
{
    RefusedDeliveries refused;
    QSet<std::pair<QByteArray, PackSerial>> seen;
    AuditFilter filter;
    filter.action = QLatin1String(auditaction::deliverRequest);
    for (const AuditRecord &record : audit.page(filter, 0, deliveriesLookedAt)) {
        if (record.outcome == QLatin1String(auditoutcome::begun))
            continue;
        const auto decoded = cbor::decode(record.detail);
        const QCborMap detail = decoded.ok() ? decoded->toMap() : QCborMap();
        const QByteArray document = detail.value(QLatin1String("document")).toByteArray();
        const auto serial = PackSerial::parse(detail.value(QLatin1String("pack")).toString());
        if (!serial.ok() || document.isEmpty() || seen.contains({document, *serial}))
            continue;
        seen.insert({document, *serial});
        const auto code = codeFromName(record.outcome);
        // Only a pack's own reasons are its refusals; a bus that failed says nothing about the document.
        if (code && int(*code) < refusalReasonCount)
            refused[document].insert(*serial, {*code, detail.value(QLatin1String("detail")).toString()});
    }
    return refused;
}

SignoffJudgement judgeSignoff(
    const DocumentFile &file, const TrustSnapshot &trust, const RefusedDeliveries &refused, qint64 now)
{
    SignoffJudgement judgement;
    judgement.payloadSha256 = file.payloadSha256();
    judgement.fingerprint = file.fingerprint();
    const auto request = ChangeRequest::decode(file.document.payload);
    if (!request.ok() || file.document.contentType != contenttype::request) {
        judgement.problem = request.ok() ? Error{Code::UnknownType, {}} : request.error();
        return judgement;
    }
    judgement.request = *request;
    judgement.voices = judgeVoices(file, *request, trust, now);
    const QList<KeptWithdrawal> withdrawals = keptBy(judgement);
    const QByteArray document = file.document.encode();
    const auto refusals = refused.value(sha256(document));
    bool pictured = false;
    for (const PackChanges &changes : request->packs) {
        PackJudgement pack;
        pack.serial = changes.serial;
        pack.receipt = findReceipt(file, changes.serial, trust);
        if (const auto refusal = refusals.constFind(changes.serial); refusal != refusals.constEnd() && !pack.receipt)
            pack.lastRefusal = *refusal;
        pack.knownAt = trust.packs.value(changes.serial).readAt;
        if (auto state = trust.stateOf(changes.serial, now); state.ok()) {
            if (!pack.receipt)
                state->withdrawals = withdrawals;
            pack.verdict = verifyRequest(document, pack.receipt ? before(*state, changes, *pack.receipt) : *state);
        } else {
            pack.unknown = state.error();
        }
        if (!pack.unknown && !pictured) {
            judgement.seats = pack.verdict.seats;
            judgement.signatures = pack.verdict.signatures;
            pictured = true;
        }
        if (!judgement.problem)
            judgement.problem = pack.unknown ? pack.unknown : pack.verdict.refusal;
        judgement.packs.append(pack);
    }
    if (const VoiceFinding *withdrawal = judgement.heard(VoiceFinding::Kind::Withdrawal))
        judgement.problem = Error{Code::Withdrawn, withdrawal->leaf.commonName};
    judgement.state = stateOf(judgement, now);
    return judgement;
}

QString suggestedFileName(const SignoffJudgement &judgement)
{
    if (!judgement.request)
        return QStringLiteral("REQ-unreadable.pwreq");
    QStringList parameters;
    for (const PackChanges &pack : judgement.request->packs) {
        for (const ParameterChange &change : pack.changes) {
            if (!parameters.contains(change.parameter.text()))
                parameters.append(change.parameter.text());
        }
    }
    const auto &packs = judgement.request->packs;
    return QStringLiteral("REQ-%1_%2_%3_%4of%5.pwreq")
        .arg(QString::fromLatin1(judgement.request->head.id.left(4).toHex()),
            packs.size() == 1 ? packs.constFirst().serial.text() : QStringLiteral("%1-packs").arg(packs.size()),
            parameters.size() == 1 ? parameters.constFirst() : QStringLiteral("%1-values").arg(parameters.size()))
        .arg(judgement.seatsFilled())
        .arg(judgement.seats.size());
}

} // namespace packwarden
