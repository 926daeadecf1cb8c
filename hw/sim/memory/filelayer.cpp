// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/memory/filelayer.h"

#include "models/core/base/wholefile.h"

#include <QFile>

#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace packwarden::sim {

namespace {

constexpr qint64 maxBytes = 16 * 1024 * 1024;

Result<> syncPath(const QString &path, int flags)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (descriptor < 0)
        return {Code::FileUnwritable, path};
    const bool synced = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return synced ? Result<>::success() : Result<>(Code::FileUnwritable, path);
}

} // namespace

Result<QByteArray> DiskFiles::read(const QString &path)
{
    return wholefile::read(path, maxBytes);
}

Result<> DiskFiles::write(const QString &path, const QByteArray &bytes)
{
    if (auto good = wholefile::check(path); !good.ok())
        return {Code::FileUnwritable, good.error().detail};
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered)
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) || file.write(bytes) != bytes.size())
        return {Code::FileUnwritable, path};
    return Result<>::success();
}

Result<> DiskFiles::sync(const QString &path)
{
    return syncPath(path, O_RDWR);
}

Result<> DiskFiles::rename(const QString &from, const QString &to)
{
    // QFile::rename never replaces, and QSaveFile syncs neither file nor folder.
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return {Code::FileUnwritable, to};
    return Result<>::success();
}

Result<> DiskFiles::syncFolder(const QString &folder)
{
    return syncPath(folder, O_RDONLY | O_DIRECTORY);
}

Result<> replaceFile(FileLayer &files, const QString &folder, const QString &name, const QByteArray &bytes)
{
    const QString path = folder + u'/' + name;
    const QString fresh = path + QStringLiteral(".new");
    if (auto done = files.write(fresh, bytes); !done.ok())
        return done;
    if (auto done = files.sync(fresh); !done.ok())
        return done;
    if (auto done = files.rename(fresh, path); !done.ok())
        return done;
    return files.syncFolder(folder);
}

} // namespace packwarden::sim
