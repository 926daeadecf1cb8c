// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trendplot.h"

#include "theme.h"

// QCustomPlot's header uses the keywords that this project switches off.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#define foreach Q_FOREACH
#include <qcustomplot.h>
#undef signals
#undef slots
#undef foreach

#include <limits>

namespace packwarden {

namespace {

constexpr double shownSeconds = 120;
constexpr double shortestSeconds = 20;
constexpr qint64 gapMilliseconds = 2000;
constexpr qint64 repaintMilliseconds = 200;

} // namespace

TrendPlot::TrendPlot(QWidget *parent)
    : QWidget(parent)
    , m_plot(new QCustomPlot(this))
{
    setAccessibleName(tr("Trend of current and of the selected cell"));
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_plot);
    m_plot->setMinimumHeight(12 * grid);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->yAxis2->setVisible(true);
    m_plot->yAxis->setLabel(QStringLiteral("A"));
    m_plot->yAxis2->setLabel(QStringLiteral("mV"));
    m_plot->xAxis->setLabel({});
    for (auto *axis : {m_plot->xAxis, m_plot->yAxis, m_plot->yAxis2}) {
        axis->ticker()->setTickCount(axis == m_plot->xAxis ? 6 : 3);
        axis->setSubTicks(false);
    }
    m_current = m_plot->addGraph(m_plot->xAxis, m_plot->yAxis);
    m_cell = m_plot->addGraph(m_plot->xAxis, m_plot->yAxis2);
    m_plot->setAntialiasedElements(QCP::aeAll);
    recolour();
}

void TrendPlot::append(const PackTelemetry &telemetry, qint64 now, int cell, double meanMillivolts)
{
    if (telemetry.heardAt == m_last)
        return;
    const double gap = std::numeric_limits<double>::quiet_NaN();
    if (m_last > 0 && telemetry.heardAt - m_last > gapMilliseconds) {
        m_current->addData(double(m_last + 1) / 1000, gap);
        m_cell->addData(double(m_last + 1) / 1000, gap);
    }
    if (cell != m_cellNumber) {
        m_cell->data()->clear();
        m_cellNumber = cell;
    }
    m_last = telemetry.heardAt;
    const double x = double(telemetry.heardAt) / 1000;
    m_current->addData(x, telemetry.packMilliamps / 1000.0);
    if (cell >= 1 && cell <= telemetry.cells.size() && telemetry.cells.at(cell - 1).valid)
        m_cell->addData(x, telemetry.cells.at(cell - 1).millivolts - meanMillivolts);
    m_current->data()->removeBefore(x - shownSeconds);
    m_cell->data()->removeBefore(x - shownSeconds);
    if (now - m_painted < repaintMilliseconds)
        return;
    m_painted = now;
    bool found = false;
    const double first = m_current->getKeyRange(found).lower;
    m_plot->xAxis->setRange(x - std::clamp(x - first, shortestSeconds, shownSeconds), x);
    // Never narrower than a few units, so that noise does not look like an event.
    const auto fit = [](QCPGraph *graph, QCPAxis *axis, double least) {
        bool any = false;
        QCPRange range = graph->getValueRange(any);
        if (!any)
            range = QCPRange(-least / 2, least / 2);
        const double half = std::max(range.size() * 0.6, least / 2);
        axis->setRange(range.center() - half, range.center() + half);
    };
    fit(m_current, m_plot->yAxis, 4);
    fit(m_cell, m_plot->yAxis2, 8);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void TrendPlot::clear()
{
    m_current->data()->clear();
    m_cell->data()->clear();
    m_last = 0;
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void TrendPlot::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        recolour();
    QWidget::changeEvent(event);
}

void TrendPlot::recolour()
{
    const Tones &tones = tonesOf(palette());
    QFont small = font();
    small.setPixelSize(11);
    m_plot->setBackground(tones.panel);
    for (auto *axis : {m_plot->xAxis, m_plot->yAxis, m_plot->yAxis2}) {
        axis->setBasePen(QPen(tones.line));
        axis->setTickPen(QPen(tones.line));
        axis->setTickLabelColor(tones.muted);
        axis->setLabelColor(tones.muted);
        axis->setTickLabelFont(small);
        axis->setLabelFont(small);
        axis->grid()->setPen(QPen(tones.line, 1));
        axis->grid()->setZeroLinePen(QPen(tones.muted, 1));
    }
    m_plot->xAxis->setTickLabels(false);
    m_plot->xAxis->grid()->setVisible(false);
    m_current->setPen(QPen(tones.accent, 2));
    m_cell->setPen(QPen(tones.dark ? tones.layer[1] : tones.layer[2], 2, Qt::DashLine));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

} // namespace packwarden
