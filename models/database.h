// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result.h"

#include <QSqlDatabase>

#include <memory>

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

    /// FileUnreadable with SQLite's text. trusted_schema is off, and waiting for a lock lasts at most five seconds.
    static Result<std::unique_ptr<Database>> open(const QString &path, Mode mode);

    QSqlDatabase handle() const;
    /// A statement without results of interest. FileUnwritable with SQLite's text.
    Result<> run(const QString &sql);
    /// The first value of the first row.
    Result<QVariant> value(const QString &sql) const;

private:
    explicit Database(const QString &connection);

    QString m_connection;
};

} // namespace packwarden
