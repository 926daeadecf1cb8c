// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/sim/memory/packcontents.h"
#include "tests/adversary/scene.h"

namespace packwarden::test {

/// What one party can do to a pack of the scene all by itself, said once more and without any of the verifier's code:
/// tables of this scene, and comparisons. Everything else that differs after a step of that party is a fault.
class Oracle final
{
public:
    /// A party that has its own root's key and all of its people's; null: a stranger, who has none of the scene's keys.
    Oracle(TestWorld &world, const Party *attacker);

    /// The pack as it is to be compared: what it judges by, what it keeps, and the time that it goes by.
    struct Held
    {
        PackState state;
        sim::PackContents contents;
        qint64 clock = 0; ///< by the pack's own clock
        qint64 quartz = 0; ///< by the clock below, which no document moves
        bool operator==(const Held &) const = default;
    };
    /// What became different and must not have; empty: nothing.
    QString fault(const Held &before, const Held &after) const;

private:
    QString faultOfRules(const PackState &before, const PackState &after) const;
    QString faultOfValues(const Held &before, const Held &after) const;
    QString faultOfLists(const PackState &before, const PackState &after) const;
    QString faultOfWithdrawals(const Held &before, const Held &after) const;
    QString faultOfLock(const PackState &before, const PackState &after) const;
    QString faultOfUse(const Held &before, const Held &after) const;
    QString faultOfClock(const Held &before, const Held &after) const;
    QString faultOfMemory(const Held &before, const Held &after) const;
    bool is(const char *position) const { return m_attacker && m_attacker->position.text() == QLatin1String(position); }
    bool isOwn(const QByteArray &rootSha256) const { return m_attacker && rootSha256 == m_root.sha256; }
    bool isOwn(const CrlEntry &entry) const;
    /// May the attacker alone make this parameter stricter for seven days?
    bool mayTighten(const ParameterDefinition &definition) const;

    const Party *m_attacker;
    Certificate m_root;
};

} // namespace packwarden::test
