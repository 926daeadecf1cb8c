// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/support/sqlitefile.h"

#include "models/core/base/wholefile.h"
#include "models/support/database.h"

#include <sqlite3.h>

#include <QFile>

#include <utility>

namespace packwarden {

namespace {

constexpr int busyTimeout = 5000; ///< milliseconds

} // namespace

SqliteFile::~SqliteFile()
{
    for (sqlite3_stmt *statement : std::as_const(m_statements))
        sqlite3_finalize(statement);
    sqlite3_close(m_connection);
}

Result<std::unique_ptr<SqliteFile>> SqliteFile::open(const QString &path)
{
    if (!path.isEmpty()) {
        if (auto good = wholefile::check(path); !good.ok())
            return good.error();
        // SQLite would make it with the rights of any new file.
        if (QFile file(path); !file.exists() && file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    auto opened = std::unique_ptr<SqliteFile>(new SqliteFile);
    const QByteArray name = path.isEmpty() ? QByteArray(":memory:") : QFile::encodeName(path);
    constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    if (sqlite3_open_v2(name.constData(), &opened->m_connection, flags, nullptr) != SQLITE_OK)
        return opened->failed(Code::FileUnreadable);
    if (opened->isReadOnly()) {
        // On a medium that nobody can write, SQLite could not make the files beside it that a write-ahead log needs.
        sqlite3_close(std::exchange(opened->m_connection, nullptr));
        const QByteArray address = "file:" + name.toPercentEncoding("/") + "?immutable=1";
        if (sqlite3_open_v2(address.constData(), &opened->m_connection,
                SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr)
            != SQLITE_OK)
            return opened->failed(Code::FileUnreadable);
    }
    sqlite3_busy_timeout(opened->m_connection, busyTimeout);
    if (auto run = opened->run("PRAGMA trusted_schema=OFF"); !run.ok())
        return run.error().withCode(Code::FileUnreadable);
    return opened;
}

Error SqliteFile::failed(Code code)
{
    const QString words
        = m_connection ? QString::fromUtf8(sqlite3_errmsg(m_connection)) : QStringLiteral("out of memory");
    m_trouble = m_connection ? sqlite3_errcode(m_connection) & 0xff : SQLITE_NOMEM;
    return m_trouble == SQLITE_BUSY ? Database::inUse(code, words) : Error{code, words};
}

Result<> SqliteFile::run(const QByteArray &sql)
{
    if (sqlite3_exec(m_connection, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return failed(Code::FileUnwritable);
    return Result<>::success();
}

bool SqliteFile::isReadOnly() const
{
    return sqlite3_db_readonly(m_connection, "main") != 0;
}

SqliteFile::Query::Query(SqliteFile &file, const QByteArray &sql)
    : m_file(file)
{
    const auto kept = file.m_statements.constFind(sql);
    if (kept != file.m_statements.constEnd()) {
        m_statement = *kept;
        return;
    }
    if (sqlite3_prepare_v3(
            file.m_connection, sql.constData(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr)
        != SQLITE_OK) {
        m_state = file.failed(Code::FileUnreadable);
        return;
    }
    file.m_statements.insert(sql, m_statement);
}

SqliteFile::Query::~Query()
{
    if (!m_statement)
        return;
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

SqliteFile::Query &SqliteFile::Query::bind(int place, qint64 value)
{
    sqlite3_bind_int64(m_statement, place, value);
    return *this;
}

SqliteFile::Query &SqliteFile::Query::bind(int place, const QByteArray &value)
{
    if (value.isNull())
        return bindNull(place);
    sqlite3_bind_blob64(m_statement, place, value.constData(), sqlite3_uint64(value.size()), SQLITE_TRANSIENT);
    return *this;
}

SqliteFile::Query &SqliteFile::Query::bind(int place, const QString &value)
{
    if (value.isNull())
        return bindNull(place);
    const QByteArray utf8 = value.toUtf8();
    sqlite3_bind_text(m_statement, place, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT);
    return *this;
}

SqliteFile::Query &SqliteFile::Query::bindNull(int place)
{
    sqlite3_bind_null(m_statement, place);
    return *this;
}

bool SqliteFile::Query::next()
{
    if (!m_statement || !m_state.ok())
        return false;
    const int result = sqlite3_step(m_statement);
    if (result != SQLITE_ROW && result != SQLITE_DONE)
        m_state = m_file.failed(Code::FileUnwritable);
    return result == SQLITE_ROW;
}

Result<> SqliteFile::Query::run()
{
    while (next()) { }
    return m_state;
}

qint64 SqliteFile::Query::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QByteArray SqliteFile::Query::bytes(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return {data, sqlite3_column_bytes(m_statement, column)};
}

QString SqliteFile::Query::text(int column) const
{
    const auto *data = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(data, sqlite3_column_bytes(m_statement, column));
}

bool SqliteFile::Query::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

SqliteTransaction::SqliteTransaction(SqliteFile &file)
    : m_file(file)
    , m_begun(file.run("BEGIN IMMEDIATE"))
{
}

SqliteTransaction::~SqliteTransaction()
{
    // SQLite ends some failed transactions by itself: then there is nothing left to roll back.
    if (m_begun.ok() && !m_committed)
        (void)m_file.run("ROLLBACK");
}

Result<> SqliteTransaction::commit()
{
    auto done = m_file.run("COMMIT");
    m_committed = done.ok();
    return done;
}

Result<> inTransaction(SqliteFile &file, const std::function<Result<>()> &steps)
{
    SqliteTransaction transaction(file);
    if (!transaction.begun().ok())
        return transaction.begun();
    if (auto done = steps(); !done.ok())
        return done;
    return transaction.commit();
}

} // namespace packwarden
