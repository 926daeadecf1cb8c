// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/statement.h"

#include <optional>

namespace packwarden {

class Workspace;

/// What a pack signed of its state, from a file: one half of a job card, or written by itself. Judged by the charter
/// and the lists that are known here, without a bus. It says how the pack was, not how it is; over whose number it was
/// signed cannot be told from the file.
struct StateProof
{
    static constexpr qint64 maxBytes = 1 << 20;

    /// The record of this store's audit that names these bytes as one end of a job.
    struct JobCard
    {
        enum class End { Before, After };
        enum class Report { Absent, AsRecorded, Other };
        qint64 record = 0; ///< its number
        qint64 timeUs = 0; ///< Unix time, microseconds
        QString person; ///< who closed the card; empty: nobody was signed in
        End end = End::Before;
        Report report = Report::Absent; ///< the PDF that lies beside the file under the same name
    };

    QString path;
    QByteArray sha256; ///< of the file
    Statement statement; ///< verified
    QString device; ///< name on the certificate of the pack's key
    QString issuer; ///< who certified that
    std::optional<JobCard> card;

    /// Told by its first bytes: whatever its name, is it something that a pack signed of its state?
    static bool isFile(const QString &path);
    /// FileUnreadable, TooLarge, Malformed; UnknownIssuer if nothing is trusted here; the errors of verifyStatement.
    static Result<StateProof> read(const QString &path, Workspace &workspace);
};

} // namespace packwarden
