// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hw/can/caninterfaces.h"

#include "hw/can/qtcanport.h"

#include <QCanBus>

namespace packwarden {

QList<BusInterface> canInterfaces()
{
    QList<BusInterface> found;
    QList<BusInterface> unusable;
    for (const QString &plugin : QCanBus::instance()->plugins()) {
        const QString prefix = plugin + u':';
        if (QtCanPort::isSimulated(prefix)) {
            found.append({prefix + QStringLiteral("can0"), {}, {}});
            continue;
        }
        QString trouble;
        const QList<QCanBusDeviceInfo> devices = QCanBus::instance()->availableDevices(plugin, &trouble);
        for (const QCanBusDeviceInfo &device : devices)
            found.append({prefix + device.name(), device.description(), {}});
        if (devices.isEmpty() && !trouble.isEmpty())
            unusable.append({prefix, {}, trouble});
    }
    return found + unusable;
}

} // namespace packwarden
