// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/live/trendcard.h"

#include "widgets/inspector/live/facts.h"
#include "widgets/inspector/live/trendplot.h"
#include "widgets/kit/chooser.h"
#include "widgets/kit/parts.h"
#include "widgets/style/theme.h"
#include "widgets/words/trustwords.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLineEdit>
#include <QSettings>

#include <algorithm>

namespace packwarden {

TrendCard::TrendCard(QWidget *place, QWidget *page)
    : QFrame(place)
    , m_place(place)
    , m_page(page)
{
    setProperty("surface", QStringLiteral("card"));
    makeTools();
    place->layout()->addWidget(this);
}

TrendCard::~TrendCard()
{
    // Its window goes with the page: nothing comes back then.
    if (m_apart)
        m_apart->removeEventFilter(this);
}

void TrendCard::makeTools()
{
    m_trend = new TrendPlot(this);
    m_trend->setObjectName(QStringLiteral("trend"));
    m_pause = makeButton(tr("Pause"), nullptr, nullptr, this);
    m_pause->setObjectName(QStringLiteral("trendPause"));
    m_pause->setToolTip(tr("Holds the view still; what is heard meanwhile is kept (Space)"));
    auto *in = makeButton(QStringLiteral("+"), nullptr, nullptr, this);
    in->setObjectName(QStringLiteral("trendIn"));
    in->setAccessibleName(tr("Zoom in"));
    in->setToolTip(tr("Shorter time (+ or the wheel)"));
    auto *out = makeButton(QStringLiteral("\u2212"), nullptr, nullptr, this);
    out->setObjectName(QStringLiteral("trendOut"));
    out->setAccessibleName(tr("Zoom out"));
    out->setToolTip(tr("Longer time (- or the wheel)"));
    m_span = new Chooser(this);
    m_span->setObjectName(QStringLiteral("trendSpan"));
    m_span->setAccessibleName(tr("Time shown"));
    m_span->addItem(tr("1 min"), 60);
    m_span->addItem(tr("2 min"), 120);
    m_span->addItem(tr("10 min"), 600);
    m_span->addItem(tr("1 hour"), 3600);
    m_span->addItem(tr("all"), 0);
    m_span->setCurrentIndex(1);
    m_cursor = makeLabel({}, nullptr, this);
    m_cursor->setObjectName(QStringLiteral("trendCursor"));
    m_figure = new Chooser(this);
    m_figure->setObjectName(QStringLiteral("trendFigure"));
    m_figure->setAccessibleName(tr("Figure of the pack in the trend"));
    m_figure->addItem(tr("pack current"), int(TrendFigure::Current));
    m_figure->addItem(tr("pack voltage"), int(TrendFigure::Voltage));
    m_figure->addItem(tr("charge"), int(TrendFigure::Charge));
    m_figure->addItem(tr("hottest sensor"), int(TrendFigure::Hottest));
    m_figure->addItem(tr("coldest sensor"), int(TrendFigure::Coldest));
    m_cellsShown = new QLineEdit(this);
    m_cellsShown->setObjectName(QStringLiteral("trendCells"));
    m_cellsShown->setAccessibleName(tr("Cells in the trend"));
    m_cellsShown->setPlaceholderText(tr("and cells 7, 12-14"));
    m_cellsShown->setToolTip(tr("Cells that the trend shows besides the selected one: numbers and spans, at most %1.")
                                 .arg(TrendPlot::mostCells));
    m_cellsShown->setClearButtonEnabled(true);
    m_cellsShown->setMaximumWidth(20 * grid);
    m_window = makeButton(tr("Own window"), nullptr, nullptr, this);
    m_window->setObjectName(QStringLiteral("trendWindow"));
    m_window->setToolTip(tr("Shows the trend in a window of its own, or back here"));
    connect(m_window, &QPushButton::clicked, this, [this] { detach(!m_apart); });
    connect(m_figure, &QComboBox::currentIndexChanged, this, [this] {
        m_trend->setFigure(TrendFigure(m_figure->currentData().toInt()));
        showLegend();
    });
    connect(m_cellsShown, &QLineEdit::textChanged, this, &TrendCard::takeCells);
    auto *head = new QHBoxLayout;
    head->setSpacing(grid);
    head->addWidget(makeLabel(tr("Trend"), "section"));
    head->addWidget(m_figure);
    head->addWidget(m_cellsShown);
    head->addStretch();
    head->addWidget(m_pause);
    head->addWidget(in);
    head->addWidget(out);
    head->addWidget(m_span);
    head->addWidget(m_window);
    // What the lines are, or what they say where somebody points.
    m_legend = makeLabel({}, "muted", this);
    m_legend->setObjectName(QStringLiteral("trendLegend"));
    for (QLabel *label : {m_legend, m_cursor})
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * grid, 6, 2 * grid, 4);
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(m_legend);
    column->addWidget(m_cursor);
    column->addWidget(m_trend, 1);
    m_cursor->hide();
    connect(m_pause, &QPushButton::clicked, this, [this] { m_trend->setFollowing(!m_trend->isFollowing()); });
    connect(in, &QPushButton::clicked, this, [this] { m_trend->zoom(0.5); });
    connect(out, &QPushButton::clicked, this, [this] { m_trend->zoom(2); });
    connect(m_span, &QComboBox::currentIndexChanged, this, [this] { m_trend->setSpan(m_span->currentData().toInt()); });
    connect(m_trend, &TrendPlot::followingChanged, this,
        [this](bool following) { m_pause->setText(following ? tr("Pause") : tr("Go on")); });
    connect(m_trend, &TrendPlot::cursorChanged, this, &TrendCard::showCursor);
    showLegend();
}

/// "7, 12-14": what is no cell of this pack is left out, and the field says so.
void TrendCard::takeCells()
{
    QList<int> cells;
    bool isSound = true;
    for (const QString &part : m_cellsShown->text().split(u',', Qt::SkipEmptyParts)) {
        bool isFrom = false;
        bool isTo = false;
        const QString from = part.section(u'-', 0, 0).trimmed();
        const int first = from.toInt(&isFrom);
        const int last = part.contains(u'-') ? part.section(u'-', 1).trimmed().toInt(&isTo) : first;
        isTo = isTo || !part.contains(u'-');
        if (!isFrom || !isTo || first < 1 || last < first || last - first >= TrendPlot::mostCells) {
            isSound = false;
            continue;
        }
        for (int cell = first; cell <= last; ++cell)
            cells.append(cell);
    }
    isSound = isSound && cells.size() <= TrendPlot::mostCells
        && (m_cellCount == 0
            || std::all_of(cells.begin(), cells.end(), [this](int cell) { return cell <= m_cellCount; }));
    m_cellsShown->setProperty("wrong", !isSound);
    setTone(m_cellsShown, isSound ? "" : "wrong");
    m_trend->setCells(cells);
    showLegend();
}

void TrendCard::showCursor(const QString &text)
{
    m_cursor->setText(text.isEmpty() ? text : TrustWords::heard(text, m_proved));
    m_cursor->setToolTip(text);
    m_cursor->setVisible(!text.isEmpty());
    m_legend->setVisible(text.isEmpty());
}

void TrendCard::showLegend()
{
    m_legend->setToolTip(m_proved ? QString() : TrustWords::whyUnproved());
    m_legend->setText(
        TrustWords::heard(tr("\u2501 %1   \u2505 selected cell from the mean   \u25A0 lowest to highest cell   "
                             "\u25A8 nothing heard")
                              .arg(m_figure->currentText()),
            m_proved));
}

/// In a window of its own the trend is as tall as its window; to close that brings it back.
void TrendCard::detach(bool apart)
{
    if (apart == !m_apart.isNull())
        return;
    if (apart) {
        m_apart = new QWidget(m_page, Qt::Window);
        m_apart->setObjectName(QStringLiteral("trendApart"));
        m_apart->setWindowTitle(tr("Trend of %1").arg(m_name));
        m_apart->resize(120 * grid, 60 * grid);
        auto *inside = new QVBoxLayout(m_apart);
        inside->setContentsMargins(12, 12, 12, 12);
        inside->addWidget(this);
        m_apart->installEventFilter(this);
        m_apart->show();
    } else {
        m_place->layout()->addWidget(this);
        QWidget *gone = m_apart;
        m_apart.clear();
        gone->removeEventFilter(this);
        gone->deleteLater();
    }
    // Its place keeps its size for the time when it comes back.
    m_place->setVisible(!apart);
    show();
    m_window->setText(apart ? tr("Back to the page") : tr("Own window"));
    m_trend->refresh();
}

bool TrendCard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_apart && event->type() == QEvent::Close)
        detach(false);
    return QFrame::eventFilter(watched, event);
}

void TrendCard::setProved(bool proved)
{
    if (proved == m_proved)
        return;
    m_proved = proved;
    showLegend();
    showCursor(m_trend->cursorText());
}

void TrendCard::setPack(const QString &name, int cells)
{
    m_cellCount = cells;
    if (name == m_name)
        return;
    m_name = name;
    if (m_apart)
        m_apart->setWindowTitle(tr("Trend of %1").arg(m_name));
}

void TrendCard::remember(QSettings &settings) const
{
    settings.setValue(QStringLiteral("inspector/span"), m_span->currentIndex());
    settings.setValue(QStringLiteral("inspector/figure"), m_figure->currentIndex());
    settings.setValue(QStringLiteral("inspector/cells"), m_cellsShown->text());
}

void TrendCard::recall(const QSettings &settings)
{
    livefacts::recall(*m_span, settings, "inspector/span");
    livefacts::recall(*m_figure, settings, "inspector/figure");
    m_cellsShown->setText(settings.value(QStringLiteral("inspector/cells")).toString().left(64));
}

} // namespace packwarden
