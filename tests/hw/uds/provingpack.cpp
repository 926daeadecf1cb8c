// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/hw/uds/provingpack.h"

#include "hw/uds/credential.h"
#include "models/core/cose/cose.h"

#include <QtEndian>

namespace packwarden::test {

namespace {

constexpr qsizetype signatureBytes = 384;
constexpr qsizetype tailBytes = 2 + signatureBytes;

QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

QList<QByteArray> refuse(const QByteArray &request, quint8 code)
{
    return {QByteArray(1, char(0x7F)) + request.left(1) + char(code)};
}

QByteArray takeField(QByteArray &rest)
{
    const qsizetype length = rest.size() < 2 ? 0 : qFromBigEndian<quint16>(rest.constData());
    const QByteArray field = rest.mid(2, length);
    rest.remove(0, 2 + length);
    return field;
}

} // namespace

QByteArray withLength(const QByteArray &bytes)
{
    QByteArray length(2, '\0');
    qToBigEndian(quint16(bytes.size()), length.data());
    return length + bytes;
}

ProvingPack::ProvingPack(MemoryWire &wire, TestWorld &world, const QString &serial)
    : key(world.deviceKey(serial))
    , m_pack(wire, 0x10)
{
    for (const Certificate &certificate : key->chain())
        chain.append(certificate.der);
    challenge = [this] {
        return QByteArray(31, 's') + char(++m_challenges);
    };
    perform = [](const QByteArray &action) -> QList<QByteArray> {
        static const QMap<int, int> repeated = {{0x11, 1}, {0x14, 0}, {0x2E, 2}, {0x31, 3}};
        return {QByteArray(1, char(action.at(0) + 0x40)) + action.mid(1, repeated.value(quint8(action.at(0))))};
    };
    m_exchange.serial = PackSerial::fromTrusted(serial);
    values.insert(0xF18C, serial.toLatin1());
    m_pack.setAnswer([this](const QByteArray &request) {
        const QList<QByteArray> answers = answer(request);
        m_talk.append("> " + request);
        for (const QByteArray &one : answers)
            m_talk.append("< " + one);
        return answers;
    });
}

int ProvingPack::count(const char *prefixHex) const
{
    return int(std::count_if(requests().begin(), requests().end(),
        [prefix = hex(prefixHex)](const QByteArray &one) { return one.startsWith(prefix); }));
}

QList<QByteArray> ProvingPack::answer(const QByteArray &request)
{
    if (disturb) {
        if (const auto answers = disturb(request))
            return *answers;
    }
    for (auto it = instead.begin(); it != instead.end(); ++it) {
        if (request.startsWith(it.key())) {
            const QList<QByteArray> answers = it.value();
            instead.erase(it);
            return answers;
        }
    }
    switch (quint8(request.at(0))) {
    case 0x10:
        m_session = request.at(1);
        m_open = m_waitsForProof = false;
        return {hex("50") + request.mid(1) + hex("003201F4")};
    case 0x22:
        return readData(request);
    case 0x29:
        switch (request.at(1)) {
        case 0x00:
            m_open = false;
            return {hex("690010")};
        case 0x02:
            return takeCertificate(request);
        case 0x03:
            return takeProof(request);
        default:
            return refuse(request, 0x12);
        }
    case 0x3E:
        return {};
    case 0x11:
    case 0x14:
    case 0x2E:
    case 0x31:
        return act(request);
    default:
        return refuse(request, 0x11);
    }
}

QList<QByteArray> ProvingPack::takeCertificate(const QByteArray &request)
{
    QByteArray rest = request.mid(3);
    const auto certificates = splitCertificates(takeField(rest));
    m_exchange.challengeClient = takeField(rest);
    if (!certificates.ok() || !rest.isEmpty())
        return refuse(request, 0x13);
    m_client = Certificate::fromDer(certificates->constFirst()).value();
    m_exchange.clientLeaf = m_client.sha256;
    m_exchange.serverLeaf = sha256(chain.value(0));
    m_exchange.challengeServer = challenge();
    m_exchange.session = m_session;
    m_open = false;
    m_waitsForProof = true;
    const auto proof = key->sign(proofOver(m_exchange));
    return {hex("7F2978"),
        twist(hex("690211") + withLength(m_exchange.challengeServer) + withLength(joinCertificates(chain))
            + withLength(*proof) + hex("0000"))};
}

QList<QByteArray> ProvingPack::takeProof(const QByteArray &request)
{
    if (!std::exchange(m_waitsForProof, false))
        return refuse(request, 0x24);
    QByteArray rest = request.mid(2);
    const QByteArray proof = takeField(rest);
    if (rest != hex("0000"))
        return refuse(request, 0x13);
    if (!verifyRs256(m_client, authentication::clientProof(m_exchange), proof))
        return refuse(request, 0x58);
    m_open = true;
    m_sequence = 0;
    return {hex("69031200") + '\0'};
}

QList<QByteArray> ProvingPack::readData(const QByteArray &request) const
{
    const quint16 did = qFromBigEndian<quint16>(request.constData() + 1);
    if (guarded.contains(did) && !m_open)
        return refuse(request, 0x34);
    const bool known = values.contains(did) || guarded.contains(did);
    if (!known)
        return refuse(request, 0x31);
    return {hex("62") + request.mid(1, 2) + (values.contains(did) ? values.value(did) : guarded.value(did))};
}

QList<QByteArray> ProvingPack::act(const QByteArray &request)
{
    if (request.startsWith(hex("3103")))
        return refuse(request, 0x31);
    if (!m_open)
        return refuse(request, 0x34);
    if (request.size() <= tailBytes)
        return refuse(request, 0x13);
    const QByteArray action = request.chopped(tailBytes);
    const quint16 sequence = qFromBigEndian<quint16>(request.constData() + action.size());
    if (sequence != m_sequence + 1)
        return refuse(request, 0x24);
    const QByteArray toBeSigned
        = authentication::action(m_exchange.serial, m_exchange.challengeServer, sequence, action);
    if (!verifyRs256(m_client, toBeSigned, request.right(signatureBytes)))
        return refuse(request, 0x58);
    m_sequence = sequence;
    m_actions.append(action);
    m_sequences.append(sequence);
    return perform(action);
}

} // namespace packwarden::test
