// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "packstate.h"
#include "withdrawal.h"

namespace packwarden {

/// What a pack takes in beside documents: revocation lists and withdrawals. Pure: state in, what it becomes out; a
/// console uses the same functions for its own lists. Any console may carry what it holds, so each proves itself.

constexpr qint64 maxCrlLifetime = 45LL * 24 * 3600;
constexpr qint64 maxCrlNumberStep = 1000;
constexpr int maxLists = 64; ///< a pack's memory is finite, and every pinned root may name authorities
constexpr int maxWithdrawalsPerPerson = 16;
constexpr int maxWithdrawals = 512;

/// The lists after taking in an encoded entry, the issuer's older one replaced. The same list again changes nothing.
/// UnknownIssuer, SignatureInvalid, VersionRollback, VersionJump, NotYetValid (thisUpdate ahead of a sure clock),
/// CrlStale (runs longer than maxCrlLifetime), Malformed.
Result<QList<CrlEntry>> takeCrl(const QByteArray &encodedEntry, const PackState &state);

/// The withdrawals after taking in a COSE_Sign1. Whose word counts for a document is judged when that arrives; only
/// people under pinned roots are heard. UnknownType, SignatureInvalid, the chain's reasons, Expired, TooLarge.
Result<QList<KeptWithdrawal>> takeWithdrawal(const QByteArray &bytes, const PackState &state);

} // namespace packwarden
