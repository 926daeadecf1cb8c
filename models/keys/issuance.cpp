// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keys/issuance.h"

#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/keys/compromise.h"
#include "models/keys/issuedbook.h"
#include "models/keys/revocation.h"
#include "models/trust/trustbook.h"
#include "models/workspace/auditedaction.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

namespace packwarden {

namespace {

QByteArray withChain(const Certificate &certificate, const QList<Certificate> &issuers)
{
    QByteArray text = certificate.toPem();
    for (const Certificate &issuer : issuers) {
        if (issuer.issuerDer != issuer.subjectDer)
            text += issuer.toPem();
    }
    return text;
}

Result<> checkRenewable(const Certificate &certificate, const Certificate &issuer, const IssuingRules &rules)
{
    for (const CrlEntry &entry : rules.lists) {
        if (isListOf(entry.crl, issuer) && entry.crl.revokedSerials.contains(certificate.serialNumber))
            return {Code::CertificateRevoked, certificate.commonName};
    }
    return checkIssuable({certificate.person, certificate.role, certificate.packSerial, false}, issuer, rules);
}

} // namespace

Result<Certificate> certify(const OpenIssuer &issuer, const pki::SigningRequest &request,
    const std::optional<IssuingRules> &rules, qint64 now, qint64 seconds)
{
    if (rules) {
        if (const auto good = checkIssuable(request.name, issuer.own(), *rules); !good.ok())
            return good.error();
    }
    return pki::issueFromRequest(
        issuer.own(), issuer.key, request, issuingValidity(issuer.own(), request.isAuthority, now, seconds));
}

Result<QList<Certificate>> renewAll(const OpenIssuer &issuer, const QList<Certificate> &former,
    const std::optional<IssuingRules> &rules, qint64 now, qint64 seconds)
{
    QList<Certificate> all;
    for (const Certificate &certificate : former) {
        if (rules) {
            if (const auto good = checkRenewable(certificate, issuer.own(), *rules); !good.ok())
                return good.error();
        }
        const auto renewed
            = pki::renewLeaf(issuer.own(), issuer.key, certificate, issuingValidity(issuer.own(), false, now, seconds));
        if (!renewed.ok())
            return renewed.error();
        all.append(*renewed);
    }
    return all;
}

QString certificateFileName(const Certificate &certificate)
{
    const QString who
        = certificate.isAuthority ? QStringLiteral("authority") : certificate.person + certificate.packSerial;
    return QStringLiteral("%1-%2.pem").arg(who, serialText(certificate.serialNumber).left(8));
}

Result<> Issuance::record(Workspace &workspace, const char *action, const QString &subject, const QString &party,
    const Result<> &result, const QCborMap &detail)
{
    AuditedAction act(workspace, action, subject, detail);
    if (workspace.session().actor() == AuditActor())
        act.inNameOf({{}, party, {}});
    return act.finish(result);
}

Result<> Issuance::giveOut(const char *action, const Certificate &certificate, const Write &write)
{
    auto step = record(m_workspace, action, certificate.commonName, m_issuer.own().organisation, Result<>::success(),
        {{QLatin1String("issuer"), m_issuer.own().commonName}, {QLatin1String("person"), certificate.person},
            {QLatin1String("role"), certificate.role}, {QLatin1String("certificate"), certificate.sha256},
            {QLatin1String("key"), certificate.spkiSha256}, {QLatin1String("until"), certificate.notAfter}});
    if (step.ok())
        step = IssuedBook(m_workspace.folder()).keep(certificate);
    if (step.ok())
        step = write(withChain(certificate, m_issuer.chain));
    return step;
}

Result<> Issuance::check(Workspace &workspace, const CrlEntry &list)
{
    return workspace.trust().isEmpty() ? Result<>::success() : workspace.trust().checkList(list);
}

Result<QStringList> Issuance::publish(
    const CrlEntry &list, const QList<Certificate> &revoked, bool isCompromise, const Write &write)
{
    TrustBook &trust = m_workspace.trust();
    QStringList serials;
    for (const Certificate &certificate : revoked)
        serials.append(serialText(certificate.serialNumber));
    const qint64 now = m_workspace.clock().now();
    const QStringList empty
        = rolesLeftEmpty(revoked, knownCertificates(m_workspace), trust.snapshot().newestLists(now), now);
    auto step = record(m_workspace, auditaction::makeList, m_issuer.own().commonName, m_issuer.own().organisation,
        Result<>::success(),
        {{QLatin1String("revoked"), serials.join(u' ')}, {QLatin1String("compromised"), isCompromise},
            {QLatin1String("number"), list.crl.number}, {QLatin1String("list"), sha256(list.crl.der)}});
    // Known here even where it cannot be written: a list that exists revokes.
    if (step.ok() && !trust.isEmpty())
        step = trust.learn(list);
    if (step.ok())
        step = write(list.crl.der);
    return step.ok() ? Result<QStringList>(empty) : Result<QStringList>(step.error());
}

} // namespace packwarden
