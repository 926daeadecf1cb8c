// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/packs/telemetryhistory.h"

#include <QWidget>

class QCPAxis;
class QCPGraph;
class QCPItemText;
class QCPItemRect;
class QCPItemStraightLine;
class QCPRange;
class QCustomPlot;

namespace packwarden {

/// One figure of the pack on the left, and cells against their mean on the right: the selected one, and those that were
/// asked for. What is in sight of a pack's own temperatures is a figure, too.
enum class TrendFigure { Current, Voltage, Charge, Hottest, Coldest };

/// A figure of the pack and cells against the mean, over time. Follows the present until somebody drags, zooms (wheel,
/// + and -) or pauses it; what is heard meanwhile is kept. A time without data is a shaded gap. A cursor (mouse, or
/// arrows) tells the values of an instant; a click, or an arrow, keeps it there.
class TrendPlot final : public QWidget
{
    Q_OBJECT
public:
    explicit TrendPlot(QWidget *parent = nullptr);

    /// The history must outlive the plot or be replaced; null: none.
    void setHistory(const TelemetryHistory *history);
    const TelemetryHistory *history() const { return m_history; }
    void setCell(int cell);
    /// Besides the selected one; at most mostCells.
    void setCells(const QList<int> &cells);
    static constexpr int mostCells = 8;
    void setFigure(TrendFigure figure);
    TrendFigure figure() const { return m_figure; }
    static std::optional<double> value(const TelemetryHistory::Sample &sample, TrendFigure figure);
    static QString unit(TrendFigure figure);
    /// Draws what is new. Costs nothing while hidden.
    void refresh();
    /// Seconds that are shown while following; 0: all there is.
    void setSpan(int seconds);
    int span() const { return m_span; }
    /// Paused: the view stands still.
    bool isFollowing() const { return m_following; }
    void setFollowing(bool following);
    /// By a factor about the middle, or about the cursor where there is one.
    void zoom(double factor);
    /// The values at the cursor in words; empty without one.
    const QString &cursorText() const { return m_cursorText; }
    /// Unix milliseconds of the sample under the cursor.
    std::optional<qint64> cursor() const { return m_cursor; }
    /// Lets the cursor go.
    void release();
    int gapCount() const { return int(m_gaps.size()); }
    /// The times that are shown, Unix seconds.
    double from() const;
    double to() const;

Q_SIGNALS:
    void followingChanged(bool following);
    void cursorChanged(const QString &text);
    /// The cursor stands at another instant, or at none.
    void instantChanged();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void recolour();
    void rebuild();
    void take(const TelemetryHistory::Sample &sample);
    void follow();
    void fitValues();
    void rangeChanged(const QCPRange &range);
    void setCursor(std::optional<qint64> at);
    void addLine(int cell);
    QList<int> shownCells() const;
    void styleLine(int line);
    QString cellText(const TelemetryHistory::Sample &sample, int cell) const;
    void stepCursor(int samples);
    void pan(double share);
    void paintSoon();

    QCustomPlot *m_plot;
    QCPGraph *m_left; ///< the figure
    struct Line
    {
        int cell;
        QCPGraph *graph;
        QCPItemText *tag; ///< its number, at its end
    };
    QList<Line> m_lines; ///< the selected cell is the first
    QCPGraph *m_lowest;
    QCPGraph *m_highest; ///< filled down to the lowest
    QCPItemStraightLine *m_line;
    QList<QCPItemRect *> m_gaps;
    const TelemetryHistory *m_history = nullptr;
    qint64 m_taken = 0; ///< time of the last sample that is drawn
    int m_clockChanges = 0; ///< of the history, when it was drawn
    int m_cell = 0;
    QList<int> m_cells;
    TrendFigure m_figure = TrendFigure::Current;
    bool m_held = false; ///< the cursor stays where it is when the mouse leaves
    QPoint m_pressedAt;
    int m_span = 120;
    bool m_following = true;
    bool m_moving = false; ///< the range is set by this class, not by a hand
    std::optional<qint64> m_cursor;
    QString m_cursorText;
};

} // namespace packwarden
