// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/base/filename.h"

#include "models/core/base/printable.h"

#include <QRegularExpression>

#include <algorithm>

namespace packwarden {

namespace {

constexpr qsizetype mostBytes = 200;

bool isReserved(const QString &name)
{
    static const QRegularExpression devices(
        QStringLiteral("^(con|prn|aux|nul|com[0-9]|lpt[0-9])( *\\..*)?$"), QRegularExpression::CaseInsensitiveOption);
    return devices.match(name).hasMatch();
}

bool mayStand(QChar c)
{
    static const QString separators = QStringLiteral("/\\:*?\"<>|");
    return !separators.contains(c);
}

} // namespace

bool isFileName(const QString &name)
{
    return !name.isEmpty() && !name.startsWith(u'.') && !name.startsWith(u'-') && name == name.trimmed()
        && name.toUtf8().size() <= mostBytes && std::all_of(name.begin(), name.end(), mayStand)
        && printable(name) == name && !isReserved(name);
}

QString toFileName(const QString &name, const QString &fallback)
{
    if (isFileName(name))
        return name;
    QString made = printable(name);
    for (QChar &c : made) {
        if (!mayStand(c))
            c = u'_';
    }
    static const QRegularExpression front(QStringLiteral("^[\\s.-]+"));
    made = made.remove(front).trimmed();
    while (made.toUtf8().size() > mostBytes)
        made.chop(made.back().isLowSurrogate() ? 2 : 1);
    made = made.trimmed();
    return isFileName(made) ? made : fallback;
}

} // namespace packwarden
