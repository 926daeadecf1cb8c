// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/audit/auditverdict.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace packwarden {

class AuditStore;
class Workspace;

/// Runs verifyAudit over a store on a worker thread and tells the store the verdict. One run at a time.
class AuditVerifier final : public QObject
{
    Q_OBJECT
public:
    /// The store alone.
    explicit AuditVerifier(AuditStore &store, QObject *parent = nullptr);
    /// With what the workspace's documents and trust prove.
    explicit AuditVerifier(Workspace &workspace, QObject *parent = nullptr);
    ~AuditVerifier() override;

    /// more: heads besides. Does nothing while a run is under way.
    void start(const QList<SeenHead> &more = {});
    void cancel();
    bool isRunning() const { return m_running; }
    /// A person decides that this key told something false of this audit: what it tells is a dispute from now on.
    /// Recorded beside the store that is open, which is verified again by the same heads and can be written once that
    /// finds it in order. WrongState without a workspace; the errors of AuditStore::open and append.
    Result<> settle(const AuditAccuser &accuser);

Q_SIGNALS:
    void progressed(qint64 checked, qint64 total);
    void finished(const packwarden::AuditVerdict &verdict);

private:
    void onFinished(const AuditVerdict &verdict);

    AuditStore &m_store;
    Workspace *m_workspace = nullptr;
    QList<SeenHead> m_more; ///< of the last run
    std::shared_ptr<std::atomic_bool> m_cancelled;
    QThreadPool m_worker;
    bool m_running = false;
    bool m_liftable = false; ///< the store failed before this run, not during it
};

} // namespace packwarden
