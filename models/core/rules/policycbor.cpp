// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/ids.h"
#include "models/core/cbor/payload.h"
#include "models/core/rules/rulesread.h"

/// The policy as CBOR. Every map is read by MapReader, so an unknown or missing key refuses the whole.

namespace packwarden {

using namespace rulesread;

namespace {

constexpr int maxLeaseHours = 8760;
constexpr int maxSentence = 1000; ///< characters

} // namespace

QCborMap Grant::toCbor() const
{
    return {{L1("role"), role.text()}, {L1("capability"), capability.text()}, {L1("contract"), contract},
        {L1("clause"), clause}, {L1("from"), from}, {L1("until"), until}, {L1("uses"), uses},
        {L1("states"), QCborArray::fromStringList(states)}, {L1("group"), group},
        {L1("purposes"), QCborArray::fromStringList(purposes)}, {L1("hours"), hours}};
}

QByteArray Grant::useSha256() const
{
    QCborMap map = toCbor();
    map.remove(L1("uses"));
    return sha256(cbor::encode(map));
}

QCborMap Policy::rulesToCbor() const
{
    QCborArray roleList;
    for (const Role &r : roles)
        roleList.append(QCborMap{{L1("id"), r.id.text()}, {L1("position"), r.position.text()}, {L1("title"), r.title}});
    QCborArray grantList;
    for (const Grant &grant : grants)
        grantList.append(grant.toCbor());
    const auto optionalSeat = [](const std::optional<Seat> &seat) {
        return seat ? QCborValue(seatToCbor(*seat)) : QCborValue(nullptr);
    };
    const auto seatRule = [&](const SeatRule &rule) {
        QCborArray groupList;
        for (const SeatGroup &group : rule.groups)
            groupList.append(QCborMap{{L1("atLeast"), group.atLeast}, {L1("of"), seatsToCbor(group.of)}});
        return QCborMap{{L1("all"), seatsToCbor(rule.all)}, {L1("groups"), groupList},
            {L1("beyondSoftLimit"), optionalSeat(rule.beyondSoftLimit)},
            {L1("beyondStep"), optionalSeat(rule.beyondStep)}};
    };
    QCborArray cross;
    for (const CrossRule &rule : crossRules)
        cross.append(QCborArray{rule.lower.text(), rule.gap.value, rule.upper.text()});
    QCborMap groupMap;
    for (auto it = groups.begin(); it != groups.end(); ++it)
        groupMap.insert(it.key(), idsToCbor(*it));
    QCborMap contractMap;
    for (auto it = contracts.begin(); it != contracts.end(); ++it) {
        QCborMap clauses;
        for (auto clause = it->clauses.begin(); clause != it->clauses.end(); ++clause)
            clauses.insert(clause.key(), clause.value());
        contractMap.insert(it.key(), QCborMap{{L1("sha256"), it->sha256}, {L1("clauses"), clauses}});
    }
    return {{L1("charter"), charterSha256}, {L1("roles"), roleList}, {L1("grants"), grantList},
        {L1("seats"), mapToCbor(seats, seatRule)}, {L1("issuers"), mapToCbor(issuers, idsToCbor<PositionId>)},
        {L1("softLimits"), mapToCbor(softLimits, rangeToCbor)},
        {L1("steps"), mapToCbor(steps, [](Milli step) { return QCborValue(step.value); })}, {L1("crossRules"), cross},
        {L1("groups"), groupMap}, {L1("contracts"), contractMap}};
}

namespace {

std::optional<SeatRule> readSeatRule(const QCborValue &value)
{
    cbor::MapReader reader(value);
    SeatRule rule;
    const auto all = readSeats(reader.array(L1("all")));
    if (!all)
        return std::nullopt;
    rule.all = *all;
    rule.groups = readList<SeatGroup>(reader, L1("groups"), [](const QCborValue &v) -> std::optional<SeatGroup> {
        cbor::MapReader r(v);
        SeatGroup group;
        group.atLeast = int(r.integer(L1("atLeast"), 1, maxSeats));
        const auto of = readSeats(r.array(L1("of")));
        // A group that can never be filled, or that asks for nothing, makes the document invalid.
        if (!r.finish().ok() || !of || of->size() < group.atLeast || hasTwins(*of))
            return std::nullopt;
        group.of = *of;
        return group;
    });
    for (const auto &[key, seat] :
        {std::pair{L1("beyondSoftLimit"), &rule.beyondSoftLimit}, std::pair{L1("beyondStep"), &rule.beyondStep}}) {
        const QCborValue content = reader.optional(key);
        if (content.isUndefined())
            continue;
        *seat = readSeat(content);
        if (!*seat)
            return std::nullopt;
    }
    // Nobody needed is not a rule.
    if (!reader.finish().ok() || hasTwins(rule.all) || (rule.all.isEmpty() && rule.groups.isEmpty()))
        return std::nullopt;
    return rule;
}

/// Short names without twins, in the order given.
QStringList readNames(cbor::MapReader &reader, L1 key)
{
    QStringList names;
    for (const QCborValue &item : reader.array(key)) {
        const QString name = item.toString();
        if (!payload::isName(name) || names.contains(name) || names.size() >= maxSeats) {
            reader.fail(key);
            break;
        }
        names.append(name);
    }
    return names;
}

std::optional<Grant> readGrant(const QCborValue &value)
{
    static const QStringList purposes{QStringLiteral("drive"), QStringLiteral("charge"), QStringLiteral("feed-back")};
    cbor::MapReader r(value);
    Grant grant;
    grant.role = r.id<RoleId>(L1("role"));
    grant.capability = r.id<CapabilityId>(L1("capability"));
    grant.contract = r.text(L1("contract"), payload::maxName);
    grant.clause = int(r.integer(L1("clause"), 0, 9999));
    grant.from = r.integer(L1("from"));
    grant.until = r.integer(L1("until"));
    grant.uses = r.integer(L1("uses"), 0, INT32_MAX);
    grant.states = readNames(r, L1("states"));
    grant.group = r.text(L1("group"), payload::maxName);
    grant.purposes = readNames(r, L1("purposes"));
    grant.hours = int(r.integer(L1("hours"), 0, maxLeaseHours));
    for (const QString &purpose : grant.purposes) {
        if (!purposes.contains(purpose))
            r.fail(QStringLiteral("purposes"));
    }
    return r.finish().ok() ? std::optional(grant) : std::nullopt;
}

std::optional<Contract> readContract(const QCborValue &value)
{
    cbor::MapReader r(value);
    Contract contract;
    contract.sha256 = r.bytes(L1("sha256"), 32);
    const QCborMap clauses = r.map(L1("clauses"));
    for (auto it = clauses.begin(); it != clauses.end(); ++it) {
        const auto number = readInteger(it.key(), 1, 9999);
        const QString sentence = it.value().toString();
        if (!number || sentence.isEmpty() || sentence.size() > maxSentence) {
            r.fail(QStringLiteral("clauses"));
            break;
        }
        contract.clauses.insert(int(*number), sentence);
    }
    return r.finish().ok() ? std::optional(contract) : std::nullopt;
}

} // namespace

Result<Policy> Policy::fromRules(const QCborMap &rules, qint64 version)
{
    cbor::MapReader reader(rules);
    Policy p;
    p.version = version;
    p.charterSha256 = reader.bytes(L1("charter"), 32);
    p.roles = readList<Role>(reader, L1("roles"), [](const QCborValue &v) -> std::optional<Role> {
        cbor::MapReader r(v);
        Role role{r.id<RoleId>(L1("id")), r.id<PositionId>(L1("position")), r.text(L1("title"), 128)};
        return r.finish().ok() ? std::optional(role) : std::nullopt;
    });
    p.grants = readList<Grant>(reader, L1("grants"), readGrant);
    p.seats = readMap<CapabilityId, SeatRule>(reader, L1("seats"), readSeatRule);
    p.issuers = readMap<RoleId, QSet<PositionId>>(reader, L1("issuers"), readIds<PositionId>);
    p.softLimits = readMap<ParameterId, Range>(reader, L1("softLimits"), readRange);
    p.steps = readMap<ParameterId, Milli>(reader, L1("steps"), [](const QCborValue &v) -> std::optional<Milli> {
        const auto n = readInteger(v, 1, INT64_MAX);
        return n ? std::optional(Milli{*n}) : std::nullopt;
    });
    p.crossRules = readList<CrossRule>(reader, L1("crossRules"), [](const QCborValue &v) -> std::optional<CrossRule> {
        const QCborArray parts = v.toArray();
        const auto lower = ParameterId::parse(parts.at(0).toString());
        const auto gap = readInteger(parts.at(1), 0, INT32_MAX);
        const auto upper = ParameterId::parse(parts.at(2).toString());
        if (parts.size() != 3 || !lower.ok() || !gap || !upper.ok())
            return std::nullopt;
        return CrossRule{*lower, Milli{*gap}, *upper};
    });
    p.groups = payload::readNamed<QSet<PackSerial>>(reader, L1("groups"), readIds<PackSerial>);
    p.contracts = payload::readNamed<Contract>(reader, L1("contracts"), readContract);
    QSet<RoleId> known;
    for (const Role &role : p.roles)
        known.insert(role.id);
    if (known.size() != p.roles.size())
        reader.fail(QStringLiteral("roles"));
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    return p;
}

} // namespace packwarden
