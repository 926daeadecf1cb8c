// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "limitscale.h"

#include "sentences.h"
#include "theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace packwarden {

struct LimitScale::View
{
    double low = 0; ///< milli-units at the left and the right end of the axis
    double high = 1;
    int left = 0; ///< pixels
    int right = 1;
    bool upwards = true; ///< the change, or the nearer limit, is above
    double x(Milli value) const { return left + (double(value.value) - low) / (high - low) * (right - left); }
    bool shows(Milli value) const { return double(value.value) >= low && double(value.value) <= high; }
};

LimitScale::LimitScale(Extent extent, QWidget *parent)
    : QWidget(parent)
    , m_extent(extent)
{
    setAccessibleName(tr("Value between its limits"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LimitScale::setValues(const LimitScaleValues &values)
{
    m_values = values;
    setAccessibleDescription(describe());
    if (m_extent == Extent::Whole)
        setToolTip(describe());
    update();
}

QSize LimitScale::sizeHint() const
{
    return m_extent == Extent::Whole ? QSize(320, 24) : QSize(560, 84);
}

QSize LimitScale::minimumSizeHint() const
{
    return m_extent == Extent::Whole ? QSize(120, 24) : QSize(360, 84);
}

QString LimitScale::number(Milli value) const
{
    return Sentences::quantity(value, m_values.unit);
}

QString LimitScale::describe() const
{
    QString text = tr("now %1").arg(number(m_values.now));
    if (m_values.proposed)
        text += QStringLiteral(", ") + tr("proposed %1").arg(number(*m_values.proposed));
    text += QStringLiteral(", ") + tr("soft limit %1 to %2").arg(number(m_values.soft.min), number(m_values.soft.max));
    text += QStringLiteral(", ")
        + tr("charter %1 to %2").arg(number(m_values.charter.min), number(m_values.charter.max));
    text += QStringLiteral(", ")
        + tr("silicon %1 to %2").arg(number(m_values.silicon.min), number(m_values.silicon.max));
    return text;
}

LimitScale::View LimitScale::view() const
{
    View view;
    const auto &v = m_values;
    const double now = double(v.now.value);
    const double to = double(v.proposed.value_or(v.now).value);
    view.upwards = v.proposed ? to >= now : v.silicon.max.value - v.now.value <= v.now.value - v.silicon.min.value;
    if (m_extent == Extent::Whole) {
        view.low = double(v.silicon.min.value);
        view.high = double(v.silicon.max.value);
        view.left = 10;
        view.right = width() - 10;
    } else {
        view.left = 12;
        view.right = width() - 12;
        const double silicon = double(view.upwards ? v.silicon.max.value : v.silicon.min.value);
        const double charter = double(view.upwards ? v.charter.max.value : v.charter.min.value);
        view.low = std::min({now, to, view.upwards ? now : charter});
        view.high = std::max({now, to, view.upwards ? charter : now});
        const double span = std::max(view.high - view.low, 1.0);
        // The silicon limit joins when it is near; else an arrow at the edge names it.
        if (view.upwards && silicon - view.high <= span * 1.5)
            view.high = std::max(view.high, silicon);
        if (!view.upwards && view.low - silicon <= span * 1.5)
            view.low = std::min(view.low, silicon);
        const double whole = view.high - view.low;
        (view.upwards ? view.low : view.high) += (view.upwards ? -1 : 1) * whole * 0.3;
        (view.upwards ? view.high : view.low) += (view.upwards ? 1 : -1) * whole * 0.06;
    }
    if (view.high <= view.low)
        view.high = view.low + 1;
    return view;
}

void LimitScale::paintTrack(QPainter &painter, const View &view, int y, int thickness) const
{
    const Tones &tones = tonesOf(palette());
    const auto band = [&](const Range &range, const QColor &colour, Qt::BrushStyle pattern) {
        const double a = std::max(view.x(range.min), double(view.left));
        const double b = std::min(view.x(range.max), double(view.right));
        if (b <= a)
            return;
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        const QRectF bar(a, y - thickness / 2.0, b - a, thickness);
        painter.drawRoundedRect(bar, 3, 3);
        if (pattern != Qt::SolidPattern) {
            painter.setBrush(QBrush(tones.muted, pattern));
            painter.drawRoundedRect(bar, 3, 3);
        }
    };
    QColor soft = tones.good;
    soft.setAlphaF(tones.dark ? 0.45F : 0.35F);
    QColor beyond = tones.warning;
    beyond.setAlphaF(tones.dark ? 0.40F : 0.32F);
    band(m_values.silicon, tones.line, Qt::BDiagPattern);
    // The charter's band is painted on the panel, so that the hatch of the forbidden part does not show through.
    band(m_values.charter, tones.panel, Qt::SolidPattern);
    band(m_values.charter, beyond, Qt::SolidPattern);
    band(m_values.soft, tones.panel, Qt::SolidPattern);
    band(m_values.soft, soft, Qt::SolidPattern);
}

void LimitScale::paintMarks(QPainter &painter, const View &view, int y) const
{
    const Tones &tones = tonesOf(palette());
    const double now = view.x(m_values.now);
    if (m_values.proposed) {
        const double to = view.x(*m_values.proposed);
        painter.setPen(QPen(tones.accent, 3));
        painter.drawLine(QPointF(now, y), QPointF(to, y));
        painter.setPen(QPen(tones.panel, 1.5));
        painter.setBrush(tones.accent);
        const double s = 7.5;
        painter.drawPolygon(QPolygonF({{to - s, double(y)}, {to, y - s}, {to + s, double(y)}, {to, y + s}}));
    }
    painter.setPen(QPen(tones.text, 2));
    painter.setBrush(tones.panel);
    const double r = m_extent == Extent::Whole ? 5 : 6;
    painter.drawEllipse(QPointF(now, y), r, r);
}

void LimitScale::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tones &tones = tonesOf(palette());
    const View view = this->view();
    if (m_extent == Extent::Whole) {
        paintTrack(painter, view, height() / 2, 8);
        paintMarks(painter, view, height() / 2);
        return;
    }
    const int y = 34;
    paintTrack(painter, view, y, 12);
    const QFontMetrics metrics(font());
    // Labels below, from the change outwards; one that would touch its neighbour steps down a line.
    struct Label
    {
        Milli value;
        QString text;
    };
    QList<Label> labels;
    const auto addLabel = [&](const Range &range, const QString &name) {
        const Milli value = view.upwards ? range.max : range.min;
        const auto same = std::find_if(labels.begin(), labels.end(), [&](const Label &l) { return l.value == value; });
        if (same != labels.end())
            same->text += QStringLiteral(", ") + name;
        else
            labels.append({value, name});
    };
    addLabel(m_values.soft, tr("soft"));
    addLabel(m_values.charter, tr("charter"));
    addLabel(m_values.silicon, tr("silicon"));
    for (Label &label : labels)
        label.text += u' ' + number(label.value);
    std::sort(labels.begin(), labels.end(), [](const Label &l, const Label &r) { return l.value < r.value; });
    std::array<double, 2> ends = {-1e9, -1e9};
    for (const Label &label : std::as_const(labels)) {
        const bool inside = view.shows(label.value);
        const QString text = inside
            ? label.text
            : (view.upwards ? label.text + QStringLiteral(" \u2192") : QStringLiteral("\u2190 ") + label.text);
        const double x = inside ? view.x(label.value) : (view.upwards ? view.right : view.left);
        const double w = metrics.horizontalAdvance(text);
        const double left = std::clamp(x - w / 2, 0.0, std::max(0.0, width() - w - 1));
        const int line = left > ends[0] + grid ? 0 : 1;
        ends[size_t(line)] = left + w;
        const int top = y + 14 + line * 18;
        if (inside) {
            painter.setPen(QPen(tones.text, 1.5));
            painter.drawLine(QPointF(x, y - 9), QPointF(x, top));
        }
        painter.setPen(tones.muted);
        painter.drawText(QRectF(left, top, w + 2, 16), Qt::AlignCenter, text);
    }
    paintMarks(painter, view, y);
    const auto above = [&](Milli value, const QString &text, bool bold, double avoid) {
        QFont face = font();
        face.setBold(bold);
        painter.setFont(face);
        painter.setPen(bold ? tones.text : tones.muted);
        const double w = QFontMetrics(face).horizontalAdvance(text);
        double left = std::clamp(view.x(value) - w / 2, 0.0, std::max(0.0, width() - w - 1));
        if (avoid >= 0 && view.upwards)
            left = std::max(left, avoid);
        painter.drawText(QRectF(left, 4, w + 2, 16), Qt::AlignCenter, text);
        return left + w + grid;
    };
    const QString now = tr("now %1").arg(number(m_values.now));
    if (m_values.proposed && !view.upwards) {
        const double end = above(*m_values.proposed, number(*m_values.proposed), true, -1);
        Q_UNUSED(end)
        above(m_values.now, now, false, -1);
    } else {
        const double end = above(m_values.now, now, false, -1);
        if (m_values.proposed)
            above(*m_values.proposed, number(*m_values.proposed), true, end);
    }
}

} // namespace packwarden
