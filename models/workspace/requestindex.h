// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QHash>
#include <QMutex>
#include <QStringList>

#include <functional>

namespace packwarden {

struct CoseSign;
struct DocumentFile;

/// Which document lies in which file of a folder. A file is read once for each change of it, as its size and time tell,
/// so that taking in many documents costs no more for each than for the first. For any thread.
class RequestIndex final
{
public:
    /// What documents are found by.
    using KeyOf = std::function<QByteArray(const DocumentFile &file)>;

    /// By their payload and content type.
    explicit RequestIndex(const QString &folder);
    RequestIndex(const QString &folder, KeyOf keyOf);

    /// All files of documents, newest first.
    QStringList files() const;
    /// The newest file that has this payload under this content type, as it is read now; empty: none.
    QString find(const CoseSign &document);
    /// The same by this key.
    QString find(const QByteArray &wanted);
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
    const KeyOf m_keyOf;
    mutable QMutex m_mutex;
    QHash<QString, Known> m_known; ///< by path
    int m_reads = 0;
};

} // namespace packwarden
