// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/permissions/policydraft.h"

#include "models/trust/trustbook.h"

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

PolicyFrame PolicyFrame::of(const TrustBook &trust, qint64 now)
{
    PolicyFrame frame;
    frame.charter = trust.charter();
    for (const PackSerial &serial : trust.packs()) {
        const auto state = trust.snapshot().stateOf(serial, now);
        if (!state.ok())
            continue;
        frame.foundation = state->foundation;
        if (!frame.silicon.contains(state->silicon))
            frame.silicon.append(state->silicon);
    }
    return frame;
}

int PolicyFrame::layer(const CapabilityId &capability) const
{
    int layer = 0;
    for (const SiliconLimits &kind : silicon)
        layer = std::max(layer, kind.layers.value(capability, 0));
    return layer;
}

bool PolicyFrame::isProhibited(const CapabilityId &capability) const
{
    return std::any_of(silicon.begin(), silicon.end(),
        [&](const SiliconLimits &kind) { return kind.prohibited.contains(capability); });
}

QList<CapabilityId> PolicyFrame::capabilities() const
{
    QSet<CapabilityId> all;
    for (const SiliconLimits &kind : silicon) {
        for (auto it = kind.layers.keyBegin(); it != kind.layers.keyEnd(); ++it)
            all.insert(*it);
        all.unite(kind.prohibited);
    }
    QList<CapabilityId> list = all.values();
    const auto key = [this](const CapabilityId &id) {
        return std::tuple(isProhibited(id), layer(id), id.text());
    };
    std::sort(list.begin(), list.end(),
        [&key](const CapabilityId &left, const CapabilityId &right) { return key(left) < key(right); });
    return list;
}

namespace {

bool names(const QList<Seat> &seats, const RoleId &role)
{
    return std::any_of(seats.begin(), seats.end(), [&](const Seat &seat) { return seat.role == role; });
}

bool isAnyOneKey(const SeatRule &rule)
{
    return rule.all.isEmpty() && rule.groups.size() == 1 && rule.groups.constFirst().atLeast == 1;
}

void removeRole(SeatRule &rule, const RoleId &role)
{
    const auto is = [&](const Seat &seat) {
        return seat.role == role;
    };
    rule.all.removeIf(is);
    for (SeatGroup &group : rule.groups)
        group.of.removeIf(is);
    rule.groups.removeIf([](const SeatGroup &group) { return group.of.isEmpty(); });
    for (SeatGroup &group : rule.groups)
        group.atLeast = std::min(group.atLeast, int(group.of.size()));
    if (rule.beyondSoftLimit && rule.beyondSoftLimit->role == role)
        rule.beyondSoftLimit.reset();
    if (rule.beyondStep && rule.beyondStep->role == role)
        rule.beyondStep.reset();
}

} // namespace

CellState cellState(const Policy &policy, const PolicyFrame &frame, const CapabilityId &capability, const RoleId &role)
{
    if (frame.isProhibited(capability))
        return CellState::Prohibited;
    const auto found = policy.seats.constFind(capability);
    if (found == policy.seats.constEnd())
        return CellState::None;
    if (names(found->all, role))
        return CellState::MustSign;
    for (const SeatGroup &group : found->groups) {
        if (names(group.of, role))
            return isAnyOneKey(*found) ? CellState::Alone : CellState::OneOf;
    }
    const bool extra = (found->beyondSoftLimit && found->beyondSoftLimit->role == role)
        || (found->beyondStep && found->beyondStep->role == role);
    return extra ? CellState::Extra : CellState::None;
}

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

bool PolicyDraft::canSet(const CapabilityId &capability, const RoleId &role, CellState state) const
{
    if (!m_policy.role(role) || m_frame.isProhibited(capability) || state == CellState::Prohibited)
        return false;
    SeatRule rule = m_policy.seats.value(capability);
    removeRole(rule, role);
    if (state == CellState::Alone)
        return rule.all.isEmpty() && (rule.groups.isEmpty() || isAnyOneKey(rule));
    // Of several where nobody must sign and one is enough, each is alone.
    if (state == CellState::OneOf)
        return !rule.all.isEmpty() || (!rule.groups.isEmpty() && !isAnyOneKey(rule));
    return true;
}

bool PolicyDraft::setState(const CapabilityId &capability, const RoleId &role, CellState state)
{
    if (!canSet(capability, role, state) || this->state(capability, role) == state)
        return false;
    Policy after = m_policy;
    const Seat seat{after.role(role)->position, role};
    SeatRule rule = after.seats.value(capability);
    // Where any one key was enough, one that must sign, or one of several, stands beside those who could act alone.
    removeRole(rule, role);
    switch (state) {
    case CellState::MustSign:
        rule.all.append(seat);
        break;
    case CellState::Alone:
    case CellState::OneOf:
        if (rule.groups.isEmpty())
            rule.groups.append(SeatGroup{1, {}});
        rule.groups.first().of.append(seat);
        break;
    case CellState::Extra:
        rule.beyondSoftLimit = seat;
        rule.beyondStep = seat;
        break;
    default:
        break;
    }
    if (rule == SeatRule())
        after.seats.remove(capability);
    else
        after.seats.insert(capability, rule);
    const auto same = [&](const Grant &grant) {
        return grant.role == role && grant.capability == capability;
    };
    if (state == CellState::None) {
        after.grants.removeIf(same);
    } else if (std::none_of(after.grants.begin(), after.grants.end(), same)) {
        Grant grant;
        grant.role = role;
        grant.capability = capability;
        const auto before = std::find_if(m_base.grants.begin(), m_base.grants.end(), same);
        if (before != m_base.grants.end())
            grant = *before;
        else
            findBasis(grant);
        after.grants.append(grant);
    }
    return push(after, capability.text() + u' ' + role.text());
}

/// The clause of the role's own contract that says what others' clauses say of this capability; none is made up.
void PolicyDraft::findBasis(Grant &grant) const
{
    const auto sentence = [this](const QString &contract, int clause) {
        return m_base.contracts.value(contract).clauses.value(clause);
    };
    for (const Grant &own : m_base.grants) {
        if (own.role != grant.role)
            continue;
        for (const Grant &other : m_base.grants) {
            if (other.capability != grant.capability)
                continue;
            const QMap<int, QString> clauses = m_base.contracts.value(own.contract).clauses;
            const QString wanted = sentence(other.contract, other.clause);
            const int clause = clauses.key(wanted, -1);
            if (clause >= 0 && !wanted.isEmpty()) {
                grant.contract = own.contract;
                grant.clause = clause;
                return;
            }
        }
    }
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
    return findProblems(next, m_frame.charter, m_frame.foundation, m_frame.silicon, now);
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
        const auto issuer = PositionId::parse(problem.detail);
        if (!issuer.ok() || after.issuers.value(problem.role).size() < 2)
            return {};
        after.issuers[problem.role].remove(*issuer);
        break;
    }
    case PolicyProblem::Kind::UnknownParameter: {
        const auto parameter = ParameterId::parse(problem.detail);
        if (!parameter.ok())
            return {};
        after.softLimits.remove(*parameter);
        after.steps.remove(*parameter);
        after.crossRules.removeIf(
            [&](const CrossRule &rule) { return rule.lower == *parameter || rule.upper == *parameter; });
        break;
    }
    case PolicyProblem::Kind::GrantEnds:
        for (Grant &grant : after.grants) {
            if (is(grant) && grant.until == problem.detail.toLongLong())
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
