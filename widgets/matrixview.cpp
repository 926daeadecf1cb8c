// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "matrixview.h"

#include "names.h"
#include "permissionwords.h"
#include "theme.h"

#include <permissionsmodel.h>

#include <QAccessible>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QIdentityProxyModel>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTableView>

namespace packwarden {

namespace {

/// bool: the column stands for all roles of its company.
constexpr int foldedRole = Qt::UserRole + 100;
constexpr int rowHeight = 27;
constexpr int headHeight = 64;
constexpr int namesWidth = 174;
constexpr int columnWidth = 56;
constexpr CellState choices[]
    = {CellState::None, CellState::Alone, CellState::MustSign, CellState::OneOf, CellState::Extra};

/// Paints bands and cells, and says them in words to tooltips and screen readers.
class MatrixDelegate final : public QStyledItemDelegate
{
public:
    MatrixDelegate(const PolicyDraft &draft, const PermissionsModel &model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_draft(draft)
        , m_model(model)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tones &tones = tonesOf(option.palette);
        const int band = index.data(PermissionsModel::BandRole).toInt();
        const int layer = std::clamp(index.data(PermissionsModel::LayerRole).toInt(), 1, 4);
        const QColor violet = tones.layer.at(size_t(layer) - 1);
        const bool isName = index.column() == PermissionsModel::capabilityColumn;
        const bool isTakes = index.column() == m_model.takesColumn();
        painter->save();
        if (band > 0) {
            QColor soft = violet;
            soft.setAlphaF(tones.dark ? 0.22 : 0.14);
            painter->fillRect(option.rect, soft);
        } else if (option.state & QStyle::State_Selected) {
            painter->fillRect(option.rect, tones.accentSoft);
        }
        if (isName)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(4, option.rect.height())),
                band == PermissionsModel::prohibitedBand
                        || index.data(PermissionsModel::LayerRole).toInt() == PermissionsModel::prohibitedBand
                    ? tones.muted
                    : violet);
        painter->setPen(tones.line);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        if (!isName && band == 0)
            painter->drawLine(option.rect.topLeft(), option.rect.bottomLeft());
        QFont font = option.font;
        painter->setPen(tones.text);
        if (isName || isTakes) {
            const bool changed = index.data(PermissionsModel::ChangedRole).toBool();
            font.setBold(band > 0 || (isTakes && changed));
            painter->setFont(font);
            if (isTakes && band == 0)
                painter->setPen(changed ? tones.accent : tones.text);
            const QRect rect = option.rect.adjusted(12, 0, -6, 0);
            if (band == 0)
                painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft,
                    QFontMetrics(font).elidedText(words(index), Qt::ElideRight, rect.width()));
            else if (isName)
                painter->drawText(rect.adjusted(0, 0, 6, 0), Qt::AlignVCenter | Qt::AlignLeft, words(index));
        } else if (band > 0) {
            // The heading goes on over the roles.
            font.setBold(true);
            painter->setFont(font);
            painter->setClipRect(option.rect);
            const QRect whole(12 - namesWidth, option.rect.top(), 4 * namesWidth, option.rect.height());
            painter->drawText(whole, Qt::AlignVCenter | Qt::AlignLeft, words(index));
        } else {
            paintCell(painter, option, index, tones);
        }
        painter->restore();
    }

    QString displayText(const QVariant &value, const QLocale &) const override { return value.toString(); }

    QString words(const QModelIndex &index) const
    {
        const int band = index.data(PermissionsModel::BandRole).toInt();
        if (band > 0)
            return PermissionWords::band(band);
        const auto id = CapabilityId::parse(index.data(PermissionsModel::CapabilityRole).toString());
        if (!id)
            return {};
        if (index.column() == PermissionsModel::capabilityColumn)
            return PermissionWords::capability(*id);
        if (index.column() == m_model.takesColumn())
            return PermissionWords::takes(m_draft.policy(), m_draft.frame(), *id);
        const RoleId role = m_model.roleAt(index.column());
        const auto state = CellState(index.data(PermissionsModel::StateRole).toInt());
        QStringList parts{PermissionWords::capability(*id),
            index.data(foldedRole).toBool() ? Names::party(m_model.positionAt(index.column()), &m_draft.frame().charter)
                                            : PermissionWords::role(m_draft.policy(), role),
            PermissionWords::state(state)};
        for (const Grant &grant : m_draft.grants(*id, role)) {
            const QString conditions = PermissionWords::conditions(grant);
            if (!conditions.isEmpty())
                parts << conditions;
        }
        if (index.data(PermissionsModel::ChangedRole).toBool())
            parts << MatrixView::tr("changed, was: %1")
                         .arg(PermissionWords::state(CellState(index.data(PermissionsModel::BaseStateRole).toInt())));
        if (const int problem = index.data(PermissionsModel::ProblemRole).toInt(); problem > 0)
            parts << (problem > 1 ? MatrixView::tr("has an error") : MatrixView::tr("has a warning"));
        return parts.join(QStringLiteral(", "));
    }

private:
    static void paintCell(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, const Tones &tones)
    {
        const auto state = CellState(index.data(PermissionsModel::StateRole).toInt());
        QFont font = option.font;
        const bool quiet = state == CellState::None || state == CellState::Prohibited;
        if (!quiet)
            font.setPixelSize(16);
        painter->setFont(font);
        painter->setPen(quiet ? tones.muted : tones.text);
        painter->drawText(option.rect, Qt::AlignCenter, PermissionWords::symbol(state));
        if (index.data(PermissionsModel::ConditionsRole).toBool()) {
            painter->setPen(tones.muted);
            font.setPixelSize(10);
            painter->setFont(font);
            painter->drawText(
                option.rect.adjusted(0, 0, -5, -2), Qt::AlignRight | Qt::AlignBottom, QStringLiteral("…"));
        }
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        if (index.data(PermissionsModel::ChangedRole).toBool()) {
            const QPointF corner = option.rect.topRight() + QPoint(1, 0);
            painter->setBrush(tones.accent);
            painter->drawPolygon(QPolygonF{corner, corner - QPointF(9, 0), corner + QPointF(0, 9)});
        }
        if (const int problem = index.data(PermissionsModel::ProblemRole).toInt(); problem > 0) {
            const QPointF corner = option.rect.bottomLeft() + QPoint(1, 0);
            painter->setBrush(problem > 1 ? tones.alarm : tones.warning);
            painter->drawPolygon(QPolygonF{corner, corner + QPointF(9, 0), corner - QPointF(0, 9)});
        }
        if (option.state & QStyle::State_HasFocus || (option.state & QStyle::State_Selected)) {
            painter->setRenderHint(QPainter::Antialiasing, false);
            painter->setPen(QPen(tones.accent, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
        }
    }

    const PolicyDraft &m_draft;
    const PermissionsModel &m_model;
};

/// What the tables show: the same rows with words for those who cannot see the symbols.
class SpokenMatrix final : public QIdentityProxyModel
{
public:
    SpokenMatrix(
        const MatrixDelegate &delegate, const PermissionsModel &model, const PolicyDraft &draft, QObject *parent)
        : QIdentityProxyModel(parent)
        , m_delegate(delegate)
        , m_model(model)
        , m_draft(draft)
    {
    }
    /// A position's column speaks for all its roles: nothing that one of them may do is hidden.
    void setFolded(bool folded) { m_folded = folded; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role == foldedRole)
            return m_folded;
        if (m_folded && role == PermissionsModel::StateRole)
            return strongest(index);
        if (role == Qt::AccessibleTextRole)
            return m_delegate.words(index);
        // Plain text, whatever a file calls its roles.
        if (role == Qt::ToolTipRole)
            return m_delegate.words(index).toHtmlEscaped();
        return QIdentityProxyModel::data(index, role);
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
            return QIdentityProxyModel::headerData(section, orientation, role);
        if (section == PermissionsModel::capabilityColumn)
            return role == Qt::DisplayRole ? MatrixView::tr("Capability") : QString();
        if (section == m_model.takesColumn())
            return role == Qt::DisplayRole ? MatrixView::tr("So it takes") : QString();
        const QString party = Names::party(m_model.positionAt(section), &m_draft.frame().charter);
        const QString title
            = m_folded ? MatrixView::tr("all roles") : PermissionWords::role(m_draft.policy(), m_model.roleAt(section));
        if (role == Qt::DisplayRole)
            return QString(party + u'\n' + title);
        QStringList issuers;
        for (const PositionId &issuer : m_draft.policy().issuers.value(m_model.roleAt(section)))
            issuers << Names::party(issuer, &m_draft.frame().charter);
        issuers.sort();
        return MatrixView::tr("%1, %2: keys issued by %3")
            .arg(party, title, issuers.isEmpty() ? MatrixView::tr("nobody") : issuers.join(QStringLiteral(", ")))
            .toHtmlEscaped();
    }

private:
    QVariant strongest(const QModelIndex &index) const
    {
        static constexpr CellState order[] = {CellState::Prohibited, CellState::MustSign, CellState::Alone,
            CellState::OneOf, CellState::Extra, CellState::None};
        const PositionId position = m_model.positionAt(index.column());
        QSet<int> states;
        for (int column = 1; column < m_model.takesColumn(); ++column) {
            if (m_model.positionAt(column) == position)
                states.insert(
                    QIdentityProxyModel::data(index.siblingAtColumn(column), PermissionsModel::StateRole).toInt());
        }
        for (const CellState state : order) {
            if (states.contains(int(state)))
                return int(state);
        }
        return int(CellState::None);
    }

    const MatrixDelegate &m_delegate;
    const PermissionsModel &m_model;
    const PolicyDraft &m_draft;
    bool m_folded = false;
};

} // namespace

MatrixView::MatrixView(PolicyDraft &draft, PermissionsModel &model, PermissionsFilter &filter, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_model(model)
    , m_filter(filter)
    , m_names(makeTable("matrixNames"))
    , m_cells(makeTable("matrixCells"))
    , m_takes(makeTable("matrixTakes"))
{
    auto *delegate = new MatrixDelegate(draft, model, this);
    auto *spoken = new SpokenMatrix(*delegate, model, draft, this);
    spoken->setSourceModel(&filter);
    for (QTableView *table : {m_names, m_cells, m_takes}) {
        table->setModel(spoken);
        table->setItemDelegate(delegate);
    }
    for (QTableView *table : {m_names, m_takes})
        table->setSelectionModel(m_cells->selectionModel());
    m_cells->setAccessibleName(tr("Permissions matrix"));
    m_names->setAccessibleName(tr("Capabilities"));
    m_takes->setAccessibleName(tr("What each capability takes"));
    m_names->setFocusPolicy(Qt::NoFocus);
    m_takes->setFocusPolicy(Qt::NoFocus);
    m_names->setFixedWidth(namesWidth);
    m_takes->setMinimumWidth(150);
    m_names->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_cells->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_names->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_takes->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_names);
    row->addWidget(m_cells, 4);
    row->addWidget(m_takes, 1);
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
    m_cells->installEventFilter(this);
    m_cells->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_cells, &QTableView::customContextMenuRequested, this, &MatrixView::showMenu);
    connect(m_cells, &QTableView::doubleClicked, this, &MatrixView::next);
    connect(m_cells->selectionModel(), &QItemSelectionModel::currentChanged, this, &MatrixView::currentChanged);
    connect(spoken, &QAbstractItemModel::modelReset, this, &MatrixView::arrange);
    arrange();
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
    table->verticalHeader()->setDefaultSectionSize(rowHeight);
    table->horizontalHeader()->setFixedHeight(headHeight);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionsClickable(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->horizontalHeader()->setMinimumSectionSize(columnWidth);
    table->horizontalHeader()->setTextElideMode(Qt::ElideRight);
    return table;
}

void MatrixView::arrange()
{
    const int last = m_model.takesColumn();
    for (int column = 0; column <= last; ++column) {
        m_names->setColumnHidden(column, column != 0);
        m_takes->setColumnHidden(column, column != last);
        bool hidden = column == 0 || column == last;
        // Folded: the first role of each position speaks for it.
        if (m_folded && !hidden && column > 1)
            hidden = m_model.positionAt(column) == m_model.positionAt(column - 1);
        m_cells->setColumnHidden(column, hidden);
    }
    m_names->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignBottom);
    m_takes->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignBottom);
    m_cells->horizontalHeader()->setDefaultAlignment(
        Qt::Alignment(Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap));
    QFont small = font();
    small.setPixelSize(std::max(11, fontInfo().pixelSize() - 2));
    m_cells->horizontalHeader()->setFont(small);
    for (QTableView *table : {m_names, m_cells, m_takes}) {
        table->verticalHeader()->setDefaultSectionSize(std::max(rowHeight, fontMetrics().height() + grid));
        table->horizontalHeader()->setFixedHeight(std::max(headHeight, 3 * QFontMetrics(small).height() + grid));
    }
    int shown = 0;
    for (int column = 0; column <= last; ++column)
        shown += m_cells->isColumnHidden(column) ? 0 : 1;
    m_cells->setMaximumWidth(std::max(1, shown) * (columnWidth + grid));
}

void MatrixView::setFolded(bool folded)
{
    m_folded = folded;
    static_cast<SpokenMatrix *>(m_cells->model())->setFolded(folded);
    arrange();
}

QModelIndex MatrixView::current() const
{
    const auto *spoken = static_cast<const QAbstractProxyModel *>(m_cells->model());
    return m_filter.mapToSource(spoken->mapToSource(m_cells->currentIndex()));
}

void MatrixView::setCurrent(const QModelIndex &source)
{
    const auto *spoken = static_cast<const QAbstractProxyModel *>(m_cells->model());
    const QModelIndex index = spoken->mapFromSource(m_filter.mapFromSource(source));
    if (!index.isValid())
        return;
    m_cells->setCurrentIndex(index);
    m_cells->scrollTo(index);
    m_cells->setFocus();
}

bool MatrixView::set(CellState state)
{
    const QModelIndex index = current();
    if (!index.isValid() || index.data(PermissionsModel::BandRole).toInt() > 0)
        return false;
    if (m_folded) {
        Q_EMIT foldedEdit();
        return false;
    }
    if (m_model.setData(index, int(state), PermissionsModel::StateRole))
        return true;
    if (CellState(index.data(PermissionsModel::StateRole).toInt()) != state)
        Q_EMIT refused(state);
    return false;
}

void MatrixView::next()
{
    const QModelIndex index = current();
    if (!index.isValid() || index.data(PermissionsModel::BandRole).toInt() > 0)
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

void MatrixView::showMenu(const QPoint &at)
{
    const QModelIndex under = m_cells->indexAt(at);
    if (!under.isValid() || under.data(PermissionsModel::BandRole).toInt() > 0)
        return;
    m_cells->setCurrentIndex(under);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QModelIndex index = current();
    for (const CellState state : choices) {
        QAction *action = menu->addAction(
            PermissionWords::symbol(state) + u' ' + PermissionWords::state(state), this, [this, state] { set(state); });
        action->setEnabled(m_draft.canSet(m_model.capabilityAt(index.row()), m_model.roleAt(index.column()), state));
    }
    menu->addSeparator();
    menu->addAction(tr("Conditions…"), this, &MatrixView::conditionsWanted)
        ->setEnabled(CellState(index.data(PermissionsModel::StateRole).toInt()) != CellState::None);
    menu->popup(m_cells->viewport()->mapToGlobal(at));
}

void MatrixView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_takes)
        arrange();
}

bool MatrixView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_cells || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
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
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT conditionsWanted();
        return true;
    default:
        return false;
    }
}

} // namespace packwarden
