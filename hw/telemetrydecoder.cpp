// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "telemetrydecoder.h"

#include "rollingcounter.h"

#include <QRegularExpression>

#include <algorithm>

namespace packwarden {

namespace {

constexpr qint64 faultHolds = 3500; // milliseconds; three cycles of FaultEvent
constexpr qint64 restartAfter = 1000; // milliseconds; ten status messages
const QString sweepName = QStringLiteral("SweepCounter");
const QString counterName = QStringLiteral("RollingCounter");

/// Thousandths of what the signal says; 0 where the pack said "invalid".
int milliOrZero(const DbcMessage &message, const QByteArray &payload, const QString &name)
{
    const DbcSignal *signal = message.signal(name);
    if (!signal)
        return 0;
    const qint64 raw = signal->extract(payload);
    return signal->inRange(raw) ? int(signal->toMilli(raw)) : 0;
}

int rawOf(const DbcMessage &message, const QByteArray &payload, const QString &name)
{
    const DbcSignal *signal = message.signal(name);
    return signal ? int(signal->extract(payload)) : 0;
}

QString wordOf(const DbcMessage &message, const QByteArray &payload, const QString &name)
{
    const DbcSignal *signal = message.signal(name);
    return signal ? signal->word(signal->extract(payload)) : QString();
}

} // namespace

TelemetryDecoder::TelemetryDecoder(Dbc dbc)
    : m_dbc(std::move(dbc))
    , m_cells(m_dbc.message(QStringLiteral("CellVoltages")))
    , m_temperatures(m_dbc.message(QStringLiteral("Temperatures")))
    , m_balancing(m_dbc.message(QStringLiteral("Balancing")))
    , m_resistances(m_dbc.message(QStringLiteral("CellResistances")))
    , m_faultEvent(m_dbc.message(QStringLiteral("FaultEvent")))
    , m_cellSignals(numbered(m_cells))
    , m_temperatureSignals(numbered(m_temperatures))
    , m_balancingSignals(numbered(m_balancing))
    , m_resistanceSignals(numbered(m_resistances))
{
}

TelemetryDecoder::Numbered TelemetryDecoder::numbered(const DbcMessage *message)
{
    static const QRegularExpression tail(QStringLiteral("(\\d+)$"));
    Numbered result;
    if (!message)
        return result;
    for (const DbcSignal &signal : message->signalList) {
        const auto match = tail.match(signal.name);
        if (signal.multiplexValue >= 0 && match.hasMatch())
            result[signal.multiplexValue].append({match.captured(1).toInt() - 1, &signal});
    }
    return result;
}

int TelemetryDecoder::feed(const QCanBusFrame &frame, qint64 heardAt)
{
    const int node = int(frame.frameId() & 0xFF);
    if (!frame.hasExtendedFrameFormat() || node < firstNode || node > lastNode)
        return 0;
    const DbcMessage *message = m_dbc.messageFor(frame.frameId());
    const QByteArray payload = frame.payload();
    if (!message || payload.size() != message->size)
        return 0;
    PackTelemetry &pack = m_packs[node];
    // A pack that was away may have started anew: its counters tell nothing about loss then.
    if (pack.heardAt != 0 && heardAt - pack.heardAt > restartAfter)
        m_counters.removeIf([node](const auto &it) { return int(it.key() & 0xFF) == node; });
    pack.node = node;
    pack.heardAt = heardAt;
    // A fault that is not told of again is over; the frame that said so was lost.
    pack.faults.removeIf([&](const FaultReading &fault) { return heardAt - fault.heardAt > faultHolds; });
    count(int(frame.frameId() & 0xFFFF), *message, payload, pack);
    if (message == m_cells)
        readCells(payload, heardAt, pack);
    else if (message == m_temperatures)
        readTemperatures(payload, pack);
    else if (message == m_balancing)
        readBalancing(payload, pack);
    else if (message == m_resistances)
        readResistances(payload, pack);
    else if (message == m_faultEvent)
        readFault(payload, heardAt, pack);
    else
        readFixed(*message, payload, pack);
    return node;
}

void TelemetryDecoder::count(int key, const DbcMessage &message, const QByteArray &payload, PackTelemetry &pack)
{
    const DbcSignal *signal = message.signal(counterName);
    if (!signal)
        return;
    const qint64 counter = signal->extract(payload);
    const auto known = m_counters.constFind(quint32(key));
    if (known != m_counters.constEnd())
        pack.lostFrames += framesMissed(*known, counter, signal->size);
    m_counters.insert(quint32(key), counter);
}

void TelemetryDecoder::readCells(const QByteArray &payload, qint64 heardAt, PackTelemetry &pack)
{
    const qint64 group = m_cells->multiplexor()->extract(payload);
    if (!m_cellSignals.contains(group))
        return;
    Sweep &sweep = m_sweeps[pack.node];
    const auto take = [&] {
        for (const Sweep::Group &each : std::as_const(sweep.groups))
            takeGroup(each.payload, each.heardAt, pack);
        sweep.groups.clear();
    };
    const qint64 counter = rawOf(*m_cells, payload, sweepName);
    // The next one has begun: what the last one had must do, its other frames were lost.
    if (counter != sweep.counter)
        take();
    sweep.counter = counter;
    sweep.groups.insert(group, {payload, heardAt});
    const qsizetype perGroup = m_cellSignals.constBegin()->size();
    if (sweep.groups.size() * perGroup < pack.cells.size())
        return;
    for (auto it = m_cellSignals.cbegin(); it != m_cellSignals.cend(); ++it) {
        if (it->constFirst().cell < pack.cells.size() && !sweep.groups.contains(it.key()))
            return;
    }
    if (!pack.cells.isEmpty() || sweep.groups.size() == m_cellSignals.size())
        take();
}

void TelemetryDecoder::takeGroup(const QByteArray &payload, qint64 heardAt, PackTelemetry &pack) const
{
    for (const CellSignal &one : m_cellSignals.value(m_cells->multiplexor()->extract(payload))) {
        const qint64 raw = one.signal->extract(payload);
        const bool valid = one.signal->inRange(raw);
        if (one.cell >= pack.cells.size()) {
            // Places behind the last cell are invalid, too; a cell with an open wire is known by PackLayout.
            if (!valid)
                continue;
            pack.cells.resize(one.cell + 1);
        }
        CellReading &cell = pack.cells[one.cell];
        cell.valid = valid;
        cell.heardAt = heardAt;
        if (valid)
            cell.millivolts = int(one.signal->toMilli(raw));
    }
}

void TelemetryDecoder::readTemperatures(const QByteArray &payload, PackTelemetry &pack) const
{
    for (const CellSignal &one : m_temperatureSignals.value(m_temperatures->multiplexor()->extract(payload))) {
        const qint64 raw = one.signal->extract(payload);
        if (!one.signal->inRange(raw))
            continue;
        if (one.cell >= pack.temperaturesMilliCelsius.size())
            pack.temperaturesMilliCelsius.resize(one.cell + 1);
        pack.temperaturesMilliCelsius[one.cell] = int(one.signal->toMilli(raw));
    }
}

void TelemetryDecoder::readBalancing(const QByteArray &payload, PackTelemetry &pack) const
{
    for (const CellSignal &one : m_balancingSignals.value(m_balancing->multiplexor()->extract(payload))) {
        if (one.cell < pack.cells.size())
            pack.cells[one.cell].balancing = one.signal->extract(payload) != 0;
    }
}

void TelemetryDecoder::readResistances(const QByteArray &payload, PackTelemetry &pack) const
{
    for (const CellSignal &one : m_resistanceSignals.value(m_resistances->multiplexor()->extract(payload))) {
        const qint64 raw = one.signal->extract(payload);
        if (one.cell < pack.cells.size() && one.signal->inRange(raw))
            pack.cells[one.cell].microohms = int(one.signal->toMilli(raw));
    }
}

void TelemetryDecoder::readFault(const QByteArray &payload, qint64 heardAt, PackTelemetry &pack) const
{
    const auto raw = [&](const char *name) {
        return rawOf(*m_faultEvent, payload, QLatin1String(name));
    };
    const auto id = FaultId::fromDtc(FaultId{FaultCode(raw("FaultCode")), raw("FaultCell")}.dtc());
    const int quantity = raw("FaultQuantity");
    if (!id || quantity > int(FaultQuantity::Resistance))
        return;
    FaultReading fault{*id, FaultSeverity(raw("FaultSeverity")), FaultQuantity(quantity), 0, 0, heardAt};
    QString word = quantityName(fault.quantity);
    word[0] = word.at(0).toUpper();
    const int scale = fault.quantity == FaultQuantity::Resistance ? 1000 : 1;
    fault.value = milliOrZero(*m_faultEvent, payload, QStringLiteral("Fault") + word) / scale;
    fault.threshold = milliOrZero(*m_faultEvent, payload, QStringLiteral("Threshold") + word) / scale;
    pack.faults.removeIf([&](const FaultReading &known) { return known.id == fault.id; });
    if (raw("FaultActive") == 0)
        return;
    const auto place = std::find_if(
        pack.faults.begin(), pack.faults.end(), [&](const FaultReading &known) { return fault.id < known.id; });
    pack.faults.insert(place, fault);
}

void TelemetryDecoder::readFixed(const DbcMessage &message, const QByteArray &payload, PackTelemetry &pack)
{
    const auto milli = [&](const char *name) {
        return milliOrZero(message, payload, QLatin1String(name));
    };
    const auto raw = [&](const char *name) {
        return rawOf(message, payload, QLatin1String(name));
    };
    const auto word = [&](const char *name) {
        return wordOf(message, payload, QLatin1String(name));
    };
    if (message.name == QLatin1String("PackStatus")) {
        pack.packMillivolts = milli("PackVoltage");
        pack.packMilliamps = milli("PackCurrent");
        pack.socMilliPercent = milli("StateOfCharge");
        pack.state = word("PackState");
        pack.contactorsClosed = word("ContactorState") == QLatin1String("closed");
    } else if (message.name == QLatin1String("PackLimits")) {
        pack.chargeLimitMilliamps = milli("ChargeCurrentLimit");
        pack.dischargeLimitMilliamps = milli("DischargeCurrentLimit");
        pack.chargeLimit = {word("ChargeLimitCause"), raw("ChargeLimitCell")};
        pack.dischargeLimit = {word("DischargeLimitCause"), raw("DischargeLimitCell")};
    } else if (message.name == QLatin1String("CellExtremes")) {
        pack.minCell = raw("MinCell");
        pack.maxCell = raw("MaxCell");
        pack.minCellMillivolts = milli("MinCellVoltage");
        pack.maxCellMillivolts = milli("MaxCellVoltage");
    } else if (message.name == QLatin1String("PackHealth")) {
        pack.sohMilliPercent = milli("StateOfHealth");
        pack.activeFaults = raw("ActiveFaults");
        pack.insulationKiloOhm = milli("InsulationResistance") / 1000;
    } else if (message.name == QLatin1String("BspStatus")) {
        pack.lifeCycle = word("LifeCycle");
        pack.lock = word("LockState");
        pack.policyVersion = raw("PolicyVersion");
        pack.refusedRequests = raw("RefusedRequests");
    } else if (message.name == QLatin1String("PackLayout")) {
        pack.modules = qMax(1, raw("ModuleCount"));
        pack.cells.resize(raw("CellCount"));
        pack.temperaturesMilliCelsius.resize(raw("SensorCount"));
    }
}

void TelemetryDecoder::setSerial(int node, const QString &serial)
{
    if (auto it = m_packs.find(node); it != m_packs.end())
        it->serial = serial;
}

void TelemetryDecoder::forget(int node)
{
    m_packs.remove(node);
    m_sweeps.remove(node);
    m_counters.removeIf([node](const auto &it) { return int(it.key() & 0xFF) == node; });
}

void TelemetryDecoder::clear()
{
    m_packs.clear();
    m_sweeps.clear();
    m_counters.clear();
}

} // namespace packwarden
