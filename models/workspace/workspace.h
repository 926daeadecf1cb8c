// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/audit/auditverdict.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>

namespace packwarden {

class AuditCheckpoints;
class AuditStore;
class Clock;
class RequestIndex;
class Session;
class TrustBook;
struct DocumentFile;

/// One console's data folder and what lives in it:
///   audit.db   the audit store
///   fleet.db   what is known of packs
///   trust/     pinned charter and policy, lists
///   requests/  documents that are worked on
/// Folder and files are for the owner alone: their modes (0700, 0600) are set each time it is opened.
class Workspace final : public QObject
{
    Q_OBJECT
public:
    ~Workspace() override;

    /// Makes the folder if it is missing, and takes over what an older version left (openFleet). FileUnwritable,
    /// FileUnreadable, AuditDamaged, AuditUnwritable.
    static Result<std::unique_ptr<Workspace>> open(
        const QString &folder, const Clock &clock, QObject *parent = nullptr);

    QString folder() const { return m_folder; }
    /// What others on this machine may read or change all the same, because its mode could not be set.
    const QStringList &exposed() const { return m_exposed; }
    QString requestsFolder() const;
    const Clock &clock() const { return m_clock; }
    AuditStore &audit() { return *m_audit; }
    TrustBook &trust() { return *m_trust; }
    Session &session() { return *m_session; }
    AuditCheckpoints &checkpoints() { return *m_checkpoints; }

    /// The file of this document in requests/, empty if none: the same payload, under the same content type. Under
    /// another it is another document, which a stranger can make without any signature.
    QString pathOf(const DocumentFile &file) const;
    /// The files in requests/, newest first.
    QStringList requestFiles() const;
    /// The same two, for any thread.
    std::shared_ptr<RequestIndex> requests() const { return m_requests; }

    /// For the verification of the audit: what the documents in the requests folder and the pinned trust prove. Made
    /// here, called on any thread.
    using AuditProofSource = std::function<AuditProof()>;
    AuditProofSource auditProof() const;
    /// Says whose heads a document, receipt or statement carries. lists: encoded entries that came along.
    HeadJudge headJudge(const QList<QByteArray> &lists = {}) const;

private:
    Workspace(const QString &folder, const Clock &clock, QObject *parent);

    QString m_folder;
    QStringList m_exposed;
    const Clock &m_clock;
    std::shared_ptr<RequestIndex> m_requests;
    std::unique_ptr<AuditStore> m_audit;
    std::unique_ptr<TrustBook> m_trust;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<AuditCheckpoints> m_checkpoints;
};

} // namespace packwarden
