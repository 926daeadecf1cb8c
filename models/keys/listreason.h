// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace packwarden {

/// Why a revocation list is neither taken nor made; reason of errors of ListIntake and Revocation.
enum class ListReason {
    UnknownSigner, ///< UnknownIssuer: no root or authority that is known here
    OtherIssuer, ///< UnknownIssuer: the previous list is not of this issuer
    NoneKnown, ///< VersionRollback: of an issuer who may have made lists; detail begins with the issuer
    NotNewer, ///< VersionRollback: by its number
};

} // namespace packwarden
