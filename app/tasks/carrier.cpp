// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tasks/carrier.h"

#include "models/audit/auditstore.h"
#include "models/core/base/clock.h"
#include "models/core/base/whendone.h"
#include "models/core/documents/documentfile.h"
#include "models/core/judge/intake.h"
#include "models/core/pack/statement.h"
#include "models/rules/rulebytes.h"
#include "models/trust/trustbook.h"
#include "models/workspace/workspace.h"

namespace packwarden {

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

Carrier::Carrier(Workspace &workspace, PackRequests &requests, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_requests(requests)
{
}

void Carrier::start(const QList<Load> &loads)
{
    ++m_run;
    m_loads = loads;
    m_index = -1;
    next();
}

void Carrier::stop()
{
    ++m_run;
    m_loads.clear();
}

void Carrier::next()
{
    if (++m_index >= m_loads.size()) {
        Q_EMIT finished();
        return;
    }
    const Load &load = m_loads.at(m_index);
    const QString serial = load.serial.text();
    AuditedAction action(m_workspace, actionOf(load.kind), serial,
        {{QLatin1String("pack"), serial}, {QLatin1String("document"), sha256(load.bytes)}});
    if (const auto begun = action.begin(); !begun.ok()) {
        tell(begun, {});
        return;
    }
    whenDone(this, m_requests.deliver(serial, load.kind, load.bytes),
        [this, run = m_run, action](const DeliveryResult &result) mutable {
            const Result<> outcome = result.applied ? Result<>::success() : Result<>(result.error);
            const auto recorded = action.finish(outcome);
            if (run == m_run)
                tell(recorded.ok() ? outcome : recorded, result.receipt);
        });
}

void Carrier::tell(const Result<> &result, const QByteArray &receipt)
{
    const int run = m_run;
    Q_EMIT carried(m_index, result, receipt);
    if (run == m_run)
        next();
}

Result<> rememberList(Workspace &workspace, const PackSerial &serial, const QByteArray &list)
{
    TrustBook &trust = workspace.trust();
    const auto known = trust.pack(serial);
    if (!known)
        return Result<>::success();
    // By its word it holds other rules than were read of it: what is known of those is no news of it.
    const auto word = known->lastWord();
    if (word && word->charter.sha256 != rulebytes::payloadHash(known->rules.charterDocument))
        return Result<>::success();
    PackState holder;
    holder.charter = trust.charter();
    holder.crls = trust.snapshot().crlsOf(serial);
    holder.now = workspace.clock().now();
    const auto lists = takeCrl(list, holder);
    // One that the pack had lost is known here already.
    if (!lists.ok())
        return Result<>::success();
    PackRules rules = known->rules;
    rules.crls.clear();
    for (const CrlEntry &entry : *lists)
        rules.crls.append(encodeCrlEntry(entry));
    return trust.learn(rules);
}

} // namespace packwarden
