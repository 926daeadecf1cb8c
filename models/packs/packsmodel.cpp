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
        const QString serial = serialOf(row);
        return serial.isEmpty() ? keyOfNode(row.node, row.bus) : serial;
    }
    case BusRole:
        return row.bus;
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
        return serialOf(row);
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

QString PacksModel::serialOf(const Row &row)
{
    return row.facts.serial.isEmpty() ? row.telemetry.serial : row.facts.serial.text();
}

PackFacts PacksModel::takeFromElsewhere(const QString &serial, const QString &bus, int node)
{
    const int row = serial.isEmpty() ? -1 : rowOfSerial(serial);
    if (row < 0 || (m_rows.at(row).bus == bus && m_rows.at(row).node == node))
        return {};
    beginRemoveRows({}, row, row);
    PackFacts facts = m_rows.takeAt(row).facts;
    m_bySerial.clear();
    endRemoveRows();
    return facts;
}

void PacksModel::setRow(int row, const std::function<void(Row &)> &change)
{
    const QString before = serialOf(m_rows.at(row));
    change(m_rows[row]);
    if (serialOf(m_rows.at(row)) != before)
        m_bySerial.clear();
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void PacksModel::setTelemetry(const PackTelemetry &telemetry, const QString &bus)
{
    const PackFacts facts = takeFromElsewhere(telemetry.serial, bus, telemetry.node);
    const int row = ensureRow(bus, telemetry.node);
    if (m_rows.at(row).telemetry == telemetry)
        return;
    setRow(row, [&](Row &one) {
        one.telemetry = telemetry;
        // Another pack may have taken the place of one that was there.
        if (!telemetry.serial.isEmpty() && !one.facts.serial.isEmpty() && one.facts.serial.text() != telemetry.serial)
            one.facts = {};
        if (one.facts.serial.isEmpty())
            one.facts = facts;
    });
}

void PacksModel::setFacts(const PackFacts &facts, const QString &bus)
{
    (void)takeFromElsewhere(facts.serial.text(), bus, facts.node);
    setRow(ensureRow(bus, facts.node), [&](Row &one) { one.facts = facts; });
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
    m_bySerial.clear();
    endResetModel();
}

int PacksModel::rowOfNode(int node, const QString &bus) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).node == node && m_rows.at(row).bus == bus)
            return row;
    }
    return -1;
}

int PacksModel::rowOfSerial(const QString &serial) const
{
    if (m_bySerial.isEmpty()) {
        for (int row = int(m_rows.size()) - 1; row >= 0; --row)
            m_bySerial.insert(serialOf(m_rows.at(row)), row);
    }
    return m_bySerial.value(serial, -1);
}

QString PacksModel::keyOfNode(int node, const QString &bus)
{
    const QString key = nodeKey + QString::number(node, 16).rightJustified(2, u'0');
    return bus.isEmpty() ? key : key + u'@' + bus;
}

int PacksModel::nodeOfKey(const QString &key)
{
    return key.startsWith(nodeKey) ? key.mid(nodeKey.size()).section(u'@', 0, 0).toInt(nullptr, 16) : 0;
}

QString PacksModel::busOfKey(const QString &key)
{
    return key.startsWith(nodeKey) ? key.section(u'@', 1) : QString();
}

int PacksModel::rowOfKey(const QString &key) const
{
    const int node = nodeOfKey(key);
    if (node == 0)
        return rowOfSerial(key);
    const int row = rowOfNode(node, busOfKey(key));
    return row >= 0 && serialOf(m_rows.at(row)).isEmpty() ? row : -1;
}

PackTelemetry PacksModel::telemetry(int row) const
{
    return m_rows.value(row).telemetry;
}

PackFacts PacksModel::facts(int row) const
{
    return m_rows.value(row).facts;
}

int PacksModel::ensureRow(const QString &bus, int node)
{
    const auto place = std::lower_bound(m_rows.begin(), m_rows.end(), node,
        [&bus](const Row &row, int wanted) { return row.bus != bus ? row.bus < bus : row.node < wanted; });
    const int row = int(place - m_rows.begin());
    if (place != m_rows.end() && place->node == node && place->bus == bus)
        return row;
    beginInsertRows({}, row, row);
    m_rows.insert(row, Row{bus, node, {}, {}});
    m_bySerial.clear();
    endInsertRows();
    return row;
}

} // namespace packwarden
