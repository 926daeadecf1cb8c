// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/signoffs/rollout.h"

#include "models/core/base/milli.h"
#include "models/signoffs/deliveryreason.h"

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

Result<QList<qint64>> Rollout::stagesOf(const QString &text, qsizetype packs)
{
    QList<qint64> stages;
    for (QString word : text.split(u',')) {
        word = word.trimmed();
        const bool isShare = word.endsWith(u'%');
        const auto number = parseQuantity(isShare ? word.chopped(1).trimmed() : word, false);
        if (!number.ok() || number->value == 0 || (isShare && number->value > 100'000)
            || (!isShare && number->value % 1000 != 0))
            return {Code::Malformed, word};
        // Of a share, at least one pack.
        const qint64 stage = isShare ? std::max<qint64>(1, packs * number->value / 100'000) : number->value / 1000;
        if (!stages.isEmpty() && stage < stages.constLast())
            return {Code::Malformed, word};
        if (stages.isEmpty() || stage > stages.constLast())
            stages.append(stage);
    }
    return stages;
}

Result<> Rollout::start(const Plan &plan, qint64 now)
{
    if (isRunning())
        return {Code::WrongState, QStringLiteral("a roll-out is under way"), DeliveryReason::UnderWay};
    if (plan.packs.isEmpty())
        return {Code::Malformed, QStringLiteral("no packs"), DeliveryReason::NoPacks};
    if (QSet<PackSerial>(plan.packs.begin(), plan.packs.end()).size() != plan.packs.size())
        return {Code::Malformed, QStringLiteral("a pack is named twice"), DeliveryReason::NamedTwice};
    if (plan.absent.size() == plan.packs.size())
        return {Code::PackUnreachable, plan.packs.constFirst().text()};
    m_plan = plan;
    m_entries.clear();
    for (const PackSerial &serial : plan.packs) {
        Entry each;
        each.serial = serial;
        each.state = plan.applied.contains(serial) ? Entry::State::Applied
            : plan.absent.contains(serial)         ? Entry::State::NotBegun
                                                   : Entry::State::Waiting;
        m_entries.append(each);
    }
    // A stage that others followed was watched then; the last one that was reached, perhaps not for long enough.
    m_watched = 0;
    while (m_watched < plan.watchAfter.size() && plan.watchAfter.at(m_watched) < begunPacks())
        ++m_watched;
    m_stage = Stage::Delivering;
    if (isStageOver())
        soak(now);
    else
        next();
    return Result<>::success();
}

/// Of the packs, in their order, those before the first that waits.
qint64 Rollout::begunPacks() const
{
    const auto waiting = std::find_if(
        m_entries.begin(), m_entries.end(), [](const Entry &each) { return each.state == Entry::State::Waiting; });
    return waiting - m_entries.begin();
}

bool Rollout::isStageOver() const
{
    return m_watched < m_plan.watchAfter.size() && m_plan.watchAfter.at(m_watched) <= begunPacks()
        && count(Entry::State::Waiting) > 0;
}

void Rollout::soak(qint64 now)
{
    m_soakUntil = now + m_plan.soakMilliseconds;
    m_stage = Stage::Soaking;
    Q_EMIT changed();
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
    ++m_watched;
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
    else if (isStageOver())
        soak(now);
    else
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
