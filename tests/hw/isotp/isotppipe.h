// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/isotp/isotp.h"

#include <functional>

namespace packwarden::test {

/// A console and a pack with a bus between them that does to each frame what a test says. A frame takes 300 us.
class IsoTpPipe final
{
public:
    enum class Fault { None, Lost, Twice, Late, Delayed, Changed };
    using Faults = std::function<Fault(int frame)>;

    explicit IsoTpPipe(isotp::Format format = isotp::Format::Classic, int frameLength = 64);

    /// Sends from the console and lets time run until both ends are idle.
    void transmit(const QByteArray &message, const Faults &faults = {});
    /// Of the last transmit(), of both ends.
    const isotp::Output &result() const { return m_result; }
    int frames() const { return m_frames; }
    qint64 took() const { return m_took; } ///< microseconds
    bool isIdle() const;

private:
    struct Flying
    {
        qint64 at = 0;
        bool toPack = false;
        QCanBusFrame frame;
    };
    void put(const isotp::Output &output, bool toPack, const Faults &faults);

    isotp::Channel m_console;
    isotp::Channel m_pack;
    QList<Flying> m_line;
    isotp::Output m_result;
    qint64 m_now = 0;
    qint64 m_took = 0;
    int m_frames = 0;
};

} // namespace packwarden::test
