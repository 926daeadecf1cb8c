// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/linkvalues.h"
#include "models/trust/contradiction.h"

#include <memory>

namespace packwarden {

struct Statement;

/// What a console knows of one pack, kept for work without a bus.
struct KnownPack
{
    PackFacts facts;
    PackRules rules;
    qint64 readAt = 0; ///< Unix seconds; 0: never
    QByteArray statement; ///< COSE_Sign1, the newest that verified; empty: none
    /// SHA-256 of the silicon limits and of the foundation. Both are written once, so both are pinned with the first
    /// answer that is learnt, and stay; empty: not learnt yet.
    QByteArray siliconSha256;
    QByteArray foundationSha256;
    QList<Contradiction> contradictions; ///< one of a kind; until a person decides nothing rests on this pack
    bool operator==(const KnownPack &) const = default;

    std::optional<Statement> lastWord() const; ///< what the statement says
    /// Did the pack sign that it has these very limits and this foundation? Otherwise they are what was shown first.
    bool areLimitsProved() const;
};

/// Charter and policy as values, with the bytes they were read from.
struct PinnedRules
{
    QByteArray charterDocument; ///< COSE_Sign
    QByteArray policyDocument; ///< COSE_Sign
    Charter charter;
    Policy policy;
    bool operator==(const PinnedRules &) const = default;

    QString charterFingerprint() const; ///< of the payload, for comparing by voice
    QString policyFingerprint() const;
    /// Of what the policy says, whether it came with the charter or as a document of its own, whoever signed it.
    QByteArray policySha256() const;
    /// Is the policy the part of the charter's document? Then one fingerprint says both.
    bool isOneDocument() const { return charterDocument == policyDocument; }
    /// Are both fingerprints among these? Spaces and capitals do not matter.
    bool areNamedBy(const QStringList &fingerprints) const;
    static Result<PinnedRules> fromDocuments(const QByteArray &charterDocument, const QByteArray &policyDocument);
};

/// What a pack holds of rules and lists, read once for all packs that hold the same.
struct HeldRules
{
    PackRules rules; ///< without a serial
    QByteArray key; ///< SHA-256 over the hashes of all parts: the same key, the same rules and lists
    Result<PinnedRules> pinned; ///< charter and policy
    Result<SiliconLimits> silicon;
    Result<Foundation> foundation;
    QList<CrlEntry> lists; ///< of rules.crls, those that can be read
    QByteArray charterDocument; ///< SHA-256 of the payloads, as rulebytes::payloadHash
    QByteArray policyDocument;
    QString owner; ///< the shown name of the party in the owner's position; empty: the charter names none

    static QByteArray keyOf(const PackRules &rules);
    static std::shared_ptr<const HeldRules> of(const PackRules &rules);
};

/// A known pack with its rules as values.
struct PackEntry
{
    KnownPack pack;
    std::shared_ptr<const HeldRules> held; ///< never null
};

/// What lists show of a pack without reading all of it.
struct PackLine
{
    PackSerial serial;
    qint64 readAt = 0; ///< Unix seconds; 0: never
    QString hardware;
    QString owner; ///< as HeldRules
    int policy = 0; ///< its version as last read; 0: none
    bool holdsRules = false; ///< it was asked what rules and lists it holds
    bool isContradicted = false; ///< a person must decide
    bool isLocked = false; ///< by theft-lock, as it said last
    qint64 holding = 0; ///< the same number, the same rules and lists; for KnownPacks::held
    /// 16 bytes. The same bytes, the same in all that says whether somebody can start it, but for groups that a policy
    /// names packs in.
    QByteArray situation;
    bool operator==(const PackLine &) const = default;
};

/// As PackLine::situation; key: of its rules.
QByteArray situationOf(const KnownPack &pack, const QByteArray &key);

} // namespace packwarden
