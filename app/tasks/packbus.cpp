// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tasks/packbus.h"

#include "models/trust/trustbook.h"
#include "models/workspace/workspace.h"

namespace packwarden {

PackBus::PackBus(
    Workspace &workspace, PackLink &link, const PackRounds::Timings &timings, TrustDesk *trust, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_link(link)
    , m_requests(link)
    , m_statements(workspace, m_requests)
    , m_courier(workspace, m_requests, m_statements)
    , m_ownTrust(trust ? nullptr : std::make_unique<TrustDesk>(workspace, m_statements))
    , m_trust(trust ? *trust : *m_ownTrust)
    , m_rounds(workspace, m_requests, m_statements, m_trust, m_courier, timings)
{
    connect(&link, &PackLink::busStateChanged, this, &PackBus::setState);
    connect(&link, &PackLink::busFiguresChanged, this, [this](const BusFigures &figures) {
        if (!m_isOpen)
            return;
        m_figures = figures;
        Q_EMIT figuresChanged();
    });
    connect(&link, &PackLink::telemetry, this, &PackBus::hear);
    connect(&link, &PackLink::factsRead, this, [this](const PackFacts &facts) {
        if (m_isOpen)
            Q_EMIT factsRead(facts);
    });
    connect(&m_rounds, &PackRounds::troublesChanged, this, &PackBus::changed);
}

PackBus::~PackBus()
{
    // No answer of the link may arrive at what is already gone.
    for (QObject *each : {static_cast<QObject *>(this), static_cast<QObject *>(&m_rounds),
             static_cast<QObject *>(&m_trust), static_cast<QObject *>(&m_requests)})
        disconnect(&m_link, nullptr, each, nullptr);
}

void PackBus::open(const QString &device)
{
    close();
    m_device = device;
    m_state.condition = BusCondition::Connecting;
    m_state.interfaceName = device;
    QMetaObject::invokeMethod(
        &m_link, [link = &m_link, device] { link->open(device); }, Qt::QueuedConnection);
}

void PackBus::close()
{
    if (m_device.isEmpty())
        return;
    m_device.clear();
    m_isOpen = false;
    m_state = {};
    m_figures = {};
    loseAll();
    m_rounds.forget();
    QMetaObject::invokeMethod(&m_link, &PackLink::close, Qt::QueuedConnection);
}

void PackBus::setState(const BusState &state)
{
    // What was told of another bus before this one was opened is not of this one.
    if (m_device.isEmpty() || state.interfaceName != m_device)
        return;
    m_isOpen = true;
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
    Q_EMIT stateChanged();
    if (isNews)
        Q_EMIT changed();
}

void PackBus::loseAll()
{
    const QSet<QString> serials = std::exchange(m_serials, {});
    for (const QString &serial : serials) {
        if (const auto parsed = PackSerial::parse(serial); parsed.ok())
            m_workspace.trust().forgetProof(*parsed);
        Q_EMIT lost(serial);
    }
}

void PackBus::hear(const QList<PackTelemetry> &packs)
{
    if (!m_isOpen)
        return;
    QSet<QString> serials;
    for (const PackTelemetry &pack : packs) {
        if (m_rounds.isPresent(pack.serial))
            serials.insert(pack.serial);
    }
    const QSet<QString> gone = m_serials - serials;
    const bool isNews = serials != m_serials;
    m_serials = serials;
    for (const QString &serial : gone)
        Q_EMIT lost(serial);
    Q_EMIT heard(packs);
    if (isNews)
        Q_EMIT changed();
}

} // namespace packwarden
