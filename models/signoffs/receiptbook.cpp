// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/signoffs/receiptbook.h"

#include "models/support/damagedfile.h"
#include "models/support/modelslog.h"
#include "models/support/sqlitefile.h"
#include "models/workspace/workspace.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace packwarden {

namespace {

using Query = SqliteFile::Query;

constexpr int sqliteBusy = 5; ///< sqlite.org/rescode.html
constexpr char schema[]
    = "CREATE TABLE IF NOT EXISTS receipts(document BLOB NOT NULL, serial TEXT NOT NULL, receipt BLOB NOT NULL, "
      "told INTEGER NOT NULL, PRIMARY KEY(document, serial)) WITHOUT ROWID;"
      "CREATE INDEX IF NOT EXISTS receipts_untold ON receipts(document, serial) WHERE told = 0;"
      "CREATE TABLE IF NOT EXISTS exchange(id TEXT NOT NULL)";

/// Kept for those who can still read it.
void setAside(const QString &path)
{
    if (const auto kept = damagedfile::setAside(path); kept.ok())
        qCWarning(auditLog) << "receipts that cannot be read were put aside:" << *kept;
    else
        qCWarning(auditLog) << "receipts that cannot be read stay where they are:" << path;
}

QString pathIn(const Workspace &workspace)
{
    return workspace.folder() + QStringLiteral("/receipts.db");
}

} // namespace

ReceiptBook::ReceiptBook(const QString &path)
{
    if (prepare(path))
        return;
    // One that another program writes at this moment is good.
    const bool isInUse = m_file && m_file->trouble() == sqliteBusy;
    m_file.reset();
    if (!isInUse)
        setAside(path);
    if ((isInUse || !prepare(path)) && !prepare({}))
        qFatal("no memory for receipts");
}

ReceiptBook::ReceiptBook(const Workspace &workspace)
    : ReceiptBook(pathIn(workspace))
{
}

std::shared_ptr<const ReceiptBook> ReceiptBook::of(const Workspace &workspace)
{
    return QFile::exists(pathIn(workspace)) ? std::make_shared<const ReceiptBook>(workspace) : nullptr;
}

ReceiptBook::~ReceiptBook() = default;

bool ReceiptBook::prepare(const QString &path)
{
    auto file = SqliteFile::open(path);
    if (!file.ok())
        return false;
    m_file = std::move(file).value();
    if (!m_file->isReadOnly() && !m_file->run(schema).ok())
        return false;
    // What it lost of the last moment comes again: a power cut may cost the newest rows, never the file.
    (void)m_file->run("PRAGMA synchronous=NORMAL");
    Query query(*m_file, "SELECT document, serial, receipt, told FROM receipts LIMIT 1");
    (void)query.next();
    return query.state().ok();
}

Result<> ReceiptBook::keep(const QByteArray &payloadSha256, const QList<Line> &lines, bool isTold)
{
    const QMutexLocker locker(&m_mutex);
    return inTransaction(*m_file, [&]() -> Result<> {
        for (const Line &line : lines) {
            Query query(*m_file,
                "INSERT INTO receipts(document, serial, receipt, told) VALUES(?1, ?2, ?3, ?4) "
                "ON CONFLICT(document, serial) DO UPDATE SET told = max(told, excluded.told)");
            query.bind(1, payloadSha256).bind(2, line.serial.text()).bind(3, line.receipt).bind(4, isTold ? 1 : 0);
            if (auto kept = query.run(); !kept.ok())
                return kept;
        }
        return Result<>::success();
    });
}

QByteArray ReceiptBook::find(const QByteArray &payloadSha256, const PackSerial &serial) const
{
    const QMutexLocker locker(&m_mutex);
    Query query(*m_file, "SELECT receipt FROM receipts WHERE document=?1 AND serial=?2");
    query.bind(1, payloadSha256).bind(2, serial.text());
    return query.next() ? query.bytes(0) : QByteArray();
}

QHash<PackSerial, QByteArray> ReceiptBook::find(const QByteArray &payloadSha256, const QStringList &serials) const
{
    const QMutexLocker locker(&m_mutex);
    Query query(*m_file,
        "SELECT serial, receipt FROM receipts WHERE document=?1 AND serial IN (SELECT value FROM json_each(?2))");
    query.bind(1, payloadSha256)
        .bind(2, QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(serials)).toJson(QJsonDocument::Compact)));
    QHash<PackSerial, QByteArray> found;
    while (query.next()) {
        if (const auto serial = PackSerial::parse(query.text(0)); serial.ok())
            found.insert(*serial, query.bytes(1));
    }
    return found;
}

qint64 ReceiptBook::count(const QByteArray &payloadSha256) const
{
    const QMutexLocker locker(&m_mutex);
    Query query(*m_file, "SELECT count(*) FROM receipts WHERE document=?1");
    query.bind(1, payloadSha256);
    return query.next() ? query.integer(0) : 0;
}

QStringList ReceiptBook::packs(const QByteArray &payloadSha256, const QString &after, int most) const
{
    const QMutexLocker locker(&m_mutex);
    Query query(*m_file, "SELECT serial FROM receipts WHERE document=?1 AND serial>?2 ORDER BY serial LIMIT ?3");
    query.bind(1, payloadSha256).bind(2, after.isNull() ? QStringLiteral("") : after).bind(3, most);
    QStringList packs;
    while (query.next())
        packs.append(query.text(0));
    return packs;
}

QList<ReceiptBook::Line> ReceiptBook::untold(const QByteArray &payloadSha256, int most) const
{
    const QMutexLocker locker(&m_mutex);
    Query query(*m_file, "SELECT serial, receipt FROM receipts WHERE document=?1 AND told=0 ORDER BY serial LIMIT ?2");
    query.bind(1, payloadSha256).bind(2, most);
    QList<Line> lines;
    while (query.next()) {
        if (const auto serial = PackSerial::parse(query.text(0)); serial.ok())
            lines.append({*serial, query.bytes(1)});
    }
    return lines;
}

bool ReceiptBook::hasUntold() const
{
    const QMutexLocker locker(&m_mutex);
    Query query(*m_file, "SELECT 1 FROM receipts WHERE told=0 LIMIT 1");
    return query.next();
}

void ReceiptBook::belongTo(const QString &exchange)
{
    const QMutexLocker locker(&m_mutex);
    {
        Query query(*m_file, "SELECT id FROM exchange");
        if (query.next() && query.text(0) == exchange)
            return;
    }
    (void)inTransaction(*m_file, [&]() -> Result<> {
        if (auto cleared = m_file->run("UPDATE receipts SET told=0 WHERE told<>0; DELETE FROM exchange"); !cleared.ok())
            return cleared;
        Query query(*m_file, "INSERT INTO exchange(id) VALUES(?1)");
        return query.bind(1, exchange).run();
    });
}

} // namespace packwarden
