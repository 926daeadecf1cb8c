// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cbor.h"
#include "rules.h"

#include <QCborArray>

#include <algorithm>

/// The four sets of rules as CBOR. Every map is read by MapReader, so an unknown or missing key refuses the whole.

namespace packwarden {

namespace {

using L1 = QLatin1String;

constexpr int maxEntries = 4096;
constexpr int maxSeats = 16;

QCborArray rangeToCbor(const Range &range)
{
    return range.toCbor();
}

std::optional<Range> readRange(const QCborValue &value)
{
    return Range::fromCbor(value);
}

QCborArray seatToCbor(const Seat &seat)
{
    return {seat.position.text(), seat.role.text()};
}

std::optional<Seat> readSeat(const QCborValue &value)
{
    const QCborArray pair = value.toArray();
    const auto position = PositionId::parse(pair.at(0).toString());
    const auto role = RoleId::parse(pair.at(1).toString());
    if (pair.size() != 2 || !position.ok() || !role.ok())
        return std::nullopt;
    return Seat{*position, *role};
}

QCborArray seatsToCbor(const QList<Seat> &seats)
{
    QCborArray array;
    for (const Seat &seat : seats)
        array.append(seatToCbor(seat));
    return array;
}

std::optional<QList<Seat>> readSeats(const QCborValue &value)
{
    if (!value.isArray() || value.toArray().size() > maxEntries)
        return std::nullopt;
    QList<Seat> seats;
    for (const QCborValue &item : value.toArray()) {
        const auto seat = readSeat(item);
        if (!seat)
            return std::nullopt;
        seats.append(*seat);
    }
    return seats;
}

bool hasTwins(QList<Seat> seats)
{
    std::sort(seats.begin(), seats.end());
    return std::adjacent_find(seats.begin(), seats.end()) != seats.end();
}

template <typename Id> QCborArray idsToCbor(const QSet<Id> &ids)
{
    QStringList texts;
    for (const Id &id : ids)
        texts.append(id.text());
    texts.sort();
    return QCborArray::fromStringList(texts);
}

template <typename Id> std::optional<QSet<Id>> readIds(const QCborValue &value)
{
    if (!value.isArray() || value.toArray().size() > maxEntries)
        return std::nullopt;
    QSet<Id> ids;
    for (const QCborValue &item : value.toArray()) {
        const auto id = Id::parse(item.toString());
        if (!id.ok())
            return std::nullopt;
        ids.insert(*id);
    }
    return ids.size() == value.toArray().size() ? std::optional(ids) : std::nullopt;
}

/// A map keyed by an id; the converter gives nullopt for a bad value.
template <typename Id, typename T, typename Convert>
QMap<Id, T> readMap(cbor::MapReader &reader, L1 key, Convert convert)
{
    QMap<Id, T> result;
    const QCborMap map = reader.map(key);
    if (map.size() > maxEntries)
        reader.fail(key);
    for (auto it = map.begin(); it != map.end(); ++it) {
        const auto id = Id::parse(it.key().toString());
        const std::optional<T> value = convert(QCborValue(it.value()));
        if (!id.ok() || !value) {
            reader.fail(key + it.key().toString());
            break;
        }
        result.insert(*id, *value);
    }
    return result;
}

template <typename Id, typename T, typename Convert> QCborMap mapToCbor(const QMap<Id, T> &map, Convert convert)
{
    QCborMap result;
    for (auto it = map.begin(); it != map.end(); ++it)
        result.insert(it.key().text(), convert(it.value()));
    return result;
}

template <typename T, typename Convert> QMap<int, T> readLayers(cbor::MapReader &reader, L1 key, Convert convert)
{
    QMap<int, T> result;
    const QCborMap map = reader.map(key);
    for (auto it = map.begin(); it != map.end(); ++it) {
        const qint64 layer = it.key().toInteger();
        const std::optional<T> value = convert(QCborValue(it.value()));
        if (layer < 1 || layer > 4 || !value) {
            reader.fail(key);
            break;
        }
        result.insert(int(layer), *value);
    }
    return result;
}

template <typename T, typename Convert> QList<T> readList(cbor::MapReader &reader, L1 key, Convert convert)
{
    QList<T> result;
    const QCborArray array = reader.array(key);
    if (array.size() > maxEntries)
        reader.fail(key);
    for (const QCborValue &item : array) {
        const std::optional<T> value = convert(item);
        if (!value) {
            reader.fail(key);
            break;
        }
        result.append(*value);
    }
    return result;
}

std::optional<qint64> readInteger(const QCborValue &value, qint64 min, qint64 max)
{
    const qint64 n = value.toInteger(min - 1);
    return value.isInteger() && n >= min && n <= max ? std::optional(n) : std::nullopt;
}

} // namespace

QCborArray Range::toCbor() const
{
    return {min.value, max.value};
}

std::optional<Range> Range::fromCbor(const QCborValue &value)
{
    const QCborArray pair = value.toArray();
    if (pair.size() != 2 || !pair.at(0).isInteger() || !pair.at(1).isInteger())
        return std::nullopt;
    const Range range{Milli{pair.at(0).toInteger()}, Milli{pair.at(1).toInteger()}};
    return range.min <= range.max ? std::optional(range) : std::nullopt;
}

QCborMap ParameterDefinition::toCbor() const
{
    return {{L1("id"), id.text()}, {L1("number"), number}, {L1("unit"), unit}, {L1("layer"), layer},
        {L1("capability"), capability.text()}, {L1("silicon"), rangeToCbor(silicon)},
        {L1("default"), defaultValue.value},
        {L1("stricter"), stricter == Stricter::Lower ? QStringLiteral("lower") : QStringLiteral("higher")}};
}

std::optional<ParameterDefinition> ParameterDefinition::fromCbor(const QCborValue &value)
{
    cbor::MapReader reader(value);
    ParameterDefinition p;
    p.id = reader.id<ParameterId>(L1("id"));
    p.number = int(reader.integer(L1("number"), 0, 255));
    p.unit = reader.text(L1("unit"), 16);
    p.layer = int(reader.integer(L1("layer"), 1, 4));
    p.capability = reader.id<CapabilityId>(L1("capability"));
    const auto silicon = readRange(reader.array(L1("silicon")));
    p.defaultValue = Milli{reader.integer(L1("default"), INT64_MIN)};
    const QString stricter = reader.text(L1("stricter"), 8);
    if (stricter != L1("lower") && stricter != L1("higher"))
        return std::nullopt;
    p.stricter = stricter == L1("lower") ? Stricter::Lower : Stricter::Higher;
    if (!reader.finish().ok() || !silicon || !silicon->contains(p.defaultValue))
        return std::nullopt;
    p.silicon = *silicon;
    return p;
}

QCborMap SiliconLimits::toCbor() const
{
    QCborArray list;
    for (const ParameterDefinition &p : parameters)
        list.append(p.toCbor());
    return {{L1("hardware"), hardware}, {L1("parameters"), list},
        {L1("layers"), mapToCbor(layers, [](int layer) { return QCborValue(layer); })},
        {L1("prohibited"), idsToCbor(prohibited)}};
}

Result<SiliconLimits> SiliconLimits::fromCbor(const QCborValue &value)
{
    cbor::MapReader reader(value);
    SiliconLimits s;
    s.hardware = reader.text(L1("hardware"), 64);
    s.parameters = readList<ParameterDefinition>(reader, L1("parameters"), ParameterDefinition::fromCbor);
    s.layers = readMap<CapabilityId, int>(reader, L1("layers"), [](const QCborValue &v) -> std::optional<int> {
        const auto n = readInteger(v, 1, 4);
        return n ? std::optional(int(*n)) : std::nullopt;
    });
    const auto prohibited = readIds<CapabilityId>(reader.array(L1("prohibited")));
    if (!prohibited)
        reader.fail(QStringLiteral("prohibited"));
    else
        s.prohibited = *prohibited;
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    return s;
}

QCborMap Foundation::toCbor() const
{
    QCborMap layerMap;
    for (auto it = layers.begin(); it != layers.end(); ++it)
        layerMap.insert(it.key(), QCborArray{it->seats, it->parties});
    QCborMap kinds;
    for (auto it = amendments.begin(); it != amendments.end(); ++it)
        kinds.insert(it.key(), seatsToCbor(*it));
    return {{L1("layers"), layerMap}, {L1("amendments"), kinds}};
}

Result<Foundation> Foundation::fromCbor(const QCborValue &value)
{
    cbor::MapReader reader(value);
    Foundation f;
    f.layers = readLayers<LayerRule>(reader, L1("layers"), [](const QCborValue &v) -> std::optional<LayerRule> {
        const auto seats = readInteger(v.toArray().at(0), 1, maxSeats);
        const auto parties = readInteger(v.toArray().at(1), 1, maxSeats);
        if (v.toArray().size() != 2 || !seats || !parties)
            return std::nullopt;
        return LayerRule{int(*seats), int(*parties)};
    });
    const QCborMap kinds = reader.map(L1("amendments"));
    for (auto it = kinds.begin(); it != kinds.end(); ++it) {
        const auto seats = readSeats(it.value());
        if (!seats || seats->isEmpty())
            reader.fail(QStringLiteral("amendments"));
        else
            f.amendments.insert(it.key().toString(), *seats);
    }
    // A layer that is not named would need nobody.
    if (f.layers.size() != 4)
        reader.fail(QStringLiteral("layers"));
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    return f;
}

QCborMap Charter::bodyToCbor() const
{
    QCborMap places = mapToCbor(positions, [](const Position &p) {
        return QCborMap{{L1("party"), p.party}, {L1("name"), p.partyName}, {L1("root"), p.rootDer},
            {L1("from"), p.from}, {L1("until"), p.until}, {L1("signatory"), p.signatory.text()}};
    });
    QCborMap grace;
    for (auto it = crlGrace.begin(); it != crlGrace.end(); ++it)
        grace.insert(it.key(), it.value());
    return {{L1("positions"), places}, {L1("issuers"), mapToCbor(mayIssue, idsToCbor<PositionId>)},
        {L1("mandatory"), mapToCbor(mandatorySeats, seatsToCbor)},
        {L1("rights"), mapToCbor(mayHold, idsToCbor<RoleId>)}, {L1("authorMayFill"), idsToCbor(authorMayFill)},
        {L1("ranges"), mapToCbor(ranges, rangeToCbor)}, {L1("crlGrace"), grace}};
}

Result<Charter> Charter::fromBody(const QCborValue &body, qint64 version)
{
    cbor::MapReader reader(body);
    Charter c;
    c.version = version;
    c.positions
        = readMap<PositionId, Position>(reader, L1("positions"), [](const QCborValue &v) -> std::optional<Position> {
              cbor::MapReader r(v);
              Position p;
              p.party = r.text(L1("party"), 64);
              p.partyName = r.text(L1("name"), 128);
              p.rootDer = r.bytes(L1("root"));
              p.from = r.integer(L1("from"));
              p.until = r.integer(L1("until"));
              p.signatory = r.id<RoleId>(L1("signatory"));
              return r.finish().ok() && Certificate::fromDer(p.rootDer).ok() ? std::optional(p) : std::nullopt;
          });
    c.mayIssue = readMap<RoleId, QSet<PositionId>>(reader, L1("issuers"), readIds<PositionId>);
    c.mandatorySeats = readMap<CapabilityId, QList<Seat>>(reader, L1("mandatory"), readSeats);
    c.mayHold = readMap<CapabilityId, QSet<RoleId>>(reader, L1("rights"), readIds<RoleId>);
    const auto authors = readIds<PositionId>(reader.array(L1("authorMayFill")));
    if (!authors)
        reader.fail(QStringLiteral("authorMayFill"));
    else
        c.authorMayFill = *authors;
    c.ranges = readMap<ParameterId, Range>(reader, L1("ranges"), readRange);
    constexpr qint64 maxGrace = 14 * 24 * 3600;
    c.crlGrace
        = readLayers<qint64>(reader, L1("crlGrace"), [](const QCborValue &v) { return readInteger(v, 0, maxGrace); });
    if (c.crlGrace.value(3) != 0 || c.crlGrace.value(4) != 0)
        reader.fail(QStringLiteral("crlGrace"));
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    return c;
}

QCborMap Policy::rulesToCbor() const
{
    QCborArray roleList;
    for (const Role &r : roles)
        roleList.append(QCborMap{{L1("id"), r.id.text()}, {L1("position"), r.position.text()}, {L1("title"), r.title}});
    QCborArray grantList;
    for (const Grant &g : grants) {
        grantList.append(QCborMap{{L1("role"), g.role.text()}, {L1("capability"), g.capability.text()},
            {L1("contract"), g.contract}, {L1("clause"), g.clause}, {L1("from"), g.from}, {L1("until"), g.until}});
    }
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
    return {{L1("charter"), charterSha256}, {L1("roles"), roleList}, {L1("grants"), grantList},
        {L1("seats"), mapToCbor(seats, seatRule)}, {L1("issuers"), mapToCbor(issuers, idsToCbor<PositionId>)},
        {L1("softLimits"), mapToCbor(softLimits, rangeToCbor)},
        {L1("steps"), mapToCbor(steps, [](Milli step) { return QCborValue(step.value); })}, {L1("crossRules"), cross}};
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
    if (!reader.finish().ok() || (rule.all.isEmpty() && rule.groups.isEmpty()))
        return std::nullopt;
    return rule;
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
    p.grants = readList<Grant>(reader, L1("grants"), [](const QCborValue &v) -> std::optional<Grant> {
        cbor::MapReader r(v);
        Grant grant;
        grant.role = r.id<RoleId>(L1("role"));
        grant.capability = r.id<CapabilityId>(L1("capability"));
        grant.contract = r.text(L1("contract"), 64);
        grant.clause = int(r.integer(L1("clause"), 0, 9999));
        grant.from = r.integer(L1("from"));
        grant.until = r.integer(L1("until"));
        return r.finish().ok() ? std::optional(grant) : std::nullopt;
    });
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
