// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/documents/withdrawal.h"
#include "models/core/pack/packstate.h"

namespace packwarden {

/// What a pack takes in beside documents: revocation lists and withdrawals. Pure: state in, what it becomes out; a
/// console uses the same functions for its own lists. Any console may carry what it holds, so each proves itself.

constexpr qint64 maxCrlLifetime = 45LL * 24 * 3600;
constexpr qint64 maxCrlNumberStep = 1000;
// Memory is finite. Each pinned root has places of its own, so that no party can take those of another, and a party
// that joins brings its places along.
constexpr int maxListsPerRoot = 8; ///< one of them is the root's own, the others are those of its authorities
constexpr int maxWithdrawalsPerRoot = 64;
constexpr int maxWithdrawalsPerPerson = 16;

/// The lists after taking in an encoded entry, the issuer's older one replaced. The same list again changes nothing.
/// A root's own list always has its place. Where a root has no place left for a further authority, the lists of its
/// authorities that are revoked or have expired go first.
/// UnknownIssuer, SignatureInvalid, VersionRollback, VersionJump, NotYetValid (thisUpdate ahead of a sure clock),
/// CrlStale (runs longer than maxCrlLifetime), TooLarge (the root has no place left), Malformed.
Result<QList<CrlEntry>> takeCrl(const QByteArray &encodedEntry, const PackState &state);

/// The withdrawals after taking in a COSE_Sign1. Whose word counts for a document is judged when that arrives; only
/// people under pinned roots are heard. UnknownType, SignatureInvalid, the chain's reasons, Expired, TooLarge (the
/// person or the root has no place left).
Result<QList<KeptWithdrawal>> takeWithdrawal(const QByteArray &bytes, const PackState &state);

} // namespace packwarden
