// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/sim/uds/faultreports.h"

#include <QtEndian>

#include <algorithm>

namespace packwarden::sim::faultreports {

namespace {

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

bool knows(quint8 report)
{
    return isPublic(report) || report == SnapshotByNumber || report == ExtendedDataByNumber;
}

bool isPublic(quint8 report)
{
    return report == NumberByStatusMask || report == FaultsByStatusMask || report == SupportedFaults;
}

int recordLength(quint8 report)
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

UdsReply answer(const FaultMemory &memory, quint8 report, const QByteArray &record)
{
    const QByteArray head = QByteArray(1, char(positive)) + char(report);
    if (report == SnapshotByNumber || report == ExtendedDataByNumber) {
        const quint32 code = qFromBigEndian<quint32>(record.constData()) >> 8;
        const auto it = std::find_if(memory.faults().begin(), memory.faults().end(),
            [&](const FaultMemory::Fault &fault) { return fault.id.dtc() == code; });
        const quint8 number = quint8(record.at(3));
        // One record of each kind, number 1.
        if (it == memory.faults().end() || (number != snapshotRecord && number != everyRecord))
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
    for (const FaultMemory::Fault &fault : memory.faults()) {
        if ((fault.status & mask & faultstatus::available) == 0)
            continue;
        list += codeBytes(fault.id, fault.status);
        ++count;
    }
    if (report != NumberByStatusMask)
        return {nrc::none, head + char(faultstatus::available) + list};
    return {nrc::none, head + char(faultstatus::available) + char(isoFormat) + bigEndian(quint16(count))};
}

} // namespace packwarden::sim::faultreports
