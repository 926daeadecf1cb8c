// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/signoffs/signoffcontext.h"

#include "models/audit/auditstore.h"
#include "models/core/cbor/cbor.h"

#include <algorithm>

namespace packwarden {

namespace {

constexpr int recordsLookedAt = 1000;

using Earlier = SignoffContext::Earlier;
using Odd = SignoffContext::Odd;

bool names(const ChangeRequest &request, const ParameterId &parameter, const PackSerial &serial)
{
    const PackChanges *pack = request.forPack(serial);
    return pack && std::any_of(pack->changes.begin(), pack->changes.end(), [&](const ParameterChange &change) {
        return change.parameter == parameter;
    });
}

QStringList signersOf(const SignoffJudgement &judgement)
{
    QStringList names;
    for (const SeatFinding &seat : judgement.seats) {
        if (seat.filledBy >= 0 && seat.filledBy < judgement.signatures.size())
            names.append(judgement.signatures.at(seat.filledBy).leaf.commonName);
    }
    names.removeDuplicates();
    return names;
}

QList<Earlier> historyOf(const SignoffJudgement &judgement, const QList<SignoffJudgement> &others)
{
    QList<Earlier> history;
    for (const SignoffJudgement &other : others) {
        if (!other.request || other.payloadSha256 == judgement.payloadSha256)
            continue;
        for (const PackJudgement &pack : other.packs) {
            const PackChanges *changes = pack.receipt ? other.request->forPack(pack.serial) : nullptr;
            for (const ParameterChange &change : changes ? changes->changes : QList<ParameterChange>()) {
                if (!names(*judgement.request, change.parameter, pack.serial))
                    continue;
                const auto same = std::find_if(history.begin(), history.end(), [&](const Earlier &known) {
                    return known.parameter == change.parameter && known.from == change.from && known.to == change.to
                        && known.signers == signersOf(other);
                });
                if (same != history.end()) {
                    ++same->packs;
                    same->at = std::max(same->at, pack.receipt->at);
                } else {
                    history.append(
                        {change.parameter, change.unit, change.from, change.to, pack.receipt->at, 1, signersOf(other)});
                }
            }
        }
    }
    std::stable_sort(history.begin(), history.end(), [](const Earlier &a, const Earlier &b) { return a.at > b.at; });
    return history;
}

void compareValues(const PackChanges &changes, const KnownPack &known, qint64 now, QList<Odd> &odd)
{
    for (const ParameterChange &change : changes.changes) {
        for (const ParameterInfo &info : known.facts.parameters) {
            if (info.definition.id != change.parameter)
                continue;
            const Milli held = info.stored.inForce(now);
            if (held != change.from)
                odd.append({changes.serial, Odd::Kind::OtherValue, change.parameter, change.unit, held, 0});
            else if (info.stored.revision != change.revision)
                odd.append({changes.serial, Odd::Kind::OtherRevision, change.parameter, change.unit, held, 0});
        }
    }
}

bool isLocked(const PackSerial &serial, const TrustSnapshot &trust, qint64 now)
{
    const auto state = trust.stateOf(serial, now);
    return state.ok() && state->lock.locked;
}

QList<Odd> oddOf(const SignoffJudgement &judgement, const TrustSnapshot &trust, qint64 now)
{
    QList<Odd> odd;
    for (const PackJudgement &pack : judgement.packs) {
        if (pack.receipt)
            continue;
        const auto known = trust.packs.find(pack.serial);
        if (!known || pack.unknown) {
            odd.append({pack.serial, Odd::Kind::Unknown, {}, {}, {}, 0});
            continue;
        }
        if (const PackChanges *changes = judgement.request ? judgement.request->forPack(pack.serial) : nullptr)
            compareValues(*changes, *known, now, odd);
        if (isLocked(pack.serial, trust, now))
            odd.append({pack.serial, Odd::Kind::Locked, {}, {}, {}, 0});
        if (now - known->readAt > SignoffContext::oldAfter)
            odd.append({pack.serial, Odd::Kind::Old, {}, {}, {}, known->readAt});
    }
    return odd;
}

QSet<PackSerial> packsThatTook(const QList<QByteArray> &withdrawals, const AuditStore &audit)
{
    QSet<PackSerial> packs;
    if (withdrawals.isEmpty())
        return packs;
    QSet<QByteArray> hashes;
    for (const QByteArray &bytes : withdrawals)
        hashes.insert(sha256(bytes));
    AuditFilter filter;
    filter.action = QLatin1String(auditaction::carryWithdrawal);
    for (const AuditRecord &record : audit.page(filter, 0, recordsLookedAt)) {
        const auto decoded = cbor::decode(record.detail);
        const QCborMap detail = decoded.ok() ? decoded->toMap() : QCborMap();
        const auto serial = PackSerial::parse(detail.value(QLatin1String("pack")).toString());
        if (record.outcome == QLatin1String(auditoutcome::done) && serial.ok()
            && hashes.contains(detail.value(QLatin1String("document")).toByteArray()))
            packs.insert(*serial);
    }
    return packs;
}

} // namespace

SignoffContext contextOf(const SignoffJudgement &judgement, const QList<SignoffJudgement> &others,
    const TrustSnapshot &trust, const QList<QByteArray> &withdrawals, const AuditStore &audit, qint64 now)
{
    SignoffContext context;
    if (!judgement.content)
        return context;
    if (judgement.request)
        context.history = historyOf(judgement, others);
    context.odd = oddOf(judgement, trust, now);
    context.withdrawnOn = packsThatTook(withdrawals, audit);
    return context;
}

} // namespace packwarden
