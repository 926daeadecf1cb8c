// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/printable.h"

namespace packwarden {

namespace {

bool acts(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

QString escaped(char32_t c)
{
    constexpr int hexadecimal = 16;
    switch (c) {
    case U'\n':
        return QStringLiteral("\\n");
    case U'\r':
        return QStringLiteral("\\r");
    case U'\t':
        return QStringLiteral("\\t");
    default:
        break;
    }
    const bool isByte = c < 0x100;
    return isByte ? QStringLiteral("\\x%1").arg(uint(c), 2, hexadecimal, QLatin1Char('0'))
                  : QStringLiteral("\\u{%1}").arg(uint(c), 4, hexadecimal, QLatin1Char('0'));
}

/// Each character as it is, or as escape says.
template <typename Escape> QString withEscapes(const QString &text, Escape escape)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar first = text.at(i);
        const bool isPair = first.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        const char32_t c = isPair ? QChar::surrogateToUcs4(first, text.at(i + 1)) : char32_t(first.unicode());
        if (acts(c))
            result += escape(c);
        else
            result += QStringView(text).mid(i, isPair ? 2 : 1);
        i += isPair ? 1 : 0;
    }
    return result;
}

} // namespace

QString printable(const QString &text)
{
    return withEscapes(text, escaped);
}

QByteArray printableJson(const QByteArray &json)
{
    // Only strings hold anything but plain ASCII.
    return withEscapes(QString::fromUtf8(json), [](char32_t c) {
        constexpr int hexadecimal = 16;
        const auto unit = [](uint value) {
            return QStringLiteral("\\u%1").arg(value, 4, hexadecimal, QLatin1Char('0'));
        };
        return QChar::requiresSurrogates(c) ? unit(QChar::highSurrogate(c)) + unit(QChar::lowSurrogate(c)) : unit(c);
    }).toUtf8();
}

} // namespace packwarden
