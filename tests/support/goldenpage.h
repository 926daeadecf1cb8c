// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QStringList>

namespace packwarden::test {

/// The byte examples of a page: blocks ```golden NAME, line by line, without what follows two blanks (remarks).
inline QMap<QString, QStringList> goldenExamples(const QString &path)
{
    QMap<QString, QStringList> page;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return page;
    const QString text = QString::fromUtf8(file.readAll());
    static const QRegularExpression block(
        QStringLiteral("```golden (\\S+)\\n(.*?)```"), QRegularExpression::DotMatchesEverythingOption);
    for (auto it = block.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        QStringList lines;
        for (const QString &line : match.captured(2).split(u'\n', Qt::SkipEmptyParts))
            lines.append(line.section(QStringLiteral("  "), 0, 0));
        page.insert(match.captured(1), lines);
    }
    return page;
}

} // namespace packwarden::test
