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
    , m_link(link)
    , m_device(device)
    , m_requests(link)
    , m_statements(workspace, m_requests)
    , m_courier(workspace, m_requests, m_statements)
    , m_trust(workspace, m_statements)
    , m_rounds(workspace, m_requests, m_statements, m_trust, m_courier, timings.rounds)
    , m_deliveries(workspace, m_requests, m_statements, documents, leases, timings.deliveries)
{
    connect(&link, &PackLink::busStateChanged, this, &CourierBus::setState);
    connect(&link, &PackLink::telemetry, this, &CourierBus::hear);
    connect(&link, &PackLink::factsRead, this, [this](const PackFacts &facts) {
        const auto learnt = m_workspace.trust().learnNews(facts);
        if (!learnt.ok() && learnt.code() != Code::TrustContradicted)
            Q_EMIT warned(facts.serial.text(), learnt.error());
    });
    connect(&documents, &SignoffsModel::refreshed, this,
        [this, &documents] { m_rounds.setDocuments(nameOfLoads(documents.judgements())); });
    connect(&m_rounds, &PackRounds::troublesChanged, this, &CourierBus::changed);
    connect(&m_rounds, &PackRounds::failed, this, &CourierBus::warned);
    connect(&m_trust, &TrustDesk::followingOffered, this,
        [this](const PackRules &rules, const Error &why) { Q_EMIT warned(rules.serial.text(), why); });
    connect(&m_trust, &TrustDesk::refused, this, [this](const Error &error) { Q_EMIT warned({}, error); });
    connect(&m_courier, &Courier::carried, this, &CourierBus::carried);
    connect(&m_deliveries, &DueDeliveries::brought, this, &CourierBus::brought);
    connect(&m_courier, &Courier::visited, this, [this](const QString &serial, const Result<> &result) {
        if (result.ok() && m_serials.contains(serial))
            m_deliveries.welcome(serial);
        Q_EMIT visited(serial, result);
    });
}

CourierBus::~CourierBus()
{
    // No answer of the link may arrive at what is already gone.
    for (QObject *each : {static_cast<QObject *>(this), static_cast<QObject *>(&m_rounds),
             static_cast<QObject *>(&m_trust), static_cast<QObject *>(&m_requests)})
        disconnect(&m_link, nullptr, each, nullptr);
}

void CourierBus::open()
{
    QMetaObject::invokeMethod(
        &m_link, [link = &m_link, device = m_device] { link->open(device); }, Qt::QueuedConnection);
}

void CourierBus::stop()
{
    m_deliveries.stop();
}

void CourierBus::setState(const BusState &state)
{
    const BusCondition before = m_state.condition;
    const bool isHeard = state.condition == BusCondition::Connected;
    const bool isNews = state.condition != before || state.detail != m_state.detail;
    m_state = state;
    // A bus on which nothing is heard tells of no pack that it left.
    if (!isHeard)
        loseAll();
    if (!isHeard && state.condition != BusCondition::Silent)
        m_rounds.forget();
    else if (isHeard && before == BusCondition::Silent)
        m_rounds.bringNow(); // it was too short for the packs to be others, perhaps
    if (isNews)
        Q_EMIT changed();
}

void CourierBus::loseAll()
{
    for (const QString &serial : std::as_const(m_serials)) {
        m_deliveries.dismiss(serial);
        if (const auto parsed = PackSerial::parse(serial); parsed.ok())
            m_workspace.trust().forgetProof(*parsed);
    }
    m_serials.clear();
}

void CourierBus::hear(const QList<PackTelemetry> &packs)
{
    QSet<QString> serials;
    for (const PackTelemetry &pack : packs) {
        if (m_rounds.isPresent(pack.serial))
            serials.insert(pack.serial);
    }
    for (const QString &serial : std::as_const(m_serials)) {
        if (!serials.contains(serial))
            m_deliveries.dismiss(serial);
    }
    if (serials == m_serials)
        return;
    m_serials = serials;
    Q_EMIT changed();
}

} // namespace packwarden
