// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/fleet/packchoice.h"

#include <algorithm>

namespace packwarden {

PackChoice::PackChoice(FleetModel &fleet, QObject *parent)
    : QAbstractListModel(parent)
    , m_fleet(fleet)
{
    m_next.setSingleShot(true);
    m_next.setInterval(0);
    connect(&m_next, &QTimer::timeout, this, &PackChoice::look);
    connect(&fleet, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &, int first, int last) { onRowsInserted(first, last); });
    begin();
}

Result<> PackChoice::search(const QString &text, const FleetModel::Says &says)
{
    const auto query = PackQuery::parse(text, m_fleet.book().groups());
    if (!query.ok())
        return query.error();
    m_query = *query;
    m_says = says;
    begin();
    return Result<>::success();
}

void PackChoice::begin()
{
    beginResetModel();
    m_rows = m_chosen.mid(0, mostFound);
    m_shown = QSet<PackSerial>(m_rows.begin(), m_rows.end());
    endResetModel();
    m_found = 0;
    m_last.clear();
    m_late.clear();
    m_all.clear();
    m_choosesAll = false;
    m_hasMore = false;
    m_isSearching = true;
    look();
}

/// Asks one slice of the rows that were not asked yet. Once enough is shown it rests, unless all are to be chosen.
void PackChoice::look()
{
    QList<PackSerial> found;
    int asked = 0;
    for (; asked < slice && !m_late.isEmpty(); ++asked) {
        if (const int row = m_fleet.rowOf(m_late.takeFirst()); row >= 0)
            ask(row, found);
    }
    int row = m_fleet.rowBehind(m_last);
    while (asked < slice && (!m_hasMore || m_choosesAll)) {
        if (row < m_fleet.rowCount()) {
            m_last = m_fleet.index(row, 0).data(FleetModel::KeyRole).toString();
            ask(row++, found);
            ++asked;
        } else if (m_fleet.canFetchMore()) {
            m_fleet.fetchMore();
            row = m_fleet.rowBehind(m_last);
            asked += FleetModel::pageSize / 4; // reading a page costs something, too
        } else {
            break;
        }
    }
    if (!found.isEmpty()) {
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + found.size()) - 1);
        m_rows += found;
        endInsertRows();
    }
    m_isSearching = asked >= slice && (!m_hasMore || m_choosesAll);
    if (m_isSearching)
        m_next.start();
    else if (m_choosesAll)
        choose(m_chosen + std::exchange(m_all, {}));
    m_choosesAll = m_choosesAll && m_isSearching;
    Q_EMIT searched();
}

void PackChoice::ask(int row, QList<PackSerial> &found)
{
    const auto serial = PackSerial::parse(m_fleet.index(row, 0).data(FleetModel::SerialRole).toString());
    if (!serial.ok() || m_fleet.ask(row, m_query, m_says) != PackQuery::Truth::Yes)
        return;
    if (m_choosesAll)
        m_all.append(*serial);
    if (m_shown.contains(*serial))
        return;
    m_hasMore = m_hasMore || m_found == mostFound;
    if (m_hasMore)
        return;
    ++m_found;
    m_shown.insert(*serial);
    found.append(*serial);
}

/// A page of the fleet, or a pack that is heard: those that the search has passed are asked, too.
void PackChoice::onRowsInserted(int first, int last)
{
    if (m_hasMore && !m_choosesAll)
        return;
    for (int row = first; row <= last; ++row) {
        const QString key = m_fleet.index(row, 0).data(FleetModel::KeyRole).toString();
        if (key < m_last)
            m_late.append(key);
    }
    m_isSearching = true;
    m_next.start();
}

bool PackChoice::isShort(int atMost) const
{
    return !m_isSearching && m_fleet.rowCount() <= atMost && !m_fleet.canFetchMore();
}

bool PackChoice::isChosen(const PackSerial &serial) const
{
    return std::binary_search(m_chosen.begin(), m_chosen.end(), serial);
}

int PackChoice::rowOf(const PackSerial &serial) const
{
    return int(m_rows.indexOf(serial));
}

void PackChoice::choose(const QList<PackSerial> &packs)
{
    QList<PackSerial> chosen = packs;
    chosen.removeIf([this](const PackSerial &serial) { return !m_fleet.isKnown(serial); });
    std::sort(chosen.begin(), chosen.end());
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    if (chosen == m_chosen)
        return;
    m_chosen = chosen;
    QList<PackSerial> fresh;
    for (const PackSerial &serial : std::as_const(m_chosen)) {
        if (fresh.size() < mostFound && !m_shown.contains(serial))
            fresh.append(serial);
    }
    if (!fresh.isEmpty()) {
        beginInsertRows({}, 0, int(fresh.size()) - 1);
        m_rows = fresh + m_rows;
        m_shown += QSet<PackSerial>(fresh.begin(), fresh.end());
        endInsertRows();
    }
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1), {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
}

void PackChoice::chooseFound()
{
    m_choosesAll = true;
    m_isSearching = true;
    m_all.clear();
    m_last.clear();
    m_late.clear();
    look();
}

int PackChoice::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PackChoice::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PackSerial &serial = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case SerialRole:
        return serial.text();
    case Qt::CheckStateRole:
        return int(isChosen(serial) ? Qt::Checked : Qt::Unchecked);
    case LockedRole:
        if (const int row = m_fleet.rowOf(serial.text()); row >= 0)
            return m_fleet.isLocked(row);
        return false;
    default:
        return {};
    }
}

bool PackChoice::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const PackSerial serial = m_rows.at(index.row());
    const auto place = std::lower_bound(m_chosen.begin(), m_chosen.end(), serial);
    const bool is = place != m_chosen.end() && *place == serial;
    if (is == (value.toInt() == Qt::Checked))
        return true;
    if (is)
        m_chosen.erase(place);
    else
        m_chosen.insert(place, serial);
    Q_EMIT dataChanged(index, index, {role});
    Q_EMIT chosenChanged();
    return true;
}

Qt::ItemFlags PackChoice::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace packwarden
