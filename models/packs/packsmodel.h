// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/linkvalues.h"
#include "models/support/tablemodel.h"

namespace packwarden {

/// The packs that were heard or are known, by node. Fed by the link's values; never asks anything itself. A pack has a
/// key: its serial, or "node:11" (the node in two hexadecimal digits) while it has told none.
class PacksModel final : public TableModel
{
    Q_OBJECT
public:
    enum Column {
        SerialColumn,
        NodeColumn,
        StateColumn,
        SocColumn,
        SohColumn,
        VoltageColumn,
        CurrentColumn,
        MinCellColumn,
        MaxCellColumn,
        TemperatureColumn,
        FaultsColumn,
        PolicyColumn,
        LockColumn,
        AgeColumn,
        ColumnCount
    };
    enum Role {
        TelemetryRole = Qt::UserRole, ///< PackTelemetry
        FactsRole, ///< PackFacts
        SerialRole, ///< QString, empty until known
        NodeRole, ///< int
        KeyRole, ///< QString
        ValueRole, ///< the column's value: milli-units as qint64, words as QString, age in milliseconds (-1: never)
    };

    explicit PacksModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    void setTelemetry(const PackTelemetry &telemetry);
    void setFacts(const PackFacts &facts);
    /// Monotonic milliseconds of the clock that heardAt counts in; moves the ages on.
    void setNow(qint64 milliseconds);
    void clear();

    int rowOfNode(int node) const;
    int rowOfSerial(const QString &serial) const;
    int rowOfKey(const QString &key) const;
    static QString keyOfNode(int node);
    /// The node of a pack that has told no serial; 0 for any other key.
    static int nodeOfKey(const QString &key);
    PackTelemetry telemetry(int row) const;
    PackFacts facts(int row) const;

private:
    struct Row
    {
        int node = 0;
        PackTelemetry telemetry;
        PackFacts facts;
    };
    int ensureRow(int node);
    QVariant value(const Row &row, int column) const;
    QVariant display(const Row &row, int column) const;

    QList<Row> m_rows; ///< ascending by node
    qint64 m_now = 0;
};

} // namespace packwarden
