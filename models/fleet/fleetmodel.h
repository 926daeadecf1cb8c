// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/support/latestjob.h"
#include "models/support/tablemodel.h"
#include "models/trust/startoutlook.h"

#include <QTimer>

namespace packwarden {

class PacksModel;
class Workspace;

/// Every pack that is heard or known, by its key (PacksModel). What a pack does not know yet is what newer lists there
/// are than it held when it was last read; the outlook of tomorrow is worked out on a worker thread.
class FleetModel final : public TableModel
{
    Q_OBJECT
public:
    enum Column {
        SerialColumn,
        OwnerColumn,
        StateColumn,
        SocColumn,
        SohColumn,
        MinCellColumn,
        MaxCellColumn,
        SpreadColumn, ///< between both
        TemperatureColumn,
        FaultsColumn,
        PolicyColumn,
        LockColumn,
        ListsBehindColumn,
        TomorrowColumn,
        AgeColumn,
        ColumnCount
    };
    enum Role {
        ValueRole
        = Qt::UserRole, ///< of the column: milli-units as qint64, words as QString, milliseconds, StartOutlook
        SortRole, ///< the same, comparable; what is unknown comes first
        SerialRole, ///< QString, empty where the pack has told none
        KeyRole, ///< QString, see PacksModel
        OnBusRole, ///< bool: heard within the last ten seconds
        ProvedRole, ///< bool: signed its state since it was connected, and nobody answers beside it; not heard: true
        AttentionRole, ///< bool: faults, locked, behind in lists or policy, unable tomorrow
    };

    FleetModel(Workspace &workspace, PacksModel &packs, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    int rowOf(const QString &key) const;
    /// Works out anew whether packs start tomorrow.
    void refreshOutlook();
    QList<StartOutlook> outlook() const;
    /// Of those on the bus, all that did not prove who they are are in doubt.
    bool isProved(int row) const;

Q_SIGNALS:
    void outlookChanged();

private:
    struct Row
    {
        QString key;
        QString owner;
        int policy = 0; ///< as last read
        int listsBehind = -1; ///< -1: never read
        qint64 readAt = 0;
        StartOutlook outlook;
        bool operator==(const Row &) const = default;
    };
    QList<Row> makeRows() const;
    void rebuild();
    void onTelemetry(const QModelIndex &first, const QModelIndex &last);
    QVariant value(const Row &row, int column) const;
    bool needsAttention(const Row &row) const;

    Workspace &m_workspace;
    PacksModel &m_packs;
    StartOutlook outlookOf(const Row &row) const;

    QList<Row> m_rows; ///< ascending by key
    QTimer m_soon;
    LatestJob m_outlook;
};

} // namespace packwarden
