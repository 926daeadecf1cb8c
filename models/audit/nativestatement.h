// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QByteArrayView>
#include <QVariantList>

#include <memory>

struct sqlite3_stmt;

namespace packwarden {

class Database;

/// A prepared statement over Qt's connection, but by SQLite's own interface: through QVariant a million rows take four
/// times as long. The database must outlive it, and it belongs to the database's thread. Internal to the audit.
class NativeStatement final
{
public:
    /// FileUnreadable, also where Qt brought another SQLite along than the one that this program is linked with.
    static Result<NativeStatement> prepare(
        const Database &database, const QString &sql, const QVariantList &values = {});

    NativeStatement(NativeStatement &&) = default;
    NativeStatement &operator=(NativeStatement &&) = default;

    sqlite3_stmt *get() const { return m_statement.get(); }
    /// From the beginning again; values stay until others are bound. Places count from 1; texts and byte strings must
    /// live until the next reset.
    void reset();
    void bind(int place, qint64 value);
    void bindText(int place, QByteArrayView utf8);
    /// SQLite's result code: SQLITE_ROW, SQLITE_DONE, or what went wrong.
    int step();
    bool hasRow();

    /// Columns count from 0; good until the next step.
    QByteArrayView bytes(int column) const;
    QByteArrayView text(int column) const;
    qint64 integer(int column) const;
    /// What SQLite says to the last failure.
    QString trouble() const;

private:
    struct Finalizer
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    explicit NativeStatement(sqlite3_stmt *statement)
        : m_statement(statement)
    {
    }
    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
};

} // namespace packwarden
