// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ids.h>

#include <QWidget>

class QLabel;
class QPushButton;

namespace packwarden {

class Chip;
class PolicyDraft;
class Workspace;

/// The right side of the permissions: what the chosen cell says, and why. Reads the draft, which must outlive it.
class PermissionDock final : public QWidget
{
    Q_OBJECT
public:
    PermissionDock(Workspace &workspace, PolicyDraft &draft, QWidget *parent = nullptr);

    /// An empty capability or role: nothing is chosen. Also after each edit.
    void setCell(const CapabilityId &capability, const RoleId &role);

Q_SIGNALS:
    void conditionsWanted();

private:
    Workspace &m_workspace;
    PolicyDraft &m_draft;
    QLabel *m_cell;
    QLabel *m_cellRole;
    Chip *m_cellLayer;
    QLabel *m_was;
    QLabel *m_votes;
    QPushButton *m_conditions;
};

} // namespace packwarden
