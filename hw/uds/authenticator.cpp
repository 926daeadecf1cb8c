// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/uds/authenticator.h"

#include "hw/uds/udsreason.h"
#include "models/core/base/clock.h"
#include "models/core/cose/cose.h"
#include "models/core/pack/busreason.h"

#include <QRandomGenerator>
#include <QtEndian>

#include <algorithm>

namespace packwarden {

namespace {

constexpr quint8 authentication29 = 0x29;
constexpr quint8 deAuthenticate = 0x00;
constexpr quint8 verifyBidirectional = 0x02;
constexpr quint8 proofOfOwnership = 0x03;
constexpr quint8 ownershipNecessary = 0x11; // ISO 14229-1, Table B.5
constexpr quint8 complete = 0x12;
constexpr quint8 incorrectMessage = 0x13; // ISO 14229-1, Annex A
/// Another console may have begun between this one's certificate and proof.
constexpr int attempts = 3;
/// How often it is begun where another tester sends in between.
constexpr int undisturbedAttempts = 4;

QByteArray word(quint16 value)
{
    QByteArray bytes(2, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray withLength(const QByteArray &bytes)
{
    return word(quint16(bytes.size())) + bytes;
}

QByteArray request29(quint8 subFunction)
{
    return QByteArray(1, char(authentication29)).append(char(subFunction));
}

/// Takes a field with its length off the front; nothing if it runs past the end.
std::optional<QByteArray> takeField(QByteArray &rest)
{
    if (rest.size() < 2)
        return std::nullopt;
    const qsizetype length = qFromBigEndian<quint16>(rest.constData());
    if (rest.size() < 2 + length)
        return std::nullopt;
    const QByteArray field = rest.mid(2, length);
    rest.remove(0, 2 + length);
    return field;
}

QByteArray randomChallenge()
{
    QByteArray bytes(authentication::challengeSize, '\0');
    auto *words = reinterpret_cast<quint32 *>(bytes.data());
    QRandomGenerator::system()->fillRange(words, bytes.size() / qsizetype(sizeof(quint32)));
    return bytes;
}

/// The pack did nothing and says that it does not know this session, or that the sequence is another one.
bool sessionLost(quint8 negative)
{
    return negative == nrc::authenticationRequired || negative == nrc::requestSequenceError
        || negative == nrc::ownershipFailed || negative == nrc::subFunctionNotInSession
        || negative == nrc::serviceNotInSession;
}

/// Of this side: no other tester has to do with it.
bool isOwn(Code code)
{
    return code == Code::NotSignedIn || code == Code::KeyUnusable || code == Code::WrongPassphrase
        || code == Code::Cancelled || code == Code::Internal;
}

/// What a pack says, or does not say, when the messages of two testers get mixed up. The others are verdicts about a
/// certificate that it could read.
bool mayBeForAnother(const Error &error)
{
    switch (error.code) {
    case Code::Malformed:
    case Code::SignatureInvalid:
    case Code::UnexpectedAnswer:
    case Code::TransferFailed:
    case Code::PackUnreachable:
        return true;
    default:
        return error.is(NegativeAnswer{authentication29, incorrectMessage})
            || error.is(NegativeAnswer{authentication29, nrc::requestSequenceError});
    }
}

UdsAnswer asAnswer(const Error &error)
{
    UdsAnswer answer;
    answer.error = error;
    return answer;
}

} // namespace

bool ChallengeMemory::remember(const QByteArray &challenge)
{
    if (m_known.contains(challenge))
        return false;
    m_known.insert(challenge);
    m_order.enqueue(challenge);
    if (m_order.size() > most)
        m_known.remove(m_order.dequeue());
    return true;
}

Authenticator::Authenticator(UdsClient &client, const Clock &clock, std::shared_ptr<ChallengeMemory> challenges,
    const UdsTimings &timings, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
    , m_challenges(std::move(challenges))
    , m_disturbedWait(timings.disturbedWait)
    , m_patience(client.ticker())
    , m_backOff(client.ticker())
{
    m_backOff.setSingleShot(true);
    connect(&m_backOff, &Alarm::timeout, this, [this] {
        if (const auto again = std::exchange(m_again, nullptr))
            again();
    });
    m_patience.setSingleShot(true);
    m_patience.setInterval(timings.signingPatience);
    connect(&m_patience, &Alarm::timeout, this, [this] {
        takeSignature({Code::KeyUnusable, QStringLiteral("no signature in time")});
    });
    const auto given = [this] {
        const auto future = m_signature.future();
        takeSignature(future.resultCount() > 0 && !future.isCanceled()
                ? future.result()
                : Result<QByteArray>(Code::KeyUnusable, QStringLiteral("cancelled")));
    };
    connect(&m_signature, &QFutureWatcherBase::finished, this, given);
    connect(&m_signature, &QFutureWatcherBase::canceled, this, given);
}

void Authenticator::setCredential(const PackSerial &serial, const Credential &credential)
{
    m_serial = serial;
    m_credential = credential;
    m_open = false;
}

void Authenticator::dropCredential()
{
    m_credential.reset();
    m_open = false;
}

void Authenticator::cancel()
{
    m_signed = nullptr;
    m_patience.stop();
    m_again = nullptr;
    m_backOff.stop();
}

std::optional<Code> Authenticator::codeOf(quint8 negative)
{
    switch (negative) {
    case 0x50:
        return Code::CertificateExpired;
    case 0x51:
    case nrc::ownershipFailed:
        return Code::SignatureInvalid;
    case 0x52:
        return Code::UnknownIssuer;
    case 0x53:
    case 0x54:
    case 0x55:
        return Code::Malformed;
    case 0x56:
        return Code::RoleNotIssuable;
    case 0x57:
        return Code::CertificateRevoked;
    default:
        return std::nullopt;
    }
}

void Authenticator::authenticate(Done done)
{
    m_open = false;
    if (!m_credential)
        return done({Code::NotSignedIn, m_serial.text()});
    attempt(undisturbedAttempts - 1, {}, std::move(done));
}

void Authenticator::attempt(int left, const std::optional<Error> &before, Done done)
{
    const quint64 heard = m_client.foreignFrames();
    const Done ended = [this, left, before, heard, done](const Result<> &result) {
        if (result.ok() || m_client.foreignFrames() == heard || isOwn(result.code()))
            return done(result);
        const Error &error = result.error();
        if (left == 0) {
            const bool isVerdict = !mayBeForAnother(error) && before == error;
            return done(isVerdict ? error
                                  : Error{Code::BusUnavailable,
                                      QStringLiteral("disturbed: %1 %2").arg(codeName(error.code), error.detail),
                                      BusReason::Disturbed});
        }
        m_again = [this, left, error, done] {
            attempt(left - 1, error, done);
        };
        const int pause = m_disturbedWait << (undisturbedAttempts - 1 - left);
        m_backOff.start(std::max(pause, m_client.waitForOthers()));
    };
    // Also where it is thought to be open: only the pack knows, and another console may have ended it.
    m_client.startSession(sessionUsed, [this, done, ended](const UdsAnswer &answer) {
        if (answer.ok())
            sendCertificate(attempts - 1, ended);
        else if (answer.error.code == Code::PackUnreachable)
            done(answer.error); // it is not there, whoever else asks for it
        else
            ended(answer.error);
    });
}

void Authenticator::sendCertificate(int attemptsLeft, Done done)
{
    if (!m_credential)
        return done({Code::NotSignedIn, m_serial.text()});
    m_exchange = {};
    m_exchange.serial = m_serial;
    m_exchange.session = sessionUsed;
    m_exchange.challengeClient = randomChallenge();
    m_exchange.clientLeaf = sha256(m_credential->chain.value(0));
    const QByteArray request = request29(verifyBidirectional) + '\0' + withLength(joinCertificates(m_credential->chain))
        + withLength(m_exchange.challengeClient);
    m_client.request(request, [this, attemptsLeft, done](const UdsAnswer &answer) {
        if (answer.ok())
            return judge(answer, attemptsLeft, done);
        const auto code = codeOf(answer.negative);
        done(code ? Error{*code, answer.error.detail, answer.error.reason} : answer.error);
    });
}

/// Everything about the pack is looked at before the key is touched.
void Authenticator::judge(const UdsAnswer &answer, int attemptsLeft, Done done)
{
    const auto unexpected = [&done](const char *what) {
        done({Code::UnexpectedAnswer, QStringLiteral("69 02 ") + QLatin1String(what)});
    };
    QByteArray rest = answer.data.mid(2);
    const auto challenge = takeField(rest);
    const auto certificates = takeField(rest);
    const auto proof = takeField(rest);
    const auto ephemeralKey = takeField(rest);
    if (!ephemeralKey || !ephemeralKey->isEmpty() || !rest.isEmpty() || quint8(answer.data.at(1)) != ownershipNecessary)
        return unexpected("form");
    if (challenge->size() != authentication::challengeSize)
        return unexpected("length");
    if (*challenge == QByteArray(authentication::challengeSize, '\0'))
        return unexpected("zero");
    if (*challenge == m_exchange.challengeClient)
        return unexpected("reflected");
    if (!m_challenges->remember(*challenge))
        return unexpected("repeated");
    if (!m_credential)
        return done({Code::NotSignedIn, m_serial.text()});
    const auto chain = splitCertificates(*certificates);
    const auto leaf = chain.ok() ? judgeDevice(*chain, m_serial, m_credential->trust, m_clock.now()) : chain.error();
    if (!leaf.ok())
        return done(leaf.error());
    m_exchange.challengeServer = *challenge;
    m_exchange.serverLeaf = leaf->sha256;
    if (!verifyRs256(*leaf, authentication::serverProof(m_exchange), *proof))
        return done({Code::SignatureInvalid, m_serial.text()});
    sign(authentication::clientProof(m_exchange), [this, attemptsLeft, done](const Result<QByteArray> &made) {
        if (made.ok())
            sendProof(*made, attemptsLeft, done);
        else
            done(made.error());
    });
}

void Authenticator::sendProof(const QByteArray &proof, int attemptsLeft, Done done)
{
    const QByteArray request = request29(proofOfOwnership) + withLength(proof) + withLength({});
    m_client.request(request, [this, attemptsLeft, done](const UdsAnswer &answer) {
        if (answer.negative == nrc::requestSequenceError && attemptsLeft > 0)
            return sendCertificate(attemptsLeft - 1, done);
        if (!answer.ok()) {
            const auto code = codeOf(answer.negative);
            return done(code ? Error{*code, answer.error.detail, answer.error.reason} : answer.error);
        }
        if (answer.data.size() != 4 || quint8(answer.data.at(1)) != complete)
            return done({Code::UnexpectedAnswer, QStringLiteral("69 03")});
        m_open = true;
        m_sequence = 0;
        Q_EMIT opened();
        done(Result<>::success());
    });
}

void Authenticator::sign(const QByteArray &bytes, std::function<void(const Result<QByteArray> &)> done)
{
    if (!m_credential || !m_credential->sign)
        return done({Code::NotSignedIn, m_serial.text()});
    m_signed = std::move(done);
    m_patience.start();
    m_signature.setFuture(m_credential->sign(bytes));
}

/// Of the wish that waits; what comes for an earlier one the watcher has dropped.
void Authenticator::takeSignature(const Result<QByteArray> &made)
{
    m_patience.stop();
    if (const auto waiting = std::exchange(m_signed, nullptr))
        waiting(made);
}

void Authenticator::end(std::function<void()> done)
{
    const bool wasOpen = isOpen();
    dropCredential();
    if (!wasOpen)
        return done();
    m_client.request(request29(deAuthenticate),
        [this, done](const UdsAnswer &) { m_client.startSession(0x01, [done](const UdsAnswer &) { done(); }); });
}

void Authenticator::whenOpen(UdsClient::Callback failed, std::function<void()> go)
{
    if (isOpen())
        return go();
    authenticate([failed, go](const Result<> &result) {
        if (result.ok())
            go();
        else
            failed(asAnswer(result.error()));
    });
}

void Authenticator::act(const QByteArray &request, UdsClient::Callback done)
{
    const bool fresh = !isOpen();
    whenOpen(done, [this, request, fresh, done] { sendAction(request, !fresh, done); });
}

void Authenticator::sendAction(const QByteArray &request, bool again, UdsClient::Callback done)
{
    if (m_sequence == 0xFFFF) {
        // A sequence does not wrap: what was signed once stays good for once.
        m_open = false;
        return act(request, done);
    }
    const quint16 sequence = ++m_sequence;
    const QByteArray signedBytes = authentication::action(m_serial, m_exchange.challengeServer, sequence, request);
    sign(signedBytes, [this, request, sequence, again, done](const Result<QByteArray> &made) {
        if (!made.ok())
            return done(asAnswer(made.error()));
        m_client.request(request + word(sequence) + *made, [this, request, again, done](const UdsAnswer &answer) {
            if (again && sessionLost(answer.negative)) {
                m_open = false;
                return whenOpen(done, [this, request, done] { sendAction(request, false, done); });
            }
            // Without an answer nobody knows whether the sequence was counted.
            if (!answer.ok() && (answer.negative == 0 || sessionLost(answer.negative)))
                m_open = false;
            done(answer);
        });
    });
}

void Authenticator::ask(const QByteArray &request, UdsClient::Callback done)
{
    sendQuestion(request, m_credential.has_value(), done);
}

void Authenticator::sendQuestion(const QByteArray &request, bool again, UdsClient::Callback done)
{
    constexpr int retries = 2;
    m_client.request(
        request,
        [this, request, again, done](const UdsAnswer &answer) {
            if (!again || !sessionLost(answer.negative))
                return done(answer);
            m_open = false;
            whenOpen(done, [this, request, done] { sendQuestion(request, false, done); });
        },
        retries);
}

} // namespace packwarden
