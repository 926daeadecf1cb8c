// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/trust/knownpack.h"

#include "models/core/base/fingerprint.h"
#include "models/core/cbor/cbor.h"
#include "models/core/documents/documentfile.h"
#include "models/core/documents/rulechange.h"
#include "models/core/pack/statement.h"
#include "models/rules/rulebytes.h"

#include <QCborArray>

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

QByteArray HeldRules::keyOf(const PackRules &rules)
{
    QByteArray parts = sha256(rules.silicon) + sha256(rules.foundation) + sha256(rules.charterDocument)
        + sha256(rules.policyDocument);
    for (const QByteArray &list : rules.crls)
        parts += sha256(list);
    return sha256(parts);
}

std::shared_ptr<const HeldRules> HeldRules::of(const PackRules &rules)
{
    auto made = std::make_shared<HeldRules>(
        HeldRules{rules, keyOf(rules), PinnedRules::fromDocuments(rules.charterDocument, rules.policyDocument),
            rulebytes::decode<SiliconLimits>(rules.silicon), rulebytes::decode<Foundation>(rules.foundation), {},
            rulebytes::payloadHash(rules.charterDocument), rulebytes::payloadHash(rules.policyDocument), {}});
    made->rules.serial = {};
    for (const QByteArray &bytes : rules.crls) {
        if (auto entry = decodeCrlEntry(bytes); entry.ok())
            made->lists.append(*entry);
    }
    if (made->pinned.ok()) {
        const Position owner = made->pinned->charter.positions.value(PositionId::fromTrusted(QStringLiteral("owner")));
        made->owner = owner.partyName.isEmpty() ? owner.party : owner.partyName;
    }
    return made;
}

QByteArray situationOf(const KnownPack &pack, const QByteArray &key)
{
    QCborArray parts{key, pack.readAt > 0, pack.rules.silicon.isEmpty(), int(pack.facts.lifeCycle.state),
        pack.facts.lifeCycle.clockUncertain,
        pack.contradictions.isEmpty() ? -1 : int(pack.contradictions.constFirst().kind)};
    if (const auto said = pack.lastWord()) {
        parts.append(said->lock.locked);
        for (auto it = said->components.begin(); it != said->components.end(); ++it)
            parts.append(QCborArray{it.key(), it->state()});
    } else if (!pack.statement.isEmpty())
        parts.append(sha256(pack.statement));
    constexpr qsizetype size = 16;
    return sha256(cbor::encode(parts)).left(size);
}

} // namespace packwarden
