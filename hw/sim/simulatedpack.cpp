// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulatedpack.h"

namespace packwarden::sim {

Result<std::unique_ptr<SimulatedPack>> SimulatedPack::start(
    FileLayer &files, const QString &folder, const Clock &clock, const Options &options)
{
    auto memory = PackMemory::load(files, folder);
    if (!memory.ok())
        return memory.error();
    if (auto booted = memory.value().boot(options.boot); !booted.ok())
        return booted.error();
    return std::make_unique<SimulatedPack>(std::move(memory).value(), clock, options);
}

SimulatedPack::SimulatedPack(PackMemory memory, const Clock &clock, const Options &options)
    : m_memory(std::move(memory))
    , m_clock(
          clock, m_memory.contents().clockFloor, m_memory.contents().clockOffset, m_memory.contents().clockUncertain)
    , m_reader(m_memory, m_clock)
    , m_gate(m_memory, m_clock, [this] { return m_condition.state; })
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
    m_uds.advance(now);
    // The cells need no finer time than this; the telemetry does, to spread its frames.
    constexpr qint64 modelInterval = 50;
    const qint64 passed = now - m_advanced.value_or(now - modelInterval);
    if (passed >= modelInterval) {
        m_battery.advance(double(passed) / 1000 * m_speed, valuesInForce());
        m_condition = m_battery.condition();
        m_advanced = now;
    }
    if (m_clock.now() - m_memory.contents().clockFloor >= PackContents::floorInterval) {
        PackContents contents = m_memory.contents();
        contents.raiseFloor(m_clock.now());
        // Not stored now, then in a minute: the floor only ever lags.
        (void)m_memory.commit(contents);
        m_clock.raiseFloor(m_memory.contents().clockFloor);
    }
    BspStatus bsp;
    bsp.lifeCycle = lifeCycleName(m_memory.contents().lifeCycle);
    bsp.policyVersion = m_memory.policy().version;
    bsp.refusedRequests = m_memory.contents().refusalsEver();
    return m_telemetry.due(now, m_condition, bsp);
}

} // namespace packwarden::sim
