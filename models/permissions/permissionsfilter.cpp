// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/permissions/permissionsfilter.h"

#include "models/permissions/permissionsmodel.h"

namespace packwarden {

PermissionsFilter::PermissionsFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
}

void PermissionsFilter::setText(const QString &text, const QHash<QString, QString> &words)
{
    m_text = text.trimmed();
    m_words = words;
    invalidateFilter();
}

void PermissionsFilter::setLayers(const QSet<int> &layers)
{
    m_layers = layers;
    invalidateFilter();
}

void PermissionsFilter::setPosition(const PositionId &position)
{
    m_position = position;
    invalidateFilter();
}

void PermissionsFilter::setOnlyChanged(bool only)
{
    m_onlyChanged = only;
    invalidateFilter();
}

void PermissionsFilter::setOnlyProblems(bool only)
{
    m_onlyProblems = only;
    invalidateFilter();
}

bool PermissionsFilter::takesPart(const QModelIndex &index) const
{
    const auto *model = static_cast<const PermissionsModel *>(sourceModel());
    for (int column = 1; column < model->takesColumn(); ++column) {
        const auto state = CellState(index.siblingAtColumn(column).data(PermissionsModel::StateRole).toInt());
        if (model->positionAt(column) == m_position && state != CellState::None && state != CellState::Prohibited)
            return true;
    }
    return false;
}

bool PermissionsFilter::accepts(const QModelIndex &index) const
{
    if (!m_layers.isEmpty() && !m_layers.contains(index.data(PermissionsModel::LayerRole).toInt()))
        return false;
    if (!m_text.isEmpty()) {
        const QString id = index.data(PermissionsModel::CapabilityRole).toString();
        if (!id.contains(m_text, Qt::CaseInsensitive) && !m_words.value(id).contains(m_text, Qt::CaseInsensitive))
            return false;
    }
    if (m_onlyProblems && index.data(PermissionsModel::ProblemRole).toInt() == 0)
        return false;
    if (!m_position.isEmpty() && !takesPart(index))
        return false;
    if (!m_onlyChanged)
        return true;
    for (int column = 0; column < sourceModel()->columnCount(); ++column) {
        if (index.siblingAtColumn(column).data(PermissionsModel::ChangedRole).toBool())
            return true;
    }
    return false;
}

bool PermissionsFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const int band = index.data(PermissionsModel::BandRole).toInt();
    if (band == 0)
        return accepts(index);
    for (int below = row + 1; below < sourceModel()->rowCount(parent); ++below) {
        const QModelIndex each = sourceModel()->index(below, 0, parent);
        if (each.data(PermissionsModel::BandRole).toInt() > 0)
            break;
        if (accepts(each))
            return true;
    }
    return false;
}

} // namespace packwarden
