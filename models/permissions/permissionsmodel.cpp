// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/permissions/permissionsmodel.h"

#include <algorithm>
#include <utility>

namespace packwarden {

namespace {

/// Companies stand in the order in which their keys come by: users first, makers last.
int rank(const PositionId &position)
{
    static const QStringList order{QStringLiteral("operator"), QStringLiteral("service"), QStringLiteral("energy"),
        QStringLiteral("owner"), QStringLiteral("cell-data"), QStringLiteral("platform"),
        QStringLiteral("manufacturer")};
    const qsizetype at = order.indexOf(position.text());
    return int(at < 0 ? order.size() : at);
}

bool hasConditions(const Grant &grant)
{
    return grant.from > 0 || grant.until > 0 || grant.uses > 0 || !grant.states.isEmpty() || !grant.group.isEmpty()
        || !grant.purposes.isEmpty();
}

/// At least those whose grants or seats are not the same.
QSet<CapabilityId> capabilitiesThatDiffer(const Policy &before, const Policy &now)
{
    QSet<CapabilityId> found;
    // All but what both lists begin and end with: one edit moves few grants.
    auto [was, is] = std::mismatch(before.grants.begin(), before.grants.end(), now.grants.begin(), now.grants.end());
    auto wasEnd = before.grants.end();
    auto isEnd = now.grants.end();
    while (wasEnd != was && isEnd != is && *(wasEnd - 1) == *(isEnd - 1)) {
        --wasEnd;
        --isEnd;
    }
    for (; was != wasEnd; ++was)
        found.insert(was->capability);
    for (; is != isEnd; ++is)
        found.insert(is->capability);
    for (auto seats = before.seats.begin(); seats != before.seats.end(); ++seats) {
        const auto other = now.seats.constFind(seats.key());
        if (other == now.seats.constEnd() || *other != *seats)
            found.insert(seats.key());
    }
    for (auto seats = now.seats.begin(); seats != now.seats.end(); ++seats) {
        if (!before.seats.contains(seats.key()))
            found.insert(seats.key());
    }
    return found;
}

bool differElsewhere(const Policy &before, Policy now)
{
    now.grants = before.grants;
    now.seats = before.seats;
    return now != before;
}

} // namespace

PermissionsModel::PermissionsModel(PolicyDraft &draft, QObject *parent)
    : TableModel(parent)
    , m_draft(draft)
{
    connect(&draft, &PolicyDraft::loaded, this, &PermissionsModel::reload);
    connect(&draft, &PolicyDraft::changed, this, &PermissionsModel::follow);
    reload();
}

void PermissionsModel::follow()
{
    const Policy before = std::exchange(m_seen, m_draft.policy());
    // A file may bring roles of its own.
    if (before.roles != m_seen.roles)
        return reload();
    const auto worst = m_worst;
    findAgain();
    if (m_rows.isEmpty())
        return;
    if (differElsewhere(before, m_seen)) {
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    QSet<CapabilityId> touched = capabilitiesThatDiffer(before, m_seen);
    // An edit may make or mend a problem of another row.
    for (auto it = worst.begin(); it != worst.end(); ++it) {
        if (m_worst.value(it.key()) != *it)
            touched.insert(it.key().first);
    }
    for (auto it = m_worst.constBegin(); it != m_worst.constEnd(); ++it) {
        if (!worst.contains(it.key()))
            touched.insert(it.key().first);
    }
    announce(touched);
}

/// With the band above: a filter that shows a row shows its band, too.
void PermissionsModel::announce(const QSet<CapabilityId> &capabilities)
{
    const auto say = [this](int row) {
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    };
    int band = 0;
    bool isBandSaid = false;
    for (int row = 0; row < int(m_rows.size()); ++row) {
        if (m_rows.at(row).band > 0) {
            band = row;
            isBandSaid = false;
        } else if (capabilities.contains(m_rows.at(row).capability)) {
            say(row);
            if (!std::exchange(isBandSaid, true))
                say(band);
        }
    }
}

void PermissionsModel::reload()
{
    beginResetModel();
    m_seen = m_draft.policy();
    m_rows.clear();
    m_roles = m_draft.policy().roles;
    std::stable_sort(m_roles.begin(), m_roles.end(), [](const auto &left, const auto &right) {
        return std::tuple(rank(left.position), left.position) < std::tuple(rank(right.position), right.position);
    });
    const PolicyFrame &frame = m_draft.frame();
    int band = 0;
    for (const CapabilityId &capability : frame.capabilities()) {
        const int layer = frame.isProhibited(capability) ? prohibitedBand : std::max(frame.layer(capability), 1);
        if (layer != band)
            m_rows.append({layer, layer, {}});
        band = layer;
        m_rows.append({0, layer, capability});
    }
    findAgain();
    endResetModel();
}

void PermissionsModel::findAgain()
{
    readCells();
    m_problems = m_draft.problems(m_now);
    m_worst.clear();
    m_worstOfRow.clear();
    for (const PolicyProblem &problem : std::as_const(m_problems)) {
        const int weight = problem.blocks ? 2 : 1;
        int &cell = m_worst[{problem.capability, problem.role}];
        cell = std::max(cell, weight);
        int &row = m_worstOfRow[problem.capability];
        row = std::max(row, weight);
    }
}

void PermissionsModel::setNow(qint64 now)
{
    m_now = now;
    findAgain();
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {ProblemRole});
}

int PermissionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PermissionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_roles.size()) + 2;
}

CapabilityId PermissionsModel::capabilityAt(int row) const
{
    return m_rows.value(row).capability;
}

RoleId PermissionsModel::roleAt(int column) const
{
    return m_roles.value(column - 1).id;
}

PositionId PermissionsModel::positionAt(int column) const
{
    return m_roles.value(column - 1).position;
}

QModelIndex PermissionsModel::indexOf(const CapabilityId &capability, const RoleId &role) const
{
    const auto row = std::find_if(
        m_rows.begin(), m_rows.end(), [&](const Row &each) { return each.band == 0 && each.capability == capability; });
    if (row == m_rows.end())
        return {};
    return index(int(row - m_rows.begin()), columnOf(role));
}

int PermissionsModel::columnOf(const RoleId &role) const
{
    const auto column = std::find_if(m_roles.begin(), m_roles.end(), [&](const auto &each) { return each.id == role; });
    return column == m_roles.end() ? 0 : int(column - m_roles.begin()) + 1;
}

int PermissionsModel::count(int layer) const
{
    return int(std::count_if(
        m_rows.begin(), m_rows.end(), [layer](const Row &row) { return row.band == 0 && row.layer == layer; }));
}

/// What cellState says of each cell, in one go over the seats.
void PermissionsModel::readStates(const Policy &policy, CellState Cell::*state)
{
    QHash<RoleId, qsizetype> columns;
    for (qsizetype i = 0; i < m_roles.size(); ++i)
        columns.insert(m_roles.at(i).id, i);
    const PolicyFrame &frame = m_draft.frame();
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).band > 0)
            continue;
        const CapabilityId &capability = m_rows.at(row).capability;
        Cell *cells = m_cells.data() + row * m_roles.size();
        if (m_rows.at(row).layer == prohibitedBand) {
            for (qsizetype i = 0; i < m_roles.size(); ++i)
                cells[i].*state = CellState::Prohibited;
            continue;
        }
        const auto read = [&](const RoleId &role) {
            if (const auto column = columns.constFind(role); column != columns.constEnd())
                cells[*column].*state = cellState(policy, frame, capability, role);
        };
        const auto rule = policy.seats.constFind(capability);
        if (rule == policy.seats.constEnd())
            continue;
        for (const Seat &seat : rule->all)
            read(seat.role);
        for (const SeatGroup &group : rule->groups) {
            for (const Seat &seat : group.of)
                read(seat.role);
        }
        for (const auto &extra : {rule->beyondSoftLimit, rule->beyondStep}) {
            if (extra)
                read(extra->role);
        }
    }
}

void PermissionsModel::readCells()
{
    m_cells.fill({}, m_rows.size() * m_roles.size());
    readStates(m_draft.policy(), &Cell::state);
    readStates(m_draft.base(), &Cell::base);
    using Key = QPair<CapabilityId, RoleId>;
    QHash<Key, QList<const Grant *>> before;
    QHash<Key, QList<const Grant *>> now;
    for (const Grant &grant : m_draft.base().grants)
        before[{grant.capability, grant.role}].append(&grant);
    for (const Grant &grant : m_draft.policy().grants)
        now[{grant.capability, grant.role}].append(&grant);
    const auto same = [](const QList<const Grant *> &a, const QList<const Grant *> &b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(),
            [](const Grant *one, const Grant *other) { return *one == *other; });
    };
    QSet<RoleId> chartered; // roles that come new bring their rights into the charter
    for (const auto &role : m_draft.base().roles)
        chartered.insert(role.id);
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).band > 0)
            continue;
        const QSet<RoleId> holders = m_draft.frame().charter.mayHold.value(m_rows.at(row).capability);
        for (qsizetype column = 0; column < m_roles.size(); ++column) {
            Cell &cell = m_cells[row * m_roles.size() + column];
            const Key key{m_rows.at(row).capability, m_roles.at(column).id};
            const QList<const Grant *> grants = now.value(key);
            cell.hasConditions
                = std::any_of(grants.begin(), grants.end(), [](const Grant *grant) { return hasConditions(*grant); });
            cell.isBarred
                = cell.state == CellState::None && chartered.contains(key.second) && !holders.contains(key.second);
            cell.isChanged = cell.state != cell.base || !same(before.value(key), grants);
        }
    }
}

const PermissionsModel::Cell *PermissionsModel::cellAt(const QModelIndex &index) const
{
    const qsizetype role = index.column() - 1;
    if (m_rows.at(index.row()).band > 0 || role < 0 || role >= m_roles.size())
        return nullptr;
    return &m_cells.at(index.row() * m_roles.size() + role);
}

bool PermissionsModel::isChanged(const QModelIndex &index) const
{
    const Row &row = m_rows.at(index.row());
    if (row.band > 0)
        return false;
    if (const Cell *cell = cellAt(index))
        return cell->isChanged;
    return m_draft.base().seats.value(row.capability) != m_draft.policy().seats.value(row.capability);
}

int PermissionsModel::problemOf(const Row &row, int column) const
{
    if (row.band > 0)
        return 0;
    const RoleId role = roleAt(column);
    return role.isEmpty() ? m_worstOfRow.value(row.capability) : m_worst.value({row.capability, role});
}

QVariant PermissionsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const Row &row = m_rows.at(index.row());
    const Cell *cell = cellAt(index);
    switch (role) {
    case Qt::DisplayRole:
    case CapabilityRole:
        return role == CapabilityRole || index.column() == capabilityColumn ? row.capability.text() : QString();
    case BandRole:
        return row.band;
    case LayerRole:
        return row.layer;
    case RoleIdRole:
        return roleAt(index.column()).text();
    case StateRole:
        return int(cell ? cell->state : CellState::None);
    case BaseStateRole:
        return int(cell ? cell->base : CellState::None);
    case ConditionsRole:
        return cell && cell->hasConditions;
    case ChangedRole:
        return isChanged(index);
    case ProblemRole:
        return problemOf(row, index.column());
    case BarredRole:
        return cell && cell->isBarred;
    default:
        return {};
    }
}

bool PermissionsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || !checkIndex(index) || role != StateRole || m_rows.at(index.row()).band > 0)
        return false;
    return m_draft.setState(m_rows.at(index.row()).capability, roleAt(index.column()), CellState(value.toInt()));
}

Qt::ItemFlags PermissionsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    // Arrows go past a band, from cell to cell.
    if (m_rows.at(index.row()).band > 0)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace packwarden
