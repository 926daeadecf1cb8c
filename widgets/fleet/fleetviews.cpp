// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which packs the fleet page shows, and how: groups, searches, and views that bear a name.

#include "models/fleet/fleetmodel.h"
#include "widgets/fleet/fleetpage.h"
#include "widgets/fleet/fleettable.h"
#include "widgets/fleet/fleetwords.h"
#include "widgets/fleet/groupsdialog.h"
#include "widgets/kit/chooser.h"
#include "widgets/kit/menutext.h"
#include "widgets/kit/parts.h"
#include "widgets/words/packwords.h"

#include <QHeaderView>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>

#include <functional>

namespace packwarden {

namespace {

constexpr int fixedChoices = 3; ///< all, on the bus, needs attention

} // namespace

QString FleetPage::group() const
{
    return m_which->currentData().toString();
}

/// The three that are always there, then the groups, each behind the one that it is a part of.
void FleetPage::fillGroups()
{
    const QString former = group();
    const int index = m_which->currentIndex();
    {
        const QSignalBlocker quiet(m_which);
        m_which->clear();
        m_which->addItems({tr("All packs"), tr("On the bus"), tr("Needs attention")});
        const QList<PackGroup> groups = m_fleet.book().groups();
        const std::function<void(const QString &, int)> add = [&](const QString &inside, int depth) {
            for (const PackGroup &each : groups) {
                if (each.inside.compare(inside, Qt::CaseInsensitive) != 0)
                    continue;
                m_which->addItem(QString(2 * depth, QChar(0x2003)) + each.name, each.name);
                add(each.name, depth + 1);
            }
        };
        if (!groups.isEmpty())
            m_which->insertSeparator(fixedChoices);
        add({}, 0);
        const int found = former.isEmpty() ? -1 : m_which->findData(former);
        m_which->setCurrentIndex(found >= 0 ? found : index >= 0 && index < fixedChoices ? index : 0);
    }
    filter();
}

void FleetPage::filter()
{
    const int index = m_which->currentIndex();
    const auto which = index > 0 && index < fixedChoices ? FleetFilter::Which(index) : FleetFilter::All;
    const auto set = m_filter->set(m_search->text().trimmed(), which, group(), m_fleet.book().groups());
    m_problem->setVisible(!set.ok());
    if (!set.ok())
        m_problem->setText(shapeOf(Status::Warning) + u' ' + PackWords::problem(set.error()));
    refresh();
}

void FleetPage::makeViews()
{
    m_views->setObjectName(QStringLiteral("fleetViews"));
    m_views->setToolTip(tr("Searches, columns and their order under a name; and groups of packs"));
    m_viewsMenu->setObjectName(QStringLiteral("fleetViewsMenu"));
    const auto fill = [this] {
        m_viewsMenu->clear();
        const QList<PackView> views = m_fleet.book().views();
        for (const PackView &each : views)
            m_viewsMenu->addAction(menuText(each.name), this, [this, each] { showView(each); });
        if (!views.isEmpty())
            m_viewsMenu->addSeparator();
        m_viewsMenu->addAction(tr("Keep this view\u2026"), this, &FleetPage::nameView);
        if (!views.isEmpty()) {
            QMenu *remove = m_viewsMenu->addMenu(tr("Remove a view"));
            for (const PackView &each : views) {
                remove->addAction(menuText(each.name), this, [this, each] {
                    if (const auto done = m_fleet.book().removeView(each.name); !done.ok())
                        complain(done.error());
                });
            }
        }
        m_viewsMenu->addSeparator();
        m_viewsMenu->addAction(tr("Choose all packs on show"), m_table, &QTableView::selectAll);
        m_viewsMenu->addAction(tr("Groups\u2026"), this, &FleetPage::editGroups);
    };
    fill();
    connect(m_viewsMenu, &QMenu::aboutToShow, this, fill);
    giveMenu(m_views, m_viewsMenu);
}

PackView FleetPage::view(const QString &name) const
{
    PackView view;
    view.name = name;
    view.search = m_search->text().trimmed();
    QString also;
    if (!group().isEmpty())
        also = QStringLiteral("group:\"%1\"").arg(group());
    else if (m_which->currentIndex() == FleetFilter::OnBus)
        also = QStringLiteral("bus:yes");
    else if (m_which->currentIndex() == FleetFilter::Attention)
        also = QStringLiteral("attention:yes");
    if (!also.isEmpty())
        view.search = view.search.isEmpty() ? also : QStringLiteral("%1 (%2)").arg(also, view.search);
    const QHeaderView *header = m_table->horizontalHeader();
    for (int place = 0; place < header->count(); ++place) {
        if (const int column = header->logicalIndex(place); !header->isSectionHidden(column))
            view.columns.append(FleetModel::nameOf(column));
    }
    view.sort = FleetModel::nameOf(header->sortIndicatorSection());
    view.isDescending = header->sortIndicatorOrder() == Qt::DescendingOrder;
    return view;
}

void FleetPage::showView(const PackView &view)
{
    QHeaderView *header = m_table->horizontalHeader();
    for (int column = 0; column < FleetModel::ColumnCount; ++column) {
        const QString name = FleetModel::nameOf(column);
        // Without a name a row says nothing.
        header->setSectionHidden(column, column != FleetModel::SerialColumn && !view.columns.contains(name));
        if (name == view.sort)
            m_table->sortByColumn(column, view.isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
    }
    int place = 0;
    for (const QString &name : view.columns) {
        for (int column = 0; column < FleetModel::ColumnCount; ++column) {
            if (FleetModel::nameOf(column) == name)
                header->moveSection(header->visualIndex(column), place++);
        }
    }
    m_which->setCurrentIndex(FleetFilter::All);
    m_search->setText(view.search);
}

void FleetPage::nameView()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("viewName"));
    dialog->setWindowTitle(tr("Keep this view"));
    dialog->setLabelText(tr("The search, the columns and their order are kept under this name:"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &name) {
        if (const auto kept = m_fleet.book().keep(view(name.trimmed())); !kept.ok())
            complain(kept.error());
    });
    dialog->open();
}

void FleetPage::editGroups()
{
    auto *dialog = new GroupsDialog(m_fleet, chosen(), group(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void FleetPage::complain(const Error &error)
{
    m_problem->setText(shapeOf(Status::Alarm) + u' '
        + (error.code == Code::Malformed ? tr("Type a name of at most 64 characters.") : PackWords::problem(error)));
    m_problem->show();
}

} // namespace packwarden
