// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tasks/statementdesk.h"

#include "models/core/base/clock.h"
#include "models/trust/trustbook.h"
#include "models/workspace/workspace.h"

namespace packwarden {

StatementDesk::StatementDesk(Workspace &workspace, PackLink &link, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_link(link)
{
    connect(&link, &PackLink::acted, this, &StatementDesk::onActed);
}

quint64 StatementDesk::ask(const QString &serial)
{
    const quint64 id = ++m_id;
    const Question question{serial, randomBytes(32)};
    m_questions.insert(id, question);
    QMetaObject::invokeMethod(
        &m_link, [link = &m_link, question, id] { link->statement(question.serial, question.nonce, id); },
        Qt::QueuedConnection);
    return id;
}

void StatementDesk::onActed(const ActionResult &result, quint64 id)
{
    const auto asked = m_questions.constFind(id);
    if (asked == m_questions.cend())
        return;
    const Question question = *asked;
    m_questions.erase(asked);
    if (!result.done) {
        Q_EMIT failed(question.serial, result.error, id);
        return;
    }
    TrustBook &trust = m_workspace.trust();
    const auto statement = verifyStatement(result.data, question.nonce, trust.charter(),
        trust.snapshot().listsFor(result.serial, m_workspace.clock().now()));
    if (!statement.ok() || statement->serial.text() != question.serial) {
        Q_EMIT failed(
            question.serial, statement.ok() ? Error{Code::WrongPack, statement->serial.text()} : statement.error(), id);
        return;
    }
    if (const auto kept = trust.learnStatement(result.data, question.nonce); !kept.ok()) {
        Q_EMIT failed(question.serial, kept.error(), id);
        return;
    }
    Q_EMIT taken(*statement, result.data, id);
}

} // namespace packwarden
