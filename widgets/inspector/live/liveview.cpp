// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/live/liveview.h"

#include "models/core/base/clock.h"
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
#include <QGridLayout>
#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>

#include <algorithm>
#include <cmath>

namespace packwarden {

namespace {

constexpr qint64 staleMilliseconds = 3000; ///< not heard for so long: what is known is old

constexpr int mostHistories = 8;
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
            // It only grows, so that nothing moves to and fro.
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

LiveView::LiveView(const ParametersModel &parameters, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_parameters(parameters)
    , m_clock(clock)
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
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, grid, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(makeCells(), 0, 0);
    right->addWidget(makeCell());
    right->addWidget(makeFaults());
    right->addWidget(makePack(), 1);
    side->setWidget(column);
    column->setAutoFillBackground(false);
    side->viewport()->setAutoFillBackground(false);
    side->setMinimumWidth(36 * grid);
    layout->addWidget(side, 0, 1);
    layout->addWidget(makeTrend(), 1, 0, 1, 2);
    layout->setColumnStretch(0, 5);
    layout->setColumnStretch(1, 2);
    layout->setRowStretch(0, 3);
    layout->setRowStretch(1, 1);
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
    m_quantity->addItem(tr("mV from mean"), int(CellQuantity::FromMean));
    m_quantity->addItem(tr("Voltage, V"), int(CellQuantity::Voltage));
    m_quantity->addItem(tr("Temperature, °C"), int(CellQuantity::Temperature));
    m_quantity->addItem(tr("Balancing"), int(CellQuantity::Balancing));
    m_quantity->addItem(tr("Resistance, mΩ"), int(CellQuantity::Resistance));
    m_scale = new Chooser(card);
    m_scale->setObjectName(QStringLiteral("cellScale"));
    m_scale->setAccessibleName(tr("Scale of the colours"));
    m_scale->addItem(tr("relative"));
    m_scale->addItem(tr("by the pack's limits"));
    m_scale->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_scale->setMinimumContentsLength(9);
    m_summary = new ElidedLabel({}, card);
    m_summary->setObjectName(QStringLiteral("cellsSummary"));
    auto *head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("Cells"), "section"));
    head->addWidget(m_quantity);
    head->addWidget(m_scale);
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
    auto *head = new QHBoxLayout;
    head->setSpacing(grid);
    head->addWidget(makeLabel(tr("Trend"), "section"));
    // What the lines are, or what they say where somebody points.
    m_legend = new ElidedLabel(
        tr("\u2501 pack current   \u2505 selected cell from the mean   \u25A0 lowest to highest cell   "
           "\u25A8 nothing heard"),
        card);
    head->addWidget(m_legend);
    head->addWidget(m_cursor);
    head->addStretch();
    head->addWidget(m_pause);
    head->addWidget(in);
    head->addWidget(out);
    head->addWidget(m_span);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(2 * grid, 6, 2 * grid, 4);
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(m_trend, 1);
    connect(m_pause, &QPushButton::clicked, this, [this] { m_trend->setFollowing(!m_trend->isFollowing()); });
    connect(in, &QPushButton::clicked, this, [this] { m_trend->zoom(0.5); });
    connect(out, &QPushButton::clicked, this, [this] { m_trend->zoom(2); });
    connect(m_span, &QComboBox::currentIndexChanged, this, [this] { m_trend->setSpan(m_span->currentData().toInt()); });
    connect(m_trend, &TrendPlot::followingChanged, this,
        [this](bool following) { m_pause->setText(following ? tr("Pause") : tr("Go on")); });
    connect(m_trend, &TrendPlot::cursorChanged, this, [this](const QString &text) {
        m_cursor->setText(text);
        m_legend->setVisible(text.isEmpty());
    });
    return card;
}

void LiveView::chooseQuantity(int index)
{
    const auto quantity = CellQuantity(m_quantity->itemData(index).toInt());
    m_cells->setQuantity(quantity);
    m_cellValues[2]->setToolTip(tr("By what the map shows: %1").arg(m_quantity->currentText()));
    showCell();
    m_scale->setEnabled(CellValues::canBeAbsolute(quantity));
    m_scale->setToolTip(m_scale->isEnabled() ? QString() : tr("The pack's rules have no limits for this quantity."));
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
    m_cells->setLimits(
        {range("cell.voltage.min", "cell.voltage.max"), range("charge.temperature.min", "cell.temperature.max")});
}

void LiveView::setTelemetry(const PackTelemetry &telemetry, qint64 now)
{
    const QString key = telemetry.serial.isEmpty() ? QString::number(telemetry.node) : telemetry.serial;
    const bool other = key != m_shownHistory;
    m_telemetry = telemetry;
    m_now = now;
    if (other && !m_histories.contains(key) && m_histories.size() >= mostHistories)
        m_histories.erase(std::find_if(
            m_histories.begin(), m_histories.end(), [this](const auto &each) { return each.first != m_shownHistory; }));
    TelemetryHistory &history = m_histories[key];
    history.append(telemetry, m_clock.nowMicroseconds() / 1000 - (now - telemetry.heardAt));
    if (other) {
        m_shownHistory = key;
        m_trend->setHistory(&history);
    }
    if (!isVisible())
        return;
    m_cells->setTelemetry(telemetry, now);
    const auto mean = m_cells->meanMillivolts();
    m_summary->setText(mean
            ? tr("mean %1 V \u00B7 spread %2 mV").arg(decimal(*mean / 1000, 3)).arg(m_cells->spreadMillivolts())
            : QString());
    showCell();
    showFaults();
    showPack();
    m_trend->setCell(m_cells->selectedCell());
    m_trend->refresh();
}

void LiveView::showCell()
{
    const int cell = m_cells->selectedCell();
    if (cell < 1 || cell > m_telemetry.cells.size())
        return;
    const CellReading &reading = m_telemetry.cells.at(cell - 1);
    const int module = CellValues::moduleOf(cell, m_telemetry);
    int position = 1;
    for (int each = cell - 1; each >= 1 && CellValues::moduleOf(each, m_telemetry) == module; --each)
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
    const auto celsius = CellValues::milliCelsius(cell, m_telemetry);
    setLiveText(*m_cellValues[3], celsius ? tr("%1 °C, of the module").arg(decimal(*celsius / 1000.0, 1)) : none);
    double ohms = 0;
    int known = 0;
    for (const CellReading &each : std::as_const(m_telemetry.cells)) {
        ohms += each.microohms;
        known += each.microohms > 0 ? 1 : 0;
    }
    setLiveText(*m_cellValues[4],
        reading.microohms > 0
            ? tr("%1 m\u03A9 (mean %2)").arg(decimal(reading.microohms / 1000.0, 2), decimal(ohms / known / 1000.0, 2))
            : none);
    setLiveText(*m_cellValues[5], reading.balancing ? tr("yes") : tr("no"));
    setLiveText(*m_cellValues[6], reading.heardAt > 0 ? Sentences::age(m_now - reading.heardAt) : none);
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
    if (m_telemetry.heardAt == 0)
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
    setLiveText(*m_packValues[0], tr("%1 A").arg(decimal(t.chargeLimitMilliamps / 1000.0, 0)));
    setLiveText(*m_packValues[1], tr("%1 A").arg(decimal(t.dischargeLimitMilliamps / 1000.0, 0)));
    setLiveText(*m_packValues[2], t.contactorsClosed ? tr("closed") : tr("open"));
    setLiveText(*m_packValues[3],
        t.insulationKiloOhm > 0 ? tr("%1 k\u03A9").arg(QLocale().toString(t.insulationKiloOhm)) : none);
    setLiveText(*m_packValues[4], QString::number(t.policyVersion));
    setLiveText(*m_packValues[5], QString::number(t.refusedRequests));
    setLiveText(*m_packValues[6], QString::number(t.lostFrames));
}

void LiveView::remember(QSettings &settings) const
{
    settings.setValue(QStringLiteral("inspector/quantity"), m_quantity->currentIndex());
    settings.setValue(QStringLiteral("inspector/scale"), m_scale->currentIndex());
    settings.setValue(QStringLiteral("inspector/span"), m_span->currentIndex());
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
}

} // namespace packwarden
