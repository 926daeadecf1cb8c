// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/fleet/fleetpage.h"

#include "models/drafts/commanddraft.h"
#include "models/fleet/fleetmodel.h"
#include "models/fleet/todaymodel.h"
#include "widgets/drafts/draftwords.h"
#include "widgets/fleet/fleetwords.h"
#include "widgets/fleet/rolloutpanel.h"
#include "widgets/kit/chooser.h"
#include "widgets/kit/columns.h"
#include "widgets/kit/flowrow.h"
#include "widgets/kit/parts.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"
#include "widgets/words/trustwords.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTableView>

namespace packwarden {

/// By text, and by what is asked for: all, on the bus, needing attention.
class FleetFilter final : public QSortFilterProxyModel
{
public:
    enum Which { All, OnBus, Attention };

    using QSortFilterProxyModel::QSortFilterProxyModel;

    void set(const QString &text, Which which)
    {
        m_text = text;
        m_which = which;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const auto index = [&](int column) {
            return sourceModel()->index(row, column, parent);
        };
        if (m_which == OnBus && !index(0).data(FleetModel::OnBusRole).toBool())
            return false;
        if (m_which == Attention && !index(0).data(FleetModel::AttentionRole).toBool())
            return false;
        if (m_text.isEmpty())
            return true;
        for (const int column : {FleetModel::SerialColumn, FleetModel::OwnerColumn, FleetModel::StateColumn}) {
            const QString word = index(column).data(FleetModel::ValueRole).toString();
            if (word.contains(m_text, Qt::CaseInsensitive)
                || (column == FleetModel::SerialColumn && Names::pack(word).contains(m_text, Qt::CaseInsensitive))
                || (column == FleetModel::StateColumn && Names::packState(word).contains(m_text, Qt::CaseInsensitive)))
                return true;
        }
        return false;
    }

private:
    QString m_text;
    Which m_which = All;
};

namespace {

QString unitOf(int column)
{
    switch (column) {
    case FleetModel::SocColumn:
    case FleetModel::SohColumn:
        return QStringLiteral("%");
    case FleetModel::MinCellColumn:
    case FleetModel::MaxCellColumn:
        return QStringLiteral("V");
    case FleetModel::TemperatureColumn:
        return QStringLiteral("\u00B0C");
    default:
        return {};
    }
}

/// Turns the model's values into words, and a status into a shape with a word.
class FleetDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->features |= QStyleOptionViewItem::HasDisplay;
        const QVariant value = index.data(FleetModel::ValueRole);
        Status status = Status::Neutral;
        option->text = words(index.column(), value, status);
        status = TrustWords::earned(status, index.data(FleetModel::ProvedRole).toBool());
        // What a pack said last is told as that once it is not heard any more.
        const bool old = !index.data(FleetModel::OnBusRole).toBool();
        if (old && index.column() == FleetModel::StateColumn && value.isValid())
            option->text = FleetPage::tr("last: %1", "state of a pack that is not heard").arg(option->text);
        const Tones &tones = tonesOf(option->palette);
        QColor colour = tones.text;
        if (status != Status::Neutral) {
            option->text = shapeOf(status) + u' ' + option->text;
            colour = statusColour(tones, status);
        } else if (old && index.column() != FleetModel::SerialColumn)
            colour = tones.muted;
        option->palette.setColor(QPalette::Text, colour);
        option->palette.setColor(QPalette::HighlightedText, colour);
    }

private:
    static QString words(int column, const QVariant &value, Status &status)
    {
        const QString none = QStringLiteral("\u2013");
        switch (column) {
        case FleetModel::TomorrowColumn: {
            const auto outlook = value.value<StartOutlook>();
            status = FleetWords::outlookStatus(outlook);
            return FleetWords::outlook(outlook);
        }
        case FleetModel::AgeColumn:
            return value.toLongLong() < 0 ? FleetPage::tr("not heard") : Sentences::age(value.toLongLong());
        case FleetModel::ListsBehindColumn:
            if (!value.isValid())
                return FleetPage::tr("never read");
            if (value.toInt() > 0)
                status = Status::Warning;
            return value.toInt() == 0 ? FleetPage::tr("nothing") : FleetPage::tr("%n list(s)", nullptr, value.toInt());
        default:
            break;
        }
        if (!value.isValid() || value.toString().isEmpty())
            return none;
        switch (column) {
        case FleetModel::StateColumn:
            status = value.toString() == QLatin1String("fault") ? Status::Alarm : Status::Neutral;
            return Names::packState(value.toString());
        case FleetModel::LockColumn:
            status = FleetWords::lockStatus(value.toString());
            return FleetWords::lock(value.toString());
        case FleetModel::FaultsColumn:
            status = value.toInt() > 0 ? Status::Alarm : Status::Neutral;
            return value.toInt() == 0 ? FleetPage::tr("none") : QString::number(value.toInt());
        case FleetModel::SerialColumn:
            return Names::pack(value.toString());
        case FleetModel::SohColumn:
            status = value.toInt() < TodayModel::wornMilliPercent ? Status::Warning : Status::Neutral;
            return QStringLiteral("%1 %2").arg(
                QLocale().toString(double(value.toLongLong()) / 1000, 'f', 0), unitOf(column));
        case FleetModel::SpreadColumn:
            return QStringLiteral("%1 mV").arg(value.toLongLong());
        case FleetModel::SocColumn:
        case FleetModel::TemperatureColumn:
            return QStringLiteral("%1 %2").arg(
                QLocale().toString(double(value.toLongLong()) / 1000, 'f', 1), unitOf(column));
        case FleetModel::MinCellColumn:
        case FleetModel::MaxCellColumn:
            return QStringLiteral("%1 %2").arg(
                QLocale().toString(double(value.toLongLong()) / 1000, 'f', 3), unitOf(column));
        default:
            return value.toString();
        }
    }
};

} // namespace

FleetPage::FleetPage(
    Workspace &workspace, FleetModel &fleet, PacksModel &packs, SignoffsModel &documents, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_filter(new FleetFilter(this))
    , m_search(new QLineEdit(this))
    , m_which(new Chooser(this))
    , m_tomorrow(makeLabel({}, nullptr, this))
    , m_count(makeLabel({}, "muted", this))
    , m_inspect(makeButton(tr("Open in Inspector"), "inspector", nullptr, this))
    , m_lock(makeButton(tr("Theft-lock\u2026"), "lock", nullptr, this))
    , m_more(makeButton({}, "more", nullptr, this))
    , m_commands(new QMenu(this))
    , m_rollOut(makeButton(tr("Roll out\u2026"), "deliver", "primary", this))
    , m_stack(new QStackedWidget(this))
    , m_table(new QTableView(this))
    , m_empty(makeLabel({}, "muted", this))
    , m_rollout(new RolloutPanel(workspace, documents, packs, this))
{
    m_search->setObjectName(QStringLiteral("fleetSearch"));
    m_search->setAccessibleName(tr("Search packs"));
    m_search->setPlaceholderText(tr("Search serial, owner, state"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(22 * grid);
    m_search->setMaximumWidth(32 * grid);
    m_which->setObjectName(QStringLiteral("fleetWhich"));
    m_which->setAccessibleName(tr("Which packs"));
    m_which->addItems({tr("All packs"), tr("On the bus"), tr("Needs attention")});
    m_tomorrow->setObjectName(QStringLiteral("fleetTomorrow"));
    m_tomorrow->setWordWrap(true);
    m_inspect->setObjectName(QStringLiteral("fleetInspect"));
    m_rollOut->setObjectName(QStringLiteral("fleetRollOut"));
    m_rollOut->setToolTip(tr("Bring a document that is ready to the chosen packs"));
    m_empty->setObjectName(QStringLiteral("fleetEmpty"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_rollout->hide();
    makeTable();
    makeCommands();

    auto *bar = new FlowRow(grid);
    bar->addWidget(m_which);
    bar->addWidget(m_search);
    bar->addWidget(m_count);
    bar->addWidget(m_inspect);
    bar->addWidget(m_lock);
    bar->addWidget(m_more);
    bar->addWidget(m_rollOut);
    auto *card = makeCard(this);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(12, 12, 12, 12);
    inside->setSpacing(grid);
    inside->addLayout(bar);
    inside->addWidget(m_tomorrow);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    inside->addWidget(m_stack, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 12, 12, 12);
    row->setSpacing(12);
    row->addWidget(card, 1);
    row->addWidget(m_rollout);

    const auto filter = [this] {
        m_filter->set(m_search->text().trimmed(), FleetFilter::Which(m_which->currentIndex()));
        refresh();
    };
    connect(m_search, &QLineEdit::textChanged, this, filter);
    connect(m_which, &QComboBox::currentIndexChanged, this, filter);
    connect(m_inspect, &QPushButton::clicked, this, &FleetPage::openChosen);
    connect(m_table, &QTableView::activated, this, &FleetPage::openChosen);
    connect(m_rollOut, &QPushButton::clicked, this, [this] { toggleRollout(true); });
    connect(m_rollout, &RolloutPanel::closed, this, [this] { toggleRollout(false); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &FleetPage::refresh);
    for (const auto &signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, signal, this, &FleetPage::refresh);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &FleetPage::refresh);
    connect(&fleet, &FleetModel::outlookChanged, this, &FleetPage::refresh);
    refresh();
}

void FleetPage::makeTable()
{
    const QStringList titles
        = {tr("Pack"), tr("Owner"), tr("State"), tr("SoC"), tr("Health"), tr("Min cell"), tr("Max cell"), tr("Apart"),
            tr("Hottest"), tr("Faults"), tr("Policy"), tr("Lock"), tr("Does not know"), tr("Tomorrow"), tr("Age")};
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
    setColumnWidths(*m_table->horizontalHeader(), {118, 74, 84, 58, 66, 66, 66, 58, 66, 54, 52, 96, 104, 100, 72});
}

void FleetPage::makeCommands()
{
    m_lock->setObjectName(QStringLiteral("fleetLock"));
    m_lock->setToolTip(tr("Lock the chosen packs against theft. No van on the road is stopped."));
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
    m_rollout->setPacks(packs);
    const int shown = m_filter->rowCount();
    m_count->setText(packs.size() > 1 ? tr("%n chosen", nullptr, int(packs.size())) : tr("%n pack(s)", nullptr, shown));
    m_stack->setCurrentIndex(shown > 0 ? 0 : 1);
    m_empty->setText(m_fleet.rowCount() > 0
            ? tr("No pack fits. Clear the search or choose “All packs”.")
            : tr("No pack was heard yet. Connect a bus, or start the demo; every pack that is read once stays here."));
    const QList<StartOutlook> outlook = m_fleet.outlook();
    m_tomorrow->setVisible(!outlook.isEmpty());
    bool proved = true;
    for (int row = 0; row < m_fleet.rowCount(); ++row)
        proved = proved && m_fleet.isProved(row);
    const Status tomorrow = TrustWords::earned(FleetWords::tomorrowStatus(outlook), proved);
    m_tomorrow->setText(shapeOf(tomorrow) + u' ' + FleetWords::tomorrow(outlook));
}

void FleetPage::openChosen()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.size() == 1)
        Q_EMIT inspectorWanted(rows.constFirst().data(FleetModel::KeyRole).toString());
}

void FleetPage::toggleRollout(bool open)
{
    m_rollout->setPacks(chosen());
    m_rollout->setVisible(open);
    m_rollOut->setVisible(!open);
    if (open)
        m_rollout->setFocus();
    else
        m_table->setFocus();
}

} // namespace packwarden
