// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/workspace/auditcheckpoints.h"

#include "models/audit/auditstore.h"
#include "models/core/base/printable.h"
#include "models/core/cose/checkpoint.h"
#include "models/support/modelslog.h"
#include "models/workspace/session.h"

namespace packwarden {

AuditCheckpoints::AuditCheckpoints(AuditStore &store, Session &session, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_session(session)
{
    // The record of signing in comes before the key is taken over.
    connect(&session, &Session::signedIn, this, &AuditCheckpoints::make);
    connect(&store, &AuditStore::appended, this, &AuditCheckpoints::onAppended);
}

AuditCheckpoints::~AuditCheckpoints()
{
    // Those who listen may be half gone.
    blockSignals(true);
    // The one that is being made, and one more where a newer head waits behind it. The session would wait for its
    // worker a moment later anyway.
    while (m_pending) {
        m_making.waitForFinished();
        keep(m_making.result());
    }
}

void AuditCheckpoints::onAppended(qint64)
{
    if (!m_session.isSignedIn())
        return;
    const auto newest = m_store.page({}, 0, 1);
    if (!newest.isEmpty() && auditaction::usesKey(newest.constFirst().action)
        && newest.constFirst().outcome == QLatin1String(auditoutcome::done))
        make();
}

void AuditCheckpoints::make()
{
    if (m_pending) {
        m_again = true;
        return;
    }
    if (m_store.isReadOnly()) {
        Q_EMIT settled(false);
        return;
    }
    const auto next = m_store.checkpoint();
    if (!next.ok()) {
        qCWarning(auditLog).noquote() << "a checkpoint could not be made:" << printable(next.error().detail);
        Q_EMIT settled(false);
        return;
    }
    m_pending = true;
    m_making = m_session.sign(next->contentType(), next->encode());
    m_making.then(this, [this](const Result<CoseSign1> &checkpoint) {
        if (m_pending)
            keep(checkpoint);
    });
}

void AuditCheckpoints::keep(const Result<CoseSign1> &checkpoint)
{
    m_pending = false;
    bool good = false;
    if (checkpoint.ok() && !m_store.isReadOnly()) {
        const auto kept = m_store.addCheckpoint(checkpoint->encode());
        good = kept.ok();
        if (!good)
            qCWarning(auditLog).noquote() << "a checkpoint could not be kept:" << printable(kept.error().detail);
    }
    Q_EMIT settled(good);
    if (std::exchange(m_again, false) && m_session.isSignedIn())
        make();
}

} // namespace packwarden
