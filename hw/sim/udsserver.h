// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "packreader.h"

#include <QList>

namespace packwarden::sim {

class DocumentGate;

/// The pack's side of UDS (ISO 14229-1:2020), pure: a request and the time go in, answers come out. No bus, no timer.
/// Services 10, 3E, 22, 31 (0201), 34, 35, 36, 37. Checks in the order of hw/PROTOCOL.md; one NRC per cause.
/// Times are monotonic milliseconds. Memory, gate and reader must outlive it.
class UdsServer final
{
public:
    static constexpr int p2Milliseconds = 50;
    static constexpr int p2StarMilliseconds = 5000;
    static constexpr int s3Milliseconds = 5000;
    /// Length of a whole 36 message: 4093 data bytes, the block counter and the service identifier.
    static constexpr int maxBlockLength = 4095;
    static constexpr int maxUpload = 128 * 1024;

    UdsServer(const PackReader &reader, DocumentGate &gate);

    /// Answers in the order in which they are to be sent; may be empty. After a response pending (NRC 0x78) hasWork()
    /// is true until work() gave the final answer; other requests are answered busyRepeatRequest meanwhile.
    QList<QByteArray> receive(const QByteArray &request, bool functional, qint64 now);
    bool hasWork() const { return !m_work.isEmpty(); }
    QList<QByteArray> work(qint64 now);
    /// A long message is on its way in or out: the session timer starts over.
    void keepAlive(qint64 now);
    /// Ends a session whose S3 has run out. receive() does it by itself.
    void advance(qint64 now);

    int session() const { return m_session; }

private:
    struct Answer
    {
        quint8 negative = 0;
        QByteArray positive;
    };
    enum class Direction { None, Upload, Download };
    struct Transfer
    {
        Direction direction = Direction::None; ///< as the console sees it: Upload is towards the pack
        QByteArray bytes;
        qint64 expected = 0; ///< length announced by 34
        qsizetype offset = 0; ///< of the next block to be read by 36
        quint8 counter = 0; ///< of the last block
        QByteArray lastBlock;
        bool ended = false; ///< the empty block was given
    };

    Answer dispatch(const QByteArray &request, bool &suppressed);
    Answer sessionControl(const QByteArray &request, bool &suppressed);
    Answer testerPresent(const QByteArray &request, bool &suppressed);
    Answer readData(const QByteArray &request) const;
    Answer routineControl(const QByteArray &request, bool &suppressed);
    Answer requestTransfer(const QByteArray &request);
    Answer transferData(const QByteArray &request);
    Answer receiveBlock(const QByteArray &request);
    Answer sendBlock(const QByteArray &request);
    Answer transferExit(const QByteArray &request);
    void enterSession(int session);

    const PackReader &m_reader;
    DocumentGate &m_gate;
    int m_session = 1;
    qint64 m_lastActivity = 0;
    Transfer m_transfer;
    QByteArray m_uploaded; ///< whole, waiting for routine 0201
    QByteArray m_work; ///< the 31 01 0201 request that is being worked on
    std::optional<QByteArray> m_result; ///< of the last 0201, for 31 03
};

} // namespace packwarden::sim
