// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/audit/auditacts.h"
#include "models/audit/auditrecord.h"
#include "models/audit/nativestatement.h"
#include "models/core/base/result.h"

#include <functional>
#include <utility>

namespace packwarden {

class Database;

/// Reads the rows of an audit in order, over Qt's connection but by SQLite's own interface: through QVariant a million
/// rows take four times as long. The database must outlive it, and it belongs to the database's thread.
class AuditReader final
{
public:
    /// Oldest first. FileUnreadable, also where Qt brought another SQLite along than the one that this program is
    /// linked with.
    static Result<AuditReader> open(const Database &database, const AuditFilter &filter = {});

    /// The numbers alone of what a filter lets pass, newest first, up to a number and above after. take: each; false
    /// ends it. goesOn: asked now and then, also while nothing is found; false ends it with Cancelled. FileUnreadable
    /// likewise.
    static Result<> numbers(const Database &database, const AuditFilter &filter, qint64 upTo,
        const std::function<bool(qint64)> &take, const std::function<bool()> &goesOn = {},
        AuditRows rows = AuditRows::Records, qint64 after = 0);

    AuditReader(AuditReader &&) = default;
    AuditReader &operator=(AuditReader &&) = default;

    /// False at the end, and where a page cannot be read: the two differ by ended().
    bool next();
    const AuditRowView &row() const { return m_row; }
    bool ended() const { return m_ended; }

private:
    explicit AuditReader(NativeStatement statement)
        : m_statement(std::move(statement))
    {
    }
    NativeStatement m_statement;
    AuditRowView m_row;
    bool m_ended = false;
};

} // namespace packwarden
