// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/packstate.h"
#include "models/support/tablemodel.h"

namespace packwarden {

/// The parameter table of one pack: each value between all its limits.
class ParametersModel final : public TableModel
{
    Q_OBJECT
public:
    enum Column {
        IdColumn,
        NowColumn,
        DefaultColumn,
        UnitColumn,
        SoftMinColumn,
        SoftMaxColumn,
        CharterMinColumn,
        CharterMaxColumn,
        SiliconMinColumn,
        SiliconMaxColumn,
        StepColumn,
        LayerColumn,
        RevisionColumn,
        ColumnCount
    };
    enum Role {
        InfoRole = Qt::UserRole, ///< ParameterInfo
        ValueRole, ///< quantities in milli-units as qint64, layer and revision as numbers, words as QString
    };

    explicit ParametersModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// now: the pack's clock, Unix seconds, which decides whether an overlay is in force.
    void setParameters(const QList<ParameterInfo> &parameters, qint64 now);
    const QList<ParameterInfo> &parameters() const { return m_parameters; }
    int rowOf(const ParameterId &id) const;
    qint64 now() const { return m_now; } ///< of the pack's clock, as it was read

private:
    QVariant value(const ParameterInfo &info, int column) const;

    QList<ParameterInfo> m_parameters;
    qint64 m_now = 0;
};

} // namespace packwarden

Q_DECLARE_METATYPE(packwarden::ParameterInfo)
