// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/answers/permissionanswers.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QTabWidget;

namespace packwarden {

class Chip;
class CoalitionView;
class DockLines;
class WhatIfView;
class Workspace;

/// The right side of the permissions: what the chosen cell or row says and why, who gains and loses by the edits, who
/// can today, how few are enough; and what if. Reads the draft, which must outlive it; judged beside the window.
class PermissionDock final : public QWidget
{
    Q_OBJECT
public:
    PermissionDock(Workspace &workspace, PolicyDraft &draft, QWidget *parent = nullptr);
    ~PermissionDock() override;

    /// An empty role: the row is chosen; an empty capability: nothing is. Also after each edit.
    void setCell(const CapabilityId &capability, const RoleId &role);

Q_SIGNALS:
    /// Which keys are known here was read anew.
    void knownRead(const QList<packwarden::Certificate> &known);
    void conditionsWanted();
    /// A row that was chosen in the table of coalitions.
    void capabilityWanted(const packwarden::CapabilityId &capability);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeCell();
    PermissionGround ground() const;
    void readKnown();
    void ask();
    void say(const CellAnswer &answer);
    void sayCell();
    void openTable();

    Workspace &m_workspace;
    PolicyDraft &m_draft;
    PermissionAnswers m_answers;
    QList<Certificate> m_known; ///< read when keys or documents may have come
    QByteArray m_knownRules; ///< the pinned policy when they were read
    CapabilityId m_capability;
    RoleId m_role;
    QTabWidget *m_tabs;
    WhatIfView *m_whatIf;
    QPointer<CoalitionView> m_table;
    QLabel *m_cell;
    QLabel *m_cellRole;
    Chip *m_cellLayer;
    QLabel *m_was;
    QLabel *m_gainsTitle;
    DockLines *m_gains;
    QLabel *m_heldTitle;
    DockLines *m_held;
    QLabel *m_votesTitle;
    DockLines *m_votes;
    QLabel *m_when;
    QPushButton *m_conditions;
    QLabel *m_ableTitle;
    DockLines *m_able;
    QLabel *m_judgedOn;
    QLabel *m_fewestTitle;
    DockLines *m_fewest;
    QPushButton *m_openTable;
};

} // namespace packwarden
