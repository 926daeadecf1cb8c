// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/signoffs/signoffjudgement.h"

#include "models/audit/auditstore.h"
#include "models/core/cbor/cbor.h"
#include "models/core/documents/filebounds.h"
#include "models/signoffs/rehearsal.h"

#include <algorithm>

namespace packwarden {

namespace {

constexpr int deliveriesLookedAt = 1000;

SignoffState stateOf(const SignoffJudgement &judgement, qint64 now)
{
    const auto &packs = judgement.packs;
    const int receipts = judgement.receipts();
    if (!packs.isEmpty() && receipts == packs.size())
        return SignoffState::Applied;
    if (judgement.heard(VoiceFinding::Kind::Withdrawal))
        return SignoffState::Withdrawn;
    if (receipts > 0)
        return SignoffState::PartlyApplied;
    if (now >= judgement.content->head().expires)
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
    if (judgement.signatures.isEmpty() || judgement.isAuthorMissing)
        return SignoffState::Draft;
    if (judgement.isSeatMissing())
        return SignoffState::Collecting;
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
                {judgement.payloadSha256, judgement.content->head().expires, voice.rootSha256, voice.leaf.person});
    }
    return kept;
}

/// Rules name no packs: whoever is known to hold rules that these may follow.
QList<PackSerial> packsOf(const DocumentContent &content, const TrustSnapshot &trust)
{
    if (!content.areRules())
        return content.packs();
    return trust.packs.serials();
}

/// Of a charter those lists that the pack would take: the newest of each issuer under the new charter, as many as an
/// upload holds. None for any other document.
QList<QByteArray> deliveredLists(const DocumentFile &file)
{
    const auto change = file.document.contentType == contenttype::charter ? CharterChange::decode(file.document.payload)
                                                                          : Result<CharterChange>(Code::UnknownType);
    if (!change.ok())
        return {};
    constexpr qsizetype maxUpload = qsizetype(512) * 1024;
    constexpr qsizetype heads = 1024;
    qsizetype room = maxUpload - heads - file.document.encode().size();
    QList<QByteArray> lists;
    for (const CrlEntry &entry : filebounds::newestLists(file.crls, change->charter.roots())) {
        const QByteArray bytes = encodeCrlEntry(entry);
        if (bytes.size() > room)
            continue;
        room -= bytes.size();
        lists.append(bytes);
    }
    std::sort(lists.begin(), lists.end());
    return lists;
}

QString wordOf(const DocumentContent &content)
{
    if (content.command)
        return commandName(content.command->kind);
    if (content.charter)
        return amendmentName(content.charter->amendment);
    if (content.policy)
        return QStringLiteral("v%1").arg(content.policy->policy.version);
    QSet<ParameterId> parameters;
    for (const PackChanges &pack : content.request->packs) {
        for (const ParameterChange &change : pack.changes)
            parameters.insert(change.parameter);
    }
    return parameters.size() == 1 ? parameters.begin()->text() : QStringLiteral("%1-values").arg(parameters.size());
}

} // namespace

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

SignoffJudgement judgeSignoff(const DocumentFile &whole, const TrustSnapshot &trust, const RefusedDeliveries &refused,
    qint64 now, const MemoHandle &memo, const ReceiptBook *book)
{
    SignoffJudgement judgement;
    const DocumentFile file
        = filebounds::isBounded(whole) ? whole : filebounds::bounded(whole, trust.pinned.charter.roots(memo.get()));
    judgement.payloadSha256 = file.payloadSha256();
    judgement.fingerprint = file.fingerprint();
    const auto content = DocumentContent::read(file.document);
    if (!content.ok()) {
        judgement.problem = content.error();
        return judgement;
    }
    judgement.content = *content;
    judgement.isAuthorMissing = std::none_of(
        file.document.signatures.begin(), file.document.signatures.end(), [&](const CoseSignature &signature) {
            return signature.meaning == Meaning::Author && signature.leafSha256 == content->head().author;
        });
    judgement.request = content->request;
    // Judged with what a pack would get: what strangers put into the file changes no verdict.
    const QList<QByteArray> lists = deliveredLists(file);
    // What one pack's rules said of a chain holds for the next pack.
    const MemoHandle shared = memo.get() ? memo : MemoHandle{std::make_shared<ChainMemo>()};
    Rehearsal rehearsal(file, *content, lists, trust, {}, now, shared, book);
    for (const PackSerial &serial : packsOf(*content, trust))
        judgement.packs.append(rehearsal.of(serial));
    for (const PackJudgement &pack : std::as_const(judgement.packs)) {
        for (const SeatFinding &seat : pack.verdict.seats) {
            for (const Seat &candidate : seat.candidates) {
                if (!judgement.seatCandidates.contains(candidate))
                    judgement.seatCandidates.append(candidate);
            }
        }
    }
    judgement.voices = judgeVoices(file, judgement.seatCandidates, trust, now);
    const QList<KeptWithdrawal> withdrawals = keptBy(judgement);
    const auto refusals = refused.value(sha256(deliveredBytes(file)));
    bool pictured = false;
    std::optional<Rehearsal> withdrawn;
    if (!withdrawals.isEmpty())
        withdrawn.emplace(file, *content, lists, trust, withdrawals, now, shared, book);
    for (PackJudgement &pack : judgement.packs) {
        if (withdrawn)
            pack = withdrawn->of(pack.serial);
        if (const auto refusal = refusals.constFind(pack.serial); refusal != refusals.constEnd() && !pack.receipt)
            pack.lastRefusal = *refusal;
        if (!pack.unknown && !pictured) {
            judgement.seats = pack.verdict.seats;
            judgement.signatures = pack.verdict.signatures;
            pictured = true;
        }
        if (!judgement.problem)
            judgement.problem = pack.unknown ? pack.unknown : pack.verdict.refusal;
    }
    if (const VoiceFinding *withdrawal = judgement.heard(VoiceFinding::Kind::Withdrawal))
        judgement.problem = Error{Code::Withdrawn, withdrawal->leaf.commonName};
    judgement.state = stateOf(judgement, now);
    return judgement;
}

QString suggestedFileName(const SignoffJudgement &judgement)
{
    if (!judgement.content)
        return QStringLiteral("REQ-unreadable.pwreq");
    const DocumentContent &content = *judgement.content;
    const auto [prefix, ending] = content.command ? std::pair("CMD", "pwcmd")
        : content.charter                         ? std::pair("CHR", "pwchr")
        : content.policy                          ? std::pair("POL", "pwpol")
                                                  : std::pair("REQ", "pwreq");
    const QList<PackSerial> packs = content.packs();
    const QString where = packs.isEmpty() ? QStringLiteral("rules")
        : packs.size() == 1               ? packs.constFirst().text()
                                          : QStringLiteral("%1-packs").arg(packs.size());
    return QStringLiteral("%1-%2_%3_%4_%5of%6.%7")
        .arg(QLatin1String(prefix), QString::fromLatin1(content.head().id.left(4).toHex()), where, wordOf(content))
        .arg(judgement.placesFilled())
        .arg(judgement.places().size())
        .arg(QLatin1String(ending));
}

QByteArray deliveredBytes(const DocumentFile &file)
{
    const QByteArray document = file.document.encode();
    if (file.document.contentType != contenttype::charter || !CharterChange::decode(file.document.payload).ok())
        return document;
    return CharterUpload{document, deliveredLists(file)}.encode();
}

} // namespace packwarden
