// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/permissions/matrix/matrixheader.h"

#include "widgets/permissions/matrix/spokenmatrix.h"
#include "widgets/style/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace packwarden {

namespace {

constexpr int margin = 3;
constexpr int narrowest = 46;
constexpr int widest = 96;

} // namespace

MatrixHeader::MatrixHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setHighlightSections(false);
    setSectionsClickable(true);
    setMouseTracking(true);
}

QVariant MatrixHeader::head(int section, int role) const
{
    return model() ? model()->headerData(section, Qt::Horizontal, role) : QVariant();
}

QFont MatrixHeader::smallFont() const
{
    QFont small = font();
    small.setPixelSize(std::max(10, fontInfo().pixelSize() - 2));
    return small;
}

int MatrixHeader::partyHeight() const
{
    return 3 * QFontMetrics(smallFont()).lineSpacing() + margin;
}

QSize MatrixHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), partyHeight() + 2 * QFontMetrics(smallFont()).lineSpacing() + 3 * margin};
}

/// The name, with a sign where a click folds its columns or opens them.
QString MatrixHeader::partyText(int section, int columns) const
{
    const QString party = head(section, SpokenMatrix::PartyRole).toString();
    if (head(section, SpokenMatrix::RolesRole).toInt() < 2)
        return party;
    return party + (columns > 1 ? QStringLiteral("\u00a0▾") : QStringLiteral("\u00a0▸"));
}

/// The section that is seen beside this one, to the left or to the right; -1: none.
int MatrixHeader::shownBeside(int section, int step) const
{
    for (int place = visualIndex(section) + step; place >= 0 && place < count(); place += step) {
        if (!isSectionHidden(logicalIndex(place)))
            return logicalIndex(place);
    }
    return -1;
}

int MatrixHeader::widthFor(int section) const
{
    QFont bold = smallFont();
    bold.setBold(true);
    int width = FittedText::widestWord(head(section, SpokenMatrix::TitleRole).toString(), smallFont());
    const QString position = head(section, SpokenMatrix::PositionRole).toString();
    const auto same = [&](int other) {
        return head(other, SpokenMatrix::PositionRole).toString() == position;
    };
    // The name of a company that has one column must fit over it.
    if (!same(shownBeside(section, -1)) && !same(shownBeside(section, 1)))
        width = std::max(width, QFontMetrics(bold).horizontalAdvance(partyText(section, 1)));
    // One more: widths of words are rounded, and a part of a pixel too little elides.
    return std::clamp(width + 2 * margin + 1, narrowest, widest);
}

void MatrixHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Tones &tones = tonesOf(palette());
    painter->save();
    painter->fillRect(rect, tones.panel);
    painter->setPen(tones.line);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->setFont(smallFont());
    painter->setPen(tones.text);
    m_text.draw(*painter, rect.adjusted(margin, partyHeight() + margin, -margin, -margin),
        head(section, SpokenMatrix::TitleRole).toString(), Qt::AlignHCenter | Qt::AlignBottom);
    painter->restore();
}

void MatrixHeader::paintEvent(QPaintEvent *event)
{
    QHeaderView::paintEvent(event);
    const Tones &tones = tonesOf(palette());
    QPainter painter(viewport());
    QFont bold = smallFont();
    bold.setBold(true);
    for (int place = 0; place < count();) {
        const int section = logicalIndex(place);
        const QString position = head(section, SpokenMatrix::PositionRole).toString();
        QRect rect;
        int columns = 0;
        int next = place;
        for (; next < count(); ++next) {
            const int each = logicalIndex(next);
            if (isSectionHidden(each))
                continue;
            if (head(each, SpokenMatrix::PositionRole).toString() != position)
                break;
            rect |= QRect(sectionViewportPosition(each), 0, sectionSize(each), partyHeight());
            ++columns;
        }
        if (!position.isEmpty() && columns > 0 && rect.intersects(event->rect())) {
            painter.setPen(tones.line);
            const int edge = isRightToLeft() ? rect.right() + 1 : rect.left();
            painter.drawLine(edge, 2 * margin, edge, height());
            const QRect inside = rect.adjusted(margin, margin, -margin, 0);
            painter.setFont(bold);
            painter.setPen(tones.text);
            const int line = QFontMetrics(bold).lineSpacing();
            m_text.draw(painter, QRect(inside.left(), inside.top(), inside.width(), line), partyText(section, columns),
                Qt::AlignCenter);
            painter.setFont(smallFont());
            painter.setPen(tones.muted);
            int top = inside.top() + line;
            for (const int role : {SpokenMatrix::HoldersRole, SpokenMatrix::IssuersRole}) {
                m_text.draw(painter, QRect(inside.left(), top, inside.width(), line), head(section, role).toString(),
                    Qt::AlignCenter);
                top += line;
            }
        }
        place = std::max(next, place + 1);
    }
}

bool MatrixHeader::canFold(const QPoint &at) const
{
    const int section = logicalIndexAt(at);
    return section >= 0 && at.y() < partyHeight() && head(section, SpokenMatrix::RolesRole).toInt() > 1;
}

void MatrixHeader::mousePressEvent(QMouseEvent *event)
{
    const bool left = event->button() == Qt::LeftButton;
    m_pressed = left && canFold(event->pos()) ? logicalIndexAt(event->pos()) : -1;
    if (m_pressed < 0)
        QHeaderView::mousePressEvent(event);
}

void MatrixHeader::mouseMoveEvent(QMouseEvent *event)
{
    QHeaderView::mouseMoveEvent(event);
    if (canFold(event->pos()))
        viewport()->setCursor(Qt::PointingHandCursor);
    else
        viewport()->unsetCursor();
}

void MatrixHeader::mouseReleaseEvent(QMouseEvent *event)
{
    QHeaderView::mouseReleaseEvent(event);
    const int pressed = std::exchange(m_pressed, -1);
    if (pressed < 0 || !canFold(event->pos()))
        return;
    const QString position = head(pressed, SpokenMatrix::PositionRole).toString();
    if (head(logicalIndexAt(event->pos()), SpokenMatrix::PositionRole).toString() == position)
        Q_EMIT foldClicked(pressed);
}

} // namespace packwarden
