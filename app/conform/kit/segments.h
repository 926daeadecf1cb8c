// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

namespace packwarden::conform {

/// The frames of a message as a tester in classic CAN sends it: a first frame and its consecutive ones, of 8 bytes
/// each, padded with CC. For messages of 8 to 4095 bytes.
inline QList<QByteArray> segments(const QByteArray &message)
{
    constexpr qsizetype inFirst = 6;
    constexpr qsizetype inConsecutive = 7;
    QList<QByteArray> frames{
        QByteArray(1, char(0x10 | message.size() >> 8)) + char(message.size() & 0xFF) + message.left(inFirst)};
    for (qsizetype at = inFirst, number = 1; at < message.size(); at += inConsecutive, ++number) {
        QByteArray frame = QByteArray(1, char(0x20 | (number & 0x0F))) + message.mid(at, inConsecutive);
        frames.append(frame + QByteArray(inConsecutive + 1 - frame.size(), char(0xCC)));
    }
    return frames;
}

/// A harmless request of four frames: it reads ten identifiers.
inline QByteArray longRequest()
{
    return QByteArray::fromHex("22 F18C F191 F195 F187 F18B 0100 0101 0103 0104 0107");
}

} // namespace packwarden::conform
