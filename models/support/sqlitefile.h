// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QByteArray>
#include <QHash>

#include <functional>
#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace packwarden {

/// One SQLite connection by SQLite's own interface, for an owner whom several threads ask: a connection of Qt
/// (Database) belongs to the thread that opened it. Not thread-safe by itself; the owner locks. The same rules hold for
/// both: trusted_schema is off, and waiting for a lock lasts at most five seconds.
class SqliteFile final
{
public:
    ~SqliteFile();
    SqliteFile(const SqliteFile &) = delete;
    SqliteFile &operator=(const SqliteFile &) = delete;

    /// Makes the file if it is missing, for its owner alone; a file that may not be written is opened to be read. An
    /// empty path: in memory. FileUnreadable with SQLite's text.
    static Result<std::unique_ptr<SqliteFile>> open(const QString &path);

    /// Statements without results of interest. FileUnwritable with SQLite's text.
    Result<> run(const QByteArray &sql);
    bool isReadOnly() const;
    /// SQLite's primary result code of the last statement that failed (sqlite.org/rescode.html); 0: none did.
    int trouble() const { return m_trouble; }

    /// A prepared statement, kept for the next time; one use of a text at a time.
    class Query final
    {
    public:
        Query(SqliteFile &file, const QByteArray &sql);
        ~Query();
        Query(const Query &) = delete;
        Query &operator=(const Query &) = delete;

        /// Places count from 1. A null QByteArray or QString is NULL.
        Query &bind(int place, qint64 value);
        Query &bind(int place, const QByteArray &value);
        Query &bind(int place, const QString &value);
        Query &bindNull(int place);
        /// The next row; false at the end and on errors.
        bool next();
        /// To the end, for what has no rows. FileUnwritable with SQLite's text.
        Result<> run();
        const Result<> &state() const { return m_state; }

        /// Columns count from 0.
        qint64 integer(int column) const;
        QByteArray bytes(int column) const;
        QString text(int column) const;
        bool isNull(int column) const;

    private:
        SqliteFile &m_file;
        sqlite3_stmt *m_statement = nullptr;
        Result<> m_state = Result<>::success();
    };

private:
    SqliteFile() = default;
    Error failed(Code code);

    sqlite3 *m_connection = nullptr;
    QHash<QByteArray, sqlite3_stmt *> m_statements;
    int m_trouble = 0;
};

/// BEGIN IMMEDIATE; rolled back at its end unless it was committed.
class SqliteTransaction final
{
public:
    explicit SqliteTransaction(SqliteFile &file);
    ~SqliteTransaction();
    SqliteTransaction(const SqliteTransaction &) = delete;
    SqliteTransaction &operator=(const SqliteTransaction &) = delete;
    const Result<> &begun() const { return m_begun; }
    Result<> commit();

private:
    SqliteFile &m_file;
    Result<> m_begun;
    bool m_committed = false;
};

/// All of the steps in one transaction, or none: their error, or that of the transaction.
Result<> inTransaction(SqliteFile &file, const std::function<Result<>()> &steps);

} // namespace packwarden
