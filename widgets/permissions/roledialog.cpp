// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/permissions/roledialog.h"

#include "models/permissions/policydraft.h"
#include "widgets/kit/chooser.h"
#include "widgets/kit/menutext.h"
#include "widgets/kit/parts.h"
#include "widgets/permissions/matrix/permissionwords.h"
#include "widgets/words/names.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>

#include <algorithm>

namespace packwarden {

RoleDialog::RoleDialog(const PolicyDraft &draft, Act act, const RoleId &role, QWidget *parent)
    : FittedDialog(parent)
    , m_draft(draft)
    , m_act(act)
    , m_role(role)
    , m_title(new QLineEdit(this))
    , m_company(new Chooser(this))
    , m_problem(makeLabel({}, "warning", this))
    , m_follows(makeLabel({}, "muted", this))
{
    setObjectName(QStringLiteral("roleDialog"));
    setWindowTitle(act == Act::Add ? tr("New role") : act == Act::Copy ? tr("Copy a role") : tr("Edit a role"));
    setMinimumWidth(48 * grid);
    const Role *known = draft.policy().role(role);
    m_title->setObjectName(QStringLiteral("roleTitle"));
    m_title->setAccessibleName(tr("Name of the role"));
    m_title->setMaxLength(64);
    m_title->setPlaceholderText(tr("For example: Car wash"));
    if (act == Act::Edit)
        m_title->setText(PermissionWords::role(draft.policy(), role));
    m_company->setObjectName(QStringLiteral("roleCompany"));
    m_company->setAccessibleName(tr("Company"));
    m_company->setEnabled(act != Act::Edit);
    fillCompanies(known ? known->position : PositionId());
    auto *issuers = new QVBoxLayout;
    issuers->setSpacing(4);
    for (auto it = draft.frame().charter.positions.keyBegin(); it != draft.frame().charter.positions.keyEnd(); ++it) {
        const QString party = Names::party(*it, &draft.frame().charter);
        auto *box = new QCheckBox(menuText(party), this);
        box->setAccessibleName(party);
        box->setObjectName(QStringLiteral("issuer-") + it->text());
        box->setProperty("position", QVariant::fromValue(*it));
        issuers->addWidget(box);
        m_issuers << box;
        connect(box, &QCheckBox::toggled, this, &RoleDialog::judge);
    }
    m_problem->setObjectName(QStringLiteral("roleProblem"));
    m_follows->setObjectName(QStringLiteral("roleFollows"));
    for (QLabel *label : {m_problem, m_follows})
        label->setWordWrap(true);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setText(act == Act::Edit ? tr("Take over") : tr("Add the role"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(grid);
    form->addRow(tr("Name"), m_title);
    form->addRow(tr("Company"), m_company);
    form->addRow(tr("Keys issued by"), issuers);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(grid);
    if (act == Act::Copy)
        column->addWidget(makeLabel(tr("Copy of %1").arg(PermissionWords::role(draft.policy(), role)), "title", this));
    column->addLayout(form);
    column->addWidget(m_problem);
    column->addWidget(m_follows);
    column->addWidget(buttons);
    fillIssuers();
    connect(m_title, &QLineEdit::textChanged, this, &RoleDialog::judge);
    connect(m_company, &QComboBox::currentIndexChanged, this, [this] {
        if (m_act == Act::Add)
            fillIssuers();
        judge();
    });
    judge();
    m_title->setFocus();
    m_title->selectAll();
}

void RoleDialog::fillCompanies(const PositionId &chosen)
{
    const Charter &charter = m_draft.frame().charter;
    for (auto it = charter.positions.keyBegin(); it != charter.positions.keyEnd(); ++it) {
        m_company->addItem(Names::party(*it, &charter), QVariant::fromValue(*it));
        if (*it == chosen)
            m_company->setCurrentIndex(m_company->count() - 1);
    }
}

/// A company issues the keys of its own roles unless somebody chooses otherwise. Of a role that is there the charter
/// says who may issue it at all.
void RoleDialog::fillIssuers()
{
    const Charter &charter = m_draft.frame().charter;
    const QSet<PositionId> now
        = m_act == Act::Add ? QSet<PositionId>{role().position} : m_draft.policy().issuers.value(m_role);
    const bool isChartered = m_act == Act::Edit && m_draft.base().role(m_role);
    for (QCheckBox *box : std::as_const(m_issuers)) {
        const auto position = box->property("position").value<PositionId>();
        box->setChecked(now.contains(position));
        const bool isBarred = isChartered && !charter.mayIssue.value(m_role).contains(position) && !box->isChecked();
        box->setEnabled(!isBarred);
        box->setToolTip(
            isBarred ? tr("The charter does not let %1 issue keys of this role.").arg(box->text()) : QString());
    }
}

policyroles::NewRole RoleDialog::role() const
{
    policyroles::NewRole role;
    role.title = m_title->text();
    role.position = m_company->currentData().value<PositionId>();
    for (const QCheckBox *box : m_issuers) {
        if (box->isChecked())
            role.issuers.insert(box->property("position").value<PositionId>());
    }
    if (m_act == Act::Copy)
        role.copyOf = m_role;
    return role;
}

QString RoleDialog::problem() const
{
    Policy others = m_draft.policy();
    if (m_act == Act::Edit)
        others.roles.removeIf([this](const Role &other) { return other.id == m_role; });
    const auto fault = policyroles::problemOf(role(), others, m_draft.frame().charter);
    if (!fault)
        return {};
    switch (*fault) {
    case policyroles::RoleFault::NoTitle:
        return tr("Type a name first.");
    case policyroles::RoleFault::UnfitTitle:
        return tr("The name has characters that cannot be shown.");
    case policyroles::RoleFault::NoCompany:
        return tr("Choose a company.");
    case policyroles::RoleFault::TitleTaken:
        return tr("This company has a role of that name, or of one that looks like it.");
    }
    return {};
}

QString RoleDialog::consequence() const
{
    if (role().issuers.isEmpty())
        return tr("No company issues keys of this role, so it can have no holder.");
    if (m_act == Act::Edit)
        return {};
    QStringList parts;
    if (m_act == Act::Copy) {
        if (const int seats = policyroles::seatsNotCopied(m_draft.policy(), m_role); seats > 0)
            parts << tr("%n right(s) are not copied, as the role must sign there.", nullptr, seats);
    }
    parts << tr("The charter names roles and what they may hold. The proposal will change the charter, too, and the "
                "companies that sign for the charter must sign it.");
    return parts.join(u' ');
}

void RoleDialog::judge()
{
    const QString problem = this->problem();
    m_ok->setEnabled(problem.isEmpty());
    // Nothing was typed yet: that is no mistake.
    m_problem->setText(m_title->text().isEmpty() ? QString() : problem);
    m_problem->setVisible(!m_problem->text().isEmpty());
    m_ok->setToolTip(problem);
    m_follows->setText(consequence());
    m_follows->setVisible(!m_follows->text().isEmpty());
}

} // namespace packwarden
