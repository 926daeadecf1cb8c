// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/trust/trustsnapshot.h"

#include "models/audit/audithead.h"
#include "models/core/base/fingerprint.h"
#include "models/core/cbor/cbor.h"
#include "models/core/documents/documentfile.h"
#include "models/core/documents/rulechange.h"
#include "models/core/judge/intake.h"
#include "models/core/pack/statement.h"
#include "models/rules/rulebytes.h"

#include <algorithm>

namespace packwarden {

namespace {

QString fingerprintOf(const QByteArray &document)
{
    return fingerprintText(rulebytes::payloadHash(document));
}

/// The policy may be the part of the charter's document that went with it, or a later document of its own.
Result<Policy> policyOf(const QByteArray &bytes)
{
    const auto document = CoseSign::decode(bytes);
    if (!document.ok())
        return document.error();
    const auto change = policyIn(*document);
    return change.ok() ? Result<Policy>(change->policy) : Result<Policy>(change.error());
}

Result<Statement> statementIn(const QByteArray &bytes)
{
    const auto document = CoseSign1::decode(bytes);
    if (!document.ok())
        return document.error();
    return Statement::decode(document->payload);
}

} // namespace

QString PinnedRules::charterFingerprint() const
{
    return fingerprintOf(charterDocument);
}

QString PinnedRules::policyFingerprint() const
{
    return fingerprintOf(policyDocument);
}

QByteArray PinnedRules::policySha256() const
{
    return sha256(PolicyChange{{}, {}, policy}.encode());
}

bool PinnedRules::areNamedBy(const QStringList &fingerprints) const
{
    return isFingerprintAmong(charterFingerprint(), fingerprints)
        && isFingerprintAmong(policyFingerprint(), fingerprints);
}

std::optional<Statement> KnownPack::lastWord() const
{
    const auto said = statementIn(statement);
    return said.ok() ? std::optional(*said) : std::nullopt;
}

bool KnownPack::areLimitsProved() const
{
    const auto said = lastWord();
    return said && said->version >= 2 && !siliconSha256.isEmpty() && !foundationSha256.isEmpty()
        && said->siliconSha256 == siliconSha256 && said->foundationSha256 == foundationSha256;
}

Result<PinnedRules> PinnedRules::fromDocuments(const QByteArray &charterDocument, const QByteArray &policyDocument)
{
    const auto document = CoseSign::decode(charterDocument);
    if (!document.ok())
        return document.error();
    if (document->contentType != contenttype::charter)
        return {Code::UnknownType, QString::fromLatin1(document->contentType.left(100))};
    const auto change = CharterChange::decode(document->payload);
    if (!change.ok())
        return change.error();
    const Charter &charter = change->charter;
    const auto policy = policyOf(policyDocument);
    if (!policy.ok())
        return policy.error();
    if (policy->charterSha256 != charter.bodySha256())
        return {Code::WrongCharter, QString::number(policy->version)};
    return PinnedRules{charterDocument, policyDocument, charter, *policy};
}

Result<PackState> TrustSnapshot::stateOf(const PackSerial &serial, qint64 now) const
{
    const auto known = packs.constFind(serial);
    if (known == packs.constEnd() || known->readAt == 0 || known->rules.silicon.isEmpty())
        return {Code::PackUnreachable, serial.text()};
    if (!known->contradictions.isEmpty())
        return {Code::TrustContradicted,
            QStringLiteral("%1: %2").arg(serial.text(), contradictionName(known->contradictions.constFirst().kind))};
    PackState state;
    state.serial = serial;
    state.lifeCycle = known->facts.lifeCycle.state;
    state.clockUncertain = known->facts.lifeCycle.clockUncertain;
    state.now = now;
    const auto rules = PinnedRules::fromDocuments(known->rules.charterDocument, known->rules.policyDocument);
    if (!rules.ok())
        return rules.error();
    state.charter = rules->charter;
    state.policy = rules->policy;
    const auto silicon = rulebytes::decode<SiliconLimits>(known->rules.silicon);
    if (!silicon.ok())
        return silicon.error();
    const auto foundation = rulebytes::decode<Foundation>(known->rules.foundation);
    if (!foundation.ok())
        return foundation.error();
    state.silicon = *silicon;
    state.foundation = *foundation;
    state.charterDocument = rulebytes::payloadHash(rules->charterDocument);
    state.policyDocument = rulebytes::payloadHash(rules->policyDocument);
    for (const ParameterInfo &info : known->facts.parameters)
        state.values.insert(info.definition.id, info.stored);
    state.crls = crlsOf(serial);
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
    QList<CrlEntry> entries;
    for (const QByteArray &bytes : packs.value(serial).rules.crls) {
        if (auto entry = decodeCrlEntry(bytes); entry.ok())
            entries.append(*entry);
    }
    return entries;
}

QList<QByteArray> TrustSnapshot::knownLists() const
{
    QSet<QByteArray> all;
    for (const CrlEntry &entry : lists)
        all.insert(encodeCrlEntry(entry));
    for (const KnownPack &pack : packs) {
        for (const QByteArray &entry : pack.rules.crls)
            all.insert(entry);
    }
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
    for (const KnownPack &pack : packs) {
        for (const QByteArray &entry : pack.rules.crls) {
            if (seen.contains(entry))
                continue;
            seen.insert(entry);
            // What is older, or cannot be checked, is left out.
            if (auto taken = takeCrl(entry, holder); taken.ok())
                holder.crls = *taken;
        }
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
