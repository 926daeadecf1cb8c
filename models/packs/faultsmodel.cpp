// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/packs/faultsmodel.h"

#include <algorithm>

namespace packwarden {

FaultsModel::FaultsModel(QObject *parent)
    : TableModel(parent)
{
}

int FaultsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FaultsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString FaultsModel::stateOf(const PackFault &fault)
{
    if (fault.status & faultstatus::failed)
        return QStringLiteral("active");
    return fault.status & faultstatus::pending ? QStringLiteral("pending") : QStringLiteral("stored");
}

QVariant FaultsModel::value(const Row &row, int column) const
{
    const bool known = row.detail.code != 0 && !row.detail.error;
    switch (column) {
    case FaultColumn:
        return row.fault.code;
    case StateColumn:
        return stateOf(row.fault);
    case CountColumn:
        return known ? QVariant(row.detail.count) : QVariant();
    case FirstColumn:
        return known ? QVariant(row.detail.first) : QVariant();
    case LastColumn:
        return known ? QVariant(row.detail.last) : QVariant();
    default:
        return {};
    }
}

QVariant FaultsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case FaultRole:
        return QVariant::fromValue(row.fault);
    case DetailRole:
        return QVariant::fromValue(row.detail);
    case ValueRole:
        return value(row, index.column());
    case Qt::DisplayRole:
        return index.column() == FaultColumn
            ? QVariant(QStringLiteral("%1").arg(row.fault.code, 6, 16, QLatin1Char('0')))
            : value(row, index.column());
    default:
        return {};
    }
}

void FaultsModel::setFaults(const QList<PackFault> &faults)
{
    QList<Row> rows;
    for (const PackFault &fault : faults) {
        const int known = rowOf(fault.code);
        // One that came anew has another instant to tell of.
        const bool same = known >= 0 && m_rows.at(known).fault == fault;
        rows.append({fault, same ? m_rows.at(known).detail : FaultDetail{}});
    }
    std::stable_sort(
        rows.begin(), rows.end(), [](const Row &a, const Row &b) { return a.fault.isActive() && !b.fault.isActive(); });
    const auto sameFault = [](const Row &a, const Row &b) {
        return a.fault == b.fault;
    };
    if (std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), sameFault))
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void FaultsModel::setDetail(const FaultDetail &detail)
{
    const int row = rowOf(detail.code);
    if (row < 0)
        return;
    m_rows[row].detail = detail;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int FaultsModel::activeCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.fault.isActive(); }));
}

int FaultsModel::rowOf(quint32 code) const
{
    const auto it
        = std::find_if(m_rows.begin(), m_rows.end(), [code](const Row &row) { return row.fault.code == code; });
    return it == m_rows.end() ? -1 : int(it - m_rows.begin());
}

QList<FaultReading> worstFirst(QList<FaultReading> faults)
{
    std::stable_sort(faults.begin(), faults.end(),
        [](const FaultReading &a, const FaultReading &b) { return a.severity > b.severity; });
    return faults;
}

PackTelemetry telemetryOf(const FreezeFrame &frame, int modules)
{
    PackTelemetry telemetry;
    telemetry.node = 1; // any: it only tells packs apart
    telemetry.state = frame.state;
    telemetry.packMillivolts = int(frame.packMillivolts);
    telemetry.packMilliamps = int(frame.packMilliamps);
    telemetry.socMilliPercent = int(frame.socMilliPercent);
    telemetry.modules = std::max<int>(1, modules > 0 ? modules : int(frame.sensorMilliCelsius.size()));
    telemetry.heardAt = 1;
    for (int i = 0; i < frame.cellTenthMillivolts.size(); ++i) {
        const qint64 tenths = frame.cellTenthMillivolts.at(i);
        telemetry.cells.append({int((tenths + 5) / 10), tenths >= 0, frame.balancing.contains(i + 1),
            int(frame.cellMicroohms.value(i)), 1});
    }
    for (const qint64 celsius : frame.sensorMilliCelsius)
        telemetry.temperaturesMilliCelsius.append(int(celsius));
    return telemetry;
}

} // namespace packwarden
