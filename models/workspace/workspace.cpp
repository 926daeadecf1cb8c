// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/workspace/workspace.h"

#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/core/documents/documentfile.h"
#include "models/support/storemodes.h"
#include "models/trust/fleettakeover.h"
#include "models/trust/trustbook.h"
#include "models/workspace/auditcheckpoints.h"
#include "models/workspace/requestindex.h"
#include "models/workspace/session.h"

#include <QDir>

namespace packwarden {

Workspace::Workspace(const QString &folder, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_clock(clock)
    , m_requests(std::make_shared<RequestIndex>(requestsFolder()))
{
}

Workspace::~Workspace()
{
    // Checkpoints need the key, and the session records its end: so they go before the store, in this order.
    m_checkpoints.reset();
    m_session.reset();
}

Result<std::unique_ptr<Workspace>> Workspace::open(const QString &folder, const Clock &clock, QObject *parent)
{
    auto workspace = std::unique_ptr<Workspace>(new Workspace(QDir(folder).absolutePath(), clock, parent));
    if (!storemodes::makeFolder(workspace->m_folder))
        return {Code::FileUnwritable, folder};
    workspace->m_exposed = storemodes::close(workspace->m_folder);
    if (!storemodes::makeFolder(workspace->requestsFolder()))
        return {Code::FileUnwritable, folder};
    const QString auditPath = workspace->m_folder + QStringLiteral("/audit.db");
    // Whoever trusts something has a record of it: such a folder is not new.
    if (!QFile::exists(auditPath) && QFile::exists(workspace->m_folder + QStringLiteral("/trust/pinned.cbor")))
        return {Code::AuditDamaged, QStringLiteral("missing")};
    auto audit = AuditStore::open(auditPath, clock);
    if (!audit.ok())
        return audit.error();
    workspace->m_audit = std::move(audit).value();
    auto fleet = openFleet(workspace->m_folder);
    if (!fleet.ok())
        return fleet.error();
    workspace->m_trust = std::make_unique<TrustBook>(
        workspace->m_folder + QStringLiteral("/trust"), *fleet, *workspace->m_audit, clock);
    workspace->m_session = std::make_unique<Session>(*workspace->m_audit, *workspace->m_trust, clock);
    workspace->m_checkpoints = std::make_unique<AuditCheckpoints>(*workspace->m_audit, *workspace->m_session);
    return workspace;
}

QString Workspace::requestsFolder() const
{
    return m_folder + QStringLiteral("/requests");
}

QStringList Workspace::requestFiles() const
{
    return m_requests->files();
}

QString Workspace::pathOf(const DocumentFile &file) const
{
    return m_requests->find(file.document);
}

Workspace::AuditProofSource Workspace::auditProof() const
{
    const QByteArray logId = m_audit->head().logId;
    return [logId, files = requestFiles(), trust = m_trust->snapshot(), now = m_clock.now()] {
        AuditProof proof;
        // Who trusts nothing yet distrusts nobody either.
        if (!trust.pinned.charterDocument.isEmpty())
            proof.judge = trust.headJudge(now);
        for (const QString &path : files) {
            const auto file = DocumentFile::read(path);
            if (!file.ok())
                continue;
            for (const SeenHead &seen : trust.headJudge(now, file->crls).in(file->document)) {
                if (seen.head.logId == logId)
                    proof.heads.append(seen);
            }
        }
        return proof;
    };
}

HeadJudge Workspace::headJudge(const QList<QByteArray> &lists) const
{
    return m_trust->snapshot().headJudge(m_clock.now(), lists);
}

} // namespace packwarden
