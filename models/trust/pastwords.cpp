// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/trust/pastwords.h"

#include "models/core/pack/statement.h"
#include "models/support/sqlitefile.h"
#include "models/trust/knownpack.h"

#include <QFile>

namespace packwarden::pastwords {

namespace {

using Query = SqliteFile::Query;

/// Does a past day that both speak of look the same by one as by the other?
bool saySame(const QByteArray &one, const QByteArray &other)
{
    const auto said = [](const QByteArray &bytes) {
        KnownPack pack;
        pack.statement = bytes;
        return pack.lastWord();
    };
    const auto first = said(one);
    const auto second = said(other);
    return first && second && first->charter == second->charter && first->policy == second->policy
        && first->values == second->values;
}

Result<QByteArray> newestOf(SqliteFile &file, const PackSerial &serial)
{
    Query query(file, "SELECT statement FROM past_words WHERE serial = ?1 ORDER BY id DESC LIMIT 1");
    if (query.bind(1, serial.text()).next())
        return query.bytes(0);
    return query.state().ok() ? Result<QByteArray>(QByteArray()) : Result<QByteArray>(query.state().error());
}

} // namespace

Result<> keepBefore(SqliteFile &file, const PackSerial &serial, const QByteArray &before, const QByteArray &now)
{
    if (before.isEmpty() || before == now)
        return Result<>::success();
    const auto newest = newestOf(file, serial);
    if (!newest.ok())
        return newest.error();
    // In the middle of a stretch.
    if (*newest == before || (saySame(*newest, before) && saySame(before, now)))
        return Result<>::success();
    Query one(file, "INSERT INTO past_words(serial, statement) VALUES(?1, ?2)");
    if (auto done = one.bind(1, serial.text()).bind(2, before).run(); !done.ok())
        return done;
    Query mine(file,
        "DELETE FROM past_words WHERE serial = ?1 AND id <= (SELECT id FROM past_words WHERE serial = ?1 "
        "ORDER BY id DESC LIMIT 1 OFFSET ?2)");
    if (auto done = mine.bind(1, serial.text()).bind(2, qint64(mostOfPack)).run(); !done.ok())
        return done;
    // Numbers are never given twice, so there are no more rows than numbers.
    Query all(file, "DELETE FROM past_words WHERE id <= (SELECT max(id) FROM past_words) - ?1");
    return all.bind(1, mostOfAll).run();
}

Result<> forget(SqliteFile &file, const PackSerial &serial)
{
    Query query(file, "DELETE FROM past_words WHERE serial = ?1");
    return query.bind(1, serial.text()).run();
}

QList<QByteArray> of(const QString &store, const PackSerial &serial)
{
    const QString path = store + QStringLiteral("/fleet.db");
    if (!QFile::exists(path))
        return {};
    auto file = SqliteFile::open(path);
    if (!file.ok())
        return {};
    QList<QByteArray> all;
    Query query(**file, "SELECT statement FROM past_words WHERE serial = ?1 ORDER BY id");
    query.bind(1, serial.text());
    while (query.next())
        all.append(query.bytes(0));
    return all;
}

} // namespace packwarden::pastwords
