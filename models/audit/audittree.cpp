// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/audittree.h"

#include "models/audit/auditschema.h"
#include "models/core/base/merkle.h"
#include "models/support/database.h"

#include <QSqlQuery>
#include <QVariant>

namespace packwarden {

namespace {

using merkle::hashSize;
using merkle::perStep;

/// One hash after the other, of rows of (number, hash) that follow from one another; empty where one is missing.
QByteArray hashesOf(QSqlQuery &query, qint64 first)
{
    QByteArray hashes;
    if (!query.exec())
        return hashes;
    for (qint64 due = first; query.next(); ++due) {
        const QByteArray hash = query.value(1).toByteArray();
        if (query.value(0).toLongLong() != due || hash.size() != hashSize)
            return {};
        hashes += hash;
    }
    return hashes;
}

QByteArray hashesOf(const Database &database, int steps, qint64 first)
{
    QSqlQuery query(database.handle());
    query.setForwardOnly(true);
    if (steps == 0) {
        query.prepare(QStringLiteral("SELECT seq - 1, hash FROM records WHERE seq > ? AND seq <= ? ORDER BY seq"));
    } else {
        query.prepare(QStringLiteral("SELECT at, hash FROM nodes WHERE steps = ? AND at >= ? AND at < ? ORDER BY at"));
        query.addBindValue(steps);
    }
    query.addBindValue(first);
    query.addBindValue(first + perStep);
    return hashesOf(query, first);
}

QByteArray rootOf(const QByteArray &hashes)
{
    merkle::Growing tree;
    for (qsizetype at = 0; at < hashes.size(); at += hashSize)
        tree.add(QByteArrayView(hashes).sliced(at, hashSize));
    return tree.root();
}

Error missing(qint64 records)
{
    return {Code::AuditDamaged, QStringLiteral("a record of the first %1 is missing").arg(records)};
}

} // namespace

AuditTree::AuditTree(const Database &database)
    : m_database(database)
{
    const auto version = auditschema::versionOf(database);
    m_keepsNodes = version.ok() && *version >= 2;
}

Result<> AuditTree::grow(Database &database, qint64 records)
{
    qint64 complete = records / perStep;
    for (int steps = 1; complete > 0; ++steps, complete /= perStep) {
        const auto kept
            = database.value(QStringLiteral("SELECT coalesce(max(at) + 1, 0) FROM nodes WHERE steps = %1").arg(steps));
        if (!kept.ok())
            return kept.error();
        QSqlQuery insert(database.handle());
        insert.prepare(QStringLiteral("INSERT INTO nodes(steps, at, hash) VALUES(?, ?, ?)"));
        for (qint64 at = kept->toLongLong(); at < complete; ++at) {
            const QByteArray below = hashesOf(database, steps - 1, at * perStep);
            if (below.size() != perStep * hashSize)
                return missing(records);
            insert.bindValue(0, steps);
            insert.bindValue(1, at);
            insert.bindValue(2, rootOf(below));
            if (auto run = database.run(insert); !run.ok())
                return run;
        }
    }
    return Result<>::success();
}

const QByteArray &AuditTree::block(int steps, qint64 number)
{
    const std::pair key(steps, number);
    if (const auto known = m_blocks.constFind(key); known != m_blocks.constEnd())
        return *known;
    QByteArray hashes;
    if (steps == 0 || m_keepsNodes)
        hashes = hashesOf(m_database, steps, number * perStep);
    return *m_blocks.insert(key, hashes);
}

QByteArray AuditTree::subtree(int steps, qint64 at)
{
    QByteArray kept = block(steps, at / perStep).mid(at % perStep * hashSize, hashSize);
    if (!kept.isEmpty() || steps == 0)
        return kept;
    // A program of an earlier version appended, or the store can only be read and was never anything else.
    QByteArray below;
    for (qint64 i = at * perStep; i < (at + 1) * perStep; ++i) {
        const QByteArray one = subtree(steps - 1, i);
        if (one.isEmpty())
            return {};
        below += one;
    }
    return rootOf(below);
}

Result<QByteArray> AuditTree::root(qint64 records)
{
    const QByteArray root = merkle::root(records, [this](int steps, qint64 at) { return subtree(steps, at); });
    return root.isEmpty() ? Result<QByteArray>(missing(records)) : root;
}

Result<QList<QByteArray>> AuditTree::path(qint64 seq, qint64 records)
{
    const QList<QByteArray> path
        = merkle::path(seq - 1, records, [this](int steps, qint64 at) { return subtree(steps, at); });
    return path.isEmpty() && records != 1 ? Result<QList<QByteArray>>(missing(records)) : path;
}

} // namespace packwarden
