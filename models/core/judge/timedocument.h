// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/packstate.h"

#include <optional>

namespace packwarden {

/// The time for a pack that lost it, over the pack's own nonce. Version 1 is one timekeeper's word: COSE_Sign1. Version
/// 2 is the word of two parties: COSE_Sign, every signer approves. Both have the content type time.
struct TimeDocument
{
    PackSerial serial;
    QByteArray nonce; ///< 32 bytes, from DID 0114
    qint64 time = 0; ///< Unix seconds
    /// Version 2 alone: what the pack's uncertain clock (DID 0101) read when it was time. So it stays right however
    /// long the signatures take.
    std::optional<qint64> reading = {};
    bool operator==(const TimeDocument &) const = default;

    static constexpr qint64 day = 24 * 3600;
    /// Before the charter, where the manufacturer alone answers for a pack: seconds ahead of the floor.
    static constexpr qint64 maxForward = 400 * day;
    /// What one timekeeper alone may tell ahead of the floor for each loss of the clock, and over all losses until two
    /// parties tell it. The latter is less than a list lives, so a pack that was led ahead still takes lists of today.
    static constexpr qint64 maxAlone = 7 * day;
    static constexpr qint64 maxAloneInAll = 28 * day;
    /// What two parties may tell ahead of the floor: against slips, as the signers' lists bind much earlier.
    static constexpr qint64 maxTogether = 3660 * day;
    /// For how long after its reading a version 2 is taken, by the pack's uncertain clock.
    static constexpr qint64 maxAge = 90 * day;

    QByteArray encode() const; ///< the payload
    static Result<TimeDocument> decode(const QByteArray &payload);
};

/// What a time document makes of a pack, whose clock is sure from then on.
struct TimeTaken
{
    qint64 time = 0; ///< now
    qint64 toldAhead = 0; ///< PackState::toldAhead from now on
    /// From now on. Where one party alone told the time, an overlay that is stricter than its base runs on for as long
    /// as it would have by the pack's own clock: no single party ends another's limit.
    QMap<ParameterId, StoredValue> values;
    QStringList persons; ///< whose word it is
};

/// Judges a time document by a pack's state. The signers and their chains are judged at the time that is told (lists
/// with the grace of layer 1). Before the charter the manufacturer speaks. Afterwards it is a role among the charter's
/// timekeepers, alone for version 1; for version 2 with the signatory of another party's position, or another party's
/// timekeeper, each certified by the root of their own position.
/// WrongPack, WrongState (the clock is sure), VersionRollback (before the floor), VersionJump (more than the limits
/// above ahead of it), StaleBase (another nonce, or a reading that the clock has not reached), Expired (an old
/// reading), SignerNotAuthorised, BelowQuorum (no second party), SignatureInvalid and the chain's reasons.
Result<TimeTaken> takeTime(const QByteArray &bytes, const PackState &state);

} // namespace packwarden
