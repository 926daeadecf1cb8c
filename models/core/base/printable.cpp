// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/printable.h"

#include <algorithm>
#include <iterator>

namespace packwarden {

namespace {

constexpr char32_t softHyphen = 0xAD;
constexpr char32_t zeroWidthNonJoiner = 0x200C;
constexpr char32_t zeroWidthJoiner = 0x200D;

bool acts(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_NotAssigned:
    case QChar::Other_PrivateUse: // each font shows something else
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

bool isJoiner(char32_t c)
{
    return c == zeroWidthNonJoiner || c == zeroWidthJoiner;
}

/// Does a joiner behind this character change how it is written? In Persian, Hindi and their like it does, and between
/// the parts of an emoji. Between Latin letters it would only hide.
bool takesJoiner(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Latin:
    case QChar::Script_Greek:
    case QChar::Script_Cyrillic:
        return false;
    case QChar::Script_Common:
    case QChar::Script_Inherited:
        return QChar::category(c) == QChar::Symbol_Other || QChar::isMark(c)
            || QChar::category(c) == QChar::Symbol_Modifier;
    default:
        return QChar::isLetter(c) || QChar::isMark(c);
    }
}

/// Calls take(character, its units) for each character; half a surrogate pair is one of its own.
template <typename Take> void eachCharacter(const QString &text, Take take)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar first = text.at(i);
        const bool isPair = first.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        take(isPair ? QChar::surrogateToUcs4(first, text.at(i + 1)) : char32_t(first.unicode()),
            QStringView(text).mid(i, isPair ? 2 : 1));
        i += isPair ? 1 : 0;
    }
}

/// Each character as it is, or as escape says.
template <typename Escape> QString withEscapes(const QString &text, Escape escape)
{
    QString result;
    result.reserve(text.size());
    char32_t before = 0;
    eachCharacter(text, [&](char32_t c, QStringView units) {
        if (acts(c) && !(isJoiner(c) && takesJoiner(before)))
            result += escape(c);
        else
            result += units;
        before = c;
    });
    return result;
}

} // namespace

QString printable(const QString &text)
{
    return withEscapes(text, escaped);
}

std::optional<char32_t> unfitForName(const QString &text)
{
    std::optional<char32_t> found;
    eachCharacter(text, [&](char32_t c, QStringView) {
        // Newer emoji than this Qt knows of are not assigned for it; noncharacters never will be.
        const bool isLater = QChar::category(c) == QChar::Other_NotAssigned && !QChar::isNonCharacter(c);
        const bool isPart = isJoiner(c) || c == softHyphen || isLater;
        if (!found && !isPart && acts(c))
            found = c;
    });
    return found;
}

bool isBlank(const QString &text)
{
    bool blank = true;
    eachCharacter(text, [&](char32_t c, QStringView) {
        static constexpr char32_t emptyLetters[] = {0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0};
        const bool seen = QChar::isPrint(c) && !QChar::isSpace(c) && !QChar::isMark(c)
            && std::find(std::begin(emptyLetters), std::end(emptyLetters), c) == std::end(emptyLetters);
        const bool isLater = QChar::category(c) == QChar::Other_NotAssigned;
        blank = blank && !(seen || isLater);
    });
    return blank;
}

QString codePoint(char32_t c)
{
    constexpr int hexadecimal = 16;
    return QStringLiteral("U+%1").arg(QString::number(uint(c), hexadecimal).toUpper().rightJustified(4, u'0'));
}

QByteArray printableJson(const QByteArray &json)
{
    // Only strings hold anything but plain ASCII, and in them what is below a space is escaped already.
    return withEscapes(QString::fromUtf8(json), [](char32_t c) {
        constexpr int hexadecimal = 16;
        if (c < U' ')
            return QString(QChar(uint(c)));
        const auto unit = [](uint value) {
            return QStringLiteral("\\u%1").arg(value, 4, hexadecimal, QLatin1Char('0'));
        };
        return QChar::requiresSurrogates(c) ? unit(QChar::highSurrogate(c)) + unit(QChar::lowSurrogate(c)) : unit(c);
    }).toUtf8();
}

} // namespace packwarden
