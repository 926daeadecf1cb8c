// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "linkvalues.h"
#include "udsclient.h"

namespace packwarden {

/// Document kinds of protocol.md, as the wire numbers them.
namespace documentkind {
inline constexpr int request = 1;
inline constexpr int policy = 2;
inline constexpr int charter = 3;
inline constexpr int crl = 4;
inline constexpr int receipt = 9;
inline constexpr int silicon = 10;
inline constexpr int foundation = 11;
} // namespace documentkind

/// What the console asks of one pack: whole operations made of UDS requests, one after the other in the order asked.
class PackSession final : public QObject
{
    Q_OBJECT

public:
    PackSession(CanPort &port, int node, const UdsTimings &timings, QObject *parent = nullptr);
    ~PackSession() override;

    void readSerial();
    void readFacts(const PackSerial &serial);
    void readRules(const PackSerial &serial);
    void readDids(const PackSerial &serial, const QList<quint16> &dids);
    void deliver(const PackSerial &serial, int kind, const QByteArray &document, quint64 requestId);
    /// Ends the operations that run or wait, each with Cancelled.
    void cancel();

Q_SIGNALS:
    void serialRead(int node, const packwarden::Result<packwarden::PackSerial> &serial);
    void factsRead(const packwarden::PackFacts &facts);
    void rulesRead(const packwarden::PackRules &rules);
    void didRead(const QString &serial, quint16 did, const QByteArray &value);
    void didsRead(const QString &serial);
    void readFailed(const QString &serial, const packwarden::Error &error);
    void deliveryProgress(const QString &serial, qint64 done, qint64 total);
    void delivered(const packwarden::DeliveryResult &result, quint64 requestId);

private:
    using Operation = std::function<void()>;
    using BytesDone = std::function<void(Result<QByteArray>)>;
    using Done = std::function<void(const Result<> &)>;

    void enqueue(Operation operation);
    void finished();
    void leaveTransfers();
    void readValues(const PackSerial &serial, QList<quint16> dids, QMap<quint16, QByteArray> got,
        std::function<void(const Result<QMap<quint16, QByteArray>> &)> done);
    void readDidList(const PackSerial &serial, QList<quint16> dids);
    void readCrls(PackRules rules, int index);
    void readReceipt(DeliveryResult result, quint64 requestId, const QByteArray &payloadSha256, int index);
    void readDocument(int kind, int index, BytesDone done);
    void readBlocks(QByteArray soFar, quint8 counter, BytesDone done);
    void upload(const QString &serial, const QByteArray &bytes, Done done);
    void uploadBlocks(
        const QString &serial, const QByteArray &bytes, qsizetype offset, quint8 counter, int block, Done done);
    void askForReason(DeliveryResult result, quint64 requestId, const UdsAnswer &refusal);
    void endDelivery(const DeliveryResult &result, quint64 requestId);
    void failRead(const PackSerial &serial, const Error &error);

    int m_node;
    UdsClient m_client;
    QQueue<Operation> m_operations;
    bool m_running = false;
};

} // namespace packwarden
