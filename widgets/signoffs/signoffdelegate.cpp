// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/signoffs/signoffdelegate.h"

#include "models/signoffs/signoffsmodel.h"
#include "models/trust/trustbook.h"
#include "widgets/signoffs/signoffcontents.h"
#include "widgets/signoffs/signoffwords.h"
#include "widgets/style/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QTextDocument>
#include <QToolTip>

namespace packwarden {

SignoffDelegate::SignoffDelegate(const TrustBook &trust, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_trust(trust)
{
}

QString SignoffDelegate::state(const SignoffJudgement &judgement) const
{
    return signoffwords::state(judgement, m_trust.charter());
}

QSize SignoffDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {36 * grid, 7 * grid};
}

void SignoffDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tones &tones = tonesOf(option.palette);
    const auto judgement = index.data(SignoffsModel::JudgementRole).value<SignoffJudgement>();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, tones.accentSoft);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, tones.raised);
    if ((option.state & QStyle::State_Selected) && (option.state & QStyle::State_HasFocus))
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), tones.accent);
    painter->setPen(tones.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());

    const QRect inside = option.rect.adjusted(12, 9, -12, -9);
    const Status status = signoffwords::status(judgement.state);
    painter->setPen(statusColour(tones, status));
    painter->setFont(option.font);
    painter->drawText(
        QRect(inside.left(), inside.top(), 18, 18), Qt::AlignCenter, signoffwords::shape(judgement.state));

    const qsizetype places = judgement.places().size();
    const QString seats = places == 0
        ? QString()
        : SignoffDelegate::tr("%1 of %2", "seats filled").arg(judgement.placesFilled()).arg(places);
    const int seatsWidth = QFontMetrics(option.font).horizontalAdvance(seats);
    painter->setPen(tones.muted);
    painter->drawText(QRect(inside.right() - seatsWidth, inside.top(), seatsWidth + 1, 18), Qt::AlignVCenter, seats);

    QFont bold = option.font;
    bold.setBold(true);
    const int left = inside.left() + 24;
    const int width = inside.right() - seatsWidth - grid - left;
    painter->setFont(bold);
    painter->setPen(tones.text);
    painter->drawText(QRect(left, inside.top(), width, 18), Qt::AlignVCenter,
        QFontMetrics(bold).elidedText(signoffcontents::shortTitle(judgement), Qt::ElideRight, width));
    painter->setFont(option.font);
    painter->setPen(tones.muted);
    painter->drawText(QRect(left, inside.top() + 20, inside.right() - left, 18), Qt::AlignVCenter,
        QFontMetrics(option.font).elidedText(state(judgement), Qt::ElideRight, inside.right() - left));
    painter->restore();
}

bool SignoffDelegate::helpEvent(
    QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return false;
    const auto judgement = index.data(SignoffsModel::JudgementRole).value<SignoffJudgement>();
    // Elided lines read in full here; what comes from files stays plain.
    QToolTip::showText(event->globalPos(),
        Qt::convertFromPlainText(signoffcontents::shortTitle(judgement) + u'\n' + state(judgement)), view);
    return true;
}

} // namespace packwarden
