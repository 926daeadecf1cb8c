// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/permissions/policydraft.h"
#include "widgets/permissions/roledialog.h"

#include <QObject>

class QMenu;

namespace packwarden {

class FileChooser;
class MatrixView;
enum class Status;

/// What can be done with the role of the chosen column: add, copy, edit, remove; hide and freeze its column; all that
/// it may do. Each edit is one undoable step of the draft. Draft, view and files must outlive it.
class RoleActs final : public QObject
{
    Q_OBJECT
public:
    RoleActs(PolicyDraft &draft, MatrixView &view, FileChooser &files, QWidget *page);

    /// Filled anew for the chosen column.
    void fill(QMenu &menu);
    void add() { ask(RoleDialog::Act::Add); }
    void showRights();
    void showHolders();

Q_SIGNALS:
    void message(packwarden::Status status, const QString &text);

private:
    void ask(RoleDialog::Act act);
    void take(RoleDialog::Act act, const RoleId &role, const policyroles::NewRole &as);
    void remove();
    void fillColumns(QMenu &menu);

    PolicyDraft &m_draft;
    MatrixView &m_view;
    FileChooser &m_files;
    QWidget *m_page;
};

} // namespace packwarden
