// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "telemetry.h"

#include <algorithm>

namespace packwarden::sim {

namespace {

using L1 = QLatin1String;

const QString rollingCounter = QStringLiteral("RollingCounter");
const QString sweepCounter = QStringLiteral("SweepCounter");

qint64 wordToRaw(const DbcSignal &signal, const QString &word)
{
    return signal.values.key(word, 0);
}

/// "CellVoltage037" -> 36
int indexOf(const DbcSignal &signal)
{
    constexpr int digits = 3;
    return signal.name.right(digits).toInt() - 1;
}

qint64 invalidRaw(const DbcSignal &signal)
{
    return signal.values.key(QStringLiteral("invalid"), 0);
}

} // namespace

Telemetry::Telemetry(Dbc dbc, const PackConfiguration &configuration)
    : m_dbc(std::move(dbc))
    , m_configuration(configuration)
{
    for (const DbcMessage &message : m_dbc.messages())
        addMessage(message);
}

void Telemetry::addMessage(const DbcMessage &message)
{
    // Fault events come with faults, which this model does not have yet.
    if (message.cycleMilliseconds <= 0 || message.name == L1("FaultEvent"))
        return;
    const DbcSignal *multiplexor = message.multiplexor();
    if (!multiplexor) {
        m_slots.append({&message, -1, {}, qint64(m_slots.size()) * 7 % message.cycleMilliseconds, -1});
        return;
    }
    const int count = message.name == L1("Temperatures") ? m_configuration.modules : m_configuration.cells;
    QMap<int, QList<Place>> groups;
    for (const DbcSignal &signal : message.signalList) {
        if (signal.multiplexValue >= 0)
            groups[signal.multiplexValue].append({indexOf(signal), &signal});
    }
    QList<Slot> slotList;
    for (auto it = groups.begin(); it != groups.end(); ++it) {
        const bool present
            = std::any_of(it->begin(), it->end(), [&](const Place &place) { return place.index < count; });
        if (present)
            slotList.append({&message, it.key(), it.value(), 0, -1});
    }
    for (qsizetype i = 0; i < slotList.size(); ++i)
        slotList[i].offset = i * message.cycleMilliseconds / slotList.size();
    m_slots += slotList;
}

void Telemetry::newSweep(const PackCondition &condition)
{
    m_sweep = condition.cellTenthMillivolts;
    ++m_sweepCounter;
}

QList<QCanBusFrame> Telemetry::due(qint64 now, const PackCondition &condition, const BspStatus &bsp)
{
    QList<QCanBusFrame> frames;
    if (m_sweepCounter < 0)
        newSweep(condition);
    for (Slot &slot : m_slots) {
        if (slot.next < 0)
            slot.next = now + slot.offset;
        if (now < slot.next)
            continue;
        const qint64 cycle = slot.message->cycleMilliseconds;
        slot.next += cycle * ((now - slot.next) / cycle + 1);
        if (slot.group == 0 && slot.message->name == L1("CellVoltages"))
            newSweep(condition);
        QMap<QString, qint64> raw = rawValues(slot, condition, bsp);
        if (const DbcSignal *signal = slot.message->signal(rollingCounter)) {
            qint64 &counter = m_counters[slot.message->id];
            raw.insert(rollingCounter, counter);
            counter = (counter + 1) % (qint64(1) << signal->size);
        }
        if (const DbcSignal *signal = slot.message->signal(sweepCounter))
            raw.insert(sweepCounter, m_sweepCounter % (qint64(1) << signal->size));
        const auto payload = slot.message->encode(raw);
        if (!payload.ok())
            continue;
        QCanBusFrame frame((slot.message->id & ~quint32(0xFF)) | quint32(m_configuration.node), *payload);
        frame.setExtendedFrameFormat(true);
        frames.append(frame);
    }
    return frames;
}

QMap<QString, qint64> Telemetry::rawValues(const Slot &slot, const PackCondition &condition, const BspStatus &bsp) const
{
    if (slot.group < 0)
        return fixedValues(*slot.message, condition, bsp);
    QMap<QString, qint64> raw{{slot.message->multiplexor()->name, slot.group}};
    for (const Place &place : slot.places) {
        qint64 value = invalidRaw(*place.signal);
        if (slot.message->name == L1("CellVoltages")) {
            // The DBC's resolution is a tenth of a millivolt, finer than its milli values.
            if (place.index < m_sweep.size())
                value = m_sweep.at(place.index);
        } else if (slot.message->name == L1("Temperatures")) {
            if (place.index < condition.moduleMilliCelsius.size())
                value = place.signal->toRaw(condition.moduleMilliCelsius.at(place.index));
        } else if (slot.message->name == L1("Balancing")) {
            value = condition.balancing.value(place.index) ? 1 : 0;
        } else if (slot.message->name == L1("CellResistances")) {
            if (place.index < condition.cellMicroohms.size())
                value = place.signal->toRaw(condition.cellMicroohms.at(place.index));
        }
        raw.insert(place.signal->name, value);
    }
    return raw;
}

QMap<QString, qint64> Telemetry::fixedValues(
    const DbcMessage &message, const PackCondition &condition, const BspStatus &bsp) const
{
    QMap<QString, qint64> raw;
    const auto milli = [&](const char *name, qint64 value) {
        if (const DbcSignal *signal = message.signal(L1(name)))
            raw.insert(signal->name, signal->toRaw(value));
    };
    const auto number = [&](const char *name, qint64 value) {
        milli(name, value * 1000);
    };
    const auto word = [&](const char *name, const QString &value) {
        if (const DbcSignal *signal = message.signal(L1(name)))
            raw.insert(signal->name, wordToRaw(*signal, value));
    };
    const auto [low, high] = std::minmax_element(m_sweep.begin(), m_sweep.end());
    if (message.name == L1("PackStatus")) {
        milli("PackVoltage", condition.packMillivolts);
        milli("PackCurrent", condition.packMilliamps);
        milli("StateOfCharge", condition.socMilliPercent);
        word("PackState", condition.state);
        word("ContactorState", condition.contactorsClosed ? QStringLiteral("closed") : QStringLiteral("open"));
        word("ActivationState", bsp.activation);
    } else if (message.name == L1("PackLimits")) {
        milli("ChargeCurrentLimit", condition.charge.milliamps);
        milli("DischargeCurrentLimit", condition.discharge.milliamps);
        word("ChargeLimitCause", condition.charge.cause);
        word("DischargeLimitCause", condition.discharge.cause);
        number("ChargeLimitCell", condition.charge.cell);
        number("DischargeLimitCell", condition.discharge.cell);
    } else if (message.name == L1("CellExtremes") && low != m_sweep.end()) {
        number("MinCell", low - m_sweep.begin() + 1);
        number("MaxCell", high - m_sweep.begin() + 1);
        raw.insert(QStringLiteral("MinCellVoltage"), *low);
        raw.insert(QStringLiteral("MaxCellVoltage"), *high);
    } else if (message.name == L1("PackHealth")) {
        number("StateOfHealth", 98);
        number("EquivalentCycles", condition.cycles);
        number("InsulationResistance", 2500);
    } else if (message.name == L1("BspStatus")) {
        word("LifeCycle", bsp.lifeCycle);
        word("LockState", bsp.lock);
        number("PolicyVersion", bsp.policyVersion);
        number("RefusedRequests", bsp.refusedRequests);
        word("ClockState", bsp.clock);
    } else if (message.name == L1("PackLayout")) {
        number("CellCount", m_configuration.cells);
        number("ParallelCount", m_configuration.parallel);
        number("ModuleCount", m_configuration.modules);
        number("SensorCount", m_configuration.modules);
        milli("RatedCapacity", m_configuration.capacity);
    }
    return raw;
}

} // namespace packwarden::sim
