// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditreader.h"

#include "models/audit/auditfilter.h"
#include "models/audit/auditindex.h"
#include "models/audit/auditschema.h"
#include "models/support/database.h"

#include <sqlite3.h>

#include <utility>

namespace packwarden {

namespace {

constexpr int instructionsBetween = 20'000; ///< of SQLite's machine: about a millisecond
constexpr int firstText = 2;
constexpr int firstBlob = firstText + AuditRowView::TextCount;

} // namespace

Result<AuditReader> AuditReader::open(const Database &database, const AuditFilter &filter)
{
    QVariantList values;
    const QString where = auditfilter::where(filter, values, AuditRows::Records, auditindex::narrow(database, filter));
    auto statement = NativeStatement::prepare(database,
        QStringLiteral("SELECT %1 FROM records%2 ORDER BY seq").arg(QLatin1String(auditschema::columns), where),
        values);
    if (!statement.ok())
        return statement.error();
    return AuditReader(std::move(statement).value());
}

Result<> AuditReader::numbers(const Database &database, const AuditFilter &filter, qint64 upTo,
    const std::function<bool(qint64)> &take, const std::function<bool()> &goesOn, AuditRows rows, qint64 after)
{
    // Text is looked for here: joining and folding it by SQL's own functions takes ten times as long.
    // A few records are looked at sooner than the index.
    constexpr qint64 few = 1000;
    const auto narrowing = upTo - after > few ? auditindex::narrow(database, filter) : auditindex::Narrowing();
    AuditFilter indexed = filter;
    indexed.text.clear();
    QVariantList values;
    const QString where = auditfilter::where(indexed, values, rows, narrowing);
    values << upTo << after;
    auto made = NativeStatement::prepare(database,
        QStringLiteral("SELECT seq%1 FROM records%2 seq <= ? AND seq > ? ORDER BY seq DESC")
            .arg(filter.text.isEmpty() ? QString() : QStringLiteral(", actor, party, role, action, subject, outcome"),
                where.isEmpty() ? QStringLiteral(" WHERE") : where + QStringLiteral(" AND")),
        values);
    if (!made.ok())
        return made.error();
    NativeStatement &statement = made.value();
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
            search.add(statement.text(1 + text));
        return search.found();
    };
    int result = statement.step();
    while (result == SQLITE_ROW && (!passes() || take(statement.integer(0))))
        result = statement.step();
    sqlite3_progress_handler(native, 0, nullptr, nullptr);
    if (result == SQLITE_INTERRUPT)
        return {Code::Cancelled, {}};
    return result == SQLITE_DONE || result == SQLITE_ROW ? Result<>::success()
                                                         : Result<>(Code::FileUnreadable, statement.trouble());
}

bool AuditReader::next()
{
    sqlite3_stmt *at = m_statement.get();
    const int result = m_statement.step();
    m_ended = result == SQLITE_DONE;
    if (result != SQLITE_ROW)
        return false;
    bool typed = sqlite3_column_type(at, 0) == SQLITE_INTEGER && sqlite3_column_type(at, 1) == SQLITE_INTEGER;
    for (int column = firstText; column < firstBlob; ++column)
        typed = typed && sqlite3_column_type(at, column) == SQLITE_TEXT;
    for (int column = firstBlob; column < firstBlob + 3; ++column)
        typed = typed && sqlite3_column_type(at, column) == SQLITE_BLOB;
    m_row.typed = typed;
    m_row.seq = m_statement.integer(0);
    m_row.timeUs = m_statement.integer(1);
    for (int text = 0; text < AuditRowView::TextCount; ++text) {
        const QByteArrayView bytes = m_statement.text(firstText + text);
        m_row.texts[size_t(text)] = bytes;
        m_row.typed = m_row.typed && bytes.isValidUtf8();
    }
    m_row.detail = m_statement.bytes(firstBlob);
    m_row.prev = m_statement.bytes(firstBlob + 1);
    m_row.hash = m_statement.bytes(firstBlob + 2);
    return true;
}

} // namespace packwarden
