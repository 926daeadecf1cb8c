// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "documenttransfer.h"
#include "linkvalues.h"
#include "udsclient.h"

#include <QMap>

namespace packwarden {

/// What the console asks of one pack: whole operations made of UDS requests, one after the other in the order asked.
/// Each ends with exactly one of its signals.
class PackSession final : public QObject
{
    Q_OBJECT

public:
    PackSession(CanPort &port, int node, const UdsTimings &timings, QObject *parent = nullptr);

    void readSerial();
    void readFacts(const PackSerial &serial);
    void readRules(const PackSerial &serial);
    void readDids(const PackSerial &serial, const QList<quint16> &dids);
    void deliver(const PackSerial &serial, int kind, const QByteArray &document, quint64 requestId);
    /// Ends the operations that run or wait, each with this code.
    void cancel(Code code = Code::Cancelled);

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
    using Values = QMap<quint16, QByteArray>;
    struct Operation
    {
        std::function<void()> start;
        std::function<void(const Error &)> fail;
    };
    struct Delivery
    {
        DeliveryResult result;
        quint64 requestId = 0;
        int kind = 0;
        QByteArray document;
    };

    void enqueue(Operation operation);
    void startNext();
    void finished();
    void failed(const Error &error);
    void readValues(QList<quint16> dids, Values got, std::function<void(const Values &)> done);
    void decodeFacts(const PackSerial &serial, const Values &values);
    void readFixedRules(PackRules rules, QList<int> kinds);
    void readCrls(PackRules rules, int index);
    void apply(Delivery delivery);
    void askForReason(const UdsAnswer &refusal);
    void readReceipt(Delivery delivery, const QByteArray &payloadSha256, int index);

    int m_node;
    UdsClient m_client;
    DocumentTransfer m_transfer;
    QQueue<Operation> m_operations;
    QTimer m_polite; ///< while another tester talks with the pack
    bool m_running = false;
    bool m_transferring = false; ///< in the programming session
};

} // namespace packwarden
