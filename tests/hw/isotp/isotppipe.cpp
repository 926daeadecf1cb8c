// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/hw/isotp/isotppipe.h"

#include "tests/hw/isotp/isotpbench.h"

#include <QTest>

#include <algorithm>

namespace packwarden::test {

using namespace isotp;

namespace {

constexpr qint64 frameTime = 300;

Config sideOf(Format format, int frameLength, bool isPack)
{
    Config config = plainConfig();
    config.format = isPack && format == Format::Fd ? Format::AsAsked : format;
    config.frameLength = frameLength;
    if (isPack) {
        std::swap(config.transmitId, config.receiveId);
        config.blockSize = 3;
    }
    return config;
}

} // namespace

IsoTpPipe::IsoTpPipe(Format format, int frameLength)
    : m_console(sideOf(format, frameLength, false))
    , m_pack(sideOf(format, frameLength, true))
{
}

bool IsoTpPipe::isIdle() const
{
    return !m_console.isSending() && !m_console.isReceiving() && !m_pack.isSending() && !m_pack.isReceiving();
}

void IsoTpPipe::put(const Output &output, bool toPack, const Faults &faults)
{
    for (const QCanBusFrame &frame : output.frames) {
        const qint64 behind = m_line.isEmpty() ? m_now : std::max(m_now, m_line.constLast().at);
        Flying flying{behind + frameTime, toPack, frame};
        switch (faults ? faults(m_frames++) : Fault::None) {
        case Fault::None:
            break;
        case Fault::Lost:
            continue;
        case Fault::Twice:
            m_line.append(flying);
            break;
        case Fault::Late: // behind those that follow
            flying.at += 5 * frameTime;
            break;
        case Fault::Delayed: // beyond all timers
            flying.at += 1'500'000;
            break;
        case Fault::Changed: {
            QByteArray payload = frame.payload();
            payload[0] = char(payload.at(0) ^ 0x40); // a type that there is not
            flying.frame.setPayload(payload);
            break;
        }
        }
        m_line.append(flying);
    }
    std::stable_sort(
        m_line.begin(), m_line.end(), [](const Flying &one, const Flying &other) { return one.at < other.at; });
    m_result.confirmations += output.confirmations;
    m_result.receiveFailures += output.receiveFailures;
    m_result.messages += output.messages;
}

void IsoTpPipe::transmit(const QByteArray &message, const Faults &faults)
{
    m_result = {};
    m_frames = 0;
    const qint64 start = m_now;
    Output out;
    QVERIFY(m_console.send(message, m_now, out));
    put(out, true, faults);
    const qint64 deadline = m_now + 10'000'000;
    while (m_now < deadline && (!m_line.isEmpty() || !isIdle())) {
        qint64 next = m_line.isEmpty() ? deadline : m_line.constFirst().at;
        for (const auto &candidate : {m_console.nextDeadline(), m_pack.nextDeadline()})
            next = std::min(next, candidate.value_or(deadline));
        m_now = std::max(m_now, next);
        if (!m_line.isEmpty() && m_line.constFirst().at <= m_now) {
            const Flying arrived = m_line.takeFirst();
            Output step;
            (arrived.toPack ? m_pack : m_console).receive(arrived.frame, m_now, step);
            put(step, !arrived.toPack, faults);
            continue;
        }
        Output step;
        m_console.advance(m_now, step);
        put(step, true, faults);
        step = {};
        m_pack.advance(m_now, step);
        put(step, false, faults);
    }
    m_took = m_now - start;
}

} // namespace packwarden::test
