// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cellmap.h"

#include "cellscale.h"
#include "theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace packwarden {

namespace {

constexpr int labelWidth = 4 * grid;
constexpr int gap = 3;
constexpr int legendHeight = 3 * grid;
constexpr qint64 freshMilliseconds = 1000; ///< five sweeps; older readings fade
constexpr qint64 goneMilliseconds = 5000; ///< older than this: grey

QString signedNumber(int value)
{
    return value < 0 ? QStringLiteral("\u2212%1").arg(-value) : QStringLiteral("+%1").arg(value);
}

QString volts(int millivolts)
{
    return QLocale().toString(millivolts / 1000.0, 'f', 3);
}

} // namespace

struct CellMap::Layout
{
    int rows = 1;
    int columns = 1;
    QSize cell;
};

CellMap::CellMap(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Cell map"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void CellMap::setTelemetry(const PackTelemetry &telemetry, qint64 now)
{
    const bool otherPack = telemetry.node != m_telemetry.node;
    m_telemetry = telemetry;
    m_now = now;
    m_min = m_max = 0;
    m_mean.reset();
    double sum = 0;
    int count = 0;
    for (const CellReading &reading : std::as_const(m_telemetry.cells)) {
        if (!reading.valid)
            continue;
        sum += reading.millivolts;
        m_min = count == 0 ? reading.millivolts : std::min(m_min, reading.millivolts);
        m_max = std::max(m_max, reading.millivolts);
        ++count;
    }
    if (count > 0)
        m_mean = sum / count;
    reckon();
    if (otherPack || m_selected == 0 || m_selected > m_telemetry.cells.size())
        select(m_telemetry.cells.isEmpty() ? 0 : std::max(1, m_values.lowest()));
    update();
}

void CellMap::reckon()
{
    m_values.set(m_telemetry, m_quantity, m_scale, m_limits);
    update();
}

void CellMap::setQuantity(CellQuantity quantity)
{
    m_quantity = quantity;
    reckon();
}

void CellMap::setScale(CellScale scale)
{
    m_scale = scale;
    reckon();
}

void CellMap::setLimits(const CellLimits &limits)
{
    if (limits == m_limits)
        return;
    m_limits = limits;
    reckon();
}

void CellMap::select(int cell)
{
    cell = std::clamp(cell, 0, int(m_telemetry.cells.size()));
    if (cell == m_selected)
        return;
    m_selected = cell;
    update();
    announce();
    Q_EMIT selectedCellChanged(cell);
}

void CellMap::announce()
{
    setAccessibleDescription(m_selected > 0 ? describe(m_selected) : QString());
}

QString CellMap::describe(int cell) const
{
    if (cell < 1 || cell > m_telemetry.cells.size())
        return {};
    const CellReading &reading = m_telemetry.cells.at(cell - 1);
    QString text = tr("Cell %1").arg(cell) + QStringLiteral(" \u00B7 ");
    if (!reading.valid)
        return text + tr("no reading");
    text += tr("%1 V").arg(volts(reading.millivolts));
    if (m_mean)
        text += QStringLiteral(" \u00B7 ")
            + tr("%1 mV from the mean").arg(signedNumber(int(std::lround(reading.millivolts - *m_mean))));
    if (const auto celsius = CellValues::milliCelsius(cell, m_telemetry))
        text += QStringLiteral(" \u00B7 ") + QLocale().toString(*celsius / 1000.0, 'f', 1)
            + QStringLiteral(" \u00B0"
                             "C");
    if (reading.microohms > 0)
        text += QStringLiteral(" \u00B7 ") + QLocale().toString(reading.microohms / 1000.0, 'f', 2)
            + QStringLiteral(" m\u03A9");
    if (cell == m_values.lowest())
        text += QStringLiteral(" \u00B7 ") + tr("lowest");
    if (cell == m_values.highest())
        text += QStringLiteral(" \u00B7 ") + tr("highest");
    if (m_values.isBeyond(cell))
        text += QStringLiteral(" \u00B7 ") + tr("beyond the pack's limits");
    if (reading.balancing)
        text += QStringLiteral(" \u00B7 ") + tr("balancing");
    if (m_now - reading.heardAt > freshMilliseconds)
        text += QStringLiteral(" \u00B7 ") + tr("%1 s old").arg((m_now - reading.heardAt) / 1000);
    return text;
}

CellMap::Layout CellMap::layoutNow() const
{
    Layout layout;
    layout.rows = std::max(1, m_telemetry.modules);
    const int cells = int(m_telemetry.cells.size());
    layout.columns = std::max(1, (cells + layout.rows - 1) / layout.rows);
    const int width = (this->width() - labelWidth) / layout.columns - gap;
    const int height = (this->height() - legendHeight - grid) / layout.rows - gap;
    layout.cell = QSize(std::clamp(width, 16, 72), std::clamp(height, 12, 44));
    return layout;
}

QRect CellMap::rectOf(int cell, const Layout &layout) const
{
    const int row = (cell - 1) / layout.columns;
    const int column = (cell - 1) % layout.columns;
    return {
        QPoint(labelWidth + column * (layout.cell.width() + gap), 2 + row * (layout.cell.height() + gap)), layout.cell};
}

int CellMap::cellAt(const QPoint &point) const
{
    const Layout layout = layoutNow();
    for (int cell = 1; cell <= m_telemetry.cells.size(); ++cell) {
        if (rectOf(cell, layout).contains(point))
            return cell;
    }
    return 0;
}

void CellMap::paintCell(QPainter &painter, int cell, const QRect &rect) const
{
    const Tones &tones = tonesOf(palette());
    const CellReading &reading = m_telemetry.cells.at(cell - 1);
    QColor ground = tones.raised;
    QColor ink = tones.muted;
    const bool shown = m_values.value(cell).has_value();
    if (shown) {
        const double age = std::clamp(
            double(m_now - reading.heardAt - freshMilliseconds) / (goneMilliseconds - freshMilliseconds), 0.0, 1.0);
        const QColor fresh = cellColour(m_values.position(cell));
        const QColor grey = tones.line;
        const auto mix = [age](int a, int b) {
            return int(a + (b - a) * age);
        };
        ground = QColor(mix(fresh.red(), grey.red()), mix(fresh.green(), grey.green()), mix(fresh.blue(), grey.blue()));
        ink = inkOn(ground);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(rect, 4, 4);
    if (!shown) {
        painter.setBrush(QBrush(tones.muted, Qt::BDiagPattern));
        painter.drawRoundedRect(rect, 4, 4);
        painter.setBrush(tones.raised);
        painter.drawRect(QRect(0, 0, 16, 14).translated(rect.center() - QPoint(8, 7)));
    }
    if (cell == m_hovered && cell != m_selected) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tones.muted, 1.5));
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
    painter.setPen(ink);
    QFont face = font();
    face.setBold(cell == m_values.lowest() || cell == m_values.highest());
    face.setPixelSize(rect.width() < 44 && m_quantity != CellQuantity::FromMean ? 10 : 12);
    painter.setFont(face);
    painter.drawText(rect, Qt::AlignCenter, m_values.text(cell));
    if (cell == m_values.lowest() || cell == m_values.highest()) {
        const QPointF corner = rect.topLeft() + QPointF(4, 4);
        QPolygonF triangle;
        if (cell == m_values.lowest())
            triangle << corner << corner + QPointF(8, 0) << corner + QPointF(4, 7);
        else
            triangle << corner + QPointF(0, 7) << corner + QPointF(8, 7) << corner + QPointF(4, 0);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawPolygon(triangle);
    }
    if (m_values.isBeyond(cell)) {
        // A bar across the foot: past the limits, whatever colour the end of the scale has.
        painter.setPen(Qt::NoPen);
        painter.setBrush(tones.alarm);
        painter.drawRect(rect.adjusted(3, rect.height() - 5, -3, -2));
    }
    if (reading.balancing && m_quantity != CellQuantity::Balancing) {
        face.setBold(false);
        face.setPixelSize(10);
        painter.setFont(face);
        painter.setPen(ink);
        painter.drawText(rect.adjusted(0, 0, -4, -2), Qt::AlignRight | Qt::AlignBottom, QStringLiteral("\u2248"));
    }
    if (cell == m_selected) {
        // Two rings, one in the text's colour and one in the ground's: seen on any cell colour, in both themes.
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tones.panel, 3));
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter.setPen(QPen(hasFocus() ? tones.accent : tones.text, 2));
        painter.drawRoundedRect(QRectF(rect).adjusted(-1, -1, 1, 1), 5, 5);
    }
}

void CellMap::paintLegend(QPainter &painter, const Layout &layout) const
{
    const Tones &tones = tonesOf(palette());
    const int top = 2 + layout.rows * (layout.cell.height() + gap) + grid;
    painter.setFont(font());
    const QFontMetrics metrics(font());
    int x = labelWidth;
    const auto write = [&](const QString &text, const QColor &colour) {
        painter.setPen(colour);
        painter.drawText(QRect(x, top, metrics.horizontalAdvance(text) + 2, 16), Qt::AlignVCenter, text);
        x += metrics.horizontalAdvance(text) + grid;
    };
    write(m_values.lowEnd(), tones.muted);
    QLinearGradient gradient(x, 0, x + 120, 0);
    for (int i = 0; i <= 8; ++i)
        gradient.setColorAt(i / 8.0, cellColour(i / 8.0));
    painter.setPen(Qt::NoPen);
    painter.setBrush(gradient);
    painter.drawRoundedRect(QRect(x, top + 4, 120, 8), 4, 4);
    x += 120 + grid;
    write(m_values.highEnd() + (m_values.isAbsolute() ? u' ' + tr("(the pack's limits)") : QString()), tones.muted);
    x += grid;
    if (m_values.lowest() > 0) {
        write(QStringLiteral("\u25BC ") + tr("lowest %1").arg(m_values.lowest()), tones.muted);
        write(QStringLiteral("\u25B2 ") + tr("highest %1").arg(m_values.highest()), tones.muted);
    }
    const bool balancing = std::any_of(m_telemetry.cells.cbegin(), m_telemetry.cells.cend(),
        [](const CellReading &reading) { return reading.balancing; });
    if (balancing)
        write(QStringLiteral("\u2248 ") + tr("balancing"), tones.muted);
    bool invalid = false;
    for (int cell = 1; cell <= m_values.count(); ++cell)
        invalid = invalid || !m_values.value(cell);
    if (invalid)
        write(QStringLiteral("\u25A8 ") + tr("no reading"), tones.muted);
}

void CellMap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tones &tones = tonesOf(palette());
    if (m_telemetry.cells.isEmpty()) {
        painter.setPen(tones.muted);
        painter.drawText(rect(), Qt::AlignCenter, tr("Waiting for the first cell voltages of this pack."));
        return;
    }
    const Layout layout = layoutNow();
    painter.setPen(tones.muted);
    for (int row = 0; row < layout.rows; ++row) {
        const QRect first = rectOf(row * layout.columns + 1, layout);
        painter.drawText(QRect(0, first.top(), labelWidth - grid, first.height()), Qt::AlignVCenter | Qt::AlignLeft,
            tr("M%1", "module number").arg(row + 1));
    }
    for (int cell = 1; cell <= m_telemetry.cells.size(); ++cell) {
        if (cell != m_selected)
            paintCell(painter, cell, rectOf(cell, layout));
    }
    if (m_selected > 0)
        paintCell(painter, m_selected, rectOf(m_selected, layout));
    paintLegend(painter, layout);
}

void CellMap::keyPressEvent(QKeyEvent *event)
{
    const int count = int(m_telemetry.cells.size());
    if (count == 0)
        return QWidget::keyPressEvent(event);
    const int columns = layoutNow().columns;
    int cell = std::max(1, m_selected);
    switch (event->key()) {
    case Qt::Key_Left:
        --cell;
        break;
    case Qt::Key_Right:
        ++cell;
        break;
    case Qt::Key_Up:
        cell -= cell > columns ? columns : 0;
        break;
    case Qt::Key_Down:
        cell += cell + columns <= count ? columns : 0;
        break;
    case Qt::Key_Home:
        cell = 1;
        break;
    case Qt::Key_End:
        cell = count;
        break;
    case Qt::Key_L:
        cell = m_values.lowest();
        break;
    case Qt::Key_H:
        cell = m_values.highest();
        break;
    default:
        return QWidget::keyPressEvent(event);
    }
    select(std::clamp(cell, 1, count));
}

void CellMap::mousePressEvent(QMouseEvent *event)
{
    if (const int cell = cellAt(event->position().toPoint()); cell > 0 && event->button() == Qt::LeftButton)
        select(cell);
}

void CellMap::mouseMoveEvent(QMouseEvent *event)
{
    const int cell = cellAt(event->position().toPoint());
    if (cell != m_hovered) {
        m_hovered = cell;
        update();
    }
}

void CellMap::leaveEvent(QEvent *)
{
    m_hovered = 0;
    update();
}

bool CellMap::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const int cell = cellAt(help->pos());
        if (cell > 0)
            QToolTip::showText(help->globalPos(), describe(cell), this, rectOf(cell, layoutNow()));
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace packwarden
