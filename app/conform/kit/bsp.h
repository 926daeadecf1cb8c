// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/conform/kit/bustap.h"
#include "hw/isotp/isotp.h"

#include <QByteArray>
#include <QList>

namespace packwarden::conform {

/// The pack under test as the bus knows it: whole messages by the product's own ISO-TP, and single frames for what no
/// tester in its right mind would send. Waits in the thread that calls. Nothing here knows what is right.
class Bsp final
{
public:
    Bsp(BusTap &tap, int node, bool inFd);

    int node() const { return m_node; }
    bool inFd() const { return m_inFd; }
    BusTap &tap() { return m_tap; }

    /// All answers to a request, the final one last; those before it are NRC 78. Empty: none within the client's P2 (1
    /// s, 6 s after an NRC 78). A request that is answered by NRC 21 is repeated for some seconds.
    QList<QByteArray> answers(const QByteArray &request);
    /// The last of them.
    QByteArray ask(const QByteArray &request);
    /// Once, whatever the answer.
    QByteArray askOnce(const QByteArray &request);
    /// What is answered before the TesterPresent that follows the request at once: how silence is seen without waiting.
    /// An answer that is missing altogether gives "no answer" as the last entry.
    QList<QByteArray> answersUntilPresent(const QByteArray &request, bool functional);
    /// When the first frame of the answer came, after the request's last frame was handed to the interface, in
    /// microseconds; -1: none came.
    qint64 timeToAnswer(const QByteArray &request);

    /// Frames of classic CAN to the pack's diagnostic address, of 8 bytes each: filled up with CC.
    void sendFrames(const QList<QByteArray> &payloads);
    void sendFrame(const QByteArray &payload) { sendFrames({payload}); }
    /// One as it stands.
    void sendRaw(const QCanBusFrame &frame) { m_tap.send({frame}); }
    QCanBusFrame requestFrame(const QByteArray &payload) const;
    quint32 requestId() const { return m_config.transmitId; }
    quint32 answerId() const { return m_config.receiveId; }
    static constexpr quint32 functionalId = 0x18DB33F1;

    /// The payload of the pack's next diagnostic frame; empty if none came.
    QByteArray nextFrame(int milliseconds, qint64 *at = nullptr);
    /// Those that come before the answer to a TesterPresent sent now. What it has not answered by then it never will:
    /// it serves what comes in order. Ends with "no answer" where it does not answer that either.
    QList<QByteArray> framesUntilPresent();
    /// All of them until it was quiet for so long.
    QList<QByteArray> framesUntilQuiet(int milliseconds);
    void pause(int milliseconds);
    /// Ends whatever ran: default session, nothing under way. False if the pack does not answer any more.
    bool settle();

    static constexpr int soon = 1000; ///< milliseconds: within this an answer must have begun

private:
    struct Exchange
    {
        QList<QByteArray> answers;
        qint64 sentAt = 0;
        qint64 firstAnswerAt = -1;
    };
    Exchange exchange(const QByteArray &request);
    bool isAnswer(const QCanBusFrame &frame) const;

    BusTap &m_tap;
    int m_node;
    bool m_inFd;
    isotp::Config m_config;
};

/// "7F 22 31" or "7f2231"
QByteArray bytes(const char *hex);
/// Is it 7F with this NRC?
bool isRefusal(const QByteArray &answer, quint8 nrc);

} // namespace packwarden::conform
