// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/packs/parametersmodel.h"

#include "models/core/base/milli.h"

namespace packwarden {

ParametersModel::ParametersModel(QObject *parent)
    : TableModel(parent)
{
}

int ParametersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_parameters.size());
}

int ParametersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ParametersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ParameterInfo &info = m_parameters.at(index.row());
    switch (role) {
    case Qt::DisplayRole: {
        const QVariant content = value(info, index.column());
        const bool word = index.column() == IdColumn || index.column() == UnitColumn || index.column() == LayerColumn
            || index.column() == RevisionColumn;
        return word || !content.isValid() ? content : formatQuantity(Milli{content.toLongLong()});
    }
    case ValueRole:
        return value(info, index.column());
    case InfoRole:
        return QVariant::fromValue(info);
    default:
        return {};
    }
}

QVariant ParametersModel::value(const ParameterInfo &info, int column) const
{
    switch (column) {
    case IdColumn:
        return info.definition.id.text();
    case NowColumn:
        return info.stored.inForce(m_now).value;
    case DefaultColumn:
        return info.definition.defaultValue.value;
    case UnitColumn:
        return info.definition.unit;
    case SoftMinColumn:
        return info.soft.min.value;
    case SoftMaxColumn:
        return info.soft.max.value;
    case CharterMinColumn:
        return info.charter.min.value;
    case CharterMaxColumn:
        return info.charter.max.value;
    case SiliconMinColumn:
        return info.definition.silicon.min.value;
    case SiliconMaxColumn:
        return info.definition.silicon.max.value;
    case StepColumn:
        return info.step.value > 0 ? QVariant(info.step.value) : QVariant();
    case LayerColumn:
        return info.definition.layer;
    case RevisionColumn:
        return info.stored.revision;
    default:
        return {};
    }
}

void ParametersModel::setParameters(const QList<ParameterInfo> &parameters, qint64 now)
{
    const bool sameShape = parameters.size() == m_parameters.size();
    if (!sameShape)
        beginResetModel();
    m_parameters = parameters;
    m_now = now;
    if (!sameShape)
        endResetModel();
    else if (!parameters.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ParametersModel::rowOf(const ParameterId &id) const
{
    for (int row = 0; row < m_parameters.size(); ++row) {
        if (m_parameters.at(row).definition.id == id)
            return row;
    }
    return -1;
}

} // namespace packwarden
