// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/workspace/requestindex.h"

#include "models/core/base/digest.h"
#include "models/core/documents/documentfile.h"

#include <QDir>
#include <QFileInfo>
#include <QMutexLocker>

namespace packwarden {

namespace {

QFileInfoList entriesOf(const QString &folder)
{
    return QDir(folder).entryInfoList(
        {QStringLiteral("*.pwreq"), QStringLiteral("*.pwpol"), QStringLiteral("*.pwchr"), QStringLiteral("*.pwcmd")},
        QDir::Files, QDir::Time);
}

/// The hash has a fixed length, so the type needs no end.
QByteArray keyOf(const CoseSign &document)
{
    return sha256(document.payload) + document.contentType;
}

} // namespace

RequestIndex::RequestIndex(const QString &folder)
    : RequestIndex(folder, [](const DocumentFile &file) { return keyOf(file.document); })
{
}

RequestIndex::RequestIndex(const QString &folder, KeyOf keyOf)
    : m_folder(folder)
    , m_keyOf(std::move(keyOf))
{
}

QStringList RequestIndex::files() const
{
    QStringList paths;
    const QFileInfoList entries = entriesOf(m_folder);
    for (const QFileInfo &entry : entries)
        paths.append(entry.filePath());
    return paths;
}

QString RequestIndex::find(const CoseSign &document)
{
    return find(keyOf(document));
}

QString RequestIndex::find(const QByteArray &wanted)
{
    const QMutexLocker lock(&m_mutex);
    QHash<QString, Known> known;
    QString found;
    const QFileInfoList entries = entriesOf(m_folder);
    for (const QFileInfo &entry : entries) {
        const QString path = entry.filePath();
        Known one = m_known.value(path);
        if (one.size != entry.size() || one.changed != entry.lastModified())
            one = {entry.size(), entry.lastModified(), keyIn(path)};
        if (found.isEmpty() && one.key == wanted) {
            // Another program may have written it within the same instant.
            one.key = keyIn(path);
            if (one.key == wanted)
                found = path;
        }
        known.insert(path, one);
    }
    m_known = known; // without those that are gone
    return found;
}

int RequestIndex::reads() const
{
    const QMutexLocker lock(&m_mutex);
    return m_reads;
}

QByteArray RequestIndex::keyIn(const QString &path)
{
    ++m_reads;
    const auto file = DocumentFile::read(path);
    return file.ok() ? m_keyOf(*file) : QByteArray();
}

} // namespace packwarden
