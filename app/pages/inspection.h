// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/link/packlink.h"

#include <QObject>
#include <QQueue>

namespace packwarden {

class InspectorPage;
class Workspace;

/// Reads for the inspector what the bus does not broadcast, and does for it what one key may do: fault memory, freeze
/// frames, clearing, setting what one key may set, and what the security processor says of itself. What is done is
/// recorded before and after. Lives on the thread of its owner; all that it is given must outlive it.
class Inspection final : public QObject
{
    Q_OBJECT
public:
    /// Ids of its own, below the courier's and the roll-outs'.
    static constexpr quint64 firstId = quint64(1) << 60;

    Inspection(Workspace &workspace, PackLink &link, InspectorPage &page, QObject *parent = nullptr);

Q_SIGNALS:
    void signInWanted();

private:
    enum class Wish { None, Detail, Clear, Set };
    /// What is done at a pack by the key at hand.
    struct Errand
    {
        Wish what = Wish::None;
        QString serial; ///< of the pack that was looked at when it was wished for
        quint32 code = 0; ///< of a fault
        QByteArray request; ///< signed and sent
        QString setting; ///< "soc.max=95", recorded
        QString from = {}; ///< the value before, recorded
        Milli to = {}; ///< what setting says
    };

    void readFaults(const QString &serial);
    void readSecurity(const QString &serial);
    void askNext();
    void onAnswer(const PackAnswer &answer, quint64 id);
    void run(const Errand &errand);
    void set(const ParameterInfo &info, Milli to);
    void onAuthenticated(const QString &serial);
    void onFaultRead(const FaultDetail &detail, quint64 id);
    void onActed(const ActionResult &result, quint64 id);
    void onStatement(const ActionResult &result);
    void onFacts(const PackFacts &facts);
    void notReadBack(const QString &serial, const Error &error);
    void askForStatement();
    void showPermit();
    void end(const std::optional<Error> &error);
    void complain(const Errand &errand, const Error &error);
    bool isShown(const Errand &errand) const;
    Result<> record(const QString &outcome, const QString &detail);
    std::optional<Credential> credential() const;
    template <typename Call> void tell(Call call);

    Workspace &m_workspace;
    PackLink &m_link;
    InspectorPage &m_page;
    quint64 m_id = firstId;
    quint64 m_faultsId = 0;
    quint64 m_securityId = 0;
    quint64 m_statementId = 0;
    quint64 m_wishId = 0;
    QString m_securitySerial;
    bool m_securityRead = false; ///< every question of this round was answered
    QString m_statementSerial;
    QQueue<PackQuestion> m_questions;
    Errand m_errand; ///< under way
    QList<Errand> m_next;
    std::optional<Errand> m_readBack; ///< done, as the pack says: what it holds now is still to be seen
    QByteArray m_recordId; ///< joins begun and outcome
    QByteArray m_nonce;
};

} // namespace packwarden
