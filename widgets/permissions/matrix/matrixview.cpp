// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/permissions/matrix/matrixview.h"

#include "models/permissions/permissionsfilter.h"
#include "models/permissions/permissionsmodel.h"
#include "widgets/permissions/matrix/matrixdelegate.h"
#include "widgets/permissions/matrix/matrixheader.h"
#include "widgets/permissions/matrix/matrixkeys.h"
#include "widgets/permissions/matrix/spokenmatrix.h"
#include "widgets/style/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

namespace packwarden {

namespace {

constexpr int rowHeight = 29; ///< two lines of small text
constexpr int namesWidth = 148;
constexpr int takesLeast = 126;
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
    , m_names(makeTable("matrixNames"))
    , m_cells(makeTable("matrixCells"))
    , m_takes(makeTable("matrixTakes"))
    , m_keys(new MatrixKeys(draft, model, filter, *m_spoken, *m_cells))
{
    m_cells->setHorizontalHeader(m_head);
    m_spoken->setSourceModel(&filter);
    for (QTableView *table : {m_names, m_cells, m_takes}) {
        table->setModel(m_spoken);
        table->setItemDelegate(m_delegate);
    }
    for (QTableView *table : {m_names, m_takes})
        table->setSelectionModel(m_cells->selectionModel());
    m_cells->setAccessibleName(tr("Permissions matrix"));
    m_names->setAccessibleName(tr("Capabilities"));
    m_takes->setAccessibleName(tr("What each capability takes"));
    m_head->setAccessibleName(tr("Companies and their roles"));
    m_names->setFocusPolicy(Qt::NoFocus);
    m_takes->setFocusPolicy(Qt::NoFocus);
    m_names->setFixedWidth(namesWidth);
    m_takes->setMinimumWidth(takesLeast);
    m_delegate->setBandShift(namesWidth);
    m_names->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_cells->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_names->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_takes->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (QTableView *table : {m_names, m_takes}) {
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
    for (QTableView *from : {m_names, m_cells, m_takes}) {
        for (QTableView *to : {m_names, m_cells, m_takes}) {
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
    connect(m_head, &MatrixHeader::foldClicked, this, &MatrixView::fold);
    connect(m_keys, &MatrixKeys::foldWanted, this, &MatrixView::fold);
    connect(m_keys, &MatrixKeys::conditionsWanted, this, &MatrixView::conditionsWanted);
    connect(m_keys, &MatrixKeys::refused, this, &MatrixView::refused);
    connect(m_keys, &MatrixKeys::foldedEdit, this, &MatrixView::foldedEdit);
    connect(m_cells->selectionModel(), &QItemSelectionModel::currentChanged, this, &MatrixView::currentChanged);
    connect(m_spoken, &QAbstractItemModel::modelReset, this, &MatrixView::arrange);
    connect(m_spoken, &SpokenMatrix::headsChanged, this, &MatrixView::arrange);
}

QTableView *MatrixView::makeTable(const char *name)
{
    auto *table = new QTableView(this);
    table->setObjectName(QLatin1String(name));
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionsClickable(false);
    return table;
}

/// Which columns each table shows, and how high heads and rows are.
void MatrixView::arrange()
{
    const int last = m_model.takesColumn();
    for (int column = 0; column <= last; ++column) {
        m_names->setColumnHidden(column, column != 0);
        m_takes->setColumnHidden(column, column != last);
        // Folded: the first role of each company speaks for it.
        const PositionId position = m_model.positionAt(column);
        const bool folded = column > 1 && m_spoken->isFolded(position) && position == m_model.positionAt(column - 1);
        m_cells->setColumnHidden(column, column == 0 || column == last || folded);
    }
    const int head = m_head->sizeHint().height();
    for (QTableView *table : {m_names, m_cells, m_takes}) {
        table->verticalHeader()->setDefaultSectionSize(std::max(rowHeight, fontMetrics().height() + grid));
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
    const int room = width() - m_names->width();
    const int spare = std::max(0, room - takesMost - needed) / int(columns.size());
    int all = 0;
    for (const int column : std::as_const(columns)) {
        const int own = m_head->widthFor(column);
        const int size = std::max(own, std::min(columnMost, own + spare));
        m_cells->setColumnWidth(column, size);
        all += size;
    }
    m_cells->setFixedWidth(std::clamp(all, 1, std::max(1, room - takesLeast)));
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
