// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/documents/documentfile.h"
#include "models/core/pki/certificate.h"

namespace packwarden {

struct SignoffJudgement;

/// The path itself, or the suggested name in it if it is a folder; numbered where another document has that name.
QString resolvedPath(const QString &path, const SignoffJudgement &judgement);

/// Writes a copy of a document, whole or not at all; path: as for resolvedPath. A file of the same document is merged
/// with, one of another is left alone: FileUnwritable. ownFolder: what lies in it is for its owner alone. Returns where
/// it was written. Errors of DocumentFile::read and filebounds::merge.
Result<QString> writeCopy(const DocumentFile &file, const SignoffJudgement &judgement, const QString &path,
    const QString &ownFolder, const QList<Certificate> &roots);

} // namespace packwarden
