// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

/// Bytes and lengths of ISO-TP frames (ISO 15765-2:2016, 9.6). Private to Channel.
namespace packwarden::isotp {

inline constexpr qsizetype classicLength = 8;
inline constexpr qsizetype shortSingleMaximum = 7; ///< what a single frame of 8 bytes carries
inline constexpr qsizetype shortLengthMaximum = 4095; ///< what fits the 12 bits of a plain FF_DL

enum Pci : quint8 { Single = 0x0, First = 0x1, Consecutive = 0x2, FlowControl = 0x3 };
enum FlowStatus : quint8 { ContinueToSend = 0, Wait = 1, Overflow = 2 };

inline quint8 at(const QByteArray &data, qsizetype index)
{
    return static_cast<quint8>(data.at(index));
}

/// The least data length that a frame can have for so many bytes; above 8, CAN FD knows some only.
constexpr qsizetype frameLengthFor(qsizetype bytes)
{
    for (qsizetype length : {8, 12, 16, 20, 24, 32, 48}) {
        if (bytes <= length)
            return length;
    }
    return 64;
}

/// What a single frame carries where frames have so many bytes.
constexpr qsizetype singleMaximum(qsizetype frameLength)
{
    return frameLength > classicLength ? frameLength - 2 : shortSingleMaximum;
}

} // namespace packwarden::isotp
