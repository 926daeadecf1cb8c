// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditreader.h"

#include "models/audit/auditschema.h"
#include "models/support/database.h"

#include <sqlite3.h>

#include <QSqlDriver>
#include <QVariant>

namespace packwarden {

namespace {

constexpr int firstText = 2;
constexpr int firstBlob = firstText + AuditRowView::TextCount;

QByteArrayView bytesOf(sqlite3_stmt *statement, int column)
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(statement, column));
    return {data, sqlite3_column_bytes(statement, column)};
}

QByteArrayView textOf(sqlite3_stmt *statement, int column)
{
    const auto *data = reinterpret_cast<const char *>(sqlite3_column_text(statement, column));
    return {data, sqlite3_column_bytes(statement, column)};
}

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

void AuditReader::Finalizer::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Result<AuditReader> AuditReader::open(const Database &database)
{
    sqlite3 *native = nativeOf(database);
    if (!native)
        return {Code::FileUnreadable, QStringLiteral("SQLite")};
    const QByteArray sql = QByteArray("SELECT ") + auditschema::columns + " FROM records ORDER BY seq";
    sqlite3_stmt *statement = nullptr;
    const int result = sqlite3_prepare_v2(native, sql.constData(), int(sql.size()), &statement, nullptr);
    AuditReader reader;
    reader.m_statement.reset(statement);
    if (result != SQLITE_OK)
        return {Code::FileUnreadable, QString::fromUtf8(sqlite3_errmsg(native))};
    return reader;
}

bool AuditReader::next()
{
    sqlite3_stmt *at = m_statement.get();
    const int result = sqlite3_step(at);
    m_ended = result == SQLITE_DONE;
    if (result != SQLITE_ROW)
        return false;
    bool typed = sqlite3_column_type(at, 0) == SQLITE_INTEGER && sqlite3_column_type(at, 1) == SQLITE_INTEGER;
    for (int column = firstText; column < firstBlob; ++column)
        typed = typed && sqlite3_column_type(at, column) == SQLITE_TEXT;
    for (int column = firstBlob; column < firstBlob + 3; ++column)
        typed = typed && sqlite3_column_type(at, column) == SQLITE_BLOB;
    m_row.typed = typed;
    m_row.seq = sqlite3_column_int64(at, 0);
    m_row.timeUs = sqlite3_column_int64(at, 1);
    for (int text = 0; text < AuditRowView::TextCount; ++text) {
        const QByteArrayView bytes = textOf(at, firstText + text);
        m_row.texts[size_t(text)] = bytes;
        m_row.typed = m_row.typed && bytes.isValidUtf8();
    }
    m_row.detail = bytesOf(at, firstBlob);
    m_row.prev = bytesOf(at, firstBlob + 1);
    m_row.hash = bytesOf(at, firstBlob + 2);
    return true;
}

} // namespace packwarden
