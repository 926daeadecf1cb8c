// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/fleet/groupsdialog.h"

#include "models/fleet/fleetmodel.h"
#include "widgets/fleet/fleetwords.h"
#include "widgets/kit/chooser.h"
#include "widgets/kit/parts.h"
#include "widgets/words/packwords.h"

#include <QBoxLayout>
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QTreeWidget>

#include <algorithm>
#include <functional>

namespace packwarden {

GroupsDialog::GroupsDialog(FleetModel &fleet, const QList<PackSerial> &chosen, const QString &group, QWidget *parent)
    : QDialog(parent)
    , m_fleet(fleet)
    , m_chosen(chosen)
    , m_tree(new QTreeWidget(this))
    , m_new(makeButton(tr("New group"), nullptr, nullptr, this))
    , m_remove(makeButton(tr("Remove"), nullptr, nullptr, this))
    , m_name(new QLineEdit(this))
    , m_inside(new Chooser(this))
    , m_rule(new QLineEdit(this))
    , m_byHand(makeLabel({}, nullptr, this))
    , m_putIn(makeButton({}, nullptr, nullptr, this))
    , m_takeOut(makeButton({}, nullptr, nullptr, this))
    , m_verdict(makeLabel({}, "muted", this))
    , m_save(makeButton(tr("Keep the group"), nullptr, "primary", this))
    , m_close(makeButton(tr("Close"), nullptr, nullptr, this))
{
    setObjectName(QStringLiteral("groupsDialog"));
    setWindowTitle(tr("Groups of packs"));
    resize(90 * grid, 52 * grid);
    m_tree->setObjectName(QStringLiteral("groupsTree"));
    m_tree->setAccessibleName(tr("Groups"));
    m_tree->setHeaderHidden(true);
    m_tree->setMinimumWidth(26 * grid);
    m_new->setObjectName(QStringLiteral("groupNew"));
    m_remove->setObjectName(QStringLiteral("groupRemove"));
    m_name->setObjectName(QStringLiteral("groupName"));
    m_name->setMaxLength(64);
    m_name->setPlaceholderText(tr("For example: Berlin"));
    m_inside->setObjectName(QStringLiteral("groupInside"));
    m_rule->setObjectName(QStringLiteral("groupRule"));
    m_rule->setPlaceholderText(tr("For example: owner:leasing serial>=SDB-0100"));
    m_rule->setToolTip(
        tr("As in the search of the fleet. Packs for which it holds belong to the group by themselves."));
    m_putIn->setObjectName(QStringLiteral("groupPutIn"));
    m_takeOut->setObjectName(QStringLiteral("groupTakeOut"));
    m_putIn->setText(tr("Put in the %n chosen", nullptr, int(m_chosen.size())));
    m_takeOut->setText(tr("Take out the %n chosen", nullptr, int(m_chosen.size())));
    m_verdict->setObjectName(QStringLiteral("groupVerdict"));
    m_verdict->setWordWrap(true);
    m_save->setObjectName(QStringLiteral("groupSave"));
    m_close->setAutoDefault(false);

    auto *hand = new QVBoxLayout;
    hand->setSpacing(grid);
    hand->addWidget(m_byHand);
    hand->addWidget(m_putIn, 0, Qt::AlignLeft);
    hand->addWidget(m_takeOut, 0, Qt::AlignLeft);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(grid);
    form->setHorizontalSpacing(2 * grid);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Part of"), m_inside);
    form->addRow(tr("By rule"), m_rule);
    form->addRow(tr("By hand"), hand);
    auto *left = new QVBoxLayout;
    left->addWidget(m_tree, 1);
    auto *leftButtons = new QHBoxLayout;
    leftButtons->addWidget(m_new);
    leftButtons->addWidget(m_remove);
    leftButtons->addStretch();
    left->addLayout(leftButtons);
    auto *right = new QVBoxLayout;
    right->setSpacing(grid);
    right->addLayout(form);
    right->addWidget(m_verdict);
    right->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_save);
    right->addLayout(buttons);
    auto *row = new QHBoxLayout(this);
    row->setSpacing(2 * grid);
    row->addLayout(left);
    row->addLayout(right, 1);

    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        if (item)
            showGroup(item->data(0, Qt::UserRole).toString());
    });
    connect(m_new, &QPushButton::clicked, this, [this] {
        m_tree->setCurrentItem(nullptr);
        showGroup({});
        m_name->setFocus();
    });
    connect(m_remove, &QPushButton::clicked, this, &GroupsDialog::remove);
    connect(m_putIn, &QPushButton::clicked, this, [this] { take(true); });
    connect(m_takeOut, &QPushButton::clicked, this, [this] { take(false); });
    for (QLineEdit *field : {m_name, m_rule})
        connect(field, &QLineEdit::textChanged, this, &GroupsDialog::judge);
    connect(m_inside, &QComboBox::currentIndexChanged, this, &GroupsDialog::judge);
    connect(m_save, &QPushButton::clicked, this, &GroupsDialog::save);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    fillTree(group);
    showGroup(group);
}

void GroupsDialog::fillTree(const QString &chosen)
{
    const QSignalBlocker quiet(m_tree);
    m_tree->clear();
    const QList<PackGroup> groups = m_fleet.book().groups();
    const std::function<void(QTreeWidgetItem *, const QString &)> add
        = [&](QTreeWidgetItem *parent, const QString &inside) {
              for (const PackGroup &each : groups) {
                  if (each.inside.compare(inside, Qt::CaseInsensitive) != 0)
                      continue;
                  auto *item = new QTreeWidgetItem(parent, {each.name});
                  item->setData(0, Qt::UserRole, each.name);
                  item->setExpanded(true);
                  add(item, each.name);
                  if (each.name == chosen)
                      m_tree->setCurrentItem(item);
              }
          };
    add(m_tree->invisibleRootItem(), {});
    m_tree->expandAll();
}

void GroupsDialog::fillParents()
{
    const QSignalBlocker quiet(m_inside);
    m_inside->clear();
    m_inside->addItem(tr("no other group"), QString());
    for (const PackGroup &each : m_fleet.book().groups()) {
        if (each.name.compare(m_former, Qt::CaseInsensitive) != 0)
            m_inside->addItem(each.name, each.name);
    }
}

void GroupsDialog::showGroup(const QString &name)
{
    PackGroup group;
    for (const PackGroup &each : m_fleet.book().groups()) {
        if (!name.isEmpty() && each.name == name)
            group = each;
    }
    m_former = group.name;
    m_packs = group.packs;
    fillParents();
    const QSignalBlocker quietName(m_name);
    const QSignalBlocker quietRule(m_rule);
    const QSignalBlocker quietInside(m_inside);
    m_name->setText(group.name);
    m_rule->setText(group.rule);
    m_inside->setCurrentIndex(std::max(0, m_inside->findData(group.inside)));
    judge();
}

PackGroup GroupsDialog::typed() const
{
    return {m_name->text().trimmed(), m_inside->currentData().toString(), m_rule->text().trimmed(), m_packs};
}

/// How many packs would belong to it, with all that is inside it.
void GroupsDialog::judge()
{
    const PackGroup group = typed();
    m_byHand->setText(m_packs.isEmpty() ? tr("no pack") : tr("%n pack(s)", nullptr, int(m_packs.size())));
    const auto isIn = [this](const PackSerial &serial) {
        return std::binary_search(m_packs.begin(), m_packs.end(), serial);
    };
    m_putIn->setVisible(!m_chosen.isEmpty());
    m_takeOut->setVisible(!m_chosen.isEmpty());
    m_putIn->setEnabled(!std::all_of(m_chosen.begin(), m_chosen.end(), isIn));
    m_takeOut->setEnabled(std::any_of(m_chosen.begin(), m_chosen.end(), isIn));
    m_remove->setEnabled(!m_former.isEmpty());
    m_save->setText(m_former.isEmpty() ? tr("Make the group") : tr("Keep the group"));
    QList<PackGroup> groups = m_fleet.book().groups();
    groups.removeIf([this](const PackGroup &each) { return !m_former.isEmpty() && each.name == m_former; });
    for (PackGroup &each : groups) {
        if (!m_former.isEmpty() && each.inside.compare(m_former, Qt::CaseInsensitive) == 0)
            each.inside = group.name;
    }
    groups.prepend(group);
    const auto query = PackQuery::ofGroup(group.name, groups);
    m_save->setEnabled(!group.name.isEmpty() && query.ok());
    if (!query.ok()) {
        setTone(m_verdict, "warning");
        m_verdict->setText(shapeOf(Status::Warning) + u' ' + PackWords::problem(query.error()));
        return;
    }
    setTone(m_verdict, "muted");
    const auto members = int(m_fleet.matching(*query).size());
    m_verdict->setText(group.name.isEmpty()
            ? tr("Type a name. As it stands, %n known pack(s) would belong to it.", nullptr, members)
            : tr("%n known pack(s) belong to it now.", nullptr, members));
}

void GroupsDialog::take(bool in)
{
    for (const PackSerial &serial : m_chosen) {
        m_packs.removeAll(serial);
        if (in)
            m_packs.append(serial);
    }
    std::sort(m_packs.begin(), m_packs.end());
    judge();
}

void GroupsDialog::save()
{
    const PackGroup group = typed();
    const auto kept = m_fleet.book().keep(group, m_former);
    if (!kept.ok()) {
        setTone(m_verdict, "warning");
        m_verdict->setText(shapeOf(Status::Alarm) + u' '
            + (kept.code() == Code::WrongState ? tr("Another group has this name.")
                                               : PackWords::problem(kept.error())));
        return;
    }
    Q_EMIT m_fleet.bookChanged();
    fillTree(group.name);
    showGroup(group.name);
}

void GroupsDialog::remove()
{
    const auto removed = m_fleet.book().removeGroup(m_former);
    if (!removed.ok()) {
        setTone(m_verdict, "warning");
        m_verdict->setText(shapeOf(Status::Alarm) + u' '
            + (removed.code() == Code::WrongState ? tr("The rule of another group names it. Change that first.")
                                                  : PackWords::problem(removed.error())));
        return;
    }
    Q_EMIT m_fleet.bookChanged();
    fillTree({});
    showGroup({});
}

} // namespace packwarden
