// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pack/faults.h"

#include "models/core/cbor/cbor.h"

#include <QCborArray>
#include <QCborMap>

#include <array>

namespace packwarden {

namespace {

using L1 = QLatin1String;

constexpr std::array faultNames{"none", "cell-over-voltage", "cell-under-voltage", "over-temperature",
    "under-temperature", "charge-over-current", "discharge-over-current", "insulation", "sense-wire-open", "imbalance",
    "component-missing", "contactor", "sensor-drift"};
constexpr std::array severityNames{"information", "warning", "derated", "stopped"};
constexpr std::array quantityNames{"voltage", "temperature", "current", "resistance"};

template <typename Word, size_t Count>
std::optional<Word> fromName(const std::array<const char *, Count> &names, const QString &name)
{
    for (size_t i = 0; i < Count; ++i) {
        if (name == L1(names[i]))
            return Word(i);
    }
    return std::nullopt;
}

QCborArray toCbor(const QList<qint64> &numbers)
{
    QCborArray array;
    for (const qint64 number : numbers)
        array.append(number);
    return array;
}

QList<qint64> readNumbers(cbor::MapReader &reader, const char *key)
{
    QList<qint64> numbers;
    for (const QCborValue &value : reader.array(L1(key))) {
        if (!value.isInteger())
            reader.fail(QString::fromLatin1(key));
        numbers.append(value.toInteger());
    }
    return numbers;
}

} // namespace

QString faultName(FaultCode code)
{
    return QString::fromLatin1(faultNames.at(size_t(code)));
}

std::optional<FaultCode> faultFromName(const QString &name)
{
    return fromName<FaultCode>(faultNames, name);
}

QString severityName(FaultSeverity severity)
{
    return QString::fromLatin1(severityNames.at(size_t(severity)));
}

QString quantityName(FaultQuantity quantity)
{
    return QString::fromLatin1(quantityNames.at(size_t(quantity)));
}

std::optional<FaultId> FaultId::fromDtc(quint32 dtc)
{
    const quint32 code = dtc >> 8 & 0xFF;
    if (dtc >> 16 != family || code == 0 || code >= faultNames.size())
        return std::nullopt;
    return FaultId{FaultCode(code), int(dtc & 0xFF)};
}

QByteArray FreezeFrame::encode() const
{
    return cbor::encode(QCborMap{{L1("fault"), faultName(fault.code)}, {L1("place"), fault.place},
        {L1("severity"), severityName(severity)}, {L1("quantity"), quantityName(quantity)}, {L1("value"), value},
        {L1("threshold"), threshold}, {L1("at"), at}, {L1("state"), state}, {L1("voltage"), packMillivolts},
        {L1("current"), packMilliamps}, {L1("soc"), socMilliPercent}, {L1("chargeLimit"), chargeMilliamps},
        {L1("dischargeLimit"), dischargeMilliamps}, {L1("insulation"), insulationKiloOhm},
        {L1("cells"), toCbor(cellTenthMillivolts)}, {L1("resistances"), toCbor(cellMicroohms)},
        {L1("balancing"), toCbor(balancing)}, {L1("temperatures"), toCbor(sensorMilliCelsius)}});
}

Result<FreezeFrame> FreezeFrame::decode(const QByteArray &bytes)
{
    const auto decoded = cbor::decode(bytes);
    if (!decoded.ok())
        return decoded.error();
    cbor::MapReader reader(*decoded);
    FreezeFrame frame;
    const auto code = faultFromName(reader.text(L1("fault")));
    const auto severity = fromName<FaultSeverity>(severityNames, reader.text(L1("severity")));
    const auto quantity = fromName<FaultQuantity>(quantityNames, reader.text(L1("quantity")));
    if (!code || !severity || !quantity)
        reader.fail(QStringLiteral("fault"));
    frame.fault = {code.value_or(FaultCode::None), int(reader.integer(L1("place")))};
    if (frame.fault.place > 0xFF)
        reader.fail(QStringLiteral("place"));
    frame.severity = severity.value_or(FaultSeverity::Warning);
    frame.quantity = quantity.value_or(FaultQuantity::Voltage);
    frame.value = reader.integer(L1("value"), INT64_MIN);
    frame.threshold = reader.integer(L1("threshold"), INT64_MIN);
    frame.at = reader.integer(L1("at"));
    frame.state = reader.text(L1("state"));
    frame.packMillivolts = reader.integer(L1("voltage"));
    frame.packMilliamps = reader.integer(L1("current"), INT64_MIN);
    frame.socMilliPercent = reader.integer(L1("soc"));
    frame.chargeMilliamps = reader.integer(L1("chargeLimit"));
    frame.dischargeMilliamps = reader.integer(L1("dischargeLimit"));
    frame.insulationKiloOhm = reader.integer(L1("insulation"));
    frame.cellTenthMillivolts = readNumbers(reader, "cells");
    frame.cellMicroohms = readNumbers(reader, "resistances");
    frame.balancing = readNumbers(reader, "balancing");
    frame.sensorMilliCelsius = readNumbers(reader, "temperatures");
    if (auto rest = reader.finish(); !rest.ok())
        return rest.error();
    return frame;
}

} // namespace packwarden
