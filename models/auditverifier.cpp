// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auditverifier.h"

#include "auditstore.h"

namespace packwarden {

AuditVerifier::AuditVerifier(AuditStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    m_worker.setMaxThreadCount(1);
}

AuditVerifier::~AuditVerifier()
{
    cancel();
    m_worker.waitForDone();
}

void AuditVerifier::start(const QList<LogHead> &anchors)
{
    if (m_running)
        return;
    m_running = true;
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    m_worker.start([this, anchors, path = m_store.path(), cancelled = m_cancelled] {
        const auto verdict = verifyAudit(path, anchors, [&](qint64 checked, qint64 total) {
            QMetaObject::invokeMethod(
                this, [=, this] { Q_EMIT progressed(checked, total); }, Qt::QueuedConnection);
            return !cancelled->load();
        });
        QMetaObject::invokeMethod(
            this, [=, this] { onFinished(verdict); }, Qt::QueuedConnection);
    });
}

void AuditVerifier::cancel()
{
    if (m_cancelled)
        m_cancelled->store(true);
}

void AuditVerifier::onFinished(const AuditVerdict &verdict)
{
    m_running = false;
    m_store.setVerdict(verdict);
    Q_EMIT finished(verdict);
}

} // namespace packwarden
