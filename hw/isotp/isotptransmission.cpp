// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/isotp/isotp.h"
#include "hw/isotp/isotpframes.h"
#include "models/core/base/breakable.h"

namespace packwarden::isotp {

namespace {

qsizetype transmitLength(const Config &config, bool fd)
{
    return fd ? frameLengthFor(config.frameLength) : classicLength;
}

} // namespace

bool Channel::answersInFd() const
{
    return m_config.format == Format::AsAsked ? m_askedInFd : m_config.format == Format::Fd;
}

bool Channel::send(const QByteArray &message, qint64 now, Output &out)
{
    if (m_tx.state == TxState::Finishing && m_tx.held.frames.isEmpty())
        endTransmission(NResult::Ok, out);
    if (isSending() || message.isEmpty())
        return false;
    m_tx = {};
    m_tx.fd = answersInFd();
    m_tx.deadline = now;
    const qsizetype frameLength = transmitLength(m_config, m_tx.fd);
    if (message.size() <= singleMaximum(frameLength)) {
        m_tx.state = TxState::Finishing;
        // What an SF of 8 bytes carries goes in its plain form, whatever the frames may hold; more in the escaped one.
        const bool plain = message.size() <= shortSingleMaximum;
        out.frames.append(
            frame((plain ? QByteArray() : QByteArray(1, '\0')) + char(message.size()) + message, m_tx.fd));
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
    m_tx.offset = frameLength - first.size();
    first.append(message.left(m_tx.offset));
    m_tx.state = TxState::WaitFlowControl;
    m_tx.deadline = now + m_config.timeout;
    out.frames.append(frame(first, m_tx.fd));
    return true;
}

void Channel::receiveFlowControl(const QCanBusFrame &frame, qint64 now, Output &out)
{
    const QByteArray data = frame.payload();
    // Only the FC that is being waited for counts: one in mid block must not speed the sender up.
    const bool awaited
        = m_tx.state == TxState::WaitFlowControl || (m_tx.state == TxState::Sending && broken("unasked-flow-control"));
    if (!awaited || !m_tx.held.frames.isEmpty() || data.size() < 3 || frame.hasFlexibleDataRateFormat() != m_tx.fd)
        return;
    switch (at(data, 0) & 0x0F) {
    case ContinueToSend:
        if (!m_tx.flowControlSeen || broken("first-flow-control")) {
            m_tx.blockSize = broken("block-size") ? 0 : at(data, 1);
            m_tx.gap = broken("separation-time") ? 0 : separationMicroseconds(at(data, 2));
            m_tx.flowControlSeen = true;
        }
        m_tx.waits = 0;
        m_tx.leftInBlock = m_tx.blockSize;
        m_tx.state = TxState::Sending;
        m_tx.deadline = now;
        sendConsecutive(now, out);
        break;
    case Wait:
        if (++m_tx.waits > m_config.maxWaits && !broken("wait-limit"))
            endTransmission(NResult::WftOvrn, out);
        else
            m_tx.deadline = now + m_config.timeout;
        break;
    case Overflow:
        endTransmission(NResult::BufferOvflw, out);
        break;
    default:
        if (!broken("flow-status"))
            endTransmission(NResult::InvalidFs, out);
        break;
    }
}

void Channel::sendConsecutive(qint64 now, Output &out)
{
    const qsizetype payload = transmitLength(m_config, m_tx.fd) - 1;
    for (int sent = 0; m_tx.state == TxState::Sending && now >= m_tx.deadline; ++sent) {
        if (sent == m_config.burst) {
            m_tx.deadline = now + m_config.burstInterval;
            return;
        }
        QByteArray data(1, static_cast<char>(Consecutive << 4 | m_tx.sequence));
        data.append(m_tx.bytes.mid(m_tx.offset, payload));
        out.frames.append(frame(data, m_tx.fd));
        m_tx.offset += payload;
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
        if (m_tx.state == TxState::WaitFlowControl && broken("n-bs"))
            m_tx.deadline = now + m_config.timeout;
        else if (m_tx.state == TxState::WaitFlowControl)
            endTransmission(NResult::TimeoutBs, out);
        else if (m_tx.state == TxState::Finishing)
            endTransmission(NResult::Ok, out);
        else
            sendConsecutive(now, out);
    }
}

void Channel::cancel(Output &out)
{
    if (isSending())
        endTransmission(NResult::Error, out);
}

void Channel::endTransmission(NResult result, Output &out)
{
    m_tx = {};
    out.confirmations.append(result);
}

} // namespace packwarden::isotp
