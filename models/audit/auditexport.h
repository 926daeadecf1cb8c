// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/audit/auditverdict.h"

namespace packwarden {

/// An audit as a text that proves itself: JSON Lines (UTF-8, one object a line), so that anybody can read it, and all
/// that the chain is computed from is in it.
///   {"packwarden-audit":1,"log":HEX,"records":N,"checkpoints":M}
///   {"checkpoint":BASE64,"seq":N}                              M times: COSE_Sign1 over [log id, seq, hash]
///   {"seq":N,"time_us":T,"actor":S,"party":S,"role":S,"action":S,"subject":S,"outcome":S,
///    "detail":BASE64,"prev":HEX,"hash":HEX}                    N times, in order; detail is deterministic CBOR
///   {"end":N,"hash":HEX}                                       of the last record
/// Binary values are hex where people compare them, base64 elsewhere. Nothing else is in a line, and nothing follows.
namespace auditexport {

struct Summary
{
    LogHead head;
    qint64 checkpoints = 0;
};

/// Writes the store whole, or nothing (QSaveFile). A store that does not verify is exported all the same, as evidence.
/// AuditDamaged if it cannot be read, FileUnwritable.
Result<Summary> write(const QString &storePath, const QString &target);

/// Does the file begin like one?
bool isExport(const QString &path);

struct Reading
{
    QByteArray logId;
    AuditVerdict verdict; ///< of the export's own chain; "form" for a line that is none of the above
    LogHead end; ///< the last record; of no records, 32 zero bytes
    HeadLedger ledger;
    /// Everything in it that may speak about another store: the heads that its records saw, judged anew from their
    /// signed bytes, its checkpoints, and its end, which nobody signed.
    QList<SeenHead> heads;
};

/// Reads line by line: memory grows by 32 bytes a record, and by the heads. FileUnreadable; all else is the verdict.
Result<Reading> read(const QString &path, const AuditProof &proof, const AuditProgress &progress = {});

} // namespace auditexport

} // namespace packwarden
