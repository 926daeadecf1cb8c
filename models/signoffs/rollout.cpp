// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/signoffs/rollout.h"

#include <QSet>

#include <algorithm>

namespace packwarden {

bool Rollout::isRunning() const
{
    return m_stage == Stage::Delivering || m_stage == Stage::Soaking || m_stage == Stage::Stopping;
}

int Rollout::count(Entry::State state) const
{
    return int(
        std::count_if(m_entries.begin(), m_entries.end(), [state](const Entry &each) { return each.state == state; }));
}

qint64 Rollout::soakLeft(qint64 now) const
{
    return m_stage == Stage::Soaking ? std::max<qint64>(0, m_soakUntil - now) : 0;
}

Rollout::Entry *Rollout::entry(const PackSerial &serial)
{
    const auto found
        = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &each) { return each.serial == serial; });
    return found == m_entries.end() ? nullptr : &*found;
}

Result<> Rollout::start(const Plan &plan, qint64)
{
    if (isRunning())
        return {Code::WrongState, QStringLiteral("a roll-out is under way")};
    if (plan.packs.isEmpty())
        return {Code::Malformed, QStringLiteral("no packs")};
    if (QSet<PackSerial>(plan.packs.begin(), plan.packs.end()).size() != plan.packs.size())
        return {Code::Malformed, QStringLiteral("a pack is named twice")};
    m_plan = plan;
    m_entries.clear();
    for (const PackSerial &serial : plan.packs) {
        Entry each;
        each.serial = serial;
        m_entries.append(each);
    }
    m_watched = !plan.staged || plan.packs.size() == 1;
    m_stage = Stage::Delivering;
    next();
    return Result<>::success();
}

void Rollout::next()
{
    const auto waiting = std::find_if(
        m_entries.begin(), m_entries.end(), [](const Entry &each) { return each.state == Entry::State::Waiting; });
    if (waiting == m_entries.end()) {
        end(Stage::Finished);
        return;
    }
    waiting->state = Entry::State::Sending;
    const PackSerial serial = waiting->serial;
    Q_EMIT changed();
    Q_EMIT deliveryWanted(serial);
}

void Rollout::cancel()
{
    if (isRunning())
        stop(Stage::Cancelled);
}

void Rollout::goOn()
{
    if (m_stage != Stage::Soaking)
        return;
    m_watched = true;
    m_stage = Stage::Delivering;
    next();
}

void Rollout::advance(qint64 now)
{
    if (m_stage == Stage::Soaking && now >= m_soakUntil)
        goOn();
}

void Rollout::setProgress(const PackSerial &serial, qint64 done, qint64 total)
{
    Entry *found = entry(serial);
    if (!found || found->state != Entry::State::Sending)
        return;
    found->done = done;
    found->total = total;
    Q_EMIT changed();
}

void Rollout::delivered(const PackSerial &serial, const Result<> &result, qint64 now)
{
    Entry *found = entry(serial);
    if (!found || found->state != Entry::State::Sending)
        return;
    found->state = result.ok() ? Entry::State::Applied : Entry::State::Failed;
    if (!result.ok()) {
        found->error = result.error();
        found->anomaly = true;
    }
    if (m_stage == Stage::Stopping)
        end(m_stoppedBy);
    else if (!result.ok() && m_plan.onFailure == OnFailure::Stop)
        stop(Stage::Stopped);
    else if (result.ok() && !m_watched) {
        m_soakUntil = now + m_plan.soakMilliseconds;
        m_stage = Stage::Soaking;
        Q_EMIT changed();
    } else
        next();
}

void Rollout::reportAnomaly(const PackSerial &serial, const Error &error)
{
    Entry *found = entry(serial);
    if (!found || found->state != Entry::State::Applied || found->anomaly || !isRunning())
        return;
    found->anomaly = true;
    found->error = error;
    stop(Stage::Stopped);
}

void Rollout::stop(Stage how)
{
    for (Entry &each : m_entries) {
        if (each.state == Entry::State::Waiting)
            each.state = Entry::State::NotBegun;
    }
    m_stoppedBy = how;
    if (count(Entry::State::Sending) > 0) {
        m_stage = Stage::Stopping;
        Q_EMIT changed();
    } else
        end(how);
}

void Rollout::end(Stage how)
{
    m_stage = how;
    Q_EMIT changed();
    Q_EMIT ended();
}

} // namespace packwarden
