// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/adversary/rounds.h"
#include "tests/adversary/scene.h"

namespace packwarden::test {

/// Each plays its rounds, and tells them what was violated.

/// One party with all its keys against a simulated pack.
void playRogueParty(TestWorld &world, Rounds &rounds);
/// Somebody without keys who writes files, against a console's models and a simulated pack.
void playRogueFileWriter(TestWorld &world, Rounds &rounds);

/// A node without the manufacturer's keys that answers in packs' names, against a console's trust book.
void playRoguePack(TestWorld &world, Rounds &rounds);

} // namespace packwarden::test
