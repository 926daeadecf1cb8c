// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/inspector/live/cellvalues.h"

#include <QHash>
#include <QSet>
#include <QStaticText>
#include <QTimer>
#include <QWidget>

namespace packwarden {

/// The cells of a pack as a grid, a module a row. Each cell carries its number, so colour only supports. Lowest and
/// highest of what is shown are marked by shape; readings fade with age and are hatched when invalid. Arrows, Home, End
/// and the mouse select; L and H go to the lowest and the highest.
class CellMap final : public QWidget
{
    Q_OBJECT
public:
    explicit CellMap(QWidget *parent = nullptr);

    /// now: monotonic milliseconds of the clock that stamped the readings.
    void setTelemetry(const PackTelemetry &telemetry, qint64 now);
    void setQuantity(CellQuantity quantity);
    CellQuantity quantity() const { return m_quantity; }
    void setScale(CellScale scale);
    CellScale scale() const { return m_scale; }
    void setLimits(const CellLimits &limits);
    const CellValues &values() const { return m_values; }
    /// From 1; 0: none. The lowest, until somebody chooses another.
    int selectedCell() const { return m_selected; }
    void select(int cell);
    /// As if a hand had chosen it: it stays, for this pack, also over a time in which the pack is not there.
    void selectByHand(int cell);
    /// Of the valid readings; empty without any.
    std::optional<double> meanMillivolts() const { return m_mean; }
    int spreadMillivolts() const { return m_max - m_min; }
    /// What a cell says, in words: for the tooltip, the screen reader and the detail.
    QString describe(int cell) const;

    QSize sizeHint() const override { return {620, 400}; }
    QSize minimumSizeHint() const override { return {380, 160}; }

Q_SIGNALS:
    void selectedCellChanged(int cell);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Layout;
    /// All that is painted of a cell; what has not changed is not painted again.
    struct Face
    {
        QString text;
        QColor ground;
        bool hatched = true;
        bool lowest = false;
        bool highest = false;
        bool beyond = false;
        bool balancing = false;
        bool operator==(const Face &) const = default;
    };
    Face faceOf(int cell) const;
    QStringList legend() const;
    QRect legendRect(const Layout &layout) const;
    QString packKey() const;
    void updateCell(int cell);
    Layout layoutNow() const;
    QRect rectOf(int cell, const Layout &layout) const;
    int cellAt(const QPoint &point) const;
    void paintText(QPainter &painter, const QRect &rect, const QString &text) const;
    void paintCell(QPainter &painter, int cell, const QRect &rect) const;
    void paintLegend(QPainter &painter, const Layout &layout) const;
    void reckon();
    void paintChanged();
    void paintAll();
    void announce();

    PackTelemetry m_telemetry;
    CellQuantity m_quantity = CellQuantity::FromMean;
    CellScale m_scale = CellScale::Relative;
    CellLimits m_limits;
    CellValues m_values;
    QList<Face> m_faces;
    QSet<int> m_changed; ///< cells that look other than painted; 0: the legend
    QTimer m_soon; ///< they are painted
    QStringList m_legend;
    mutable QHash<QString, QStaticText> m_texts; ///< laid out once for all times that they are painted
    qint64 m_now = 0;
    std::optional<double> m_mean;
    int m_min = 0;
    int m_max = 0;
    int m_selected = 0;
    int m_known = 0; ///< cells that had a reading when the selection was made by itself; -1: made by a hand
    QHash<QString, int> m_byHand; ///< of each pack
    int m_hovered = 0;
};

} // namespace packwarden
