// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/wholefile.h"

#include "models/core/base/fileproblem.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace packwarden::wholefile {

namespace {

Error unreadable(const QString &path, const QString &why, const std::any &reason = {})
{
    return {Code::FileUnreadable, QStringLiteral("%1: %2").arg(path, why), reason};
}

Error noFile(const QString &path, mode_t mode)
{
    if (S_ISDIR(mode))
        return unreadable(path, QStringLiteral("a folder"), FileProblem::Folder);
    if (S_ISFIFO(mode))
        return unreadable(path, QStringLiteral("a pipe"), FileProblem::Pipe);
    if (S_ISSOCK(mode))
        return unreadable(path, QStringLiteral("a socket"), FileProblem::Socket);
    return unreadable(path, QStringLiteral("a device"), FileProblem::Device);
}

Error tooLarge(const QString &path, qint64 maxBytes)
{
    return {Code::TooLarge, QStringLiteral("%1: more than %2 bytes").arg(path).arg(maxBytes), FileProblem::TooLarge};
}

} // namespace

Result<> check(const QString &path)
{
    // The path would end at the NUL, and another file would be meant.
    if (path.contains(QChar()))
        return unreadable(QString(path).replace(QChar(), u'?'), QStringLiteral("not a file name"));
    struct stat found = {};
    if (::stat(QFile::encodeName(path).constData(), &found) != 0 || S_ISREG(found.st_mode))
        return Result<>::success();
    return noFile(path, found.st_mode);
}

Result<> open(QFile &file, const QString &path, qint64 maxBytes)
{
    // Opening alone may do something to a device, and waits at a pipe.
    if (auto good = check(path); !good.ok())
        return good;
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0)
        return unreadable(path, qt_error_string(errno));
    struct stat opened = {};
    Result<> good = Result<>::success();
    if (::fstat(descriptor, &opened) != 0)
        good = unreadable(path, qt_error_string(errno));
    else if (!S_ISREG(opened.st_mode)) // put there since it was checked
        good = noFile(path, opened.st_mode);
    else if (opened.st_size > maxBytes)
        good = tooLarge(path, maxBytes);
    file.setFileName(path);
    if (good.ok() && !file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
        good = unreadable(path, file.errorString());
    if (!good.ok())
        ::close(descriptor);
    return good;
}

Result<QByteArray> read(const QString &path, qint64 maxBytes)
{
    QFile file;
    if (auto opened = open(file, path, maxBytes); !opened.ok())
        return opened.error();
    // Some files of the kernel have no size, and others may grow meanwhile.
    constexpr qint64 smallest = 4096;
    const qint64 step = std::max(smallest, file.size() + 1);
    QByteArray bytes;
    for (QByteArray more = file.read(step); !more.isEmpty(); more = file.read(step)) {
        bytes += more;
        if (bytes.size() > maxBytes)
            return tooLarge(path, maxBytes);
    }
    if (file.error() != QFile::NoError)
        return unreadable(path, file.errorString());
    return bytes;
}

Result<> write(const QString &path, const QByteArray &bytes, Readers readers)
{
    // A new file would take its place.
    if (auto good = check(path); !good.ok())
        return {Code::FileUnwritable, good.error().detail};
    QSaveFile file(path);
    const auto restrict = [&] {
        return readers == Readers::Default || file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    };
    if (!file.open(QIODevice::WriteOnly) || !restrict() || file.write(bytes) != bytes.size() || !file.commit())
        return {Code::FileUnwritable, QStringLiteral("%1: %2").arg(path, file.errorString())};
    return Result<>::success();
}

} // namespace packwarden::wholefile
