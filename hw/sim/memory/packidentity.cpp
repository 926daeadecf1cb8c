// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/memory/packidentity.h"

#include "models/core/cbor/cbor.h"

namespace packwarden::sim {

namespace {

using L1 = QLatin1String;

PackConfiguration readConfiguration(cbor::MapReader &reader)
{
    const auto configuration = PackConfiguration::decode(reader.bytes(L1("configuration")));
    if (!configuration.ok())
        reader.fail(QStringLiteral("configuration"));
    return configuration.ok() ? *configuration : PackConfiguration();
}

} // namespace

QByteArray PackBoard::encode() const
{
    QCborMap fitted;
    for (auto it = parts.begin(); it != parts.end(); ++it)
        fitted.insert(it.key(), it.value());
    return cbor::encode(
        QCborMap{{L1("hardware"), hardware}, {L1("configuration"), configuration.encode()}, {L1("parts"), fitted}});
}

Result<PackBoard> PackBoard::decode(const QByteArray &bytes)
{
    auto decoded = cbor::decode(bytes);
    if (!decoded.ok())
        return decoded.error();
    cbor::MapReader reader(*decoded);
    PackBoard board;
    board.hardware = reader.text(L1("hardware"), 64);
    board.configuration = readConfiguration(reader);
    const QCborMap fitted = reader.map(L1("parts"));
    for (auto it = fitted.begin(); it != fitted.end(); ++it)
        board.parts.insert(it.key().toString(), it.value().toString());
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    return board;
}

QByteArray PackIdentity::encode() const
{
    return cbor::encode(
        QCborMap{{L1("serial"), serial.text()}, {L1("hardware"), hardware}, {L1("partNumber"), partNumber},
            {L1("manufactured"), manufactured}, {L1("configuration"), configuration.encode()}});
}

Result<PackIdentity> PackIdentity::decode(const QByteArray &bytes)
{
    auto decoded = cbor::decode(bytes);
    if (!decoded.ok())
        return decoded.error();
    cbor::MapReader reader(*decoded);
    PackIdentity identity;
    identity.serial = reader.id<PackSerial>(L1("serial"));
    identity.hardware = reader.text(L1("hardware"), 64);
    identity.partNumber = reader.text(L1("partNumber"), 64);
    identity.manufactured = reader.text(L1("manufactured"), 10);
    identity.configuration = readConfiguration(reader);
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    return identity;
}

} // namespace packwarden::sim
