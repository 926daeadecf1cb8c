// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/security/lifecyclesteps.h"

#include "widgets/kit/fittedtext.h"
#include "widgets/style/theme.h"
#include "widgets/words/names.h"

#include <QPainter>

namespace packwarden {

namespace {

/// Blank is what comes before the first step.
constexpr LifeCycle steps[] = {LifeCycle::Identified, LifeCycle::Paired, LifeCycle::Limited, LifeCycle::Chartered,
    LifeCycle::Sealed, LifeCycle::InService, LifeCycle::Decommissioned};
constexpr int radius = 7;
constexpr int lines = 2; ///< of a name

QString nameOf(LifeCycle state)
{
    return Names::lifeCycle(lifeCycleName(state));
}

} // namespace

LifeCycleSteps::LifeCycleSteps(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Life cycle"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setState(std::nullopt);
}

void LifeCycleSteps::setState(std::optional<LifeCycle> state)
{
    m_state = state;
    setAccessibleDescription(describe());
    setToolTip(describe());
    update();
}

QString LifeCycleSteps::describe() const
{
    if (!m_state)
        return tr("Not read yet.");
    QStringList done;
    QStringList ahead;
    for (const LifeCycle step : steps) {
        if (step < *m_state)
            done << nameOf(step);
        else if (step > *m_state)
            ahead << nameOf(step);
    }
    QString words = tr("Now: %1.").arg(nameOf(*m_state));
    if (!done.isEmpty())
        words += u' ' + tr("Behind it: %1.").arg(done.join(QStringLiteral(", ")));
    if (!ahead.isEmpty())
        words += u' ' + tr("To come: %1.").arg(ahead.join(QStringLiteral(", ")));
    return words;
}

QSize LifeCycleSteps::sizeHint() const
{
    return {int(std::size(steps)) * 8 * grid, 2 * radius + 6 + lines * fontMetrics().lineSpacing()};
}

void LifeCycleSteps::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tones &tones = tonesOf(palette());
    const qreal slot = qreal(width()) / qreal(std::size(steps));
    const qreal middle = radius + 1;
    QFont small = font();
    for (size_t i = 0; i < std::size(steps); ++i) {
        const bool done = m_state && steps[i] < *m_state;
        const bool here = m_state && steps[i] == *m_state;
        const QPointF centre(slot * (qreal(i) + 0.5), middle);
        if (i > 0) {
            painter.setPen(QPen(done || here ? tones.accent : tones.line, 2));
            painter.drawLine(QPointF(centre.x() - slot + radius + 3, middle), QPointF(centre.x() - radius - 3, middle));
        }
        const QColor colour = here && steps[i] == LifeCycle::Decommissioned ? tones.warning : tones.accent;
        painter.setPen(QPen(done || here ? colour : tones.line, 2));
        painter.setBrush(here ? colour : done ? tones.accentSoft : tones.panel);
        painter.drawEllipse(centre, radius, radius);
        if (done) {
            painter.drawPolyline(
                QPolygonF({centre + QPointF(-3, 0), centre + QPointF(-1, 2.5), centre + QPointF(3.5, -2.5)}));
        } else if (here) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(tones.accentText);
            painter.drawEllipse(centre, 2.5, 2.5);
        }
        constexpr int usual = 11;
        constexpr int smallest = 8;
        small.setBold(here);
        small.setPixelSize(usual);
        for (int size = usual; size > smallest && FittedText::widestWord(nameOf(steps[i]), small) > slot - 2; --size)
            small.setPixelSize(size - 1);
        painter.setFont(small);
        painter.setPen(here ? tones.text : tones.muted);
        const QRectF place(slot * qreal(i), 2 * radius + 6, slot, height() - 2 * radius - 6);
        painter.drawText(place, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, nameOf(steps[i]));
    }
}

} // namespace packwarden
