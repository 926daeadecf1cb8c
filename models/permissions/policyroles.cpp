// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/permissions/policyroles.h"

#include "models/core/base/printable.h"
#include "models/support/lookalike.h"

#include <algorithm>

namespace packwarden::policyroles {

namespace {

constexpr qsizetype maxTitle = 64;
constexpr qsizetype maxId = 40;

bool isSeat(const Seat &seat, const RoleId &id)
{
    return seat.role == id;
}

bool contains(const QList<Seat> &seats, const RoleId &id)
{
    return std::any_of(seats.begin(), seats.end(), [&](const Seat &seat) { return isSeat(seat, id); });
}

/// Letters and digits of ASCII in lower case, other letters without their marks, and hyphens between the words.
QString slug(const QString &title)
{
    QString id;
    for (const QChar c : title.normalized(QString::NormalizationForm_KD)) {
        const QChar low = c.toLower();
        if ((low >= u'a' && low <= u'z') || (low >= u'0' && low <= u'9'))
            id += low;
        else if (!c.isMark() && !id.isEmpty() && !id.endsWith(u'-'))
            id += u'-';
    }
    id.truncate(maxId);
    while (id.endsWith(u'-'))
        id.chop(1);
    return id.isEmpty() ? QStringLiteral("role") : id;
}

template <typename Map> void dropEmpty(Map &map)
{
    map.removeIf([](const auto &entry) { return entry.value().isEmpty(); });
}

/// The copy stands where the role may act alone or is one of several.
void copyRights(Policy &policy, const RoleId &from, const Seat &to)
{
    for (auto rule = policy.seats.begin(); rule != policy.seats.end(); ++rule) {
        bool isTaken = false;
        for (SeatGroup &group : rule->groups) {
            if (contains(group.of, from)) {
                group.of.append(to);
                isTaken = true;
                break;
            }
        }
        if (!isTaken)
            continue;
        QList<Grant> copies;
        for (const Grant &grant : std::as_const(policy.grants)) {
            if (grant.role == from && grant.capability == rule.key()) {
                copies.append(grant);
                copies.last().role = to.role;
            }
        }
        policy.grants += copies;
    }
}

} // namespace

RoleId idFor(const QString &title, const QList<const Policy *> &policies)
{
    const QString base = slug(title);
    const auto isTaken = [&](const RoleId &id) {
        return std::any_of(policies.begin(), policies.end(), [&](const Policy *policy) { return policy->role(id); });
    };
    RoleId id = RoleId::fromTrusted(base);
    for (int number = 2; isTaken(id); ++number)
        id = RoleId::fromTrusted(base + u'-' + QString::number(number));
    return id;
}

std::optional<RoleFault> problemOf(const NewRole &role, const Policy &policy, const Charter &charter)
{
    const QString title = role.title.trimmed();
    if (title.isEmpty())
        return RoleFault::NoTitle;
    if (isBlank(title) || title.size() > maxTitle || unfitForName(title))
        return RoleFault::UnfitTitle;
    if (!charter.positions.contains(role.position))
        return RoleFault::NoCompany;
    const QString skeleton = lookalike::skeleton(title);
    const bool isTaken = std::any_of(policy.roles.begin(), policy.roles.end(), [&](const Role &other) {
        return other.position == role.position
            && lookalike::skeleton(other.title.isEmpty() ? other.id.text() : other.title) == skeleton;
    });
    if (isTaken)
        return RoleFault::TitleTaken;
    return std::nullopt;
}

Policy added(const Policy &policy, const RoleId &id, const NewRole &role)
{
    Policy after = policy;
    after.roles.append({id, role.position, role.title.trimmed()});
    if (!role.issuers.isEmpty())
        after.issuers.insert(id, role.issuers);
    if (!role.copyOf.isEmpty())
        copyRights(after, role.copyOf, {role.position, id});
    return after;
}

int seatsNotCopied(const Policy &policy, const RoleId &role)
{
    return int(std::count_if(policy.seats.begin(), policy.seats.end(), [&](const SeatRule &rule) {
        const bool extra = (rule.beyondSoftLimit && isSeat(*rule.beyondSoftLimit, role))
            || (rule.beyondStep && isSeat(*rule.beyondStep, role));
        const bool isInGroup = std::any_of(
            rule.groups.begin(), rule.groups.end(), [&](const SeatGroup &group) { return contains(group.of, role); });
        return !isInGroup && (extra || contains(rule.all, role));
    }));
}

Policy renamed(const Policy &policy, const RoleId &id, const QString &title)
{
    Policy after = policy;
    for (Role &role : after.roles) {
        if (role.id == id)
            role.title = title.trimmed();
    }
    return after;
}

Policy withIssuers(const Policy &policy, const RoleId &id, const QSet<PositionId> &issuers)
{
    Policy after = policy;
    if (issuers.isEmpty())
        after.issuers.remove(id);
    else
        after.issuers.insert(id, issuers);
    return after;
}

Tie tieOf(const RoleId &id, const PolicyFrame &frame)
{
    for (const Position &position : frame.charter.positions) {
        if (position.signatory == id)
            return Tie::Signatory;
    }
    for (const QList<Seat> &seats : frame.charter.mandatorySeats) {
        if (contains(seats, id))
            return Tie::Mandatory;
    }
    for (const QList<Seat> &seats : frame.foundation.amendments) {
        if (contains(seats, id))
            return Tie::Amendments;
    }
    return Tie::None;
}

Policy removed(const Policy &policy, const RoleId &id)
{
    Policy after = policy;
    after.roles.removeIf([&](const Role &role) { return role.id == id; });
    after.grants.removeIf([&](const Grant &grant) { return grant.role == id; });
    after.issuers.remove(id);
    for (SeatRule &rule : after.seats)
        policycells::removeRole(rule, id);
    after.seats.removeIf([](const auto &entry) { return entry.value() == SeatRule(); });
    return after;
}

Charter charterFor(const Policy &policy, const Policy &base, const Charter &charter)
{
    Charter after = charter;
    for (const Role &role : base.roles) {
        if (policy.role(role.id))
            continue;
        after.mayIssue.remove(role.id);
        after.timekeepers.remove(role.id);
        for (QSet<RoleId> &holders : after.mayHold)
            holders.remove(role.id);
        after.successors.removeIf(
            [&](const auto &entry) { return isSeat(entry.key(), role.id) || isSeat(entry.value(), role.id); });
    }
    dropEmpty(after.mayHold);
    for (const Role &role : policy.roles) {
        if (base.role(role.id))
            continue;
        if (const QSet<PositionId> issuers = policy.issuers.value(role.id); !issuers.isEmpty())
            after.mayIssue[role.id] += issuers;
        for (const Grant &grant : policy.grants) {
            if (grant.role == role.id)
                after.mayHold[grant.capability].insert(role.id);
        }
    }
    // Entries that were empty before stay as they were: nothing else is changed by the way.
    for (auto it = charter.mayHold.begin(); it != charter.mayHold.end(); ++it) {
        if (it->isEmpty() && !after.mayHold.contains(it.key()))
            after.mayHold.insert(it.key(), {});
    }
    return after;
}

bool isBarred(const PolicyCell &cell, const Policy &base, const Charter &charter)
{
    return base.role(cell.role) && !charter.mayHold.value(cell.capability).contains(cell.role);
}

} // namespace packwarden::policyroles
