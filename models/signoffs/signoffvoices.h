// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/documents/documentfile.h"
#include "models/core/rules/rules.h"

#include <optional>

namespace packwarden {

struct TrustSnapshot;

/// What one person said about a document, in its file: took it back, or refused to sign it.
struct VoiceFinding
{
    enum class Kind { Withdrawal, Rejection };
    Kind kind = Kind::Withdrawal;
    std::optional<Error> problem; ///< none: the person may say so, and said it; else it is shown and not heard
    QByteArray bytes; ///< COSE_Sign1
    Certificate leaf; ///< empty DER if the chain could not be read
    QByteArray rootSha256; ///< once trusted
    qint64 at = 0;
    QString reason; ///< of a rejection
    bool heard() const { return !problem.has_value(); }
};

/// Judges withdrawals and rejections of a file by the newest lists of the trust book. A withdrawal is heard from the
/// author or a signer of the document (the same person under the same root), as at a pack; a rejection from somebody
/// whose role one of the seats names (those that the rehearsals found), by an issuer who may give it. Problems: those
/// of chains, DifferentDocument, UnknownType, Malformed, SignatureInvalid, RoleNotIssuable, SignerNotAuthorised.
QList<VoiceFinding> judgeVoices(
    const DocumentFile &file, const QList<Seat> &seats, const TrustSnapshot &trust, qint64 now);

/// The same for something that is yet to be said: none, or why the person of this leaf would not be heard.
std::optional<Error> mayBeHeard(VoiceFinding::Kind kind, const QList<Certificate> &chain, const DocumentFile &file,
    const QList<Seat> &seats, const TrustSnapshot &trust, qint64 now);

} // namespace packwarden
