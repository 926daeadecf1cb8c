// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

namespace packwarden {

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
    const QString name = QStringLiteral("packwarden-%1").arg(QUuid::createUuid().toString(QUuid::Id128));
    auto opened = std::unique_ptr<Database>(new Database(name));
    QSqlDatabase handle = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    handle.setDatabaseName(path);
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000");
    if (mode == Mode::ReadOnly)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    handle.setConnectOptions(options);
    if (!handle.open())
        return {Code::FileUnreadable, handle.lastError().text()};
    if (auto run = opened->run(QStringLiteral("PRAGMA trusted_schema=OFF")); !run.ok())
        return {Code::FileUnreadable, run.error().detail};
    return opened;
}

QSqlDatabase Database::handle() const
{
    return QSqlDatabase::database(m_connection, false);
}

Result<> Database::run(const QString &sql)
{
    QSqlQuery query(handle());
    if (!query.exec(sql))
        return {Code::FileUnwritable, query.lastError().text()};
    return Result<>::success();
}

Result<QVariant> Database::value(const QString &sql) const
{
    QSqlQuery query(handle());
    if (!query.exec(sql))
        return {Code::FileUnreadable, query.lastError().text()};
    return query.next() ? query.value(0) : QVariant();
}

} // namespace packwarden
