// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/isotp/isotp.h"

#include "hw/isotp/isotpframes.h"
#include "models/core/base/breakable.h"

namespace packwarden::isotp {

Channel::Channel(const Config &config)
    : m_config(config)
{
}

QCanBusFrame Channel::frame(QByteArray data, bool fd) const
{
    data.append(frameLengthFor(data.size()) - data.size(), static_cast<char>(broken("padding") ? 0 : m_config.padding));
    QCanBusFrame result(m_config.transmitId, data);
    result.setExtendedFrameFormat(true);
    if (fd) {
        result.setFlexibleDataRateFormat(true);
        result.setBitrateSwitch(m_config.bitRateSwitch);
    }
    return result;
}

QCanBusFrame Channel::flowControl(quint8 status, bool fd) const
{
    // BS and STmin mean something with ContinueToSend only; zeros elsewhere keep the bytes predictable.
    QByteArray data(1, static_cast<char>(FlowControl << 4 | status));
    data.append(static_cast<char>(status == ContinueToSend ? m_config.blockSize : 0));
    data.append(static_cast<char>(status == ContinueToSend ? m_config.separationTime : 0));
    return frame(data, fd);
}

bool Channel::accepts(const QCanBusFrame &frame) const
{
    if (frame.frameType() != QCanBusFrame::DataFrame || !frame.isValid() || !frame.hasExtendedFrameFormat()
        || frame.hasLocalEcho() || frame.payload().isEmpty())
        return false;
    if (m_config.format != Format::AsAsked && frame.hasFlexibleDataRateFormat() != (m_config.format == Format::Fd))
        return false;
    return frame.frameId() == m_config.receiveId
        || (m_config.functionalId != 0 && frame.frameId() == m_config.functionalId);
}

void Channel::receive(const QCanBusFrame &frame, qint64 now, Output &out)
{
    if (!accepts(frame))
        return;
    advance(now, out);
    const bool functional = frame.frameId() != m_config.receiveId;
    switch (at(frame.payload(), 0) >> 4) {
    case Single:
        receiveSingle(frame, out);
        break;
    case First:
        if (!functional || broken("functional-first-frame"))
            receiveFirst(frame, now, out);
        break;
    case Consecutive:
        if (!functional)
            receiveConsecutive(frame, now, out);
        break;
    case FlowControl:
        if (!functional)
            receiveFlowControl(frame, now, out);
        break;
    default:
        break; // reserved N_PCI types are ignored (9.8.3)
    }
}

void Channel::receiveSingle(const QCanBusFrame &frame, Output &out)
{
    const QByteArray data = frame.payload();
    const bool functional = frame.frameId() != m_config.receiveId;
    qsizetype length = at(data, 0) & 0x0F;
    qsizetype header = 1;
    if (data.size() <= classicLength) {
        if (length == 0 || length > shortSingleMaximum)
            return;
    } else {
        // Longer frames have the escaped form only, and it is for what a frame of 8 bytes does not carry.
        // [recall] the latter (9.6.2.2).
        if (length != 0 || at(data, 1) <= shortSingleMaximum)
            return;
        length = at(data, 1);
        header = 2;
    }
    if (data.size() < header + length && !broken("short-frames"))
        return;
    // A functional request has an N_AI of its own and so leaves the physical reception alone.
    if (m_rx.active && !functional)
        endReception(NResult::UnexpPdu, out);
    m_askedInFd = frame.hasFlexibleDataRateFormat();
    out.messages.append({data.mid(header, length), functional});
}

void Channel::receiveFirst(const QCanBusFrame &frame, qint64 now, Output &out)
{
    const QByteArray data = frame.payload();
    if (data.size() < classicLength)
        return;
    qint64 length = (at(data, 0) & 0x0F) << 8 | at(data, 1);
    qsizetype header = 2;
    if (length == 0) {
        for (int i = 2; i < 6; ++i)
            length = length << 8 | at(data, i);
        header = 6;
        // [recall] a length that the short form carries must not come in the long one (9.6.3.2).
        if (length <= shortLengthMaximum)
            return;
    } else if (length <= singleMaximum(data.size()) && !broken("short-first-frame")) {
        return;
    }
    const bool fd = frame.hasFlexibleDataRateFormat();
    if (m_rx.active && broken("unexpected"))
        return;
    if (m_rx.active)
        endReception(NResult::UnexpPdu, out);
    if (length > m_config.receiveLimit && !broken("overflow")) {
        out.frames.append(flowControl(Overflow, fd));
        out.receiveFailures.append(NResult::BufferOvflw);
        return;
    }
    m_rx = {};
    m_rx.active = true;
    m_rx.fd = fd;
    m_rx.frameLength = data.size();
    m_rx.length = length;
    m_rx.bytes = data.mid(header);
    m_askedInFd = fd;
    out.receptionStarted = true;
    grant(now, out);
}

void Channel::grant(qint64 now, Output &out)
{
    if (m_busy) {
        if (m_rx.waits >= m_config.maxWaits) {
            endReception(NResult::WftOvrn, out);
            return;
        }
        ++m_rx.waits;
        m_rx.waiting = true;
        m_rx.deadline = now + m_config.waitInterval;
        out.frames.append(flowControl(Wait, m_rx.fd));
        return;
    }
    m_rx.waits = 0;
    m_rx.waiting = false;
    m_rx.leftInBlock = m_config.blockSize;
    m_rx.deadline = now + m_config.timeout;
    out.frames.append(flowControl(ContinueToSend, m_rx.fd));
}

void Channel::receiveConsecutive(const QCanBusFrame &frame, qint64 now, Output &out)
{
    if (!m_rx.active || frame.hasFlexibleDataRateFormat() != m_rx.fd)
        return;
    const QByteArray data = frame.payload();
    const qsizetype wanted = qMin(m_rx.frameLength - 1, m_rx.length - m_rx.bytes.size());
    if (data.size() < 1 + wanted || data.size() > m_rx.frameLength)
        return; // malformed: as if it had not come; the next number or N_Cr will tell
    if ((at(data, 0) & 0x0F) != m_rx.sequence && !broken("sequence-number")) {
        endReception(NResult::WrongSn, out);
        return;
    }
    m_rx.bytes.append(data.mid(1, wanted));
    m_rx.sequence = (m_rx.sequence + 1) & 0x0F;
    m_rx.deadline = now + m_config.timeout;
    if (m_rx.bytes.size() == m_rx.length) {
        out.messages.append({m_rx.bytes, false});
        m_rx = {};
        return;
    }
    if (m_config.blockSize > 0 && --m_rx.leftInBlock <= 0)
        grant(now, out);
}

void Channel::refused(const QCanBusFrame &frame, qint64 now)
{
    const bool ofReception = !frame.payload().isEmpty() && at(frame.payload(), 0) >> 4 == FlowControl;
    // An FC OVFLW belongs to no reception; the sender's N_Bs stands in for it.
    if (ofReception ? !m_rx.active : !isSending())
        return;
    Held &held = ofReception ? m_rx.held : m_tx.held;
    // Of flow control only the last word counts: who sends without waiting for it piles up nothing here.
    if (ofReception)
        held.frames.clear();
    held.frames.append(frame);
    if (!held.since)
        held.since = now;
    held.retryAt = now + m_config.burstInterval;
}

Channel::Offer Channel::offerHeld(Held &held, qint64 now, Output &out)
{
    if (held.frames.isEmpty()) {
        held.since.reset();
        return Offer::Nothing;
    }
    if (now - *held.since >= m_config.timeout)
        return Offer::TimedOut;
    if (now >= held.retryAt) {
        out.frames.append(held.frames);
        held.frames.clear();
    }
    return Offer::Offered;
}

void Channel::advanceReception(qint64 now, Output &out)
{
    if (!m_rx.active)
        return;
    const Offer offer = offerHeld(m_rx.held, now, out);
    if (offer == Offer::TimedOut) {
        endReception(NResult::TimeoutA, out);
    } else if (offer == Offer::Offered) {
        m_rx.deadline = now + (m_rx.waiting ? m_config.waitInterval : m_config.timeout);
    } else if (now >= m_rx.deadline && !broken("n-cr")) {
        if (m_rx.waiting)
            grant(now, out);
        else
            endReception(NResult::TimeoutCr, out);
    }
}

void Channel::advance(qint64 now, Output &out)
{
    advanceTransmission(now, out);
    advanceReception(now, out);
}

void Channel::setBusy(bool busy, qint64 now, Output &out)
{
    m_busy = busy;
    if (!busy && m_rx.active && m_rx.waiting)
        grant(now, out);
}

void Channel::busLost(Output &out)
{
    if (isSending())
        endTransmission(NResult::TimeoutA, out);
    if (isReceiving())
        endReception(NResult::TimeoutA, out);
}

void Channel::endReception(NResult result, Output &out)
{
    m_rx = {};
    out.receiveFailures.append(result);
}

std::optional<qint64> Channel::nextDeadline() const
{
    std::optional<qint64> next;
    if (isSending())
        next = m_tx.held.frames.isEmpty() ? m_tx.deadline : m_tx.held.retryAt;
    if (m_rx.active) {
        const qint64 mine = m_rx.held.frames.isEmpty() ? m_rx.deadline : m_rx.held.retryAt;
        next = next ? qMin(*next, mine) : mine;
    }
    return next;
}

} // namespace packwarden::isotp
