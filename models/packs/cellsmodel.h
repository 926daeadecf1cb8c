// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/linkvalues.h"
#include "models/support/tablemodel.h"

namespace packwarden {

/// The cells of one pack as a table: the readable twin of the painted cell map.
class CellsModel final : public TableModel
{
    Q_OBJECT
public:
    enum Column { NumberColumn, ModuleColumn, VoltageColumn, DeviationColumn, BalancingColumn, AgeColumn, ColumnCount };
    enum Role {
        ReadingRole = Qt::UserRole, ///< CellReading
        ValueRole, ///< numbers from 1; millivolts; deviation in millivolts from the mean of the valid cells; age in ms
        ValidRole, ///< bool
    };

    explicit CellsModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// now: monotonic milliseconds of the clock that heardAt counts in.
    void setTelemetry(const PackTelemetry &telemetry, qint64 now);
    /// Mean of the valid cells, 0 if there are none.
    int meanMillivolts() const { return m_mean; }

private:
    QVariant value(int row, int column) const;

    PackTelemetry m_telemetry;
    int m_mean = 0;
    qint64 m_now = 0;
};

} // namespace packwarden
