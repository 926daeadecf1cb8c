// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QSqlDatabase>

#include <memory>

class QSqlError;
class QSqlQuery;

namespace packwarden {

/// One SQLite connection, closed and forgotten at its end. Its name is unique in the process, so stores do not meet.
/// Belongs to the thread that opened it.
class Database final
{
public:
    enum class Mode { ReadWrite, ReadOnly };

    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Reason of an error where another program held a lock for longer than is waited.
    enum class Reason { InUse };
    static Error inUse(Code code, const QString &words);

    /// FileUnreadable with SQLite's text. trusted_schema is off, and waiting for a lock lasts at most five seconds.
    static Result<std::unique_ptr<Database>> open(const QString &path, Mode mode);
    /// To read only; but what a crash left half done is first taken back, which takes a connection that may write.
    static Result<std::unique_ptr<Database>> openToRead(const QString &path);

    QSqlDatabase handle() const;
    /// A statement without results of interest. FileUnwritable with SQLite's text.
    Result<> run(const QString &sql);
    /// The same for a statement at which SQLite does not wait for other programs by itself: as long as it would.
    Result<> runPatiently(const QString &sql);
    /// The first value of the first row.
    Result<QVariant> value(const QString &sql) const;
    /// A prepared statement. FileUnwritable with SQLite's text.
    Result<> run(QSqlQuery &prepared);

    /// What SQLite said to the last statement that failed here: its primary result code.
    enum class Trouble {
        None,
        Busy = 5,
        ReadOnly = 8,
        InputOutput = 10,
        Corrupt = 11,
        Full = 13,
        CannotOpen = 14,
        Other
    };
    Trouble trouble() const { return m_trouble; }

private:
    explicit Database(const QString &connection);
    Error failed(Code code, const QSqlError &error) const;

    QString m_connection;
    mutable Trouble m_trouble = Trouble::None;
};

/// BEGIN IMMEDIATE; rolled back at its end unless it was committed.
class Transaction final
{
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    const Result<> &begun() const { return m_begun; }
    Result<> commit();

private:
    Database &m_database;
    Result<> m_begun;
    bool m_committed = false;
};

} // namespace packwarden
