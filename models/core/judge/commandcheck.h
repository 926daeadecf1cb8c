// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/judge/verifier.h"

namespace packwarden {

/// What a pack would say to a command before anybody has signed it. For editors; the same code that the verifier runs.
struct CommandJudgement
{
    std::optional<Error> refusal;
    int layer = 4;
    QList<SeatFinding> seats; ///< empty where the rules have none, which is then the refusal
};
CommandJudgement judgeCommand(const Command &command, const PackState &state);

} // namespace packwarden
