// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/battery/faultmemory.h"

#include "models/core/cbor/cbor.h"

#include <algorithm>

namespace packwarden::sim {

namespace {

using L1 = QLatin1String;

} // namespace

Result<FaultMemory> FaultMemory::start(const QByteArray &stored)
{
    FaultMemory memory;
    if (stored.isEmpty())
        return memory;
    const auto decoded = cbor::decode(stored);
    if (!decoded.ok())
        return decoded.error();
    if (!decoded->isArray() || decoded->toArray().size() > maxFaults)
        return {Code::Malformed, QStringLiteral("faults")};
    for (const QCborValue &value : decoded->toArray()) {
        cbor::MapReader reader(value);
        const auto id = FaultId::fromDtc(quint32(reader.integer(L1("code"), 0, 0xFFFFFF)));
        Fault fault{id.value_or(FaultId{}), quint8(reader.integer(L1("status"), 0, 0xFF)),
            int(reader.integer(L1("count"), 1, 0xFFFF)), reader.integer(L1("first")), reader.integer(L1("last")),
            reader.bytes(L1("frame"))};
        if (auto rest = reader.finish(); !rest.ok() || !id)
            return {Code::Malformed, QStringLiteral("faults")};
        const bool before = fault.status & faultstatus::failedThisCycle;
        fault.status &= faultstatus::confirmed | faultstatus::failedSinceClear;
        fault.status |= before ? faultstatus::pending : 0;
        memory.m_faults.append(fault);
    }
    return memory;
}

QByteArray FaultMemory::encode() const
{
    QCborArray list;
    for (const Fault &fault : m_faults) {
        list.append(
            QCborMap{{L1("code"), qint64(fault.id.dtc())}, {L1("status"), fault.status}, {L1("count"), fault.count},
                {L1("first"), fault.first}, {L1("last"), fault.last}, {L1("frame"), fault.frame}});
    }
    return cbor::encode(list);
}

FaultMemory::Fault *FaultMemory::find(const FaultId &id)
{
    const auto it = std::find_if(m_faults.begin(), m_faults.end(), [&](const Fault &fault) { return fault.id == id; });
    return it == m_faults.end() ? nullptr : &*it;
}

void FaultMemory::makeRoom()
{
    if (m_faults.size() < maxFaults)
        return;
    // The oldest that is over goes first; only where all are there, the oldest of these.
    auto victim = std::find_if(
        m_faults.rbegin(), m_faults.rend(), [](const Fault &fault) { return !(fault.status & faultstatus::failed); });
    m_faults.erase(victim == m_faults.rend() ? std::prev(m_faults.end()) : std::prev(victim.base()));
}

bool FaultMemory::take(const QMap<FaultId, FaultFinding> &active, qint64 now,
    const std::function<FreezeFrame(const FaultFinding &)> &frame)
{
    using namespace faultstatus;
    bool changed = false;
    for (Fault &fault : m_faults) {
        if ((fault.status & failed) && !active.contains(fault.id)) {
            fault.status &= quint8(~failed);
            fault.last = now;
            changed = true;
        }
    }
    int room = maxFaults;
    for (auto it = active.begin(); it != active.end() && room > 0; ++it, --room) {
        Fault *known = find(it.key());
        if (known && (known->status & failed))
            continue;
        Fault fault = known ? *known : Fault{it.key(), 0, 0, now, now, {}};
        if (known)
            m_faults.removeOne(*known);
        makeRoom();
        fault.status = available;
        fault.count = std::min(fault.count + 1, 0xFFFF);
        fault.last = now;
        fault.frame = frame(*it).encode();
        m_faults.prepend(fault);
        changed = true;
    }
    return changed;
}

int FaultMemory::activeCount() const
{
    return int(std::count_if(
        m_faults.begin(), m_faults.end(), [](const Fault &fault) { return fault.status & faultstatus::failed; }));
}

} // namespace packwarden::sim
