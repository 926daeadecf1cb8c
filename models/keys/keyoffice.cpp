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
#include "models/trust/trustlack.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <QDir>

namespace packwarden {

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
        Result<Made> produced = Code::KeyUnusable;
        if (!opened.ok())
            produced = opened.error();
        else {
            issuer.key = *opened;
            produced = make(issuer);
        }
        const bool exposed = !isTokenUri(key.locator) && pki::isExposed(key.locator);
        QMetaObject::invokeMethod(
            this,
            [this, action, subject, issuer, produced, target, exposed] {
                m_busy = false;
                const auto good = produced.ok() && produced->list ? Issuance::check(m_workspace, *produced->list)
                                                                  : Result<>::success();
                const Result<Made> made = good.ok() ? produced : Result<Made>(good.error());
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
                    if (const auto done = Issuance::record(m_workspace, action, subject, party, error); !done.ok())
                        error = done.error();
                }
                Q_EMIT failed(error);
            },
            Qt::QueuedConnection);
    });
}

Result<KeyOffice::Outcome> KeyOffice::giveOut(
    const char *action, const Issuer &issuer, const Made &made, const QString &target)
{
    Outcome outcome;
    outcome.action = QLatin1String(action);
    Issuance issuance(m_workspace, issuer);
    for (const Certificate &certificate : made.issued) {
        const QString path = QDir(target).filePath(certificateFileName(certificate));
        const auto given = issuance.giveOut(
            action, certificate, [&](const QByteArray &bytes) { return wholefile::write(path, bytes); });
        if (!given.ok())
            return given.error();
        outcome.issued.append(certificate);
        outcome.files.append(path);
    }
    if (!made.list)
        return outcome;
    const auto published = issuance.publish(*made.list, made.revoked, made.compromised, [&](const QByteArray &bytes) {
        return target.isEmpty() ? Result<>::success() : wholefile::write(target, bytes);
    });
    if (!published.ok())
        return published.error();
    outcome.rolesLeftEmpty = *published;
    if (!target.isEmpty())
        outcome.files.append(target);
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
                return nothingPinned();
            const auto certificate = certify(issuer, request, by, by->now, seconds);
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
                return nothingPinned();
            const auto renewed = renewAll(issuer, former, by, by->now, seconds);
            if (!renewed.ok())
                return renewed.error();
            Made made;
            made.issued = *renewed;
            return made;
        });
}

void KeyOffice::revokeWith(const IssuerKey &key, const QString &subject, qint64 firstNumber, const QString &listFile,
    const std::function<Result<Made>(const Issuer &)> &choose)
{
    run(auditaction::makeList, subject, key, listFile,
        [choose, firstNumber, by = rules()](const Issuer &issuer) -> Result<Made> {
            if (!by)
                return nothingPinned();
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
