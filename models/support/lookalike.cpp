// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/support/lookalike.h"

#include <QHash>
#include <QSet>

namespace packwarden::lookalike {

namespace {

bool isInvisible(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category == QChar::Other_Format || category == QChar::Other_Control || category == QChar::Other_Surrogate
        || category == QChar::Other_PrivateUse || category == QChar::Other_NotAssigned
        || category == QChar::Separator_Line || category == QChar::Separator_Paragraph || c == 0x115f || c == 0x1160
        || c == 0x3164 || c == 0xffa0 || c == 0x034f || (c >= 0xfe00 && c <= 0xfe0f) || c == 0x2800;
}

/// Letters that look like a Latin one in the fonts of the desktop; lower case on the right.
const QHash<char32_t, char16_t> &twins()
{
    static const QHash<char32_t, char16_t> table = [] {
        QHash<char32_t, char16_t> all;
        const auto add = [&all](const char32_t *letters, const char16_t *latin) {
            for (; *letters; ++letters, ++latin)
                all.insert(*letters, *latin);
        };
        add(U"\u0430\u0432\u0435\u0437\u043a\u043c\u043d\u043e\u0440\u0441\u0442\u0443\u0445\u0455\u0456\u0458\u0501"
            U"\u051b\u051d\u04bb\u04cf",
            u"abe3kmhopctyxsijdqwhl");
        add(U"\u03b1\u03b2\u03b5\u03b6\u03b7\u03b9\u03ba\u03bc\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7\u03b3",
            u"abeznikuvoptuxy");
        add(U"\u0131\u0251\u0261\u029f\u0585\u057d\u0578\u01c0\u0142\u00f8\u0111", u"iaglounllod");
        return all;
    }();
    return table;
}

} // namespace

Flags flagsOf(const QString &name)
{
    Flags flags;
    QSet<int> scripts;
    for (const char32_t c : name.normalized(QString::NormalizationForm_C).toUcs4()) {
        if (isInvisible(c))
            flags |= Hidden;
        if (QChar::category(c) == QChar::Mark_NonSpacing || QChar::category(c) == QChar::Mark_Enclosing)
            flags |= Combining;
        if (!QChar::isLetter(c)) {
            scripts.clear();
            continue;
        }
        const QChar::Script script = QChar::script(c);
        if (script != QChar::Script_Common && script != QChar::Script_Inherited)
            scripts.insert(int(script));
        const bool european = scripts.contains(QChar::Script_Latin) || scripts.contains(QChar::Script_Cyrillic)
            || scripts.contains(QChar::Script_Greek);
        if (scripts.size() > 1 && european)
            flags |= MixedScripts;
    }
    return flags;
}

QString skeleton(const QString &name)
{
    QString result;
    for (char32_t c : name.normalized(QString::NormalizationForm_KD).toUcs4()) {
        if (isInvisible(c) || QChar::isMark(c) || QChar::isSpace(c))
            continue;
        c = QChar::toCaseFolded(c);
        if (const auto twin = twins().constFind(c); twin != twins().constEnd())
            c = *twin;
        // A capital I is a small l to the eye, and case is folded.
        if (c == U'i' || c == U'1' || c == U'|')
            c = U'l';
        else if (c == U'0')
            c = U'o';
        result += QString::fromUcs4(&c, 1);
    }
    result.replace(QLatin1String("rn"), QLatin1String("m"));
    result.replace(QLatin1String("vv"), QLatin1String("w"));
    return result;
}

QString visible(const QString &name)
{
    QString result;
    for (const char32_t c : name.toUcs4()) {
        if (isInvisible(c))
            result += QStringLiteral("[U+%1]").arg(uint(c), 4, 16, QLatin1Char('0')).toUpper();
        else
            result += QString::fromUcs4(&c, 1);
    }
    return result;
}

} // namespace packwarden::lookalike
