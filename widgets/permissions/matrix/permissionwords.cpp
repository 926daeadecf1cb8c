// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/permissions/matrix/permissionwords.h"

#include "models/core/documents/rulefault.h"
#include "models/permissions/permissionsmodel.h"
#include "models/support/lookalike.h"
#include "widgets/style/theme.h"
#include "widgets/words/format.h"
#include "widgets/words/names.h"
#include "widgets/words/rulewords.h"
#include "widgets/words/sentences.h"

namespace packwarden {

namespace {

/// Companies, or company and role where a company has several of the roles.
QString seatText(const Seat &seat, const Policy &policy, const Charter &charter)
{
    const auto roles = std::count_if(
        policy.roles.begin(), policy.roles.end(), [&](const Role &role) { return role.position == seat.position; });
    return roles > 1 ? Names::seat(seat, &charter) : Names::party(seat.position, &charter);
}

} // namespace

QString PermissionWords::symbol(CellState state)
{
    switch (state) {
    case CellState::None:
        return QStringLiteral("–");
    case CellState::Alone:
        return QStringLiteral("●");
    case CellState::MustSign:
        return QStringLiteral("◆");
    case CellState::OneOf:
        return QStringLiteral("◇");
    case CellState::Extra:
        return QStringLiteral("+");
    case CellState::Prohibited:
        return QStringLiteral("⊘");
    }
    return {};
}

QString PermissionWords::barred()
{
    return QStringLiteral("×");
}

QString PermissionWords::state(CellState state)
{
    switch (state) {
    case CellState::None:
        return tr("no part");
    case CellState::Alone:
        return tr("alone");
    case CellState::MustSign:
        return tr("must sign");
    case CellState::OneOf:
        return tr("one of several");
    case CellState::Extra:
        return tr("signs beyond a soft limit");
    case CellState::Prohibited:
        return tr("prohibited");
    }
    return {};
}

QString PermissionWords::band(int layer)
{
    switch (layer) {
    case 1:
        return tr("1 · User abuse control");
    case 2:
        return tr("2 · Service error mitigation");
    case 3:
        return tr("3 · Financial harm control");
    case 4:
        return tr("4 · Physical harm control");
    default:
        return tr("Prohibited by the silicon");
    }
}

QString PermissionWords::capability(const CapabilityId &id)
{
    QString text = Names::capability(id);
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

QString PermissionWords::role(const Policy &policy, const RoleId &id)
{
    const Role *role = policy.role(id);
    return role && !role->title.isEmpty() ? lookalike::visible(role->title) : Names::role(id);
}

QString PermissionWords::takes(const Policy &policy, const PolicyFrame &frame, const CapabilityId &capability)
{
    if (frame.isProhibited(capability))
        return tr("prohibited");
    const auto found = policy.seats.constFind(capability);
    if (found == policy.seats.constEnd())
        return tr("no role");
    QStringList parts;
    for (const Seat &seat : found->all)
        parts << seatText(seat, policy, frame.charter);
    for (const SeatGroup &group : found->groups) {
        QStringList names;
        for (const Seat &seat : group.of)
            names << seatText(seat, policy, frame.charter);
        if (found->all.isEmpty() && found->groups.size() == 1 && group.atLeast == 1)
            return names.size() == 1 ? tr("%1 alone").arg(names.constFirst())
                                     : tr("any one key of %n", nullptr, int(names.size()));
        parts << (group.atLeast == 1 ? tr("one of %1") : tr("%1 of %2").arg(group.atLeast)).arg(names.join(tr(", ")));
    }
    return parts.isEmpty() ? tr("no role") : parts.join(tr(" and "));
}

/// What a problem is about, as people call it; the command line's word where it is about nothing more.
static QString aboutInWords(const PolicyProblem &problem)
{
    const struct
    {
        QString detail;
        QString operator()(std::monostate) const { return detail; }
        QString operator()(qint64 end) const { return format::lastDay(end); }
        QString operator()(const PositionId &position) const { return Names::position(position); }
        QString operator()(const ParameterId &parameter) const { return Names::parameter(parameter); }
        QString operator()(const Seat &seat) const { return Names::seat(seat); }
        QString operator()(const CrossRule &rule) const
        {
            return PermissionWords::tr("%1 and %2").arg(Names::parameter(rule.lower), Names::parameter(rule.upper));
        }
        QString operator()(PolicyProblem::Condition condition) const
        {
            switch (condition) {
            case PolicyProblem::Condition::Dates:
                return PermissionWords::tr("it ends before it begins");
            case PolicyProblem::Condition::Group:
                return PermissionWords::tr("no pack is in its group");
            case PolicyProblem::Condition::Purposes:
                return PermissionWords::tr("purposes belong to activation alone");
            }
            return detail;
        }
    } words{problem.detail};
    return std::visit(words, problem.about);
}

static std::optional<RuleFault> faultOf(const PolicyProblem &problem)
{
    return problem.error ? RuleFault::in(problem.error->detail) : std::nullopt;
}

QString PermissionWords::problem(const PolicyProblem &problem, const Policy &policy)
{
    const QString what = problem.capability.isEmpty() ? tr("Policy") : capability(problem.capability);
    const QString who = problem.role.isEmpty() ? QString() : role(policy, problem.role);
    const QString place = who.isEmpty() ? what : tr("%1, %2").arg(what, who);
    switch (problem.kind) {
    case PolicyProblem::Kind::Refused:
        if (const auto fault = faultOf(problem); fault && fault->what == RuleFault::What::Basis)
            return tr("A pack would refuse this: no contract clause is named for %1.").arg(fault->subject);
        else if (fault && fault->what == RuleFault::What::Grant && problem.error->code == Code::Malformed) {
            // What checkPolicy says of a grant that no such pack knows.
            const auto id = CapabilityId::parse(fault->capability());
            const auto roleId = RoleId::parse(fault->role());
            if (id.ok() && roleId.ok())
                return tr("A pack would refuse this: %1 may %2, which not every known pack can do.")
                    .arg(role(policy, *roleId), Names::capability(*id));
        }
        if (const QString unsound = problem.error ? RuleWords::unsound(problem.error->detail) : QString();
            !unsound.isEmpty())
            return tr("A pack would refuse this: %1").arg(unsound);
        return tr("A pack would refuse this: %1")
            .arg(problem.error ? Sentences::of(*problem.error).text() : problem.detail);
    case PolicyProblem::Kind::NoContractBasis:
        return tr("%1: no contract clause grants it.").arg(place);
    case PolicyProblem::Kind::IssuerIsUser:
        return tr("%1: the company that issues the key uses the right itself (%2).").arg(place, aboutInWords(problem));
    case PolicyProblem::Kind::OnePartyFillsAllSeats:
        return tr("%1: one company fills all seats (%2).").arg(place, problem.detail);
    case PolicyProblem::Kind::RoleHoldsEverything:
        return tr("%1 can do everything that any role can.").arg(who);
    case PolicyProblem::Kind::NobodyHolds:
        return tr("%1: no role can do it.").arg(place);
    case PolicyProblem::Kind::SeatCannotBeFilled:
        return tr("%1: the seat cannot be filled now (%2).").arg(place, aboutInWords(problem));
    case PolicyProblem::Kind::ConditionNeverHolds:
        return tr("%1: the condition can never hold (%2).").arg(place, aboutInWords(problem));
    case PolicyProblem::Kind::GrantEnds:
        return tr("%1: ends on %2.").arg(place, aboutInWords(problem));
    case PolicyProblem::Kind::GrantTwice:
        return tr("%1: granted twice in the same way.").arg(place);
    case PolicyProblem::Kind::UnknownParameter:
        return tr("A limit is set for %1, which no known pack has.").arg(aboutInWords(problem));
    case PolicyProblem::Kind::CrossRuleAgainstLimits:
        return tr("The rule between %1 can never hold within the charter's limits.").arg(aboutInWords(problem));
    case PolicyProblem::Kind::HiddenCharacter:
        return tr("%1: the character %2 in its text turns or hides what stands beside it.")
            .arg(who.isEmpty() ? tr("A clause of a contract") : who, problem.detail);
    case PolicyProblem::Kind::DoneByOneKey:
        return tr("%1: the row names several, but a pack does this for one key that holds the right.").arg(place);
    }
    return {};
}

QString PermissionWords::fix(const PolicyProblem &problem)
{
    switch (problem.kind) {
    case PolicyProblem::Kind::GrantTwice:
        return tr("Drop the second");
    case PolicyProblem::Kind::IssuerIsUser:
        return tr("Let another issue it");
    case PolicyProblem::Kind::UnknownParameter:
        return tr("Drop the limit");
    case PolicyProblem::Kind::GrantEnds:
        return tr("Let it go on");
    case PolicyProblem::Kind::DoneByOneKey:
        return tr("Say that one is enough");
    default:
        return tr("Take back");
    }
}

QString PermissionWords::refused(CellState state)
{
    switch (state) {
    case CellState::Alone:
        return tr("Others must sign here, so no role can act alone. Take their seats away first.");
    case CellState::OneOf:
        return tr("Here any one key is enough. Say first who must sign, then who is one of several.");
    default:
        return tr("The silicon prohibits this. No policy can grant it.");
    }
}

QString PermissionWords::conditions(const Grant &grant)
{
    QStringList parts;
    if (grant.from > 0)
        parts << tr("from %1").arg(format::day(grant.from));
    if (grant.until > 0)
        parts << tr("until %1").arg(format::lastDay(grant.until));
    if (grant.uses > 0)
        parts << tr("%n time(s)", nullptr, int(grant.uses));
    if (!grant.states.isEmpty()) {
        QStringList words;
        for (const QString &word : grant.states)
            words << Names::packState(word);
        parts << tr("while %1").arg(words.join(tr(" or ")));
    }
    if (!grant.group.isEmpty())
        parts << tr("packs of %1").arg(grant.group);
    if (!grant.purposes.isEmpty())
        parts << tr("to %1").arg(grant.purposes.join(tr(" or ")));
    return parts.join(tr(", "));
}

QString PermissionWords::conditions(const QList<Grant> &grants)
{
    QStringList parts;
    for (const Grant &grant : grants) {
        const QString words = conditions(grant);
        // One right without conditions allows all that the others do.
        if (words.isEmpty())
            return {};
        parts << words;
    }
    return parts.join(tr("; or "));
}

QString PermissionWords::left(const PolicyDraft::BlockEdit &edit, CellState state)
{
    QStringList parts;
    if (edit.barred > 0)
        parts << tr("The charter bars %n of these cells; they stay as they are.", nullptr, edit.barred);
    if (edit.refused > 0)
        parts << tr("%n cell(s) stay as they are.", nullptr, edit.refused) + u' ' + refused(state);
    return parts.join(u' ');
}

} // namespace packwarden
