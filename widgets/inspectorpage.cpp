// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inspectorpage.h"

#include "cellmap.h"
#include "chooser.h"
#include "figure.h"
#include "limitscale.h"
#include "names.h"
#include "parameterview.h"
#include "parts.h"
#include "sentences.h"
#include "trendplot.h"

#include <clock.h>
#include <packsmodel.h>
#include <parametersmodel.h>

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QTabWidget>

#include <cmath>

namespace packwarden {

namespace {

constexpr qint64 staleMilliseconds = 3000;

QString decimal(double value, int digits)
{
    // A minus as wide as a digit, so that figures do not jump with their sign.
    return QLocale().toString(value, 'f', digits).replace(u'-', QChar(0x2212));
}

QGridLayout *makeFacts(const QStringList &names, QList<QLabel *> &values)
{
    auto *layout = new QGridLayout;
    layout->setVerticalSpacing(6);
    layout->setColumnStretch(1, 1);
    for (const QString &name : names) {
        auto *value = makeLabel(QStringLiteral("\u2013"));
        value->setAlignment(Qt::AlignRight);
        value->setAccessibleName(name);
        layout->addWidget(makeLabel(name, "muted"), int(values.size()), 0);
        layout->addWidget(value, int(values.size()), 1);
        values.append(value);
    }
    return layout;
}

} // namespace

InspectorPage::InspectorPage(
    const PacksModel &packs, const ParametersModel &parameters, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_packs(packs)
    , m_parameters(parameters)
    , m_clock(clock)
    , m_tabs(new QTabWidget(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(grid);
    makeHead();
    m_tabs->setObjectName(QStringLiteral("inspectorTabs"));
    m_tabs->tabBar()->setAccessibleName(tr("Views of the pack"));
    m_tabs->addTab(makeLive(), tr("Live"));
    auto *parameterCard = makeCard(this);
    auto *inside = new QVBoxLayout(parameterCard);
    inside->setContentsMargins(1, grid, 1, grid);
    auto *view = new ParameterView(parameters, this);
    inside->addWidget(view);
    auto *parameterPage = new QWidget(this);
    auto *margin = new QVBoxLayout(parameterPage);
    margin->setContentsMargins(0, grid, 0, 0);
    margin->addWidget(parameterCard);
    m_tabs->addTab(parameterPage, tr("Parameters"));
    column->addWidget(m_tabs, 1);
    connect(
        view, &ParameterView::changeWanted, this, [this](const ParameterId &id) { Q_EMIT changeWanted(m_serial, id); });
    connect(&packs, &QAbstractItemModel::rowsInserted, this, &InspectorPage::syncChooser);
    connect(&packs, &QAbstractItemModel::modelReset, this, &InspectorPage::syncChooser);
    connect(&packs, &QAbstractItemModel::dataChanged, this, &InspectorPage::syncChooser);
    syncChooser();
}

void InspectorPage::makeHead()
{
    auto *card = makeCard(this);
    m_chooser = new Chooser(card);
    m_chooser->setObjectName(QStringLiteral("packChooser"));
    m_chooser->setAccessibleName(tr("Pack"));
    m_chooser->setMinimumWidth(22 * grid);
    m_kind = makeLabel(tr("No pack chosen"), "muted", card);
    m_shape = makeLabel({}, "heading", card);
    m_head = makeLabel(tr("No pack on the bus yet."), "heading", card);
    m_head->setObjectName(QStringLiteral("packSentence"));
    m_rest = makeLabel(tr("Connect to a bus with packs; they appear here by themselves."), nullptr, card);
    m_rest->setWordWrap(true);

    auto *left = new QVBoxLayout;
    left->setSpacing(4);
    left->addWidget(m_chooser);
    left->addWidget(m_kind);
    auto *headRow = new QHBoxLayout;
    headRow->addWidget(m_shape);
    headRow->addWidget(m_head, 1);
    auto *sentence = new QVBoxLayout;
    sentence->setSpacing(4);
    sentence->addStretch();
    sentence->addLayout(headRow);
    sentence->addWidget(m_rest);
    sentence->addStretch();
    auto *figures = new QHBoxLayout;
    figures->setSpacing(3 * grid);
    for (const QString &name :
        {tr("charge"), tr("pack"), tr("current"), tr("temperature"), tr("health"), tr("cells")}) {
        m_figures.append(new Figure(name, card));
        figures->addWidget(m_figures.constLast());
    }
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(2 * grid, 10, 2 * grid, 10);
    row->setSpacing(4 * grid);
    row->addLayout(left);
    row->addLayout(sentence, 1);
    row->addLayout(figures);
    layout()->addWidget(card);
    connect(m_chooser, &QComboBox::activated, this, [this](int index) { choose(m_chooser->itemText(index)); });
}

QWidget *InspectorPage::makeLive()
{
    auto *page = new QWidget(this);
    auto *cellCard = makeCard(page);
    m_cells = new CellMap(cellCard);
    m_cells->setObjectName(QStringLiteral("cellMap"));
    auto *quantity = new Chooser(cellCard);
    quantity->setObjectName(QStringLiteral("cellQuantity"));
    quantity->setAccessibleName(tr("What the cells show"));
    quantity->addItems({tr("mV from mean"), tr("Voltage, V")});
    m_cellsSummary = makeLabel({}, "muted", cellCard);
    m_cellsSummary->setObjectName(QStringLiteral("cellsSummary"));
    auto *cellHead = new QHBoxLayout;
    cellHead->addWidget(makeLabel(tr("Cells"), "section"));
    cellHead->addWidget(quantity);
    cellHead->addStretch();
    cellHead->addWidget(m_cellsSummary);
    auto *cellColumn = new QVBoxLayout(cellCard);
    cellColumn->setContentsMargins(2 * grid, grid, grid, grid);
    cellColumn->addLayout(cellHead);
    cellColumn->addWidget(m_cells, 1);

    auto *detail = makeCard(page);
    m_cellTitle = makeLabel(tr("No cell chosen"), "section", detail);
    auto *detailColumn = new QVBoxLayout(detail);
    detailColumn->setContentsMargins(2 * grid, grid + 4, 2 * grid, grid + 4);
    detailColumn->addWidget(m_cellTitle);
    detailColumn->addLayout(
        makeFacts({tr("Voltage"), tr("From the mean"), tr("Module temperature"), tr("Balancing"), tr("Age of reading")},
            m_cellValues));
    auto *pack = makeCard(page);
    auto *packColumn = new QVBoxLayout(pack);
    packColumn->setContentsMargins(2 * grid, grid + 4, 2 * grid, grid + 4);
    packColumn->addWidget(makeLabel(tr("Pack"), "section", pack));
    packColumn->addLayout(makeFacts({tr("Takes at most"), tr("Gives at most"), tr("Contactors"), tr("Life cycle"),
                                        tr("Policy version"), tr("Refused requests"), tr("Lost frames")},
        m_packValues));
    packColumn->addStretch();

    auto *trendCard = makeCard(page);
    m_trend = new TrendPlot(trendCard);
    auto *trendColumn = new QVBoxLayout(trendCard);
    trendColumn->setContentsMargins(2 * grid, grid, 2 * grid, grid);
    trendColumn->setSpacing(2);
    trendColumn->addWidget(makeLabel(
        tr("Last two minutes: pack current (solid), selected cell against the mean (dashed)"), "muted", trendCard));
    trendColumn->addWidget(m_trend, 1);

    auto *layout = new QGridLayout(page);
    layout->setContentsMargins(0, grid, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(cellCard, 0, 0, 2, 1);
    layout->addWidget(detail, 0, 1);
    layout->addWidget(pack, 1, 1);
    layout->addWidget(trendCard, 2, 0, 1, 2);
    layout->setColumnStretch(0, 5);
    layout->setColumnStretch(1, 2);
    layout->setRowStretch(1, 3);
    layout->setRowStretch(2, 1);
    connect(quantity, &QComboBox::activated, m_cells,
        [this](int index) { m_cells->setQuantity(index == 1 ? CellQuantity::Voltage : CellQuantity::FromMean); });
    connect(m_cells, &CellMap::selectedCellChanged, this, &InspectorPage::showCell);
    return page;
}

void InspectorPage::choose(const QString &serial)
{
    if (serial == m_serial || serial.isEmpty())
        return;
    m_serial = serial;
    m_trend->clear();
    syncChooser();
    refresh();
    Q_EMIT packChosen(serial);
}

void InspectorPage::syncChooser()
{
    QStringList serials;
    for (int row = 0; row < m_packs.rowCount(); ++row) {
        const QString serial = m_packs.data(m_packs.index(row, 0), PacksModel::SerialRole).toString();
        if (!serial.isEmpty())
            serials.append(serial);
    }
    QStringList shown;
    for (int i = 0; i < m_chooser->count(); ++i)
        shown.append(m_chooser->itemText(i));
    if (shown != serials) {
        m_chooser->clear();
        m_chooser->addItems(serials);
    }
    m_chooser->setEnabled(!serials.isEmpty());
    if (m_serial.isEmpty() && !serials.isEmpty())
        choose(serials.constFirst());
    m_chooser->setCurrentIndex(int(serials.indexOf(m_serial)));
}

void InspectorPage::refresh()
{
    const int row = m_packs.rowOfSerial(m_serial);
    if (row < 0)
        return;
    m_telemetry = m_packs.telemetry(row);
    const qint64 now = m_clock.monotonicMilliseconds();
    const qint64 age = now - m_telemetry.heardAt;
    const PackFacts facts = m_packs.facts(row);
    const PackConfiguration &made = facts.configuration;
    m_kind->setText(made.cells > 0 ? QStringLiteral("%1 %2s%3p").arg(made.chemistry).arg(made.cells).arg(made.parallel)
                                   : tr("Node %1").arg(m_telemetry.node, 2, 16, QLatin1Char('0')));
    const auto sentence = Sentences::pack(m_telemetry, age);
    m_shape->setText(shapeOf(sentence.status));
    setTone(m_shape, sentence.status == Status::Good ? "good" : sentence.status == Status::Alarm ? "alarm" : "warning");
    m_shape->setStyleSheet(QStringLiteral("font-size: 16px;"));
    m_head->setText(sentence.head);
    m_rest->setText(sentence.rest);
    m_cells->setTelemetry(m_telemetry, now);
    const double mean = m_cells->meanMillivolts().value_or(0);
    m_cellsSummary->setText(m_cells->meanMillivolts()
            ? tr("mean %1 V \u00B7 spread %2 mV").arg(decimal(mean / 1000, 3)).arg(m_cells->spreadMillivolts())
            : QString());
    showFigures(m_telemetry, age > staleMilliseconds);
    showCell(m_cells->selectedCell());
    m_trend->append(m_telemetry, now, m_cells->selectedCell(), mean);
}

void InspectorPage::showFigures(const PackTelemetry &telemetry, bool stale)
{
    const auto window = [this](const char *id) -> QString {
        const int row = m_parameters.rowOf(ParameterId::fromTrusted(QString::fromLatin1(id)));
        if (row < 0)
            return QStringLiteral("?");
        const ParameterInfo &info = m_parameters.parameters().at(row);
        return formatQuantity(scaleOf(info).now, QLocale().decimalPoint().at(0));
    };
    m_figures[0]->set(decimal(telemetry.socMilliPercent / 1000.0, 1), QStringLiteral("%"),
        m_parameters.parameters().isEmpty() ? tr("charge")
                                            : tr("charge (%1 \u2026 %2)").arg(window("soc.min"), window("soc.max")));
    m_figures[1]->set(decimal(telemetry.packMillivolts / 1000.0, 1), QStringLiteral("V"));
    const QString sign = telemetry.packMilliamps > 0 ? QStringLiteral("+") : QString();
    m_figures[2]->set(sign + decimal(telemetry.packMilliamps / 1000.0, 1), QStringLiteral("A"),
        telemetry.packMilliamps > 50        ? tr("charging")
            : telemetry.packMilliamps < -50 ? tr("discharging")
                                            : tr("at rest"));
    if (!telemetry.temperaturesMilliCelsius.isEmpty()) {
        const auto [low, high] = std::minmax_element(
            telemetry.temperaturesMilliCelsius.cbegin(), telemetry.temperaturesMilliCelsius.cend());
        m_figures[3]->set(decimal(*high / 1000.0, 1), QStringLiteral("\u00B0C"),
            tr("hottest, coldest %1").arg(decimal(*low / 1000.0, 1)));
    }
    m_figures[4]->set(decimal(telemetry.sohMilliPercent / 1000.0, 0), QStringLiteral("%"));
    m_figures[5]->set(QString::number(telemetry.maxCellMillivolts - telemetry.minCellMillivolts), QStringLiteral("mV"),
        tr("cells apart"));
    for (Figure *figure : std::as_const(m_figures))
        figure->setStale(stale);

    m_packValues[0]->setText(tr("%1 A").arg(decimal(telemetry.chargeLimitMilliamps / 1000.0, 0)));
    m_packValues[1]->setText(tr("%1 A").arg(decimal(telemetry.dischargeLimitMilliamps / 1000.0, 0)));
    m_packValues[2]->setText(telemetry.contactorsClosed ? tr("closed") : tr("open"));
    m_packValues[3]->setText(Names::lifeCycle(telemetry.lifeCycle));
    m_packValues[4]->setText(QString::number(telemetry.policyVersion));
    m_packValues[5]->setText(QString::number(telemetry.refusedRequests));
    m_packValues[6]->setText(QString::number(telemetry.lostFrames));
}

void InspectorPage::showCell(int cell)
{
    if (cell < 1 || cell > m_telemetry.cells.size())
        return;
    const CellReading &reading = m_telemetry.cells.at(cell - 1);
    const int modules = std::max(1, m_telemetry.modules);
    const int perModule = std::max(1, int(m_telemetry.cells.size() + modules - 1) / modules);
    const int module = (cell - 1) / perModule;
    m_cellTitle->setText(
        tr("Cell %1 \u00B7 module %2, position %3").arg(cell).arg(module + 1).arg((cell - 1) % perModule + 1));
    const QString none = QStringLiteral("\u2013");
    const double mean = m_cells->meanMillivolts().value_or(reading.millivolts);
    const int deviation = int(std::lround(reading.millivolts - mean));
    m_cellValues[0]->setText(
        reading.valid ? tr("%1 V").arg(decimal(reading.millivolts / 1000.0, 3)) : tr("no reading"));
    m_cellValues[1]->setText(reading.valid ? tr("%1 mV").arg(deviation < 0 ? QStringLiteral("\u2212%1").arg(-deviation)
                                                                           : QStringLiteral("+%1").arg(deviation))
                                           : none);
    m_cellValues[2]->setText(module < m_telemetry.temperaturesMilliCelsius.size()
            ? decimal(m_telemetry.temperaturesMilliCelsius.at(module) / 1000.0, 1)
                + QStringLiteral(" \u00B0"
                                 "C")
            : none);
    m_cellValues[3]->setText(reading.balancing ? tr("yes") : tr("no"));
    m_cellValues[4]->setText(
        reading.heardAt > 0 ? Sentences::age(m_clock.monotonicMilliseconds() - reading.heardAt) : none);
}

} // namespace packwarden
