// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/permissions/contracts/contractsview.h"

#include "models/core/base/wholefile.h"
#include "models/permissions/policydraft.h"
#include "widgets/kit/filechooser.h"
#include "widgets/kit/flowrow.h"
#include "widgets/kit/parts.h"
#include "widgets/permissions/contracts/contractdialog.h"
#include "widgets/permissions/matrix/permissionwords.h"
#include "widgets/words/format.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QHeaderView>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QTreeWidget>

namespace packwarden {

namespace {

const QLatin1String ending(".txt"); ///< of contract texts that travel

enum Column { Name, Agreed, Grants, Dates, ColumnCount };
enum Role { ContractRole = Qt::UserRole, ClauseRole, GrantRole };

constexpr qint64 soon = 60LL * 24 * 3600;
constexpr qint64 longestText = 1024 * 1024;

/// Rows as high as their wrapped texts: the view itself counts the lines before it wraps them.
class WrappedRows final : public QStyledItemDelegate
{
public:
    explicit WrappedRows(QTreeWidget &tree)
        : QStyledItemDelegate(&tree)
        , m_tree(tree)
    {
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        constexpr int margin = 6;
        const int width = m_tree.columnWidth(index.column()) - 2 * margin;
        const int depth = index.column() == Name ? m_tree.indentation() * (index.parent().isValid() ? 2 : 1) : 0;
        const QRect text = option.fontMetrics.boundingRect(QRect(0, 0, std::max(1, width - depth), 100'000),
            Qt::TextWordWrap | Qt::AlignLeft, index.data().toString());
        return {width, text.height() + margin};
    }

private:
    const QTreeWidget &m_tree;
};

} // namespace

ContractsView::ContractsView(PolicyDraft &draft, FileChooser &files, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_files(files)
    , m_tree(new QTreeWidget(this))
    , m_empty(
          makeLabel(tr("The rules name no contract yet. Add one with its text, and let rights rest on its clauses."),
              "muted", this))
    , m_add(makeButton(tr("Add a contract…"), "add", nullptr, this))
    , m_clause(makeButton(tr("Add a clause"), nullptr, nullptr, this))
    , m_dates(makeButton(tr("Dates…"), nullptr, nullptr, this))
    , m_compare(makeButton(tr("Compare a text…"), nullptr, nullptr, this))
    , m_remove(makeButton(tr("Remove"), nullptr, nullptr, this))
{
    m_tree->setObjectName(QStringLiteral("contracts"));
    m_tree->setAccessibleName(tr("Contracts and what rests on them"));
    m_tree->setColumnCount(ColumnCount);
    m_tree->setHeaderLabels({tr("Contract"), tr("What was agreed"), tr("Who may do what by it"), tr("Holds")});
    m_tree->setWordWrap(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(false);
    m_tree->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked);
    m_tree->setItemDelegate(new WrappedRows(*m_tree));
    m_tree->setTextElideMode(Qt::ElideNone);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(QHeaderView::Stretch);
    for (const int column : {Name, Dates})
        m_tree->header()->setSectionResizeMode(column, QHeaderView::Interactive);
    m_tree->setColumnWidth(Name, 18 * grid);
    m_tree->setColumnWidth(Dates, 16 * grid);
    // What wraps needs other heights at other widths.
    connect(m_tree->header(), &QHeaderView::sectionResized, m_tree, &QTreeWidget::doItemsLayout, Qt::QueuedConnection);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_add->setObjectName(QStringLiteral("addContract"));
    m_clause->setObjectName(QStringLiteral("addClause"));
    m_dates->setObjectName(QStringLiteral("contractDatesButton"));
    m_compare->setObjectName(QStringLiteral("compareContract"));
    m_remove->setObjectName(QStringLiteral("removeContract"));
    auto *row = new FlowRow(grid);
    row->setContentsMargins(12, 0, 12, grid);
    for (QPushButton *button : {m_add, m_clause, m_dates, m_compare, m_remove})
        row->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid);
    column->addWidget(m_tree, 1);
    column->addWidget(m_empty, 1);
    column->addLayout(row);
    connect(m_add, &QPushButton::clicked, this, &ContractsView::add);
    connect(m_clause, &QPushButton::clicked, this, &ContractsView::addClause);
    connect(m_dates, &QPushButton::clicked, this, &ContractsView::changeDates);
    connect(m_compare, &QPushButton::clicked, this, &ContractsView::compareText);
    connect(m_remove, &QPushButton::clicked, this, &ContractsView::remove);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &ContractsView::refreshButtons);
    connect(m_tree, &QTreeWidget::itemChanged, this, &ContractsView::edited);
    connect(m_tree, &QTreeWidget::itemActivated, this, &ContractsView::activated);
    auto *copying = new QShortcut(QKeySequence::Copy, m_tree);
    copying->setContext(Qt::WidgetShortcut);
    connect(copying, &QShortcut::activated, this, &ContractsView::copy);
    refreshButtons();
}

QString ContractsView::current(int *clause) const
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    if (clause)
        *clause = item ? item->data(Name, ClauseRole).toInt() : 0;
    return item ? item->data(Name, ContractRole).toString() : QString();
}

QString ContractsView::rights(const QList<Grant> &grants) const
{
    QMap<QString, QStringList> byRole;
    for (const Grant &grant : grants)
        byRole[PermissionWords::role(m_draft.policy(), grant.role)] << PermissionWords::capability(grant.capability);
    QStringList lines;
    for (auto it = byRole.begin(); it != byRole.end(); ++it)
        lines << tr("%1: %2").arg(it.key(), it->join(QStringLiteral(", ")));
    return lines.join(u'\n');
}

QString ContractsView::dates(const ContractEntry &contract, Status &status) const
{
    status = Status::Good;
    if (contract.until == 0)
        return contract.from > m_now ? tr("from %1").arg(format::dateTime(contract.from)) : tr("open end");
    if (contract.until <= m_now) {
        status = Status::Alarm;
        return tr("lapsed on %1").arg(format::dateTime(contract.until));
    }
    if (contract.until - m_now <= soon) {
        status = Status::Warning;
        return tr("lapses after %1").arg(format::lastDay(contract.until));
    }
    return tr("until %1").arg(format::lastDay(contract.until));
}

void ContractsView::fill(const ContractEntry &contract)
{
    auto *top = new QTreeWidgetItem(m_tree);
    top->setData(Name, ContractRole, contract.id);
    const bool isKnown = !contract.sha256.isEmpty();
    top->setText(Name, contract.id.isEmpty() ? tr("No contract") : contract.id);
    QStringList parties;
    for (const PositionId &position : contract.positions)
        parties << Names::party(position, &m_draft.frame().charter);
    const QString clauses = tr("%n clause(s)", nullptr, int(contract.clauses.size()));
    top->setText(Agreed,
        isKnown ? tr("%1, fingerprint %2").arg(clauses, QString::fromLatin1(contract.sha256.left(4).toHex(' ')))
                : shapeOf(Status::Alarm) + u' ' + tr("The policy does not know this contract."));
    top->setToolTip(Agreed, isKnown ? QString::fromLatin1(contract.sha256.toHex(' ')) : QString());
    const QString rightsCount = tr("%n right(s)", nullptr, contract.grants);
    top->setText(Grants,
        parties.isEmpty() ? tr("nothing rests on it")
                          : tr("%1 of %2").arg(rightsCount, parties.join(QStringLiteral(", "))));
    if (contract.grants > 0) {
        Status status = Status::Good;
        const QString when = dates(contract, status);
        top->setText(Dates, status == Status::Good ? when : shapeOf(status) + u' ' + when);
        top->setToolTip(
            Dates, status == Status::Good ? QString() : tr("With it lapse %n right(s).", nullptr, contract.grants));
    }
    QFont bold = m_tree->font();
    bold.setBold(true);
    top->setFont(Name, bold);
    for (const ContractClause &clause : contract.clauses) {
        auto *item = new QTreeWidgetItem(top);
        item->setData(Name, ContractRole, contract.id);
        item->setData(Name, ClauseRole, clause.number);
        item->setText(Name, clause.number > 0 ? tr("Clause %1").arg(clause.number) : tr("No clause"));
        item->setText(Agreed,
            clause.sentence.isEmpty() ? shapeOf(Status::Alarm) + u' ' + tr("No such clause was agreed.")
                                      : clause.sentence);
        item->setText(Grants, clause.grants.isEmpty() ? tr("nothing yet") : rights(clause.grants));
        item->setToolTip(Agreed, clause.sentence.toHtmlEscaped());
        if (isKnown && !clause.sentence.isEmpty())
            item->setFlags(item->flags() | Qt::ItemIsEditable);
        if (!clause.grants.isEmpty())
            item->setData(Name, GrantRole,
                QVariantList{QVariant::fromValue(clause.grants.constFirst().capability),
                    QVariant::fromValue(clause.grants.constFirst().role)});
    }
    top->setExpanded(true);
    for (int column = 0; column < ColumnCount; ++column) {
        top->setTextAlignment(column, Qt::AlignLeft | Qt::AlignTop);
        for (int i = 0; i < top->childCount(); ++i)
            top->child(i)->setTextAlignment(column, Qt::AlignLeft | Qt::AlignTop);
    }
}

void ContractsView::refresh(qint64 now)
{
    m_now = now;
    int clause = 0;
    const QString chosen = current(&clause);
    const QSignalBlocker quiet(m_tree);
    m_tree->clear();
    const QList<ContractEntry> contracts = contractsOf(m_draft.policy());
    for (const ContractEntry &contract : contracts)
        fill(contract);
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *top = m_tree->topLevelItem(i);
        if (top->data(Name, ContractRole).toString() != chosen || chosen.isEmpty())
            continue;
        m_tree->setCurrentItem(top);
        for (int j = 0; j < top->childCount(); ++j) {
            if (top->child(j)->data(Name, ClauseRole).toInt() == clause && clause > 0)
                m_tree->setCurrentItem(top->child(j));
        }
    }
    m_tree->setVisible(!contracts.isEmpty());
    m_empty->setVisible(contracts.isEmpty());
    refreshButtons();
}

void ContractsView::refreshButtons()
{
    int clause = 0;
    const QString id = current(&clause);
    const Policy &policy = m_draft.policy();
    const bool isKnown = policy.contracts.contains(id);
    m_clause->setEnabled(isKnown);
    m_compare->setEnabled(isKnown);
    const bool rests = contractedit::restingOn(policy, id) > 0;
    m_dates->setEnabled(isKnown && rests);
    m_dates->setToolTip(
        isKnown && !rests ? tr("Dates are those of the rights that rest on it, and nothing does yet.") : QString());
    const auto without
        = clause > 0 ? contractedit::removeClause(policy, id, clause) : contractedit::removeContract(policy, id);
    m_remove->setEnabled(without.ok());
    m_remove->setToolTip(without.ok() ? tr("Undo takes this back")
            : without.error().is(ContractFault::RightsRest)
            ? tr("%n right(s) rest on it; take those away first, or let them rest on another clause.", nullptr,
                contractedit::restingOn(policy, id, clause))
            : QString());
}

void ContractsView::take(const Result<Policy> &after, const QString &what)
{
    if (after.ok())
        m_draft.replace(*after, what);
    else
        Q_EMIT message(Status::Alarm, Sentences::of(after.error()).text());
}

void ContractsView::add()
{
    auto *dialog = new ContractDialog(m_draft.policy(), m_files, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_texts.insert(dialog->id(), dialog->text());
        take(dialog->policy(), tr("Contract added"));
    });
    dialog->open();
}

void ContractsView::addClause()
{
    const QString id = current();
    const int number = contractedit::nextClause(m_draft.policy(), id);
    take(contractedit::setClause(m_draft.policy(), id, number, tr("What was agreed?")), tr("Clause added"));
    // Its sentence is still to be written.
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *top = m_tree->topLevelItem(i);
        if (top->data(Name, ContractRole).toString() != id || top->childCount() == 0)
            continue;
        m_tree->setCurrentItem(top->child(top->childCount() - 1));
        m_tree->editItem(m_tree->currentItem(), Agreed);
    }
}

void ContractsView::changeDates()
{
    const QString id = current();
    for (const ContractEntry &contract : contractsOf(m_draft.policy())) {
        if (contract.id != id)
            continue;
        auto *dialog = new ContractDatesDialog(contract, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this, [this, dialog, id] {
            take(contractedit::setDates(m_draft.policy(), id, dialog->from(), dialog->until()), tr("Dates changed"));
        });
        return dialog->open();
    }
}

void ContractsView::remove()
{
    int clause = 0;
    const QString id = current(&clause);
    take(clause > 0 ? contractedit::removeClause(m_draft.policy(), id, clause)
                    : contractedit::removeContract(m_draft.policy(), id),
        clause > 0 ? tr("Clause removed") : tr("Contract removed"));
}

void ContractsView::compareText()
{
    const QString id = current();
    m_files.open(this, tr("Compare a text"), {tr("Texts (*.txt *.pdf *.md)"), tr("All files (*)")},
        [this, id](const QString &path) {
            const auto bytes = wholefile::read(path, longestText);
            if (!bytes.ok())
                Q_EMIT message(Status::Alarm, Sentences::of(bytes.error()).text());
            else if (sha256(*bytes) == m_draft.policy().contracts.value(id).sha256)
                Q_EMIT message(Status::Good, tr("This is the text of %1, to the byte.").arg(id));
            else
                Q_EMIT message(Status::Alarm,
                    tr("This is not the text of %1 that the policy names. It has other bytes, if only one.").arg(id));
        });
}

void ContractsView::edited(QTreeWidgetItem *item, int column)
{
    const int clause = item->data(Name, ClauseRole).toInt();
    if (column != Agreed || clause <= 0)
        return;
    const QString id = item->data(Name, ContractRole).toString();
    const QString before = m_draft.policy().contracts.value(id).clauses.value(clause);
    const QString now = item->text(Agreed).simplified();
    if (now == before)
        return;
    const auto after = contractedit::setClause(m_draft.policy(), id, clause, now);
    if (!after.ok()) {
        const QSignalBlocker quiet(m_tree);
        item->setText(Agreed, before);
        Q_EMIT message(Status::Warning, tr("A clause has one sentence, of 1000 characters at most."));
        return;
    }
    // The item is made anew by what follows.
    QMetaObject::invokeMethod(
        this, [this, after] { take(after, tr("Clause changed")); }, Qt::QueuedConnection);
}

void ContractsView::activated(QTreeWidgetItem *item)
{
    const QVariantList grant = item->data(Name, GrantRole).toList();
    if (grant.size() == 2)
        Q_EMIT grantWanted(grant.at(0).value<CapabilityId>(), grant.at(1).value<RoleId>());
}

void ContractsView::copy()
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    if (!item)
        return;
    QStringList cells;
    for (int column = 0; column < ColumnCount; ++column)
        cells << item->text(column);
    QApplication::clipboard()->setText(cells.join(u'\t'));
}

QMap<QString, QByteArray> ContractsView::texts() const
{
    QMap<QString, QByteArray> named;
    for (auto it = m_texts.begin(); it != m_texts.end(); ++it) {
        if (m_draft.policy().contracts.value(it.key()).sha256 == sha256(*it))
            named.insert(it.key() + ending, *it);
    }
    return named;
}

void ContractsView::addTexts(const QMap<QString, QByteArray> &named)
{
    for (auto it = named.begin(); it != named.end(); ++it)
        m_texts.insert(it.key().chopped(ending.size()), *it);
}

} // namespace packwarden
