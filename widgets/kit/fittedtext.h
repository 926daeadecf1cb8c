// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCache>
#include <QFont>
#include <QRect>
#include <QStaticText>

class QPainter;

namespace packwarden {

/// Text that must find room in a small rectangle: in the painter's font, on as many lines as fit, the last one elided.
/// A word alone that is too wide is elided, too. One size whatever the text, so that a column of it reads as one. How
/// it fits is remembered.
class FittedText final
{
public:
    /// In the painter's font and pen.
    void draw(QPainter &painter, const QRect &rect, const QString &text, Qt::Alignment alignment);

    /// Width of the widest word, or of the widest part of one with hyphens.
    static int widestWord(const QString &text, const QFont &font);

private:
    struct Place
    {
        QFont font;
        QSize size;
        QString text;
        bool operator==(const Place &) const = default;
        friend size_t qHash(const Place &place, size_t seed = 0)
        {
            return qHashMulti(seed, place.text, place.size.width(), place.size.height());
        }
    };
    struct Lines
    {
        QFont font;
        QList<QStaticText> lines; ///< laid out once: shaping takes longer than painting
        int spacing = 0;
    };
    static Lines find(const Place &place);

    QCache<Place, Lines> m_known{1000};
};

} // namespace packwarden
