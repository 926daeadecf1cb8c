// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditschema.h"

#include "models/support/database.h"
#include "models/support/storereason.h"

#include <QSqlQuery>
#include <QVariant>

namespace packwarden::auditschema {

namespace {

QString trigger(const QString &table, const QString &event)
{
    return QStringLiteral("CREATE TRIGGER %1_no_%2 BEFORE %3 ON %1 BEGIN SELECT RAISE(ABORT, 'append only'); END")
        .arg(table, event.toLower(), event);
}

void addTriggers(QMap<QString, QString> &map, const QStringList &tables)
{
    for (const QString &table : tables) {
        for (const QString &event : {QStringLiteral("UPDATE"), QStringLiteral("DELETE")})
            map.insert(table + QStringLiteral("_no_") + event.toLower(), trigger(table, event));
    }
}

} // namespace

const QMap<QString, QString> &statements(int of)
{
    static const QMap<QString, QString> first = [] {
        QMap<QString, QString> map{
            {QStringLiteral("meta"), QStringLiteral("CREATE TABLE meta(key TEXT PRIMARY KEY, value)")},
            {QStringLiteral("records"),
                QStringLiteral(
                    "CREATE TABLE records(seq INTEGER PRIMARY KEY, time_us INTEGER, actor TEXT, party TEXT, "
                    "role TEXT, action TEXT, subject TEXT, outcome TEXT, detail BLOB, prev BLOB, hash BLOB)")},
            {QStringLiteral("checkpoints"),
                QStringLiteral("CREATE TABLE checkpoints(seq INTEGER, at INTEGER, signed BLOB)")},
            {QStringLiteral("records_by_subject"),
                QStringLiteral("CREATE INDEX records_by_subject ON records(subject, action)")},
        };
        addTriggers(map, {QStringLiteral("meta"), QStringLiteral("records"), QStringLiteral("checkpoints")});
        return map;
    }();
    static const QMap<QString, QString> second = [] {
        QMap<QString, QString> map = first;
        map.insert(QStringLiteral("nodes"),
            QStringLiteral("CREATE TABLE nodes(steps INTEGER, at INTEGER, hash BLOB, PRIMARY KEY(steps, at)) "
                           "WITHOUT ROWID"));
        addTriggers(map, {QStringLiteral("nodes")});
        for (const auto &[name, place] : {std::pair("records_by_action", "records(action, outcome)"),
                 std::pair("records_by_outcome", "records(outcome)"), std::pair("records_by_actor", "records(actor)"),
                 std::pair("records_by_time", "records(time_us)"), std::pair("checkpoints_by_seq", "checkpoints(seq)")})
            map.insert(QLatin1String(name),
                QStringLiteral("CREATE INDEX %1 ON %2").arg(QLatin1String(name), QLatin1String(place)));
        return map;
    }();
    static const QMap<QString, QString> third = [] {
        QMap<QString, QString> map = second;
        map.insert(QStringLiteral("packs"),
            QStringLiteral("CREATE TABLE packs(pack TEXT, seq INTEGER, PRIMARY KEY(pack, seq)) WITHOUT ROWID"));
        map.insert(QStringLiteral("texts"),
            QStringLiteral("CREATE TABLE texts(place INTEGER, text TEXT, PRIMARY KEY(place, text)) WITHOUT ROWID"));
        addTriggers(map, {QStringLiteral("packs"), QStringLiteral("texts")});
        return map;
    }();
    return of < 2 ? first : of < 3 ? second : third;
}

Result<int> versionOf(const Database &database)
{
    const auto application = database.value(QStringLiteral("PRAGMA application_id"));
    if (!application.ok() || application->toLongLong() != applicationId)
        return {Code::AuditDamaged, QStringLiteral("application id")};
    const auto found = database.value(QStringLiteral("PRAGMA user_version"));
    if (!found.ok() || found->toInt() > version)
        return {Code::AuditDamaged, QStringLiteral("newer schema"), StoreReason::NewerVersion};
    return found->toInt() < 1 ? Result<int>(Code::AuditDamaged, QStringLiteral("schema")) : found->toInt();
}

QString fault(const Database &database)
{
    // Statistics for its planner (sqlite.org/fileformat2.html, 2.6.3): a browser's ANALYZE damages nothing.
    static const QMap<QString, QString> statistics{
        {QStringLiteral("sqlite_stat1"), QStringLiteral("CREATE TABLE sqlite_stat1(tbl,idx,stat)")},
        {QStringLiteral("sqlite_stat4"), QStringLiteral("CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)")},
    };
    QSqlQuery query(database.handle());
    query.setForwardOnly(true);
    if (!query.exec(QStringLiteral("SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_autoindex_%'")))
        return QStringLiteral("schema");
    const auto found = versionOf(database);
    QMap<QString, QString> missing = statements(found.ok() ? *found : version);
    while (query.next()) {
        const QString name = query.value(0).toString();
        const QString sql = query.value(1).toString();
        if (statistics.contains(name) && statistics.value(name) == sql)
            continue;
        if (!missing.contains(name))
            return QStringLiteral("schema: %1 is no part of an audit").arg(name);
        if (missing.take(name) != sql)
            return QStringLiteral("schema: %1 was changed").arg(name);
    }
    return missing.isEmpty() ? QString() : QStringLiteral("schema: %1 is missing").arg(missing.firstKey());
}

Result<QByteArray> logId(const Database &database)
{
    QSqlQuery query(database.handle());
    query.setForwardOnly(true);
    if (!query.exec(QStringLiteral("SELECT value FROM meta WHERE key = 'log_id'")) || !query.next()
        || query.value(0).toByteArray().size() != 16)
        return {Code::AuditDamaged, QStringLiteral("meta")};
    QByteArray id = query.value(0).toByteArray();
    return query.next() ? Result<QByteArray>(Code::AuditDamaged, QStringLiteral("meta")) : Result<QByteArray>(id);
}

} // namespace packwarden::auditschema
