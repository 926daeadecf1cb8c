// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QStringList>

namespace packwarden {

/// A document's file, as an exchange knows it.
struct SharedFile
{
    QString path;
    QString id; ///< of the document, hex; empty: the file is no document
    QString whole; ///< SHA-256 of the file, hex

    static SharedFile read(const QString &path);
};

/// Reads files, and remembers what was in them as long as size and times stay the same. For one thread at a time.
class SharedFiles final
{
public:
    QList<SharedFile> read(const QStringList &paths);
    int reads() const { return m_reads; } ///< files that were read so far

private:
    struct Known
    {
        qint64 size = -1;
        qint64 modified = 0;
        qint64 changed = 0;
        SharedFile file;
    };
    QHash<QString, Known> m_known;
    int m_reads = 0;
};

} // namespace packwarden
