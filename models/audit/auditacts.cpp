// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditacts.h"

#include "models/audit/auditfilter.h"
#include "models/audit/auditreader.h"
#include "models/audit/auditrows.h"
#include "models/audit/auditschema.h"
#include "models/support/database.h"
#include "models/support/modelslog.h"

#include <QSqlQuery>

namespace packwarden {

AuditActs::AuditActs(const QString &path)
    : m_path(path)
{
}

AuditActs::~AuditActs() = default;

Database *AuditActs::database()
{
    if (!m_database) {
        auto opened = Database::openToRead(m_path);
        if (opened.ok())
            m_database = std::move(opened).value();
        else
            qCWarning(auditLog) << "not read:" << opened.error().detail;
    }
    return m_database.get();
}

QList<qint64> AuditActs::numbers(const AuditFilter &filter, qint64 upTo, qint64 after)
{
    QList<qint64> found;
    Database *from = database();
    if (!from)
        return found;
    const auto read = AuditReader::numbers(
        *from, filter, upTo,
        [&](qint64 seq) {
            found.append(seq);
            return true;
        },
        {}, AuditRows::Acts, after);
    if (!read.ok())
        qCWarning(auditLog) << "not read to its end:" << read.error().detail;
    return found;
}

std::optional<AuditRecord> AuditActs::otherHalf(const AuditRecord &record)
{
    const QByteArray act = auditfilter::actOf(record.detail);
    Database *from = act.isEmpty() ? nullptr : database();
    if (!from)
        return {};
    const bool isBegun = record.outcome == QLatin1String(auditoutcome::begun);
    QSqlQuery query(from->handle());
    query.setForwardOnly(true);
    query.prepare(
        QStringLiteral("SELECT %1 FROM records WHERE subject = ? AND action = ? AND seq %2 ? AND outcome %3 ? "
                       "AND substr(detail, 2, 12) = ? ORDER BY seq %4 LIMIT 1")
            .arg(QLatin1String(auditschema::columns), isBegun ? QStringLiteral(">") : QStringLiteral("<"),
                isBegun ? QStringLiteral("<>") : QStringLiteral("="),
                isBegun ? QStringLiteral("ASC") : QStringLiteral("DESC")));
    query.addBindValue(record.subject);
    query.addBindValue(record.action);
    query.addBindValue(record.seq);
    query.addBindValue(QLatin1String(auditoutcome::begun));
    query.addBindValue(act);
    return query.exec() && query.next() ? std::optional(auditrows::read(query)) : std::nullopt;
}

} // namespace packwarden
