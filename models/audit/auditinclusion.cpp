// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/audit/auditinclusion.h"

#include "models/audit/auditlines.h"
#include "models/core/base/merkle.h"
#include "models/core/base/wholefile.h"

#include <QFile>

namespace packwarden {

namespace {

using L1 = QLatin1String;
using auditlines::Line;

constexpr char beginning[] = "{\"packwarden-audit-proof\":1,";
constexpr int beginningSize = int(sizeof beginning) - 1;
constexpr qint64 maxBytes = qint64(4) << 20;

} // namespace

QByteArray AuditInclusion::encode() const
{
    QJsonArray hashes;
    for (const QByteArray &hash : path)
        hashes.append(auditlines::hex(hash));
    const QByteArray rest = auditlines::line(QJsonObject{{L1("log"), auditlines::hex(logId)}, {L1("records"), records},
        {L1("record"), auditlines::objectOf(record)}, {L1("path"), hashes},
        {L1("checkpoint"), auditlines::base64(checkpoint)}});
    // QJsonObject sorts its keys, but files are told apart by their first bytes.
    return beginning + rest.mid(1);
}

Result<AuditInclusion> AuditInclusion::decode(const QByteArray &bytes)
{
    Line line(bytes);
    AuditInclusion proof;
    const bool version = line.integer("packwarden-audit-proof") == 1;
    proof.logId = line.hexBytes("log");
    proof.records = line.integer("records");
    Line record(line.object("record"));
    proof.record = auditlines::recordOf(record);
    proof.path = line.hexList("path");
    proof.checkpoint = line.base64Bytes("checkpoint");
    if (!version || !record.isWhole() || !line.isWhole() || proof.logId.size() != 16)
        return {Code::Malformed, QStringLiteral("audit proof")};
    return proof;
}

bool AuditInclusion::isProof(const QString &path)
{
    QFile file;
    return wholefile::open(file, path, maxBytes).ok()
        && file.read(beginningSize) == QByteArray(beginning, beginningSize);
}

Result<AuditInclusion> AuditInclusion::read(const QString &path)
{
    const auto bytes = wholefile::read(path, maxBytes);
    if (!bytes.ok())
        return bytes.error();
    return decode(*bytes);
}

Result<AuditInclusion::Signer> AuditInclusion::verify(const std::optional<HeadJudge> &judge) const
{
    const auto damaged = [](const char *what) {
        return Error{Code::AuditDamaged, L1(what)};
    };
    if (record.computeHash(logId) != record.hash)
        return damaged("hash");
    const auto opened = Checkpoint::open(checkpoint);
    if (!opened.ok())
        return opened.error();
    if (opened->root.isEmpty() || opened->head.logId != logId || opened->head.count != records
        || (record.seq == records && record.hash != opened->head.hash))
        return damaged("checkpoint");
    if (!merkle::leads(record.hash, record.seq - 1, records, path, opened->root))
        return damaged("path");
    const auto leaf = Certificate::fromDer(opened->carrier.chain.constFirst());
    if (!leaf.ok())
        return leaf.error();
    Signer signer{leaf->commonName, opened->carrier.leafSha256, opened->carrier.at, judge.has_value(), {}};
    if (judge) {
        const auto seen = judge->inCarrier(checkpoint);
        signer.problem = seen.ok() ? seen->problem : seen.error();
    }
    return signer;
}

} // namespace packwarden
