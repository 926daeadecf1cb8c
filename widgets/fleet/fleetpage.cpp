// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/fleet/fleetpage.h"

#include "models/drafts/commanddraft.h"
#include "models/fleet/fleetmodel.h"
#include "widgets/drafts/draftwords.h"
#include "widgets/fleet/distributionstrip.h"
#include "widgets/fleet/fleettable.h"
#include "widgets/fleet/fleetwords.h"
#include "widgets/fleet/rolloutpanel.h"
#include "widgets/kit/chooser.h"
#include "widgets/kit/columns.h"
#include "widgets/kit/flowrow.h"
#include "widgets/kit/parts.h"
#include "widgets/kit/roomycolumns.h"
#include "widgets/words/trustwords.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QTableView>

namespace packwarden {

namespace {

constexpr int totalsMilliseconds = 200;

} // namespace

FleetPage::FleetPage(
    Workspace &workspace, FleetModel &fleet, PacksModel &packs, SignoffsModel &documents, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_filter(new FleetFilter(this))
    , m_search(new QLineEdit(this))
    , m_which(new Chooser(this))
    , m_tomorrow(makeLabel({}, nullptr, this))
    , m_totals(makeLabel({}, "muted", this))
    , m_count(makeLabel({}, "muted", this))
    , m_problem(makeLabel({}, "warning", this))
    , m_views(makeButton(tr("Views"), nullptr, nullptr, this))
    , m_viewsMenu(new QMenu(this))
    , m_distribution(new DistributionStrip(this))
    , m_columns(makeButton(tr("Columns"), nullptr, nullptr, this))
    , m_inspect(makeButton(tr("Open in Inspector"), "inspector", nullptr, this))
    , m_lock(makeButton(tr("Theft-lock\u2026"), "lock", nullptr, this))
    , m_more(makeButton(tr("More"), "more", nullptr, this))
    , m_commands(new QMenu(this))
    , m_rollOut(makeButton(tr("Roll out\u2026"), "deliver", "primary", this))
    , m_stack(new QStackedWidget(this))
    , m_table(new QTableView(this))
    , m_empty(makeLabel({}, "muted", this))
    , m_rollout(new RolloutPanel(workspace, fleet, documents, packs, this))
{
    m_search->setObjectName(QStringLiteral("fleetSearch"));
    m_search->setAccessibleName(tr("Search packs"));
    m_search->setPlaceholderText(tr("Search, or soc<20"));
    m_search->setToolTip(tr("Words are searched for in serial, owner, hardware and state. Or ask for values: "
                            "soc<20, faults>0, owner:leasing, tomorrow:stops, days>3, lock:unknown; with not, or, "
                            "and brackets."));
    m_problem->setObjectName(QStringLiteral("fleetProblem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(18 * grid);
    m_search->setMaximumWidth(32 * grid);
    m_which->setObjectName(QStringLiteral("fleetWhich"));
    m_which->setAccessibleName(tr("Which packs"));
    m_tomorrow->setObjectName(QStringLiteral("fleetTomorrow"));
    m_tomorrow->setWordWrap(true);
    m_totals->setObjectName(QStringLiteral("fleetTotals"));
    m_totals->setWordWrap(true);
    m_inspect->setObjectName(QStringLiteral("fleetInspect"));
    m_rollOut->setObjectName(QStringLiteral("fleetRollOut"));
    m_rollOut->setToolTip(tr("Bring a document that is ready to the chosen packs"));
    m_empty->setObjectName(QStringLiteral("fleetEmpty"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_rollout->hide();
    makeTable();
    makeCommands();
    makeColumns();
    makeViews();
    fillGroups();

    auto *bar = new FlowRow(grid);
    bar->addWidget(m_which);
    bar->addWidget(m_search);
    bar->addWidget(m_views);
    bar->addWidget(m_columns);
    bar->breakHere();
    bar->addWidget(m_inspect);
    bar->addWidget(m_lock);
    bar->addWidget(m_more);
    bar->addWidget(m_rollOut);
    auto *card = makeCard(this);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(12, 12, 12, 12);
    inside->setSpacing(grid);
    inside->addLayout(bar);
    inside->addWidget(m_problem);
    auto *figures = new QHBoxLayout;
    figures->setSpacing(2 * grid);
    figures->addWidget(m_count, 0, Qt::AlignTop);
    figures->addWidget(m_totals, 1);
    inside->addLayout(figures);
    inside->addWidget(m_tomorrow);
    auto *tableSide = new QWidget(this);
    auto *tableColumn = new QVBoxLayout(tableSide);
    tableColumn->setContentsMargins(0, 0, 0, 0);
    tableColumn->setSpacing(0);
    tableColumn->addWidget(m_distribution);
    tableColumn->addWidget(m_table, 1);
    m_stack->addWidget(tableSide);
    m_stack->addWidget(m_empty);
    inside->addWidget(m_stack, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 12, 12, 12);
    row->setSpacing(12);
    row->addWidget(card, 1);
    row->addWidget(m_rollout);

    connect(m_search, &QLineEdit::textChanged, this, &FleetPage::filter);
    connect(m_which, &QComboBox::currentIndexChanged, this, &FleetPage::filter);
    connect(&fleet, &FleetModel::bookChanged, this, &FleetPage::fillGroups);
    connect(m_inspect, &QPushButton::clicked, this, &FleetPage::openChosen);
    connect(m_table, &QTableView::activated, this, &FleetPage::openChosen);
    connect(m_rollOut, &QPushButton::clicked, this, [this] { toggleRollout(true); });
    connect(m_rollout, &RolloutPanel::closed, this, [this] { toggleRollout(false); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &FleetPage::refresh);
    for (const auto &signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, signal, this, &FleetPage::refresh);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &FleetPage::refresh);
    m_soon.setSingleShot(true);
    m_soon.setInterval(totalsMilliseconds);
    connect(&m_soon, &QTimer::timeout, this, &FleetPage::refreshTotals);
    const auto countSoon = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    for (const auto &signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&fleet, signal, this, countSoon);
    connect(&fleet, &QAbstractItemModel::dataChanged, this, countSoon);
    connect(&fleet, &FleetModel::outlookChanged, this, &FleetPage::refreshTotals);
    filter();
    refreshTotals();
    // A roll-out that was cut off is offered at once.
    if (fleet.book().interrupted())
        toggleRollout(true);
}

void FleetPage::makeTable()
{
    const QStringList titles = {tr("Pack"), tr("Owner"), tr("State"), tr("SoC"), tr("Health"), tr("Min cell"),
        tr("Max cell"), tr("Apart"), tr("Hottest"), tr("Faults"), tr("Policy"), tr("Lock"), tr("Does not know"),
        tr("Tomorrow"), tr("Age"), tr("Bus")};
    for (int column = 0; column < titles.size(); ++column)
        m_fleet.setHeaderData(column, Qt::Horizontal, titles.at(column));
    m_filter->setSourceModel(&m_fleet);
    m_filter->setSortRole(FleetModel::SortRole);
    m_filter->setDynamicSortFilter(true);
    m_table->setObjectName(QStringLiteral("fleetTable"));
    m_table->setAccessibleName(tr("Packs"));
    m_table->setModel(m_filter);
    m_table->setItemDelegate(new FleetDelegate(m_table));
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(FleetModel::SerialColumn, Qt::AscendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(30);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    setColumnWidths(*m_table->horizontalHeader(), {118, 74, 84, 58, 66, 66, 66, 58, 66, 54, 52, 96, 104, 100, 72, 104});
    auto *roomy = new RoomyColumns(*m_table, *m_table->horizontalHeader());
    roomy->keepWhole(FleetModel::StateColumn);
    // Whether a pack starts tomorrow is in sight at any width.
    m_table->horizontalHeader()->moveSection(FleetModel::TomorrowColumn, FleetModel::SocColumn);
    // Most consoles have one bus.
    m_table->setColumnHidden(FleetModel::BusColumn, true);
    m_distribution->setObjectName(QStringLiteral("fleetDistribution"));
    m_distribution->setTable(*m_table);
    m_distribution->hide();
}

/// Which columns there are, and in which order: by the menu, and by dragging their titles.
void FleetPage::makeColumns()
{
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionsMovable(true);
    m_columns->setObjectName(QStringLiteral("fleetColumns"));
    m_columns->setToolTip(tr("Choose the columns. Drag a title to move its column."));
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("fleetColumnsMenu"));
    // Without a name a row says nothing.
    for (int column = FleetModel::SerialColumn + 1; column < FleetModel::ColumnCount; ++column) {
        QAction *action = menu->addAction(m_fleet.headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        connect(action, &QAction::toggled, this,
            [header, column](bool shown) { header->setSectionHidden(column, !shown); });
        connect(menu, &QMenu::aboutToShow, action, [header, action, column] {
            const QSignalBlocker quiet(action);
            action->setChecked(!header->isSectionHidden(column));
        });
    }
    menu->addSeparator();
    QAction *distribution = menu->addAction(tr("Show how values lie"));
    distribution->setObjectName(QStringLiteral("fleetDistributionShown"));
    distribution->setCheckable(true);
    connect(distribution, &QAction::toggled, m_distribution, &DistributionStrip::setVisible);
    menu->addAction(
        tr("Save this list as CSV\u2026"), this, [this, header] { Q_EMIT csvWanted(fleetCsv(*m_filter, *header)); });
    giveMenu(m_columns, menu);
}

void FleetPage::makeCommands()
{
    m_lock->setObjectName(QStringLiteral("fleetLock"));
    m_lock->setToolTip(tr("Lock the chosen packs against theft. No vehicle on the road is stopped."));
    m_more->setObjectName(QStringLiteral("fleetMore"));
    m_more->setAccessibleName(tr("More for the chosen packs"));
    m_more->setToolTip(tr("More for the chosen packs: end a lock, tighten a limit, replace a part, decommission"));
    m_commands->setObjectName(QStringLiteral("fleetCommands"));
    for (const CommandKind kind : CommandDraft::kinds())
        m_commands->addAction(
            draftwords::command(kind) + QChar(0x2026), this, [this, kind] { Q_EMIT commandWanted(kind, chosen()); });
    giveMenu(m_more, m_commands);
    connect(m_lock, &QPushButton::clicked, this, [this] { Q_EMIT commandWanted(CommandKind::TheftLock, chosen()); });
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QTableView::customContextMenuRequested, this, [this](const QPoint &at) {
        if (!chosen().isEmpty())
            m_commands->popup(m_table->viewport()->mapToGlobal(at));
    });
}

void FleetPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_fleet.refreshOutlook();
}

QList<PackSerial> FleetPage::chosen() const
{
    QList<PackSerial> all;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows()) {
        if (const auto serial = PackSerial::parse(index.data(FleetModel::SerialRole).toString()); serial.ok())
            all.append(*serial);
    }
    std::sort(all.begin(), all.end());
    return all;
}

void FleetPage::choose(const QString &serial)
{
    const int row = m_fleet.rowOf(serial);
    const QModelIndex index = m_filter->mapFromSource(m_fleet.index(row, 0));
    if (row >= 0 && index.isValid() && chosen().isEmpty())
        m_table->selectRow(index.row());
}

void FleetPage::refresh()
{
    const QList<PackSerial> packs = chosen();
    m_inspect->setEnabled(m_table->selectionModel()->selectedRows().size() == 1);
    m_lock->setEnabled(!packs.isEmpty());
    m_more->setEnabled(!packs.isEmpty());
    m_rollOut->setEnabled(!packs.isEmpty());
    m_rollout->setPacks(packs, group());
    m_distribution->refreshSoon();
    const int shown = m_filter->rowCount();
    // All of them are counted by the totals beside it.
    m_count->setVisible(packs.size() > 1 || shown < m_fleet.rowCount());
    m_count->setText(packs.size() > 1 ? tr("%n chosen", nullptr, int(packs.size())) : tr("%n pack(s)", nullptr, shown));
    m_stack->setCurrentIndex(shown > 0 ? 0 : 1);
    m_empty->setText(m_fleet.rowCount() > 0
            ? tr("No pack fits. Clear the search or choose “All packs”.")
            : tr("No pack was heard yet. Connect a bus, or start the demo; every pack that is read once stays here."));
}

void FleetPage::refreshTotals()
{
    const QList<StartOutlook> outlook = m_fleet.outlook();
    m_tomorrow->setVisible(!outlook.isEmpty());
    const Status tomorrow = TrustWords::earned(FleetWords::tomorrowStatus(outlook), m_fleet.isProved());
    m_tomorrow->setText(shapeOf(tomorrow) + u' ' + FleetWords::tomorrow(outlook));
    m_totals->setVisible(outlook.size() > 1);
    m_totals->setText(FleetWords::totals(m_fleet.totals()));
}

void FleetPage::openChosen()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.size() == 1)
        Q_EMIT inspectorWanted(rows.constFirst().data(FleetModel::KeyRole).toString());
}

void FleetPage::toggleRollout(bool open)
{
    m_rollout->setPacks(chosen(), group());
    m_rollout->setVisible(open);
    m_rollOut->setVisible(!open);
    if (open)
        m_rollout->setFocus();
    else
        m_table->setFocus();
}

} // namespace packwarden
