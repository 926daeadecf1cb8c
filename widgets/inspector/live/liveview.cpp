// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/live/liveview.h"

#include "models/packs/faultsmodel.h"
#include "models/packs/parametersmodel.h"
#include "widgets/inspector/live/cellmap.h"
#include "widgets/inspector/live/trendplot.h"
#include "widgets/kit/chooser.h"
#include "widgets/kit/elidedlabel.h"
#include "widgets/kit/figure.h"
#include "widgets/kit/parts.h"
#include "widgets/values/limitscale.h"
#include "widgets/words/faultwords.h"
#include "widgets/words/sentences.h"
#include "widgets/words/trustwords.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSplitter>

#include <algorithm>
#include <cmath>

namespace packwarden {

namespace {

constexpr qint64 staleMilliseconds = 3000; ///< not heard for so long: what is known is old

constexpr int mostFaults = 2;
const QString none = QStringLiteral("\u2013");

QString decimal(double value, int digits)
{
    // A minus as wide as a digit, so that figures do not jump with their sign.
    return QLocale().toString(value, 'f', digits).replace(u'-', QChar(0x2212));
}

QGridLayout *makeFacts(const QStringList &names, QList<QLabel *> &values)
{
    auto *layout = new QGridLayout;
    layout->setVerticalSpacing(4);
    layout->setColumnStretch(1, 1);
    for (const QString &name : names) {
        auto *value = makeLabel(none);
        value->setAlignment(Qt::AlignRight);
        value->setAccessibleName(name);
        layout->addWidget(makeLabel(name, "muted"), int(values.size()), 0);
        layout->addWidget(value, int(values.size()), 1, Qt::AlignRight);
        values.append(value);
    }
    return layout;
}

/// Cards below one another, which scroll up and down alone: as wide as they need.
class CardColumn final : public QScrollArea
{
public:
    using QScrollArea::QScrollArea;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool done = QScrollArea::eventFilter(watched, event);
        if (watched == widget() && event->type() == QEvent::LayoutRequest) {
            // It only grows, so that nothing jumps.
            constexpr int most = 44 * grid;
            const int needed = widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width();
            setMinimumWidth(std::max(minimumWidth(), std::min(needed, most)));
        }
        return done;
    }
};

QVBoxLayout *inside(QWidget *card)
{
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(2 * grid, grid + 2, 2 * grid, grid + 2);
    column->setSpacing(6);
    return column;
}

} // namespace

LiveView::LiveView(const ParametersModel &parameters, HistoryBook &histories, QWidget *parent)
    : QWidget(parent)
    , m_parameters(parameters)
    , m_histories(histories)
    , m_split(new QSplitter(Qt::Vertical, this))
{
    // Faults may want more room than a small window has.
    auto *side = new CardColumn(this);
    side->setAccessibleName(tr("Chosen cell, faults, pack"));
    side->setProperty("bare", true); // its cards stand on the window
    side->setFrameShape(QFrame::NoFrame);
    side->setWidgetResizable(true);
    side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QWidget;
    auto *right = new QVBoxLayout(column);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(12);
    auto *above = new QWidget(m_split);
    auto *layout = new QHBoxLayout(above);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(makeCells(), 5);
    right->addWidget(makeCell());
    right->addWidget(makeFaults());
    right->addWidget(makePack(), 1);
    side->setWidget(column);
    column->setAutoFillBackground(false);
    side->viewport()->setAutoFillBackground(false);
    side->setMinimumWidth(36 * grid);
    layout->addWidget(side, 2);
    m_split->setObjectName(QStringLiteral("liveSplitter"));
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(12);
    m_split->addWidget(above);
    m_trendPlace = new QWidget(m_split);
    auto *place = new QVBoxLayout(m_trendPlace);
    place->setContentsMargins(0, 0, 0, 0);
    place->addWidget(m_trendCard = makeTrend());
    m_split->setStretchFactor(0, 2);
    m_split->setStretchFactor(1, 1);
    m_split->setSizes({40 * grid, 24 * grid});
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, grid, 0, 0);
    whole->addWidget(m_split);
    connect(&parameters, &QAbstractItemModel::modelReset, this, &LiveView::readLimits);
    connect(&parameters, &QAbstractItemModel::dataChanged, this, &LiveView::readLimits);
    chooseQuantity(0);
    readLimits();
}

QWidget *LiveView::makeCells()
{
    auto *card = makeCard(this);
    m_cells = new CellMap(card);
    m_cells->setObjectName(QStringLiteral("cellMap"));
    m_quantity = new Chooser(card);
    m_quantity->setObjectName(QStringLiteral("cellQuantity"));
    m_quantity->setAccessibleName(tr("What the cells show"));
    CellValues::fill(*m_quantity);
    m_scale = new Chooser(card);
    m_scale->setObjectName(QStringLiteral("cellScale"));
    m_scale->setAccessibleName(tr("Scale of the colours"));
    m_scale->addItem(tr("relative"));
    m_scale->addItem(tr("by the pack's limits"));
    m_scale->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_scale->setMinimumContentsLength(9);
    m_summary = new ElidedLabel({}, card);
    m_summary->setObjectName(QStringLiteral("cellsSummary"));
    auto *weakest = makeButton(tr("Weakest"), nullptr, nullptr, card);
    weakest->setObjectName(QStringLiteral("weakestCell"));
    weakest->setToolTip(
        tr("Choose the cell that stands out: by its resistance where it is known, or else by its voltage"));
    connect(weakest, &QPushButton::clicked, this, &LiveView::chooseWeakest);
    auto *head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("Cells"), "section"));
    head->addWidget(m_quantity);
    head->addWidget(m_scale);
    head->addWidget(weakest);
    head->addStretch();
    head->addWidget(m_summary);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(2 * grid, grid, grid, grid);
    column->addLayout(head);
    column->addWidget(m_cells, 1);
    connect(m_quantity, &QComboBox::currentIndexChanged, this, &LiveView::chooseQuantity);
    connect(m_scale, &QComboBox::currentIndexChanged, this,
        [this](int index) { m_cells->setScale(index == 1 ? CellScale::Absolute : CellScale::Relative); });
    connect(m_cells, &CellMap::selectedCellChanged, this, [this](int cell) {
        m_trend->setCell(cell);
        showCell();
    });
    return card;
}

QWidget *LiveView::makeCell()
{
    auto *card = makeCard(this);
    auto *column = inside(card);
    m_cellTitle = makeLabel(tr("No cell chosen"), "section", card);
    m_cellTitle->setObjectName(QStringLiteral("cellTitle"));
    column->addWidget(m_cellTitle);
    column->addLayout(makeFacts({tr("Voltage"), tr("From the mean"), tr("Rank"), tr("Temperature"), tr("Resistance"),
                                    tr("Balancing"), tr("Age of reading")},
        m_cellValues));
    return card;
}

QWidget *LiveView::makeFaults()
{
    auto *card = makeCard(this);
    auto *column = inside(card);
    column->addWidget(makeLabel(tr("Faults"), "section"));
    m_faultRows = new QVBoxLayout;
    m_faultRows->setSpacing(4);
    column->addLayout(m_faultRows);
    m_moreFaults = makeButton({}, nullptr, "link", card);
    m_moreFaults->setObjectName(QStringLiteral("liveFaults"));
    m_moreFaults->setProperty("flush", true);
    column->addWidget(m_moreFaults, 0, Qt::AlignLeft);
    connect(m_moreFaults, &QPushButton::clicked, this, &LiveView::faultsWanted);
    m_shownFaults = {{}}; // unlike anything, so that the first look fills the card
    showFaults();
    return card;
}

QWidget *LiveView::makePack()
{
    auto *card = makeCard(this);
    auto *column = inside(card);
    column->addWidget(makeLabel(tr("Pack"), "section", card));
    column->addLayout(makeFacts({tr("Takes at most"), tr("Gives at most"), tr("Contactors"), tr("Insulation"),
                                    tr("Policy version"), tr("Refused requests"), tr("Lost frames")},
        m_packValues));
    column->addStretch();
    return card;
}

QWidget *LiveView::makeTrend()
{
    auto *card = makeCard(this);
    m_trend = new TrendPlot(card);
    m_trend->setObjectName(QStringLiteral("trend"));
    m_pause = makeButton(tr("Pause"), nullptr, nullptr, card);
    m_pause->setObjectName(QStringLiteral("trendPause"));
    m_pause->setToolTip(tr("Holds the view still; what is heard meanwhile is kept (Space)"));
    auto *in = makeButton(QStringLiteral("+"), nullptr, nullptr, card);
    in->setObjectName(QStringLiteral("trendIn"));
    in->setAccessibleName(tr("Zoom in"));
    in->setToolTip(tr("Shorter time (+ or the wheel)"));
    auto *out = makeButton(QStringLiteral("\u2212"), nullptr, nullptr, card);
    out->setObjectName(QStringLiteral("trendOut"));
    out->setAccessibleName(tr("Zoom out"));
    out->setToolTip(tr("Longer time (- or the wheel)"));
    m_span = new Chooser(card);
    m_span->setObjectName(QStringLiteral("trendSpan"));
    m_span->setAccessibleName(tr("Time shown"));
    m_span->addItem(tr("1 min"), 60);
    m_span->addItem(tr("2 min"), 120);
    m_span->addItem(tr("10 min"), 600);
    m_span->addItem(tr("1 hour"), 3600);
    m_span->addItem(tr("all"), 0);
    m_span->setCurrentIndex(1);
    m_cursor = makeLabel({}, nullptr, card);
    m_cursor->setObjectName(QStringLiteral("trendCursor"));
    m_figure = new Chooser(card);
    m_figure->setObjectName(QStringLiteral("trendFigure"));
    m_figure->setAccessibleName(tr("Figure of the pack in the trend"));
    m_figure->addItem(tr("pack current"), int(TrendFigure::Current));
    m_figure->addItem(tr("pack voltage"), int(TrendFigure::Voltage));
    m_figure->addItem(tr("charge"), int(TrendFigure::Charge));
    m_figure->addItem(tr("hottest sensor"), int(TrendFigure::Hottest));
    m_figure->addItem(tr("coldest sensor"), int(TrendFigure::Coldest));
    m_cellsShown = new QLineEdit(card);
    m_cellsShown->setObjectName(QStringLiteral("trendCells"));
    m_cellsShown->setAccessibleName(tr("Cells in the trend"));
    m_cellsShown->setPlaceholderText(tr("and cells 7, 12-14"));
    m_cellsShown->setToolTip(tr("Cells that the trend shows besides the selected one: numbers and spans, at most %1.")
                                 .arg(TrendPlot::mostCells));
    m_cellsShown->setClearButtonEnabled(true);
    m_cellsShown->setMaximumWidth(20 * grid);
    m_window = makeButton(tr("Own window"), nullptr, nullptr, card);
    m_window->setObjectName(QStringLiteral("trendWindow"));
    m_window->setToolTip(tr("Shows the trend in a window of its own, or back here"));
    connect(m_window, &QPushButton::clicked, this, [this] { detach(!m_apart); });
    connect(m_figure, &QComboBox::currentIndexChanged, this, [this] {
        m_trend->setFigure(TrendFigure(m_figure->currentData().toInt()));
        showLegend();
    });
    connect(m_cellsShown, &QLineEdit::textChanged, this, &LiveView::takeCells);
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
    m_legend = makeLabel({}, "muted", card);
    m_legend->setObjectName(QStringLiteral("trendLegend"));
    for (QLabel *label : {m_legend, m_cursor})
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *column = new QVBoxLayout(card);
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
    connect(m_trend, &TrendPlot::cursorChanged, this, [this](const QString &text) {
        m_cursor->setText(text);
        m_cursor->setToolTip(text);
        m_cursor->setVisible(!text.isEmpty());
        m_legend->setVisible(text.isEmpty());
    });
    connect(m_trend, &TrendPlot::instantChanged, this, &LiveView::showInstant);
    showLegend();
    return card;
}

void LiveView::chooseQuantity(int index)
{
    const auto quantity = CellQuantity(m_quantity->itemData(index).toInt());
    m_cells->setQuantity(quantity);
    m_cellValues[2]->setToolTip(tr("By what the map shows: %1").arg(m_quantity->currentText()));
    showCell();
    updateScale();
}

/// A quantity without limits has one scale only: then there is nothing to choose.
void LiveView::updateScale()
{
    const CellQuantity quantity = m_cells->quantity();
    const bool isKnown
        = quantity == CellQuantity::Temperature ? m_limits.milliCelsius.has_value() : m_limits.millivolts.has_value();
    m_scale->setVisible(CellValues::canBeAbsolute(quantity));
    m_scale->setEnabled(isKnown);
    m_scale->setToolTip(isKnown ? QString() : tr("The limits of this pack were not read yet."));
}

int LiveView::weakestCell(const PackTelemetry &telemetry)
{
    constexpr double standsOut = 1.15; // against the mean of all
    constexpr int leastMillivolts = 3; // less is noise
    double ohms = 0;
    int known = 0;
    int worst = 0;
    int lowest = 0;
    int highest = 0;
    const auto at = [&](int cell) -> const CellReading & {
        return telemetry.cells.at(cell - 1);
    };
    for (int cell = 1; cell <= telemetry.cells.size(); ++cell) {
        if (at(cell).microohms > 0) {
            ohms += at(cell).microohms;
            ++known;
            if (worst == 0 || at(cell).microohms > at(worst).microohms)
                worst = cell;
        }
        if (!at(cell).valid)
            continue;
        if (lowest == 0 || at(cell).millivolts < at(lowest).millivolts)
            lowest = cell;
        if (highest == 0 || at(cell).millivolts > at(highest).millivolts)
            highest = cell;
    }
    if (worst > 0 && at(worst).microohms > standsOut * ohms / known)
        return worst;
    return lowest > 0 && at(highest).millivolts - at(lowest).millivolts >= leastMillivolts ? lowest : 0;
}

void LiveView::chooseWeakest()
{
    const PackTelemetry &shown = m_then ? *m_then : m_telemetry;
    const int cell = weakestCell(shown);
    if (cell == 0) {
        m_summary->setText(tr("No cell stands out."));
        return;
    }
    m_cells->selectByHand(cell);
    m_cells->setFocus();
}

/// "7, 12-14": what is no cell of this pack is left out, and the field says so.
void LiveView::takeCells()
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
        && (m_telemetry.cells.isEmpty()
            || std::all_of(cells.begin(), cells.end(), [this](int cell) { return cell <= m_telemetry.cells.size(); }));
    m_cellsShown->setProperty("wrong", !isSound);
    setTone(m_cellsShown, isSound ? "" : "wrong");
    m_trend->setCells(cells);
    showLegend();
}

void LiveView::showLegend()
{
    m_legend->setText(tr("\u2501 %1   \u2505 selected cell from the mean   \u25A0 lowest to highest cell   "
                         "\u25A8 nothing heard")
                          .arg(m_figure->currentText()));
}

/// In a window of its own the trend is as tall as its window; to close that brings it back.
void LiveView::detach(bool apart)
{
    if (apart == !m_apart.isNull())
        return;
    if (apart) {
        m_apart = new QWidget(this, Qt::Window);
        m_apart->setObjectName(QStringLiteral("trendApart"));
        m_apart->setWindowTitle(tr("Trend of %1").arg(m_telemetry.serial));
        m_apart->resize(120 * grid, 60 * grid);
        auto *inside = new QVBoxLayout(m_apart);
        inside->setContentsMargins(12, 12, 12, 12);
        inside->addWidget(m_trendCard);
        m_apart->installEventFilter(this);
        m_apart->show();
    } else {
        m_trendPlace->layout()->addWidget(m_trendCard);
        QWidget *gone = m_apart;
        m_apart.clear();
        gone->removeEventFilter(this);
        gone->deleteLater();
    }
    // Its place keeps its size for the time when it comes back.
    m_trendPlace->setVisible(!apart);
    m_trendCard->show();
    m_window->setText(apart ? tr("Back to the page") : tr("Own window"));
    m_trend->refresh();
}

bool LiveView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_apart && event->type() == QEvent::Close)
        detach(false);
    return QWidget::eventFilter(watched, event);
}

/// Cells and figures follow the cursor of the trend, and go on with the present when it is let go.
void LiveView::showInstant()
{
    const TelemetryHistory *history = m_histories.of(m_key);
    const auto at = m_trend->cursor();
    const TelemetryHistory::Sample *sample = at && history ? history->nearest(*at) : nullptr;
    m_then = sample ? std::optional(TelemetryHistory::telemetryAt(*sample, m_telemetry)) : std::nullopt;
    m_thenAt = sample ? sample->at : 0;
    showMap();
    Q_EMIT instantChanged();
}

void LiveView::showMap()
{
    if (m_then)
        m_cells->setTelemetry(*m_then, m_then->heardAt);
    else
        m_cells->setTelemetry(m_telemetry, m_now);
    const auto mean = m_cells->meanMillivolts();
    const QString words = mean
        ? tr("mean %1 V \u00B7 spread %2 mV").arg(decimal(*mean / 1000, 3)).arg(m_cells->spreadMillivolts())
        : QString();
    m_summary->setText(m_then
            ? tr("At %1: %2")
                  .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(m_thenAt).time(), QStringLiteral("HH:mm:ss")),
                      words)
            : words);
    showCell();
}

void LiveView::readLimits()
{
    const auto now = [this](const char *id) -> std::optional<Milli> {
        const int row = m_parameters.rowOf(ParameterId::fromTrusted(QString::fromLatin1(id)));
        return row < 0 ? std::nullopt
                       : std::optional(scaleOf(m_parameters.parameters().at(row), m_parameters.now()).now);
    };
    const auto range = [&](const char *min, const char *max) -> std::optional<Range> {
        const auto from = now(min);
        const auto to = now(max);
        return from && to && *from < *to ? std::optional(Range{*from, *to}) : std::nullopt;
    };
    m_limits = {range("cell.voltage.min", "cell.voltage.max"), range("charge.temperature.min", "cell.temperature.max")};
    m_cells->setLimits(m_limits);
    updateScale();
}

LiveView::~LiveView()
{
    // Its window goes with it: nothing comes back then.
    if (m_apart)
        m_apart->removeEventFilter(this);
}

void LiveView::setTelemetry(const QString &key, const PackTelemetry &telemetry, qint64 now)
{
    m_telemetry = telemetry;
    m_now = now;
    m_histories.keep(key);
    if (const TelemetryHistory *history = m_histories.of(key); key != m_key || history != m_trend->history()) {
        m_key = key;
        m_trend->setHistory(history);
        if (m_apart)
            m_apart->setWindowTitle(tr("Trend of %1").arg(telemetry.serial));
    }
    if (m_apart)
        m_trend->refresh();
    if (!isVisible())
        return;
    if (!m_then)
        showMap();
    showFaults();
    showPack();
    m_trend->setCell(m_cells->selectedCell());
    m_trend->refresh();
}

void LiveView::showCell()
{
    const int cell = m_cells->selectedCell();
    const PackTelemetry &shown = m_then ? *m_then : m_telemetry;
    if (cell < 1 || cell > shown.cells.size())
        return;
    const CellReading &reading = shown.cells.at(cell - 1);
    const int module = CellValues::moduleOf(cell, shown);
    int position = 1;
    for (int each = cell - 1; each >= 1 && CellValues::moduleOf(each, shown) == module; --each)
        ++position;
    m_cellTitle->setText(tr("Cell %1 \u00B7 module %2, position %3").arg(cell).arg(module).arg(position));
    const double mean = m_cells->meanMillivolts().value_or(reading.millivolts);
    const int deviation = int(std::lround(reading.millivolts - mean));
    setLiveText(
        *m_cellValues[0], reading.valid ? tr("%1 V").arg(decimal(reading.millivolts / 1000.0, 3)) : tr("no reading"));
    setLiveText(*m_cellValues[1],
        reading.valid ? tr("%1 mV").arg((deviation < 0 ? QString() : QStringLiteral("+")) + decimal(deviation, 0))
                      : none);
    const auto rank = m_cells->values().rank(cell);
    setLiveText(
        *m_cellValues[2], rank ? tr("%1 of %2, lowest first").arg(*rank).arg(m_cells->values().knownCount()) : none);
    const auto celsius = CellValues::milliCelsius(cell, shown);
    setLiveText(*m_cellValues[3], celsius ? tr("%1 °C, of the module").arg(decimal(*celsius / 1000.0, 1)) : none);
    double ohms = 0;
    int known = 0;
    for (const CellReading &each : std::as_const(shown.cells)) {
        ohms += each.microohms;
        known += each.microohms > 0 ? 1 : 0;
    }
    setLiveText(*m_cellValues[4],
        reading.microohms > 0
            ? tr("%1 m\u03A9 (mean %2)").arg(decimal(reading.microohms / 1000.0, 2), decimal(ohms / known / 1000.0, 2))
            : none);
    setLiveText(*m_cellValues[5], reading.balancing ? tr("yes") : tr("no"));
    setLiveText(*m_cellValues[6], reading.heardAt > 0 && !m_then ? Sentences::age(m_now - reading.heardAt) : none);
}

void LiveView::showFaults()
{
    const int others = std::max(m_telemetry.activeFaults, int(m_telemetry.faults.size()));
    m_moreFaults->setText(others > mostFaults ? tr("%n more, and the memory\u2026", nullptr, others - mostFaults)
                                              : tr("Fault memory\u2026"));
    const QString noFault = wordForNoFault();
    if (m_telemetry.faults == m_shownFaults && noFault == m_shownNoFault)
        return;
    m_shownFaults = m_telemetry.faults;
    m_shownNoFault = noFault;
    while (QLayoutItem *item = m_faultRows->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    // The worst first.
    const QList<FaultReading> faults = worstFirst(m_shownFaults);
    const auto line = [this](const QString &text, const char *tone) {
        auto *label = makeLabel(text, tone, this);
        label->setWordWrap(true);
        m_faultRows->addWidget(label);
    };
    for (const FaultReading &fault : faults.mid(0, mostFaults)) {
        const Status status = FaultWords::status(fault.severity);
        line(shapeOf(status) + u' ' + FaultWords::name(fault.id), status == Status::Alarm ? "alarm" : "warning");
        const QString measured = FaultWords::measured(fault.id.code, fault.quantity, fault.value, fault.threshold);
        line(measured.isEmpty() ? FaultWords::severity(fault.severity)
                                : measured + QStringLiteral(" \u00B7 ") + FaultWords::severity(fault.severity),
            "muted");
    }
    if (faults.isEmpty())
        line(noFault, nullptr);
}

/// "None" is good news only of a pack that says so now.
QString LiveView::wordForNoFault() const
{
    if (m_telemetry.heardAt == 0 || !m_telemetry.knows(PackFigure::FaultCount))
        return tr("Nothing heard yet.");
    if (m_telemetry.activeFaults > 0)
        return shapeOf(Status::Warning) + u' '
            + tr("%n fault(s); the pack has not told yet which.", nullptr, m_telemetry.activeFaults);
    if (m_now - m_telemetry.heardAt > staleMilliseconds)
        return tr("None when it was last heard.");
    return shapeOf(TrustWords::earned(Status::Good, m_proved)) + u' ' + tr("None now.");
}

void LiveView::showPack()
{
    const PackTelemetry &t = m_telemetry;
    const auto show = [&](int field, PackFigure figure, const QString &words) {
        setLiveText(*m_packValues[field], t.knows(figure) ? words : none);
    };
    show(0, PackFigure::ChargeLimit, tr("%1 A").arg(decimal(t.chargeLimitMilliamps / 1000.0, 0)));
    show(1, PackFigure::DischargeLimit, tr("%1 A").arg(decimal(t.dischargeLimitMilliamps / 1000.0, 0)));
    show(2, PackFigure::Contactors, t.contactorsClosed ? tr("closed") : tr("open"));
    show(3, PackFigure::Insulation, tr("%1 k\u03A9").arg(QLocale().toString(t.insulationKiloOhm)));
    show(4, PackFigure::PolicyVersion, QString::number(t.policyVersion));
    show(5, PackFigure::RefusedRequests, QString::number(t.refusedRequests));
    setLiveText(*m_packValues[6], QString::number(t.lostFrames));
}

void LiveView::remember(QSettings &settings) const
{
    settings.setValue(QStringLiteral("inspector/quantity"), m_quantity->currentIndex());
    settings.setValue(QStringLiteral("inspector/scale"), m_scale->currentIndex());
    settings.setValue(QStringLiteral("inspector/span"), m_span->currentIndex());
    settings.setValue(QStringLiteral("inspector/figure"), m_figure->currentIndex());
    settings.setValue(QStringLiteral("inspector/cells"), m_cellsShown->text());
}

void LiveView::recall(const QSettings &settings)
{
    const auto choose = [&](QComboBox *box, const char *key) {
        const int index = settings.value(QLatin1String(key), box->currentIndex()).toInt();
        if (index >= 0 && index < box->count())
            box->setCurrentIndex(index);
    };
    choose(m_quantity, "inspector/quantity");
    choose(m_scale, "inspector/scale");
    choose(m_span, "inspector/span");
    choose(m_figure, "inspector/figure");
    m_cellsShown->setText(settings.value(QStringLiteral("inspector/cells")).toString().left(64));
}

} // namespace packwarden
