// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is to be said of the packs of a fleet model: whether they start tomorrow, and whether they are who they say.

#include "models/core/base/clock.h"
#include "models/fleet/fleetmodel.h"
#include "models/keys/issuedbook.h"
#include "models/packs/packsmodel.h"
#include "models/trust/packproof.h"
#include "models/workspace/workspace.h"

#include <algorithm>

namespace packwarden {

namespace {

constexpr qint64 oneDay = qint64(24) * 3600;
constexpr qint64 silentAfter = 10000; ///< milliseconds

} // namespace

StartOutlook::Answer FleetModel::answerOf(const Row &row) const
{
    if (m_heard.contains(row.key))
        return outlookOf(row).answer;
    return row.outlook < 0 ? StartOutlook::Answer::Unknown : m_judged.at(row.outlook).answer;
}

/// Rights alone start no pack: one that stands in fault, as it says now, starts for nobody.
StartOutlook FleetModel::outlookOf(const Row &row) const
{
    const auto serial = PackSerial::parse(row.key);
    StartOutlook outlook = row.outlook < 0 || !serial.ok()
        ? StartOutlook()
        : StartOutlooks::of(m_judged.at(row.outlook), *serial, row.readAt);
    const int heard = heardRow(row.key);
    const PackTelemetry pack = heard >= 0 ? m_packs.telemetry(heard) : PackTelemetry();
    if (pack.heardAt > 0 && pack.state == QLatin1String("fault") && outlook.reason.code != Code::TrustContradicted) {
        outlook.answer = StartOutlook::Answer::Faulted;
        outlook.reason = {};
    }
    outlook.key = row.key;
    return outlook;
}

FleetModel::Totals FleetModel::totals() const
{
    const qint64 since = m_workspace.clock().now() - silentSeconds;
    Totals all;
    all.packs = int(m_rows.size());
    for (const Row &row : m_rows) {
        const StartOutlook::Answer answer = answerOf(row);
        all.starting += answer == StartOutlook::Answer::Able;
        all.stopped += answer == StartOutlook::Answer::Unable || answer == StartOutlook::Answer::Faulted;
        const int heard = heardRow(row.key);
        all.silent += heard < 0 && std::max(row.readAt, row.elsewhere.at) < since;
        all.faults += heard >= 0 && m_packs.telemetry(heard).activeFaults > 0;
    }
    return all;
}

/// Of a pack that is not heard there is nothing but what it said, with its age.
bool FleetModel::isProved(int row) const
{
    const Row &one = m_rows.at(row);
    const qint64 age = value(one, AgeColumn).toLongLong();
    if (age < 0 || age >= silentAfter)
        return true;
    return isProvedNow(m_workspace.trust(), one.key);
}

QList<StartOutlook> FleetModel::outlook() const
{
    QList<StartOutlook> all;
    for (const Row &row : m_rows)
        all.append(outlookOf(row));
    return all;
}

bool FleetModel::isProved() const
{
    return std::all_of(m_heard.begin(), m_heard.end(), [this](const QString &key) {
        const int row = rowOf(key);
        return row < 0 || isProved(row);
    });
}

void FleetModel::refreshOutlook()
{
    // What changed while the worker judged is judged once more, however often it did.
    m_judgesAgain = m_isJudging;
    if (!m_isJudging)
        startJudging();
}

void FleetModel::startJudging()
{
    m_isJudging = true;
    StartQuestion question;
    question.trust = m_workspace.trust().snapshot();
    question.known = knownCertificates(m_workspace);
    question.at = m_workspace.clock().now() + oneDay;
    m_worker.start([this, question] {
        const StartOutlooks found = startOutlooks(question);
        QMetaObject::invokeMethod(
            this, [this, found] { takeOutlooks(found); }, Qt::QueuedConnection);
    });
}

void FleetModel::takeOutlooks(const StartOutlooks &found)
{
    m_isJudging = false;
    if (std::exchange(m_judgesAgain, false))
        startJudging();
    const QList<StartOutlook> before = std::exchange(m_judged, found.judged);
    int first = -1;
    int last = -1;
    auto pack = found.packs.begin();
    for (int row = 0; row < m_rows.size(); ++row) {
        while (pack != found.packs.end() && pack->line.serial.text() < m_rows.at(row).key)
            ++pack;
        const bool isJudged = pack != found.packs.end() && pack->line.serial.text() == m_rows.at(row).key;
        const int was = m_rows.at(row).outlook;
        const int now = isJudged ? pack->answer : -1;
        m_rows[row].outlook = now;
        const bool same = was >= 0 && now >= 0 ? before.at(was).answer == m_judged.at(now).answer
                && before.at(was).reason.code == m_judged.at(now).reason.code
                                               : was == now;
        if (same)
            continue;
        first = first < 0 ? row : first;
        last = row;
    }
    if (first >= 0)
        Q_EMIT dataChanged(index(first, TomorrowColumn), index(last, TomorrowColumn));
    Q_EMIT outlookChanged();
}

} // namespace packwarden
