// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <linkvalues.h>

#include <QWidget>

class QCustomPlot;
class QCPGraph;

namespace packwarden {

/// The last two minutes of the pack's current and of one cell against the mean. A time without data is a gap.
class TrendPlot final : public QWidget
{
    Q_OBJECT
public:
    explicit TrendPlot(QWidget *parent = nullptr);
    /// now: monotonic milliseconds.
    void append(const PackTelemetry &telemetry, qint64 now, int cell, double meanMillivolts);
    void clear();

protected:
    void changeEvent(QEvent *event) override;

private:
    void recolour();

    QCustomPlot *m_plot;
    QCPGraph *m_current;
    QCPGraph *m_cell;
    qint64 m_last = 0;
    qint64 m_painted = 0;
    int m_cellNumber = 0;
};

} // namespace packwarden
