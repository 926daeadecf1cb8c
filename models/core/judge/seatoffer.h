// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/judge/verdict.h"

namespace packwarden {

/// What the approval of one person would still do for a document: asked by consoles before a key is used, so that
/// people are offered only what packs will count.
struct SeatOffer
{
    QList<SeatFinding> seats; ///< empty ones of the verdict that this approval would fill
    /// Why it would fill none, though seats of this role are empty: the chain's reasons, SignerNotAuthorised,
    /// AuthorIsApprover, SignerRepeated (the party or person has a seat already). None if there are seats, or none of
    /// this role is empty.
    std::optional<Error> whyNot;
};

/// chain: leaf first, without the root. verdict: of the pack of this state over the document. Judged by the code that
/// fills seats at a pack, by the rules that the pack holds and, where a seat is asked for by those that the document
/// brings, by those.
SeatOffer seatsOpenTo(const QList<Certificate> &chain, const Verdict &verdict, const PackState &state);

} // namespace packwarden
