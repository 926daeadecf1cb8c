// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tasks/courierservice.h"

#include "models/core/base/clock.h"
#include "models/trust/trustbook.h"
#include "models/trust/trustlack.h"
#include "models/workspace/workspace.h"

#include <QCoreApplication>

namespace packwarden {

namespace {

constexpr int publishMilliseconds = 500;

QString conditionName(BusCondition condition)
{
    switch (condition) {
    case BusCondition::NotConnected:
        return QStringLiteral("not-connected");
    case BusCondition::Connecting:
        return QStringLiteral("connecting");
    case BusCondition::Connected:
        return QStringLiteral("connected");
    case BusCondition::Silent:
        return QStringLiteral("silent");
    case BusCondition::Failed:
        return QStringLiteral("failed");
    }
    Q_UNREACHABLE();
}

CourierStatus::Trouble troubleOf(const QString &serial, const PackTrouble &trouble)
{
    switch (trouble.why) {
    case PackTrouble::Why::Refuses:
        return {serial, codeName(trouble.error.code), trouble.error.detail};
    case PackTrouble::Why::Busy:
        return {serial, QStringLiteral("busy"), {}};
    case PackTrouble::Why::Waiting:
    case PackTrouble::Why::NotOnBus:
        return {serial, QStringLiteral("waiting"), {}};
    }
    Q_UNREACHABLE();
}

} // namespace

CourierService::CourierService(
    Workspace &workspace, const QList<Bus> &buses, const CourierBus::Timings &timings, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_documents(workspace)
    , m_exchange(workspace)
{
    const DueDeliveries::Leases leases{
        [this](const PackSerial &serial, const QByteArray &document) { return m_exchange.lease(serial, document); },
        [this](const PackSerial &serial, const QByteArray &document) {
            m_exchange.giveBack(serial, document);
        }};
    for (const Bus &bus : buses) {
        m_buses.push_back(std::make_unique<CourierBus>(workspace, *bus.link, bus.device, m_documents, leases, timings));
        connectBus(*m_buses.back());
    }
    connectExchange();
}

CourierService::~CourierService() = default;

void CourierService::connectBus(CourierBus &bus)
{
    connect(&bus, &CourierBus::changed, this, &CourierService::changed);
    connect(&bus, &CourierBus::warned, this, &CourierService::warned);
    connect(&bus, &CourierBus::visited, this, [this](const QString &, const Result<> &result) {
        ++(result.ok() ? m_counts.visits : m_counts.visitsFailed);
        Q_EMIT changed();
    });
    connect(&bus, &CourierBus::carried, this,
        [this](const QString &serial, CourierLoad::Kind kind, const Result<> &result) {
            qint64 &taken = kind == CourierLoad::Kind::List ? m_counts.lists
                : kind == CourierLoad::Kind::Withdrawal     ? m_counts.withdrawals
                                                            : m_counts.locks;
            ++(result.ok() ? taken : m_counts.refused);
            Q_EMIT carried(serial, kind, result);
        });
    connect(
        &bus, &CourierBus::brought, this, [this](const QString &serial, const QString &title, const Result<> &result) {
            ++(result.ok() ? m_counts.documents : m_counts.refused);
            Q_EMIT brought(serial, title, result);
        });
}

void CourierService::connectExchange()
{
    // Two hundred couriers that each took the receipts of the whole fleet would do two hundred times the work.
    m_exchange.concernOnly([this] {
        QStringList packs;
        for (const auto &bus : m_buses)
            packs += bus->serials().values();
        return packs;
    });
    connect(&m_exchange, &ExchangeDesk::changed, this, &CourierService::changed);
    connect(&m_exchange, &ExchangeDesk::fetched, this, [this](const ExchangeIntake::Fetched &fetched) {
        m_counts.fetched += fetched.documents.size() + fetched.lists.size();
        for (const ExchangeIntake::Refused &each : fetched.refused)
            Q_EMIT warned(each.what, each.why);
        m_documents.refresh();
        Q_EMIT changed();
    });
    connect(&m_exchange, &ExchangeDesk::told, this, [this](int packs) { m_counts.told += packs; });
    connect(&m_exchange, &ExchangeDesk::published, this, [this] { ++m_counts.published; });
    connect(&m_exchange, &ExchangeDesk::refused, this, &CourierService::warned);
    m_publishSoon.setSingleShot(true);
    m_publishSoon.setInterval(publishMilliseconds);
    connect(&m_publishSoon, &QTimer::timeout, &m_exchange, &ExchangeDesk::publishChanges);
    connect(&m_documents, &SignoffsModel::refreshed, &m_publishSoon, qOverload<>(&QTimer::start));
}

Result<> CourierService::start(const QString &exchange)
{
    // It would take the rules of whichever pack came first, and no person is here to compare them.
    if (m_workspace.trust().isEmpty())
        return nothingPinned(": a courier brings nothing before a person has compared the rules");
    if (auto used = m_exchange.use(exchange); !used.ok())
        return used;
    m_started = m_workspace.clock().now();
    m_isRunning = true;
    for (const auto &bus : m_buses)
        bus->open();
    Q_EMIT changed();
    return Result<>::success();
}

void CourierService::stop()
{
    m_isRunning = false;
    m_publishSoon.stop();
    for (const auto &bus : m_buses)
        bus->stop();
}

CourierStatus CourierService::status() const
{
    CourierStatus status;
    status.isRunning = m_isRunning;
    status.pid = QCoreApplication::applicationPid();
    status.started = m_started;
    status.written = m_workspace.clock().now();
    status.exchange = m_exchange.state();
    status.documents = m_documents.rowCount();
    status.counts = m_counts;
    for (const auto &bus : m_buses) {
        status.buses.append(
            {bus->device(), conditionName(bus->state().condition), bus->state().detail, int(bus->serials().size())});
        status.here += int(bus->serials().size());
        const QMap<QString, PackTrouble> &troubles = bus->troubles();
        status.upToDate += int(bus->serials().size());
        for (auto it = troubles.begin(); it != troubles.end(); ++it) {
            status.upToDate -= bus->serials().contains(it.key());
            if (status.troubles.size() < CourierStatus::maxTroubles)
                status.troubles.append(troubleOf(it.key(), *it));
        }
    }
    return status;
}

} // namespace packwarden
