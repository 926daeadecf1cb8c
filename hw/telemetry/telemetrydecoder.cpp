// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/telemetry/telemetrydecoder.h"

#include "hw/dbc/rollingcounter.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace packwarden {

namespace {

constexpr qint64 faultHolds = 3500; // milliseconds; three cycles of FaultEvent
constexpr qint64 restartAfter = 1000; // milliseconds; ten status messages

/// Thousandths; 0 where the pack said "invalid".
int milli(const DbcSignal &signal, qint64 raw)
{
    return signal.inRange(raw) ? int(signal.toMilli(raw)) : 0;
}

struct SignalUse
{
    const char *message;
    const char *signal;
    std::optional<PackFigure> figure; ///< none: it says more of a figure that another signal brings
    void (*set)(PackTelemetry &pack, const DbcSignal &signal, qint64 raw);
};

using Pack = PackTelemetry;
using Signal = DbcSignal;
constexpr SignalUse uses[] = {
    {"PackStatus", "PackVoltage", PackFigure::Voltage,
        [](Pack &p, const Signal &s, qint64 raw) {
            p.packMillivolts = milli(s, raw);
        }},
    {"PackStatus", "PackCurrent", PackFigure::Current,
        [](Pack &p, const Signal &s, qint64 raw) {
            p.packMilliamps = milli(s, raw);
        }},
    {"PackStatus", "StateOfCharge", PackFigure::Charge,
        [](Pack &p, const Signal &s, qint64 raw) {
            p.socMilliPercent = milli(s, raw);
        }},
    {"PackStatus", "PackState", PackFigure::State,
        [](Pack &p, const Signal &s, qint64 raw) {
            p.state = s.word(raw);
        }},
    {"PackStatus", "ContactorState", PackFigure::Contactors,
        [](Pack &p, const Signal &s, qint64 raw) {
            p.contactorsClosed = s.word(raw) == QLatin1String("closed");
        }},
    {"PackLimits", "ChargeCurrentLimit", PackFigure::ChargeLimit,
        [](Pack &p, const Signal &s, qint64 raw) {
            p.chargeLimitMilliamps = milli(s, raw);
        }},
    {"PackLimits", "DischargeCurrentLimit", PackFigure::DischargeLimit,
        [](Pack &p, const Signal &s, qint64 raw) {
            p.dischargeLimitMilliamps = milli(s, raw);
        }},
    {"PackLimits", "ChargeLimitCause", std::nullopt,
        [](Pack &p, const Signal &s, qint64 raw) {
            p.chargeLimit.cause = s.word(raw);
        }},
    {"PackLimits", "ChargeLimitCell", std::nullopt,
        [](Pack &p, const Signal &, qint64 raw) {
            p.chargeLimit.cell = int(raw);
        }},
    {"PackLimits", "DischargeLimitCause", std::nullopt,
        [](Pack &p, const Signal &s, qint64 raw) {
            p.dischargeLimit.cause = s.word(raw);
        }},
    {"PackLimits", "DischargeLimitCell", std::nullopt,
        [](Pack &p, const Signal &, qint64 raw) {
            p.dischargeLimit.cell = int(raw);
        }},
    {"CellExtremes", "MinCell", std::nullopt,
        [](Pack &p, const Signal &, qint64 raw) {
            p.minCell = int(raw);
        }},
    {"CellExtremes", "MaxCell", std::nullopt,
        [](Pack &p, const Signal &, qint64 raw) {
            p.maxCell = int(raw);
        }},
    {"CellExtremes", "MinCellVoltage", PackFigure::LowestCell,
        [](Pack &p, const Signal &s, qint64 raw) {
            p.minCellMillivolts = milli(s, raw);
        }},
    {"CellExtremes", "MaxCellVoltage", PackFigure::HighestCell,
        [](Pack &p, const Signal &s, qint64 raw) {
            p.maxCellMillivolts = milli(s, raw);
        }},
    {"PackHealth", "StateOfHealth", PackFigure::Health,
        [](Pack &p, const Signal &s, qint64 raw) {
            p.sohMilliPercent = milli(s, raw);
        }},
    {"PackHealth", "ActiveFaults", PackFigure::FaultCount,
        [](Pack &p, const Signal &, qint64 raw) {
            p.activeFaults = int(raw);
        }},
    {"PackHealth", "InsulationResistance", PackFigure::Insulation,
        [](Pack &p, const Signal &s, qint64 raw) {
            p.insulationKiloOhm = milli(s, raw) / 1000;
        }},
    {"BspStatus", "LifeCycle", PackFigure::LifeCycle,
        [](Pack &p, const Signal &s, qint64 raw) {
            p.lifeCycle = s.word(raw);
        }},
    {"BspStatus", "LockState", PackFigure::Lock,
        [](Pack &p, const Signal &s, qint64 raw) {
            p.lock = s.word(raw);
        }},
    {"BspStatus", "PolicyVersion", PackFigure::PolicyVersion,
        [](Pack &p, const Signal &, qint64 raw) {
            p.policyVersion = int(raw);
        }},
    {"BspStatus", "RefusedRequests", PackFigure::RefusedRequests,
        [](Pack &p, const Signal &, qint64 raw) {
            p.refusedRequests = int(raw);
        }},
    {"PackLayout", "ModuleCount", std::nullopt,
        [](Pack &p, const Signal &, qint64 raw) {
            p.modules = qMax(1, int(raw));
        }},
    {"PackLayout", "CellCount", std::nullopt,
        [](Pack &p, const Signal &, qint64 raw) {
            p.cells.resize(raw);
        }},
    {"PackLayout", "SensorCount", std::nullopt,
        [](Pack &p, const Signal &, qint64 raw) {
            p.temperaturesMilliCelsius.resize(raw);
        }},
};

/// Thousandths of what the signal says; 0 where the pack said "invalid".
int milliOrZero(const DbcMessage &message, const QByteArray &payload, const QString &name)
{
    const DbcSignal *signal = message.signal(name);
    if (!signal)
        return 0;
    return milli(*signal, signal->extract(payload));
}

int rawOf(const DbcMessage &message, const QByteArray &payload, const QString &name)
{
    const DbcSignal *signal = message.signal(name);
    return signal ? int(signal->extract(payload)) : 0;
}

} // namespace

TelemetryDecoder::TelemetryDecoder(Dbc dbc)
    : m_table(std::move(dbc))
    , m_cells(m_table.find(QStringLiteral("CellVoltages")))
    , m_temperatures(m_table.find(QStringLiteral("Temperatures")))
    , m_balancing(m_table.find(QStringLiteral("Balancing")))
    , m_resistances(m_table.find(QStringLiteral("CellResistances")))
    , m_faultEvent(m_table.find(QStringLiteral("FaultEvent")))
    , m_fields(fields())
    , m_cellSignals(numbered(m_cells))
    , m_temperatureSignals(numbered(m_temperatures))
    , m_balancingSignals(numbered(m_balancing))
    , m_resistanceSignals(numbered(m_resistances))
{
    const DbcSignal *sweep = m_cells ? m_cells->message->signal(QStringLiteral("SweepCounter")) : nullptr;
    if (sweep)
        m_sweepCounter = SignalPlace(*sweep);
}

TelemetryDecoder::Numbered TelemetryDecoder::numbered(const SignalTable::Message *message)
{
    static const QRegularExpression tail(QStringLiteral("(\\d+)$"));
    Numbered result;
    if (!message)
        return result;
    for (size_t value = 0; value < message->multiplexed.size(); ++value) {
        for (const SignalPlace &place : message->multiplexed[value]) {
            if (const auto match = tail.match(place.signal->name); match.hasMatch())
                result[qint64(value)].append({match.captured(1).toInt() - 1, place});
        }
    }
    return result;
}

QHash<const SignalTable::Message *, QList<TelemetryDecoder::Field>> TelemetryDecoder::fields() const
{
    QHash<const SignalTable::Message *, QList<Field>> found;
    for (const SignalUse &use : uses) {
        const SignalTable::Message *message = m_table.find(QLatin1String(use.message));
        const DbcSignal *signal = message ? message->message->signal(QLatin1String(use.signal)) : nullptr;
        if (signal)
            found[message].append({SignalPlace(*signal), use.figure, use.set});
    }
    return found;
}

int TelemetryDecoder::feed(const QCanBusFrame &frame, qint64 heardAt)
{
    const int node = int(frame.frameId() & 0xFF);
    if (!frame.hasExtendedFrameFormat() || node < firstNode || node > lastNode)
        return 0;
    const SignalTable::Message *message = m_table.find(frame.frameId());
    const QByteArray payload = frame.payload();
    if (!message || payload.size() != message->message->size)
        return 0;
    PackTelemetry &pack = m_packs[node];
    // A pack that was away may have started anew: its counters tell nothing about loss then.
    if (pack.heardAt != 0 && heardAt - pack.heardAt > restartAfter)
        m_counters.removeIf([node](const auto &it) { return int(it.key() & 0xFF) == node; });
    pack.node = node;
    pack.heardAt = heardAt;
    // A fault that is not told of again is over; the frame that said so was lost.
    pack.faults.removeIf([&](const FaultReading &fault) { return heardAt - fault.heardAt > faultHolds; });
    const FrameWords words(payload);
    count(int(frame.frameId() & 0xFFFF), message->counter, words, pack);
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
    else if (const auto known = m_fields.constFind(message); known != m_fields.constEnd()) {
        for (const Field &field : *known) {
            const qint64 raw = field.place.raw(words);
            field.set(pack, *field.place.signal, raw);
            if (field.figure)
                pack.known.setFlag(*field.figure, field.place.signal->inRange(raw));
        }
    }
    return node;
}

void TelemetryDecoder::count(int key, const SignalPlace &place, const FrameWords &words, PackTelemetry &pack)
{
    if (!place.signal)
        return;
    const qint64 counter = place.raw(words);
    const auto known = m_counters.constFind(quint32(key));
    if (known != m_counters.constEnd())
        pack.lostFrames += framesMissed(*known, counter, place.signal->size);
    m_counters.insert(quint32(key), counter);
}

void TelemetryDecoder::readCells(const QByteArray &payload, qint64 heardAt, PackTelemetry &pack)
{
    const FrameWords words(payload);
    const qint64 group = m_cells->multiplexor.raw(words);
    if (!m_cellSignals.contains(group))
        return;
    Sweep &sweep = m_sweeps[pack.node];
    const auto take = [&] {
        for (const Sweep::Group &each : std::as_const(sweep.groups))
            takeGroup(each.payload, each.heardAt, pack);
        sweep.groups.clear();
    };
    const qint64 counter = m_sweepCounter.signal ? m_sweepCounter.raw(words) : 0;
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
    const FrameWords words(payload);
    for (const CellSignal &one : m_cellSignals.value(m_cells->multiplexor.raw(words))) {
        const qint64 raw = one.place.raw(words);
        const bool valid = one.place.signal->inRange(raw);
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
            cell.millivolts = int(one.place.signal->toMilli(raw));
    }
}

void TelemetryDecoder::readTemperatures(const QByteArray &payload, PackTelemetry &pack) const
{
    const FrameWords words(payload);
    for (const CellSignal &one : m_temperatureSignals.value(m_temperatures->multiplexor.raw(words))) {
        const qint64 raw = one.place.raw(words);
        if (!one.place.signal->inRange(raw))
            continue;
        if (one.cell >= pack.temperaturesMilliCelsius.size())
            pack.temperaturesMilliCelsius.resize(one.cell + 1);
        pack.temperaturesMilliCelsius[one.cell] = int(one.place.signal->toMilli(raw));
    }
}

void TelemetryDecoder::readBalancing(const QByteArray &payload, PackTelemetry &pack) const
{
    const FrameWords words(payload);
    for (const CellSignal &one : m_balancingSignals.value(m_balancing->multiplexor.raw(words))) {
        if (one.cell < pack.cells.size())
            pack.cells[one.cell].balancing = one.place.raw(words) != 0;
    }
}

void TelemetryDecoder::readResistances(const QByteArray &payload, PackTelemetry &pack) const
{
    const FrameWords words(payload);
    for (const CellSignal &one : m_resistanceSignals.value(m_resistances->multiplexor.raw(words))) {
        const qint64 raw = one.place.raw(words);
        if (one.cell < pack.cells.size() && one.place.signal->inRange(raw))
            pack.cells[one.cell].microohms = int(one.place.signal->toMilli(raw));
    }
}

void TelemetryDecoder::readFault(const QByteArray &payload, qint64 heardAt, PackTelemetry &pack) const
{
    const auto raw = [&](const char *name) {
        return rawOf(*m_faultEvent->message, payload, QLatin1String(name));
    };
    const auto id = FaultId::fromDtc(FaultId{FaultCode(raw("FaultCode")), raw("FaultCell")}.dtc());
    const int quantity = raw("FaultQuantity");
    if (!id || quantity > int(FaultQuantity::Resistance))
        return;
    FaultReading fault{*id, FaultSeverity(raw("FaultSeverity")), FaultQuantity(quantity), 0, 0, heardAt};
    QString word = quantityName(fault.quantity);
    word[0] = word.at(0).toUpper();
    const int scale = fault.quantity == FaultQuantity::Resistance ? 1000 : 1;
    fault.value = milliOrZero(*m_faultEvent->message, payload, QStringLiteral("Fault") + word) / scale;
    fault.threshold = milliOrZero(*m_faultEvent->message, payload, QStringLiteral("Threshold") + word) / scale;
    pack.faults.removeIf([&](const FaultReading &known) { return known.id == fault.id; });
    if (raw("FaultActive") == 0)
        return;
    const auto place = std::find_if(
        pack.faults.begin(), pack.faults.end(), [&](const FaultReading &known) { return fault.id < known.id; });
    pack.faults.insert(place, fault);
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
