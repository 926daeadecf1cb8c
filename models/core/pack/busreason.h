// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace packwarden {

/// Why a pack was not asked, or no answer of it counts; reason of errors of code BusUnavailable.
enum class BusReason {
    Listening, ///< the bus is only listened to
    Disturbed, ///< another device sends in the name of this console
};

} // namespace packwarden
