// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "spokenmatrix.h"

#include "names.h"
#include "permissionwords.h"

#include <permissionsmodel.h>

#include <algorithm>

namespace packwarden {

SpokenMatrix::SpokenMatrix(const PolicyDraft &draft, const PermissionsModel &model, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_draft(draft)
    , m_model(model)
{
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
    if (!id)
        return {};
    if (index.column() == PermissionsModel::capabilityColumn)
        return PermissionWords::capability(*id);
    if (index.column() == m_model.takesColumn())
        return PermissionWords::takes(m_draft.policy(), m_draft.frame(), *id);
    return cellWords(index, *id);
}

QString SpokenMatrix::cellWords(const QModelIndex &index, const CapabilityId &capability) const
{
    const RoleId role = m_model.roleAt(index.column());
    const PositionId position = m_model.positionAt(index.column());
    QStringList parts{PermissionWords::capability(capability),
        isFolded(position) ? Names::party(position, &m_draft.frame().charter)
                           : PermissionWords::role(m_draft.policy(), role),
        PermissionWords::state(CellState(index.data(PermissionsModel::StateRole).toInt()))};
    for (const Grant &grant : m_draft.grants(capability, role)) {
        const QString conditions = PermissionWords::conditions(grant);
        if (!conditions.isEmpty())
            parts << conditions;
    }
    if (index.data(PermissionsModel::ChangedRole).toBool())
        parts << tr("changed, was: %1")
                     .arg(PermissionWords::state(CellState(index.data(PermissionsModel::BaseStateRole).toInt())));
    if (const int problem = index.data(PermissionsModel::ProblemRole).toInt(); problem > 0)
        parts << (problem > 1 ? tr("has an error") : tr("has a warning"));
    return parts.join(QStringLiteral(", "));
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
        return folded() ? QVariant(strongest(index)) : QIdentityProxyModel::data(index, role);
    case Qt::AccessibleTextRole:
        return words(index);
    case Qt::ToolTipRole:
        // Plain text, whatever a file calls its roles.
        return words(index).toHtmlEscaped();
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

QString SpokenMatrix::headTip(int section) const
{
    const RoleId role = m_model.roleAt(section);
    const QString party = Names::party(m_model.positionAt(section), &m_draft.frame().charter);
    QStringList issuers;
    for (const PositionId &issuer : m_draft.policy().issuers.value(role))
        issuers << Names::party(issuer, &m_draft.frame().charter);
    issuers.sort();
    QString tip = tr("%1, %2: keys issued by %3")
                      .arg(party, PermissionWords::role(m_draft.policy(), role),
                          issuers.isEmpty() ? tr("nobody") : issuers.join(QStringLiteral(", ")));
    if (m_counted)
        tip += QStringLiteral("; ") + tr("%n key(s) known here", nullptr, m_holders.value(role));
    return tip;
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
        return headTip(section).toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return headTip(section);
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
    default:
        return QIdentityProxyModel::headerData(section, orientation, role);
    }
}

int SpokenMatrix::strongest(const QModelIndex &index) const
{
    static constexpr CellState order[] = {CellState::Prohibited, CellState::MustSign, CellState::Alone,
        CellState::OneOf, CellState::Extra, CellState::None};
    QSet<int> states;
    for (const int column : columnsOf(m_model.positionAt(index.column())))
        states.insert(QIdentityProxyModel::data(index.siblingAtColumn(column), PermissionsModel::StateRole).toInt());
    const auto found
        = std::find_if(std::begin(order), std::end(order), [&](CellState one) { return states.contains(int(one)); });
    return int(found == std::end(order) ? CellState::None : *found);
}

} // namespace packwarden
