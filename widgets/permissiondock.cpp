// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "permissiondock.h"

#include "names.h"
#include "parts.h"
#include "permissionwords.h"
#include "theme.h"

#include <clock.h>
#include <policydraft.h>
#include <workspace.h>

namespace packwarden {

PermissionDock::PermissionDock(Workspace &workspace, PolicyDraft &draft, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_draft(draft)
    , m_cell(makeLabel({}, "title", this))
    , m_cellRole(makeLabel({}, "muted", this))
    , m_cellLayer(new Chip(this))
    , m_was(makeLabel({}, nullptr, this))
    , m_votes(makeLabel({}, nullptr, this))
    , m_conditions(makeButton(tr("Conditions…"), nullptr, nullptr, this))
{
    auto *card = makeCard(this);
    setFixedWidth(28 * grid);
    auto *around = new QVBoxLayout(this);
    around->setContentsMargins(0, 0, 0, 0);
    around->addWidget(card);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(grid);
    column->addWidget(makeLabel(tr("Selected"), "section", card));
    for (QLabel *label : {m_cell, m_cellRole, m_was, m_votes}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_cell->setObjectName(QStringLiteral("selectedCapability"));
    m_was->setObjectName(QStringLiteral("selectedState"));
    m_votes->setObjectName(QStringLiteral("selectedVotes"));
    m_conditions->setObjectName(QStringLiteral("editConditions"));
    column->addWidget(m_cell);
    column->addWidget(m_cellRole);
    column->addWidget(m_cellLayer, 0, Qt::AlignLeft);
    column->addWidget(m_was);
    column->addWidget(makeLabel(tr("Why?"), "section", card));
    column->addWidget(m_votes);
    column->addWidget(m_conditions);
    column->addStretch();
    auto *legend
        = makeLabel(tr("● alone   ◆ must sign\n◇ one of several   + beyond a soft limit\n– no part   ⊘ prohibited\n\n"
                       "Space: next state. A, M, O, E, 0: one of them. Return: conditions."),
            "muted", card);
    legend->setWordWrap(true);
    column->addWidget(legend);
    connect(m_conditions, &QPushButton::clicked, this, &PermissionDock::conditionsWanted);
}

void PermissionDock::setCell(const CapabilityId &capability, const RoleId &role)
{
    const Role *known = m_draft.policy().role(role);
    const bool isCell = !capability.isEmpty() && known;
    m_conditions->setEnabled(isCell && !m_draft.grants(capability, role).isEmpty());
    m_cellLayer->setVisible(isCell);
    if (!isCell) {
        m_cell->setText(tr("Choose a cell"));
        m_cellRole->setText(tr("It says here what it takes, and which rule says so."));
        m_was->clear();
        m_votes->clear();
        return;
    }
    const PolicyFrame &frame = m_draft.frame();
    m_cell->setText(PermissionWords::capability(capability));
    m_cellRole->setText(
        tr("for %1, %2")
            .arg(PermissionWords::role(m_draft.policy(), role), Names::party(known->position, &frame.charter)));
    m_cellLayer->setLayer(std::max(1, frame.layer(capability)));
    const CellState before = m_draft.baseState(capability, role);
    const CellState now = m_draft.state(capability, role);
    QStringList lines;
    if (before != now)
        lines << tr("Was: %1 %2").arg(PermissionWords::symbol(before), PermissionWords::state(before));
    lines << (before != now ? tr("Becomes: %1 %2") : tr("Is: %1 %2"))
                 .arg(PermissionWords::symbol(now), PermissionWords::state(now));
    lines << tr("It takes: %1").arg(PermissionWords::takes(m_draft.policy(), frame, capability));
    const QString takes = PermissionWords::takes(m_draft.base(), frame, capability);
    if (takes != PermissionWords::takes(m_draft.policy(), frame, capability))
        lines << tr("It took: %1").arg(takes);
    m_was->setText(lines.join(u'\n'));
    m_votes->setText(
        PermissionWords::votes(m_draft.policy(), frame, capability, role, m_workspace.clock().now()).join(u'\n'));
}

} // namespace packwarden
