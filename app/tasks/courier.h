// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/link/packlink.h"
#include "models/signoffs/courierplan.h"

#include <QObject>
#include <QQueue>

namespace packwarden {

class Workspace;

/// Visits packs: brings what courierLoads names, and takes heads, receipts and a statement along. One pack at a time;
/// each load is recorded before and after. What a pack cannot be asked for ends the visit, not the work of the console.
/// Lives on the thread of its owner; workspace and link must outlive it.
class Courier final : public QObject
{
    Q_OBJECT
public:
    /// Ids of its own, by which others tell that an answer of the link is not theirs.
    static constexpr quint64 firstId = quint64(1) << 62;

    Courier(Workspace &workspace, PackLink &link, QObject *parent = nullptr);

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
    void onAnswer(const PackAnswer &answer, quint64 id);
    void deliverNext();
    void onDelivered(const DeliveryResult &result, quint64 id);
    void onReceipts(const PackDocuments &documents, quint64 id);
    void onStatement(const ActionResult &result, quint64 id);
    void takeAlong();
    Result<> rememberList(const QByteArray &list);
    Result<> keepReceipts(const QList<QByteArray> &receipts);
    Result<> record(const CourierLoad &load, const QString &outcome, const QString &detail);

    Workspace &m_workspace;
    PackLink &m_link;
    QQueue<QString> m_waiting;
    QString m_serial; ///< of the pack that is being visited; empty: none
    CourierVisit m_visit;
    QQueue<CourierLoad> m_loads;
    QByteArray m_nonce; ///< of the statement that was asked for
    QByteArray m_recordId; ///< joins begun and outcome
    quint64 m_id = firstId;
};

} // namespace packwarden
