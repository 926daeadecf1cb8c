// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/cose/authentication.h"

#include "models/core/cbor/cbor.h"

namespace packwarden::authentication {

namespace {

QByteArray proof(const Exchange &exchange, QLatin1String side)
{
    return cbor::encode(QCborArray{QStringLiteral("packwarden/auth/1"), side, exchange.challengeClient,
        exchange.challengeServer, exchange.clientLeaf, exchange.serverLeaf, exchange.serial.text(), exchange.session});
}

} // namespace

QByteArray clientProof(const Exchange &exchange)
{
    return proof(exchange, QLatin1String("client"));
}

QByteArray serverProof(const Exchange &exchange)
{
    return proof(exchange, QLatin1String("server"));
}

QByteArray action(
    const PackSerial &serial, const QByteArray &challengeServer, quint16 sequence, const QByteArray &request)
{
    return cbor::encode(QCborArray{
        QStringLiteral("packwarden/act/1"), serial.text(), challengeServer, qint64(sequence), sha256(request)});
}

} // namespace packwarden::authentication
