// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/documents/documentfile.h"

namespace packwarden {

/// What belongs to a document in an exchange, each under its own hash, so that those who add at the same moment never
/// meet.
struct ExchangePart
{
    enum class Kind { Signature, Withdrawal, Rejection, Receipt, Statement, List, Attachment };

    Kind kind = Kind::Signature;
    QString name; ///< of an attachment
    QByteArray content;
    bool operator==(const ExchangePart &) const = default;

    QByteArray sha256() const;
    /// "signature": the word of the column `kind`.
    static QLatin1String word(Kind kind);
    static std::optional<Kind> kindOf(const QString &word);
};

/// A document file as rows: the document without its signatures, and its parts.
struct ExchangeRows
{
    QByteArray document; ///< COSE_Sign with an empty list of signatures, deterministic
    QList<ExchangePart> parts;
    bool operator==(const ExchangeRows &) const = default;

    /// SHA-256 of `document`: content type and payload, so one payload under two types is two documents.
    QByteArray id() const;
    static ExchangeRows of(const DocumentFile &file);
    /// The files that the rows make: the first has everything but the signatures beyond CoseSign::maxSignatures, which
    /// further files bring, to be merged by those who know whose signatures count. Rows that are no part of such a
    /// document are left out and counted. Malformed, NotCanonical, TooLarge: the document itself.
    Result<QList<DocumentFile>> files(int *leftOut = nullptr) const;
};

} // namespace packwarden
