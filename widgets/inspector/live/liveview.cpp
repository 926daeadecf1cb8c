// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/live/liveview.h"

#include "models/packs/parametersmodel.h"
#include "widgets/inspector/live/cellcard.h"
#include "widgets/inspector/live/cellmap.h"
#include "widgets/inspector/live/facts.h"
#include "widgets/inspector/live/faultscard.h"
#include "widgets/inspector/live/trendcard.h"
#include "widgets/inspector/live/trendplot.h"
#include "widgets/kit/chooser.h"
#include "widgets/kit/elidedlabel.h"
#include "widgets/kit/figure.h"
#include "widgets/kit/parts.h"
#include "widgets/values/limitscale.h"
#include "widgets/words/trustwords.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QEvent>
#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSplitter>

#include <algorithm>
#include <cmath>

namespace packwarden {

namespace {

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
    m_cell = new CellCard(column);
    right->addWidget(m_cell);
    m_faults = new FaultsCard(column);
    connect(m_faults, &FaultsCard::faultsWanted, this, &LiveView::faultsWanted);
    right->addWidget(m_faults);
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
    auto *trendPlace = new QWidget(m_split);
    auto *place = new QVBoxLayout(trendPlace);
    place->setContentsMargins(0, 0, 0, 0);
    m_trend = new TrendCard(trendPlace, this);
    connect(trend(), &TrendPlot::instantChanged, this, &LiveView::showInstant);
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
    m_summary->setToolTip(TrustWords::whyUnproved());
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
        trend()->setCell(cell);
        showCell();
    });
    return card;
}

QWidget *LiveView::makePack()
{
    auto *card = makeCard(this);
    auto *column = livefacts::inside(card);
    column->addWidget(makeLabel(tr("Pack"), "section", card));
    column->addLayout(livefacts::make({tr("Takes at most"), tr("Gives at most"), tr("Contactors"), tr("Insulation"),
                                          tr("Policy version"), tr("Refused requests"), tr("Lost frames")},
        m_packValues));
    column->addStretch();
    return card;
}

void LiveView::chooseQuantity(int index)
{
    const auto quantity = CellQuantity(m_quantity->itemData(index).toInt());
    m_cells->setQuantity(quantity);
    m_cell->setQuantity(m_quantity->currentText());
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

void LiveView::setProved(bool proved)
{
    if (proved == m_proved)
        return;
    m_proved = proved;
    showMap();
    m_summary->setToolTip(proved ? QString() : TrustWords::whyUnproved());
    m_trend->setProved(proved);
}

TrendPlot *LiveView::trend() const
{
    return &m_trend->plot();
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

/// Cells and figures follow the cursor of the trend, and go on with the present when it is let go.
void LiveView::showInstant()
{
    const TelemetryHistory *history = m_histories.of(m_key);
    const auto at = trend()->cursor();
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
        ? tr("mean %1 V \u00B7 spread %2 mV").arg(livefacts::decimal(*mean / 1000, 3)).arg(m_cells->spreadMillivolts())
        : QString();
    m_summary->setText(TrustWords::heard(m_then
            ? tr("At %1: %2")
                  .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(m_thenAt).time(), QStringLiteral("HH:mm:ss")),
                      words)
            : words,
        m_proved));
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

void LiveView::setTelemetry(const QString &key, const PackTelemetry &telemetry, qint64 now)
{
    m_telemetry = telemetry;
    m_now = now;
    m_histories.keep(key);
    m_trend->setPack(telemetry.serial, int(telemetry.cells.size()));
    if (const TelemetryHistory *history = m_histories.of(key); key != m_key || history != trend()->history()) {
        m_key = key;
        trend()->setHistory(history);
    }
    if (m_trend->isApart())
        trend()->refresh();
    if (!isVisible())
        return;
    if (!m_then)
        showMap();
    m_faults->tell(m_telemetry, m_proved, m_now);
    showPack();
    trend()->setCell(m_cells->selectedCell());
    trend()->refresh();
}

void LiveView::showCell()
{
    m_cell->tell(m_cells->selectedCell(), m_then ? *m_then : m_telemetry, m_cells->values(), m_cells->meanMillivolts(),
        m_then ? std::nullopt : std::optional(m_now));
}

void LiveView::showPack()
{
    const PackTelemetry &t = m_telemetry;
    const auto show = [&](int field, PackFigure figure, const QString &words) {
        setLiveText(*m_packValues[field], t.knows(figure) ? words : livefacts::none());
    };
    show(0, PackFigure::ChargeLimit, tr("%1 A").arg(livefacts::decimal(t.chargeLimitMilliamps / 1000.0, 0)));
    show(1, PackFigure::DischargeLimit, tr("%1 A").arg(livefacts::decimal(t.dischargeLimitMilliamps / 1000.0, 0)));
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
    m_trend->remember(settings);
}

void LiveView::recall(const QSettings &settings)
{
    livefacts::recall(*m_quantity, settings, "inspector/quantity");
    livefacts::recall(*m_scale, settings, "inspector/scale");
    m_trend->recall(settings);
}

} // namespace packwarden
