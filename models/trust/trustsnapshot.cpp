// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/trust/trustsnapshot.h"

#include "models/audit/audithead.h"
#include "models/core/cbor/cbor.h"
#include "models/core/documents/documentfile.h"
#include "models/core/documents/rulechange.h"
#include "models/core/judge/intake.h"
#include "models/core/pack/statement.h"
#include "models/rules/rulebytes.h"

#include <algorithm>

namespace packwarden {

namespace {

Result<Statement> statementIn(const QByteArray &bytes)
{
    const auto document = CoseSign1::decode(bytes);
    if (!document.ok())
        return document.error();
    return Statement::decode(document->payload);
}

} // namespace

Result<PackState> TrustSnapshot::stateOf(const PackSerial &serial, qint64 now) const
{
    const auto entry = packs.entry(serial);
    if (!entry || entry->pack.readAt == 0 || entry->pack.rules.silicon.isEmpty())
        return {Code::PackUnreachable, serial.text()};
    const KnownPack *const known = &entry->pack;
    const HeldRules &held = *entry->held;
    if (!known->contradictions.isEmpty())
        return {Code::TrustContradicted,
            QStringLiteral("%1: %2").arg(serial.text(), contradictionName(known->contradictions.constFirst().kind))};
    PackState state;
    state.serial = serial;
    state.lifeCycle = known->facts.lifeCycle.state;
    state.clockUncertain = known->facts.lifeCycle.clockUncertain;
    state.now = now;
    if (!held.pinned.ok())
        return held.pinned.error();
    state.charter = held.pinned->charter;
    state.policy = held.pinned->policy;
    if (!held.silicon.ok())
        return held.silicon.error();
    if (!held.foundation.ok())
        return held.foundation.error();
    state.silicon = *held.silicon;
    state.foundation = *held.foundation;
    state.charterDocument = held.charterDocument;
    state.policyDocument = held.policyDocument;
    for (const ParameterInfo &info : known->facts.parameters)
        state.values.insert(info.definition.id, info.stored);
    state.crls = held.lists;
    if (!known->statement.isEmpty()) {
        // The certificate that the pack signs with: whether another root lets it be believed is part of a verdict.
        if (const auto word = CoseSign1::decode(known->statement); word.ok())
            state.deviceChain = word->chain;
        const auto statement = statementIn(known->statement);
        if (!statement.ok())
            return statement.error();
        state.lifeCycleRevision = statement->lifeCycleRevision;
        state.lock = statement->lock;
        state.activation = statement->activation;
        state.components = statement->components;
        for (auto it = statement->values.begin(); it != statement->values.end(); ++it) {
            // What was read or proved by a receipt since counts more.
            if (it->revision > state.values.value(it.key()).revision)
                state.values.insert(it.key(), *it);
        }
    }
    return state;
}

const PinnedRules *TrustSnapshot::replacedBy(const QList<QByteArray> &previous) const
{
    const auto names = [&](const PinnedRules &rules) {
        return previous.contains(rulebytes::payloadHash(rules.policyDocument))
            || previous.contains(rulebytes::payloadHash(rules.charterDocument));
    };
    if (names(pinned))
        return &pinned;
    const auto found = std::find_if(earlier.rbegin(), earlier.rend(), names);
    return found == earlier.rend() ? nullptr : &*found;
}

QList<CrlEntry> TrustSnapshot::crlsOf(const PackSerial &serial) const
{
    const auto entry = packs.entry(serial);
    return entry ? entry->held->lists : QList<CrlEntry>();
}

QList<QByteArray> TrustSnapshot::knownLists() const
{
    QSet<QByteArray> all;
    for (const CrlEntry &entry : lists)
        all.insert(encodeCrlEntry(entry));
    for (const QByteArray &entry : packs.lists())
        all.insert(entry);
    QList<QByteArray> sorted(all.begin(), all.end());
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

QList<CrlEntry> TrustSnapshot::listsFor(const PackSerial &serial, qint64 now) const
{
    QList<CrlEntry> all = newestLists(now);
    for (const CrlEntry &held : crlsOf(serial)) {
        const bool known = std::any_of(all.begin(), all.end(), [&](const CrlEntry &one) {
            return one.crl.issuerDer == held.crl.issuerDer && one.authorityDer == held.authorityDer;
        });
        if (!known)
            all.append(held);
    }
    return all;
}

PackState TrustSnapshot::listHolder(const QList<CrlEntry> &held, qint64 now) const
{
    PackState state;
    state.charter = pinned.charter;
    state.crls = held;
    state.now = now;
    return state;
}

QList<CrlEntry> TrustSnapshot::newestLists(qint64 now) const
{
    PackState holder = listHolder(lists, now).remembering();
    // The packs of a company hold the same lists, and each takes a signature to check.
    QSet<QByteArray> seen;
    for (const CrlEntry &entry : lists)
        seen.insert(encodeCrlEntry(entry));
    for (const QByteArray &entry : packs.lists()) {
        if (seen.contains(entry))
            continue;
        // What is older, or cannot be checked, is left out.
        if (auto taken = takeCrl(entry, holder); taken.ok())
            holder.crls = *taken;
    }
    return holder.crls;
}

HeadJudge TrustSnapshot::headJudge(qint64 now, const QList<QByteArray> &carried) const
{
    const auto manufacturer = Certificate::fromDer(
        pinned.charter.positions.value(PositionId::fromTrusted(QStringLiteral("manufacturer"))).rootDer);
    return {{pinned.charter.roots(), newestLists(now)}, manufacturer.ok() ? *manufacturer : Certificate(),
        pinned.charter.crlGrace.value(1), carried};
}

} // namespace packwarden
