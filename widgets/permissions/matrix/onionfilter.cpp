// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/permissions/matrix/onionfilter.h"

#include "widgets/permissions/matrix/permissionwords.h"
#include "widgets/style/theme.h"

#include <QAbstractButton>
#include <QEvent>
#include <QPainter>

namespace packwarden {

namespace {

/// Takes clicks and focus; the onion paints them all, as rings overlap.
class Ring final : public QAbstractButton
{
public:
    using QAbstractButton::QAbstractButton;

protected:
    void paintEvent(QPaintEvent *) override { }
};

} // namespace

OnionFilter::OnionFilter(QWidget *parent)
    : QWidget(parent)
{
    for (int layer = 1; layer <= layers; ++layer) {
        auto *button = new Ring(this);
        button->setObjectName(QStringLiteral("layer%1").arg(layer));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setCursor(Qt::PointingHandCursor);
        button->installEventFilter(this);
        m_rings.at(size_t(layer) - 1) = button;
        connect(button, &QAbstractButton::toggled, this, [this] {
            update();
            Q_EMIT chosenChanged(chosen());
        });
        say(layer);
    }
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSet<int> OnionFilter::chosen() const
{
    QSet<int> chosen;
    for (int layer = 1; layer <= layers; ++layer) {
        if (m_rings.at(size_t(layer) - 1)->isChecked())
            chosen.insert(layer);
    }
    return chosen;
}

void OnionFilter::setCount(int layer, int shown, int all)
{
    m_counts.at(size_t(layer) - 1) = {shown, all};
    say(layer);
    update();
}

void OnionFilter::say(int layer)
{
    const Count &count = m_counts.at(size_t(layer) - 1);
    QAbstractButton *button = m_rings.at(size_t(layer) - 1);
    const QString words = count.shown == count.all
        ? tr("Layer %1: %n capability(s)", nullptr, count.all).arg(PermissionWords::band(layer))
        : tr("Layer %1: %2 of %n capability(s) shown", nullptr, count.all)
              .arg(PermissionWords::band(layer))
              .arg(count.shown);
    button->setAccessibleName(words);
    button->setToolTip(words + u'\n' + tr("Click to show this layer alone, or with others that are chosen."));
}

/// Where a layer is painted, with all that is inside of it.
QRectF OnionFilter::ring(int layer) const
{
    const double outer = std::min(width(), height()) / 2.0 - 3;
    const double radius = outer * (1.0 - 0.245 * (layer - 1));
    return {width() / 2.0 - radius, height() / 2.0 - radius, 2 * radius, 2 * radius};
}

void OnionFilter::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    for (int layer = 1; layer <= layers; ++layer) {
        QAbstractButton *button = m_rings.at(size_t(layer) - 1);
        const QRect whole = ring(layer).toAlignedRect();
        button->setGeometry(whole);
        QRegion region(QRect(QPoint(), whole.size()), QRegion::Ellipse);
        if (layer < layers)
            region -= QRegion(ring(layer + 1).toAlignedRect().translated(-whole.topLeft()), QRegion::Ellipse);
        button->setMask(region);
    }
}

void OnionFilter::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        for (int layer = 1; layer <= layers; ++layer)
            say(layer);
    }
}

bool OnionFilter::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Enter:
    case QEvent::Leave: {
        const auto at = std::find(m_rings.begin(), m_rings.end(), watched);
        m_hovered = event->type() == QEvent::Enter ? int(at - m_rings.begin()) + 1 : 0;
        update();
        break;
    }
    case QEvent::FocusIn:
    case QEvent::FocusOut:
        update();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void OnionFilter::paintEvent(QPaintEvent *)
{
    const Tones &tones = tonesOf(palette());
    const QSet<int> only = chosen();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont small = font();
    small.setPixelSize(std::max(10, fontInfo().pixelSize() - 2));
    painter.setFont(small);
    for (int layer = 1; layer <= layers; ++layer) {
        const size_t at = size_t(layer) - 1;
        const bool shown = only.isEmpty() || only.contains(layer);
        const QRectF rect = ring(layer);
        // What lies below would shine through: first the panel, then the layer over it.
        painter.setPen(Qt::NoPen);
        painter.setBrush(tones.panel);
        painter.drawEllipse(rect);
        QColor fill = tones.layer.at(at);
        fill.setAlphaF(shown ? 1.0 : 0.18);
        painter.setBrush(fill);
        painter.drawEllipse(rect);
        const bool focused = m_rings.at(at)->hasFocus();
        if (focused || m_hovered == layer || only.contains(layer)) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(focused ? tones.accent : tones.text, focused ? 2.5 : 1.5));
            painter.drawEllipse(rect.adjusted(1, 1, -1, -1));
        }
    }
    for (int layer = 1; layer <= layers; ++layer) {
        const size_t at = size_t(layer) - 1;
        const bool shown = only.isEmpty() || only.contains(layer);
        const Count &count = m_counts.at(at);
        const QString text = count.shown == count.all
            ? QStringLiteral("%1 · %2").arg(layer).arg(count.all)
            : QStringLiteral("%1 · %2/%3").arg(layer).arg(count.shown).arg(count.all);
        const double bottom = layer < layers ? ring(layer + 1).top() : ring(layer).bottom();
        small.setBold(only.contains(layer));
        painter.setFont(small);
        painter.setPen(shown ? tones.layerText.at(at) : tones.text);
        painter.drawText(QRectF(0, ring(layer).top(), width(), bottom - ring(layer).top()), Qt::AlignCenter, text);
    }
}

} // namespace packwarden
