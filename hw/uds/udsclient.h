// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/can/ticker.h"
#include "models/core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QQueue>

#include <functional>

namespace packwarden {

class CanPort;
class IsoTpSocket;
namespace isotp {
enum class NResult;
}

/// Negative response codes of ISO 14229-1:2020, Annex A, as far as the client acts on them.
namespace nrc {
inline constexpr quint8 busyRepeatRequest = 0x21;
inline constexpr quint8 conditionsNotCorrect = 0x22;
inline constexpr quint8 requestSequenceError = 0x24;
inline constexpr quint8 requestOutOfRange = 0x31;
inline constexpr quint8 accessDenied = 0x33;
inline constexpr quint8 authenticationRequired = 0x34;
inline constexpr quint8 ownershipFailed = 0x58;
inline constexpr quint8 responsePending = 0x78;
inline constexpr quint8 subFunctionNotInSession = 0x7E;
inline constexpr quint8 serviceNotInSession = 0x7F;
} // namespace nrc

/// Milliseconds, as the client waits: what the standard allows the server, plus the way there and back (ISO 14229-2).
struct UdsTimings
{
    int p2 = 1000; ///< P2_Client: P2_Server_max of 50 plus delta P2 for a loaded machine
    int p2Star = 6000; ///< P2*_Client after an NRC 0x78
    int keepAlive = 2000; ///< TesterPresent while a session other than the default one is open (S3_Server is 5000)
    int otherTester = 150; ///< quiet that an operation waits for after another tester talked with the pack, and up to
                           ///< twice as long at random, so that two that wait do not begin together
    int disturbedWait = 300; ///< before authenticating again where another sent in between; each time twice as long
    int busyWait = 200; ///< before a request is repeated that the pack answered by NRC 0x21
    int maxBusy = 25;
    int renewAfter = 12 * 60 * 1000; ///< from an authentication to the next; the pack ends it after 15 minutes
    int signingPatience = 120'000; ///< for a key that does not answer
    int message = 60'000; ///< for one message, however steadily its frames come or are asked for
    int maxPending = 24; ///< answers 0x78 in a row: two minutes of honest work, then the request has failed
};

/// An answer. ok(): positive, the bytes after the service identifier are in data. Otherwise error: NegativeResponse
/// (nrc set), PackUnreachable (no answer), TransferFailed (ISO-TP result as detail).
struct UdsAnswer
{
    QByteArray data;
    quint8 negative = 0; ///< the NRC; 0: none
    Error error;
    bool positive = false;
    bool ok() const { return positive; }
};

/// ISO 14229-1 client for one node. One request at a time; others wait in order. Callbacks run from the event loop,
/// never from inside the call that made the request, each once unless the requests are cancelled or the client dies.
class UdsClient final : public QObject
{
    Q_OBJECT

public:
    using Callback = std::function<void(const UdsAnswer &)>;

    UdsClient(CanPort &port, quint8 node, const UdsTimings &timings = {}, QObject *parent = nullptr);
    ~UdsClient() override;

    /// retries: how often to ask again when no answer came. Only for requests that may safely arrive twice.
    void request(const QByteArray &bytes, Callback done, int retries = 0);
    /// 10: on success TesterPresent keeps a session other than 01 alive.
    void startSession(quint8 session, Callback done);
    /// 22, one identifier; data of the answer is the value alone.
    void readData(quint16 did, Callback done);
    /// 31 01 or 31 03; data of the answer is the status record alone.
    void routine(quint8 subFunction, quint16 id, const QByteArray &record, Callback done);
    void testerPresent(Callback done);
    /// Forgets all requests: nothing more is sent for them, and none of their callbacks runs.
    void cancel();
    bool isIdle() const { return m_queue.isEmpty(); }
    /// Milliseconds to wait before beginning, because another tester is talking with the pack; 0: go.
    int waitForOthers() const;
    /// Frames so far that others sent in this console's name.
    quint64 foreignFrames() const;
    /// By which it waits.
    Ticker &ticker() const { return m_ticker; }
    /// 0 while it changes, or if a change was not answered.
    quint8 session() const { return m_session; }

private:
    struct Pending
    {
        QByteArray bytes;
        Callback done;
        int retries = 0;
    };

    void next();
    void answer(const QByteArray &message);
    void sendFinished(isotp::NResult result);
    void receiveFailed(isotp::NResult result);
    void timedOut();
    void tooSlow();
    void failOrRetry(Error error);
    void finish(const UdsAnswer &answer);
    void sendKeepAlive();
    void awaitAnswer(int milliseconds);
    void goOnWaiting();

    UdsTimings m_timings;
    Ticker &m_ticker;
    IsoTpSocket *m_socket;
    QQueue<Pending> m_queue;
    Alarm m_next; ///< starts the next request, or the same again
    Alarm m_timeout;
    Alarm m_message; ///< one that is under way
    Alarm m_keepAlive;
    bool m_running = false;
    bool m_keepAliveInFlight = false;
    bool m_deferred = false; ///< the request waits for the keep-alive to leave
    qint64 m_answerDue = 0; ///< when its answer must begin at the latest, by the ticker; 0: the request is not out yet
    int m_pendings = 0;
    int m_busy = 0;
    quint8 m_session = 1;
};

} // namespace packwarden
