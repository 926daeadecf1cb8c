// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace packwarden {

class Database;

/// The shape of audit.db (FORMATS.md, "Audit", has what is hashed). Internal to the store and its verification.
namespace auditschema {

inline constexpr qint64 applicationId = 0x50574155; ///< "PWAU"
/// 1: meta, records, checkpoints. 2: besides, the nodes of the tree over the records (audittree.h), and indices for the
/// filters. 3: besides, which packs each record names, and the different texts (auditindex.h). An older store becomes
/// one of 3 when it is opened to be written; its records stay as they are.
inline constexpr int version = 3;

/// In the order of AuditRecord.
inline constexpr char columns[] = "seq, time_us, actor, party, role, action, subject, outcome, detail, prev, hash";

/// Name -> CREATE statement, exactly as SQLite keeps it; of a version from 1 on.
const QMap<QString, QString> &statements(int of = version);

/// What the file says that it is: from 1 to version. AuditDamaged: something else, or newer.
Result<int> versionOf(const Database &database);

/// Why the schema is not ours: "schema: notes is no part of an audit", "schema: records_no_update is missing". Empty
/// where nothing but our own tables and triggers is in the file, each unchanged, and what SQLite itself adds for
/// ANALYZE. Foreign SQL is never run.
QString fault(const Database &database);

/// The 16 bytes that name this log. AuditDamaged if there are none, or more than one.
Result<QByteArray> logId(const Database &database);

} // namespace auditschema

} // namespace packwarden
