// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/tasks/carrier.h"
#include "models/signoffs/courierplan.h"

#include <QObject>
#include <QQueue>

namespace packwarden {

class StatementDesk;
class Workspace;

/// Visits packs: brings what courierLoads names, and takes heads, receipts and a statement along. One pack at a time;
/// each load is recorded before and after. What a pack cannot be asked for ends the visit, not the work of the console.
/// Lives on the thread of its owner; all that it is given must outlive it.
class Courier final : public QObject
{
    Q_OBJECT
public:
    Courier(Workspace &workspace, PackRequests &requests, StatementDesk &statements, QObject *parent = nullptr);

    /// Ends in visited. Does nothing while nothing is pinned.
    void visit(const QString &serial);

Q_SIGNALS:
    /// What the pack says that it knows, before it is brought anything.
    void knowledgeHeard(const QString &serial, const packwarden::PackKnowledge &knowledge);
    void carried(const QString &serial, packwarden::CourierLoad::Kind kind, const packwarden::Result<> &result);
    void visited(const QString &serial, const packwarden::Result<> &result);

private:
    void next();
    void end(const Result<> &result);
    void ask(PackQuestion question);
    void onAnswer(const PackAnswer &answer);
    void onCarried(int index, const Result<> &result, const QByteArray &receipt);
    void takeAlong();
    void askForStatement();
    Result<> keepReceipts(const QList<QByteArray> &receipts);

    Workspace &m_workspace;
    PackRequests &m_requests;
    StatementDesk &m_statements;
    Carrier m_carrier;
    QQueue<QString> m_waiting;
    QString m_serial; ///< of the pack that is being visited; empty: none
    CourierVisit m_visit;
    QList<CourierLoad> m_loads; ///< of this visit, as the carrier has them
};

} // namespace packwarden
