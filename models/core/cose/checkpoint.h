// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cose/cose.h"

namespace packwarden {

/// A person's signature over the head of an audit: COSE_Sign1 over the deterministic CBOR array [log id (16 bytes),
/// number of the last record, its hash (32 bytes)]. Whoever rewrites the audit without that key cannot make it again.
struct Checkpoint
{
    LogHead head;
    bool operator==(const Checkpoint &) const = default;

    QByteArray encode() const; ///< the payload
    /// NotCanonical, Malformed; a head of no records is no checkpoint.
    static Result<Checkpoint> decode(const QByteArray &payload);

    /// The carrier with what it carries. UnknownType for another content type, SignatureInvalid if it does not verify
    /// under its own leaf. Decides no trust.
    struct Signed;
    static Result<Signed> open(const QByteArray &bytes);
};

struct Checkpoint::Signed
{
    CoseSign1 carrier;
    LogHead head;
};

} // namespace packwarden
