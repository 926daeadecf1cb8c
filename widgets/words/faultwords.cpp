// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/words/faultwords.h"

#include "models/core/pack/faultpatterns.h"

#include <QLocale>

#include <algorithm>

namespace packwarden {

namespace {

QString decimal(double value, int digits)
{
    return QLocale().toString(value, 'f', digits).replace(u'-', QChar(0x2212));
}

QString amount(FaultQuantity quantity, qint64 value)
{
    const double thousandth = double(value) / 1000;
    switch (quantity) {
    case FaultQuantity::Voltage:
        return decimal(thousandth, 3) + QStringLiteral(" V");
    case FaultQuantity::Temperature:
        return decimal(thousandth, 1) + QStringLiteral(" °C");
    case FaultQuantity::Current:
        return decimal(thousandth, 1) + QStringLiteral(" A");
    case FaultQuantity::Resistance:
        return decimal(double(value), 0) + QStringLiteral(" kΩ");
    }
    return {};
}

} // namespace

QString FaultWords::name(const FaultId &id)
{
    if (const char *pattern = faultPattern(id.code); pattern)
        return tr(pattern).replace(QLatin1String("%1"), QString::number(id.place));
    return tr("Fault %1").arg(id.dtc(), 6, 16, QLatin1Char('0'));
}

QString FaultWords::measured(FaultCode code, FaultQuantity quantity, qint64 value, qint64 threshold)
{
    const char *pattern = faultMeasuredPattern(code);
    if (!pattern)
        return {};
    return tr(pattern)
        .replace(QLatin1String("%1"), amount(quantity, value))
        .replace(QLatin1String("%2"), amount(quantity, threshold));
}

QString FaultWords::severity(FaultSeverity severity)
{
    switch (severity) {
    case FaultSeverity::Information:
        return tr("noted");
    case FaultSeverity::Warning:
        return tr("warning");
    case FaultSeverity::Derated:
        return tr("holds back");
    case FaultSeverity::Stopped:
        return tr("stopped");
    }
    return {};
}

Status FaultWords::status(FaultSeverity severity)
{
    switch (severity) {
    case FaultSeverity::Information:
        return Status::Information;
    case FaultSeverity::Warning:
        return Status::Warning;
    default:
        return Status::Alarm;
    }
}

QString FaultWords::advice(FaultCode code)
{
    switch (code) {
    case FaultCode::CellOverVoltage:
        return tr("Do not charge. Let it discharge a little, then read the cells again.");
    case FaultCode::CellUnderVoltage:
        return tr("Charge gently. A cell that stays low under load is worn or leaks.");
    case FaultCode::OverTemperature:
        return tr("Let it cool, keep away from it while it gets hotter. Check the cooling.");
    case FaultCode::UnderTemperature:
        return tr("Bring it somewhere warmer before charging.");
    case FaultCode::ChargeOverCurrent:
    case FaultCode::DischargeOverCurrent:
        return tr("Check the charger or the drive, and the current sensor.");
    case FaultCode::Insulation:
        return tr("Do not touch the high-voltage side. Measure the insulation with the pack isolated.");
    case FaultCode::SenseWireOpen:
        return tr("Check the sense wire and its plug; the cell itself may be well.");
    case FaultCode::Imbalance:
        return tr("Balance the pack. If it comes back, compare capacity and resistance of the lowest cell.");
    case FaultCode::ComponentMissing:
        return tr("Fit the part that is paired, or have the new one paired (owner and service sign).");
    case FaultCode::Contactor:
        return tr("Replace the contactor. Until then the pack cannot be made dead.");
    case FaultCode::SensorDrift:
        return tr("Replace the sensor. Until then take its module for as hot as it says.");
    case FaultCode::None:
        break;
    }
    return {};
}

QString FaultWords::held(const PackTelemetry &telemetry)
{
    const bool discharging = telemetry.state == QLatin1String("discharging");
    const LimitReading &limit = discharging ? telemetry.dischargeLimit : telemetry.chargeLimit;
    const int milliamps = discharging ? telemetry.dischargeLimitMilliamps : telemetry.chargeLimitMilliamps;
    if (limit.cause.isEmpty() || limit.cause == QLatin1String("none") || limit.cause == QLatin1String("state"))
        return {};
    const QString amps = decimal(milliamps / 1000.0, 0);
    QString what = discharging ? tr("Discharging held to %1 A").arg(amps) : tr("Charging held to %1 A").arg(amps);
    if (milliamps == 0)
        what = discharging ? tr("No discharging now") : tr("No charging now");
    QString why;
    const bool known = limit.cell >= 1 && limit.cell <= telemetry.cells.size();
    if (limit.cause == QLatin1String("cell-voltage") && known) {
        why = tr("cell %1 at %2")
                  .arg(limit.cell)
                  .arg(amount(FaultQuantity::Voltage, telemetry.cells.at(limit.cell - 1).millivolts));
    } else if (limit.cause == QLatin1String("temperature") && !telemetry.temperaturesMilliCelsius.isEmpty()) {
        const auto [low, high]
            = std::minmax_element(telemetry.temperaturesMilliCelsius.begin(), telemetry.temperaturesMilliCelsius.end());
        // Warm packs are held for their hottest module, cold ones for their coldest.
        constexpr int mild = 20'000;
        const auto which = *high > mild ? high : low;
        why = tr("module %1 at %2")
                  .arg(which - telemetry.temperaturesMilliCelsius.begin() + 1)
                  .arg(amount(FaultQuantity::Temperature, *which));
    } else if (limit.cause == QLatin1String("state-of-charge")) {
        why = discharging ? tr("nearly empty") : tr("nearly full");
    } else if (limit.cause == QLatin1String("fault")) {
        why = known ? tr("a fault at cell %1").arg(limit.cell) : tr("a fault");
    } else if (limit.cause == QLatin1String("policy")) {
        why = tr("the rules in force");
    } else {
        why = limit.cause;
    }
    return tr("%1: %2.").arg(what, why);
}

} // namespace packwarden
