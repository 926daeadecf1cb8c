// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/live/cellvalues.h"

#include "models/core/pack/packmodules.h"
#include "widgets/inspector/live/cellscale.h"

#include <QComboBox>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace packwarden {

namespace {

QString decimal(double value, int digits)
{
    // A minus as wide as a digit, so that columns do not jump with the sign.
    return QLocale().toString(value, 'f', digits).replace(u'-', QChar(0x2212));
}

QString withSign(double value)
{
    return (std::lround(value) < 0 ? QString() : QStringLiteral("+")) + decimal(double(std::lround(value)), 0);
}

std::optional<double> reading(int cell, const PackTelemetry &telemetry, CellQuantity quantity, double mean)
{
    const CellReading &one = telemetry.cells.at(cell - 1);
    switch (quantity) {
    case CellQuantity::FromMean:
        return one.valid ? std::optional(one.millivolts - mean) : std::nullopt;
    case CellQuantity::Voltage:
        return one.valid ? std::optional(one.millivolts / 1000.0) : std::nullopt;
    case CellQuantity::Temperature:
        if (const auto celsius = CellValues::milliCelsius(cell, telemetry))
            return *celsius / 1000.0;
        return std::nullopt;
    case CellQuantity::Balancing:
        return one.balancing ? 1 : 0;
    case CellQuantity::Resistance:
        return one.microohms > 0 ? std::optional(one.microohms / 1000.0) : std::nullopt;
    }
    return std::nullopt;
}

/// Narrower scales would show noise as if it were a difference.
double narrowest(CellQuantity quantity)
{
    switch (quantity) {
    case CellQuantity::Voltage:
        return 0.016;
    case CellQuantity::Temperature:
        return 4;
    case CellQuantity::Resistance:
        return 0.1;
    default:
        return 1;
    }
}

} // namespace

void CellValues::fill(QComboBox &box)
{
    box.addItem(tr("mV from mean"), int(CellQuantity::FromMean));
    box.addItem(tr("Voltage, V"), int(CellQuantity::Voltage));
    box.addItem(tr("Temperature, °C"), int(CellQuantity::Temperature));
    box.addItem(tr("Balancing"), int(CellQuantity::Balancing));
    box.addItem(tr("Resistance, mΩ"), int(CellQuantity::Resistance));
}

bool CellValues::canBeAbsolute(CellQuantity quantity)
{
    return quantity == CellQuantity::Voltage || quantity == CellQuantity::Temperature;
}

int CellValues::moduleOf(int cell, const PackTelemetry &telemetry)
{
    return moduleOfCell(cell, int(telemetry.cells.size()), telemetry.modules);
}

std::optional<int> CellValues::milliCelsius(int cell, const PackTelemetry &telemetry)
{
    const int module = moduleOf(cell, telemetry);
    return module <= telemetry.temperaturesMilliCelsius.size()
        ? std::optional(telemetry.temperaturesMilliCelsius.at(module - 1))
        : std::nullopt;
}

void CellValues::set(const PackTelemetry &telemetry, CellQuantity quantity, CellScale scale, const CellLimits &limits)
{
    m_quantity = quantity;
    m_values.clear();
    m_lowest = m_highest = 0;
    double sum = 0;
    int valid = 0;
    for (const CellReading &cell : telemetry.cells) {
        sum += cell.valid ? cell.millivolts : 0;
        valid += cell.valid ? 1 : 0;
    }
    const double mean = valid > 0 ? sum / valid : 0;
    double low = 0;
    double high = 0;
    for (int cell = 1; cell <= telemetry.cells.size(); ++cell) {
        const auto value = reading(cell, telemetry, quantity, mean);
        m_values.append(value);
        if (!value)
            continue;
        if (m_lowest == 0 || *value < low) {
            low = *value;
            m_lowest = cell;
        }
        if (m_highest == 0 || *value > high) {
            high = *value;
            m_highest = cell;
        }
    }
    // Several may be equal by the millivolt; the pack measures finer and says which it is.
    if (quantity == CellQuantity::FromMean || quantity == CellQuantity::Voltage) {
        if (const auto told = value(telemetry.minCell); told && *told == low)
            m_lowest = telemetry.minCell;
        if (const auto told = value(telemetry.maxCell); told && *told == high)
            m_highest = telemetry.maxCell;
    }
    if (quantity == CellQuantity::Balancing || (m_lowest > 0 && low == high))
        m_lowest = m_highest = 0;
    const auto range = quantity == CellQuantity::Voltage ? limits.millivolts
        : quantity == CellQuantity::Temperature          ? limits.milliCelsius
                                                         : std::nullopt;
    m_absolute = scale == CellScale::Absolute && range.has_value();
    if (m_absolute) {
        m_from = double(range->min.value) / 1000;
        m_to = double(range->max.value) / 1000;
    } else if (quantity == CellQuantity::FromMean) {
        const double half = roundSpread(int(std::ceil(std::max(high, -low))));
        m_from = -half;
        m_to = half;
    } else if (quantity == CellQuantity::Balancing) {
        m_from = 0;
        m_to = 1;
    } else {
        const double missing = std::max(0.0, narrowest(quantity) - (high - low)) / 2;
        m_from = low - missing;
        m_to = high + missing;
    }
}

QString CellValues::unit() const
{
    switch (m_quantity) {
    case CellQuantity::FromMean:
        return tr("mV");
    case CellQuantity::Voltage:
        return tr("V");
    case CellQuantity::Temperature:
        return QStringLiteral("\u00B0C");
    case CellQuantity::Resistance:
        return QStringLiteral("m\u03A9");
    case CellQuantity::Balancing:
        break;
    }
    return {};
}

QString CellValues::text(int cell) const
{
    const auto shown = value(cell);
    if (!shown)
        return QStringLiteral("\u2013");
    switch (m_quantity) {
    case CellQuantity::FromMean:
        return withSign(*shown);
    case CellQuantity::Voltage:
        return decimal(*shown, 3);
    case CellQuantity::Temperature:
        return decimal(*shown, 1);
    case CellQuantity::Resistance:
        return decimal(*shown, 2);
    case CellQuantity::Balancing:
        return *shown > 0 ? QStringLiteral("\u2248") : QStringLiteral("\u00B7");
    }
    return {};
}

QString CellValues::end(double value) const
{
    switch (m_quantity) {
    case CellQuantity::FromMean:
        return withSign(value);
    case CellQuantity::Voltage:
        return decimal(value, 3);
    case CellQuantity::Resistance:
        return decimal(value, 2);
    case CellQuantity::Temperature:
        return decimal(value, m_absolute ? 0 : 1);
    case CellQuantity::Balancing:
        return value > 0.5 ? tr("balancing") : tr("not");
    }
    return {};
}

double CellValues::position(int cell) const
{
    const auto shown = value(cell);
    return shown && m_to > m_from ? std::clamp((*shown - m_from) / (m_to - m_from), 0.0, 1.0) : 0.5;
}

std::optional<int> CellValues::rank(int cell) const
{
    const auto mine = value(cell);
    if (!mine || m_quantity == CellQuantity::Balancing)
        return std::nullopt;
    return 1 + int(std::count_if(m_values.cbegin(), m_values.cend(), [&](const auto &other) {
        return other && *other < *mine;
    }));
}

int CellValues::knownCount() const
{
    return int(std::count_if(m_values.cbegin(), m_values.cend(), [](const auto &each) { return each.has_value(); }));
}

bool CellValues::isBeyond(int cell) const
{
    const auto shown = value(cell);
    return m_absolute && shown && (*shown < m_from || *shown > m_to);
}

} // namespace packwarden
