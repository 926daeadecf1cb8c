// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auditrecord.h"

#include "auditrows.h"
#include "auditschema.h"
#include "cbor.h"
#include "cose.h"
#include "database.h"
#include "ids.h"

#include <QCborArray>
#include <QSqlQuery>
#include <QVariant>

namespace packwarden {

namespace {

constexpr int progressEvery = 250;

/// Every column has the type it was written with, so that nothing hides behind a conversion.
constexpr char typesColumn[] = "typeof(seq) || typeof(time_us) || typeof(actor) || typeof(party) || typeof(role) || "
                               "typeof(action) || typeof(subject) || typeof(outcome) || typeof(detail) || "
                               "typeof(prev) || typeof(hash)";
constexpr char typesWanted[] = "integerintegertexttexttexttexttexttextblobblobblob";

AuditVerdict damaged(AuditVerdict verdict, qint64 record, const char *what)
{
    verdict.problem = Error{Code::AuditDamaged, QLatin1String(what)};
    verdict.badRecord = record;
    return verdict;
}

} // namespace

QByteArray AuditRecord::computeHash(const QByteArray &logId) const
{
    const QCborArray array{
        logId, seq, timeUs, actor.person, actor.party, actor.role, action, subject, outcome, detail, prev};
    return sha256(QByteArray(1, '\0') + cbor::encode(array));
}

AuditVerdict verifyAudit(
    const QString &path, const QList<LogHead> &anchors, const std::function<bool(qint64, qint64)> &progress)
{
    AuditVerdict verdict;
    const auto database = Database::open(path, Database::Mode::ReadOnly);
    if (!database.ok())
        return damaged(verdict, 0, "unreadable");
    const auto logId = (*database)->value(QStringLiteral("SELECT value FROM meta WHERE key = 'log_id'"));
    if (!logId.ok() || logId->toByteArray().size() != 16)
        return damaged(verdict, 0, "meta");
    const auto total = (*database)->value(QStringLiteral("SELECT count(*) FROM records"));

    QMap<qint64, QByteArray> expected;
    for (const LogHead &anchor : anchors) {
        if (anchor.logId == logId->toByteArray() && anchor.count > 0)
            expected.insert(anchor.count, anchor.hash);
    }
    QSqlQuery query((*database)->handle());
    query.setForwardOnly(true);
    if (!total.ok()
        || !query.exec(QStringLiteral("SELECT %1, %2 FROM records ORDER BY seq")
                           .arg(QLatin1String(auditschema::columns), QLatin1String(typesColumn))))
        return damaged(verdict, 0, "unreadable");
    QByteArray previous(32, '\0');
    while (query.next()) {
        const AuditRecord record = auditrows::read(query);
        const qint64 due = verdict.checked + 1;
        if (record.seq != due)
            return damaged(verdict, due, "sequence");
        if (query.value(11).toString() != QLatin1String(typesWanted))
            return damaged(verdict, due, "hash");
        if (record.prev != previous)
            return damaged(verdict, due, "link");
        if (record.hash != record.computeHash(logId->toByteArray()))
            return damaged(verdict, due, "hash");
        if (const auto anchor = expected.constFind(due); anchor != expected.constEnd()) {
            if (*anchor != record.hash)
                return damaged(verdict, due, "anchor");
            verdict.witnessed = due;
        }
        previous = record.hash;
        verdict.checked = due;
        if (progress && due % progressEvery == 0 && !progress(due, total->toLongLong())) {
            verdict.problem = Error{Code::Cancelled, {}};
            return verdict;
        }
    }
    // A forward-only query ends the same way at its end and at a page that cannot be read.
    if (verdict.checked != total->toLongLong())
        return damaged(verdict, verdict.checked + 1, "unreadable");
    if (!expected.isEmpty() && expected.lastKey() > verdict.checked)
        return damaged(verdict, verdict.checked + 1, "sequence");
    if (!auditschema::isOurs(**database))
        return damaged(verdict, 0, "schema");
    if (progress)
        progress(verdict.checked, verdict.checked);
    return verdict;
}

} // namespace packwarden
