// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/memory/packlock.h"

#include "models/core/base/wholefile.h"

namespace packwarden::sim {

Result<PackLock> PackLock::take(const QString &folder)
{
    const QString path = folder + QStringLiteral("/lock");
    // The lock reads who holds it.
    if (auto good = wholefile::check(path); !good.ok())
        return good.error();
    auto file = std::make_shared<QLockFile>(path);
    // Only a dead process makes the lock stale, no age does.
    file->setStaleLockTime(0);
    if (!file->tryLock(0))
        return {Code::WrongState, folder};
    return PackLock(file);
}

} // namespace packwarden::sim
