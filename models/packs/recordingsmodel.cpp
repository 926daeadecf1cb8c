// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/packs/recordingsmodel.h"

#include "models/core/base/wholefile.h"
#include "models/core/pack/recordingstate.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace packwarden {

namespace {

/// Each line begins with its time: "(seconds.microseconds) ...". 0 if it does not.
qint64 secondsOf(const QByteArray &line)
{
    const qsizetype dot = line.indexOf('.');
    return line.startsWith('(') && dot > 1 ? line.mid(1, dot - 1).toLongLong() : 0;
}

} // namespace

RecordingsModel::RecordingsModel(const QString &folder, QObject *parent)
    : TableModel(parent)
    , m_folder(folder)
{
    refresh();
}

RecordingsModel::Recording RecordingsModel::read(const QString &path)
{
    Recording recording;
    recording.path = path;
    QFile file;
    if (!wholefile::open(file, path, RecordingState::maxBytes).ok())
        return recording;
    constexpr qint64 longestLine = 300;
    recording.bytes = file.size();
    recording.began = secondsOf(file.readLine(longestLine));
    // The last whole line is in what is behind here.
    file.seek(std::max<qint64>(0, recording.bytes - 2 * longestLine));
    const QByteArray end = file.read(2 * longestLine);
    const qsizetype last = end.lastIndexOf('\n', end.lastIndexOf('\n') - 1) + 1;
    recording.seconds = std::max<qint64>(0, secondsOf(end.mid(last)) - recording.began);
    return recording;
}

void RecordingsModel::refresh(const QString &growing)
{
    QList<Recording> found;
    const QFileInfoList files = QDir(m_folder).entryInfoList({QStringLiteral("*.log")}, QDir::Files);
    for (const QFileInfo &file : files) {
        const auto known = std::find_if(m_recordings.begin(), m_recordings.end(),
            [&](const Recording &recording) { return recording.path == file.filePath(); });
        const bool same = known != m_recordings.end() && known->bytes == file.size();
        found.append(same ? *known : read(file.filePath()));
    }
    std::sort(found.begin(), found.end(), [](const Recording &one, const Recording &other) {
        return std::pair(other.began, other.path) < std::pair(one.began, one.path);
    });
    const auto paths = [](const QList<Recording> &list) {
        QStringList names;
        for (const Recording &recording : list)
            names.append(recording.path);
        return names;
    };
    const bool sameFiles = paths(found) == paths(m_recordings);
    if (!sameFiles)
        beginResetModel();
    const QList<Recording> before = std::exchange(m_recordings, found);
    const QString grew = std::exchange(m_growing, growing);
    if (!sameFiles) {
        endResetModel();
        return;
    }
    for (int row = 0; row < m_recordings.size(); ++row) {
        const Recording &now = m_recordings.at(row);
        if (now != before.at(row) || (now.path == grew) != (now.path == m_growing))
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

int RecordingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_recordings.size());
}

int RecordingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RecordingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    // Over their numbers.
    if (role == Qt::TextAlignmentRole && (section == LengthColumn || section == SizeColumn))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return TableModel::headerData(section, orientation, role);
}

QVariant RecordingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Recording &recording = m_recordings.at(index.row());
    if (role == PathRole)
        return recording.path;
    if (role == GrowingRole)
        return recording.path == m_growing;
    if (role != ValueRole)
        return {};
    switch (index.column()) {
    case BeganColumn:
        return recording.began;
    case LengthColumn:
        return recording.seconds;
    case SizeColumn:
        return recording.bytes;
    default:
        return QFileInfo(recording.path).fileName();
    }
}

} // namespace packwarden
