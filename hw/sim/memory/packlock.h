// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QLockFile>

#include <memory>

namespace packwarden::sim {

/// One process at a time holds a pack's memory. The lock of a killed process is found stale and taken over.
class PackLock final
{
public:
    /// WrongState with the folder if another process holds it, or the folder cannot be written.
    static Result<PackLock> take(const QString &folder);

private:
    explicit PackLock(std::shared_ptr<QLockFile> file)
        : m_file(std::move(file))
    {
    }
    std::shared_ptr<QLockFile> m_file;
};

} // namespace packwarden::sim
