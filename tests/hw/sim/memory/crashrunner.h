// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/hw/sim/support/factoryworld.h"
#include "tests/support/sample.h"

#include <QRandomGenerator>

namespace packwarden::test {

/// Stops the machine at every write of an operation, in every way that a machine can stop, and again while it recovers:
/// what is found afterwards must be the old state or the new one, and doing it again must end in the new one.
class CrashRunner final
{
public:
    /// Does the thing if it is not done yet; may fail.
    using Operation = std::function<void(FactoryPack &)>;

    /// The seed decides where writes are torn, how the second stop happens, and which of all stops are tried (all
    /// with PACKWARDEN_LONG); it is printed, and PACKWARDEN_SEED sets it.
    CrashRunner();

    /// What went wrong first, or nothing.
    QString once(const FactoryPack &before, const Operation &operation);
    QString whileRecovering(const FactoryPack &before, const Operation &operation);

    int oneOf() const { return m_sample.oneOf(); } ///< stops is tried
    int stops() const { return m_stops; } ///< of the machine, in all
    int oldStates() const { return m_oldStates; }
    int newStates() const { return m_newStates; }

private:
    struct Snapshot
    {
        sim::PackContents contents;
        QList<RepositorySlot> slotList;
        bool operator==(const Snapshot &) const = default;
    };
    struct Stop
    {
        MemoryFiles::Last last = MemoryFiles::Last::NoEffect;
        MemoryFiles::Loss loss = MemoryFiles::Loss::None;
    };

    static Snapshot snapshot(const FactoryPack &pack);
    static QString difference(const Snapshot &found, const Snapshot &wanted);
    static QString describe(int call, const Stop &stop);
    Stop anyStop();
    /// Old or new, nothing else; then the operation ends in the new state.
    QString judge(FactoryPack &pack, const Operation &operation, const QString &where);
    QString prepare(const FactoryPack &before, const Operation &operation);

    QRandomGenerator m_random;
    Sample m_sample{6};
    Snapshot m_old;
    Snapshot m_new;
    int m_stops = 0;
    int m_oldStates = 0;
    int m_newStates = 0;
};

} // namespace packwarden::test
