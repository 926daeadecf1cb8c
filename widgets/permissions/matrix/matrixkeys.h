// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/permissions/policydraft.h"

#include <QObject>

class QModelIndex;
class QPoint;
class QTableView;

namespace packwarden {

class PermissionsFilter;
class PermissionsModel;
class SpokenMatrix;

/// What keys, double clicks and the menu do to the chosen cells of the matrix: Space goes on to the next state that the
/// current one can have, 0 A M O E set one, Return asks for the conditions, F for folding, Insert for a new role.
/// Belongs to the table.
class MatrixKeys final : public QObject
{
    Q_OBJECT
public:
    MatrixKeys(PolicyDraft &draft, PermissionsModel &model, const PermissionsFilter &filter, const SpokenMatrix &spoken,
        QTableView &cells);
    /// Of the model; in a folded column the role that its state is of; invalid if nothing is chosen.
    QModelIndex current() const;
    /// A table of the same selection, whose double clicks and menu do the same.
    void hear(QTableView &table);
    /// All cells that are chosen, the current one among them; without bands and names. Of a folded company only the
    /// current role, which its column shows.
    QList<PolicyCell> chosen() const;

Q_SIGNALS:
    void conditionsWanted();
    void newRoleWanted();
    /// All that the role of the current cell may do; all who may do what its row says.
    void rightsWanted();
    void holdersWanted();
    /// Several cells were edited in one step.
    void blockEdited(const packwarden::PolicyDraft::BlockEdit &edit, packwarden::CellState state);
    void foldWanted(int section);
    /// The cell cannot have the state that was asked for.
    void refused(packwarden::CellState state);
    /// The column stands for several roles now: which one is meant?
    void foldedEdit();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool canEdit(const QModelIndex &index);
    bool isFoldedAmong(const QList<PolicyCell> &cells) const;
    void next();
    bool set(CellState state);
    void showMenu(QTableView &table, const QPoint &at);

    PolicyDraft &m_draft;
    PermissionsModel &m_model;
    const PermissionsFilter &m_filter;
    const SpokenMatrix &m_spoken;
    QTableView &m_cells;
};

} // namespace packwarden
