// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cose/cose.h"
#include "models/core/documents/rulechange.h"

#include <QMap>

namespace packwarden {

/// A file as it travels between parties (.pwreq, .pwpol, .pwchr, .pwcmd): one CBOR map with the document and what is
/// needed to judge it. The pack receives the document alone.
struct DocumentFile
{
    CoseSign document;
    QList<QByteArray> crls; ///< encoded CRL entries [CRL DER, authority DER or null]
    QList<QByteArray> withdrawals; ///< COSE_Sign1
    QList<QByteArray> rejections; ///< COSE_Sign1
    QList<QByteArray> receipts; ///< COSE_Sign1
    QList<QByteArray> statements; ///< COSE_Sign1
    QMap<QString, QByteArray> attachments;
    bool operator==(const DocumentFile &) const = default;

    static constexpr qint64 maxBytes = 16 * 1024 * 1024;

    /// NotCanonical, TooLarge, Malformed, Algorithm.
    static Result<DocumentFile> decode(const QByteArray &bytes);
    /// Reads a file and decodes it. The errors of both wholefile::read and decode.
    static Result<DocumentFile> read(const QString &path);
    /// Normalised: lists sorted bytewise without twins.
    QByteArray encode() const;
    /// The same for a file on disk, read back as a whole: the errors of decode for what could not be opened again.
    Result<QByteArray> readableBytes() const;
    /// All that is in both. DifferentDocument if the payloads differ.
    static Result<DocumentFile> united(const DocumentFile &a, const DocumentFile &b);
    /// The same, normalised: commutative, associative, idempotent. TooLarge for more signatures than a document holds;
    /// filebounds::merge chooses among them by the roots that are pinned.
    static Result<DocumentFile> merge(const DocumentFile &a, const DocumentFile &b);

    QByteArray payloadSha256() const;
    QString fingerprint() const; ///< of the payload, for comparing by voice
};

QByteArray encodeCrlEntry(const CrlEntry &entry);
Result<CrlEntry> decodeCrlEntry(const QByteArray &bytes);

} // namespace packwarden
