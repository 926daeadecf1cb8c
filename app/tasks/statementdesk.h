// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/link/packlink.h"
#include "models/core/pack/statement.h"

#include <QHash>
#include <QObject>

namespace packwarden {

class Workspace;

/// Asks packs for their signed state, checks it over the number that it asked with, and keeps it for rehearsals and
/// drafts. Lives on the thread of its owner.
class StatementDesk final : public QObject
{
    Q_OBJECT
public:
    /// Ids of its own, below those of the inspection.
    static constexpr quint64 firstId = quint64(1) << 59;

    StatementDesk(Workspace &workspace, PackLink &link, QObject *parent = nullptr);
    /// Ends in taken or failed, with the id that it returns.
    quint64 ask(const QString &serial);

Q_SIGNALS:
    void taken(const packwarden::Statement &statement, const QByteArray &bytes, quint64 id);
    void failed(const QString &serial, const packwarden::Error &error, quint64 id);

private:
    struct Question
    {
        QString serial;
        QByteArray nonce;
    };
    void onActed(const ActionResult &result, quint64 id);

    Workspace &m_workspace;
    PackLink &m_link;
    QHash<quint64, Question> m_questions;
    quint64 m_id = firstId;
};

} // namespace packwarden
