// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/signoffs/documentfolder.h"

#include "models/core/base/wholefile.h"
#include "models/core/documents/documentfile.h"
#include "models/signoffs/signoffdocument.h"
#include "models/workspace/workspace.h"

#include <QFileInfo>

namespace packwarden {

Result<QString> importDocument(Workspace &workspace, const QString &path)
{
    const auto bytes = wholefile::read(path, DocumentFile::maxBytes);
    if (!bytes.ok())
        return bytes.error();
    const auto theirs = DocumentFile::decode(*bytes);
    if (!theirs.ok())
        return theirs.error();
    SignoffDocument document(workspace);
    const QString mine = workspace.pathOf(*theirs);
    if (!mine.isEmpty()) {
        if (QFileInfo(mine) == QFileInfo(path))
            return mine;
        if (auto opened = document.open(mine); !opened.ok())
            return opened.error();
        if (auto merged = document.mergeFile(path); !merged.ok())
            return merged.error();
        return mine;
    }
    if (auto opened = document.open(path); !opened.ok())
        return opened.error();
    return document.saveCopy(workspace.requestsFolder());
}

} // namespace packwarden
