// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/uds/udsserver.h"

#include "hw/sim/gate/documentgate.h"
#include "hw/sim/uds/faultreports.h"
#include "hw/sim/uds/packactions.h"
#include "hw/sim/uds/udsservices.h"
#include "models/core/base/breakable.h"

#include <algorithm>

namespace packwarden::sim {

using namespace uds;

namespace {

/// Sessions as bits, and the least length of a request that can be told apart at all.
struct ServiceRule
{
    quint8 service;
    int sessions;
    int minimumLength;
};
constexpr int every = 1 << DefaultSession | 1 << ProgrammingSession | 1 << ExtendedSession;
constexpr int opened = 1 << ProgrammingSession | 1 << ExtendedSession;
constexpr int programming = 1 << ProgrammingSession;
constexpr ServiceRule services[] = {{DiagnosticSessionControl, every, 2}, {EcuReset, every, 2},
    {ClearDiagnosticInformation, every, 4}, {ReadDtcInformation, every, 2}, {ReadDataByIdentifier, every, 3},
    {Authentication, every, 2}, {WriteDataByIdentifier, opened, 4}, {RoutineControl, opened, 4},
    {RequestDownload, programming, 5}, {RequestUpload, programming, 5}, {TransferData, programming, 2},
    {RequestTransferExit, programming, 1}, {TesterPresent, every, 2}};

/// ISO 14229-1, 8.7.5: what is meant for somebody else is not answered when everybody was asked.
bool silentWhenFunctional(quint8 code)
{
    return code == nrc::serviceNotSupported || code == nrc::subFunctionNotSupported || code == nrc::requestOutOfRange
        || code == nrc::subFunctionNotInSession || code == nrc::serviceNotInSession;
}

QByteArray negative(quint8 service, quint8 code)
{
    return QByteArray(1, char(0x7F)) + char(service) + char(code);
}

QByteArray messageOf(quint8 service, const UdsReply &reply)
{
    return reply.negative == nrc::none ? reply.positive : negative(service, reply.negative);
}

} // namespace

UdsServer::UdsServer(Pack pack)
    : m_pack(std::move(pack))
    , m_transfer(m_pack.reader)
{
}

QList<QByteArray> UdsServer::receive(const QByteArray &request, bool functional, qint64 now)
{
    advance(now);
    if (request.isEmpty())
        return {};
    m_lastActivity = now;
    m_now = now;
    const quint8 service = at(request, 0);
    bool suppressed = false;
    UdsReply reply;
    // TesterPresent without an answer is the one request that may come at any time.
    const bool keepsAlive = request == QByteArray::fromHex("3e80");
    if (hasWork() && !keepsAlive)
        reply.negative = nrc::busyRepeatRequest;
    else
        reply = dispatch(request, suppressed);

    if (reply.negative != nrc::none && functional && silentWhenFunctional(reply.negative)
        && !broken("functional-silence"))
        return {};
    if (reply.negative == nrc::none && suppressed && !broken("suppression"))
        return {};
    return {messageOf(service, reply)};
}

QList<QByteArray> UdsServer::work(qint64 now)
{
    if (!hasWork())
        return {};
    m_now = now;
    m_lastActivity = now;
    const QByteArray request = std::exchange(m_work, {});
    return {messageOf(at(request, 0), workOn(request))};
}

void UdsServer::keepAlive(qint64 now)
{
    advance(now);
    m_lastActivity = now;
}

void UdsServer::advance(qint64 now)
{
    m_pack.authentication.advance(now);
    if (hasWork() || now - m_lastActivity <= s3Milliseconds || broken("s3"))
        return;
    // The default session does not end, but who fell silent in it has no rights any more.
    m_pack.authentication.end();
    if (m_session != DefaultSession)
        enterSession(DefaultSession);
}

void UdsServer::enterSession(int session)
{
    m_session = session;
    if (!broken("session-ends-rights"))
        m_pack.authentication.end();
    m_pack.actions.forget();
    if (!broken("session-ends-transfer"))
        m_transfer.forget();
    m_result.reset();
}

UdsReply UdsServer::dispatch(const QByteArray &request, bool &suppressed)
{
    const auto rule = std::find_if(
        std::begin(services), std::end(services), [&](const ServiceRule &r) { return r.service == at(request, 0); });
    if (rule == std::end(services))
        return {nrc::serviceNotSupported, {}};
    if (request.size() < rule->minimumLength && broken("order-of-checks"))
        return {nrc::incorrectLength, {}};
    if ((rule->sessions >> m_session & 1) == 0)
        return {nrc::serviceNotInSession, {}};
    if (request.size() < rule->minimumLength)
        return {nrc::incorrectLength, {}};
    switch (rule->service) {
    case DiagnosticSessionControl:
        return sessionControl(request, suppressed);
    case TesterPresent:
        return testerPresent(request, suppressed);
    case ReadDataByIdentifier:
        return readData(request);
    case ReadDtcInformation:
        return readFaults(request, suppressed);
    case Authentication:
        return authenticate(request, suppressed);
    case EcuReset: {
        const quint8 kind = at(request, 1) & ~suppressBit;
        if (kind != hardReset && kind != softReset)
            return {nrc::subFunctionNotSupported, {}};
        break;
    }
    case ClearDiagnosticInformation:
    case WriteDataByIdentifier:
        break;
    case RoutineControl:
        return routineControl(request, suppressed);
    case RequestDownload:
    case RequestUpload:
        return m_transfer.request(request);
    case TransferData:
        return m_transfer.data(request);
    default:
        return m_transfer.exit(request);
    }
    const UdsReply reply = signedAction(request, *PackActions::bodyLength(request));
    return reply.negative == nrc::responsePending ? pending(request) : reply;
}

UdsReply UdsServer::pending(const QByteArray &request)
{
    m_work = request;
    return {nrc::responsePending, {}};
}

UdsReply UdsServer::sessionControl(const QByteArray &request, bool &suppressed)
{
    const int session = at(request, 1) & ~suppressBit;
    if (session < DefaultSession || session > ExtendedSession)
        return {nrc::subFunctionNotSupported, {}};
    if (request.size() != 2)
        return {nrc::incorrectLength, {}};
    suppressed = at(request, 1) & suppressBit;
    enterSession(session);
    QByteArray answer(6, '\0');
    answer[0] = char(DiagnosticSessionControl + 0x40);
    answer[1] = char(session);
    qToBigEndian(quint16(p2Milliseconds), answer.data() + 2);
    qToBigEndian(quint16(p2StarMilliseconds / 10), answer.data() + 4);
    return {nrc::none, answer};
}

UdsReply UdsServer::testerPresent(const QByteArray &request, bool &suppressed)
{
    if ((at(request, 1) & ~suppressBit) != 0)
        return {nrc::subFunctionNotSupported, {}};
    if (request.size() != 2)
        return {nrc::incorrectLength, {}};
    suppressed = at(request, 1) & suppressBit;
    return {nrc::none, QByteArray::fromHex("7e00")};
}

quint8 UdsServer::mayReadInDetail() const
{
    if (broken("reading-rights"))
        return nrc::none;
    constexpr int layer = 2;
    const CapabilityId capability = CapabilityId::fromTrusted(QStringLiteral("read-cells"));
    const auto actor = m_pack.authentication.actor(layer);
    if (!actor.ok())
        return actor.code() == Code::CrlStale ? nrc::conditionsNotCorrect : nrc::authenticationRequired;
    return grantFor(*actor, capability, m_pack.reader.state()) ? nrc::none : nrc::accessDenied;
}

UdsReply UdsServer::readData(const QByteArray &request) const
{
    const auto identifier = [&](int i) {
        return qFromBigEndian<quint16>(request.constData() + i);
    };
    bool detailed = false;
    for (int i = 1; i + 1 < request.size(); i += 2)
        detailed = detailed || PackReader::isDetailed(identifier(i));
    const quint8 allowed = detailed ? mayReadInDetail() : nrc::none;
    if (allowed == nrc::authenticationRequired)
        return {allowed, {}};
    const bool tooMany = request.size() > 1 + 2 * maxIdentifiers && !broken("identifier-count");
    if (request.size() % 2 == 0 || tooMany)
        return {nrc::incorrectLength, {}};
    if (allowed != nrc::none)
        return {allowed, {}};
    QByteArray answer(1, char(ReadDataByIdentifier + 0x40));
    for (int i = 1; i < request.size(); i += 2) {
        // ISO 14229-1, 11.2: those that the server has are answered, the others left out.
        const auto value = identifier(i) == sessionIdentifier
            ? std::optional(m_pack.authentication.info(m_now).encode())
            : m_pack.reader.dataIdentifier(identifier(i));
        if (value)
            answer += request.mid(i, 2) + *value;
    }
    if (answer.size() == 1)
        return {nrc::requestOutOfRange, {}};
    if (answer.size() > maxMessage)
        return {nrc::responseTooLong, {}};
    return {nrc::none, answer};
}

UdsReply UdsServer::readFaults(const QByteArray &request, bool &suppressed) const
{
    const quint8 report = at(request, 1) & ~suppressBit;
    if (!faultreports::knows(report))
        return {nrc::subFunctionNotSupported, {}};
    const quint8 allowed = faultreports::isPublic(report) ? nrc::none : mayReadInDetail();
    if (allowed == nrc::authenticationRequired)
        return {allowed, {}};
    if (request.size() != 2 + faultreports::recordLength(report))
        return {nrc::incorrectLength, {}};
    if (allowed != nrc::none)
        return {allowed, {}};
    suppressed = at(request, 1) & suppressBit;
    return faultreports::answer(m_pack.faults, report, request.mid(2));
}

UdsReply UdsServer::authenticate(const QByteArray &request, bool &suppressed)
{
    const UdsReply reply = m_pack.authentication.request(request, m_now);
    if (reply.negative == nrc::responsePending)
        return pending(request);
    suppressed = at(request, 1) & suppressBit;
    return reply;
}

UdsReply UdsServer::signedAction(const QByteArray &request, qsizetype bodyLength) const
{
    const quint8 wrong = m_pack.authentication.checkTail(request, bodyLength, m_now);
    return {wrong == nrc::none ? nrc::responsePending : wrong, {}};
}

UdsReply UdsServer::routineControl(const QByteArray &request, bool &suppressed)
{
    const quint8 function = at(request, 1) & ~suppressBit;
    const quint16 routine = routineOf(request);
    if (function != startRoutine && function != requestResults)
        return {nrc::subFunctionNotSupported, {}};
    if (routine == applyDocument && m_session == ProgrammingSession)
        return documentRoutine(request, suppressed);
    if (routine == lastAction)
        return actionResult(request, suppressed);
    const auto action = PackActions::bodyLength(request);
    const bool provisions = routine == identify || routine == signingRequest;
    const bool known = action || routine == makeStatement || (provisions && m_session == ProgrammingSession);
    if (!known)
        return {nrc::requestOutOfRange, {}};
    if (function != startRoutine)
        return {nrc::subFunctionNotSupported, {}};
    if (action) {
        const UdsReply reply = signedAction(request, *action);
        return reply.negative == nrc::responsePending ? pending(request) : reply;
    }
    const bool lengthHolds
        = routine == identify ? request.size() > 4 : request.size() == (routine == makeStatement ? 4 + nonceSize : 4);
    return lengthHolds ? pending(request) : UdsReply{nrc::incorrectLength, {}};
}

UdsReply UdsServer::actionResult(const QByteArray &request, bool &suppressed) const
{
    if ((at(request, 1) & ~suppressBit) != requestResults)
        return {nrc::subFunctionNotSupported, {}};
    if (request.size() != 4)
        return {nrc::incorrectLength, {}};
    if (!m_pack.actions.lastRefusal())
        return {nrc::requestOutOfRange, {}};
    suppressed = at(request, 1) & suppressBit;
    return {nrc::none, QByteArray::fromHex("71030200") + reasonRecord(*m_pack.actions.lastRefusal())};
}

UdsReply UdsServer::documentRoutine(const QByteArray &request, bool &suppressed)
{
    const quint8 function = at(request, 1) & ~suppressBit;
    constexpr int startLength = 4 + 1 + 32;
    if (request.size() != (function == startRoutine ? startLength : 4))
        return {nrc::incorrectLength, {}};
    if (function == requestResults) {
        if (!m_result)
            return {nrc::requestSequenceError, {}};
        suppressed = at(request, 1) & suppressBit;
        return {nrc::none, QByteArray::fromHex("71030201") + *m_result};
    }
    if (m_transfer.uploaded().isEmpty())
        return {nrc::requestSequenceError, {}};
    if (!DocumentGate::accepts(at(request, 4)))
        return {nrc::requestOutOfRange, {}};
    m_result.reset();
    return pending(request);
}

} // namespace packwarden::sim
