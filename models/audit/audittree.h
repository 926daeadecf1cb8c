// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>

namespace packwarden {

class Database;

/// The Merkle tree whose leaves are the hashes of a store's records (merkle.h). Of its nodes the table keeps those over
/// 256, 65536, ... records, so a proof reads a few hundred hashes, however long the audit is. They are no more than
/// what the records say: a store without them is read more slowly, and whoever verifies the audit works them out anew.
/// Internal to the store and its proofs; for the database's thread.
class AuditTree final
{
public:
    explicit AuditTree(const Database &database);

    /// Keeps the nodes that so many records complete and that are missing, within the caller's transaction.
    /// FileUnwritable, AuditDamaged.
    static Result<> grow(Database &database, qint64 records);

    /// Of the tree over the first so many records. AuditDamaged where one of them is missing.
    Result<QByteArray> root(qint64 records);
    /// From the record of this number (from 1 on) to that root. AuditDamaged likewise.
    Result<QList<QByteArray>> path(qint64 seq, qint64 records);

private:
    QByteArray subtree(int steps, qint64 at);
    /// The 256 hashes of which this one is, those after the end left out.
    const QByteArray &block(int steps, qint64 number);

    const Database &m_database;
    bool m_keepsNodes = false; ///< has the store the table?
    QHash<std::pair<int, qint64>, QByteArray> m_blocks;
};

} // namespace packwarden
