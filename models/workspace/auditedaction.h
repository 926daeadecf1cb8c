// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/audit/auditrecord.h"

#include <QCborMap>

namespace packwarden {

class Workspace;

/// One action and its two records: "begun" before it takes effect and what came of it, joined by one id. Both are in
/// the name of the one who was signed in when it began. The workspace must outlive it.
class AuditedAction final
{
public:
    /// action: of auditaction. detail: of both records.
    AuditedAction(Workspace &workspace, const char *action, const QString &subject, const QCborMap &detail = {});

    /// AuditUnwritable, AuditDamaged: it must not take effect.
    Result<> begin();
    /// Records "done", or the code of the error and its detail. AuditUnwritable, AuditDamaged: it took effect, or
    /// failed, all the same.
    Result<> finish(const Result<> &result);

private:
    Result<> append(const QString &outcome, const QCborMap &detail);

    Workspace *m_workspace;
    const char *m_action;
    QString m_subject;
    QCborMap m_detail;
    AuditActor m_actor;
};

} // namespace packwarden
