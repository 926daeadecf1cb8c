// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/battery/telemetry.h"

#include "models/core/base/breakable.h"

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
    if (message.cycleMilliseconds <= 0)
        return;
    if (message.name == L1("FaultEvent")) {
        m_faultEvent = &message;
        return;
    }
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
    if (!broken("sweep-counter") || m_sweepCounter < 0)
        ++m_sweepCounter;
}

QList<QCanBusFrame> Telemetry::due(
    qint64 now, const PackCondition &condition, const BspStatus &bsp, const QMap<FaultId, FaultFinding> &faults)
{
    QList<QCanBusFrame> frames;
    m_activeFaults = int(faults.size());
    addFaults(now, faults, frames);
    if (m_sweepCounter < 0)
        newSweep(condition);
    // In the order of their times, as a late call may find the end of one sweep and the beginning of the next one due.
    for (Slot *slot : dueSlots(now)) {
        const qint64 cycle = cycleOf(*slot);
        slot->next += cycle * ((now - slot->next) / cycle + 1);
        if (slot->group == 0 && slot->message->name == L1("CellVoltages"))
            newSweep(condition);
        addFrame(*slot->message, rawValues(*slot, condition, bsp), frames);
    }
    return frames;
}

qint64 Telemetry::cycleOf(const Slot &slot) const
{
    return slot.message->cycleMilliseconds * (broken("cycle") ? 2 : 1);
}

QList<Telemetry::Slot *> Telemetry::dueSlots(qint64 now)
{
    QHash<const DbcMessage *, qint64> late; // of those with groups: how late the first of them is
    for (Slot &slot : m_slots) {
        if (slot.next < 0)
            slot.next = now + slot.offset;
        if (slot.group >= 0 && now - slot.next >= cycleOf(slot))
            late[slot.message] = std::max(late.value(slot.message), now - slot.next);
    }
    QList<Slot *> due;
    for (Slot &slot : m_slots) {
        // Late by more than a cycle: the groups go on where they stopped, for a cycle without some of them is none.
        slot.next += late.value(slot.message);
        if (slot.next <= now)
            due.append(&slot);
    }
    std::stable_sort(due.begin(), due.end(), [](const Slot *a, const Slot *b) { return a->next < b->next; });
    return due;
}

void Telemetry::addFrame(const DbcMessage &message, QMap<QString, qint64> raw, QList<QCanBusFrame> &frames)
{
    if (const DbcSignal *signal = message.signal(rollingCounter)) {
        qint64 &counter = m_counters[message.id];
        raw.insert(rollingCounter, counter);
        counter = (counter + (broken("rolling-counter") ? 2 : 1)) % (qint64(1) << signal->size);
    }
    if (const DbcSignal *signal = message.signal(sweepCounter))
        raw.insert(sweepCounter, m_sweepCounter % (qint64(1) << signal->size));
    auto payload = message.encode(raw);
    if (!payload.ok())
        return;
    if (broken("unused-bits") && message.name == L1("PackLayout"))
        payload.value()[6] = char(0x01);
    QCanBusFrame frame((message.id & ~quint32(0xFF)) | quint32(m_configuration.node), *payload);
    frame.setExtendedFrameFormat(true);
    frames.append(frame);
}

void Telemetry::addFaults(qint64 now, const QMap<FaultId, FaultFinding> &faults, QList<QCanBusFrame> &frames)
{
    if (!m_faultEvent)
        return;
    for (auto it = m_told.begin(); it != m_told.end();) {
        if (faults.contains(it.key())) {
            ++it;
            continue;
        }
        addFrame(*m_faultEvent, faultValues(*it, false), frames);
        m_tellAgain.remove(it.key());
        it = m_told.erase(it);
    }
    for (auto it = faults.begin(); it != faults.end(); ++it) {
        const auto told = m_told.constFind(it.key());
        const bool news = told == m_told.cend() || told->severity != it->severity;
        if (!news && now < m_tellAgain.value(it.key()))
            continue;
        addFrame(*m_faultEvent, faultValues(*it, true), frames);
        m_told.insert(it.key(), *it);
        m_tellAgain.insert(it.key(), now + m_faultEvent->cycleMilliseconds);
    }
}

QMap<QString, qint64> Telemetry::faultValues(const FaultFinding &fault, bool active) const
{
    QMap<QString, qint64> raw{{QStringLiteral("FaultQuantity"), qint64(fault.quantity)},
        {QStringLiteral("FaultActive"), active ? 1 : 0}, {QStringLiteral("FaultSeverity"), qint64(fault.severity)},
        {QStringLiteral("FaultCode"), qint64(fault.id.code)}, {QStringLiteral("FaultCell"), fault.id.place}};
    QString quantity = quantityName(fault.quantity);
    quantity[0] = quantity.at(0).toUpper();
    const qint64 scale = fault.quantity == FaultQuantity::Resistance ? 1000 : 1;
    for (const auto &[name, value] :
        {std::pair(QStringLiteral("Fault"), fault.value), std::pair(QStringLiteral("Threshold"), fault.threshold)}) {
        if (const DbcSignal *signal = m_faultEvent->signal(name + quantity))
            raw.insert(signal->name, std::clamp<qint64>(signal->toRaw(value * scale), INT16_MIN, INT16_MAX));
    }
    return raw;
}

QMap<QString, qint64> Telemetry::rawValues(const Slot &slot, const PackCondition &condition, const BspStatus &bsp) const
{
    if (slot.group < 0)
        return fixedValues(*slot.message, condition, bsp);
    QMap<QString, qint64> raw{{slot.message->multiplexor()->name, slot.group}};
    for (const Place &place : slot.places) {
        qint64 value = broken("beyond-last") ? 0 : invalidRaw(*place.signal);
        if (slot.message->name == L1("CellVoltages")) {
            // The DBC's resolution is a tenth of a millivolt, finer than its milli values.
            if (place.index < m_sweep.size() && m_sweep.at(place.index) >= 0)
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
    // Cells that are not measured are neither lowest nor highest.
    const auto highest = std::max_element(m_sweep.begin(), m_sweep.end());
    const auto lowest
        = std::min_element(m_sweep.begin(), m_sweep.end(), [](int a, int b) { return quint32(a) < quint32(b); });
    const bool measured = highest != m_sweep.end() && *highest >= 0;
    if (message.name == L1("PackStatus")) {
        milli("PackVoltage", condition.packMillivolts);
        milli("PackCurrent", condition.packMilliamps);
        milli("StateOfCharge", condition.socMilliPercent);
        word("PackState", condition.state);
        word("ContactorState",
            condition.contactorsWelded       ? QStringLiteral("welded")
                : condition.contactorsClosed ? QStringLiteral("closed")
                                             : QStringLiteral("open"));
        word("ActivationState", bsp.activation);
    } else if (message.name == L1("PackLimits")) {
        milli("ChargeCurrentLimit", condition.charge.milliamps);
        milli("DischargeCurrentLimit", condition.discharge.milliamps);
        word("ChargeLimitCause", condition.charge.cause);
        word("DischargeLimitCause", condition.discharge.cause);
        number("ChargeLimitCell", condition.charge.cell);
        number("DischargeLimitCell", condition.discharge.cell);
    } else if (message.name == L1("CellExtremes") && measured) {
        number("MinCell", lowest - m_sweep.begin() + 1);
        number("MaxCell", highest - m_sweep.begin() + 1);
        raw.insert(QStringLiteral("MinCellVoltage"), *lowest);
        raw.insert(QStringLiteral("MaxCellVoltage"), *highest);
    } else if (message.name == L1("PackHealth")) {
        milli("StateOfHealth", condition.healthMilliPercent);
        number("EquivalentCycles", condition.cycles);
        number("InsulationResistance", condition.insulationKiloOhm);
        number("ActiveFaults", m_activeFaults);
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
