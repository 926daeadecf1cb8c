// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/rules/policyproblems.h"

#include "models/core/base/printable.h"
#include "models/core/documents/rulechange.h"

#include <algorithm>
#include <set>

namespace packwarden {

namespace {

using Kind = PolicyProblem::Kind;

constexpr qint64 soon = 30LL * 24 * 3600;

/// One pass over one policy, which must outlive it; each check appends what it finds.
class Finder final
{
public:
    Finder(const Policy &policy, const Charter &charter, const QList<SiliconLimits> &silicon, qint64 now)
        : m_policy(policy)
        , m_charter(charter)
        , m_silicon(silicon)
        , m_now(now)
    {
        for (const Role &role : policy.roles)
            m_roles.insert(role.id, &role);
        for (const Grant &grant : policy.grants)
            m_grants[grant.capability].append(&grant);
    }

    QList<PolicyProblem> found;

    void checkGrants()
    {
        for (const Grant &grant : m_policy.grants) {
            const auto contract = m_policy.contracts.constFind(grant.contract);
            if (contract == m_policy.contracts.constEnd() || !contract->clauses.contains(grant.clause))
                add(Kind::NoContractBasis, grant, QStringLiteral("%1 %2").arg(grant.contract).arg(grant.clause));
            if (grant.until > 0 && grant.until <= grant.from)
                add(Kind::ConditionNeverHolds, grant, QStringLiteral("until"), PolicyProblem::Condition::Dates);
            if (!grant.group.isEmpty() && m_policy.groups.value(grant.group).isEmpty())
                add(Kind::ConditionNeverHolds, grant, grant.group, PolicyProblem::Condition::Group);
            if (!grant.purposes.isEmpty() && grant.capability.text() != QLatin1String("activate"))
                add(Kind::ConditionNeverHolds, grant, QStringLiteral("purposes"), PolicyProblem::Condition::Purposes);
            if (grant.until > m_now && grant.until < m_now + soon)
                add(Kind::GrantEnds, grant, QString::number(grant.until), grant.until);
            const QList<const Grant *> &alike = *m_grants.constFind(grant.capability);
            const auto first
                = std::find_if(alike.begin(), alike.end(), [&](const Grant *other) { return *other == grant; });
            if (*first != &grant)
                add(Kind::GrantTwice, grant, {});
        }
    }

    void checkIssuers()
    {
        for (const Grant &grant : m_policy.grants) {
            const Role *role = m_roles.value(grant.role);
            if (!role || layerOf(grant.capability) < 3)
                continue;
            // The own party issuing for itself is the rule there (formats of the quorum); another one is the oddity.
            for (const PositionId &issuer : m_policy.issuers.value(grant.role)) {
                const QList<const Grant *> alike = m_grants.value(grant.capability);
                const bool uses = std::any_of(alike.begin(), alike.end(), [&](const Grant *other) {
                    const Role *holder = m_roles.value(other->role);
                    return holder && holder->position == issuer && other->role != grant.role
                        && issuer != role->position;
                });
                if (uses)
                    add(Kind::IssuerIsUser, grant, issuer.text(), issuer);
            }
        }
    }

    void checkRoles()
    {
        QSet<CapabilityId> all;
        QMap<RoleId, QSet<CapabilityId>> held;
        for (const Grant &grant : m_policy.grants) {
            all.insert(grant.capability);
            held[grant.role].insert(grant.capability);
        }
        for (auto it = held.begin(); it != held.end(); ++it) {
            if (all.size() > 1 && *it == all)
                found.append({Kind::RoleHoldsEverything, false, {}, it.key(), {}, {}});
        }
        // What the policy has seats for, and what the contracts name a holder of: the last right may go with its seats.
        std::set<CapabilityId> meant;
        for (auto it = m_policy.seats.begin(); it != m_policy.seats.end(); ++it)
            meant.insert(it.key());
        for (auto it = m_charter.mayHold.begin(); it != m_charter.mayHold.end(); ++it) {
            if (!it->isEmpty())
                meant.insert(it.key());
        }
        for (const CapabilityId &capability : meant) {
            if (!all.contains(capability))
                found.append({Kind::NobodyHolds, false, {}, {}, capability, {}});
        }
    }

    void checkSeats()
    {
        for (auto it = m_policy.seats.begin(); it != m_policy.seats.end(); ++it) {
            QSet<QString> parties;
            const auto look = [&](const Seat &seat) {
                parties.insert(m_charter.positions.value(seat.position).party);
                if (!canFill(seat, it.key()))
                    found.append({Kind::SeatCannotBeFilled, false, {}, seat.role, it.key(), seat.text(), seat});
            };
            qsizetype seats = it->all.size();
            for (const Seat &seat : it->all)
                look(seat);
            for (const SeatGroup &group : it->groups) {
                seats += group.atLeast;
                for (const Seat &seat : group.of)
                    look(seat);
            }
            if (seats > 1 && isDoneInSession(it.key()))
                found.append({Kind::DoneByOneKey, false, {}, {}, it.key(), QString::number(seats)});
            if (seats > 1 && parties.size() == 1)
                found.append({Kind::OnePartyFillsAllSeats, false, {}, {}, it.key(), *parties.begin()});
        }
    }

    void checkNames()
    {
        const auto look = [this](const QString &text, const RoleId &role) {
            QString line = text;
            if (const auto unfit = unfitForName(line.remove(u'\n').remove(u'\r').remove(u'\t')))
                found.append({Kind::HiddenCharacter, false, {}, role, {}, codePoint(*unfit)});
        };
        for (const Role &role : m_policy.roles)
            look(role.title, role.id);
        for (const Contract &contract : m_policy.contracts) {
            for (const QString &clause : contract.clauses)
                look(clause, {});
        }
    }

    void checkNumbers()
    {
        QStringList parameters = names(m_policy.softLimits) + names(m_policy.steps);
        for (const CrossRule &rule : m_policy.crossRules) {
            parameters << rule.lower.text() << rule.upper.text();
            const auto lower = m_charter.ranges.constFind(rule.lower);
            const auto upper = m_charter.ranges.constFind(rule.upper);
            if (lower != m_charter.ranges.constEnd() && upper != m_charter.ranges.constEnd()
                && lower->min.value + rule.gap.value > upper->max.value)
                found.append({Kind::CrossRuleAgainstLimits, false, {}, {}, {},
                    QStringLiteral("%1 %2").arg(rule.lower.text(), rule.upper.text()), rule});
        }
        parameters.removeDuplicates();
        for (const QString &name : std::as_const(parameters)) {
            const bool known = m_silicon.isEmpty()
                || std::any_of(m_silicon.begin(), m_silicon.end(), [&](const SiliconLimits &kind) {
                       return kind.parameter(ParameterId::fromTrusted(name)) != nullptr;
                   });
            if (!known)
                found.append({Kind::UnknownParameter, false, {}, {}, {}, name, ParameterId::fromTrusted(name)});
        }
    }

private:
    void add(Kind kind, const Grant &grant, const QString &detail, const PolicyProblem::About &about = {})
    {
        found.append({kind, false, {}, grant.role, grant.capability, detail, about});
    }

    template <typename T> static QStringList names(const QMap<ParameterId, T> &map)
    {
        QStringList list;
        for (auto it = map.begin(); it != map.end(); ++it)
            list.append(it.key().text());
        return list;
    }

    int layerOf(const CapabilityId &capability) const
    {
        int layer = 0;
        for (const SiliconLimits &kind : m_silicon)
            layer = std::max(layer, kind.layers.value(capability, 4));
        return layer;
    }

    /// What serves or reads in the outer layers; values there are judged by their row.
    bool isDoneInSession(const CapabilityId &capability) const
    {
        const int layer = layerOf(capability);
        return layer > 0 && layer < 3 && capability.text() != QLatin1String("activate")
            && std::none_of(m_silicon.begin(), m_silicon.end(), [&](const SiliconLimits &kind) {
                   return std::any_of(kind.parameters.begin(), kind.parameters.end(),
                       [&](const ParameterDefinition &parameter) { return parameter.capability == capability; });
               });
    }

    bool canFill(const Seat &seat, const CapabilityId &capability) const
    {
        if (!m_charter.inForce(seat.position, m_now))
            return false;
        const QList<const Grant *> grants = m_grants.value(capability);
        return std::any_of(grants.begin(), grants.end(), [&](const Grant *grant) {
            return grant->role == seat.role && m_now >= grant->from && (grant->until == 0 || m_now < grant->until);
        });
    }

    const Policy &m_policy;
    const Charter &m_charter;
    const QList<SiliconLimits> &m_silicon;
    qint64 m_now;
    QHash<RoleId, const Role *> m_roles;
    QHash<CapabilityId, QList<const Grant *>> m_grants;
};

} // namespace

QList<PolicyProblem> findProblems(const Policy &policy, const Charter &charter, const Foundation &foundation,
    const QList<SiliconLimits> &silicon, qint64 now)
{
    Finder finder(policy, charter, silicon, now);
    const auto refuse = [&](const Error &error) {
        const PolicyProblem problem{Kind::Refused, true, error, {}, {}, error.detail};
        if (!finder.found.contains(problem))
            finder.found.append(problem);
    };
    for (const SiliconLimits &kind : silicon) {
        if (const auto checked = checkPolicy(policy, charter, foundation, kind); !checked.ok())
            refuse(checked.error());
    }
    if (const auto reachable = checkReachable(policy, charter, foundation, now); !reachable.ok())
        refuse(reachable.error());
    finder.checkGrants();
    finder.checkIssuers();
    finder.checkRoles();
    finder.checkSeats();
    finder.checkNumbers();
    finder.checkNames();
    return finder.found;
}

QLatin1String problemName(PolicyProblem::Kind kind)
{
    switch (kind) {
    case Kind::Refused:
        return QLatin1String("refused");
    case Kind::NoContractBasis:
        return QLatin1String("no-contract-basis");
    case Kind::IssuerIsUser:
        return QLatin1String("issuer-is-user");
    case Kind::OnePartyFillsAllSeats:
        return QLatin1String("one-party-fills-all-seats");
    case Kind::RoleHoldsEverything:
        return QLatin1String("role-holds-everything");
    case Kind::NobodyHolds:
        return QLatin1String("nobody-holds");
    case Kind::SeatCannotBeFilled:
        return QLatin1String("seat-cannot-be-filled");
    case Kind::ConditionNeverHolds:
        return QLatin1String("condition-never-holds");
    case Kind::GrantEnds:
        return QLatin1String("grant-ends");
    case Kind::GrantTwice:
        return QLatin1String("grant-twice");
    case Kind::UnknownParameter:
        return QLatin1String("unknown-parameter");
    case Kind::CrossRuleAgainstLimits:
        return QLatin1String("cross-rule-against-limits");
    case Kind::HiddenCharacter:
        return QLatin1String("hidden-character");
    case Kind::DoneByOneKey:
        return QLatin1String("done-by-one-key");
    }
    return {};
}

} // namespace packwarden
