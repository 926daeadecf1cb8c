// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an AuditStore tells of its records, and the records that others' heads and late outcomes become.

#include "models/audit/auditfilter.h"
#include "models/audit/auditindex.h"
#include "models/audit/auditrows.h"
#include "models/audit/auditschema.h"
#include "models/audit/auditstore.h"
#include "models/audit/audittree.h"
#include "models/core/base/clock.h"
#include "models/core/cbor/cbor.h"
#include "models/support/database.h"

#include <QSet>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <utility>

namespace packwarden {

namespace {

constexpr int unresolvedLookedAt = 1000;
constexpr int unprovedAtOnce = 4; ///< heads that prove nothing, of one file or answer

QList<AuditRecord> all(QSqlQuery &query)
{
    QList<AuditRecord> records;
    if (query.exec()) {
        while (query.next())
            records.append(auditrows::read(query));
    }
    return records;
}

QString whereOf(const Database &database, const AuditFilter &filter, QVariantList &values)
{
    return auditfilter::where(filter, values, AuditRows::Records, auditindex::narrow(database, filter));
}

QCborMap detailOf(const AuditRecord &record)
{
    const auto detail = cbor::decode(record.detail);
    return detail.ok() ? detail->toMap() : QCborMap();
}

QByteArray idOf(const AuditRecord &record)
{
    return detailOf(record).value(QLatin1String("id")).toByteArray();
}

QString subjectOf(const SeenHead &seen)
{
    return QStringLiteral("%1#%2").arg(seen.log).arg(seen.head.count);
}

} // namespace

LogHead AuditStore::head() const
{
    QSqlQuery query(m_database->handle());
    if (query.exec(QStringLiteral("SELECT seq, hash FROM records ORDER BY seq DESC LIMIT 1")) && query.next())
        return {m_logId, query.value(0).toLongLong(), query.value(1).toByteArray()};
    return m_known;
}

Result<Checkpoint> AuditStore::checkpoint() const
{
    const LogHead newest = head();
    const auto root = AuditTree(*m_database).root(newest.count);
    if (!root.ok())
        return root.error();
    return Checkpoint{newest, *root};
}

Result<AuditInclusion> AuditStore::inclusion(qint64 seq) const
{
    const auto found = record(seq);
    if (!found)
        return {Code::WrongState, QStringLiteral("there is no record %1").arg(seq)};
    QSqlQuery query(m_database->handle());
    query.setForwardOnly(true);
    query.prepare(QStringLiteral("SELECT seq, signed FROM checkpoints WHERE seq >= ? ORDER BY seq DESC"));
    query.addBindValue(seq);
    // Those of an earlier version have no root, and one that does not open proves nothing.
    for (bool more = query.exec() && query.next(); more; more = query.next()) {
        const QByteArray bytes = query.value(1).toByteArray();
        const auto opened = Checkpoint::open(bytes);
        if (!opened.ok() || opened->root.isEmpty() || opened->head.logId != m_logId)
            continue;
        const auto path = AuditTree(*m_database).path(seq, opened->head.count);
        if (!path.ok())
            return path.error();
        AuditInclusion inclusion{m_logId, *found, opened->head.count, *path, bytes};
        // What does not prove itself is given to nobody.
        if (const auto good = inclusion.verify(); !good.ok())
            return good.error();
        return inclusion;
    }
    return {Code::WrongState, QStringLiteral("no checkpoint has record %1 yet").arg(seq)};
}

std::optional<AuditRecord> AuditStore::record(qint64 seq) const
{
    QSqlQuery query(m_database->handle());
    query.prepare(QStringLiteral("SELECT %1 FROM records WHERE seq = ?").arg(QLatin1String(auditschema::columns)));
    query.addBindValue(seq);
    const auto found = all(query);
    return found.isEmpty() ? std::nullopt : std::optional(found.constFirst());
}

qint64 AuditStore::count(const AuditFilter &filter) const
{
    QVariantList values;
    QSqlQuery query(m_database->handle());
    query.prepare(QStringLiteral("SELECT count(*) FROM records") + whereOf(*m_database, filter, values));
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (query.exec() && query.next())
        return query.value(0).toLongLong();
    noteDamage(query);
    return 0;
}

QList<AuditRecord> AuditStore::page(const AuditFilter &filter, qint64 offset, int limit) const
{
    QVariantList values;
    QSqlQuery query(m_database->handle());
    query.setForwardOnly(true);
    query.prepare(QStringLiteral("SELECT %1 FROM records%2 ORDER BY seq DESC LIMIT ? OFFSET ?")
                      .arg(QLatin1String(auditschema::columns), whereOf(*m_database, filter, values)));
    for (const QVariant &value : values)
        query.addBindValue(value);
    query.addBindValue(limit);
    query.addBindValue(offset);
    QList<AuditRecord> records = all(query);
    noteDamage(query);
    return records;
}

QList<qint64> AuditStore::numbers(const AuditFilter &filter, qint64 upTo, qint64 after) const
{
    QVariantList values;
    const QString where = whereOf(*m_database, filter, values);
    QSqlQuery query(m_database->handle());
    query.setForwardOnly(true);
    query.prepare(QStringLiteral("SELECT seq FROM records%1 seq <= ? AND seq > ? ORDER BY seq DESC")
                      .arg(where.isEmpty() ? QStringLiteral(" WHERE") : where + QStringLiteral(" AND")));
    for (const QVariant &value : values + QVariantList{upTo, after})
        query.addBindValue(value);
    QList<qint64> numbers;
    if (query.exec()) {
        while (query.next())
            numbers.append(query.value(0).toLongLong());
    }
    noteDamage(query);
    return numbers;
}

QList<AuditRecord> AuditStore::records(const QList<qint64> &numbers) const
{
    QStringList words;
    for (const qint64 number : numbers)
        words.append(QString::number(number));
    QSqlQuery query(m_database->handle());
    query.setForwardOnly(true);
    query.prepare(QStringLiteral("SELECT %1 FROM records WHERE seq IN (%2) ORDER BY seq DESC")
                      .arg(QLatin1String(auditschema::columns), words.join(u',')));
    QList<AuditRecord> records = all(query);
    noteDamage(query);
    return records;
}

/// Who only reads learns of damage too, and says so a moment later: never from inside the question.
void AuditStore::noteDamage(const QSqlQuery &query) const
{
    constexpr int corrupt = 11; // SQLITE_CORRUPT
    constexpr int notADatabase = 26;
    const int code = query.lastError().nativeErrorCode().toInt() & 0xff;
    if (code != corrupt && code != notADatabase)
        return;
    auto *self = const_cast<AuditStore *>(this);
    QMetaObject::invokeMethod(
        self, [self] { self->setAccess(Access::Damaged, QStringLiteral("unreadable")); }, Qt::QueuedConnection);
}

QList<AuditRecord> AuditStore::unresolved(const QString &subject) const
{
    QSqlQuery query(m_database->handle());
    query.setForwardOnly(true);
    query.prepare(QStringLiteral("SELECT %1 FROM records WHERE outcome = ?%2 ORDER BY seq DESC LIMIT ?")
                      .arg(QLatin1String(auditschema::columns),
                          subject.isEmpty() ? QString() : QStringLiteral(" AND subject = ?")));
    query.addBindValue(QLatin1String(auditoutcome::begun));
    if (!subject.isEmpty())
        query.addBindValue(subject);
    query.addBindValue(unresolvedLookedAt);
    QList<AuditRecord> open;
    for (const AuditRecord &begun : all(query)) {
        const QByteArray id = idOf(begun);
        if (id.isEmpty())
            continue;
        QSqlQuery later(m_database->handle());
        later.setForwardOnly(true);
        later.prepare(
            QStringLiteral("SELECT %1 FROM records WHERE subject = ? AND action = ? AND seq > ? AND outcome <> ?")
                .arg(QLatin1String(auditschema::columns)));
        later.addBindValue(begun.subject);
        later.addBindValue(begun.action);
        later.addBindValue(begun.seq);
        later.addBindValue(QLatin1String(auditoutcome::begun));
        const auto outcomes = all(later);
        if (std::none_of(outcomes.begin(), outcomes.end(), [&](const AuditRecord &one) { return idOf(one) == id; }))
            open.append(begun);
    }
    return open;
}

Result<LogHead> AuditStore::resolve(
    const AuditActor &actor, const AuditRecord &begun, const QString &outcome, QCborMap detail)
{
    detail.insert(QLatin1String("id"), idOf(begun));
    detail.insert(QLatin1String("begun"), begun.seq);
    return append(actor, {begun.action, begun.subject, outcome, detail});
}

Result<int> AuditStore::settle(const AuditActor &actor, const AuditEntry &outcome, qint64 minAge)
{
    int settled = 0;
    const qint64 newest = m_clock.nowMicroseconds() - minAge * 1'000'000;
    for (const AuditRecord &begun : unresolved(outcome.subject)) {
        const QCborMap detail = detailOf(begun);
        const auto same = [&](const char *key) {
            return detail.value(QLatin1String(key)) == outcome.detail.value(QLatin1String(key));
        };
        if (begun.action != outcome.action || begun.timeUs > newest || !same("pack")
            || (auditoutcome::isRefusal(outcome.outcome) && !same("document")))
            continue;
        QCborMap late = outcome.detail;
        late.insert(QLatin1String("document"), detail.value(QLatin1String("document")));
        if (auto done = resolve(actor, begun, outcome.outcome, late); !done.ok())
            return done.error();
        ++settled;
    }
    return settled;
}

/// Is this head kept already? Does it contradict one that is?
bool AuditStore::isNew(const SeenHead &seen, bool *conflict) const
{
    const bool ours = seen.head.logId == m_logId;
    if (ours) {
        const auto mine = record(seen.head.count);
        *conflict = !mine || mine->hash != seen.head.hash;
    }
    QSqlQuery query(m_database->handle());
    query.setForwardOnly(true);
    query.prepare(QStringLiteral("SELECT %1 FROM records WHERE subject = ? AND action = ?")
                      .arg(QLatin1String(auditschema::columns)));
    query.addBindValue(subjectOf(seen));
    query.addBindValue(QLatin1String(auditaction::witnessHead));
    for (const AuditRecord &record : all(query)) {
        const auto kept = SeenHead::fromDetail(record.detail);
        if (!kept.ok() || kept->rootSha256 != seen.rootSha256)
            continue;
        if (kept->head.hash != seen.head.hash)
            *conflict = *conflict || (!ours && !seen.rootSha256.isEmpty());
        // A proof is worth more than what was merely said; and of our own log each witness counts.
        else if ((kept->proved() || !seen.proved()) && (!ours || kept->by == seen.by))
            return false;
    }
    return true;
}

Result<AuditStore::Witnessed> AuditStore::witness(const AuditActor &actor, const QList<SeenHead> &heads)
{
    Witnessed witnessed;
    int unproved = 0;
    // What counts is written in one step: a roll-out brings the heads of hundreds of packs at once.
    Entries together;
    QSet<QString> subjects;
    const auto write = [&]() -> Result<> {
        subjects.clear();
        if (together.isEmpty())
            return Result<>::success();
        const auto done = appendTogether(std::exchange(together, {}));
        return done.ok() ? Result<>::success() : Result<>(done.error());
    };
    for (const SeenHead &seen : heads) {
        // What we signed ourselves is found in the files again; it needs no record.
        if (seen.head.logId == m_logId && seen.carrier != QLatin1String(headcarrier::pack))
            continue;
        // Strangers can make as many as they like. What a pack tells is bounded by the pack.
        if (!seen.proved() && seen.carrier != QLatin1String(headcarrier::pack) && ++unproved > unprovedAtOnce)
            continue;
        // One is judged by those before it.
        if (subjects.contains(subjectOf(seen))) {
            if (auto done = write(); !done.ok())
                return done.error();
        }
        bool conflict = false;
        if (!isNew(seen, &conflict))
            continue;
        QString outcome = QLatin1String(auditoutcome::done);
        const bool isUnproved = !conflict && !seen.proved() && !seen.signedBytes.isEmpty();
        if (conflict)
            outcome = QLatin1String(auditoutcome::conflict);
        else if (isUnproved)
            outcome = codeName(seen.problem->code);
        const AuditEntry entry{QLatin1String(auditaction::witnessHead), subjectOf(seen), outcome, seen.toDetail()};
        if (isUnproved) { // may be held back as a repetition
            if (auto done = write(); !done.ok())
                return done.error();
            if (const auto done = append(actor, entry); !done.ok())
                return done.error();
        } else {
            together.append({actor, entry});
            subjects.insert(entry.subject);
        }
        ++witnessed.added;
        if (conflict)
            witnessed.conflicts.append(seen);
    }
    if (auto done = write(); !done.ok())
        return done.error();
    return witnessed;
}

} // namespace packwarden
