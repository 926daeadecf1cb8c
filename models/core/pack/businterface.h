// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

namespace packwarden {

/// A bus that can be opened from this computer, or a kind of interface whose driver is missing. Crosses from the bus
/// side to the screens whole.
struct BusInterface
{
    QString device; ///< "plugin:device"; of a driver that is missing "plugin:"
    QString description; ///< the backend's, may be empty
    QString trouble; ///< the backend's words for why its driver cannot be used; empty where it can
    bool operator==(const BusInterface &) const = default;
};

} // namespace packwarden

Q_DECLARE_METATYPE(packwarden::BusInterface)
