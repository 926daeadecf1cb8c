// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/linkvalues.h"
#include "tests/models/core/judge/mutator.h"
#include "tests/support/testworld.h"

#include <QSet>

namespace packwarden {

struct Statement;

namespace test {

/// A node on the bus without any key of the manufacturer: it answers in the name of a pack that a console knows, of
/// others, and of packs that there are not; with what it heard, changed, cut, of before, and with its own signatures.
class RoguePack final
{
public:
    RoguePack(TestWorld &world, const PackState &pack, Mutator &dice);

    PackFacts facts();
    PackRules rules();
    QByteArray word(); ///< a statement, perhaps; COSE_Sign1
    QByteArray list(); ///< an encoded entry, perhaps
    /// Whose genuine words over the asker's number it passed on.
    const QSet<PackSerial> &passedOn() const { return m_passedOn; }

private:
    PackSerial name();
    RulesVersion version(RulesVersion genuine);
    QByteArray document(const QByteArray &genuine);
    QByteArray sealed(const Statement &said);
    QByteArray heap(); ///< of up to some megabytes
    bool chance(int percent) { return m_dice.below(100) < percent; }

    TestWorld &m_world;
    PackState m_pack;
    PackState m_other; ///< genuine too, and never met by the console
    PackRules m_rules;
    Mutator &m_dice;
    QSet<PackSerial> m_passedOn;
};

} // namespace test

} // namespace packwarden
