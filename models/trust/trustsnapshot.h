// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/trust/knownpacks.h"

#include <QSet>

namespace packwarden {

class HeadJudge;

/// A pack's statement over 32 random bytes that were made here for it: what it says, it says now.
struct FreshWord
{
    QByteArray statement; ///< COSE_Sign1
    QByteArray nonce;
};

/// Has a person compared the fingerprints of exactly these rules with somebody else than the pack?
enum class Compared { No, Yes };

/// The console's pinned trust: charter, policy, roots; and what it knows of packs. A value snapshot of it judges
/// documents on any thread.
struct TrustSnapshot
{
    PinnedRules pinned;
    KnownPacks packs;
    QList<PinnedRules>
        earlier; ///< pinned before, oldest first: what documents that were applied since are read against
    QSet<QByteArray> former; ///< charter and policy pinned before: both payload hashes; packs may still hold them
    QList<CrlEntry> lists; ///< revocation lists that came by another way than from a pack
    QHash<PackSerial, qint64> proved; ///< packs that gave a fresh word since they were connected, and when

    /// The pack as its own answers described it, for the rehearsal. Malformed if what is known cannot be read,
    /// PackUnreachable if the pack was never read, TrustContradicted until a person decided. Charter and policy are
    /// those that the pack holds: what is pinned, or was.
    Result<PackState> stateOf(const PackSerial &serial, qint64 now) const;
    /// Those of the pinned and the earlier rules that a document of rules names as what it replaces; null: unknown
    /// here. previous: payload hashes, of policies or of charters.
    const PinnedRules *replacedBy(const QList<QByteArray> &previous) const;
    /// The lists that a pack holds, for checking its receipts.
    QList<CrlEntry> crlsOf(const PackSerial &serial) const;
    /// All that are known, encoded, each once, in order; as they travel in files.
    QList<QByteArray> knownLists() const;
    /// For checking what a pack signs: the newest that are known here, and those that it holds of other issuers. Which
    /// lists a pack holds is said by answers that nobody signed, so they alone must not decide whose word counts.
    QList<CrlEntry> listsFor(const PackSerial &serial, qint64 now) const;
    /// The newest list of each issuer under the pinned roots, wherever it came from: for judging what people say here.
    QList<CrlEntry> newestLists(qint64 now) const;
    /// Says whose heads count here; carried: encoded entries of lists that came along.
    HeadJudge headJudge(qint64 now, const QList<QByteArray> &carried = {}) const;
    /// As much of a pack as takeCrl asks for, with these lists.
    PackState listHolder(const QList<CrlEntry> &held, qint64 now) const;
};

/// What a person makes of a pack that contradicts itself.
enum class Settlement {
    Keep, ///< what is pinned stays; if the pack goes on to show something else, that is told again
    Forget, ///< nothing of the pack is known any more; it is learnt anew
};

/// Do the parties that these rules name agree to them, as far as it can be seen from the documents alone? Success: the
/// signatures are there. FingerprintNeeded: they cannot be proved here, with the reason; in a later charter people may
/// have signed whose party it shows out. Anything else: no person's comparison makes these rules good.
Result<> checkAgreed(const PackRules &rules);

} // namespace packwarden
