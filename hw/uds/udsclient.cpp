// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/uds/udsclient.h"

#include "hw/can/canport.h"
#include "hw/isotp/isotpsocket.h"
#include "hw/uds/udsreason.h"

#include <QRandomGenerator>

#include <algorithm>

namespace packwarden {

namespace {

enum Service : quint8 {
    SessionControl = 0x10,
    EcuReset = 0x11,
    ReadDtcInformation = 0x19,
    ReadDataByIdentifier = 0x22,
    Authentication = 0x29,
    WriteDataByIdentifier = 0x2E,
    RoutineControl = 0x31,
    TransferData = 0x36,
    TesterPresent = 0x3E,
    NegativeResponse = 0x7F,
};
constexpr quint8 positiveOffset = 0x40;
constexpr quint8 defaultSession = 0x01;
constexpr quint8 unknownSession = 0x00;

/// How many bytes after the service identifier an answer repeats of its request (ISO 14229-1).
qsizetype echoed(quint8 service)
{
    switch (service) {
    case SessionControl:
    case EcuReset:
    case ReadDtcInformation:
    case Authentication:
    case TransferData:
    case TesterPresent:
        return 1;
    case ReadDataByIdentifier:
    case WriteDataByIdentifier:
        return 2;
    case RoutineControl:
        return 3;
    default:
        return 0;
    }
}

bool answers(const QByteArray &request, const QByteArray &answer)
{
    const auto service = quint8(request.at(0));
    if (answer.isEmpty())
        return false;
    if (quint8(answer.at(0)) == NegativeResponse)
        return answer.size() == 3 && quint8(answer.at(1)) == service;
    const qsizetype echo = echoed(service);
    return quint8(answer.at(0)) == service + positiveOffset && answer.mid(1, echo) == request.mid(1, echo);
}

UdsAnswer failure(const Error &error)
{
    UdsAnswer answer;
    answer.error = error;
    return answer;
}

QByteArray word(quint16 value)
{
    return QByteArray(1, char(value >> 8)).append(char(value & 0xFF));
}

} // namespace

UdsClient::UdsClient(CanPort &port, quint8 node, const UdsTimings &timings, QObject *parent)
    : QObject(parent)
    , m_timings(timings)
    , m_ticker(port.ticker())
    , m_socket(new IsoTpSocket(port, IsoTpSocket::console(node), this))
    , m_next(m_ticker)
    , m_timeout(m_ticker)
    , m_message(m_ticker)
    , m_keepAlive(m_ticker)
{
    m_socket->setListening(false);
    m_timeout.setSingleShot(true);
    m_next.setSingleShot(true);
    connect(&m_next, &Alarm::timeout, this, &UdsClient::next);
    connect(&m_timeout, &Alarm::timeout, this, &UdsClient::timedOut);
    connect(&m_keepAlive, &Alarm::timeout, this, &UdsClient::sendKeepAlive);
    connect(m_socket, &IsoTpSocket::received, this, &UdsClient::answer);
    connect(m_socket, &IsoTpSocket::sendFinished, this, &UdsClient::sendFinished);
    connect(m_socket, &IsoTpSocket::receiveFailed, this, &UdsClient::receiveFailed);
    // P2 runs to the start of the answer; from there on N_Cr watches (ISO 14229-2, 7.2).
    connect(m_socket, &IsoTpSocket::receptionStarted, this, [this] {
        m_timeout.stop();
        if (m_running)
            m_message.start(m_timings.message);
    });
    m_message.setSingleShot(true);
    connect(&m_message, &Alarm::timeout, this, &UdsClient::tooSlow);
}

UdsClient::~UdsClient() = default;

int UdsClient::waitForOthers() const
{
    const int needed = m_timings.otherTester + QRandomGenerator::global()->bounded(m_timings.otherTester + 1);
    return int(qMax<qint64>(0, needed - m_socket->quietFor()));
}

quint64 UdsClient::foreignFrames() const
{
    return m_socket->foreignFrames();
}

void UdsClient::request(const QByteArray &bytes, Callback done, int retries)
{
    Q_ASSERT(!bytes.isEmpty());
    m_queue.enqueue({bytes, std::move(done), retries});
    if (!m_running)
        m_next.start(0);
}

void UdsClient::startSession(quint8 session, Callback done)
{
    auto remember = [this, session, done = std::move(done)](const UdsAnswer &answer) {
        if (answer.ok()) {
            m_session = session;
            if (session == defaultSession)
                m_keepAlive.stop();
            else
                m_keepAlive.start(m_timings.keepAlive);
        }
        done(answer);
    };
    // Until it is answered nobody may count on the old one: what is queued now comes after the change.
    m_session = unknownSession;
    request(QByteArray(1, char(SessionControl)).append(char(session)), remember, 1);
}

void UdsClient::readData(quint16 did, Callback done)
{
    auto strip = [done = std::move(done)](UdsAnswer answer) {
        if (answer.ok())
            answer.data.remove(0, 2);
        done(answer);
    };
    request(QByteArray(1, char(ReadDataByIdentifier)) + word(did), strip, 2);
}

void UdsClient::routine(quint8 subFunction, quint16 id, const QByteArray &record, Callback done)
{
    auto strip = [done = std::move(done)](UdsAnswer answer) {
        if (answer.ok())
            answer.data.remove(0, 3);
        done(answer);
    };
    request(QByteArray(1, char(RoutineControl)).append(char(subFunction)) + word(id) + record, strip);
}

void UdsClient::testerPresent(Callback done)
{
    request(QByteArray(1, char(TesterPresent)).append('\0'), std::move(done), 1);
}

void UdsClient::cancel()
{
    m_running = false;
    m_socket->setListening(false);
    m_busy = 0;
    m_deferred = false;
    m_timeout.stop();
    m_message.stop();
    m_next.stop();
    m_socket->cancel();
    m_socket->dropReception();
    m_queue.clear();
}

void UdsClient::next()
{
    if (m_queue.isEmpty())
        return;
    m_running = true;
    m_socket->setListening(true);
    m_pendings = 0;
    m_answerDue = 0;
    m_timeout.stop();
    // A keep-alive that is leaving goes first; its confirmation lets the request out.
    m_deferred = m_keepAliveInFlight;
    m_message.start(m_timings.message);
    if (!m_deferred && !m_socket->send(m_queue.head().bytes))
        failOrRetry({Code::TransferFailed, QStringLiteral("busy")});
}

void UdsClient::sendKeepAlive()
{
    // A request keeps the session alive by itself, and S3 stands still while the pack works on one.
    if (m_running)
        return;
    m_keepAliveInFlight = m_socket->send(QByteArray::fromHex("3E80"));
}

void UdsClient::sendFinished(isotp::NResult result)
{
    if (m_keepAliveInFlight) {
        m_keepAliveInFlight = false;
        if (m_deferred)
            next();
        return;
    }
    if (!m_running)
        return;
    if (result == isotp::NResult::Ok) {
        if (!m_socket->isReceiving())
            m_message.stop();
        if (!m_timeout.isActive()) {
            awaitAnswer(m_pendings > 0 ? m_timings.p2Star : m_timings.p2);
            if (m_socket->isReceiving())
                m_timeout.stop();
        }
        return;
    }
    const QString name = isotp::resultName(result);
    const bool nobody = result == isotp::NResult::TimeoutBs || result == isotp::NResult::TimeoutA;
    failOrRetry({nobody ? Code::PackUnreachable : Code::TransferFailed, name});
}

void UdsClient::awaitAnswer(int milliseconds)
{
    m_timeout.start(milliseconds);
    m_answerDue = m_timeout.due();
}

/// After a message that was for another tester: its first frame had stopped the wait for the start of an answer.
void UdsClient::goOnWaiting()
{
    if (m_answerDue == 0 || m_timeout.isActive() || m_next.isActive())
        return;
    m_message.stop();
    m_timeout.startAt(std::max(m_answerDue, m_ticker.now()));
}

void UdsClient::receiveFailed(isotp::NResult result)
{
    if (m_running)
        failOrRetry({Code::TransferFailed, isotp::resultName(result)});
}

void UdsClient::timedOut()
{
    failOrRetry(
        {Code::PackUnreachable, m_pendings > 0 ? QStringLiteral("P2*") : QStringLiteral("P2"), NoAnswer::InTime});
}

void UdsClient::tooSlow()
{
    m_running = false; // the end of what is being sent is no news then
    m_socket->cancel();
    m_running = true;
    finish(failure({Code::TransferFailed, QStringLiteral("too slow")}));
}

void UdsClient::failOrRetry(Error error)
{
    m_timeout.stop();
    if (m_queue.head().retries-- > 0)
        m_next.start(0);
    else
        finish(failure(error));
}

void UdsClient::answer(const QByteArray &message)
{
    if (!m_running)
        return; // late
    if (!answers(m_queue.head().bytes, message))
        return goOnWaiting(); // not asked for
    if (quint8(message.at(0)) == NegativeResponse) {
        const auto code = quint8(message.at(2));
        if (code == nrc::responsePending) {
            if (++m_pendings > m_timings.maxPending)
                finish(failure({Code::PackUnreachable, QStringLiteral("pending without end")}));
            else
                awaitAnswer(m_timings.p2Star);
            return;
        }
        if (code == nrc::busyRepeatRequest && m_busy++ < m_timings.maxBusy) {
            m_timeout.stop();
            m_next.start(m_timings.busyWait);
            return;
        }
        const auto service = quint8(message.at(1));
        UdsAnswer refusal = failure({Code::NegativeResponse,
            QStringLiteral("%1 %2").arg(service, 2, 16, QLatin1Char('0')).arg(code, 2, 16, QLatin1Char('0')),
            NegativeAnswer{service, code}});
        refusal.negative = code;
        finish(refusal);
        return;
    }
    UdsAnswer positive;
    positive.positive = true;
    positive.data = message.mid(1);
    finish(positive);
}

void UdsClient::finish(const UdsAnswer &answer)
{
    m_timeout.stop();
    m_message.stop();
    m_running = false;
    m_socket->setListening(false);
    m_socket->dropReception();
    m_busy = 0;
    const Pending ended = m_queue.dequeue();
    if (!m_queue.isEmpty())
        m_next.start(0);
    ended.done(answer);
}

} // namespace packwarden
