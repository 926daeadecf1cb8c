// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/trust/trustfollow.h"

#include "models/core/judge/intake.h"
#include "models/core/judge/verifier.h"
#include "models/core/pack/statement.h"
#include "models/rules/rulebytes.h"

#include <algorithm>

namespace packwarden {

namespace {

constexpr int nonceSize = 32;

/// The limits and the foundation that are shown are pinned: of this pack, or of another where this one is new.
Result<> checkLimits(const TrustSnapshot &trust, const PackRules &shown, Compared compared)
{
    const QByteArray silicon = sha256(shown.silicon);
    const QByteArray foundation = sha256(shown.foundation);
    const KnownPack known = trust.packs.value(shown.serial);
    const QString serial = shown.serial.text();
    const auto differs = [](const QByteArray &pinned, const QByteArray &hash) {
        return !pinned.isEmpty() && pinned != hash;
    };
    if (!known.contradictions.isEmpty())
        return {Code::TrustContradicted,
            QStringLiteral("%1: %2").arg(serial, contradictionName(known.contradictions.constFirst().kind))};
    if (differs(known.siliconSha256, silicon))
        return {Code::TrustContradicted, QStringLiteral("%1: silicon").arg(serial)};
    if (differs(known.foundationSha256, foundation))
        return {Code::TrustContradicted, QStringLiteral("%1: foundation").arg(serial)};
    const bool isNew = known.siliconSha256.isEmpty() || known.foundationSha256.isEmpty();
    const bool provedElsewhere = trust.packs.isProved(silicon, foundation);
    if (isNew && !provedElsewhere && compared == Compared::No)
        return {
            Code::FingerprintNeeded, QStringLiteral("%1: its limits and its foundation are not pinned").arg(serial)};
    return Result<>::success();
}

/// A pack that still holds what is pinned here.
Result<PackState> holderOf(const TrustSnapshot &trust, const PackRules &shown, qint64 now)
{
    PackState state;
    state.serial = shown.serial;
    state.lifeCycle = LifeCycle::InService;
    state.charter = trust.pinned.charter;
    state.policy = trust.pinned.policy;
    state.charterDocument = rulebytes::payloadHash(trust.pinned.charterDocument);
    state.policyDocument = rulebytes::payloadHash(trust.pinned.policyDocument);
    state.now = now;
    const auto silicon = rulebytes::decode<SiliconLimits>(shown.silicon);
    if (!silicon.ok())
        return silicon.error();
    const auto foundation = rulebytes::decode<Foundation>(shown.foundation);
    if (!foundation.ok())
        return foundation.error();
    state.silicon = *silicon;
    state.foundation = *foundation;
    state.crls = trust.newestLists(now);
    for (const QByteArray &entry : shown.crls) {
        // What is older, or under a root that is not pinned yet, is left out.
        if (auto taken = takeCrl(entry, state); taken.ok())
            state.crls = *taken;
    }
    return state;
}

/// The pack says now, by a key of the manufacturer who is pinned, that it holds what it shows.
Result<Statement> readWord(const FreshWord &word, const PackRules &shown, const PackState &holder, Compared compared)
{
    if (word.nonce.size() != nonceSize)
        return {Code::ReceiptInvalid, QStringLiteral("no fresh statement")};
    const auto said = verifyStatement(word.statement, word.nonce, holder.charter, holder.crls);
    if (!said.ok())
        return said.error();
    if (said->serial != shown.serial)
        return {Code::WrongPack, said->serial.text()};
    if (said->charter.sha256 != rulebytes::payloadHash(shown.charterDocument))
        return {Code::ReceiptInvalid, QStringLiteral("the statement names another charter")};
    if (said->policy.sha256 != rulebytes::payloadHash(shown.policyDocument))
        return {Code::ReceiptInvalid, QStringLiteral("the statement names another policy")};
    if (said->version < 2)
        return compared == Compared::Yes ? said
                                         : Result<Statement>(Code::FingerprintNeeded,
                                             QStringLiteral("the statement names neither limits nor foundation"));
    if (said->siliconSha256 != sha256(shown.silicon))
        return {Code::TrustContradicted, QStringLiteral("%1: silicon").arg(shown.serial.text())};
    if (said->foundationSha256 != sha256(shown.foundation))
        return {Code::TrustContradicted, QStringLiteral("%1: foundation").arg(shown.serial.text())};
    return said;
}

/// Who vouches for packs, and whose they are: nobody else's root comes there without a person.
Result<> checkRoots(const Charter &before, const Charter &after, Compared compared)
{
    QStringList changed;
    for (const char *name : {"manufacturer", "owner"}) {
        const auto position = PositionId::fromTrusted(QLatin1String(name));
        if (before.positions.value(position).rootDer != after.positions.value(position).rootDer)
            changed.append(position.text());
    }
    if (changed.isEmpty() || compared == Compared::Yes)
        return Result<>::success();
    return {Code::FingerprintNeeded, QStringLiteral("another root of: %1").arg(changed.join(QStringLiteral(", ")))};
}

} // namespace

Result<PinnedRules> followRules(
    const TrustSnapshot &trust, const PackRules &shown, const FreshWord &word, Compared compared, qint64 now)
{
    auto next = PinnedRules::fromDocuments(shown.charterDocument, shown.policyDocument);
    if (!next.ok())
        return next;
    if (auto limits = checkLimits(trust, shown, compared); !limits.ok())
        return limits.error();
    auto state = holderOf(trust, shown, now);
    if (!state.ok())
        return state.error();
    const auto said = readWord(word, shown, *state, compared);
    if (!said.ok())
        return said.error();
    state.value().values = said->values;
    if (rulebytes::payloadHash(shown.charterDocument) != state->charterDocument) {
        const Verdict charter = verifyCharter(CharterUpload{shown.charterDocument, shown.crls}.encode(), *state);
        if (charter.refusal)
            return *charter.refusal;
        state = stateAfter(charter, *state);
    }
    if (rulebytes::payloadHash(shown.policyDocument) != state->policyDocument) {
        const Verdict policy = verifyPolicy(shown.policyDocument, *state);
        if (policy.refusal)
            return *policy.refusal;
    }
    if (auto roots = checkRoots(trust.pinned.charter, next->charter, compared); !roots.ok())
        return roots.error();
    // Of what is not new, the document that is pinned stays: the signatures around the same payload were judged there.
    const auto same = [](const QByteArray &pinned, const QByteArray &document) {
        return rulebytes::payloadHash(pinned) == rulebytes::payloadHash(document);
    };
    PinnedRules followed = *next;
    if (same(trust.pinned.charterDocument, shown.charterDocument))
        followed.charterDocument = trust.pinned.charterDocument;
    if (same(trust.pinned.policyDocument, shown.policyDocument))
        followed.policyDocument = trust.pinned.policyDocument;
    return followed;
}

FollowVerdict FollowVerdict::of(
    const TrustSnapshot &trust, const PackRules &shown, const FreshWord &word, Compared compared, qint64 now)
{
    return {followRules(trust, shown, word, compared, now), trust.pinned, trust.packs.value(shown.serial),
        trust.knownLists()};
}

bool FollowVerdict::isCurrent(const TrustSnapshot &trust, const PackSerial &serial) const
{
    return pinned == trust.pinned && pack == trust.packs.value(serial) && lists == trust.knownLists();
}

} // namespace packwarden
