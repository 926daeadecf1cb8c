// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/documents/request.h"
#include "models/core/judge/verifier.h"

#include <optional>

namespace packwarden {

/// What would one pack say, and what did it say?
struct PackJudgement
{
    PackSerial serial;
    std::optional<Error> unknown; ///< why no rehearsal was possible; verdict is empty then
    Verdict verdict; ///< the pack's verifier run here
    qint64 knownAt = 0; ///< when what is known of the pack was read
    std::optional<Receipt> receipt; ///< verified
    std::optional<Error> lastRefusal; ///< by the pack at the last delivery from this console
};

} // namespace packwarden
