// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QRect>
#include <QString>

class QPainter;

namespace packwarden {

/// Text that must find room in a small rectangle: in the painter's font on one line, else smaller on as many lines as
/// fit, the last one elided. A word alone that is too wide is elided, too. Painted in the painter's pen.
void drawFitted(QPainter &painter, const QRect &rect, const QString &text, Qt::Alignment alignment);

/// Width of the widest word, or of the widest part of one with hyphens.
int widestWord(const QString &text, const QFont &font);

} // namespace packwarden
