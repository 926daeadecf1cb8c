// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/nearestword.h"

#include <QList>

#include <algorithm>

namespace packwarden {

namespace {

/// The optimal string alignment distance.
qsizetype changes(const QString &from, const QString &to)
{
    QList<qsizetype> before;
    QList<qsizetype> last(to.size() + 1);
    QList<qsizetype> row(to.size() + 1);
    for (qsizetype j = 0; j <= to.size(); ++j)
        last[j] = j;
    for (qsizetype i = 1; i <= from.size(); ++i) {
        row[0] = i;
        for (qsizetype j = 1; j <= to.size(); ++j) {
            const bool same = from.at(i - 1) == to.at(j - 1);
            row[j] = std::min({last.at(j) + 1, row.at(j - 1) + 1, last.at(j - 1) + (same ? 0 : 1)});
            if (i > 1 && j > 1 && from.at(i - 1) == to.at(j - 2) && from.at(i - 2) == to.at(j - 1))
                row[j] = std::min(row.at(j), before.at(j - 2) + 1);
        }
        before = last;
        last = row;
    }
    return last.constLast();
}

} // namespace

QString nearestWord(const QString &typed, const QStringList &words)
{
    constexpr qsizetype longest = 100; // a pasted file is no typing mistake
    if (typed.isEmpty() || typed.size() > longest)
        return {};
    QString nearest;
    qsizetype fewest = 0;
    for (const QString &word : words) {
        const qsizetype count = changes(typed.toLower(), word.toLower());
        const qsizetype few = std::min(typed.size(), word.size()) / 3 + 1;
        if (word.isEmpty() || count > few || count >= std::max(typed.size(), word.size()))
            continue;
        if (nearest.isEmpty() || count < fewest) {
            nearest = word;
            fewest = count;
        }
    }
    return nearest;
}

} // namespace packwarden
