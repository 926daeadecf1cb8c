// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditrows.h"

#include <QSqlQuery>
#include <QVariant>

namespace packwarden::auditrows {

namespace {

/// A null string would become NULL and then another type than was hashed.
QString notNull(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

} // namespace

AuditRecord read(const QSqlQuery &query)
{
    AuditRecord record;
    record.seq = query.value(0).toLongLong();
    record.timeUs = query.value(1).toLongLong();
    record.actor.person = query.value(2).toString();
    record.actor.party = query.value(3).toString();
    record.actor.role = query.value(4).toString();
    record.action = query.value(5).toString();
    record.subject = query.value(6).toString();
    record.outcome = query.value(7).toString();
    record.detail = query.value(8).toByteArray();
    record.prev = query.value(9).toByteArray();
    record.hash = query.value(10).toByteArray();
    return record;
}

void bind(QSqlQuery &query, const AuditRecord &record)
{
    query.addBindValue(record.seq);
    query.addBindValue(record.timeUs);
    for (const QString &text :
        {record.actor.person, record.actor.party, record.actor.role, record.action, record.subject, record.outcome})
        query.addBindValue(notNull(text));
    for (const QByteArray &bytes : {record.detail, record.prev, record.hash})
        query.addBindValue(bytes);
}

} // namespace packwarden::auditrows
