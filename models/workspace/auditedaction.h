// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/audit/auditrecord.h"

#include <QCborMap>

#include <functional>

namespace packwarden {

class Workspace;

/// Keeps a record in the name of the one who is signed in then. The workspace must outlive it.
std::function<Result<>(const AuditEntry &entry)> recorderOf(Workspace &workspace);

/// One action and what the audit has of it. One that takes a while has two records, joined by one id: "begun" before it
/// takes effect, and what came of it. What is done or refused at once has one, and begin() is not called. They are in
/// the name of the one who was signed in when this was made. The workspace must outlive it.
class AuditedAction final
{
public:
    /// action: of auditaction. detail: of both records.
    AuditedAction(Workspace &workspace, const char *action, const QString &subject, const QCborMap &detail = {});
    /// In this name instead: a party acts before any of its people can sign in.
    AuditedAction &inNameOf(const AuditActor &actor);

    /// AuditUnwritable, AuditDamaged: it must not take effect.
    Result<> begin();
    /// Records "done", or the code of the error and its detail; more: of this record alone. AuditUnwritable,
    /// AuditDamaged: what was begun took effect, or failed, all the same; what was not must not take effect.
    Result<> finish(const Result<> &result, const QCborMap &more = {});

private:
    Result<> append(const QString &outcome, const QCborMap &detail);

    Workspace *m_workspace;
    const char *m_action;
    QString m_subject;
    QCborMap m_detail;
    AuditActor m_actor;
};

} // namespace packwarden
