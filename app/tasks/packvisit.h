// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/tasks/carrier.h"
#include "models/signoffs/courierplan.h"

namespace packwarden {

class StatementDesk;
class Workspace;

/// What was asked of a pack right before it is visited, and need not be asked again.
struct HeardBefore
{
    std::optional<PackKnowledge> knowledge;
    bool signedItsState = false; ///< and nothing was brought to it since
};

/// One visit of a courier to one pack. Lives on the thread of its owner; all that it is given must outlive it.
class PackVisit final : public QObject
{
    Q_OBJECT
public:
    PackVisit(Workspace &workspace, PackRequests &requests, StatementDesk &statements, const QString &serial,
        QObject *parent = nullptr);

    /// Ends in ended, once; at once where nothing is pinned or the serial is none.
    void start(const HeardBefore &heard);

Q_SIGNALS:
    void knowledgeHeard(const packwarden::PackKnowledge &knowledge);
    void carried(packwarden::CourierLoad::Kind kind, const packwarden::Result<> &result);
    void ended(const packwarden::Result<> &result);

private:
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
    const QString m_serial;
    Carrier m_carrier;
    CourierVisit m_visit;
    QList<CourierLoad> m_loads; ///< as the carrier has them
    bool m_needsStatement = true;
    bool m_isOver = false;
};

} // namespace packwarden
