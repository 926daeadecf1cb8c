// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace packwarden {

/// Why data of this console is not opened, or takes nothing in; reason of errors of the audit and of what is known of
/// packs.
enum class StoreReason {
    NewerVersion, ///< a newer program wrote it
    TooManyStrangers, ///< TooLarge: packs that signed nothing, of which no more are kept
};

} // namespace packwarden
