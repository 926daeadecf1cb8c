// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/support/csvtable.h"

#include <algorithm>

namespace packwarden {

namespace {

/// "-12", "+0.5", "1e-3": digits with at most one point, and an exponent.
bool isNumber(const QString &text)
{
    bool ok = false;
    text.toDouble(&ok);
    return ok && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || c == u'.' || c == u'-' || c == u'+' || c == u'e' || c == u'E';
    });
}

/// Spreadsheets take the full-width forms for the signs that they look like.
bool beginsFormula(QChar c)
{
    constexpr char16_t signs[] = u"=+-@\uff1d\uff0b\uff0d\uff20";
    return c.unicode() < 0x20 || (c.unicode() >= 0x7f && c.unicode() < 0xa0)
        || std::find(std::begin(signs), std::end(signs) - 1, c.unicode()) != std::end(signs) - 1;
}

} // namespace

QString CsvTable::harmless(const QString &text)
{
    if (text.isEmpty() || !beginsFormula(text.front()) || isNumber(text))
        return text;
    return u'\'' + text;
}

void CsvTable::add(const QStringList &cells)
{
    QStringList written;
    for (const QString &cell : cells) {
        QString text = harmless(cell);
        const bool quotes = std::any_of(text.begin(), text.end(),
                                [](QChar c) { return c == u',' || c == u';' || c == u'"' || c.unicode() < 0x20; })
            || text.startsWith(u' ') || text.endsWith(u' ') || (text.isEmpty() && cells.size() == 1);
        written << (quotes ? u'"' + text.replace(QLatin1String("\""), QLatin1String("\"\"")) + u'"' : text);
    }
    m_bytes += written.join(u',').toUtf8() + "\r\n";
}

} // namespace packwarden
