// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/permissions/matrix/matrixkeys.h"

#include "models/permissions/permissionsfilter.h"
#include "models/permissions/permissionsmodel.h"
#include "widgets/permissions/matrix/permissionwords.h"
#include "widgets/permissions/matrix/spokenmatrix.h"

#include <QKeyEvent>
#include <QMenu>
#include <QTableView>

#include <algorithm>

namespace packwarden {

namespace {

constexpr CellState choices[]
    = {CellState::None, CellState::Alone, CellState::MustSign, CellState::OneOf, CellState::Extra};

} // namespace

MatrixKeys::MatrixKeys(PolicyDraft &draft, PermissionsModel &model, const PermissionsFilter &filter,
    const SpokenMatrix &spoken, QTableView &cells)
    : QObject(&cells)
    , m_draft(draft)
    , m_model(model)
    , m_filter(filter)
    , m_spoken(spoken)
    , m_cells(cells)
{
    cells.installEventFilter(this);
    hear(cells);
}

void MatrixKeys::hear(QTableView &table)
{
    table.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&table, &QTableView::customContextMenuRequested, this,
        [this, &table](const QPoint &at) { showMenu(table, at); });
    connect(&table, &QTableView::doubleClicked, this, &MatrixKeys::next);
}

QModelIndex MatrixKeys::current() const
{
    const QModelIndex index = m_cells.currentIndex();
    if (!index.isValid())
        return {};
    return m_filter.mapToSource(m_spoken.mapToSource(index.siblingAtColumn(m_spoken.spokenColumn(index))));
}

/// Nothing is edited in a band; and in a folded column nobody could tell which role is meant.
bool MatrixKeys::canEdit(const QModelIndex &index)
{
    if (!index.isValid() || index.data(PermissionsModel::BandRole).toInt() > 0)
        return false;
    const bool folded = m_spoken.isFolded(m_model.positionAt(index.column()));
    if (folded)
        Q_EMIT foldedEdit();
    return !folded;
}

QList<PolicyCell> MatrixKeys::chosen() const
{
    QList<PolicyCell> cells;
    const auto take = [&](const QModelIndex &shown) {
        const QModelIndex index
            = m_filter.mapToSource(m_spoken.mapToSource(shown.siblingAtColumn(m_spoken.spokenColumn(shown))));
        const PolicyCell cell = m_model.policyCellAt(index);
        if (!cell.capability.isEmpty() && !cell.role.isEmpty() && !cells.contains(cell))
            cells.append(cell);
    };
    if (m_cells.currentIndex().isValid())
        take(m_cells.currentIndex());
    QModelIndexList all = m_cells.selectionModel()->selectedIndexes();
    all.removeIf([this](const QModelIndex &index) { return m_cells.isColumnHidden(index.column()); });
    std::sort(all.begin(), all.end());
    for (const QModelIndex &index : std::as_const(all))
        take(index);
    return cells;
}

bool MatrixKeys::isFoldedAmong(const QList<PolicyCell> &cells) const
{
    return std::any_of(cells.begin(), cells.end(), [this](const PolicyCell &cell) {
        return m_spoken.isFolded(m_model.positionAt(m_model.indexOf(cell.capability, cell.role).column()));
    });
}

bool MatrixKeys::set(CellState state)
{
    const QList<PolicyCell> cells = chosen();
    if (cells.size() > 1) {
        if (isFoldedAmong(cells)) {
            Q_EMIT foldedEdit();
            return false;
        }
        const PolicyDraft::BlockEdit edit = m_draft.setStates(cells, state);
        Q_EMIT blockEdited(edit, state);
        return edit.changed > 0;
    }
    const QModelIndex index = current();
    if (!canEdit(index))
        return false;
    if (m_model.setData(index, int(state), PermissionsModel::StateRole))
        return true;
    if (CellState(index.data(PermissionsModel::StateRole).toInt()) != state)
        Q_EMIT refused(state);
    return false;
}

void MatrixKeys::next()
{
    const QModelIndex index = current();
    if (!canEdit(index))
        return;
    const CapabilityId capability = m_model.capabilityAt(index.row());
    const RoleId role = m_model.roleAt(index.column());
    const auto now = CellState(index.data(PermissionsModel::StateRole).toInt());
    const auto at = std::find(std::begin(choices), std::end(choices), now) - std::begin(choices);
    for (int step = 1; step < int(std::size(choices)); ++step) {
        const CellState state = choices[(size_t(at) + size_t(step)) % std::size(choices)];
        if (m_draft.canSet(capability, role, state)) {
            set(state);
            return;
        }
    }
    Q_EMIT refused(now);
}

void MatrixKeys::showMenu(QTableView &table, const QPoint &at)
{
    const QModelIndex under = table.indexAt(at);
    if (!under.isValid() || under.data(PermissionsModel::BandRole).toInt() > 0)
        return;
    // A click within a block is about the block.
    if (m_cells.selectionModel()->isSelected(under))
        m_cells.selectionModel()->setCurrentIndex(under, QItemSelectionModel::NoUpdate);
    else
        m_cells.setCurrentIndex(under);
    const QModelIndex index = current();
    if (!canEdit(index))
        return;
    const QList<PolicyCell> cells = chosen();
    auto *menu = new QMenu(&m_cells);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("cellMenu"));
    if (cells.size() > 1)
        menu->addSection(tr("%n cell(s)", nullptr, int(cells.size())));
    for (const CellState state : choices) {
        QAction *action = menu->addAction(
            PermissionWords::symbol(state) + u' ' + PermissionWords::state(state), this, [this, state] { set(state); });
        action->setEnabled(std::any_of(cells.begin(), cells.end(),
            [&](const PolicyCell &cell) { return m_draft.canSet(cell.capability, cell.role, state); }));
    }
    menu->addSeparator();
    menu->addAction(tr("Conditions…"), this, &MatrixKeys::conditionsWanted)
        ->setEnabled(std::any_of(cells.begin(), cells.end(),
            [this](const PolicyCell &cell) { return m_draft.state(cell.capability, cell.role) != CellState::None; }));
    menu->addSeparator();
    menu->addAction(tr("All that this role may do…"), this, &MatrixKeys::rightsWanted);
    menu->addAction(tr("All who may do this…"), this, &MatrixKeys::holdersWanted);
    menu->popup(table.viewport()->mapToGlobal(at));
}

bool MatrixKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != &m_cells || event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier))
        return false;
    switch (key->key()) {
    case Qt::Key_Space:
        next();
        return true;
    case Qt::Key_0:
    case Qt::Key_Delete:
        set(CellState::None);
        return true;
    case Qt::Key_A:
        set(CellState::Alone);
        return true;
    case Qt::Key_M:
        set(CellState::MustSign);
        return true;
    case Qt::Key_O:
        set(CellState::OneOf);
        return true;
    case Qt::Key_E:
        set(CellState::Extra);
        return true;
    case Qt::Key_F:
        Q_EMIT foldWanted(current().column());
        return true;
    case Qt::Key_Insert:
        Q_EMIT newRoleWanted();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isFoldedAmong(chosen()))
            Q_EMIT foldedEdit();
        else
            Q_EMIT conditionsWanted();
        return true;
    default:
        return false;
    }
}

} // namespace packwarden
