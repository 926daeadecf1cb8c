// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/packs/packsmodel.h"

#include "models/core/base/milli.h"

#include <algorithm>

namespace packwarden {

namespace {

constexpr int milliDecimals = 3;
const QString nodeKey = QStringLiteral("node:");

} // namespace

PacksModel::PacksModel(QObject *parent)
    : TableModel(parent)
{
}

int PacksModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PacksModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PacksModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(row, index.column());
    case ValueRole:
        return value(row, index.column());
    case TelemetryRole:
        return QVariant::fromValue(row.telemetry);
    case FactsRole:
        return QVariant::fromValue(row.facts);
    case SerialRole:
        return value(row, SerialColumn);
    case NodeRole:
        return row.node;
    case KeyRole: {
        const QString serial = value(row, SerialColumn).toString();
        return serial.isEmpty() ? keyOfNode(row.node) : serial;
    }
    default:
        return {};
    }
}

QVariant PacksModel::value(const Row &row, int column) const
{
    const PackTelemetry &telemetry = row.telemetry;
    const bool heard = telemetry.heardAt > 0;
    switch (column) {
    case SerialColumn:
        return row.facts.serial.isEmpty() ? telemetry.serial : row.facts.serial.text();
    case NodeColumn:
        return row.node;
    case LockColumn:
        return telemetry.lock;
    case PolicyColumn:
        return telemetry.policyVersion;
    case AgeColumn:
        return heard ? std::max<qint64>(0, m_now - telemetry.heardAt) : qint64(-1);
    default:
        break;
    }
    if (!heard)
        return {};
    const auto known = [&](PackFigure figure, int value) {
        return telemetry.knows(figure) ? QVariant(qint64(value)) : QVariant();
    };
    switch (column) {
    case StateColumn:
        return telemetry.state;
    case SocColumn:
        return known(PackFigure::Charge, telemetry.socMilliPercent);
    case SohColumn:
        return known(PackFigure::Health, telemetry.sohMilliPercent);
    case VoltageColumn:
        return known(PackFigure::Voltage, telemetry.packMillivolts);
    case CurrentColumn:
        return known(PackFigure::Current, telemetry.packMilliamps);
    case MinCellColumn:
        return known(PackFigure::LowestCell, telemetry.minCellMillivolts);
    case MaxCellColumn:
        return known(PackFigure::HighestCell, telemetry.maxCellMillivolts);
    case TemperatureColumn:
        return telemetry.temperaturesMilliCelsius.isEmpty()
            ? QVariant()
            : qint64(*std::max_element(
                telemetry.temperaturesMilliCelsius.begin(), telemetry.temperaturesMilliCelsius.end()));
    case FaultsColumn:
        return known(PackFigure::FaultCount, telemetry.activeFaults);
    default:
        return {};
    }
}

QVariant PacksModel::display(const Row &row, int column) const
{
    const QVariant content = value(row, column);
    const bool quantity = column >= SocColumn && column <= TemperatureColumn;
    if (!quantity || !content.isValid())
        return content;
    return formatQuantity(
        Milli{content.toLongLong()}, u'.', column >= MinCellColumn && column <= MaxCellColumn ? milliDecimals : 1);
}

void PacksModel::setTelemetry(const PackTelemetry &telemetry)
{
    const int row = ensureRow(telemetry.node);
    if (m_rows.at(row).telemetry == telemetry)
        return;
    m_rows[row].telemetry = telemetry;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void PacksModel::setFacts(const PackFacts &facts)
{
    const int row = ensureRow(facts.node);
    m_rows[row].facts = facts;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void PacksModel::setNow(qint64 milliseconds)
{
    m_now = milliseconds;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, AgeColumn), index(int(m_rows.size()) - 1, AgeColumn));
}

void PacksModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

int PacksModel::rowOfNode(int node) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).node == node)
            return row;
    }
    return -1;
}

int PacksModel::rowOfSerial(const QString &serial) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (value(m_rows.at(row), SerialColumn).toString() == serial)
            return row;
    }
    return -1;
}

QString PacksModel::keyOfNode(int node)
{
    return nodeKey + QString::number(node, 16).rightJustified(2, u'0');
}

int PacksModel::nodeOfKey(const QString &key)
{
    return key.startsWith(nodeKey) ? key.mid(nodeKey.size()).toInt(nullptr, 16) : 0;
}

int PacksModel::rowOfKey(const QString &key) const
{
    const int node = nodeOfKey(key);
    if (node == 0)
        return rowOfSerial(key);
    const int row = rowOfNode(node);
    return row >= 0 && value(m_rows.at(row), SerialColumn).toString().isEmpty() ? row : -1;
}

PackTelemetry PacksModel::telemetry(int row) const
{
    return m_rows.value(row).telemetry;
}

PackFacts PacksModel::facts(int row) const
{
    return m_rows.value(row).facts;
}

int PacksModel::ensureRow(int node)
{
    const auto place = std::lower_bound(
        m_rows.begin(), m_rows.end(), node, [](const Row &row, int wanted) { return row.node < wanted; });
    const int row = int(place - m_rows.begin());
    if (place != m_rows.end() && place->node == node)
        return row;
    beginInsertRows({}, row, row);
    m_rows.insert(row, Row{node, {}, {}});
    endInsertRows();
    return row;
}

} // namespace packwarden
