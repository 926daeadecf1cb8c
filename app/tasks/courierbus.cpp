// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tasks/courierbus.h"

#include "models/core/base/clock.h"
#include "models/signoffs/signoffsmodel.h"
#include "models/trust/trustbook.h"
#include "models/workspace/workspace.h"

namespace packwarden {

CourierBus::CourierBus(Workspace &workspace, PackLink &link, const QString &device, const SignoffsModel &documents,
    const DueDeliveries::Leases &leases, const Timings &timings, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_device(device)
    , m_bus(workspace, link, timings.rounds)
    , m_deliveries(workspace, m_bus.requests(), m_bus.statements(), documents, leases, timings.deliveries)
{
    connect(&m_bus, &PackBus::changed, this, &CourierBus::changed);
    connect(&m_bus, &PackBus::lost, &m_deliveries, &DueDeliveries::dismiss);
    connect(&m_bus, &PackBus::factsRead, this, [this](const PackFacts &facts) {
        const auto learnt = m_workspace.trust().learnNews(facts);
        if (!learnt.ok() && learnt.code() != Code::TrustContradicted)
            Q_EMIT warned(facts.serial.text(), learnt.error());
    });
    connect(&documents, &SignoffsModel::refreshed, this,
        [this, &documents] { m_bus.rounds().setDocuments(nameOfLoads(documents.judgements())); });
    connect(&m_bus.rounds(), &PackRounds::failed, this, &CourierBus::warned);
    connect(&m_bus.trust(), &TrustDesk::followingOffered, this,
        [this](const PackRules &rules, const Error &why) { Q_EMIT warned(rules.serial.text(), why); });
    connect(&m_bus.trust(), &TrustDesk::refused, this, [this](const Error &error) { Q_EMIT warned({}, error); });
    connect(&m_bus.courier(), &Courier::carried, this, &CourierBus::carried);
    connect(&m_deliveries, &DueDeliveries::brought, this, &CourierBus::brought);
    connect(&m_bus.courier(), &Courier::visited, this, [this](const QString &serial, const Result<> &result) {
        if (result.ok() && m_bus.serials().contains(serial))
            m_deliveries.welcome(serial);
        Q_EMIT visited(serial, result);
    });
}

CourierBus::~CourierBus() = default;

void CourierBus::open()
{
    m_bus.open(m_device);
}

void CourierBus::stop()
{
    m_deliveries.stop();
}

} // namespace packwarden
