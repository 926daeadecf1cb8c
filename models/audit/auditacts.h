// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/audit/auditrecord.h"

#include <memory>
#include <optional>

namespace packwarden {

class Database;

/// What is one row of a list: each record; or each act, whose begin and end are two records with one "id". The row of
/// an act is its end; without an end, or with one that the filter does not let pass, its begin.
enum class AuditRows { Records, Acts };

/// Reads acts out of an audit, by a connection of its own that is opened when it is needed first.
class AuditActs final
{
public:
    explicit AuditActs(const QString &path);
    ~AuditActs();

    /// The numbers of the rows that a filter lets pass, newest first, up to upTo and above after.
    QList<qint64> numbers(const AuditFilter &filter, qint64 upTo, qint64 after = 0);
    /// Of what was begun its end, and of an end what was begun. None: it has not ended, or is one record alone.
    std::optional<AuditRecord> otherHalf(const AuditRecord &record);

private:
    Database *database();

    const QString m_path;
    std::unique_ptr<Database> m_database;
};

} // namespace packwarden
