// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

/// Values into text that is the same in every sentence.
namespace packwarden::format {

/// "22 Nov 2026 09:30", local time, in the language of the person.
QString dateTime(qint64 unixSeconds);
/// "22 Nov 2026".
QString day(qint64 unixSeconds);
/// The last day of something that ends with this second: "22 Nov 2026"; with the time where it ends within a day.
QString lastDay(qint64 until);

} // namespace packwarden::format
