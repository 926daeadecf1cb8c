// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cose/cose.h"

namespace packwarden {

/// A person's signature over the head of an audit: COSE_Sign1 over the deterministic CBOR array [log id (16 bytes),
/// number of the last record, its hash (32 bytes), root of the Merkle tree of all records (32 bytes)]. Whoever rewrites
/// the audit without that key cannot make it again. Those of earlier versions have no root and another content type.
struct Checkpoint
{
    LogHead head;
    QByteArray root; ///< of the tree whose leaves are the records' hashes (merkle.h); empty: of an earlier version
    bool operator==(const Checkpoint &) const = default;

    static constexpr char treeType[] = "application/vnd.packwarden.tree-checkpoint+cbor";
    QByteArray contentType() const { return root.isEmpty() ? QByteArray(contenttype::checkpoint) : treeType; }
    static bool isType(const QByteArray &contentType);
    QByteArray encode() const; ///< the payload
    /// NotCanonical, Malformed; a head of no records is no checkpoint, and one content type has one form.
    static Result<Checkpoint> decode(const QByteArray &payload, const QByteArray &contentType);

    /// The carrier with what it carries. UnknownType for another content type, SignatureInvalid if it does not verify
    /// under its own leaf. Decides no trust.
    struct Signed;
    static Result<Signed> open(const QByteArray &bytes);
};

struct Checkpoint::Signed
{
    CoseSign1 carrier;
    LogHead head;
    QByteArray root; ///< empty: of an earlier version
};

} // namespace packwarden
