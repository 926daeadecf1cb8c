// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "packstate.h"

namespace packwarden {

/// The time for a pack that lost it: COSE_Sign1, content type time, over the pack's own nonce.
struct TimeDocument
{
    PackSerial serial;
    QByteArray nonce; ///< 32 bytes, from DID 0114
    qint64 time = 0; ///< Unix seconds
    bool operator==(const TimeDocument &) const = default;

    static constexpr qint64 maxForward = 400LL * 24 * 3600;

    QByteArray encode() const; ///< the payload
    static Result<TimeDocument> decode(const QByteArray &payload);
};

/// Judges a time document by a pack's state; the signer and his chain are judged at the time he claims (lists with the
/// grace of layer 1). Before the charter the manufacturer speaks, afterwards a role among the charter's timekeepers.
/// WrongPack, StaleBase (another nonce), VersionRollback (before the floor), VersionJump (more than maxForward ahead of
/// it), SignerNotAuthorised, SignatureInvalid and the chain's reasons.
Result<qint64> takeTime(const QByteArray &bytes, const PackState &state);

} // namespace packwarden
