// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "packmemory.h"
#include "signingkey.h"

#include <memory>

namespace packwarden {
class Clock;
}

namespace packwarden::sim {

/// The gate of a pack: what a document may do is decided by core's verifier alone; the gate stores the outcome and
/// signs the receipt. Everything or nothing: values, receipt and log head are one write.
/// The memory and the clock must outlive it.
class DocumentGate final
{
public:
    DocumentGate(PackMemory &memory, const Clock &clock, std::shared_ptr<SigningKey> deviceKey);

    struct Outcome
    {
        std::optional<Error> refusal; ///< a pack's reason, kept in the refusal ring; FileUnwritable if memory failed
        bool alreadyApplied = false; ///< delivered before: nothing changed, the kept receipt is the answer
        QByteArray receipt; ///< COSE_Sign1
    };

    /// Kinds that can be uploaded: requests, revocation lists, withdrawals.
    static bool accepts(int kind);
    /// announced: the SHA-256 that the sender named for the document.
    Outcome apply(int kind, const QByteArray &document, const QByteArray &announced);

    /// NRC 0x31 where a value is the cause of the refusal, else 0x22; 0x72 if the memory failed.
    static quint8 negativeResponse(Code code);

private:
    Outcome applyRequest(const QByteArray &document);
    /// A revocation list (an encoded entry) or a withdrawal (COSE_Sign1). Neither has a receipt.
    Outcome takeIn(int kind, const QByteArray &document);
    Outcome refuse(const Error &error, const QByteArray &document);

    PackMemory &m_memory;
    const Clock &m_clock;
    std::shared_ptr<SigningKey> m_deviceKey;
};

} // namespace packwarden::sim
