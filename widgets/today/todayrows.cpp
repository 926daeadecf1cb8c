// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/today/todayrows.h"

#include "models/fleet/todaymodel.h"
#include "widgets/today/todaywords.h"

#include <QDateTime>
#include <QPainter>

namespace packwarden {

namespace {
constexpr int rowHeight = 7 * grid;
} // namespace

SpokenToday::SpokenToday(const Charter &charter, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_charter(charter)
{
}

QVariant SpokenToday::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return QIdentityProxyModel::data(index, role);
    const auto item = QIdentityProxyModel::data(index, TodayModel::ItemRole).value<TodayItem>();
    // Some are sentences already.
    const auto ended = [](const QString &words) {
        return words.isEmpty() || words.endsWith(u'.') ? words : words + u'.';
    };
    return QStringLiteral("%1 %2 %3")
        .arg(ended(TodayWords::title(item, m_charter)),
            ended(TodayWords::detail(item, QDateTime::currentSecsSinceEpoch())), TodayWords::verb(item));
}

TodayDelegate::TodayDelegate(const Charter &charter, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_charter(charter)
{
}

QSize TodayDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {300, rowHeight};
}

void TodayDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto item = index.data(TodayModel::ItemRole).value<TodayItem>();
    const Tones &tones = tonesOf(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect;
    if (option.state & QStyle::State_Selected)
        painter->fillRect(row, tones.accentSoft);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(row, tones.raised);
    painter->setPen(tones.line);
    painter->drawLine(row.bottomLeft(), row.bottomRight());
    const Status status = TodayWords::status(item);
    const QRect mark(row.left() + 2 * grid, row.center().y() - 14, 28, 28);
    painter->setPen(Qt::NoPen);
    painter->setBrush(statusSoft(tones, status));
    painter->drawEllipse(mark);
    painter->setPen(statusColour(tones, status));
    painter->drawText(mark, Qt::AlignCenter, shapeOf(status));
    const QRect verb(row.right() - verbWidth - 2 * grid, row.center().y() - 15, verbWidth, 30);
    painter->setPen(QPen(option.state & QStyle::State_Selected ? tones.accent : tones.line));
    painter->setBrush(tones.panel);
    painter->drawRoundedRect(QRectF(verb).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter->setPen(tones.accent);
    painter->drawText(verb, Qt::AlignCenter, TodayWords::verb(item));
    const int left = mark.right() + 2 * grid;
    const int width = verb.left() - 2 * grid - left;
    QFont bold = option.font;
    bold.setBold(true);
    painter->setFont(bold);
    painter->setPen(tones.text);
    painter->drawText(QRect(left, row.top() + grid, width, 2 * grid + 4), Qt::AlignVCenter | Qt::AlignLeft,
        QFontMetrics(bold).elidedText(TodayWords::title(item, m_charter), Qt::ElideRight, width));
    painter->setFont(option.font);
    painter->setPen(tones.muted);
    painter->drawText(QRect(left, row.top() + 3 * grid + 4, width, 2 * grid + 4), Qt::AlignVCenter | Qt::AlignLeft,
        option.fontMetrics.elidedText(
            TodayWords::detail(item, QDateTime::currentSecsSinceEpoch()), Qt::ElideRight, width));
    painter->restore();
}

} // namespace packwarden
