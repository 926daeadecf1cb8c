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
    cells.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&cells, &QTableView::customContextMenuRequested, this, &MatrixKeys::showMenu);
    connect(&cells, &QTableView::doubleClicked, this, &MatrixKeys::next);
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

bool MatrixKeys::set(CellState state)
{
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

void MatrixKeys::showMenu(const QPoint &at)
{
    const QModelIndex under = m_cells.indexAt(at);
    if (!under.isValid() || under.data(PermissionsModel::BandRole).toInt() > 0)
        return;
    m_cells.setCurrentIndex(under);
    const QModelIndex index = current();
    if (!canEdit(index))
        return;
    auto *menu = new QMenu(&m_cells);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const CellState state : choices) {
        QAction *action = menu->addAction(
            PermissionWords::symbol(state) + u' ' + PermissionWords::state(state), this, [this, state] { set(state); });
        action->setEnabled(m_draft.canSet(m_model.capabilityAt(index.row()), m_model.roleAt(index.column()), state));
    }
    menu->addSeparator();
    menu->addAction(tr("Conditions…"), this, &MatrixKeys::conditionsWanted)
        ->setEnabled(CellState(index.data(PermissionsModel::StateRole).toInt()) != CellState::None);
    menu->popup(m_cells.viewport()->mapToGlobal(at));
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
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (canEdit(current()))
            Q_EMIT conditionsWanted();
        return true;
    default:
        return false;
    }
}

} // namespace packwarden
