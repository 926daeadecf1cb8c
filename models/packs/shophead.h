// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QSettings;

namespace packwarden {

/// Who hands a job card out, as it stands at the head of the report; each may be empty. Set once, for this console.
struct ShopHead
{
    static constexpr int longest = 400; ///< characters of each
    static constexpr qint64 longestLogo = 4 << 20; ///< bytes of the file

    QString name;
    QString address; ///< lines
    QString logo; ///< path of a picture

    static ShopHead load(const QSettings &settings);
    void save(QSettings &settings) const;
    bool operator==(const ShopHead &) const = default;
};

} // namespace packwarden
