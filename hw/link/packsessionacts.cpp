// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/link/packsession.h"

#include "hw/uds/udsreason.h"

#include <QtEndian>

namespace packwarden {

namespace {

constexpr quint8 startRoutine = 0x01;
constexpr quint8 programmingSession = 0x02;
constexpr quint16 lastAction = 0x0200;
constexpr int longestList = 1024;

/// What an answer to an action means, where the pack gives no reason of its own.
Error errorOf(const UdsAnswer &answer)
{
    switch (answer.negative) {
    case nrc::accessDenied:
        return {Code::SignerNotAuthorised, answer.error.detail, answer.error.reason};
    case nrc::authenticationRequired:
        return {Code::NotSignedIn, answer.error.detail, answer.error.reason};
    case nrc::ownershipFailed:
        return {Code::SignatureInvalid, answer.error.detail, answer.error.reason};
    default:
        return answer.error;
    }
}

bool hasReason(quint8 negative)
{
    return negative == nrc::accessDenied || negative == nrc::conditionsNotCorrect || negative == nrc::requestOutOfRange;
}

/// How many bytes of an action's answer repeat the request, after the service.
qsizetype repeated(const QByteArray &request)
{
    switch (quint8(request.at(0))) {
    case 0x11:
        return 1;
    case 0x2E:
        return 2;
    case 0x31:
        return 3;
    default:
        return 0;
    }
}

QByteArray requestFor(PackQuestion question)
{
    switch (question) {
    case PackQuestion::Repository:
        return QByteArray::fromHex("220102");
    case PackQuestion::Counters:
        return QByteArray::fromHex("220105");
    case PackQuestion::Heads:
        return QByteArray::fromHex("220106");
    case PackQuestion::Lock:
        return QByteArray::fromHex("220107");
    case PackQuestion::Components:
        return QByteArray::fromHex("220108");
    case PackQuestion::Session:
        return QByteArray::fromHex("220110");
    case PackQuestion::Changes:
        return QByteArray::fromHex("220111");
    case PackQuestion::Refusals:
        return QByteArray::fromHex("220112");
    case PackQuestion::Knowledge:
        return QByteArray::fromHex("220114");
    case PackQuestion::Faults:
        return QByteArray::fromHex("1902FF");
    }
    Q_UNREACHABLE();
}

/// Record 01 of a fault.
QByteArray faultRequest(quint8 report, quint32 code)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(code << 8 | 0x01, bytes.data());
    return QByteArray(1, char(0x19)) + char(report) + bytes;
}

/// 59 02: availability mask, then code and status of each.
Result<QList<PackFault>> decodeFaults(const QByteArray &bytes)
{
    constexpr int each = 4;
    if (bytes.isEmpty() || (bytes.size() - 1) % each != 0)
        return {Code::Malformed, QStringLiteral("length")};
    QList<PackFault> faults;
    for (qsizetype i = 1; i < bytes.size(); i += each) {
        const auto whole = qFromBigEndian<quint32>(bytes.constData() + i);
        faults.append({whole >> 8, quint8(whole & 0xFF)});
    }
    return faults;
}

Result<PackAnswer::Value> decode(PackQuestion question, const QByteArray &data)
{
    const auto as = [](const auto &decoded) {
        return decoded.ok() ? Result<PackAnswer::Value>(PackAnswer::Value(*decoded)) : decoded.error();
    };
    const QByteArray value = data.mid(2);
    switch (question) {
    case PackQuestion::Repository:
        return as(RepositorySlot::decodeMap(value));
    case PackQuestion::Counters:
        return as(PackCounters::decode(value));
    case PackQuestion::Heads:
        return as(WitnessedHead::decodeList(value));
    case PackQuestion::Lock:
        return as(LockInfo::decode(value));
    case PackQuestion::Components:
        return as(decodeComponents(value));
    case PackQuestion::Session:
        return as(SessionInfo::decode(value));
    case PackQuestion::Changes:
    case PackQuestion::Refusals:
        return as(PackLogRecord::decodeList(value));
    case PackQuestion::Knowledge:
        return as(PackKnowledge::decode(value));
    case PackQuestion::Faults:
        return as(decodeFaults(data.mid(1)));
    }
    Q_UNREACHABLE();
}

} // namespace

void PackSession::ask(const PackSerial &serial, PackQuestion question, quint64 requestId)
{
    const auto tell = [=, this](const Result<PackAnswer::Value> &value) {
        PackAnswer answer{serial, question, {}, {}};
        if (value.ok())
            answer.value = *value;
        else
            answer.error = value.error();
        Q_EMIT answered(answer, requestId);
    };
    auto start = [=, this] {
        m_authenticator.ask(requestFor(question), [=, this](const UdsAnswer &answer) {
            if (!answer.ok())
                return failed(errorOf(answer));
            const auto decoded = decode(question, answer.data);
            if (!decoded.ok()) {
                const QString what = QString::fromLatin1(requestFor(question).toHex());
                return failed({Code::UnexpectedAnswer, what + u' ' + decoded.error().detail});
            }
            finished();
            tell(decoded);
        });
    };
    enqueue({start, tell});
}

void PackSession::readFault(const PackSerial &serial, quint32 code, quint64 requestId)
{
    FaultDetail detail;
    detail.serial = serial;
    detail.code = code;
    auto start = [=, this] {
        m_visiting = m_visiting || m_authenticator.hasCredential();
        m_authenticator.ask(faultRequest(0x06, code), [=, this](const UdsAnswer &answer) {
            if (!answer.ok())
                return failed(errorOf(answer));
            // Sub-function, code and status, record 01, how often, first, last.
            constexpr qsizetype whole = 1 + 4 + 1 + 2 + 4 + 4;
            if (answer.data.size() != whole)
                return failed({Code::UnexpectedAnswer, QStringLiteral("19 06")});
            const char *record = answer.data.constData() + 6;
            FaultDetail more = detail;
            more.count = qFromBigEndian<quint16>(record);
            more.first = qFromBigEndian<quint32>(record + 2);
            more.last = qFromBigEndian<quint32>(record + 6);
            readFrame(more, requestId);
        });
    };
    enqueue({start, [=, this](const Error &error) {
                 FaultDetail none = detail;
                 none.error = error;
                 Q_EMIT faultRead(none, requestId);
             }});
}

void PackSession::readFrame(FaultDetail detail, quint64 requestId)
{
    m_authenticator.ask(faultRequest(0x04, detail.code), [=, this](const UdsAnswer &answer) {
        if (!answer.ok())
            return failed(errorOf(answer));
        // Sub-function, code and status, record 01 with one identifier, the identifier, its value.
        constexpr qsizetype head = 1 + 4 + 2 + 2;
        const auto frame = FreezeFrame::decode(answer.data.mid(head));
        if (!frame.ok())
            return failed({Code::UnexpectedAnswer, QStringLiteral("19 04 ") + frame.error().detail});
        FaultDetail whole = detail;
        whole.frame = *frame;
        finished();
        Q_EMIT faultRead(whole, requestId);
    });
}

void PackSession::readDocuments(const PackSerial &serial, int kind, quint64 requestId)
{
    PackDocuments documents;
    documents.serial = serial;
    documents.kind = kind;
    auto start = [=, this] {
        m_visiting = true;
        m_client.startSession(programmingSession, [=, this](const UdsAnswer &answer) {
            if (answer.ok())
                readList(documents, requestId);
            else
                failed(answer.error);
        });
    };
    enqueue({start, [=, this](const Error &error) {
                 PackDocuments none = documents;
                 none.error = error;
                 Q_EMIT documentsRead(none, requestId);
             }});
}

void PackSession::readList(PackDocuments documents, quint64 requestId)
{
    const int index = int(documents.list.size());
    m_transfer.read(documents.kind, index, [=, this](const Result<QByteArray> &read) {
        PackDocuments more = documents;
        if (read.ok() && index < longestList) {
            more.list.append(*read);
            return readList(more, requestId);
        }
        if (!read.ok() && !read.error().is(noSuchDocument))
            return failed(read.error());
        more.ok = true;
        finished();
        Q_EMIT documentsRead(more, requestId);
    });
}

void PackSession::authenticate(const PackSerial &serial, const Credential &credential)
{
    auto start = [=, this] {
        m_authenticator.setCredential(serial, credential);
        m_authenticator.authenticate([=, this](const Result<> &result) {
            if (result.ok())
                return readSession(serial);
            giveUpRights();
            if (result.error().is(cannotJudge))
                findWhatItLacks(serial);
            else
                failed(result.error());
        });
    };
    enqueue({start, [=, this](const Error &error) {
                 Q_EMIT authenticationFailed(serial.text(), error);
             }});
}

/// A pack that cannot judge anybody lacks the time, or lists that are fresh enough.
void PackSession::findWhatItLacks(const PackSerial &serial)
{
    m_client.readData(0x0101, [=, this](const UdsAnswer &answer) {
        const auto info = answer.ok() ? LifeCycleInfo::decode(answer.data) : Result<LifeCycleInfo>(answer.error);
        if (!info.ok())
            failed({Code::NegativeResponse, QStringLiteral("29 22"), cannotJudge});
        else
            failed({info->clockUncertain ? Code::TimeUncertain : Code::CrlStale, serial.text()});
    });
}

void PackSession::readSession(const PackSerial &serial)
{
    m_client.readData(0x0110, [=, this](const UdsAnswer &answer) {
        const auto info = answer.ok() ? SessionInfo::decode(answer.data) : Result<SessionInfo>(answer.error);
        if (!info.ok()) {
            giveUpRights();
            return failed(answer.ok() ? Error{Code::UnexpectedAnswer, QStringLiteral("22 0110")} : info.error());
        }
        finished();
        Q_EMIT authenticated(serial.text(), *info);
    });
}

void PackSession::deauthenticate(const PackSerial &serial)
{
    const auto tell = [=, this] {
        Q_EMIT deauthenticated(serial.text());
    };
    m_renew.stop();
    enqueue({[=, this] {
                 m_authenticator.end([=, this] {
                     finished();
                     tell();
                 });
             },
        [=, this](const Error &) {
            m_authenticator.dropCredential();
            tell();
        }});
}

/// With the credential goes the session that it was used in.
void PackSession::giveUpRights()
{
    m_authenticator.dropCredential();
    m_visiting = true;
}

void PackSession::dropCredential()
{
    m_renew.stop();
    m_authenticator.dropCredential();
}

void PackSession::renew()
{
    // Where the rights ended by something else they are asked for when they are needed.
    if (!m_authenticator.isOpen())
        return;
    auto start = [this] {
        m_authenticator.authenticate([this](const Result<> &result) {
            if (result.ok())
                finished();
            else
                failed(result.error());
        });
    };
    enqueue({start, [this](const Error &error) {
                 if (error.code != Code::Cancelled)
                     Q_EMIT authenticationFailed(m_authenticator.serial().text(), error);
             }});
}

void PackSession::act(const PackSerial &serial, const QByteArray &request, quint64 requestId)
{
    ActionResult result;
    result.serial = serial;
    const auto tell = [=, this](const Error &error) {
        ActionResult refused = result;
        refused.error = error;
        Q_EMIT acted(refused, requestId);
    };
    auto start = [=, this] {
        if (request.isEmpty())
            return failed({Code::Malformed, {}});
        m_visiting = m_visiting || m_authenticator.hasCredential();
        m_authenticator.act(
            request, [=, this](const UdsAnswer &answer) { finishAction(result, request, answer, requestId); });
    };
    enqueue({start, tell});
}

void PackSession::finishAction(
    ActionResult result, const QByteArray &request, const UdsAnswer &answer, quint64 requestId)
{
    if (hasReason(answer.negative))
        return askWhy(lastAction, errorOf(answer), [this](const Error &error) { failed(error); });
    if (!answer.ok())
        return failed(errorOf(answer));
    result.done = true;
    result.data = answer.data.mid(repeated(request));
    finished();
    Q_EMIT acted(result, requestId);
}

void PackSession::routine(
    const PackSerial &serial, quint16 id, const QByteArray &record, quint8 session, quint64 requestId)
{
    ActionResult result;
    result.serial = serial;
    const auto ask = [=, this] {
        m_client.routine(startRoutine, id, record, [=, this](const UdsAnswer &answer) {
            if (hasReason(answer.negative))
                return askWhy(lastAction, errorOf(answer), [this](const Error &error) { failed(error); });
            if (!answer.ok())
                return failed(errorOf(answer));
            ActionResult ended = result;
            ended.done = true;
            ended.data = answer.data;
            finished();
            Q_EMIT acted(ended, requestId);
        });
    };
    auto start = [=, this] {
        if (m_client.session() == session)
            return ask();
        m_visiting = true;
        m_client.startSession(session, [=, this](const UdsAnswer &answer) {
            if (answer.ok())
                ask();
            else
                failed(answer.error);
        });
    };
    enqueue({start, [=, this](const Error &error) {
                 ActionResult refused = result;
                 refused.error = error;
                 Q_EMIT acted(refused, requestId);
             }});
}

} // namespace packwarden
