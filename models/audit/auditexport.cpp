// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditexport.h"

#include "models/audit/auditlines.h"
#include "models/audit/auditrows.h"
#include "models/audit/auditschema.h"
#include "models/core/base/wholefile.h"
#include "models/support/database.h"

#include <QFile>
#include <QJsonObject>
#include <QSaveFile>
#include <QSqlQuery>
#include <QVariant>

namespace packwarden::auditexport {

namespace {

using L1 = QLatin1String;
using auditlines::base64;
using auditlines::hex;
using auditlines::Line;
using auditlines::line;

constexpr char beginning[] = "{\"packwarden-audit\":1,";
constexpr qint64 maxLine = 1024 * 1024;
constexpr qint64 maxBytes = qint64(64) << 30; ///< as large as a store's database may be
constexpr int progressEvery = 250;

/// QJsonObject sorts its keys, but files are told apart by their first bytes.
QByteArray headLine(const QByteArray &logId, qint64 records, qint64 checkpoints)
{
    return line(QStringLiteral("%1\"log\":\"%2\",\"records\":%3,\"checkpoints\":%4}")
                    .arg(L1(beginning), hex(logId))
                    .arg(records)
                    .arg(checkpoints)
                    .toLatin1());
}

SeenHead endOf(const LogHead &head)
{
    SeenHead seen;
    seen.log = hex(head.logId);
    seen.head = head;
    seen.carrier = L1(headcarrier::store);
    seen.by = seen.log;
    seen.problem = Error{Code::SignatureInvalid, QStringLiteral("unsigned")};
    return seen;
}

/// The bytes between head and end, held against the chain.
bool readBody(QFile &file, Reading &reading, AuditChain &chain, qint64 records, qint64 checkpoints,
    const AuditProof &proof, const AuditProgress &progress)
{
    const auto judged = [&](const QByteArray &bytes) {
        if (!proof.judge)
            return;
        if (const auto seen = proof.judge->inCarrier(bytes); seen.ok())
            reading.heads.append(*seen);
    };
    for (qint64 i = 0; i < checkpoints; ++i) {
        Line next(file.readLine(maxLine));
        const QByteArray bytes = next.base64Bytes("checkpoint");
        chain.takeCheckpoint(next.integer("seq"), bytes);
        if (!next.isWhole())
            return false;
        judged(bytes);
    }
    for (qint64 i = 1; i <= records; ++i) {
        Line next(file.readLine(maxLine));
        const AuditRecord record = auditlines::recordOf(next);
        if (!next.isWhole())
            return false;
        if (!chain.take(record))
            return true;
        if (record.action == L1(auditaction::witnessHead)) {
            // What the other side thought of the signer does not count here: the bytes do.
            if (const auto seen = SeenHead::fromDetail(record.detail); seen.ok() && !seen->signedBytes.isEmpty())
                judged(seen->signedBytes);
        }
        if (progress && i % progressEvery == 0 && !progress(i, records)) {
            reading.verdict = chain.soFar();
            reading.verdict.problem = Error{Code::Cancelled, {}};
            return true;
        }
    }
    Line last(file.readLine(maxLine));
    reading.end = {reading.logId, records, chain.lastHash()};
    const bool ends = last.integer("end") == records && last.hexBytes("hash") == reading.end.hash;
    return last.isWhole() && ends && file.atEnd();
}

} // namespace

Result<Summary> write(const QString &storePath, const QString &target)
{
    if (auto good = wholefile::check(target); !good.ok())
        return good.error().withCode(Code::FileUnwritable);
    const auto database = Database::openToRead(storePath);
    if (!database.ok())
        return database.error().withCode(Code::AuditDamaged);
    // One transaction, so that others may write meanwhile and the file still is of one moment.
    if (auto begun = (*database)->run(QStringLiteral("BEGIN")); !begun.ok())
        return begun.error().withCode(Code::AuditDamaged);
    const auto logId = auditschema::logId(**database);
    const auto records = (*database)->value(QStringLiteral("SELECT count(*) FROM records"));
    const auto checkpoints = (*database)->value(QStringLiteral("SELECT count(*) FROM checkpoints"));
    if (!logId.ok() || !records.ok() || !checkpoints.ok())
        return {Code::AuditDamaged, QStringLiteral("unreadable")};
    QSaveFile file(target);
    if (!file.open(QIODevice::WriteOnly))
        return {Code::FileUnwritable, target};
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(headLine(*logId, records->toLongLong(), checkpoints->toLongLong()));
    QSqlQuery query((*database)->handle());
    query.setForwardOnly(true);
    Summary summary{{*logId, 0, QByteArray(32, '\0')}, 0};
    bool good = query.exec(QStringLiteral("SELECT seq, signed FROM checkpoints ORDER BY rowid"));
    while (good && query.next()) {
        ++summary.checkpoints;
        file.write(line(QJsonObject{
            {L1("checkpoint"), base64(query.value(1).toByteArray())}, {L1("seq"), query.value(0).toLongLong()}}));
    }
    good = good && query.exec(QStringLiteral("SELECT %1 FROM records ORDER BY seq").arg(L1(auditschema::columns)));
    qint64 written = 0;
    while (good && query.next()) {
        const AuditRecord record = auditrows::read(query);
        summary.head.count = record.seq;
        summary.head.hash = record.hash;
        ++written;
        file.write(line(auditlines::objectOf(record)));
    }
    if (!good || written != records->toLongLong() || summary.checkpoints != checkpoints->toLongLong())
        return {Code::AuditDamaged, QStringLiteral("unreadable")};
    file.write(line(QJsonObject{{L1("end"), written}, {L1("hash"), hex(summary.head.hash)}}));
    if (!file.commit())
        return {Code::FileUnwritable, target};
    return summary;
}

bool isExport(const QString &path)
{
    QFile file;
    const int length = int(sizeof beginning) - 1;
    return wholefile::open(file, path, maxBytes).ok() && file.read(length) == QByteArray(beginning, length);
}

Result<Reading> read(const QString &path, const AuditProof &proof, const AuditProgress &progress)
{
    QFile file;
    if (auto opened = wholefile::open(file, path, maxBytes); !opened.ok())
        return opened.error();
    if (!isExport(path))
        return {Code::FileUnreadable, path};
    Line first(file.readLine(maxLine));
    Reading reading;
    const bool version = first.integer("packwarden-audit") == 1;
    reading.logId = first.hexBytes("log");
    const qint64 records = first.integer("records");
    const qint64 checkpoints = first.integer("checkpoints");
    reading.end = {reading.logId, 0, QByteArray(32, '\0')};
    AuditChain chain(reading.logId, proof);
    const bool known = version && first.isWhole() && reading.logId.size() == 16 && records >= 0 && checkpoints >= 0;
    if (!known || !readBody(file, reading, chain, records, checkpoints, proof, progress))
        chain.fail(chain.soFar().checked + 1, "form");
    reading.ledger = chain.ledger();
    if (!reading.verdict.problem)
        reading.verdict = chain.finish();
    if (reading.verdict.intact() && records > 0)
        reading.heads.append(endOf(reading.end));
    return reading;
}

} // namespace packwarden::auditexport
