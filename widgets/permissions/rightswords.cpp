// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/permissions/rightswords.h"

#include "models/permissions/permissionsmodel.h"
#include "widgets/permissions/matrix/permissionwords.h"
#include "widgets/words/names.h"
#include "widgets/words/rulewords.h"

namespace packwarden {

namespace {

bool takesPart(CellState state)
{
    return state != CellState::None && state != CellState::Prohibited;
}

QString band(const PolicyFrame &frame, const CapabilityId &capability)
{
    return PermissionWords::band(
        frame.isProhibited(capability) ? PermissionsModel::prohibitedBand : std::max(frame.layer(capability), 1));
}

} // namespace

RightsWords::Table RightsWords::rightsOf(const PolicyDraft &draft, const RoleId &role)
{
    const Role *known = draft.policy().role(role);
    Table table{tr("All that %1 may do").arg(PermissionWords::role(draft.policy(), role)),
        {tr("Layer"), tr("Capability"), tr("How"), tr("Conditions"), tr("What it takes")}, {}};
    if (known)
        table.title += QStringLiteral(" · ") + Names::party(known->position, &draft.frame().charter);
    for (const CapabilityId &capability : draft.frame().capabilities()) {
        const CellState state = draft.state(capability, role);
        if (!takesPart(state))
            continue;
        table.rows << QStringList{band(draft.frame(), capability), PermissionWords::capability(capability),
            PermissionWords::state(state), PermissionWords::conditions(draft.grants(capability, role)),
            PermissionWords::takes(draft.policy(), draft.frame(), capability)};
    }
    return table;
}

RightsWords::Table RightsWords::holdersOf(const PolicyDraft &draft, const CapabilityId &capability)
{
    Table table{tr("All who may do this: %1").arg(PermissionWords::capability(capability)),
        {tr("Company"), tr("Role"), tr("How"), tr("Conditions")}, {}};
    for (const Role &role : draft.policy().roles) {
        const CellState state = draft.state(capability, role.id);
        if (takesPart(state))
            table.rows << QStringList{Names::party(role.position, &draft.frame().charter),
                PermissionWords::role(draft.policy(), role.id), PermissionWords::state(state),
                PermissionWords::conditions(draft.grants(capability, role.id))};
    }
    return table;
}

QString RightsWords::cell(const PolicyDraft &draft, const CapabilityId &capability, const RoleId &role)
{
    const CellState state = draft.state(capability, role);
    if (state == CellState::None)
        return {};
    const QString conditions = PermissionWords::conditions(draft.grants(capability, role));
    return conditions.isEmpty() ? PermissionWords::state(state)
                                : tr("%1 (%2)").arg(PermissionWords::state(state), conditions);
}

RightsWords::Table RightsWords::matrix(const PolicyDraft &draft, const QList<RoleId> &roles)
{
    const bool isDraft = !draft.changes().isEmpty();
    Table table{
        isDraft ? tr("Policy %1, draft").arg(draft.base().version + 1) : tr("Policy %1").arg(draft.base().version),
        {tr("Layer"), tr("Capability")}, {}};
    for (const RoleId &id : roles) {
        const Role *role = draft.policy().role(id);
        table.heads << tr("%1, %2").arg(Names::party(role ? role->position : PositionId(), &draft.frame().charter),
            PermissionWords::role(draft.policy(), id));
    }
    table.heads << tr("What it takes");
    for (const CapabilityId &capability : draft.frame().capabilities()) {
        QStringList row{band(draft.frame(), capability), PermissionWords::capability(capability)};
        for (const RoleId &id : roles)
            row << cell(draft, capability, id);
        row << PermissionWords::takes(draft.policy(), draft.frame(), capability);
        table.rows << row;
    }
    return table;
}

RightsWords::Table RightsWords::differences(const PolicyDraft &draft, const QList<RuleDifference> &differences)
{
    Table table{tr("What differs from policy %1").arg(draft.base().version),
        {tr("Change"), tr("Rule"), tr("Before"), tr("After")}, {}};
    for (const RuleDifference &one : differences) {
        const QString kind = one.kind == RuleDifference::Kind::New ? tr("New")
            : one.kind == RuleDifference::Kind::Removed            ? tr("Removed")
                                                                   : tr("Changed");
        table.rows << QStringList{kind, RuleWords::place(one.place), RuleWords::value(one.place, one.before),
            RuleWords::value(one.place, one.after)};
    }
    return table;
}

} // namespace packwarden
