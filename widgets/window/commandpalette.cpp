// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/window/commandpalette.h"

#include "widgets/kit/parts.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>

namespace packwarden {

namespace {

constexpr int rowHeight = 4 * grid;

class CommandDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {200, rowHeight}; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tones &tones = tonesOf(option.palette);
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, tones.accentSoft);
        QRect row = option.rect.adjusted(2 * grid, 0, -2 * grid, 0);
        painter->setPen(tones.muted);
        const QString right = index.data(CommandsModel::HintRole).toString();
        painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter, right);
        painter->drawText(row, Qt::AlignLeft | Qt::AlignVCenter, index.data(CommandsModel::KindRole).toString());
        row.adjust(12 * grid, 0, -option.fontMetrics.horizontalAdvance(right) - grid, 0);
        painter->setPen(tones.text);
        painter->drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, row.width()));
        painter->restore();
    }
};

} // namespace

CommandsModel::CommandsModel(QList<PaletteCommand> commands, QObject *parent)
    : QAbstractListModel(parent)
    , m_commands(std::move(commands))
{
}

int CommandsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_commands.size());
}

QVariant CommandsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const PaletteCommand &command = m_commands.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return command.title;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2 %3").arg(command.kind, command.title, command.hint);
    case KindRole:
        return command.kind;
    case HintRole:
        return command.hint;
    default:
        return {};
    }
}

FuzzyFilter::FuzzyFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    sort(0);
}

void FuzzyFilter::setPattern(const QString &pattern)
{
    m_pattern = pattern.simplified();
    invalidate();
}

int FuzzyFilter::score(const QString &pattern, const QString &text)
{
    if (pattern.isEmpty())
        return 0;
    const qsizetype whole = text.indexOf(pattern, 0, Qt::CaseInsensitive);
    if (whole == 0)
        return 0;
    if (whole > 0)
        return text.at(whole - 1).isLetterOrNumber() ? 200 + int(whole) : 100 + int(whole);
    int cost = 1000;
    qsizetype at = 0;
    for (const QChar letter : pattern) {
        if (letter.isSpace())
            continue;
        const qsizetype next = text.indexOf(letter, at, Qt::CaseInsensitive);
        if (next < 0)
            return -1;
        cost += int(next - at);
        at = next + 1;
    }
    return cost;
}

int FuzzyFilter::scoreOf(const QModelIndex &index) const
{
    const int title = score(m_pattern, index.data().toString());
    if (title >= 0)
        return title;
    // "pack 0003" finds a pack by its kind and name.
    const int both = score(m_pattern, index.data(CommandsModel::KindRole).toString() + u' ' + index.data().toString());
    return both < 0 ? -1 : both + 500;
}

bool FuzzyFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    return scoreOf(sourceModel()->index(row, 0, parent)) >= 0;
}

bool FuzzyFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    return std::pair(scoreOf(left), left.row()) < std::pair(scoreOf(right), right.row());
}

CommandPalette::CommandPalette(QList<PaletteCommand> commands, QWidget *parent)
    : QDialog(parent)
    , m_commands(std::move(commands))
    , m_text(new QLineEdit(this))
    , m_list(new QListView(this))
{
    setObjectName(QStringLiteral("commandPalette"));
    setWindowTitle(tr("Find"));
    setModal(true);
    resize(72 * grid, 52 * grid);
    m_filter.setSourceModel(&m_commands);
    m_text->setObjectName(QStringLiteral("paletteText"));
    m_text->setAccessibleName(tr("Find a page, pack, document, parameter or action"));
    m_text->setPlaceholderText(tr("Pages, packs, documents, parameters, actions"));
    m_text->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("What was found"));
    m_list->setModel(&m_filter);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setCurrentIndex(m_filter.index(0, 0));
    auto *hint = makeLabel(tr("Up and Down choose, Enter opens, Esc closes"), "muted");
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * grid, 2 * grid, 2 * grid, grid);
    column->addWidget(m_text);
    column->addWidget(m_list, 1);
    column->addWidget(hint);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter.setPattern(text);
        m_list->setCurrentIndex(m_filter.index(0, 0));
        m_list->scrollToTop();
    });
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
    m_text->setFocus();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_text || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        runCurrent();
        return true;
    }
    const int step = key == Qt::Key_Down ? 1
        : key == Qt::Key_Up              ? -1
        : key == Qt::Key_PageDown        ? 8
        : key == Qt::Key_PageUp          ? -8
                                         : 0;
    if (step == 0 || m_filter.rowCount() == 0)
        return step != 0;
    const int row = std::clamp(m_list->currentIndex().row() + step, 0, m_filter.rowCount() - 1);
    m_list->setCurrentIndex(m_filter.index(row, 0));
    return true;
}

void CommandPalette::runCurrent()
{
    const QModelIndex index = m_filter.mapToSource(m_list->currentIndex());
    if (!index.isValid())
        return;
    // The command may open a dialog: the palette must be gone by then.
    const auto run = m_commands.command(index.row()).run;
    QTimer::singleShot(0, parent(), run);
    accept();
}

} // namespace packwarden
