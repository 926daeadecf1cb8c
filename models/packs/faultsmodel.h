// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/faultdetail.h"
#include "models/core/pack/linkvalues.h"
#include "models/support/tablemodel.h"

namespace packwarden {

/// The fault memory of one pack, active faults first. Details come later, one fault at a time.
class FaultsModel final : public TableModel
{
    Q_OBJECT
public:
    enum Column { FaultColumn, StateColumn, CountColumn, FirstColumn, LastColumn, ColumnCount };
    enum Role {
        FaultRole = Qt::UserRole, ///< PackFault
        DetailRole, ///< FaultDetail; its code is 0 while it was not read
        ValueRole, ///< of the column: code and count as numbers, times as Unix seconds, state as a stable word
    };

    explicit FaultsModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// Details that are known are kept for faults that are still there.
    void setFaults(const QList<PackFault> &faults);
    void setDetail(const FaultDetail &detail);
    void clear() { setFaults({}); }
    int activeCount() const;
    int rowOf(quint32 code) const;
    /// "active", "pending", "stored": by the status bits of ISO 14229-1, D.2.
    static QString stateOf(const PackFault &fault);

private:
    struct Row
    {
        PackFault fault;
        FaultDetail detail;
    };
    QVariant value(const Row &row, int column) const;

    QList<Row> m_rows;
};

/// By severity; equal ones stay in their order.
QList<FaultReading> worstFirst(QList<FaultReading> faults);

/// The cells of a freeze frame as if the pack had just sent them, for the views that show telemetry.
PackTelemetry telemetryOf(const FreezeFrame &frame, int modules);

} // namespace packwarden

Q_DECLARE_METATYPE(packwarden::PackFault)
