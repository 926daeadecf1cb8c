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
    m_minCell = m_maxCell = 0;
    m_min = m_max = 0;
    m_mean.reset();
    double sum = 0;
    int count = 0;
    for (int i = 0; i < m_telemetry.cells.size(); ++i) {
        const CellReading &reading = m_telemetry.cells.at(i);
        if (!reading.valid)
            continue;
        sum += reading.millivolts;
        if (count == 0 || reading.millivolts < m_min) {
            m_min = reading.millivolts;
            m_minCell = i + 1;
        }
        if (count == 0 || reading.millivolts > m_max) {
            m_max = reading.millivolts;
            m_maxCell = i + 1;
        }
        ++count;
    }
    if (count > 0)
        m_mean = sum / count;
    if (otherPack || m_selected > m_telemetry.cells.size())
        select(m_telemetry.cells.isEmpty() ? 0 : m_minCell);
    else if (m_selected == 0 && m_minCell > 0)
        select(m_minCell);
    update();
}

void CellMap::setQuantity(CellQuantity quantity)
{
    m_quantity = quantity;
    update();
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
    if (cell == m_minCell)
        text += QStringLiteral(" \u00B7 ") + tr("lowest");
    if (cell == m_maxCell)
        text += QStringLiteral(" \u00B7 ") + tr("highest");
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

QString CellMap::numberOf(int cell) const
{
    const CellReading &reading = m_telemetry.cells.at(cell - 1);
    if (!reading.valid)
        return QStringLiteral("\u2013");
    if (m_quantity == CellQuantity::Voltage)
        return volts(reading.millivolts);
    return signedNumber(int(std::lround(reading.millivolts - m_mean.value_or(reading.millivolts))));
}

double CellMap::positionOf(int cell) const
{
    const int millivolts = m_telemetry.cells.at(cell - 1).millivolts;
    if (m_quantity == CellQuantity::Voltage)
        return m_max > m_min ? double(millivolts - m_min) / (m_max - m_min) : 0.5;
    const double mean = m_mean.value_or(millivolts);
    const int half = roundSpread(int(std::ceil(std::max(m_max - mean, mean - m_min))));
    return 0.5 + (millivolts - mean) / (2.0 * half);
}

void CellMap::paintCell(QPainter &painter, int cell, const QRect &rect) const
{
    const Tones &tones = tonesOf(palette());
    const CellReading &reading = m_telemetry.cells.at(cell - 1);
    QColor ground = tones.raised;
    QColor ink = tones.muted;
    if (reading.valid) {
        const double age = std::clamp(
            double(m_now - reading.heardAt - freshMilliseconds) / (goneMilliseconds - freshMilliseconds), 0.0, 1.0);
        const QColor fresh = cellColour(positionOf(cell));
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
    if (!reading.valid) {
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
    face.setBold(cell == m_minCell || cell == m_maxCell);
    face.setPixelSize(rect.width() < 44 && m_quantity == CellQuantity::Voltage ? 10 : 12);
    painter.setFont(face);
    painter.drawText(rect, Qt::AlignCenter, numberOf(cell));
    if (cell == m_minCell || cell == m_maxCell) {
        const QPointF corner = rect.topLeft() + QPointF(4, 4);
        QPolygonF triangle;
        if (cell == m_minCell)
            triangle << corner << corner + QPointF(8, 0) << corner + QPointF(4, 7);
        else
            triangle << corner + QPointF(0, 7) << corner + QPointF(8, 7) << corner + QPointF(4, 0);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawPolygon(triangle);
    }
    if (reading.balancing) {
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
    QString low = volts(m_min);
    QString high = tr("%1 V").arg(volts(m_max));
    if (m_quantity == CellQuantity::FromMean) {
        const double mean = m_mean.value_or(0);
        const int half = roundSpread(int(std::ceil(std::max(m_max - mean, mean - m_min))));
        low = signedNumber(-half);
        high = tr("%1 mV").arg(signedNumber(half));
    }
    int x = labelWidth;
    const auto write = [&](const QString &text, const QColor &colour) {
        painter.setPen(colour);
        painter.drawText(QRect(x, top, metrics.horizontalAdvance(text) + 2, 16), Qt::AlignVCenter, text);
        x += metrics.horizontalAdvance(text) + grid;
    };
    write(low, tones.muted);
    QLinearGradient gradient(x, 0, x + 120, 0);
    for (int i = 0; i <= 8; ++i)
        gradient.setColorAt(i / 8.0, cellColour(i / 8.0));
    painter.setPen(Qt::NoPen);
    painter.setBrush(gradient);
    painter.drawRoundedRect(QRect(x, top + 4, 120, 8), 4, 4);
    x += 120 + grid;
    write(high, tones.muted);
    x += grid;
    if (m_minCell > 0) {
        write(QStringLiteral("\u25BC ") + tr("lowest %1").arg(m_minCell), tones.muted);
        write(QStringLiteral("\u25B2 ") + tr("highest %1").arg(m_maxCell), tones.muted);
    }
    const bool balancing = std::any_of(m_telemetry.cells.cbegin(), m_telemetry.cells.cend(),
        [](const CellReading &reading) { return reading.balancing; });
    if (balancing)
        write(QStringLiteral("\u2248 ") + tr("balancing"), tones.muted);
    const bool invalid = std::any_of(m_telemetry.cells.cbegin(), m_telemetry.cells.cend(),
        [](const CellReading &reading) { return !reading.valid; });
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
        cell = m_minCell;
        break;
    case Qt::Key_H:
        cell = m_maxCell;
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
