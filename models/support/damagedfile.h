// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

namespace packwarden::damagedfile {

/// Renames a file that cannot be read to "PATH.damaged-N", with the first N from 1 that is free, and what SQLite keeps
/// beside it likewise: nothing of it is lost, and its place is free. Returns the new path. FileUnwritable.
Result<QString> setAside(const QString &path);

} // namespace packwarden::damagedfile
