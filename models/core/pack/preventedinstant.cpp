// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pack/preventedinstant.h"

#include "models/core/cbor/payload.h"

namespace packwarden {

using L1 = QLatin1String;

QByteArray PreventedInstant::encodeList(const QList<PreventedInstant> &instants)
{
    QCborArray array;
    for (const PreventedInstant &one : instants) {
        array.append(QCborMap{{L1("guard"), one.guard}, {L1("at"), one.at}, {L1("wanted"), one.wanted},
            {L1("given"), one.given}, {L1("voltage"), one.voltage}, {L1("soc"), one.soc}, {L1("coldest"), one.coldest},
            {L1("speed"), one.speed}});
    }
    return cbor::encode(array);
}

Result<QList<PreventedInstant>> PreventedInstant::decodeList(const QByteArray &bytes)
{
    const auto decoded = cbor::decode(bytes);
    if (!decoded.ok())
        return decoded.error();
    return payload::readMaps<PreventedInstant>(*decoded, [](cbor::MapReader &reader) {
        PreventedInstant one;
        one.guard = reader.text(L1("guard"), payload::maxName);
        if (!payload::isName(one.guard))
            reader.fail(QStringLiteral("guard"));
        one.at = reader.integer(L1("at"));
        one.wanted = reader.integer(L1("wanted"), INT64_MIN);
        one.given = reader.integer(L1("given"), INT64_MIN);
        one.voltage = reader.integer(L1("voltage"));
        one.soc = reader.integer(L1("soc"));
        one.coldest = reader.integer(L1("coldest"), INT64_MIN);
        one.speed = reader.integer(L1("speed"), INT64_MIN);
        return one;
    });
}

} // namespace packwarden
