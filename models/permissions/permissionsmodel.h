// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/permissions/policydraft.h"
#include "models/support/tablemodel.h"

namespace packwarden {

/// The matrix: capabilities in rows, grouped by layer under a band; roles in columns, grouped by position; the last
/// column says the row whole. Reads and edits a PolicyDraft, which must outlive it.
class PermissionsModel final : public TableModel
{
    Q_OBJECT
public:
    /// The first column names the capability, the last says what it takes; between them one column a role.
    static constexpr int capabilityColumn = 0;
    enum Role {
        BandRole = Qt::UserRole, ///< int: the row is the heading of this layer (prohibitedBand); 0: a capability
        LayerRole, ///< int, of the row
        CapabilityRole, ///< QString, id
        RoleIdRole, ///< QString, of the column; empty at the ends
        StateRole, ///< int, CellState
        BaseStateRole, ///< int, CellState in the rules that packs hold
        ConditionsRole, ///< bool: a grant of the cell has conditions
        ChangedRole, ///< bool: cell or, in the ends, row differs from the base
        ProblemRole, ///< int: 0 none, 1 warning, 2 error
        BarredRole, ///< bool: the charter lets the role of the column never have this
    };
    static constexpr int prohibitedBand = 5;

    explicit PermissionsModel(PolicyDraft &draft, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// StateRole, with an int of CellState: an undoable edit of the draft.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    int takesColumn() const { return int(m_roles.size()) + 1; }
    CapabilityId capabilityAt(int row) const;
    RoleId roleAt(int column) const;
    int columnOf(const RoleId &role) const; ///< 0: no such role
    /// Of the column's role; empty at the ends.
    PositionId positionAt(int column) const;
    /// Without capability or role in a band and at the ends.
    PolicyCell policyCellAt(const QModelIndex &index) const
    {
        return {capabilityAt(index.row()), roleAt(index.column())};
    }
    QModelIndex indexOf(const CapabilityId &capability, const RoleId &role) const;
    const QList<PolicyProblem> &problems() const { return m_problems; }
    /// Of each layer, 1 to 4 and prohibited: capabilities.
    int count(int layer) const;
    /// Found anew at each change of the draft; the time that grants are judged at.
    void setNow(qint64 now);

private:
    struct Row
    {
        int band = 0;
        int layer = 0;
        CapabilityId capability;
    };
    struct Cell
    {
        CellState state = CellState::None;
        CellState base = CellState::None;
        bool hasConditions = false;
        bool isChanged = false;
        bool isBarred = false;
    };
    void reload();
    void follow();
    void findAgain();
    void announce(const QSet<CapabilityId> &capabilities);
    void readCells();
    void readStates(const Policy &policy, CellState Cell::*state);
    const Cell *cellAt(const QModelIndex &index) const; ///< null in bands and at the ends
    bool isChanged(const QModelIndex &index) const;
    int problemOf(const Row &row, int column) const;

    PolicyDraft &m_draft;
    Policy m_seen; ///< what the cells were read from
    QList<Row> m_rows;
    QList<packwarden::Role> m_roles;
    QList<Cell> m_cells; ///< of each row all roles; read once after each edit, as each is asked for again and again
    QList<PolicyProblem> m_problems;
    QHash<QPair<CapabilityId, RoleId>, int> m_worst;
    QHash<CapabilityId, int> m_worstOfRow;
    qint64 m_now = 0;
};

} // namespace packwarden
