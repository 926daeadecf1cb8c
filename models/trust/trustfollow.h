// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/trust/trustsnapshot.h"

namespace packwarden {

/// What is pinned after a pack showed rules that are not: they must follow from those held by the rules held (seats old
/// and new, as at a pack), judged now by the newest lists and by the limits and the foundation that are pinned of this
/// pack. Of a pack that was never met, they are those that another one has proved. The pack's fresh word, by the
/// manufacturer's root that is pinned, must name all four: charter, policy, limits and foundation. A document whose
/// payload is pinned stays the one that is pinned: nothing of the signatures that are shown around it is taken over.
/// ReceiptInvalid, WrongPack: the word is none, or not of these rules. TrustContradicted: other limits, another
/// foundation. The verifier's reasons. FingerprintNeeded, unless a person compared: the place of the manufacturer or of
/// the owner gets another root; limits and foundation were never pinned; or the word, of version 1, does not name them.
Result<PinnedRules> followRules(
    const TrustSnapshot &trust, const PackRules &shown, const FreshWord &word, Compared compared, qint64 now);

/// What followRules said, and by what, so that it can be judged on another thread than the trust book's.
struct FollowVerdict
{
    Result<PinnedRules> next;
    PinnedRules pinned; ///< then
    KnownPack pack; ///< then
    QList<QByteArray> lists; ///< then

    /// Pure; for any thread.
    static FollowVerdict of(
        const TrustSnapshot &trust, const PackRules &shown, const FreshWord &word, Compared compared, qint64 now);
    /// Is what it was judged by still what is known?
    bool isCurrent(const TrustSnapshot &trust, const PackSerial &serial) const;
};

} // namespace packwarden
