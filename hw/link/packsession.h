// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/link/packsignals.h"
#include "hw/uds/authenticator.h"
#include "hw/uds/documenttransfer.h"
#include "models/core/pack/faultdetail.h"
#include "models/core/pack/linkvalues.h"

#include <QMap>

namespace packwarden {

/// What the console asks of one pack: whole operations made of UDS requests, one after the other in the order asked.
/// Each ends with exactly one of its signals. Where rights are needed and a credential was given, they are asked for
/// anew by themselves: entering the programming session ends them, and so may another console.
class PackSession final : public PackSignals
{
    Q_OBJECT

public:
    PackSession(CanPort &port, int node, const Clock &clock, const UdsTimings &timings,
        std::shared_ptr<ChallengeMemory> challenges, QObject *parent = nullptr);

    void readSerial();
    void readFacts(const PackSerial &serial);
    void readRules(const PackSerial &serial, const PackRules &held, bool listsToo);
    void readDids(const PackSerial &serial, const QList<quint16> &dids);
    void deliver(const PackSerial &serial, int kind, const QByteArray &document, quint64 requestId);
    void readDocuments(const PackSerial &serial, int kind, quint64 requestId);
    void ask(const PackSerial &serial, PackQuestion question, quint64 requestId);
    void readFault(const PackSerial &serial, quint32 code, quint64 requestId);
    void authenticate(const PackSerial &serial, const Credential &credential);
    void deauthenticate(const PackSerial &serial);
    void act(const PackSerial &serial, const QByteArray &request, quint64 requestId);
    /// A routine that needs no rights (session 02 or 03).
    void routine(const PackSerial &serial, quint16 id, const QByteArray &record, quint8 session, quint64 requestId);
    /// Ends the operations that run or wait, each with this code.
    void cancel(Code code = Code::Cancelled);
    /// Another pack may be there now: nothing is done in anybody's name until it is asked for again.
    void dropCredential();

Q_SIGNALS:
    void serialRead(int node, const packwarden::Result<packwarden::PackSerial> &serial);

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
    void readFixedRules(PackRules rules, QList<int> kinds, bool listsToo);
    void readPolicy(PackRules rules, bool listsToo);
    void readLists(PackRules rules, bool listsToo);
    void readCrls(PackRules rules, int index);
    void apply(Delivery delivery);
    void askForReason(const UdsAnswer &refusal);
    void readReceipt(Delivery delivery, const QByteArray &payloadSha256, int index);
    void readList(PackDocuments documents, quint64 requestId);
    void readSession(const PackSerial &serial);
    void readFrame(FaultDetail detail, quint64 requestId);
    void findWhatItLacks(const PackSerial &serial);
    void finishAction(ActionResult result, const QByteArray &request, const UdsAnswer &answer, quint64 requestId);
    void askWhy(quint16 routine, const Error &refusal, std::function<void(const Error &)> done);
    void giveUpRights();
    void renew();

    int m_node;
    UdsClient m_client;
    DocumentTransfer m_transfer;
    Authenticator m_authenticator;
    QQueue<Operation> m_operations;
    Alarm m_polite; ///< while another tester talks with the pack
    Alarm m_renew;
    bool m_running = false;
    bool m_visiting = false; ///< in a session that is left when nothing more is to be done there
};

} // namespace packwarden
