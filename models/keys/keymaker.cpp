// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/keys/keymaker.h"

#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/core/base/wholefile.h"
#include "models/core/pki/openkey.h"
#include "models/core/pki/pkifile.h"
#include "models/keys/issuedbook.h"
#include "models/keys/issuing.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <QCborMap>
#include <QFileInfo>

#include <algorithm>
#include <optional>

namespace packwarden {

namespace {

/// The certificate of this key's file from what the issuer sent, and its issuers as far as they are there.
Result<QList<Certificate>> chainFor(const QString &keyFile, const QString &passphrase, const QString &certificateFile,
    std::optional<pki::PrivateKey> &key)
{
    if (auto good = pki::checkRewritable(keyFile, passphrase); !good.ok())
        return good.error();
    const auto read = pki::readKeyFile(keyFile, passphrase);
    if (!read.ok())
        return read.error();
    key = *read;
    return pki::readChainFile(certificateFile, *read);
}

/// Everything but the records.
Result<pki::SigningRequest> makeFiles(const NewKey &wanted)
{
    const auto key = pki::PrivateKey::generate(wanted.bits);
    if (!key.ok())
        return key.error();
    const bool isAuthority = wanted.name == pki::LeafName();
    const auto der = isAuthority ? pki::makeAuthorityRequest(*key, wanted.subject)
                                 : pki::makeSigningRequest(*key, wanted.subject, wanted.name);
    auto request = der.ok() ? pki::readSigningRequest(*der) : Result<pki::SigningRequest>(der.error());
    if (!request.ok())
        return request;
    // The key first: a request without its key is of no use.
    auto written = pki::writeKeyFile(wanted.keyFile, *key, {}, wanted.passphrase);
    if (written.ok())
        written = wholefile::write(wanted.requestFile, request->toPem());
    return written.ok() ? request : Result<pki::SigningRequest>(written.error());
}

} // namespace

KeyMaker::KeyMaker(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    m_worker.setMaxThreadCount(1);
}

KeyMaker::~KeyMaker()
{
    m_worker.waitForDone();
}

void KeyMaker::refuse(AuditedAction action, const Error &error)
{
    m_busy = false;
    const auto recorded = action.finish(error);
    Q_EMIT failed(recorded.ok() ? error : recorded.error());
}

void KeyMaker::make(const NewKey &wanted)
{
    if (m_busy)
        return;
    m_busy = true;
    const QString subject = wanted.subject.commonName;
    const QCborMap detail{{QLatin1String("person"), wanted.name.person}, {QLatin1String("role"), wanted.name.role},
        {QLatin1String("organisation"), wanted.subject.organisation}};
    AuditedAction making(m_workspace, auditaction::makeKey, subject, detail);
    AuditedAction asking(m_workspace, auditaction::askForCertificate, subject, detail);
    for (const QString &path : {wanted.keyFile, wanted.requestFile}) {
        if (QFileInfo::exists(path))
            return refuse(making, {Code::FileUnwritable, QStringLiteral("%1 exists").arg(path)});
    }
    if (wanted.passphrase.isEmpty())
        return refuse(making, {Code::WrongPassphrase, QStringLiteral("empty")});
    for (AuditedAction *action : {&making, &asking}) {
        if (auto begun = action->begin(); !begun.ok()) {
            m_busy = false;
            Q_EMIT failed(begun.error());
            return;
        }
    }
    m_worker.start([this, wanted, making, asking] {
        const auto request = makeFiles(wanted);
        QMetaObject::invokeMethod(
            this, [this, wanted, making, asking, request] { onMade(wanted, making, asking, request); },
            Qt::QueuedConnection);
    });
}

void KeyMaker::onMade(
    const NewKey &wanted, AuditedAction making, AuditedAction asking, const Result<pki::SigningRequest> &request)
{
    m_busy = false;
    const Result<> outcome = request.ok() ? Result<>::success() : Result<>(request.error());
    QCborMap more;
    if (request.ok())
        more.insert(QLatin1String("key"), request->spkiSha256);
    auto recorded = making.finish(outcome, more);
    if (const auto too = asking.finish(outcome, more); recorded.ok())
        recorded = too;
    if (!recorded.ok())
        Q_EMIT failed(recorded.error());
    else if (!request.ok())
        Q_EMIT failed(request.error());
    else
        Q_EMIT made(wanted, request->spkiSha256);
}

void KeyMaker::install(const QString &keyFile, const QString &passphrase, const QString &certificateFile)
{
    if (m_busy)
        return;
    m_busy = true;
    m_worker.start([this, keyFile, passphrase, certificateFile] {
        std::optional<pki::PrivateKey> key;
        const auto chain = chainFor(keyFile, passphrase, certificateFile, key);
        QMetaObject::invokeMethod(
            this,
            [this, keyFile, passphrase, certificateFile, key, chain] {
                if (!chain.ok())
                    return refuse({m_workspace, auditaction::installCertificate, certificateFile}, chain.error());
                const Certificate leaf = chain->constFirst();
                AuditedAction action(m_workspace, auditaction::installCertificate, leaf.commonName,
                    {{QLatin1String("certificate"), leaf.sha256}});
                auto step = action.begin();
                if (step.ok())
                    step = pki::writeKeyFile(keyFile, *key, *chain, passphrase);
                if (!step.ok())
                    return refuse(action, step.error());
                m_busy = false;
                step = action.finish(step);
                if (step.ok())
                    Q_EMIT installed(keyFile, leaf);
                else
                    Q_EMIT failed(step.error());
            },
            Qt::QueuedConnection);
    });
}

Result<QList<Certificate>> KeyMaker::remember(const QString &certificateFile)
{
    const auto refused = [&](const Error &error) -> Result<QList<Certificate>> {
        const auto recorded
            = AuditedAction(m_workspace, auditaction::rememberCertificate, certificateFile).finish(error);
        return recorded.ok() ? error : recorded.error();
    };
    const auto all = pki::readCertificatesFile(certificateFile);
    if (!all.ok())
        return refused(all.error());
    const QList<Certificate> roots = m_workspace.trust().charter().roots();
    const QList<Certificate> issuers = *all + roots + knownCertificates(m_workspace);
    const auto isUnderARoot = [&](Certificate certificate) {
        for (int above = 0; above < 3; ++above) {
            if (std::any_of(
                    roots.begin(), roots.end(), [&](const Certificate &root) { return isIssuedBy(certificate, root); }))
                return true;
            const auto issuer = std::find_if(issuers.begin(), issuers.end(), [&](const Certificate &candidate) {
                return candidate != certificate && candidate.isAuthority && isIssuedBy(certificate, candidate);
            });
            if (issuer == issuers.end())
                return false;
            certificate = *issuer;
        }
        return false;
    };
    QList<Certificate> taken;
    for (const Certificate &certificate : *all) {
        if (!isUnderARoot(certificate))
            return refused({Code::UnknownIssuer, certificate.commonName});
        if (!roots.contains(certificate))
            taken.append(certificate);
    }
    const IssuedBook book(m_workspace.folder());
    for (const Certificate &certificate : std::as_const(taken)) {
        AuditedAction action(m_workspace, auditaction::rememberCertificate, certificate.commonName,
            {{QLatin1String("certificate"), certificate.sha256}, {QLatin1String("role"), certificate.role}});
        auto step = action.finish(Result<>::success());
        if (step.ok())
            step = book.keep(certificate);
        if (!step.ok())
            return step.error();
    }
    return taken;
}

} // namespace packwarden
