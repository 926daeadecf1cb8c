// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/kit/fittedtext.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStringList>
#include <QStyle>

#include <algorithm>

namespace packwarden {

namespace {

/// Words, and parts of words after a hyphen: between those there is no blank.
QStringList partsOf(const QString &text)
{
    QStringList parts;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        QStringList pieces = word.split(u'-');
        for (int i = 0; i + 1 < int(pieces.size()); ++i)
            pieces[i] += u'-';
        pieces.removeAll(QString());
        pieces.last() += u' ';
        parts += pieces;
    }
    return parts;
}

/// Put onto lines of that width, greedily; the last of the lines takes what is left and is elided.
QStringList linesOf(const QString &text, const QFontMetrics &metrics, int width, int most)
{
    QStringList lines;
    for (const QString &part : partsOf(text)) {
        const QString longer = lines.isEmpty() ? part : lines.constLast() + part;
        const bool last = int(lines.size()) == most;
        if (lines.isEmpty() || (!last && metrics.horizontalAdvance(longer.trimmed()) > width))
            lines.append(part);
        else
            lines.last() = longer;
    }
    for (QString &line : lines)
        line = metrics.elidedText(line.trimmed(), Qt::ElideRight, width);
    return lines;
}

} // namespace

int FittedText::widestWord(const QString &text, const QFont &font)
{
    const QFontMetrics metrics(font);
    int widest = 0;
    for (const QString &part : partsOf(text))
        widest = std::max(widest, metrics.horizontalAdvance(part.trimmed()));
    return widest;
}

FittedText::Lines FittedText::find(const Place &place)
{
    Lines found{place.font, {}, 0};
    const QFontMetrics metrics(found.font);
    found.spacing = metrics.lineSpacing();
    const int most = std::max(1, place.size.height() / found.spacing);
    for (const QString &line : linesOf(place.text, metrics, place.size.width(), most)) {
        QStaticText text(line);
        text.setTextFormat(Qt::PlainText);
        text.prepare({}, found.font);
        found.lines.append(text);
    }
    return found;
}

void FittedText::draw(QPainter &painter, const QRect &rect, const QString &text, Qt::Alignment alignment)
{
    const Place place{painter.font(), rect.size(), text};
    const Lines *known = m_known.object(place);
    if (!known) {
        m_known.insert(place, new Lines(find(place)));
        known = m_known.object(place);
    }
    int top = rect.top();
    const int height = int(known->lines.size()) * known->spacing;
    if (alignment & Qt::AlignBottom)
        top = rect.bottom() + 1 - height;
    else if (alignment & Qt::AlignVCenter)
        top = rect.top() + (rect.height() - height) / 2;
    painter.save();
    painter.setFont(known->font);
    const Qt::Alignment across = QStyle::visualAlignment(painter.layoutDirection(), alignment);
    for (const QStaticText &line : known->lines) {
        const int spare = rect.width() - qRound(line.size().width());
        const int shift = across & Qt::AlignHCenter ? spare / 2 : across & Qt::AlignRight ? spare : 0;
        painter.drawStaticText(rect.left() + shift, top, line);
        top += known->spacing;
    }
    painter.restore();
}

} // namespace packwarden
