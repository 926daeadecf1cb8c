// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultmemory.h"

#include <QtEndian>

#include <algorithm>

namespace packwarden::sim {

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

quint32 codeOf(const QByteArray &record)
{
    return quint32(quint8(record.at(0))) << 16 | quint32(quint8(record.at(1))) << 8 | quint8(record.at(2));
}

QByteArray codeBytes(const FaultMemory::Fault &fault)
{
    return QByteArray(1, char(fault.code >> 16)) + char(fault.code >> 8) + char(fault.code) + char(fault.status);
}

} // namespace

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
        const quint32 code = codeOf(record);
        const auto it
            = std::find_if(m_faults.begin(), m_faults.end(), [&](const Fault &fault) { return fault.code == code; });
        const quint8 number = quint8(record.at(3));
        // One freeze frame each, number 1; and no extended data.
        const bool there = it != m_faults.end() && report == SnapshotByNumber && (number == 1 || number == everyRecord);
        if (!there)
            return {nrc::requestOutOfRange, {}};
        return {nrc::none, head + codeBytes(*it) + it->snapshot};
    }
    const quint8 mask = report == SupportedFaults ? everyRecord : quint8(record.at(0));
    QByteArray list;
    int count = 0;
    for (const Fault &fault : m_faults) {
        if (report != SupportedFaults && (fault.status & mask & statusAvailable) == 0)
            continue;
        list += codeBytes(fault);
        ++count;
    }
    if (report != NumberByStatusMask)
        return {nrc::none, head + char(statusAvailable) + list};
    QByteArray number(2, '\0');
    qToBigEndian(quint16(count), number.data());
    return {nrc::none, head + char(statusAvailable) + char(isoFormat) + number};
}

} // namespace packwarden::sim
