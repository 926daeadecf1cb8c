// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/workspace/auditverifier.h"

#include "models/audit/auditstore.h"
#include "models/support/modelslog.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <QCborMap>

namespace packwarden {

AuditVerifier::AuditVerifier(AuditStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    m_worker.setMaxThreadCount(1);
}

AuditVerifier::AuditVerifier(Workspace &workspace, QObject *parent)
    : AuditVerifier(workspace.audit(), parent)
{
    m_workspace = &workspace;
}

AuditVerifier::~AuditVerifier()
{
    cancel();
    m_worker.waitForDone();
}

void AuditVerifier::start(const QList<SeenHead> &more)
{
    if (m_running)
        return;
    m_running = true;
    m_more = more;
    m_liftable = m_store.isReadOnly();
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    // Documents are read on the worker, by a copy of what they are judged by.
    const auto known = m_workspace ? m_workspace->auditProof() : Workspace::AuditProofSource();
    m_worker.start([this, known, more, path = m_store.path(), cancelled = m_cancelled] {
        AuditProof proof = known ? known() : AuditProof();
        proof.heads += more;
        const auto verdict = verifyAudit(path, proof, [&](qint64 checked, qint64 total) {
            QMetaObject::invokeMethod(
                this, [=, this] { Q_EMIT progressed(checked, total); }, Qt::QueuedConnection);
            return !cancelled->load();
        });
        QMetaObject::invokeMethod(
            this, [=, this] { onFinished(verdict); }, Qt::QueuedConnection);
    });
}

Result<> AuditVerifier::settle(const AuditAccuser &accuser)
{
    if (!m_workspace)
        return {Code::WrongState, accuser.by};
    // The store that is open took the verdict for damage and stays closed; what it has is in order, as a new look
    // finds.
    auto fresh = AuditStore::open(m_store.path(), m_workspace->clock());
    if (!fresh.ok())
        return fresh.error();
    const auto recorded = (*fresh)->append(m_workspace->session().actor(),
        {QLatin1String(auditaction::settleHead), accuser.by, QLatin1String(auditoutcome::done),
            QCborMap{{QLatin1String("leaf"), accuser.leafSha256}, {QLatin1String("count"), accuser.count}}});
    if (!recorded.ok())
        return recorded.error();
    start(QList<SeenHead>(m_more));
    return Result<>::success();
}

void AuditVerifier::cancel()
{
    if (m_cancelled)
        m_cancelled->store(true);
}

void AuditVerifier::onFinished(const AuditVerdict &verdict)
{
    m_running = false;
    const Error problem = verdict.problem.value_or(Error{});
    qCInfo(auditLog) << "verified" << verdict.checked
                     << "records:" << (verdict.problem ? QString(codeName(problem.code)) : QStringLiteral("in order"))
                     << problem.detail;
    if (!verdict.intact() || m_liftable)
        m_store.setVerdict(verdict);
    Q_EMIT finished(verdict);
}

} // namespace packwarden
