// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tasks/duedeliveries.h"

#include "app/tasks/statementdesk.h"
#include "hw/link/packrequests.h"
#include "models/core/base/clock.h"
#include "models/core/base/whendone.h"
#include "models/signoffs/courierplan.h"
#include "models/signoffs/signoffacts.h"
#include "models/signoffs/signoffsmodel.h"
#include "models/workspace/workspace.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace packwarden {

namespace {

constexpr int mostDoublings = 10;
/// Until the documents were judged again with the receipt that came.
constexpr int untilJudged = 60'000; // milliseconds

/// Two couriers that were in each other's way do not try again at the same moment.
qint64 notTogether(qint64 wait)
{
    return wait / 2 + QRandomGenerator::global()->bounded(wait + 1);
}

} // namespace

DueDeliveries::DueDeliveries(Workspace &workspace, PackRequests &requests, StatementDesk &statements,
    const SignoffsModel &documents, const Leases &leases, const Timings &timings, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_requests(requests)
    , m_statements(statements)
    , m_documents(documents)
    , m_leases(leases)
    , m_timings(timings)
    , m_delivery(workspace.clock())
{
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &DueDeliveries::step);
    connect(&documents, &SignoffsModel::refreshed, this, &DueDeliveries::step);
    connect(&m_delivery, &DocumentDelivery::wanted, this,
        [this](const PackSerial &serial, const QByteArray &document, const QByteArray &contentType) {
            whenDone(this, m_requests.deliver(serial.text(), documentkind::ofContentType(contentType), document),
                [this](const DeliveryResult &result) { m_delivery.finish(result); });
        });
    connect(&m_delivery, &DocumentDelivery::settled, this,
        [this](const PackSerial &, const Result<> &result) { settle(result); });
    // Told later, for the delivery lets go of its document after it said so.
    connect(&m_delivery, &DocumentDelivery::ended, this, &DueDeliveries::step, Qt::QueuedConnection);
}

qint64 DueDeliveries::now() const
{
    return m_workspace.clock().monotonicMilliseconds();
}

void DueDeliveries::welcome(const QString &serial)
{
    m_here.insert(serial);
    step();
}

void DueDeliveries::dismiss(const QString &serial)
{
    m_here.remove(serial);
    m_attempts.removeIf([&](const auto &attempt) { return attempt.key().first == serial; });
}

void DueDeliveries::stop()
{
    m_stopped = true;
    m_later.stop();
    m_delivery.cancel();
}

void DueDeliveries::step()
{
    if (m_stopped || isRunning() || m_here.isEmpty() || m_documents.isRefreshing())
        return;
    m_due = next();
    if (!m_due)
        return;
    whenDone(this, m_leases.take(m_due->serial, m_due->payload), [this](bool isOurs) {
        if (m_stopped || !m_due)
            return;
        Attempt &attempt = m_attempts[{m_due->serial.text(), m_due->payload}];
        if (!isOurs && attempt.leftSince == 0)
            attempt.leftSince = now();
        if (isOurs || now() - attempt.leftSince > m_timings.left)
            begin(*m_due);
        else
            leaveToOther();
    });
}

/// Its receipt will come by the exchange; if not, it is due here again.
void DueDeliveries::leaveToOther()
{
    const Due due = *std::exchange(m_due, std::nullopt);
    m_attempts[{due.serial.text(), due.payload}].from = now() + notTogether(m_timings.again);
    step();
}

/// The oldest document first: one that changes the rules comes before what rests on it.
std::optional<DueDeliveries::Due> DueDeliveries::next()
{
    const qint64 time = now();
    qint64 soonest = 0;
    std::optional<std::pair<qint64, Due>> found;
    for (int row = 0; row < m_documents.rowCount(); ++row) {
        const QModelIndex index = m_documents.index(row, 0);
        const auto judgement = index.data(SignoffsModel::JudgementRole).value<SignoffJudgement>();
        for (const PackJudgement &pack : judgement.packs) {
            const QString serial = pack.serial.text();
            if (!m_here.contains(serial) || !isDueTo(judgement, pack.serial))
                continue;
            const auto key = std::pair(serial, judgement.payloadSha256);
            // Refused before, perhaps by a run of this program that ended.
            if (pack.lastRefusal && !m_attempts.contains(key))
                m_attempts.insert(key, {time + m_timings.refused, 1, 0});
            const qint64 from = m_attempts.value(key).from;
            if (from > time) {
                soonest = soonest == 0 ? from : std::min(soonest, from);
                continue;
            }
            const DocumentHead &head = judgement.content->head();
            if (!found || std::pair(head.created, serial) < std::pair(found->first, found->second.serial.text()))
                found = {head.created,
                    {pack.serial, index.data(SignoffsModel::PathRole).toString(), head.title, judgement.payloadSha256}};
        }
    }
    if (!found && soonest > 0)
        m_later.start(int(std::min<qint64>(soonest - time, m_timings.longest)));
    return found ? std::optional(found->second) : std::nullopt;
}

void DueDeliveries::begin(const Due &due)
{
    const auto document = std::make_shared<SignoffDocument>(m_workspace);
    Result<> begun = document->open(due.path);
    if (begun.ok()) {
        if (const auto why = whyNotDelivered(*document))
            begun = *why;
    }
    if (begun.ok()) {
        Rollout::Plan plan;
        plan.packs = {due.serial};
        plan.watchAfter.clear();
        plan.onFailure = Rollout::OnFailure::GoOn;
        begun = m_delivery.start(document, plan);
    }
    if (!begun.ok())
        settle(begun);
}

void DueDeliveries::settle(const Result<> &result)
{
    if (!m_due)
        return;
    const Due due = *std::exchange(m_due, std::nullopt);
    const QString serial = due.serial.text();
    m_leases.giveBack(due.serial, due.payload);
    Attempt &attempt = m_attempts[{serial, due.payload}];
    attempt.leftSince = 0;
    if (result.ok()) {
        attempt = {now() + untilJudged, 0, 0};
        // What it says of itself now goes to those who wait for it.
        if (!m_stopped)
            (void)m_statements.ask(serial);
    } else {
        const bool isRefusal = int(result.code()) < refusalReasonCount;
        const qint64 wait
            = std::min<qint64>(m_timings.longest, qint64(m_timings.again) << std::min(attempt.failures, mostDoublings));
        attempt.from = now() + (isRefusal ? m_timings.refused : notTogether(wait));
        ++attempt.failures;
    }
    Q_EMIT brought(serial, due.title, result);
    if (!m_delivery.isRunning() && !m_stopped)
        m_later.start(0); // what could not even begin is not the last
}

} // namespace packwarden
