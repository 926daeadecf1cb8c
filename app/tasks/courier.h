// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/tasks/packvisit.h"

#include <QObject>

#include <map>
#include <memory>

namespace packwarden {

/// Visits packs: brings what courierLoads names, and takes heads, receipts and a statement along; several packs side by
/// side, and one pack once at a time. Each load is recorded before and after. What a pack cannot be asked for ends its
/// visit, not the work of the console. Lives on the thread of its owner; all that it is given must outlive it.
class Courier final : public QObject
{
    Q_OBJECT
public:
    /// What is sent to packs goes before their telemetry on a bus: more at once would drown it.
    static constexpr int mostAtOnce = 4;

    Courier(Workspace &workspace, PackRequests &requests, StatementDesk &statements, QObject *parent = nullptr);
    ~Courier() override;

    /// Ends in visited. Does nothing while nothing is pinned.
    void visit(const QString &serial, const HeardBefore &heard = {});

Q_SIGNALS:
    /// What the pack says that it knows, before it is brought anything.
    void knowledgeHeard(const QString &serial, const packwarden::PackKnowledge &knowledge);
    void carried(const QString &serial, packwarden::CourierLoad::Kind kind, const packwarden::Result<> &result);
    void visited(const QString &serial, const packwarden::Result<> &result);

private:
    void next();
    void begin(const QString &serial, const HeardBefore &heard);

    Workspace &m_workspace;
    PackRequests &m_requests;
    StatementDesk &m_statements;
    std::map<QString, std::unique_ptr<PackVisit>> m_visits; ///< under way
    QList<std::pair<QString, HeardBefore>> m_waiting;
};

} // namespace packwarden
