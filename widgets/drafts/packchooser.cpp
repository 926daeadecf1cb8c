// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/drafts/packchooser.h"

#include "widgets/kit/filefield.h"
#include "widgets/kit/parts.h"
#include "widgets/words/packwords.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QStyledItemDelegate>

#include <algorithm>

namespace packwarden {

namespace {

constexpr int rowHeight = 28;
constexpr int rowsShown = 4;

class PackDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {0, rowHeight}; }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.data(PackChoice::LockedRole).toBool())
            option->text = PackChooser::tr("%1 · theft-locked").arg(option->text);
    }
};

} // namespace

PackChooser::PackChooser(FleetModel &fleet, const QString &id, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_choice(fleet)
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_count(makeLabel({}, "muted", this))
    , m_all(makeButton(tr("Choose all found"), nullptr, "link", this))
    , m_none(makeButton(tr("Choose none"), nullptr, "link", this))
{
    m_search->setObjectName(id + QStringLiteral("PackSearch"));
    m_search->setAccessibleName(tr("Search packs"));
    m_search->setPlaceholderText(tr("A part of the serial, or a search such as lock:locked"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(id + QStringLiteral("Packs"));
    m_list->setAccessibleName(tr("Packs"));
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setUniformItemSizes(true);
    m_list->setItemDelegate(new PackDelegate(m_list));
    m_list->setModel(&m_choice);
    m_count->setObjectName(id + QStringLiteral("PackCount"));
    m_count->setWordWrap(true);
    m_all->setObjectName(id + QStringLiteral("PackAll"));
    m_none->setObjectName(id + QStringLiteral("PackNone"));
    auto *line = new QHBoxLayout;
    line->addWidget(m_count, 1);
    line->addWidget(m_all);
    line->addWidget(m_none);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_search);
    column->addWidget(framed(m_list));
    column->addLayout(line);
    connect(m_search, &QLineEdit::textChanged, this, &PackChooser::search);
    connect(&m_choice, &PackChoice::searched, this, &PackChooser::showFound);
    connect(&m_choice, &PackChoice::chosenChanged, this, [this] {
        showFound();
        Q_EMIT chosenChanged();
    });
    connect(m_all, &QPushButton::clicked, &m_choice, &PackChoice::chooseFound);
    connect(m_none, &QPushButton::clicked, this, [this] { m_choice.choose({}); });
    if (m_choice.isShort(1) && m_choice.rowCount() == 1)
        m_choice.setData(m_choice.index(0), Qt::Checked, Qt::CheckStateRole);
    showFound();
}

bool PackChooser::isEmpty() const
{
    return m_fleet.rowCount() == 0 && !m_fleet.canFetchMore();
}

void PackChooser::choose(const QList<PackSerial> &packs)
{
    m_choice.choose(packs);
    const int row = chosen().isEmpty() ? -1 : m_choice.rowOf(chosen().constFirst());
    if (row >= 0)
        m_list->scrollTo(m_choice.index(row));
}

void PackChooser::search()
{
    const auto says = [this](int row, const QString &word) {
        return PackWords::says(m_fleet, row, word);
    };
    const auto searched = m_choice.search(m_search->text().trimmed(), says);
    m_problem = searched.ok() ? QString() : PackWords::problem(searched.error());
    showFound();
}

void PackChooser::showFound()
{
    const bool isLong = !m_choice.isShort(rowsShown) || !m_search->text().isEmpty();
    m_search->setVisible(isLong);
    m_count->setVisible(isLong);
    m_all->setVisible(isLong);
    m_none->setVisible(isLong);
    m_all->setEnabled(m_choice.found() > 0 && m_problem.isEmpty());
    m_none->setEnabled(!chosen().isEmpty());
    QString text = tr("%n pack(s) chosen.", nullptr, int(chosen().size()));
    if (!m_problem.isEmpty())
        text = m_problem;
    else if (m_choice.isSearching())
        text += u' ' + tr("Searching…");
    else if (m_choice.hasMore())
        text += u' ' + tr("More fit than are listed; type more of the serial.");
    else if (m_choice.found() == 0)
        text += u' ' + tr("No other pack fits.");
    m_count->setText(text);
    setTone(m_count, m_problem.isEmpty() ? "muted" : "alarm");
    m_list->setFixedHeight(std::clamp(m_choice.rowCount(), 1, rowsShown) * rowHeight + 12);
}

/// Return in the search goes to what it found; it must not go on with the form.
void PackChooser::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isReturn || focusWidget() != m_search)
        return QWidget::keyPressEvent(event);
    if (m_choice.rowCount() > 0) {
        m_list->setFocus();
        m_list->setCurrentIndex(m_choice.index(0));
    }
    event->accept();
}

} // namespace packwarden
