// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/live/cellmap.h"

#include "widgets/inspector/live/cellscale.h"
#include "widgets/style/theme.h"

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
constexpr int paintedEvery = 250; ///< milliseconds: as often as numbers can be read
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
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Cell map"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_soon.setSingleShot(true);
    m_soon.setInterval(paintedEvery);
    connect(&m_soon, &QTimer::timeout, this, &CellMap::paintChanged);
}

void CellMap::setTelemetry(const PackTelemetry &telemetry, qint64 now)
{
    const bool otherPack = telemetry.node != m_telemetry.node || telemetry.serial != m_telemetry.serial;
    if (telemetry.modules != m_telemetry.modules || telemetry.cells.size() != m_telemetry.cells.size())
        update();
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
        m_known = 0;
    if (const int chosen = m_byHand.value(packKey()); chosen > 0 && chosen <= m_telemetry.cells.size()) {
        m_known = -1;
        select(chosen);
    }
    // The first sweep tells of a few cells at a time: who is lowest is known when all were heard.
    if (m_known >= 0 && (count > m_known || count == 0)) {
        m_known = count;
        select(m_telemetry.cells.isEmpty() ? 0 : std::max(1, m_values.lowest()));
    }
}

void CellMap::reckon()
{
    m_values.set(m_telemetry, m_quantity, m_scale, m_limits);
    QList<Face> faces;
    faces.reserve(m_telemetry.cells.size());
    for (int cell = 1; cell <= m_telemetry.cells.size(); ++cell) {
        faces.append(faceOf(cell));
        if (cell > m_faces.size() || faces.constLast() != m_faces.at(cell - 1))
            m_changed.insert(cell);
    }
    const bool isOther = faces.size() != m_faces.size();
    m_faces = faces;
    if (const QStringList words = legend(); words != m_legend) {
        m_legend = words;
        m_changed.insert(0);
    }
    if (isOther)
        return paintAll();
    // Noise in the last digit goes round the whole map with each telemetry.
    if (!m_changed.isEmpty() && !m_soon.isActive())
        m_soon.start();
}

void CellMap::paintAll()
{
    m_changed.clear();
    m_soon.stop();
    update();
}

void CellMap::paintChanged()
{
    const QSet<int> changed = std::exchange(m_changed, {});
    // A region of many pieces costs more than the whole.
    if (changed.size() * 3 > m_faces.size())
        return update();
    for (const int cell : changed)
        updateCell(cell);
    if (changed.contains(0))
        update(legendRect(layoutNow()));
}

void CellMap::updateCell(int cell)
{
    // The ring of the chosen one reaches beyond it.
    if (cell > 0)
        update(rectOf(cell, layoutNow()).adjusted(-3, -3, 3, 3));
}

CellMap::Face CellMap::faceOf(int cell) const
{
    const Tones &tones = tonesOf(palette());
    const CellReading &reading = m_telemetry.cells.at(cell - 1);
    Face face{m_values.text(cell), tones.raised, !m_values.value(cell), cell == m_values.lowest(),
        cell == m_values.highest(), m_values.isBeyond(cell),
        reading.balancing && m_quantity != CellQuantity::Balancing};
    if (!face.hatched) {
        const double age = std::clamp(
            double(m_now - reading.heardAt - freshMilliseconds) / (goneMilliseconds - freshMilliseconds), 0.0, 1.0);
        const QColor fresh = cellColour(m_values.position(cell));
        const QColor grey = tones.line;
        const auto mix = [age](int from, int to) {
            return int(from + (to - from) * age);
        };
        face.ground
            = QColor(mix(fresh.red(), grey.red()), mix(fresh.green(), grey.green()), mix(fresh.blue(), grey.blue()));
    }
    return face;
}

void CellMap::setQuantity(CellQuantity quantity)
{
    m_quantity = quantity;
    reckon();
    paintAll();
}

void CellMap::setScale(CellScale scale)
{
    m_scale = scale;
    reckon();
    paintAll();
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
    updateCell(m_selected);
    m_selected = cell;
    updateCell(m_selected);
    announce();
    Q_EMIT selectedCellChanged(cell);
}

void CellMap::selectByHand(int cell)
{
    m_known = -1;
    select(cell);
    m_byHand.insert(packKey(), m_selected);
}

QString CellMap::packKey() const
{
    return m_telemetry.serial.isEmpty() ? QString::number(m_telemetry.node) : m_telemetry.serial;
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
    layout.cell = QSize(std::clamp(width, 16, 128), std::clamp(height, 12, 64));
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

void CellMap::paintText(QPainter &painter, const QRect &rect, const QString &text) const
{
    constexpr int mostTexts = 2000;
    if (m_texts.size() > mostTexts)
        m_texts.clear();
    // Of its own size and weight: the face of the letters is part of the key.
    const QFont &letters = painter.font();
    QStaticText &known = m_texts[text + (letters.bold() ? u'b' : u'n') + QString::number(letters.pixelSize())];
    if (known.text().isEmpty()) {
        known.setTextFormat(Qt::PlainText);
        known.setText(text);
        known.prepare({}, letters);
    }
    const QSizeF size = known.size();
    painter.drawStaticText(QPointF(rect.x() + std::round((rect.width() - size.width()) / 2),
                               rect.y() + (rect.height() - size.height()) / 2),
        known);
}

void CellMap::paintCell(QPainter &painter, int cell, const QRect &rect) const
{
    const Tones &tones = tonesOf(palette());
    const Face face = faceOf(cell);
    const QColor ink = face.hatched ? tones.muted : inkOn(face.ground);
    painter.setPen(Qt::NoPen);
    painter.setBrush(face.ground);
    painter.drawRoundedRect(rect, 4, 4);
    if (face.hatched) {
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
    QFont letters = font();
    letters.setBold(face.lowest || face.highest);
    const bool isRoomy = rect.width() > 88 && rect.height() > 44;
    letters.setPixelSize(rect.width() < 44 && m_quantity != CellQuantity::FromMean ? 10 : isRoomy ? 15 : 12);
    painter.setFont(letters);
    paintText(painter, rect, face.text);
    if (face.lowest || face.highest) {
        const QPointF corner = rect.topLeft() + QPointF(4, 4);
        QPolygonF triangle;
        if (face.lowest)
            triangle << corner << corner + QPointF(8, 0) << corner + QPointF(4, 7);
        else
            triangle << corner + QPointF(0, 7) << corner + QPointF(8, 7) << corner + QPointF(4, 0);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawPolygon(triangle);
    }
    if (face.beyond) {
        // A bar across the foot: past the limits, whatever colour the end of the scale has.
        painter.setPen(Qt::NoPen);
        painter.setBrush(tones.alarm);
        painter.drawRect(rect.adjusted(3, rect.height() - 5, -3, -2));
    }
    if (face.balancing) {
        letters.setBold(false);
        letters.setPixelSize(10);
        painter.setFont(letters);
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

QStringList CellMap::legend() const
{
    QStringList words{
        m_values.lowEnd(), m_values.highEnd() + (m_values.isAbsolute() ? u' ' + tr("(the pack's limits)") : QString())};
    if (m_values.lowest() > 0) {
        words << QStringLiteral("\u25BC ") + tr("lowest %1").arg(m_values.lowest());
        words << QStringLiteral("\u25B2 ") + tr("highest %1").arg(m_values.highest());
    }
    if (std::any_of(m_telemetry.cells.cbegin(), m_telemetry.cells.cend(),
            [](const CellReading &reading) { return reading.balancing; }))
        words << QStringLiteral("\u2248 ") + tr("balancing");
    if (m_values.knownCount() < m_values.count())
        words << QStringLiteral("\u25A8 ") + tr("no reading");
    bool beyond = false;
    for (int cell = 1; cell <= m_values.count(); ++cell)
        beyond = beyond || m_values.isBeyond(cell);
    if (beyond)
        words << QStringLiteral("\u2581 ") + tr("beyond the limits");
    return words;
}

QRect CellMap::legendRect(const Layout &layout) const
{
    return {0, 2 + layout.rows * (layout.cell.height() + gap) + grid, width(), legendHeight};
}

void CellMap::paintLegend(QPainter &painter, const Layout &layout) const
{
    constexpr int barMost = 120;
    constexpr int barLeast = 40;
    const Tones &tones = tonesOf(palette());
    const int top = legendRect(layout).top();
    painter.setFont(font());
    const QFontMetrics metrics(font());
    int x = labelWidth;
    const auto write = [&](const QString &text) {
        painter.setPen(tones.muted);
        const int room = std::max(0, width() - x);
        painter.drawText(QRect(x, top, metrics.horizontalAdvance(text) + 2, 16), Qt::AlignVCenter,
            metrics.elidedText(text, Qt::ElideRight, room));
        x += metrics.horizontalAdvance(text) + grid;
    };
    const QStringList words = legend();
    // Where room is short the bar gives way to the words.
    int needed = labelWidth + grid;
    for (const QString &text : words)
        needed += metrics.horizontalAdvance(text) + grid;
    const int barWidth = std::clamp(width() - needed, barLeast, barMost);
    write(words.constFirst());
    QLinearGradient gradient(x, 0, x + barWidth, 0);
    for (int i = 0; i <= 8; ++i)
        gradient.setColorAt(i / 8.0, cellColour(i / 8.0));
    painter.setPen(Qt::NoPen);
    painter.setBrush(gradient);
    painter.drawRoundedRect(QRect(x, top + 4, barWidth, 8), 4, 4);
    x += barWidth + grid;
    for (const QString &text : words.mid(1))
        write(text);
}

void CellMap::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tones &tones = tonesOf(palette());
    painter.fillRect(event->rect(), tones.panel);
    if (m_telemetry.cells.isEmpty()) {
        painter.setPen(tones.muted);
        painter.drawText(rect(), Qt::AlignCenter, tr("Waiting for the first cell voltages of this pack."));
        return;
    }
    const Layout layout = layoutNow();
    painter.setPen(tones.muted);
    for (int row = 0; row < layout.rows; ++row) {
        const QRect first = rectOf(row * layout.columns + 1, layout);
        const QRect label(0, first.top(), labelWidth - grid, first.height());
        if (event->region().intersects(label))
            painter.drawText(label, Qt::AlignVCenter | Qt::AlignLeft, tr("M%1", "module number").arg(row + 1));
    }
    for (int cell = 1; cell <= m_telemetry.cells.size(); ++cell) {
        const QRect place = rectOf(cell, layout);
        if (cell != m_selected && event->region().intersects(place))
            paintCell(painter, cell, place);
    }
    if (m_selected > 0)
        paintCell(painter, m_selected, rectOf(m_selected, layout));
    if (event->region().intersects(legendRect(layout)))
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
    selectByHand(std::clamp(cell, 1, count));
}

void CellMap::mousePressEvent(QMouseEvent *event)
{
    if (const int cell = cellAt(event->position().toPoint()); cell > 0 && event->button() == Qt::LeftButton)
        selectByHand(cell);
}

void CellMap::mouseMoveEvent(QMouseEvent *event)
{
    const int cell = cellAt(event->position().toPoint());
    if (cell != m_hovered) {
        updateCell(m_hovered);
        m_hovered = cell;
        updateCell(cell);
    }
}

void CellMap::leaveEvent(QEvent *)
{
    updateCell(m_hovered);
    m_hovered = 0;
}

bool CellMap::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        m_texts.clear();
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
