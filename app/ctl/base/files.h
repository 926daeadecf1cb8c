// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/base/verb.h"

/// Files that a command line names, where "-" is standard input or output. Whether a verb takes "-" stands in its
/// description.
namespace packwarden::ctl::files {

bool isDash(const QString &path);
/// For people: the path, or "standard input", "standard output".
QString inputName(const QString &path);
QString outputName(const QString &path);

/// All bytes of a file or, to its end, of standard input. Errors as of wholefile::read.
Result<QByteArray> read(const QString &path, qint64 maxBytes);
/// Errors as of wholefile::write. Where standard output fails, the program says so as it ends.
Result<> write(const QString &path, const QByteArray &bytes);

/// FileUnwritable ("PATH exists; ...") where the verb writes a new file and -o names one that is there, without
/// --force, and that is not of the kind that the verb writes over. To be asked before anything is done.
Result<> mayWrite(const Verb &verb, const Options &options);
/// The same for one path.
Result<> mayWrite(const QString &path, bool force, pki::FileKind over = pki::FileKind::Unknown);

} // namespace packwarden::ctl::files
