// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/documents/withdrawal.h"

#include "models/core/cbor/cbor.h"
#include "models/core/cbor/payload.h"
#include "models/core/documents/request.h"

namespace packwarden {

namespace {

using L1 = QLatin1String;

} // namespace

QByteArray Withdrawal::encode() const
{
    return cbor::encode(QCborMap{{L1("type"), QStringLiteral("withdrawal")}, {L1("v"), 1}, {L1("document"), document},
        {L1("expires"), expires}});
}

Result<Withdrawal> Withdrawal::decode(const QByteArray &bytes)
{
    auto reader = payload::open(bytes, L1("withdrawal"));
    if (!reader.ok())
        return reader.error();
    const Withdrawal withdrawal{reader->bytes(L1("document"), 32), reader->integer(L1("expires"))};
    return payload::finished(reader.value(), withdrawal);
}

QByteArray Rejection::encode() const
{
    return cbor::encode(QCborMap{
        {L1("type"), QStringLiteral("rejection")}, {L1("v"), 1}, {L1("document"), document}, {L1("reason"), reason}});
}

Result<Rejection> Rejection::decode(const QByteArray &bytes)
{
    auto reader = payload::open(bytes, L1("rejection"));
    if (!reader.ok())
        return reader.error();
    const Rejection rejection{reader->bytes(L1("document"), 32), reader->text(L1("reason"))};
    return payload::finished(reader.value(), rejection);
}

} // namespace packwarden
