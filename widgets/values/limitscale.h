// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/base/milli.h"
#include "models/core/rules/rules.h"

#include <QRectF>
#include <QWidget>

#include <optional>

namespace packwarden {

struct ParameterInfo;

/// A value between all its limits, nested as the rules are: silicon outside, then charter, then soft limit.
struct LimitScaleValues
{
    QString unit;
    Range silicon;
    Range charter;
    Range soft;
    Milli now;
    std::optional<Milli> proposed;
    bool operator==(const LimitScaleValues &) const = default;
};

/// Those of a parameter as the pack holds it. now: of the pack's clock, which ends its overlays.
LimitScaleValues scaleOf(const ParameterInfo &info, qint64 now, std::optional<Milli> proposed = {});

/// Draws LimitScaleValues on one axis. Whole: all of the silicon range in one line, for tables. Zoomed: only the side
/// that the change moves to, with every limit named and far ones as arrows at the edge; a value far beyond the silicon
/// limit stands behind a break of the axis, so that the limits stay apart.
class LimitScale final : public QWidget
{
    Q_OBJECT
public:
    enum class Extent { Whole, Zoomed };
    explicit LimitScale(Extent extent, QWidget *parent = nullptr);

    void setValues(const LimitScaleValues &values);
    const LimitScaleValues &values() const { return m_values; }
    /// The scale in words; also the accessible description.
    QString describe() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return m_extent == Extent::Zoomed; }
    int heightForWidth(int width) const override;
    /// Zoomed: where the names of the limits stand at this width.
    struct Label
    {
        QRectF place;
        QString text;
        double mark = 0; ///< pixel of the limit; negative: beyond the edge
    };
    QList<Label> labels(int width) const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct View;
    View view(int width) const;
    QString number(Milli value) const;
    void paintTrack(QPainter &painter, const View &view, int y, int thickness) const;
    void paintMarks(QPainter &painter, const View &view, int y) const;

    Extent m_extent;
    LimitScaleValues m_values;
};

} // namespace packwarden
