// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/adversary/rounds.h"

#include <QRandomGenerator>
#include <QStringList>

namespace packwarden::test {

namespace {

constexpr qint64 longMilliseconds = 195'000; ///< of one attacker; there are three
/// No step of an attacker may keep a pack or a console busy for so long. Generous: the machine may be busy itself.
constexpr qint64 stepMilliseconds = 8'000;

} // namespace

Rounds::Rounds(const char *attacker, int sample)
    : m_attacker(attacker)
    , m_sample(sample)
{
    bool given = false;
    m_first = qEnvironmentVariable("PACKWARDEN_SEED").toUInt(&given);
    if (!given)
        m_first = QRandomGenerator::global()->generate();
    m_seed = m_first;
    qInfo("%s: PACKWARDEN_SEED=%u", m_attacker, m_first);
    m_running.start();
}

Rounds::~Rounds()
{
    QStringList counts;
    for (auto it = m_counts.begin(); it != m_counts.end(); ++it)
        counts.append(QStringLiteral("%1 %2").arg(it.value()).arg(it.key()));
    qInfo("%s: %d rounds, %d steps (the slowest %lld ms): %s", m_attacker, m_rounds, m_steps, m_slowest,
        qPrintable(counts.join(QStringLiteral(", "))));
}

bool Rounds::isLong()
{
    return !qEnvironmentVariableIsEmpty("PACKWARDEN_LONG");
}

bool Rounds::next()
{
    checkTime();
    if (isLong() ? m_running.elapsed() >= longMilliseconds : m_rounds >= m_sample)
        return false;
    m_seed = m_first + quint32(m_rounds++);
    m_isViolated = false;
    m_step.invalidate();
    return true;
}

void Rounds::checkTime()
{
    if (!m_step.isValid())
        return;
    const qint64 took = m_step.elapsed();
    m_slowest = std::max(m_slowest, took);
    if (isLong() && took > stepMilliseconds)
        violated(QStringLiteral("a step took more than %1 ms").arg(stepMilliseconds));
}

void Rounds::step()
{
    checkTime();
    m_step.start();
    ++m_steps;
}

void Rounds::violated(const QString &what)
{
    m_isViolated = true;
    if (!m_violations.contains(what))
        m_violations.insert(what, m_seed);
}

QString Rounds::violations() const
{
    QString text;
    for (auto it = m_violations.begin(); it != m_violations.end(); ++it)
        text += QStringLiteral("\n  PACKWARDEN_SEED=%1: %2").arg(it.value()).arg(it.key());
    return text;
}

} // namespace packwarden::test
