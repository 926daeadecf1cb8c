// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cbor/cbor.h"

#include <QMap>

#include <algorithm>
#include <optional>

/// What the readers of all payloads share. Every reader is strict: unknown keys, other types and other
/// sizes are refused.
namespace packwarden::payload {

constexpr int maxEntries = 1024;
constexpr int maxName = 64; ///< characters of a short name: a slot, a component, a state

inline Result<cbor::MapReader> open(const QByteArray &bytes)
{
    auto decoded = cbor::decode(bytes);
    if (!decoded.ok())
        return decoded.error();
    if (!decoded->isMap())
        return {Code::Malformed, QStringLiteral("not a map")};
    return cbor::MapReader(*decoded);
}

/// The same where the map says what it is. UnknownType.
inline Result<cbor::MapReader> open(const QByteArray &bytes, QLatin1String type)
{
    auto reader = open(bytes);
    if (reader.ok() && (reader->text(QLatin1String("type")) != type || reader->integer(QLatin1String("v")) != 1))
        return {Code::UnknownType, type};
    return reader;
}

/// The same for what exists in several versions, from 1 to newest; version: which of them it is.
inline Result<cbor::MapReader> open(const QByteArray &bytes, QLatin1String type, int newest, int &version)
{
    auto reader = open(bytes);
    if (!reader.ok())
        return reader;
    const bool named = reader->text(QLatin1String("type")) == type;
    const qint64 v = reader->integer(QLatin1String("v"));
    if (!named || v < 1 || v > newest)
        return {Code::UnknownType, type};
    version = int(v);
    return reader;
}

template <typename T> Result<T> finished(cbor::MapReader &reader, T value)
{
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    return value;
}

/// A SHA-256, or nothing where there is none.
inline QByteArray hashOrNothing(cbor::MapReader &reader, QLatin1String key)
{
    const QByteArray hash = reader.bytes(key);
    if (!hash.isEmpty() && hash.size() != 32)
        reader.fail(key);
    return hash;
}

/// Is this a short name of printable ASCII, so that no two look alike?
inline bool isName(const QString &text)
{
    return !text.isEmpty() && text.size() <= maxName
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c <= u'~'; });
}

/// A map from short names; convert(value) gives nullopt for a bad value.
template <typename T, typename Convert>
QMap<QString, T> readNamed(cbor::MapReader &reader, QLatin1String key, Convert convert)
{
    QMap<QString, T> result;
    const QCborMap map = reader.map(key);
    if (map.size() > maxEntries)
        reader.fail(key);
    for (auto it = map.begin(); it != map.end(); ++it) {
        const std::optional<T> value = convert(QCborValue(it.value()));
        if (!it.key().isString() || !isName(it.key().toString()) || !value) {
            reader.fail(key);
            break;
        }
        result.insert(it.key().toString(), *value);
    }
    return result;
}

/// A list of maps; read(reader) takes the fields of one.
template <typename T, typename Read> Result<QList<T>> readMaps(const QCborValue &value, Read read)
{
    if (!value.isArray() || value.toArray().size() > maxEntries)
        return {Code::Malformed, QStringLiteral("list")};
    QList<T> list;
    for (const QCborValue &item : value.toArray()) {
        cbor::MapReader reader(item);
        const T entry = read(reader);
        if (auto rest = reader.finish(); !rest.ok())
            return rest.error();
        list.append(entry);
    }
    return list;
}

inline std::optional<qint64> readCount(const QCborValue &value)
{
    return value.isInteger() && value.toInteger() >= 0 ? std::optional(value.toInteger()) : std::nullopt;
}

inline QCborMap countsToCbor(const QMap<QString, qint64> &counts)
{
    QCborMap map;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        map.insert(it.key(), it.value());
    return map;
}

} // namespace packwarden::payload
