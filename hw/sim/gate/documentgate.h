// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/sim/memory/packmemory.h"

#include <functional>

namespace packwarden {
struct Verdict;
}

namespace packwarden::sim {

class PackClock;

/// The gate of a pack: what a document may do is decided by core alone; the gate stores the outcome and signs the
/// receipt. Everything or nothing: rules, values, receipt, witnessed heads and the record of it are one write.
/// The memory and the clock must outlive it.
class DocumentGate final
{
public:
    using Condition = std::function<QString()>;

    /// condition: the pack's state as broadcast, for the conditions of grants.
    DocumentGate(PackMemory &memory, PackClock &clock, Condition condition = {});

    struct Outcome
    {
        std::optional<Error> refusal; ///< a pack's reason, kept in the refusal ring; FileUnwritable if memory failed
        bool alreadyApplied = false; ///< delivered before: nothing changed, the kept receipt is the answer
        QByteArray receipt; ///< COSE_Sign1; empty for what has none, and before the pack has a certificate
    };

    /// Kinds that can be uploaded (documentkind.h).
    static bool accepts(int kind);
    /// announced: the SHA-256 that the sender named for the document.
    Outcome apply(int kind, const QByteArray &document, const QByteArray &announced);

private:
    /// uploaded: as it came; document: the COSE_Sign in it.
    Outcome conclude(
        const Verdict &verdict, const PackState &before, const QByteArray &uploaded, const QByteArray &document);
    Result<QByteArray> sealReceipt(const Verdict &verdict, const PackState &after, const PackContents &next) const;
    Outcome takeTimeDocument(const QByteArray &document);
    /// A revocation list (an encoded entry) or a withdrawal (COSE_Sign1). Neither has a receipt.
    Outcome takeIn(int kind, const QByteArray &document);
    Outcome store(const PackParts &next, const QByteArray &receipt);
    Outcome refuse(const Error &error, const QByteArray &document);
    PackState state() const;

    PackMemory &m_memory;
    PackClock &m_clock;
    Condition m_condition;
};

} // namespace packwarden::sim
