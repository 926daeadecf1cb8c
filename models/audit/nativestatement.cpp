// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/nativestatement.h"

#include "models/support/database.h"

#include <sqlite3.h>

#include <QSqlDriver>

namespace packwarden {

namespace {

/// Qt's connection, if it is one of the SQLite that this program calls.
sqlite3 *nativeOf(const Database &database)
{
    const auto source = database.value(QStringLiteral("SELECT sqlite_source_id()"));
    if (!source.ok() || source->toString() != QLatin1String(sqlite3_sourceid()))
        return nullptr;
    const QVariant handle = database.handle().driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.constData());
}

} // namespace

void NativeStatement::Finalizer::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Result<NativeStatement> NativeStatement::prepare(
    const Database &database, const QString &sql, const QVariantList &values)
{
    sqlite3 *native = nativeOf(database);
    if (!native)
        return {Code::FileUnreadable, QStringLiteral("SQLite")};
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(native, text.constData(), int(text.size()), &statement, nullptr) != SQLITE_OK)
        return {Code::FileUnreadable, QString::fromUtf8(sqlite3_errmsg(native))};
    int place = 0;
    for (const QVariant &value : values) {
        ++place;
        const QByteArray bytes
            = value.metaType().id() == QMetaType::QByteArray ? value.toByteArray() : value.toString().toUtf8();
        switch (value.metaType().id()) {
        case QMetaType::Int:
        case QMetaType::LongLong:
            sqlite3_bind_int64(statement, place, value.toLongLong());
            break;
        case QMetaType::QByteArray:
            sqlite3_bind_blob(statement, place, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT);
            break;
        default:
            sqlite3_bind_text(statement, place, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT);
        }
    }
    return NativeStatement(statement);
}

void NativeStatement::reset()
{
    sqlite3_reset(get());
}

void NativeStatement::bind(int place, qint64 value)
{
    sqlite3_bind_int64(get(), place, value);
}

void NativeStatement::bindText(int place, QByteArrayView utf8)
{
    // Of no bytes there may be no address, and that would be NULL.
    sqlite3_bind_text(get(), place, utf8.isEmpty() ? "" : utf8.data(), int(utf8.size()), SQLITE_STATIC);
}

int NativeStatement::step()
{
    return sqlite3_step(get());
}

bool NativeStatement::hasRow()
{
    return step() == SQLITE_ROW;
}

QByteArrayView NativeStatement::bytes(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(get(), column));
    return {data, sqlite3_column_bytes(get(), column)};
}

QByteArrayView NativeStatement::text(int column) const
{
    const auto *data = reinterpret_cast<const char *>(sqlite3_column_text(get(), column));
    return {data, sqlite3_column_bytes(get(), column)};
}

qint64 NativeStatement::integer(int column) const
{
    return sqlite3_column_int64(get(), column);
}

QString NativeStatement::trouble() const
{
    return QString::fromUtf8(sqlite3_errmsg(sqlite3_db_handle(get())));
}

} // namespace packwarden
