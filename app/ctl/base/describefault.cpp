// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/base/describe.h"

namespace packwarden::ctl::describe {

namespace {

QString code(const PackFault &fault)
{
    return QStringLiteral("%1").arg(fault.code, 6, 16, QLatin1Char('0')).toUpper();
}

QString words(const FaultId &id)
{
    switch (id.code) {
    case FaultCode::CellOverVoltage:
        return QStringLiteral("Cell %1: voltage too high").arg(id.place);
    case FaultCode::CellUnderVoltage:
        return QStringLiteral("Cell %1: voltage too low").arg(id.place);
    case FaultCode::OverTemperature:
        return QStringLiteral("Sensor %1: too hot").arg(id.place);
    case FaultCode::UnderTemperature:
        return QStringLiteral("Sensor %1: too cold").arg(id.place);
    case FaultCode::ChargeOverCurrent:
        return QStringLiteral("Charge current too high");
    case FaultCode::DischargeOverCurrent:
        return QStringLiteral("Discharge current too high");
    case FaultCode::Insulation:
        return QStringLiteral("Insulation resistance too low");
    case FaultCode::SenseWireOpen:
        return QStringLiteral("Cell %1: sense wire open").arg(id.place);
    case FaultCode::Imbalance:
        return QStringLiteral("Cells out of balance, lowest %1").arg(id.place);
    case FaultCode::ComponentMissing:
        return QStringLiteral("A part is missing or foreign");
    case FaultCode::Contactor:
        return QStringLiteral("A contactor does not open");
    case FaultCode::SensorDrift:
        return QStringLiteral("Sensor %1: differs from its neighbours").arg(id.place);
    case FaultCode::None:
        break;
    }
    return QStringLiteral("Unknown fault");
}

QString unit(FaultQuantity quantity)
{
    switch (quantity) {
    case FaultQuantity::Voltage:
        return QStringLiteral("V");
    case FaultQuantity::Temperature:
        return QStringLiteral("°C");
    case FaultQuantity::Current:
        return QStringLiteral("A");
    case FaultQuantity::Resistance:
        return QStringLiteral("kOhm");
    }
    return {};
}

/// As decimal text in the unit above.
QString amount(FaultQuantity quantity, int value)
{
    return quantity == FaultQuantity::Resistance ? QString::number(value) : formatQuantity(Milli{value});
}

/// "80 kOhm, below 100 kOhm"; empty where nothing was measured.
QString measured(const FaultReading &heard)
{
    const QString is = amount(heard.quantity, heard.value) + u' ' + unit(heard.quantity);
    const QString edge = amount(heard.quantity, heard.threshold) + u' ' + unit(heard.quantity);
    switch (heard.id.code) {
    case FaultCode::CellOverVoltage:
    case FaultCode::OverTemperature:
    case FaultCode::ChargeOverCurrent:
    case FaultCode::DischargeOverCurrent:
        return QStringLiteral("%1, above %2").arg(is, edge);
    case FaultCode::CellUnderVoltage:
    case FaultCode::UnderTemperature:
    case FaultCode::Insulation:
        return QStringLiteral("%1, below %2").arg(is, edge);
    case FaultCode::Imbalance:
        return QStringLiteral("%1 apart, allowed %2").arg(is, edge);
    case FaultCode::SensorDrift:
        return QStringLiteral("reads %1, the others %2").arg(is, edge);
    case FaultCode::Contactor:
        return QStringLiteral("%1 although it should be open").arg(is);
    case FaultCode::None:
    case FaultCode::SenseWireOpen:
    case FaultCode::ComponentMissing:
        break;
    }
    return {};
}

} // namespace

QString faultLine(const PackFault &fault, const FaultReading *heard)
{
    const QString numbers = heard ? measured(*heard) : QString();
    return QStringLiteral("%1  %2  %3%4")
        .arg(code(fault), fault.isActive() ? QStringLiteral("active") : QStringLiteral("stored"),
            words(FaultId::fromDtc(fault.code).value_or(FaultId())),
            numbers.isEmpty() ? QString() : QStringLiteral(": ") + numbers);
}

QJsonObject fault(const PackFault &fault, const FaultReading *heard)
{
    const FaultId id = FaultId::fromDtc(fault.code).value_or(FaultId());
    QJsonObject object{{QStringLiteral("code"), code(fault)}, {QStringLiteral("status"), fault.status},
        {QStringLiteral("active"), fault.isActive()},
        {QStringLiteral("name"), id.code == FaultCode::None ? QJsonValue() : QJsonValue(faultName(id.code))},
        {QStringLiteral("place"), id.place == 0 ? QJsonValue() : QJsonValue(id.place)},
        {QStringLiteral("text"), words(id)}};
    if (heard) {
        object.insert(QStringLiteral("severity"), severityName(heard->severity));
        object.insert(QStringLiteral("value"), amount(heard->quantity, heard->value));
        object.insert(QStringLiteral("threshold"), amount(heard->quantity, heard->threshold));
        object.insert(QStringLiteral("unit"), unit(heard->quantity));
    }
    return object;
}

} // namespace packwarden::ctl::describe
