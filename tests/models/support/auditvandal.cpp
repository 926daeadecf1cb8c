// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/support/auditvandal.h"

#include "models/audit/auditindex.h"
#include "models/audit/auditrows.h"
#include "models/audit/auditschema.h"
#include "models/support/database.h"

#include <QSqlQuery>
#include <QVariant>

#include <algorithm>

namespace packwarden::test::vandal {

namespace {

bool withoutTriggers(const QString &path, const std::function<bool(Database &)> &act)
{
    auto opened = Database::open(path, Database::Mode::ReadWrite);
    if (!opened.ok())
        return false;
    Database &database = **opened;
    const auto &ours = auditschema::statements();
    QStringList triggers;
    for (auto it = ours.begin(); it != ours.end(); ++it) {
        if (it->startsWith(QLatin1String("CREATE TRIGGER")))
            triggers.append(it.key());
    }
    if (!database.run(QStringLiteral("BEGIN IMMEDIATE")).ok())
        return false;
    for (const QString &name : std::as_const(triggers)) {
        if (!database.run(QStringLiteral("DROP TRIGGER ") + name).ok())
            return false;
    }
    if (!act(database))
        return false;
    for (const QString &name : std::as_const(triggers)) {
        if (!database.run(ours.value(name)).ok())
            return false;
    }
    return database.run(QStringLiteral("COMMIT")).ok();
}

} // namespace

bool run(const QString &path, const QStringList &statements)
{
    return withoutTriggers(path, [&](Database &database) {
        for (const QString &statement : statements) {
            if (const auto done = database.run(statement); !done.ok()) {
                qWarning("%s: %s", qPrintable(statement), qPrintable(done.error().detail));
                return false;
            }
        }
        return true;
    });
}

bool makeOlder(const QString &path, int version)
{
    const auto database = Database::open(path, Database::Mode::ReadWrite);
    if (!database.ok())
        return false;
    QStringList sql{QStringLiteral("BEGIN IMMEDIATE")};
    const auto &ours = auditschema::statements();
    const auto &former = auditschema::statements(version);
    for (auto it = ours.begin(); it != ours.end(); ++it) {
        // Triggers go with their tables.
        for (const QString &kind : {QStringLiteral("INDEX "), QStringLiteral("TABLE ")}) {
            if (!former.contains(it.key()) && it->startsWith(QStringLiteral("CREATE ") + kind))
                sql.append(QStringLiteral("DROP ") + kind + it.key());
        }
    }
    sql << QStringLiteral("PRAGMA user_version=%1").arg(version) << QStringLiteral("COMMIT");
    return std::all_of(
        sql.begin(), sql.end(), [&](const QString &statement) { return (*database)->run(statement).ok(); });
}

bool rewrite(const QString &path, const std::function<void(QList<AuditRecord> &)> &change)
{
    return withoutTriggers(path, [&](Database &database) {
        const auto logId = auditschema::logId(database);
        const QString columns = QLatin1String(auditschema::columns);
        QSqlQuery query(database.handle());
        if (!logId.ok() || !query.exec(QStringLiteral("SELECT %1 FROM records ORDER BY seq").arg(columns)))
            return false;
        QList<AuditRecord> records;
        while (query.next())
            records.append(auditrows::read(query));
        query.finish();
        change(records);
        if (!database.run(QStringLiteral("DELETE FROM records")).ok())
            return false;
        QByteArray previous(32, '\0');
        for (int i = 0; i < records.size(); ++i) {
            AuditRecord &record = records[i];
            record.seq = i + 1;
            record.prev = previous;
            record.hash = previous = record.computeHash(*logId);
            QSqlQuery insert(database.handle());
            insert.prepare(
                QStringLiteral("INSERT INTO records(%1) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").arg(columns));
            auditrows::bind(insert, record);
            if (!insert.exec())
                return false;
        }
        // Who rewrites the records has them found, too.
        return database.run(QStringLiteral("DELETE FROM packs")).ok()
            && database.run(QStringLiteral("DELETE FROM texts")).ok() && auditindex::fill(database, {}).ok();
    });
}

} // namespace packwarden::test::vandal
