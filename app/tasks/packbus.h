// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/tasks/courier.h"
#include "app/tasks/packrounds.h"
#include "app/tasks/statementdesk.h"
#include "app/tasks/trustdesk.h"
#include "hw/link/packrequests.h"

#include <memory>

namespace packwarden {

/// One bus of a desk or a depot: how it is, the packs that are heard on it, their rounds, and what is asked of them
/// there. Lives on the thread of its owner; workspace, link and desk must outlive it. The link is connected to before
/// it is opened.
class PackBus final : public QObject
{
    Q_OBJECT
public:
    /// trust: of all buses, where a person compares the rules of one pack at a time; nullptr: one of its own.
    PackBus(Workspace &workspace, PackLink &link, const PackRounds::Timings &timings, TrustDesk *trust = nullptr,
        QObject *parent = nullptr);
    ~PackBus() override;

    /// A BusAddress; closed before, where one is open.
    void open(const QString &device);
    void close();

    const QString &device() const { return m_device; } ///< as it was opened; empty: closed
    const BusState &state() const { return m_state; }
    const BusFigures &figures() const { return m_figures; }
    const QSet<QString> &serials() const { return m_serials; } ///< of the packs that are heard
    PackRequests &requests() { return m_requests; }
    StatementDesk &statements() { return m_statements; }
    Courier &courier() { return m_courier; }
    TrustDesk &trust() { return m_trust; }
    PackRounds &rounds() { return m_rounds; }
    const PackRounds &rounds() const { return m_rounds; }

Q_SIGNALS:
    /// The condition of the bus, or which packs are heard.
    void changed();
    void stateChanged();
    void figuresChanged();
    /// As the link tells it.
    void heard(const QList<packwarden::PackTelemetry> &packs);
    void factsRead(const packwarden::PackFacts &facts);
    /// It is not heard any more: nothing that was begun with it goes on.
    void lost(const QString &serial);

private:
    void setState(const BusState &state);
    void hear(const QList<PackTelemetry> &packs);
    void loseAll();

    Workspace &m_workspace;
    PackLink &m_link;
    QString m_device;
    PackRequests m_requests;
    StatementDesk m_statements;
    Courier m_courier;
    std::unique_ptr<TrustDesk> m_ownTrust;
    TrustDesk &m_trust;
    PackRounds m_rounds;
    bool m_isOpen = false; ///< the link told of this bus, and not of the one before
    BusState m_state;
    BusFigures m_figures;
    QSet<QString> m_serials;
};

} // namespace packwarden
