// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/permissions/permissionsfilter.h"
#include "models/permissions/permissionsmodel.h"
#include "models/permissions/policydraft.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace packwarden {

class MatrixView;
class MessageBar;
class ProblemList;

/// The matrix learned on a school building, in five steps that are done in the real matrix: doors for capabilities,
/// people for roles. It knows no pack and leaves nothing behind. Every step is judged anew after each edit, so that
/// undoing one takes it back.
class SchoolTutorial final : public QDialog
{
    Q_OBJECT
public:
    static constexpr int steps = 5;

    explicit SchoolTutorial(QWidget *parent = nullptr);
    ~SchoolTutorial() override;

    /// The one that is to be done now, from 0; steps: all are done.
    int step() const { return m_step; }
    PolicyDraft &draft() { return m_draft; }

private:
    QWidget *makeLessons();
    void begin();
    void refresh();
    bool isDone(int step) const;
    void refused(CellState state);

    PolicyDraft m_draft;
    PermissionsModel m_model;
    PermissionsFilter m_filter;
    MatrixView *m_view;
    ProblemList *m_problems;
    MessageBar *m_message;
    QList<QLabel *> m_lessons;
    QLabel *m_end;
    QPushButton *m_undo;
    QPushButton *m_redo;
    int m_step = 0;
    bool m_hasLooked = false;
    bool m_wasRefused = false;
};

} // namespace packwarden
