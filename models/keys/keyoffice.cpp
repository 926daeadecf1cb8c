// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keys/keyoffice.h"

#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/core/base/wholefile.h"
#include "models/core/pki/token.h"
#include "models/keys/issuedbook.h"
#include "models/keys/revocation.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <QDir>

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

/// Serial numbers tell apart what names may not; people and packs are identifiers, so nothing leads out of the folder.
QString fileNameOf(const Certificate &certificate)
{
    const QString who
        = certificate.isAuthority ? QStringLiteral("authority") : certificate.person + certificate.packSerial;
    return QStringLiteral("%1-%2.pem").arg(who, serialText(certificate.serialNumber).left(8));
}

} // namespace

KeyOffice::KeyOffice(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    m_worker.setMaxThreadCount(1);
}

KeyOffice::~KeyOffice()
{
    m_worker.waitForDone();
}

std::optional<IssuingRules> KeyOffice::rules() const
{
    const TrustBook &trust = m_workspace.trust();
    const qint64 now = m_workspace.clock().now();
    if (trust.isEmpty())
        return std::nullopt;
    return IssuingRules{trust.charter(), trust.policy(), trust.snapshot().newestLists(now), now};
}

void KeyOffice::run(
    const char *action, const QString &subject, const IssuerKey &key, const QString &target, const Make &make)
{
    if (m_busy)
        return;
    m_busy = true;
    Q_EMIT started();
    m_worker.start([this, action, subject, key, target, make] {
        Issuer issuer;
        const auto opened = pki::readKey(key.locator, key.secret, &issuer.chain, key.which);
        Result<Made> made = Code::KeyUnusable;
        if (!opened.ok())
            made = opened.error();
        else {
            issuer.key = *opened;
            made = make(issuer);
        }
        const bool exposed = !isTokenUri(key.locator) && pki::isExposed(key.locator);
        QMetaObject::invokeMethod(
            this,
            [this, action, subject, issuer, made, target, exposed] {
                m_busy = false;
                Result<Outcome> outcome
                    = made.ok() ? giveOut(action, issuer, *made, target) : Result<Outcome>(made.error());
                if (outcome.ok()) {
                    outcome.value().exposed = exposed;
                    Q_EMIT finished(*outcome);
                    return;
                }
                Error error = outcome.error();
                if (!made.ok()) {
                    const QString party = issuer.chain.isEmpty() ? QString() : issuer.own().organisation;
                    if (const auto done = record(
                            action, subject, party, codeName(error.code), {{QLatin1String("detail"), error.detail}});
                        !done.ok())
                        error = done.error();
                }
                Q_EMIT failed(error);
            },
            Qt::QueuedConnection);
    });
}

Result<> KeyOffice::record(
    const char *action, const QString &subject, const QString &party, const QString &outcome, const QCborMap &detail)
{
    AuditActor actor = m_workspace.session().actor();
    if (actor == AuditActor())
        actor.party = party;
    const auto done = m_workspace.audit().append(actor, {QLatin1String(action), subject, outcome, detail});
    return done.ok() ? Result<>::success() : Result<>(done.error());
}

Result<KeyOffice::Outcome> KeyOffice::giveOut(
    const char *action, const Issuer &issuer, const Made &made, const QString &target)
{
    Outcome outcome;
    outcome.action = QLatin1String(action);
    const QString done = QLatin1String(auditoutcome::done);
    const IssuedBook book(m_workspace.folder());
    for (const Certificate &certificate : made.issued) {
        auto step = record(action, certificate.commonName, issuer.own().organisation, done,
            {{QLatin1String("issuer"), issuer.own().commonName}, {QLatin1String("person"), certificate.person},
                {QLatin1String("role"), certificate.role}, {QLatin1String("certificate"), certificate.sha256},
                {QLatin1String("key"), certificate.spkiSha256}, {QLatin1String("until"), certificate.notAfter}});
        const QString path = QDir(target).filePath(fileNameOf(certificate));
        if (step.ok())
            step = book.keep(certificate);
        if (step.ok())
            step = wholefile::write(path, withChain(certificate, issuer.chain));
        if (!step.ok())
            return step.error();
        outcome.issued.append(certificate);
        outcome.files.append(path);
    }
    if (!made.list)
        return outcome;
    TrustBook &trust = m_workspace.trust();
    // What packs would not take is not given out.
    if (auto good = trust.isEmpty() ? Result<>::success() : trust.checkList(*made.list); !good.ok())
        return good.error();
    QStringList serials;
    for (const Certificate &certificate : made.revoked)
        serials.append(serialText(certificate.serialNumber));
    const qint64 now = m_workspace.clock().now();
    outcome.rolesLeftEmpty
        = rolesLeftEmpty(made.revoked, knownCertificates(m_workspace), trust.snapshot().newestLists(now), now);
    auto step = record(action, issuer.own().commonName, issuer.own().organisation, done,
        {{QLatin1String("revoked"), serials.join(u' ')}, {QLatin1String("compromised"), made.compromised},
            {QLatin1String("number"), made.list->crl.number}, {QLatin1String("list"), sha256(made.list->crl.der)}});
    if (step.ok() && !target.isEmpty()) {
        step = wholefile::write(target, made.list->crl.der);
        outcome.files.append(target);
    }
    if (step.ok() && !trust.isEmpty())
        step = trust.learn(*made.list);
    if (!step.ok())
        return step.error();
    outcome.list = made.list;
    outcome.compromise = made.compromise;
    outcome.pending = pendingSignedBy(
        m_workspace, made.compromised ? made.compromise.all() : made.revoked, m_workspace.clock().now());
    return outcome;
}

void KeyOffice::issue(const IssuerKey &key, const pki::SigningRequest &request, qint64 seconds, const QString &folder)
{
    run(auditaction::issueCertificate, request.subject.commonName, key, folder,
        [request, seconds, by = rules()](const Issuer &issuer) -> Result<Made> {
            if (!by)
                return {Code::UnknownIssuer, QStringLiteral("no rules are pinned")};
            if (auto good = checkIssuable(request.name, issuer.own(), *by); !good.ok())
                return good.error();
            const auto certificate = pki::issueFromRequest(issuer.own(), issuer.key, request,
                issuingValidity(issuer.own(), request.isAuthority, by->now, seconds));
            if (!certificate.ok())
                return certificate.error();
            Made made;
            made.issued = {*certificate};
            return made;
        });
}

void KeyOffice::renew(const IssuerKey &key, const QList<Certificate> &former, qint64 seconds, const QString &folder)
{
    run(auditaction::renewCertificate, former.value(0).commonName, key, folder,
        [former, seconds, by = rules()](const Issuer &issuer) -> Result<Made> {
            if (!by)
                return {Code::UnknownIssuer, QStringLiteral("no rules are pinned")};
            Made made;
            for (const Certificate &certificate : former) {
                for (const CrlEntry &entry : by->lists) {
                    if (isListOf(entry.crl, issuer.own())
                        && entry.crl.revokedSerials.contains(certificate.serialNumber))
                        return {Code::CertificateRevoked, certificate.commonName};
                }
                if (auto good = checkIssuable(
                        {certificate.person, certificate.role, certificate.packSerial, false}, issuer.own(), *by);
                    !good.ok())
                    return good.error();
                const auto renewed = pki::renewLeaf(
                    issuer.own(), issuer.key, certificate, issuingValidity(issuer.own(), false, by->now, seconds));
                if (!renewed.ok())
                    return renewed.error();
                made.issued.append(*renewed);
            }
            return made;
        });
}

void KeyOffice::revokeWith(const IssuerKey &key, const QString &subject, qint64 firstNumber, const QString &listFile,
    const std::function<Result<Made>(const Issuer &)> &choose)
{
    run(auditaction::makeList, subject, key, listFile,
        [choose, firstNumber, by = rules()](const Issuer &issuer) -> Result<Made> {
            if (!by)
                return {Code::UnknownIssuer, QStringLiteral("no rules are pinned")};
            auto made = choose(issuer);
            if (!made.ok())
                return made;
            ListPlan plan;
            plan.revoked = made->revoked;
            plan.held = by->lists;
            plan.number = firstNumber;
            plan.now = by->now;
            const auto list = nextList(issuer.own(), issuer.key, plan);
            if (!list.ok())
                return list.error();
            made.value().list = *list;
            return made;
        });
}

void KeyOffice::revoke(
    const IssuerKey &key, const QList<Certificate> &revoked, qint64 firstNumber, const QString &listFile)
{
    revokeWith(key, revoked.value(0).commonName, firstNumber, listFile, [revoked](const Issuer &) -> Result<Made> {
        Made made;
        made.revoked = revoked;
        return made;
    });
}

void KeyOffice::revokeCompromised(
    const IssuerKey &key, const Certificate &certificate, qint64 firstNumber, const QString &listFile)
{
    revokeWith(key, certificate.commonName, firstNumber, listFile,
        [certificate, known = knownCertificates(m_workspace)](const Issuer &issuer) -> Result<Made> {
            // A person may have lost more than the key that is shown.
            const auto found = certificate.person.isEmpty() ? compromiseOf(certificate, issuer.own(), known)
                                                            : compromiseOf(certificate.person, issuer.own(), known);
            if (!found.ok())
                return found.error();
            Made made;
            made.compromise = *found;
            made.revoked = found->revocable;
            made.compromised = true;
            return made;
        });
}

} // namespace packwarden
