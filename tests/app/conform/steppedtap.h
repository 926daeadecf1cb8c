// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/conform/kit/bustap.h"
#include "tests/hw/support/testticker.h"

#include <QAbstractEventDispatcher>

namespace packwarden::test {

/// The bus for rules in the pack's own thread: while a rule waits the pack's events happen, and time passes.
class SteppedTap final : public conform::BusTap
{
public:
    SteppedTap(CanPort &port, TestTicker &ticker)
        : m_port(port)
        , m_ticker(ticker)
    {
        QObject::connect(&port, &CanPort::framesReceived, &m_context, [this](const QList<QCanBusFrame> &frames) {
            for (const QCanBusFrame &frame : frames)
                m_heard.enqueue({frame, now()});
        });
    }

    qint64 now() const override { return m_ticker.now(); }
    void send(const QList<QCanBusFrame> &frames) override
    {
        for (const QCanBusFrame &frame : frames)
            m_port.send(frame);
    }
    std::optional<Heard> next(qint64 until) override
    {
        while (m_heard.isEmpty()) {
            const bool happened = QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents);
            if (!happened && !m_ticker.passMicroseconds(until))
                return std::nullopt;
        }
        return m_heard.dequeue();
    }
    void forget() override { m_heard.clear(); }
    bool isLost() const override { return m_port.state() != CanPort::State::Open; }

private:
    CanPort &m_port;
    TestTicker &m_ticker;
    QQueue<Heard> m_heard;
    QObject m_context;
};

} // namespace packwarden::test
