// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace packwarden {

/// What is wrong with a file beyond its contents; reason of the errors of wholefile. Of each the detail begins with the
/// path.
enum class FileProblem {
    Folder,
    Pipe,
    Socket,
    Device,
    TooLarge,
    Exposed, ///< others who use this computer may read or change it, and its rights could not be set
};

} // namespace packwarden
