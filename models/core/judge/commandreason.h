// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace packwarden {

/// Why a command is refused, beyond its code; reason of errors of verifyCommand and whyNotNow in a rehearsal. A pack
/// sends code and detail alone.
enum class CommandReason {
    NotLocked, ///< WrongState: there is no theft-lock to end
    AnotherLock, ///< StaleBase: the theft-lock that it names is not the one that is there
    NotStricter, ///< OutsidePolicy: a value that tightens nothing
};

} // namespace packwarden
