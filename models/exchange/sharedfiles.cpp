// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/exchange/sharedfiles.h"

#include "models/core/base/digest.h"
#include "models/core/base/wholefile.h"
#include "models/exchange/exchangerows.h"

#include <QDateTime>
#include <QFileInfo>

namespace packwarden {

SharedFile SharedFile::read(const QString &path)
{
    const auto bytes = wholefile::read(path, DocumentFile::maxBytes);
    const auto file = bytes.ok() ? DocumentFile::decode(*bytes) : Result<DocumentFile>(bytes.error());
    if (!file.ok())
        return {path, {}, {}};
    return {
        path, QString::fromLatin1(ExchangeRows::of(*file).id().toHex()), QString::fromLatin1(sha256(*bytes).toHex())};
}

QList<SharedFile> SharedFiles::read(const QStringList &paths)
{
    QHash<QString, Known> now;
    QList<SharedFile> files;
    for (const QString &path : paths) {
        const QFileInfo info(path);
        Known known = m_known.value(path);
        const qint64 modified = info.lastModified().toMSecsSinceEpoch();
        const qint64 changed = info.metadataChangeTime().toMSecsSinceEpoch();
        if (known.size != info.size() || known.modified != modified || known.changed != changed) {
            known = {info.size(), modified, changed, SharedFile::read(path)};
            ++m_reads;
        }
        now.insert(path, known);
        files.append(known.file);
    }
    m_known = now;
    return files;
}

} // namespace packwarden
