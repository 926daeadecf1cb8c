// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace packwarden {

/// What a file that was read is not; reason of errors of code UnknownType. Damaged ones and those of a later version
/// have none.
enum class ForeignFile {
    NoDocument, ///< DocumentFile::decode
    NoInvitation, ///< Invitation::decode
};

} // namespace packwarden
