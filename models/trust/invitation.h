// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/trust/trustbook.h"

namespace packwarden {

/// What a partner needs to take part, with or without a bus: charter and policy, the lists under their roots, and what
/// is known of the packs that hold them. Travels as a file of its own (.pwinv), and as the attachment of a document.
/// Nothing in it is believed before a person compared its fingerprint with a partner; see accept.
struct Invitation
{
    static constexpr qint64 maxBytes = 8 * 1024 * 1024;
    static constexpr auto attachment = "rules.pwinv"; ///< its name in a DocumentFile
    static constexpr auto ending = "pwinv";

    PinnedRules rules;
    QList<QByteArray> lists; ///< encoded CRL entries
    QList<KnownPack> packs; ///< that hold these rules, in order; at least one

    /// From what is pinned. UnknownIssuer: nothing is pinned; PackUnreachable: no pack is known that holds it and
    /// contradicts nothing, whose limits the partner needs.
    static Result<Invitation> of(const TrustBook &trust);
    QByteArray encode() const;
    /// Is this file one, by what it holds or, where it cannot be read, by its name?
    static bool isFile(const QString &path);
    /// NotCanonical, UnknownType, TooLarge, Malformed; the errors of PinnedRules::fromDocuments.
    static Result<Invitation> decode(const QByteArray &bytes);

    /// Of everything that accepting pins: charter, policy, and each pack's silicon limits and foundation. It stays the
    /// same while these do, whatever lists and values travel along.
    QString fingerprint() const;
    /// The rules as a pack of it would show them.
    PackRules shownBy(const KnownPack &pack) const;
    /// Could these rules be accepted at all? As checkAgreed, of every pack in it.
    Result<> check() const;

    /// To be called after a person compared the fingerprint, into an empty trust book: pins the rules and learns what
    /// is said of the packs, as old as it is, and the lists that count under the roots. Errors of check, but for what
    /// only a person can know; of TrustBook::pin and learn. Recorded.
    Result<> accept(TrustBook &trust, const AuditActor &actor) const;
};

} // namespace packwarden
