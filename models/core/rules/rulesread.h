// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cbor/cbor.h"
#include "models/core/rules/rules.h"

#include <QCborArray>

#include <algorithm>

/// Private to core: the pieces that the sets of rules are made of, as CBOR. Readers give nothing for a bad value, or
/// mark the map that they read from.
namespace packwarden::rulesread {

using L1 = QLatin1String;

constexpr int maxEntries = 4096;
constexpr int maxSeats = 16;

inline QCborArray rangeToCbor(const Range &range)
{
    return range.toCbor();
}

inline std::optional<Range> readRange(const QCborValue &value)
{
    return Range::fromCbor(value);
}

inline QCborArray seatToCbor(const Seat &seat)
{
    return {seat.position.text(), seat.role.text()};
}

inline std::optional<Seat> readSeat(const QCborValue &value)
{
    const QCborArray pair = value.toArray();
    const auto position = PositionId::parse(pair.at(0).toString());
    const auto role = RoleId::parse(pair.at(1).toString());
    if (pair.size() != 2 || !position.ok() || !role.ok())
        return std::nullopt;
    return Seat{*position, *role};
}

inline QCborArray seatsToCbor(const QList<Seat> &seats)
{
    QCborArray array;
    for (const Seat &seat : seats)
        array.append(seatToCbor(seat));
    return array;
}

inline std::optional<QList<Seat>> readSeats(const QCborValue &value)
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

inline bool hasTwins(QList<Seat> seats)
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
            reader.fail(QStringLiteral("%1.%2").arg(key, it.key().toString()));
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
            reader.fail(QStringLiteral("%1[%2]").arg(key).arg(result.size()));
            break;
        }
        result.append(*value);
    }
    return result;
}

inline std::optional<qint64> readInteger(const QCborValue &value, qint64 min, qint64 max)
{
    const qint64 n = value.toInteger(min - 1);
    return value.isInteger() && n >= min && n <= max ? std::optional(n) : std::nullopt;
}

} // namespace packwarden::rulesread
