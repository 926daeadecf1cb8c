// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/permissions/matrix/matrixview.h"

#include "models/permissions/permissionsfilter.h"
#include "models/permissions/permissionsmodel.h"
#include "widgets/permissions/matrix/matrixdelegate.h"
#include "widgets/permissions/matrix/matrixheader.h"
#include "widgets/permissions/matrix/matrixkeys.h"
#include "widgets/permissions/matrix/matrixlayout.h"
#include "widgets/permissions/matrix/spokenmatrix.h"
#include "widgets/style/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

namespace packwarden {

namespace {

constexpr int namesLeast = 140;
constexpr int namesMost = 260; ///< of the longest name in one line, where there is room
constexpr int nameMargins = 16; ///< of the delegate, and one pixel of rounding on each side
constexpr int takesLeast = 120;
constexpr int takesMost = 280; ///< more goes to the roles
constexpr int columnMost = 76;

} // namespace

MatrixView::MatrixView(PolicyDraft &draft, PermissionsModel &model, PermissionsFilter &filter, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_filter(filter)
    , m_spoken(new SpokenMatrix(draft, model, this))
    , m_delegate(new MatrixDelegate(*m_spoken, model, this))
    , m_head(new MatrixHeader)
    , m_frozenHead(new MatrixHeader)
    , m_names(makeTable("matrixNames"))
    , m_cells(makeTable("matrixCells"))
    , m_frozen(makeTable("matrixFrozen"))
    , m_takes(makeTable("matrixTakes"))
    , m_keys(new MatrixKeys(draft, model, filter, *m_spoken, *m_cells))
    , m_layout(new MatrixLayout(model, *m_head, this))
{
    m_cells->setHorizontalHeader(m_head);
    m_frozen->setHorizontalHeader(m_frozenHead);
    m_frozenHead->setSectionResizeMode(QHeaderView::Fixed);
    m_spoken->setSourceModel(&filter);
    for (QTableView *table : {m_names, m_cells, m_frozen, m_takes}) {
        table->setModel(m_spoken);
        table->setItemDelegate(m_delegate);
    }
    for (QTableView *table : {m_names, m_frozen, m_takes})
        table->setSelectionModel(m_cells->selectionModel());
    // A click on what a row is about selects the row.
    for (QTableView *table : {m_names, m_takes})
        table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_frozen->setParent(m_cells);
    m_frozen->setFocusProxy(m_cells);
    m_frozen->setAccessibleName(tr("Frozen columns of the matrix"));
    m_keys->hear(*m_frozen);
    m_cells->setAccessibleName(tr("Permissions matrix"));
    m_names->setAccessibleName(tr("Capabilities"));
    m_takes->setAccessibleName(tr("What each capability takes"));
    m_head->setAccessibleName(tr("Companies and their roles"));
    m_names->setFocusPolicy(Qt::NoFocus);
    m_takes->setFocusPolicy(Qt::NoFocus);
    m_takes->setMinimumWidth(takesLeast);
    m_names->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_cells->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_names->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_takes->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_frozen->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_frozen->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (QTableView *table : {m_names, m_takes}) {
        table->horizontalHeader()->setSectionsClickable(false);
        table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
        table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignBottom);
    }
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_names);
    row->addWidget(m_cells);
    row->addWidget(m_takes, 1);
    connectAll();
    arrange();
}

void MatrixView::connectAll()
{
    for (QTableView *from : {m_names, m_cells, m_frozen, m_takes}) {
        for (QTableView *to : {m_names, m_cells, m_frozen, m_takes}) {
            if (from != to)
                connect(from->verticalScrollBar(), &QScrollBar::valueChanged, to->verticalScrollBar(),
                    &QScrollBar::setValue);
        }
    }
    // The bar of the middle takes height; the others give it away as well, or the rows would part at the end.
    connect(m_cells->horizontalScrollBar(), &QScrollBar::rangeChanged, this, [this](int, int most) {
        for (QTableView *table : {m_names, m_takes})
            table->setHorizontalScrollBarPolicy(most > 0 ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    });
    for (MatrixHeader *head : {m_head, m_frozenHead}) {
        connect(head, &MatrixHeader::foldClicked, this, &MatrixView::fold);
        connect(head, &QHeaderView::sectionPressed, this, &MatrixView::leaveBand);
        head->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(head, &QWidget::customContextMenuRequested, this,
            [this, head](const QPoint &at) { showHeadMenu(*head, at); });
    }
    connect(m_layout, &MatrixLayout::changed, this, &MatrixView::arrange);
    connect(m_keys, &MatrixKeys::newRoleWanted, this, &MatrixView::newRoleWanted);
    connect(m_keys, &MatrixKeys::rightsWanted, this, &MatrixView::rightsWanted);
    connect(m_keys, &MatrixKeys::holdersWanted, this, &MatrixView::holdersWanted);
    connect(m_keys, &MatrixKeys::blockEdited, this, &MatrixView::blockEdited);
    connect(m_keys, &MatrixKeys::foldWanted, this, &MatrixView::fold);
    connect(m_keys, &MatrixKeys::conditionsWanted, this, &MatrixView::conditionsWanted);
    connect(m_keys, &MatrixKeys::refused, this, &MatrixView::refused);
    connect(m_keys, &MatrixKeys::foldedEdit, this, &MatrixView::foldedEdit);
    connect(m_cells->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        clearOfFrozen();
        Q_EMIT currentChanged();
    });
    connect(m_spoken, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        const QModelIndex chosen = current();
        if (chosen.isValid())
            m_kept = m_model.policyCellAt(chosen);
    });
    connect(m_spoken, &QAbstractItemModel::modelReset, this, [this] {
        arrange();
        const QModelIndex before = m_model.indexOf(m_kept.capability, m_kept.role);
        if (const QModelIndex shown = m_spoken->mapFromSource(m_filter.mapFromSource(before)); shown.isValid())
            m_cells->setCurrentIndex(shown);
    });
    connect(m_spoken, &SpokenMatrix::headsChanged, this, &MatrixView::arrange);
}

QTableView *MatrixView::makeTable(const char *name)
{
    auto *table = new QTableView(this);
    table->setObjectName(QLatin1String(name));
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->horizontalHeader()->setHighlightSections(false);
    return table;
}

/// Which columns each table shows, and how high heads and rows are.
void MatrixView::arrange()
{
    const int last = m_model.takesColumn();
    m_layout->setSpreading(true); // a column that is shown again is no width that anybody chose
    m_layout->arrange();
    for (int column = 0; column <= last; ++column) {
        m_names->setColumnHidden(column, column != 0);
        m_takes->setColumnHidden(column, column != last);
        // Folded: the first role of each company speaks for it.
        const PositionId position = m_model.positionAt(column);
        const bool folded = column > 1 && m_spoken->isFolded(position) && position == m_model.positionAt(column - 1);
        const RoleId role = m_model.roleAt(column);
        const bool hidden = column == 0 || column == last || folded || m_layout->isHidden(role);
        m_cells->setColumnHidden(column, hidden);
        m_frozen->setColumnHidden(column, hidden || !m_layout->isFrozen(role));
    }
    const int head = m_head->sizeHint().height();
    for (QTableView *table : {m_names, m_cells, m_frozen, m_takes}) {
        table->verticalHeader()->setDefaultSectionSize(2 * fontMetrics().lineSpacing() + 1);
        table->horizontalHeader()->setFixedHeight(head);
    }
    spread();
}

/// The roles get what their heads need, and a part of what is left over; where there is too little, they scroll.
void MatrixView::spread()
{
    QList<int> columns;
    int needed = 0;
    for (int column = 1; column < m_model.takesColumn(); ++column) {
        if (m_cells->isColumnHidden(column))
            continue;
        columns.append(column);
        needed += m_head->widthFor(column);
    }
    if (columns.isEmpty())
        return;
    const int names = std::clamp(width() - needed - takesMost, namesLeast, namesWanted());
    m_names->setFixedWidth(names);
    m_delegate->setBandShift(names);
    const int room = width() - names;
    const int spare = std::max(0, room - takesMost - needed) / int(columns.size());
    int all = 0;
    m_layout->setSpreading(true);
    for (const int column : std::as_const(columns)) {
        const int own = m_head->widthFor(column);
        const int chosen = m_layout->width(m_model.roleAt(column));
        const int size = chosen > 0 ? chosen : std::max(own, std::min(columnMost, own + spare));
        m_cells->setColumnWidth(column, size);
        all += size;
    }
    m_layout->setSpreading(false);
    m_cells->setFixedWidth(std::clamp(all, 1, std::max(1, room - takesLeast)));
    placeFrozen();
}

/// For every name in one line.
int MatrixView::namesWanted() const
{
    int widest = namesLeast;
    for (int row = 0; row < m_spoken->rowCount(); ++row) {
        const QModelIndex index = m_spoken->index(row, 0);
        if (index.data(PermissionsModel::BandRole).toInt() == 0)
            widest = std::max(widest, fontMetrics().horizontalAdvance(m_spoken->words(index)) + nameMargins);
    }
    return std::min(widest, namesMost);
}

/// Over the first columns of the middle, which are the frozen ones.
void MatrixView::placeFrozen()
{
    int width = 0;
    for (int place = 0; place < m_head->count(); ++place) {
        const int column = m_head->logicalIndex(place);
        if (m_frozen->isColumnHidden(column))
            continue;
        m_frozen->setColumnWidth(column, m_cells->columnWidth(column));
        if (const int now = m_frozenHead->visualIndex(column); now != place)
            m_frozenHead->moveSection(now, place);
        width += m_cells->columnWidth(column);
    }
    m_frozen->setVisible(width > 0);
    const int bar = m_cells->horizontalScrollBar()->maximum() > 0 ? m_cells->horizontalScrollBar()->height() : 0;
    const int shown = std::min(width, m_cells->width());
    m_frozen->setGeometry(isRightToLeft() ? m_cells->width() - shown : 0, 0, shown, height() - bar);
    m_frozen->verticalScrollBar()->setValue(m_cells->verticalScrollBar()->value());
}

/// The current cell is not left under the frozen columns.
void MatrixView::clearOfFrozen()
{
    const QModelIndex index = m_cells->currentIndex();
    if (m_frozen->isHidden() || !index.isValid() || !m_frozen->isColumnHidden(index.column()))
        return;
    m_cells->scrollTo(index);
    const int under = m_frozen->width() - m_cells->visualRect(index).left();
    if (under > 0)
        m_cells->horizontalScrollBar()->setValue(m_cells->horizontalScrollBar()->value() - under);
}

void MatrixView::showHeadMenu(MatrixHeader &head, const QPoint &at)
{
    const int section = head.logicalIndexAt(at);
    if (m_model.roleAt(section).isEmpty())
        return;
    if (currentRole() != m_model.roleAt(section))
        chooseRole(m_model.roleAt(section));
    Q_EMIT roleMenuWanted(head.mapToGlobal(at));
}

QSize MatrixView::minimumSizeHint() const
{
    return {namesLeast + takesLeast + columnMost, QWidget::minimumSizeHint().height()};
}

void MatrixView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    spread();
}

void MatrixView::fold(int section)
{
    const PositionId position = m_model.positionAt(section);
    if (!m_spoken->foldable().contains(position))
        return;
    m_spoken->setFolded(position, !m_spoken->isFolded(position));
    // The chosen cell may have gone with its column.
    const QModelIndex chosen = m_cells->currentIndex();
    for (int column = chosen.column(); chosen.isValid() && column > 0; --column) {
        if (!m_cells->isColumnHidden(column)) {
            m_cells->setCurrentIndex(chosen.siblingAtColumn(column));
            break;
        }
    }
    Q_EMIT foldingChanged();
}

void MatrixView::setAllFolded(bool folded)
{
    for (const PositionId &position : m_spoken->foldable()) {
        if (m_spoken->isFolded(position) != folded) {
            for (int column = 1; column < m_model.takesColumn(); ++column) {
                if (m_model.positionAt(column) == position) {
                    fold(column);
                    break;
                }
            }
        }
    }
}

bool MatrixView::isAllFolded() const
{
    const QList<PositionId> positions = m_spoken->foldable();
    return !positions.isEmpty() && std::all_of(positions.begin(), positions.end(), [this](const PositionId &position) {
        return m_spoken->isFolded(position);
    });
}

void MatrixView::setHolders(const QMap<RoleId, int> &holders)
{
    m_spoken->setHolders(holders);
}

QList<PolicyCell> MatrixView::chosen() const
{
    return m_keys->chosen();
}

RoleId MatrixView::currentRole() const
{
    const QModelIndex index = current();
    return index.isValid() ? m_model.roleAt(index.column()) : RoleId();
}

QList<RoleId> MatrixView::shownRoles() const
{
    QList<RoleId> roles;
    for (int place = 0; place < m_head->count(); ++place) {
        const RoleId role = m_model.roleAt(m_head->logicalIndex(place));
        if (!role.isEmpty() && !m_layout->isHidden(role))
            roles.append(role);
    }
    return roles;
}

void MatrixView::chooseRole(const RoleId &role)
{
    const int column = m_model.columnOf(role);
    for (int row = 0; column > 0 && row < m_spoken->rowCount(); ++row) {
        const QModelIndex index = m_spoken->index(row, column);
        if (index.data(PermissionsModel::BandRole).toInt() > 0)
            continue;
        m_cells->selectColumn(index.column());
        m_cells->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        m_cells->scrollTo(index);
        m_cells->setFocus();
        return;
    }
}

/// A click on a head makes the first row the current one, which is the heading of a layer.
void MatrixView::leaveBand()
{
    const QModelIndex index = m_cells->currentIndex();
    if (!index.isValid() || index.data(PermissionsModel::BandRole).toInt() == 0)
        return;
    for (int row = 0; row < m_spoken->rowCount(); ++row) {
        const QModelIndex each = index.siblingAtRow(row);
        if (each.data(PermissionsModel::BandRole).toInt() > 0)
            continue;
        m_cells->selectionModel()->setCurrentIndex(each, QItemSelectionModel::NoUpdate);
        return;
    }
}

QModelIndex MatrixView::current() const
{
    return m_keys->current();
}

void MatrixView::setCurrent(const QModelIndex &source)
{
    QModelIndex index = m_spoken->mapFromSource(m_filter.mapFromSource(source));
    if (!index.isValid())
        return;
    while (index.column() > 1 && m_cells->isColumnHidden(index.column()))
        index = index.siblingAtColumn(index.column() - 1);
    m_cells->setCurrentIndex(index);
    m_cells->scrollTo(index);
    m_cells->setFocus();
}

void MatrixView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

} // namespace packwarden
