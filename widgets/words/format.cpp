// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/words/format.h"

#include <QDateTime>
#include <QLocale>

namespace packwarden::format {

QString dateTime(qint64 unixSeconds)
{
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(unixSeconds), QStringLiteral("d MMM yyyy HH:mm"));
}

QString lastDay(qint64 until)
{
    const QDateTime end = QDateTime::fromSecsSinceEpoch(until);
    if (end != end.date().startOfDay())
        return dateTime(until);
    return QLocale().toString(end.date().addDays(-1), QStringLiteral("d MMM yyyy"));
}

} // namespace packwarden::format
