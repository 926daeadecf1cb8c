// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace packwarden {

/// Bits a second on a CAN bus.
struct BitRates
{
    int nominal = 0; ///< of arbitration, and of classic frames
    int data = 0; ///< of the data of CAN FD; 0: the interface has none
    bool operator==(const BitRates &) const = default;
};

/// What the kernel is set to for an interface of SocketCAN ("can0"). Nothing for one that has no rate (vcan), has none
/// yet, or is not there. Takes one question and its answer over rtnetlink; any thread.
std::optional<BitRates> bitRatesOf(const QString &interface);

/// The same out of the kernel's answer to RTM_GETLINK (linux/rtnetlink.h, linux/can/netlink.h).
std::optional<BitRates> bitRatesIn(const QByteArray &answer);

} // namespace packwarden
