// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/tasks/duedeliveries.h"
#include "app/tasks/packbus.h"

namespace packwarden {

/// One bus of a courier without a window: rounds of its packs, and what is due to them. Lives on the thread of its
/// owner; workspace, link and documents must outlive it. The link is connected to before it is opened.
class CourierBus final : public QObject
{
    Q_OBJECT
public:
    struct Timings
    {
        PackRounds::Timings rounds;
        DueDeliveries::Timings deliveries;
    };

    CourierBus(Workspace &workspace, PackLink &link, const QString &device, const SignoffsModel &documents,
        const DueDeliveries::Leases &leases, const Timings &timings, QObject *parent = nullptr);
    ~CourierBus() override;

    void open();
    /// Nothing more is begun.
    void stop();

    const QString &device() const { return m_device; }
    const BusState &state() const { return m_bus.state(); }
    const QMap<QString, PackTrouble> &troubles() const { return m_bus.rounds().troubles(); }
    const QSet<QString> &serials() const { return m_bus.serials(); } ///< of the packs that are heard

Q_SIGNALS:
    void changed();
    void carried(const QString &serial, packwarden::CourierLoad::Kind kind, const packwarden::Result<> &result);
    void brought(const QString &serial, const QString &title, const packwarden::Result<> &result);
    void visited(const QString &serial, const packwarden::Result<> &result);
    /// What a person should know of, once.
    void warned(const QString &subject, const packwarden::Error &error);

private:
    Workspace &m_workspace;
    const QString m_device;
    PackBus m_bus;
    DueDeliveries m_deliveries;
};

} // namespace packwarden
