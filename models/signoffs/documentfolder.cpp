// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/signoffs/documentfolder.h"

#include "models/signoffs/signoffdocument.h"

namespace packwarden {

Result<QString> keepImport(Workspace &workspace, const Result<SignoffReading> &import)
{
    if (!import.ok())
        return import.error();
    SignoffDocument document(workspace);
    if (auto kept = document.keep(*import); !kept.ok())
        return kept.error();
    return document.path();
}

Result<QString> importDocument(Workspace &workspace, const QString &path)
{
    return keepImport(workspace, signoffreading::readImport(path, SignoffGround::of(workspace)));
}

Result<QString> importDocument(Workspace &workspace, const QByteArray &bytes)
{
    return keepImport(workspace, signoffreading::readImport(bytes, SignoffGround::of(workspace)));
}

} // namespace packwarden
