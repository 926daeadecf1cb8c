// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/permissions/policydraft.h"

#include <QWidget>

class QAbstractItemModel;
class QModelIndex;
class QTableView;

namespace packwarden {

class MatrixDelegate;
class MatrixHeader;
class MatrixKeys;
class PermissionsFilter;
class PermissionsModel;
class SpokenMatrix;

/// The matrix as three tables side by side over one model: what it is about and what it takes stay in sight, the roles
/// between them scroll, and fold into one column for each company. The middle one has the keyboard: arrows move from
/// cell to cell, the rest is MatrixKeys.
class MatrixView final : public QWidget
{
    Q_OBJECT
public:
    MatrixView(PolicyDraft &draft, PermissionsModel &model, PermissionsFilter &filter, QWidget *parent = nullptr);

    /// Of the model; invalid if nothing is chosen.
    QModelIndex current() const;
    void setCurrent(const QModelIndex &source);
    QTableView &cells() { return *m_cells; }
    /// One column for each company, which shows the strongest part that any of its roles has; or all roles.
    void setAllFolded(bool folded);
    bool isAllFolded() const;
    /// How many keys of each role are known here, for the heads.
    void setHolders(const QMap<RoleId, int> &holders);

Q_SIGNALS:
    void currentChanged();
    void conditionsWanted();
    /// The cell cannot have the state that was asked for.
    void refused(packwarden::CellState state);
    /// A column stands for several roles now: which one is meant?
    void foldedEdit();
    void foldingChanged();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QTableView *makeTable(const char *name);
    void connectAll();
    void arrange();
    void spread();
    void fold(int section);

    PermissionsModel &m_model;
    PermissionsFilter &m_filter;
    SpokenMatrix *m_spoken;
    MatrixDelegate *m_delegate;
    MatrixHeader *m_head;
    QTableView *m_names;
    QTableView *m_cells;
    QTableView *m_takes;
    MatrixKeys *m_keys;
};

} // namespace packwarden
