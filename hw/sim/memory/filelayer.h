// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QByteArray>

namespace packwarden::sim {

/// The few file operations that a pack's memory is made of, one call for each step that can be the last before the
/// power goes. A seam: tests inject a layer that dies at the k-th call.
/// Failures: FileUnreadable, FileUnwritable with the path.
class FileLayer
{
public:
    virtual ~FileLayer() = default;
    virtual Result<QByteArray> read(const QString &path) = 0;
    /// Creates or truncates (mode 0600) and writes; nothing is durable before sync().
    virtual Result<> write(const QString &path, const QByteArray &bytes) = 0;
    virtual Result<> sync(const QString &path) = 0;
    /// Replaces the target at once (POSIX rename); durable after syncFolder().
    virtual Result<> rename(const QString &from, const QString &to) = 0;
    virtual Result<> syncFolder(const QString &folder) = 0;
};

class DiskFiles final : public FileLayer
{
public:
    Result<QByteArray> read(const QString &path) override;
    Result<> write(const QString &path, const QByteArray &bytes) override;
    Result<> sync(const QString &path) override;
    Result<> rename(const QString &from, const QString &to) override;
    Result<> syncFolder(const QString &folder) override;
};

/// write, sync, rename, syncFolder: the file holds the old bytes or the new ones, whenever the power goes.
Result<> replaceFile(FileLayer &files, const QString &folder, const QString &name, const QByteArray &bytes);

} // namespace packwarden::sim
