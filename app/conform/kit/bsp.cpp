// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/conform/kit/bsp.h"

#include "hw/can/canport.h"
#include "hw/isotp/isotpframes.h"
#include "hw/isotp/isotpsocket.h"
#include "hw/uds/udsclient.h"

namespace packwarden::conform {

namespace {

constexpr qint64 milli = 1000;
constexpr qint64 afterPending = 6000 * milli;
constexpr qint64 longestExchange = 120'000 * milli;
constexpr int busyWait = 200;
constexpr int maxBusy = 25;

bool isPending(const QByteArray &answer)
{
    return isRefusal(answer, nrc::responsePending);
}

} // namespace

QByteArray bytes(const char *hex)
{
    return QByteArray::fromHex(hex);
}

bool isRefusal(const QByteArray &answer, quint8 nrc)
{
    return answer.size() == 3 && quint8(answer.at(0)) == 0x7F && quint8(answer.at(2)) == nrc;
}

Bsp::Bsp(BusTap &tap, int node, bool inFd)
    : m_tap(tap)
    , m_node(node)
    , m_inFd(inFd)
    , m_config(IsoTpSocket::console(quint8(node)))
{
    m_config.format = inFd ? isotp::Format::Fd : isotp::Format::Classic;
}

bool Bsp::isAnswer(const QCanBusFrame &frame) const
{
    return frame.frameId() == answerId() && frame.hasExtendedFrameFormat();
}

namespace {

bool isFlowControl(const QCanBusFrame &frame)
{
    return !frame.payload().isEmpty() && isotp::at(frame.payload(), 0) >> 4 == isotp::FlowControl;
}

} // namespace

Bsp::Exchange Bsp::exchange(const QByteArray &request)
{
    m_tap.forget();
    Exchange result;
    isotp::Channel channel(m_config);
    isotp::Output out;
    const qint64 start = m_tap.now();
    channel.send(request, start, out);
    result.sentAt = start;
    qint64 until = start + soon * milli;
    for (;;) {
        m_tap.send(out.frames);
        for (const isotp::Message &message : out.messages) {
            result.answers.append(message.bytes);
            if (!isPending(message.bytes))
                return result;
            until = m_tap.now() + afterPending;
        }
        if (!out.receiveFailures.isEmpty())
            return result;
        for (const isotp::NResult confirmed : out.confirmations) {
            if (confirmed != isotp::NResult::Ok)
                return result;
        }
        out = {};
        const qint64 now = m_tap.now();
        if (channel.isSending()) {
            result.sentAt = now;
            until = now + soon * milli;
        }
        const bool idle = !channel.isSending() && !channel.isReceiving();
        if ((idle && now >= until) || now - start > longestExchange || m_tap.isLost())
            return result;
        const auto deadline = channel.nextDeadline();
        const auto heard = m_tap.next(deadline ? std::min(*deadline, now + soon * milli) : until);
        if (heard && CanPort::acceptable(heard->frame)) {
            // A quick answer is heard before the channel is told that its own frame went out.
            if (isAnswer(heard->frame) && result.firstAnswerAt < 0 && !isFlowControl(heard->frame))
                result.firstAnswerAt = heard->at;
            channel.receive(heard->frame, m_tap.now(), out);
        }
        channel.advance(m_tap.now(), out);
    }
}

QList<QByteArray> Bsp::answers(const QByteArray &request)
{
    for (int i = 0;; ++i) {
        const QList<QByteArray> got = exchange(request).answers;
        const bool busy = !got.isEmpty() && isRefusal(got.constLast(), nrc::busyRepeatRequest);
        if (!busy || i == maxBusy)
            return got;
        pause(busyWait);
    }
}

QByteArray Bsp::ask(const QByteArray &request)
{
    const QList<QByteArray> got = answers(request);
    return got.isEmpty() ? QByteArray() : got.constLast();
}

QByteArray Bsp::askOnce(const QByteArray &request)
{
    const QList<QByteArray> got = exchange(request).answers;
    return got.isEmpty() ? QByteArray() : got.constLast();
}

QList<QByteArray> Bsp::answersUntilPresent(const QByteArray &request, bool functional)
{
    const QByteArray present = bytes("3E00");
    const QByteArray presentAnswer = bytes("7E00");
    m_tap.forget();
    isotp::Channel channel(m_config);
    isotp::Output out;
    if (functional) {
        QCanBusFrame frame = requestFrame(QByteArray(1, char(request.size())) + request);
        frame.setFrameId(functionalId);
        frame.setFlexibleDataRateFormat(m_inFd);
        out.frames.append(frame);
    } else {
        channel.send(request, m_tap.now(), out);
    }
    QList<QByteArray> got;
    bool asked = false;
    qint64 until = m_tap.now() + soon * milli;
    for (;;) {
        m_tap.send(out.frames);
        for (const isotp::Message &message : out.messages) {
            if (asked && message.bytes == presentAnswer)
                return got;
            got.append(message.bytes);
            if (isPending(message.bytes))
                until = m_tap.now() + afterPending;
        }
        out = {};
        const qint64 now = m_tap.now();
        const bool pending = !got.isEmpty() && isPending(got.constLast());
        if (!asked && !pending && !channel.isSending() && !channel.isReceiving()) {
            asked = true;
            until = now + soon * milli;
            channel.send(present, now, out);
            continue;
        }
        if (now >= until || m_tap.isLost())
            return got << QByteArray("no answer");
        const auto deadline = channel.nextDeadline();
        const auto heard = m_tap.next(deadline ? std::min(*deadline, until) : until);
        if (heard && CanPort::acceptable(heard->frame))
            channel.receive(heard->frame, m_tap.now(), out);
        channel.advance(m_tap.now(), out);
    }
}

qint64 Bsp::timeToAnswer(const QByteArray &request)
{
    const Exchange result = exchange(request);
    return result.firstAnswerAt < 0 ? -1 : std::max<qint64>(0, result.firstAnswerAt - result.sentAt);
}

QCanBusFrame Bsp::requestFrame(const QByteArray &payload) const
{
    constexpr qsizetype frameLength = 8;
    const qsizetype missing = std::max<qsizetype>(0, frameLength - payload.size());
    QCanBusFrame frame(requestId(), payload + QByteArray(missing, char(0xCC)));
    frame.setExtendedFrameFormat(true);
    return frame;
}

void Bsp::sendFrames(const QList<QByteArray> &payloads)
{
    QList<QCanBusFrame> frames;
    for (const QByteArray &payload : payloads)
        frames.append(requestFrame(payload));
    m_tap.send(frames);
}

QList<QByteArray> Bsp::framesUntilPresent()
{
    sendFrame(bytes("023E00"));
    QList<QByteArray> frames;
    for (;;) {
        const QByteArray frame = nextFrame(soon);
        if (frame.startsWith(bytes("027E00")))
            return frames;
        frames.append(frame.isEmpty() ? QByteArray("no answer") : frame);
        if (frame.isEmpty())
            return frames;
    }
}

QByteArray Bsp::nextFrame(int milliseconds, qint64 *at)
{
    const qint64 until = m_tap.now() + milliseconds * milli;
    while (const auto heard = m_tap.next(until)) {
        if (!isAnswer(heard->frame))
            continue;
        if (at)
            *at = heard->at;
        return heard->frame.payload();
    }
    return {};
}

QList<QByteArray> Bsp::framesUntilQuiet(int milliseconds)
{
    QList<QByteArray> frames;
    for (QByteArray frame = nextFrame(milliseconds); !frame.isEmpty(); frame = nextFrame(milliseconds))
        frames.append(frame);
    return frames;
}

void Bsp::pause(int milliseconds)
{
    const qint64 until = m_tap.now() + milliseconds * milli;
    while (m_tap.now() < until && !m_tap.isLost())
        m_tap.next(until);
}

bool Bsp::settle()
{
    constexpr int quiet = 30;
    constexpr int attempts = 5;
    framesUntilQuiet(quiet);
    bool answered = false;
    for (int i = 0; i < attempts && !answered && !m_tap.isLost(); ++i) {
        answered = ask(bytes("1001")).startsWith(bytes("5001"));
        if (!answered)
            framesUntilQuiet(soon);
    }
    m_tap.forget();
    return answered;
}

} // namespace packwarden::conform
