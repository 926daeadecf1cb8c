// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

namespace packwarden {

class Workspace;
struct SignoffReading;

/// Takes a document file from elsewhere into the requests of the workspace: merged with the one of the same payload if
/// that is there. Returns the path there. Errors of DocumentFile; FileUnreadable, FileUnwritable, AuditUnwritable.
Result<QString> importDocument(Workspace &workspace, const QString &path);
/// The same for what came otherwise than as a file. bytes: as a file has them.
Result<QString> importDocument(Workspace &workspace, const QByteArray &bytes);
/// The same for what was read before, on any thread, by signoffreading::readImport.
Result<QString> keepImport(Workspace &workspace, const Result<SignoffReading> &import);

} // namespace packwarden
