// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tasks/statementdesk.h"

#include "models/audit/audithead.h"
#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/core/base/whendone.h"
#include "models/trust/trustbook.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

#include <memory>

namespace packwarden {

StatementDesk::StatementDesk(Workspace &workspace, PackRequests &requests, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_requests(requests)
{
}

QFuture<Result<SignedStatement>> StatementDesk::ask(const QString &serial)
{
    const auto promise = std::make_shared<QPromise<Result<SignedStatement>>>();
    promise->start();
    const QByteArray nonce = randomBytes(32);
    whenDone(this, m_requests.statement(serial, nonce), [this, promise, serial, nonce](const ActionResult &result) {
        promise->addResult(take(serial, nonce, result));
        promise->finish();
    });
    return promise->future();
}

Result<SignedStatement> StatementDesk::take(const QString &serial, const QByteArray &nonce, const ActionResult &result)
{
    if (!result.done)
        return {result.error.code, result.error.detail, StatementTrouble::NotSaid};
    TrustBook &trust = m_workspace.trust();
    const auto statement = verifyStatement(
        result.data, nonce, trust.charter(), trust.snapshot().listsFor(result.serial, m_workspace.clock().now()));
    if (!statement.ok())
        return statement.error();
    if (statement->serial.text() != serial)
        return {Code::WrongPack, statement->serial.text()};
    if (const auto held = holdToItsLog(*statement, result.data); !held.ok())
        return held.error();
    if (const auto learnt = trust.learnStatement(result.data, nonce); !learnt.ok())
        return learnt.error();
    return SignedStatement{*statement, result.data};
}

Result<> StatementDesk::holdToItsLog(const Statement &statement, const QByteArray &bytes)
{
    AuditStore &audit = m_workspace.audit();
    const auto head = m_workspace.headJudge().inCarrier(bytes);
    if (!head.ok() || audit.isReadOnly())
        return Result<>::success();
    const auto seen = audit.witness(m_workspace.session().actor(), {*head});
    if (!seen.ok())
        return seen.error();
    if (!head->proved() || seen->conflicts.isEmpty())
        return Result<>::success();
    return m_workspace.trust().contradict(
        statement.serial, {Contradiction::Kind::Log, {}, QString::number(statement.logCount), 0});
}

} // namespace packwarden
