// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/workspace/stateproof.h"

#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/core/base/wholefile.h"
#include "models/core/cbor/cbor.h"
#include "models/core/pki/certificate.h"
#include "models/trust/trustbook.h"
#include "models/workspace/workspace.h"

#include <QFileInfo>

namespace packwarden {

namespace {

constexpr qint64 maxReportBytes = 64 * 1024 * 1024;
constexpr int recordsAtOnce = 1000;

/// The report lies beside both states, under the name that they share.
StateProof::JobCard::Report reportBeside(const QString &path, const QByteArray &recorded)
{
    using Report = StateProof::JobCard::Report;
    QString base = path;
    for (const QLatin1String &end : {QLatin1String("-before.cose"), QLatin1String("-after.cose")}) {
        if (path.endsWith(end))
            base = path.chopped(end.size());
    }
    const QString report = base + QStringLiteral(".pdf");
    if (base == path || !QFileInfo::exists(report))
        return Report::Absent;
    const auto bytes = wholefile::read(report, maxReportBytes);
    return bytes.ok() && sha256(*bytes) == recorded ? Report::AsRecorded : Report::Other;
}

std::optional<StateProof::JobCard> cardOf(const StateProof &proof, const AuditStore &audit)
{
    AuditFilter filter;
    filter.action = QLatin1String(auditaction::actOnPack);
    filter.outcome = QLatin1String(auditoutcome::done);
    filter.subject = proof.statement.serial.text();
    for (qint64 begin = 0;; begin += recordsAtOnce) {
        const QList<AuditRecord> page = audit.page(filter, begin, recordsAtOnce);
        for (const AuditRecord &record : page) {
            const auto detail = cbor::decode(record.detail);
            if (!detail.ok() || detail->toMap().value(QLatin1String("action")).toString() != QLatin1String("job-card"))
                continue;
            const auto hash = [&](const char *name) {
                return detail->toMap().value(QLatin1String(name)).toByteArray();
            };
            const bool isBefore = hash("before") == proof.sha256;
            if (!isBefore && hash("after") != proof.sha256)
                continue;
            return StateProof::JobCard{record.seq, record.timeUs, record.actor.person,
                isBefore ? StateProof::JobCard::End::Before : StateProof::JobCard::End::After,
                reportBeside(proof.path, hash("report"))};
        }
        if (page.size() < recordsAtOnce)
            return std::nullopt;
    }
}

} // namespace

bool StateProof::isFile(const QString &path)
{
    const auto bytes = wholefile::read(path, maxBytes);
    const auto document = bytes.ok() ? CoseSign1::decode(*bytes) : Result<CoseSign1>(bytes.error());
    return document.ok() && document->contentType == contenttype::statement;
}

Result<StateProof> StateProof::read(const QString &path, Workspace &workspace)
{
    const auto bytes = wholefile::read(path, maxBytes);
    if (!bytes.ok())
        return bytes.error();
    const auto document = CoseSign1::decode(*bytes);
    if (!document.ok())
        return document.error();
    if (document->contentType != contenttype::statement)
        return {Code::Malformed, QString::fromLatin1(document->contentType)};
    const TrustBook &trust = workspace.trust();
    if (trust.isEmpty())
        return {Code::UnknownIssuer, {}};
    // By its own word, which counts only once the signature is found to be that pack's.
    const auto said = Statement::decode(document->payload);
    if (!said.ok())
        return said.error();
    const auto statement = verifyStatement(
        *bytes, {}, trust.charter(), trust.snapshot().listsFor(said->serial, workspace.clock().now()));
    if (!statement.ok())
        return statement.error();
    StateProof proof;
    proof.path = path;
    proof.sha256 = packwarden::sha256(*bytes);
    proof.statement = *statement;
    const auto manufacturer = trust.charter().positions.value(PositionId::fromTrusted(QStringLiteral("manufacturer")));
    const auto device = Certificate::fromDer(document->chain.value(0));
    const auto issuer = Certificate::fromDer(document->chain.value(1, manufacturer.rootDer));
    proof.device = device.ok() ? device->commonName : QString();
    proof.issuer = issuer.ok() ? issuer->commonName : QString();
    proof.card = cardOf(proof, workspace.audit());
    return proof;
}

} // namespace packwarden
