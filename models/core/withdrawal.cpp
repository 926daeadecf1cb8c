// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "withdrawal.h"

#include "cbor.h"
#include "request.h"

namespace packwarden {

namespace {

using L1 = QLatin1String;

Result<cbor::MapReader> open(const QByteArray &payload, L1 type)
{
    auto decoded = cbor::decode(payload);
    if (!decoded.ok())
        return decoded.error();
    cbor::MapReader reader(*decoded);
    if (reader.text(L1("type")) != type || reader.integer(L1("v")) != 1)
        return {Code::UnknownType, type};
    return reader;
}

} // namespace

QByteArray Withdrawal::encode() const
{
    return cbor::encode(QCborMap{{L1("type"), QStringLiteral("withdrawal")}, {L1("v"), 1}, {L1("document"), document},
        {L1("expires"), expires}});
}

Result<Withdrawal> Withdrawal::decode(const QByteArray &payload)
{
    auto reader = open(payload, L1("withdrawal"));
    if (!reader.ok())
        return reader.error();
    const Withdrawal withdrawal{reader->bytes(L1("document"), 32), reader->integer(L1("expires"))};
    if (auto rest = reader->finish(); !rest.ok())
        return rest.error();
    return withdrawal;
}

QByteArray Rejection::encode() const
{
    return cbor::encode(QCborMap{
        {L1("type"), QStringLiteral("rejection")}, {L1("v"), 1}, {L1("document"), document}, {L1("reason"), reason}});
}

Result<Rejection> Rejection::decode(const QByteArray &payload)
{
    auto reader = open(payload, L1("rejection"));
    if (!reader.ok())
        return reader.error();
    const Rejection rejection{reader->bytes(L1("document"), 32), reader->text(L1("reason"))};
    if (auto rest = reader->finish(); !rest.ok())
        return rest.error();
    return rejection;
}

} // namespace packwarden
