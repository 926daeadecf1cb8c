// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QByteArray>

class QFile;

/// The one door for files that a person names or that lie in a store. Only regular files pass, and links to them. A
/// pipe, a socket, a device or a folder is refused before it is opened, so nothing waits for a writer or reads for
/// ever. Errors name the path and the reason. Any thread.
namespace packwarden::wholefile {

/// Opens FILE for readers that take it in pieces. They must bound what they read: a file may grow.
/// FileUnreadable ("PATH: a pipe", "PATH: No such file or directory"), TooLarge ("PATH: more than N bytes").
Result<> open(QFile &file, const QString &path, qint64 maxBytes);
/// All bytes of a file. Errors as of open.
Result<QByteArray> read(const QString &path, qint64 maxBytes);
/// For libraries that open a path themselves. FileUnreadable for what exists and is not a regular file; success for a
/// path at which there is nothing.
Result<> check(const QString &path);

enum class Readers {
    Default, ///< what the umask says, or what the file there has
    OwnerOnly, ///< mode 0600, whatever the umask says
};
/// Writes all bytes or leaves the file as it was. FileUnwritable; also for a pipe, a socket, a device or a folder.
Result<> write(const QString &path, const QByteArray &bytes, Readers readers = Readers::Default);

} // namespace packwarden::wholefile
