// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/rules/rulesread.h"

/// Silicon limits, foundation and charter as CBOR. Every map is read by MapReader, so an unknown or missing key refuses
/// the whole.

namespace packwarden {

using namespace rulesread;

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

QByteArray SiliconLimits::sha256() const
{
    return parameters.isEmpty() ? QByteArray() : packwarden::sha256(cbor::encode(toCbor()));
}

QByteArray Foundation::sha256() const
{
    return layers.isEmpty() ? QByteArray() : packwarden::sha256(cbor::encode(toCbor()));
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
    QCborArray pairs;
    for (auto it = successors.begin(); it != successors.end(); ++it)
        pairs.append(QCborArray{seatToCbor(it.key()), seatToCbor(*it)});
    return {{L1("positions"), places}, {L1("issuers"), mapToCbor(mayIssue, idsToCbor<PositionId>)},
        {L1("mandatory"), mapToCbor(mandatorySeats, seatsToCbor)},
        {L1("rights"), mapToCbor(mayHold, idsToCbor<RoleId>)}, {L1("authorMayFill"), idsToCbor(authorMayFill)},
        {L1("ranges"), mapToCbor(ranges, rangeToCbor)}, {L1("crlGrace"), grace},
        {L1("timekeepers"), idsToCbor(timekeepers)}, {L1("successors"), pairs}};
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
    if (const auto roles = readIds<RoleId>(reader.array(L1("timekeepers"))))
        c.timekeepers = *roles;
    else
        reader.fail(QStringLiteral("timekeepers"));
    for (const QCborValue &item : reader.array(L1("successors"))) {
        const auto seat = readSeat(item.toArray().at(0));
        const auto successor = readSeat(item.toArray().at(1));
        if (item.toArray().size() != 2 || !seat || !successor || c.successors.contains(*seat)) {
            reader.fail(QStringLiteral("successors"));
            break;
        }
        c.successors.insert(*seat, *successor);
    }
    if (c.crlGrace.value(3) != 0 || c.crlGrace.value(4) != 0)
        reader.fail(QStringLiteral("crlGrace"));
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    return c;
}

} // namespace packwarden
