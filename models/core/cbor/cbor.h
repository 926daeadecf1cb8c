// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QSet>

namespace packwarden::cbor {

constexpr int maxDepth = 16;
/// What a document of 128 KiB may need, and what a stranger's may cost: each element takes memory, and each pair of a
/// map is looked for among all of it.
constexpr int maxElements = 32 * 1024; ///< in the whole item: values, keys, arrays, maps and tags
constexpr int maxPairs = 1024; ///< of one map

/// Proves the deterministic form of RFC 8949, 4.2.1 on the bytes, before QCborValue sees them: one item, nothing after
/// it, shortest heads, definite lengths, keys strictly ascending bytewise, valid UTF-8, int64 only, tags 18 and 98
/// only, no floats, no simple values but false, true and null, nesting at most maxDepth. Needs no memory of its own.
/// NotCanonical for a form that has a canonical twin, TooLarge past maxElements or maxPairs, Malformed for anything
/// else.
Result<> checkCanonical(const QByteArray &bytes);

/// checkCanonical, then the value.
Result<QCborValue> decode(const QByteArray &bytes);

/// Deterministic bytes of a value; sorts the keys of every map.
QByteArray encode(const QCborValue &value);

/// Reads a map whose keys must all be known: each take...() checks presence and type, finish() refuses leftovers.
/// The first error sticks; values taken after it are empty.
class MapReader final
{
public:
    explicit MapReader(const QCborValue &value);

    QByteArray bytes(QLatin1String key, int exactSize = -1);
    QString text(QLatin1String key, int maxLength = 4096);
    qint64 integer(QLatin1String key, qint64 min = 0, qint64 max = INT64_MAX);
    bool boolean(QLatin1String key);
    QCborMap map(QLatin1String key);
    QCborArray array(QLatin1String key);
    /// Any type; an undefined value when absent or null.
    QCborValue optional(QLatin1String key);
    /// Marks an error found by the caller in a value of this map.
    void fail(const QString &detail);
    template <typename Id> Id id(QLatin1String key)
    {
        auto parsed = Id::parse(text(key));
        if (!parsed.ok()) {
            fail(key);
            return {};
        }
        return *parsed;
    }

    /// Malformed with the name of the offending key, or success.
    Result<> finish();

private:
    QCborValue take(QLatin1String key, QCborValue::Type type);

    QCborMap m_map;
    QString m_error;
};

} // namespace packwarden::cbor
