// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/conform/kit/transfer.h"

#include "models/core/base/ids.h"
#include "models/core/cbor/cbor.h"

#include <QtEndian>

namespace packwarden::conform {

namespace {

constexpr qsizetype blockData = 4093;

} // namespace

QByteArray longWord(quint32 value)
{
    QByteArray word(4, '\0');
    qToBigEndian(value, word.data());
    return word;
}

QByteArray announce(Bsp &bsp, quint32 length)
{
    const QByteArray heard = bsp.ask(bytes("34004400000000") + longWord(length));
    return heard.startsWith(bytes("7420")) ? QByteArray() : heard;
}

bool upload(Bsp &bsp, const QByteArray &document)
{
    if (!bsp.ask(bytes("1002")).startsWith(bytes("5002")) || !announce(bsp, quint32(document.size())).isEmpty())
        return false;
    quint8 counter = 0;
    for (qsizetype at = 0; at < document.size(); at += blockData) {
        const QByteArray head = QByteArray(1, char(++counter));
        if (bsp.ask(bytes("36") + head + document.mid(at, blockData)) != bytes("76") + head)
            return false;
    }
    return bsp.ask(bytes("37")) == bytes("77");
}

QByteArray applyRequest(int kind, const QByteArray &document)
{
    return bytes("31010201") + char(kind) + sha256(document);
}

QByteArray deliver(Bsp &bsp, int kind, const QByteArray &document)
{
    return upload(bsp, document) ? bsp.ask(applyRequest(kind, document)) : QByteArray();
}

QString refusalReason(Bsp &bsp)
{
    const QByteArray heard = bsp.ask(bytes("31030201"));
    const auto record = cbor::decode(heard.mid(4));
    return record.ok() ? record->toMap().value(QLatin1String("reason")).toString() : QString();
}

std::optional<QByteArray> readDocument(Bsp &bsp, int kind, int index)
{
    if (!bsp.ask(bytes("1002")).startsWith(bytes("5002")))
        return std::nullopt;
    const quint32 address = quint32(kind) << 24 | quint32(index);
    if (!bsp.ask(bytes("350044") + longWord(address) + longWord(0xFFFFFFFF)).startsWith(bytes("7520")))
        return std::nullopt;
    QByteArray document;
    for (quint8 counter = 1;; ++counter) {
        const QByteArray head = bytes("76") + char(counter);
        const QByteArray heard = bsp.ask(bytes("36") + char(counter));
        if (!heard.startsWith(head))
            return std::nullopt;
        if (heard.size() == head.size())
            break;
        document += heard.mid(head.size());
    }
    return bsp.ask(bytes("37")) == bytes("77") ? std::optional(document) : std::nullopt;
}

} // namespace packwarden::conform
