// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/link/packrequests.h"
#include "models/core/pack/statement.h"

namespace packwarden {

class Workspace;

/// A pack's word of itself, as it came and as it reads.
struct SignedStatement
{
    Statement statement;
    QByteArray bytes; ///< COSE_Sign1
};

/// Reason of an error: nothing was said that could be wrong; any other error is of what was said.
enum class StatementTrouble { NotSaid };

/// Asks packs for a fresh signed statement, verifies it, and has the trust book learn it: for window, couriers and
/// command line. Lives on the thread of its owner; workspace and requests must outlive it.
class StatementDesk final : public QObject
{
    Q_OBJECT
public:
    StatementDesk(Workspace &workspace, PackRequests &requests, QObject *parent = nullptr);

    /// Over a random number of its own: an older word of the pack is none. It is learnt, and the head of the pack's own
    /// log, to which the pack is held from then on, is kept. WrongPack, the errors of verifyStatement, of the audit and
    /// of TrustBook::learnStatement, and what the link has.
    QFuture<Result<SignedStatement>> ask(const QString &serial);

private:
    Result<SignedStatement> take(const QString &serial, const QByteArray &nonce, const ActionResult &result);
    Result<> holdToItsLog(const Statement &statement, const QByteArray &bytes);

    Workspace &m_workspace;
    PackRequests &m_requests;
};

} // namespace packwarden
