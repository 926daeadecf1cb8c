// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/inspectorpage.h"

#include "models/core/base/clock.h"
#include "models/packs/historybook.h"
#include "models/packs/packsmodel.h"
#include "models/packs/parametersmodel.h"
#include "widgets/inspector/faultsview.h"
#include "widgets/inspector/live/liveview.h"
#include "widgets/inspector/live/sideview.h"
#include "widgets/inspector/parameterdetail.h"
#include "widgets/inspector/parameterview.h"
#include "widgets/inspector/security/securityview.h"
#include "widgets/kit/chooser.h"
#include "widgets/kit/figure.h"
#include "widgets/kit/parts.h"
#include "widgets/values/limitscale.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"
#include "widgets/words/trustwords.h"

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QSettings>
#include <QTabWidget>

#include <cmath>
#include <utility>

namespace packwarden {

namespace {

constexpr qint64 staleMilliseconds = 3000;
constexpr qint64 sentenceMilliseconds = 1000;

QString decimal(double value, int digits)
{
    // A minus as wide as a digit, so that figures do not jump with their sign.
    return QLocale().toString(value, 'f', digits).replace(u'-', QChar(0x2212));
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
    m_histories = new HistoryBook(packs, clock, this);
    m_live = new LiveView(parameters, *m_histories, this);
    m_tabs->addTab(m_live, tr("Live"));
    m_faultsModel = new FaultsModel(this);
    m_faults = new FaultsView(*m_faultsModel, this);
    m_security = new SecurityView(this);
    m_tabs->addTab(m_faults, tr("Faults"));
    m_tabs->addTab(makeParameters(), tr("Parameters"));
    m_tabs->addTab(m_security, tr("Security"));
    m_side = new SideView(packs, clock, this);
    m_tabs->addTab(m_side, tr("Side by side"));
    connect(m_side, &SideView::packWanted, this, [this](const QString &key) {
        choose(key);
        m_tabs->setCurrentWidget(m_live);
    });
    column->addWidget(m_tabs, 1);
    connect(m_live, &LiveView::instantChanged, this, [this] {
        m_saidAt = -sentenceMilliseconds;
        refresh();
    });
    connect(m_live, &LiveView::faultsWanted, this, [this] { m_tabs->setCurrentWidget(m_faults); });
    connect(m_tabs, &QTabWidget::currentChanged, this, &InspectorPage::askForTab);
    connect(&packs, &QAbstractItemModel::rowsInserted, this, &InspectorPage::syncChooser);
    connect(&packs, &QAbstractItemModel::modelReset, this, &InspectorPage::syncChooser);
    connect(&packs, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &from, const QModelIndex &to) {
        // Ages change with every telemetry, and names do not come from them.
        if (from.column() != PacksModel::AgeColumn || to.column() != PacksModel::AgeColumn)
            syncChooser();
    });
    syncChooser();
}

QWidget *InspectorPage::makeParameters()
{
    auto *page = new QWidget(this);
    auto *card = makeCard(page);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, grid, 1, grid);
    m_parameterView = new ParameterView(m_parameters, card);
    inside->addWidget(m_parameterView);
    m_parameterDetail = new ParameterDetail(page);
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(0, grid, 0, 0);
    row->setSpacing(12);
    row->addWidget(card, 1);
    row->addWidget(m_parameterDetail);
    const auto change = [this](const ParameterId &id) {
        Q_EMIT changeWanted(serial(), id);
    };
    // By one key, where this person has one that may: that is a word and a click. Otherwise by several signatures.
    connect(m_parameterView, &ParameterView::changeWanted, this, [this, change](const ParameterId &id) {
        m_parameterView->choose(id);
        if (!m_parameterDetail->beginChange())
            change(id);
    });
    connect(m_parameterDetail, &ParameterDetail::changeWanted, this, change);
    connect(m_parameterView, &ParameterView::chosenChanged, this, &InspectorPage::showParameter);
    connect(&m_parameters, &QAbstractItemModel::modelReset, this, &InspectorPage::showParameter);
    connect(&m_parameters, &QAbstractItemModel::dataChanged, this, &InspectorPage::showParameter);
    return page;
}

void InspectorPage::showParameter()
{
    const int row = m_parameters.rowOf(m_parameterView->chosen());
    if (row < 0 || serial().isEmpty())
        return m_parameterDetail->clear();
    m_parameterDetail->show(serial(), m_parameters.parameters().at(row), m_parameters.now());
    Q_EMIT parameterShown(serial(), m_parameterView->chosen());
}

void InspectorPage::addView(QWidget *view, const QString &title)
{
    m_tabs->addTab(view, title);
}

void InspectorPage::addCorner(QWidget *widget)
{
    m_tabs->setCornerWidget(widget, Qt::TopRightCorner);
}

void InspectorPage::makeHead()
{
    auto *card = makeCard(this);
    m_chooser = new Chooser(card);
    m_chooser->setObjectName(QStringLiteral("packChooser"));
    m_chooser->setAccessibleName(tr("Pack"));
    m_chooser->setMinimumWidth(18 * grid);
    m_kind = makeLabel(tr("No pack chosen"), "muted", card);
    m_kind->setWordWrap(true);
    m_shape = makeLabel({}, nullptr, card);
    m_shape->setStyleSheet(QStringLiteral("font-size: 16px;"));
    m_head = makeLabel(tr("No pack on the bus yet."), "heading", card);
    m_head->setObjectName(QStringLiteral("packSentence"));
    m_rest = makeLabel(tr("Connect to a bus with packs; they appear here by themselves."), nullptr, card);
    m_rest->setObjectName(QStringLiteral("packRest"));
    m_rest->setWordWrap(true);
    m_rest->setMinimumWidth(13 * grid); // the figures' captions give way first

    auto *left = new QVBoxLayout;
    left->setSpacing(4);
    left->addWidget(m_chooser);
    m_kind->setObjectName(QStringLiteral("packKind"));
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
    figures->setSpacing(2 * grid);
    for (const QString &name :
        {tr("charge"), tr("pack"), tr("current"), tr("temperature"), tr("health"), tr("cells")}) {
        m_figures.append(new Figure(name, card));
        figures->addWidget(m_figures.constLast());
    }
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(2 * grid, 10, 2 * grid, 10);
    row->setSpacing(3 * grid);
    row->addLayout(left);
    row->addLayout(sentence, 1);
    row->addLayout(figures);
    card->setMinimumHeight(9 * grid + 4); // a second line of the sentence moves nothing
    layout()->addWidget(card);
    connect(
        m_chooser, &QComboBox::activated, this, [this](int index) { choose(m_chooser->itemData(index).toString()); });
}

QString InspectorPage::serial() const
{
    return PacksModel::nodeOfKey(m_key) == 0 ? m_key : QString();
}

void InspectorPage::choose(const QString &key)
{
    if (key == m_key || key.isEmpty())
        return;
    m_key = key;
    m_node = PacksModel::nodeOfKey(key);
    m_saidAt = -sentenceMilliseconds;
    showProof();
    m_faultsModel->clear();
    m_faults->setNotRead();
    m_security->clear();
    syncChooser();
    refresh();
    Q_EMIT packChosen(serial());
    askForTab();
}

/// A pack that has told its name meanwhile stays on show.
void InspectorPage::followName()
{
    const int row = m_node == 0 ? -1 : m_packs.rowOfNode(m_node, PacksModel::busOfKey(m_key));
    const QString serial = row < 0 ? QString() : m_packs.index(row, 0).data(PacksModel::SerialRole).toString();
    if (serial.isEmpty())
        return;
    m_key = serial;
    m_node = 0;
    showProof();
    Q_EMIT packChosen(serial);
    askForTab();
}

void InspectorPage::askForTab()
{
    if (serial().isEmpty() || !isVisible())
        return;
    if (m_tabs->currentWidget() == m_faults)
        Q_EMIT faultsWanted(serial());
    else if (m_tabs->currentWidget() == m_security)
        Q_EMIT securityWanted(serial());
}

void InspectorPage::syncChooser()
{
    followName();
    QStringList keys;
    for (int row = 0; row < m_packs.rowCount(); ++row)
        keys.append(m_packs.data(m_packs.index(row, 0), PacksModel::KeyRole).toString());
    QStringList shown;
    for (int i = 0; i < m_chooser->count(); ++i)
        shown.append(m_chooser->itemData(i).toString());
    if (shown != keys) {
        m_chooser->clear();
        for (const QString &key : keys)
            m_chooser->addItem(Names::pack(key), key);
    }
    m_chooser->setEnabled(!keys.isEmpty());
    if (m_key.isEmpty() && !keys.isEmpty())
        choose(keys.constFirst());
    m_chooser->setCurrentIndex(int(keys.indexOf(m_key)));
}

void InspectorPage::setProved(const QSet<QString> &serials)
{
    m_proved = serials;
    m_side->setProved(serials);
    showProof();
    refresh();
}

void InspectorPage::showProof()
{
    m_kind->setToolTip(isProved() ? QString() : TrustWords::whyUnproved());
    m_live->setProved(isProved());
}

void InspectorPage::refresh()
{
    const int row = m_packs.rowOfKey(m_key);
    if (row < 0)
        return;
    m_telemetry = m_packs.telemetry(row);
    const qint64 now = m_clock.monotonicMilliseconds();
    m_live->setTelemetry(m_key, m_telemetry, now);
    if (!isVisible())
        return;
    m_side->refresh();
    const qint64 age = now - m_telemetry.heardAt;
    const PackFacts facts = m_packs.facts(row);
    const PackConfiguration &made = facts.configuration;
    if (serial().isEmpty())
        m_kind->setText(tr("It has told no serial number: it can be watched, and asked nothing."));
    else
        m_kind->setText(
            (made.cells > 0 ? QStringLiteral("%1 %2s%3p").arg(made.chemistry).arg(made.cells).arg(made.parallel)
                            : tr("Node %1").arg(m_telemetry.node, 2, 16, QLatin1Char('0')))
            + (m_namesBus ? QStringLiteral(" \u00B7 ") + m_packs.bus(row) : QString())
            + (isProved() ? QString() : u'\n' + TrustWords::heard({}, false)));
    showSentence(now);
    m_faults->setModules(m_telemetry.modules);
    m_security->setFacts(facts);
    const int faultsTab = m_tabs->indexOf(m_faults);
    if (const QString title
        = m_telemetry.activeFaults > 0 ? tr("Faults %1").arg(m_telemetry.activeFaults) : tr("Faults");
        title != m_tabs->tabText(faultsTab))
        m_tabs->setTabText(faultsTab, title);
    if (std::exchange(m_activeFaults, m_telemetry.activeFaults) != m_telemetry.activeFaults
        && m_tabs->currentIndex() == faultsTab)
        askForTab();
    const auto &then = m_live->then();
    showFigures(then ? *then : m_telemetry, !then && age > staleMilliseconds);
}

void InspectorPage::showSentence(qint64 now)
{
    Sentences::PackSentence sentence = Sentences::pack(m_telemetry, now - m_telemetry.heardAt);
    Status status = TrustWords::earned(sentence.status, isProved());
    if (m_live->then()) {
        // An instant of the past is neither good nor bad news.
        status = Status::Information;
        sentence.head = tr("As it was at %1.")
                            .arg(QLocale().toString(
                                QDateTime::fromMSecsSinceEpoch(m_live->thenAt()).time(), QStringLiteral("HH:mm:ss")));
        sentence.rest = tr("Cells and figures are of that instant. Esc in the trend goes back to now.");
    }
    // Styling is slow, and this runs with each telemetry.
    if (const QString shape = shapeOf(status); shape != m_shape->text()) {
        m_shape->setText(shape);
        setTone(m_shape,
            status == Status::Good              ? "good"
                : status == Status::Alarm       ? "alarm"
                : status == Status::Information ? "information"
                                                : "warning");
    }
    // Its figures change with every telemetry: nobody reads that fast, and a text that wraps has all laid out anew.
    if (sentence.head != m_head->text() || now - m_saidAt >= sentenceMilliseconds) {
        m_saidAt = now;
        m_head->setText(sentence.head);
        m_rest->setText(sentence.rest);
    }
}

void InspectorPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
    askForTab();
}

void InspectorPage::showFigures(const PackTelemetry &telemetry, bool stale)
{
    const QString unknown = QStringLiteral("?");
    const auto window = [&](const char *id) -> QString {
        const int row = m_parameters.rowOf(ParameterId::fromTrusted(QString::fromLatin1(id)));
        if (row < 0)
            return unknown;
        const ParameterInfo &info = m_parameters.parameters().at(row);
        return formatQuantity(scaleOf(info, m_parameters.now()).now, QLocale().decimalPoint().at(0));
    };
    const QString low = window("soc.min");
    const QString high = window("soc.max");
    const bool known = low != unknown && high != unknown;
    const auto shown = [&](PackFigure figure, int milli, int decimals) {
        return telemetry.knows(figure) ? decimal(milli / 1000.0, decimals) : QStringLiteral("\u2013");
    };
    m_figures[0]->set(shown(PackFigure::Charge, telemetry.socMilliPercent, 1), QStringLiteral("%"),
        known ? tr("charge (%1 \u2026 %2)").arg(low, high) : tr("charge"));
    m_figures[0]->explain(
        known ? tr("State of charge. The pack may be used from %1 % to %2 %.").arg(low, high) : tr("State of charge."));
    m_figures[1]->set(shown(PackFigure::Voltage, telemetry.packMillivolts, 1), QStringLiteral("V"));
    m_figures[1]->explain(telemetry.contactorsClosed ? tr("Voltage of the whole pack. Its contactors are closed.")
                                                     : tr("Voltage of the whole pack. Its contactors are open."));
    const QString sign = telemetry.packMilliamps > 0 ? QStringLiteral("+") : QString();
    m_figures[2]->set(sign + shown(PackFigure::Current, telemetry.packMilliamps, 1), QStringLiteral("A"),
        !telemetry.knows(PackFigure::Current) ? QString()
            : telemetry.packMilliamps > 50    ? tr("charging")
            : telemetry.packMilliamps < -50   ? tr("discharging")
                                              : tr("at rest"));
    m_figures[2]->explain(tr("Positive while charging. Now the pack takes at most %1 A and gives at most %2 A.")
                              .arg(decimal(telemetry.chargeLimitMilliamps / 1000.0, 0),
                                  decimal(telemetry.dischargeLimitMilliamps / 1000.0, 0)));
    const auto &celsius = telemetry.temperaturesMilliCelsius;
    if (!celsius.isEmpty()) {
        const auto [coldest, hottest] = std::minmax_element(celsius.cbegin(), celsius.cend());
        m_figures[3]->set(decimal(*hottest / 1000.0, 1), QStringLiteral("°C"),
            tr("hottest, coldest %1").arg(decimal(*coldest / 1000.0, 1)));
        m_figures[3]->explain(tr("Module %1 is hottest with %2 °C, module %3 coldest with %4 °C.")
                                  .arg(hottest - celsius.cbegin() + 1)
                                  .arg(decimal(*hottest / 1000.0, 1))
                                  .arg(coldest - celsius.cbegin() + 1)
                                  .arg(decimal(*coldest / 1000.0, 1)));
    }
    m_figures[4]->set(shown(PackFigure::Health, telemetry.sohMilliPercent, 0), QStringLiteral("%"));
    m_figures[4]->explain(tr("State of health: what is left of the capacity when new."));
    const bool extremes = telemetry.knows(PackFigure::LowestCell | PackFigure::HighestCell);
    m_figures[5]->set(extremes ? QString::number(telemetry.maxCellMillivolts - telemetry.minCellMillivolts)
                               : QStringLiteral("\u2013"),
        QStringLiteral("mV"),
        extremes ? tr("from cell %1 to %2").arg(telemetry.minCell).arg(telemetry.maxCell) : tr("cells apart"));
    m_figures[5]->explain(extremes ? tr("Cell %1 is lowest with %2 V, cell %3 highest with %4 V.")
                                         .arg(telemetry.minCell)
                                         .arg(decimal(telemetry.minCellMillivolts / 1000.0, 3))
                                         .arg(telemetry.maxCell)
                                         .arg(decimal(telemetry.maxCellMillivolts / 1000.0, 3))
                                   : tr("How far the lowest and the highest cell are apart."));
    for (Figure *figure : std::as_const(m_figures))
        figure->setStale(stale);
}

void InspectorPage::remember(QSettings &settings) const
{
    settings.setValue(QStringLiteral("inspector/tab"), m_tabs->currentIndex());
    m_live->remember(settings);
}

void InspectorPage::recall(const QSettings &settings)
{
    m_tabs->setCurrentIndex(settings.value(QStringLiteral("inspector/tab"), 0).toInt());
    m_live->recall(settings);
}

} // namespace packwarden
