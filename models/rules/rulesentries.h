// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/documents/provisioning.h"
#include "models/support/jsonreader.h"

#include <QSet>

/// The entries that rules in JSON are made of. Each reader gives the entry, or Malformed with what belongs behind the
/// path of its value: ": the cause", or "[1].until: the cause".
namespace packwarden::rulesjson {

inline Error refused(const QString &why)
{
    return {Code::Malformed, JsonReader::cause(why)};
}

template <typename T> Result<T> mismatch(const QJsonValue &value, QJsonValue::Type wanted)
{
    return {Code::Malformed, JsonReader::mismatch(value, wanted)};
}

/// What a reader found, or its first error.
template <typename T> Result<T> finished(JsonReader &reader, T value)
{
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    return value;
}

Result<Milli> readQuantity(const QJsonValue &value);
Result<Milli> readStep(const QJsonValue &value);
Result<Range> readRange(const QJsonValue &value);
/// "owner/asset-manager".
Result<Seat> seatOf(const QString &text);
Result<Seat> readSeat(const QJsonValue &value);
Result<QList<Seat>> readSeats(const QJsonValue &value);
Result<SeatRule> readSeatRule(const QJsonValue &value);
Result<Role> readRole(const QJsonValue &value);
Result<Grant> readGrant(const QJsonValue &value);
Result<CrossRule> readCrossRule(const QJsonValue &value);
Result<Contract> readContract(const QJsonValue &value);
Result<Position> readPosition(const QJsonValue &value);
Result<ParameterDefinition> readParameter(const QJsonValue &value);
/// A whole number of JSON, from min to max.
Result<qint64> readNumber(const QJsonValue &value, qint64 min, qint64 max);
/// Seconds as an ISO 8601 text in UTC, and an empty one for none.
QString timeText(qint64 seconds);

/// Without twins: who reads two entries takes the first for all there is.
template <typename T> Result<QList<T>> readList(const QJsonValue &value, Result<T> (*convert)(const QJsonValue &))
{
    if (!value.isArray())
        return mismatch<QList<T>>(value, QJsonValue::Array);
    QList<T> list;
    const QJsonArray items = value.toArray();
    for (qsizetype i = 0; i < items.size(); ++i) {
        const auto one = convert(items.at(i));
        if (!one.ok())
            return Error{Code::Malformed, QStringLiteral("[%1]%2").arg(i).arg(one.error().detail)};
        if (const qsizetype twin = list.indexOf(*one); twin >= 0)
            return Error{Code::Malformed, QStringLiteral("[%1]: the same as [%2]").arg(i).arg(twin)};
        list.append(*one);
    }
    return list;
}

template <typename Id> Result<Id> readId(const QJsonValue &value)
{
    if (!value.isString())
        return mismatch<Id>(value, QJsonValue::String);
    const auto id = Id::parse(value.toString());
    return id.ok() ? id : refused(QStringLiteral("\"%1\" is no valid name").arg(value.toString()));
}

template <typename Id> Result<QSet<Id>> readIds(const QJsonValue &value)
{
    const auto list = readList<Id>(value, readId<Id>);
    return list.ok() ? Result<QSet<Id>>(QSet<Id>(list->begin(), list->end())) : list.error();
}

} // namespace packwarden::rulesjson
