// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hw/sim/battery/faultmemory.h"
#include "hw/sim/uds/udsreply.h"

/// The reports of service 19 (ISO 14229-1, 12.3) over a fault memory.
namespace packwarden::sim::faultreports {

inline constexpr quint8 isoFormat = 0x01; ///< ISO_14229-1_DTCFormat
inline constexpr quint8 extendedRecord = 0x01; ///< count 2, first 4, last 4 (Unix seconds)

/// 01, 02, 0A: anybody; 04, 06: who reads cells in detail.
bool knows(quint8 report);
bool isPublic(quint8 report);
/// The bytes after the sub-function.
int recordLength(quint8 report);
/// requestOutOfRange for a fault or a record that is not there.
UdsReply answer(const FaultMemory &memory, quint8 report, const QByteArray &record);

} // namespace packwarden::sim::faultreports
