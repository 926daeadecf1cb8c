// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QMap>
#include <QString>

namespace packwarden::test {

/// One attacker's rounds: a fixed number of them as a sample, or as many as fit into some minutes where PACKWARDEN_LONG
/// is set. Each has a seed of its own, counted up from one that is printed; PACKWARDEN_SEED set to the seed of a round
/// begins with that round.
class Rounds final
{
public:
    /// attacker: printed; sample: rounds without PACKWARDEN_LONG.
    Rounds(const char *attacker, int sample);
    ~Rounds();

    static bool isLong(); ///< ./test --long
    /// Is there another round? Begins it.
    bool next();
    quint32 seed() const { return m_seed; } ///< of this round
    /// Counts a step of this round; the time since the step before is what that one took.
    void step();
    /// What must not be, happened. Kept once for each sentence, with the seed that shows it first.
    void violated(const QString &what);
    bool isViolated() const { return m_isViolated; } ///< in this round
    /// Everything that was violated, a line each; empty: nothing.
    QString violations() const;
    /// For the summary: this happened so often.
    void count(const QString &what) { ++m_counts[what]; }
    int counted(const QString &what) const { return m_counts.value(what); }

private:
    void checkTime();

    const char *m_attacker;
    int m_sample;
    quint32 m_first = 0;
    quint32 m_seed = 0;
    int m_rounds = 0;
    int m_steps = 0;
    bool m_isViolated = false;
    qint64 m_slowest = 0; ///< milliseconds
    QElapsedTimer m_running;
    QElapsedTimer m_step;
    QMap<QString, quint32> m_violations; ///< sentence -> seed
    QMap<QString, int> m_counts;
};

} // namespace packwarden::test
