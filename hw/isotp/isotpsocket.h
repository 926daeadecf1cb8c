// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/can/canport.h"
#include "hw/isotp/isotp.h"

#include <QObject>

namespace packwarden {

/// Binds an isotp::Channel to a port and to its time. A configuration of classic CAN becomes one of CAN FD where the
/// port asks in it. Lives in the thread of the port, which must outlive it.
class IsoTpSocket final : public QObject
{
    Q_OBJECT

public:
    IsoTpSocket(CanPort &port, const isotp::Config &config, QObject *parent = nullptr);

    /// False if a message is still being sent.
    bool send(const QByteArray &message);
    void cancel();
    /// Without a word: the rest of what is being received is ignored.
    void dropReception();
    bool isSending() const { return m_channel.isSending(); }
    bool isReceiving() const { return m_channel.isReceiving(); }
    /// While it does not listen, no reception begins and no flow control is sent: the answers on the bus are for
    /// another tester, which has the same address. Listens from the start.
    void setListening(bool listening) { m_listening = listening; }
    /// Frames so far that bear the address of this side and that it did not send.
    quint64 foreignFrames() const { return m_foreignFrames; }
    /// Milliseconds since another tester was last heard to talk with this node, or since this side listens.
    qint64 quietFor() const { return (now() - m_foreignAt) / 1000; }

    /// Normal fixed addressing of ISO 15765-2: what the console (F1) sends to a node, and what it hears of it.
    static isotp::Config console(quint8 node);
    /// The other end: it answers in the format in which it is asked.
    static isotp::Config pack(quint8 node);

Q_SIGNALS:
    void received(const QByteArray &message, bool functional);
    void receptionStarted();
    void receiveFailed(packwarden::isotp::NResult result);
    void sendFinished(packwarden::isotp::NResult result);

private:
    void adoptPort();
    void framesReceived(const QList<QCanBusFrame> &frames);
    void portStateChanged();
    void deadline();
    void apply(const isotp::Output &output);
    qint64 now() const { return m_ticker.now(); }

    CanPort &m_port;
    isotp::Channel m_channel;
    Ticker &m_ticker;
    Alarm m_timer;
    bool m_listening = true;
    quint64 m_foreignFrames = 0;
    qint64 m_foreignAt; ///< microseconds
};

} // namespace packwarden
