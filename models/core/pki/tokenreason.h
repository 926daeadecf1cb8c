// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace packwarden {

/// Why a key on a token cannot be used, beyond the code; reason of errors of pki::readKey and pki::storeOnToken.
/// What the module or the device says by itself has none.
enum class TokenReason {
    // WrongPassphrase; a wrong PIN without one of these leaves tries enough, or the token does not say.
    PinMissing,
    FewTriesLeft,
    OneTryLeft,
    LockedNow, ///< this wrong PIN was one too many
    // KeyUnusable
    PinLocked,
    NotThere, ///< no token fits the URI
    SeveralTokens, ///< detail: what tells them apart
    NoKey,
    OtherKeys, ///< none of those that it has is the one of the URI; detail: their attributes
    SeveralKeys, ///< detail: their attributes
    NoCertificate,
    OtherCertificate, ///< it belongs to another key
    // Malformed
    PinInUri, ///< the detail does not repeat it
};

} // namespace packwarden
