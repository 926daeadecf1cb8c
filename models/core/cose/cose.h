// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pki/certificate.h"
#include "models/core/pki/signingkey.h"

#include <QList>

namespace packwarden {

/// The content types of documents; each signature is bound to one, so it is void for any other purpose.
namespace contenttype {
inline constexpr char request[] = "application/vnd.packwarden.request+cbor";
inline constexpr char policy[] = "application/vnd.packwarden.policy+cbor";
inline constexpr char charter[] = "application/vnd.packwarden.charter+cbor";
inline constexpr char command[] = "application/vnd.packwarden.command+cbor";
inline constexpr char provision[] = "application/vnd.packwarden.provision+cbor";
inline constexpr char time[] = "application/vnd.packwarden.time+cbor";
inline constexpr char datasheet[] = "application/vnd.packwarden.datasheet+cbor";
inline constexpr char receipt[] = "application/vnd.packwarden.receipt+cbor";
inline constexpr char withdrawal[] = "application/vnd.packwarden.withdrawal+cbor";
inline constexpr char rejection[] = "application/vnd.packwarden.rejection+cbor";
inline constexpr char statement[] = "application/vnd.packwarden.statement+cbor";
inline constexpr char checkpoint[] = "application/vnd.packwarden.checkpoint+cbor";
} // namespace contenttype

enum class Meaning { Author, Approve };

/// The head of the signer's own audit, carried in the protected header: each signer witnesses the others' audits.
struct LogHead
{
    QByteArray logId; ///< 16 bytes
    qint64 count = 0;
    QByteArray hash; ///< 32 bytes
    bool operator==(const LogHead &) const = default;
};

/// One COSE_Signature (RFC 9052, 4.1) with its decoded protected header.
struct CoseSignature
{
    QByteArray protectedHeader; ///< the bytes that were signed
    QByteArray leafSha256;
    qint64 at = 0;
    Meaning meaning = Meaning::Approve;
    LogHead log;
    QList<QByteArray> chain; ///< DER, leaf first (unprotected x5chain)
    QByteArray signature;
    bool operator==(const CoseSignature &) const = default;
};

/// COSE_Sign (tag 98): a payload that several sign.
struct CoseSign
{
    QByteArray contentType;
    QByteArray payload;
    QList<CoseSignature> signatures;
    bool operator==(const CoseSign &) const = default;

    static constexpr int maxBytes = 128 * 1024;
    static constexpr int maxSignatures = 16;
    static constexpr int maxChain = 3;

    /// NotCanonical, TooLarge, Malformed, Algorithm.
    static Result<CoseSign> decode(const QByteArray &bytes);
    /// Tagged, deterministic.
    QByteArray encode() const;
    /// What a signature is made over (Sig_structure, context "Signature").
    QByteArray toBeSigned(const CoseSignature &signature) const;
    /// Does the signature verify under the leaf of its own chain, and is that the leaf it names? No trust decided here.
    bool verifies(const CoseSignature &signature) const;
    /// The same where the leaf was read already: it must be the first certificate of the signature's chain.
    bool verifies(const CoseSignature &signature, const Certificate &leaf) const;
    /// Signs with the key and appends. TooLarge for a seventeenth signature, and for a chain longer than maxChain.
    Result<CoseSignature> addSignature(const SigningKey &key, Meaning meaning, qint64 at, const LogHead &log);
};

/// COSE_Sign1 (tag 18): a document with one signer: receipts, statements, checkpoints. The protected header is
/// {1: -257, 3: content type, 34: [-16, leaf hash], "at": time}; the chain is unprotected.
struct CoseSign1
{
    QByteArray contentType;
    QByteArray payload;
    QByteArray leafSha256;
    qint64 at = 0;
    QByteArray protectedHeader;
    QList<QByteArray> chain;
    QByteArray signature;
    bool operator==(const CoseSign1 &) const = default;

    static Result<CoseSign1> decode(const QByteArray &bytes);
    QByteArray encode() const;
    QByteArray toBeSigned() const;
    bool verifies() const;
    static Result<CoseSign1> make(
        const QByteArray &contentType, const QByteArray &payload, const SigningKey &key, qint64 at);
};

} // namespace packwarden
