// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/demo/demorules.h"

#include "hw/sim/factory/demoresource.h"

#include <QFile>
#include <QJsonArray>

namespace packwarden::sim {

namespace {

using L1 = QLatin1String;

/// The roles of the demo: a seat is always the role in its own position.
class Seats final
{
public:
    explicit Seats(const QList<Role> &roles)
        : m_roles(roles)
    {
    }
    Seat of(const QString &role) const
    {
        for (const Role &r : m_roles) {
            if (r.id.text() == role)
                return {r.position, r.id};
        }
        return {};
    }
    QList<Seat> of(const QJsonValue &list) const
    {
        QList<Seat> seats;
        for (const QJsonValue &role : list.toArray())
            seats.append(of(role.toString()));
        return seats;
    }

private:
    QList<Role> m_roles;
};

Range range(const QJsonValue &value)
{
    return {Milli{value.toArray().at(0).toInteger()}, Milli{value.toArray().at(1).toInteger()}};
}

Foundation readFoundation(const QJsonObject &json, const Seats &seats)
{
    Foundation foundation;
    const QJsonObject layers = json.value(L1("layers")).toObject();
    for (auto it = layers.begin(); it != layers.end(); ++it) {
        const QJsonArray rule = it.value().toArray();
        foundation.layers.insert(it.key().toInt(), {rule.at(0).toInt(), rule.at(1).toInt()});
    }
    const QJsonObject amendments = json.value(L1("amendments")).toObject();
    for (auto it = amendments.begin(); it != amendments.end(); ++it)
        foundation.amendments.insert(it.key(), seats.of(it.value()));
    return foundation;
}

void addCapability(
    const QJsonObject &json, const QMap<QString, QString> &contracts, const Seats &seats, qint64 from, DemoRules &rules)
{
    const auto id = CapabilityId::fromTrusted(json.value(L1("id")).toString());
    for (const QJsonValue &holder : json.value(L1("holders")).toArray()) {
        const auto role = RoleId::fromTrusted(holder.toString());
        rules.charter.mayHold[id].insert(role);
        Grant grant;
        grant.role = role;
        grant.capability = id;
        grant.contract = contracts.value(holder.toString());
        grant.clause = json.value(L1("clause")).toInt();
        grant.from = from;
        const QJsonObject conditions = json.value(L1("conditions")).toObject().value(holder.toString()).toObject();
        for (const QJsonValue &purpose : conditions.value(L1("purposes")).toArray())
            grant.purposes.append(purpose.toString());
        grant.hours = conditions.value(L1("hours")).toInt();
        rules.policy.grants.append(grant);
        rules.policy.contracts[grant.contract].clauses.insert(grant.clause, json.value(L1("sentence")).toString());
    }
    SeatRule rule;
    rule.all = seats.of(json.value(L1("all")));
    if (json.contains(L1("anyOf")))
        rule.groups.append({1, seats.of(json.value(L1("anyOf")))});
    if (json.contains(L1("beyond"))) {
        rule.beyondSoftLimit = seats.of(json.value(L1("beyond")).toString());
        rule.beyondStep = rule.beyondSoftLimit;
    }
    rules.policy.seats.insert(id, rule);
}

void addParameter(const QJsonObject &json, DemoRules &rules)
{
    const auto id = ParameterId::fromTrusted(json.value(L1("id")).toString());
    rules.charter.ranges.insert(id, range(json.value(L1("charter"))));
    rules.policy.softLimits.insert(id, range(json.value(L1("soft"))));
    rules.policy.steps.insert(id, Milli{json.value(L1("step")).toInteger()});
}

Result<> readContracts(const QJsonArray &ids, DemoRules &rules)
{
    for (const QJsonValue &id : ids) {
        QFile file(QStringLiteral(":/packwarden/demo/contracts/%1.txt").arg(id.toString()));
        if (!file.open(QIODevice::ReadOnly) || !rules.policy.contracts.contains(id.toString()))
            return {Code::Malformed, file.fileName()};
        const QByteArray text = file.readAll();
        rules.contractTexts.insert(id.toString(), text);
        rules.policy.contracts[id.toString()].sha256 = sha256(text);
    }
    if (rules.contractTexts.size() != rules.policy.contracts.size())
        return {Code::Malformed, QStringLiteral("contracts")};
    return Result<>::success();
}

} // namespace

Result<DemoRules> DemoRules::make(const DemoWorld &world, const QMap<QString, Certificate> &roots, qint64 from)
{
    const auto parameters = demoResource(QStringLiteral("parameters"));
    const auto capabilities = demoResource(QStringLiteral("capabilities"));
    if (!parameters.ok())
        return parameters.error();
    if (!capabilities.ok())
        return capabilities.error();

    DemoRules rules;
    QMap<QString, QString> contracts;
    for (const QJsonValue &v : world.rules.value(L1("roles")).toArray()) {
        const QJsonObject json = v.toObject();
        const auto role = RoleId::fromTrusted(json.value(L1("id")).toString());
        const auto position = PositionId::fromTrusted(json.value(L1("position")).toString());
        rules.policy.roles.append({role, position, json.value(L1("title")).toString()});
        rules.policy.issuers.insert(role, {position});
        rules.charter.mayIssue.insert(role, {position});
        contracts.insert(role.text(), json.value(L1("contract")).toString());
    }
    const Seats seats(rules.policy.roles);
    rules.foundation = readFoundation(world.rules.value(L1("foundation")).toObject(), seats);

    for (const DemoWorld::Place &place : world.places) {
        Position position;
        position.party = place.party;
        for (const DemoWorld::Party &party : world.parties) {
            if (party.id == place.party)
                position.partyName = party.name;
        }
        position.rootDer = roots.value(place.party).der;
        position.from = from;
        position.signatory = RoleId::fromTrusted(place.signatory);
        rules.charter.positions.insert(PositionId::fromTrusted(place.position), position);
    }
    const QJsonObject mandatory = world.rules.value(L1("mandatory")).toObject();
    for (auto it = mandatory.begin(); it != mandatory.end(); ++it)
        rules.charter.mandatorySeats.insert(CapabilityId::fromTrusted(it.key()), seats.of(it.value()));
    for (const QJsonValue &position : world.rules.value(L1("authorMayFill")).toArray())
        rules.charter.authorMayFill.insert(PositionId::fromTrusted(position.toString()));
    for (const QJsonValue &role : world.rules.value(L1("timekeepers")).toArray())
        rules.charter.timekeepers.insert(RoleId::fromTrusted(role.toString()));
    constexpr qint64 day = 24 * 3600;
    const QJsonObject grace = world.rules.value(L1("crlGraceDays")).toObject();
    for (auto it = grace.begin(); it != grace.end(); ++it)
        rules.charter.crlGrace.insert(it.key().toInt(), it.value().toInteger() * day);

    for (const QJsonValue &v : capabilities->value(L1("capabilities")).toArray())
        addCapability(v.toObject(), contracts, seats, from, rules);
    if (auto read = readContracts(world.rules.value(L1("contracts")).toArray(), rules); !read.ok())
        return read.error();
    for (const QJsonValue &v : parameters->value(L1("parameters")).toArray())
        addParameter(v.toObject(), rules);
    for (const QJsonValue &v : parameters->value(L1("crossRules")).toArray()) {
        const QJsonArray rule = v.toArray();
        rules.policy.crossRules.append({ParameterId::fromTrusted(rule.at(0).toString()), Milli{rule.at(1).toInteger()},
            ParameterId::fromTrusted(rule.at(2).toString())});
    }
    rules.policy.charterSha256 = rules.charter.bodySha256();
    return rules;
}

} // namespace packwarden::sim
