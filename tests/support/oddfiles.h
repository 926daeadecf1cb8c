// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cstring>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace packwarden::test {

/// What may lie where a file is expected, and waits, never ends or is too much. One folder of them.
class OddFiles final
{
public:
    struct Kind
    {
        const char *name;
        Code code;
        const char *why; ///< how the detail of the error ends
    };
    static QList<Kind> kinds()
    {
        return {{"pipe", Code::FileUnreadable, "a pipe"}, {"link-to-pipe", Code::FileUnreadable, "a pipe"},
            {"folder", Code::FileUnreadable, "a folder"}, {"socket", Code::FileUnreadable, "a socket"},
            {"endless", Code::FileUnreadable, "a device"}, {"silent", Code::FileUnreadable, "a device"},
            {"gigantic", Code::TooLarge, " bytes"}, {"missing", Code::FileUnreadable, ""}};
    }

    /// Makes the thing at this path. False where it could not be made.
    static bool put(const QString &kind, const QString &path)
    {
        const QByteArray name = QFile::encodeName(path);
        if (kind == QLatin1String("pipe"))
            return ::mkfifo(name.constData(), 0600) == 0;
        if (kind == QLatin1String("link-to-pipe"))
            return ::mkfifo(name + "-behind", 0600) == 0 && ::symlink(name + "-behind", name.constData()) == 0;
        if (kind == QLatin1String("folder"))
            return QDir().mkpath(path);
        if (kind == QLatin1String("socket"))
            return makeSocket(name);
        if (kind == QLatin1String("endless"))
            return ::symlink("/dev/zero", name.constData()) == 0;
        if (kind == QLatin1String("silent"))
            return ::symlink("/dev/ptmx", name.constData()) == 0;
        if (kind == QLatin1String("gigantic")) {
            QFile file(path);
            constexpr qint64 size = qint64(1) << 40;
            return file.open(QIODevice::WriteOnly) && file.resize(size);
        }
        return true;
    }

private:
    static bool makeSocket(const QByteArray &name)
    {
        const int made = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        if (made < 0 || name.size() >= int(sizeof address.sun_path))
            return false;
        std::memcpy(address.sun_path, name.constData(), std::size_t(name.size()));
        const bool bound = ::bind(made, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
        ::close(made);
        return bound;
    }
};

} // namespace packwarden::test
