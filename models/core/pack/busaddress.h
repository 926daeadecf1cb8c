// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace packwarden {

/// The name of a bus, as people type it: "plugin:device", then "?" and options with "&" between them: "fd",
/// "bitrate=250000", "databitrate=2000000" (bits a second; "250k" and "2M" are the same), "listen". Everything after
/// "replay:" names a file and has no options.
struct BusAddress
{
    enum class Problem {
        None,
        Empty,
        NoPlugin, ///< "can0"; suggestion: what was probably meant
        NoDevice, ///< "socketcan:"
        Option, ///< culprit: an option that there is not, or that stands there twice
        Rate, ///< culprit: a rate that CAN does not have, or that this kind of interface cannot be set to
    };
    /// ISO 11898-2: what transceivers of CAN and CAN FD do.
    static constexpr int slowest = 10'000;
    static constexpr int fastest = 1'000'000;
    static constexpr int fastestData = 8'000'000;

    /// Detail of the error BusUnavailable where a pack was not asked because the bus is only listened to.
    static QString listeningDetail() { return QStringLiteral("listening"); }

    QString plugin;
    QString device;
    bool fd = false; ///< packs are asked in CAN FD frames
    bool listen = false; ///< nothing is sent
    int bitRate = 0; ///< bits a second; 0: as the interface is set
    int dataBitRate = 0; ///< of the data of CAN FD frames, likewise

    Problem problem = Problem::None;
    QString culprit;
    QString suggestion;
    bool operator==(const BusAddress &) const = default;

    static BusAddress parse(const QString &text);
    bool ok() const { return problem == Problem::None; }
    /// As it is typed, options in one order; parses to the same.
    QString text() const;
    /// "plugin:device"
    QString bus() const { return plugin + u':' + device; }
    bool isSimulated() const;
    bool isRecording() const;
    /// Is the bit rate of this kind of interface set by the program that opens it? SocketCAN's is the system's to set,
    /// a simulated bus has none.
    bool setsBitRate() const;
    /// In plain English, for logs and the command line; empty if there is no problem.
    QString problemText() const;
};

} // namespace packwarden
