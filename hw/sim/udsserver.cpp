// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "udsserver.h"

#include "cbor.h"
#include "documentgate.h"
#include "nrc.h"

#include <QtEndian>

namespace packwarden::sim {

namespace {

enum Service : quint8 {
    DiagnosticSessionControl = 0x10,
    ReadDataByIdentifier = 0x22,
    RoutineControl = 0x31,
    RequestDownload = 0x34,
    RequestUpload = 0x35,
    TransferData = 0x36,
    RequestTransferExit = 0x37,
    TesterPresent = 0x3E,
};

constexpr int defaultSession = 1;
constexpr int programmingSession = 2;
constexpr int extendedSession = 3;
constexpr quint8 suppressBit = 0x80;
constexpr quint16 applyDocument = 0x0201;
constexpr quint8 startRoutine = 0x01;
constexpr quint8 requestResults = 0x03;
constexpr int maxIdentifiers = 16;
constexpr int maxMessage = 65535;

quint8 at(const QByteArray &bytes, int index)
{
    return quint8(bytes.at(index));
}

bool isKnown(quint8 service)
{
    switch (service) {
    case DiagnosticSessionControl:
    case ReadDataByIdentifier:
    case RoutineControl:
    case RequestDownload:
    case RequestUpload:
    case TransferData:
    case RequestTransferExit:
    case TesterPresent:
        return true;
    default:
        return false;
    }
}

bool inSession(quint8 service, int session)
{
    switch (service) {
    case RoutineControl:
    case RequestDownload:
    case RequestUpload:
    case TransferData:
    case RequestTransferExit:
        return session == programmingSession;
    default:
        return true;
    }
}

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

} // namespace

UdsServer::UdsServer(const PackReader &reader, DocumentGate &gate)
    : m_reader(reader)
    , m_gate(gate)
{
}

QList<QByteArray> UdsServer::receive(const QByteArray &request, bool functional, qint64 now)
{
    advance(now);
    if (request.isEmpty())
        return {};
    m_lastActivity = now;
    const quint8 service = at(request, 0);
    bool suppressed = false;
    Answer answer;
    // TesterPresent without an answer is the one request that may come at any time.
    const bool keepsAlive = request == QByteArray::fromHex("3e80");
    if (hasWork() && !keepsAlive)
        answer.negative = nrc::busyRepeatRequest;
    else
        answer = dispatch(request, suppressed);

    if (answer.negative == nrc::responsePending)
        return {negative(service, nrc::responsePending)};
    if (answer.negative != nrc::none) {
        if (functional && silentWhenFunctional(answer.negative))
            return {};
        return {negative(service, answer.negative)};
    }
    if (suppressed)
        return {};
    return {answer.positive};
}

QList<QByteArray> UdsServer::work(qint64 now)
{
    if (!hasWork())
        return {};
    const QByteArray request = std::exchange(m_work, {});
    const QByteArray document = std::exchange(m_uploaded, {});
    m_lastActivity = now;
    const DocumentGate::Outcome outcome = m_gate.apply(at(request, 4), document, request.mid(5));
    if (outcome.refusal) {
        const QString detail = outcome.refusal->detail;
        m_result = cbor::encode(QCborMap{{QLatin1String("reason"), QString(codeName(outcome.refusal->code))},
            {QLatin1String("detail"), detail.left(1000)}});
        return {negative(RoutineControl, DocumentGate::negativeResponse(outcome.refusal->code))};
    }
    QByteArray status(1, outcome.alreadyApplied ? '\1' : '\0');
    QByteArray length(4, '\0');
    qToBigEndian(quint32(outcome.receipt.size()), length.data());
    status += length;
    m_result = status;
    return {QByteArray::fromHex("71010201") + status};
}

void UdsServer::keepAlive(qint64 now)
{
    advance(now);
    m_lastActivity = now;
}

void UdsServer::advance(qint64 now)
{
    if (m_session != defaultSession && !hasWork() && now - m_lastActivity > s3Milliseconds)
        enterSession(defaultSession);
}

void UdsServer::enterSession(int session)
{
    m_session = session;
    m_transfer = {};
    m_uploaded.clear();
    m_result.reset();
}

UdsServer::Answer UdsServer::dispatch(const QByteArray &request, bool &suppressed)
{
    const quint8 service = at(request, 0);
    if (!isKnown(service))
        return {nrc::serviceNotSupported, {}};
    if (!inSession(service, m_session))
        return {nrc::serviceNotInSession, {}};
    switch (service) {
    case DiagnosticSessionControl:
        return sessionControl(request, suppressed);
    case TesterPresent:
        return testerPresent(request, suppressed);
    case ReadDataByIdentifier:
        return readData(request);
    case RoutineControl:
        return routineControl(request, suppressed);
    case RequestDownload:
    case RequestUpload:
        return requestTransfer(request);
    case TransferData:
        return transferData(request);
    default:
        return transferExit(request);
    }
}

UdsServer::Answer UdsServer::sessionControl(const QByteArray &request, bool &suppressed)
{
    if (request.size() < 2)
        return {nrc::incorrectLength, {}};
    const int session = at(request, 1) & ~suppressBit;
    if (session < defaultSession || session > extendedSession)
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

UdsServer::Answer UdsServer::testerPresent(const QByteArray &request, bool &suppressed)
{
    if (request.size() < 2)
        return {nrc::incorrectLength, {}};
    if ((at(request, 1) & ~suppressBit) != 0)
        return {nrc::subFunctionNotSupported, {}};
    if (request.size() != 2)
        return {nrc::incorrectLength, {}};
    suppressed = at(request, 1) & suppressBit;
    return {nrc::none, QByteArray::fromHex("7e00")};
}

UdsServer::Answer UdsServer::readData(const QByteArray &request) const
{
    if (request.size() < 3 || request.size() % 2 == 0 || request.size() > 1 + 2 * maxIdentifiers)
        return {nrc::incorrectLength, {}};
    QByteArray answer(1, char(ReadDataByIdentifier + 0x40));
    for (int i = 1; i < request.size(); i += 2) {
        const quint16 did = qFromBigEndian<quint16>(request.constData() + i);
        // ISO 14229-1, 11.2: those that the server has are answered, the others left out.
        if (const auto value = m_reader.dataIdentifier(did))
            answer += request.mid(i, 2) + *value;
    }
    if (answer.size() == 1)
        return {nrc::requestOutOfRange, {}};
    if (answer.size() > maxMessage)
        return {nrc::responseTooLong, {}};
    return {nrc::none, answer};
}

UdsServer::Answer UdsServer::routineControl(const QByteArray &request, bool &suppressed)
{
    if (request.size() < 4)
        return {nrc::incorrectLength, {}};
    const quint8 function = at(request, 1) & ~suppressBit;
    if (function != startRoutine && function != requestResults)
        return {nrc::subFunctionNotSupported, {}};
    if (qFromBigEndian<quint16>(request.constData() + 2) != applyDocument)
        return {nrc::requestOutOfRange, {}};
    constexpr int startLength = 4 + 1 + 32;
    if (request.size() != (function == startRoutine ? startLength : 4))
        return {nrc::incorrectLength, {}};
    if (function == requestResults) {
        if (!m_result)
            return {nrc::requestSequenceError, {}};
        suppressed = at(request, 1) & suppressBit;
        return {nrc::none, QByteArray::fromHex("71030201") + *m_result};
    }
    if (m_uploaded.isEmpty())
        return {nrc::requestSequenceError, {}};
    if (!DocumentGate::accepts(at(request, 4)))
        return {nrc::requestOutOfRange, {}};
    m_result.reset();
    m_work = request;
    return {nrc::responsePending, {}};
}

UdsServer::Answer UdsServer::requestTransfer(const QByteArray &request)
{
    const bool upload = at(request, 0) == RequestDownload;
    constexpr int minimumLength = 5;
    if (request.size() < minimumLength)
        return {nrc::incorrectLength, {}};
    const int widths = (at(request, 2) >> 4) + (at(request, 2) & 0x0F);
    if (request.size() != 3 + widths)
        return {nrc::incorrectLength, {}};
    if (at(request, 1) != 0x00 || at(request, 2) != 0x44)
        return {nrc::requestOutOfRange, {}};
    const quint32 address = qFromBigEndian<quint32>(request.constData() + 3);
    const quint32 length = qFromBigEndian<quint32>(request.constData() + 7);
    Transfer next;
    if (upload) {
        if (address != 0 || length == 0 || length > maxUpload)
            return {nrc::requestOutOfRange, {}};
        next.direction = Direction::Upload;
        next.expected = length;
    } else {
        constexpr quint32 whole = 0xFFFFFFFF;
        const auto document = m_reader.document(int(address >> 24), int(address & 0x00FFFFFF));
        if (!document || length == 0 || (length != whole && length > quint32(document->size())))
            return {nrc::requestOutOfRange, {}};
        next.direction = Direction::Download;
        next.bytes = length == whole ? *document : document->left(length);
    }
    if (m_transfer.direction != Direction::None)
        return {nrc::conditionsNotCorrect, {}};
    m_transfer = next;
    if (upload)
        m_uploaded.clear();
    QByteArray answer(4, '\0');
    answer[0] = char(at(request, 0) + 0x40);
    answer[1] = char(0x20);
    qToBigEndian(quint16(maxBlockLength), answer.data() + 2);
    return {nrc::none, answer};
}

UdsServer::Answer UdsServer::transferData(const QByteArray &request)
{
    if (request.size() < 2 || request.size() > maxBlockLength)
        return {nrc::incorrectLength, {}};
    switch (m_transfer.direction) {
    case Direction::Upload:
        return receiveBlock(request);
    case Direction::Download:
        return sendBlock(request);
    default:
        return {nrc::requestSequenceError, {}};
    }
}

UdsServer::Answer UdsServer::receiveBlock(const QByteArray &request)
{
    if (request.size() == 2)
        return {nrc::incorrectLength, {}};
    const QByteArray block = request.mid(2);
    const quint8 counter = at(request, 1);
    const Answer taken{nrc::none, QByteArray(1, char(TransferData + 0x40)) + char(counter)};
    // A repeated block was taken, but its answer was lost: answer again, write nothing (ISO 14229-1, 15.4).
    if (!m_transfer.bytes.isEmpty() && counter == m_transfer.counter && block == m_transfer.lastBlock)
        return taken;
    if (counter != quint8(m_transfer.counter + 1))
        return {nrc::wrongBlockSequenceCounter, {}};
    if (m_transfer.bytes.size() == m_transfer.expected)
        return {nrc::requestSequenceError, {}};
    if (m_transfer.bytes.size() + block.size() > m_transfer.expected)
        return {nrc::requestOutOfRange, {}};
    m_transfer.bytes += block;
    m_transfer.counter = counter;
    m_transfer.lastBlock = block;
    return taken;
}

UdsServer::Answer UdsServer::sendBlock(const QByteArray &request)
{
    if (request.size() != 2)
        return {nrc::incorrectLength, {}};
    const quint8 counter = at(request, 1);
    const bool again = counter == m_transfer.counter && (m_transfer.offset > 0 || m_transfer.ended);
    if (!again) {
        if (counter != quint8(m_transfer.counter + 1))
            return {nrc::wrongBlockSequenceCounter, {}};
        if (m_transfer.ended)
            return {nrc::requestSequenceError, {}};
        m_transfer.lastBlock = m_transfer.bytes.mid(m_transfer.offset, maxBlockLength - 2);
        m_transfer.offset += m_transfer.lastBlock.size();
        m_transfer.ended = m_transfer.lastBlock.isEmpty();
        m_transfer.counter = counter;
    }
    return {nrc::none, QByteArray(1, char(TransferData + 0x40)) + char(counter) + m_transfer.lastBlock};
}

UdsServer::Answer UdsServer::transferExit(const QByteArray &request)
{
    if (request.size() != 1)
        return {nrc::incorrectLength, {}};
    const bool incomplete = m_transfer.direction == Direction::Upload && m_transfer.bytes.size() != m_transfer.expected;
    if (m_transfer.direction == Direction::None || incomplete)
        return {nrc::requestSequenceError, {}};
    if (m_transfer.direction == Direction::Upload)
        m_uploaded = m_transfer.bytes;
    m_transfer = {};
    return {nrc::none, QByteArray(1, char(RequestTransferExit + 0x40))};
}

} // namespace packwarden::sim
