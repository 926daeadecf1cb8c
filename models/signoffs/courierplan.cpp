// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/signoffs/courierplan.h"

#include "models/core/base/ids.h"
#include "models/core/judge/intake.h"
#include "models/core/judge/verifier.h"
#include "models/signoffs/signoffjudgement.h"
#include "models/signoffs/signoffvoices.h"
#include "models/trust/trustbook.h"

#include <algorithm>

namespace packwarden {

namespace {

/// SHA-256 of the SubjectPublicKeyInfo of who signed the list; empty for nobody under the roots.
QByteArray issuerKey(const CrlEntry &entry, const QList<Certificate> &roots)
{
    if (const auto authority = Certificate::fromDer(entry.authorityDer); authority.ok())
        return authority->spkiSha256;
    for (const Certificate &root : roots) {
        if (isListOf(entry.crl, root))
            return root.spkiSha256;
    }
    return {};
}

bool holds(const PackKnowledge &knowledge, const QByteArray &issuer, qint64 number)
{
    return std::any_of(knowledge.lists.begin(), knowledge.lists.end(),
        [&](const PackKnowledge::List &list) { return list.issuerSpki == issuer && list.number >= number; });
}

bool names(const DocumentFile &file, const PackSerial &serial, qint64 now)
{
    if (file.document.contentType == contenttype::request) {
        const auto request = ChangeRequest::decode(file.document.payload);
        return request.ok() && request->head.expires >= now && request->forPack(serial);
    }
    if (file.document.contentType == contenttype::command) {
        const auto command = Command::decode(file.document.payload);
        return command.ok() && command->head.expires >= now && command->forPack(serial);
    }
    // Rules name no pack: they are for all that hold what they follow.
    if (file.document.contentType == contenttype::policy) {
        const auto policy = PolicyChange::decode(file.document.payload);
        return policy.ok() && policy->head.expires >= now;
    }
    const auto charter = CharterChange::decode(file.document.payload);
    return charter.ok() && charter->head.expires >= now;
}

bool isLock(const DocumentFile &file)
{
    const auto command = Command::decode(file.document.payload);
    return file.document.contentType == contenttype::command && command.ok()
        && (command->kind == CommandKind::TheftLock || command->kind == CommandKind::TheftUnlock);
}

} // namespace

namespace {

/// What contradicts itself is visited all the same: what the pack is brought, it judges by itself, and a stranger who
/// answers beside it must not keep revocations and locks from it.
Result<PackState> stateOf(const PackSerial &serial, const TrustSnapshot &trust, qint64 now)
{
    auto state = trust.stateOf(serial, now);
    if (state.ok() || state.code() != Code::TrustContradicted)
        return state;
    TrustSnapshot asked = trust;
    KnownPack pack = trust.packs.value(serial);
    pack.contradictions.clear();
    asked.packs.suppose(pack);
    return asked.stateOf(serial, now);
}

} // namespace

QList<CourierLoad> courierLoads(
    const CourierVisit &visit, const QList<DocumentFile> &files, const TrustSnapshot &trust, qint64 now)
{
    const auto known = stateOf(visit.serial, trust, now);
    if (!known.ok())
        return {};
    PackState state = *known;
    state.lock.locked = visit.lock.state == QLatin1String("theft-locked");
    state.lock.revision = visit.lock.revision;
    state.lock.document = visit.lock.document;
    state.lock.rootSha256 = visit.lock.rootSha256;
    state.lock.person = visit.lock.person;

    QList<CourierLoad> loads;
    const QList<Certificate> roots = state.charter.roots();
    for (const CrlEntry &entry : trust.newestLists(now)) {
        const QByteArray issuer = issuerKey(entry, roots);
        const QByteArray bytes = encodeCrlEntry(entry);
        if (issuer.isEmpty() || holds(visit.knowledge, issuer, entry.crl.number))
            continue;
        const auto taken = takeCrl(bytes, state);
        // Known here of the pack, though it says otherwise: it may have lost it.
        if (taken.ok() || state.crls.contains(entry)) {
            loads.append({CourierLoad::Kind::List, bytes, {}});
            if (taken.ok())
                state.crls = *taken; // what follows is judged by it, as by the pack
        }
    }
    for (const DocumentFile &file : files) {
        const QByteArray document = file.payloadSha256();
        if (!names(file, visit.serial, now))
            continue;
        const bool told = visit.knowledge.withdrawals.contains(document);
        for (const VoiceFinding &voice : judgeVoices(file, {}, trust, now)) {
            if (voice.kind != VoiceFinding::Kind::Withdrawal || !voice.heard())
                continue;
            // What the pack has of this document may be the word of somebody who has no say in it.
            if (told && visit.brought.contains(sha256(voice.bytes)))
                continue;
            if (const auto taken = takeWithdrawal(voice.bytes, state); taken.ok()) {
                loads.append({CourierLoad::Kind::Withdrawal, voice.bytes, document});
                state.withdrawals = *taken;
            }
        }
    }
    for (const DocumentFile &file : files) {
        if (!isLock(file))
            continue;
        const QByteArray bytes = file.document.encode();
        const Verdict verdict = verifyCommand(bytes, state);
        if (!verdict.accepted() || verdict.alreadyApplied)
            continue;
        loads.append({CourierLoad::Kind::Lock, bytes, file.payloadSha256()});
        state = stateAfter(verdict, state);
    }
    return loads;
}

QByteArray nameOfLoads(const QList<SignoffJudgement> &judgements)
{
    QList<QByteArray> names;
    for (const SignoffJudgement &judgement : judgements) {
        const bool isReady = judgement.state == SignoffState::Ready || judgement.state == SignoffState::PartlyApplied;
        if (isReady && judgement.content && judgement.content->command)
            names.append(judgement.payloadSha256);
        for (const VoiceFinding &voice : judgement.voices) {
            if (voice.kind == VoiceFinding::Kind::Withdrawal && voice.heard())
                names.append(sha256(voice.bytes));
        }
    }
    std::sort(names.begin(), names.end());
    return names.isEmpty() ? QByteArray() : sha256(names.join());
}

bool isDueTo(const SignoffJudgement &judgement, const PackSerial &serial)
{
    if (!judgement.content || judgement.heard(VoiceFinding::Kind::Withdrawal)
        || judgement.heard(VoiceFinding::Kind::Rejection) || judgement.state == SignoffState::Expired)
        return false;
    const auto &command = judgement.content->command;
    if (command && (command->kind == CommandKind::TheftLock || command->kind == CommandKind::TheftUnlock))
        return false;
    return std::any_of(judgement.packs.begin(), judgement.packs.end(), [&](const PackJudgement &pack) {
        return pack.serial == serial && !pack.unknown && !pack.receipt && pack.verdict.accepted()
            && !pack.verdict.alreadyApplied;
    });
}

QHash<QByteArray, qint64> newestListNumbers(const TrustSnapshot &trust, qint64 now)
{
    QHash<QByteArray, qint64> numbers;
    const QList<Certificate> roots = trust.pinned.charter.roots();
    for (const CrlEntry &entry : trust.newestLists(now)) {
        if (const QByteArray issuer = issuerKey(entry, roots); !issuer.isEmpty())
            numbers.insert(issuer, entry.crl.number);
    }
    return numbers;
}

std::optional<QList<QByteArray>> knownListsOf(const PackKnowledge &knowledge, const TrustSnapshot &trust)
{
    QMap<std::pair<QByteArray, qint64>, QByteArray> known;
    const QList<Certificate> roots = trust.pinned.charter.roots();
    for (const QByteArray &bytes : trust.knownLists()) {
        const auto entry = decodeCrlEntry(bytes);
        if (const QByteArray issuer = entry.ok() ? issuerKey(*entry, roots) : QByteArray(); !issuer.isEmpty())
            known.insert({issuer, entry->crl.number}, bytes);
    }
    QList<QByteArray> lists;
    for (const PackKnowledge::List &list : knowledge.lists) {
        const auto found = known.constFind({list.issuerSpki, list.number});
        if (found == known.constEnd())
            return std::nullopt;
        lists.append(*found);
    }
    return lists;
}

QList<DocumentFile> courierReceipts(const PackSerial &serial, const QList<QByteArray> &receipts,
    const QList<DocumentFile> &files, const TrustSnapshot &trust)
{
    QList<DocumentFile> gained;
    for (const DocumentFile &file : files) {
        DocumentFile more = file;
        for (const QByteArray &receipt : receipts) {
            if (more.receipts.contains(receipt))
                continue;
            const auto verified
                = verifyReceipt(receipt, file.document, serial, trust.pinned.charter, trust.crlsOf(serial));
            if (verified.ok())
                more.receipts.append(receipt);
        }
        if (more.receipts != file.receipts)
            gained.append(more);
    }
    return gained;
}

} // namespace packwarden
