// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/signoffs/seatcards.h"

#include "models/support/lookalike.h"
#include "widgets/words/format.h"
#include "widgets/words/names.h"
#include "widgets/words/sentences.h"

#include <QPainter>
#include <QTextDocument>

#include <algorithm>

namespace packwarden {

namespace {
constexpr int cardHeight = 7 * grid;
constexpr int noteHeight = 20;
constexpr int smallestCard = 230;
} // namespace

SeatCards::SeatCards(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("seats"));
    setAccessibleName(tr("Signatures"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SeatCards::set(const SignoffJudgement &judgement, const Charter &charter, const CoseSign &document)
{
    m_cards.clear();
    m_notes.clear();
    QStringList words;
    for (const SeatPlace &place : judgement.places()) {
        Card card;
        QStringList parties;
        QStringList roles;
        for (const Seat &candidate : place.candidates) {
            parties << Names::party(candidate.position, &charter);
            roles << Names::role(candidate.role);
        }
        parties.removeDuplicates();
        roles.removeDuplicates();
        card.party = parties.join(tr(" or "));
        card.who = roles.join(tr(" or "));
        if (place.filledBy >= 0 && place.filledBy < judgement.signatures.size()) {
            const SignatureFinding &signature = judgement.signatures.at(place.filledBy);
            card.filled = true;
            card.who = QStringLiteral("%1 \u00B7 %2").arg(signature.leaf.commonName, format::dateTime(signature.at));
        } else {
            card.who += QStringLiteral(" \u00B7 ")
                + (place.extra ? tr("not yet (extra seat: beyond a soft limit or step)") : tr("not yet"));
        }
        if (place.seats > 1)
            card.who += QStringLiteral(" \u00B7 ") + tr("for %n rules", nullptr, place.seats);
        words << card.party + u' ' + card.who;
        m_cards.append(card);
    }
    for (int i = 0; i < int(judgement.signatures.size()); ++i) {
        const SignatureFinding &signature = judgement.signatures.at(i);
        // "counted" is only said of a whole quorum; a card shows who fills a seat before that.
        const bool seated = std::any_of(judgement.seats.cbegin(), judgement.seats.cend(),
            [i](const SeatFinding &seat) { return seat.filledBy == i; });
        if (signature.problem)
            m_notes << shapeOf(Status::Alarm) + u' '
                    + tr("The signature of %1 does not count: %2")
                          .arg(signature.leaf.commonName.isEmpty() ? tr("an unknown key") : signature.leaf.commonName,
                              Sentences::of({*signature.problem, signature.detail}).cause);
        else if (signature.meaning == Meaning::Author)
            m_notes << shapeOf(Status::Good) + u' '
                    + tr("Signed as author by %1, %2").arg(signature.leaf.commonName, format::dateTime(signature.at));
        else if (signature.counted && judgement.seats.isEmpty())
            m_notes << shapeOf(Status::Good) + u' '
                    + tr("Approved by %1, %2; the pack counted it")
                          .arg(signature.leaf.commonName, format::dateTime(signature.at));
        else if (!signature.counted && !seated)
            m_notes << shapeOf(Status::Neutral) + u' '
                    + tr("Approved by %1, but fills no seat").arg(signature.leaf.commonName);
    }
    if (judgement.signatures.isEmpty()) {
        for (const CoseSignature &signature : document.signatures) {
            const auto leaf = Certificate::fromDer(signature.chain.value(0));
            m_notes << shapeOf(Status::Neutral) + u' '
                    + tr("A signature of %1, %2, is there; whether it counts is not judged here yet")
                          .arg(leaf.ok() ? lookalike::visible(leaf->commonName) : tr("an unknown key"),
                              format::dateTime(signature.at));
        }
    }
    setAccessibleDescription((words + m_notes).join(QStringLiteral("; ")));
    // What is elided reads in full here; names are foreign text.
    setToolTip(Qt::convertFromPlainText((words + m_notes).join(u'\n')));
    updateGeometry();
    update();
}

int SeatCards::columns() const
{
    const int fit = std::max(1, (width() + grid) / (smallestCard + grid));
    return std::clamp(int(m_cards.size()), 1, fit);
}

int SeatCards::rows() const
{
    return (int(m_cards.size()) + columns() - 1) / columns();
}

QSize SeatCards::sizeHint() const
{
    return {480, rows() * (cardHeight + grid) + int(m_notes.size()) * noteHeight};
}

void SeatCards::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateGeometry();
}

void SeatCards::paintCard(QPainter &painter, const Card &card, const QRect &box) const
{
    const Tones &tones = tonesOf(palette());
    painter.setPen(QPen(card.filled ? tones.good : tones.muted, 1, card.filled ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(card.filled ? tones.goodSoft : QColor(Qt::transparent));
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setPen(card.filled ? tones.good : tones.muted);
    painter.setFont(font());
    painter.drawText(QRect(box.left() + 10, box.top() + 8, 16, 18), Qt::AlignCenter,
        shapeOf(card.filled ? Status::Good : Status::Waiting));
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(tones.text);
    const int inner = box.width() - 42;
    painter.drawText(QRect(box.left() + 32, box.top() + 8, inner, 18), Qt::AlignVCenter,
        QFontMetrics(bold).elidedText(card.party, Qt::ElideRight, inner));
    painter.setFont(font());
    painter.setPen(tones.muted);
    painter.drawText(QRect(box.left() + 32, box.top() + 28, inner, 18), Qt::AlignVCenter,
        QFontMetrics(font()).elidedText(card.who, Qt::ElideRight, inner));
}

void SeatCards::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tones &tones = tonesOf(palette());
    const int count = columns();
    const int wide = std::min(380, (width() - (count - 1) * grid) / count);
    for (int i = 0; i < int(m_cards.size()); ++i) {
        paintCard(painter, m_cards.at(i),
            QRect((i % count) * (wide + grid), (i / count) * (cardHeight + grid), wide, cardHeight));
    }
    int top = rows() * (cardHeight + grid);
    painter.setFont(font());
    painter.setPen(tones.muted);
    for (const QString &note : m_notes) {
        painter.drawText(QRect(0, top, width(), noteHeight), Qt::AlignVCenter,
            QFontMetrics(font()).elidedText(note, Qt::ElideRight, width()));
        top += noteHeight;
    }
}

} // namespace packwarden
