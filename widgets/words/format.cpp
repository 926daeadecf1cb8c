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

QString day(qint64 unixSeconds)
{
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(unixSeconds), QStringLiteral("d MMM yyyy"));
}

QString lastDay(qint64 until)
{
    const QDateTime end = QDateTime::fromSecsSinceEpoch(until);
    return end == end.date().startOfDay() ? day(end.date().addDays(-1).startOfDay().toSecsSinceEpoch())
                                          : dateTime(until);
}

} // namespace packwarden::format
