// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/live/sideview.h"

#include "models/core/base/clock.h"
#include "models/packs/packsmodel.h"
#include "widgets/inspector/live/cellmap.h"
#include "widgets/kit/chooser.h"
#include "widgets/kit/figure.h"
#include "widgets/kit/menutext.h"
#include "widgets/kit/parts.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"
#include "widgets/words/trustwords.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLocale>
#include <QMenu>
#include <QScrollArea>

#include <algorithm>

namespace packwarden {

namespace {

QString decimal(qint64 milli, int digits, const QString &unit)
{
    return QLocale().toString(double(milli) / 1000, 'f', digits).replace(u'-', QChar(0x2212)) + QChar::Nbsp + unit;
}

QString temperatures(const PackTelemetry &heard)
{
    const QList<int> &all = heard.temperaturesMilliCelsius;
    if (all.isEmpty())
        return QStringLiteral("\u2013");
    const auto [low, high] = std::minmax_element(all.begin(), all.end());
    const QString unit = QStringLiteral("\u00B0C");
    return SideView::tr("%1 to %2").arg(decimal(*low, 1, unit), decimal(*high, 1, unit));
}

struct FigureLine
{
    QString name;
    PackFigures needs;
    QString (*text)(const PackTelemetry &heard);
};

/// In the order of the lines.
QList<FigureLine> lines()
{
    using T = const PackTelemetry &;
    return {{SideView::tr("Charge"), PackFigure::Charge,
                [](T heard) {
                    return decimal(heard.socMilliPercent, 1, QStringLiteral("%"));
                }},
        {SideView::tr("Voltage"), PackFigure::Voltage,
            [](T heard) {
                return decimal(heard.packMillivolts, 1, QStringLiteral("V"));
            }},
        {SideView::tr("Current"), PackFigure::Current,
            [](T heard) {
                return decimal(heard.packMilliamps, 1, QStringLiteral("A"));
            }},
        {SideView::tr("Temperature"), {}, temperatures},
        {SideView::tr("Health"), PackFigure::Health,
            [](T heard) {
                return decimal(heard.sohMilliPercent, 0, QStringLiteral("%"));
            }},
        {SideView::tr("Lowest cell"), PackFigure::LowestCell,
            [](T heard) {
                return SideView::tr("%1, cell %2")
                    .arg(decimal(heard.minCellMillivolts, 3, QStringLiteral("V")))
                    .arg(heard.minCell);
            }},
        {SideView::tr("Cells apart"), PackFigure::LowestCell | PackFigure::HighestCell,
            [](T heard) {
                return QStringLiteral("%1\u00A0mV").arg(heard.maxCellMillivolts - heard.minCellMillivolts);
            }},
        {SideView::tr("Faults"), PackFigure::FaultCount, [](T heard) {
             return QString::number(heard.activeFaults);
         }}};
}

} // namespace

SideView::SideView(const PacksModel &packs, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_packs(packs)
    , m_clock(clock)
    , m_choose(makeButton(tr("Packs\u2026"), nullptr, nullptr, this))
    , m_menu(new QMenu(m_choose))
    , m_quantity(new Chooser(this))
    , m_empty(makeLabel(tr("No pack is chosen, or none is heard."), "muted", this))
{
    m_choose->setObjectName(QStringLiteral("sideChoose"));
    m_choose->setToolTip(tr("Which packs stand beside each other"));
    m_menu->setObjectName(QStringLiteral("sideMenu"));
    giveMenu(m_choose, m_menu);
    m_quantity->setObjectName(QStringLiteral("sideQuantity"));
    m_quantity->setAccessibleName(tr("What the cells show"));
    CellValues::fill(*m_quantity);
    m_empty->setObjectName(QStringLiteral("sideEmpty"));
    m_empty->setAlignment(Qt::AlignCenter);
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_choose);
    bar->addWidget(m_quantity);
    bar->addStretch();
    auto *content = new QWidget;
    m_row = new QHBoxLayout(content);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(12);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Packs side by side"));
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, grid, 0, 0);
    column->addLayout(bar);
    column->addWidget(m_empty, 1);
    column->addWidget(scroll, 1);
    connect(m_menu, &QMenu::aboutToShow, this, &SideView::makeMenu);
    connect(m_quantity, &QComboBox::currentIndexChanged, this, [this] {
        for (const Column &each : std::as_const(m_columns))
            each.cells->setQuantity(CellQuantity(m_quantity->currentData().toInt()));
    });
}

QStringList SideView::shown() const
{
    QStringList keys;
    for (int row = 0; row < m_packs.rowCount(); ++row) {
        const QString key = m_packs.index(row, 0).data(PacksModel::KeyRole).toString();
        if (m_chosen ? m_chosen->contains(key) : keys.size() < shownAtFirst)
            keys.append(key);
    }
    return keys;
}

void SideView::makeMenu()
{
    m_menu->clear();
    const QStringList now = shown();
    for (int row = 0; row < m_packs.rowCount(); ++row) {
        const QString key = m_packs.index(row, 0).data(PacksModel::KeyRole).toString();
        QAction *action = m_menu->addAction(menuText(Names::pack(key)));
        action->setCheckable(true);
        action->setChecked(now.contains(key));
        connect(action, &QAction::toggled, this, [this, key](bool on) {
            const QStringList before = shown();
            QSet<QString> chosen(before.begin(), before.end());
            if (on)
                chosen.insert(key);
            else
                chosen.remove(key);
            m_chosen = chosen;
            refresh();
        });
    }
}

SideView::Column SideView::makeColumn(const QString &key)
{
    Column made;
    made.key = key;
    made.card = makeCard(this);
    made.name = makeButton(menuText(Names::pack(key)), nullptr, "link", made.card);
    made.name->setToolTip(tr("Show this pack alone"));
    made.name->setProperty("flush", true);
    made.said = makeLabel({}, "muted", made.card);
    made.said->setObjectName(QStringLiteral("sideSaid"));
    made.said->setWordWrap(true);
    auto *figures = new QGridLayout;
    figures->setHorizontalSpacing(2 * grid);
    figures->setVerticalSpacing(2);
    const QList<FigureLine> all = lines();
    for (int i = 0; i < all.size(); ++i) {
        // Two beside each other: the map below gets the height.
        const int column = i % 2 * 2;
        figures->addWidget(makeLabel(all.at(i).name, "muted", made.card), i / 2, column);
        auto *value = makeLabel({}, "section", made.card);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setFocusPolicy(Qt::NoFocus);
        figures->addWidget(value, i / 2, column + 1);
        made.figures.append(value);
    }
    figures->setColumnStretch(1, 1);
    figures->setColumnStretch(3, 1);
    made.cells = new CellMap(made.card);
    made.cells->setAccessibleName(tr("Cells of %1").arg(Names::pack(key)));
    made.cells->setQuantity(CellQuantity(m_quantity->currentData().toInt()));
    auto *inside = new QVBoxLayout(made.card);
    inside->setContentsMargins(2 * grid, grid, 2 * grid, grid);
    inside->setSpacing(grid);
    inside->addWidget(made.name, 0, Qt::AlignLeft);
    inside->addWidget(made.said);
    inside->addLayout(figures);
    inside->addWidget(made.cells, 1);
    connect(made.name, &QPushButton::clicked, this, [this, key] { Q_EMIT packWanted(key); });
    return made;
}

void SideView::setProved(const QSet<QString> &serials)
{
    m_proved = serials;
    refresh();
}

void SideView::sync()
{
    const QStringList keys = shown();
    QStringList there;
    for (const Column &column : std::as_const(m_columns))
        there.append(column.key);
    if (keys == there)
        return;
    for (const Column &column : std::as_const(m_columns))
        column.card->deleteLater();
    m_columns.clear();
    for (const QString &key : keys) {
        m_columns.append(makeColumn(key));
        m_row->addWidget(m_columns.constLast().card, 1);
    }
    m_empty->setVisible(keys.isEmpty());
}

void SideView::fill(const Column &column, const PackTelemetry &heard, qint64 now) const
{
    const auto said = Sentences::pack(heard, now - heard.heardAt);
    const bool proved = m_proved.contains(column.key);
    if (const QString head = TrustWords::heard(said.head, proved); column.said->text() != head) {
        column.said->setText(head);
        column.said->setToolTip(proved ? QString() : TrustWords::whyUnproved());
    }
    const QList<FigureLine> all = lines();
    for (int i = 0; i < all.size(); ++i)
        setLiveText(
            *column.figures.at(i), heard.knows(all.at(i).needs) ? all.at(i).text(heard) : QStringLiteral("\u2013"));
    column.cells->setTelemetry(heard, now);
}

void SideView::refresh()
{
    if (!isVisible())
        return;
    sync();
    const qint64 now = m_clock.monotonicMilliseconds();
    for (const Column &column : std::as_const(m_columns)) {
        if (const int row = m_packs.rowOfKey(column.key); row >= 0)
            fill(column, m_packs.telemetry(row), now);
    }
}

void SideView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

} // namespace packwarden
