// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/kit/elidedlabel.h"

#include "widgets/style/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace packwarden {

ElidedLabel::ElidedLabel(const QString &text, QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setText(text);
}

void ElidedLabel::setText(const QString &text)
{
    if (text == m_text && m_wish.isValid())
        return;
    const bool otherLength = text.size() != m_text.size();
    m_text = text;
    setAccessibleName(text);
    if (otherLength || fontMetrics().horizontalAdvance(text) > m_wish.width())
        measure();
    update();
}

void ElidedLabel::measure()
{
    const QSize wish(fontMetrics().horizontalAdvance(m_text) + 1, fontMetrics().height());
    if (wish == m_wish)
        return;
    m_wish = wish;
    updateGeometry();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {std::min(m_wish.width(), 4 * grid), m_wish.height()};
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        measure();
    // Where there is a tool tip already, it says more.
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && width() < m_wish.width()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), Qt::convertFromPlainText(m_text), this);
        return true;
    }
    return QWidget::event(event);
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tones &tones = tonesOf(palette());
    painter.setPen(isEnabled() ? tones.muted : palette().color(QPalette::Disabled, QPalette::WindowText));
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
        fontMetrics().elidedText(m_text, Qt::ElideRight, width()));
}

} // namespace packwarden
