// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace packwarden {

/// What can be wrong with a pack. Numbers and words are those of FaultCode in the DBC.
enum class FaultCode : quint8 {
    None,
    CellOverVoltage,
    CellUnderVoltage,
    OverTemperature,
    UnderTemperature,
    ChargeOverCurrent,
    DischargeOverCurrent,
    Insulation,
    SenseWireOpen,
    Imbalance,
    ComponentMissing,
    Contactor,
    SensorDrift,
};
QString faultName(FaultCode code); ///< "cell-over-voltage"
std::optional<FaultCode> faultFromName(const QString &name);

/// What the pack does about it; numbers and words as FaultSeverity in the DBC.
enum class FaultSeverity : quint8 { Information, Warning, Derated, Stopped };
QString severityName(FaultSeverity severity);

/// What was measured; numbers and words as FaultQuantity in the DBC. Values are in thousandths of V, °C, A; of kOhm
/// whole ones.
enum class FaultQuantity : quint8 { Voltage, Temperature, Current, Resistance };
QString quantityName(FaultQuantity quantity);

/// A fault and where. place: a cell or, of temperatures, a sensor, from 1; 0: the pack as a whole.
struct FaultId
{
    FaultCode code = FaultCode::None;
    int place = 0;
    bool operator==(const FaultId &) const = default;
    bool operator<(const FaultId &o) const { return dtc() < o.dtc(); }

    /// The diagnostic trouble code (ISO 14229-1, 24 bits): 1A, code, place.
    quint32 dtc() const { return quint32(family) << 16 | quint32(code) << 8 | quint32(place); }
    /// None for a code of another family.
    static std::optional<FaultId> fromDtc(quint32 dtc);
    static constexpr quint8 family = 0x1A;
};

/// Bits of a fault's status (ISO 14229-1, D.2) that a pack keeps.
namespace faultstatus {
constexpr quint8 failed = 0x01; ///< now
constexpr quint8 failedThisCycle = 0x02; ///< since the last start
constexpr quint8 pending = 0x04; ///< in this cycle or the one before
constexpr quint8 confirmed = 0x08;
constexpr quint8 failedSinceClear = 0x20;
constexpr quint8 available = failed | failedThisCycle | pending | confirmed | failedSinceClear;
} // namespace faultstatus

/// The whole pack at the instant at which a fault came: the data of its snapshot record, deterministic CBOR.
struct FreezeFrame
{
    FaultId fault;
    FaultSeverity severity = FaultSeverity::Warning;
    FaultQuantity quantity = FaultQuantity::Voltage;
    qint64 value = 0;
    qint64 threshold = 0;
    qint64 at = 0; ///< Unix seconds
    QString state; ///< as PackState in the DBC
    qint64 packMillivolts = 0;
    qint64 packMilliamps = 0;
    qint64 socMilliPercent = 0;
    qint64 chargeMilliamps = 0; ///< limits in force
    qint64 dischargeMilliamps = 0;
    qint64 insulationKiloOhm = 0;
    QList<qint64> cellTenthMillivolts; ///< -1: not measured
    QList<qint64> cellMicroohms;
    QList<qint64> balancing; ///< cells that were bled, from 1
    QList<qint64> sensorMilliCelsius;
    bool operator==(const FreezeFrame &) const = default;

    /// Identifier of the one value in a snapshot record.
    static constexpr quint16 identifier = 0x0120;
    QByteArray encode() const;
    /// NotCanonical, Malformed.
    static Result<FreezeFrame> decode(const QByteArray &bytes);
};

} // namespace packwarden
