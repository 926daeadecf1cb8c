// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/tasks/signedactions.h"
#include "app/tasks/statementdesk.h"

#include <QQueue>

namespace packwarden {

class InspectorPage;

/// Reads for the inspector what the bus does not broadcast, and shows there what one key may do: fault memory, freeze
/// frames, clearing, setting what one key may set, and what the security processor says of itself. What came of a pack
/// that is not looked at any more is in the audit, not on another one's page. Lives on the thread of its owner; all
/// that it is given must outlive it.
class Inspection final : public QObject
{
    Q_OBJECT
public:
    Inspection(Workspace &workspace, PackRequests &requests, SignedActions &actions, StatementDesk &statements,
        InspectorPage &page, QObject *parent = nullptr);

Q_SIGNALS:
    void signInWanted();

private:
    void showPermit();
    void readFaults(const QString &serial);
    void wantDetails();
    void readDetail(quint32 code);
    void readNextDetail();
    void clearFaults();
    void set(const ParameterInfo &info, Milli to);
    void showSetting(const QString &serial, const ParameterInfo &info, Milli to, const Result<PackActOutcome> &outcome);
    void readSecurity(const QString &serial);
    void askNext();
    void onSecurity(const PackAnswer &answer);
    void askForStatement();
    void showStatement(const Result<SignedStatement> &statement);
    bool isLookedAt(const QString &serial) const;

    Workspace &m_workspace;
    PackRequests &m_requests;
    SignedActions &m_actions;
    StatementDesk &m_statements;
    InspectorPage &m_page;
    QFuture<PackAnswer> m_faults; ///< the newest question alone is answered on the page
    QFuture<PackAnswer> m_security;
    QFuture<Result<FaultDetail>> m_detail; ///< one at a time
    QList<quint32> m_wanted; ///< faults whose details are to be read
    quint32 m_lookedAt = 0; ///< the fault that a person chose last
    QString m_securitySerial;
    bool m_securityRead = false; ///< every question of this round was answered
    QQueue<PackQuestion> m_questions;
};

} // namespace packwarden
