// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auditrecord.h"
#include "cose.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace packwarden {

class AuditStore;

/// Runs verifyAudit over a store on a worker thread and tells the store the verdict. One run at a time.
class AuditVerifier final : public QObject
{
    Q_OBJECT
public:
    explicit AuditVerifier(AuditStore &store, QObject *parent = nullptr);
    ~AuditVerifier() override;

    /// anchors: heads of this store that were found in signatures. Does nothing while a run is under way.
    void start(const QList<LogHead> &anchors = {});
    void cancel();
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    void progressed(qint64 checked, qint64 total);
    void finished(const packwarden::AuditVerdict &verdict);

private:
    void onFinished(const AuditVerdict &verdict);

    AuditStore &m_store;
    std::shared_ptr<std::atomic_bool> m_cancelled;
    QThreadPool m_worker;
    bool m_running = false;
};

} // namespace packwarden
