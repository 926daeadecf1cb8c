// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/live/trendplot.h"

#include "widgets/style/theme.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QLocale>
#include <QVBoxLayout>

// QCustomPlot's header uses the keywords that this project switches off.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#define foreach Q_FOREACH
#include <qcustomplot.h>
#undef signals
#undef slots
#undef foreach

#include <algorithm>
#include <cmath>
#include <limits>

namespace packwarden {

namespace {

constexpr double shortestSeconds = 5;
constexpr qint64 drawnEvery = 1000; ///< milliseconds
constexpr double leastMillivolts = 8; // never narrower, so that noise does not look like an event
constexpr double leastOfFigure[] = {4, 2, 2, 2, 2};
const double nothing = std::numeric_limits<double>::quiet_NaN();

QString decimal(double value, int digits)
{
    return QLocale().toString(value, 'f', digits).replace(u'-', QChar(0x2212));
}

QString withSign(double value)
{
    return (std::lround(value) < 0 ? QString() : QStringLiteral("+")) + decimal(double(std::lround(value)), 0);
}

} // namespace

TrendPlot::TrendPlot(QWidget *parent)
    : QWidget(parent)
    , m_plot(new QCustomPlot(this))
{
    setAccessibleName(tr("Trend of the pack and its cells"));
    setToolTip(
        tr("A click or the arrows hold the cursor at an instant, which the whole page shows; Esc lets it go. Page "
           "Up and Page Down move the time, + and - or the wheel zoom, End follows."));
    setFocusPolicy(Qt::StrongFocus);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_plot);
    m_plot->setObjectName(QStringLiteral("trendCanvas"));
    m_plot->setMinimumHeight(9 * grid);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setMouseTracking(true);
    m_plot->setInteractions(QCP::Interactions(QCP::iRangeDrag) | QCP::iRangeZoom);
    m_plot->axisRect()->setRangeDrag(Qt::Horizontal);
    m_plot->axisRect()->setRangeZoom(Qt::Horizontal);
    m_plot->yAxis2->setVisible(true);
    m_plot->yAxis->setLabel(unit(m_figure));
    m_plot->yAxis2->setLabel(QStringLiteral("mV"));
    const QSharedPointer<QCPAxisTickerDateTime> times(new QCPAxisTickerDateTime);
    times->setDateTimeFormat(QStringLiteral("HH:mm:ss"));
    m_plot->xAxis->setTicker(times);
    for (auto *axis : {m_plot->xAxis, m_plot->yAxis, m_plot->yAxis2}) {
        axis->ticker()->setTickCount(axis == m_plot->xAxis ? 6 : 3);
        axis->setSubTicks(false);
    }
    m_lowest = m_plot->addGraph(m_plot->xAxis, m_plot->yAxis2);
    m_highest = m_plot->addGraph(m_plot->xAxis, m_plot->yAxis2);
    m_highest->setChannelFillGraph(m_lowest);
    m_left = m_plot->addGraph(m_plot->xAxis, m_plot->yAxis);
    addLine(0);
    m_line = new QCPItemStraightLine(m_plot);
    m_line->setVisible(false);
    m_plot->setAntialiasedElements(QCP::aeAll);
    connect(m_plot->xAxis, qOverload<const QCPRange &>(&QCPAxis::rangeChanged), this, &TrendPlot::rangeChanged);
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](QMouseEvent *event) {
        if (event->buttons() == Qt::NoButton && !m_held)
            setCursor(std::llround(m_plot->xAxis->pixelToCoord(event->position().x()) * 1000));
    });
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, [this] { setFollowing(true); });
    connect(m_plot, &QCustomPlot::mousePress, this, [this](QMouseEvent *event) { m_pressedAt = event->pos(); });
    connect(m_plot, &QCustomPlot::mouseRelease, this, [this](QMouseEvent *event) {
        // A drag moves the time; a click holds the instant, or takes another.
        if (event->button() != Qt::LeftButton || (event->pos() - m_pressedAt).manhattanLength() > 3)
            return;
        setCursor(std::llround(m_plot->xAxis->pixelToCoord(event->position().x()) * 1000));
        m_held = m_cursor.has_value();
    });
    recolour();
}

void TrendPlot::setHistory(const TelemetryHistory *history)
{
    m_history = history;
    rebuild();
}

void TrendPlot::setCell(int cell)
{
    if (cell == m_cell)
        return;
    m_cell = cell;
    setCells(m_cells);
}

QList<int> TrendPlot::shownCells() const
{
    QList<int> shown{m_cell};
    for (const int cell : m_cells) {
        if (!shown.contains(cell) && shown.size() <= mostCells)
            shown.append(cell);
    }
    return shown;
}

void TrendPlot::setCells(const QList<int> &cells)
{
    m_cells = cells;
    while (m_lines.size() > 1) {
        const Line line = m_lines.takeLast();
        m_plot->removeItem(line.tag);
        m_plot->removeGraph(line.graph);
    }
    const QList<int> shown = shownCells();
    m_lines.first().cell = shown.constFirst();
    for (const int cell : shown.mid(1))
        addLine(cell);
    const auto held = m_held ? m_cursor : std::nullopt;
    rebuild();
    if (held) {
        setCursor(held);
        m_held = m_cursor.has_value();
    }
}

void TrendPlot::addLine(int cell)
{
    auto *tag = new QCPItemText(m_plot);
    tag->position->setAxes(m_plot->xAxis, m_plot->yAxis2);
    tag->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
    // Side by side, or equal cells would hide each other.
    constexpr int tagWidth = 20;
    tag->setPadding(QMargins(0, 0, tagWidth * int(m_lines.size()), 0));
    tag->setVisible(false);
    m_lines.append({cell, m_plot->addGraph(m_plot->xAxis, m_plot->yAxis2), tag});
    styleLine(int(m_lines.size()) - 1);
}

void TrendPlot::setFigure(TrendFigure figure)
{
    if (figure == m_figure)
        return;
    m_figure = figure;
    m_plot->yAxis->setLabel(unit(figure));
    setCells(m_cells);
}

std::optional<double> TrendPlot::value(const TelemetryHistory::Sample &sample, TrendFigure figure)
{
    const auto known = [](bool is, double value) {
        return is ? std::optional(value) : std::nullopt;
    };
    const auto &celsius = sample.deciCelsius;
    switch (figure) {
    case TrendFigure::Current:
        return sample.milliamps / 1000.0;
    case TrendFigure::Voltage:
        return known(sample.hasStatus, sample.packMillivolts / 1000.0);
    case TrendFigure::Charge:
        return known(sample.hasStatus, sample.socMilliPercent / 1000.0);
    case TrendFigure::Hottest:
        return celsius.isEmpty() ? std::nullopt
                                 : std::optional(*std::max_element(celsius.begin(), celsius.end()) / 10.0);
    case TrendFigure::Coldest:
        return celsius.isEmpty() ? std::nullopt
                                 : std::optional(*std::min_element(celsius.begin(), celsius.end()) / 10.0);
    }
    return {};
}

QString TrendPlot::unit(TrendFigure figure)
{
    switch (figure) {
    case TrendFigure::Current:
        return QStringLiteral("A");
    case TrendFigure::Voltage:
        return QStringLiteral("V");
    case TrendFigure::Charge:
        return QStringLiteral("%");
    case TrendFigure::Hottest:
    case TrendFigure::Coldest:
        return QStringLiteral("°C");
    }
    return {};
}

void TrendPlot::release()
{
    m_held = false;
    setCursor(std::nullopt);
}

void TrendPlot::rebuild()
{
    for (int i = 0; i < m_plot->graphCount(); ++i)
        m_plot->graph(i)->data()->clear();
    for (QCPItemRect *gap : std::as_const(m_gaps))
        m_plot->removeItem(gap);
    m_gaps.clear();
    m_taken = 0;
    m_clockChanges = m_history ? m_history->clockChanges() : 0;
    release();
    refresh();
}

void TrendPlot::take(const TelemetryHistory::Sample &sample)
{
    const double at = double(sample.at) / 1000;
    if (sample.afterGap && m_taken > 0) {
        const double before = double(m_taken) / 1000;
        for (int i = 0; i < m_plot->graphCount(); ++i)
            m_plot->graph(i)->addData(before + 0.001, nothing);
        auto *gap = new QCPItemRect(m_plot);
        for (auto *corner : {gap->topLeft, gap->bottomRight}) {
            corner->setTypeX(QCPItemPosition::ptPlotCoords);
            corner->setTypeY(QCPItemPosition::ptAxisRectRatio);
        }
        gap->topLeft->setCoords(before, 0);
        gap->bottomRight->setCoords(at, 1);
        gap->setPen(Qt::NoPen);
        gap->setBrush(QBrush(tonesOf(palette()).line, Qt::BDiagPattern));
        m_gaps.append(gap);
    }
    m_left->addData(at, value(sample, m_figure).value_or(nothing));
    m_lowest->addData(at, sample.hasCells() ? sample.minMillivolts - sample.meanMillivolts : nothing);
    m_highest->addData(at, sample.hasCells() ? sample.maxMillivolts - sample.meanMillivolts : nothing);
    for (const Line &line : std::as_const(m_lines)) {
        const auto deviation = TelemetryHistory::fromMean(sample, line.cell);
        line.graph->addData(at, deviation.value_or(nothing));
        line.tag->setText(QString::number(line.cell));
        line.tag->setVisible(m_lines.size() > 1 && deviation.has_value());
        line.tag->position->setCoords(at, deviation.value_or(0));
    }
    m_taken = sample.at;
}

void TrendPlot::refresh()
{
    if (!m_history || !isVisible())
        return;
    if (m_history->clockChanges() != m_clockChanges)
        return rebuild();
    const auto &samples = m_history->samples();
    auto next = std::upper_bound(samples.begin(), samples.end(), m_taken,
        [](qint64 at, const TelemetryHistory::Sample &sample) { return at < sample.at; });
    if (next == samples.end())
        return;
    // A line that follows grows by a few pixels a second: drawing all of it for each sample is for nothing.
    if (m_following && m_taken > 0 && samples.constLast().at - m_taken < drawnEvery)
        return;
    for (; next != samples.end(); ++next)
        take(*next);
    const double oldest = double(samples.constFirst().at) / 1000;
    for (int i = 0; i < m_plot->graphCount(); ++i)
        m_plot->graph(i)->data()->removeBefore(oldest);
    while (!m_gaps.isEmpty() && m_gaps.constFirst()->bottomRight->key() < oldest)
        m_plot->removeItem(m_gaps.takeFirst());
    if (m_following)
        follow();
    fitValues();
    paintSoon();
}

void TrendPlot::follow()
{
    if (!m_history || m_history->samples().isEmpty())
        return;
    const double first = double(m_history->samples().constFirst().at) / 1000;
    const double last = double(m_history->samples().constLast().at) / 1000;
    const double shown = m_span > 0 ? std::min<double>(m_span, std::max(20.0, last - first)) : last - first;
    m_moving = true;
    m_plot->xAxis->setRange(last - std::max(shown, shortestSeconds), last);
    m_moving = false;
}

void TrendPlot::fitValues()
{
    const auto fit = [this](const QList<QCPGraph *> &graphs, QCPAxis *axis, double least) {
        QCPRange range;
        bool some = false;
        for (QCPGraph *graph : graphs) {
            bool any = false;
            const QCPRange mine = graph->getValueRange(any, QCP::sdBoth, m_plot->xAxis->range());
            if (any)
                range = some ? range.expanded(mine) : mine;
            some = some || any;
        }
        if (!some)
            range = QCPRange(-least / 2, least / 2);
        const double half = std::max(range.size() * 0.6, least / 2);
        axis->setRange(range.center() - half, range.center() + half);
    };
    fit({m_left}, m_plot->yAxis, leastOfFigure[int(m_figure)]);
    QList<QCPGraph *> right{m_lowest, m_highest};
    for (const Line &line : std::as_const(m_lines))
        right.append(line.graph);
    fit(right, m_plot->yAxis2, leastMillivolts);
}

void TrendPlot::setSpan(int seconds)
{
    m_span = seconds;
    setFollowing(true);
}

void TrendPlot::setFollowing(bool following)
{
    if (following) {
        follow();
        fitValues();
        paintSoon();
    }
    if (following == m_following)
        return;
    m_following = following;
    Q_EMIT followingChanged(following);
}

void TrendPlot::rangeChanged(const QCPRange &range)
{
    if (m_moving || !m_history || m_history->samples().isEmpty())
        return;
    // A hand has moved it: held to what there is, and it stays there.
    const double first = double(m_history->samples().constFirst().at) / 1000;
    const double last = double(m_history->samples().constLast().at) / 1000;
    const double size = std::clamp(range.size(), shortestSeconds, std::max(shortestSeconds, last - first));
    const double lower = std::clamp(range.lower, std::min(first, last - size), last - size);
    m_moving = true;
    m_plot->xAxis->setRange(lower, lower + size);
    m_moving = false;
    setFollowing(false);
    fitValues();
}

void TrendPlot::zoom(double factor)
{
    const QCPRange range = m_plot->xAxis->range();
    const double about = m_cursor ? double(*m_cursor) / 1000 : m_following ? range.upper : range.center();
    m_plot->xAxis->scaleRange(factor, about);
    paintSoon();
}

void TrendPlot::pan(double share)
{
    m_plot->xAxis->moveRange(share * m_plot->xAxis->range().size());
    paintSoon();
}

void TrendPlot::setCursor(std::optional<qint64> at)
{
    const TelemetryHistory::Sample *sample = at && m_history ? m_history->nearest(*at) : nullptr;
    const auto before = std::exchange(m_cursor, sample ? std::optional(sample->at) : std::nullopt);
    QString text;
    if (sample) {
        const auto left = value(*sample, m_figure);
        text = QStringLiteral("%1: %2").arg(
            QDateTime::fromMSecsSinceEpoch(sample->at).toString(QStringLiteral("HH:mm:ss")),
            left ? decimal(*left, 1) + u' ' + unit(m_figure) : tr("no reading"));
        for (const Line &line : std::as_const(m_lines))
            text += line.cell > 0 ? QStringLiteral(" \u00B7 ") + cellText(*sample, line.cell) : QString();
        if (sample->hasCells())
            text += QStringLiteral(" \u00B7 ")
                + tr("all %1 to %2 V, mean %3 V")
                      .arg(decimal(sample->minMillivolts / 1000.0, 3), decimal(sample->maxMillivolts / 1000.0, 3),
                          decimal(sample->meanMillivolts / 1000.0, 3));
        const double x = double(sample->at) / 1000;
        m_line->point1->setCoords(x, 0);
        m_line->point2->setCoords(x, 1);
    } else if (at) {
        text = tr("no data at this time");
    }
    m_line->setVisible(sample != nullptr);
    paintSoon();
    if (before != m_cursor)
        Q_EMIT instantChanged();
    if (text == m_cursorText)
        return;
    m_cursorText = text;
    setAccessibleDescription(text);
    Q_EMIT cursorChanged(text);
}

QString TrendPlot::cellText(const TelemetryHistory::Sample &sample, int cell) const
{
    const auto deviation = TelemetryHistory::fromMean(sample, cell);
    if (!deviation)
        return tr("cell %1: no reading").arg(cell);
    // Of several the numbers alone, or the line would not fit.
    return m_lines.size() > 2 ? tr("%1: %2 mV").arg(cell).arg(withSign(*deviation))
                              : tr("cell %1: %2 V, %3 mV from the mean")
                                    .arg(cell)
                                    .arg(decimal(sample.millivolts.at(cell - 1) / 1000.0, 3), withSign(*deviation));
}

void TrendPlot::stepCursor(int samples)
{
    if (!m_history || m_history->samples().isEmpty())
        return;
    const auto &all = m_history->samples();
    const qint64 at = m_cursor.value_or(all.constLast().at);
    const auto here = std::lower_bound(all.begin(), all.end(), at,
        [](const TelemetryHistory::Sample &sample, qint64 time) { return sample.at < time; });
    const qsizetype index = std::clamp<qsizetype>(here - all.begin() + (m_cursor ? samples : 0), 0, all.size() - 1);
    setCursor(all.at(index).at);
    m_held = true;
}

void TrendPlot::keyPressEvent(QKeyEvent *event)
{
    constexpr int leap = 20;
    const int step = event->modifiers() & Qt::ControlModifier ? leap : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return stepCursor(-step);
    case Qt::Key_Right:
        return stepCursor(step);
    case Qt::Key_Plus:
        return zoom(0.5);
    case Qt::Key_Minus:
        return zoom(2);
    case Qt::Key_PageUp:
        return pan(-0.5);
    case Qt::Key_PageDown:
        return pan(0.5);
    case Qt::Key_End:
        release();
        return setFollowing(true);
    case Qt::Key_Space:
        return setFollowing(!m_following);
    case Qt::Key_Escape:
        if (m_cursor)
            return release();
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void TrendPlot::leaveEvent(QEvent *)
{
    if (!m_held)
        setCursor(std::nullopt);
}

void TrendPlot::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

double TrendPlot::from() const
{
    return m_plot->xAxis->range().lower;
}

double TrendPlot::to() const
{
    return m_plot->xAxis->range().upper;
}

void TrendPlot::paintSoon()
{
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
    m_plot->xAxis->grid()->setVisible(false);
    // Of the cells only the mean, which is nought.
    m_plot->yAxis2->grid()->setVisible(true);
    m_plot->yAxis2->grid()->setPen(Qt::NoPen);
    m_plot->yAxis2->grid()->setZeroLinePen(QPen(tones.muted, 1, Qt::DotLine));
    m_left->setPen(QPen(tones.accent, 2));
    m_line->setPen(QPen(tones.text, 1, Qt::DotLine));
    for (QCPItemRect *gap : std::as_const(m_gaps))
        gap->setBrush(QBrush(tones.line, Qt::BDiagPattern));
    const QColor cell = tones.dark ? tones.layer[1] : tones.layer[2];
    for (int line = 0; line < int(m_lines.size()); ++line)
        styleLine(line);
    QColor band = cell;
    band.setAlpha(tones.dark ? 40 : 28);
    m_highest->setBrush(band);
    m_highest->setPen(Qt::NoPen);
    m_lowest->setPen(Qt::NoPen);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

/// Told apart by their strokes and by the number at their end, never by colour alone.
void TrendPlot::styleLine(int line)
{
    const Tones &tones = tonesOf(palette());
    static constexpr Qt::PenStyle strokes[] = {Qt::DashLine, Qt::SolidLine, Qt::DotLine, Qt::DashDotLine};
    const QColor colours[] = {tones.dark ? tones.layer[1] : tones.layer[2], tones.muted, tones.text};
    const QColor colour = colours[size_t(line) % std::size(colours)];
    m_lines.at(line).graph->setPen(QPen(colour, line == 0 ? 2 : 1.5, strokes[size_t(line) % std::size(strokes)]));
    QFont small = font();
    small.setPixelSize(11);
    m_lines.at(line).tag->setFont(small);
    m_lines.at(line).tag->setColor(colour);
}

} // namespace packwarden
