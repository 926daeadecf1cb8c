// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/audit/audithead.h"
#include "models/audit/auditrecord.h"
#include "models/core/cose/checkpoint.h"

namespace packwarden {

/// One record of an audit, with what shows that it is in it: the hashes that lead from it to the root of a tree over
/// all records, and the checkpoint by which a person signed that root (RFC 9162, 2.1.3). Of the other records it tells
/// nothing. As a file it is one line of JSON (FORMATS.md, "Audit"):
///   {"packwarden-audit-proof":1,"checkpoint":BASE64,"log":HEX,"path":[HEX...],"record":{...},"records":N}
/// with the record as an export has it.
struct AuditInclusion
{
    QByteArray logId;
    AuditRecord record;
    qint64 records = 0; ///< that the tree is over
    QList<QByteArray> path; ///< from below
    QByteArray checkpoint; ///< COSE_Sign1
    bool operator==(const AuditInclusion &) const = default;

    QByteArray encode() const;
    /// Malformed.
    static Result<AuditInclusion> decode(const QByteArray &bytes);

    /// Does the file begin like one?
    static bool isProof(const QString &path);
    /// Errors of wholefile and decode().
    static Result<AuditInclusion> read(const QString &path);

    /// Whose word it is.
    struct Signer
    {
        QString name; ///< common name
        QByteArray leafSha256;
        qint64 at = 0; ///< when it was signed, by the signer's clock
        bool isJudged = false; ///< was there anything to judge the key by?
        std::optional<Error> problem; ///< why the key is not trusted here
    };
    /// AuditDamaged: the record was altered ("hash"), is not in that tree ("path"), or the checkpoint is of another one
    /// ("checkpoint"); errors of Checkpoint::open. A signer who is not trusted is no error, see Signer::problem.
    Result<Signer> verify(const std::optional<HeadJudge> &judge = {}) const;
};

} // namespace packwarden
