// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/permissions/roleacts.h"

#include "models/permissions/permissionsmodel.h"
#include "widgets/kit/menutext.h"
#include "widgets/permissions/matrix/matrixlayout.h"
#include "widgets/permissions/matrix/matrixview.h"
#include "widgets/permissions/matrix/permissionwords.h"
#include "widgets/permissions/rightsdialog.h"
#include "widgets/style/theme.h"

#include <QMenu>

namespace packwarden {

RoleActs::RoleActs(PolicyDraft &draft, MatrixView &view, FileChooser &files, QWidget *page)
    : QObject(page)
    , m_draft(draft)
    , m_view(view)
    , m_files(files)
    , m_page(page)
{
}

void RoleActs::fill(QMenu &menu)
{
    menu.clear();
    const RoleId role = m_view.currentRole();
    const QString title = menuText(PermissionWords::role(m_draft.policy(), role));
    const auto act = [&](const QString &text, const char *name, bool enabled, auto slot) {
        QAction *action = menu.addAction(text, this, slot);
        action->setObjectName(QLatin1String(name));
        action->setEnabled(enabled);
        return action;
    };
    const bool is = !role.isEmpty();
    act(tr("Add a role…"), "addRole", true, [this] { add(); });
    act(is ? tr("Copy %1…").arg(title) : tr("Copy…"), "copyRole", is, [this] { ask(RoleDialog::Act::Copy); });
    act(tr("Rename, and who issues…"), "editRole", is, [this] { ask(RoleDialog::Act::Edit); });
    const policyroles::Tie tie = is ? policyroles::tieOf(role, m_draft.frame()) : policyroles::Tie::None;
    QAction *gone = act(is ? tr("Remove %1").arg(title) : tr("Remove"), "removeRole",
        is && tie == policyroles::Tie::None, [this] { remove(); });
    menu.setToolTipsVisible(true);
    if (tie == policyroles::Tie::Signatory)
        gone->setToolTip(tr("It signs for its company: the charter names it."));
    else if (tie == policyroles::Tie::Mandatory)
        gone->setToolTip(tr("The charter asks for its signature."));
    else if (tie == policyroles::Tie::Amendments)
        gone->setToolTip(tr("Changes of the charter need its signature."));
    menu.addSeparator();
    act(tr("All that this role may do…"), "showRights", is, [this] { showRights(); });
    act(tr("All who may do this…"), "showHolders", is, [this] { showHolders(); });
    menu.addSeparator();
    fillColumns(menu);
}

void RoleActs::fillColumns(QMenu &menu)
{
    const RoleId role = m_view.currentRole();
    MatrixLayout &columns = m_view.columns();
    const bool is = !role.isEmpty();
    QAction *hide = menu.addAction(tr("Hide this column"), this, [&columns, role] { columns.setHidden(role, true); });
    hide->setObjectName(QStringLiteral("hideColumn"));
    hide->setEnabled(is);
    QAction *freeze = menu.addAction(
        tr("Keep this column in sight"), this, [&columns, role] { columns.setFrozen(role, !columns.isFrozen(role)); });
    freeze->setObjectName(QStringLiteral("freezeColumn"));
    freeze->setCheckable(true);
    freeze->setChecked(is && columns.isFrozen(role));
    freeze->setEnabled(is);
    const int hidden = columns.hiddenCount();
    QAction *show
        = menu.addAction(tr("Show %n hidden column(s)", nullptr, hidden), this, [&columns] { columns.showAll(); });
    show->setObjectName(QStringLiteral("showColumns"));
    show->setEnabled(hidden > 0);
    menu.addAction(tr("Columns as at first"), this, [&columns] { columns.reset(); })
        ->setObjectName(QStringLiteral("resetColumns"));
}

void RoleActs::ask(RoleDialog::Act act)
{
    const RoleId role = m_view.currentRole();
    auto *dialog = new RoleDialog(m_draft, act, role, m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, act, role] { take(act, role, dialog->role()); });
    dialog->open();
}

void RoleActs::take(RoleDialog::Act act, const RoleId &role, const policyroles::NewRole &as)
{
    const Policy &policy = m_draft.policy();
    if (act == RoleDialog::Act::Edit) {
        if (!policy.role(role))
            return;
        const Policy named = PermissionWords::role(policy, role) == as.title.trimmed()
            ? policy
            : policyroles::renamed(policy, role, as.title);
        m_draft.replace(policyroles::withIssuers(named, role, as.issuers), as.title);
        return;
    }
    const RoleId id = policyroles::idFor(as.title, {&policy, &m_draft.base()});
    m_draft.replace(policyroles::added(policy, id, as), as.title);
    m_view.chooseRole(id);
    Q_EMIT message(Status::Information,
        tr("%1 is in the draft. Its column is selected: A gives it the rights of the selected rows, M and O let it "
           "sign.")
            .arg(PermissionWords::role(m_draft.policy(), id)));
}

void RoleActs::remove()
{
    const RoleId role = m_view.currentRole();
    if (role.isEmpty() || policyroles::tieOf(role, m_draft.frame()) != policyroles::Tie::None)
        return;
    const QString title = PermissionWords::role(m_draft.policy(), role);
    m_draft.replace(policyroles::removed(m_draft.policy(), role), title);
    Q_EMIT message(Status::Information, tr("%1 is removed from the draft. Undo brings it back.").arg(title));
}

void RoleActs::showRights()
{
    auto *dialog = new RightsDialog(RightsWords::rightsOf(m_draft, m_view.currentRole()), m_files, m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void RoleActs::showHolders()
{
    const CapabilityId capability
        = CapabilityId::fromTrusted(m_view.current().data(PermissionsModel::CapabilityRole).toString());
    auto *dialog = new RightsDialog(RightsWords::holdersOf(m_draft, capability), m_files, m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

} // namespace packwarden
