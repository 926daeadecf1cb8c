// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/sim/gate/packreader.h"
#include "hw/sim/uds/udsauthentication.h"
#include "hw/sim/uds/udstransfer.h"

#include <QList>

namespace packwarden::sim {

class DocumentGate;
class FaultMemory;
class PackActions;

/// The pack's side of UDS (ISO 14229-1:2020), pure: a request and the time go in, answers come out. No bus, no timer.
/// Checks in the order of hw/PROTOCOL.md; one NRC per cause. Times are monotonic milliseconds.
class UdsServer final
{
public:
    static constexpr int p2Milliseconds = 50;
    static constexpr int p2StarMilliseconds = 5000;
    static constexpr int s3Milliseconds = 5000;
    static constexpr int maxBlockLength = UdsTransfer::maxBlockLength;
    static constexpr int maxUpload = UdsTransfer::maxUpload;

    /// What the services are served from; all of it must outlive the server.
    struct Pack
    {
        const PackReader &reader;
        DocumentGate &gate;
        UdsAuthentication &authentication;
        PackActions &actions;
        const FaultMemory &faults;
        std::function<Result<QByteArray>(const QByteArray &nonce)> statement; ///< 0240
        std::function<Result<QByteArray>(const QByteArray &record)> identify; ///< 0210
        std::function<Result<QByteArray>()> signingRequest; ///< 0211
    };

    explicit UdsServer(Pack pack);

    /// Answers in the order in which they are to be sent; may be empty. After a response pending (NRC 0x78) hasWork()
    /// is true until work() gave the final answer; other requests are answered busyRepeatRequest meanwhile.
    QList<QByteArray> receive(const QByteArray &request, bool functional, qint64 now);
    bool hasWork() const { return !m_work.isEmpty(); }
    QList<QByteArray> work(qint64 now);
    /// A long message is on its way in or out: the session timer starts over.
    void keepAlive(qint64 now);
    /// Ends a session whose S3 has run out, and rights that are too old. receive() does it by itself.
    void advance(qint64 now);

    int session() const { return m_session; }

private:
    UdsReply dispatch(const QByteArray &request, bool &suppressed);
    UdsReply sessionControl(const QByteArray &request, bool &suppressed);
    UdsReply testerPresent(const QByteArray &request, bool &suppressed);
    UdsReply readData(const QByteArray &request) const;
    UdsReply readFaults(const QByteArray &request, bool &suppressed) const;
    UdsReply authenticate(const QByteArray &request, bool &suppressed);
    UdsReply signedAction(const QByteArray &request, qsizetype bodyLength) const;
    UdsReply routineControl(const QByteArray &request, bool &suppressed);
    static QByteArray reasonRecord(const Error &error);
    UdsReply actionResult(const QByteArray &request, bool &suppressed) const;
    UdsReply documentRoutine(const QByteArray &request, bool &suppressed);
    quint8 mayReadInDetail() const;
    UdsReply pending(const QByteArray &request);
    UdsReply workOn(const QByteArray &request);
    UdsReply workOnAction(const QByteArray &request);
    UdsReply workOnRoutine(const QByteArray &request);
    UdsReply workOnDocument(const QByteArray &request);
    void enterSession(int session);

    Pack m_pack;
    UdsTransfer m_transfer;
    int m_session = 1;
    qint64 m_now = 0; ///< of the request that is being answered
    qint64 m_lastActivity = 0;
    QByteArray m_work; ///< the request that is being worked on
    std::optional<QByteArray> m_result; ///< of the last 0201, for 31 03
};

} // namespace packwarden::sim
