// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulatedpack.h"

#include "cbor.h"
#include "factory.h"
#include "packstatement.h"

#include <algorithm>

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
    , m_clock(clock, m_memory.contents())
    , m_battery(m_memory.board().configuration, options.seed + quint32(m_memory.board().configuration.node))
    , m_guard(m_memory, m_clock)
    , m_authentication(authenticationParts(options))
    , m_actions({m_memory, m_clock, m_guard, m_battery, m_faults,
          [this] {
              return state();
          }})
    , m_reader(m_memory, m_clock, m_guard, [this] { return state(); })
    , m_gate(m_memory, m_clock, [this] { return m_condition.state; })
    , m_uds(serverParts())
    , m_telemetry(Dbc::packwarden(), m_memory.board().configuration)
    , m_speed(options.speed)
{
    if (options.activate)
        activateAsDriver();
}

UdsAuthentication::Pack SimulatedPack::authenticationParts(const Options &options)
{
    return {[this] { return state(); }, [this] { return m_memory.signer(); },
        [this](const Error &error, const QByteArray &leaf) { m_actions.authenticationFailed(error, leaf); },
        options.random};
}

UdsServer::Pack SimulatedPack::serverParts()
{
    return {m_reader, m_gate, m_authentication, m_actions, m_faults,
        [this](const QByteArray &nonce) { return makeStatement(m_memory, m_clock.now(), nonce); },
        [this](const QByteArray &record) { return identify(record); },
        [this] {
            return m_memory.signingRequest();
        }};
}

Result<QByteArray> SimulatedPack::identify(const QByteArray &record)
{
    const auto decoded = cbor::decode(record);
    if (!decoded.ok())
        return decoded.error();
    cbor::MapReader reader(*decoded);
    factory::Identification wanted;
    wanted.serial = reader.id<PackSerial>(QLatin1String("serial"));
    wanted.hardware = reader.text(QLatin1String("hardware"));
    wanted.partNumber = reader.text(QLatin1String("partNumber"));
    wanted.manufactured = reader.text(QLatin1String("manufactured"));
    wanted.manufacturerRoot = reader.bytes(QLatin1String("root"));
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    return factory::identify(m_memory, wanted, m_clock.now(), [] { return pki::PrivateKey::generate(); });
}

void SimulatedPack::activateAsDriver()
{
    constexpr qint64 lease = 24 * 3600;
    const PackState now = state();
    const bool whole = std::all_of(now.components.begin(), now.components.end(),
        [](const Component &component) { return component.state() == QLatin1String("ok"); });
    const bool usable = now.lifeCycle == LifeCycle::Sealed || now.lifeCycle == LifeCycle::InService;
    if (!usable || now.lock.locked || now.clockUncertain || !whole || now.activation.isActive())
        return;
    PackContents next = m_memory.contents();
    if (next.lifeCycle == LifeCycle::Sealed) {
        next.lifeCycle = LifeCycle::InService;
        ++next.lifeCycleRevision;
    }
    const auto operatorRoot = Certificate::fromDer(
        now.charter.positions.value(PositionId::fromTrusted(QStringLiteral("operator"))).rootDer);
    next.activation = {QStringLiteral("drive"), lease, operatorRoot.ok() ? operatorRoot->sha256 : QByteArray(),
        QStringLiteral("simulator"), RoleId::fromTrusted(QStringLiteral("driver"))};
    next.addChange(m_clock.now(), QStringLiteral("activate"), QStringLiteral("simulator: drive"));
    // Where it cannot be stored the pack stays inactive, and shows it.
    (void)m_memory.commit(next);
}

QMap<ParameterId, Milli> SimulatedPack::valuesInForce() const
{
    QMap<ParameterId, Milli> values;
    const PackContents &held = m_memory.contents();
    const SiliconLimits &silicon = m_memory.silicon();
    for (auto it = held.values.begin(); it != held.values.end(); ++it)
        values.insert(it.key(), valueInForce(*it, silicon.parameter(it.key()), m_clock.now(), held.clockUncertain));
    return values;
}

void SimulatedPack::advanceModel(qint64 now, qint64 passed)
{
    m_guard.advance(now, m_battery.restSeconds());
    m_battery.advance(double(passed) / 1000 * m_speed, valuesInForce(), m_guard.permission());
    m_condition = m_battery.condition();
    const auto hardReset = m_guard.takeReset(m_battery.restSeconds());
    if (!hardReset)
        return;
    PackContents next = m_memory.contents();
    ++next.boots;
    (void)m_memory.commit(next);
    if (*hardReset)
        m_battery.reset();
}

void SimulatedPack::raiseFloor()
{
    if (m_clock.now() - m_memory.contents().clockFloor < PackContents::floorInterval)
        return;
    PackContents contents = m_memory.contents();
    contents.raiseFloor(m_clock.now());
    // Not stored now, then in a minute: the floor only ever lags.
    (void)m_memory.commit(contents);
    m_clock.raiseFloor(m_memory.contents().clockFloor);
}

BspStatus SimulatedPack::bspStatus() const
{
    const PackContents &contents = m_memory.contents();
    BspStatus bsp;
    bsp.lifeCycle = lifeCycleName(contents.lifeCycle);
    bsp.lock = m_guard.lockWord();
    bsp.activation = m_guard.activationWord();
    bsp.clock = contents.clockUncertain ? QStringLiteral("uncertain") : QStringLiteral("sure");
    bsp.policyVersion = m_memory.policy().version;
    bsp.refusedRequests = contents.refusalsEver();
    return bsp;
}

QList<QCanBusFrame> SimulatedPack::advance(qint64 now)
{
    m_uds.advance(now);
    // The cells need no finer time than this; the telemetry does, to spread its frames.
    constexpr qint64 modelInterval = 50;
    const qint64 passed = now - m_advanced.value_or(now - modelInterval);
    if (passed >= modelInterval) {
        advanceModel(now, passed);
        m_advanced = now;
    }
    raiseFloor();
    return m_telemetry.due(now, m_condition, bspStatus());
}

} // namespace packwarden::sim
