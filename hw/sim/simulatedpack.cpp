// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulatedpack.h"

#include "pki.h"

namespace packwarden::sim {

Result<std::unique_ptr<SimulatedPack>> SimulatedPack::start(
    FileLayer &files, const QString &folder, const Clock &clock, const Options &options)
{
    auto memory = PackMemory::load(files, folder);
    if (!memory.ok())
        return memory.error();
    const Error damagedKey{Code::Malformed, QStringLiteral("device-key")};
    QList<Certificate> chain;
    for (const QByteArray &der : memory->deviceChain()) {
        const auto certificate = Certificate::fromDer(der);
        if (!certificate.ok())
            return {Code::Malformed, QStringLiteral("device-chain")};
        chain.append(*certificate);
    }
    const auto key = pki::PrivateKey::fromPem(memory->deviceKeyPem());
    if (!key.ok() || chain.constFirst().packSerial != memory->identity().serial.text())
        return damagedKey;
    const auto signer = pki::makeSigningKey(*key, chain);
    // A signature is checked against the certificate before it is given out: a key that is not this pack's shows now.
    if (!signer || !signer->sign(QByteArrayLiteral("start")).ok())
        return damagedKey;
    PackContents contents = memory->contents();
    ++contents.boots;
    if (auto stored = memory.value().commit(contents); !stored.ok())
        return stored.error();
    return std::make_unique<SimulatedPack>(std::move(memory).value(), clock, signer, options);
}

SimulatedPack::SimulatedPack(
    PackMemory memory, const Clock &clock, std::shared_ptr<SigningKey> deviceKey, const Options &options)
    : m_memory(std::move(memory))
    , m_clock(clock, m_memory.contents().clockFloor)
    , m_reader(m_memory, m_clock)
    , m_gate(m_memory, m_clock, std::move(deviceKey))
    , m_uds(m_reader, m_gate)
    , m_battery(m_memory.identity().configuration, options.seed + quint32(m_memory.identity().configuration.node))
    , m_telemetry(Dbc::packwarden(), m_memory.identity().configuration)
    , m_speed(options.speed)
{
}

QMap<ParameterId, Milli> SimulatedPack::valuesInForce() const
{
    QMap<ParameterId, Milli> values;
    const qint64 now = m_clock.now();
    for (auto it = m_memory.contents().values.begin(); it != m_memory.contents().values.end(); ++it)
        values.insert(it.key(), it.value().inForce(now));
    return values;
}

QList<QCanBusFrame> SimulatedPack::advance(qint64 now)
{
    constexpr qint64 floorInterval = 60;
    m_uds.advance(now);
    // The cells need no finer time than this; the telemetry does, to spread its frames.
    constexpr qint64 modelInterval = 50;
    const qint64 passed = now - m_advanced.value_or(now - modelInterval);
    if (passed >= modelInterval) {
        m_battery.advance(double(passed) / 1000 * m_speed, valuesInForce());
        m_condition = m_battery.condition();
        m_advanced = now;
    }
    if (m_clock.now() - m_memory.contents().clockFloor >= floorInterval) {
        PackContents contents = m_memory.contents();
        contents.clockFloor = m_clock.now();
        // Not stored now, then in a minute: the floor only ever lags.
        (void)m_memory.commit(contents);
    }
    BspStatus bsp;
    bsp.lifeCycle = lifeCycleName(m_memory.contents().lifeCycle);
    bsp.policyVersion = m_memory.policy().version;
    bsp.refusedRequests = m_memory.contents().refusalsEver();
    return m_telemetry.due(now, m_condition, bsp);
}

} // namespace packwarden::sim
