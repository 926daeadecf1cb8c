// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>

/// "Until" in a form is a day, and all of it counts. Rules hold the second when it is over.
namespace packwarden::lastday {

constexpr int presetDays = 90; ///< from today: what a person who sets an end most likely wants is not today

/// until: Unix seconds, of the first second that does not count any more. Local time.
inline QDate of(qint64 until)
{
    return QDateTime::fromSecsSinceEpoch(until - 1).date();
}

inline qint64 end(const QDate &day)
{
    return day.addDays(1).startOfDay().toSecsSinceEpoch();
}

} // namespace packwarden::lastday
