// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/workspace/auditedaction.h"

#include "models/audit/auditstore.h"
#include "models/core/base/digest.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

namespace packwarden {

std::function<Result<>(const AuditEntry &entry)> recorderOf(Workspace &workspace)
{
    return [&workspace](const AuditEntry &entry) -> Result<> {
        const auto kept = workspace.audit().append(workspace.session().actor(), entry);
        return kept.ok() ? Result<>::success() : Result<>(kept.error());
    };
}

AuditedAction::AuditedAction(Workspace &workspace, const char *action, const QString &subject, const QCborMap &detail)
    : m_workspace(&workspace)
    , m_action(action)
    , m_subject(subject)
    , m_detail(detail)
    , m_actor(workspace.session().actor())
{
}

AuditedAction &AuditedAction::inNameOf(const AuditActor &actor)
{
    m_actor = actor;
    return *this;
}

Result<> AuditedAction::begin()
{
    m_detail.insert(QLatin1String("id"), randomBytes(8));
    return append(QLatin1String(auditoutcome::begun), m_detail);
}

Result<> AuditedAction::finish(const Result<> &result, const QCborMap &more)
{
    QCborMap detail = m_detail;
    for (const auto &[key, value] : more)
        detail.insert(key, value);
    if (!result.ok() && !result.error().detail.isEmpty())
        detail.insert(QLatin1String("detail"), result.error().detail);
    return append(result.ok() ? QString(QLatin1String(auditoutcome::done)) : QString(codeName(result.code())), detail);
}

Result<> AuditedAction::append(const QString &outcome, const QCborMap &detail)
{
    const auto done = m_workspace->audit().append(m_actor, {QLatin1String(m_action), m_subject, outcome, detail});
    return done.ok() ? Result<>::success() : Result<>(done.error());
}

} // namespace packwarden
