// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/security/listfreshness.h"

#include "models/support/lookalike.h"
#include "widgets/words/format.h"
#include "widgets/words/trustwords.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace packwarden {

namespace {

constexpr int rowHeight = 3 * grid + 2;
constexpr int axisHeight = 2 * grid + 2;
constexpr int barHeight = 12;
constexpr int layers = 4;
constexpr qint64 day = 86'400;
constexpr qint64 hour = 3'600;

QString lasting(qint64 seconds)
{
    return seconds >= 2 * day ? ListFreshness::tr("%n day(s)", nullptr, int(seconds / day))
                              : ListFreshness::tr("%n hour(s)", nullptr, int(seconds / hour));
}

} // namespace

ListFreshness::ListFreshness(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Revocation lists"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ListFreshness::setLists(const QList<PackKnowledge::List> &lists, qint64 now,
    const QHash<QByteArray, qint64> &known, const QMap<int, qint64> &grace)
{
    m_lists = lists;
    std::stable_sort(
        m_lists.begin(), m_lists.end(), [](const auto &a, const auto &b) { return a.nextUpdate < b.nextUpdate; });
    m_now = now;
    m_known = known;
    m_grace = grace;
    QStringList all;
    for (int row = 0; row < m_lists.size(); ++row)
        all << inWords(row);
    setAccessibleDescription(all.join(QStringLiteral(". ")));
    updateGeometry();
    update();
}

qint64 ListFreshness::lastSecond(const PackKnowledge::List &list) const
{
    qint64 longest = 0;
    for (const qint64 seconds : m_grace)
        longest = std::max(longest, seconds);
    return list.nextUpdate + longest;
}

int ListFreshness::layerAt(const PackKnowledge::List &list, qint64 time) const
{
    for (int layer = layers; layer > 0; --layer) {
        if (time <= list.nextUpdate + m_grace.value(layer, 0))
            return layer;
    }
    return 0;
}

void ListFreshness::setProved(bool proved)
{
    m_proved = proved;
    update();
}

int ListFreshness::outOfDate() const
{
    return int(std::count_if(
        m_lists.begin(), m_lists.end(), [this](const auto &list) { return layerAt(list, m_now) < layers; }));
}

Status ListFreshness::status() const
{
    Status worst = m_lists.isEmpty() ? Status::Waiting : Status::Good;
    for (const auto &list : m_lists) {
        const int layer = layerAt(list, m_now);
        if (layer == 0)
            return Status::Alarm;
        if (layer < layers)
            worst = Status::Warning;
    }
    return worst;
}

QString ListFreshness::verdict(const PackKnowledge::List &list) const
{
    const int layer = layerAt(list, m_now);
    if (layer == layers)
        return shapeOf(TrustWords::earned(Status::Good, m_proved)) + u' '
            + tr("good for %1").arg(lasting(list.nextUpdate - m_now));
    const qint64 late = m_now - list.nextUpdate;
    if (layer == 0)
        return shapeOf(Status::Alarm) + u' ' + tr("out of date for %1").arg(lasting(late));
    const qint64 left = list.nextUpdate + m_grace.value(layer, 0) - m_now;
    return shapeOf(Status::Warning) + u' '
        + (layer == 1 ? tr("layer 1 for %1 more").arg(lasting(left))
                      : tr("layers 1 to %1 for %2 more").arg(layer).arg(lasting(left)));
}

QString ListFreshness::inWords(int row) const
{
    const PackKnowledge::List &list = m_lists.at(row);
    QString words = tr("%1, list %2: %3; next update %4")
                        .arg(lookalike::visible(list.issuer))
                        .arg(list.number)
                        .arg(verdict(list), format::dateTime(list.nextUpdate));
    if (const qint64 here = m_known.value(list.issuerSpki, -1); here > list.number)
        words += QStringLiteral("; ") + tr("this console has list %1").arg(here);
    return words;
}

QSize ListFreshness::sizeHint() const
{
    const int rows = std::max(1, int(m_lists.size()));
    return {60 * grid, rows * rowHeight + (m_lists.isEmpty() ? 0 : axisHeight)};
}

void ListFreshness::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tones &tones = tonesOf(palette());
    if (m_lists.isEmpty()) {
        painter.setPen(tones.muted);
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, tr("Not read yet."));
        return;
    }
    const int nameWidth = std::min(width() / 3, 30 * grid);
    const int wordsWidth = std::min(width() / 3, 24 * grid);
    const qreal left = nameWidth + grid;
    const qreal right = width() - wordsWidth - 2 * grid;
    qint64 furthest = m_now + day;
    for (const auto &list : m_lists)
        furthest = std::max(furthest, lastSecond(list));
    const auto x = [&](qint64 time) {
        const qint64 inside = std::clamp(time, m_now, furthest);
        return left + (right - left) * qreal(inside - m_now) / qreal(furthest - m_now);
    };
    for (int row = 0; row < m_lists.size(); ++row) {
        const auto &list = m_lists.at(row);
        const qreal top = qreal(row) * rowHeight;
        const qint64 here = m_known.value(list.issuerSpki, -1);
        const QString name = here > list.number
            ? tr("%1, list %2 (here: %3)").arg(lookalike::visible(list.issuer)).arg(list.number).arg(here)
            : tr("%1, list %2").arg(lookalike::visible(list.issuer)).arg(list.number);
        painter.setPen(tones.text);
        painter.setFont(font());
        painter.drawText(QRectF(0, top, nameWidth, rowHeight), Qt::AlignLeft | Qt::AlignVCenter,
            fontMetrics().elidedText(name, Qt::ElideMiddle, nameWidth));
        painter.drawText(QRectF(right + 2 * grid, top, wordsWidth, rowHeight), Qt::AlignLeft | Qt::AlignVCenter,
            fontMetrics().elidedText(verdict(list), Qt::ElideRight, wordsWidth));
        const QRectF track(left, top + (rowHeight - barHeight) / 2.0, right - left, barHeight);
        painter.setPen(QPen(tones.line, 1));
        painter.setBrush(tones.panel);
        painter.drawRoundedRect(track, 3, 3);
        // From the last that ends to the first, each over the one before.
        QFont small = font();
        small.setPixelSize(9);
        small.setBold(true);
        painter.setFont(small);
        for (int layer = 1; layer <= layers; ++layer) {
            const qint64 end = list.nextUpdate + m_grace.value(layer, 0);
            const qint64 begin
                = layer == layers ? m_now : std::max(m_now, list.nextUpdate + m_grace.value(layer + 1, 0));
            if (end <= m_now || end <= begin)
                continue;
            const bool whole = layer == layers;
            const QRectF part(x(begin), track.top(), x(end) - x(begin), barHeight);
            painter.setPen(whole ? QPen(m_proved ? tones.good : tones.accent, 1) : QPen(Qt::NoPen));
            painter.setBrush(!whole ? tones.layer.at(size_t(layer - 1)) : m_proved ? tones.goodSoft : tones.accentSoft);
            painter.drawRect(part.adjusted(0, 0.5, 0, -0.5));
            const QString label = whole ? tr("all layers")
                : layer == 1            ? QStringLiteral("1")
                                        : QStringLiteral("1\u2013%1").arg(layer);
            if (QFontMetrics(small).horizontalAdvance(label) + 4 < part.width()) {
                painter.setPen(whole ? tones.text : tones.layerText.at(size_t(layer - 1)));
                painter.drawText(part, Qt::AlignCenter, label);
            }
        }
    }
    QFont small = font();
    small.setPixelSize(11);
    painter.setFont(small);
    painter.setPen(tones.muted);
    const QRectF axis(left, qreal(m_lists.size()) * rowHeight, right - left, axisHeight);
    painter.drawText(axis, Qt::AlignLeft | Qt::AlignVCenter, tr("now"));
    painter.drawText(axis, Qt::AlignRight | Qt::AlignVCenter, tr("in %1").arg(lasting(furthest - m_now)));
}

bool ListFreshness::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int row = help->pos().y() / rowHeight;
        if (row < m_lists.size())
            QToolTip::showText(help->globalPos(), inWords(row).toHtmlEscaped(), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace packwarden
