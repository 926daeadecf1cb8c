// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "isotp.h"

namespace packwarden::isotp {

namespace {

constexpr int frameSize = 8;
constexpr int singleMaximum = 7;
constexpr int shortLengthMaximum = 4095; // what fits the 12 bits of a plain FF_DL
constexpr int consecutivePayload = 7;

enum Pci : quint8 { Single = 0x0, First = 0x1, Consecutive = 0x2, FlowControl = 0x3 };
enum FlowStatus : quint8 { ContinueToSend = 0, Wait = 1, Overflow = 2 };

quint8 at(const QByteArray &data, qsizetype index)
{
    return static_cast<quint8>(data.at(index));
}

} // namespace

Channel::Channel(const Config &config)
    : m_config(config)
{
}

QCanBusFrame Channel::frame(QByteArray data) const
{
    if (data.size() < frameSize)
        data.append(frameSize - data.size(), static_cast<char>(m_config.padding));
    QCanBusFrame result(m_config.transmitId, data);
    result.setExtendedFrameFormat(true);
    return result;
}

QCanBusFrame Channel::flowControl(quint8 status) const
{
    // BS and STmin mean something with ContinueToSend only; zeros elsewhere keep the bytes predictable.
    QByteArray data(1, static_cast<char>(FlowControl << 4 | status));
    data.append(static_cast<char>(status == ContinueToSend ? m_config.blockSize : 0));
    data.append(static_cast<char>(status == ContinueToSend ? m_config.separationTime : 0));
    return frame(data);
}

bool Channel::send(const QByteArray &message, qint64 now, Output &out)
{
    if (m_tx.state == TxState::Finishing && m_tx.held.frames.isEmpty())
        endTransmission(NResult::Ok, out);
    if (isSending() || message.isEmpty())
        return false;
    m_tx = {};
    m_tx.deadline = now;
    if (message.size() <= singleMaximum) {
        m_tx.state = TxState::Finishing;
        out.frames.append(frame(char(message.size()) + message));
        return true;
    }
    QByteArray first;
    if (message.size() <= shortLengthMaximum) {
        first.append(char(First << 4 | message.size() >> 8)).append(char(message.size() & 0xFF));
    } else {
        first.append(char(First << 4)).append('\0');
        for (int shift = 24; shift >= 0; shift -= 8)
            first.append(char(message.size() >> shift & 0xFF));
    }
    m_tx.bytes = message;
    m_tx.offset = frameSize - first.size();
    first.append(message.left(m_tx.offset));
    m_tx.state = TxState::WaitFlowControl;
    m_tx.deadline = now + m_config.timeout;
    out.frames.append(frame(first));
    return true;
}

bool Channel::accepts(const QCanBusFrame &frame) const
{
    if (frame.frameType() != QCanBusFrame::DataFrame || !frame.isValid() || !frame.hasExtendedFrameFormat()
        || frame.hasFlexibleDataRateFormat() || frame.hasLocalEcho() || frame.payload().isEmpty())
        return false;
    return frame.frameId() == m_config.receiveId
        || (m_config.functionalId != 0 && frame.frameId() == m_config.functionalId);
}

void Channel::receive(const QCanBusFrame &frame, qint64 now, Output &out)
{
    if (!accepts(frame))
        return;
    advance(now, out);
    const QByteArray data = frame.payload();
    const bool functional = frame.frameId() != m_config.receiveId;
    switch (at(data, 0) >> 4) {
    case Single:
        receiveSingle(data, functional, out);
        break;
    case First:
        if (!functional)
            receiveFirst(data, now, out);
        break;
    case Consecutive:
        if (!functional)
            receiveConsecutive(data, now, out);
        break;
    case FlowControl:
        if (!functional)
            receiveFlowControl(data, now, out);
        break;
    default:
        break; // reserved N_PCI types are ignored (9.8.3)
    }
}

void Channel::receiveSingle(const QByteArray &data, bool functional, Output &out)
{
    const int length = at(data, 0) & 0x0F;
    if (length == 0 || length > singleMaximum || data.size() < 1 + length)
        return;
    // A functional request has an N_AI of its own and so leaves the physical reception alone.
    if (m_rx.active && !functional)
        endReception(NResult::UnexpPdu, out);
    out.messages.append({data.mid(1, length), functional});
}

void Channel::receiveFirst(const QByteArray &data, qint64 now, Output &out)
{
    if (data.size() < frameSize)
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
    } else if (length <= singleMaximum) {
        return;
    }
    if (m_rx.active)
        endReception(NResult::UnexpPdu, out);
    if (length > m_config.receiveLimit) {
        out.frames.append(flowControl(Overflow));
        out.receiveFailures.append(NResult::BufferOvflw);
        return;
    }
    m_rx = {};
    m_rx.active = true;
    m_rx.length = length;
    m_rx.bytes = data.mid(header);
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
        out.frames.append(flowControl(Wait));
        return;
    }
    m_rx.waits = 0;
    m_rx.waiting = false;
    m_rx.leftInBlock = m_config.blockSize;
    m_rx.deadline = now + m_config.timeout;
    out.frames.append(flowControl(ContinueToSend));
}

void Channel::receiveConsecutive(const QByteArray &data, qint64 now, Output &out)
{
    if (!m_rx.active)
        return;
    const qsizetype wanted = qMin<qsizetype>(consecutivePayload, m_rx.length - m_rx.bytes.size());
    if (data.size() < 1 + wanted)
        return; // malformed: as if it had not come; the next number or N_Cr will tell
    if ((at(data, 0) & 0x0F) != m_rx.sequence) {
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

void Channel::receiveFlowControl(const QByteArray &data, qint64 now, Output &out)
{
    // Only the FC that is being waited for counts: one in mid block must not speed the sender up.
    if (m_tx.state != TxState::WaitFlowControl || !m_tx.held.frames.isEmpty() || data.size() < 3)
        return;
    switch (at(data, 0) & 0x0F) {
    case ContinueToSend:
        if (!m_tx.flowControlSeen) {
            m_tx.blockSize = at(data, 1);
            m_tx.gap = separationMicroseconds(at(data, 2));
            m_tx.flowControlSeen = true;
        }
        m_tx.waits = 0;
        m_tx.leftInBlock = m_tx.blockSize;
        m_tx.state = TxState::Sending;
        m_tx.deadline = now;
        sendConsecutive(now, out);
        break;
    case Wait:
        if (++m_tx.waits > m_config.maxWaits)
            endTransmission(NResult::WftOvrn, out);
        else
            m_tx.deadline = now + m_config.timeout;
        break;
    case Overflow:
        endTransmission(NResult::BufferOvflw, out);
        break;
    default:
        endTransmission(NResult::InvalidFs, out);
        break;
    }
}

void Channel::sendConsecutive(qint64 now, Output &out)
{
    for (int sent = 0; m_tx.state == TxState::Sending && now >= m_tx.deadline; ++sent) {
        if (sent == m_config.burst) {
            m_tx.deadline = now + m_config.burstInterval;
            return;
        }
        QByteArray data(1, static_cast<char>(Consecutive << 4 | m_tx.sequence));
        data.append(m_tx.bytes.mid(m_tx.offset, consecutivePayload));
        out.frames.append(frame(data));
        m_tx.offset += consecutivePayload;
        m_tx.sequence = (m_tx.sequence + 1) & 0x0F;
        if (m_tx.offset >= m_tx.bytes.size()) {
            m_tx.state = TxState::Finishing;
            m_tx.deadline = now;
        } else if (m_tx.blockSize > 0 && --m_tx.leftInBlock == 0) {
            m_tx.state = TxState::WaitFlowControl;
            m_tx.deadline = now + m_config.timeout;
        } else if (m_tx.gap > 0) {
            m_tx.deadline = now + m_tx.gap;
        }
    }
}

void Channel::refused(const QCanBusFrame &frame, qint64 now)
{
    const bool ofReception = !frame.payload().isEmpty() && at(frame.payload(), 0) >> 4 == FlowControl;
    // An FC OVFLW belongs to no reception; the sender's N_Bs stands in for it.
    if (ofReception ? !m_rx.active : !isSending())
        return;
    Held &held = ofReception ? m_rx.held : m_tx.held;
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

void Channel::advanceTransmission(qint64 now, Output &out)
{
    if (!isSending())
        return;
    const Offer offer = offerHeld(m_tx.held, now, out);
    if (offer == Offer::TimedOut) {
        endTransmission(NResult::TimeoutA, out);
    } else if (offer == Offer::Offered) {
        // The next step counts from when these frames have really left.
        m_tx.deadline = now + (m_tx.state == TxState::WaitFlowControl ? m_config.timeout : m_config.burstInterval);
    } else if (now >= m_tx.deadline) {
        if (m_tx.state == TxState::WaitFlowControl)
            endTransmission(NResult::TimeoutBs, out);
        else if (m_tx.state == TxState::Finishing)
            endTransmission(NResult::Ok, out);
        else
            sendConsecutive(now, out);
    }
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
    } else if (now >= m_rx.deadline) {
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

void Channel::cancel(Output &out)
{
    if (isSending())
        endTransmission(NResult::Error, out);
}

void Channel::busLost(Output &out)
{
    if (isSending())
        endTransmission(NResult::TimeoutA, out);
    if (isReceiving())
        endReception(NResult::TimeoutA, out);
}

void Channel::endTransmission(NResult result, Output &out)
{
    m_tx = {};
    out.confirmations.append(result);
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
