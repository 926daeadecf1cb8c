// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace packwarden {

/// Why something is not read as a file; reason of the errors of wholefile. Of each the detail begins with the path.
enum class FileProblem {
    Folder,
    Pipe,
    Socket,
    Device,
    TooLarge,
};

} // namespace packwarden
