// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/rules/rulesjson.h"

#include "models/core/base/printable.h"
#include "models/rules/rulesentries.h"

#include <QJsonDocument>

#include <algorithm>
#include <functional>

namespace packwarden::rulesjson {

namespace {

QJsonArray rangeJson(const Range &range)
{
    return {formatQuantity(range.min), formatQuantity(range.max)};
}

QJsonArray seatsJson(const QList<Seat> &seats)
{
    QJsonArray array;
    for (const Seat &seat : seats)
        array.append(seat.text());
    return array;
}

template <typename Id> QJsonArray idsJson(const QSet<Id> &ids)
{
    QStringList texts;
    for (const Id &id : ids)
        texts.append(id.text());
    texts.sort();
    return QJsonArray::fromStringList(texts);
}

template <typename Id, typename T, typename Convert> QJsonObject mapJson(const QMap<Id, T> &map, Convert convert)
{
    QJsonObject object;
    for (auto it = map.begin(); it != map.end(); ++it)
        object.insert(it.key().text(), convert(it.value()));
    return object;
}

QJsonObject grantJson(const Grant &grant)
{
    QJsonObject json{{QStringLiteral("role"), grant.role.text()},
        {QStringLiteral("capability"), grant.capability.text()}, {QStringLiteral("contract"), grant.contract},
        {QStringLiteral("clause"), grant.clause}, {QStringLiteral("from"), timeText(grant.from)},
        {QStringLiteral("until"), timeText(grant.until)}};
    // Conditions that do not apply would be most of the text.
    if (grant.uses > 0)
        json.insert(QStringLiteral("uses"), grant.uses);
    if (!grant.states.isEmpty())
        json.insert(QStringLiteral("states"), QJsonArray::fromStringList(grant.states));
    if (!grant.group.isEmpty())
        json.insert(QStringLiteral("group"), grant.group);
    if (!grant.purposes.isEmpty())
        json.insert(QStringLiteral("purposes"), QJsonArray::fromStringList(grant.purposes));
    if (grant.hours > 0)
        json.insert(QStringLiteral("hours"), grant.hours);
    return json;
}

QJsonObject seatRuleJson(const SeatRule &rule)
{
    QJsonArray groups;
    for (const SeatGroup &group : rule.groups) {
        groups.append(
            QJsonObject{{QStringLiteral("atLeast"), group.atLeast}, {QStringLiteral("of"), seatsJson(group.of)}});
    }
    QJsonObject json{{QStringLiteral("all"), seatsJson(rule.all)}, {QStringLiteral("groups"), groups}};
    if (rule.beyondSoftLimit)
        json.insert(QStringLiteral("beyondSoftLimit"), rule.beyondSoftLimit->text());
    if (rule.beyondStep)
        json.insert(QStringLiteral("beyondStep"), rule.beyondStep->text());
    return json;
}

/// Two entries that say the same thing, or two things of the same: the later would hide.
void refuseTwins(JsonReader &reader, const Policy &policy)
{
    const auto twins = [&reader](const char *key, const auto &list, auto same, const auto &name) {
        for (qsizetype i = 0; i < list.size(); ++i) {
            const auto first
                = std::find_if(list.begin(), list.end(), [&](const auto &other) { return same(other, list.at(i)); });
            if (const qsizetype before = first - list.begin(); before < i) {
                reader.fail(QStringLiteral("%1[%2]").arg(QLatin1String(key)).arg(i),
                    QStringLiteral("%1 again, as in %2[%3]").arg(name(list.at(i)), QLatin1String(key)).arg(before));
            }
        }
    };
    twins(
        "roles", policy.roles, [](const Role &a, const Role &b) { return a.id == b.id; },
        [](const Role &role) { return role.id.text(); });
    twins("grants", policy.grants, std::equal_to<Grant>(),
        [](const Grant &grant) { return QStringLiteral("%1 %2").arg(grant.role.text(), grant.capability.text()); });
    twins(
        "crossRules", policy.crossRules,
        [](const CrossRule &a, const CrossRule &b) { return a.lower == b.lower && a.upper == b.upper; },
        [](const CrossRule &rule) { return QStringLiteral("%1 %2").arg(rule.lower.text(), rule.upper.text()); });
}

/// What the signed form does not allow must not get into a draft either: through its own decoder. Names the line, as
/// far as the decoder names the place.
template <typename T> Result<T> decoded(const JsonReader &reader, Result<T> result)
{
    if (result.ok())
        return result;
    return Error{result.code(), reader.located(result.error().detail, result.error().detail), TextReason::Unreadable};
}

} // namespace

QByteArray toText(const QJsonObject &rules)
{
    return printableJson(QJsonDocument(rules).toJson(QJsonDocument::Indented));
}

QJsonObject toJson(const Policy &policy)
{
    QJsonArray roles;
    for (const Role &role : policy.roles) {
        roles.append(QJsonObject{{QStringLiteral("id"), role.id.text()},
            {QStringLiteral("position"), role.position.text()}, {QStringLiteral("title"), role.title}});
    }
    QJsonArray grants;
    for (const Grant &grant : policy.grants)
        grants.append(grantJson(grant));
    QJsonArray cross;
    for (const CrossRule &rule : policy.crossRules)
        cross.append(QJsonArray{rule.lower.text(), formatQuantity(rule.gap), rule.upper.text()});
    QJsonObject groups;
    for (auto it = policy.groups.begin(); it != policy.groups.end(); ++it)
        groups.insert(it.key(), idsJson(*it));
    QJsonObject contracts;
    for (auto it = policy.contracts.begin(); it != policy.contracts.end(); ++it) {
        QJsonObject clauses;
        for (auto clause = it->clauses.begin(); clause != it->clauses.end(); ++clause)
            clauses.insert(QString::number(clause.key()), clause.value());
        contracts.insert(it.key(),
            QJsonObject{
                {QStringLiteral("sha256"), QLatin1String(it->sha256.toHex())}, {QStringLiteral("clauses"), clauses}});
    }
    return {{QStringLiteral("roles"), roles}, {QStringLiteral("grants"), grants},
        {QStringLiteral("seats"), mapJson(policy.seats, seatRuleJson)},
        {QStringLiteral("issuers"), mapJson(policy.issuers, idsJson<PositionId>)},
        {QStringLiteral("softLimits"), mapJson(policy.softLimits, rangeJson)},
        {QStringLiteral("steps"), mapJson(policy.steps, [](Milli step) { return formatQuantity(step); })},
        {QStringLiteral("crossRules"), cross}, {QStringLiteral("groups"), groups},
        {QStringLiteral("contracts"), contracts}};
}

Result<Policy> policyFromJson(const QByteArray &json, qint64 version, const QByteArray &charterSha256, Twins twins)
{
    auto opened = JsonReader::parse(json);
    if (!opened.ok())
        return opened.error();
    JsonReader &reader = opened.value();
    Policy policy;
    policy.version = version;
    policy.charterSha256 = charterSha256;
    policy.roles = reader.list<Role>("roles", readRole);
    policy.grants = reader.list<Grant>("grants", readGrant);
    policy.seats = reader.map<CapabilityId, SeatRule>("seats", readSeatRule);
    policy.issuers = reader.map<RoleId, QSet<PositionId>>("issuers", readIds<PositionId>);
    policy.softLimits = reader.map<ParameterId, Range>("softLimits", readRange);
    policy.steps = reader.map<ParameterId, Milli>("steps", readStep);
    policy.crossRules = reader.list<CrossRule>("crossRules", readCrossRule);
    policy.groups = reader.named<QSet<PackSerial>>("groups", readIds<PackSerial>);
    policy.contracts = reader.named<Contract>("contracts", readContract);
    if (twins == Twins::Refused)
        refuseTwins(reader, policy);
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    return decoded(reader, Policy::fromRules(policy.rulesToCbor(), version));
}

QJsonObject toJson(const Charter &charter)
{
    QJsonObject grace;
    for (auto it = charter.crlGrace.begin(); it != charter.crlGrace.end(); ++it)
        grace.insert(QString::number(it.key()), it.value());
    QJsonObject successors;
    for (auto it = charter.successors.begin(); it != charter.successors.end(); ++it)
        successors.insert(it.key().text(), it->text());
    const auto positionJson = [](const Position &position) {
        return QJsonObject{{QStringLiteral("party"), position.party}, {QStringLiteral("name"), position.partyName},
            {QStringLiteral("root"), QLatin1String(position.rootDer.toBase64())},
            {QStringLiteral("from"), timeText(position.from)}, {QStringLiteral("until"), timeText(position.until)},
            {QStringLiteral("signatory"), position.signatory.text()}};
    };
    return {{QStringLiteral("positions"), mapJson(charter.positions, positionJson)},
        {QStringLiteral("issuers"), mapJson(charter.mayIssue, idsJson<PositionId>)},
        {QStringLiteral("mandatory"), mapJson(charter.mandatorySeats, seatsJson)},
        {QStringLiteral("rights"), mapJson(charter.mayHold, idsJson<RoleId>)},
        {QStringLiteral("authorMayFill"), idsJson(charter.authorMayFill)},
        {QStringLiteral("ranges"), mapJson(charter.ranges, rangeJson)}, {QStringLiteral("crlGraceSeconds"), grace},
        {QStringLiteral("timekeepers"), idsJson(charter.timekeepers)}, {QStringLiteral("successors"), successors}};
}

Result<Charter> charterFromJson(const QByteArray &json, qint64 version)
{
    auto opened = JsonReader::parse(json);
    if (!opened.ok())
        return opened.error();
    JsonReader &reader = opened.value();
    Charter charter;
    charter.version = version;
    charter.positions = reader.map<PositionId, Position>("positions", readPosition);
    charter.mayIssue = reader.map<RoleId, QSet<PositionId>>("issuers", readIds<PositionId>);
    charter.mandatorySeats = reader.map<CapabilityId, QList<Seat>>("mandatory", readSeats);
    charter.mayHold = reader.map<CapabilityId, QSet<RoleId>>("rights", readIds<RoleId>);
    charter.authorMayFill = reader.one("authorMayFill", readIds<PositionId>);
    charter.ranges = reader.map<ParameterId, Range>("ranges", readRange);
    constexpr qint64 maxGrace = 14LL * 24 * 3600;
    charter.crlGrace = reader.numbered<qint64>(
        "crlGraceSeconds", 1, 4, [](const QJsonValue &value) { return readNumber(value, 0, maxGrace); });
    charter.timekeepers = reader.one("timekeepers", readIds<RoleId>);
    const auto successors = reader.named<Seat>("successors", readSeat);
    for (auto it = successors.begin(); it != successors.end(); ++it) {
        if (const auto seat = seatOf(it.key()); seat.ok())
            charter.successors.insert(*seat, *it);
        else
            reader.fail(QStringLiteral("successors.") + it.key(), QStringLiteral("no seat"));
    }
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    return decoded(reader, Charter::fromBody(charter.bodyToCbor(), version));
}

QJsonObject toJson(const SiliconLimits &silicon)
{
    QJsonArray parameters;
    for (const ParameterDefinition &p : silicon.parameters) {
        parameters.append(QJsonObject{{QStringLiteral("id"), p.id.text()}, {QStringLiteral("number"), p.number},
            {QStringLiteral("unit"), p.unit}, {QStringLiteral("layer"), p.layer},
            {QStringLiteral("capability"), p.capability.text()}, {QStringLiteral("limits"), rangeJson(p.silicon)},
            {QStringLiteral("default"), formatQuantity(p.defaultValue)},
            {QStringLiteral("stricter"),
                p.stricter == Stricter::Lower ? QStringLiteral("lower") : QStringLiteral("higher")}});
    }
    return {{QStringLiteral("hardware"), silicon.hardware}, {QStringLiteral("parameters"), parameters},
        {QStringLiteral("layers"), mapJson(silicon.layers, [](int layer) { return layer; })},
        {QStringLiteral("prohibited"), idsJson(silicon.prohibited)}};
}

Result<SiliconLimits> siliconFromJson(const QByteArray &json)
{
    auto opened = JsonReader::parse(json);
    if (!opened.ok())
        return opened.error();
    JsonReader &reader = opened.value();
    SiliconLimits silicon;
    silicon.hardware = reader.text("hardware");
    silicon.parameters = reader.list<ParameterDefinition>("parameters", readParameter);
    silicon.layers = reader.map<CapabilityId, int>("layers", [](const QJsonValue &value) -> Result<int> {
        const auto layer = readNumber(value, 1, 4);
        return layer.ok() ? Result<int>(int(*layer)) : layer.error();
    });
    silicon.prohibited = reader.one("prohibited", readIds<CapabilityId>);
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    return decoded(reader, SiliconLimits::fromCbor(silicon.toCbor()));
}

QJsonObject toJson(const Foundation &foundation)
{
    QJsonObject layers;
    for (auto it = foundation.layers.begin(); it != foundation.layers.end(); ++it) {
        layers.insert(QString::number(it.key()),
            QJsonObject{{QStringLiteral("seats"), it->seats}, {QStringLiteral("parties"), it->parties}});
    }
    QJsonObject amendments;
    for (auto it = foundation.amendments.begin(); it != foundation.amendments.end(); ++it)
        amendments.insert(it.key(), seatsJson(*it));
    return {{QStringLiteral("layers"), layers}, {QStringLiteral("amendments"), amendments}};
}

Result<Foundation> foundationFromJson(const QByteArray &json)
{
    auto opened = JsonReader::parse(json);
    if (!opened.ok())
        return opened.error();
    JsonReader &reader = opened.value();
    Foundation foundation;
    foundation.layers = reader.numbered<Foundation::LayerRule>("layers", 1, 4, [](const QJsonValue &value) {
        JsonReader r(value);
        const Foundation::LayerRule rule{int(r.integer("seats", 1, 16)), int(r.integer("parties", 1, 16))};
        return finished(r, rule);
    });
    foundation.amendments = reader.named<QList<Seat>>("amendments", readSeats);
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    return decoded(reader, Foundation::fromCbor(foundation.toCbor()));
}

Result<CellDataSheet> dataSheetFromJson(const QByteArray &json)
{
    auto opened = JsonReader::parse(json);
    if (!opened.ok())
        return opened.error();
    JsonReader &reader = opened.value();
    CellDataSheet sheet;
    sheet.chemistry = reader.text("chemistry");
    sheet.maker = reader.text("maker");
    sheet.batch = reader.text("batch");
    sheet.bounds = reader.map<ParameterId, Range>("bounds", readRange);
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    return sheet;
}

} // namespace packwarden::rulesjson
