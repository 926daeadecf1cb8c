// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/rules/rulesjson.h"

#include "models/support/jsonreader.h"

#include <QDateTime>

namespace packwarden::rulesjson {

namespace {

QString timeText(qint64 seconds)
{
    return seconds == 0 ? QString() : QDateTime::fromSecsSinceEpoch(seconds).toUTC().toString(Qt::ISODate);
}

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

qint64 readTime(JsonReader &reader, const char *key)
{
    const QString text = reader.text(key);
    if (text.isEmpty())
        return 0;
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (!time.isValid() || time.timeSpec() != Qt::UTC || time.toSecsSinceEpoch() < 1)
        reader.fail(key);
    return time.toSecsSinceEpoch();
}

std::optional<Milli> readQuantity(const QJsonValue &value)
{
    const auto quantity = parseQuantity(value.toString(), true);
    return quantity.ok() ? std::optional(*quantity) : std::nullopt;
}

std::optional<Range> readRange(const QJsonValue &value)
{
    const QJsonArray pair = value.toArray();
    const auto min = readQuantity(pair.at(0));
    const auto max = readQuantity(pair.at(1));
    return pair.size() == 2 && min && max && *min <= *max ? std::optional(Range{*min, *max}) : std::nullopt;
}

std::optional<Seat> readSeat(const QJsonValue &value)
{
    const QStringList parts = value.toString().split(u'/');
    if (parts.size() != 2)
        return std::nullopt;
    const auto position = PositionId::parse(parts.at(0));
    const auto role = RoleId::parse(parts.at(1));
    return position.ok() && role.ok() ? std::optional(Seat{*position, *role}) : std::nullopt;
}

template <typename T, typename Convert> std::optional<QList<T>> readList(const QJsonValue &value, Convert convert)
{
    if (!value.isArray())
        return std::nullopt;
    QList<T> list;
    for (const QJsonValue &item : value.toArray()) {
        const std::optional<T> one = convert(item);
        if (!one)
            return std::nullopt;
        list.append(*one);
    }
    return list;
}

std::optional<QList<Seat>> readSeats(const QJsonValue &value)
{
    return readList<Seat>(value, readSeat);
}

template <typename Id> std::optional<Id> readId(const QJsonValue &value)
{
    const auto id = Id::parse(value.toString());
    return id.ok() ? std::optional(*id) : std::nullopt;
}

template <typename Id> std::optional<QSet<Id>> readIds(const QJsonValue &value)
{
    const auto list = readList<Id>(value, readId<Id>);
    if (!list)
        return std::nullopt;
    const QSet<Id> ids(list->begin(), list->end());
    return ids.size() == list->size() ? std::optional(ids) : std::nullopt;
}

std::optional<QString> readWord(const QJsonValue &value)
{
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

std::optional<Grant> readGrant(const QJsonValue &value)
{
    JsonReader reader(value);
    Grant grant;
    const auto role = readId<RoleId>(reader.take("role"));
    const auto capability = readId<CapabilityId>(reader.take("capability"));
    grant.contract = reader.text("contract");
    grant.clause = int(reader.integer("clause", 0, 9999));
    grant.from = readTime(reader, "from");
    grant.until = readTime(reader, "until");
    grant.uses = reader.has("uses") ? reader.integer("uses", 1, INT32_MAX) : 0;
    grant.hours = reader.has("hours") ? int(reader.integer("hours", 1, 24 * 366)) : 0;
    grant.group = reader.has("group") ? reader.text("group") : QString();
    for (const auto &[key, list] : {std::pair{"states", &grant.states}, std::pair{"purposes", &grant.purposes}}) {
        if (!reader.has(key))
            continue;
        if (const auto words = readList<QString>(reader.take(key), readWord))
            *list = *words;
        else
            reader.fail(key);
    }
    if (!reader.finish().ok() || !role || !capability)
        return std::nullopt;
    grant.role = *role;
    grant.capability = *capability;
    return grant;
}

std::optional<SeatRule> readSeatRule(const QJsonValue &value)
{
    JsonReader reader(value);
    SeatRule rule;
    const auto all = readSeats(reader.take("all"));
    const auto groups
        = readList<SeatGroup>(reader.take("groups"), [](const QJsonValue &item) -> std::optional<SeatGroup> {
              JsonReader r(item);
              SeatGroup group;
              group.atLeast = int(r.integer("atLeast", 1, 16));
              const auto of = readSeats(r.take("of"));
              if (!r.finish().ok() || !of)
                  return std::nullopt;
              group.of = *of;
              return group;
          });
    for (const auto &[key, seat] :
        {std::pair{"beyondSoftLimit", &rule.beyondSoftLimit}, std::pair{"beyondStep", &rule.beyondStep}}) {
        if (!reader.has(key))
            continue;
        *seat = readSeat(reader.take(key));
        if (!*seat)
            reader.fail(key);
    }
    if (!reader.finish().ok() || !all || !groups)
        return std::nullopt;
    rule.all = *all;
    rule.groups = *groups;
    return rule;
}

std::optional<CrossRule> readCrossRule(const QJsonValue &value)
{
    const QJsonArray parts = value.toArray();
    const auto lower = readId<ParameterId>(parts.at(0));
    const auto gap = readQuantity(parts.at(1));
    const auto upper = readId<ParameterId>(parts.at(2));
    if (parts.size() != 3 || !lower || !gap || gap->value < 0 || !upper)
        return std::nullopt;
    return CrossRule{*lower, *gap, *upper};
}

std::optional<QByteArray> readHex(const QJsonValue &value, qsizetype size)
{
    const QByteArray bytes = QByteArray::fromHex(value.toString().toLatin1());
    return bytes.size() == size && value.toString() == QLatin1String(bytes.toHex()) ? std::optional(bytes)
                                                                                    : std::nullopt;
}

std::optional<Contract> readContract(const QJsonValue &value)
{
    JsonReader reader(value);
    Contract contract;
    const auto hash = readHex(reader.take("sha256"), 32);
    const QJsonObject clauses = reader.take("clauses").toObject();
    for (auto it = clauses.begin(); it != clauses.end(); ++it) {
        bool ok = false;
        const int number = it.key().toInt(&ok);
        if (!ok || number < 0 || number > 9999 || !it.value().isString())
            reader.fail("clauses");
        contract.clauses.insert(number, it.value().toString());
    }
    if (!reader.finish().ok() || !hash)
        return std::nullopt;
    contract.sha256 = *hash;
    return contract;
}

} // namespace

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

Result<Policy> policyFromJson(const QByteArray &json, qint64 version, const QByteArray &charterSha256)
{
    auto opened = JsonReader::parse(json);
    if (!opened.ok())
        return opened.error();
    JsonReader &reader = opened.value();
    Policy policy;
    policy.version = version;
    policy.charterSha256 = charterSha256;
    policy.roles = reader.list<Role>("roles", [](const QJsonValue &value) -> std::optional<Role> {
        JsonReader r(value);
        const auto id = readId<RoleId>(r.take("id"));
        const auto position = readId<PositionId>(r.take("position"));
        const QString title = r.text("title");
        return r.finish().ok() && id && position ? std::optional(Role{*id, *position, title}) : std::nullopt;
    });
    policy.grants = reader.list<Grant>("grants", readGrant);
    policy.seats = reader.map<CapabilityId, SeatRule>("seats", readSeatRule);
    policy.issuers = reader.map<RoleId, QSet<PositionId>>("issuers", readIds<PositionId>);
    policy.softLimits = reader.map<ParameterId, Range>("softLimits", readRange);
    policy.steps = reader.map<ParameterId, Milli>("steps", readQuantity);
    policy.crossRules = reader.list<CrossRule>("crossRules", readCrossRule);
    policy.groups = reader.named<QSet<PackSerial>>("groups", readIds<PackSerial>);
    policy.contracts = reader.named<Contract>("contracts", readContract);
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    // What the signed form does not allow must not get into a draft either: through its own decoder.
    return Policy::fromRules(policy.rulesToCbor(), version);
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
    charter.positions
        = reader.map<PositionId, Position>("positions", [](const QJsonValue &value) -> std::optional<Position> {
              JsonReader r(value);
              Position position;
              position.party = r.text("party");
              position.partyName = r.text("name");
              position.rootDer = QByteArray::fromBase64(r.text("root").toLatin1());
              position.from = readTime(r, "from");
              position.until = readTime(r, "until");
              const auto signatory = readId<RoleId>(r.take("signatory"));
              if (!r.finish().ok() || !signatory)
                  return std::nullopt;
              position.signatory = *signatory;
              return position;
          });
    charter.mayIssue = reader.map<RoleId, QSet<PositionId>>("issuers", readIds<PositionId>);
    charter.mandatorySeats = reader.map<CapabilityId, QList<Seat>>("mandatory", readSeats);
    charter.mayHold = reader.map<CapabilityId, QSet<RoleId>>("rights", readIds<RoleId>);
    if (const auto positions = readIds<PositionId>(reader.take("authorMayFill")))
        charter.authorMayFill = *positions;
    else
        reader.fail("authorMayFill");
    charter.ranges = reader.map<ParameterId, Range>("ranges", readRange);
    const auto seconds = reader.named<qint64>("crlGraceSeconds", [](const QJsonValue &value) -> std::optional<qint64> {
        const qint64 n = value.toInteger(-1);
        return n >= 0 ? std::optional(n) : std::nullopt;
    });
    for (auto it = seconds.begin(); it != seconds.end(); ++it)
        charter.crlGrace.insert(it.key().toInt(), *it);
    if (const auto roles = readIds<RoleId>(reader.take("timekeepers")))
        charter.timekeepers = *roles;
    else
        reader.fail("timekeepers");
    const auto successors = reader.named<Seat>("successors", readSeat);
    for (auto it = successors.begin(); it != successors.end(); ++it) {
        if (const auto seat = readSeat(it.key()))
            charter.successors.insert(*seat, *it);
        else
            reader.fail("successors");
    }
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    return Charter::fromBody(charter.bodyToCbor(), version);
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
    silicon.parameters = reader.list<ParameterDefinition>(
        "parameters", [](const QJsonValue &value) -> std::optional<ParameterDefinition> {
            JsonReader r(value);
            ParameterDefinition p;
            const auto id = readId<ParameterId>(r.take("id"));
            p.number = int(r.integer("number", 0, 255));
            p.unit = r.text("unit");
            p.layer = int(r.integer("layer", 1, 4));
            const auto capability = readId<CapabilityId>(r.take("capability"));
            const auto limits = readRange(r.take("limits"));
            const auto usual = readQuantity(r.take("default"));
            const QString stricter = r.text("stricter");
            if (!r.finish().ok() || !id || !capability || !limits || !usual
                || (stricter != QLatin1String("lower") && stricter != QLatin1String("higher")))
                return std::nullopt;
            p.id = *id;
            p.capability = *capability;
            p.silicon = *limits;
            p.defaultValue = *usual;
            p.stricter = stricter == QLatin1String("lower") ? Stricter::Lower : Stricter::Higher;
            return p;
        });
    silicon.layers = reader.map<CapabilityId, int>("layers", [](const QJsonValue &value) -> std::optional<int> {
        const int layer = value.toInt();
        return layer >= 1 && layer <= 4 ? std::optional(layer) : std::nullopt;
    });
    if (const auto prohibited = readIds<CapabilityId>(reader.take("prohibited")))
        silicon.prohibited = *prohibited;
    else
        reader.fail("prohibited");
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    return SiliconLimits::fromCbor(silicon.toCbor());
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
    const auto layers = reader.named<Foundation::LayerRule>(
        "layers", [](const QJsonValue &value) -> std::optional<Foundation::LayerRule> {
            JsonReader r(value);
            const Foundation::LayerRule rule{int(r.integer("seats", 1, 16)), int(r.integer("parties", 1, 16))};
            return r.finish().ok() ? std::optional(rule) : std::nullopt;
        });
    for (auto it = layers.begin(); it != layers.end(); ++it)
        foundation.layers.insert(it.key().toInt(), *it);
    foundation.amendments = reader.named<QList<Seat>>("amendments", readSeats);
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    return Foundation::fromCbor(foundation.toCbor());
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
