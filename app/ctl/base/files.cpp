// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/files.h"

#include "app/ctl/base/standardoutput.h"
#include "models/core/base/wholefile.h"
#include "models/core/pki/pkifile.h"

#include <QFile>
#include <QFileInfo>

namespace packwarden::ctl::files {

bool isDash(const QString &path)
{
    return path == QLatin1String("-");
}

QString inputName(const QString &path)
{
    return isDash(path) ? QStringLiteral("standard input") : path;
}

QString outputName(const QString &path)
{
    return isDash(path) ? QStringLiteral("standard output") : path;
}

Result<QByteArray> read(const QString &path, qint64 maxBytes)
{
    if (!isDash(path))
        return wholefile::read(path, maxBytes);
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return {Code::FileUnreadable, QStringLiteral("%1: %2").arg(inputName(path), input.errorString())};
    constexpr qint64 step = 64 * 1024;
    QByteArray bytes;
    for (QByteArray more = input.read(step); !more.isEmpty(); more = input.read(step)) {
        bytes += more;
        if (bytes.size() > maxBytes)
            return {Code::TooLarge, QStringLiteral("%1: more than %2 bytes").arg(inputName(path)).arg(maxBytes)};
    }
    if (input.error() != QFile::NoError)
        return {Code::FileUnreadable, QStringLiteral("%1: %2").arg(inputName(path), input.errorString())};
    return bytes;
}

Result<> write(const QString &path, const QByteArray &bytes)
{
    if (!isDash(path))
        return wholefile::write(path, bytes);
    standardoutput::write(bytes);
    return Result<>::success();
}

Result<> mayWrite(const QString &path, bool force, pki::FileKind over)
{
    if (force || path.isEmpty() || isDash(path) || !QFileInfo::exists(path) || QFileInfo(path).isDir())
        return Result<>::success();
    if (over != pki::FileKind::Unknown) {
        if (const auto there = pki::PkiFile::read(path); there.ok() && there->kind == over && !there->odd)
            return Result<>::success();
    }
    return {Code::FileUnwritable, QStringLiteral("%1 exists; --force writes over it").arg(path)};
}

Result<> mayWrite(const Verb &verb, const Options &options)
{
    return verb.taken(option::force) ? mayWrite(options.output, options.force, verb.over) : Result<>::success();
}

} // namespace packwarden::ctl::files
