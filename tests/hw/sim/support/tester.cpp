// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/hw/sim/support/tester.h"

#include "models/core/cbor/cbor.h"

#include <QtEndian>

namespace packwarden::test {

namespace {

QByteArray word(int value)
{
    QByteArray bytes(2, '\0');
    qToBigEndian(quint16(value), bytes.data());
    return bytes;
}

QByteArray field(const QByteArray &bytes)
{
    return word(int(bytes.size())) + bytes;
}

QByteArray takeField(const QByteArray &bytes, qsizetype &offset)
{
    const qsizetype length = qFromBigEndian<quint16>(bytes.constData() + offset);
    offset += 2 + length;
    return bytes.mid(offset - length, length);
}

} // namespace

PackState servicedPack(TestWorld &world, const QString &serial)
{
    PackState state = world.pack(serial);
    const auto grant = [&](const char *name, int layer, const char *roleName) {
        const CapabilityId capability = CapabilityId::fromTrusted(QLatin1String(name));
        const RoleId role = RoleId::fromTrusted(QLatin1String(roleName));
        const Role *known = state.policy.role(role);
        state.silicon.layers.insert(capability, layer);
        state.charter.mayHold[capability].insert(role);
        Grant made;
        made.role = role;
        made.capability = capability;
        made.contract = QStringLiteral("C-1");
        made.clause = 1;
        made.hours = 2;
        state.policy.grants.append(made);
        state.policy.seats.insert(capability, {{{known->position, role}}, {}, {}, {}});
    };
    grant("activate", 1, "fleet-manager");
    grant("deactivate", 1, "fleet-manager");
    for (const char *name : {"read-cells", "clear-faults", "reset", "self-test", "balance", "isolate-module"})
        grant(name, 2, "technician");
    grant("theft-lock", 3, "asset-manager");
    const auto current = [&](const char *name, int number, qint64 milliamps) {
        const ParameterId id = ParameterId::fromTrusted(QLatin1String(name));
        const CapabilityId capability = CapabilityId::fromTrusted(QStringLiteral("set-soc-max"));
        state.silicon.parameters.append(
            {id, number, QStringLiteral("A"), 3, capability, {Milli{0}, Milli{400'000}}, Milli{milliamps}});
        state.values.insert(id, {Milli{milliamps}, 1, {}, 0});
    };
    current("charge.current.max", 8, 120'000);
    current("discharge.current.max", 9, 240'000);
    state.components = {{QStringLiteral("cpu"), {QStringLiteral("CPU-0001"), QStringLiteral("CPU-0001"), 1}}};
    state.clockFloor = TestWorld::now - 60;
    state.policy.charterSha256 = state.charter.bodySha256();
    return state;
}

QByteArray Tester::certificateRequest(const QByteArray &certificates, const QByteArray &challenge)
{
    return QByteArray::fromHex("290200") + field(certificates) + field(challenge);
}

QByteArray Tester::proofRequest(const QByteArray &proof)
{
    return QByteArray::fromHex("2903") + field(proof) + field({});
}

QString Tester::last(const QByteArray &request)
{
    const QStringList answers = m_pack.ask(request);
    return answers.isEmpty() ? QString() : answers.constLast();
}

QString Tester::begin()
{
    QByteArray certificates;
    for (const Certificate &certificate : m_key->chain())
        certificates += certificate.der;
    const QByteArray challenge = randomBytes(authentication::challengeSize);
    const QString answer = last(certificateRequest(certificates, challenge));
    const QByteArray bytes = QByteArray::fromHex(answer.toLatin1());
    if (!bytes.startsWith(QByteArray::fromHex("690211")))
        return answer;
    qsizetype offset = 3;
    const QByteArray challengeServer = takeField(bytes, offset);
    serverCertificates = takeField(bytes, offset);
    serverProof = takeField(bytes, offset);
    exchange = {challenge, challengeServer, m_key->leaf().sha256, sha256(serverCertificates), m_pack.pack->serial(),
        m_pack.pack->uds().session()};
    sequence = 0;
    return answer;
}

bool Tester::authenticate()
{
    if (lastHex("1003") != QStringLiteral("5003003201f4"))
        return false;
    // A stranger may ask twice a second.
    m_pack.clock.advance(1000);
    return begin().startsWith(QStringLiteral("690211")) && last(proof()) == QStringLiteral("6903120000");
}

QByteArray Tester::actionBytes(const QByteArray &body, int number) const
{
    const QByteArray bytes = authentication::action(exchange.serial, exchange.challengeServer, quint16(number), body);
    return body + word(number) + m_key->sign(bytes).value();
}

QString Tester::act(const QByteArray &body, int number)
{
    const QString answer = last(actionBytes(body, number >= 0 ? number : sequence + 1));
    // The pack counts each action whose signature held.
    static const QStringList uncounted{QStringLiteral("13"), QStringLiteral("24"), QStringLiteral("34"),
        QStringLiteral("58"), QStringLiteral("7f"), QStringLiteral("11")};
    if (!answer.startsWith(QStringLiteral("7f")) || !uncounted.contains(answer.mid(4)))
        ++sequence;
    return answer;
}

QString Tester::reason()
{
    const QByteArray answer = QByteArray::fromHex(lastHex("31030200").toLatin1());
    const auto decoded = cbor::decode(answer.mid(4));
    return decoded.ok() ? decoded->toMap().value(QLatin1String("reason")).toString() : QString();
}

SessionInfo Tester::session()
{
    const auto info = SessionInfo::decode(QByteArray::fromHex(lastHex("220110").toLatin1()).mid(3));
    return info.ok() ? *info : SessionInfo{false, QStringLiteral("unreadable"), {}, {}, {}, 0};
}

} // namespace packwarden::test
