// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/exchange/packregister.h"

#include "models/support/sqlitefile.h"

#include <QFile>

namespace packwarden {

namespace {

using Query = SqliteFile::Query;

constexpr int sqliteBusy = 5; ///< sqlite.org/rescode.html
constexpr char schema[] = "CREATE TABLE IF NOT EXISTS heard(serial TEXT PRIMARY KEY, counter INTEGER NOT NULL, "
                          "party TEXT NOT NULL, seen INTEGER NOT NULL) WITHOUT ROWID;"
                          "CREATE TABLE IF NOT EXISTS exchange(id TEXT NOT NULL)";

} // namespace

PackRegister::PackRegister(const QString &path)
{
    if (prepare(path))
        return;
    // One that another program writes at this moment is good.
    const bool isInUse = m_file && m_file->trouble() == sqliteBusy;
    m_file.reset();
    if (!isInUse)
        QFile::remove(path);
    if ((isInUse || !prepare(path)) && !prepare({}))
        qFatal("no memory for the register of packs");
}

PackRegister::~PackRegister() = default;

bool PackRegister::prepare(const QString &path)
{
    auto file = SqliteFile::open(path);
    if (!file.ok())
        return false;
    m_file = std::move(file).value();
    if (m_file->isReadOnly() || !m_file->run(schema).ok())
        return false;
    // What it says at last is asked for again: a power cut may cost the newest rows, never the file.
    (void)m_file->run("PRAGMA synchronous=NORMAL");
    Query query(*m_file, "SELECT serial, counter, party, seen FROM heard LIMIT 1");
    (void)query.next();
    return query.state().ok();
}

std::optional<PackRegister::Line> PackRegister::find(const PackSerial &serial) const
{
    Query query(*m_file, "SELECT counter, party, seen FROM heard WHERE serial=?1");
    query.bind(1, serial.text());
    if (!query.next())
        return std::nullopt;
    return Line{query.integer(0), query.text(1), query.integer(2)};
}

Result<> PackRegister::keep(const PackSerial &serial, const Line &line)
{
    Query query(*m_file, "INSERT OR REPLACE INTO heard(serial, counter, party, seen) VALUES(?1, ?2, ?3, ?4)");
    query.bind(1, serial.text()).bind(2, line.counter).bind(3, line.by.isNull() ? QStringLiteral("") : line.by);
    query.bind(4, line.seen);
    return query.run();
}

void PackRegister::belongTo(const QString &exchange)
{
    {
        Query query(*m_file, "SELECT id FROM exchange");
        if (query.next() && query.text(0) == exchange)
            return;
    }
    (void)m_file->run("DELETE FROM heard; DELETE FROM exchange");
    Query query(*m_file, "INSERT INTO exchange(id) VALUES(?1)");
    (void)query.bind(1, exchange).run();
}

} // namespace packwarden
