// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/permissions/policydraft.h"

#include <QWidget>

class QAbstractItemModel;
class QModelIndex;
class QPoint;
class QTableView;

namespace packwarden {

class MatrixDelegate;
class MatrixHeader;
class MatrixKeys;
class MatrixLayout;
class PermissionsFilter;
class PermissionsModel;
class SpokenMatrix;

/// The matrix as three tables side by side over one model: what it is about and what it takes stay in sight, the roles
/// between them scroll, and fold into one column for each company. The middle one has the keyboard: arrows move from
/// cell to cell, the rest is MatrixKeys. Rows, columns and blocks are selected as in a spreadsheet: by a click on a
/// name or a head, by dragging, by Shift and Ctrl. Frozen columns lie over the left edge of the middle, in a table of
/// their own.
class MatrixView final : public QWidget
{
    Q_OBJECT
public:
    MatrixView(PolicyDraft &draft, PermissionsModel &model, PermissionsFilter &filter, QWidget *parent = nullptr);

    /// Of the model; invalid if nothing is chosen.
    QModelIndex current() const;
    void setCurrent(const QModelIndex &source);
    /// All cells that are selected; see MatrixKeys.
    QList<PolicyCell> chosen() const;
    /// Of the current cell; empty if none is.
    RoleId currentRole() const;
    /// Its column, with the first row as the current cell.
    void chooseRole(const RoleId &role);
    /// From left to right, those of folded companies too, without hidden ones.
    QList<RoleId> shownRoles() const;
    MatrixLayout &columns() { return *m_layout; }
    QTableView &cells() { return *m_cells; }
    /// One column for each company, which shows the strongest part that any of its roles has; or all roles.
    void setAllFolded(bool folded);
    bool isAllFolded() const;
    /// How many keys of each role are known here, for the heads.
    void setHolders(const QMap<RoleId, int> &holders);
    /// For names, one role and what a row takes; the roles scroll. Their present width keeps no window wide.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentChanged();
    void conditionsWanted();
    /// The cell cannot have the state that was asked for.
    void refused(packwarden::CellState state);
    /// A column stands for several roles now: which one is meant?
    void foldedEdit();
    void foldingChanged();
    void newRoleWanted();
    void rightsWanted();
    void holdersWanted();
    /// On the head of a column, which is the current one now.
    void roleMenuWanted(const QPoint &global);
    void blockEdited(const packwarden::PolicyDraft::BlockEdit &edit, packwarden::CellState state);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QTableView *makeTable(const char *name);
    void connectAll();
    void arrange();
    void spread();
    int namesWanted() const;
    void placeFrozen();
    void clearOfFrozen();
    void leaveBand();
    void showHeadMenu(MatrixHeader &head, const QPoint &at);
    void fold(int section);

    PermissionsModel &m_model;
    PermissionsFilter &m_filter;
    SpokenMatrix *m_spoken;
    MatrixDelegate *m_delegate;
    MatrixHeader *m_head;
    MatrixHeader *m_frozenHead;
    QTableView *m_names;
    QTableView *m_cells;
    QTableView *m_frozen; ///< over m_cells
    QTableView *m_takes;
    MatrixKeys *m_keys;
    MatrixLayout *m_layout;
    PolicyCell m_kept; ///< current while the model is read anew
};

} // namespace packwarden
