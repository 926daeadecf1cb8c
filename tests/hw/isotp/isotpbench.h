// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/isotp/isotp.h"

#include <QStringList>

namespace packwarden::test {

inline constexpr quint32 mine = 0x18DA10F1;
inline constexpr quint32 theirs = 0x18DAF110;
inline constexpr quint32 others = 0x18DAF111;
inline constexpr quint32 functional = 0x18DB33F1;

/// 00 01 02 ...
QByteArray pattern(int length);
QCanBusFrame frameOf(const QByteArray &hex, quint32 id = theirs);
/// The console's end, without pacing.
isotp::Config plainConfig();

/// A channel with its time. Each step is a line; what happens is logged as "@milliseconds what".
///
/// Steps: "rx HEX" and, of another kind, "rx-functional", "rx-foreign", "rx-echo", "rx-remote", "rx-error",
/// "rx-standard", "rx-fd" (with bit rate switch), "rx-fd-slow" (without), "rx-fd-esi"; "send LENGTH" of the pattern,
/// "wait MILLISECONDS", "busy", "free", "cancel", "lost"; before all else "set NAME VALUE ..." of bs, st, fd (TX_DL),
/// asked (TX_DL, format as asked), brs, burst; "pair": a second channel listens to the foreign address.
/// Log: "tx HEX", "tx-fd HEX", "tx-fd-slow HEX", "sent RESULT", "failed RESULT", "busy", "message HEX" (or the length
/// if it is the pattern), "functional HEX", "other ..." of the second channel.
class IsoTpBench final
{
public:
    IsoTpBench();
    void run(const QStringList &steps);
    QStringList log() const { return m_log; }

private:
    void runOne(const QString &verb, const QString &argument);
    void configure(const QStringList &words);
    void advanceBy(qint64 microseconds);
    void record(const isotp::Output &output, const QString &who = {});
    void note(const QString &what);

    isotp::Config m_config = plainConfig();
    isotp::Channel m_channel;
    std::optional<isotp::Channel> m_other;
    qint64 m_now = 0;
    QStringList m_log;
};

} // namespace packwarden::test
