// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/can/memorywire.h"
#include "hw/isotp/isotpsocket.h"

#include <functional>

namespace packwarden::test {

/// A pack at a wire that answers as a test tells it. Several answers to one request are sent one after the other.
class ScriptedPack final : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<QList<QByteArray>(const QByteArray &request)>;

    ScriptedPack(MemoryWire &wire, quint8 node)
        : m_port(wire)
        , m_socket(m_port, IsoTpSocket::pack(node))
    {
        connect(&m_socket, &IsoTpSocket::received, this, &ScriptedPack::received);
        connect(&m_socket, &IsoTpSocket::sendFinished, this, &ScriptedPack::sendNext);
        m_port.open();
    }

    void setAnswer(Answer answer) { m_answer = std::move(answer); }
    /// Unasked, or late.
    void say(const QByteArray &message)
    {
        m_outbox.append(message);
        sendNext();
    }
    const QList<QByteArray> &requests() const { return m_requests; }
    MemoryPort &port() { return m_port; }

private:
    void received(const QByteArray &request)
    {
        m_requests.append(request);
        if (m_answer)
            m_outbox += m_answer(request);
        sendNext();
    }
    void sendNext()
    {
        // A single frame is confirmed before send() returns, so it must be out of the box by then.
        if (!m_outbox.isEmpty() && !m_socket.isSending())
            m_socket.send(m_outbox.takeFirst());
    }

    MemoryPort m_port;
    IsoTpSocket m_socket;
    Answer m_answer;
    QList<QByteArray> m_requests;
    QList<QByteArray> m_outbox;
};

} // namespace packwarden::test
