// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/permissions/matrix/spokenmatrix.h"

#include "models/permissions/permissionsmodel.h"
#include "widgets/permissions/matrix/permissionwords.h"
#include "widgets/words/names.h"

#include <algorithm>

namespace packwarden {

namespace {

/// For tooltips: shown as it is written, whatever a file calls its roles, and broken to a readable width.
QString plain(const QString &text)
{
    return text.isEmpty()
        ? text
        : QStringLiteral("<span>%1</span>").arg(text.toHtmlEscaped().replace(u'\n', QLatin1String("<br/>")));
}

} // namespace

SpokenMatrix::SpokenMatrix(const PolicyDraft &draft, const PermissionsModel &model, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_draft(draft)
    , m_model(model)
{
}

bool SpokenMatrix::isFolded(const PositionId &position) const
{
    return m_folded.contains(position) && columnsOf(position).size() > 1;
}

QList<PositionId> SpokenMatrix::foldable() const
{
    QList<PositionId> positions;
    for (int column = 2; column < m_model.takesColumn(); ++column) {
        const PositionId position = m_model.positionAt(column);
        if (position == m_model.positionAt(column - 1) && !positions.contains(position))
            positions.append(position);
    }
    return positions;
}

void SpokenMatrix::setFolded(const PositionId &position, bool folded)
{
    if (folded == isFolded(position))
        return;
    if (folded)
        m_folded.insert(position);
    else
        m_folded.remove(position);
    const QList<int> columns = columnsOf(position);
    if (!columns.isEmpty() && rowCount() > 0)
        Q_EMIT dataChanged(index(0, columns.constFirst()), index(rowCount() - 1, columns.constLast()));
    Q_EMIT headsChanged();
}

void SpokenMatrix::setHolders(const QMap<RoleId, int> &holders)
{
    m_holders = holders;
    m_counted = true;
    Q_EMIT headsChanged();
}

QList<int> SpokenMatrix::columnsOf(const PositionId &position) const
{
    QList<int> columns;
    for (int column = 1; column < m_model.takesColumn(); ++column) {
        if (m_model.positionAt(column) == position)
            columns.append(column);
    }
    return columns;
}

QString SpokenMatrix::words(const QModelIndex &index) const
{
    if (const int band = index.data(PermissionsModel::BandRole).toInt(); band > 0)
        return PermissionWords::band(band);
    const auto id = CapabilityId::parse(index.data(PermissionsModel::CapabilityRole).toString());
    if (!id.ok())
        return {};
    if (index.column() == PermissionsModel::capabilityColumn)
        return PermissionWords::capability(*id);
    if (index.column() == m_model.takesColumn())
        return PermissionWords::takes(m_draft.policy(), m_draft.frame(), *id);
    return cellWords(index, *id);
}

/// What a role does in the row, with all that a mark in the cell stands for.
QString SpokenMatrix::partWords(const QModelIndex &of, const CapabilityId &capability) const
{
    QStringList parts{PermissionWords::state(CellState(of.data(PermissionsModel::StateRole).toInt()))};
    if (of.data(PermissionsModel::BarredRole).toBool())
        parts << tr("the charter does not let this role have it");
    for (const Grant &grant : m_draft.grants(capability, m_model.roleAt(of.column()))) {
        const QString conditions = PermissionWords::conditions(grant);
        if (!conditions.isEmpty())
            parts << conditions;
    }
    if (of.data(PermissionsModel::ChangedRole).toBool())
        parts << tr("changed, was: %1")
                     .arg(PermissionWords::state(CellState(of.data(PermissionsModel::BaseStateRole).toInt())));
    if (const int problem = of.data(PermissionsModel::ProblemRole).toInt(); problem > 0)
        parts << (problem > 1 ? tr("has an error") : tr("has a warning"));
    return parts.join(QStringLiteral(", "));
}

QString SpokenMatrix::cellWords(const QModelIndex &index, const CapabilityId &capability) const
{
    const QModelIndex source = mapToSource(index);
    const QString what = PermissionWords::capability(capability) + QStringLiteral(", ");
    const auto role = [this](int column) {
        return PermissionWords::role(m_draft.policy(), m_model.roleAt(column));
    };
    const PositionId position = m_model.positionAt(index.column());
    if (!isFolded(position))
        return what + role(index.column()) + QStringLiteral(", ") + partWords(source, capability);
    QStringList roles;
    for (const int column : columnsOf(position))
        roles << role(column) + QStringLiteral(", ") + partWords(source.siblingAtColumn(column), capability);
    return what + Names::party(position, &m_draft.frame().charter) + QStringLiteral(": ")
        + roles.join(QStringLiteral("; "));
}

QVariant SpokenMatrix::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto folded = [&] {
        return isFolded(m_model.positionAt(index.column()));
    };
    switch (role) {
    case FoldedRole:
        return folded();
    case PermissionsModel::StateRole:
        return QIdentityProxyModel::data(index.siblingAtColumn(spokenColumn(index)), role);
    case PermissionsModel::ConditionsRole:
    case PermissionsModel::ChangedRole:
    case PermissionsModel::ProblemRole:
        return folded() ? worst(index, role) : QIdentityProxyModel::data(index, role);
    case PermissionsModel::BarredRole:
        return folded() ? isBarredForAll(index) : QIdentityProxyModel::data(index, role);
    case Qt::AccessibleTextRole:
        return words(index);
    case Qt::ToolTipRole:
        return plain(words(index));
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

/// Who issues the keys of those columns' roles, as short as a narrow head needs it.
QString SpokenMatrix::issuers(const QList<int> &columns, const PositionId &position) const
{
    QSet<PositionId> all;
    for (const int column : columns)
        all += m_draft.policy().issuers.value(m_model.roleAt(column));
    if (all.isEmpty())
        return tr("by no company");
    QStringList names;
    for (const PositionId &issuer : std::as_const(all))
        names << (issuer == position ? tr("itself") : Names::party(issuer, &m_draft.frame().charter));
    names.sort();
    return tr("by %1").arg(names.join(QStringLiteral(", ")));
}

/// In one line, as a screen reader says it.
QString SpokenMatrix::headText(int section) const
{
    const RoleId role = m_model.roleAt(section);
    const QString party = Names::party(m_model.positionAt(section), &m_draft.frame().charter);
    QStringList issuers;
    for (const PositionId &issuer : m_draft.policy().issuers.value(role))
        issuers << Names::party(issuer, &m_draft.frame().charter);
    issuers.sort();
    QString tip = tr("%1, %2: keys issued by %3")
                      .arg(party, PermissionWords::role(m_draft.policy(), role),
                          issuers.isEmpty() ? tr("no company") : issuers.join(QStringLiteral(", ")));
    if (m_counted)
        tip += QStringLiteral("; ") + tr("%n key(s) known here", nullptr, m_holders.value(role));
    return tip;
}

QString SpokenMatrix::headTip(int section) const
{
    const PositionId position = m_model.positionAt(section);
    const QList<int> columns = columnsOf(position);
    QStringList lines;
    if (isFolded(position)) {
        for (const int column : columns)
            lines << headText(column);
        lines << tr("Click the company, or press F, to open its roles.");
    } else {
        lines << headText(section);
        if (columns.size() > 1)
            lines << tr("Click the company, or press F, to fold its roles into one column.");
    }
    return plain(lines.join(u'\n'));
}

QVariant SpokenMatrix::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return QIdentityProxyModel::headerData(section, orientation, role);
    const bool isDisplay = role == Qt::DisplayRole;
    if (section == PermissionsModel::capabilityColumn)
        return isDisplay ? QVariant(tr("Capability")) : QVariant();
    if (section == m_model.takesColumn())
        return isDisplay ? QVariant(tr("So it takes")) : QVariant();
    const PositionId position = m_model.positionAt(section);
    const auto party = [&] {
        return Names::party(position, &m_draft.frame().charter);
    };
    const auto title = [&] {
        return isFolded(position) ? tr("%n role(s)", nullptr, int(columnsOf(position).size()))
                                  : PermissionWords::role(m_draft.policy(), m_model.roleAt(section));
    };
    switch (role) {
    case Qt::DisplayRole:
        return QString(party() + u'\n' + title());
    case Qt::ToolTipRole:
        return headTip(section);
    case Qt::AccessibleTextRole:
        return headText(section);
    case PositionRole:
        return position.text();
    case PartyRole:
        return party();
    case TitleRole:
        return title();
    case RolesRole:
        return int(columnsOf(position).size());
    case HoldersRole: {
        if (!m_counted)
            return QString();
        int holders = 0;
        for (const int column : columnsOf(position))
            holders += m_holders.value(m_model.roleAt(column));
        return tr("%n key(s)", nullptr, holders);
    }
    case IssuersRole:
        return issuers(columnsOf(position), position);
    default:
        return QIdentityProxyModel::headerData(section, orientation, role);
    }
}

int SpokenMatrix::spokenColumn(const QModelIndex &index) const
{
    return isFolded(m_model.positionAt(index.column())) ? strongest(index) : index.column();
}

int SpokenMatrix::strongest(const QModelIndex &index) const
{
    static constexpr CellState order[] = {CellState::Prohibited, CellState::MustSign, CellState::Alone,
        CellState::OneOf, CellState::Extra, CellState::None};
    const auto weaker = [&](int column) {
        const int state = mapToSource(index).siblingAtColumn(column).data(PermissionsModel::StateRole).toInt();
        return std::find(std::begin(order), std::end(order), CellState(state)) - std::begin(order);
    };
    const QList<int> columns = columnsOf(m_model.positionAt(index.column()));
    if (columns.isEmpty())
        return index.column();
    return *std::min_element(
        columns.begin(), columns.end(), [&](int one, int other) { return weaker(one) < weaker(other); });
}

/// The greatest that any role of the company has: a mark must not go away with its column.
QVariant SpokenMatrix::worst(const QModelIndex &index, int role) const
{
    QVariant greatest = QIdentityProxyModel::data(index, role);
    for (const int column : columnsOf(m_model.positionAt(index.column()))) {
        const QVariant other = QIdentityProxyModel::data(index.siblingAtColumn(column), role);
        if (other.toInt() > greatest.toInt())
            greatest = other;
    }
    return greatest;
}

bool SpokenMatrix::isBarredForAll(const QModelIndex &index) const
{
    const QList<int> columns = columnsOf(m_model.positionAt(index.column()));
    return std::all_of(columns.begin(), columns.end(), [&](int column) {
        return QIdentityProxyModel::data(index.siblingAtColumn(column), PermissionsModel::BarredRole).toBool();
    });
}

} // namespace packwarden
