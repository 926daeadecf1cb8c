// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/values/nestedlimits.h"

#include "widgets/style/theme.h"
#include "widgets/words/sentences.h"

#include <QPainter>

#include <algorithm>

namespace packwarden {

namespace {

constexpr int barHeight = 8;
constexpr int marksHeight = 22; ///< above the rows: what the marks are

} // namespace

NestedLimits::NestedLimits(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("nestedLimits"));
    setAccessibleName(tr("Value between its limits"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NestedLimits::setValues(const LimitScaleValues &values, Milli byDefault)
{
    m_values = values;
    m_default = byDefault;
    QStringList words{tr("now %1").arg(number(values.now, true))};
    if (values.proposed)
        words << tr("proposed %1").arg(number(*values.proposed, true));
    words << tr("by default %1").arg(number(byDefault, true));
    for (const Row &row : rows())
        words << tr("%1 %2 to %3").arg(row.name, number(row.range.min, false), number(row.range.max, true));
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    setToolTip(words.join(u'\n'));
    updateGeometry();
    update();
}

/// Of large letters the numbers may need the room below the names, too.
int NestedLimits::numbersBelow() const
{
    constexpr int usual = 18;
    return fontMetrics().height() <= usual ? barHeight + 2 : fontMetrics().height();
}

int NestedLimits::rowHeight() const
{
    return numbersBelow() + fontMetrics().height() + 4;
}

QSize NestedLimits::sizeHint() const
{
    return {38 * grid, marksHeight + 3 * rowHeight() + 2};
}

QSize NestedLimits::minimumSizeHint() const
{
    return {28 * grid, sizeHint().height()};
}

QString NestedLimits::number(Milli value, bool withUnit) const
{
    return withUnit ? Sentences::quantity(value, m_values.unit) : Sentences::quantity(value, {}).trimmed();
}

QList<NestedLimits::Row> NestedLimits::rows() const
{
    return {{tr("Silicon"), m_values.silicon}, {tr("Charter"), m_values.charter}, {tr("Soft limit"), m_values.soft}};
}

double NestedLimits::nameWidth() const
{
    double widest = 0;
    for (const Row &row : rows())
        widest = std::max(widest, double(fontMetrics().horizontalAdvance(row.name)));
    return widest + 1.5 * grid;
}

double NestedLimits::x(Milli value) const
{
    const double low = double(m_values.silicon.min.value);
    const double high = std::max(low + 1, double(m_values.silicon.max.value));
    const double left = nameWidth();
    const double right = width() - grid;
    const double at = left + (double(value.value) - low) / (high - low) * (right - left);
    return std::clamp(at, left, right);
}

QList<NestedLimits::Text> NestedLimits::texts() const
{
    QList<Text> all;
    const QFontMetrics metrics = fontMetrics();
    const double right = width();
    double top = marksHeight;
    for (const Row &row : rows()) {
        all.append({QRectF(0, top - 3, nameWidth() - grid / 2.0, metrics.height()), row.name});
        const double below = top + numbersBelow();
        const QString low = number(row.range.min, false);
        const QString high = number(row.range.max, true);
        const double lowWidth = metrics.horizontalAdvance(low);
        const double highWidth = metrics.horizontalAdvance(high);
        const double left = nameWidth();
        const double highLeft = std::clamp(x(row.range.max) - highWidth / 2, left, std::max(left, right - highWidth));
        const double lowLeft = std::clamp(x(row.range.min) - lowWidth / 2, left, std::max(left, right - lowWidth));
        if (lowLeft + lowWidth + grid <= highLeft) {
            all.append({QRectF(lowLeft, below, lowWidth, metrics.height()), low});
            all.append({QRectF(highLeft, below, highWidth, metrics.height()), high});
        } else {
            const QString both = tr("%1 to %2").arg(low, high);
            const double width = metrics.horizontalAdvance(both);
            const double middle = (x(row.range.min) + x(row.range.max)) / 2;
            all.append({QRectF(std::clamp(middle - width / 2, 0.0, std::max(0.0, right - width)), below, width,
                            metrics.height()),
                both});
        }
        top += rowHeight();
    }
    return all;
}

void NestedLimits::paintBar(QPainter &painter, const QRectF &bar, int row) const
{
    const Tones &tones = tonesOf(palette());
    QColor colour = row == 0 ? tones.line : row == 1 ? tones.warning : tones.good;
    if (row > 0)
        colour.setAlphaF(tones.dark ? 0.45F : 0.38F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(bar, 3, 3);
    // Not by colour alone: what the silicon forbids nobody is hatched, as everywhere.
    if (row == 0) {
        painter.setBrush(QBrush(tones.muted, Qt::BDiagPattern));
        painter.drawRoundedRect(bar, 3, 3);
    }
}

void NestedLimits::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tones &tones = tonesOf(palette());
    double top = marksHeight;
    const QList<Row> all = rows();
    for (int i = 0; i < all.size(); ++i, top += rowHeight()) {
        const double from = x(all.at(i).range.min);
        paintBar(painter, QRectF(from, top, std::max(3.0, x(all.at(i).range.max) - from), barHeight), i);
    }
    const double bottom = marksHeight + 2 * rowHeight() + barHeight + 2;
    const auto line = [&](Milli value, const QColor &colour, double thickness, Qt::PenStyle style) {
        painter.setPen(QPen(colour, thickness, style));
        painter.drawLine(QPointF(x(value), marksHeight - 4), QPointF(x(value), bottom));
    };
    line(m_default, tones.muted, 1, Qt::DotLine);
    if (m_values.proposed)
        line(*m_values.proposed, tones.accent, 2, Qt::DashLine);
    line(m_values.now, tones.text, 2, Qt::SolidLine);
    for (const Text &text : texts()) {
        painter.setPen(tones.muted);
        // The lines end where there is something to read.
        if (text.place.left() >= nameWidth() - grid)
            painter.fillRect(text.place.adjusted(-2, 0, 2, 0), tones.panel);
        painter.drawText(text.place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, text.text);
    }
    paintMarks(painter);
}

/// The value in force first; one that has no room beside it is in the tooltip and in the words.
void NestedLimits::paintMarks(QPainter &painter) const
{
    const Tones &tones = tonesOf(palette());
    struct Mark
    {
        QString text;
        Milli value;
        QColor colour;
    };
    QList<Mark> marks{{tr("now"), m_values.now, tones.text}};
    if (m_values.proposed)
        marks.append({tr("proposed"), *m_values.proposed, tones.accent});
    marks.append({tr("default"), m_default, tones.muted});
    QList<QRectF> taken;
    for (const Mark &mark : std::as_const(marks)) {
        const double width = fontMetrics().horizontalAdvance(mark.text);
        const double left = std::clamp(x(mark.value) - width / 2, 0.0, std::max(0.0, this->width() - width));
        const QRectF place(left, 0, width + 1, marksHeight - 4);
        const bool free = std::none_of(taken.begin(), taken.end(),
            [&](const QRectF &other) { return other.adjusted(-grid / 2.0, 0, grid / 2.0, 0).intersects(place); });
        if (!free)
            continue;
        taken.append(place);
        painter.setPen(mark.colour);
        painter.drawText(place, Qt::AlignCenter | Qt::TextDontClip, mark.text);
    }
}

} // namespace packwarden
