// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/kit/flowrow.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace packwarden {

namespace {

bool grows(const QLayoutItem *item)
{
    return item->expandingDirections().testFlag(Qt::Horizontal);
}

/// What may grow needs no more than its least; all else has the size that it wishes.
int widthOf(const QLayoutItem *item)
{
    return grows(item) ? item->minimumSize().width() : item->sizeHint().width();
}

} // namespace

FlowRow::FlowRow(int spacing, bool fromRight, QWidget *parent)
    : QLayout(parent)
    , m_fromRight(fromRight)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

FlowRow::~FlowRow()
{
    qDeleteAll(m_items);
}

void FlowRow::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

QLayoutItem *FlowRow::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QList<FlowRow::Line> FlowRow::lines(int width) const
{
    const QList<Line> all = linesOf(m_items, width);
    if (m_break == 0 || all.size() < 2)
        return all;
    return linesOf(m_items.first(m_break), width) + linesOf(m_items.sliced(m_break), width);
}

QList<FlowRow::Line> FlowRow::linesOf(const QList<QLayoutItem *> &items, int width) const
{
    QList<Line> all;
    int used = 0;
    for (QLayoutItem *item : items) {
        if (item->isEmpty())
            continue;
        const int wanted = widthOf(item);
        if (all.isEmpty() || used + spacing() + wanted > width) {
            all.append(Line());
            used = wanted;
        } else {
            used += spacing() + wanted;
        }
        all.last().append(item);
    }
    return all;
}

int FlowRow::heightOf(const Line &line)
{
    int height = 0;
    for (const QLayoutItem *item : line)
        height = std::max(height, item->sizeHint().height());
    return height;
}

int FlowRow::heightForWidth(int width) const
{
    const QMargins margins = contentsMargins();
    int height = -spacing();
    for (const Line &line : lines(width - margins.left() - margins.right()))
        height += spacing() + heightOf(line);
    return std::max(height, 0) + margins.top() + margins.bottom();
}

QSize FlowRow::sizeHint() const
{
    int width = -spacing();
    int height = 0;
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        width += spacing() + item->sizeHint().width();
        height = std::max(height, item->sizeHint().height());
    }
    return QSize(std::max(width, 0), height).grownBy(contentsMargins());
}

QSize FlowRow::minimumSize() const
{
    QSize least;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            least = least.expandedTo({widthOf(item), item->minimumSize().height()});
    }
    return least.grownBy(contentsMargins());
}

void FlowRow::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    const QRect inside = rect.marginsRemoved(contentsMargins());
    int top = inside.top();
    for (const Line &line : lines(inside.width())) {
        const int height = heightOf(line);
        place(line, {inside.left(), top, inside.width(), height});
        top += height + spacing();
    }
}

void FlowRow::place(const Line &line, const QRect &rect) const
{
    int left = rect.width() - spacing() * int(line.size() - 1);
    qsizetype growing = 0;
    for (const QLayoutItem *item : line) {
        left -= widthOf(item);
        growing += grows(item) ? 1 : 0;
    }
    left = std::max(left, 0);
    int x = rect.left() + (growing == 0 && m_fromRight ? left : 0);
    for (QLayoutItem *item : line) {
        int width = std::min(widthOf(item), rect.width());
        int gap = 0;
        if (grows(item)) {
            const int share = left / int(growing--);
            const int more = std::clamp(item->maximumSize().width() - width, 0, share);
            width += more;
            gap = growing == 0 ? left - more : 0;
            left -= more;
        }
        const int height = std::min(rect.height(), item->sizeHint().height());
        const QRect place(x, rect.top() + (rect.height() - height) / 2, width, height);
        item->setGeometry(
            QStyle::visualRect(parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight, rect, place));
        x += width + gap + spacing();
    }
}

} // namespace packwarden
