// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QHash>
#include <QMutex>
#include <QStringList>

namespace packwarden {

struct CoseSign;

/// Which document lies in which file of a folder. A file is read once for each change of it, as its size and time tell,
/// so that taking in many documents costs no more for each than for the first. For any thread.
class RequestIndex final
{
public:
    explicit RequestIndex(const QString &folder);

    /// All files of documents, newest first.
    QStringList files() const;
    /// The newest file that has this payload under this content type, as it is read now; empty: none.
    QString find(const CoseSign &document);
    int reads() const; ///< files read so far

private:
    struct Known
    {
        qint64 size = -1;
        QDateTime changed;
        QByteArray key; ///< of the document; empty: it has none
    };
    QByteArray keyIn(const QString &path);

    const QString m_folder;
    mutable QMutex m_mutex;
    QHash<QString, Known> m_known; ///< by path
    int m_reads = 0;
};

} // namespace packwarden
