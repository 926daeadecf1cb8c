// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/packs/cellsmodel.h"

#include "models/core/base/milli.h"

#include <algorithm>

namespace packwarden {

CellsModel::CellsModel(QObject *parent)
    : TableModel(parent)
{
}

int CellsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_telemetry.cells.size());
}

int CellsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CellsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        if (const QVariant content = value(index.row(), index.column());
            content.isValid() && index.column() == VoltageColumn)
            return formatQuantity(Milli{content.toLongLong()}, u'.', 3);
        return value(index.row(), index.column());
    case ValueRole:
        return value(index.row(), index.column());
    case ReadingRole:
        return QVariant::fromValue(m_telemetry.cells.at(index.row()));
    case ValidRole:
        return m_telemetry.cells.at(index.row()).valid;
    default:
        return {};
    }
}

QVariant CellsModel::value(int row, int column) const
{
    const CellReading &cell = m_telemetry.cells.at(row);
    switch (column) {
    case NumberColumn:
        return row + 1;
    case ModuleColumn: {
        const int perModule
            = int((m_telemetry.cells.size() + m_telemetry.modules - 1) / std::max(1, m_telemetry.modules));
        return row / std::max(1, perModule) + 1;
    }
    case VoltageColumn:
        return cell.valid ? QVariant(qint64(cell.millivolts)) : QVariant();
    case DeviationColumn:
        return cell.valid ? QVariant(qint64(cell.millivolts - m_mean)) : QVariant();
    case BalancingColumn:
        return cell.balancing;
    case AgeColumn:
        return cell.heardAt > 0 ? std::max<qint64>(0, m_now - cell.heardAt) : qint64(-1);
    default:
        return {};
    }
}

void CellsModel::setTelemetry(const PackTelemetry &telemetry, qint64 now)
{
    const bool sameShape = telemetry.cells.size() == m_telemetry.cells.size();
    if (!sameShape)
        beginResetModel();
    m_telemetry = telemetry;
    m_now = now;
    qint64 sum = 0;
    int valid = 0;
    for (const CellReading &cell : telemetry.cells) {
        sum += cell.valid ? cell.millivolts : 0;
        valid += cell.valid ? 1 : 0;
    }
    m_mean = valid > 0 ? int((sum + valid / 2) / valid) : 0;
    if (!sameShape)
        endResetModel();
    else if (!telemetry.cells.isEmpty())
        Q_EMIT dataChanged(index(0, ModuleColumn), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace packwarden
