// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/fleet/fleetmodel.h"

#include "models/core/base/clock.h"
#include "models/core/base/milli.h"
#include "models/keys/issuedbook.h"
#include "models/keys/revocation.h"
#include "models/packs/packsmodel.h"
#include "models/workspace/workspace.h"

#include <algorithm>

namespace packwarden {

namespace {

constexpr qint64 silentAfter = 10000; ///< milliseconds
constexpr qint64 oneDay = 24 * 3600;
constexpr int soonMilliseconds = 400;

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
    const bool number
        = (column >= FleetModel::SocColumn && column <= FleetModel::PolicyColumn) || column == FleetModel::AgeColumn;
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
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMilliseconds);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
    });
    connect(&packs, &QAbstractItemModel::rowsInserted, this, &FleetModel::rebuild);
    connect(&packs, &QAbstractItemModel::rowsRemoved, this, &FleetModel::rebuild);
    connect(&packs, &QAbstractItemModel::modelReset, this, &FleetModel::rebuild);
    connect(&packs, &QAbstractItemModel::dataChanged, this, &FleetModel::onTelemetry);
    connect(&workspace.trust(), &TrustBook::changed, this, [this] {
        rebuild();
        refreshOutlook();
    });
    m_rows = makeRows();
}

int FleetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FleetModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QList<FleetModel::Row> FleetModel::makeRows() const
{
    const TrustSnapshot &trust = m_workspace.trust().snapshot();
    const QList<CrlEntry> newest = trust.newestLists(m_workspace.clock().now());
    QMap<QString, Row> rows;
    for (int i = 0; i < m_packs.rowCount(); ++i) {
        const QString key = m_packs.index(i, 0).data(PacksModel::KeyRole).toString();
        rows[key].key = key;
    }
    for (auto it = trust.packs.begin(); it != trust.packs.end(); ++it) {
        Row &row = rows[it.key().text()];
        row.key = it.key().text();
        row.readAt = it->readAt;
        row.policy = int(it->facts.policy.version);
        if (it->rules.silicon.isEmpty())
            continue;
        row.listsBehind = behind(newest, trust.crlsOf(it.key()));
        // Whose it is, by the charter that it holds.
        if (const auto held = PinnedRules::fromDocuments(it->rules.charterDocument, it->rules.policyDocument);
            held.ok()) {
            const auto owner = held->charter.positions.constFind(PositionId::fromTrusted(QStringLiteral("owner")));
            if (owner != held->charter.positions.constEnd())
                row.owner = owner->partyName.isEmpty() ? owner->party : owner->partyName;
        }
    }
    for (Row &row : rows) {
        const int old = rowOf(row.key);
        if (old >= 0)
            row.outlook = m_rows.at(old).outlook;
    }
    return rows.values();
}

void FleetModel::rebuild()
{
    const QList<Row> rows = makeRows();
    if (rows == m_rows)
        return;
    const bool sameKeys = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
        [](const Row &a, const Row &b) { return a.key == b.key; });
    if (sameKeys) {
        m_rows = rows;
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
        return;
    }
    // Rows come and go one at a time as a rule: a selection must outlive it.
    for (int at = int(m_rows.size()) - 1; at >= 0; --at) {
        const bool stays
            = std::any_of(rows.begin(), rows.end(), [&](const Row &row) { return row.key == m_rows.at(at).key; });
        if (stays)
            continue;
        beginRemoveRows({}, at, at);
        m_rows.removeAt(at);
        endRemoveRows();
    }
    for (int at = 0; at < rows.size(); ++at) {
        if (at < m_rows.size() && m_rows.at(at).key == rows.at(at).key) {
            m_rows[at] = rows.at(at);
            continue;
        }
        beginInsertRows({}, at, at);
        m_rows.insert(at, rows.at(at));
        endInsertRows();
    }
    Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

void FleetModel::onTelemetry(const QModelIndex &first, const QModelIndex &last)
{
    for (int i = first.row(); i <= last.row(); ++i) {
        const int row = rowOf(m_packs.index(i, 0).data(PacksModel::KeyRole).toString());
        if (row < 0) {
            rebuild();
            return;
        }
    }
    // Packs tell of themselves ten times a second each; a table is read by people.
    if (!m_soon.isActive())
        m_soon.start();
}

int FleetModel::rowOf(const QString &key) const
{
    const auto place = std::lower_bound(
        m_rows.begin(), m_rows.end(), key, [](const Row &row, const QString &wanted) { return row.key < wanted; });
    return place != m_rows.end() && place->key == key ? int(place - m_rows.begin()) : -1;
}

QVariant FleetModel::value(const Row &row, int column) const
{
    const int heard = m_packs.rowOfKey(row.key);
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
        return row.listsBehind < 0 ? QVariant() : QVariant(row.listsBehind);
    case TomorrowColumn:
        return QVariant::fromValue(outlookOf(row));
    default:
        break;
    }
    if (heard < 0)
        return column == AgeColumn ? QVariant(qint64(-1)) : QVariant();
    if (column == SpreadColumn) {
        const PackTelemetry pack = m_packs.telemetry(heard);
        return pack.knows(PackFigure::LowestCell | PackFigure::HighestCell)
            ? QVariant(qint64(pack.maxCellMillivolts) - pack.minCellMillivolts)
            : QVariant();
    }
    return m_packs.index(heard, packsColumn(column)).data(PacksModel::ValueRole);
}

/// Rights alone start no pack: one that stands in fault, as it says now, starts for nobody.
StartOutlook FleetModel::outlookOf(const Row &row) const
{
    StartOutlook outlook = row.outlook;
    const int heard = m_packs.rowOfKey(row.key);
    const PackTelemetry pack = heard >= 0 ? m_packs.telemetry(heard) : PackTelemetry();
    if (pack.heardAt > 0 && pack.state == QLatin1String("fault") && outlook.reason.code != Code::TrustContradicted) {
        outlook.answer = StartOutlook::Answer::Faulted;
        outlook.reason = {};
    }
    outlook.key = row.key;
    return outlook;
}

bool FleetModel::needsAttention(const Row &row) const
{
    const int policy = value(row, PolicyColumn).toInt();
    return value(row, FaultsColumn).toInt() > 0 || value(row, LockColumn).toString() == QLatin1String("locked")
        || value(row, LockColumn).toString() == QLatin1String("pending") || row.listsBehind > 0
        || (policy > 0 && policy < m_workspace.trust().policy().version)
        || outlookOf(row).answer == StartOutlook::Answer::Faulted || row.outlook.answer == StartOutlook::Answer::Unable
        || row.outlook.reason.code == Code::TrustContradicted;
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
    case ProvedRole:
        return isProved(index.row());
    case AttentionRole:
        return needsAttention(row);
    case Qt::TextAlignmentRole:
        return alignmentOf(index.column());
    default:
        return {};
    }
}

/// Of a pack that is not heard there is nothing but what it said, with its age.
bool FleetModel::isProved(int row) const
{
    const Row &one = m_rows.at(row);
    const qint64 age = value(one, AgeColumn).toLongLong();
    if (age < 0 || age >= silentAfter)
        return true;
    const auto serial = PackSerial::parse(one.key);
    const TrustBook &trust = m_workspace.trust();
    const KnownPack *known = serial.ok() ? trust.pack(*serial) : nullptr;
    return known && known->contradictions.isEmpty() && trust.snapshot().proved.contains(*serial)
        && !trust.doubt(*serial);
}

QList<StartOutlook> FleetModel::outlook() const
{
    QList<StartOutlook> all;
    for (const Row &row : m_rows)
        all.append(outlookOf(row));
    return all;
}

void FleetModel::refreshOutlook()
{
    StartQuestion question;
    question.trust = m_workspace.trust().snapshot();
    question.known = knownCertificates(m_workspace);
    question.at = m_workspace.clock().now() + oneDay;
    m_outlook.start([question] { return startOutlook(question); },
        [this](const QList<StartOutlook> &found) {
            for (const StartOutlook &each : found) {
                const int row = rowOf(each.serial.text());
                if (row < 0 || m_rows.at(row).outlook == each)
                    continue;
                m_rows[row].outlook = each;
                Q_EMIT dataChanged(index(row, TomorrowColumn), index(row, TomorrowColumn));
            }
            Q_EMIT outlookChanged();
        });
}

} // namespace packwarden
