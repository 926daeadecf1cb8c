// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/answers/peopleable.h"
#include "models/asof/evidence.h"

namespace packwarden {

/// How well something is known of a past moment.
enum class Certainty {
    Unknown,
    LastProved, ///< it was so before, and nothing that came after is known
    Recorded, ///< by this console's own audit alone
    Proved, ///< by signed words around the moment, between which nothing can have changed
};

/// Why something is not known; with a certainty below Proved.
enum class Gap {
    None,
    Nothing, ///< no word about this time
    Before, ///< the first word is later
    Between, ///< it changed at a moment that is not known
    NoDocument, ///< its hash is known, and the document is not here
    NoList, ///< no list of its issuer from this time is here
    NoRules, ///< who could is asked of rules that are not known
};

/// The rules in force on a pack at a moment.
struct RulesAsOf
{
    Certainty certainty = Certainty::Unknown; ///< of charter and policy together: the lesser
    Gap gap = Gap::None;
    std::optional<PinnedRules> rules; ///< none: not known, or their documents are not here
    qint64 charterVersion = 0; ///< 0: not known
    qint64 policyVersion = 0; ///< 0: not known
    qint64 since = 0; ///< of the policy, where that is known; else the first word of it
    qint64 lastWord = 0; ///< the last moment of which it is proved
    QList<Proof> proof;
};

struct ValueAsOf
{
    ParameterId parameter;
    Certainty certainty = Certainty::Unknown;
    Gap gap = Gap::None;
    std::optional<Milli> value; ///< in force at the moment
    qint64 lastWord = 0;
    QList<Proof> proof;
};

/// A certificate at a moment.
struct KeyAsOf
{
    enum class State { NotYetValid, Valid, Revoked, Expired };
    Certificate certificate;
    State state = State::Valid;
    /// Proved by its own dates, by a list that names it, or by a later one that does not; LastProved: by a list that
    /// counted then and does not name it.
    Certainty certainty = Certainty::Unknown;
    Gap gap = Gap::None;
    qint64 revokedAt = 0; ///< then at the latest, also where that came after the moment; 0: by no list that is here
    QList<Proof> proof;
};

struct WhoAsOf
{
    RulesAsOf rules;
    std::optional<Error> lack; ///< why nothing can be said
    PeopleAble people;
    /// No list from this time is here for their issuers: they are told apart from those who could not.
    QList<AblePerson> unknown;
    QList<Proof> proof; ///< lists; those of the rules are in rules
};

/// NotYetValid: it lies in the future, where nothing is proved.
Result<> checkMoment(qint64 at, qint64 now);

/// A moment as people type it: "2026-05-31" is the end of that day in UTC, but no later than now; or ISO 8601 with a
/// time. Malformed; NotYetValid.
Result<qint64> momentOf(const QString &text, qint64 now);

/// All of these are pure. The moment is not checked: a later one than the last word is known by that alone.
RulesAsOf rulesAsOf(qint64 at, const PackEvidence &evidence);
QList<ValueAsOf> valuesAsOf(qint64 at, const PackEvidence &evidence); ///< of each parameter that any word names
/// People's certificates and authorities that are known here, by organisation and name.
QList<KeyAsOf> keysAsOf(qint64 at, const AsOfGround &ground);
/// By the rules, lists and certificates of that moment, on a pack in service that is not locked: of lock and life
/// cycle at a past moment nothing is kept. Limits and foundation never change.
WhoAsOf whoAsOf(qint64 at, const PackSerial &serial, const CapabilityId &capability, const PackEvidence &evidence,
    const AsOfGround &ground);

} // namespace packwarden
