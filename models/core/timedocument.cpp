// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timedocument.h"

#include "payload.h"

namespace packwarden {

namespace {
using L1 = QLatin1String;
} // namespace

QByteArray TimeDocument::encode() const
{
    return cbor::encode(QCborMap{{L1("type"), QStringLiteral("time")}, {L1("v"), 1}, {L1("serial"), serial.text()},
        {L1("nonce"), nonce}, {L1("time"), time}});
}

Result<TimeDocument> TimeDocument::decode(const QByteArray &bytes)
{
    auto reader = payload::open(bytes, L1("time"));
    if (!reader.ok())
        return reader.error();
    const TimeDocument document{
        reader->id<PackSerial>(L1("serial")), reader->bytes(L1("nonce"), 32), reader->integer(L1("time"))};
    return payload::finished(reader.value(), document);
}

} // namespace packwarden
