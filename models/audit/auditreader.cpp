// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditreader.h"

#include "models/audit/auditfilter.h"
#include "models/audit/auditschema.h"
#include "models/support/database.h"

#include <sqlite3.h>

#include <QSqlDriver>
#include <QVariant>

namespace packwarden {

namespace {

constexpr int instructionsBetween = 20'000; ///< of SQLite's machine: about a millisecond
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

/// A statement with its values; the caller finalizes it.
Result<sqlite3_stmt *> prepared(const Database &database, const QString &sql, const QVariantList &values)
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
    return statement;
}

} // namespace

void AuditReader::Finalizer::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Result<AuditReader> AuditReader::open(const Database &database, const AuditFilter &filter)
{
    QVariantList values;
    const QString where = auditfilter::where(filter, values);
    auto statement = prepared(database,
        QStringLiteral("SELECT %1 FROM records%2 ORDER BY seq").arg(QLatin1String(auditschema::columns), where),
        values);
    if (!statement.ok())
        return statement.error();
    AuditReader reader;
    reader.m_statement.reset(*statement);
    return reader;
}

Result<> AuditReader::numbers(const Database &database, const AuditFilter &filter, qint64 upTo,
    const std::function<bool(qint64)> &take, const std::function<bool()> &goesOn, AuditRows rows)
{
    // Text is looked for here: joining and folding it by SQL's own functions takes ten times as long.
    AuditFilter indexed = filter;
    indexed.text.clear();
    QVariantList values;
    const QString where = auditfilter::where(indexed, values, rows);
    values.append(upTo);
    const auto made = prepared(database,
        QStringLiteral("SELECT seq%1 FROM records%2 seq <= ? ORDER BY seq DESC")
            .arg(filter.text.isEmpty() ? QString() : QStringLiteral(", actor, party, role, action, subject, outcome"),
                where.isEmpty() ? QStringLiteral(" WHERE") : where + QStringLiteral(" AND")),
        values);
    if (!made.ok())
        return made.error();
    const std::unique_ptr<sqlite3_stmt, Finalizer> statement(*made);
    sqlite3 *native = sqlite3_db_handle(statement.get());
    if (goesOn) {
        const auto asked = [](void *asks) -> int {
            return (*static_cast<const std::function<bool()> *>(asks))() ? 0 : 1;
        };
        sqlite3_progress_handler(native, instructionsBetween, asked, const_cast<std::function<bool()> *>(&goesOn));
    }
    auditfilter::TextSearch search(filter.text);
    const auto passes = [&] {
        if (filter.text.isEmpty())
            return true;
        search.begin();
        for (int text = 0; text < AuditRowView::TextCount; ++text)
            search.add(textOf(statement.get(), 1 + text));
        return search.found();
    };
    int result = sqlite3_step(statement.get());
    while (result == SQLITE_ROW && (!passes() || take(sqlite3_column_int64(statement.get(), 0))))
        result = sqlite3_step(statement.get());
    sqlite3_progress_handler(native, 0, nullptr, nullptr);
    if (result == SQLITE_INTERRUPT)
        return {Code::Cancelled, {}};
    return result == SQLITE_DONE || result == SQLITE_ROW
        ? Result<>::success()
        : Result<>(Code::FileUnreadable, QString::fromUtf8(sqlite3_errmsg(native)));
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
