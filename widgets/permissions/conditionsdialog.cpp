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

namespace packwarden {

namespace {

QDateTime startOf(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds);
}

QList<QCheckBox *> boxes(const QStringList &words, const QStringList &checked, QBoxLayout &row, const char *name)
{
    QList<QCheckBox *> list;
    for (const QString &word : words) {
        auto *box = new QCheckBox(Names::packState(word));
        box->setObjectName(QLatin1String(name) + word);
        box->setProperty("word", word);
        box->setChecked(checked.contains(word));
        row.addWidget(box);
        list << box;
    }
    row.addStretch();
    return list;
}

QStringList checkedWords(const QList<QCheckBox *> &boxes)
{
    QStringList words;
    for (const QCheckBox *box : boxes) {
        if (box->isChecked())
            words << box->property("word").toString();
    }
    return words;
}

} // namespace

ConditionsDialog::ConditionsDialog(const Grant &grant, const Policy &policy, const QString &what, QWidget *parent)
    : QDialog(parent)
    , m_grant(grant)
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

    m_basis->setObjectName(QStringLiteral("basis"));
    m_basis->setAccessibleName(tr("Contract clause"));
    m_basis->addItem(tr("No clause"), QVariantList{QString(), 0});
    for (auto it = policy.contracts.begin(); it != policy.contracts.end(); ++it) {
        for (auto clause = it->clauses.begin(); clause != it->clauses.end(); ++clause) {
            m_basis->addItem(tr("%1, clause %2: %3").arg(it.key()).arg(clause.key()).arg(*clause),
                QVariantList{it.key(), clause.key()});
            if (it.key() == grant.contract && clause.key() == grant.clause)
                m_basis->setCurrentIndex(m_basis->count() - 1);
        }
    }
    m_basis->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_basis->setMinimumContentsLength(44);

    const auto setUp = [](QCheckBox *has, QDateEdit *edit, qint64 seconds, const QDate &day, const char *name) {
        has->setObjectName(QLatin1String("has") + QLatin1String(name));
        edit->setObjectName(QLatin1String(name));
        edit->setAccessibleName(has->text());
        edit->setDate(day);
        has->setChecked(seconds > 0);
        edit->setEnabled(seconds > 0);
        QObject::connect(has, &QCheckBox::toggled, edit, &QWidget::setEnabled);
    };
    const QDate today = QDate::currentDate();
    setUp(m_hasFrom, m_from, grant.from, grant.from > 0 ? startOf(grant.from).date() : today, "From");
    setUp(m_hasUntil, m_until, grant.until,
        grant.until > 0 ? lastday::of(grant.until) : today.addDays(lastday::presetDays), "Until");
    m_until->setToolTip(tr("All of this day counts."));

    m_group->setObjectName(QStringLiteral("group"));
    m_group->setAccessibleName(tr("Packs"));
    m_group->addItem(tr("All packs"), QString());
    for (auto it = policy.groups.keyBegin(); it != policy.groups.keyEnd(); ++it)
        m_group->addItem(tr("Packs of %1").arg(*it), *it);
    if (!grant.group.isEmpty() && m_group->findData(grant.group) < 0)
        m_group->addItem(tr("Packs of %1 (no such group)").arg(grant.group), grant.group);
    m_group->setCurrentIndex(std::max(0, m_group->findData(grant.group)));

    auto *states = new QHBoxLayout;
    m_states = boxes(
        {QStringLiteral("standby"), QStringLiteral("ready"), QStringLiteral("charging"), QStringLiteral("discharging")},
        grant.states, *states, "state-");
    auto *purposes = new QHBoxLayout;
    if (grant.capability.text() == QLatin1String("activate"))
        m_purposes = boxes({QStringLiteral("drive"), QStringLiteral("charge"), QStringLiteral("feed-back")},
            grant.purposes, *purposes, "purpose-");

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(grid);
    form->addRow(tr("Basis"), m_basis);
    form->addRow(m_hasFrom, m_from);
    form->addRow(m_hasUntil, m_until);
    form->addRow(tr("Packs"), m_group);
    form->addRow(tr("Only while"), states);
    if (!m_purposes.isEmpty())
        form->addRow(tr("Only to"), purposes);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(2 * grid);
    column->addWidget(makeLabel(what, "title", this));
    column->addLayout(form);
    column->addWidget(buttons);
}

Grant ConditionsDialog::grant() const
{
    Grant grant = m_grant;
    const QVariantList basis = m_basis->currentData().toList();
    grant.contract = basis.value(0).toString();
    grant.clause = basis.value(1).toInt();
    // A day that was not changed keeps its second.
    const QDate from = m_from->date();
    const QDate until = m_until->date();
    if (!m_hasFrom->isChecked())
        grant.from = 0;
    else if (m_grant.from == 0 || startOf(m_grant.from).date() != from)
        grant.from = from.startOfDay().toSecsSinceEpoch();
    if (!m_hasUntil->isChecked())
        grant.until = 0;
    else if (m_grant.until == 0 || lastday::of(m_grant.until) != until)
        grant.until = lastday::end(until);
    grant.group = m_group->currentData().toString();
    grant.states = checkedWords(m_states);
    if (!m_purposes.isEmpty())
        grant.purposes = checkedWords(m_purposes);
    return grant;
}

} // namespace packwarden
