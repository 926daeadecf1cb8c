// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/words/causewords.h"

#include <QRegularExpression>

namespace packwarden {

namespace {

/// As they are written below, with places for what is in them; what fits two stands in front with the longer text.
constexpr const char *forms[] = {
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "line %1: %2"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "empty file"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "nothing but zeros in the file"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "%1, not UTF-8"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "Latin-1 or another encoding"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "an array where the object of the rules should be"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "a second document behind the first"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "more text behind the end of the object"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "the text ends before its object does"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "\"%1\" is not expected here"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "a comment; JSON has none"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "nested deeper than %1 levels"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "single quotation marks; JSON has double ones"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "the key \"%1\" stands twice, first in line %2"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "a comma is missing before this"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "a comma behind the last value"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "a text without its closing quotation mark"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "a control character in a text"),
    QT_TRANSLATE_NOOP(
        "packwarden::CauseWords", "the character %1 has no place in a name; where it is meant, write it as an escape"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "the character %1 has no place in a name"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "an escape that means no character"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "\"%1\" is no JSON value"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "JSON at byte %1"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "missing"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "unknown key"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "no valid name"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "the key is not a whole number from %1 to %2"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "not a whole number from %1 to %2"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "a number, not %1"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "a text, not %1"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "an array, not %1"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "an object, not %1"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "null, not %1"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "true or false, not %1"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "a number"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "a text"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "an array"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "an object"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "true or false"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "%1; write it as %2"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "\"%1\" is no date"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "no calendar has the day %1"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "%1 is a date without a time of day"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "no day has the time %1"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "fractions of a second (%1) would be lost"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "%1 names no time zone"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "%1 is not in UTC; there it is %2"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "%1 is before 1970"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "more than %1 characters"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "%1 seats, of which %2 are needed"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "no SHA-256 of 64 hexadecimal digits in lower case"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "not a sentence of 1 to %1 characters"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "\"%1\" may be meant in two ways; write \"%2\" or \"%3\""),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "\"%1\" is no quantity such as \"4.25\""),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "a step of nothing"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "%1 entries where a range has two"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "the lower end %1 is above the upper end %2"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "\"%1\" is no seat such as \"owner/asset-manager\""),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "\"%1\" is none of %2"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "no signature is needed, which is no rule"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "not a lower parameter, a gap and an upper parameter"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "a gap below zero"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "no certificate that packs accept: %1"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "neither \"lower\" nor \"higher\""),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "%1 again, as in %2"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "no seat"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "no number"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "two numbers"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "the number is no INTEGER"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "the number is negative"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "the number has %1 octets, more than %2 are not read"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "a delta to list %1, not a complete list"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "a delta, not a complete list"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "issuing distribution point: %1"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "unreadable"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "an indirect list, which speaks for other issuers"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "only user certificates, not a complete list"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "only authorities, not a complete list"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "only attribute certificates"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "only some reasons, not a complete list"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "of one distribution point, perhaps not a complete list"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "entry %1 speaks for another issuer: an indirect list"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "entry %1 has a critical extension that is not known"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "a critical extension that is not known: %1"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "version %1, without a number"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "no nextUpdate"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "nextUpdate is no time"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "no common name"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "nothing of the common name can be seen"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "two common names, one of them %1"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "two organisations, one of them %1"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "not locked"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "another lock"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "the clock is sure"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "isolated module"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "too slow"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "busy"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "no signature in time"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "random generator"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "the statement names another policy"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "the statement names another charter"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "no fresh statement"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "unsigned"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "not stricter than %1"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "no catalogue of routines"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "revision %1 is now %2"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "another root of: %1"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "%1: its limits and its foundation are not pinned"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "read-only: %1"),
    QT_TRANSLATE_NOOP("packwarden::CauseWords", "in service"),
};

struct Form
{
    const char *text;
    QRegularExpression pattern;
};

Form formOf(const char *text)
{
    static const QRegularExpression place(QStringLiteral("\\\\?%\\d"));
    QString pattern = QRegularExpression::escape(QString::fromLatin1(text));
    return {text, QRegularExpression(u'^' + pattern.replace(place, QStringLiteral("(.+)")) + u'$')};
}

const QList<Form> &known()
{
    static const QList<Form> all = [] {
        QList<Form> made;
        for (const char *text : forms)
            made.append(formOf(text));
        return made;
    }();
    return all;
}

} // namespace

QString CauseWords::of(const QString &cause)
{
    for (const Form &form : known()) {
        const auto match = form.pattern.match(cause);
        if (!match.hasMatch())
            continue;
        // Numbers and names stay; what is a cause itself is known as one.
        static const QRegularExpression place(QStringLiteral("%(\\d)"));
        const QString text = tr(form.text);
        QString words;
        qsizetype from = 0;
        for (auto places = place.globalMatch(text); places.hasNext();) {
            const auto next = places.next();
            words += text.mid(from, next.capturedStart() - from) + of(match.captured(next.captured(1).toInt()));
            from = next.capturedEnd();
        }
        return words + text.mid(from);
    }
    // A path of an entry in front: "grants[3].until: no calendar has the day 2027-02-30".
    const qsizetype colon = cause.indexOf(QLatin1String(": "));
    return colon < 0 ? cause : cause.left(colon + 2) + of(cause.mid(colon + 2));
}

} // namespace packwarden
