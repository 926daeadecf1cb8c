// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/today/todaypage.h"

#include "widgets/kit/parts.h"
#include "widgets/start/startcards.h"
#include "widgets/today/todayrows.h"
#include "widgets/words/format.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QListView>
#include <QMouseEvent>
#include <QStackedWidget>

namespace packwarden {

TodayPage::TodayPage(TodayModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_start(new StartCards(this))
    , m_head(makeLabel({}, "heading", this))
    , m_rest(makeLabel({}, "muted", this))
    , m_empty(makeLabel({}, "muted", this))
    , m_list(new QListView(this))
    , m_stack(new QStackedWidget(this))
{
    m_head->setObjectName(QStringLiteral("todayHead"));
    m_rest->setWordWrap(true);
    m_empty->setObjectName(QStringLiteral("todayEmpty"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_list->setObjectName(QStringLiteral("todayList"));
    m_list->setAccessibleName(tr("What needs you"));
    auto *words = new SpokenToday(m_charter, this);
    words->setSourceModel(&model);
    m_list->setModel(words);
    m_list->setItemDelegate(new TodayDelegate(m_charter, m_list));
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);

    auto *card = makeCard(this);
    auto *cardColumn = new QVBoxLayout(card);
    cardColumn->setContentsMargins(1, 1, 1, 1);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    cardColumn->addWidget(m_stack);
    m_start->setObjectName(QStringLiteral("startCards"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * grid, 2 * grid, 3 * grid, 2 * grid);
    column->setSpacing(grid);
    column->addWidget(m_head);
    column->addWidget(m_rest);
    column->addSpacing(grid);
    column->addWidget(m_start, 1);
    column->addWidget(card, 1);
    column->addStretch();
    m_stack->setProperty("card", QVariant::fromValue<QObject *>(card));

    const auto open = [this](const QModelIndex &index) {
        if (index.isValid())
            Q_EMIT wanted(index.data(TodayModel::ItemRole).value<TodayItem>());
    };
    connect(m_list, &QListView::activated, this, open);
    // One click on the verb; elsewhere a click chooses the row.
    connect(m_list, &QListView::clicked, this, [this, open](const QModelIndex &index) {
        const QPoint at = m_list->viewport()->mapFromGlobal(QCursor::pos());
        if (at.x() > m_list->viewport()->width() - TodayDelegate::verbWidth - 2 * grid)
            open(index);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            m_current = index.data(TodayModel::KeyRole).toString();
    });
    connect(words, &QAbstractItemModel::modelReset, this, &TodayPage::refresh);
    connect(words, &QAbstractItemModel::dataChanged, this, &TodayPage::refresh);
    refresh();
}

void TodayPage::setFirstStart(bool first)
{
    if (std::exchange(m_first, first) != first)
        refresh();
}

void TodayPage::setConnected(bool connected)
{
    if (std::exchange(m_connected, connected) != connected)
        refresh();
}

void TodayPage::setSignedIn(bool signedIn)
{
    m_signedIn = signedIn;
    refresh();
}

void TodayPage::showEvent(QShowEvent *event)
{
    // Drafts are begun and ended on other pages.
    m_model.refresh();
    QWidget::showEvent(event);
}

void TodayPage::refresh()
{
    const int count = m_model.rowCount();
    auto *card = static_cast<QWidget *>(m_stack->property("card").value<QObject *>());
    const bool first = m_first && count == 0;
    m_start->setVisible(first);
    card->setVisible(!first);
    m_stack->setCurrentIndex(count == 0 ? 1 : 0);
    if (first) {
        m_head->setText(tr("Welcome to Packwarden"));
        m_rest->setText(tr("This console trusts no rules yet and hears no pack. Begin with one of these."));
        return;
    }
    // Rows that only tell what waits for others need nobody here.
    int mine = 0;
    for (int row = 0; row < count; ++row)
        mine += m_model.item(row).kind == TodayItem::Kind::WaitsForOthers ? 0 : 1;
    m_head->setText(mine == 0 ? tr("Nothing needs you") : tr("%n thing(s) need you", nullptr, mine));
    const QString order = count > 1 ? tr("The most pressing first.") : QString();
    m_rest->setText(m_signedIn ? order : tr("Sign in to see also what waits for your signature."));
    m_empty->setText(m_charter.positions.isEmpty()
            ? tr("This console trusts no rules yet, so it cannot tell what is in order.\nTrust the rules of a pack, or "
                 "join by invitation.")
            : m_connected
            ? tr(
                "Packs, keys, lists and documents known here are in order.\nOpen the inspector to watch a pack, or the "
                "sign-offs to draft a change.")
            : tr("Keys, lists and documents known here are in order. No bus is connected: of the packs only what they "
                 "said last is known.\nConnect to a bus to see them, or open the sign-offs to draft a change."));
    for (int row = 0; row < count; ++row) {
        const QModelIndex index = m_list->model()->index(row, 0);
        if (index.data(TodayModel::KeyRole).toString() == m_current && index != m_list->currentIndex())
            m_list->setCurrentIndex(index);
    }
    if (count > 0 && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
    // A frame around rows, not around the room below them.
    const QMargins margins = card->layout()->contentsMargins();
    int rows = margins.top() + margins.bottom() + 2 * m_list->frameWidth()
        + 2 * static_cast<const QFrame *>(card)->frameWidth();
    for (int row = 0; row < count; ++row)
        rows += m_list->sizeHintForRow(row);
    card->setMaximumHeight(count == 0 ? QWIDGETSIZE_MAX : rows);
}

void TodayPage::setTrust(const Charter &charter)
{
    m_charter = charter;
    refresh();
    m_list->viewport()->update();
}

} // namespace packwarden
