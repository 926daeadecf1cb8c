// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/permissions/policydraft.h"

#include "models/core/documents/rulechange.h"
#include "models/permissions/policyroles.h"

#include <QUndoCommand>

#include <algorithm>

namespace packwarden {

/// Holds both policies whole: they share all that did not change.
class PolicyEdit final : public QUndoCommand
{
public:
    PolicyEdit(PolicyDraft &draft, const Policy &after, const QString &what)
        : QUndoCommand(what)
        , m_draft(draft)
        , m_before(draft.policy())
        , m_after(after)
    {
    }
    void undo() override { m_draft.set(m_before); }
    void redo() override { m_draft.set(m_after); }

private:
    PolicyDraft &m_draft;
    Policy m_before;
    Policy m_after;
};

PolicyDraft::PolicyDraft(QObject *parent)
    : QObject(parent)
{
}

void PolicyDraft::load(const Policy &base, const PolicyFrame &frame)
{
    m_undo.clear();
    m_base = base;
    m_policy = base;
    m_frame = frame;
    Q_EMIT loaded();
    Q_EMIT changed();
}

void PolicyDraft::replace(const Policy &policy, const QString &what)
{
    Policy after = policy;
    after.version = m_policy.version;
    after.charterSha256 = m_policy.charterSha256;
    push(after, what);
}

CellState PolicyDraft::state(const CapabilityId &capability, const RoleId &role) const
{
    return cellState(m_policy, m_frame, capability, role);
}

CellState PolicyDraft::baseState(const CapabilityId &capability, const RoleId &role) const
{
    return cellState(m_base, m_frame, capability, role);
}

bool PolicyDraft::setState(const CapabilityId &capability, const RoleId &role, CellState state)
{
    if (!canSet(capability, role, state) || this->state(capability, role) == state)
        return false;
    return push(policycells::with(m_policy, m_base, {capability, role}, state), capability.text() + u' ' + role.text());
}

PolicyDraft::BlockEdit PolicyDraft::setStates(const QList<PolicyCell> &cells, CellState state)
{
    BlockEdit done;
    Policy after = m_policy;
    for (const PolicyCell &cell : cells) {
        if (cellState(after, m_frame, cell.capability, cell.role) == state)
            continue;
        // One cell may say what is wrong, and is told; a block is not filled with errors.
        if (cells.size() > 1 && state != CellState::None && isBarred(cell.capability, cell.role)) {
            ++done.barred;
        } else if (!policycells::canSet(after, m_frame, cell, state)) {
            ++done.refused;
        } else {
            after = policycells::with(after, m_base, cell, state);
            ++done.changed;
        }
    }
    if (done.changed > 0)
        push(after, QStringLiteral("cells"));
    return done;
}

int PolicyDraft::editGrants(const QList<PolicyCell> &cells, const std::function<Grant(const Grant &)> &edit)
{
    int changed = 0;
    Policy after = m_policy;
    for (Grant &grant : after.grants) {
        if (!cells.contains(PolicyCell{grant.capability, grant.role}))
            continue;
        const Grant edited = edit(grant);
        if (edited == grant)
            continue;
        grant = edited;
        ++changed;
    }
    if (changed > 0)
        push(after, QStringLiteral("conditions"));
    return changed;
}

bool PolicyDraft::isBarred(const CapabilityId &capability, const RoleId &role) const
{
    return policyroles::isBarred({capability, role}, m_base, m_frame.charter);
}

Charter PolicyDraft::charter() const
{
    return policyroles::charterFor(m_policy, m_base, m_frame.charter);
}

QList<Grant> PolicyDraft::grants(const CapabilityId &capability, const RoleId &role) const
{
    QList<Grant> list;
    std::copy_if(m_policy.grants.begin(), m_policy.grants.end(), std::back_inserter(list),
        [&](const Grant &grant) { return grant.role == role && grant.capability == capability; });
    return list;
}

bool PolicyDraft::setGrants(const CapabilityId &capability, const RoleId &role, const QList<Grant> &grants)
{
    Policy after = m_policy;
    const auto same = [&](const Grant &grant) {
        return grant.role == role && grant.capability == capability;
    };
    const auto first = std::find_if(after.grants.begin(), after.grants.end(), same);
    qsizetype at = first - after.grants.begin();
    after.grants.removeIf(same);
    for (Grant grant : grants) {
        grant.role = role;
        grant.capability = capability;
        after.grants.insert(at++, grant);
    }
    return push(after, capability.text() + u' ' + role.text());
}

QList<PolicyProblem> PolicyDraft::problems(qint64 now) const
{
    if (isEmpty() || m_frame.silicon.isEmpty())
        return {};
    // A draft is judged as the document that it would become.
    Policy next = m_policy;
    if (next != m_base)
        next.version = m_base.version + 1;
    const Charter under = charter();
    QList<PolicyProblem> problems = findProblems(next, under, m_frame.foundation, m_frame.silicon, now);
    if (under != m_frame.charter) {
        if (const auto sound = checkCharter(under, next, m_frame.foundation); !sound.ok())
            problems.prepend({PolicyProblem::Kind::Refused, true, sound.error(), {}, {}, {}});
    }
    return problems;
}

/// Row or cell back to what packs hold; absent if that is what it says already, or if it is about no row.
std::optional<Policy> PolicyDraft::takenBack(const PolicyProblem &problem) const
{
    if (problem.capability.isEmpty())
        return {};
    const auto is = [&](const Grant &grant) {
        return grant.capability == problem.capability && (problem.role.isEmpty() || grant.role == problem.role);
    };
    Policy after = m_policy;
    QList<Grant> before;
    std::copy_if(m_base.grants.begin(), m_base.grants.end(), std::back_inserter(before), is);
    QList<Grant> now;
    std::copy_if(m_policy.grants.begin(), m_policy.grants.end(), std::back_inserter(now), is);
    if (m_base.seats.value(problem.capability) == m_policy.seats.value(problem.capability)
        && std::is_permutation(before.begin(), before.end(), now.begin(), now.end()))
        return {};
    after.grants.removeIf(is);
    after.grants += before;
    if (m_base.seats.contains(problem.capability))
        after.seats.insert(problem.capability, m_base.seats.value(problem.capability));
    else
        after.seats.remove(problem.capability);
    return after;
}

std::optional<Policy> PolicyDraft::fixed(const PolicyProblem &problem) const
{
    Policy after = m_policy;
    const auto is = [&](const Grant &grant) {
        return grant.role == problem.role && grant.capability == problem.capability;
    };
    switch (problem.kind) {
    case PolicyProblem::Kind::GrantTwice: {
        const auto first = std::find_if(after.grants.begin(), after.grants.end(), is);
        if (first == after.grants.end())
            return {};
        const Grant kept = *first;
        bool seen = false;
        after.grants.removeIf([&](const Grant &grant) { return grant == kept && std::exchange(seen, true); });
        break;
    }
    case PolicyProblem::Kind::IssuerIsUser: {
        // Somebody must be left who may certify the role.
        const auto *issuer = std::get_if<PositionId>(&problem.about);
        if (!issuer || after.issuers.value(problem.role).size() < 2)
            return {};
        after.issuers[problem.role].remove(*issuer);
        break;
    }
    case PolicyProblem::Kind::UnknownParameter: {
        const auto *parameter = std::get_if<ParameterId>(&problem.about);
        if (!parameter)
            return {};
        after.softLimits.remove(*parameter);
        after.steps.remove(*parameter);
        after.crossRules.removeIf(
            [&](const CrossRule &rule) { return rule.lower == *parameter || rule.upper == *parameter; });
        break;
    }
    case PolicyProblem::Kind::GrantEnds:
        for (Grant &grant : after.grants) {
            if (is(grant) && problem.about == PolicyProblem::About(grant.until))
                grant.until = 0;
        }
        break;
    case PolicyProblem::Kind::DoneByOneKey: {
        // Whoever was named to sign may do it alone, which is what packs do.
        SeatRule &rule = after.seats[problem.capability];
        QList<Seat> all = rule.all;
        for (const SeatGroup &group : std::as_const(rule.groups)) {
            for (const Seat &seat : group.of) {
                if (!all.contains(seat))
                    all.append(seat);
            }
        }
        rule.all.clear();
        rule.groups = {SeatGroup{1, all}};
        break;
    }
    case PolicyProblem::Kind::NoContractBasis:
    case PolicyProblem::Kind::ConditionNeverHolds:
    case PolicyProblem::Kind::SeatCannotBeFilled:
    case PolicyProblem::Kind::OnePartyFillsAllSeats:
    case PolicyProblem::Kind::NobodyHolds:
        // A basis, a holder or a second company cannot be made up.
        return takenBack(problem);
    default:
        return {};
    }
    if (after == m_policy)
        return {};
    return after;
}

bool PolicyDraft::push(const Policy &after, const QString &what)
{
    if (after == m_policy)
        return false;
    m_undo.push(new PolicyEdit(*this, after, what));
    return true;
}

void PolicyDraft::set(const Policy &policy)
{
    m_policy = policy;
    Q_EMIT changed();
}

} // namespace packwarden
