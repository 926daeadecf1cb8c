// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/uds/udsauthentication.h"

#include "models/core/base/breakable.h"

#include <QtEndian>

#include <algorithm>

namespace packwarden::sim {

namespace {

enum SubFunction : quint8 {
    DeAuthenticate = 0x00,
    VerifyCertificateBidirectional = 0x02,
    ProofOfOwnership = 0x03,
    AuthenticationConfiguration = 0x08,
};

/// ISO 14229-1:2020, Table B.5
enum ReturnValue : quint8 {
    ConfigurationApce = 0x02,
    DeAuthenticationSuccessful = 0x10,
    CertificateVerified = 0x11,
    OwnershipVerified = 0x12,
};

constexpr quint8 suppressBit = 0x80;
constexpr int mostCertificates = 3;
constexpr int shortestSignature = 3072 / 8;
constexpr int longestSignature = 4096 / 8;
constexpr int layerOfReading = 1; ///< lists may be as late as for what is outermost; actions ask for more

/// A field of a length of two bytes and so many bytes; nothing if it does not fit.
std::optional<QByteArray> takeField(const QByteArray &bytes, qsizetype &offset)
{
    if (bytes.size() - offset < 2)
        return std::nullopt;
    const qsizetype length = qFromBigEndian<quint16>(bytes.constData() + offset);
    offset += 2;
    if (bytes.size() - offset < length)
        return std::nullopt;
    offset += length;
    return bytes.mid(offset - length, length);
}

QByteArray field(const QByteArray &content)
{
    QByteArray length(2, '\0');
    qToBigEndian(quint16(content.size()), length.data());
    return length + content;
}

struct CertificateFields
{
    quint8 configuration = 0;
    QByteArray certificates;
    QByteArray challenge;
};

std::optional<CertificateFields> readCertificateFields(const QByteArray &request)
{
    if (request.size() < 3)
        return std::nullopt;
    qsizetype offset = 3;
    const auto certificates = takeField(request, offset);
    const auto challenge = certificates ? takeField(request, offset) : std::nullopt;
    if (!challenge || offset != request.size() || challenge->size() != authentication::challengeSize)
        return std::nullopt;
    return CertificateFields{quint8(request.at(2)), *certificates, *challenge};
}

/// The client's proof; the ephemeral key after it must be empty, as the session keeps no keys.
std::optional<QByteArray> readProof(const QByteArray &request)
{
    qsizetype offset = 2;
    const auto proof = takeField(request, offset);
    const auto ephemeral = proof ? takeField(request, offset) : std::nullopt;
    if (!ephemeral || !ephemeral->isEmpty() || offset != request.size() || proof->isEmpty())
        return std::nullopt;
    return proof;
}

/// Certificates follow each other without anything between: where one ends is in the head of its DER.
std::optional<QList<QByteArray>> splitDer(const QByteArray &bytes)
{
    constexpr int head = 4; // a certificate has 256 to 65535 bytes
    QList<QByteArray> list;
    for (qsizetype offset = 0; offset < bytes.size();) {
        if (bytes.size() - offset < head || quint8(bytes.at(offset)) != 0x30 || quint8(bytes.at(offset + 1)) != 0x82)
            return std::nullopt;
        const qsizetype size = head + qFromBigEndian<quint16>(bytes.constData() + offset + 2);
        if (bytes.size() - offset < size || list.size() == mostCertificates)
            return std::nullopt;
        list.append(bytes.mid(offset, size));
        offset += size;
    }
    return list.isEmpty() ? std::nullopt : std::optional(list);
}

quint8 negativeOf(Code code)
{
    switch (code) {
    case Code::CertificateNotYetValid:
    case Code::CertificateExpired:
        return nrc::invalidValidity;
    case Code::SignatureInvalid:
        return nrc::invalidSignature;
    case Code::UnknownIssuer:
        return broken("one-cause-one-code") ? nrc::invalidSignature : nrc::invalidChain;
    case Code::RoleNotIssuable:
    case Code::SignerNotAuthorised:
        return nrc::invalidScope;
    case Code::CertificateRevoked:
        return nrc::certificateRevoked;
    case Code::CrlStale:
    case Code::TimeUncertain:
    case Code::WrongState:
        return nrc::conditionsNotCorrect;
    default:
        return nrc::invalidContent;
    }
}

} // namespace

UdsAuthentication::UdsAuthentication(Pack pack)
    : m_pack(std::move(pack))
{
}

void UdsAuthentication::end()
{
    m_exchange.reset();
    m_rights.reset();
}

void UdsAuthentication::advance(qint64 now)
{
    if (m_rights && now - m_rights->since >= longestMilliseconds)
        m_rights.reset();
}

bool UdsAuthentication::isTooFast(QList<qint64> &verifications, qint64 now) const
{
    constexpr qint64 second = 1000;
    verifications.removeIf([&](qint64 at) { return now - at >= second; });
    return verifications.size() >= verificationsPerSecond && !broken("two-a-second");
}

UdsReply UdsAuthentication::request(const QByteArray &request, qint64 now)
{
    advance(now);
    const auto refused = [this](quint8 code) {
        if (!broken("refusal-ends-rights"))
            end();
        return UdsReply{code, {}};
    };
    switch (quint8(request.at(1)) & ~suppressBit) {
    case DeAuthenticate:
        if (request.size() != 2)
            return refused(nrc::incorrectLength);
        end();
        return {nrc::none, QByteArray::fromHex("6900") + char(DeAuthenticationSuccessful)};
    case AuthenticationConfiguration:
        if (request.size() != 2)
            return refused(nrc::incorrectLength);
        return {nrc::none, QByteArray::fromHex("6908") + char(ConfigurationApce)};
    case VerifyCertificateBidirectional: {
        const auto fields = readCertificateFields(request);
        if (!fields)
            return refused(nrc::incorrectLength);
        if (fields->configuration != 0)
            return refused(nrc::requestOutOfRange);
        break;
    }
    case ProofOfOwnership:
        if (!readProof(request))
            return refused(nrc::incorrectLength);
        if (!m_exchange)
            return refused(nrc::requestSequenceError);
        break;
    default:
        return {nrc::subFunctionNotSupported, {}};
    }
    if (!m_rights) {
        if (isTooFast(m_verifications, now))
            return {nrc::busyRepeatRequest, {}};
        m_verifications.append(now);
    }
    return {nrc::responsePending, {}};
}

UdsReply UdsAuthentication::work(const QByteArray &request, int session, qint64 now)
{
    const bool proves = (quint8(request.at(1)) & ~suppressBit) == ProofOfOwnership;
    return proves ? prove(request, session, now) : begin(request, session);
}

UdsReply UdsAuthentication::refuse(quint8 code, const Error &error, const QByteArray &leaf)
{
    end();
    // What is the pack's own fault is nobody's failed attempt.
    if (code >= nrc::invalidValidity && code <= nrc::ownershipFailed && !broken("failures-count"))
        m_pack.failed(error, leaf);
    return {code, {}};
}

std::optional<quint8> UdsAuthentication::judge(const QList<Certificate> &chain, Error &error) const
{
    const Certificate &leaf = chain.constFirst();
    error = {Code::Malformed, leaf.commonName};
    if (leaf.isAuthority || !leaf.packSerial.isEmpty())
        return nrc::invalidType;
    if (leaf.person.isEmpty() || leaf.role.isEmpty())
        return nrc::invalidContent;
    const auto actor = judgeActor(leaf, chain.mid(1), layerOfReading, m_pack.state());
    if (actor.ok() || (actor.code() == Code::RoleNotIssuable && broken("scope")))
        return std::nullopt;
    error = actor.error();
    return negativeOf(actor.code());
}

Result<QByteArray> UdsAuthentication::newChallenge(const QByteArray &challengeClient)
{
    if (broken("new-challenge"))
        return QByteArray(authentication::challengeSize, 'c');
    const auto challenge = m_pack.random(authentication::challengeSize);
    if (!challenge.ok())
        return challenge;
    // A generator that repeats itself, or gives back what it was told, is broken.
    if (challenge->size() != authentication::challengeSize || *challenge == m_lastChallenge
        || *challenge == challengeClient || *challenge == QByteArray(authentication::challengeSize, '\0'))
        return {Code::KeyUnusable, QStringLiteral("random generator")};
    m_lastChallenge = *challenge;
    return challenge;
}

UdsReply UdsAuthentication::begin(const QByteArray &request, int session)
{
    end();
    const auto fields = readCertificateFields(request);
    const auto key = m_pack.key();
    if (!fields || !key)
        return refuse(nrc::conditionsNotCorrect, {Code::WrongState, QStringLiteral("device-chain")}, {});
    const auto ders = splitDer(fields->certificates);
    if (!ders)
        return refuse(
            nrc::invalidFormat, {Code::Malformed, QStringLiteral("certificate")}, sha256(fields->certificates));
    QList<Certificate> chain;
    for (const QByteArray &der : *ders) {
        const auto certificate = Certificate::fromDer(der);
        if (!certificate.ok()) {
            const bool known = certificate.code() == Code::Algorithm;
            return refuse(known ? nrc::invalidContent : nrc::invalidFormat, certificate.error(), sha256(der));
        }
        chain.append(*certificate);
    }
    Error error;
    if (const auto refused = judge(chain, error))
        return refuse(*refused, error, chain.constFirst().sha256);
    const auto challenge = newChallenge(fields->challenge);
    if (!challenge.ok())
        return refuse(nrc::challengeFailed, challenge.error(), {});

    Exchange exchange;
    exchange.rights = {chain.constFirst(), chain.mid(1), *challenge, 0, 0};
    exchange.signedParts = {
        fields->challenge, *challenge, chain.constFirst().sha256, key->leaf().sha256, m_pack.state().serial, session};
    const auto proof = key->sign(authentication::serverProof(exchange.signedParts));
    if (!proof.ok())
        return refuse(nrc::conditionsNotCorrect, proof.error(), {});
    QByteArray own;
    for (const Certificate &certificate : key->chain())
        own += certificate.der;
    m_exchange = exchange;
    return {nrc::none,
        QByteArray::fromHex("6902") + char(CertificateVerified) + field(*challenge) + field(own) + field(*proof)
            + field({})};
}

UdsReply UdsAuthentication::prove(const QByteArray &request, int session, qint64 now)
{
    const auto exchange = broken("proof-counts-once") ? m_exchange : std::exchange(m_exchange, std::nullopt);
    const auto proof = readProof(request);
    if (!exchange || !proof)
        return refuse(nrc::requestSequenceError, {}, {});
    const Certificate &leaf = exchange->rights.leaf;
    authentication::Exchange signedParts = exchange->signedParts;
    signedParts.session = session;
    if (!verifyRs256(leaf, authentication::clientProof(signedParts), *proof) && !broken("proof"))
        return refuse(nrc::ownershipFailed, {Code::SignatureInvalid, leaf.commonName}, leaf.sha256);
    m_rights = exchange->rights;
    m_rights->since = now;
    return {nrc::none, QByteArray::fromHex("6903") + char(OwnershipVerified) + field({})};
}

Result<Actor> UdsAuthentication::actor(int layer) const
{
    if (!m_rights)
        return {Code::NotSignedIn, {}};
    return judgeActor(m_rights->leaf, m_rights->intermediates, layer, m_pack.state());
}

SessionInfo UdsAuthentication::info(qint64 now) const
{
    SessionInfo info;
    const PackState state = m_pack.state();
    const auto who = actor(layerOfReading);
    if (!who.ok() || now - m_rights->since >= longestMilliseconds)
        return info;
    info.authenticated = true;
    info.person = who->leaf.person;
    info.party = state.charter.positions.value(who->position).party;
    info.roles = {who->role.text()};
    for (const CapabilityId &capability : capabilitiesOf(*who, state))
        info.capabilities.append(capability.text());
    std::sort(info.capabilities.begin(), info.capabilities.end());
    info.secondsLeft = (longestMilliseconds - (now - m_rights->since)) / 1000;
    return info;
}

quint8 UdsAuthentication::checkTail(const QByteArray &request, qsizetype bodyLength, qint64 now)
{
    if (!m_rights)
        return nrc::authenticationRequired;
    const qsizetype signatureLength = request.size() - bodyLength - tailHead;
    if (signatureLength < shortestSignature || signatureLength > longestSignature)
        return nrc::incorrectLength;
    const quint16 sequence = qFromBigEndian<quint16>(request.constData() + bodyLength);
    // The last number is the last action: then a new authentication counts anew.
    if ((m_rights->sequence == UINT16_MAX || sequence != m_rights->sequence + 1) && !broken("sequence"))
        return nrc::requestSequenceError;
    return isTooFast(m_forgeries, now) ? nrc::busyRepeatRequest : nrc::none;
}

bool UdsAuthentication::takeTail(const QByteArray &request, qsizetype bodyLength, qint64 now)
{
    // Since the request was looked at nothing else was served, but the rights may have come of age.
    if (checkTail(request, bodyLength, now) != nrc::none)
        return false;
    const quint16 sequence = qFromBigEndian<quint16>(request.constData() + bodyLength);
    const QByteArray bytes
        = authentication::action(m_pack.state().serial, m_rights->challengeServer, sequence, request.left(bodyLength));
    if (!verifyRs256(m_rights->leaf, bytes, request.mid(bodyLength + tailHead)) && !broken("action-signature")) {
        m_forgeries.append(now);
        return false;
    }
    m_rights->sequence = sequence;
    return true;
}

} // namespace packwarden::sim
