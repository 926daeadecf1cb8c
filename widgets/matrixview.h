// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <policydraft.h>

#include <QWidget>

class QAbstractItemModel;
class QModelIndex;
class QTableView;

namespace packwarden {

class PermissionsFilter;
class PermissionsModel;

/// The matrix as three tables side by side over one model: what it is about and what it takes stay in sight, the roles
/// between them scroll. The middle one has the keyboard: arrows move, Space goes on to the next state that the cell can
/// have, 0 A M O E set one, Return asks for the conditions.
class MatrixView final : public QWidget
{
    Q_OBJECT
public:
    MatrixView(PolicyDraft &draft, PermissionsModel &model, PermissionsFilter &filter, QWidget *parent = nullptr);

    /// Of the model; invalid if nothing is chosen.
    QModelIndex current() const;
    void setCurrent(const QModelIndex &source);
    QTableView &cells() { return *m_cells; }
    /// One column a position, which shows the strongest part that any of its roles has; or all roles.
    void setFolded(bool folded);

Q_SIGNALS:
    void currentChanged();
    void conditionsWanted();
    /// The cell cannot have the state that was asked for.
    void refused(packwarden::CellState state);
    /// A column stands for several roles now: which one is meant?
    void foldedEdit();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QTableView *makeTable(const char *name);
    void arrange();
    void next();
    bool set(CellState state);
    void showMenu(const QPoint &at);

    PolicyDraft &m_draft;
    PermissionsModel &m_model;
    PermissionsFilter &m_filter;
    QTableView *m_names = nullptr;
    QTableView *m_cells = nullptr;
    QTableView *m_takes = nullptr;
    bool m_folded = false;
};

} // namespace packwarden
