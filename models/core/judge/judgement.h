// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/judge/quorum.h"

/// Private to core: what the verifiers of all kinds of documents share.
namespace packwarden::judgement {

/// The document of a verdict that begins. Nothing, with the refusal set: NotCanonical, TooLarge, Malformed, Algorithm;
/// UnknownType for another content type.
std::optional<CoseSign> open(const QByteArray &bytes, const char *contentType, Verdict &verdict);

/// The certificates of an x5chain, leaf first. Malformed, Algorithm.
Result<QList<Certificate>> readChain(const QList<QByteArray> &chain, ChainMemo *memo = nullptr);

/// A signature that was read and verified, whoever made it. finding has its problem, or the rest of the chain counts.
struct ReadSignature
{
    SignatureFinding finding;
    QList<Certificate> intermediates;
};
ReadSignature readSignature(const CoseSign &document, const CoseSignature &signature, ChainMemo *memo);
/// A list is tried with every authority of its name, and rules can be made of many that share one. False if trying all
/// that this signature names would take more than is left of the effort; to be asked before it is judged by rules that
/// a stranger may have made.
bool mayBeJudged(const ReadSignature &signature, const PackState &state, Effort &effort);
/// It against the roots and lists that the pack holds, now: trusted, its role issuable by the party of its root, its
/// position in force. crlGrace: seconds past nextUpdate.
SignatureFinding judgeSignature(const ReadSignature &signature, qint64 crlGrace, const PackState &state);
/// Both for one that is judged by one state alone.
SignatureFinding judgeSignature(
    const CoseSign &document, const CoseSignature &signature, qint64 crlGrace, const PackState &state);
/// The same for people of the manufacturer before and while a pack is made: any person under the burned-in root, by
/// lists without grace.
SignatureFinding judgeMaker(const CoseSign &document, const CoseSignature &signature, const PackState &state);

/// The signature of the author over his own document, which must be there and good. Malformed otherwise.
Result<Author> findAuthor(const DocumentHead &head, const QList<SignatureFinding> &signatures);

/// Did the author or a signer of this document take it back at this pack?
bool isWithdrawn(const Verdict &verdict, const PackState &state);

/// What every document must pass: a sure clock, not withdrawn, its dates. In the order of the reasons. Where the clock
/// may be uncertain a document is not judged against the future: the floor only tells what has passed.
enum class ClockNeed { Sure, Any };
std::optional<Error> checkHead(
    const DocumentHead &head, const Verdict &verdict, const PackState &state, ClockNeed clock = ClockNeed::Sure);

/// Only a pack that is sealed or in service changes by documents: WrongState.
std::optional<Error> checkInService(const PackState &state);

} // namespace packwarden::judgement
