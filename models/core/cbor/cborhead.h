// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <algorithm>

namespace packwarden::cbor {

constexpr qsizetype longestHead = 9; ///< bytes

/// Writes major type and argument in the shortest form (RFC 8949, 3 and 4.2.1), at most longestHead bytes; returns
/// where it ends.
constexpr char *putHead(char *out, int major, quint64 argument)
{
    const int first = major << 5;
    if (argument < 24) {
        *out++ = char(first | int(argument));
        return out;
    }
    const int power = argument <= 0xff ? 0 : argument <= 0xffff ? 1 : argument <= 0xffffffff ? 2 : 3;
    *out++ = char(first | (24 + power));
    for (int shift = ((1 << power) - 1) * 8; shift >= 0; shift -= 8)
        *out++ = char(argument >> shift & 0xff);
    return out;
}

/// A byte string (major type 2) or text string (3): head and bytes; longestHead more than the bytes at most.
constexpr char *putString(char *out, int major, QByteArrayView bytes)
{
    return std::copy(bytes.begin(), bytes.end(), putHead(out, major, quint64(bytes.size())));
}

} // namespace packwarden::cbor
