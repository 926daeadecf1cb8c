// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/simulatedpack.h"

#include "hw/sim/factory/factory.h"
#include "hw/sim/gate/packstatement.h"
#include "models/core/cbor/cbor.h"

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
    , m_dice(options.seed)
{
    for (const Happening &happening : options.happenings) {
        if (happening.concerns(serial().text()))
            m_happenings.append(happening);
    }
    // What cannot be read is no reason not to start: it is forgotten.
    if (auto kept = FaultMemory::start(m_memory.contents().faults); kept.ok())
        m_faults = *kept;
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

void SimulatedPack::play(double now)
{
    using Kind = Happening::Kind;
    Disturbances disturbed;
    m_lost = 0;
    m_silent = false;
    CellModel &cells = m_battery.cells();
    for (int module = 0; module < cells.moduleCount(); ++module)
        cells.warm(module, 0);
    for (qsizetype i = 0; i < m_happenings.size(); ++i) {
        const Happening &happening = m_happenings.at(i);
        if (!happening.isOn(now) || happening.place > cells.cellCount())
            continue;
        const bool begins = !m_begun.contains(i);
        m_begun.insert(i);
        const int place = happening.place - 1;
        switch (happening.kind) {
        case Kind::WeakCell:
            if (begins)
                cells.weaken(place, happening.amount, 1 / happening.amount);
            break;
        case Kind::Aged:
            if (begins)
                cells.age(happening.amount);
            break;
        case Kind::OpenSenseWire:
            disturbed.openWires.insert(place);
            break;
        case Kind::HotModule:
            if (place < cells.moduleCount())
                cells.warm(place, happening.amount);
            break;
        case Kind::Cold:
            for (int module = 0; module < cells.moduleCount(); ++module)
                cells.chill(module, happening.amount);
            break;
        case Kind::DriftingSensor:
            disturbed.sensorOffset[place] = happening.amount * (now - happening.from) / 60;
            break;
        case Kind::Insulation:
            disturbed.insulationKiloOhm = int(happening.amount);
            break;
        case Kind::WeldedContactor:
            disturbed.welded = true;
            break;
        case Kind::MissingComponent:
            if (begins)
                removeComponent(happening.what);
            break;
        case Kind::Stolen:
        case Kind::Silent:
            m_silent = true;
            break;
        case Kind::LostFrames:
            m_lost = happening.amount;
            break;
        case Kind::BusyBus: // of the bus, not of a pack
            break;
        }
    }
    m_battery.disturbances() = disturbed;
}

void SimulatedPack::removeComponent(const QString &slot)
{
    PackContents next = m_memory.contents();
    const auto component = next.components.find(slot);
    if (component == next.components.end())
        return;
    component->found.clear();
    (void)m_memory.commit(next);
}

void SimulatedPack::lose(QList<QCanBusFrame> &frames)
{
    if (m_silent)
        frames.clear();
    if (m_lost > 0) {
        std::bernoulli_distribution lost(m_lost);
        frames.removeIf([&](const QCanBusFrame &) { return lost(m_dice); });
    }
}

void SimulatedPack::hear(const QCanBusFrame &frame, qint64 now)
{
    const DbcMessage &known = *m_dbc.message(QStringLiteral("VehicleRequest"));
    const quint32 sender = frame.frameId() & 0xFF;
    const bool isPack = sender >= 0x10 && sender <= 0x6F;
    if (frame.frameType() != QCanBusFrame::DataFrame || !frame.hasExtendedFrameFormat() || frame.hasLocalEcho()
        || frame.frameId() >> 8 != known.id >> 8 || isPack || frame.payload().size() != known.size)
        return;
    const DbcSignal &speed = *known.signal(QStringLiteral("VehicleSpeed"));
    const DbcSignal &direction = *known.signal(QStringLiteral("RequestedDirection"));
    const qint64 raw = speed.extract(frame.payload());
    m_battery.request(VehicleRequest{
        direction.word(direction.extract(frame.payload())), speed.inRange(raw) ? int(speed.toMilli(raw)) : 0});
    m_vehicleHeard = now;
}

void SimulatedPack::advanceModel(qint64 now, qint64 passed)
{
    m_started = m_started.value_or(now);
    if (!m_happenings.isEmpty())
        play(double(now - *m_started) / 1000);
    m_guard.advance(now, m_battery.restSeconds());
    if (now - m_vehicleHeard > vehicleHolds)
        m_battery.request({});
    m_battery.advance(double(passed) / 1000 * m_speed, valuesInForce(), m_guard.permission());
    m_condition = m_battery.condition();
    watch(double(passed) / 1000 * m_speed);
    const auto hardReset = m_guard.takeReset(m_battery.restSeconds());
    if (!hardReset)
        return;
    PackContents next = m_memory.contents();
    ++next.boots;
    (void)m_memory.commit(next);
    if (*hardReset)
        m_battery.reset();
}

namespace {

FaultReaction reactionTo(const QMap<FaultId, FaultFinding> &faults)
{
    constexpr double held = 0.25;
    FaultReaction reaction;
    const auto hold = [&](double &share, double to, int cell) {
        if (to < share) {
            share = to;
            reaction.cell = cell;
        }
    };
    for (const FaultFinding &fault : faults) {
        const int cell = fault.quantity == FaultQuantity::Voltage ? fault.id.place : 0;
        if (fault.severity == FaultSeverity::Stopped) {
            reaction.stop = true;
            reaction.cell = cell;
        }
        if (fault.severity != FaultSeverity::Derated)
            continue;
        // A full cell takes no charge and gives it gladly; the other way round for an empty one. Of a cell that cannot
        // be measured nobody knows which it is.
        hold(reaction.charge, fault.id.code == FaultCode::CellUnderVoltage ? 1 : 0, cell);
        hold(reaction.discharge,
            fault.id.code == FaultCode::CellOverVoltage        ? 1
                : fault.id.code == FaultCode::CellUnderVoltage ? 0
                                                               : held,
            cell);
    }
    return reaction;
}

} // namespace

void SimulatedPack::watch(double seconds)
{
    QStringList bad;
    const QMap<QString, Component> &components = m_memory.contents().components;
    for (auto it = components.begin(); it != components.end(); ++it) {
        if (it->state() != QLatin1String("ok"))
            bad.append(it.key());
    }
    const auto &found = m_detector.advance(seconds, {m_condition, valuesInForce(), m_memory.silicon(), bad});
    m_battery.react(reactionTo(found));
    const bool news = m_faults.take(found, m_clock.now(), [this](const FaultFinding &fault) { return freeze(fault); });
    const QList<Prevented> prevented = m_battery.takePrevented();
    if (!news && prevented.isEmpty())
        return;
    PackContents next = m_memory.contents();
    next.faults = m_faults.encode();
    for (const Prevented &one : prevented) {
        ++next.prevented[one.guard];
        next.preventedInstants.append({one.guard, m_clock.now(), one.wantedMilliamps, m_condition.packMilliamps,
            m_condition.packMillivolts, m_condition.socMilliPercent, one.coldestMilliCelsius, one.speed});
    }
    const qsizetype old = next.preventedInstants.size() - PreventedInstant::kept;
    next.preventedInstants.remove(0, std::max<qsizetype>(0, old));
    // Where it cannot be stored it is still told of on the bus, and stored with the next one.
    (void)m_memory.commit(next);
}

FreezeFrame SimulatedPack::freeze(const FaultFinding &fault) const
{
    FreezeFrame frame;
    frame.fault = fault.id;
    frame.severity = fault.severity;
    frame.quantity = fault.quantity;
    frame.value = fault.value;
    frame.threshold = fault.threshold;
    frame.at = m_clock.now();
    frame.state = m_condition.state;
    frame.packMillivolts = m_condition.packMillivolts;
    frame.packMilliamps = m_condition.packMilliamps;
    frame.socMilliPercent = m_condition.socMilliPercent;
    frame.chargeMilliamps = m_condition.charge.milliamps;
    frame.dischargeMilliamps = m_condition.discharge.milliamps;
    frame.insulationKiloOhm = m_condition.insulationKiloOhm;
    for (int i = 0; i < m_condition.cellTenthMillivolts.size(); ++i) {
        frame.cellTenthMillivolts.append(m_condition.cellTenthMillivolts.at(i));
        frame.cellMicroohms.append(m_condition.cellMicroohms.at(i));
        if (m_condition.balancing.at(i))
            frame.balancing.append(i + 1);
    }
    for (const int celsius : m_condition.moduleMilliCelsius)
        frame.sensorMilliCelsius.append(celsius);
    return frame;
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
    QList<QCanBusFrame> frames = m_telemetry.due(now, m_condition, bspStatus(), m_detector.active());
    lose(frames);
    return frames;
}

} // namespace packwarden::sim
