// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/conform/kit/login.h"

#include "models/core/cbor/cbor.h"

#include <QtEndian>

namespace packwarden::conform {

namespace {

QByteArray word(int value)
{
    QByteArray bytes(2, '\0');
    qToBigEndian(quint16(value), bytes.data());
    return bytes;
}

QByteArray field(const QByteArray &content)
{
    return word(int(content.size())) + content;
}

QByteArray takeField(const QByteArray &message, qsizetype &offset)
{
    if (message.size() - offset < 2)
        return {};
    const qsizetype length = qFromBigEndian<quint16>(message.constData() + offset);
    offset += 2 + length;
    return message.mid(offset - length, length);
}

} // namespace

QByteArray Login::certificateRequest(const QByteArray &certificates, const QByteArray &challenge)
{
    return conform::bytes("290200") + field(certificates) + field(challenge);
}

QByteArray Login::proofRequest(const QByteArray &proof)
{
    return conform::bytes("2903") + field(proof) + field({});
}

QByteArray Login::certificatesOf(const SigningKey &key)
{
    QByteArray certificates;
    for (const Certificate &certificate : key.chain())
        certificates += certificate.der;
    return certificates;
}

QByteArray Login::sign(const QByteArray &bytes) const
{
    const auto made = m_key->sign(bytes);
    return made.ok() ? *made : QByteArray();
}

QByteArray Login::begin()
{
    const QByteArray challenge = randomBytes(authentication::challengeSize);
    const QByteArray answer = m_bsp.ask(certificateRequest(certificatesOf(*m_key), challenge));
    if (!answer.startsWith(conform::bytes("690211")))
        return answer;
    qsizetype offset = 3;
    exchange.challengeServer = takeField(answer, offset);
    serverCertificates = takeField(answer, offset);
    serverProof = takeField(answer, offset);
    exchange.challengeClient = challenge;
    exchange.clientLeaf = m_key->leaf().sha256;
    const auto device = Certificate::fromDer(serverCertificates);
    exchange.serverLeaf = device.ok() ? device->sha256 : sha256(serverCertificates);
    const auto serial = PackSerial::parse(QString::fromLatin1(m_bsp.ask(conform::bytes("22F18C")).mid(3)));
    exchange.serial = serial.ok() ? *serial : PackSerial();
    sequence = 0;
    return answer;
}

bool Login::open()
{
    if (!m_bsp.ask(conform::bytes("1003")).startsWith(conform::bytes("5003")))
        return false;
    exchange.session = 3;
    return begin().startsWith(conform::bytes("690211")) && m_bsp.ask(proof()) == conform::bytes("6903120000");
}

QByteArray Login::actionBytes(const QByteArray &body, int number) const
{
    const QByteArray bytes = authentication::action(exchange.serial, exchange.challengeServer, quint16(number), body);
    return body + word(number) + sign(bytes);
}

QByteArray Login::act(const QByteArray &body, int number)
{
    const QByteArray answer = m_bsp.ask(actionBytes(body, number >= 0 ? number : sequence + 1));
    // The pack counts each action whose signature held.
    bool counted = !answer.isEmpty();
    for (const int code : {0x13, 0x24, 0x34, 0x58, 0x7F, 0x11, 0x21})
        counted = counted && !isRefusal(answer, quint8(code));
    if (counted)
        ++sequence;
    return answer;
}

QString Login::reason()
{
    const auto decoded = cbor::decode(m_bsp.ask(conform::bytes("31030200")).mid(4));
    return decoded.ok() ? decoded->toMap().value(QLatin1String("reason")).toString() : QString();
}

SessionInfo Login::session()
{
    const auto info = SessionInfo::decode(m_bsp.ask(conform::bytes("220110")).mid(3));
    return info.ok() ? *info : SessionInfo{false, QStringLiteral("unreadable"), {}, {}, {}, 0};
}

std::shared_ptr<SigningKey> keyOf(Site &site, Finding &finding, const QString &person)
{
    auto key = site.kit->person(person);
    if (!key)
        finding.notRun(QStringLiteral("the kit has no key %1").arg(person));
    return key;
}

bool isOpen(Finding &finding, Login &login)
{
    return finding.holds(login.open(), QStringLiteral("a good exchange does not end in rights"));
}

std::optional<Login> opened(Site &site, Finding &finding, const QString &person)
{
    const auto key = keyOf(site, finding, person);
    if (!key)
        return std::nullopt;
    Login login(site.bsp, key);
    return isOpen(finding, login) ? std::optional(login) : std::nullopt;
}

} // namespace packwarden::conform
