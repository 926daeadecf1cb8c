// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/values/limitscale.h"

#include "models/core/pack/packstate.h"
#include "widgets/style/theme.h"
#include "widgets/values/scalelabels.h"
#include "widgets/words/sentences.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace packwarden {

namespace {

constexpr int axisAt = 34; ///< pixels from the top, of the zoomed scale

} // namespace

struct LimitScale::View
{
    double low = 0; ///< milli-units at the left and the right end of the axis
    double high = 1;
    int left = 0; ///< pixels
    int right = 1;
    bool upwards = true; ///< the change, or the nearer limit, is above
    bool isBroken = false; ///< the proposed value is far beyond the axis, and stands at its end
    double x(Milli value) const
    {
        const double at = left + (double(value.value) - low) / (high - low) * (right - left);
        return isBroken ? std::clamp(at, double(left), double(right)) : at;
    }
    bool shows(Milli value) const { return double(value.value) >= low && double(value.value) <= high; }
};

LimitScaleValues scaleOf(const ParameterInfo &info, qint64 now, std::optional<Milli> proposed)
{
    LimitScaleValues values;
    values.unit = info.definition.unit;
    values.silicon = info.definition.silicon;
    values.charter = info.charter;
    values.soft = info.soft;
    values.now = info.stored.inForce(now);
    values.proposed = proposed;
    return values;
}

LimitScale::LimitScale(Extent extent, QWidget *parent)
    : QWidget(parent)
    , m_extent(extent)
{
    setAccessibleName(tr("Value between its limits"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(extent == Extent::Zoomed);
    setSizePolicy(policy);
}

void LimitScale::setValues(const LimitScaleValues &values)
{
    m_values = values;
    setAccessibleDescription(describe());
    if (m_extent == Extent::Whole)
        setToolTip(describe());
    else
        updateGeometry();
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

int LimitScale::heightForWidth(int width) const
{
    if (m_extent == Extent::Whole)
        return sizeHint().height();
    double bottom = 0;
    for (const Label &label : labels(width))
        bottom = std::max(bottom, label.place.bottom());
    return std::max(sizeHint().height(), int(bottom) + 2);
}

LimitScale::View LimitScale::view(int width) const
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
        view.right = width - 10;
    } else {
        view.left = 12;
        view.right = width - 12;
        const double silicon = double(view.upwards ? v.silicon.max.value : v.silicon.min.value);
        const double charter = double(view.upwards ? v.charter.max.value : v.charter.min.value);
        const double past = view.upwards ? to - silicon : silicon - to;
        view.isBroken = v.proposed && past > std::max(2 * std::abs(silicon - now), 1.0);
        const double end = view.isBroken ? silicon : to;
        view.low = std::min({now, end, view.upwards ? now : charter});
        view.high = std::max({now, end, view.upwards ? charter : now});
        const double span = std::max(view.high - view.low, 1.0);
        // The silicon limit joins when it is near; else an arrow at the edge names it.
        if (view.upwards && silicon - view.high <= span * 1.5)
            view.high = std::max(view.high, silicon);
        if (!view.upwards && view.low - silicon <= span * 1.5)
            view.low = std::min(view.low, silicon);
        const double whole = view.high - view.low;
        (view.upwards ? view.low : view.high) += (view.upwards ? -1 : 1) * whole * 0.3;
        (view.upwards ? view.high : view.low) += (view.upwards ? 1 : -1) * whole * (view.isBroken ? 0.4 : 0.06);
    }
    if (view.high <= view.low)
        view.high = view.low + 1;
    return view;
}

/// Below the axis, from the change outwards; what is not on it has an arrow.
QList<LimitScale::Label> LimitScale::labels(int width) const
{
    constexpr double lineHeight = 18;
    const View view = this->view(width);
    struct Limit
    {
        Milli value;
        QString text;
    };
    QList<Limit> limits;
    const auto add = [&](const Range &range, const QString &name) {
        const Milli value = view.upwards ? range.max : range.min;
        const auto same = std::find_if(limits.begin(), limits.end(), [&](const Limit &l) { return l.value == value; });
        if (same != limits.end())
            same->text += QStringLiteral(", ") + name;
        else
            limits.append({value, name});
    };
    add(m_values.soft, tr("soft"));
    add(m_values.charter, tr("charter"));
    add(m_values.silicon, tr("silicon"));
    const QFontMetrics metrics = fontMetrics();
    QList<Label> labels;
    QList<ScaleLabel> wanted;
    for (const Limit &limit : std::as_const(limits)) {
        const bool inside = view.shows(limit.value);
        QString text = limit.text + u' ' + number(limit.value);
        if (!inside)
            text = view.upwards ? text + QStringLiteral(" \u2192") : QStringLiteral("\u2190 ") + text;
        const double at = inside ? view.x(limit.value) : (view.upwards ? view.right : view.left);
        labels.append({{}, text, inside ? at : -1});
        wanted.append({text, at, double(metrics.horizontalAdvance(text))});
    }
    const QList<QRectF> places = placeLabels(wanted, width - 1, grid, lineHeight);
    for (qsizetype i = 0; i < labels.size(); ++i)
        labels[i].place = places.at(i).translated(0, axisAt + 14);
    return labels;
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
    if (view.isBroken) {
        // Two strokes through the axis: from here on it is not to scale.
        const double at = view.upwards ? view.right - 4.5 * grid : view.left + 4.5 * grid;
        painter.setPen(QPen(tones.panel, 5));
        painter.drawLine(QPointF(at - 2, y + 10), QPointF(at + 2, y - 10));
        painter.setPen(QPen(tones.text, 1.5));
        for (const double shift : {-3.0, 3.0})
            painter.drawLine(QPointF(at + shift - 3, y + 10), QPointF(at + shift + 3, y - 10));
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
    const View view = this->view(width());
    if (m_extent == Extent::Whole) {
        paintTrack(painter, view, height() / 2, 8);
        paintMarks(painter, view, height() / 2);
        return;
    }
    const int y = axisAt;
    paintTrack(painter, view, y, 12);
    for (const Label &label : labels(width())) {
        if (label.mark >= 0) {
            painter.setPen(QPen(tones.text, 1.5));
            painter.drawLine(QPointF(label.mark, y - 9), QPointF(label.mark, label.place.top()));
        }
        painter.setPen(tones.muted);
        painter.drawText(label.place.adjusted(0, 0, 2, 0), Qt::AlignCenter, label.text);
    }
    paintMarks(painter, view, y);
    struct Above
    {
        QString text;
        QFont font;
        double x;
    };
    QFont bold = font();
    bold.setBold(true);
    QList<Above> texts{{tr("now %1").arg(number(m_values.now)), font(), view.x(m_values.now)}};
    if (m_values.proposed)
        texts.append({number(*m_values.proposed), bold, view.x(*m_values.proposed)});
    QList<ScaleLabel> places;
    for (const Above &text : std::as_const(texts))
        places.append({text.text, text.x, QFontMetricsF(text.font).horizontalAdvance(text.text) + 1});
    const QList<double> lefts = placeOnLine(places, width(), grid);
    for (qsizetype i = 0; i < texts.size(); ++i) {
        painter.setFont(texts.at(i).font);
        painter.setPen(i == 0 ? tones.muted : tones.text);
        painter.drawText(QRectF(lefts.at(i), 4, places.at(i).width + 1, 16), Qt::AlignCenter, texts.at(i).text);
    }
}

} // namespace packwarden
