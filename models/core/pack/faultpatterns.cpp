// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/pack/faultpatterns.h"

#include <QtGlobal>

namespace packwarden {

const char *faultPattern(FaultCode code)
{
    switch (code) {
    case FaultCode::CellOverVoltage:
        return QT_TRANSLATE_NOOP("packwarden::FaultWords", "Cell %1: voltage too high");
    case FaultCode::CellUnderVoltage:
        return QT_TRANSLATE_NOOP("packwarden::FaultWords", "Cell %1: voltage too low");
    case FaultCode::OverTemperature: // a sensor beyond the last module belongs to none
        return QT_TRANSLATE_NOOP("packwarden::FaultWords", "Sensor %1: too hot");
    case FaultCode::UnderTemperature:
        return QT_TRANSLATE_NOOP("packwarden::FaultWords", "Sensor %1: too cold");
    case FaultCode::ChargeOverCurrent:
        return QT_TRANSLATE_NOOP("packwarden::FaultWords", "Charge current too high");
    case FaultCode::DischargeOverCurrent:
        return QT_TRANSLATE_NOOP("packwarden::FaultWords", "Discharge current too high");
    case FaultCode::Insulation:
        return QT_TRANSLATE_NOOP("packwarden::FaultWords", "Insulation resistance too low");
    case FaultCode::SenseWireOpen:
        return QT_TRANSLATE_NOOP("packwarden::FaultWords", "Cell %1: sense wire open");
    case FaultCode::Imbalance:
        return QT_TRANSLATE_NOOP("packwarden::FaultWords", "Cells out of balance, lowest %1");
    case FaultCode::ComponentMissing:
        return QT_TRANSLATE_NOOP("packwarden::FaultWords", "A part is missing or foreign");
    case FaultCode::Contactor:
        return QT_TRANSLATE_NOOP("packwarden::FaultWords", "A contactor does not open");
    case FaultCode::SensorDrift:
        return QT_TRANSLATE_NOOP("packwarden::FaultWords", "Sensor %1: differs from its neighbours");
    case FaultCode::None:
        break;
    }
    return nullptr;
}

const char *faultMeasuredPattern(FaultCode code)
{
    switch (code) {
    case FaultCode::CellOverVoltage:
    case FaultCode::OverTemperature:
    case FaultCode::ChargeOverCurrent:
    case FaultCode::DischargeOverCurrent:
        return QT_TRANSLATE_NOOP("packwarden::FaultWords", "%1, above %2");
    case FaultCode::CellUnderVoltage:
    case FaultCode::UnderTemperature:
    case FaultCode::Insulation:
        return QT_TRANSLATE_NOOP("packwarden::FaultWords", "%1, below %2");
    case FaultCode::Imbalance:
        return QT_TRANSLATE_NOOP("packwarden::FaultWords", "%1 apart, allowed %2");
    case FaultCode::SensorDrift:
        return QT_TRANSLATE_NOOP("packwarden::FaultWords", "reads %1, the others %2");
    case FaultCode::Contactor:
        return QT_TRANSLATE_NOOP("packwarden::FaultWords", "%1 although it should be open");
    case FaultCode::None:
    case FaultCode::SenseWireOpen:
    case FaultCode::ComponentMissing:
        break;
    }
    return nullptr;
}

} // namespace packwarden
