// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/gate/activationguard.h"

#include "models/core/base/clock.h"

#include <algorithm>

namespace packwarden::sim {

namespace {

constexpr qint64 millisecondsPerSecond = 1000;

} // namespace

ActivationGuard::ActivationGuard(PackMemory &memory, const Clock &clock)
    : m_memory(memory)
    , m_clock(clock)
    , m_seen(memory.contents().activation)
{
}

bool ActivationGuard::isWanted() const
{
    const PackContents &contents = m_memory.contents();
    return contents.lifeCycle == LifeCycle::InService && !contents.lock.locked && secondsLeft() > 0;
}

qint64 ActivationGuard::secondsLeft() const
{
    const Activation &stored = m_memory.contents().activation;
    if (stored.purpose.isEmpty())
        return 0;
    const qint64 charged = stored == m_seen ? m_charged : 0;
    return std::max<qint64>(0, (stored.secondsLeft * millisecondsPerSecond + charged + 999) / millisecondsPerSecond);
}

void ActivationGuard::advance(qint64 now, double restSeconds)
{
    const qint64 passed = std::max<qint64>(0, now - m_advanced.value_or(now));
    m_advanced = now;
    count(passed);
    // No contactor closes for a minute that is not paid for.
    if (isWanted() && (m_closed || m_charged > 0)) {
        m_closed = true;
        m_purpose = m_memory.contents().activation.purpose;
    } else if (m_closed && restSeconds >= standstillSeconds) {
        m_closed = false;
    }
}

void ActivationGuard::count(qint64 passed)
{
    if (m_memory.contents().activation != m_seen) {
        m_seen = m_memory.contents().activation;
        m_charged = 0;
    }
    if (m_seen.purpose.isEmpty())
        return;
    m_charged -= passed;
    if (secondsLeft() == 0)
        end();
    else if (m_charged < millisecondsPerSecond)
        charge();
}

void ActivationGuard::charge()
{
    PackContents next = m_memory.contents();
    const qint64 late = std::max<qint64>(0, -m_charged + millisecondsPerSecond - 1) / millisecondsPerSecond;
    const qint64 taken = std::min(next.activation.secondsLeft, late + chargedSeconds);
    next.activation.secondsLeft -= taken;
    // Not stored now, then at the next turn: what was used is still counted here.
    if (taken == 0 || !m_memory.commit(next).ok())
        return;
    m_charged += taken * millisecondsPerSecond;
    m_seen = m_memory.contents().activation;
}

void ActivationGuard::end()
{
    PackContents next = m_memory.contents();
    next.addChange(m_clock.now(), QStringLiteral("lease-ended"), next.activation.person);
    next.activation = {};
    if (!m_memory.commit(next).ok())
        return;
    m_charged = 0;
    m_seen = m_memory.contents().activation;
}

Permission ActivationGuard::permission() const
{
    const bool drives = m_purpose != QLatin1String("charge");
    const bool charges = m_purpose != QLatin1String("feed-back");
    return {m_closed, m_closed && charges && !isPending(), m_closed && drives};
}

std::optional<bool> ActivationGuard::takeReset(double restSeconds)
{
    if (restSeconds < standstillSeconds)
        return std::nullopt;
    return std::exchange(m_reset, std::nullopt);
}

LockInfo ActivationGuard::lockInfo() const
{
    const PackContents &contents = m_memory.contents();
    LockInfo info;
    info.pending = isPending();
    info.revision = contents.lock.revision;
    info.state = QStringLiteral("inactive");
    if (contents.lock.locked) {
        info.state = QStringLiteral("theft-locked");
        info.document = contents.lock.document;
        info.rootSha256 = contents.lock.rootSha256;
        info.person = contents.lock.person;
    } else if (isWanted()) {
        info.state = QStringLiteral("active");
        info.until = m_clock.now() + secondsLeft();
        info.purpose = contents.activation.purpose;
        info.rootSha256 = contents.activation.rootSha256;
        info.person = contents.activation.person;
    }
    return info;
}

QString ActivationGuard::lockWord() const
{
    if (isPending())
        return QStringLiteral("pending");
    if (m_memory.contents().lock.locked)
        return QStringLiteral("locked");
    return isWanted() ? QStringLiteral("active") : QStringLiteral("inactive");
}

QString ActivationGuard::activationWord() const
{
    if (isPending())
        return QStringLiteral("ending");
    return isWanted() ? QStringLiteral("active") : QStringLiteral("inactive");
}

} // namespace packwarden::sim
