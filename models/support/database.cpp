// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/support/database.h"

#include "models/core/base/wholefile.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QSqlError>
#include <QSqlQuery>
#include <QThread>
#include <QUuid>
#include <QVariant>

namespace packwarden {

namespace {

constexpr int busyTimeout = 5000; ///< milliseconds
constexpr int busyStep = 50;

/// SQLite's own word. The driver only says beside it which of its calls failed.
QString wordsOf(const QSqlError &error)
{
    const QString own = error.databaseText().trimmed();
    return own.isEmpty() ? error.text().trimmed() : own;
}

} // namespace

Database::Database(const QString &connection)
    : m_connection(connection)
{
}

Database::~Database()
{
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, Mode mode)
{
    if (auto good = wholefile::check(path); !good.ok())
        return good.error();
    const QString name = QStringLiteral("packwarden-%1").arg(QUuid::createUuid().toString(QUuid::Id128));
    auto opened = std::unique_ptr<Database>(new Database(name));
    QSqlDatabase handle = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    handle.setDatabaseName(path);
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeout);
    if (mode == Mode::ReadOnly)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    handle.setConnectOptions(options);
    if (!handle.open())
        return {Code::FileUnreadable, wordsOf(handle.lastError())};
    if (auto run = opened->run(QStringLiteral("PRAGMA trusted_schema=OFF")); !run.ok())
        return run.error().withCode(Code::FileUnreadable);
    return opened;
}

Result<std::unique_ptr<Database>> Database::openToRead(const QString &path)
{
    auto opened = open(path, Mode::ReadOnly);
    if (!opened.ok() || (*opened)->value(QStringLiteral("SELECT count(*) FROM sqlite_master")).ok()
        || !QFile::exists(path + QStringLiteral("-journal")))
        return opened;
    return open(path, Mode::ReadWrite);
}

QSqlDatabase Database::handle() const
{
    return QSqlDatabase::database(m_connection, false);
}

Error Database::inUse(Code code, const QString &words)
{
    return {code, QStringLiteral("another program has it open (%1)").arg(words), Reason::InUse};
}

Error Database::failed(Code code, const QSqlError &error) const
{
    switch (const int primary = error.nativeErrorCode().toInt() & 0xff) {
    case int(Trouble::Busy):
    case int(Trouble::ReadOnly):
    case int(Trouble::InputOutput):
    case int(Trouble::Corrupt):
    case int(Trouble::Full):
    case int(Trouble::CannotOpen):
        m_trouble = Trouble(primary);
        break;
    default:
        m_trouble = Trouble::Other;
    }
    const QString words = wordsOf(error);
    return m_trouble == Trouble::Busy ? inUse(code, words) : Error{code, words};
}

Result<> Database::run(const QString &sql)
{
    QSqlQuery query(handle());
    if (!query.exec(sql))
        return failed(Code::FileUnwritable, query.lastError());
    return Result<>::success();
}

Result<> Database::runPatiently(const QString &sql)
{
    const QDeadlineTimer deadline(busyTimeout);
    auto done = run(sql);
    while (!done.ok() && m_trouble == Trouble::Busy && !deadline.hasExpired()) {
        QThread::msleep(busyStep);
        done = run(sql);
    }
    return done;
}

Result<> Database::run(QSqlQuery &prepared)
{
    if (!prepared.exec())
        return failed(Code::FileUnwritable, prepared.lastError());
    prepared.finish();
    return Result<>::success();
}

Result<QVariant> Database::value(const QString &sql) const
{
    QSqlQuery query(handle());
    if (!query.exec(sql))
        return failed(Code::FileUnreadable, query.lastError());
    return query.next() ? query.value(0) : QVariant();
}

Transaction::Transaction(Database &database)
    : m_database(database)
    , m_begun(database.run(QStringLiteral("BEGIN IMMEDIATE")))
{
}

Transaction::~Transaction()
{
    // SQLite ends some failed transactions by itself: then there is nothing left to roll back.
    if (m_begun.ok() && !m_committed)
        (void)m_database.run(QStringLiteral("ROLLBACK"));
}

Result<> Transaction::commit()
{
    auto done = m_database.run(QStringLiteral("COMMIT"));
    m_committed = done.ok();
    return done;
}

} // namespace packwarden
