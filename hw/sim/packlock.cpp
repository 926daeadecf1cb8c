// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "packlock.h"

namespace packwarden::sim {

Result<PackLock> PackLock::take(const QString &folder)
{
    auto file = std::make_shared<QLockFile>(folder + QStringLiteral("/lock"));
    // Only a dead process makes the lock stale, no age does.
    file->setStaleLockTime(0);
    if (!file->tryLock(0))
        return {Code::WrongState, folder};
    return PackLock(file);
}

} // namespace packwarden::sim
