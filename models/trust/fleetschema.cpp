// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/trust/fleetschema.h"

#include "models/support/sqlitefile.h"

#include <QMap>

namespace packwarden::fleetschema {

namespace {

constexpr int sqliteBusy = 5; ///< sqlite.org/rescode.html

bool isOfSqlite(const QByteArray &name)
{
    // Its own counters, and what ANALYZE leaves (sqlite.org/fileformat2.html, 2.6).
    return name == "sqlite_sequence" || name == "sqlite_stat1" || name == "sqlite_stat4"
        || name.startsWith("sqlite_autoindex_");
}

Finding unread(const SqliteFile &file, const Result<> &why)
{
    return {file.trouble() == sqliteBusy ? State::Busy : State::Damaged, why.error().detail};
}

} // namespace

const QList<Object> &objects()
{
    // A number is never given twice (AUTOINCREMENT): what was read by one may be remembered by it.
    static const QList<Object> all{
        {"blobs",
            "CREATE TABLE blobs(id INTEGER PRIMARY KEY AUTOINCREMENT, sha256 BLOB NOT NULL UNIQUE, payload BLOB, "
            "bytes BLOB NOT NULL)"},
        {"holdings",
            "CREATE TABLE holdings(id INTEGER PRIMARY KEY AUTOINCREMENT, key BLOB NOT NULL UNIQUE, "
            "silicon INTEGER NOT NULL REFERENCES blobs(id), foundation INTEGER NOT NULL REFERENCES blobs(id), "
            "charter INTEGER NOT NULL REFERENCES blobs(id), policy INTEGER NOT NULL REFERENCES blobs(id), "
            "owner TEXT NOT NULL)"},
        {"holding_lists",
            "CREATE TABLE holding_lists(holding INTEGER NOT NULL REFERENCES holdings(id), place INTEGER NOT NULL, "
            "list INTEGER NOT NULL REFERENCES blobs(id), PRIMARY KEY(holding, place)) WITHOUT ROWID"},
        {"packs",
            "CREATE TABLE packs(id INTEGER PRIMARY KEY, serial TEXT NOT NULL UNIQUE, read_at INTEGER NOT NULL, "
            "holding INTEGER REFERENCES holdings(id), hardware TEXT NOT NULL, policy INTEGER NOT NULL, "
            "locked INTEGER NOT NULL, contradicted INTEGER NOT NULL, proved INTEGER NOT NULL, "
            "shown INTEGER NOT NULL, silicon_sha256 BLOB, foundation_sha256 BLOB, situation BLOB NOT NULL, "
            "parameters INTEGER REFERENCES blobs(id))"},
        {"words",
            "CREATE TABLE words(pack INTEGER PRIMARY KEY REFERENCES packs(id), facts BLOB NOT NULL, statement BLOB, "
            "contradictions BLOB)"},
        {"blobs_by_payload", "CREATE INDEX blobs_by_payload ON blobs(payload) WHERE payload IS NOT NULL"},
        {"holdings_by_silicon", "CREATE INDEX holdings_by_silicon ON holdings(silicon)"},
        {"holdings_by_foundation", "CREATE INDEX holdings_by_foundation ON holdings(foundation)"},
        {"holdings_by_charter", "CREATE INDEX holdings_by_charter ON holdings(charter)"},
        {"holdings_by_policy", "CREATE INDEX holdings_by_policy ON holdings(policy)"},
        {"lists_by_list", "CREATE INDEX lists_by_list ON holding_lists(list)"},
        {"packs_by_holding", "CREATE INDEX packs_by_holding ON packs(holding)"},
        {"packs_by_parameters", "CREATE INDEX packs_by_parameters ON packs(parameters)"},
        {"packs_by_policy", "CREATE INDEX packs_by_policy ON packs(policy)"},
        {"packs_by_limits", "CREATE INDEX packs_by_limits ON packs(silicon_sha256, foundation_sha256, proved)"},
        {"packs_by_situation", "CREATE INDEX packs_by_situation ON packs(situation, serial)"},
        {"packs_contradicted", "CREATE INDEX packs_contradicted ON packs(serial) WHERE contradicted = 1"},
        {"packs_shown", "CREATE INDEX packs_shown ON packs(read_at) WHERE shown = 1"},
        {"pack_groups",
            "CREATE TABLE pack_groups(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE COLLATE NOCASE, "
            "parent INTEGER REFERENCES pack_groups(id), rule TEXT NOT NULL)",
            2},
        // A pack that is chosen need not be known: it may be forgotten and learnt anew.
        {"group_packs",
            "CREATE TABLE group_packs(pack_group INTEGER NOT NULL REFERENCES pack_groups(id), serial TEXT NOT NULL, "
            "PRIMARY KEY(pack_group, serial)) WITHOUT ROWID",
            2},
        {"views",
            "CREATE TABLE views(name TEXT NOT NULL PRIMARY KEY COLLATE NOCASE, search TEXT NOT NULL, "
            "columns TEXT NOT NULL, sort TEXT NOT NULL, descending INTEGER NOT NULL) WITHOUT ROWID",
            2},
        {"rollouts",
            "CREATE TABLE rollouts(id INTEGER PRIMARY KEY AUTOINCREMENT, payload BLOB NOT NULL, title TEXT NOT NULL, "
            "pack_group TEXT NOT NULL, begun_at INTEGER NOT NULL, ended_at INTEGER NOT NULL, ending INTEGER NOT NULL, "
            "soak INTEGER NOT NULL, watch_after TEXT NOT NULL)",
            2},
        {"rollout_packs",
            "CREATE TABLE rollout_packs(rollout INTEGER NOT NULL REFERENCES rollouts(id), place INTEGER NOT NULL, "
            "serial TEXT NOT NULL, state INTEGER NOT NULL, code TEXT NOT NULL, detail TEXT NOT NULL, "
            "at INTEGER NOT NULL, anomaly INTEGER NOT NULL, PRIMARY KEY(rollout, place)) WITHOUT ROWID",
            2},
        {"rollout_packs_by_serial", "CREATE UNIQUE INDEX rollout_packs_by_serial ON rollout_packs(rollout, serial)", 2},
        {"past_words",
            "CREATE TABLE past_words(id INTEGER PRIMARY KEY AUTOINCREMENT, serial TEXT NOT NULL, "
            "statement BLOB NOT NULL)",
            3},
        {"past_words_by_serial", "CREATE INDEX past_words_by_serial ON past_words(serial, id)", 3},
    };
    return all;
}

Finding inspect(SqliteFile &file)
{
    QMap<QByteArray, Object> missing;
    for (const Object &object : objects())
        missing.insert(object.name, object);
    bool isEmpty = true;
    QString foreign;
    Object latest; // of those that are there
    {
        SqliteFile::Query query(file, "SELECT name, sql FROM sqlite_master");
        while (query.next()) {
            const QByteArray name = query.bytes(0);
            isEmpty = false;
            if (isOfSqlite(name))
                continue;
            const Object ours = missing.take(name);
            if (ours.sql != query.bytes(1) && foreign.isEmpty())
                foreign = QString::fromUtf8(name);
            if (ours.since > latest.since)
                latest = ours;
        }
        if (!query.state().ok())
            return unread(file, query.state());
    }
    if (isEmpty)
        return {State::Empty, {}};
    SqliteFile::Query application(file, "PRAGMA application_id");
    if (!application.next())
        return unread(file, application.state());
    if (application.integer(0) != applicationId)
        return {State::Damaged, QStringLiteral("application id")};
    SqliteFile::Query held(file, "PRAGMA user_version");
    if (!held.next())
        return unread(file, held.state());
    const qint64 found = held.integer(0);
    if (found > version)
        return {State::Newer, QString::number(found)};
    missing.removeIf([found](const auto &each) { return each.value().since > found; });
    if (latest.since > found && foreign.isEmpty())
        foreign = QString::fromUtf8(latest.name);
    if (!foreign.isEmpty())
        return {State::Damaged, QStringLiteral("schema: %1").arg(foreign)};
    if (!missing.isEmpty())
        return {State::Damaged, QStringLiteral("schema: %1 is missing").arg(QString::fromUtf8(missing.firstKey()))};
    return {found < version ? State::Older : State::Ours, {}};
}

Result<> create(SqliteFile &file)
{
    QByteArray all = "PRAGMA application_id=" + QByteArray::number(applicationId)
        + ";PRAGMA user_version=" + QByteArray::number(version) + ';';
    for (const Object &object : objects())
        all += object.sql + ';';
    return file.run(all);
}

Result<> upgrade(SqliteFile &file)
{
    SqliteFile::Query held(file, "PRAGMA user_version");
    if (!held.next())
        return held.state();
    const qint64 found = held.integer(0);
    if (auto done = held.run(); !done.ok())
        return done;
    QByteArray all = "PRAGMA user_version=" + QByteArray::number(version) + ';';
    for (const Object &object : objects()) {
        if (object.since > found)
            all += object.sql + ';';
    }
    return file.run(all);
}

} // namespace packwarden::fleetschema
