// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/pack/linkvalues.h"

#include <QCoreApplication>

#include <optional>

class QComboBox;

namespace packwarden {

enum class CellQuantity { FromMean, Voltage, Temperature, Balancing, Resistance };
enum class CellScale { Relative, Absolute };

/// What the pack's own rules allow its cells, for the absolute scale; none where it is not known.
struct CellLimits
{
    std::optional<Range> millivolts;
    std::optional<Range> milliCelsius;
    bool operator==(const CellLimits &) const = default;
};

/// One quantity of all cells, ready to be drawn: values, their place on the scale, its ends, who is lowest and highest.
/// Cells count from 1. Pure.
class CellValues final
{
    Q_DECLARE_TR_FUNCTIONS(packwarden::CellValues)
public:
    void set(const PackTelemetry &telemetry, CellQuantity quantity, CellScale scale, const CellLimits &limits);

    int count() const { return int(m_values.size()); }
    /// mV, V, °C, 0 or 1, mOhm; none without a reading.
    std::optional<double> value(int cell) const { return m_values.value(cell - 1); }
    /// For the cell itself: short, without a unit.
    QString text(int cell) const;
    /// 0 to 1 along the scale; beyond its ends clamped.
    double position(int cell) const;
    /// Beyond the ends of an absolute scale: past what the pack's rules allow.
    bool isBeyond(int cell) const;
    /// Whether this quantity has limits to be absolute by, and the scale is.
    bool isAbsolute() const { return m_absolute; }
    static bool canBeAbsolute(CellQuantity quantity);
    /// All quantities by name; the data is the CellQuantity.
    static void fill(QComboBox &box);

    /// From the lowest of those that have a value, from 1; none where the quantity is no measure.
    std::optional<int> rank(int cell) const;
    int knownCount() const; ///< cells that have a value
    int lowest() const { return m_lowest; } ///< 0: none, or all are equal
    int highest() const { return m_highest; }
    QString lowEnd() const { return end(m_from); }
    QString highEnd() const { return end(m_to) + u' ' + unit(); }
    QString unit() const;

    static int moduleOf(int cell, const PackTelemetry &telemetry); ///< from 1
    static std::optional<int> milliCelsius(int cell, const PackTelemetry &telemetry);

private:
    QString end(double value) const;

    CellQuantity m_quantity = CellQuantity::FromMean;
    QList<std::optional<double>> m_values;
    double m_from = 0;
    double m_to = 1;
    bool m_absolute = false;
    int m_lowest = 0;
    int m_highest = 0;
};

} // namespace packwarden
