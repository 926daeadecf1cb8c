// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultmemory.h"

#include "cbor.h"

#include <QtEndian>

#include <algorithm>

namespace packwarden::sim {

namespace {

using L1 = QLatin1String;

enum Report : quint8 {
    NumberByStatusMask = 0x01,
    FaultsByStatusMask = 0x02,
    SnapshotByNumber = 0x04,
    ExtendedDataByNumber = 0x06,
    SupportedFaults = 0x0A,
};

constexpr quint8 positive = 0x59;
constexpr quint8 everyRecord = 0xFF;
constexpr quint8 snapshotRecord = 0x01;

template <typename Number> QByteArray bigEndian(Number number)
{
    QByteArray bytes(sizeof(Number), '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray codeBytes(const FaultId &id, quint8 status)
{
    return bigEndian(quint32(id.dtc() << 8 | status));
}

QByteArray supported()
{
    QByteArray list;
    for (int code = 1; code <= int(FaultCode::SensorDrift); ++code)
        list += codeBytes({FaultCode(code), 0}, 0);
    return list;
}

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

bool FaultMemory::knows(quint8 report)
{
    return isPublic(report) || report == SnapshotByNumber || report == ExtendedDataByNumber;
}

bool FaultMemory::isPublic(quint8 report)
{
    return report == NumberByStatusMask || report == FaultsByStatusMask || report == SupportedFaults;
}

int FaultMemory::recordLength(quint8 report)
{
    switch (report) {
    case NumberByStatusMask:
    case FaultsByStatusMask:
        return 1;
    case SnapshotByNumber:
    case ExtendedDataByNumber:
        return 4;
    default:
        return 0;
    }
}

UdsReply FaultMemory::report(quint8 report, const QByteArray &record) const
{
    const QByteArray head = QByteArray(1, char(positive)) + char(report);
    if (report == SnapshotByNumber || report == ExtendedDataByNumber) {
        const quint32 code = qFromBigEndian<quint32>(record.constData()) >> 8;
        const auto it = std::find_if(
            m_faults.begin(), m_faults.end(), [&](const Fault &fault) { return fault.id.dtc() == code; });
        const quint8 number = quint8(record.at(3));
        // One record of each kind, number 1.
        if (it == m_faults.end() || (number != snapshotRecord && number != everyRecord))
            return {nrc::requestOutOfRange, {}};
        const QByteArray about = head + codeBytes(it->id, it->status);
        if (report == ExtendedDataByNumber)
            return {nrc::none,
                about + char(extendedRecord) + bigEndian(quint16(it->count)) + bigEndian(quint32(it->first))
                    + bigEndian(quint32(it->last))};
        constexpr char identifiers = 1;
        return {nrc::none, about + char(snapshotRecord) + identifiers + bigEndian(FreezeFrame::identifier) + it->frame};
    }
    if (report == SupportedFaults)
        return {nrc::none, head + char(faultstatus::available) + supported()};
    const quint8 mask = quint8(record.at(0));
    QByteArray list;
    int count = 0;
    for (const Fault &fault : m_faults) {
        if ((fault.status & mask & faultstatus::available) == 0)
            continue;
        list += codeBytes(fault.id, fault.status);
        ++count;
    }
    if (report != NumberByStatusMask)
        return {nrc::none, head + char(faultstatus::available) + list};
    return {nrc::none, head + char(faultstatus::available) + char(isoFormat) + bigEndian(quint16(count))};
}

} // namespace packwarden::sim
