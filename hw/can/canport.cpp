// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/can/canport.h"

namespace packwarden {

bool CanPort::acceptable(const QCanBusFrame &frame)
{
    constexpr quint32 largestStandardId = 0x7FF;
    constexpr quint32 largestExtendedId = 0x1FFFFFFF;
    if (frame.frameType() != QCanBusFrame::DataFrame || !frame.isValid() || frame.hasLocalEcho())
        return false;
    if (frame.frameId() > (frame.hasExtendedFrameFormat() ? largestExtendedId : largestStandardId))
        return false;
    return frame.payload().size() <= (frame.hasFlexibleDataRateFormat() ? 64 : 8);
}

void CanPort::deliver(QList<QCanBusFrame> frames)
{
    QList<QCanBusFrame> rejected;
    frames.removeIf([&](const QCanBusFrame &frame) {
        if (acceptable(frame))
            return false;
        if (!frame.hasLocalEcho())
            rejected.append(frame);
        return true;
    });
    if (!rejected.isEmpty())
        Q_EMIT framesRejected(rejected);
    if (!frames.isEmpty())
        Q_EMIT framesReceived(frames);
}

void CanPort::setState(State state, const QString &detail)
{
    if (m_state == state && m_detail == detail)
        return;
    m_state = state;
    m_detail = detail;
    Q_EMIT stateChanged(state);
}

} // namespace packwarden
