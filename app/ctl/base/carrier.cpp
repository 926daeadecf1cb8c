// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/carrier.h"

#include "app/ctl/base/busclient.h"
#include "models/audit/auditstore.h"
#include "models/workspace/session.h"
#include "models/workspace/workspace.h"

namespace packwarden::ctl {

namespace {

const char *actionOf(int kind)
{
    switch (kind) {
    case documentkind::crl:
        return auditaction::carryList;
    case documentkind::withdrawal:
        return auditaction::carryWithdrawal;
    case documentkind::time:
        return auditaction::carryTime;
    case documentkind::provision:
    case documentkind::charter:
        return auditaction::provision;
    default:
        return auditaction::deliverRequest;
    }
}

} // namespace

Carrier::Carrier(Workspace &workspace, BusClient &bus, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_bus(bus)
{
    connect(bus.link(), &PackLink::delivered, this,
        [this](const DeliveryResult &result) { end(result.applied ? Result<>::success() : Result<>(result.error)); });
}

void Carrier::start(const QList<Load> &loads)
{
    m_loads = loads;
    m_index = -1;
    next();
}

void Carrier::next()
{
    if (++m_index >= m_loads.size()) {
        Q_EMIT finished();
        return;
    }
    const Load &load = m_loads.at(m_index);
    m_id = randomBytes(8);
    if (auto begun = record(load, QLatin1String(auditoutcome::begun), {}); begun.ok()) {
        m_bus.deliver(load.serial.text(), load.bytes, load.kind);
    } else {
        Q_EMIT carried(m_index, begun);
        next();
    }
}

void Carrier::end(const Result<> &result)
{
    if (m_index < 0 || m_index >= m_loads.size())
        return;
    const QString outcome = result.ok() ? QLatin1String(auditoutcome::done) : codeName(result.code());
    const auto recorded = record(m_loads.at(m_index), outcome, result.ok() ? QString() : result.error().detail);
    Q_EMIT carried(m_index, recorded.ok() ? result : recorded);
    next();
}

Result<> Carrier::record(const Load &load, const QString &outcome, const QString &detail)
{
    const char *action = actionOf(load.kind);
    QCborMap more{{QLatin1String("id"), m_id}, {QLatin1String("document"), sha256(load.bytes)}};
    if (!detail.isEmpty())
        more.insert(QLatin1String("detail"), detail);
    const auto done = m_workspace.audit().append(
        m_workspace.session().actor(), {QLatin1String(action), load.serial.text(), outcome, more});
    return done.ok() ? Result<>::success() : Result<>(done.error());
}

} // namespace packwarden::ctl
