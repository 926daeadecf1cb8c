// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/permissions/conditionsdialog.h"

#include "widgets/kit/chooser.h"
#include "widgets/kit/lastday.h"
#include "widgets/kit/parts.h"
#include "widgets/words/names.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>

#include <algorithm>
#include <functional>

namespace packwarden {

namespace {

QDateTime startOf(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds);
}

/// Checked for what all grants have, half checked for what some have.
Qt::CheckState stateOf(const QList<Grant> &grants, const std::function<bool(const Grant &)> &has)
{
    const auto count = std::count_if(grants.begin(), grants.end(), has);
    return count == 0 ? Qt::Unchecked : count == grants.size() ? Qt::Checked : Qt::PartiallyChecked;
}

void setState(QCheckBox &box, Qt::CheckState state)
{
    box.setTristate(state == Qt::PartiallyChecked);
    box.setCheckState(state);
}

QList<QCheckBox *> boxes(const QStringList &words, const QList<Grant> &grants, const QStringList Grant::*list,
    QBoxLayout &row, const char *name)
{
    QList<QCheckBox *> boxes;
    for (const QString &word : words) {
        auto *box = new QCheckBox(Names::packState(word));
        box->setObjectName(QLatin1String(name) + word);
        box->setProperty("word", word);
        setState(*box, stateOf(grants, [&](const Grant &grant) { return (grant.*list).contains(word); }));
        row.addWidget(box);
        boxes << box;
    }
    row.addStretch();
    return boxes;
}

QStringList checkedWords(const QList<QCheckBox *> &boxes, const QStringList &before)
{
    QStringList words;
    for (const QCheckBox *box : boxes) {
        const QString word = box->property("word").toString();
        const bool isKept = box->checkState() == Qt::PartiallyChecked && before.contains(word);
        if (box->checkState() == Qt::Checked || isKept)
            words << word;
    }
    return words;
}

/// Do the grants say the same here?
template <typename Value> bool isOne(const QList<Grant> &grants, const Value &value)
{
    return std::all_of(
        grants.begin(), grants.end(), [&](const Grant &grant) { return value(grant) == value(grants.constFirst()); });
}

} // namespace

ConditionsDialog::ConditionsDialog(
    const QList<Grant> &grants, const Policy &policy, const QString &what, QWidget *parent)
    : FittedDialog(parent)
    , m_basis(new QComboBox(this))
    , m_hasFrom(new QCheckBox(tr("From"), this))
    , m_from(new DateField(this))
    , m_hasUntil(new QCheckBox(tr("Until"), this))
    , m_until(new DateField(this))
    , m_group(new QComboBox(this))
{
    setObjectName(QStringLiteral("conditionsDialog"));
    setWindowTitle(tr("Conditions"));
    setMinimumWidth(60 * grid);
    fillBasis(grants, policy);
    fillGroups(grants, policy);

    const auto setUp = [&grants](
                           QCheckBox *has, QDateEdit *edit, qint64 Grant::*limit, const QDate &day, const char *name) {
        has->setObjectName(QLatin1String("has") + QLatin1String(name));
        edit->setObjectName(QLatin1String(name));
        edit->setAccessibleName(has->text());
        edit->setDate(day);
        const bool one = isOne(grants, [limit](const Grant &grant) { return grant.*limit; });
        setState(*has,
            one ? stateOf(grants, [limit](const Grant &grant) { return grant.*limit > 0; }) : Qt::PartiallyChecked);
        const auto enable = [has, edit] {
            edit->setEnabled(has->checkState() == Qt::Checked);
        };
        enable();
        QObject::connect(has, &QCheckBox::stateChanged, edit, enable);
    };
    const Grant &first = grants.constFirst();
    const QDate today = QDate::currentDate();
    setUp(m_hasFrom, m_from, &Grant::from, first.from > 0 ? startOf(first.from).date() : today, "From");
    setUp(m_hasUntil, m_until, &Grant::until,
        first.until > 0 ? lastday::of(first.until) : today.addDays(lastday::presetDays), "Until");
    m_until->setToolTip(tr("All of this day counts."));

    auto *states = new QHBoxLayout;
    m_states = boxes(
        {QStringLiteral("standby"), QStringLiteral("ready"), QStringLiteral("charging"), QStringLiteral("discharging")},
        grants, &Grant::states, *states, "state-");
    const bool isActivate = std::all_of(grants.begin(), grants.end(),
        [](const Grant &grant) { return grant.capability.text() == QLatin1String("activate"); });

    auto *form = new QFormLayout;
    form->setVerticalSpacing(grid);
    form->addRow(tr("Basis"), m_basis);
    form->addRow(m_hasFrom, m_from);
    form->addRow(m_hasUntil, m_until);
    form->addRow(tr("Packs"), m_group);
    form->addRow(tr("Only while"), states);
    if (isActivate) {
        auto *purposes = new QHBoxLayout;
        m_purposes = boxes({QStringLiteral("drive"), QStringLiteral("charge"), QStringLiteral("feed-back")}, grants,
            &Grant::purposes, *purposes, "purpose-");
        form->addRow(tr("Only to"), purposes);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(2 * grid);
    auto *title = makeLabel(what, "title", this);
    title->setWordWrap(true);
    column->addWidget(title);
    column->addLayout(form);
    if (grants.size() > 1) {
        auto *note
            = makeLabel(tr("A field that says \"as each is\", or a half checked box, stays as it is in each right."),
                "muted", this);
        note->setWordWrap(true);
        column->addWidget(note);
    }
    column->addWidget(buttons);
}

void ConditionsDialog::fillBasis(const QList<Grant> &grants, const Policy &policy)
{
    m_basis->setObjectName(QStringLiteral("basis"));
    m_basis->setAccessibleName(tr("Contract clause"));
    const bool one = isOne(grants, [](const Grant &grant) { return std::pair(grant.contract, grant.clause); });
    if (!one)
        m_basis->addItem(tr("As each is"));
    m_basis->addItem(tr("No clause"), QVariantList{QString(), 0});
    const Grant &first = grants.constFirst();
    for (auto it = policy.contracts.begin(); it != policy.contracts.end(); ++it) {
        for (auto clause = it->clauses.begin(); clause != it->clauses.end(); ++clause) {
            m_basis->addItem(tr("%1, clause %2: %3").arg(it.key()).arg(clause.key()).arg(*clause),
                QVariantList{it.key(), clause.key()});
            if (one && it.key() == first.contract && clause.key() == first.clause)
                m_basis->setCurrentIndex(m_basis->count() - 1);
        }
    }
    m_basis->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_basis->setMinimumContentsLength(44);
}

void ConditionsDialog::fillGroups(const QList<Grant> &grants, const Policy &policy)
{
    m_group->setObjectName(QStringLiteral("group"));
    m_group->setAccessibleName(tr("Packs"));
    const bool one = isOne(grants, [](const Grant &grant) { return grant.group; });
    if (!one)
        m_group->addItem(tr("As each is"));
    m_group->addItem(tr("All packs"), QString());
    for (auto it = policy.groups.keyBegin(); it != policy.groups.keyEnd(); ++it)
        m_group->addItem(tr("Packs of %1").arg(*it), *it);
    if (!one)
        return;
    const QString group = grants.constFirst().group;
    if (!group.isEmpty() && m_group->findData(group) < 0)
        m_group->addItem(tr("Packs of %1 (no such group)").arg(group), group);
    m_group->setCurrentIndex(std::max(0, m_group->findData(group)));
}

Grant ConditionsDialog::edited(const Grant &before) const
{
    Grant grant = before;
    if (const QVariantList basis = m_basis->currentData().toList(); !basis.isEmpty()) {
        grant.contract = basis.value(0).toString();
        grant.clause = basis.value(1).toInt();
    }
    // A day that was not changed keeps its second.
    const QDate from = m_from->date();
    const QDate until = m_until->date();
    if (m_hasFrom->checkState() == Qt::Unchecked)
        grant.from = 0;
    else if (m_hasFrom->checkState() == Qt::Checked && (before.from == 0 || startOf(before.from).date() != from))
        grant.from = from.startOfDay().toSecsSinceEpoch();
    if (m_hasUntil->checkState() == Qt::Unchecked)
        grant.until = 0;
    else if (m_hasUntil->checkState() == Qt::Checked && (before.until == 0 || lastday::of(before.until) != until))
        grant.until = lastday::end(until);
    if (m_group->currentData().isValid())
        grant.group = m_group->currentData().toString();
    grant.states = checkedWords(m_states, before.states);
    if (!m_purposes.isEmpty())
        grant.purposes = checkedWords(m_purposes, before.purposes);
    return grant;
}

} // namespace packwarden
