// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/support/tablemodel.h"

namespace packwarden {

/// The recordings of a bus in a folder, newest first.
class RecordingsModel final : public TableModel
{
    Q_OBJECT
public:
    enum Column { BeganColumn, LengthColumn, SizeColumn, FileColumn, ColumnCount };
    enum Role {
        ValueRole = Qt::UserRole, ///< of the column: Unix seconds, seconds, bytes as qint64; the name as QString
        PathRole, ///< QString
        GrowingRole, ///< bool: this one is being written
    };

    explicit RecordingsModel(const QString &folder, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    const QString &folder() const { return m_folder; }
    /// Looks into the folder again; growing: the file that is being written, or none.
    void refresh(const QString &growing = {});

private:
    struct Recording
    {
        QString path;
        qint64 began = 0;
        qint64 seconds = 0;
        qint64 bytes = 0;
        bool operator==(const Recording &) const = default;
    };
    static Recording read(const QString &path);

    QString m_folder;
    QString m_growing;
    QList<Recording> m_recordings;
};

} // namespace packwarden
