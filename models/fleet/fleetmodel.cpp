// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/fleet/fleetmodel.h"

#include "models/core/base/clock.h"
#include "models/core/base/milli.h"
#include "models/keys/revocation.h"
#include "models/packs/packsmodel.h"
#include "models/workspace/auditedaction.h"
#include "models/workspace/workspace.h"

#include <algorithm>
#include <compare>

namespace packwarden {

namespace {

constexpr qint64 silentAfter = 10000; ///< milliseconds
constexpr int soonMilliseconds = 400;
constexpr int moreMilliseconds = 20; ///< between two pages that nobody asked for

/// Lists of which the pack holds an older number, or none at all.
int behind(const QList<CrlEntry> &newest, const QList<CrlEntry> &held)
{
    return int(std::count_if(newest.begin(), newest.end(), [&](const CrlEntry &entry) {
        return std::none_of(held.begin(), held.end(),
            [&](const CrlEntry &mine) { return isSameIssuer(entry, mine) && mine.crl.number >= entry.crl.number; });
    }));
}

int alignmentOf(int column)
{
    // A version is no quantity: between numbers and words it stands apart from both.
    if (column == FleetModel::PolicyColumn)
        return Qt::AlignCenter;
    const bool number
        = (column >= FleetModel::SocColumn && column < FleetModel::PolicyColumn) || column == FleetModel::AgeColumn;
    return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

int packsColumn(int column)
{
    switch (column) {
    case FleetModel::StateColumn:
        return PacksModel::StateColumn;
    case FleetModel::SocColumn:
        return PacksModel::SocColumn;
    case FleetModel::SohColumn:
        return PacksModel::SohColumn;
    case FleetModel::MinCellColumn:
        return PacksModel::MinCellColumn;
    case FleetModel::MaxCellColumn:
        return PacksModel::MaxCellColumn;
    case FleetModel::TemperatureColumn:
        return PacksModel::TemperatureColumn;
    case FleetModel::FaultsColumn:
        return PacksModel::FaultsColumn;
    case FleetModel::LockColumn:
        return PacksModel::LockColumn;
    case FleetModel::AgeColumn:
        return PacksModel::AgeColumn;
    default:
        return -1;
    }
}

} // namespace

FleetModel::FleetModel(Workspace &workspace, PacksModel &packs, QObject *parent)
    : TableModel(parent)
    , m_workspace(workspace)
    , m_packs(packs)
    , m_book(workspace.folder(), recorderOf(workspace))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMilliseconds);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        for (const QString &key : std::as_const(m_heard)) {
            if (const int row = rowOf(key); row >= 0)
                Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    });
    m_more.setInterval(moreMilliseconds);
    connect(&m_more, &QTimer::timeout, this, [this] {
        if (canFetchMore())
            fetchMore();
        else
            m_more.stop();
    });
    connect(&packs, &QAbstractItemModel::rowsInserted, this, &FleetModel::refreshHeard);
    connect(&packs, &QAbstractItemModel::rowsRemoved, this, &FleetModel::refreshHeard);
    connect(&packs, &QAbstractItemModel::modelReset, this, &FleetModel::refreshHeard);
    connect(&packs, &QAbstractItemModel::dataChanged, this, &FleetModel::onTelemetry);
    connect(&workspace.trust(), &TrustBook::packChanged, this, &FleetModel::onPackChanged);
    connect(&workspace.trust(), &TrustBook::changed, this, &FleetModel::onTrustChanged);
    noticeLists();
    fetchMore();
    refreshHeard();
    if (canFetchMore())
        m_more.start();
}

int FleetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FleetModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool FleetModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isWhole;
}

void FleetModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    FleetDb::Which page;
    page.after = m_lastPage;
    page.atMost = pageSize;
    const QList<PackLine> lines = m_workspace.trust().snapshot().packs.lines(page);
    m_isWhole = lines.size() < pageSize;
    if (!lines.isEmpty())
        m_lastPage = lines.constLast().serial;
    QList<Row> run; // that come to stand side by side
    const auto insert = [&] {
        if (run.isEmpty())
            return;
        const int at = placeFor(run.constFirst().key);
        beginInsertRows({}, at, at + int(run.size()) - 1);
        m_rows.insert(at, run.size(), Row());
        std::move(run.begin(), run.end(), m_rows.begin() + at);
        endInsertRows();
        run.clear();
    };
    for (const PackLine &line : lines) {
        const QString key = line.serial.text();
        if (rowOf(key) >= 0) {
            insert();
            setRow(rowOf(key), rowOf(line));
            continue;
        }
        if (!run.isEmpty() && placeFor(run.constFirst().key) != placeFor(key))
            insert();
        run.append(rowOf(line));
    }
    insert();
}

FleetModel::Row FleetModel::rowOf(const PackLine &line) const
{
    Row row;
    row.key = line.serial.text();
    row.owner = *m_shared.insert(line.owner);
    row.hardware = *m_shared.insert(line.hardware);
    row.readAt = line.readAt;
    row.holding = line.holding;
    row.policy = line.policy;
    row.isKnown = true;
    row.isLocked = line.isLocked && !line.isContradicted;
    if (m_elsewhere)
        row.elsewhere = m_elsewhere(line.serial);
    return row;
}

void FleetModel::setElsewhere(const std::function<Elsewhere(const PackSerial &serial)> &ask)
{
    m_elsewhere = ask;
    for (Row &row : m_rows) {
        if (const auto serial = PackSerial::parse(row.key); row.isKnown && serial.ok())
            row.elsewhere = ask(*serial);
    }
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, AgeColumn), index(int(m_rows.size()) - 1, AgeColumn));
}

int FleetModel::placeFor(const QString &key) const
{
    return int(std::lower_bound(m_rows.begin(), m_rows.end(), key, [](const Row &row, const QString &wanted) {
        return row.key < wanted;
    }) - m_rows.begin());
}

void FleetModel::insertRow(const Row &row)
{
    const int at = placeFor(row.key);
    beginInsertRows({}, at, at);
    m_rows.insert(at, row);
    endInsertRows();
}

void FleetModel::removeRow(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
}

void FleetModel::setRow(int row, const Row &now)
{
    const int outlook = m_rows.at(row).outlook;
    m_rows[row] = now;
    m_rows[row].outlook = outlook;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void FleetModel::refreshKnown(const QString &key)
{
    const int row = rowOf(key);
    const auto serial = PackSerial::parse(key);
    FleetDb::Which one;
    one.only = serial.ok() ? *serial : PackSerial();
    const QList<PackLine> lines = serial.ok() ? m_workspace.trust().snapshot().packs.lines(one) : QList<PackLine>();
    const bool isHeard = m_heard.contains(key);
    Row now;
    now.key = key;
    if (!lines.isEmpty())
        now = rowOf(lines.constFirst());
    if (row >= 0 && !now.isKnown && !isHeard)
        removeRow(row);
    else if (row >= 0)
        setRow(row, now);
    else if (isHeard || (now.isKnown && (m_isWhole || (m_lastPage && *serial < *m_lastPage))))
        insertRow(now);
}

/// Rows come and go one at a time as a rule: a selection must outlive it.
void FleetModel::refreshHeard()
{
    QSet<QString> heard;
    for (int i = 0; i < m_packs.rowCount(); ++i)
        heard.insert(m_packs.index(i, 0).data(PacksModel::KeyRole).toString());
    const QSet<QString> before = std::exchange(m_heard, heard);
    for (const QString &key : before) {
        if (!heard.contains(key))
            refreshKnown(key);
    }
    for (const QString &key : std::as_const(heard)) {
        if (!before.contains(key))
            refreshKnown(key);
    }
}

void FleetModel::onPackChanged(const std::optional<PackSerial> &serial)
{
    if (serial) {
        refreshKnown(serial->text());
        return;
    }
    const bool isForgotten = m_workspace.trust().snapshot().packs.size() == 0;
    for (int row = int(m_rows.size()) - 1; row >= 0 && isForgotten; --row) {
        if (m_rows.at(row).isKnown)
            refreshKnown(QString(m_rows.at(row).key));
    }
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

void FleetModel::onTrustChanged()
{
    if (noticeLists() && !m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
    refreshOutlook();
}

bool FleetModel::noticeLists()
{
    const TrustSnapshot &trust = m_workspace.trust().snapshot();
    const QList<QByteArray> lists = trust.knownLists();
    if (lists == m_lists && trust.pinned.charterDocument == m_charter)
        return false;
    m_lists = lists;
    m_charter = trust.pinned.charterDocument;
    m_newest = trust.newestLists(m_workspace.clock().now());
    m_behind.clear();
    return true;
}

int FleetModel::listsBehind(const Row &row) const
{
    if (row.holding == 0)
        return -1;
    auto found = m_behind.constFind(row.holding);
    if (found == m_behind.constEnd()) {
        const auto held = m_workspace.trust().snapshot().packs.held(row.holding);
        found
            = m_behind.insert(row.holding, held && !held->rules.silicon.isEmpty() ? behind(m_newest, held->lists) : -1);
    }
    return *found;
}

int FleetModel::heardRow(const QString &key) const
{
    return m_heard.contains(key) ? m_packs.rowOfKey(key) : -1;
}

void FleetModel::onTelemetry(const QModelIndex &first, const QModelIndex &last)
{
    for (int i = first.row(); i <= last.row(); ++i) {
        // A pack tells its serial after its node.
        if (!m_heard.contains(m_packs.index(i, 0).data(PacksModel::KeyRole).toString())) {
            refreshHeard();
            break;
        }
    }
    // Packs tell of themselves ten times a second each; a table is read by people.
    if (!m_soon.isActive())
        m_soon.start();
}

int FleetModel::rowOf(const QString &key) const
{
    const int place = placeFor(key);
    return place < m_rows.size() && m_rows.at(place).key == key ? place : -1;
}

int FleetModel::rowBehind(const QString &key) const
{
    const int place = placeFor(key);
    return place < m_rows.size() && m_rows.at(place).key == key ? place + 1 : place;
}

bool FleetModel::isKnown(const PackSerial &serial) const
{
    if (rowOf(serial.text()) >= 0)
        return true;
    const FleetDb *database = m_workspace.trust().snapshot().packs.database();
    return canFetchMore() && database && database->contains(serial);
}

bool FleetModel::isLocked(int row) const
{
    const Row &one = m_rows.at(row);
    const QString told = heardRow(one.key) >= 0 ? value(one, LockColumn).toString() : QString();
    return told.isEmpty() ? one.isLocked : told == QLatin1String("locked");
}

bool FleetModel::isBefore(int one, int other, int column) const
{
    const Row &a = m_rows.at(one);
    const Row &b = m_rows.at(other);
    std::partial_ordering order = std::partial_ordering::equivalent;
    switch (column) {
    case SerialColumn:
        break;
    case OwnerColumn:
        order = a.owner.compare(b.owner) <=> 0;
        break;
    case ListsBehindColumn:
        order = listsBehind(a) <=> listsBehind(b);
        break;
    case TomorrowColumn:
        order = answerOf(a) <=> answerOf(b);
        break;
    default:
        if (const QVariant left = value(a, column), right = value(b, column); left != right) {
            if (!left.isValid() || !right.isValid())
                return !left.isValid();
            order = left.typeId() == QMetaType::QString ? left.toString().compare(right.toString()) <=> 0
                                                        : left.toLongLong() <=> right.toLongLong();
        }
    }
    return order == 0 ? one < other : order < 0;
}

QVariant FleetModel::value(const Row &row, int column) const
{
    const int heard = heardRow(row.key);
    switch (column) {
    case SerialColumn:
        return row.key;
    case OwnerColumn:
        return row.owner;
    case PolicyColumn: {
        const int told = heard >= 0 ? m_packs.telemetry(heard).policyVersion : 0;
        const int version = told > 0 ? told : row.policy;
        return version > 0 ? QVariant(version) : QVariant();
    }
    case ListsBehindColumn:
        return listsBehind(row) < 0 ? QVariant() : QVariant(listsBehind(row));
    case TomorrowColumn:
        return QVariant::fromValue(outlookOf(row));
    default:
        break;
    }
    if (heard < 0)
        return column == AgeColumn ? QVariant(qint64(-1)) : QVariant();
    if (column == BusColumn)
        return m_packs.bus(heard);
    if (column == SpreadColumn) {
        const PackTelemetry pack = m_packs.telemetry(heard);
        return pack.knows(PackFigure::LowestCell | PackFigure::HighestCell)
            ? QVariant(qint64(pack.maxCellMillivolts) - pack.minCellMillivolts)
            : QVariant();
    }
    return m_packs.index(heard, packsColumn(column)).data(PacksModel::ValueRole);
}

bool FleetModel::needsAttention(const Row &row) const
{
    const int policy = value(row, PolicyColumn).toInt();
    return value(row, FaultsColumn).toInt() > 0 || value(row, LockColumn).toString() == QLatin1String("locked")
        || value(row, LockColumn).toString() == QLatin1String("pending") || listsBehind(row) > 0
        || (policy > 0 && policy < m_workspace.trust().policy().version)
        || outlookOf(row).answer == StartOutlook::Answer::Faulted
        || (row.outlook >= 0
            && (m_judged.at(row.outlook).answer == StartOutlook::Answer::Unable
                || m_judged.at(row.outlook).reason.code == Code::TrustContradicted));
}

QVariant FleetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    return TableModel::headerData(section, orientation, role);
}

QVariant FleetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    const QVariant content = value(row, index.column());
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == TomorrowColumn ? QVariant() : content;
    case ValueRole:
        return content;
    case SortRole:
        return index.column() == TomorrowColumn ? QVariant(int(outlookOf(row).answer)) : content;
    case SerialRole:
        return PacksModel::nodeOfKey(row.key) == 0 ? row.key : QString();
    case KeyRole:
        return row.key;
    case OnBusRole: {
        const qint64 age = value(row, AgeColumn).toLongLong();
        return age >= 0 && age < silentAfter;
    }
    case Qt::ToolTipRole:
        return index.column() == SerialColumn ? QVariant(m_packs.bus(heardRow(row.key))) : QVariant();
    case BusRole:
        return m_packs.bus(heardRow(row.key));
    case ProvedRole:
        return isProved(index.row());
    case ElsewhereRole: {
        const auto party = PositionId::parse(row.elsewhere.party);
        return party.ok() ? m_workspace.trust().partyName(*party) : row.elsewhere.party;
    }
    case ElsewhereAtRole:
        return row.elsewhere.at;
    case AttentionRole:
        return needsAttention(row);
    case Qt::TextAlignmentRole:
        return alignmentOf(index.column());
    default:
        return {};
    }
}

} // namespace packwarden
