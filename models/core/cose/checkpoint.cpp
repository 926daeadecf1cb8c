// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/cose/checkpoint.h"

#include "models/core/base/merkle.h"
#include "models/core/cbor/cbor.h"

#include <QCborArray>

namespace packwarden {

bool Checkpoint::isType(const QByteArray &contentType)
{
    return contentType == contenttype::checkpoint || contentType == treeType;
}

QByteArray Checkpoint::encode() const
{
    QCborArray parts{head.logId, head.count, head.hash};
    if (!root.isEmpty())
        parts.append(root);
    return cbor::encode(parts);
}

Result<Checkpoint> Checkpoint::decode(const QByteArray &payload, const QByteArray &contentType)
{
    const auto decoded = cbor::decode(payload);
    if (!decoded.ok())
        return decoded.error();
    const QCborArray parts = decoded->toArray();
    const Checkpoint checkpoint{
        {parts.at(0).toByteArray(), parts.at(1).toInteger(), parts.at(2).toByteArray()}, parts.at(3).toByteArray()};
    const bool hasRoot = contentType == treeType;
    if (!decoded->isArray() || parts.size() != (hasRoot ? 4 : 3) || checkpoint.head.logId.size() != 16
        || checkpoint.head.count < 1 || checkpoint.head.hash.size() != merkle::hashSize
        || checkpoint.root.size() != (hasRoot ? merkle::hashSize : 0))
        return {Code::Malformed, QStringLiteral("checkpoint")};
    return checkpoint;
}

Result<Checkpoint::Signed> Checkpoint::open(const QByteArray &bytes)
{
    const auto carrier = CoseSign1::decode(bytes);
    if (!carrier.ok())
        return carrier.error();
    if (!isType(carrier->contentType))
        return {Code::UnknownType, QString::fromLatin1(carrier->contentType.left(100))};
    const auto checkpoint = decode(carrier->payload, carrier->contentType);
    if (!checkpoint.ok())
        return checkpoint.error();
    if (!carrier->verifies())
        return {Code::SignatureInvalid, QStringLiteral("checkpoint %1").arg(checkpoint->head.count)};
    return Signed{*carrier, checkpoint->head, checkpoint->root};
}

} // namespace packwarden
