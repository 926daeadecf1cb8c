// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/cose/checkpoint.h"

#include "models/core/cbor/cbor.h"

#include <QCborArray>

namespace packwarden {

QByteArray Checkpoint::encode() const
{
    return cbor::encode(QCborArray{head.logId, head.count, head.hash});
}

Result<Checkpoint> Checkpoint::decode(const QByteArray &payload)
{
    const auto decoded = cbor::decode(payload);
    if (!decoded.ok())
        return decoded.error();
    const QCborArray parts = decoded->toArray();
    const Checkpoint checkpoint{{parts.at(0).toByteArray(), parts.at(1).toInteger(), parts.at(2).toByteArray()}};
    if (!decoded->isArray() || parts.size() != 3 || checkpoint.head.logId.size() != 16 || checkpoint.head.count < 1
        || checkpoint.head.hash.size() != 32)
        return {Code::Malformed, QStringLiteral("checkpoint")};
    return checkpoint;
}

Result<Checkpoint::Signed> Checkpoint::open(const QByteArray &bytes)
{
    const auto carrier = CoseSign1::decode(bytes);
    if (!carrier.ok())
        return carrier.error();
    if (carrier->contentType != contenttype::checkpoint)
        return {Code::UnknownType, QString::fromLatin1(carrier->contentType.left(100))};
    const auto checkpoint = decode(carrier->payload);
    if (!checkpoint.ok())
        return checkpoint.error();
    if (!carrier->verifies())
        return {Code::SignatureInvalid, QStringLiteral("checkpoint %1").arg(checkpoint->head.count)};
    return Signed{*carrier, checkpoint->head};
}

} // namespace packwarden
