// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/packs/telemetryhistory.h"

#include <QWidget>

#include <map>

class QComboBox;
class QLabel;
class QPushButton;
class QSettings;
class QVBoxLayout;

namespace packwarden {

class CellMap;
class ElidedLabel;
class Clock;
class ParametersModel;
class TrendPlot;

/// What a pack is doing right now: its cells by five quantities, the chosen one in detail, its faults and limits, and
/// the last hour as a trend. Quantity, scale and span are remembered.
class LiveView final : public QWidget
{
    Q_OBJECT
public:
    LiveView(const ParametersModel &parameters, const Clock &clock, QWidget *parent = nullptr);

    /// now: monotonic milliseconds. What is heard is kept for the trend even while nobody looks.
    void setTelemetry(const PackTelemetry &telemetry, qint64 now);
    /// See InspectorPage::setProved.
    void setProved(bool proved) { m_proved = proved; }
    CellMap *cells() const { return m_cells; }
    TrendPlot *trend() const { return m_trend; }
    void remember(QSettings &settings) const;
    void recall(const QSettings &settings);

Q_SIGNALS:
    void faultsWanted();

private:
    QWidget *makeCells();
    QWidget *makeCell();
    QWidget *makeFaults();
    QWidget *makePack();
    QWidget *makeTrend();
    void chooseQuantity(int index);
    void readLimits();
    void showCell();
    void showFaults();
    QString wordForNoFault() const;
    void showPack();

    const ParametersModel &m_parameters;
    const Clock &m_clock;
    bool m_proved = false;
    PackTelemetry m_telemetry;
    qint64 m_now = 0;
    std::map<QString, TelemetryHistory> m_histories; ///< by serial; the plot points into it
    QString m_shownHistory;
    CellMap *m_cells;
    QComboBox *m_quantity;
    QComboBox *m_scale;
    ElidedLabel *m_summary;
    QLabel *m_cellTitle;
    QList<QLabel *> m_cellValues;
    QVBoxLayout *m_faultRows;
    QList<FaultReading> m_shownFaults;
    QString m_shownNoFault; ///< what stood there instead of faults
    QPushButton *m_moreFaults;
    QList<QLabel *> m_packValues;
    TrendPlot *m_trend;
    QPushButton *m_pause;
    QComboBox *m_span;
    QLabel *m_cursor;
    ElidedLabel *m_legend;
};

} // namespace packwarden
