// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCanBusFrame>

namespace packwarden {

/// Bits of a frame on the wire, exactly: with its stuff bits, acknowledge, end and the three bits between frames.
struct WireBits
{
    int nominal = 0; ///< at the rate of arbitration
    int data = 0; ///< at the rate of the data of CAN FD, where the frame switches to it
    bool operator==(const WireBits &) const = default;
};
WireBits wireBits(const QCanBusFrame &frame);

/// Seconds that the frame holds the bus. dataRate: 0 where it is that of arbitration.
double wireSeconds(const QCanBusFrame &frame, int bitRate, int dataRate = 0);

} // namespace packwarden
