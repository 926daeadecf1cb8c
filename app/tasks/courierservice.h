// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/tasks/courierbus.h"
#include "app/tasks/courierstatus.h"
#include "app/tasks/exchangedesk.h"
#include "models/signoffs/signoffsmodel.h"

namespace packwarden {

/// A courier without a window and without a key: brings to every pack on its buses what is due, takes along what packs
/// say, and stays in step with an exchange. Lives on the thread of the workspace; workspace and links must outlive it.
class CourierService final : public QObject
{
    Q_OBJECT
public:
    struct Bus
    {
        QString device; ///< a BusAddress
        PackLink *link = nullptr;
    };
    CourierService(Workspace &workspace, const QList<Bus> &buses, const CourierBus::Timings &timings = {},
        QObject *parent = nullptr);
    ~CourierService() override;

    /// Opens the buses and the exchange; an empty address: none. UnknownIssuer (TrustLack) while nothing is pinned,
    /// Malformed: the address.
    Result<> start(const QString &exchange);
    /// Nothing more is begun; what a pack was sent is finished by the pack.
    void stop();

    CourierStatus status() const;
    ExchangeDesk &exchange() { return m_exchange; }

Q_SIGNALS:
    void changed();
    void carried(const QString &serial, packwarden::CourierLoad::Kind kind, const packwarden::Result<> &result);
    void brought(const QString &serial, const QString &title, const packwarden::Result<> &result);
    void warned(const QString &subject, const packwarden::Error &error);

private:
    void connectBus(CourierBus &bus);
    void connectExchange();

    Workspace &m_workspace;
    SignoffsModel m_documents;
    std::vector<std::unique_ptr<CourierBus>> m_buses;
    ExchangeDesk m_exchange;
    QTimer m_publishSoon; ///< until what changed here goes to the exchange
    CourierStatus::Counts m_counts;
    qint64 m_started = 0;
    bool m_isRunning = false;
};

} // namespace packwarden
