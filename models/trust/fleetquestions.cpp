// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What fleet.db is asked about many packs at once.

#include "models/support/sqlitefile.h"
#include "models/trust/fleetdb.h"

namespace packwarden {

namespace {

using Query = SqliteFile::Query;

PackSerial serialIn(const QString &text)
{
    const auto serial = PackSerial::parse(text);
    return serial.ok() ? *serial : PackSerial();
}

} // namespace

bool FleetDb::contains(const PackSerial &serial) const
{
    const QMutexLocker locker(&m_lock);
    Query query(*m_file, "SELECT 1 FROM packs WHERE serial = ?1");
    return query.bind(1, serial.text()).next();
}

qsizetype FleetDb::count() const
{
    const QMutexLocker locker(&m_lock);
    Query query(*m_file, "SELECT count(*) FROM packs");
    return query.next() ? qsizetype(query.integer(0)) : 0;
}

QList<PackSerial> FleetDb::serials() const
{
    const QMutexLocker locker(&m_lock);
    QList<PackSerial> all;
    Query query(*m_file, "SELECT serial FROM packs ORDER BY serial");
    while (query.next())
        all.append(serialIn(query.text(0)));
    return all;
}

QList<PackLine> FleetDb::lines(const Which &which) const
{
    const QMutexLocker locker(&m_lock);
    QByteArray sql = "SELECT serial, read_at, hardware, owner, packs.policy, locked, contradicted, holding, situation "
                     "FROM packs LEFT JOIN holdings ON holdings.id = packs.holding WHERE ";
    if (which.holding)
        sql += "holding = ?4 AND ";
    if (which.isContradicted)
        sql += "contradicted = 1 AND ";
    if (which.policyBelow)
        sql += "packs.policy > 0 AND packs.policy < ?2 AND ";
    sql += which.only ? "serial = ?1 " : "serial > ?1 ";
    sql += "ORDER BY serial LIMIT ?3";
    Query query(*m_file, sql);
    const auto &from = which.only ? which.only : which.after;
    query.bind(1, from ? from->text() : QStringLiteral("")).bind(3, qint64(which.atMost));
    if (which.policyBelow)
        query.bind(2, qint64(*which.policyBelow));
    if (which.holding)
        query.bind(4, *which.holding);
    QList<PackLine> all;
    while (query.next()) {
        PackLine line;
        line.serial = serialIn(query.text(0));
        line.readAt = query.integer(1);
        line.hardware = query.text(2);
        line.owner = query.text(3);
        line.policy = int(query.integer(4));
        line.isLocked = query.integer(5) != 0;
        line.isContradicted = query.integer(6) != 0;
        line.holding = query.integer(7);
        line.holdsRules = line.holding != 0;
        line.situation = query.bytes(8);
        all.append(line);
    }
    return all;
}

QList<PackSerial> FleetDb::examples() const
{
    const QMutexLocker locker(&m_lock);
    QList<PackSerial> all;
    Query query(*m_file, "SELECT min(serial) AS first FROM packs GROUP BY situation ORDER BY first");
    while (query.next())
        all.append(serialIn(query.text(0)));
    return all;
}

QHash<qint64, int> FleetDb::holdings() const
{
    const QMutexLocker locker(&m_lock);
    QHash<qint64, int> all;
    Query query(*m_file, "SELECT holding, count(*) FROM packs WHERE holding IS NOT NULL GROUP BY holding");
    while (query.next())
        all.insert(query.integer(0), int(query.integer(1)));
    return all;
}

QList<QByteArray> FleetDb::lists() const
{
    const QMutexLocker locker(&m_lock);
    noticeOthers();
    if (m_areListsCurrent)
        return m_lists;
    QList<QByteArray> all;
    Query query(*m_file, "SELECT bytes FROM blobs WHERE id IN (SELECT list FROM holding_lists)");
    while (query.next())
        all.append(query.bytes(0));
    if (query.state().ok()) {
        m_lists = all;
        m_areListsCurrent = true;
    }
    return m_lists;
}

bool FleetDb::isProved(const QByteArray &siliconSha256, const QByteArray &foundationSha256) const
{
    const QMutexLocker locker(&m_lock);
    Query query(
        *m_file, "SELECT 1 FROM packs WHERE silicon_sha256 = ?1 AND foundation_sha256 = ?2 AND proved = 1 LIMIT 1");
    return query.bind(1, siliconSha256).bind(2, foundationSha256).next();
}

QList<FleetDb::Silicon> FleetDb::silicons() const
{
    const QMutexLocker locker(&m_lock);
    QList<Silicon> all;
    Query query(*m_file,
        "SELECT found.hash, bytes, found.proved FROM (SELECT silicon_sha256 AS hash, max(proved) AS proved FROM packs "
        "GROUP BY silicon_sha256) AS found LEFT JOIN blobs ON blobs.sha256 = found.hash");
    while (query.next())
        all.append({query.bytes(0), query.bytes(1), query.integer(2) != 0});
    return all;
}

QByteArray FleetDb::bytesOf(const QByteArray &sha256) const
{
    const QMutexLocker locker(&m_lock);
    Query query(*m_file, "SELECT bytes FROM blobs WHERE sha256 = ?1");
    return query.bind(1, sha256).next() ? query.bytes(0) : QByteArray();
}

QByteArray FleetDb::documentOf(const QByteArray &payloadSha256) const
{
    const QMutexLocker locker(&m_lock);
    Query query(*m_file, "SELECT bytes FROM blobs WHERE payload = ?1 LIMIT 1");
    return query.bind(1, payloadSha256).next() ? query.bytes(0) : QByteArray();
}

FleetDb::Shown FleetDb::shown() const
{
    const QMutexLocker locker(&m_lock);
    Shown all;
    {
        Query query(*m_file, "SELECT count(*) FROM packs WHERE shown = 1");
        all.count = query.next() ? int(query.integer(0)) : 0;
    }
    Query query(*m_file, "SELECT serial, read_at FROM packs WHERE shown = 1 ORDER BY read_at LIMIT 1");
    if (query.next()) {
        all.oldest = serialIn(query.text(0));
        all.oldestReadAt = query.integer(1);
    }
    return all;
}

} // namespace packwarden
